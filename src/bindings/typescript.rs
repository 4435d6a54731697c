//! TypeScript declarations of the model, from which the types of the npm package are made. Of no use to Rust code.
//!
//! Declares the enums of the API, of the options and of the catalogue and, in the namespace `Draft`, the objects of a
//! request with every field optional, as the core reads them. `pkg/types/request.d.ts` composes the valid requests from
//! these, and declares the types that they refer to, such as `Field`.
//!
//! For answers, declares their enums and, in the namespace `Answer`, their objects, for `pkg/types/session.d.ts`.

use tsify::Tsify;

use crate::enums::strum::{VariantArray, VariantNames};
use crate::error_code::ErrorCode;
use crate::options::LevelOverride;
use crate::report::{FactType, Level, Rule};
use crate::request::{
    AccountType, BankTransferOptions, BusinessProfile, CardOptions, CheckoutSessionRequest, CheckoutSessionRequestV1,
    Currency, CustomerData, Declared, Flow, FlowV1, LineItem, PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1,
    PaymentMethodType, Preset, PriceData, ProductData, RecipientAccount, Recurring, SavePaymentMethod, SenderAccount,
    SenderField, TaxId, UiMode,
};
use crate::rules::Reference;
use crate::rules::format::TAX_ID_TYPES;
use crate::rules::method_options::CARD_TYPES;
use crate::rules::payment_methods::{DIRECT_DEBIT, PAYMENT_TYPES, SETUP_TYPES, SUBSCRIPTION_TYPES, V1_TYPES};
use crate::session::{self, Account, CheckoutSession, Customer, Event, PaymentIntent, PaymentResource, SetupIntent};
use crate::version::Version;

/// The declarations of a report that the package shares with the feature `js-value`. Each adds its `Violation`.
const REPORT: &str = include_str!("report.d.ts");

const WORDS: &[&str] = &[
    Currency::DECL,
    Flow::DECL,
    FlowV1::DECL,
    SavePaymentMethod::DECL,
    UiMode::DECL,
    AccountType::DECL,
    Version::DECL,
    Level::DECL,
    LevelOverride::DECL,
    Reference::DECL,
];

const OBJECTS: &[&str] = &[
    CheckoutSessionRequest::DECL,
    CheckoutSessionRequestV1::DECL,
    BusinessProfile::DECL,
    CustomerData::DECL,
    TaxId::DECL,
    LineItem::DECL,
    PriceData::DECL,
    ProductData::DECL,
    Recurring::DECL,
    PaymentMethodOptions::DECL,
    PaymentMethodOptionsV1::DECL,
    BankTransferOptions::DECL,
    CardOptions::DECL,
    PacOptions::DECL,
    RecipientAccount::DECL,
    SenderAccount::DECL,
    SenderField::DECL,
    Preset::DECL,
];

const ANSWERS: &[&str] = &[
    CheckoutSession::DECL,
    Customer::DECL,
    session::LineItem::DECL,
    session::PriceData::DECL,
    PaymentResource::DECL,
    SetupIntent::DECL,
    PaymentIntent::DECL,
    Account::DECL,
    Event::DECL,
];

/// The code of `internal-error`, which JavaScript reports if the core itself fails.
const INTERNAL_SERVER_ERROR: &str = "internal_server_error";

/// Institutions that editors suggest. Fintoc's list is in its documentation and grows; these are the ids in the
/// documents of the API, and those on which several integrators agree.
const INSTITUTIONS: &[&str] = &[
    "cl_banco_bci",
    "cl_banco_bice",
    "cl_banco_consorcio",
    "cl_banco_de_chile",
    "cl_banco_estado",
    "cl_banco_falabella",
    "cl_banco_itau",
    "cl_banco_santander",
    "cl_banco_scotiabank",
    "cl_banco_security",
    "mx_banco_bbva",
];

