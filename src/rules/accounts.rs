//! Rules of bank accounts: who holds them, where, and under which number.

use strum::VariantNames;

use super::format::rut_check_digit;
use super::ids::institution_form;
use super::{Session, guide, inference, object, other, v2};
use crate::catalogue::RuleInfo;
use crate::document::At;
use crate::findings::Findings;
use crate::formats::{MexicanNumber, Rut, closest_match, is_curp, is_rfc};
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{AccountType, Currency, RecipientAccount, SenderAccount, SenderField, Text};

/// The types of account that Fintoc documents.
pub(crate) const ACCOUNT_TYPES: &[&str] = <AccountType as VariantNames>::VARIANTS;

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    let bank_transfer = session.options.bank_transfer;
    check_recipient(bank_transfer.recipient_account(), session.currency, findings);
    check_sender(bank_transfer.sender_account(), session.currency, findings);
    check_sender(session.options.pac.sender_account(), session.currency, findings);
}

fn check_recipient<'a>(account: At<'a, RecipientAccount<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    if account.is_object() {
        recipient_account_complete(account, currency, findings);
        check_holder(account.holder_id(), currency, findings);
        check_institution(account.institution_id(), currency, findings);
        check_number(account.number(), currency, findings);
        account_type_unlisted(account.r#type(), findings);
    }
}

fn check_sender<'a>(account: At<'a, SenderAccount<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    if account.is_object() {
        sender_account_form(account.holder_id(), findings);
        sender_account_form(account.institution_id(), findings);
        check_holder(text_of(account.holder_id()), currency, findings);
        check_institution(text_of(account.institution_id()), currency, findings);
        check_number(account.number(), currency, findings);
        account_type_unlisted(account.r#type(), findings);
    }
}

fn check_institution<'a>(institution: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    institution_currency(institution, currency, findings);
    institution_form(institution, findings);
}

fn check_number<'a>(number: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    account_number_format(number, currency, findings);
    clabe_check_digit(number, currency, findings);
}

fn check_holder<'a>(holder: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    holder_id_format(holder, currency, findings);
    if currency == Some(Currency::Clp) {
        rut_check_digit(holder, findings);
    }
}

/// Where a field of a sender account has its text, in whichever form it is given.
fn text_of<'a>(field: At<'a, SenderField<'a>>) -> At<'a, Text<'a>> {
    if field.is_object() { field.preset().value() } else { field.plain() }
}

pub(crate) const HOLDER_ID_FORMAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidHolderId],
    scope: "all",
    when: "a `holder_id` is no RUT while the currency is CLP, or neither an RFC nor a CURP while it is MXN",
    at: "the field, or its `value`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
    ],
    reads: &["currency"],
    sources: &[object("Recipient Account Sender Account Object: holder_id")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": {"value": "GODE561231GR8"}}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": {"value": "11.111.111-1"}}}}}"#,
    ),
};

fn holder_id_format<'a>(holder: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    let (Some(currency), Some(text)) = (currency, holder.text()) else { return };
    let is_fine = match currency {
        Currency::Clp => Rut::parse(text).is_some(),
        Currency::Mxn => is_rfc(text) || is_curp(text),
    };
    if !is_fine {
        findings.add(Problem::HolderIdFormat { currency }, holder);
    }
}

pub(crate) const ACCOUNT_NUMBER_FORMAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAccountNumber],
    scope: "all",
    when: "the `number` of an account holds anything but digits, or, unless the currency is MXN (a CLABE may), begins \
           with a zero; with MXN, also digits that are neither 18 (a CLABE), nor 16 (a card), nor 10 (a telephone)",
    at: "`number`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.sender_account.number",
        "payment_method_options.pac.sender_account.number",
    ],
    reads: &["currency"],
    sources: &[
        object("Recipient Account Sender Account Object: number"),
        other("the lengths of account numbers in Mexico"),
    ],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813-990-168"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813990168"}}}}"#,
    ),
};

fn account_number_format<'a>(number: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    let Some(text) = number.text() else { return };
    let is_fine = match currency {
        Some(Currency::Mxn) => MexicanNumber::parse(text).is_some(),
        _ => text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0'),
    };
    if !is_fine {
        findings.add(Problem::AccountNumberFormat { currency }, number);
    }
}

