use super::Words;
use crate::json::{JsonType, SyntaxFault};
use crate::problem::{Problem, TaxIdKind};
use crate::report::{BodyKind, Violation};
use crate::request::{Currency, Expected};

pub(super) const SPANISH: Words = Words {
    sentence,
    expected,
    json_type,
    syntax_fault,
    body: "el cuerpo de la solicitud",
    session: "la sesión",
    event: "el evento",
    element: "un elemento de {name}",
    key: "una clave de {name}",
    total: "el total de {name}",
    in_flow: " en el flujo {flow}",
    old_name: "; el valor es un nombre antiguo de {renamed}",
    perhaps: "; quizás se quiso escribir {similar}",
    or: " o ",
};

#[expect(clippy::too_many_lines, reason = "one sentence a problem")]
fn sentence(violation: &Violation) -> &'static str {
    if violation.body != BodyKind::Request {
        return sentence_of_answer(violation);
    }
    let path = &violation.path;
    match &violation.problem {
        // Shape
        Problem::JsonSyntax { .. } => {
            "el cuerpo de la solicitud no es JSON válido en la línea {line}, columna {column}: {fault}."
        }
        Problem::BodySize { .. } => "el cuerpo de la solicitud debe tener como máximo {limit} bytes.",
        Problem::NotSerializable => {
            "la solicitud no se puede enviar como JSON: contiene un ciclo, un BigInt, un getter o toJSON que lanza un \
             error, o más de 127 niveles de anidamiento."
        }
        Problem::DuplicateKey if path.ends_in_other_name() => {
            "un nombre aparece más de una vez en {it}, y JSON no define qué valor cuenta."
        }
        Problem::DuplicateKey => "{it} aparece más de una vez en su objeto, y JSON no define qué valor cuenta.",
        Problem::Type { expected: Expected::String, found: JsonType::Object, .. } if path.is_customer() => {
            "customer debe ser el id de un cliente, una cadena de texto, pero es un objeto: envíe los datos de un \
             cliente nuevo en customer_data."
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} debe ser un entero de -9007199254740991 a 9007199254740991, pero es un número con decimales o fuera \
             de ese rango."
        }
        Problem::Type { integer: Some(_), .. } => {
            "{it} debe ser un entero, pero es una cadena de texto: quite las comillas."
        }
        Problem::Type { .. } => "{it} debe ser {expected}, pero es {found}.",
        Problem::Required => "falta {it}.",
        Problem::EmptyString => "{it} no debe estar vacío ni contener solo espacios en blanco.",
        Problem::Enum { values: [_], .. } => "{it} debe ser {values}.",
        Problem::Enum { .. } => "{it} debe ser {values}{perhaps}.",
        Problem::UnknownField { .. } => "la documentación no menciona ese campo en {it}{perhaps}.",

        // Format
        Problem::EmailFormat => "{it} debe ser una dirección de correo electrónico, como nombre@example.com.",
        Problem::UrlFormat => "{it} debe ser una URL absoluta sin espacios en blanco, como https://example.com/ruta.",
        Problem::UrlHttps => "{it} debería comenzar con https://, pues la API puede rechazar cualquier otra URL.",
        Problem::ImageUrlHttps => "{it} debe comenzar con https://.",
        Problem::ExpiresAtFormat { date_is_fine: false } => {
            "expires_at debe ser una fecha y hora que exista, con desfase horario, como 2030-12-31T23:59:59Z."
        }
        Problem::ExpiresAtFormat { date_is_fine: true } => {
            "expires_at debe ser una fecha y hora que exista, con desfase horario, como 2030-12-31T23:59:59Z, o una \
             fecha, como 2030-12-31."
        }
        Problem::ExpiresAtUtc { .. } => "expires_at debería estar en UTC, con Z en lugar de un desfase.",
        Problem::TaxIdType => "tax_id.type debería ser cl_rut o mx_rfc.",
        Problem::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value debe ser un RUT: de 1 a 8 dígitos y un dígito verificador, de 0 a 9 o K."
        }
        Problem::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value debe ser un RFC: 3 o 4 letras, una fecha AAMMDD y 3 letras o dígitos."
        }
        Problem::RutCheckDigit => {
            "el dígito verificador de este RUT debería corresponder a sus otros dígitos, pero no corresponde."
        }
        Problem::HolderIdFormat { currency: Currency::Clp } => "holder_id debería ser un RUT cuando currency es CLP.",
        Problem::HolderIdFormat { currency: Currency::Mxn } => {
            "holder_id debería ser un RFC o una CURP cuando currency es MXN."
        }
        Problem::AccountNumberFormat => {
            "number debería tener solo dígitos, sin un cero inicial salvo que currency sea MXN."
        }
        Problem::BusinessCategory => "category debería ser un código de actividad de 6 dígitos cuando currency es CLP.",
        Problem::BusinessTaxId => "business_profile.tax_id debería ser un RUT cuando currency es CLP.",
        Problem::IdPrefix { .. } => {
            "{it} debería comenzar con {expected}, pero comienza con el prefijo de otro tipo de objeto."
        }
        Problem::ProductNameSize { .. } => {
            "product_data.name debería tener como máximo 100 caracteres, pero tiene {characters}."
        }
        Problem::MetadataCount { .. } => "metadata debería tener como máximo 50 claves, pero tiene {keys}.",
        Problem::MetadataKeySize { .. } => {
            "una clave de metadata debería tener como máximo 40 caracteres, pero tiene {characters}."
        }
        Problem::MetadataValueSize { .. } => {
            "un valor de metadata debería tener como máximo 500 caracteres, pero tiene {characters}."
        }
        Problem::MetadataFlat => "un valor de metadata no debería ser un objeto ni un arreglo.",

        // Amount
        Problem::AmountPositive { .. } => "amount debe ser al menos 1, pero es {amount}.",
        Problem::AmountLimit { .. } => "{sum} debe ser menor que 7000000, pero es {amount}.",
        Problem::AmountInt32 { .. } => "{sum} debería ser como máximo 2147483647, pero es {amount}.",
        Problem::AmountOrLineItems => "falta amount: el flujo payment necesita amount o line_items.",
        Problem::AmountWithLineItems => {
            "amount debe omitirse cuando se envía line_items: se calcula a partir de los ítems."
        }
        Problem::AmountRequiredInSubscription => "falta amount: el flujo subscription lo necesita.",
        Problem::LineItemsRequiredInSubscription => {
            "falta line_items o está vacío: el flujo subscription necesita al menos un ítem."
        }
        Problem::AmountForbiddenInSetup => "amount debe omitirse: el flujo setup no cobra nada.",
        Problem::LineItemsInSetup => "line_items debería omitirse: el flujo setup no cobra nada.",
        Problem::LineItemsEmpty => "line_items debería omitirse o tener al menos un ítem, pero está vacío.",
        Problem::AmountEqualsTotal { .. } => "amount debe ser el total de line_items, {total}, pero es {amount}.",
        Problem::TotalRange => "el total de line_items debe ser como máximo 9007199254740991, pero es mayor.",
        Problem::QuantityPositive { .. } => "quantity debe ser al menos 1, pero es {quantity}.",
        Problem::UnitAmountNegative { .. } => "unit_amount debe ser al menos 0, pero es {unit_amount}.",
        Problem::UnitAmountZero => "unit_amount debería ser al menos 1, pero es 0.",
        Problem::CurrencyMatchesSession { .. } => "currency debe ser la de la sesión, {session}, pero es {item}.",
        Problem::CurrencyCase { .. } => "currency debería ser {currency}, en mayúsculas.",

        // Customer
        Problem::CustomerXorCustomerData => {
            "customer_data debe omitirse cuando se envía customer: una sesión tiene uno de los dos."
        }
        Problem::CustomerIdentified => "customer_data debe tener email o tax_id, pero no tiene ninguno.",
        Problem::TaxIdComplete => "falta {it}: un tax_id necesita type y value.",
        Problem::CustomerRequired { .. } => "falta customer: el flujo {flow} debería tener customer o customer_data.",

        // Payment methods
        Problem::PaymentMethodTypesForFlow { .. } => "{it} debe ser {allowed}{in_flow}{old_name}.",
        Problem::DirectDebitUnlisted => {
            "direct_debit puede rechazarse: la referencia del objeto de la sesión lo incluye, pero no la de crear una."
        }
        Problem::PaymentMethodTypesEmpty => {
            "payment_method_types debe omitirse o tener al menos un tipo, pero está vacío."
        }
        Problem::PaymentMethodTypesUnique => "{it} no debería repetir uno anterior.",
        Problem::TypeCurrency { .. } => {
            "payment_method_types no debería contener {method} cuando currency es {currency}."
        }
        Problem::OptionsMatchTypes { flow: Some(_) } => {
            "{key} debe ser un método de pago del flujo {flow}, pero no lo es."
        }
        Problem::OptionsMatchTypes { flow: None } => {
            "{key} debe figurar en payment_method_types para tener opciones, pero no figura."
        }
        Problem::RecipientAccountComplete => {
            "falta {it}: un recipient_account debería tener holder_id, institution_id, number y type."
        }
        Problem::SenderAccountForm => {
            "{it} debería ser un objeto con el texto como value: una cadena sola es la forma de las respuestas."
        }
        Problem::InstitutionCurrency { currency: Currency::Clp } => {
            "institution_id debería ser de Chile cuando currency es CLP, pero comienza con mx_."
        }
        Problem::InstitutionCurrency { currency: Currency::Mxn } => {
            "institution_id debería ser de México cuando currency es MXN, pero comienza con cl_."
        }
        Problem::CardTypeUnlisted => "un elemento de card.types debería ser credit, debit o prepaid.",
        Problem::PaymentMethodNeedsCustomer => "falta customer: payment_method lo necesita.",
        Problem::PaymentMethodNeedsBankTransfer => {
            "payment_method_types debe ser exactamente [\"bank_transfer\"] cuando se envía payment_method."
        }
        Problem::PaymentMethodInSetup => "payment_method debería omitirse: el flujo setup no paga nada.",
        Problem::SavePaymentMethodOnlyInPayment => "save_payment_method debe omitirse: es solo para el flujo payment.",
        Problem::SavePaymentMethodNeedsCustomer => {
            "falta customer: save_payment_method necesita customer o customer_data cuando es enabled."
        }

        // Redirects and expiry
        Problem::UiModeOnlyInPayment => "ui_mode debería omitirse: es solo para el flujo payment.",
        Problem::RedirectUrlsRequired => {
            "falta {it}: el flujo payment necesita success_url y cancel_url salvo que ui_mode sea embedded."
        }
        Problem::RedirectUrlsExpected => {
            "falta {it}: los flujos subscription y setup deberían tener success_url y cancel_url."
        }
        Problem::RedirectUrlsTogether => "falta {it}: success_url y cancel_url deberían enviarse juntas.",
        Problem::ExpiresAtLead { minutes: 0 } => "expires_at debe estar en el futuro.",
        Problem::ExpiresAtLead { .. } => "expires_at debe estar al menos {minutes} minutos en el futuro.",
        Problem::ExpiresAtTight => {
            "expires_at debería estar al menos 11 minutos en el futuro: la API exige 10 al llegar la solicitud."
        }
    }
}