/// Members of objects whose strings are open: the object, the generated type, and the type that suggests the known
/// values. The core only warns of other values, so the compiler accepts them.
const SUGGESTIONS: &[(&str, &str, &str)] = &[
    (RecipientAccount::DECL, "type?: Field<Text>", "type?: Field<AccountType | (string & {})>"),
    (RecipientAccount::DECL, "institution_id?: Field<Text>", "institution_id?: Field<InstitutionId>"),
    (SenderAccount::DECL, "type?: Field<Text>", "type?: Field<AccountType | (string & {})>"),
    (SenderAccount::DECL, "institution_id?: Field<SenderField>", "institution_id?: Field<SenderField<InstitutionId>>"),
    (SenderField::DECL, "SenderField = Text | Preset", "SenderField<T = Text> = T | Preset<T>"),
    (Preset::DECL, "interface Preset ", "interface Preset<T = Text> "),
    (Preset::DECL, "value?: Field<Text>", "value?: Field<T>"),
    (TaxId::DECL, "type?: Field<Text>", "type?: Field<TaxIdType>"),
    (CardOptions::DECL, "types?: Field<Field<Text>[]>", "types?: Field<Field<CardType>[]>"),
];

/// Returns the declarations of requests.
#[must_use]
pub fn declarations() -> String {
    let mut blocks: Vec<String> = WORDS.iter().map(|declaration| tidy(declaration)).collect();
    blocks.push(union("The id of a rule; stable.", "RuleId", Rule::ALL.iter().map(|rule| rule.as_str())));
    blocks.push(union(
        "An error code, in Fintoc's own vocabulary.",
        "ErrorCode",
        ErrorCode::VARIANTS.iter().map(|code| code.as_str()).chain([INTERNAL_SERVER_ERROR]),
    ));
    blocks.push(open_union("A type of tax identifier: one of these, or any other string.", "TaxIdType", TAX_ID_TYPES));
    blocks.push(open_union("A type of card: one of these, or any other string.", "CardType", CARD_TYPES));
    blocks.push(open_union(
        "The id of a financial institution: one of these, or any other string. The list is not complete.",
        "InstitutionId",
        INSTITUTIONS,
    ));
    blocks.push(REPORT.trim_end().to_owned());
    blocks.push(facts());
    blocks.push(payment_method_types());
    blocks.push(draft());
    blocks.join("\n\n") + "\n"
}

/// Returns an enum as a union of string literals.
fn words<T: VariantNames>(doc: &str, name: &str) -> String {
    union(doc, name, T::VARIANTS.iter().copied())
}

/// Returns the declarations of answers.
#[must_use]
pub fn answers() -> String {
    let blocks = [
        words::<session::Status>("The status of a session.", "Status"),
        words::<session::Mode>("The mode: live, or test without real money.", "Mode"),
        words::<session::EventType>("The type of an event.", "EventType"),
        words::<session::PaymentStatus>("The status of a payment.", "PaymentStatus"),
        words::<session::SetupStatus>("The status of a setup.", "SetupStatus"),
        words::<PaymentMethodType>("A payment method.", "PaymentMethodType"),
        namespace(
            "The objects of answers, as the core reads them: every field is optional.",
            "Answer",
            ANSWERS.iter().map(|declaration| own_types(declaration)),
        ),
    ];
    blocks.join("\n\n") + "\n"
}

