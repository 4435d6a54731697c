//! The kinds of violation, one for each rule.
#![allow(missing_docs, reason = "each problem is the rule of its name, which the catalogue describes")]

use crate::enums::strum::EnumDiscriminants;
use crate::error_code::ErrorCode;
use crate::expires_at::ExpiresAtFault;
use crate::formats::{EmailFault, IdFault, UrlFault};
use crate::json::{JsonType, SyntaxFault};
use crate::report::suggestion::Suggestion;
use crate::request::{Currency, Flow};
use crate::tape::Expected;
use crate::timestamp::Timestamp;

/// A name of the API, or a value that it documents.
type Name = &'static str;

/// Several names or values.
type Names = &'static [Name];

/// The violated rule, with the facts for its message.
///
/// No fact is a string from the request; numbers may be. The variants are in the order in which a report lists them.
///
/// ```
/// use fintoc_preflight::{Options, ViolationKind, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert_eq!(report.errors[0].kind, ViolationKind::AmountPositive { amount: 0 });
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumDiscriminants)]
#[strum(crate = "crate::enums::strum")]
#[strum_discriminants(
    name(Rule),
    doc = "A rule of the catalogue.",
    doc = "",
    doc = "```",
    doc = "use fintoc_preflight::{Level, Rule};",
    doc = "",
    doc = "let rule: Rule = \"amount-positive\".parse()?;",
    doc = "assert_eq!(rule, Rule::AmountPositive);",
    doc = "assert_eq!(rule.info().level, Level::Error);",
    doc = "# Ok::<(), fintoc_preflight::ParseRuleError>(())",
    doc = "```",
    derive(Hash, PartialOrd, Ord, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantArray),
    strum(crate = "crate::enums::strum", serialize_all = "kebab-case"),
    cfg_attr(
        all(feature = "js-value", target_arch = "wasm32"),
        derive(tsify::Tsify),
        serde(rename_all = "kebab-case")
    ),
    non_exhaustive
)]
#[non_exhaustive]
pub enum ViolationKind {
    // Shape
    JsonSyntax { fault: SyntaxFault, line: usize, column: usize },
    BodySize { limit: usize },
    NotSerializable { cause: ValueFault },
    LostInJson { cause: Loss },
    DuplicateKey,
    Type { expected: Expected, found: JsonType, has_decimals: bool, correction: Option<Correction> },
    Required,
    EmptyString,
    Enum { allowed: Names, code: ErrorCode, suggestion: Option<Name> },
    UnknownField { suggestion: Option<Name>, elsewhere: Option<Elsewhere> },
    // Format
    EmailFormat { fault: EmailFault },
    EmailDomain,
    UrlFormat { fault: UrlFault },
    RedirectUrlHttp,
    UrlHttps,
    ImageUrlHttps,
    UrlPlaceholder,
    ExpiresAtFormat { fault: ExpiresAtFault, takes_date: bool, instant: Option<Timestamp> },
    ExpiresAtRfc3339 { instant: Timestamp },
    ExpiresAtUtc { instant: Timestamp },
    TaxIdType { allowed: Names, suggestion: Option<Name> },
    TaxIdFormat { expected: TaxIdKind },
    RutCheckDigit { is_zeros: bool },
    HolderIdFormat { currency: Currency },
    AccountNumberFormat { currency: Option<Currency> },
    ClabeCheckDigit,
    AccountTypeUnlisted { allowed: Names, suggestion: Option<Name> },
    BusinessCategory,
    BusinessTaxId,
    IdPrefix { expected: &'static str },
    IdForm { fault: IdFault },
    ProductNameSize { length: usize, limit: usize },
    MetadataCount { count: usize, limit: usize },
    MetadataKeySize { length: usize, limit: usize },
    MetadataValueSize { length: usize, limit: usize },
    MetadataFlat,
    // Amount
    AmountPositive { amount: i64 },
    AmountLimit { amount: i64, limit: i64 },
    AmountInt32 { amount: i64, limit: i64 },
    AmountOrLineItems,
    AmountWithLineItems,
    AmountRequiredInSubscription { total: Option<i64> },
    LineItemsRequiredInSubscription,
    AmountForbiddenInSetup,
    LineItemsInSetup,
    LineItemsEmpty,
    AmountEqualsTotal { amount: i64, total: i64 },
    TotalRange,
    QuantityPositive { quantity: i64 },
    IntervalCountPositive { interval_count: i64 },
    RecurringOnlyInSubscription { flow: Flow },
    RecurringExpected,
    PriceXorPriceData,
    ProductXorProductData,
    UnitAmountNegative { unit_amount: i64 },
    UnitAmountZero,
    CurrencyMatchesSession { session: Currency, item: Currency },
    CurrencyCase { currency: Currency },
    // Customer
    CustomerXorCustomerData,
    CustomerIdentified,
    TaxIdComplete,
    CustomerRequired { flow: Flow, takes_data: bool },
    SubscriptionOnlyInSetup { flow: Flow },
    // Payment methods
    PaymentMethodTypesForFlow { allowed: Names, flow: Option<Flow>, known_in: KnownIn, suggestion: Option<Name> },
    DirectDebitUnlisted,
    PaymentMethodTypesEmpty,
    PaymentMethodTypesUnique,
    TypeCurrency { method: &'static str, currency: Currency },
    OptionsMatchTypes { allowed: Names, flow: Option<Flow>, known_in: KnownIn, suggestion: Option<Name> },
    OptionsIncomplete,
    RecipientAccountComplete { is_empty: bool },
    SenderAccountForm { is_plain: bool },
    InstitutionCurrency { currency: Currency },
    CardTypeUnlisted { allowed: Names, suggestion: Option<Name> },
    PaymentMethodNeedsCustomer { is_saved_method: bool },
    PaymentMethodNeedsBankTransfer { is_saved_method: bool },
    PaymentMethodInSubscription { is_saved_method: bool },
    PaymentMethodInSetup { is_saved_method: bool },
    SavePaymentMethodOnlyInPayment,
    SavePaymentMethodNeedsCustomer,
    // Redirects and expiry
    UiModeOnlyInPayment,
    RedirectUrlsRequired,
    RedirectUrlsExpected,
    RedirectUrlsTogether,
    ExpiresAtLead { minutes: u32 },
    ExpiresAtTight,
}

/// The reason why a JavaScript value cannot be written as JSON.
///
/// ```
/// use fintoc_preflight::ValueFault;
///
/// assert_eq!(ValueFault::from_id("bigint"), Some(ValueFault::BigInt));
/// ```
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    crate::enums::strum::IntoStaticStr,
    crate::enums::strum::VariantArray,
    crate::enums::strum::VariantNames,
)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
#[non_exhaustive]
pub enum ValueFault {
    /// The body is `undefined`.
    Undefined,
    /// The body is a function.
    Function,
    /// The body is a symbol.
    Symbol,
    /// An object contains itself.
    Cycle,
    /// A `BigInt`.
    #[strum(serialize = "bigint")]
    BigInt,
    /// A getter or a trap of a `Proxy` throws.
    Getter,
    /// A method `toJSON` throws.
    #[strum(serialize = "to_json")]
    ToJson,
    /// Arrays and objects are nested deeper than 127 levels.
    Depth,
    /// JSON text was expected, and the value is neither a string nor bytes.
    NotText,
}

impl ValueFault {
    /// Returns the fault with an id, such as `bigint`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        from_id(id)
    }
}

