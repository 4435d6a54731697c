//! The texts: small, large and very large, valid and with three mistakes.

use std::fmt::Write;

/// Each text with its name.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    vec![
        ("S, a payment", small(350_000, "CLP", "ana@example.com")),
        ("S with 3 mistakes", small(0, "clp", "ana.example.com")),
        ("L, a payment of 3 items", with_items(3, "CLP", 0)),
        ("L with 3 mistakes", with_items(3, "MXN", 1)),
        ("X, a payment of 200 items", with_items(200, "CLP", 0)),
    ]
}

fn small(amount: i64, currency: &str, email: &str) -> String {
    format!(
        r#"{{"amount":{amount},"currency":"{currency}","success_url":"https://merchant.com/success?order=987654321","cancel_url":"https://merchant.com/cancel?order=987654321","customer_data":{{"tax_id":{{"type":"cl_rut","value":"11.111.111-1"}},"name":"Ana Castro Núñez","email":"{email}","metadata":{{"segment":"retail"}}}},"payment_method_types":["bank_transfer","card"],"metadata":{{"order":"987654321","channel":"web"}}}}"#
    )
}

/// A payment of so many items; the first is in `first_currency`, and the amount is off by `off`.
fn with_items(count: i64, first_currency: &str, off: i64) -> String {
    let mut items = String::new();
    for index in 0..count {
        let currency = if index == 0 { first_currency } else { "CLP" };
        let separator = if index == 0 { "" } else { "," };
        write!(
            items,
            r#"{separator}{{"quantity":2,"price_data":{{"currency":"{currency}","unit_amount":4990,"product_data":{{"name":"Silla de madera nativa {index}","image_url":"https://merchant.com/images/silla-{index}.png"}}}}}}"#
        )
        .expect("a String takes everything");
    }
    let (email, category) = if off == 0 { ("ana@example.com", "471100") } else { ("ana@", "4711") };
    format!(
        r#"{{"amount":{},"business_profile":{{"category":"{category}","name":"Panadería Ñuñoa","tax_id":"77.498.112-8"}},"cancel_url":"https://merchant.com/cancel","currency":"CLP","customer":"cus_3B2bODrQFje7ZVkT69xyaTSDwXQ","customer_email":"{email}","expires_at":"2026-01-14T12:00:00Z","flow":"payment","line_items":[{items}],"metadata":{{"order":"987654321"}},"payment_method_types":["bank_transfer","card"],"success_url":"https://merchant.com/success"}}"#,
        count * 9980 + off,
    )
}
