use super::Text;
use super::object::object;

object! {
    /// The business on whose behalf a payment aggregator collects.
    ///
    /// Source: object, "Business Profile Object".
    pub struct BusinessProfile: closed {
        /// The category of the business; in Chile an activity code of the tax service, 6 digits.
        pub category: Text<'a>,
        /// The name that the customer sees as the recipient.
        pub name: Text<'a>,
        /// The tax identifier of the business; in Chile a RUT.
        pub tax_id: Text<'a>,
    }
}
