//! Bodies that would be slow if every element were compared with every other, or read repeatedly; and bodies of which
//! nearly every byte is a mistake.

use std::fmt::Write;

/// The length of a small body, in bytes.
pub(crate) const SMALL: usize = 10_000;

/// The length of a large body, in bytes.
pub(crate) const LARGE: usize = 1_000_000;

/// The name of a kind of body, and a function that makes one of a given size in bytes.
type Kind = (&'static str, fn(usize) -> String);

pub(crate) const ALL: [Kind; 18] = [
    ("brackets alone", |size| "[".repeat(size)),
    ("an array of null", |size| format!("[{}]", many(size, |text, _| text.push_str("null")))),
    ("an object of one name", |size| format!("{{{}}}", many(size, |text, _| text.push_str(r#""a":{}"#)))),
    ("unknown names", |size| object(size, "n")),
    ("names like known ones", |size| object(size, "payment_method_")),
    ("an unknown name", |size| format!(r#"{{"{}":1}}"#, "payment_method_types".repeat(size / 20))),
    ("metadata", |size| format!(r#"{{"metadata":{}}}"#, object(size, "n"))),
    ("payment methods", |size| {
        let types = many(size, |text, index| write(text, format_args!("\"n{index}\"")));
        format!(r#"{{"payment_method_types":[{types}]}}"#)
    }),
    ("repeated names", |size| {
        let names = many(size, |text, index| write(text, format_args!("\"{:05}\":0", index / 2)));
        format!("{{{names}}}")
    }),
    ("metadata of arrays", |size| {
        let names = many(size, |text, index| write(text, format_args!("\"{index:05}\":[]")));
        format!(r#"{{"metadata":{{{names}}}}}"#)
    }),
    ("payment method options", |size| format!(r#"{{"payment_method_options":{}}}"#, object(size, "n"))),
    ("payment methods of 0", |size| {
        format!(r#"{{"payment_method_types":[{}]}}"#, many(size, |text, _| text.push('0')))
    }),
    ("payment methods of \"a\"", |size| {
        format!(r#"{{"payment_method_types":[{}]}}"#, many(size, |text, _| text.push_str("\"a\"")))
    }),
    ("blank payment methods", |size| {
        format!(r#"{{"payment_method_types":[{}]}}"#, many(size, |text, _| text.push_str("\"\"")))
    }),
    ("line items of {}", |size| format!(r#"{{"line_items":[{}]}}"#, many(size, |text, _| text.push_str("{}")))),
    ("line items of 0", |size| format!(r#"{{"line_items":[{}]}}"#, many(size, |text, _| text.push('0')))),
    ("line items of null", |size| format!(r#"{{"line_items":[{}]}}"#, many(size, |text, _| text.push_str("null")))),
    ("line items", |size| {
        let items =
            many(size, |text, _| text.push_str(r#"{"quantity":0,"price_data":{"currency":"MXN","a":1,"a":2}}"#));
        format!(r#"{{"currency":"CLP","line_items":[{items}]}}"#)
    }),
];

/// Returns an object of members whose distinct names share a prefix.
fn object(size: usize, start: &str) -> String {
    format!("{{{}}}", many(size, |text, index| write(text, format_args!("\"{start}{index:05}\":1"))))
}

/// Returns elements separated by commas, of at most `size` bytes in total.
pub(crate) fn many(size: usize, mut add: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::new();
    for index in 0.. {
        let end = text.len();
        text.push_str(if index > 0 { "," } else { "" });
        add(&mut text, index);
        if text.len() > size {
            text.truncate(end);
            break;
        }
    }
    text
}

fn write(text: &mut String, arguments: std::fmt::Arguments) {
    text.write_fmt(arguments).expect("a String takes everything");
}
