//! Builds a request, and validates it before it would be sent: `cargo run --example validate`.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use fintoc_preflight::request::{LineItem, PriceData, ProductData};
use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};

fn main() -> Result<(), Box<dyn Error>> {
    let mut request = CheckoutSessionRequest {
        amount: 22_980.into(), // whole pesos; one T-shirt is not counted
        currency: Currency::Clp.into(),
        line_items: [item("Polera de algodón", 2, 12_990), item("Jockey", 1, 9_990)].into(),
        customer_email: "ana@example.com".into(),
        payment_method_types: ["card", "bank_transfer"].into(),
        success_url: "https://tienda.example.com/pago/exito".into(),
        cancel_url: "https://tienda.example.com/carro".into(),
        ..CheckoutSessionRequest::default()
    };

    let options = Options::new(now()?);
    println!("{}", request.validate(&options));

    request.amount = 35_970.into();
    assert!(request.validate(&options).is_valid());
    println!("{}", request.to_json());
    Ok(())
}

fn item(name: &str, quantity: u32, unit_amount: i32) -> LineItem<'_> {
    LineItem {
        quantity: quantity.into(),
        price_data: PriceData {
            currency: Currency::Clp.into(),
            unit_amount: unit_amount.into(),
            product_data: ProductData { name: name.into(), ..ProductData::default() }.into(),
            ..PriceData::default()
        }
        .into(),
        ..LineItem::default()
    }
}

/// Returns the system's time. The library never reads a clock.
fn now() -> Result<Timestamp, Box<dyn Error>> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(Timestamp::from_milliseconds(since_1970.as_millis().try_into()?)?)
}
