use super::Words;
use crate::expires_at::ExpiresAtFault;
use crate::formats::{EmailFault, IdFault, UrlFault};
use crate::json::{JsonType, SyntaxFault};
use crate::report::violation::{BodyKind, Violation};
use crate::report::violation_kind::{Correction, Elsewhere, Loss, TaxIdKind, ValueFault, ViolationKind};
use crate::request::Currency;
use crate::tape::Expected;

pub(super) const SPANISH: Words = Words {
    sentence,
    expected,
    json_type,
    syntax_fault,
    value_fault,
    loss,
    body: "el cuerpo de la solicitud",
    session: "la sesión",
    event: "el evento",
    of_item: "{field_name} del ítem",
    item_currency: "la currency del ítem",
    element: "un elemento de {field}",
    key: "una clave de {field}",
    total: "el total de {field_name}",
    in_flow: " en el flujo {flow}",
    of_flows: "; ese tipo es del flujo {flows}",
    of_older_version: "; ese es el nombre anterior a la versión 2026-02-01 de la API",
    perhaps: "; ¿quisiste decir {suggestion}?",
    or_date: ", o una fecha, como 2030-12-31",
    expires_at_fault,
    or: " o ",
    group: '.',
};

#[expect(clippy::too_many_lines, reason = "one sentence a problem")]
fn sentence(violation: &Violation) -> &'static str {
    if violation.body != BodyKind::Request {
        return sentence_of_answer(violation);
    }
    let path = &violation.path;
    match &violation.kind {
        // Shape
        ViolationKind::JsonSyntax { .. } if path.has_other_name() => {
            "un texto en {it} tiene la mitad de un carácter (un sustituto suelto), que JSON no admite: corta los textos \
             entre caracteres."
        }
        ViolationKind::JsonSyntax { .. } if !path.segments().is_empty() => {
            "{it} tiene la mitad de un carácter (un sustituto suelto), que JSON no admite: corta los textos entre \
             caracteres."
        }
        ViolationKind::JsonSyntax { .. } => {
            "el cuerpo de la solicitud no es JSON válido en la línea {line}, columna {column}: {fault}."
        }
        ViolationKind::BodySize { .. } => "el cuerpo de la solicitud debe tener como máximo {limit} bytes.",
        ViolationKind::NotSerializable { .. } if path.has_other_name() => {
            "un valor en {it} no se puede enviar como JSON: {cause}."
        }
        ViolationKind::NotSerializable { .. } => "{it} no se puede enviar como JSON: {cause}.",
        ViolationKind::LostInJson { .. } if path.has_other_name() => "un valor en {it} es {cause}.",
        ViolationKind::LostInJson { .. } => "{it} es {cause}.",
        ViolationKind::DuplicateKey if path.has_other_name() => {
            "un nombre aparece más de una vez en {it}, y JSON no define qué valor cuenta."
        }
        ViolationKind::DuplicateKey => "{it} aparece más de una vez en su objeto, y JSON no define qué valor cuenta.",
        ViolationKind::Type { found: JsonType::String, .. } if path.segments().is_empty() => {
            "{it} debe ser {expected}, pero es {found}, quizás codificada dos veces (validateJson recibe texto JSON)."
        }
        ViolationKind::Type { expected: Expected::String, found: JsonType::Object, .. } if path.is_customer() => {
            "customer debe ser el id de un cliente, una cadena de texto, pero es un objeto: envía el id de uno que \
             exista, o bien los datos de uno nuevo en customer_data."
        }
        ViolationKind::Type { has_decimals: true, .. } if path.is_named("amount") || path.is_named("unit_amount") => {
            "{it} debe ser un número entero, en la unidad mínima de la moneda (pesos en CLP, centavos en MXN), pero \
             tiene decimales."
        }
        ViolationKind::Type { has_decimals: true, .. } => "{it} debe ser un número entero, pero tiene decimales.",
        ViolationKind::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} debe ser un entero de -9007199254740991 a 9007199254740991, pero está fuera de ese rango."
        }
        ViolationKind::Type { correction: Some(Correction::Integer(_)), .. } => {
            "{it} debe ser un entero, pero es una cadena de texto: quita las comillas."
        }
        ViolationKind::Type { correction: Some(Correction::ArrayOf(_)), .. } => {
            "{it} debe ser un arreglo, pero es una cadena de texto: ponla entre corchetes."
        }
        ViolationKind::Type { found: JsonType::Number, .. } if path.is_named("expires_at") => {
            "{it} debe ser una cadena de texto con fecha, hora y zona horaria, como 2030-12-31T23:59:59Z, pero es un \
             número."
        }
        ViolationKind::Type { .. } => "{it} debe ser {expected}, pero es {found}.",
        ViolationKind::Required => "falta {it}.",
        ViolationKind::EmptyString => "{it} debe tener contenido, no solo espacios en blanco.",
        ViolationKind::Enum { allowed: ["payment"], .. } => {
            "la versión 1 de la API solo tiene el flujo payment: para subscription y setup, usa la versión 2{perhaps}"
        }
        ViolationKind::Enum { .. } => "{it} debe ser {allowed}{perhaps}",
        ViolationKind::UnknownField { elsewhere: Some(elsewhere), .. } => match elsewhere {
            Elsewhere::Version2 { .. } => "{name} es un campo de la versión 2 de la API, no de la 1.",
            Elsewhere::NewCustomer { .. } => {
                "{it} no tiene un campo documentado con este nombre: la API lo llama {name}, y customer_data se envía en \
                 lugar de customer."
            }
            Elsewhere::Inside { .. } => "{it} no tiene un campo documentado con este nombre: va en {objects}.",
            Elsewhere::Called { .. } => "{it} no tiene un campo documentado con este nombre: la API lo llama {name}.",
            Elsewhere::Metadata => {
                "{it} no tiene un campo documentado con este nombre: los datos propios del comercio van en metadata."
            }
            Elsewhere::Header { .. } => {
                "{it} no tiene un campo documentado con este nombre: {name} es un encabezado de la solicitud."
            }
            Elsewhere::Wrapper => {
                "el cuerpo de la solicitud no tiene un campo documentado con este nombre: sus campos se envían \
                 directamente, sin un objeto que los envuelva."
            }
            Elsewhere::OldName => {
                "payment_methods es el nombre que tenía payment_method_types antes de la versión 2026-02-01 de la API."
            }
            Elsewhere::Duration => {
                "{it} no tiene un campo documentado con este nombre: en lugar de una duración, expires_at lleva una \
                 fecha y hora, como 2030-12-31T23:59:59Z."
            }
        },
        ViolationKind::UnknownField { elsewhere: None, .. } => {
            "{it} no tiene un campo documentado con este nombre: la API puede ignorarlo o rechazarlo{perhaps}"
        }

        // Format
        ViolationKind::EmailFormat { fault: EmailFault::Invisible } => {
            "{it} contiene un carácter que no se ve: escríbelo de nuevo, como nombre@example.com."
        }
        ViolationKind::EmailFormat { fault: EmailFault::Form } => {
            "{it} debe ser una dirección de correo, como nombre@example.com."
        }
        ViolationKind::EmailDomain => "{it} tiene un dominio sin punto: ahí no llega ningún comprobante.",
        ViolationKind::UrlFormat { fault: UrlFault::NoScheme } => {
            "{it} debe ser una URL absoluta, como https://example.com/ruta, pero no tiene esquema."
        }
        ViolationKind::UrlFormat { fault: UrlFault::HostWithoutScheme } => {
            "{it} debe ser una URL absoluta, pero falta https:// antes del host y el puerto."
        }
        ViolationKind::UrlFormat { fault: UrlFault::NoSlashes } => {
            "{it} debe ser una URL absoluta, como https://example.com/ruta, pero no tiene // después del esquema."
        }
        ViolationKind::UrlFormat { fault: UrlFault::UnusableScheme } => {
            "{it} debe ser una URL a la que se pueda enviar a alguien, como https://example.com/ruta: su esquema no lo permite."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Space } => {
            "{it} debe ser una URL absoluta, pero contiene espacios o caracteres de control."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Invisible } => {
            "{it} debe ser una URL absoluta, pero contiene un carácter que no se ve: escríbela de nuevo."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Host } => {
            "{it} debe ser una URL absoluta, como https://example.com/ruta, pero le falta el host o no puede serlo."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Port } => {
            "{it} debe ser una URL absoluta, pero su puerto no es un número de 0 a 65535."
        }
        ViolationKind::RedirectUrlHttp => {
            "{it} debe comenzar con https://: se ha visto que Fintoc rechaza http://, en modo de prueba y también con localhost."
        }
        ViolationKind::UrlHttps => "{it} debería comenzar con https://: la API puede rechazar cualquier otro esquema.",
        ViolationKind::ImageUrlHttps => "{it} debe comenzar con https://.",
        ViolationKind::UrlPlaceholder => {
            "{it} contiene un marcador sin reemplazar: una plantilla sin completar o una variable sin definir."
        }
        ViolationKind::ExpiresAtFormat { .. } => {
            "expires_at debe ser una fecha y hora válida con zona horaria, como 2030-12-31T23:59:59Z{or_date}{fault}."
        }
        ViolationKind::ExpiresAtRfc3339 { .. } => {
            "expires_at debería escribirse según RFC 3339, en UTC, como 2030-12-31T23:59:59Z: la API puede rechazar otras formas."
        }
        ViolationKind::ExpiresAtUtc { .. } => "expires_at debería estar en UTC y terminar en Z.",
        ViolationKind::TaxIdType { .. } => "tax_id.type debería ser {allowed}{perhaps}",
        ViolationKind::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value debe ser un RUT: de 1 a 8 dígitos y un dígito verificador, de 0 a 9 o K, como 11.111.111-1."
        }
        ViolationKind::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value debe ser un RFC: 3 o 4 letras, una fecha AAMMDD y 3 letras o dígitos, como XAXX010101000."
        }
        ViolationKind::RutCheckDigit { is_zeros: true } => "{it} contiene solo ceros: no es el RUT de nadie.",
        ViolationKind::RutCheckDigit { is_zeros: false } => {
            "el dígito verificador de {it} no corresponde a los demás dígitos: revisa si hay un error de tipeo o si \
             falta el dígito verificador (0 a 9 o K)."
        }
        ViolationKind::HolderIdFormat { currency: Currency::Clp } => "{it} debería ser un RUT cuando currency es CLP.",
        ViolationKind::HolderIdFormat { currency: Currency::Mxn } => {
            "{it} debería ser un RFC o una CURP cuando currency es MXN."
        }
        ViolationKind::AccountNumberFormat { currency: Some(Currency::Mxn) } => {
            "{it} debería tener 18 dígitos (una CLABE), 16 (una tarjeta) o 10 (un teléfono) cuando currency es MXN."
        }
        ViolationKind::ClabeCheckDigit => {
            "{it} es una CLABE cuyo dígito verificador no corresponde a los demás dígitos: revisa si hay un error de tipeo."
        }
        ViolationKind::AccountTypeUnlisted { .. } | ViolationKind::CardTypeUnlisted { .. } => {
            "{it} debería ser {allowed}{perhaps}"
        }
        ViolationKind::AccountNumberFormat { .. } => {
            "{it} debería tener solo dígitos (sin guiones), y sin ceros al comienzo salvo que currency sea MXN."
        }
        ViolationKind::BusinessCategory => {
            "business_profile.category debería ser un código de actividad de 6 dígitos cuando currency es CLP."
        }
        ViolationKind::BusinessTaxId => "business_profile.tax_id debería ser un RUT cuando currency es CLP.",
        ViolationKind::IdPrefix { .. } => {
            "{it} debería comenzar con {expected}, pero comienza con el prefijo de otro tipo de objeto."
        }
        ViolationKind::IdForm { fault: IdFault::WhiteSpace } => "{it} debería ser un id, pero contiene espacios.",
        ViolationKind::IdForm { fault: IdFault::At } => {
            "{it} debería ser un id, pero contiene una @, como una dirección de correo."
        }
        ViolationKind::IdForm { fault: IdFault::BarePrefix } => {
            "{it} debería ser un id, pero no tiene nada después del prefijo."
        }
        ViolationKind::IdForm { fault: IdFault::Capital } => {
            "{it} debería ser un id en minúsculas, como cl_banco_estado, pero contiene una mayúscula."
        }
        ViolationKind::ProductNameSize { .. } => {
            "product_data.name debería tener como máximo {limit} caracteres, pero tiene {length}."
        }
        ViolationKind::MetadataCount { .. } => "{it} debería tener como máximo {limit} claves, pero tiene {count}.",
        ViolationKind::MetadataKeySize { .. } => {
            "una clave de {it} debería tener como máximo {limit} caracteres, pero tiene {length}."
        }
        ViolationKind::MetadataValueSize { .. } => {
            "un valor de {it} debería tener como máximo {limit} caracteres, pero tiene {length}."
        }
        ViolationKind::MetadataFlat => "un valor de {it} no debería ser un objeto ni un arreglo.",

        // Amount
        ViolationKind::AmountPositive { .. } => "{sum} debe ser 1 o más, pero es {amount}.",
        ViolationKind::AmountLimit { .. } => {
            "en la versión 1 de la API, {sum} debe ser menor que {limit}, pero es {amount}."
        }
        ViolationKind::AmountInt32 { .. } => {
            "{sum} debería ser como máximo {limit}, pero es {amount}: en el resto de la API los montos son enteros \
             de 32 bits."
        }
        ViolationKind::AmountOrLineItems => "falta amount: el flujo payment necesita amount o line_items.",
        ViolationKind::AmountWithLineItems => {
            "amount debe omitirse cuando se envía line_items: se calcula a partir de los ítems."
        }
        ViolationKind::AmountRequiredInSubscription { total: Some(_) } => {
            "falta amount: el flujo subscription lo necesita, igual al total de line_items, {total}."
        }
        ViolationKind::AmountRequiredInSubscription { total: None } => {
            "falta amount: el flujo subscription lo necesita, igual al total de line_items."
        }
        ViolationKind::LineItemsRequiredInSubscription => {
            "falta line_items o está vacío: el flujo subscription necesita al menos un ítem."
        }
        ViolationKind::AmountForbiddenInSetup => "amount debe omitirse: en el flujo setup no se cobra nada.",
        ViolationKind::LineItemsInSetup => "line_items debería omitirse: en el flujo setup no se cobra nada.",
        ViolationKind::LineItemsEmpty => "line_items debería omitirse o tener al menos un ítem, pero está vacío.",
        ViolationKind::AmountEqualsTotal { .. } => "amount debe ser el total de line_items, {total}, pero es {amount}.",
        ViolationKind::TotalRange => "el total de line_items debe ser como máximo 9007199254740991, pero es mayor.",
        ViolationKind::QuantityPositive { .. } => "{it} debe ser 1 o más, pero es {quantity}.",
        ViolationKind::IntervalCountPositive { .. } => "{it} debe ser 1 o más, pero es {interval_count}.",
        ViolationKind::RecurringOnlyInSubscription { .. } => {
            "{it} debería omitirse en el flujo {flow}: solo una suscripción vuelve a cobrar un ítem."
        }
        ViolationKind::RecurringExpected => "falta {it}: nada dice cada cuánto se cobra el ítem.",
        ViolationKind::PriceXorPriceData => {
            "price_data debería omitirse cuando el ítem tiene price: un ítem tiene uno de los dos."
        }
        ViolationKind::ProductXorProductData => {
            "product_data debería omitirse cuando price_data tiene product: tiene uno de los dos."
        }
        ViolationKind::UnitAmountNegative { .. } => "{it} debe ser 0 o más, pero es {unit_amount}.",
        ViolationKind::UnitAmountZero => "{it} es 0: la API puede rechazar un ítem que cuesta 0.",
        ViolationKind::CurrencyMatchesSession { .. } => "{it} debe ser la de la sesión, {session}, pero es {item}.",
        ViolationKind::CurrencyCase { .. } => "{it} debería ser {currency}, en mayúsculas.",

        // Customer
        ViolationKind::CustomerXorCustomerData => {
            "customer_data debe omitirse cuando se envía customer: una sesión tiene uno de los dos."
        }
        ViolationKind::CustomerIdentified => "customer_data debe tener email o tax_id, pero no tiene ninguno.",
        ViolationKind::TaxIdComplete => "falta {it}: un tax_id necesita type y value.",
        ViolationKind::CustomerRequired { takes_data: false, .. } => {
            "falta customer: el flujo {flow} debería tener customer."
        }
        ViolationKind::CustomerRequired { .. } => {
            "falta customer: el flujo {flow} debería tener customer o customer_data."
        }
        ViolationKind::SubscriptionOnlyInSetup { .. } => {
            "subscription debería omitirse en el flujo {flow}: sirve en un setup para renovar el método de pago de una suscripción."
        }

        // Payment methods
        ViolationKind::PaymentMethodTypesForFlow { .. } => "{it} debe ser {allowed}{in_flow}{of_flows}{perhaps}",
        ViolationKind::DirectDebitUnlisted => {
            "la API puede rechazar direct_debit: la página de Fintoc sobre el objeto Checkout Session lo incluye, la de crear una sesión no."
        }
        ViolationKind::PaymentMethodTypesEmpty => {
            "payment_method_types debe omitirse o tener al menos un tipo, pero está vacío."
        }
        ViolationKind::PaymentMethodTypesUnique => "{it} no debería repetir uno anterior.",
        ViolationKind::TypeCurrency { .. } => {
            "payment_method_types no debería contener {method} cuando currency es {currency}."
        }
        ViolationKind::OptionsMatchTypes { flow: Some(_), .. } => {
            "{key} no es un método de pago del flujo {flow} ({allowed}){of_flows}{perhaps}"
        }
        ViolationKind::OptionsMatchTypes { flow: None, .. } => {
            "{key} debe figurar en payment_method_types para tener opciones, pero no figura{perhaps}"
        }
        ViolationKind::OptionsIncomplete => {
            "falta {it} o está vacío: sin él, las opciones del método de pago no dicen nada."
        }
        ViolationKind::RecipientAccountComplete { is_empty: true } => {
            "recipient_account debería tener holder_id, institution_id, number y, salvo que currency sea MXN, type, pero no tiene ninguno."
        }
        ViolationKind::RecipientAccountComplete { is_empty: false } => {
            "falta {it}: un recipient_account debería tener holder_id, institution_id, number y, salvo que currency sea MXN, type."
        }
        ViolationKind::SenderAccountForm { is_plain: true } => {
            "{it} debería enviarse como {object}: como texto solo aparece en las respuestas."
        }
        ViolationKind::SenderAccountForm { is_plain: false } => "falta {it}: el campo se envía como {object}.",
        ViolationKind::InstitutionCurrency { currency: Currency::Clp } => {
            "{it} debería ser de Chile cuando currency es CLP, pero comienza con mx_."
        }
        ViolationKind::InstitutionCurrency { currency: Currency::Mxn } => {
            "{it} debería ser de México cuando currency es MXN, pero comienza con cl_."
        }
        ViolationKind::PaymentMethodNeedsCustomer { is_saved_method: true } => {
            "falta customer: payment_method necesita el id del cliente al que pertenece (customer_data no sirve)."
        }
        ViolationKind::PaymentMethodNeedsCustomer { is_saved_method: false } => {
            "falta customer: payment_method es el id de un método de pago guardado de un cliente (customer_data no sirve); para elegir el tipo de pago, envía payment_method_types en su lugar."
        }
        ViolationKind::PaymentMethodNeedsBankTransfer { is_saved_method: true } => {
            "payment_method_types debe ser exactamente [\"bank_transfer\"] cuando se envía payment_method."
        }
        ViolationKind::PaymentMethodNeedsBankTransfer { is_saved_method: false } => {
            "payment_method_types debe ser exactamente [\"bank_transfer\"] cuando se envía payment_method, que es el id de un método de pago guardado; para elegir el tipo de pago, omite payment_method."
        }
        ViolationKind::PaymentMethodInSubscription { is_saved_method: true } => {
            "payment_method debe omitirse: requiere bank_transfer, que una suscripción no acepta."
        }
        ViolationKind::PaymentMethodInSubscription { is_saved_method: false } => {
            "payment_method debe omitirse en una suscripción: es el id de un método de pago guardado; para elegir el tipo de pago, usa payment_method_types."
        }
        ViolationKind::PaymentMethodInSetup { is_saved_method: true } => {
            "payment_method debería omitirse: en el flujo setup no se cobra nada."
        }
        ViolationKind::PaymentMethodInSetup { is_saved_method: false } => {
            "payment_method debería omitirse en un setup: es el id de un método de pago guardado; para elegir el tipo de pago, usa payment_method_types."
        }
        ViolationKind::SavePaymentMethodOnlyInPayment => {
            "save_payment_method debe omitirse: es solo para el flujo payment."
        }
        ViolationKind::SavePaymentMethodNeedsCustomer => {
            "falta customer: save_payment_method necesita customer o customer_data cuando es enabled."
        }

        // Redirects and expiry
        ViolationKind::UiModeOnlyInPayment => "ui_mode debería omitirse: es solo para el flujo payment.",
        ViolationKind::RedirectUrlsRequired => {
            "falta {it}: el flujo payment necesita success_url y cancel_url salvo que ui_mode sea embedded."
        }
        ViolationKind::RedirectUrlsExpected => {
            "falta {it}: los flujos subscription y setup deberían tener success_url y cancel_url."
        }
        ViolationKind::RedirectUrlsTogether => "falta {it}: success_url y cancel_url deberían enviarse juntas.",
        ViolationKind::ExpiresAtLead { minutes: 0 } => "expires_at debe ser posterior a ahora.",
        ViolationKind::ExpiresAtLead { .. } => "expires_at debe ser al menos {minutes} minutos posterior a ahora.",
        ViolationKind::ExpiresAtTight => {
            "expires_at debería ser al menos 11 minutos posterior a ahora: la API exige 10 al llegar la solicitud."
        }
    }
}

