use super::Text;
use super::object::object;

object! {
    /// The business on whose behalf a payment aggregator collects.
    ///
    /// Source: object, "Business Profile Object".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::BusinessProfile};
    ///
    /// let request = CheckoutSessionRequest {
    ///     business_profile: BusinessProfile { tax_id: "77.498.112-8".into(), ..BusinessProfile::default() }.into(),
    ///     ..CheckoutSessionRequest::default()
    /// };
    /// assert_eq!(request.to_json(), r#"{"business_profile":{"tax_id":"77.498.112-8"}}"#);
    /// ```
    pub struct BusinessProfile: closed {
        /// The category of the business. In Chile, the 6-digit activity code of the tax service.
        pub category: Text<'a>,
        /// The name that the customer sees as the recipient.
        pub name: Text<'a>,
        /// The tax identifier of the business. In Chile, a RUT.
        pub tax_id: Text<'a>,
    }
}
