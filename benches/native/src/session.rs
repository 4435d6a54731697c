//! The rules between the fields of a request, for which no validator has attributes.

use fintoc_preflight::Timestamp;

use crate::request::{CustomerData, LineItem, Request};

/// Reports each field that violates a rule between fields, with the reason. `earliest` is ten minutes from now.
pub(crate) fn validate(request: &Request<'_>, earliest: Timestamp, mut report: impl FnMut(&'static str, &'static str)) {
    let flow = request.flow.as_deref().unwrap_or("payment");
    let Some(types) = types_of(flow) else {
        return report("flow", "must be payment, subscription or setup");
    };
    amount(request, flow, &mut report);
    items(request, &mut report);
    methods(request, flow, types, &mut report);
    if let Some(data) = &request.customer_data {
        customer(request, data, &mut report);
    }
    if flow == "payment" && request.ui_mode.as_deref() != Some("embedded") {
        for (name, url) in [("success_url", &request.success_url), ("cancel_url", &request.cancel_url)] {
            if url.is_none() {
                report(name, "is missing");
            }
        }
    }
    for (name, url) in [("success_url", &request.success_url), ("cancel_url", &request.cancel_url)] {
        if url.as_deref().is_some_and(|url| !is_redirect(url)) {
            report(name, "is no URL to which a customer can be sent");
        }
    }
    match request.expires_at.as_deref().map(str::parse::<Timestamp>) {
        Some(Ok(time)) if time < earliest => {
            report("expires_at", "is less than ten minutes from now");
        }
        Some(Err(_)) => report("expires_at", "must be a date-time"),
        _ => {}
    }
}

fn is_redirect(url: &str) -> bool {
    const REFUSED: [&str; 11] =
        ["http", "javascript", "data", "vbscript", "blob", "file", "about", "view-source", "mailto", "tel", "sms"];
    url.split_once("://").is_some_and(|(scheme, _)| !REFUSED.iter().any(|refused| scheme.eq_ignore_ascii_case(refused)))
}

fn types_of(flow: &str) -> Option<&'static [&'static str]> {
    match flow {
        "payment" => Some(&["card", "bank_transfer", "installments"]),
        "subscription" => Some(&["card", "pac", "direct_debit"]),
        "setup" => Some(&["card", "bank_transfer", "pac", "direct_debit"]),
        _ => None,
    }
}

fn amount(request: &Request<'_>, flow: &str, report: &mut impl FnMut(&'static str, &'static str)) {
    let items = request.line_items.as_deref().unwrap_or_default();
    match (request.amount, flow) {
        (Some(_), "setup") => report("amount", "does not belong in a setup"),
        (None, "subscription") => report("amount", "is missing"),
        (None, "payment") if items.is_empty() => report("amount", "is missing"),
        (Some(amount), _) if total(items, &request.currency).is_some_and(|total| total != amount) => {
            report("amount", "is not the total of the line items");
        }
        _ => {}
    }
    if request.amount.is_none() && flow != "setup" && total(items, &request.currency) == Some(0) {
        report("line_items", "has nothing to be paid");
    }
    if flow == "subscription" && items.is_empty() {
        report("line_items", "is missing");
    }
}

/// Returns the total of the items, if it can be computed.
fn total(items: &[LineItem<'_>], currency: &str) -> Option<i64> {
    let priced = items.iter().map(|item| {
        let price = item.price_data.as_ref()?;
        let counts = item.quantity >= 1 && price.unit_amount >= 0 && price.currency == currency;
        counts.then(|| item.quantity.checked_mul(price.unit_amount))?
    });
    (!items.is_empty()).then(|| priced.sum())?
}

fn items(request: &Request<'_>, report: &mut impl FnMut(&'static str, &'static str)) {
    for item in request.line_items.iter().flatten() {
        match &item.price_data {
            None if item.price.is_none() => report("line_items", "price_data is missing"),
            Some(price) if price.product_data.is_none() && price.product.is_none() => {
                report("line_items", "product_data is missing");
            }
            Some(price) if price.currency != request.currency => report("line_items", "has another currency"),
            _ => {}
        }
    }
}

fn customer(request: &Request<'_>, data: &CustomerData<'_>, report: &mut impl FnMut(&'static str, &'static str)) {
    if request.customer.is_some() {
        report("customer_data", "does not belong beside customer");
    }
    if data.tax_id.is_none() && data.email.is_none() {
        report("customer_data", "needs an email or a tax_id");
    }
    if data.tax_id.as_ref().is_some_and(|id| id.r#type == "cl_rut" && !is_rut(&id.value)) {
        report("customer_data", "tax_id.value is malformed");
    }
}

fn is_rut(value: &str) -> bool {
    let mut characters = value.bytes().filter(|byte| !matches!(byte, b'.' | b'-' | b' ')).rev();
    let check = characters.next().is_some_and(|check| check.is_ascii_digit() || matches!(check, b'k' | b'K'));
    let ends_in_hyphen = value.trim_end_matches(['.', ' ']).ends_with('-');
    let (mut digits, mut significant) = (0, 0);
    let is_body = characters.all(|byte| {
        digits += 1;
        significant = if byte == b'0' { significant } else { digits };
        byte.is_ascii_digit()
    });
    check && !ends_in_hyphen && is_body && (1..=12).contains(&digits) && significant <= 8
}

fn methods(request: &Request<'_>, flow: &str, types: &[&str], report: &mut impl FnMut(&'static str, &'static str)) {
    let listed = request.payment_method_types.as_deref().unwrap_or_default();
    if listed.iter().any(|listed| !types.contains(&listed.as_ref())) {
        report("payment_method_types", "holds a type that the flow has not");
    }
    for key in request.payment_method_options.iter().flat_map(|options| options.keys()) {
        let is_listed =
            if listed.is_empty() { types.contains(&key.as_ref()) } else { listed.iter().any(|listed| listed == key) };
        if !is_listed {
            report("payment_method_options", "holds a type that is not listed");
        }
    }
    if request.payment_method.is_some() && flow == "subscription" {
        report("payment_method", "does not belong in a subscription");
    }
    if request.payment_method.is_some() && flow != "subscription" {
        if request.customer.is_none() {
            report("customer", "is missing");
        }
        if !matches!(listed, [only] if only == "bank_transfer") {
            report("payment_method_types", "must be bank_transfer alone");
        }
    }
    match request.save_payment_method.as_deref() {
        Some(_) if flow != "payment" => report("save_payment_method", "belongs in a payment"),
        Some("enabled") if request.customer.is_none() && request.customer_data.is_none() => {
            report("customer", "is missing");
        }
        _ => {}
    }
}
