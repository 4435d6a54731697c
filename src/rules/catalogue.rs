//! The table of rules, from which `rules`, `explain` and `docs/rules.md` are made.

use super::info::{Description, Example, RuleInfo};
use super::{
    accounts, amount, customer, format, ids, items, metadata, method_options, payment_methods, redirects,
    saved_methods, shape, spanish, urls,
};
use crate::error_code::ErrorCode;
use crate::json::Writer;
use crate::report::messages::Locale;
use crate::report::{FactInfo, Level, Rule};

/// Gives each rule its entry. A validation needs only the level and the code, which are taken from the entry at compile
/// time, so that the prose of the catalogue is not linked into the WebAssembly modules.
macro_rules! entries {
    ($($Rule:ident => $entry:path,)*) => {
        impl Rule {
            /// Returns the catalogue entry of the rule, in English.
            #[must_use]
            pub const fn info(self) -> &'static RuleInfo {
                match self {
                    $(Self::$Rule => &$entry,)*
                }
            }

            /// Returns the level, unless [`Levels`](crate::Levels) set another.
            pub(crate) const fn level(self) -> Level {
                match self {
                    $(Self::$Rule => const { $entry.level },)*
                }
            }

            /// Returns the error code; of several, the first.
            pub(crate) const fn code(self) -> ErrorCode {
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
    /// Returns the prose of the catalogue entry in a language.
    #[must_use]
    pub fn describe(self, locale: Locale) -> Description {
        let info = self.info();
        let mut description = Description {
            scope: info.scope.describe(locale),
            when: info.when,
            at: info.at,
            note: self.note(),
            sources: info.sources.to_vec(),
            invalid: info.invalid,
            valid: info.valid,
        };
        if locale == Locale::Es {
            let prose = spanish::of(self);
            description.when = prose.when;
            description.at = prose.at;
            description.note = prose.note;
            description.sources.iter_mut().zip(prose.parts).for_each(|(source, part)| source.part = part);
            description.invalid = prose.example.map_or(info.invalid, Example::Words);
        }
        description
    }

    /// Returns the English note of the rule; `None` for most.
    const fn note(self) -> Option<&'static str> {
        match self {
            Self::AmountRequiredInSubscription => Some(amount::AMOUNT_REQUIRED_IN_SUBSCRIPTION_NOTE),
            _ => None,
        }
    }

    /// Returns the catalogue as a JSON array, in English: the same bytes in every binding.
    ///
    /// ```
    /// use fintoc_preflight::Rule;
    ///
    /// let json = Rule::catalogue_json();
    /// assert!(json.starts_with(r#"[{"rule":"json-syntax","level":"error","fixed":true,"codes":["invalid_json"],"#));
    /// ```
    #[must_use]
    pub fn catalogue_json() -> String {
        Self::catalogue_json_in(Locale::En)
    }

    /// Returns the catalogue as a JSON array, in a language.
    #[must_use]
    pub fn catalogue_json_in(locale: Locale) -> String {
        let mut out = String::new();
        out.list(Self::ALL, |rule, out| out.raw(&rule.to_json_in(locale)));
        out
    }

    /// Returns the catalogue entry in English, as a JSON object on one line.
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

    /// Returns the catalogue entry in a language, as a JSON object on one line.
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
        text("{\"rule\":", self.as_str(), out);
        text(",\"level\":", info.level.as_str(), out);
        out.raw(if self.is_fixed() { ",\"fixed\":true" } else { ",\"fixed\":false" });
        out.raw(",\"codes\":");
        out.list(info.codes, |code, out| out.string(code.as_str()));
        text(",\"scope\":", &description.scope, out);
        out.raw(",\"versions\":");
        out.list(info.scope.versions, |version, out| out.string(version.as_str()));
        out.raw(",\"flows\":");
        out.list(info.scope.flows, |flow, out| out.string(flow.as_str()));
        text(",\"when\":", description.when, out);
        text(",\"at\":", description.at, out);
        text(",\"marks\":", self.marks().as_str(), out);
        if let Some(note) = description.note {
            text(",\"note\":", note, out);
        }
        out.raw(",\"fields\":");
        out.list(info.fields, |field, out| out.string(field));
        out.raw(",\"depends_on\":");
        out.list(info.depends_on, |field, out| out.string(field));
        out.raw(",\"facts\":");
        out.list(self.facts(), FactInfo::write);
        out.raw(",\"sources\":");
        out.list(&description.sources, |source, out| {
            text("{\"document\":", source.reference.as_str(), out);
            text(",\"title\":", source.reference.title_in(locale), out);
            text(",\"part\":", source.part, out);
            out.raw("}");
        });
        out.raw(",\"invalid\":");
        description.invalid.write(out);
        out.raw(",\"valid\":");
        description.valid.write(out);
        out.raw("}");
        json
    }
}
