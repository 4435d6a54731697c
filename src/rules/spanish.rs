//! The catalogue in Spanish. The English is in the `RuleInfo` of each rule.
//!
//! Each `when` continues "Se informa cuando ...". A validation needs none of this, so the WebAssembly modules do not
//! contain it.

use crate::report::Rule;

/// The Spanish prose of a rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prose {
    pub(crate) when: &'static str,
    pub(crate) at: &'static str,
    /// The parts of its sources, one for each; empty if all are names on Fintoc's pages, which are not translated.
    pub(crate) parts: &'static [&'static str],
    /// The invalid example in words; `None` if it is a request.
    pub(crate) example: Option<&'static str>,
    pub(crate) note: Option<&'static str>,
}

/// The prose of a rule whose sources are not translated.
const fn prose(when: &'static str, at: &'static str) -> Prose {
    Prose { when, at, parts: &[], example: None, note: None }
}

impl Prose {
    const fn from(self, parts: &'static [&'static str]) -> Self {
        Self { parts, ..self }
    }

    const fn such_as(self, example: &'static str) -> Self {
        Self { example: Some(example), ..self }
    }

    const fn note(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }
}

const BODY: &str = "el cuerpo";
const FIELD: &str = "el campo";
const FIELD_OR_VALUE: &str = "el campo, o su `value`";
const ELEMENT: &str = "el elemento";
const MISSING: &str = "el que falta";
const KEY: &str = "la clave";
const AMOUNT_OR_ITEMS: &str = "`amount`, o `line_items`";
const RECURRING_GUIDE: &str = "la guía sobre pagos recurrentes";
const METADATA_LIMITS: &str = "los límites de metadata";

