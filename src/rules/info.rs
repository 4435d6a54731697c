//! What the catalogue says of a rule: the types of an entry.

use strum::IntoStaticStr;

use crate::error_code::ErrorCode;
use crate::json::Writer;
use crate::report::Level;
use crate::report::messages::Locale;
use crate::version::Version;

/// What the catalogue says of a rule.
///
/// ```
/// use fintoc_preflight::{ErrorCode, Rule};
///
/// let info = Rule::AmountPositive.info();
/// assert_eq!(info.codes, [ErrorCode::InvalidPositiveInteger]);
/// assert_eq!(info.when, "`amount`, or the total of the items when it is absent, is less than 1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// The level, unless a caller sets another.
    pub level: Level,
    /// The error codes of its violations.
    pub codes: &'static [ErrorCode],
    /// The versions and flows in which it holds.
    pub scope: &'static str,
    /// When it is reported: a clause that goes on from "reported when".
    pub when: &'static str,
    /// Where it is reported.
    pub at: &'static str,
    /// The fields that it judges, each by itself: it is reported at one of them. `line_items[]` is every element of an
    /// array, `metadata.*` every name of an object, `*` every field, and the empty text is the body.
    pub fields: &'static [&'static str],
    /// What else it reads to judge a field: when one of these changes, its verdict may.
    pub depends_on: &'static [&'static str],
    /// Where it comes from.
    pub sources: &'static [Citation],
    /// A request that breaks it.
    pub invalid: Example,
    /// A request like it that keeps it.
    pub valid: Example,
}

impl RuleInfo {
    pub(super) const fn first_code(&self) -> ErrorCode {
        match self.codes {
            [first, ..] => *first,
            [] => ErrorCode::InvalidParams,
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
    /// Where it comes from. Their titles are in the language too with [`Reference::title_in`].
    pub sources: Vec<Citation>,
    /// A request that breaks it.
    pub invalid: Example,
    /// A request like it that keeps it.
    pub valid: Example,
}

/// Where a rule comes from: a document of Fintoc's and the place in it, or why there is none.
///
/// ```
/// use fintoc_preflight::{Reference, Rule};
///
/// let source = Rule::AmountEqualsTotal.info().sources[0];
/// assert_eq!((source.reference, source.part), (Reference::CreateV2, "amount"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The document.
    pub reference: Reference,
    /// The field or section in it, or the reason.
    pub part: &'static str,
}

/// A document that rules come from.
///
/// ```
/// use fintoc_preflight::Reference;
///
/// assert_eq!(Reference::CreateV2.id(), "create-v2");
/// assert_eq!(Reference::Guide.title(), "Guide: Accept a payment");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    tsify(rename = "SourceDocument"),
    serde(rename_all = "kebab-case")
)]
pub enum Reference {
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

impl Reference {
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
    /// use fintoc_preflight::{Reference, Locale};
    ///
    /// assert_eq!(Reference::Guide.title_in(Locale::Es), "Guía: Accept a payment");
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
/// let Example::Body { version, body } = Rule::AmountPositive.info().invalid else { unreachable!() };
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let report = validate_json(body, &Options { version, ..Options::new(now) });
/// assert_eq!(report.errors[0].rule(), Rule::AmountPositive);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
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

impl Example {
    pub(super) fn write(self, out: &mut String) {
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

pub(super) const fn create_v2(part: &'static str) -> Citation {
    Citation { reference: Reference::CreateV2, part }
}

pub(super) const fn create_v1(part: &'static str) -> Citation {
    Citation { reference: Reference::CreateV1, part }
}

pub(super) const fn object(part: &'static str) -> Citation {
    Citation { reference: Reference::Object, part }
}

pub(super) const fn guide(part: &'static str) -> Citation {
    Citation { reference: Reference::Guide, part }
}

pub(super) const fn other(part: &'static str) -> Citation {
    Citation { reference: Reference::Other, part }
}

pub(super) const fn inference(part: &'static str) -> Citation {
    Citation { reference: Reference::Inference, part }
}

pub(super) const fn v2(body: &'static str) -> Example {
    Example::Body { version: Version::V2, body }
}

pub(super) const fn v1(body: &'static str) -> Example {
    Example::Body { version: Version::V1, body }
}
