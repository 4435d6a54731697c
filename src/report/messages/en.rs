use super::Words;
use crate::expires_at::ExpiresAtFault;
use crate::formats::{EmailFault, IdFault, UrlFault};
use crate::json::{JsonType, SyntaxFault};
use crate::report::violation::{BodyKind, Violation};
use crate::report::violation_kind::{Correction, Elsewhere, Loss, TaxIdKind, ValueFault, ViolationKind};
use crate::request::Currency;
use crate::tape::Expected;

pub(super) const ENGLISH: Words = Words {
    sentence,
    expected,
    json_type,
    syntax_fault,
    value_fault,
    loss,
    body: "the request body",
    session: "the session",
    event: "the event",
    of_item: "the item's {field_name}",
    item_currency: "the item's currency",
    element: "an element of {field}",
    key: "a key of {field}",
    total: "the total of {field_name}",
    in_flow: " in the {flow} flow",
    of_flows: "; this type is for the {flows} flow",
    of_older_version: "; this is the name before API version 2026-02-01",
    perhaps: "; did you mean {suggestion}?",
    or_date: ", or a date, such as 2030-12-31",
    expires_at_fault,
    or: " or ",
    group: ',',
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
            "a text in {it} has half of a character (a lone surrogate), which JSON cannot hold: cut texts between \
             characters."
        }
        ViolationKind::JsonSyntax { .. } if !path.segments().is_empty() => {
            "{it} has half of a character (a lone surrogate), which JSON cannot hold: cut texts between characters."
        }
        ViolationKind::JsonSyntax { .. } => {
            "the request body is not valid JSON at line {line}, column {column}: {fault}."
        }
        ViolationKind::BodySize { .. } => "the request body must be at most {limit} bytes long.",
        ViolationKind::NotSerializable { .. } if path.has_other_name() => {
            "a value in {it} cannot be sent as JSON: {cause}."
        }
        ViolationKind::NotSerializable { .. } => "{it} cannot be sent as JSON: {cause}.",
        ViolationKind::LostInJson { .. } if path.has_other_name() => "a value in {it} is {cause}.",
        ViolationKind::LostInJson { .. } => "{it} is {cause}.",
        ViolationKind::DuplicateKey if path.has_other_name() => {
            "a name occurs more than once in {it}, and JSON leaves open which value counts."
        }
        ViolationKind::DuplicateKey => {
            "{it} occurs more than once in its object, and JSON leaves open which value counts."
        }
        ViolationKind::Type { found: JsonType::String, .. } if path.segments().is_empty() => {
            "{it} must be {expected}, but is {found}, perhaps encoded twice (validateJson takes JSON text)."
        }
        ViolationKind::Type { expected: Expected::String, found: JsonType::Object, .. } if path.is_customer() => {
            "customer must be the id of a customer, a string, but is an object: send the id of one that exists, or else \
             the data of a new one in customer_data."
        }
        ViolationKind::Type { has_decimals: true, .. } if path.is_named("amount") || path.is_named("unit_amount") => {
            "{it} must be a whole number, in the smallest unit of the currency (pesos for CLP, centavos for MXN), but \
             has decimals."
        }
        ViolationKind::Type { has_decimals: true, .. } => "{it} must be a whole number, but has decimals.",
        ViolationKind::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} must be an integer from -9007199254740991 to 9007199254740991, but is out of that range."
        }
        ViolationKind::Type { correction: Some(Correction::Integer(_)), .. } => {
            "{it} must be an integer, but is a string: leave out the quotes."
        }
        ViolationKind::Type { correction: Some(Correction::ArrayOf(_)), .. } => {
            "{it} must be an array, but is a string: put it in brackets."
        }
        ViolationKind::Type { found: JsonType::Number, .. } if path.is_named("expires_at") => {
            "{it} must be a string with a date, a time and a time zone, such as 2030-12-31T23:59:59Z, but is a number."
        }
        ViolationKind::Type { .. } => "{it} must be {expected}, but is {found}.",
        ViolationKind::Required => "{it} is missing.",
        ViolationKind::EmptyString => "{it} must not be empty or only white space.",
        ViolationKind::Enum { allowed: ["payment"], .. } => {
            "version 1 of the API has only the payment flow: use version 2 for subscription and setup{perhaps}"
        }
        ViolationKind::Enum { .. } => "{it} must be {allowed}{perhaps}",
        ViolationKind::UnknownField { elsewhere: Some(elsewhere), .. } => match elsewhere {
            Elsewhere::Version2 { .. } => "{name} is a field of version 2 of the API, not of version 1.",
            Elsewhere::NewCustomer { .. } => {
                "{it} has no documented field of this name: the API calls it {name}, and takes customer_data in place of \
                 customer."
            }
            Elsewhere::Inside { .. } => "{it} has no documented field of this name: it belongs in {objects}.",
            Elsewhere::Called { .. } => "{it} has no documented field of this name: the API calls it {name}.",
            Elsewhere::Metadata => {
                "{it} has no documented field of this name: the merchant's own data goes into metadata."
            }
            Elsewhere::Header { .. } => "{it} has no documented field of this name: {name} is a header of the request.",
            Elsewhere::Wrapper => {
                "the request body has no documented field of this name: its fields are sent by themselves, without an \
                 object around them."
            }
            Elsewhere::OldName => {
                "payment_methods is the name that payment_method_types had before version 2026-02-01 of the API."
            }
            Elsewhere::Duration => {
                "{it} has no documented field of this name: in place of a duration, expires_at takes a date and time, \
                 such as 2030-12-31T23:59:59Z."
            }
        },
        ViolationKind::UnknownField { elsewhere: None, .. } => {
            "{it} has no documented field of this name: the API may ignore or refuse it{perhaps}"
        }

        // Format
        ViolationKind::EmailFormat { fault: EmailFault::Invisible } => {
            "{it} holds a character that cannot be seen: type it anew, such as name@example.com."
        }
        ViolationKind::EmailFormat { fault: EmailFault::Form } => {
            "{it} must be an e-mail address, such as name@example.com."
        }
        ViolationKind::EmailDomain => "{it} has a domain without a dot: no receipt arrives there.",
        ViolationKind::UrlFormat { fault: UrlFault::NoScheme } => {
            "{it} must be an absolute URL, such as https://example.com/path, but has no scheme."
        }
        ViolationKind::UrlFormat { fault: UrlFault::HostWithoutScheme } => {
            "{it} must be an absolute URL, but https:// is missing before the host and port."
        }
        ViolationKind::UrlFormat { fault: UrlFault::NoSlashes } => {
            "{it} must be an absolute URL, such as https://example.com/path, but has no // after its scheme."
        }
        ViolationKind::UrlFormat { fault: UrlFault::UnusableScheme } => {
            "{it} must be a URL to which someone can be sent, such as https://example.com/path: nobody can be sent to its scheme."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Space } => {
            "{it} must be an absolute URL, but holds white space or a control character."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Invisible } => {
            "{it} must be an absolute URL, but holds a character that cannot be seen: type it anew."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Host } => {
            "{it} must be an absolute URL, such as https://example.com/path, but its host is missing or cannot be one."
        }
        ViolationKind::UrlFormat { fault: UrlFault::Port } => {
            "{it} must be an absolute URL, but its port is no number from 0 to 65535."
        }
        ViolationKind::RedirectUrlHttp => {
            "{it} must begin with https://: Fintoc was seen to refuse http://, in test mode and at localhost too."
        }
        ViolationKind::UrlHttps => "{it} should begin with https://: the API may refuse any other scheme.",
        ViolationKind::ImageUrlHttps => "{it} must begin with https://.",
        ViolationKind::UrlPlaceholder => {
            "{it} holds a placeholder: a template that was not filled, or a variable that is not set."
        }
        ViolationKind::ExpiresAtFormat { .. } => {
            "expires_at must be a valid date and time with a time zone, such as 2030-12-31T23:59:59Z{or_date}{fault}."
        }
        ViolationKind::ExpiresAtRfc3339 { .. } => {
            "expires_at should be written as RFC 3339 has it, in UTC, such as 2030-12-31T23:59:59Z: the API may refuse other spellings."
        }
        ViolationKind::ExpiresAtUtc { .. } => "expires_at should be in UTC, ending in Z.",
        ViolationKind::TaxIdType { .. } => "tax_id.type should be {allowed}{perhaps}",
        ViolationKind::TaxIdFormat { expected: TaxIdKind::Rut } => {
            "tax_id.value must be a RUT: 1 to 8 digits and a check digit, 0 to 9 or K, such as 11.111.111-1."
        }
        ViolationKind::TaxIdFormat { expected: TaxIdKind::Rfc } => {
            "tax_id.value must be an RFC: 3 or 4 letters, a date as YYMMDD, and 3 letters or digits, such as \
             XAXX010101000."
        }
        ViolationKind::RutCheckDigit { is_zeros: true } => "{it} holds zeros alone, which are nobody's RUT.",
        ViolationKind::RutCheckDigit { is_zeros: false } => {
            "{it} has a check digit that does not match its other digits: check for a typing error, or a missing check digit (0 to 9 or K)."
        }
        ViolationKind::HolderIdFormat { currency: Currency::Clp } => "{it} should be a RUT when currency is CLP.",
        ViolationKind::HolderIdFormat { currency: Currency::Mxn } => {
            "{it} should be an RFC or a CURP when currency is MXN."
        }
        ViolationKind::AccountNumberFormat { currency: Some(Currency::Mxn) } => {
            "{it} should be 18 digits (a CLABE), 16 (a card) or 10 (a telephone) when currency is MXN."
        }
        ViolationKind::ClabeCheckDigit => {
            "{it} is a CLABE whose check digit does not match its other digits: check for a typing error."
        }
        ViolationKind::AccountTypeUnlisted { .. } | ViolationKind::CardTypeUnlisted { .. } => {
            "{it} should be {allowed}{perhaps}"
        }
        ViolationKind::AccountNumberFormat { .. } => {
            "{it} should have only digits (no hyphens), and no zeros in front unless currency is MXN."
        }
        ViolationKind::BusinessCategory => {
            "business_profile.category should be an activity code of 6 digits when currency is CLP."
        }
        ViolationKind::BusinessTaxId => "business_profile.tax_id should be a RUT when currency is CLP.",
        ViolationKind::IdPrefix { .. } => {
            "{it} should begin with {expected}, but begins with the prefix of another kind of object."
        }
        ViolationKind::IdForm { fault: IdFault::WhiteSpace } => "{it} should be an id, but holds white space.",
        ViolationKind::IdForm { fault: IdFault::At } => "{it} should be an id, but holds an @, as e-mail addresses do.",
        ViolationKind::IdForm { fault: IdFault::BarePrefix } => {
            "{it} should be an id, but has nothing after its prefix."
        }
        ViolationKind::IdForm { fault: IdFault::Capital } => {
            "{it} should be an id in lower case, such as cl_banco_estado, but holds a capital letter."
        }
        ViolationKind::ProductNameSize { .. } => {
            "product_data.name should have at most {limit} characters, but has {length}."
        }
        ViolationKind::MetadataCount { .. } => "{it} should have at most {limit} keys, but has {count}.",
        ViolationKind::MetadataKeySize { .. } => {
            "a key of {it} should have at most {limit} characters, but has {length}."
        }
        ViolationKind::MetadataValueSize { .. } => {
            "a value of {it} should have at most {limit} characters, but has {length}."
        }
        ViolationKind::MetadataFlat => "a value of {it} should not be an object or an array.",

        // Amount
        ViolationKind::AmountPositive { .. } => "{sum} must be at least 1, but is {amount}.",
        ViolationKind::AmountLimit { .. } => {
            "in version 1 of the API {sum} must be less than {limit}, but is {amount}."
        }
        ViolationKind::AmountInt32 { .. } => {
            "{sum} should be at most {limit}, but is {amount}: the API's amounts are 32-bit integers elsewhere."
        }
        ViolationKind::AmountOrLineItems => "amount is missing: the payment flow needs amount or line_items.",
        ViolationKind::AmountWithLineItems => {
            "amount must be left out when line_items is sent: it is calculated from the items."
        }
        ViolationKind::AmountRequiredInSubscription { total: Some(_) } => {
            "amount is missing: the subscription flow needs it, equal to the total of line_items, {total}."
        }
        ViolationKind::AmountRequiredInSubscription { total: None } => {
            "amount is missing: the subscription flow needs it, equal to the total of line_items."
        }
        ViolationKind::LineItemsRequiredInSubscription => {
            "line_items is missing or empty: the subscription flow needs at least one item."
        }
        ViolationKind::AmountForbiddenInSetup => "amount must be left out: nothing is charged in the setup flow.",
        ViolationKind::LineItemsInSetup => "line_items should be left out: nothing is charged in the setup flow.",
        ViolationKind::LineItemsEmpty => "line_items should be left out or hold at least one item, but is empty.",
        ViolationKind::AmountEqualsTotal { .. } => "amount must be the total of line_items, {total}, but is {amount}.",
        ViolationKind::TotalRange => "the total of line_items must be at most 9007199254740991, but is greater.",
        ViolationKind::QuantityPositive { .. } => "{it} must be at least 1, but is {quantity}.",
        ViolationKind::IntervalCountPositive { .. } => "{it} must be at least 1, but is {interval_count}.",
        ViolationKind::RecurringOnlyInSubscription { .. } => {
            "{it} should be left out in the {flow} flow: only a subscription charges an item again."
        }
        ViolationKind::RecurringExpected => "{it} is missing: nothing says how often the item is charged.",
        ViolationKind::PriceXorPriceData => {
            "price_data should be left out when the item has price: an item has one of the two."
        }
        ViolationKind::ProductXorProductData => {
            "product_data should be left out when price_data has product: it has one of the two."
        }
        ViolationKind::UnitAmountNegative { .. } => "{it} must be at least 0, but is {unit_amount}.",
        ViolationKind::UnitAmountZero => "{it} is 0: the API may refuse an item that costs 0.",
        ViolationKind::CurrencyMatchesSession { .. } => "{it} must be that of the session, {session}, but is {item}.",
        ViolationKind::CurrencyCase { .. } => "{it} should be {currency}, in upper case.",

        // Customer
        ViolationKind::CustomerXorCustomerData => {
            "customer_data must be left out when customer is sent: a session has one of the two."
        }
        ViolationKind::CustomerIdentified => "customer_data must have email or tax_id, but has neither.",
        ViolationKind::TaxIdComplete => "{it} is missing: a tax_id needs type and value.",
        ViolationKind::CustomerRequired { takes_data: false, .. } => {
            "customer is missing: the {flow} flow should have customer."
        }
        ViolationKind::CustomerRequired { .. } => {
            "customer is missing: the {flow} flow should have customer or customer_data."
        }
        ViolationKind::SubscriptionOnlyInSetup { .. } => {
            "subscription should be left out in the {flow} flow: a setup uses it to renew the payment method of a subscription."
        }

        // Payment methods
        ViolationKind::PaymentMethodTypesForFlow { .. } => "{it} must be {allowed}{in_flow}{of_flows}{perhaps}",
        ViolationKind::DirectDebitUnlisted => {
            "the API may refuse direct_debit: Fintoc's page on the session object lists it, the page on creating a session does not."
        }
        ViolationKind::PaymentMethodTypesEmpty => {
            "payment_method_types must be left out or hold at least one type, but is empty."
        }
        ViolationKind::PaymentMethodTypesUnique => "{it} should not repeat an earlier one.",
        ViolationKind::TypeCurrency { .. } => {
            "payment_method_types should not hold {method} when currency is {currency}."
        }
        ViolationKind::OptionsMatchTypes { flow: Some(_), .. } => {
            "{key} is no payment method of the {flow} flow ({allowed}){of_flows}{perhaps}"
        }
        ViolationKind::OptionsMatchTypes { flow: None, .. } => {
            "{key} must be listed in payment_method_types to have options, but is not{perhaps}"
        }
        ViolationKind::OptionsIncomplete => {
            "{it} is missing or empty: without it, the options of the payment method say nothing."
        }
        ViolationKind::RecipientAccountComplete { is_empty: true } => {
            "recipient_account should have holder_id, institution_id, number and, unless currency is MXN, type, but has none of them."
        }
        ViolationKind::RecipientAccountComplete { is_empty: false } => {
            "{it} is missing: a recipient_account should have holder_id, institution_id, number and, unless currency is MXN, type."
        }
        ViolationKind::SenderAccountForm { is_plain: true } => {
            "{it} should be sent as {object}: a plain string is the form of responses."
        }
        ViolationKind::SenderAccountForm { is_plain: false } => "{it} is missing: the field is sent as {object}.",
        ViolationKind::InstitutionCurrency { currency: Currency::Clp } => {
            "{it} should be of Chile when currency is CLP, but begins with mx_."
        }
        ViolationKind::InstitutionCurrency { currency: Currency::Mxn } => {
            "{it} should be of Mexico when currency is MXN, but begins with cl_."
        }
        ViolationKind::PaymentMethodNeedsCustomer { is_saved_method: true } => {
            "customer is missing: payment_method needs the id of the customer that it belongs to (customer_data does not do)."
        }
        ViolationKind::PaymentMethodNeedsCustomer { is_saved_method: false } => {
            "customer is missing: payment_method is the id of a saved payment method of a customer (customer_data does not do); to choose the kind of payment, send payment_method_types instead."
        }
        ViolationKind::PaymentMethodNeedsBankTransfer { is_saved_method: true } => {
            "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent."
        }
        ViolationKind::PaymentMethodNeedsBankTransfer { is_saved_method: false } => {
            "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent, which is the id of a saved payment method; to choose the kind of payment, leave payment_method out."
        }
        ViolationKind::PaymentMethodInSubscription { is_saved_method: true } => {
            "payment_method must be left out: it requires bank_transfer, which a subscription does not take."
        }
        ViolationKind::PaymentMethodInSubscription { is_saved_method: false } => {
            "payment_method must be left out of a subscription: it is the id of a saved payment method; to choose the kind of payment, use payment_method_types."
        }
        ViolationKind::PaymentMethodInSetup { is_saved_method: true } => {
            "payment_method should be left out: nothing is charged in the setup flow."
        }
        ViolationKind::PaymentMethodInSetup { is_saved_method: false } => {
            "payment_method should be left out of a setup: it is the id of a saved payment method; to choose the kind of payment, use payment_method_types."
        }
        ViolationKind::SavePaymentMethodOnlyInPayment => {
            "save_payment_method must be left out: it is only for the payment flow."
        }
        ViolationKind::SavePaymentMethodNeedsCustomer => {
            "customer is missing: save_payment_method needs customer or customer_data when it is enabled."
        }

        // Redirects and expiry
        ViolationKind::UiModeOnlyInPayment => "ui_mode should be left out: it is only for the payment flow.",
        ViolationKind::RedirectUrlsRequired => {
            "{it} is missing: the payment flow needs success_url and cancel_url unless ui_mode is embedded."
        }
        ViolationKind::RedirectUrlsExpected => {
            "{it} is missing: the subscription and setup flows should have success_url and cancel_url."
        }
        ViolationKind::RedirectUrlsTogether => "{it} is missing: success_url and cancel_url should be sent together.",
        ViolationKind::ExpiresAtLead { minutes: 0 } => "expires_at must be later than now.",
        ViolationKind::ExpiresAtLead { .. } => "expires_at must be at least {minutes} minutes in the future.",
        ViolationKind::ExpiresAtTight => {
            "expires_at should be at least 11 minutes in the future: the API needs 10 when the request arrives."
        }
    }
}

