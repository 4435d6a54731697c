//! The view of a request that rules read, the same for both versions of the API.

use crate::enums::strum::VariantArray;
use crate::expires_at::{ExpiresAt, ExpiresAtFault};
use crate::request::{
    BankTransferOptions, BusinessProfile, CardOptions, CheckoutSessionRequest, CheckoutSessionRequestV1, Currency,
    Cursor, CustomerData, Flow, Integer, LineItem, Metadata, PacOptions, PaymentMethodOptions, SavePaymentMethod, Text,
    UiMode,
};
use crate::tape::{Slot, Tape};
use crate::timestamp::Timestamp;
use crate::version::Version;

/// A request as the rules read it, of either version. A field that its version does not have is absent.
pub(crate) struct Context<'a> {
    pub(crate) version: Version,
    pub(crate) now: Timestamp,
    /// The default when absent; `None` when malformed, and then rules that depend on it report nothing. Always
    /// `Payment` in version 1.
    pub(crate) flow: Option<Flow>,
    /// `None` when absent or malformed, and then rules that depend on it report nothing.
    pub(crate) currency: Option<Currency>,
    pub(crate) currency_field: Cursor<'a, Currency>,
    pub(crate) amount: Cursor<'a, Integer>,
    pub(crate) business_profile: Cursor<'a, BusinessProfile>,
    pub(crate) cancel_url: Cursor<'a, Text>,
    pub(crate) customer: Cursor<'a, Text>,
    /// The customer to create: `customer_data` in version 2, `customer` in version 1.
    pub(crate) customer_data: Cursor<'a, CustomerData>,
    pub(crate) customer_email: Cursor<'a, Text>,
    pub(crate) expires_at: Cursor<'a, Text>,
    /// The parsed `expires_at`; `None` when it is absent, no string, or blank.
    pub(crate) expiry: Option<Result<ExpiresAt, ExpiresAtFault>>,
    pub(crate) line_items: Cursor<'a, Vec<LineItem>>,
    pub(crate) metadata: Cursor<'a, Metadata>,
    pub(crate) payment_method: Cursor<'a, Text>,
    pub(crate) options: MethodOptions<'a>,
    pub(crate) payment_method_types: Cursor<'a, Vec<Text>>,
    pub(crate) save_payment_method: Cursor<'a, SavePaymentMethod>,
    pub(crate) subscription: Cursor<'a, Text>,
    pub(crate) success_url: Cursor<'a, Text>,
    pub(crate) ui_mode: Cursor<'a, UiMode>,
}

/// `payment_method_options` as the rules read it.
pub(crate) struct MethodOptions<'a> {
    pub(crate) bank_transfer: Cursor<'a, BankTransferOptions>,
    pub(crate) card: Cursor<'a, CardOptions>,
    pub(crate) pac: Cursor<'a, PacOptions>,
    /// The whole object in version 2, whose names `options-match-types` checks; absent in version 1.
    pub(crate) v2: Cursor<'a, PaymentMethodOptions>,
}

impl<'a> Context<'a> {
    pub(crate) fn of(version: Version, tape: &'a Tape<'a>, now: Timestamp) -> Self {
        match version {
            Version::V1 => Self::v1(tape.body(), now),
            Version::V2 => Self::v2(tape.body(), now),
        }
    }

    fn v2(body: Cursor<'a, CheckoutSessionRequest>, now: Timestamp) -> Self {
        let options = body.payment_method_options();
        let expires_at = body.expires_at();
        Self {
            version: Version::V2,
            now,
            flow: if body.flow().is_absent() { Some(Flow::default()) } else { body.flow().value() },
            currency: currency(body.currency(), Version::V2),
            currency_field: body.currency(),
            amount: body.amount(),
            business_profile: body.business_profile(),
            cancel_url: body.cancel_url(),
            customer: body.customer(),
            customer_data: body.customer_data(),
            customer_email: body.customer_email(),
            expires_at,
            expiry: expires_at.text().map(ExpiresAt::parse),
            line_items: body.line_items(),
            metadata: body.metadata(),
            payment_method: body.payment_method(),
            options: MethodOptions {
                bank_transfer: options.bank_transfer(),
                card: options.card(),
                pac: options.pac(),
                v2: options,
            },
            payment_method_types: body.payment_method_types(),
            save_payment_method: body.save_payment_method(),
            subscription: body.subscription(),
            success_url: body.success_url(),
            ui_mode: body.ui_mode(),
        }
    }

