use std::fmt;

use crate::json::Writer;

/// A JSON value, as part of a schema. Members keep their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Null,
    True,
    Integer(i64),
    Text(String),
    /// Any value, as JSON text on one line.
    Raw(&'static str),
    List(Vec<Node>),
    Object(Vec<Member>),
}

pub(super) type Member = (String, Node);

/// The keywords of a schema.
pub(super) type Schema = Vec<Member>;

/// Returns a member of an object.
pub(super) fn member(name: &str, value: impl Into<Node>) -> Member {
    (name.to_owned(), value.into())
}

/// Returns a schema of one keyword, such as `{"not": …}`.
pub(super) fn only(keyword: &str, value: impl Into<Node>) -> Schema {
    vec![member(keyword, value)]
}

/// Returns a list of strings.
pub(super) fn words(words: &[&str]) -> Node {
    Node::List(words.iter().map(|word| Node::from(*word)).collect())
}

impl From<i64> for Node {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<i32> for Node {
    fn from(number: i32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<const N: usize> From<[Node; N]> for Node {
    fn from(elements: [Node; N]) -> Self {
        Self::List(Vec::from(elements))
    }
}

impl From<Vec<Schema>> for Node {
    fn from(schemas: Vec<Schema>) -> Self {
        Self::List(schemas.into_iter().map(Self::Object).collect())
    }
}

impl From<Vec<Node>> for Node {
    fn from(elements: Vec<Node>) -> Self {
        Self::List(elements)
    }
}

impl From<Vec<Member>> for Node {
    fn from(members: Vec<Member>) -> Self {
        Self::Object(members)
    }
}

/// Writes the value on one line; `{:#}` indents by two spaces.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, f.alternate().then_some(0))
    }
}

impl Node {
    /// Writes the value: on one line if `depth` is `None`, otherwise indented by `depth` levels.
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: Option<usize>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::True => f.write_str("true"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) => write_text(text, f),
            Self::Raw(json) => f.write_str(json),
            Self::List(elements) => write_all(['[', ']'], elements, f, depth, Node::write),
            Self::Object(members) => write_all(['{', '}'], members, f, depth, |(name, value), f, depth| {
                write_text(name, f)?;
                f.write_str(if depth.is_some() { ": " } else { ":" })?;
                value.write(f, depth)
            }),
        }
    }
}

fn write_text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut quoted = String::new();
    quoted.string(text);
    f.write_str(&quoted)
}

fn write_all<T>(
    [open, close]: [char; 2],
    parts: &[T],
    f: &mut fmt::Formatter<'_>,
    depth: Option<usize>,
    write: impl Fn(&T, &mut fmt::Formatter<'_>, Option<usize>) -> fmt::Result,
) -> fmt::Result {
    let inner = depth.map(|depth| depth.saturating_add(1));
    write!(f, "{open}")?;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(",")?;
        }
        new_line(f, inner)?;
        write(part, f, inner)?;
    }
    if !parts.is_empty() {
        new_line(f, depth)?;
    }
    write!(f, "{close}")
}

fn new_line(f: &mut fmt::Formatter<'_>, depth: Option<usize>) -> fmt::Result {
    match depth {
        Some(depth) => write!(f, "\n{}", "  ".repeat(depth)),
        None => Ok(()),
    }
}
