use super::Words;
use crate::json::{JsonType, SyntaxFault};
use crate::problem::{Problem, TaxIdKind};
use crate::report::{BodyKind, Violation};
use crate::request::{Currency, Expected};

pub(super) const ENGLISH: Words = Words {
    sentence,
    expected,
    json_type,
    syntax_fault,
    body: "the request body",
    session: "the session",
    event: "the event",
    element: "an element of {name}",
    key: "a key of {name}",
    total: "the total of {name}",
    in_flow: " in the {flow} flow",
    old_name: "; the value is an old name of {renamed}",
    perhaps: "; perhaps {similar} is meant",
    or: " or ",
};

#[expect(clippy::too_many_lines, reason = "one sentence a problem")]
fn sentence(violation: &Violation) -> &'static str {
    if violation.body != BodyKind::Request {
        return sentence_of_answer(violation);
    }
    let path = &violation.path;
    match &violation.problem {
        // Shape
        Problem::JsonSyntax { .. } => "the request body is not valid JSON at line {line}, column {column}: {fault}.",
        Problem::BodySize { .. } => "the request body must be at most {limit} bytes long.",
        Problem::NotSerializable => {
            "the request cannot be sent as JSON: it holds a cycle, a BigInt, a getter or toJSON that throws, or more \
             than 127 levels of nesting."
        }
        Problem::DuplicateKey if path.ends_in_other_name() => {
            "a name occurs more than once in {it}, and JSON leaves open which value counts."
        }
        Problem::DuplicateKey => "{it} occurs more than once in its object, and JSON leaves open which value counts.",
        Problem::Type { expected: Expected::String, found: JsonType::Object, .. } if path.is_customer() => {
            "customer must be the id of a customer, a string, but is an object: send the data of a new customer in \
             customer_data."
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} must be an integer from -9007199254740991 to 9007199254740991, but is a number with a fraction or \
             out of that range."
        }
        Problem::Type { integer: Some(_), .. } => "{it} must be an integer, but is a string: leave out the quotes.",
        Problem::Type { .. } => "{it} must be {expected}, but is {found}.",
        Problem::Required => "{it} is missing.",
        Problem::EmptyString => "{it} must not be empty or only white space.",
        Problem::Enum { values: [_], .. } => "{it} must be {values}.",
        Problem::Enum { .. } => "{it} must be {values}{perhaps}.",
        Problem::UnknownField { .. } => "the documentation names no such field in {it}{perhaps}.",

        // Format
        Problem::EmailFormat => "{it} must be an e-mail address, such as name@example.com.",
        Problem::UrlFormat => "{it} must be an absolute URL without white space, such as https://example.com/path.",
        Problem::UrlHttps => "{it} should begin with https://, as the API may refuse any other URL.",
        Problem::ImageUrlHttps => "{it} must begin with https://.",
        Problem::ExpiresAtFormat { date_is_fine: false } => {
            "expires_at must be a date-time that exists, with an offset, such as 2030-12-31T23:59:59Z."
        }
        Problem::ExpiresAtFormat { date_is_fine: true } => {
            "expires_at must be a date-time that exists, with an offset, such as 2030-12-31T23:59:59Z, or a date, \
             such as 2030-12-31."
        }
        Problem::ExpiresAtUtc { .. } => "expires_at should be in UTC, with Z in place of an offset.",
        Problem::TaxIdType => "tax_id.type should be cl_rut or mx_rfc.",
        Problem::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value must be a RUT: 1 to 8 digits and a check digit, 0 to 9 or K."
        }
        Problem::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value must be an RFC: 3 or 4 letters, a date as YYMMDD, and 3 letters or digits."
        }
        Problem::RutCheckDigit => "the check digit of this RUT should fit its other digits, but does not.",
        Problem::HolderIdFormat { currency: Currency::Clp } => "holder_id should be a RUT when currency is CLP.",
        Problem::HolderIdFormat { currency: Currency::Mxn } => {
            "holder_id should be an RFC or a CURP when currency is MXN."
        }
        Problem::AccountNumberFormat => "number should be only digits, without a leading zero unless currency is MXN.",
        Problem::BusinessCategory => "category should be an activity code of 6 digits when currency is CLP.",
        Problem::BusinessTaxId => "business_profile.tax_id should be a RUT when currency is CLP.",
        Problem::IdPrefix { .. } => {
            "{it} should begin with {expected}, but begins with the prefix of another kind of object."
        }
        Problem::ProductNameSize { .. } => {
            "product_data.name should have at most 100 characters, but has {characters}."
        }
        Problem::MetadataCount { .. } => "metadata should have at most 50 keys, but has {keys}.",
        Problem::MetadataKeySize { .. } => "a key of metadata should have at most 40 characters, but has {characters}.",
        Problem::MetadataValueSize { .. } => {
            "a value of metadata should have at most 500 characters, but has {characters}."
        }
        Problem::MetadataFlat => "a value of metadata should not be an object or an array.",

        // Amount
        Problem::AmountPositive { .. } => "amount must be at least 1, but is {amount}.",
        Problem::AmountLimit { .. } => "{sum} must be less than 7000000, but is {amount}.",
        Problem::AmountInt32 { .. } => "{sum} should be at most 2147483647, but is {amount}.",
        Problem::AmountOrLineItems => "amount is missing: the payment flow needs amount or line_items.",
        Problem::AmountWithLineItems => {
            "amount must be left out when line_items is sent: it is calculated from the items."
        }
        Problem::AmountRequiredInSubscription => "amount is missing: the subscription flow needs it.",
        Problem::LineItemsRequiredInSubscription => {
            "line_items is missing or empty: the subscription flow needs at least one item."
        }
        Problem::AmountForbiddenInSetup => "amount must be left out: the setup flow charges nothing.",
        Problem::LineItemsInSetup => "line_items should be left out: the setup flow charges nothing.",
        Problem::LineItemsEmpty => "line_items should be left out or hold at least one item, but is empty.",
        Problem::AmountEqualsTotal { .. } => "amount must be the total of line_items, {total}, but is {amount}.",
        Problem::TotalRange => "the total of line_items must be at most 9007199254740991, but is greater.",
        Problem::QuantityPositive { .. } => "quantity must be at least 1, but is {quantity}.",
        Problem::UnitAmountNegative { .. } => "unit_amount must be at least 0, but is {unit_amount}.",
        Problem::UnitAmountZero => "unit_amount should be at least 1, but is 0.",
        Problem::CurrencyMatchesSession { .. } => "currency must be that of the session, {session}, but is {item}.",
        Problem::CurrencyCase { .. } => "currency should be {currency}, in upper case.",

        // Customer
        Problem::CustomerXorCustomerData => {
            "customer_data must be left out when customer is sent: a session has one of the two."
        }
        Problem::CustomerIdentified => "customer_data must have email or tax_id, but has neither.",
        Problem::TaxIdComplete => "{it} is missing: a tax_id needs type and value.",
        Problem::CustomerRequired { .. } => {
            "customer is missing: the {flow} flow should have customer or customer_data."
        }

        // Payment methods
        Problem::PaymentMethodTypesForFlow { .. } => "{it} must be {allowed}{in_flow}{old_name}.",
        Problem::DirectDebitUnlisted => {
            "direct_debit may be refused: the reference of the session object lists it, but not that of creating one."
        }
        Problem::PaymentMethodTypesEmpty => {
            "payment_method_types must be left out or hold at least one type, but is empty."
        }
        Problem::PaymentMethodTypesUnique => "{it} should not repeat an earlier one.",
        Problem::TypeCurrency { .. } => "payment_method_types should not hold {method} when currency is {currency}.",
        Problem::OptionsMatchTypes { flow: Some(_) } => {
            "{key} must be a payment method of the {flow} flow, but is none."
        }
        Problem::OptionsMatchTypes { flow: None } => {
            "{key} must be listed in payment_method_types to have options, but is not."
        }
        Problem::RecipientAccountComplete => {
            "{it} is missing: a recipient_account should have holder_id, institution_id, number and type."
        }
        Problem::SenderAccountForm => {
            "{it} should be an object with the string as its value: a plain string is the form of responses."
        }
        Problem::InstitutionCurrency { currency: Currency::Clp } => {
            "institution_id should be of Chile when currency is CLP, but begins with mx_."
        }
        Problem::InstitutionCurrency { currency: Currency::Mxn } => {
            "institution_id should be of Mexico when currency is MXN, but begins with cl_."
        }
        Problem::CardTypeUnlisted => "an element of card.types should be credit, debit or prepaid.",
        Problem::PaymentMethodNeedsCustomer => "customer is missing: payment_method needs it.",
        Problem::PaymentMethodNeedsBankTransfer => {
            "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent."
        }
        Problem::PaymentMethodInSetup => "payment_method should be left out: the setup flow pays nothing.",
        Problem::SavePaymentMethodOnlyInPayment => {
            "save_payment_method must be left out: it is only for the payment flow."
        }
        Problem::SavePaymentMethodNeedsCustomer => {
            "customer is missing: save_payment_method needs customer or customer_data when it is enabled."
        }

        // Redirects and expiry
        Problem::UiModeOnlyInPayment => "ui_mode should be left out: it is only for the payment flow.",
        Problem::RedirectUrlsRequired => {
            "{it} is missing: the payment flow needs success_url and cancel_url unless ui_mode is embedded."
        }
        Problem::RedirectUrlsExpected => {
            "{it} is missing: the subscription and setup flows should have success_url and cancel_url."
        }
        Problem::RedirectUrlsTogether => "{it} is missing: success_url and cancel_url should be sent together.",
        Problem::ExpiresAtLead { minutes: 0 } => "expires_at must be in the future.",
        Problem::ExpiresAtLead { .. } => "expires_at must be at least {minutes} minutes in the future.",
        Problem::ExpiresAtTight => {
            "expires_at should be at least 11 minutes in the future: the API needs 10 when the request arrives."
        }
    }
}

