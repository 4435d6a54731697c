//! The types of a catalogue entry.

use super::scope::Scope;
use crate::enums::as_str;
use crate::enums::strum::IntoStaticStr;
use crate::error_code::ErrorCode;
use crate::json::Writer;
use crate::report::Level;
use crate::report::messages::Locale;
use crate::version::Version;

/// The catalogue entry of a rule, in English.
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
    /// The level, unless [`Options::level`](crate::Options::level) set another.
    pub level: Level,
    /// The error codes that its violations can have; never empty. Of several, the violation's facts decide.
    pub codes: &'static [ErrorCode],
    /// The versions and flows that it applies to.
    pub scope: Scope,
    /// The condition of a violation: a clause that continues "reported when".
    pub when: &'static str,
    /// The place of a violation, in words, such as "`amount`, or `line_items`".
    pub at: &'static str,
    /// The fields at which it can be reported. `line_items[]` is every element of an array, `metadata.*` every name of
    /// an object, `*` every field, and the empty string is the body.
    pub fields: &'static [&'static str],
    /// The other fields that its verdict depends on, written as in `fields`; empty if it reads its own field alone.
    pub depends_on: &'static [&'static str],
    /// The places in Fintoc's documentation that it follows, or the reasons for it; never empty.
    pub sources: &'static [Citation],
    /// An example that violates this rule.
    pub invalid: Example,
    /// A similar request that is valid.
    pub valid: Example,
}

impl RuleInfo {
    /// Returns the first of `codes`; `InvalidParams` if there were none, which no entry has.
    pub(super) const fn first_code(&self) -> ErrorCode {
        match self.codes {
            [first, ..] => *first,
            [] => ErrorCode::InvalidParams,
        }
    }
}

/// The catalogue entry of a rule in one language: the prose of its [`RuleInfo`], and a note if it has one.
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
    /// The versions and flows that the rule applies to, such as `v1; v2 payment`.
    pub scope: String,
    /// The condition of a violation: a clause that continues "reported when", or "se informa cuando".
    pub when: &'static str,
    /// The place of a violation, in words.
    pub at: &'static str,
    /// A note in whole sentences, without the last full stop; `None` for most rules.
    pub note: Option<&'static str>,
    /// The places that the rule follows, or the reasons for it. [`Reference::title_in`] gives their titles in the
    /// language.
    pub sources: Vec<Citation>,
    /// An example that violates the rule.
    pub invalid: Example,
    /// A similar request that is valid.
    pub valid: Example,
}

/// A citation of a rule: a document of Fintoc's and a place in it, or the reason for a rule that no document states.
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

/// A document that a rule cites, or the kind of reason for one that no document states.
///
/// ```
/// use fintoc_preflight::Reference;
///
/// assert_eq!(Reference::CreateV2.as_str(), "create-v2");
/// assert_eq!(Reference::Guide.title(), "Guide: Accept a payment");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "kebab-case"))]
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
    /// A consequence of the documents that none of them states.
    Inference,
}

as_str!(Reference);

impl Reference {
    /// Returns the title in English; for `Other` and `Inference`, a description in its place.
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

    /// Returns the title in a language. The names of Fintoc's pages are not translated.
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

/// An example of a rule: a request, or a description if JSON cannot show it.
///
/// ```
/// use fintoc_preflight::{Example, Options, Rule, Timestamp, validate_json};
///
/// let Example::Body { version, body } = Rule::AmountPositive.info().invalid else { unreachable!() };
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let report = validate_json(body, &Options::new(now).version(version));
/// assert_eq!(report.errors[0].rule(), Rule::AmountPositive);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A request, written for a `now` of 2026-01-13T12:00:00Z.
    Body {
        /// The version of the API that it is for.
        version: Version,
        /// The JSON text.
        body: &'static str,
    },
    /// A description of an example that is no JSON text, such as a body of 1 MiB.
    Words(&'static str),
}

impl Example {
    /// Appends the example as a JSON object.
    pub(super) fn write(self, out: &mut String) {
        match self {
            Self::Body { version, body } => {
                out.raw("{\"version\":");
                out.string(version.as_str());
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
