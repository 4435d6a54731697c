use super::object::object;
use super::{AnyObject, Field, RecipientAccount, SenderAccount, Text};

object! {
    /// The options of the payment methods, by the type of the method.
    ///
    /// Source: create-v2, `payment_method_options`.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::{CardOptions, PaymentMethodOptions}};
    ///
    /// let card = CardOptions { types: ["credit", "debit"].into(), ..CardOptions::default() };
    /// let request = CheckoutSessionRequest {
    ///     payment_method_options: PaymentMethodOptions { card: card.into(), ..PaymentMethodOptions::default() }.into(),
    ///     ..CheckoutSessionRequest::default()
    /// };
    /// assert_eq!(request.to_json(), r#"{"payment_method_options":{"card":{"types":["credit","debit"]}}}"#);
    /// ```
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
    ///
    /// ```
    /// use fintoc_preflight::request::{CardOptions, PaymentMethodOptionsV1};
    ///
    /// let options = PaymentMethodOptionsV1 { card: CardOptions::default().into(), ..PaymentMethodOptionsV1::default() };
    /// assert!(options.bank_transfer.is_absent());
    /// ```
    pub struct PaymentMethodOptionsV1: closed {
        /// The options of bank transfers.
        pub bank_transfer: BankTransferOptions<'a>,
        /// The options of cards.
        pub card: CardOptions<'a>,
    }
}

object! {
    /// The options of bank transfers.
    ///
    /// ```
    /// use fintoc_preflight::request::{BankTransferOptions, RecipientAccount};
    ///
    /// let options = BankTransferOptions {
    ///     recipient_account: RecipientAccount::default().into(),
    ///     ..BankTransferOptions::default()
    /// };
    /// assert!(options.sender_account.is_absent());
    /// ```
    pub struct BankTransferOptions: closed {
        /// The account that receives the payment.
        pub recipient_account: RecipientAccount<'a>,
        /// The account that the customer pays from.
        pub sender_account: SenderAccount<'a>,
    }
}

object! {
    /// The options of cards.
    ///
    /// ```
    /// use fintoc_preflight::request::CardOptions;
    ///
    /// let options = CardOptions { types: ["credit"].into(), ..CardOptions::default() };
    /// assert_eq!(options.types.value().map(Vec::len), Some(1));
    /// ```
    pub struct CardOptions: closed {
        /// The types of card that are accepted: `credit`, `debit`, `prepaid`.
        pub types: Vec<Field<'a, Text<'a>>>,
    }
}

object! {
    /// The options of automatic debit in Chile (PAC).
    ///
    /// ```
    /// use fintoc_preflight::request::{PacOptions, SenderAccount};
    ///
    /// let options = PacOptions { sender_account: SenderAccount::default().into(), ..PacOptions::default() };
    /// assert!(options.sender_account.is_present());
    /// ```
    pub struct PacOptions: closed {
        /// The account that is debited.
        pub sender_account: SenderAccount<'a>,
    }
}
