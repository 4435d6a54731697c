//! The one table of rules. `rules`, `explain` and `docs/rules.md` are made from it.

use std::fmt;
use std::str::FromStr;

use strum::{IntoStaticStr, VariantArray, VariantNames};
use thiserror::Error;

use crate::formats::closest_match;
use crate::json::Writer;
use crate::messages::{Locale, catalogue_es};
pub use crate::problem::Rule;
use crate::report::{Code, Level};
use crate::rules::{
    accounts, amount, customer, format, ids, items, metadata, method_options, payment_methods, redirects,
    saved_methods, shape, urls,
};

/// What the catalogue says of a rule.
///
/// ```
/// use fintoc_preflight::{Code, Rule};
///
/// let info = Rule::AmountPositive.info();
/// assert_eq!(info.codes, [Code::InvalidPositiveInteger]);
/// assert_eq!(info.when, "`amount`, or the total of the items when it is absent, is less than 1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// The level, unless a caller sets another.
    pub level: Level,
    /// The error codes of its violations.
    pub codes: &'static [Code],
    /// The versions and flows in which it holds.
    pub scope: &'static str,
    /// When it is reported: a clause that goes on from "reported when".
    pub when: &'static str,
    /// Where it is reported.
    pub at: &'static str,
    /// The fields that it judges, each by itself: it is reported at one of them. `line_items[]` is every element of an
    /// array, `metadata.*` every name of an object, `*` every field, and the empty text is the body.
    pub judges: &'static [&'static str],
    /// What else it reads to judge a field: when one of these changes, its verdict may.
    pub reads: &'static [&'static str],
    /// Where it comes from.
    pub sources: &'static [Source],
    /// A request that breaks it.
    pub breaks: Example,
    /// A request like it that keeps it.
    pub keeps: Example,
}

impl RuleInfo {
    const fn first_code(&self) -> Code {
        match self.codes {
            [first, ..] => *first,
            [] => Code::InvalidParams,
        }
    }
}

/// What the catalogue says of a rule in one language: all of [`RuleInfo`] that is prose, and a note where there is one.
///
/// ```
/// use fintoc_preflight::{Locale, Rule};
///
/// let description = Rule::AmountPositive.describe(Locale::Es);
/// assert_eq!(description.when, "`amount`, o el total de los ítems cuando falta, es menor que 1");
/// assert_eq!(Rule::AmountPositive.describe(Locale::En).when, Rule::AmountPositive.info().when);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// The versions and flows in which the rule holds.
    pub scope: &'static str,
    /// When it is reported: a clause that goes on from "reported when", or from "se informa cuando".
    pub when: &'static str,
    /// Where it is reported.
    pub at: &'static str,
    /// What else to know of the rule, as whole sentences; `None` for most.
    pub note: Option<&'static str>,
    /// Where it comes from. Their titles are in the language too with [`Document::title_in`].
    pub sources: Vec<Source>,
    /// A request that breaks it.
    pub breaks: Example,
    /// A request like it that keeps it.
    pub keeps: Example,
}

/// Where a rule comes from: a document of Fintoc's and the place in it, or why there is none.
///
/// ```
/// use fintoc_preflight::{Document, Rule};
///
/// let source = Rule::AmountEqualsTotal.info().sources[0];
/// assert_eq!((source.document, source.part), (Document::CreateV2, "amount"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The field or section in it, or the reason.
    pub part: &'static str,
}

/// A document that rules come from.
///
/// ```
/// use fintoc_preflight::Document;
///
/// assert_eq!(Document::CreateV2.id(), "create-v2");
/// assert_eq!(Document::Guide.title(), "Guide: Accept a payment");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    tsify(rename = "SourceDocument"),
    serde(rename_all = "kebab-case")
)]
pub enum Document {
    #[strum(serialize = "create-v2")]
    /// "Create a checkout session", the reference of version 2.
    CreateV2,
    #[strum(serialize = "create-v1")]
    /// "Create Checkout Session", the reference of version 1.
    CreateV1,
    /// "The Checkout Session object".
    Object,
    /// "Accept a payment", the guide.
    Guide,
    /// Other public documentation of Fintoc's, or the experience of integrators.
    Other,
    /// What follows from the documents, though none says it.
    Inference,
}

