//! Rules of bank accounts: holder, institution, number and type.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::format::rut_check_digit;
use super::ids::institution_form;
use super::info::{RuleInfo, guide, inference, object, other, v2};
use super::scope::Scope;
use crate::enums::strum::VariantNames;
use crate::error_code::ErrorCode;
use crate::formats::{MexicanNumber, Rut, closest_match, is_curp, is_rfc};
use crate::report::{Level, ViolationKind};
use crate::request::{AccountType, Currency, Cursor, RecipientAccount, SenderAccount, SenderField, Text};

/// The types of account that Fintoc documents.
pub(crate) const ACCOUNT_TYPES: &[&str] = <AccountType as VariantNames>::VARIANTS;

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let bank_transfer = context.options.bank_transfer;
    check_recipient(bank_transfer.recipient_account(), context.currency, diagnostics);
    check_sender(bank_transfer.sender_account(), context.currency, diagnostics);
    check_sender(context.options.pac.sender_account(), context.currency, diagnostics);
}

fn check_recipient(account: Cursor<'_, RecipientAccount>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    if account.is_object() {
        recipient_account_complete(account, currency, diagnostics);
        check_holder(account.holder_id(), currency, diagnostics);
        check_institution(account.institution_id(), currency, diagnostics);
        check_number(account.number(), currency, diagnostics);
        account_type_unlisted(account.r#type(), diagnostics);
    }
}

fn check_sender(account: Cursor<'_, SenderAccount>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    if account.is_object() {
        sender_account_form(account.holder_id(), diagnostics);
        sender_account_form(account.institution_id(), diagnostics);
        check_holder(text_of(account.holder_id()), currency, diagnostics);
        check_institution(text_of(account.institution_id()), currency, diagnostics);
        check_number(account.number(), currency, diagnostics);
        account_type_unlisted(account.r#type(), diagnostics);
    }
}

fn check_institution(institution: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    institution_currency(institution, currency, diagnostics);
    institution_form(institution, diagnostics);
}

fn check_number(number: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    account_number_format(number, currency, diagnostics);
    clabe_check_digit(number, currency, diagnostics);
}

fn check_holder(holder: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    holder_id_format(holder, currency, diagnostics);
    if currency == Some(Currency::Clp) {
        rut_check_digit(holder, diagnostics);
    }
}

/// Returns the text of a field of a sender account: its `value` if the field is an object, or the field itself.
fn text_of(field: Cursor<'_, SenderField>) -> Cursor<'_, Text> {
    if field.is_object() { field.preset().value() } else { field.plain() }
}

/// `holder-id-format`
///
/// A warning: the source describes accounts in responses, and no page describes them in requests.
pub(crate) const HOLDER_ID_FORMAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidHolderId],
    scope: Scope::ALL,
    when: "a `holder_id` is no RUT while the currency is CLP, or neither an RFC nor a CURP while it is MXN",
    at: "the field, or its `value`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
    ],
    depends_on: &["currency"],
    sources: &[object("Recipient Account Sender Account Object: holder_id")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": {"value": "GODE561231GR8"}}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": {"value": "11.111.111-1"}}}}}"#,
    ),
};

fn holder_id_format(holder: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    let (Some(currency), Some(text)) = (currency, holder.text()) else { return };
    let is_fine = match currency {
        Currency::Clp => Rut::parse(text).is_some(),
        Currency::Mxn => is_rfc(text) || is_curp(text),
    };
    if !is_fine {
        diagnostics.push(ViolationKind::HolderIdFormat { currency }, holder);
    }
}

/// `account-number-format`
///
/// A warning: the sources describe accounts in responses, and the numbers of Mexican banks, but no request.
pub(crate) const ACCOUNT_NUMBER_FORMAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidAccountNumber],
    scope: Scope::ALL,
    when: "the `number` of an account holds anything but digits, or, unless the currency is MXN (a CLABE may), begins \
           with a zero; with MXN, also digits that are neither 18 (a CLABE), nor 16 (a card), nor 10 (a telephone)",
    at: "`number`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.sender_account.number",
        "payment_method_options.pac.sender_account.number",
    ],
    depends_on: &["currency"],
    sources: &[
        object("Recipient Account Sender Account Object: number"),
        other("the lengths of account numbers in Mexico"),
    ],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813-990-168"}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "813990168"}}}}"#,
    ),
};

fn account_number_format(number: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    let Some(text) = number.text() else { return };
    let is_fine = match currency {
        Some(Currency::Mxn) => MexicanNumber::parse(text).is_some(),
        _ => text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0'),
    };
    if !is_fine {
        diagnostics.push(ViolationKind::AccountNumberFormat { currency }, number);
    }
}

/// `clabe-check-digit`
///
/// The check digit detects a mistyped number before a transfer depends on it.
pub(crate) const CLABE_CHECK_DIGIT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidAccountNumber],
    scope: Scope::ALL,
    when: "the currency is MXN and an account `number` of 18 digits, a CLABE, does not end in the check digit of its first 17",
    at: "`number`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.sender_account.number",
        "payment_method_options.pac.sender_account.number",
    ],
    depends_on: &["currency"],
    sources: &[other("the check digit of a CLABE")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "012969100000000027"}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"number": "012969100000000026"}}}}"#,
    ),
};

