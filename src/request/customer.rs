use super::object::object;
use super::{Metadata, Text};

object! {
    /// A new customer: `customer_data` in version 2, `customer` in version 1.
    ///
    /// Version 2 asks for `email` or a complete `tax_id`. Sources: create-v2; guide, "Include customer data".
    pub struct CustomerData: closed {
        /// The tax identifier.
        pub tax_id: TaxId<'a>,
        /// The full name, or that of the business.
        pub name: Text<'a>,
        /// The e-mail address.
        pub email: Text<'a>,
        /// Whatever the merchant wants to keep with the customer.
        pub metadata: Metadata<'a>,
    }
}

object! {
    /// A tax identifier, which needs both of its fields.
    ///
    /// Source: guide, "Include customer data".
    pub struct TaxId: closed {
        /// What kind it is: `cl_rut` for a Chilean RUT, `mx_rfc` for a Mexican RFC.
        pub r#type as "type": Text<'a>,
        /// The identifier: a RUT such as `11.111.111-1`, an RFC such as `GODE561231GR8`.
        pub value: Text<'a>,
    }
}
