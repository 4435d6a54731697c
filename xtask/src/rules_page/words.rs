//! The words of the pages of rules, in each language.

use fintoc_preflight::{Level, Locale};

/// What the pages say beside the catalogue.
pub(super) struct Words {
    pub(super) locale: Locale,
    /// The names of the areas, in the order of `AREAS`.
    pub(super) areas: [&'static str; 6],
    /// The headers of the table of all rules.
    pub(super) header: &'static str,
    /// Precedes the condition of a rule.
    pub(super) reported_when: &'static str,
    pub(super) level: &'static str,
    pub(super) error: &'static str,
    pub(super) warning: &'static str,
    /// Follows a level that cannot be changed.
    pub(super) fixed: &'static str,
    pub(super) code: &'static str,
    pub(super) scope: &'static str,
    pub(super) reported_at: &'static str,
    pub(super) depends_on: &'static str,
    pub(super) facts: &'static str,
    pub(super) optional: &'static str,
    pub(super) schema_whole: &'static str,
    /// Precede and follow the name of a field.
    pub(super) schema_at: (&'static str, &'static str),
    pub(super) schema_part: &'static str,
    pub(super) schema_none: &'static str,
    pub(super) source: &'static str,
    pub(super) sources: &'static str,
    /// The headers of the table of sources.
    pub(super) sources_header: &'static str,
    /// The last sentence of the page.
    pub(super) disagreements: &'static str,
    pub(super) invalid: &'static str,
    pub(super) valid: &'static str,
    /// Follows the title of an example for version 1.
    pub(super) in_v1: &'static str,
}

/// The numbers in the introduction.
pub(super) struct Counts {
    pub(super) all: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// The rules that the JSON Schemas cover.
    pub(super) covered: usize,
    /// Those of them that are covered in part.
    pub(super) in_part: usize,
}

impl Words {
    pub(super) const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::En => &EN,
            Locale::Es => &ES,
        }
    }

    pub(super) const fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Error => self.error,
            Level::Warning => self.warning,
        }
    }

    /// Returns the title and the introduction.
    pub(super) fn introduction(&self, counts: &Counts) -> String {
        let Counts { all, errors, warnings, covered, in_part } = counts;
        match self.locale {
            Locale::En => format!(
                "\
# Rules

There are {all} rules: {errors} are errors and {warnings} are warnings. [En español](rules.es.md).

An error makes a request invalid: the documentation says that the API refuses it, the value cannot be what its field is
named, or several integrators saw the API refuse it. A warning does not: the API may accept the request, but a person
should look. A caller can change the level of a rule, unless the rule is marked as fixed.

Each violation has a code in the API's own vocabulary. Which rule has which code is this project's reading, not Fintoc's
promise. The names of the sources are explained [at the end](#sources).

The JSON Schemas cover {covered} of the rules, {in_part} of them in part: a schema refuses the requests that
violate one of these, and no others. Its descriptions name the rest: warnings, and rules that JSON Schema cannot express.

Each rule has an invalid and a valid example, for version 2 of the API unless marked otherwise, and for a `now` of
2026-01-13T12:00:00Z."
            ),
            Locale::Es => format!(
                "\
# Reglas

Hay {all} reglas: {errors} son errores y {warnings} son advertencias. [In English](rules.md).

Un error invalida la solicitud: la documentación dice que la API la rechaza, el valor no puede ser lo que su campo
nombra, o varias personas que integran la API la vieron rechazarla. Una advertencia no la invalida: la API puede
aceptarla, pero conviene que alguien la revise. Puedes cambiar el nivel de una regla, salvo que esté marcada como fija.

Cada infracción tiene un código del vocabulario de la propia API. Qué código corresponde a cada regla es la lectura de
este proyecto, no una promesa de Fintoc. Los nombres de las fuentes se explican [al final](#fuentes).

Los JSON Schemas cubren {covered} de las reglas, {in_part} de ellas en parte: un esquema rechaza las solicitudes que
infringen una de estas, y ninguna otra. Sus descripciones nombran las demás: las advertencias, y las reglas que JSON
Schema no puede expresar.

Cada regla tiene un ejemplo inválido y uno válido, para la versión 2 de la API salvo que se indique otra, y para un
`now` de 2026-01-13T12:00:00Z."
            ),
        }
    }
}

const EN: Words = Words {
    locale: Locale::En,
    areas: ["Shape", "Format", "Amount", "Customer", "Payment methods", "Redirects and expiry"],
    header: "| area | rule | level | scope | sources |",
    reported_when: "Reported when",
    level: "Level",
    error: "error",
    warning: "warning",
    fixed: ", fixed: it cannot be lowered",
    code: "Code",
    scope: "Scope",
    reported_at: "Reported at",
    depends_on: "Depends on",
    facts: "Facts",
    optional: "optional",
    schema_whole: "refuses every violation",
    schema_at: ("refuses a violation at", "; names the rule for the rest"),
    schema_part: "refuses every violation, except by a character from U+E0000 to U+E0FFF alone",
    schema_none: "names the rule in a description",
    source: "Source",
    sources: "Sources",
    sources_header: "| name | document |",
    disagreements: "Where they disagree, and what was chosen, is in [contradictions.md](contradictions.md).",
    invalid: "Invalid",
    valid: "Valid",
    in_v1: ", in version 1",
};

const ES: Words = Words {
    locale: Locale::Es,
    areas: ["Forma", "Formato", "Monto", "Cliente", "Métodos de pago", "Redirecciones y expiración"],
    header: "| área | regla | nivel | alcance | fuentes |",
    reported_when: "Se informa cuando",
    level: "Nivel",
    error: "error",
    warning: "advertencia",
    fixed: ", fijo: no se puede bajar",
    code: "Código",
    scope: "Alcance",
    reported_at: "Se informa en",
    depends_on: "Depende de",
    facts: "Datos",
    optional: "opcional",
    schema_whole: "rechaza todas las infracciones",
    schema_at: ("rechaza una infracción en", "; para el resto nombra la regla"),
    schema_part: "rechaza todas las infracciones, salvo las de un solo carácter de U+E0000 a U+E0FFF",
    schema_none: "nombra la regla en una descripción",
    source: "Fuente",
    sources: "Fuentes",
    sources_header: "| nombre | documento |",
    disagreements: "En qué se contradicen, y qué se eligió, está en [contradictions.md](contradictions.md), en inglés.",
    invalid: "Inválido",
    valid: "Válido",
    in_v1: ", en la versión 1",
};