impl Document {
    /// The short name, such as `create-v2`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The title, or what stands for one.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::CreateV2 => "API reference, version 2: Create a checkout session",
            Self::CreateV1 => "API reference, version 1: Create Checkout Session",
            Self::Object => "API reference: The Checkout Session object",
            Self::Guide => "Guide: Accept a payment",
            Self::Other => "other documentation of Fintoc's, or the experience of integrators",
            Self::Inference => "inference from the documents",
        }
    }

    /// The title, or what stands for one, in a language. Pages of Fintoc's keep the name that they have.
    ///
    /// ```
    /// use fintoc_preflight::{Document, Locale};
    ///
    /// assert_eq!(Document::Guide.title_in(Locale::Es), "Guía: Accept a payment");
    /// ```
    #[must_use]
    pub const fn title_in(self, locale: Locale) -> &'static str {
        match (locale, self) {
            (Locale::En, _) => self.title(),
            (Locale::Es, Self::CreateV2) => "Referencia de la API, versión 2: Create a checkout session",
            (Locale::Es, Self::CreateV1) => "Referencia de la API, versión 1: Create Checkout Session",
            (Locale::Es, Self::Object) => "Referencia de la API: The Checkout Session object",
            (Locale::Es, Self::Guide) => "Guía: Accept a payment",
            (Locale::Es, Self::Other) => "otra documentación de Fintoc, o la experiencia de quienes la integran",
            (Locale::Es, Self::Inference) => "inferencia a partir de los documentos",
        }
    }
}

/// What shows a rule.
///
/// ```
/// use fintoc_preflight::{Example, Options, Rule, Timestamp, validate_json};
///
/// let Example::Body { version, body } = Rule::AmountPositive.info().breaks else { unreachable!() };
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let report = validate_json(body, &Options { version, ..Options::new(now) });
/// assert_eq!(report.errors[0].rule(), Rule::AmountPositive);
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A request. Its times fit a `now` of 2026-01-13T12:00:00Z.
    Body {
        /// The version of the API that it is for.
        version: Version,
        /// The JSON text.
        body: &'static str,
    },
    /// What cannot be shown as a request.
    Words(&'static str),
}

/// A version of the API.
///
/// ```
/// use fintoc_preflight::Version;
///
/// assert_eq!(Version::default(), Version::V2);
/// assert_eq!("v1".parse(), Ok(Version::V1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, IntoStaticStr, strum::EnumString, VariantNames)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum Version {
    /// `/v1/checkout_sessions`
    V1,
    /// `/v2/checkout_sessions`
    #[default]
    V2,
}

impl Version {
    /// `v1` or `v2`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Rule {
    /// Every rule, in the order of the catalogue.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The rule's id, such as `amount-positive`; stable.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether the level can be lowered: not that of a body which cannot be read at all.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::JsonSyntax | Self::BodySize | Self::NotSerializable)
    }
}

/// Gives each rule its entry. Judging asks for a level or a code alone; taken from the entry when this is compiled, they
/// do not link its prose.
macro_rules! entries {
    ($($Rule:ident => $entry:path,)*) => {
        impl Rule {
            /// What the catalogue says of the rule.
            #[must_use]
            pub const fn info(self) -> &'static RuleInfo {
                match self {
                    $(Self::$Rule => &$entry,)*
                }
            }

            /// The level, unless a caller sets another.
            pub(crate) const fn level(self) -> Level {
                match self {
                    $(Self::$Rule => const { $entry.level },)*
                }
            }

            /// The error code; of several, the first.
            pub(crate) const fn code(self) -> Code {
                match self {
                    $(Self::$Rule => const { $entry.first_code() },)*
                }
            }
        }
    };
}