    fn v1(body: Cursor<'a, CheckoutSessionRequestV1>, now: Timestamp) -> Self {
        let options = body.payment_method_options();
        let expires_at = body.expires_at();
        Self {
            version: Version::V1,
            now,
            flow: Some(Flow::Payment),
            currency: currency(body.currency(), Version::V1),
            currency_field: body.currency(),
            amount: body.amount(),
            business_profile: body.business_profile(),
            cancel_url: body.cancel_url(),
            customer: body.nowhere(),
            customer_data: body.customer(),
            customer_email: body.customer_email(),
            expires_at,
            expiry: expires_at
                .text()
                .map(|text| ExpiresAt::parse(text).or_else(|fault| ExpiresAt::parse_date(text).ok_or(fault))),
            line_items: body.line_items(),
            metadata: body.metadata(),
            payment_method: body.nowhere(),
            options: MethodOptions {
                bank_transfer: options.bank_transfer(),
                card: options.card(),
                pac: body.nowhere(),
                v2: body.nowhere(),
            },
            payment_method_types: body.payment_method_types(),
            save_payment_method: body.nowhere(),
            subscription: body.nowhere(),
            success_url: body.success_url(),
            ui_mode: body.nowhere(),
        }
    }

    /// Returns the flow of a request of version 2; `None` in version 1, or if the flow is malformed.
    pub(crate) const fn flow_v2(&self) -> Option<Flow> {
        match self.version {
            Version::V1 => None,
            Version::V2 => self.flow,
        }
    }

    /// Returns the instant at which the session expires; `None` when `expires_at` is absent or cannot be parsed.
    pub(crate) fn expires(&self) -> Option<Timestamp> {
        self.expiry?.ok().map(|expiry| expiry.instant)
    }

    /// True if the checkout is a page of Fintoc's: `ui_mode` is absent or `hosted`.
    pub(crate) fn is_hosted(&self) -> bool {
        self.ui_mode.is_absent() || self.ui_mode.value() == Some(UiMode::Hosted)
    }

    /// True if `customer` and `customer_data` are both absent.
    pub(crate) fn has_no_customer(&self) -> bool {
        self.customer.is_absent() && self.customer_data.is_absent()
    }

    /// True if `line_items` is absent or an empty array.
    pub(crate) fn has_no_items(&self) -> bool {
        self.line_items.is_absent() || self.has_empty_items()
    }

    /// True if `line_items` is an empty array.
    pub(crate) fn has_empty_items(&self) -> bool {
        self.line_items.is_empty()
    }

    /// Iterates over the items that are objects.
    pub(crate) fn items(&self) -> impl Iterator<Item = Cursor<'a, LineItem>> + use<'a> {
        self.line_items.elements().filter(|item| item.is_object())
    }
}

/// Returns the currency of a field; `None` if it is absent or malformed. Version 1 takes it in upper or lower case.
pub(crate) fn currency(field: Cursor<'_, Currency>, version: Version) -> Option<Currency> {
    match field.slot() {
        Slot::Malformed(raw) if version == Version::V1 => currency_in_any_case(&raw.string()?),
        _ => field.value(),
    }
}

/// Returns the currency that a text names, ignoring case. Cold: most requests write it in upper case.
#[cold]
pub(super) fn currency_in_any_case(text: &str) -> Option<Currency> {
    Currency::VARIANTS.iter().copied().find(|currency| text.eq_ignore_ascii_case((*currency).into()))
}