/// Returns the interface of the facts of each rule that has any.
fn facts() -> String {
    let members = Rule::ALL.iter().filter(|rule| !rule.facts().is_empty()).map(|rule| {
        let facts = rule.facts().iter().map(|fact| {
            let optional = if fact.is_optional { "?" } else { "" };
            format!("    {}{optional}: {};", fact.name, fact_type(fact.r#type))
        });
        let when = rule.info().when;
        format!("  /** Reported when {when}. */\n  \"{rule}\": {{\n{}\n  }};", facts.collect::<Vec<_>>().join("\n"))
    });
    let doc = "The facts of violations, by rule. A rule that is not in it has none.";
    format!("/** {doc} */\nexport interface FactsOf {{\n{}\n}}", members.collect::<Vec<_>>().join("\n"))
}

fn fact_type(r#type: FactType) -> String {
    match r#type {
        FactType::Integer => "number".to_owned(),
        FactType::Boolean => "boolean".to_owned(),
        FactType::Text([]) => "string".to_owned(),
        FactType::Text(values) => literals(values.iter().copied()).join(" | "),
        FactType::Texts => "string[]".to_owned(),
    }
}

fn draft() -> String {
    let doc = "An unfinished request, such as the state of a form: every field is optional, and no rule applies.";
    let objects = OBJECTS.iter().map(|declaration| with_readonly_arrays(&with_suggestions(declaration)));
    namespace(doc, "Draft", objects)
}

/// Names the types of the fields as `pkg/types/` does, those of open strings by the types that suggest the known values.
fn with_suggestions(declaration: &str) -> String {
    let suggestions = SUGGESTIONS.iter().filter(|(object, ..)| *object == declaration);
    suggestions.fold(own_types(declaration), |types, (_, from, to)| types.replacen(from, to, 1))
}

/// Makes arrays read-only, so that constants (`as const`) are accepted. The core changes no request.
fn with_readonly_arrays(declaration: &str) -> String {
    declaration.replace("Field<Field<", "Field<readonly Field<")
}

fn namespace(doc: &str, name: &str, objects: impl Iterator<Item = String>) -> String {
    let objects: Vec<String> = objects.map(|declaration| indented(&tidy(&declaration))).collect();
    format!("/** {doc} */\nexport namespace {name} {{\n{}\n}}", objects.join("\n\n"))
}

fn payment_method_types() -> String {
    let member = |name: &str, doc: &str, types: &[&[&'static str]]| {
        let types = literals(types.iter().copied().flatten().copied()).join(" | ");
        format!("  /** {doc} */\n  {name}: {types};")
    };
    [
        "/** The types of payment method by flow. `direct_debit`, which not every document lists, is a warning. */",
        "export interface PaymentMethodTypes {",
        &member("payment", "Of a payment.", &[PAYMENT_TYPES]),
        &member("subscription", "Of a subscription.", &[SUBSCRIPTION_TYPES, &[DIRECT_DEBIT]]),
        &member("setup", "Of a setup.", &[SETUP_TYPES, &[DIRECT_DEBIT]]),
        &member("v1", "Of version 1.", &[V1_TYPES]),
        "}",
    ]
    .join("\n")
}

fn union<'w>(doc: &str, name: &str, words: impl Iterator<Item = &'w str>) -> String {
    format!("/** {doc} */\nexport type {name} =\n  | {};", literals(words).join("\n  | "))
}

/// Returns a union of string literals that also accepts any other string. `string` alone would hide the literals from
/// editors.
fn open_union(doc: &str, name: &str, words: &[&str]) -> String {
    let literals = literals(words.iter().copied()).join("\n  | ");
    format!("/** {doc} */\nexport type {name} =\n  | {literals}\n  | (string & {{}});")
}

fn literals<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    words.map(|word| format!("\"{word}\"")).collect()
}

/// Names the types of the fields of a declaration as `pkg/types/` does.
fn own_types(declaration: &str) -> String {
    declaration.lines().map(with_own_types).collect::<Vec<_>>().join("\n")
}

/// Names the type of a field as `pkg/types/` does: `amount?: Field<number>;` becomes `amount?: Field<Integer>;`.
fn with_own_types(line: &str) -> String {
    let line = line.replace("= string |", "= Text |");
    let parts = line.split_once("?: Field<").and_then(|(name, rest)| Some((name, rest.strip_suffix(">;")?)));
    parts.map_or_else(|| line.clone(), |(name, types)| format!("{name}?: Field<{}>;", own_type(last_type(types))))
}

