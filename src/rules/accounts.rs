//! Rules of bank accounts: who holds them, where, and under which number.

use super::format::rut_check_digit;
use super::{Session, guide, inference, object, v2};
use crate::catalogue::RuleInfo;
use crate::document::At;
use crate::formats::{Rut, is_curp, is_rfc};
use crate::path::Place;
use crate::problem::Problem;
use crate::report::{Code, Findings, Level};
use crate::request::{
    BankTransferOptions, Currency, PacOptions, Preset, RecipientAccount, SenderAccount, SenderField, Text,
};

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    let options_at = session.at("payment_method_options");
    let bank_transfer = session.options.bank_transfer;
    if bank_transfer.is_object() {
        let at = options_at.member(session.options.names, "bank_transfer");
        let recipient = bank_transfer.recipient_account();
        if recipient.is_object() {
            let at = at.member(BankTransferOptions::NAMES, "recipient_account");
            check_recipient(recipient, &at, session.currency, findings);
        }
        let sender = bank_transfer.sender_account();
        if sender.is_object() {
            let at = at.member(BankTransferOptions::NAMES, "sender_account");
            check_sender(sender, &at, session.currency, findings);
        }
    }
    let sender = session.options.pac.sender_account();
    if sender.is_object() {
        let at = options_at.member(session.options.names, "pac");
        check_sender(sender, &at.member(PacOptions::NAMES, "sender_account"), session.currency, findings);
    }
}

fn check_recipient<'a>(
    account: At<'a, RecipientAccount<'a>>,
    at: &Place<'_>,
    currency: Option<Currency>,
    findings: &mut Findings,
) {
    let member = |name| at.member(RecipientAccount::NAMES, name);
    recipient_account_complete(account, at, findings);
    if let Some(holder) = account.holder_id().text() {
        check_holder(holder, &member("holder_id"), currency, findings);
    }
    if let Some(institution) = account.institution_id().text() {
        institution_currency(institution, &member("institution_id"), currency, findings);
    }
    account_number_format(account.number(), &member("number"), currency, findings);
}

fn check_sender<'a>(
    account: At<'a, SenderAccount<'a>>,
    at: &Place<'_>,
    currency: Option<Currency>,
    findings: &mut Findings,
) {
    let member = |name| at.member(SenderAccount::NAMES, name);
    sender_account_form(account.holder_id(), &member("holder_id"), findings);
    sender_account_form(account.institution_id(), &member("institution_id"), findings);
    with_text(account.holder_id(), &member("holder_id"), |holder, at| check_holder(holder, at, currency, findings));
    with_text(account.institution_id(), &member("institution_id"), |institution, at| {
        institution_currency(institution, at, currency, findings);
    });
    account_number_format(account.number(), &member("number"), currency, findings);
}

fn check_holder(holder: &str, at: &Place<'_>, currency: Option<Currency>, findings: &mut Findings) {
    holder_id_format(holder, at, currency, findings);
    if currency == Some(Currency::Clp) {
        rut_check_digit(holder, at, findings);
    }
}

/// Calls `visit` with the text that a field of a sender account gives, in whichever form, and its place.
fn with_text<'a>(field: At<'a, SenderField<'a>>, at: &Place<'_>, mut visit: impl FnMut(&str, &Place<'_>)) {
    if let Some(text) = field.plain().text() {
        visit(text, at);
    } else if let Some(text) = field.preset().value().text() {
        visit(text, &at.member(Preset::NAMES, "value"));
    }
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

fn holder_id_format(holder: &str, at: &Place<'_>, currency: Option<Currency>, findings: &mut Findings) {
    let Some(currency) = currency else { return };
    let is_fine = match currency {
        Currency::Clp => Rut::parse(holder).is_some(),
        Currency::Mxn => is_rfc(holder) || is_curp(holder),
    };
    if !is_fine {
        findings.add(Problem::HolderIdFormat { currency }, at);
    }
}

pub(crate) const ACCOUNT_NUMBER_FORMAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAccountNumber],
    scope: "all",
    when: "the `number` of an account holds anything but digits, or, unless the currency is MXN (a CLABE may), begins \
           with a zero",
    at: "`number`",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.sender_account.number",
        "payment_method_options.pac.sender_account.number",
    ],
    reads: &["currency"],
    sources: &[object("Recipient Account Sender Account Object: number")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813-990-168"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813990168"}}}}"#,
    ),
};

fn account_number_format<'a>(
    number: At<'a, Text<'a>>,
    at: &Place<'_>,
    currency: Option<Currency>,
    findings: &mut Findings,
) {
    let Some(number) = number.text() else { return };
    let may_begin_with_zero = currency == Some(Currency::Mxn);
    if !number.bytes().all(|byte| byte.is_ascii_digit()) || (number.starts_with('0') && !may_begin_with_zero) {
        findings.add(Problem::AccountNumberFormat, at);
    }
}

pub(crate) const RECIPIENT_ACCOUNT_COMPLETE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidPaymentRecipientAccount],
    scope: "all",
    when: "a `recipient_account` lacks one of its four fields",
    at: "the field that is missing",
    judges: &[
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.recipient_account.type",
    ],
    reads: &[],
    sources: &[object("Recipient Account Object")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168"}}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168", "type": "checking_account"}}}}"#,
    ),
};

fn recipient_account_complete<'a>(account: At<'a, RecipientAccount<'a>>, at: &Place<'_>, findings: &mut Findings) {
    let fields = [
        ("holder_id", account.holder_id().is_absent()),
        ("institution_id", account.institution_id().is_absent()),
        ("number", account.number().is_absent()),
        ("type", account.r#type().is_absent()),
    ];
    for (name, is_absent) in fields {
        if is_absent {
            findings.add(Problem::RecipientAccountComplete, &at.member(RecipientAccount::NAMES, name));
        }
    }
}

pub(crate) const SENDER_ACCOUNT_FORM: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "all",
    when: "`holder_id` or `institution_id` of a `sender_account` is a plain string that is not blank, the form of \
           responses",
    at: "the field",
    judges: &[
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.institution_id",
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

fn sender_account_form<'a>(field: At<'a, SenderField<'a>>, at: &Place<'_>, findings: &mut Findings) {
    if field.plain().text().is_some() {
        findings.add(Problem::SenderAccountForm, at);
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

fn institution_currency(institution: &str, at: &Place<'_>, currency: Option<Currency>, findings: &mut Findings) {
    let Some(currency) = currency else { return };
    let other_country = match currency {
        Currency::Clp => "mx_",
        Currency::Mxn => "cl_",
    };
    if institution.starts_with(other_country) {
        findings.add(Problem::InstitutionCurrency { currency }, at);
    }
}
