//! Texts of the command itself, in the languages of the reports.

use fintoc_preflight::{Citation, Level, Locale, Report, Suggestion};

use crate::request::Tally;

pub(crate) const fn level(level: Level, locale: Locale) -> &'static str {
    match (level, locale) {
        (Level::Error, Locale::En | Locale::Es) => "error",
        (Level::Warning, Locale::En) => "warning",
        (Level::Warning, Locale::Es) => "advertencia",
    }
}

pub(crate) const fn help(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "help",
        Locale::Es => "ayuda",
    }
}

pub(crate) const fn note(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "note",
        Locale::Es => "nota",
    }
}

/// Labels the object that lacks a field.
pub(crate) const fn missing_here(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "missing from this object",
        Locale::Es => "falta en este objeto",
    }
}

/// Labels the first of two equal names.
pub(crate) const fn first_given_here(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "first given here",
        Locale::Es => "aparece aquí por primera vez",
    }
}

/// Returns a source of a rule: the title of the page, and the part of it.
pub(crate) fn source(source: &Citation, locale: Locale) -> String {
    format!("{} ({})", source.reference.title_in(locale), source.part)
}

/// The headings of `rules` and `explain`.
pub(crate) struct Headings {
    pub(crate) rule: &'static str,
    pub(crate) level: &'static str,
    pub(crate) scope: &'static str,
    pub(crate) code: &'static str,
    pub(crate) codes: &'static str,
    pub(crate) when: &'static str,
    pub(crate) at: &'static str,
    pub(crate) source: &'static str,
    /// Appended to a level that cannot be lowered.
    pub(crate) fixed: &'static str,
    /// Starts the sentence on the condition of a rule.
    pub(crate) reported_when: &'static str,
    pub(crate) invalid: &'static str,
    pub(crate) valid: &'static str,
}

pub(crate) const fn catalogue(locale: Locale) -> Headings {
    match locale {
        Locale::En => Headings {
            rule: "rule",
            level: "level",
            scope: "scope",
            code: "code",
            codes: "codes",
            when: "reported when",
            at: "at",
            source: "source",
            fixed: ", which cannot be lowered",
            reported_when: "Reported when",
            invalid: "Invalid example:",
            valid: "Valid example:",
        },
        Locale::Es => Headings {
            rule: "regla",
            level: "nivel",
            scope: "alcance",
            code: "código",
            codes: "códigos",
            when: "se informa cuando",
            at: "en",
            source: "fuente",
            fixed: ", que no se puede bajar de nivel",
            reported_when: "Se informa cuando",
            invalid: "Ejemplo inválido:",
            valid: "Ejemplo válido:",
        },
    }
}

/// Returns the instruction to write a suggested value, as JSON.
pub(crate) fn suggestion(suggestion: &Suggestion, locale: Locale) -> String {
    let json = suggestion.to_json();
    match locale {
        Locale::En => format!("write `{json}` instead"),
        Locale::Es => format!("escribe `{json}` en su lugar"),
    }
}

/// Introduces a command to run.
pub(crate) const fn try_it(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "try it",
        Locale::Es => "pruébala",
    }
}

/// The word for a fix, in place of a level.
pub(crate) const fn fixed(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "fixed",
        Locale::Es => "corregido",
    }
}

/// Returns what a fix has written, as JSON.
pub(crate) fn wrote(json: &str, locale: Locale) -> String {
    match locale {
        Locale::En => format!("now `{json}`"),
        Locale::Es => format!("ahora `{json}`"),
    }
}

/// Returns the count of fixes that are not listed.
pub(crate) fn more_fixes(count: usize, locale: Locale) -> String {
    match locale {
        Locale::En => format!("and {count} more fixed"),
        Locale::Es => format!("y {count} más, corregidos"),
    }
}

/// Returns the count of violations beyond the first `shown`; `None` if there are no more.
pub(crate) fn more(report: &Report, shown: usize) -> Option<String> {
    let listed = report.iter().count().checked_sub(shown).filter(|more| *more > 0)?;
    let omitted = report.omitted.errors.saturating_add(report.omitted.warnings);
    Some(and_more(listed, omitted, report.locale))
}

/// Returns the count of violations that are not shown: those listed in the report, and those that it omits.
fn and_more(listed: usize, omitted: usize, locale: Locale) -> String {
    let count = listed.saturating_add(omitted);
    match (locale, omitted) {
        (Locale::En, 0) => format!("and {count} more, which --format json lists"),
        (Locale::En, _) => format!("and {count} more, of which --format json lists {listed}"),
        (Locale::Es, 0) => format!("y {count} más, que --format json enumera"),
        (Locale::Es, _) => format!("y {count} más, de las que --format json enumera {listed}"),
    }
}

/// Returns the verdict on one request, with the numbers of errors and warnings.
pub(crate) fn verdict(tally: Tally, locale: Locale) -> String {
    let valid = match locale {
        Locale::En => "valid",
        Locale::Es => "válida",
    };
    let found = found(tally, locale);
    if tally.invalid > 0 {
        found
    } else if found.is_empty() {
        valid.to_owned()
    } else {
        format!("{valid}, {found}")
    }
}

/// Returns the verdict on several requests.
pub(crate) fn total(tally: Tally, locale: Locale) -> String {
    let Tally { requests, invalid, .. } = tally;
    let valid = requests.saturating_sub(invalid);
    let verdicts = match locale {
        Locale::En => format!("{}: {valid} valid, {invalid} invalid", count(requests, ["request", "requests"])),
        Locale::Es => format!(
            "{}: {}, {}",
            count(requests, ["solicitud", "solicitudes"]),
            count(valid, ["válida", "válidas"]),
            count(invalid, ["inválida", "inválidas"]),
        ),
    };
    match found(tally, locale) {
        found if found.is_empty() => verdicts,
        found => format!("{verdicts} ({found})"),
    }
}

fn found(tally: Tally, locale: Locale) -> String {
    let (errors, warnings) = match locale {
        Locale::En => (["error", "errors"], ["warning", "warnings"]),
        Locale::Es => (["error", "errores"], ["advertencia", "advertencias"]),
    };
    let counts = [(tally.errors, errors), (tally.warnings, warnings)];
    let counts: Vec<String> =
        counts.into_iter().filter(|(number, _)| *number > 0).map(|(number, words)| count(number, words)).collect();
    counts.join(", ")
}

fn count(number: usize, [one, several]: [&str; 2]) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_agree_with_their_numbers() {
        let tally = |requests, invalid, errors, warnings| Tally { requests, invalid, errors, warnings };
        assert_eq!(verdict(tally(1, 1, 2, 1), Locale::En), "2 errors, 1 warning");
        assert_eq!(verdict(tally(1, 1, 1, 0), Locale::Es), "1 error");
        assert_eq!(verdict(tally(1, 0, 0, 2), Locale::Es), "válida, 2 advertencias");
        assert_eq!(verdict(tally(1, 0, 0, 0), Locale::En), "valid");
        assert_eq!(total(tally(3, 1, 1, 0), Locale::En), "3 requests: 2 valid, 1 invalid (1 error)");
        assert_eq!(total(tally(1, 0, 0, 0), Locale::Es), "1 solicitud: 1 válida, 0 inválidas");
    }
}
