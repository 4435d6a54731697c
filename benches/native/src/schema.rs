//! The request as a JSON Schema, with the rules between fields that it can express: all except sums, equal currencies
//! and the time.

use serde_json::{Value, json};

pub(crate) fn schema() -> Value {
    let text = json!({"type": ["string", "null"], "pattern": "\\S"});
    let redirect = json!({
        "type": ["string", "null"],
        "format": "uri",
        "pattern": "^[A-Za-z][A-Za-z0-9+.-]*://",
        "not": {
            "type": "string",
            "pattern": "^(http|javascript|data|vbscript|blob|file|about|view-source|mailto|tel|sms):",
        },
    });
    let email = json!({"type": ["string", "null"], "format": "email"});
    let metadata = json!({"type": ["object", "null"]});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["currency"],
        "properties": {
            "amount": {"type": ["integer", "null"], "minimum": 1},
            "business_profile": {
                "type": ["object", "null"],
                "properties": {"category": text, "name": text, "tax_id": text},
            },
            "cancel_url": redirect,
            "currency": {"enum": ["CLP", "MXN"]},
            "customer": text,
            "customer_data": {
                "type": ["object", "null"],
                "properties": {
                    "tax_id": tax_id(),
                    "name": text,
                    "email": email,
                    "metadata": metadata,
                },
                "anyOf": [{"required": ["tax_id"]}, {"required": ["email"]}],
            },
            "customer_email": email,
            "expires_at": {"type": ["string", "null"], "format": "date-time"},
            "flow": {"enum": ["payment", "subscription", "setup", null]},
            "line_items": {"type": ["array", "null"], "items": line_item()},
            "metadata": metadata,
            "payment_method": text,
            "payment_method_options": {"type": ["object", "null"]},
            "payment_method_types": {
                "type": ["array", "null"],
                "minItems": 1,
                "items": {"type": "string", "pattern": "\\S"},
            },
            "save_payment_method": {"enum": ["enabled", "disabled", null]},
            "subscription": text,
            "success_url": redirect,
            "ui_mode": {"enum": ["hosted", "embedded", null]},
        },
        "dependentSchemas": {"customer": {"not": {"required": ["customer_data"]}}},
        "allOf": [
            flow("payment", &json!({
                "anyOf": [{"required": ["amount"]}, {"required": ["line_items"]}],
                "properties": {"payment_method_types": types(&["card", "bank_transfer", "installments"])},
                "if": {"properties": {"ui_mode": {"const": "embedded"}}, "required": ["ui_mode"]},
                "else": {"required": ["success_url", "cancel_url"]},
                "allOf": [saved_method()],
            })),
            flow("subscription", &json!({
                "required": ["amount", "line_items"],
                "properties": {
                    "payment_method": false,
                    "payment_method_types": types(&["card", "pac", "direct_debit"]),
                    "save_payment_method": false,
                },
            })),
            flow("setup", &json!({
                "properties": {
                    "amount": false,
                    "payment_method_types": types(&["card", "bank_transfer", "pac", "direct_debit"]),
                    "save_payment_method": false,
                },
                "allOf": [saved_method()],
            })),
        ],
    })
}

/// Returns the rules on a saved payment method.
fn saved_method() -> Value {
    json!({
        "dependentRequired": {"payment_method": ["customer", "payment_method_types"]},
        "dependentSchemas": {
            "payment_method": {"properties": {"payment_method_types": {"const": ["bank_transfer"]}}},
        },
    })
}

fn tax_id() -> Value {
    json!({
        "type": ["object", "null"],
        "required": ["type", "value"],
        "properties": {"type": {"type": "string", "pattern": "\\S"}, "value": {"type": "string", "pattern": "\\S"}},
        "if": {"properties": {"type": {"const": "cl_rut"}}},
        "then": {"properties": {"value": {"pattern": "^[ .-]*((0[ .-]*){0,4}([0-9][ .-]*){1,8}|(0[ .-]*){5}([0-9][ .-]*){1,7})[0-9kK][ .]*$"}}},
    })
}

fn line_item() -> Value {
    let text = json!({"type": "string", "pattern": "\\S"});
    json!({
        "type": "object",
        "required": ["quantity"],
        "anyOf": [{"required": ["price_data"]}, {"required": ["price"]}],
        "properties": {
            "quantity": {"type": "integer", "minimum": 1},
            "price": text,
            "price_data": {
                "type": "object",
                "required": ["currency", "unit_amount"],
                "anyOf": [{"required": ["product_data"]}, {"required": ["product"]}],
                "properties": {
                    "currency": {"enum": ["CLP", "MXN"]},
                    "unit_amount": {"type": "integer", "minimum": 0},
                    "product": text,
                    "recurring": {
                        "type": "object",
                        "properties": {"interval": text, "interval_count": {"type": "integer", "minimum": 1}},
                    },
                    "product_data": {
                        "type": "object",
                        "required": ["name"],
                        "properties": {
                            "name": text,
                            "image_url": {"type": "string", "format": "uri", "pattern": "^https:"},
                        },
                    },
                },
            },
        },
    })
}

/// Applies `then` to requests of a flow; an absent flow is a payment.
fn flow(name: &str, then: &Value) -> Value {
    let mut condition = json!({"properties": {"flow": {"const": name}}});
    if name != "payment" {
        condition["required"] = json!(["flow"]);
    }
    json!({"if": condition, "then": then})
}

fn types(types: &[&str]) -> Value {
    json!({"items": {"enum": types}})
}
