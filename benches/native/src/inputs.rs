//! The requests: small, large and very large, valid and with three violations. The JavaScript benches read them, too.

use std::fmt::Write;

use serde::Serialize;

/// A request, with its name and the number of violations in it.
#[derive(Serialize)]
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) violations: usize,
}

pub(crate) fn all() -> Vec<Input> {
    let input = |name, violations, text| Input { name, text, violations };
    vec![
        input("S", 0, small(350_000, "CLP", "ana@example.com")),
        input("S, 3 violations", 3, small(0, "clp", "ana.example.com")),
        input("L", 0, large()),
        input("L, 3 violations", 3, with_items(3, true)),
        input("X", 0, with_items(200, false)),
        input("X, 3 violations", 3, with_items(200, true)),
    ]
}

/// Returns requests from 1 to 10,000 items: powers of ten, and half of each.
pub(crate) fn of_many_sizes() -> Vec<Input> {
    let sizes = [
        ("1", 1),
        ("5", 5),
        ("10", 10),
        ("50", 50),
        ("100", 100),
        ("500", 500),
        ("1000", 1000),
        ("5000", 5000),
        ("10000", 10_000),
    ];
    sizes.map(|(name, count)| Input { name, text: with_short_items(count), violations: 0 }).into()
}

/// Returns a request of `count` short items, so that the largest is below 1 MiB.
pub(crate) fn with_short_items(count: usize) -> String {
    const ITEM: &str =
        r#"{"quantity":1,"price_data":{"currency":"CLP","unit_amount":1,"product_data":{"name":"Silla"}}}"#;
    let items = vec![ITEM; count].join(",");
    format!(r#"{{"amount":{count},"currency":"CLP","ui_mode":"embedded","line_items":[{items}]}}"#)
}

fn small(amount: i64, currency: &str, email: &str) -> String {
    format!(
        r#"{{"amount":{amount},"currency":"{currency}","success_url":"https://merchant.com/success?order=987654321","cancel_url":"https://merchant.com/cancel?order=987654321","customer_data":{{"tax_id":{{"type":"cl_rut","value":"11.111.111-1"}},"name":"Ana Castro Núñez","email":"{email}","metadata":{{"segment":"retail"}}}},"payment_method_types":["bank_transfer","card"],"metadata":{{"order":"987654321","channel":"web"}}}}"#
    )
}

/// Returns "L", valid.
pub(crate) fn large() -> String {
    with_items(3, false)
}

/// Returns a payment of `count` items. If `is_wrong`, an item, the e-mail address and a combination of fields are
/// wrong.
fn with_items(count: i64, is_wrong: bool) -> String {
    let mut items = String::new();
    for index in 0..count {
        let quantity = if is_wrong && index == 1 { 0 } else { 2 };
        let separator = if index == 0 { "" } else { "," };
        write!(
            items,
            r#"{separator}{{"quantity":{quantity},"price_data":{{"currency":"CLP","unit_amount":4990,"product_data":{{"name":"Silla de madera nativa {index}","image_url":"https://merchant.com/images/silla-{index}.png"}}}}}}"#
        )
        .expect("a String takes everything");
    }
    let (email, method) = if is_wrong { ("ana@", r#""payment_method":"pm_2b0D","#) } else { ("ana@example.com", "") };
    format!(
        r#"{{"amount":{},"business_profile":{{"category":"471100","name":"Panadería Ñuñoa","tax_id":"77.498.112-8"}},"cancel_url":"https://merchant.com/cancel","currency":"CLP","customer":"cus_3B2bODrQFje7ZVkT69xyaTSDwXQ","customer_email":"{email}","expires_at":"2099-01-14T12:00:00Z","flow":"payment","line_items":[{items}],"metadata":{{"order":"987654321"}},{method}"payment_method_types":["bank_transfer","card"],"success_url":"https://merchant.com/success"}}"#,
        count * 9980,
    )
}