/// Returns the Spanish prose of a rule.
#[expect(clippy::too_many_lines, reason = "one entry a rule")]
pub(crate) const fn of(rule: Rule) -> Prose {
    match rule {
        // Shape
        Rule::JsonSyntax => prose(
            "el cuerpo no es un solo texto JSON: mala sintaxis, mal UTF-8, una marca de orden de bytes, la mitad de un par \
             sustituto, texto después del valor, un número fuera del rango de los flotantes de 64 bits, o más de 127 \
             niveles de anidamiento; es lo único en su informe",
            "el cuerpo; la mitad de un par sustituto en un valor de JavaScript: su cadena",
        )
        .from(&["la API lee JSON, RFC 8259"]),
        Rule::BodySize => prose(
            "el cuerpo es más largo que el límite, 1 MiB (1.048.576 bytes) salvo que una opción fije otro; se revisa antes \
             que la sintaxis, y es lo único en su informe",
            BODY,
        )
        .from(&["el trabajo debe tener un límite para cualquier entrada"])
        .such_as("un cuerpo de 1.048.577 bytes"),
        Rule::NotSerializable => prose(
            "el valor no se puede enviar como JSON: un ciclo, un BigInt, un getter o toJSON que lanza un error, más de 127 \
             niveles de anidamiento, o un cuerpo que no tiene texto en JSON; es lo único en su informe",
            "el valor",
        )
        .from(&["lo que JSON.stringify rechaza no se puede enviar"]),
        Rule::LostInJson => prose(
            "JSON.stringify omitiría un valor o lo cambiaría: una función, un símbolo, NaN o un infinito, una Date \
             inválida, un Map o un Set, una Promise, `undefined` en un arreglo, o un FormData, URLSearchParams, Request o \
             Response como cuerpo; no oculta nada: lo que resulta del texto también se informa",
            "el valor",
        )
        .from(&["lo que no se envía no se recibe"]),
        Rule::DuplicateKey => prose(
            "un nombre aparece más de una vez en un objeto de la solicitud o en metadata, pero no dentro de \
             `installments`, `direct_debit` o un valor de metadata; cuenta el primer valor",
            "el nombre",
        )
        .from(&["RFC 8259 no define cuál de los valores cuenta"]),
        Rule::Type => prose(
            "un valor es de otro tipo de JSON que el de su campo, como `null` en un arreglo; un entero no tiene decimales \
             y está dentro de ±(2^53 - 1)",
            "el valor",
        ),
        Rule::Required => prose(
            "falta un campo que su objeto siempre necesita: `currency`; `quantity` y `price_data` de un ítem (`price_data` \
             salvo que esté `price`); `currency`, `unit_amount` y `product_data` de `price_data` (`product_data` salvo que \
             esté `product`); `name` de `product_data`",
            FIELD,
        ),
        Rule::EmptyString => prose(
            "un campo de texto, o un elemento de un arreglo de textos, está vacío o tiene solo espacios en blanco; los \
             valores de metadata son libres",
            FIELD,
        )
        .from(&["la nada no es un correo, ni una URL, ni un nombre, ni un id"]),
        Rule::Enum => prose("un texto no es ninguno de los que admite su campo", FIELD),
        Rule::UnknownField => prose(
            "un nombre no está en la documentación, a cualquier profundidad, salvo dentro de metadata, `installments` y \
             `direct_debit`",
            "el nombre",
        )
        .from(&["los documentos no lo mencionan"]),

        // Format
        Rule::EmailFormat => prose(
            "`customer_email`, o el `email` de un cliente nuevo, no es una dirección de correo según el `<input \
             type=email>` del estándar HTML; un dominio internacionalizado es válido",
            FIELD,
        ),
        Rule::EmailDomain => prose(
            "`customer_email`, o el `email` de un cliente nuevo, está bien formado y no tiene un punto después de la `@`",
            FIELD,
        )
        .from(&["ahí no llega ningún comprobante"]),
        Rule::UrlFormat => prose(
            "`success_url`, `cancel_url` o `image_url` no es una URL absoluta a la que se pueda enviar a alguien: no tiene \
             esquema o `//`, tiene un esquema como `javascript` o `mailto`, espacios en blanco, caracteres de control o \
             invisibles, o, como `http` o `https`, un host o un puerto que no puede ser",
            FIELD,
        ),
        Rule::RedirectUrlHttp => prose("`success_url` o `cancel_url` es una URL con el esquema `http`", FIELD)
            .from(&["la API responde 400, también en modo de prueba y con localhost: lo probaron tres proyectos"]),
        Rule::UrlHttps => {
            prose("`success_url` o `cancel_url` es una URL cuyo esquema no es `https` ni `http`", FIELD)
                .from(&["hay quienes integran con esquemas de aplicaciones, y ningún documento los menciona"])
        }
        Rule::ImageUrlHttps => prose("`image_url` es una URL cuyo esquema no es `https`", FIELD),
        Rule::UrlPlaceholder => prose(
            "`success_url`, `cancel_url` o `image_url` es una URL que contiene `{` o `}`, o una URL `http` o `https` cuyo \
             host es `undefined`, `null`, `nan`, `http` o `https`",
            FIELD,
        )
        .from(&["una plantilla sin completar, o una base sin definir o con el esquema repetido"]),
        Rule::ExpiresAtFormat => prose(
            "`expires_at` no es una fecha y hora que exista, según RFC 3339 o ISO 8601, con `T` entre fecha y hora y sin \
             segundos intercalares; la versión 1 también acepta una fecha `YYYY-MM-DD`, que es la medianoche en que \
             termina ese día en UTC",
            "`expires_at`",
        ),
        Rule::ExpiresAtRfc3339 => prose(
            "`expires_at` está escrito como lo permite ISO 8601 y no RFC 3339: un desfase `+0300` o `+03`, sin segundos, \
             una coma antes de la fracción",
            "`expires_at`",
        )
        .from(&["expires_at", "hay bibliotecas que escriben así"]),
        Rule::ExpiresAtUtc => prose(
            "`expires_at` no tiene desfase horario, o tiene uno que no es cero, y `expires-at-rfc3339` no lo informa",
            "`expires_at`",
        ),
        Rule::TaxIdType => prose("el tipo de un `tax_id` no es `cl_rut` ni `mx_rfc`", "`type`")
            .from(&["tax_id, que da los dos como ejemplos"]),
        Rule::TaxIdFormat => prose(
            "el valor de un `cl_rut` no es un cuerpo de 1 a 8 dígitos, sin contar ceros iniciales, y un carácter \
             verificador (sin contar puntos, guiones y espacios), o el de un `mx_rfc` no es 3 o 4 letras, una fecha \
             `AAMMDD` y 3 letras o dígitos (sin contar guiones y espacios)",
            "`tax_id.value`",
        )
        .from(&["tax_id", "las formas del RUT y del RFC"]),
        Rule::RutCheckDigit => prose(
            "el dígito verificador de un RUT bien formado no es el de sus demás dígitos (módulo 11)",
            FIELD,
        )
        .from(&["el dígito verificador del RUT; hay documentos reales que no lo cumplen"]),
        Rule::HolderIdFormat => prose(
            "un `holder_id` no es un RUT cuando la moneda es CLP, o no es un RFC ni una CURP cuando es MXN",
            FIELD_OR_VALUE,
        ),
        Rule::AccountNumberFormat => prose(
            "el `number` de una cuenta contiene algo más que dígitos, o, salvo que la moneda sea MXN (una CLABE puede), \
             comienza con un cero; con MXN, también dígitos que no son 18 (una CLABE), ni 16 (una tarjeta), ni 10 (un \
             teléfono)",
            "`number`",
        )
        .from(&["Recipient Account Sender Account Object: number", "los largos de los números de cuenta en México"]),
        Rule::ClabeCheckDigit => prose(
            "la moneda es MXN y el `number` de una cuenta de 18 dígitos, una CLABE, no termina en el dígito verificador de \
             los 17 primeros",
            "`number`",
        )
        .from(&["el dígito verificador de una CLABE"]),
        Rule::AccountTypeUnlisted => {
            prose("el `type` de una cuenta no es `checking_account` ni `sight_account`", "`type`")
        }
        Rule::BusinessCategory => prose("la moneda es CLP y `category` no tiene 6 dígitos", "`category`"),
        Rule::BusinessTaxId => {
            prose("la moneda es CLP y `business_profile.tax_id` no es un RUT bien formado", "`tax_id`")
        }
        Rule::IdPrefix => prose(
            "`customer`, `payment_method`, `subscription`, o el `price` o `product` de un ítem comienza con el prefijo de \
             otro tipo de objeto",
            FIELD,
        )
        .from(&["los prefijos de los ids"]),
        Rule::IdForm => prose(
            "un id contiene espacios en blanco o `@`, o es un prefijo y nada más, y `id-prefix` no lo informa; o un \
             `institution_id` contiene espacios en blanco o una mayúscula",
            FIELD_OR_VALUE,
        )
        .from(&["las formas de los ids"]),
        Rule::ProductNameSize => prose("el nombre de un producto tiene más de 100 caracteres", "`name`")
            .from(&["el nombre más largo de un producto"]),
        Rule::MetadataCount => prose("metadata tiene más de 50 claves", "metadata").from(&[METADATA_LIMITS]),
        Rule::MetadataKeySize => {
            prose("una clave de metadata tiene más de 40 caracteres", KEY).from(&[METADATA_LIMITS])
        }
        Rule::MetadataValueSize => {
            prose("un texto en metadata tiene más de 500 caracteres", KEY).from(&[METADATA_LIMITS])
        }
        Rule::MetadataFlat => prose("un valor de metadata es un objeto o un arreglo", KEY)
            .from(&["los valores de metadata son simples"]),

        // Amount
        Rule::AmountPositive => {
            prose("`amount`, o el total de los ítems cuando falta, es menor que 1", AMOUNT_OR_ITEMS)
        }
        Rule::AmountLimit => {
            prose("`amount`, o el total de los ítems cuando falta, es 7.000.000 o más", AMOUNT_OR_ITEMS)
        }
        Rule::AmountInt32 => {
            prose("`amount`, o el total de los ítems cuando falta, es mayor que 2.147.483.647", AMOUNT_OR_ITEMS)
                .from(&["en el resto de la API los montos son enteros de 32 bits"])
        }
        Rule::AmountOrLineItems => prose("falta `amount`, y `line_items` falta o es un arreglo vacío", "`amount`"),
        Rule::AmountWithLineItems => {
            prose("están tanto `amount` como `line_items` (que no es un arreglo vacío)", "`amount`")
        }
        Rule::AmountRequiredInSubscription => prose("falta `amount`", "`amount`").note(
            "La página más nueva de Fintoc sobre crear una sesión dice lo contrario: omitir `amount` en una suscripción. \
             Para seguir esa página, cambia el nivel de esta regla a `allow` o `warn`",
        ),
        Rule::LineItemsRequiredInSubscription => {
            prose("`line_items` falta o es un arreglo vacío", "`line_items`")
        }
        Rule::AmountForbiddenInSetup => prose("`amount` está presente", "`amount`"),
        Rule::LineItemsInSetup => prose("`line_items` está presente y no es un arreglo vacío", "`line_items`")
            .from(&["en un setup no se cobra nada"]),
        Rule::LineItemsEmpty => {
            prose("`line_items` es un arreglo vacío, y ninguna otra regla pide ítems", "`line_items`")
                .from(&["una lista vacía no dice nada"])
        }
        Rule::AmountEqualsTotal => prose(
            "`amount` es 1 o más y difiere del total de los ítems, la suma de `quantity` x `unit_amount`",
            "`amount`",
        ),
        Rule::TotalRange => prose("el total de los ítems es mayor que 2^53 - 1", "`line_items`")
            .from(&["los lectores de JSON no conservan exactos los enteros más grandes"]),
        Rule::QuantityPositive => {
            prose("la `quantity` de un ítem es menor que 1", "`quantity`").from(&["quantity", "nadie compra menos de uno"])
        }
        Rule::IntervalCountPositive => {
            prose("el `interval_count` de un `recurring` es menor que 1", "`interval_count`").from(&[RECURRING_GUIDE])
        }
        Rule::RecurringOnlyInSubscription => prose(
            "`recurring` está en el `price_data` de un ítem: solo una suscripción vuelve a cobrar",
            "`recurring`",
        )
        .from(&[RECURRING_GUIDE]),
        Rule::RecurringExpected => prose(
            "el `price_data` de un ítem es un objeto sin `recurring`, y el ítem tampoco tiene `price`: nada dice cada \
             cuánto se cobra",
            "`recurring`",
        )
        .from(&["la guía sobre pagos recurrentes, en todos sus ejemplos"]),
        Rule::PriceXorPriceData => {
            prose("un ítem tiene tanto `price` como `price_data`", "`price_data`").from(&[RECURRING_GUIDE])
        }
        Rule::ProductXorProductData => {
            prose("un `price_data` tiene tanto `product` como `product_data`", "`product_data`").from(&[RECURRING_GUIDE])
        }
        Rule::UnitAmountNegative => prose("el `unit_amount` de un ítem es menor que 0", "`unit_amount`")
            .from(&["unit_amount", "un precio no es negativo; la API no tiene descuentos"]),
        Rule::UnitAmountZero => prose(
            "el `unit_amount` de un ítem es 0, salvo que el total se pueda calcular y sea 1 o más, como cuando hay un ítem \
             gratis junto a otros pagados",
            "`unit_amount`",
        )
        .from(&["la API puede rechazar un ítem que no cuesta nada"]),
        Rule::CurrencyMatchesSession => {
            prose("la moneda de un ítem no es la de la sesión", "la `currency` del ítem")
                .from(&["los montos en dos monedas no tienen un total"])
        }
        Rule::CurrencyCase => prose(
            "una moneda es `CLP` o `MXN` salvo por mayúsculas y minúsculas, que la versión 1 acepta",
            "la moneda",
        ),

        // Customer
        Rule::CustomerXorCustomerData => prose(
            "están tanto `customer` como `customer_data`, y `customer` no está mal formado",
            "`customer_data`",
        ),
        Rule::CustomerIdentified => prose("`customer_data` no tiene `email` ni `tax_id`", "`customer_data`"),
        Rule::TaxIdComplete => prose("a un `tax_id` le falta `type` o `value`", MISSING).from(&[
            "customer_data",
            "tax_id",
            "el cliente nuevo de la versión 1 es el mismo objeto",
        ]),
        Rule::CustomerRequired => prose(
            "faltan `customer` y `customer_data`; en un setup también `subscription`, que tiene su cliente",
            "`customer`",
        )
        .from(&["las suscripciones y los setups pertenecen a un cliente"]),
        Rule::SubscriptionOnlyInSetup => prose(
            "`subscription` está presente: solo un setup renueva el método de pago de una suscripción",
            "`subscription`",
        )
        .from(&["la guía sobre actualizar el método de pago de una suscripción"]),

        // Payment methods
        Rule::PaymentMethodTypesForFlow => prose(
            "un elemento de `payment_method_types` no es un tipo del flujo (payment: `card`, `bank_transfer`, \
             `installments`; subscription: `card`, `pac`; setup: `card`, `bank_transfer`, `pac`; versión 1: \
             `bank_transfer`, `card`), o, cuando el flujo está mal formado, no es un tipo de ningún flujo; fuera del flujo \
             payment, `direct_debit` tiene su propia regla",
            ELEMENT,
        ),
        Rule::DirectDebitUnlisted => prose(
            "un elemento de `payment_method_types` es `direct_debit`, que un documento incluye y otro no, salvo que la \
             moneda sea MXN",
            ELEMENT,
        ),
        Rule::PaymentMethodTypesEmpty => {
            prose("`payment_method_types` es un arreglo vacío", "`payment_method_types`")
        }
        Rule::PaymentMethodTypesUnique => {
            prose("un elemento de `payment_method_types` repite uno anterior", "la repetición")
                .from(&["el segundo no dice nada que no diga el primero"])
        }
        Rule::TypeCurrency => prose(
            "un elemento de `payment_method_types` es `pac` o `installments` cuando la moneda es MXN, o `direct_debit` \
             cuando es CLP; no un elemento que el flujo no acepta",
            ELEMENT,
        )
        .from(&["payment_method_types", "los países de cada método de pago"]),
        Rule::OptionsMatchTypes => prose(
            "una clave de `payment_method_options` no está en `payment_method_types`, o, cuando este falta o es un arreglo \
             vacío, no es un tipo del flujo (`direct_debit` lo es en suscripciones y setups)",
            KEY,
        ),
        Rule::OptionsIncomplete => prose(
            "`pac` no tiene `sender_account`, o `card` no tiene `types` o lo tiene como un arreglo vacío; no una clave que \
             `options-match-types` informa",
            "el miembro que falta",
        ),
        Rule::RecipientAccountComplete => prose(
            "a un `recipient_account` le falta uno de sus cuatro campos (`type` solo cuenta si la moneda no es MXN); uno al \
             que le faltan todos se informa una vez",
            "el campo que falta, o `recipient_account`",
        ),
        Rule::SenderAccountForm => prose(
            "`holder_id` o `institution_id` de un `sender_account` es un texto simple que no está en blanco, el formato de \
             las respuestas, o un objeto sin `value`",
            FIELD_OR_VALUE,
        ),
        Rule::InstitutionCurrency => prose(
            "un `institution_id` comienza con `cl_` cuando la moneda es MXN, o con `mx_` cuando es CLP",
            FIELD_OR_VALUE,
        )
        .from(&["los bancos de un país no tienen la moneda del otro"]),
        Rule::CardTypeUnlisted => prose("un elemento de `card.types` no es `credit`, `debit` ni `prepaid`", ELEMENT)
            .from(&["los tipos de tarjeta"]),
        Rule::PaymentMethodNeedsCustomer => {
            prose("`payment_method` está presente y `customer` falta", "`customer`")
        }
        Rule::PaymentMethodNeedsBankTransfer => prose(
            "`payment_method` está presente y `payment_method_types` falta, o está bien formado, no está vacío y no es \
             exactamente `[\"bank_transfer\"]`",
            "`payment_method_types`",
        ),
        Rule::PaymentMethodInSubscription => prose(
            "`payment_method` está presente: requiere `bank_transfer`, que una suscripción no acepta",
            "`payment_method`",
        ),
        Rule::PaymentMethodInSetup => {
            prose("`payment_method` está presente: en un setup no se paga nada", "`payment_method`")
                .from(&["payment_method", "en un setup no se paga nada"])
        }
        Rule::SavePaymentMethodOnlyInPayment => {
            prose("`save_payment_method` está presente", "`save_payment_method`")
        }
        Rule::SavePaymentMethodNeedsCustomer => prose(
            "`save_payment_method` es `enabled`, y faltan `customer` y `customer_data`",
            "`customer`",
        ),

        // Redirects and expiry
        Rule::UiModeOnlyInPayment => prose("`ui_mode` está presente", "`ui_mode`"),
        Rule::RedirectUrlsRequired => {
            prose("`ui_mode` falta o es `hosted`, y falta `success_url` o `cancel_url`", MISSING)
        }
        Rule::RedirectUrlsExpected => {
            prose("`ui_mode` falta o es `hosted`, y falta `success_url` o `cancel_url`", MISSING)
                .from(&["los ejemplos de ambos flujos las tienen"])
        }
        Rule::RedirectUrlsTogether => prose("una de `success_url` y `cancel_url` está, y la otra falta", MISSING),
        Rule::ExpiresAtLead => prose(
            "`expires_at` es menos de 10 minutos posterior a ahora; en la versión 1, no es posterior a ahora",
            "`expires_at`",
        )
        .from(&["expires_at", "en la versión 1, lo que ya expiró no se puede pagar"]),
        Rule::ExpiresAtTight => prose(
            "`expires_at` es al menos 10 pero menos de 11 minutos posterior a ahora",
            "`expires_at`",
        )
        .from(&["la solicitud puede llegar demasiado tarde"]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::info::Reference;
    use super::*;
    use crate::report::messages::Locale;

    #[test]
    fn parts_are_as_many_as_sources_and_every_reason_is_in_spanish() {
        for rule in Rule::ALL {
            let sources = rule.info().sources;
            let parts = of(*rule).parts;
            assert!(parts.is_empty() || parts.len() == sources.len(), "{rule}");
            for (index, source) in sources.iter().enumerate() {
                let is_reason = matches!(source.reference, Reference::Other | Reference::Inference);
                let translated = parts.get(index);
                assert!(!is_reason || translated.is_some_and(|part| *part != source.part), "{rule}: {}", source.part);
            }
        }
    }

    #[test]
    fn both_languages_name_the_same_fields_and_values() {
        let names = |text: &'static str| -> BTreeSet<&str> { text.split('`').skip(1).step_by(2).collect() };
        for rule in Rule::ALL {
            let [english, spanish] = [Locale::En, Locale::Es].map(|locale| rule.describe(locale));
            // The letters of a date pattern differ by language: YYMMDD, AAMMDD.
            if *rule != Rule::TaxIdFormat {
                assert_eq!(names(english.when), names(spanish.when), "{rule}");
            }
            assert_eq!(names(english.at), names(spanish.at), "{rule}");
            assert_eq!(english.note.map(names), spanish.note.map(names), "{rule}");
            assert_ne!(english.when, spanish.when, "{rule}");
        }
    }
}