pub(crate) const CLABE_CHECK_DIGIT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAccountNumber],
    scope: "all",
    when: "the currency is MXN and an account `number` of 18 digits, a CLABE, does not end in the check digit of its first 17",
    at: "`number`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.sender_account.number",
        "payment_method_options.pac.sender_account.number",
    ],
    reads: &["currency"],
    sources: &[other("the check digit of a CLABE")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "012969100000000027"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "012969100000000026"}}}}"#,
    ),
};

fn clabe_check_digit<'a>(number: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    if currency == Some(Currency::Mxn)
        && let Some(MexicanNumber::Clabe { check_fits: false }) = number.text().and_then(MexicanNumber::parse)
    {
        findings.add(Problem::ClabeCheckDigit, number);
    }
}

pub(crate) const ACCOUNT_TYPE_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAccountType],
    scope: "all",
    when: "the `type` of an account is neither `checking_account` nor `sight_account`",
    at: "`type`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.type",
        "payment_method_options.bank_transfer.sender_account.type",
        "payment_method_options.pac.sender_account.type",
    ],
    reads: &[],
    sources: &[object("Recipient Account Sender Account Object: type")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"type": "savings_account"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"type": "sight_account"}}}}"#,
    ),
};

fn account_type_unlisted<'a>(r#type: At<'a, Text<'a>>, findings: &mut Findings) {
    if let Some(text) = r#type.text()
        && !ACCOUNT_TYPES.contains(&text)
    {
        findings.add(Problem::AccountTypeUnlisted { suggestion: closest_match(text, ACCOUNT_TYPES) }, r#type);
    }
}

pub(crate) const RECIPIENT_ACCOUNT_COMPLETE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidPaymentRecipientAccount],
    scope: "all",
    when: "a `recipient_account` lacks one of its four fields (`type` only unless the currency is MXN); one that lacks all \
           of them is reported once",
    at: "the field that is missing, or `recipient_account`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.recipient_account.type",
        "payment_method_options.bank_transfer.recipient_account",
    ],
    reads: &[
        "currency",
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.recipient_account.type",
    ],
    sources: &[object("Recipient Account Object")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168", "type": "checking_account"}}}}"#,
    ),
};

fn recipient_account_complete<'a>(
    account: At<'a, RecipientAccount<'a>>,
    currency: Option<Currency>,
    findings: &mut Findings,
) {
    let fields = [account.holder_id(), account.institution_id(), account.number(), account.r#type()];
    if fields.iter().all(|field| field.is_absent()) {
        findings.add(Problem::RecipientAccountComplete { is_empty: true }, account);
        return;
    }
    // Accounts in Mexico have no type.
    let expected = if currency == Some(Currency::Mxn) { 3 } else { 4 };
    for field in fields.into_iter().take(expected).filter(|field| field.is_absent()) {
        findings.add(Problem::RecipientAccountComplete { is_empty: false }, field);
    }
}

pub(crate) const SENDER_ACCOUNT_FORM: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "all",
    when: "`holder_id` or `institution_id` of a `sender_account` is a plain string that is not blank, the form of \
           responses, or an object without `value`",
    at: "the field, or its `value`",
    judges: &[
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.institution_id",
        "payment_method_options.pac.sender_account.institution_id.value",
    ],
    reads: &[],
    sources: &[guide("Pre-select a payment method"), object("Sender Account Object")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": "cl_banco_estado"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
};

fn sender_account_form<'a>(field: At<'a, SenderField<'a>>, findings: &mut Findings) {
    let value = field.preset().value();
    if field.plain().text().is_some() {
        findings.add(Problem::SenderAccountForm { is_plain: true }, field);
    } else if field.is_object() && value.is_absent() {
        findings.add(Problem::SenderAccountForm { is_plain: false }, value);
    }
}

pub(crate) const INSTITUTION_CURRENCY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidInstitutionId],
    scope: "all",
    when: "an `institution_id` begins with `cl_` while the currency is MXN, or with `mx_` while it is CLP",
    at: "the field, or its `value`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id.value",
        "payment_method_options.pac.sender_account.institution_id",
        "payment_method_options.pac.sender_account.institution_id.value",
    ],
    reads: &["currency"],
    sources: &[inference("banks of one country do not hold the currency of the other")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
};

fn institution_currency<'a>(institution: At<'a, Text<'a>>, currency: Option<Currency>, findings: &mut Findings) {
    let (Some(currency), Some(text)) = (currency, institution.text()) else { return };
    let other_country = match currency {
        Currency::Clp => "mx_",
        Currency::Mxn => "cl_",
    };
    if text.starts_with(other_country) {
        findings.add(Problem::InstitutionCurrency { currency }, institution);
    }
}
