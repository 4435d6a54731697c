use std::borrow::Cow;

use super::{list, word};
use crate::json::{JsonType, SyntaxFault};
use crate::path::{Path, Subject};
use crate::problem::{Problem, TaxIdKind};
use crate::report::Violation;
use crate::request::{Currency, Expected};

#[expect(clippy::too_many_lines, reason = "one sentence a problem")]
pub(super) fn message(violation: &Violation) -> String {
    let path = &violation.path;
    let it = subject(path);
    match &violation.problem {
        // Shape
        Problem::JsonSyntax { fault, line, column } => format!(
            "el cuerpo de la solicitud no es JSON válido en la línea {line}, columna {column}: {}.",
            syntax_fault(*fault)
        ),
        Problem::BodySize { limit } => format!("el cuerpo de la solicitud debe tener como máximo {limit} bytes."),
        Problem::NotSerializable => {
            "la solicitud no se puede enviar como JSON: contiene un ciclo, un BigInt, un getter \
             o toJSON que lanza un error, o más de 127 niveles de anidamiento."
                .into()
        }
        Problem::DuplicateKey if path.ends_in_other_name() => {
            format!("un nombre aparece más de una vez en {it}, y JSON no define qué valor cuenta.")
        }
        Problem::DuplicateKey => {
            format!("{it} aparece más de una vez en su objeto, y JSON no define qué valor cuenta.")
        }
        Problem::Type { expected: Expected::String, found: JsonType::Object, .. } if path.to_string() == "customer" => {
            "customer debe ser el id de un cliente, una cadena de texto, pero es un objeto: envíe los datos de un \
             cliente nuevo en customer_data."
                .into()
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => format!(
            "{it} debe ser un entero de -9007199254740991 a 9007199254740991, pero es un número con decimales o fuera \
             de ese rango."
        ),
        Problem::Type { integer: Some(_), .. } => {
            format!("{it} debe ser un entero, pero es una cadena de texto: quite las comillas.")
        }
        Problem::Type { expected, found, integer: None } => {
            format!("{it} debe ser {}, pero es {}.", expected_type(*expected), json_type(*found))
        }
        Problem::Required => format!("falta {it}."),
        Problem::EmptyString => format!("{it} no debe estar vacío ni contener solo espacios en blanco."),
        Problem::Enum { values: [only], .. } => format!("{it} debe ser {only}."),
        Problem::Enum { values, similar, .. } => format!("{it} debe ser {}{}.", or(values), perhaps(*similar)),
        Problem::UnknownField { similar } => {
            format!("la documentación no menciona ese campo en {it}{}.", perhaps(*similar))
        }

        // Format
        Problem::EmailFormat => {
            format!("{it} debe ser una dirección de correo electrónico, como nombre@example.com.")
        }
        Problem::UrlFormat => {
            format!("{it} debe ser una URL absoluta sin espacios en blanco, como https://example.com/ruta.")
        }
        Problem::UrlHttps => {
            format!("{it} debería comenzar con https://, pues la API puede rechazar cualquier otra URL.")
        }
        Problem::ImageUrlHttps => format!("{it} debe comenzar con https://."),
        Problem::ExpiresAtFormat { date_is_fine } => format!(
            "expires_at debe ser una fecha y hora que exista, con desfase horario, como 2030-12-31T23:59:59Z{}.",
            if *date_is_fine { ", o una fecha, como 2030-12-31" } else { "" }
        ),
        Problem::ExpiresAtUtc { .. } => "expires_at debería estar en UTC, con Z en lugar de un desfase.".into(),
        Problem::TaxIdType => "tax_id.type debería ser cl_rut o mx_rfc.".into(),
        Problem::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value debe ser un RUT: de 1 a 8 dígitos y un dígito verificador, de 0 a 9 o K.".into()
        }
        Problem::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value debe ser un RFC: 3 o 4 letras, una fecha AAMMDD y 3 letras o dígitos.".into()
        }
        Problem::RutCheckDigit => {
            "el dígito verificador de este RUT debería corresponder a sus otros dígitos, pero no corresponde.".into()
        }
        Problem::HolderIdFormat { currency } => {
            let expected = match currency {
                Currency::Clp => "un RUT",
                Currency::Mxn => "un RFC o una CURP",
            };
            format!("holder_id debería ser {expected} cuando currency es {}.", word(*currency))
        }
        Problem::AccountNumberFormat => {
            "number debería tener solo dígitos, sin un cero inicial salvo que currency sea MXN.".into()
        }
        Problem::BusinessCategory => {
            "category debería ser un código de actividad de 6 dígitos cuando currency es CLP.".into()
        }
        Problem::BusinessTaxId => "business_profile.tax_id debería ser un RUT cuando currency es CLP.".into(),
        Problem::IdPrefix { expected } => {
            format!("{it} debería comenzar con {expected}, pero comienza con el prefijo de otro tipo de objeto.")
        }
        Problem::ProductNameSize { characters } => {
            format!("product_data.name debería tener como máximo 100 caracteres, pero tiene {characters}.")
        }
        Problem::MetadataCount { keys } => format!("metadata debería tener como máximo 50 claves, pero tiene {keys}."),
        Problem::MetadataKeySize { characters } => {
            format!("una clave de metadata debería tener como máximo 40 caracteres, pero tiene {characters}.")
        }
        Problem::MetadataValueSize { characters } => {
            format!("un valor de metadata debería tener como máximo 500 caracteres, pero tiene {characters}.")
        }
        Problem::MetadataFlat => "un valor de metadata no debería ser un objeto ni un arreglo.".into(),

        // Amount
        Problem::AmountPositive { amount } => format!("amount debe ser al menos 1, pero es {amount}."),
        Problem::AmountLimit { amount } => format!("{} debe ser menor que 7000000, pero es {amount}.", sum(path)),
        Problem::AmountInt32 { amount } => {
            format!("{} debería ser como máximo 2147483647, pero es {amount}.", sum(path))
        }
        Problem::AmountOrLineItems => "falta amount: el flujo payment necesita amount o line_items.".into(),
        Problem::AmountWithLineItems => {
            "amount debe omitirse cuando se envía line_items: se calcula a partir de los ítems.".into()
        }
        Problem::AmountRequiredInSubscription => "falta amount: el flujo subscription lo necesita.".into(),
        Problem::LineItemsRequiredInSubscription => {
            "falta line_items o está vacío: el flujo subscription necesita al menos un ítem.".into()
        }
        Problem::AmountForbiddenInSetup => "amount debe omitirse: el flujo setup no cobra nada.".into(),
        Problem::LineItemsInSetup => "line_items debería omitirse: el flujo setup no cobra nada.".into(),
        Problem::LineItemsEmpty => "line_items debería omitirse o tener al menos un ítem, pero está vacío.".into(),
        Problem::AmountEqualsTotal { amount, total } => {
            format!("amount debe ser el total de line_items, {total}, pero es {amount}.")
        }
        Problem::TotalRange => "el total de line_items debe ser como máximo 9007199254740991, pero es mayor.".into(),
        Problem::QuantityPositive { quantity } => format!("quantity debe ser al menos 1, pero es {quantity}."),
        Problem::UnitAmountNegative { unit_amount } => {
            format!("unit_amount debe ser al menos 0, pero es {unit_amount}.")
        }
        Problem::UnitAmountZero => "unit_amount debería ser al menos 1, pero es 0.".into(),
        Problem::CurrencyMatchesSession { session, item } => {
            format!("currency debe ser la de la sesión, {}, pero es {}.", word(*session), word(*item))
        }
        Problem::CurrencyCase { currency } => format!("currency debería ser {}, en mayúsculas.", word(*currency)),

        // Customer
        Problem::CustomerXorCustomerData => {
            "customer_data debe omitirse cuando se envía customer: una sesión tiene uno de los dos.".into()
        }
        Problem::CustomerIdentified => "customer_data debe tener email o tax_id, pero no tiene ninguno.".into(),
        Problem::TaxIdComplete => format!("falta {it}: un tax_id necesita type y value."),
        Problem::CustomerRequired { flow } => {
            format!("falta customer: el flujo {} debería tener customer o customer_data.", word(*flow))
        }

        // Payment methods
        Problem::PaymentMethodTypesForFlow { allowed, flow, renamed } => format!(
            "{it} debe ser {}{}{}.",
            or(allowed),
            flow.map(|flow| format!(" en el flujo {}", word(flow))).unwrap_or_default(),
            renamed.map(|name| format!("; el valor es un nombre antiguo de {name}")).unwrap_or_default(),
        ),
        Problem::DirectDebitUnlisted => {
            "direct_debit puede rechazarse: la referencia del objeto de la sesión lo incluye, pero no la de crear una."
                .into()
        }
        Problem::PaymentMethodTypesEmpty => {
            "payment_method_types debe omitirse o tener al menos un tipo, pero está vacío.".into()
        }
        Problem::PaymentMethodTypesUnique => format!("{it} no debería repetir uno anterior."),
        Problem::TypeCurrency { method, currency } => {
            format!("payment_method_types no debería contener {method} cuando currency es {}.", word(*currency))
        }
        Problem::OptionsMatchTypes { flow } => {
            let key = if path.ends_in_other_name() { "una clave de payment_method_options" } else { &it };
            match flow {
                Some(flow) => format!("{key} debe ser un método de pago del flujo {}, pero no lo es.", word(*flow)),
                None => format!("{key} debe figurar en payment_method_types para tener opciones, pero no figura."),
            }
        }
        Problem::RecipientAccountComplete => {
            format!("falta {it}: un recipient_account debería tener holder_id, institution_id, number y type.")
        }
        Problem::SenderAccountForm => {
            format!(
                "{it} debería ser un objeto con el texto como value: una cadena sola es la forma de las respuestas."
            )
        }
        Problem::InstitutionCurrency { currency } => {
            let (country, found) = match currency {
                Currency::Clp => ("Chile", "mx_"),
                Currency::Mxn => ("México", "cl_"),
            };
            let currency = word(*currency);
            format!("institution_id debería ser de {country} cuando currency es {currency}, pero comienza con {found}.")
        }
        Problem::CardTypeUnlisted => "un elemento de card.types debería ser credit, debit o prepaid.".into(),
        Problem::PaymentMethodNeedsCustomer => "falta customer: payment_method lo necesita.".into(),
        Problem::PaymentMethodNeedsBankTransfer => {
            "payment_method_types debe ser exactamente [\"bank_transfer\"] cuando se envía payment_method.".into()
        }
        Problem::PaymentMethodInSetup => "payment_method debería omitirse: el flujo setup no paga nada.".into(),
        Problem::SavePaymentMethodOnlyInPayment => {
            "save_payment_method debe omitirse: es solo para el flujo payment.".into()
        }
        Problem::SavePaymentMethodNeedsCustomer => {
            "falta customer: save_payment_method necesita customer o customer_data cuando es enabled.".into()
        }

        // Redirects and expiry
        Problem::UiModeOnlyInPayment => "ui_mode debería omitirse: es solo para el flujo payment.".into(),
        Problem::RedirectUrlsRequired => {
            format!("falta {it}: el flujo payment necesita success_url y cancel_url salvo que ui_mode sea embedded.")
        }
        Problem::RedirectUrlsExpected => {
            format!("falta {it}: los flujos subscription y setup deberían tener success_url y cancel_url.")
        }
        Problem::RedirectUrlsTogether => {
            format!("falta {it}: success_url y cancel_url deberían enviarse juntas.")
        }
        Problem::ExpiresAtLead { minutes: 0 } => "expires_at debe estar en el futuro.".into(),
        Problem::ExpiresAtLead { minutes } => format!("expires_at debe estar al menos {minutes} minutos en el futuro."),
        Problem::ExpiresAtTight => {
            "expires_at debería estar al menos 11 minutos en el futuro: la API exige 10 al llegar la solicitud.".into()
        }
    }
}