entries! {
    JsonSyntax => shape::JSON_SYNTAX,
    BodySize => shape::BODY_SIZE,
    NotSerializable => shape::NOT_SERIALIZABLE,
    LostInJson => shape::LOST_IN_JSON,
    DuplicateKey => shape::DUPLICATE_KEY,
    Type => shape::TYPE,
    Required => shape::REQUIRED,
    EmptyString => shape::EMPTY_STRING,
    Enum => shape::ENUM,
    UnknownField => shape::UNKNOWN_FIELD,
    EmailFormat => format::EMAIL_FORMAT,
    EmailDomain => format::EMAIL_DOMAIN,
    UrlFormat => urls::URL_FORMAT,
    RedirectUrlHttp => urls::REDIRECT_URL_HTTP,
    UrlHttps => urls::URL_HTTPS,
    ImageUrlHttps => urls::IMAGE_URL_HTTPS,
    UrlPlaceholder => urls::URL_PLACEHOLDER,
    ExpiresAtFormat => format::EXPIRES_AT_FORMAT,
    ExpiresAtRfc3339 => format::EXPIRES_AT_RFC3339,
    ExpiresAtUtc => format::EXPIRES_AT_UTC,
    TaxIdType => format::TAX_ID_TYPE,
    TaxIdFormat => format::TAX_ID_FORMAT,
    RutCheckDigit => format::RUT_CHECK_DIGIT,
    HolderIdFormat => accounts::HOLDER_ID_FORMAT,
    AccountNumberFormat => accounts::ACCOUNT_NUMBER_FORMAT,
    ClabeCheckDigit => accounts::CLABE_CHECK_DIGIT,
    AccountTypeUnlisted => accounts::ACCOUNT_TYPE_UNLISTED,
    BusinessCategory => format::BUSINESS_CATEGORY,
    BusinessTaxId => format::BUSINESS_TAX_ID,
    IdPrefix => ids::ID_PREFIX,
    IdForm => ids::ID_FORM,
    ProductNameSize => format::PRODUCT_NAME_SIZE,
    MetadataCount => metadata::METADATA_COUNT,
    MetadataKeySize => metadata::METADATA_KEY_SIZE,
    MetadataValueSize => metadata::METADATA_VALUE_SIZE,
    MetadataFlat => metadata::METADATA_FLAT,
    AmountPositive => amount::AMOUNT_POSITIVE,
    AmountLimit => amount::AMOUNT_LIMIT,
    AmountInt32 => amount::AMOUNT_INT32,
    AmountOrLineItems => amount::AMOUNT_OR_LINE_ITEMS,
    AmountWithLineItems => amount::AMOUNT_WITH_LINE_ITEMS,
    AmountRequiredInSubscription => amount::AMOUNT_REQUIRED_IN_SUBSCRIPTION,
    LineItemsRequiredInSubscription => amount::LINE_ITEMS_REQUIRED_IN_SUBSCRIPTION,
    AmountForbiddenInSetup => amount::AMOUNT_FORBIDDEN_IN_SETUP,
    LineItemsInSetup => amount::LINE_ITEMS_IN_SETUP,
    LineItemsEmpty => amount::LINE_ITEMS_EMPTY,
    AmountEqualsTotal => amount::AMOUNT_EQUALS_TOTAL,
    TotalRange => amount::TOTAL_RANGE,
    QuantityPositive => items::QUANTITY_POSITIVE,
    IntervalCountPositive => items::INTERVAL_COUNT_POSITIVE,
    RecurringOnlyInSubscription => items::RECURRING_ONLY_IN_SUBSCRIPTION,
    RecurringExpected => items::RECURRING_EXPECTED,
    PriceXorPriceData => items::PRICE_XOR_PRICE_DATA,
    ProductXorProductData => items::PRODUCT_XOR_PRODUCT_DATA,
    UnitAmountNegative => items::UNIT_AMOUNT_NEGATIVE,
    UnitAmountZero => items::UNIT_AMOUNT_ZERO,
    CurrencyMatchesSession => items::CURRENCY_MATCHES_SESSION,
    CurrencyCase => shape::CURRENCY_CASE,
    CustomerXorCustomerData => customer::CUSTOMER_XOR_CUSTOMER_DATA,
    CustomerIdentified => customer::CUSTOMER_IDENTIFIED,
    TaxIdComplete => customer::TAX_ID_COMPLETE,
    CustomerRequired => customer::CUSTOMER_REQUIRED,
    SubscriptionOnlyInSetup => customer::SUBSCRIPTION_ONLY_IN_SETUP,
    PaymentMethodTypesForFlow => payment_methods::PAYMENT_METHOD_TYPES_FOR_FLOW,
    DirectDebitUnlisted => payment_methods::DIRECT_DEBIT_UNLISTED,
    PaymentMethodTypesEmpty => payment_methods::PAYMENT_METHOD_TYPES_EMPTY,
    PaymentMethodTypesUnique => payment_methods::PAYMENT_METHOD_TYPES_UNIQUE,
    TypeCurrency => payment_methods::TYPE_CURRENCY,
    OptionsMatchTypes => method_options::OPTIONS_MATCH_TYPES,
    OptionsIncomplete => method_options::OPTIONS_INCOMPLETE,
    RecipientAccountComplete => accounts::RECIPIENT_ACCOUNT_COMPLETE,
    SenderAccountForm => accounts::SENDER_ACCOUNT_FORM,
    InstitutionCurrency => accounts::INSTITUTION_CURRENCY,
    CardTypeUnlisted => method_options::CARD_TYPE_UNLISTED,
    PaymentMethodNeedsCustomer => saved_methods::PAYMENT_METHOD_NEEDS_CUSTOMER,
    PaymentMethodNeedsBankTransfer => saved_methods::PAYMENT_METHOD_NEEDS_BANK_TRANSFER,
    PaymentMethodInSubscription => saved_methods::PAYMENT_METHOD_IN_SUBSCRIPTION,
    PaymentMethodInSetup => saved_methods::PAYMENT_METHOD_IN_SETUP,
    SavePaymentMethodOnlyInPayment => saved_methods::SAVE_PAYMENT_METHOD_ONLY_IN_PAYMENT,
    SavePaymentMethodNeedsCustomer => saved_methods::SAVE_PAYMENT_METHOD_NEEDS_CUSTOMER,
    UiModeOnlyInPayment => redirects::UI_MODE_ONLY_IN_PAYMENT,
    RedirectUrlsRequired => redirects::REDIRECT_URLS_REQUIRED,
    RedirectUrlsExpected => redirects::REDIRECT_URLS_EXPECTED,
    RedirectUrlsTogether => redirects::REDIRECT_URLS_TOGETHER,
    ExpiresAtLead => redirects::EXPIRES_AT_LEAD,
    ExpiresAtTight => redirects::EXPIRES_AT_TIGHT,
}

