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
        Problem::JsonSyntax { fault, line, column } => {
            format!("the request body is not valid JSON at line {line}, column {column}: {}.", syntax_fault(*fault))
        }
        Problem::BodySize { limit } => format!("the request body must be at most {limit} bytes long."),
        Problem::NotSerializable => {
            "the request cannot be sent as JSON: it holds a cycle, a BigInt, a getter or toJSON \
             that throws, or more than 127 levels of nesting."
                .into()
        }
        Problem::DuplicateKey if path.ends_in_other_name() => {
            format!("a name occurs more than once in {it}, and JSON leaves open which value counts.")
        }
        Problem::DuplicateKey => {
            format!("{it} occurs more than once in its object, and JSON leaves open which value counts.")
        }
        Problem::Type { expected: Expected::String, found: JsonType::Object, .. } if path.to_string() == "customer" => {
            "customer must be the id of a customer, a string, but is an object: send the data of a new customer in \
             customer_data."
                .into()
        }
        Problem::Type { expected: Expected::Integer, found: JsonType::Number, .. } => format!(
            "{it} must be an integer from -9007199254740991 to 9007199254740991, but is a number with a fraction or \
             out of that range."
        ),
        Problem::Type { integer: Some(_), .. } => {
            format!("{it} must be an integer, but is a string: leave out the quotes.")
        }
        Problem::Type { expected, found, integer: None } => {
            format!("{it} must be {}, but is {}.", expected_type(*expected), json_type(*found))
        }
        Problem::Required => format!("{it} is missing."),
        Problem::EmptyString => format!("{it} must not be empty or only white space."),
        Problem::Enum { values: [only], .. } => format!("{it} must be {only}."),
        Problem::Enum { values, similar, .. } => format!("{it} must be {}{}.", or(values), perhaps(*similar)),
        Problem::UnknownField { similar } => {
            format!("the documentation names no such field in {it}{}.", perhaps(*similar))
        }

        // Format
        Problem::EmailFormat => format!("{it} must be an e-mail address, such as name@example.com."),
        Problem::UrlFormat => {
            format!("{it} must be an absolute URL without white space, such as https://example.com/path.")
        }
        Problem::UrlHttps => format!("{it} should begin with https://, as the API may refuse any other URL."),
        Problem::ImageUrlHttps => format!("{it} must begin with https://."),
        Problem::ExpiresAtFormat { date_is_fine } => format!(
            "expires_at must be a date-time that exists, with an offset, such as 2030-12-31T23:59:59Z{}.",
            if *date_is_fine { ", or a date, such as 2030-12-31" } else { "" }
        ),
        Problem::ExpiresAtUtc { .. } => "expires_at should be in UTC, with Z in place of an offset.".into(),
        Problem::TaxIdType => "tax_id.type should be cl_rut or mx_rfc.".into(),
        Problem::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value must be a RUT: 1 to 8 digits and a check digit, 0 to 9 or K.".into()
        }
        Problem::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value must be an RFC: 3 or 4 letters, a date as YYMMDD, and 3 letters or digits.".into()
        }
        Problem::RutCheckDigit => "the check digit of this RUT should fit its other digits, but does not.".into(),
        Problem::HolderIdFormat { currency } => {
            let expected = match currency {
                Currency::Clp => "a RUT",
                Currency::Mxn => "an RFC or a CURP",
            };
            format!("holder_id should be {expected} when currency is {}.", word(*currency))
        }
        Problem::AccountNumberFormat => {
            "number should be only digits, without a leading zero unless currency is MXN.".into()
        }
        Problem::BusinessCategory => "category should be an activity code of 6 digits when currency is CLP.".into(),
        Problem::BusinessTaxId => "business_profile.tax_id should be a RUT when currency is CLP.".into(),
        Problem::IdPrefix { expected } => {
            format!("{it} should begin with {expected}, but begins with the prefix of another kind of object.")
        }
        Problem::ProductNameSize { characters } => {
            format!("product_data.name should have at most 100 characters, but has {characters}.")
        }
        Problem::MetadataCount { keys } => format!("metadata should have at most 50 keys, but has {keys}."),
        Problem::MetadataKeySize { characters } => {
            format!("a key of metadata should have at most 40 characters, but has {characters}.")
        }
        Problem::MetadataValueSize { characters } => {
            format!("a value of metadata should have at most 500 characters, but has {characters}.")
        }
        Problem::MetadataFlat => "a value of metadata should not be an object or an array.".into(),

        // Amount
        Problem::AmountPositive { amount } => format!("amount must be at least 1, but is {amount}."),
        Problem::AmountLimit { amount } => format!("{} must be less than 7000000, but is {amount}.", sum(path)),
        Problem::AmountInt32 { amount } => format!("{} should be at most 2147483647, but is {amount}.", sum(path)),
        Problem::AmountOrLineItems => "amount is missing: the payment flow needs amount or line_items.".into(),
        Problem::AmountWithLineItems => {
            "amount must be left out when line_items is sent: it is calculated from the items.".into()
        }
        Problem::AmountRequiredInSubscription => "amount is missing: the subscription flow needs it.".into(),
        Problem::LineItemsRequiredInSubscription => {
            "line_items is missing or empty: the subscription flow needs at least one item.".into()
        }
        Problem::AmountForbiddenInSetup => "amount must be left out: the setup flow charges nothing.".into(),
        Problem::LineItemsInSetup => "line_items should be left out: the setup flow charges nothing.".into(),
        Problem::LineItemsEmpty => "line_items should be left out or hold at least one item, but is empty.".into(),
        Problem::AmountEqualsTotal { amount, total } => {
            format!("amount must be the total of line_items, {total}, but is {amount}.")
        }
        Problem::TotalRange => "the total of line_items must be at most 9007199254740991, but is greater.".into(),
        Problem::QuantityPositive { quantity } => format!("quantity must be at least 1, but is {quantity}."),
        Problem::UnitAmountNegative { unit_amount } => format!("unit_amount must be at least 0, but is {unit_amount}."),
        Problem::UnitAmountZero => "unit_amount should be at least 1, but is 0.".into(),
        Problem::CurrencyMatchesSession { session, item } => {
            format!("currency must be that of the session, {}, but is {}.", word(*session), word(*item))
        }
        Problem::CurrencyCase { currency } => format!("currency should be {}, in upper case.", word(*currency)),

        // Customer
        Problem::CustomerXorCustomerData => {
            "customer_data must be left out when customer is sent: a session has one of the two.".into()
        }
        Problem::CustomerIdentified => "customer_data must have email or tax_id, but has neither.".into(),
        Problem::TaxIdComplete => format!("{it} is missing: a tax_id needs type and value."),
        Problem::CustomerRequired { flow } => {
            format!("customer is missing: the {} flow should have customer or customer_data.", word(*flow))
        }

        // Payment methods
        Problem::PaymentMethodTypesForFlow { allowed, flow, renamed } => format!(
            "{it} must be {}{}{}.",
            or(allowed),
            flow.map(|flow| format!(" in the {} flow", word(flow))).unwrap_or_default(),
            renamed.map(|name| format!("; the value is an old name of {name}")).unwrap_or_default(),
        ),
        Problem::DirectDebitUnlisted => {
            "direct_debit may be refused: the reference of the session object lists it, but not that of creating one."
                .into()
        }
        Problem::PaymentMethodTypesEmpty => {
            "payment_method_types must be left out or hold at least one type, but is empty.".into()
        }
        Problem::PaymentMethodTypesUnique => format!("{it} should not repeat an earlier one."),
        Problem::TypeCurrency { method, currency } => {
            format!("payment_method_types should not hold {method} when currency is {}.", word(*currency))
        }
        Problem::OptionsMatchTypes { flow } => {
            let key = if path.ends_in_other_name() { "a key of payment_method_options" } else { &it };
            match flow {
                Some(flow) => format!("{key} must be a payment method of the {} flow, but is none.", word(*flow)),
                None => format!("{key} must be listed in payment_method_types to have options, but is not."),
            }
        }
        Problem::RecipientAccountComplete => {
            format!("{it} is missing: a recipient_account should have holder_id, institution_id, number and type.")
        }
        Problem::SenderAccountForm => {
            format!("{it} should be an object with the string as its value: a plain string is the form of responses.")
        }
        Problem::InstitutionCurrency { currency } => {
            let (country, found) = match currency {
                Currency::Clp => ("Chile", "mx_"),
                Currency::Mxn => ("Mexico", "cl_"),
            };
            let currency = word(*currency);
            format!("institution_id should be of {country} when currency is {currency}, but begins with {found}.")
        }
        Problem::CardTypeUnlisted => "an element of card.types should be credit, debit or prepaid.".into(),
        Problem::PaymentMethodNeedsCustomer => "customer is missing: payment_method needs it.".into(),
        Problem::PaymentMethodNeedsBankTransfer => {
            "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent.".into()
        }
        Problem::PaymentMethodInSetup => "payment_method should be left out: the setup flow pays nothing.".into(),
        Problem::SavePaymentMethodOnlyInPayment => {
            "save_payment_method must be left out: it is only for the payment flow.".into()
        }
        Problem::SavePaymentMethodNeedsCustomer => {
            "customer is missing: save_payment_method needs customer or customer_data when it is enabled.".into()
        }

        // Redirects and expiry
        Problem::UiModeOnlyInPayment => "ui_mode should be left out: it is only for the payment flow.".into(),
        Problem::RedirectUrlsRequired => {
            format!("{it} is missing: the payment flow needs success_url and cancel_url unless ui_mode is embedded.")
        }
        Problem::RedirectUrlsExpected => {
            format!("{it} is missing: the subscription and setup flows should have success_url and cancel_url.")
        }
        Problem::RedirectUrlsTogether => {
            format!("{it} is missing: success_url and cancel_url should be sent together.")
        }
        Problem::ExpiresAtLead { minutes: 0 } => "expires_at must be in the future.".into(),
        Problem::ExpiresAtLead { minutes } => format!("expires_at must be at least {minutes} minutes in the future."),
        Problem::ExpiresAtTight => {
            "expires_at should be at least 11 minutes in the future: the API needs 10 when the request arrives.".into()
        }
    }
}

/// What a sentence is about.
fn subject(path: &Path) -> Cow<'static, str> {
    match path.subject() {
        Subject::Body => "the request body".into(),
        Subject::Field(name) => name.into(),
        Subject::Element(name) => format!("an element of {name}").into(),
    }
}

/// What is to be paid: where it stands, or what it is calculated from.
fn sum(path: &Path) -> &'static str {
    match path.subject() {
        Subject::Field("line_items") => "the total of line_items",
        _ => "amount",
    }
}

fn expected_type(expected: Expected) -> Cow<'static, str> {
    match expected {
        Expected::Integer => "an integer".into(),
        Expected::String => "a string".into(),
        Expected::StringOrObject => "a string or an object".into(),
        Expected::Boolean => "a boolean".into(),
        Expected::Array => "an array".into(),
        Expected::Object => "an object".into(),
        Expected::OneOf { values, .. } => format!("a string ({})", or(values)).into(),
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

fn or(words: &[&str]) -> String {
    list(words, "or")
}

/// The end of a sentence that a name is suggested in.
fn perhaps(similar: Option<&str>) -> String {
    similar.map(|name| format!("; perhaps {name} is meant")).unwrap_or_default()
}