fn clabe_check_digit(number: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    if currency == Some(Currency::Mxn)
        && let Some(MexicanNumber::Clabe { check_fits: false }) = number.text().and_then(MexicanNumber::parse)
    {
        diagnostics.push(ViolationKind::ClabeCheckDigit, number);
    }
}

/// `account-type-unlisted`
///
/// A warning: the source lists the types of accounts in responses; a request may take others.
pub(crate) const ACCOUNT_TYPE_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidAccountType],
    scope: Scope::ALL,
    when: "the `type` of an account is neither `checking_account` nor `sight_account`",
    at: "`type`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.type",
        "payment_method_options.bank_transfer.sender_account.type",
        "payment_method_options.pac.sender_account.type",
    ],
    depends_on: &[],
    sources: &[object("Recipient Account Sender Account Object: type")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"type": "savings_account"}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"type": "sight_account"}}}}"#,
    ),
};

fn account_type_unlisted(r#type: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if let Some(text) = r#type.text()
        && !ACCOUNT_TYPES.contains(&text)
    {
        diagnostics.push(
            ViolationKind::AccountTypeUnlisted {
                allowed: ACCOUNT_TYPES,
                suggestion: closest_match(text, ACCOUNT_TYPES),
            },
            r#type,
        );
    }
}

/// `recipient-account-complete`
///
/// A warning: no page lists the fields that a request needs, and with Fintoc Collects it is left out.
pub(crate) const RECIPIENT_ACCOUNT_COMPLETE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidPaymentRecipientAccount],
    scope: Scope::ALL,
    when: "a `recipient_account` lacks one of its four fields (`type` only unless the currency is MXN); one that lacks all \
           of them is reported once",
    at: "the field that is missing, or `recipient_account`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.recipient_account.type",
        "payment_method_options.bank_transfer.recipient_account",
    ],
    depends_on: &[
        "currency",
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.recipient_account.number",
        "payment_method_options.bank_transfer.recipient_account.type",
    ],
    sources: &[object("Recipient Account Object")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168"}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "77143385-5", "institution_id": "cl_banco_de_chile", "number": "813990168", "type": "checking_account"}}}}"#,
    ),
};

fn recipient_account_complete(
    account: Cursor<'_, RecipientAccount>,
    currency: Option<Currency>,
    diagnostics: &mut Diagnostics,
) {
    let fields = [account.holder_id(), account.institution_id(), account.number(), account.r#type()];
    if fields.iter().all(|field| field.is_absent()) {
        diagnostics.push(ViolationKind::RecipientAccountComplete { is_empty: true }, account);
        return;
    }
    // Accounts in Mexico have no type.
    let expected = if currency == Some(Currency::Mxn) { 3 } else { 4 };
    for field in fields.into_iter().take(expected).filter(|field| field.is_absent()) {
        diagnostics.push(ViolationKind::RecipientAccountComplete { is_empty: false }, field);
    }
}

/// `sender-account-form`
///
/// The guide sends objects; the page with plain strings describes responses.
pub(crate) const SENDER_ACCOUNT_FORM: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::ALL,
    when: "`holder_id` or `institution_id` of a `sender_account` is a plain string that is not blank, the form of \
           responses, or an object without `value`",
    at: "the field, or its `value`",
    fields: &[
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.institution_id",
        "payment_method_options.pac.sender_account.institution_id.value",
    ],
    depends_on: &[],
    sources: &[guide("Pre-select a payment method"), object("Sender Account Object")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": "cl_banco_estado"}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
};

fn sender_account_form(field: Cursor<'_, SenderField>, diagnostics: &mut Diagnostics) {
    let value = field.preset().value();
    if field.plain().text().is_some() {
        diagnostics.push(ViolationKind::SenderAccountForm { is_plain: true }, field);
    } else if field.is_object() && value.is_absent() {
        diagnostics.push(ViolationKind::SenderAccountForm { is_plain: false }, value);
    }
}

/// `institution-currency`
pub(crate) const INSTITUTION_CURRENCY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidInstitutionId],
    scope: Scope::ALL,
    when: "an `institution_id` begins with `cl_` while the currency is MXN, or with `mx_` while it is CLP",
    at: "the field, or its `value`",
    fields: &[
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id.value",
        "payment_method_options.pac.sender_account.institution_id",
        "payment_method_options.pac.sender_account.institution_id.value",
    ],
    depends_on: &["currency"],
    sources: &[inference("banks of one country do not hold the currency of the other")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "cl_banco_estado"}}}}}"#,
    ),
};

fn institution_currency(institution: Cursor<'_, Text>, currency: Option<Currency>, diagnostics: &mut Diagnostics) {
    let (Some(currency), Some(text)) = (currency, institution.text()) else { return };
    let other_country = match currency {
        Currency::Clp => "mx_",
        Currency::Mxn => "cl_",
    };
    if text.starts_with(other_country) {
        diagnostics.push(ViolationKind::InstitutionCurrency { currency }, institution);
    }
}
