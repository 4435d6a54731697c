use super::object::object;
use super::{Metadata, Text};

object! {
    /// A new customer: `customer_data` in version 2, `customer` in version 1.
    ///
    /// Version 2 requires `email` or a complete `tax_id`. Sources: create-v2; guide, "Include customer data".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::CustomerData};
    ///
    /// let request = CheckoutSessionRequest {
    ///     customer_data: CustomerData { email: "felipe@example.com".into(), ..CustomerData::default() }.into(),
    ///     ..CheckoutSessionRequest::default()
    /// };
    /// assert_eq!(request.to_json(), r#"{"customer_data":{"email":"felipe@example.com"}}"#);
    /// ```
    pub struct CustomerData: closed {
        /// The tax identifier.
        pub tax_id: TaxId<'a>,
        /// The full name of the person or business.
        pub name: Text<'a>,
        /// The e-mail address.
        pub email: Text<'a>,
        /// Data of the merchant's own, stored with the customer.
        pub metadata: Metadata<'a>,
    }
}

object! {
    /// A tax identifier. Both fields are required.
    ///
    /// Source: guide, "Include customer data".
    ///
    /// ```
    /// use fintoc_preflight::request::{CustomerData, TaxId};
    ///
    /// let tax_id = TaxId { r#type: "cl_rut".into(), value: "11.111.111-1".into(), ..TaxId::default() };
    /// let customer = CustomerData { tax_id: tax_id.into(), ..CustomerData::default() };
    /// assert!(customer.tax_id.is_present());
    /// ```
    pub struct TaxId: closed {
        /// The kind of identifier: `cl_rut` for a Chilean RUT, `mx_rfc` for a Mexican RFC.
        pub r#type as "type": Text<'a>,
        /// The identifier: a RUT such as `11.111.111-1`, an RFC such as `GODE561231GR8`.
        pub value: Text<'a>,
    }
}
