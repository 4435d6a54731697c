//! The facts of violations: declared once for each rule, in the table below. Values, types and the names of the
//! messages' placeholders come from there.

use super::violation::{BodyKind, Violation};
use super::violation_kind::{Correction, Elsewhere, KnownIn, Loss, Rule, TaxIdKind, ValueFault, ViolationKind};
use crate::enums::strum::VariantNames;
use crate::expires_at::ExpiresAtFault;
use crate::formats::{EmailFault, IdFault, UrlFault};
use crate::json::{JsonType, SyntaxFault, Writer};
use crate::request::{Currency, Flow};
use crate::tape::Expected;

/// A fact of a violation: its name and its value.
///
/// ```
/// use fintoc_preflight::{FactValue, Options, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// let facts = report.errors[0].facts();
/// assert_eq!((facts[0].name, facts[0].value), ("amount", FactValue::Integer(0)));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The name, in snake case. [`Rule::facts`] lists those of a rule.
    pub name: &'static str,
    /// The value.
    pub value: FactValue,
}

/// The value of a fact. Strings are constants of the API or of this crate, never a part of the request.
///
/// ```
/// use fintoc_preflight::FactValue;
///
/// assert_eq!(FactValue::Texts(&["card", "pac"]).to_json(), r#"["card","pac"]"#);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FactValue {
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// A string.
    Text(&'static str),
    /// Several strings.
    Texts(&'static [&'static str]),
}

impl FactValue {
    /// Returns the value as JSON text.
    #[must_use]
    pub fn to_json(self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(self, out: &mut String) {
        match self {
            Self::Integer(integer) => out.integer(integer),
            Self::Boolean(boolean) => out.raw(if boolean { "true" } else { "false" }),
            Self::Text(text) => out.string(text),
            Self::Texts(texts) => out.list(texts, |text, out| out.string(text)),
        }
    }
}

/// The declaration of a fact: its name and type, and whether every violation of its rule has it.
///
/// ```
/// use fintoc_preflight::{FactType, Rule};
///
/// let [amount, total] = Rule::AmountEqualsTotal.facts() else { unreachable!() };
/// assert_eq!((amount.name, amount.r#type, amount.is_optional), ("amount", FactType::Integer, false));
/// assert_eq!(total.name, "total");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactInfo {
    /// The name.
    pub name: &'static str,
    /// The type of its value.
    pub r#type: FactType,
    /// True if some violations of the rule lack it.
    pub is_optional: bool,
}

/// The type of a fact.
///
/// ```
/// use fintoc_preflight::{FactType, Rule};
///
/// assert_eq!(Rule::EmailFormat.facts()[0].r#type, FactType::Text(&["invisible", "form"]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FactType {
    /// An integer.
    Integer,
    /// A boolean.
    Boolean,
    /// A string: one of these or, if there are none, any name of the API.
    Text(&'static [&'static str]),
    /// An array of names of the API.
    Texts,
}

impl FactType {
    /// Returns `integer`, `boolean`, `string` or `string[]`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Text(_) => "string",
            Self::Texts => "string[]",
        }
    }
}

/// Receives the facts of a violation. A method for each type, not inlined: the table below calls them a hundred times.
struct Visitor<'v> {
    visit: &'v mut dyn FnMut(&'static str, FactValue),
}

impl Visitor<'_> {
    #[inline(never)]
    fn integer(&mut self, name: &'static str, integer: i64) {
        (self.visit)(name, FactValue::Integer(integer));
    }

    #[inline(never)]
    fn boolean(&mut self, name: &'static str, boolean: bool) {
        (self.visit)(name, FactValue::Boolean(boolean));
    }

    #[inline(never)]
    fn text(&mut self, name: &'static str, text: Option<Name>) {
        if let Some(text) = text {
            (self.visit)(name, FactValue::Text(text));
        }
    }

    #[inline(never)]
    fn texts(&mut self, name: &'static str, texts: Option<Names>) {
        if let Some(texts) = texts {
            (self.visit)(name, FactValue::Texts(texts));
        }
    }
}

/// A name of the API.
type Name = &'static str;

/// Several names of the API.
type Names = &'static [Name];

/// A type of which facts are.
trait IsFact: Copy {
    const TYPE: FactType;
    const IS_OPTIONAL: bool = false;

    /// Passes the value to the visitor, unless the violation lacks the fact.
    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>);
}

impl IsFact for i64 {
    const TYPE: FactType = FactType::Integer;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.integer(name, self);
    }
}