/// What a sentence is about.
fn subject(path: &Path) -> Cow<'static, str> {
    match path.subject() {
        Subject::Body => "el cuerpo de la solicitud".into(),
        Subject::Field(name) => name.into(),
        Subject::Element(name) => format!("un elemento de {name}").into(),
    }
}

/// What is to be paid: where it stands, or what it is calculated from.
fn sum(path: &Path) -> &'static str {
    match path.subject() {
        Subject::Field("line_items") => "el total de line_items",
        _ => "amount",
    }
}

fn expected_type(expected: Expected) -> Cow<'static, str> {
    match expected {
        Expected::Integer => "un entero".into(),
        Expected::String => "una cadena de texto".into(),
        Expected::StringOrObject => "una cadena de texto o un objeto".into(),
        Expected::Boolean => "un booleano".into(),
        Expected::Array => "un arreglo".into(),
        Expected::Object => "un objeto".into(),
        Expected::OneOf { values, .. } => format!("una cadena de texto ({})", or(values)).into(),
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

fn or(words: &[&str]) -> String {
    list(words, "o")
}

/// The end of a sentence that a name is suggested in.
fn perhaps(similar: Option<&str>) -> String {
    similar.map(|name| format!("; quizás se quiso escribir {name}")).unwrap_or_default()
}