/// Returns the sentence for a body that Fintoc sent, which the reader cannot fix: it says how the body differs from the
/// documentation.
fn sentence_of_answer(violation: &Violation) -> &'static str {
    match &violation.kind {
        ViolationKind::JsonSyntax { .. } => "{it} no es JSON válido en la línea {line}, columna {column}: {fault}.",
        ViolationKind::BodySize { .. } => "{it} debe tener como máximo {limit} bytes.",
        ViolationKind::NotSerializable { .. } if violation.path.has_other_name() => {
            "un valor en {it} no se puede leer como JSON: {cause}."
        }
        ViolationKind::NotSerializable { .. } => "{it} no se puede leer como JSON: {cause}.",
        ViolationKind::Enum { .. } if violation.body == BodyKind::ApiError => {
            "esto es un error de la API: se esperaba {allowed}."
        }
        ViolationKind::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} es un entero según la documentación, pero tiene decimales o pasa de 9007199254740991."
        }
        ViolationKind::Type { .. } if violation.path.segments().is_empty() => {
            "{it} debe ser {expected}, pero es {found}."
        }
        ViolationKind::Type { .. } => "{it} es {expected} según la documentación, pero llegó {found}.",
        ViolationKind::DuplicateKey if violation.path.has_other_name() => {
            "un nombre aparece más de una vez en {it}: cuenta el primer valor."
        }
        ViolationKind::DuplicateKey => "{it} aparece más de una vez: cuenta el primer valor.",
        ViolationKind::Enum { .. } => "{it} debe ser {allowed}.",
        // `Required`: no other rule checks answers.
        _ => "falta {it}.",
    }
}

const fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Integer => "un entero",
        Expected::String => "una cadena de texto",
        Expected::StringOrObject => "una cadena de texto o un objeto",
        Expected::Boolean => "un booleano",
        Expected::Array => "un arreglo",
        Expected::Object => "un objeto",
        Expected::OneOf { .. } => "una cadena de texto ({allowed})",
    }
}

const fn json_type(found: JsonType) -> &'static str {
    match found {
        JsonType::Null => "null",
        JsonType::Boolean => "un booleano",
        JsonType::Number => "un número",
        JsonType::String => "una cadena de texto",
        JsonType::Array => "un arreglo",
        JsonType::Object => "un objeto",
    }
}

const fn syntax_fault(fault: SyntaxFault) -> &'static str {
    match fault {
        SyntaxFault::End => "termina antes de tiempo",
        SyntaxFault::Unexpected => "hay un carácter inesperado",
        SyntaxFault::ExtraComma => "sobra una coma",
        SyntaxFault::MissingComma => "falta una coma aquí",
        SyntaxFault::SingleQuote => "los textos y los nombres van entre comillas dobles, no simples",
        SyntaxFault::UnquotedName => "un nombre no está entre comillas dobles",
        SyntaxFault::Comment => "JSON no admite comentarios",
        SyntaxFault::Word => "hay una palabra que JSON no tiene, como NaN, undefined o True",
        SyntaxFault::ControlCharacter => "una cadena de texto contiene un carácter de control sin escape",
        SyntaxFault::Escape => "una cadena de texto contiene un escape que JSON no tiene",
        SyntaxFault::LoneSurrogate => "un escape \\u es la mitad de un par sustituto",
        SyntaxFault::NumberRange => "un número está fuera del rango de los flotantes de 64 bits",
        SyntaxFault::Depth => "hay arreglos y objetos anidados a más de 127 niveles",
        SyntaxFault::Trailing => "hay texto después del valor",
        SyntaxFault::ByteOrderMark => "hay una marca de orden de bytes",
        SyntaxFault::Encoding => "hay bytes que no son UTF-8",
    }
}

