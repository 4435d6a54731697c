use super::object::object;
use super::{AnyObject, Field, RecipientAccount, SenderAccount, Text};

object! {
    /// The options of the payment methods, by the type of the method.
    ///
    /// Source: create-v2, `payment_method_options`.
    pub struct PaymentMethodOptions: open {
        /// The options of bank transfers.
        pub bank_transfer: BankTransferOptions<'a>,
        /// The options of cards.
        pub card: CardOptions<'a>,
        /// The options of automatic debit in Chile (PAC).
        pub pac: PacOptions<'a>,
        /// The options of payment by installments, which the documentation does not describe.
        pub installments: AnyObject<'a>,
        /// The options of direct debit in Mexico, which the documentation does not describe.
        pub direct_debit: AnyObject<'a>,
    }
}

object! {
    /// The options of the payment methods of version 1.
    ///
    /// Source: create-v1, `payment_method_options`.
    pub struct PaymentMethodOptionsV1: closed {
        /// The options of bank transfers.
        pub bank_transfer: BankTransferOptions<'a>,
        /// The options of cards.
        pub card: CardOptions<'a>,
    }
}

object! {
    /// The options of bank transfers.
    pub struct BankTransferOptions: closed {
        /// The account that receives the payment.
        pub recipient_account: RecipientAccount<'a>,
        /// The account that the customer pays from.
        pub sender_account: SenderAccount<'a>,
    }
}

object! {
    /// The options of cards.
    pub struct CardOptions: closed {
        /// The types of card that are taken: `credit`, `debit`, `prepaid`.
        pub types: Vec<Field<'a, Text<'a>>>,
    }
}

object! {
    /// The options of automatic debit in Chile (PAC).
    pub struct PacOptions: closed {
        /// The account that is debited.
        pub sender_account: SenderAccount<'a>,
    }
}