impl IsFact for u32 {
    const TYPE: FactType = FactType::Integer;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.integer(name, self.into());
    }
}

impl IsFact for usize {
    const TYPE: FactType = FactType::Integer;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.integer(name, i64::try_from(self).unwrap_or(i64::MAX));
    }
}

impl IsFact for bool {
    const TYPE: FactType = FactType::Boolean;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.boolean(name, self);
    }
}

impl IsFact for Name {
    const TYPE: FactType = FactType::Text(&[]);

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.text(name, Some(self));
    }
}

impl IsFact for Option<Name> {
    const TYPE: FactType = Name::TYPE;
    const IS_OPTIONAL: bool = true;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.text(name, self);
    }
}

impl IsFact for Names {
    const TYPE: FactType = FactType::Texts;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.texts(name, Some(self));
    }
}

impl IsFact for Option<Names> {
    const TYPE: FactType = Names::TYPE;
    const IS_OPTIONAL: bool = true;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        visitor.texts(name, self);
    }
}

impl IsFact for Option<i64> {
    const TYPE: FactType = i64::TYPE;
    const IS_OPTIONAL: bool = true;

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        if let Some(integer) = self {
            visitor.integer(name, integer);
        }
    }
}

/// Makes facts of enums, by the names of their variants.
macro_rules! words {
    ($($Enum:ty),*) => {
        $(impl IsFact for $Enum {
            const TYPE: FactType = FactType::Text(<$Enum as VariantNames>::VARIANTS);

            fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
                visitor.text(name, Some(self.into()));
            }
        }

        impl IsFact for Option<$Enum> {
            const TYPE: FactType = <$Enum>::TYPE;
            const IS_OPTIONAL: bool = true;

            fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
                visitor.text(name, self.map(Into::into));
            }
        })*
    };
}

words!(
    SyntaxFault,
    ValueFault,
    Loss,
    JsonType,
    EmailFault,
    UrlFault,
    IdFault,
    ExpiresAtFault,
    TaxIdKind,
    Correction,
    Elsewhere,
    Currency,
    Flow
);

/// The kind of body, unless it is a request.
impl IsFact for BodyKind {
    const TYPE: FactType = FactType::Text(&["session", "event", "api_error"]);
    const IS_OPTIONAL: bool = true;

    #[inline(never)]
    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        let text = match self {
            Self::Request => None,
            Self::Session => Some("session"),
            Self::Event => Some("event"),
            Self::ApiError => Some("api_error"),
        };
        visitor.text(name, text);
    }
}

/// The JSON type that is expected: `string` for an enum, whose values are another fact.
impl IsFact for Expected {
    const TYPE: FactType = FactType::Text(&["integer", "string", "string_or_object", "boolean", "array", "object"]);

    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        let text = match self {
            Self::Integer => "integer",
            Self::String | Self::OneOf { .. } => "string",
            Self::StringOrObject => "string_or_object",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        };
        visitor.text(name, Some(text));
    }
}

/// The other place in the API that has the name: `flows` are in a fact of their own.
impl IsFact for KnownIn {
    const TYPE: FactType = FactType::Text(&["flows", "older_version"]);
    const IS_OPTIONAL: bool = true;

    #[inline(never)]
    fn visit(self, name: &'static str, visitor: &mut Visitor<'_>) {
        let text = match self {
            Self::Nowhere => None,
            Self::Flows(_) => Some("flows"),
            Self::OlderVersion => Some("older_version"),
        };
        visitor.text(name, text);
    }
}

