use serde_json::{Map, Value};

use super::object::object;
use super::value::list;
use super::{AnyObject, CardType, OpenEnum, RecipientAccount, SenderAccount, Text};

object! {
    /// The options of the payment methods, by the type of the method.
    ///
    /// Source: create-v2, `payment_method_options`.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::{CardOptions, CardType, PaymentMethodOptions}};
    ///
    /// let card = CardOptions::builder().types([CardType::Credit, CardType::Debit]).build();
    /// let options = PaymentMethodOptions::builder().card(card).build();
    /// let request = CheckoutSessionRequest::builder().payment_method_options(options).build();
    /// assert_eq!(request.to_json(), r#"{"payment_method_options":{"card":{"types":["credit","debit"]}}}"#);
    /// ```
    pub struct PaymentMethodOptions: open {
        /// The options of bank transfers.
        pub bank_transfer: BankTransferOptions,
        /// The options of cards.
        pub card: CardOptions,
        /// The options of automatic debit in Chile (PAC).
        pub pac: PacOptions,
        /// The options of payment by installments, which the documentation does not describe.
        pub installments: Map<String, Value> => AnyObject,
        /// The options of direct debit in Mexico, which the documentation does not describe.
        pub direct_debit: Map<String, Value> => AnyObject,
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
    /// let options = PaymentMethodOptionsV1::builder().card(CardOptions::default()).build();
    /// assert_eq!(options.bank_transfer, None);
    /// ```
    pub struct PaymentMethodOptionsV1: closed {
        /// The options of bank transfers.
        pub bank_transfer: BankTransferOptions,
        /// The options of cards.
        pub card: CardOptions,
    }
}

object! {
    /// The options of bank transfers.
    ///
    /// ```
    /// use fintoc_preflight::request::{BankTransferOptions, RecipientAccount};
    ///
    /// let account = RecipientAccount::builder().holder_id("77143385-5").build();
    /// let options = BankTransferOptions::builder().recipient_account(account).build();
    /// assert_eq!(options.sender_account, None);
    /// ```
    pub struct BankTransferOptions: closed {
        /// The account that receives the payment.
        pub recipient_account: RecipientAccount,
        /// The account that the customer pays from.
        pub sender_account: SenderAccount,
    }
}

object! {
    /// The options of cards.
    ///
    /// ```
    /// use fintoc_preflight::request::{CardOptions, CardType};
    ///
    /// let options = CardOptions::builder().types([CardType::Credit]).build();
    /// assert_eq!(options.types, Some(vec![CardType::Credit.into()]));
    /// ```
    pub struct CardOptions: closed {
        /// The types of card that are accepted: `credit`, `debit`, `prepaid`.
        #[builder(with = |types: impl IntoIterator<Item = impl Into<OpenEnum<CardType>>>| list(types))]
        pub types: Vec<OpenEnum<CardType>> => Vec<Text>,
    }
}

object! {
    /// The options of automatic debit in Chile (PAC).
    ///
    /// ```
    /// use fintoc_preflight::request::{PacOptions, SenderAccount};
    ///
    /// let options = PacOptions::builder().sender_account(SenderAccount::default()).build();
    /// assert!(options.sender_account.is_some());
    /// ```
    pub struct PacOptions: closed {
        /// The account that is debited.
        pub sender_account: SenderAccount,
    }
}