/// What Fintoc sent is not the reader's to fix: the sentence says how it differs from the documentation.
fn sentence_of_answer(violation: &Violation) -> &'static str {
    match &violation.problem {
        Problem::JsonSyntax { .. } => "{it} is not valid JSON at line {line}, column {column}: {fault}.",
        Problem::BodySize { .. } => "{it} must be at most {limit} bytes long.",
        Problem::NotSerializable => {
            "{it} cannot be written as JSON: it holds a cycle, a BigInt, a getter or toJSON that throws, or more than \
             127 levels of nesting."
        }
        Problem::Enum { .. } if violation.body == BodyKind::ApiError => {
            "this is an error of the API: {values} was expected."
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} is documented as an integer, but has decimals or is beyond 9007199254740991."
        }
        Problem::Type { .. } if violation.path.segments().is_empty() => "{it} must be {expected}, but is {found}.",
        Problem::Type { .. } => "{it} is documented as {expected}, but is {found}.",
        Problem::DuplicateKey if violation.path.ends_in_other_name() => {
            "a name occurs more than once in {it}: the first value counts."
        }
        Problem::DuplicateKey => "{it} occurs more than once: the first value counts.",
        Problem::Enum { .. } => "{it} must be {values}.",
        // No other rule judges answers.
        _ => "{it} is missing.",
    }
}

const fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Integer => "an integer",
        Expected::String => "a string",
        Expected::StringOrObject => "a string or an object",
        Expected::Boolean => "a boolean",
        Expected::Array => "an array",
        Expected::Object => "an object",
        Expected::OneOf { .. } => "a string ({values})",
    }
}

const fn json_type(found: JsonType) -> &'static str {
    match found {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Number => "a number",
        JsonType::String => "a string",
        JsonType::Array => "an array",
        JsonType::Object => "an object",
    }
}

const fn syntax_fault(fault: SyntaxFault) -> &'static str {
    match fault {
        SyntaxFault::End => "it ends too early",
        SyntaxFault::Unexpected => "there is an unexpected character",
        SyntaxFault::ControlCharacter => "a string holds a control character without an escape",
        SyntaxFault::Escape => "a string holds an escape that JSON does not have",
        SyntaxFault::LoneSurrogate => "a \\u escape is half of a surrogate pair",
        SyntaxFault::NumberRange => "a number is beyond every 64-bit float",
        SyntaxFault::Depth => "arrays and objects are nested deeper than 127 levels",
        SyntaxFault::Trailing => "there is text after the value",
        SyntaxFault::ByteOrderMark => "there is a byte order mark",
        SyntaxFault::Encoding => "there are bytes that are not UTF-8",
    }
}