impl Rule {
    /// What the catalogue says of the rule, in a language.
    #[must_use]
    pub fn describe(self, locale: Locale) -> Description {
        let info = self.info();
        let mut description = Description {
            scope: info.scope,
            when: info.when,
            at: info.at,
            note: self.note(),
            sources: info.sources.to_vec(),
            breaks: info.breaks,
            keeps: info.keeps,
        };
        if locale == Locale::Es {
            let prose = catalogue_es::of(self);
            description.scope = catalogue_es::scope(info.scope);
            description.when = prose.when;
            description.at = prose.at;
            description.note = prose.note;
            description.sources.iter_mut().zip(prose.parts).for_each(|(source, part)| source.part = part);
            description.breaks = prose.example.map_or(info.breaks, Example::Words);
        }
        description
    }

    /// What else to know of the rule, in English.
    const fn note(self) -> Option<&'static str> {
        match self {
            Self::AmountRequiredInSubscription => Some(amount::AMOUNT_REQUIRED_IN_SUBSCRIPTION_NOTE),
            _ => None,
        }
    }

    /// The whole catalogue as a JSON array, in English: the same bytes in every binding.
    ///
    /// ```
    /// use fintoc_preflight::Rule;
    ///
    /// assert!(Rule::catalogue_json().starts_with(r#"[{"rule":"json-syntax","level":"error","codes":["invalid_json"],"#));
    /// ```
    #[must_use]
    pub fn catalogue_json() -> String {
        Self::catalogue_json_in(Locale::En)
    }

    /// The whole catalogue as a JSON array, in a language.
    #[must_use]
    pub fn catalogue_json_in(locale: Locale) -> String {
        let mut out = String::new();
        out.list(Self::ALL, |rule, out| out.raw(&rule.to_json_in(locale)));
        out
    }

    /// What the catalogue says of the rule, in English, as a JSON object on one line.
    ///
    /// ```
    /// use fintoc_preflight::Rule;
    ///
    /// assert!(Rule::UrlHttps.to_json().starts_with(r#"{"rule":"url-https","level":"warning","#));
    /// ```
    #[must_use]
    pub fn to_json(self) -> String {
        self.to_json_in(Locale::En)
    }

    /// What the catalogue says of the rule, in a language, as a JSON object on one line.
    ///
    /// ```
    /// use fintoc_preflight::{Locale, Rule};
    ///
    /// assert!(Rule::AmountRequiredInSubscription.to_json_in(Locale::Es).contains(r#""when":"falta `amount`""#));
    /// ```
    #[must_use]
    pub fn to_json_in(self, locale: Locale) -> String {
        let mut json = String::new();
        let out = &mut json;
        let (info, description) = (self.info(), self.describe(locale));
        let text = |name: &str, value: &str, out: &mut String| {
            out.raw(name);
            out.string(value);
        };
        text("{\"rule\":", self.id(), out);
        text(",\"level\":", info.level.id(), out);
        out.raw(",\"codes\":");
        out.list(info.codes, |code, out| out.string(code.id()));
        text(",\"scope\":", description.scope, out);
        text(",\"when\":", description.when, out);
        text(",\"at\":", description.at, out);
        if let Some(note) = description.note {
            text(",\"note\":", note, out);
        }
        out.raw(",\"judges\":");
        out.list(info.judges, |field, out| out.string(field));
        out.raw(",\"reads\":");
        out.list(info.reads, |field, out| out.string(field));
        out.raw(",\"sources\":");
        out.list(&description.sources, |source, out| {
            text("{\"document\":", source.document.id(), out);
            text(",\"title\":", source.document.title_in(locale), out);
            text(",\"part\":", source.part, out);
            out.raw("}");
        });
        out.raw(",\"breaks\":");
        description.breaks.write(out);
        out.raw(",\"keeps\":");
        description.keeps.write(out);
        out.raw("}");
        json
    }
}

impl Example {
    fn write(self, out: &mut String) {
        match self {
            Self::Body { version, body } => {
                out.raw("{\"version\":");
                out.string(version.id());
                out.raw(",\"body\":");
                out.string(body);
            }
            Self::Words(words) => {
                out.raw("{\"words\":");
                out.string(words);
            }
        }
        out.raw("}");
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        let rule = Self::ALL.iter().copied().find(|rule| rule.id() == id);
        rule.ok_or_else(|| UnknownRule {
            similar: closest_match(id, &Self::ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>()),
        })
    }
}

/// There is no rule of that id.
///
/// ```
/// use fintoc_preflight::Rule;
///
/// let error = "url-http".parse::<Rule>().unwrap_err();
/// assert_eq!(error.to_string(), "there is no such rule; did you mean `url-https`?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no such rule{}", .similar.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default())]
pub struct UnknownRule {
    /// The rule whose id is nearest, if one is near.
    pub similar: Option<&'static str>,
}
