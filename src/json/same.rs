//! Compares JSON values by their meaning, not by their spelling.

use std::borrow::Cow;

use super::number::Decimal;
use super::{Raw, Reader, SyntaxFault};
use crate::sort;

impl Raw<'_> {
    /// True if both are the same value, with members in any order, and numbers and strings in any spelling.
    pub(crate) fn is_same(self, other: Raw<'_>) -> bool {
        let compare = || same(&mut Reader::new(self.text()), &mut Reader::new(other.text()));
        self == other || compare().unwrap_or_default()
    }
}

fn same(one: &mut Reader<'_>, other: &mut Reader<'_>) -> Result<bool, SyntaxFault> {
    match (one.peek(), other.peek()) {
        (b'{', b'{') => Ok(same_members(&members(one)?, &members(other)?)),
        (b'[', b'[') => same_elements(one, other),
        (b'"', b'"') => Ok(one.string()? == other.string()?),
        (b'-' | b'0'..=b'9', b'-' | b'0'..=b'9') => Ok(same_numbers(one.value()?.text(), other.value()?.text())),
        _ => Ok(one.value()? == other.value()?),
    }
}

fn same_elements(one: &mut Reader<'_>, other: &mut Reader<'_>) -> Result<bool, SyntaxFault> {
    one.open(b'[')?;
    other.open(b'[')?;
    loop {
        match (one.has_next(b']')?, other.has_next(b']')?) {
            (true, true) if same(one, other)? => {}
            (is_more, is_other_more) => return Ok(!is_more && !is_other_more),
        }
    }
}

type Member<'a> = (Cow<'a, str>, Raw<'a>);

fn members<'a>(reader: &mut Reader<'a>) -> Result<Vec<Member<'a>>, SyntaxFault> {
    let mut members = Vec::new();
    reader.open(b'{')?;
    while reader.has_next(b'}')? {
        members.push((reader.name()?, reader.value()?));
    }
    Ok(members)
}

fn same_members(one: &[Member<'_>], other: &[Member<'_>]) -> bool {
    let by_name = |members: &[Member<'_>]| sort::order(members, |one, other| one.0.cmp(&other.0));
    let pairs = by_name(one).into_iter().zip(by_name(other));
    one.len() == other.len()
        && pairs.map(|(index, other_index)| (one.get(index), other.get(other_index))).all(|pair| match pair {
            (Some((name, value)), Some((other_name, other_value))) => name == other_name && value.is_same(*other_value),
            _ => false,
        })
}

fn same_numbers(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|number| (number.starts_with('-'), Decimal::of(number)));
    one.1.is_same(other.1) && (one.0 == other.0 || one.1.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(one: &str, other: &str) -> bool {
        let same = Raw::checked(one).is_same(Raw::checked(other));
        assert_eq!(Raw::checked(other).is_same(Raw::checked(one)), same);
        same
    }

    #[test]
    fn values_are_the_same_however_they_are_written() {
        for (one, other) in [
            ("1.50", "15e-1"),
            ("100", "1.0E+2"),
            ("0", "-0.00e7"),
            ("-12", "-0.12e2"),
            (r#""\u00d1""#, "\"Ñ\""),
            (r#"{"a": [1, {"b": null}], "c": true}"#, r#"{"c":true,"a":[1.0,{"b":null}]}"#),
            ("[ ]", "[]"),
        ] {
            assert!(is_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn others_are_not() {
        for (one, other) in [
            ("1", "-1"),
            ("1", "10"),
            ("1.5", "1.50001"),
            ("1", "\"1\""),
            ("true", "false"),
            ("[1]", "[1,1]"),
            ("[1,2]", "[2,1]"),
            (r#"{"a":1}"#, r#"{"b":1}"#),
            (r#"{"a":1}"#, r#"{"a":1,"b":1}"#),
            (r#"{"a":1}"#, r#"{"a":2}"#),
            ("{}", "[]"),
        ] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }
}