/// Returns the last of some types, which are separated by commas.
fn last_type(types: &str) -> &str {
    let mut depth: u8 = 0;
    let is_outer_comma = |character| {
        match character {
            '>' => depth = depth.saturating_add(1),
            '<' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    };
    types.rsplit(is_outer_comma).next().unwrap_or(types).trim_start()
}

fn own_type(r#type: &str) -> String {
    match r#type {
        "number" => "Integer".to_owned(),
        "string" => "Text".to_owned(),
        "Map<string, Value>" => "Metadata".to_owned(),
        other => match other.strip_suffix("[]") {
            Some(element) => format!("Field<{}>[]", own_type(element)),
            None => other.to_owned(),
        },
    }
}

/// Formats a declaration for the package: indents by two spaces, and keeps the first paragraph of each comment, as the
/// rest is for Rust.
fn tidy(declaration: &str) -> String {
    let mut lines = Vec::new();
    let mut rest = declaration.lines();
    while let Some(line) = rest.next() {
        let text = line.trim_start();
        let margin = line.strip_suffix(text).unwrap_or_default().replace("    ", "  ");
        if text == "/**" {
            let comment: Vec<&str> = rest.by_ref().map(str::trim).take_while(|line| *line != "*/").collect();
            lines.extend(first_paragraph(&comment).iter().map(|line| format!("{margin}{line}")));
        } else {
            lines.push(format!("{margin}{text}"));
        }
    }
    lines.join("\n")
}

