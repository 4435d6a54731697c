use crate::catalogue::Version;
use crate::path::Place;
use crate::request::{
    BankTransferOptions, BusinessProfile, CardOptions, CheckoutSessionRequest, CheckoutSessionRequestV1, Currency,
    CustomerData, Field, Flow, Integer, LineItem, Metadata, PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1,
    SavePaymentMethod, Text, UiMode,
};
use crate::timestamp::{Expiry, Timestamp};

/// What the rules see of a request, whichever version it is for. What its version does not have is absent.
pub(crate) struct Session<'r, 'a> {
    pub(crate) version: Version,
    pub(crate) now: Timestamp,
    /// `None` when it is malformed, and rules that depend on it stay silent. Version 1 has one flow.
    pub(crate) flow: Option<Flow>,
    /// `None` when it is absent or malformed, and rules that depend on it stay silent.
    pub(crate) currency: Option<Currency>,
    pub(crate) currency_field: &'r Field<'a, Currency>,
    pub(crate) amount: &'r Field<'a, Integer>,
    pub(crate) business_profile: &'r Field<'a, BusinessProfile<'a>>,
    pub(crate) cancel_url: &'r Field<'a, Text<'a>>,
    pub(crate) customer: &'r Field<'a, Text<'a>>,
    /// The customer to create, which version 1 calls `customer`.
    pub(crate) customer_data: &'r Field<'a, CustomerData<'a>>,
    pub(crate) customer_email: &'r Field<'a, Text<'a>>,
    pub(crate) expires_at: &'r Field<'a, Text<'a>>,
    /// When the session expires; `None` when `expires_at` is absent or malformed.
    pub(crate) expiry: Option<Expiry>,
    pub(crate) line_items: &'r Field<'a, Vec<Field<'a, LineItem<'a>>>>,
    pub(crate) metadata: &'r Field<'a, Metadata<'a>>,
    pub(crate) payment_method: &'r Field<'a, Text<'a>>,
    pub(crate) options: MethodOptions<'r, 'a>,
    pub(crate) payment_method_types: &'r Field<'a, Vec<Field<'a, Text<'a>>>>,
    pub(crate) save_payment_method: &'r Field<'a, SavePaymentMethod>,
    pub(crate) success_url: &'r Field<'a, Text<'a>>,
    pub(crate) ui_mode: &'r Field<'a, UiMode>,
}

/// What the rules see of `payment_method_options`.
pub(crate) struct MethodOptions<'r, 'a> {
    /// The names of its fields.
    pub(crate) names: &'static [&'static str],
    pub(crate) bank_transfer: Option<&'r BankTransferOptions<'a>>,
    pub(crate) card: Option<&'r CardOptions<'a>>,
    pub(crate) pac: Option<&'r PacOptions<'a>>,
    /// The whole, in version 2, where its names have a rule of their own.
    pub(crate) v2: Option<&'r PaymentMethodOptions<'a>>,
}

/// The text of a string field.
pub(crate) type TextField<'a> = Field<'a, Text<'a>>;

impl<'r, 'a> Session<'r, 'a> {
    pub(crate) fn v2(request: &'r CheckoutSessionRequest<'a>, now: Timestamp) -> Self {
        let options = request.payment_method_options.value();
        Self {
            version: Version::V2,
            now,
            flow: match &request.flow {
                Field::Absent | Field::Null => Some(Flow::default()),
                Field::Malformed(_) => None,
                Field::Value(flow) => Some(*flow),
            },
            currency: currency(&request.currency, Version::V2),
            currency_field: &request.currency,
            amount: &request.amount,
            business_profile: &request.business_profile,
            cancel_url: &request.cancel_url,
            customer: &request.customer,
            customer_data: &request.customer_data,
            customer_email: &request.customer_email,
            expires_at: &request.expires_at,
            expiry: request.expires_at.text().and_then(Expiry::of_date_time),
            line_items: &request.line_items,
            metadata: &request.metadata,
            payment_method: &request.payment_method,
            options: MethodOptions {
                names: PaymentMethodOptions::NAMES,
                bank_transfer: options.and_then(|options| options.bank_transfer.value()),
                card: options.and_then(|options| options.card.value()),
                pac: options.and_then(|options| options.pac.value()),
                v2: options,
            },
            payment_method_types: &request.payment_method_types,
            save_payment_method: &request.save_payment_method,
            success_url: &request.success_url,
            ui_mode: &request.ui_mode,
        }
    }

    pub(crate) fn v1(request: &'r CheckoutSessionRequestV1<'a>, now: Timestamp) -> Self {
        let options = request.payment_method_options.value();
        Self {
            version: Version::V1,
            now,
            flow: Some(Flow::Payment),
            currency: currency(&request.currency, Version::V1),
            currency_field: &request.currency,
            amount: &request.amount,
            business_profile: &request.business_profile,
            cancel_url: &request.cancel_url,
            customer: &Field::Absent,
            customer_data: &request.customer,
            customer_email: &request.customer_email,
            expires_at: &request.expires_at,
            expiry: request
                .expires_at
                .text()
                .and_then(|text| Expiry::of_date_time(text).or_else(|| Expiry::of_date(text))),
            line_items: &request.line_items,
            metadata: &request.metadata,
            payment_method: &Field::Absent,
            options: MethodOptions {
                names: PaymentMethodOptionsV1::NAMES,
                bank_transfer: options.and_then(|options| options.bank_transfer.value()),
                card: options.and_then(|options| options.card.value()),
                pac: None,
                v2: None,
            },
            payment_method_types: &request.payment_method_types,
            save_payment_method: &Field::Absent,
            success_url: &request.success_url,
            ui_mode: &Field::Absent,
        }
    }

    /// The place of a field of the body.
    #[inline(never)]
    pub(crate) const fn at(&self, name: &'static str) -> Place<'static> {
        Place::BODY.member(self.names(), name)
    }

    /// The place of the customer to create.
    pub(crate) const fn customer_data_at(&self) -> Place<'static> {
        self.at(match self.version {
            Version::V1 => "customer",
            Version::V2 => "customer_data",
        })
    }

    /// The flow, where the request is for version 2 and the flow is known.
    pub(crate) const fn flow_v2(&self) -> Option<Flow> {
        match self.version {
            Version::V1 => None,
            Version::V2 => self.flow,
        }
    }

    /// Whether neither a customer nor the data of one is present.
    pub(crate) const fn has_no_customer(&self) -> bool {
        self.customer.is_absent() && self.customer_data.is_absent()
    }

    /// Whether `line_items` is absent or an empty array.
    pub(crate) fn has_no_items(&self) -> bool {
        self.line_items.is_absent() || self.has_empty_items()
    }

    /// Whether `line_items` is an empty array.
    pub(crate) fn has_empty_items(&self) -> bool {
        self.line_items.value().is_some_and(Vec::is_empty)
    }

    const fn names(&self) -> &'static [&'static str] {
        match self.version {
            Version::V1 => CheckoutSessionRequestV1::NAMES,
            Version::V2 => CheckoutSessionRequest::NAMES,
        }
    }
}

/// The currency of a field, unless it is absent or malformed. Version 1 takes it in any case.
pub(crate) fn currency(field: &Field<'_, Currency>, version: Version) -> Option<Currency> {
    match field {
        Field::Value(currency) => Some(*currency),
        Field::Malformed(json) if version == Version::V1 => json.string()?.to_ascii_uppercase().parse().ok(),
        _ => None,
    }
}
