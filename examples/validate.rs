//! Builds a request, and validates it before it would be sent: `cargo run --example validate`.

use std::error::Error;
use std::time::SystemTime;

use fintoc_preflight::request::{LineItem, PaymentMethodType, PriceData};
use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};

fn main() -> Result<(), Box<dyn Error>> {
    let item =
        |name, quantity, unit_amount| LineItem::new(quantity, PriceData::of_product(name, unit_amount, Currency::Clp));
    let mut request = CheckoutSessionRequest::payment(22_980, Currency::Clp) // whole pesos; one T-shirt is not counted
        .line_items([item("Polera de algodón", 2, 12_990), item("Jockey", 1, 9_990)])
        .customer_email("ana@example.com")
        .payment_method_types([PaymentMethodType::Card, PaymentMethodType::BankTransfer])
        .success_url("https://tienda.example.com/pago/exito")
        .cancel_url("https://tienda.example.com/carro")
        .build();

    // The library never reads a clock.
    let options = Options::new(Timestamp::try_from(SystemTime::now())?);
    println!("{}", request.validate(&options));

    request.amount = Some(35_970);
    assert!(request.validate(&options).is_valid());
    println!("{}", request.to_json());
    Ok(())
}