const fn value_fault(value_fault: ValueFault) -> &'static str {
    match value_fault {
        ValueFault::NotText => {
            "validateJson recibe texto JSON, una cadena o bytes de UTF-8; espera la Promise con await, y pasa los objetos a validate"
        }
        ValueFault::Undefined => "es undefined",
        ValueFault::Function => "es una función",
        ValueFault::Symbol => "es un símbolo",
        ValueFault::Cycle => "se contiene a sí mismo",
        ValueFault::BigInt => "es un BigInt, que JSON.stringify rechaza; Number lo convierte en número",
        ValueFault::Getter => "leerlo lanza un error",
        ValueFault::ToJson => "su toJSON lanza un error",
        ValueFault::Depth => "está anidado a más de 127 niveles",
    }
}

const fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Function => "una función, que no se envía",
        Loss::Symbol => "un símbolo, que no se envía",
        Loss::Undefined => "undefined, que en un arreglo se envía como null",
        Loss::NotFinite => "NaN o infinito, que se envía como null",
        Loss::InvalidDate => "una Date inválida, que se envía como null",
        Loss::Map => "un Map, cuyas entradas no se envían; Object.fromEntries lo convierte en objeto",
        Loss::Set => "un Set, cuyos valores no se envían; usa un arreglo",
        Loss::Promise => "una Promise, cuyo valor no se envía; usa await",
        Loss::FormData => "un FormData, cuyos campos no se envían; readForm lo convierte en una solicitud",
        Loss::UrlSearchParams => {
            "un URLSearchParams, cuyos campos no se envían; readForm lo convierte en una solicitud"
        }
        Loss::Request => "una Request, cuyo cuerpo no se envía; usa await con su json()",
        Loss::Response => "una Response, cuyo cuerpo no se envía; usa await con su json()",
    }
}

const fn expires_at_fault(fault: ExpiresAtFault) -> &'static str {
    match fault {
        ExpiresAtFault::NoSuchDay => ", pero ese día no existe",
        ExpiresAtFault::DateOnly => ", pero no tiene hora",
        ExpiresAtFault::NoT => ", pero le falta la T entre la fecha y la hora",
        ExpiresAtFault::Digits => ", pero a uno de sus números le faltan o le sobran dígitos",
        ExpiresAtFault::TimeRange => ", pero esa hora no existe",
        ExpiresAtFault::Form => "",
    }
}