impl FactInfo {
    const fn of<T: IsFact>(name: &'static str) -> Self {
        Self { name, r#type: T::TYPE, is_optional: T::IS_OPTIONAL }
    }

    /// Writes the declaration as JSON, for the catalogue: `values` only if they are listed, `optional` only if true.
    pub(crate) fn write(&self, out: &mut String) {
        out.raw("{\"name\":");
        out.string(self.name);
        out.raw(",\"type\":");
        out.string(self.r#type.as_str());
        if let FactType::Text(values @ [_, ..]) = self.r#type {
            out.raw(",\"values\":");
            out.list(values, |value, out| out.string(value));
        }
        out.raw(if self.is_optional { ",\"optional\":true}" } else { "}" });
    }
}

/// Declares the facts of each rule: the fields of its kind of violation that they come from, then each name with its
/// type and, unless it is a field, its value.
macro_rules! facts {
    ($violation:ident: $($Rule:ident $({ $($field:ident),* })? => { $($name:ident: $Type:ty $(= $value:expr)?),* })*) => {
        impl Violation {
            /// Calls `visit` with the name and value of each fact, in the order of the table.
            #[inline(never)]
            fn each_fact(&self, visit: &mut dyn FnMut(&'static str, FactValue)) {
                let $violation = self;
                let visitor = &mut Visitor { visit };
                match self.kind {
                    $(ViolationKind::$Rule { $($($field,)*)? .. } => {
                        $(<$Type as IsFact>::visit(facts!(@value $name $(= $value)?), stringify!($name), visitor);)*
                    })*
                }
            }
        }

        impl Rule {
            /// Returns the declarations of the facts that violations of the rule have, in the order of
            /// [`Violation::facts`]; empty for many rules.
            #[must_use]
            pub const fn facts(self) -> &'static [FactInfo] {
                match self {
                    $(Self::$Rule => const { &[$(FactInfo::of::<$Type>(stringify!($name))),*] },)*
                }
            }
        }
    };
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
}

facts! { violation:
    // Shape
    JsonSyntax { fault, line, column } => {
        fault: SyntaxFault, line: usize, column: usize, body: BodyKind = violation.body
    }
    BodySize { limit } => { limit: usize, body: BodyKind = violation.body }
    NotSerializable { cause } => {
        cause: ValueFault, is_documented: bool = violation.is_documented(), body: BodyKind = violation.body
    }
    LostInJson { cause } => { cause: Loss, is_documented: bool = violation.is_documented() }
    DuplicateKey => { is_documented: bool = violation.is_documented(), body: BodyKind = violation.body }
    Type { expected, found, has_decimals, correction } => {
        expected: Expected, allowed: Option<Names> = expected.values(), found: JsonType, has_decimals: bool,
        correction: Option<Correction>, body: BodyKind = violation.body
    }
    Required => {}
    EmptyString => {}
    Enum { allowed } => { allowed: Names, body: BodyKind = violation.body }
    UnknownField { elsewhere } => {
        elsewhere: Option<Elsewhere>, name: Option<Name> = elsewhere.and_then(Elsewhere::name),
        objects: Option<Names> = elsewhere.and_then(Elsewhere::objects)
    }
    // Format
    EmailFormat { fault } => { fault: EmailFault }
    EmailDomain => {}
    UrlFormat { fault } => { fault: UrlFault }
    RedirectUrlHttp => {}
    UrlHttps => {}
    ImageUrlHttps => {}
    UrlPlaceholder => {}
    ExpiresAtFormat { fault, takes_date } => { fault: ExpiresAtFault, takes_date: bool }
    ExpiresAtRfc3339 => {}
    ExpiresAtUtc => {}
    TaxIdType { allowed } => { allowed: Names }
    TaxIdFormat { expected } => { expected: TaxIdKind }
    RutCheckDigit { is_zeros } => { is_zeros: bool }
    HolderIdFormat { currency } => { currency: Currency }
    AccountNumberFormat { currency } => { currency: Option<Currency> }
    ClabeCheckDigit => {}
    AccountTypeUnlisted { allowed } => { allowed: Names }
    BusinessCategory => {}
    BusinessTaxId => {}
    IdPrefix { expected } => { expected: Name }
    IdForm { fault } => { fault: IdFault }
    ProductNameSize { length, limit } => { length: usize, limit: usize }
    MetadataCount { count, limit } => { count: usize, limit: usize }
    MetadataKeySize { length, limit } => { length: usize, limit: usize }
    MetadataValueSize { length, limit } => { length: usize, limit: usize }
    MetadataFlat => {}
    // Amount
    AmountPositive { amount } => { amount: i64 }
    AmountLimit { amount, limit } => { amount: i64, limit: i64 }
    AmountInt32 { amount, limit } => { amount: i64, limit: i64 }
    AmountOrLineItems => {}
    AmountWithLineItems => {}
    AmountRequiredInSubscription { total } => { total: Option<i64> }
    LineItemsRequiredInSubscription => {}
    AmountForbiddenInSetup => {}
    LineItemsInSetup => {}
    LineItemsEmpty => {}
    AmountEqualsTotal { amount, total } => { amount: i64, total: i64 }
    TotalRange => {}
    QuantityPositive { quantity } => { quantity: i64 }
    IntervalCountPositive { interval_count } => { interval_count: i64 }
    RecurringOnlyInSubscription { flow } => { flow: Flow }
    RecurringExpected => {}
    PriceXorPriceData => {}
    ProductXorProductData => {}
    UnitAmountNegative { unit_amount } => { unit_amount: i64 }
    UnitAmountZero => {}
    CurrencyMatchesSession { session, item } => { session: Currency, item: Currency }
    CurrencyCase { currency } => { currency: Currency }
    // Customer
    CustomerXorCustomerData => {}
    CustomerIdentified => {}
    TaxIdComplete => {}
    CustomerRequired { flow, takes_data } => { flow: Flow, takes_data: bool }
    SubscriptionOnlyInSetup { flow } => { flow: Flow }
    // Payment methods
    PaymentMethodTypesForFlow { allowed, flow, known_in } => {
        allowed: Names, flow: Option<Flow>, known_in: KnownIn, flows: Option<Names> = known_in.flows()
    }
    DirectDebitUnlisted => {}
    PaymentMethodTypesEmpty => {}
    PaymentMethodTypesUnique => {}
    TypeCurrency { method, currency } => { method: Name, currency: Currency }
    OptionsMatchTypes { allowed, flow, known_in } => {
        allowed: Names, flow: Option<Flow>, known_in: KnownIn, flows: Option<Names> = known_in.flows(),
        is_documented: bool = violation.is_documented()
    }
    OptionsIncomplete => {}
    RecipientAccountComplete { is_empty } => { is_empty: bool }
    SenderAccountForm { is_plain } => { is_plain: bool }
    InstitutionCurrency { currency } => { currency: Currency }
    CardTypeUnlisted { allowed } => { allowed: Names }
    PaymentMethodNeedsCustomer { is_saved_method } => { is_saved_method: bool }
    PaymentMethodNeedsBankTransfer { is_saved_method } => { is_saved_method: bool }
    PaymentMethodInSubscription { is_saved_method } => { is_saved_method: bool }
    PaymentMethodInSetup { is_saved_method } => { is_saved_method: bool }
    SavePaymentMethodOnlyInPayment => {}
    SavePaymentMethodNeedsCustomer => {}
    // Redirects and expiry
    UiModeOnlyInPayment => {}
    RedirectUrlsRequired => {}
    RedirectUrlsExpected => {}
    RedirectUrlsTogether => {}
    ExpiresAtLead { minutes } => { minutes: u32 }
    ExpiresAtTight => {}
}

impl Violation {
    /// Returns the facts: with the rule, the path and the suggestion, all that a message says. Empty for many rules.
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, validate_json};
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let report = validate_json(r#"{"amount": 1, "currency": "USD", "ui_mode": "embedded"}"#, &options);
    /// assert_eq!(report.errors[0].facts()[0].value.to_json(), r#"["CLP","MXN"]"#);
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.each_fact(&mut |name, value| facts.push(Fact { name, value }));
        facts
    }

