//! JSON as trees that, unlike `serde_json::Value`, can repeat names and spell numbers in any way.

use std::fmt;

use serde_json::Value;

#[derive(Debug, Clone)]
pub(crate) enum Tree {
    /// A value as JSON text; nothing in it is changed.
    Literal(String),
    String(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// A change of one node. A `usize` selects a member or element, modulo their number.
#[derive(Debug)]
pub(crate) enum Change {
    Replace(Tree),
    /// Adds a member or an element; replaces any other value.
    Add(String, Tree),
    Remove(usize),
    Rename(usize, String),
    /// Adds a copy of a member or element at the end.
    Repeat(usize),
    /// Replaces `removed` characters of a string at a position, modulo its length, by one; replaces any other value.
    Edit {
        at: usize,
        removed: usize,
        inserted: char,
    },
}

impl Tree {
    pub(crate) fn literal(text: &str) -> Self {
        Self::Literal(text.to_owned())
    }

    pub(crate) const fn string(text: String) -> Self {
        Self::String(text)
    }

    /// The number of nodes of the tree, this one included.
    pub(crate) fn nodes(&self) -> usize {
        1 + self.children().map(Self::nodes).sum::<usize>()
    }

    fn children(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        match self {
            Self::Array(elements) => Box::new(elements.iter()),
            Self::Object(members) => Box::new(members.iter().map(|(_, value)| value)),
            Self::Literal(_) | Self::String(_) => Box::new(std::iter::empty()),
        }
    }

    /// Returns the node at an index in depth-first order, from 0, this node; the last if there are fewer.
    pub(crate) fn node(&self, index: usize) -> &Self {
        let mut before = 1;
        for child in self.children() {
            let nodes = child.nodes();
            if (before..before + nodes).contains(&index) {
                return child.node(index - before);
            }
            before += nodes;
        }
        self
    }

    /// Changes the node at an index in depth-first order.
    pub(crate) fn change(&mut self, index: usize, change: &Change) {
        if index == 0 {
            return self.apply(change);
        }
        let children: Vec<&mut Self> = match self {
            Self::Array(elements) => elements.iter_mut().collect(),
            Self::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            Self::Literal(_) | Self::String(_) => Vec::new(),
        };
        let mut before = 1;
        for child in children {
            let nodes = child.nodes();
            if (before..before + nodes).contains(&index) {
                return child.change(index - before, change);
            }
            before += nodes;
        }
    }

    fn apply(&mut self, change: &Change) {
        match (self, change) {
            (Self::Object(members), Change::Add(name, value)) => members.push((name.clone(), value.clone())),
            (Self::Array(elements), Change::Add(_, value)) => elements.push(value.clone()),
            (tree, Change::Replace(value) | Change::Add(_, value)) => *tree = value.clone(),
            (Self::Object(members), Change::Remove(at)) if !members.is_empty() => {
                members.remove(at % members.len());
            }
            (Self::Array(elements), Change::Remove(at)) if !elements.is_empty() => {
                elements.remove(at % elements.len());
            }
            (Self::Object(members), Change::Rename(at, name)) if !members.is_empty() => {
                let at = at % members.len();
                members[at].0.clone_from(name);
            }
            (Self::Object(members), Change::Repeat(at)) if !members.is_empty() => {
                members.push(members[at % members.len()].clone());
            }
            (Self::Array(elements), Change::Repeat(at)) if !elements.is_empty() => {
                elements.push(elements[at % elements.len()].clone());
            }
            (Self::String(text), Change::Edit { at, removed, inserted }) => {
                let mut characters: Vec<char> = text.chars().collect();
                let at = at % (characters.len() + 1);
                characters.splice(at..(at + removed).min(characters.len()), [*inserted]);
                *text = characters.into_iter().collect();
            }
            (tree, Change::Edit { inserted, .. }) => *tree = Self::String(inserted.to_string()),
            (_, Change::Remove(_) | Change::Rename(..) | Change::Repeat(_)) => {}
        }
    }
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::String(text) => Self::String(text.clone()),
            Value::Array(elements) => Self::Array(elements.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), value.into())).collect())
            }
            other => Self::Literal(other.to_string()),
        }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(text) => f.write_str(text),
            Self::String(text) => write!(f, "{}", Value::from(text.as_str())),
            Self::Array(elements) => {
                f.write_str("[")?;
                for (index, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if index > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}{}:{value}", if index > 0 { "," } else { "" }, Value::from(name.as_str()))?;
                }
                f.write_str("}")
            }
        }
    }
}