/// The kind of a JavaScript value that `JSON.stringify` leaves out or changes.
///
/// ```
/// use fintoc_preflight::Loss;
///
/// assert_eq!(Loss::from_id("not_finite"), Some(Loss::NotFinite));
/// ```
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    crate::enums::strum::IntoStaticStr,
    crate::enums::strum::VariantArray,
    crate::enums::strum::VariantNames,
)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Loss {
    /// A function.
    Function,
    /// A symbol.
    Symbol,
    /// `undefined` in an array.
    Undefined,
    /// NaN or an infinity.
    NotFinite,
    /// An invalid `Date`.
    InvalidDate,
    /// A `Map`.
    Map,
    /// A `Set`.
    Set,
    /// A `Promise`.
    Promise,
    /// A `FormData` as the body.
    FormData,
    /// A `URLSearchParams` as the body.
    #[strum(serialize = "url_search_params")]
    UrlSearchParams,
    /// A `Request` as the body.
    Request,
    /// A `Response` as the body.
    Response,
}

impl Loss {
    /// Returns the loss with an id, such as `not_finite`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        from_id(id)
    }
}

fn from_id<T: Copy + Into<&'static str> + crate::enums::strum::VariantArray>(id: &str) -> Option<T> {
    T::VARIANTS.iter().copied().find(|variant| Into::<&str>::into(*variant) == id)
}

/// The versions or flows of the API that have a payment method type which the session does not accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownIn {
    /// No version or flow.
    Nowhere,
    /// These flows of version 2.
    Flows(&'static [&'static str]),
    /// Versions before 2026-02-01, under this name.
    OlderVersion,
}