/// Returns the first paragraph of a comment, whose lines begin with `*`, as a comment.
fn first_paragraph(comment: &[&str]) -> Vec<String> {
    let lines: Vec<&str> = comment.iter().copied().take_while(|line| *line != "*").collect();
    match lines.as_slice() {
        [line] => vec![format!("/*{line} */")],
        lines => {
            [vec!["/**".to_owned()], lines.iter().map(|line| format!(" {line}")).collect(), vec![" */".to_owned()]]
                .concat()
        }
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_the_core_writes() {
        let expect = |declaration: &str, words: &[&str]| {
            let union = literals(words.iter().copied()).join(" | ");
            assert!(declaration.ends_with(&format!(" = {union};")), "{declaration} is not {union}");
        };
        expect(Currency::DECL, <Currency as VariantNames>::VARIANTS);
        expect(Flow::DECL, <Flow as VariantNames>::VARIANTS);
        expect(FlowV1::DECL, <FlowV1 as VariantNames>::VARIANTS);
        expect(SavePaymentMethod::DECL, <SavePaymentMethod as VariantNames>::VARIANTS);
        expect(UiMode::DECL, <UiMode as VariantNames>::VARIANTS);
        expect(AccountType::DECL, <AccountType as VariantNames>::VARIANTS);
        expect(Version::DECL, <Version as VariantNames>::VARIANTS);
        expect(Level::DECL, &[Level::Error.as_str(), Level::Warning.as_str()]);
        expect(LevelOverride::DECL, &[LevelOverride::Allow, LevelOverride::Warn, LevelOverride::Deny].map(Into::into));
        let documents = [
            Reference::CreateV2,
            Reference::CreateV1,
            Reference::Object,
            Reference::Guide,
            Reference::Other,
            Reference::Inference,
        ];
        expect(Reference::DECL, &documents.map(Reference::as_str));
    }

    #[test]
    fn facts_are_typed_by_rule() {
        let facts = facts();
        assert!(
            facts.contains("\n  \"amount-equals-total\": {\n    amount: number;\n    total: number;\n  };\n"),
            "{facts}"
        );
        assert!(facts.contains("\n    elsewhere?: \"version2\" | "), "{facts}");
        assert!(facts.contains("\n    flow?: \"payment\" | \"subscription\" | \"setup\";\n"), "{facts}");
        assert!(!facts.contains("\"required\""), "{facts}");
    }

    #[test]
    fn every_field_of_the_model_is_there_with_its_documentation() {
        let expect = |declaration: &str, names: &[&str]| {
            let lines: Vec<&str> = declaration.lines().collect();
            let members = lines.windows(2).filter(|pair| pair[1].contains("?: Field<"));
            let documented: Vec<&str> = members
                .filter(|pair| pair[0].ends_with("*/"))
                .filter_map(|pair| pair[1].trim().split_once('?').map(|(name, _)| name))
                .collect();
            assert_eq!(documented, names);
        };
        expect(CheckoutSessionRequest::DECL, CheckoutSessionRequest::NAMES);
        expect(CheckoutSessionRequestV1::DECL, CheckoutSessionRequestV1::NAMES);
        expect(BusinessProfile::DECL, BusinessProfile::NAMES);
        expect(CustomerData::DECL, CustomerData::NAMES);
        expect(TaxId::DECL, TaxId::NAMES);
        expect(LineItem::DECL, LineItem::NAMES);
        expect(PriceData::DECL, PriceData::NAMES);
        expect(ProductData::DECL, ProductData::NAMES);
        expect(Recurring::DECL, Recurring::NAMES);
        expect(PaymentMethodOptions::DECL, PaymentMethodOptions::NAMES);
        expect(PaymentMethodOptionsV1::DECL, PaymentMethodOptionsV1::NAMES);
        expect(BankTransferOptions::DECL, BankTransferOptions::NAMES);
        expect(CardOptions::DECL, CardOptions::NAMES);
        expect(PacOptions::DECL, PacOptions::NAMES);
        expect(RecipientAccount::DECL, RecipientAccount::NAMES);
        expect(SenderAccount::DECL, SenderAccount::NAMES);
        expect(Preset::DECL, Preset::NAMES);
        expect(CheckoutSession::DECL, CheckoutSession::NAMES);
        expect(Customer::DECL, Customer::NAMES);
        expect(session::LineItem::DECL, session::LineItem::NAMES);
        expect(session::PriceData::DECL, session::PriceData::NAMES);
        expect(PaymentResource::DECL, PaymentResource::NAMES);
        expect(SetupIntent::DECL, SetupIntent::NAMES);
        expect(PaymentIntent::DECL, PaymentIntent::NAMES);
        expect(Account::DECL, Account::NAMES);
        expect(Event::DECL, Event::NAMES);
    }

    #[test]
    fn every_suggestion_replaces_one_type() {
        for (object, from, to) in SUGGESTIONS {
            let types = own_types(object);
            assert_eq!(types.matches(from).count(), 1, "{from} in {types}");
            assert!(with_suggestions(object).contains(to), "{types}");
        }
        assert_eq!(with_suggestions(ProductData::DECL), own_types(ProductData::DECL));
    }

    #[test]
    fn every_array_of_a_draft_is_read_only() {
        let draft = draft();
        assert!(draft.contains("line_items?: Field<readonly Field<LineItem>[]>;"), "{draft}");
        assert!(draft.matches("[]").count() > 4 && draft.matches("[]").count() == draft.matches("readonly ").count());
    }

    #[test]
    fn open_unions_hold_the_known_words_and_any_string() {
        let union = open_union("A word.", "Word", &["a", "b"]);
        assert_eq!(union, "/** A word. */\nexport type Word =\n  | \"a\"\n  | \"b\"\n  | (string & {});");
    }

    #[test]
    fn comments_hold_no_rust() {
        let declarations = declarations() + &answers();
        for rust in ["```", "::", "crate", "struct"] {
            assert!(!declarations.contains(rust), "{rust}");
        }
    }

    #[test]
    fn a_comment_keeps_its_first_paragraph() {
        let declaration = "/**\n * A\n * word.\n *\n * More.\n */\nexport interface A {\n    /**\n     * One.\n     */\n    a?: B;\n}";
        assert_eq!(tidy(declaration), "/**\n * A\n * word.\n */\nexport interface A {\n  /** One. */\n  a?: B;\n}");
    }
}
