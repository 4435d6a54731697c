use super::object::object;

object! {
    /// The business on whose behalf a payment aggregator collects.
    ///
    /// Source: object, "Business Profile Object".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::BusinessProfile};
    ///
    /// let profile = BusinessProfile::builder().tax_id("77.498.112-8").build();
    /// let request = CheckoutSessionRequest::builder().business_profile(profile).build();
    /// assert_eq!(request.to_json(), r#"{"business_profile":{"tax_id":"77.498.112-8"}}"#);
    /// ```
    pub struct BusinessProfile: closed {
        /// The category of the business. In Chile, the 6-digit activity code of the tax service.
        pub category: String,
        /// The name that the customer sees as the recipient.
        pub name: String,
        /// The tax identifier of the business. In Chile, a RUT.
        pub tax_id: String,
    }
}