/// A kind of tax identifier that is checked.
///
/// ```
/// use fintoc_preflight::{ViolationKind, Rule, TaxIdKind};
///
/// let kind = ViolationKind::TaxIdFormat { expected: TaxIdKind::Rut };
/// assert_eq!(Rule::from(&kind), Rule::TaxIdFormat);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum TaxIdKind {
    /// `cl_rut`
    #[strum(serialize = "cl_rut")]
    Rut,
    /// `mx_rfc`
    #[strum(serialize = "mx_rfc")]
    Rfc,
}

impl ViolationKind {
    /// Returns the error code: the rule's or, for `type` and `enum`, that of the expected type.
    pub(crate) fn code(&self) -> ErrorCode {
        match self {
            Self::Type { expected, .. } => expected.code(),
            Self::Enum { code, .. } => *code,
            _ => Rule::from(self).code(),
        }
    }

    /// Returns a replacement, if one is certain.
    pub(crate) fn suggestion(&self) -> Option<Suggestion> {
        match self {
            Self::Type { correction, .. } => correction.and_then(Correction::suggestion),
            Self::ExpiresAtFormat { instant, .. } => instant.and_then(in_utc),
            Self::ExpiresAtRfc3339 { instant } | Self::ExpiresAtUtc { instant } => in_utc(*instant),
            Self::AmountEqualsTotal { total, .. } => (*total >= 1).then_some(Suggestion::Number(*total)),
            _ => self.suggested_name().map(|name| Suggestion::Text(name.into())),
        }
    }

    /// Returns a replacement that is a name or value of the API, if one is certain.
    #[inline(never)]
    pub(super) fn suggested_name(&self) -> Option<Name> {
        match self {
            Self::Enum { suggestion, .. }
            | Self::UnknownField { suggestion, .. }
            | Self::TaxIdType { suggestion, .. }
            | Self::AccountTypeUnlisted { suggestion, .. }
            | Self::PaymentMethodTypesForFlow { suggestion, .. }
            | Self::OptionsMatchTypes { suggestion, .. }
            | Self::CardTypeUnlisted { suggestion, .. } => *suggestion,
            Self::CurrencyCase { currency } => Some((*currency).into()),
            _ => None,
        }
    }
}

/// A value of the right type that certainly was meant by a value of the wrong type.
///
/// ```
/// use fintoc_preflight::{Options, Suggestion, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": "350000", "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert_eq!(report.errors[0].suggestion(), Some(Suggestion::Number(350_000)));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum Correction {
    /// The integer in a string of digits.
    Integer(i64),
    /// The instant of a number of seconds or milliseconds since 1970-01-01T00:00:00Z.
    Instant(Timestamp),
    /// An array of the one enum value that was sent without brackets.
    #[strum(serialize = "array")]
    ArrayOf(&'static str),
}

impl Correction {
    fn suggestion(self) -> Option<Suggestion> {
        match self {
            Self::Integer(integer) => Some(Suggestion::Number(integer)),
            Self::Instant(instant) => in_utc(instant),
            Self::ArrayOf(word) => Some(Suggestion::Texts(vec![word.into()])),
        }
    }
}

/// A hint about a name that is not a field of the object it is in.
///
/// ```
/// use fintoc_preflight::{Elsewhere, Options, ViolationKind, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "order_id": 7}"#, &options);
/// let ViolationKind::UnknownField { elsewhere, .. } = report.warnings[0].kind else { unreachable!() };
/// assert_eq!(elsewhere, Some(Elsewhere::Metadata));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Elsewhere {
    /// A field of version 2 of the API, in a request for version 1.
    Version2 {
        /// The field.
        name: &'static str,
    },
    /// A field of a new customer, whose data is sent instead of the id of an existing one.
    NewCustomer {
        /// The field, such as `customer_data.email`.
        name: &'static str,
    },
    /// A field of other objects.
    Inside {
        /// The objects, such as `price_data`.
        objects: &'static [&'static str],
    },
    /// A field that the API knows under another name.
    Called {
        /// The path of the field, from the object that has the unknown name.
        name: &'static str,
    },
    /// Data of the merchant's own, which belongs in `metadata`.
    Metadata,
    /// A header of the HTTP request, not a field of its body.
    Header {
        /// The header.
        name: &'static str,
    },
    /// An object around the fields of the body.
    Wrapper,
    /// `payment_methods`, the name of `payment_method_types` before version 2026-02-01 of the API.
    OldName,
    /// A duration: `expires_at` takes an instant.
    Duration,
}

/// Returns an instant as RFC 3339 text in UTC; `None` outside the years 0000 to 9999.
fn in_utc(instant: Timestamp) -> Option<Suggestion> {
    instant.rfc3339().map(|utc| Suggestion::Text(utc.into()))
}