    /// Returns the value of the fact `name`; `None` if the violation lacks it.
    pub(super) fn fact(&self, name: &str) -> Option<FactValue> {
        let mut found = None;
        self.each_fact(&mut |other, value| {
            if other == name {
                found = Some(value);
            }
        });
        found
    }

    /// Writes the member `facts` of the violation's JSON, with a comma before it; nothing if there are no facts.
    pub(super) fn write_facts(&self, out: &mut String) {
        let mut before = ",\"facts\":{\"";
        self.each_fact(&mut |name, value| {
            out.raw(before);
            out.raw(name);
            out.raw("\":");
            value.write(out);
            before = ",\"";
        });
        if before.len() == 2 {
            out.raw("}");
        }
    }

    /// True if all names of the path are the API's.
    fn is_documented(&self) -> bool {
        !self.path.has_other_name()
    }
}

impl KnownIn {
    const fn flows(self) -> Option<Names> {
        match self {
            Self::Flows(flows) => Some(flows),
            Self::Nowhere | Self::OlderVersion => None,
        }
    }
}

impl Elsewhere {
    /// Returns the name that the API has for it.
    const fn name(self) -> Option<Name> {
        match self {
            Self::Version2 { name } | Self::NewCustomer { name } | Self::Called { name } | Self::Header { name } => {
                Some(name)
            }
            _ => None,
        }
    }

    /// Returns the objects that have a field of the name.
    const fn objects(self) -> Option<Names> {
        match self {
            Self::Inside { objects } => Some(objects),
            _ => None,
        }
    }
}

impl Expected {
    /// Returns the strings of an enum.
    const fn values(self) -> Option<Names> {
        match self {
            Self::OneOf { values, .. } => Some(values),
            _ => None,
        }
    }
}