/// Returns the sentence for a body that Fintoc sent, which the reader cannot fix: it says how the body differs from the
/// documentation.
fn sentence_of_answer(violation: &Violation) -> &'static str {
    match &violation.kind {
        ViolationKind::JsonSyntax { .. } => "{it} is not valid JSON at line {line}, column {column}: {fault}.",
        ViolationKind::BodySize { .. } => "{it} must be at most {limit} bytes long.",
        ViolationKind::NotSerializable { .. } if violation.path.has_other_name() => {
            "a value in {it} cannot be read as JSON: {cause}."
        }
        ViolationKind::NotSerializable { .. } => "{it} cannot be read as JSON: {cause}.",
        ViolationKind::Enum { .. } if violation.body == BodyKind::ApiError => {
            "this is an error of the API: {allowed} was expected."
        }
        ViolationKind::Type { expected: Expected::Integer, found: JsonType::Number, .. } => {
            "{it} is documented as an integer, but has decimals or is beyond 9007199254740991."
        }
        ViolationKind::Type { .. } if violation.path.segments().is_empty() => {
            "{it} must be {expected}, but is {found}."
        }
        ViolationKind::Type { .. } => "{it} is documented as {expected}, but is {found}.",
        ViolationKind::DuplicateKey if violation.path.has_other_name() => {
            "a name occurs more than once in {it}: the first value counts."
        }
        ViolationKind::DuplicateKey => "{it} occurs more than once: the first value counts.",
        ViolationKind::Enum { .. } => "{it} must be {allowed}.",
        // `Required`: no other rule checks answers.
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
        Expected::OneOf { .. } => "a string ({allowed})",
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
        SyntaxFault::ExtraComma => "there is a comma too many",
        SyntaxFault::MissingComma => "a comma is missing here",
        SyntaxFault::SingleQuote => "strings and names take double quotes, not single ones",
        SyntaxFault::UnquotedName => "a name is not in double quotes",
        SyntaxFault::Comment => "JSON has no comments",
        SyntaxFault::Word => "there is a word that JSON does not have, such as NaN, undefined or True",
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

const fn value_fault(value_fault: ValueFault) -> &'static str {
    match value_fault {
        ValueFault::NotText => {
            "validateJson takes JSON text, a string or bytes of UTF-8; await a Promise, and pass objects to validate"
        }
        ValueFault::Undefined => "it is undefined",
        ValueFault::Function => "it is a function",
        ValueFault::Symbol => "it is a symbol",
        ValueFault::Cycle => "it contains itself",
        ValueFault::BigInt => "it is a BigInt, which JSON.stringify refuses; Number makes a number of it",
        ValueFault::Getter => "reading it throws an error",
        ValueFault::ToJson => "its toJSON throws an error",
        ValueFault::Depth => "it is nested deeper than 127 levels",
    }
}

const fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Function => "a function, which is not sent",
        Loss::Symbol => "a symbol, which is not sent",
        Loss::Undefined => "undefined, which an array sends as null",
        Loss::NotFinite => "NaN or infinite, which is sent as null",
        Loss::InvalidDate => "an invalid Date, which is sent as null",
        Loss::Map => "a Map, whose entries are not sent; Object.fromEntries makes an object of it",
        Loss::Set => "a Set, whose values are not sent; use an array",
        Loss::Promise => "a Promise, whose value is not sent; await it",
        Loss::FormData => "a FormData, whose fields are not sent; readForm makes a request of it",
        Loss::UrlSearchParams => "a URLSearchParams, whose fields are not sent; readForm makes a request of it",
        Loss::Request => "a Request, whose body is not sent; await its json()",
        Loss::Response => "a Response, whose body is not sent; await its json()",
    }
}

const fn expires_at_fault(fault: ExpiresAtFault) -> &'static str {
    match fault {
        ExpiresAtFault::NoSuchDay => ", but that day does not exist",
        ExpiresAtFault::DateOnly => ", but has no time",
        ExpiresAtFault::NoT => ", but has no T between date and time",
        ExpiresAtFault::Digits => ", but one of its numbers has too few or too many digits",
        ExpiresAtFault::TimeRange => ", but that time does not exist",
        ExpiresAtFault::Form => "",
    }
}