/// What Fintoc sent is not the reader's to fix: the sentence says how it differs from the documentation.
fn sentence_of_answer(violation: &Violation) -> &'static str {
    match &violation.problem {
        Problem::JsonSyntax { .. } => "{it} no es JSON válido en la línea {line}, columna {column}: {fault}.",
        Problem::BodySize { .. } => "{it} debe tener como máximo {limit} bytes.",
        Problem::NotSerializable => {
            "{it} no se puede escribir como JSON: contiene un ciclo, un BigInt, un getter o toJSON que lanza un error, \
             o más de 127 niveles de anidamiento."
        }
        Problem::Enum { .. } if violation.body == BodyKind::ApiError => {
            "esto es un error de la API: se esperaba {values}."
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} es un entero según la documentación, pero tiene decimales o pasa de 9007199254740991."
        }
        Problem::Type { .. } if violation.path.segments().is_empty() => "{it} debe ser {expected}, pero es {found}.",
        Problem::Type { .. } => "{it} es {expected} según la documentación, pero llegó {found}.",
        Problem::DuplicateKey if violation.path.ends_in_other_name() => {
            "un nombre aparece más de una vez en {it}: cuenta el primer valor."
        }
        Problem::DuplicateKey => "{it} aparece más de una vez: cuenta el primer valor.",
        Problem::Enum { .. } => "{it} debe ser {values}.",
        // No other rule judges answers.
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
        Expected::OneOf { .. } => "una cadena de texto ({values})",
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
