use serde_json::{Map, Value};

use super::object::object;
use super::value::map;
use super::{OpenEnum, TaxIdType, Text};

object! {
    /// A new customer: `customer_data` in version 2, `customer` in version 1.
    ///
    /// Version 2 requires `email` or a complete `tax_id`. Sources: create-v2; guide, "Include customer data".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::CustomerData};
    ///
    /// let customer = CustomerData::builder().email("felipe@example.com").metadata([("segment", "retail")]).build();
    /// let request = CheckoutSessionRequest::builder().customer_data(customer).build();
    /// assert_eq!(
    ///     request.to_json(),
    ///     r#"{"customer_data":{"email":"felipe@example.com","metadata":{"segment":"retail"}}}"#,
    /// );
    /// ```
    pub struct CustomerData: closed {
        /// The tax identifier.
        pub tax_id: TaxId,
        /// The full name of the person or business.
        pub name: String,
        /// The e-mail address.
        pub email: String,
        /// Data of the merchant's own, stored with the customer.
        #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>| map(entries))]
        pub metadata: Map<String, Value>,
    }
}

object! {
    /// A tax identifier. Both fields are required.
    ///
    /// Source: guide, "Include customer data".
    ///
    /// ```
    /// use fintoc_preflight::request::{TaxId, TaxIdType};
    ///
    /// let tax_id = TaxId::new(TaxIdType::ClRut, "11.111.111-1");
    /// assert_eq!(tax_id.r#type, Some(TaxIdType::ClRut.into()));
    /// ```
    pub struct TaxId: closed {
        /// The kind of identifier: `cl_rut` for a Chilean RUT, `mx_rfc` for a Mexican RFC.
        pub r#type as "type": OpenEnum<TaxIdType> => Text,
        /// The identifier: a RUT such as `11.111.111-1`, an RFC such as `GODE561231GR8`.
        pub value: String,
    }
}

impl TaxId {
    /// Returns a tax identifier of a kind.
    #[must_use]
    pub fn new(r#type: impl Into<OpenEnum<TaxIdType>>, value: impl Into<String>) -> Self {
        Self::builder().r#type(r#type).value(value).build()
    }
}
