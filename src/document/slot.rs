use crate::json::Json;
use crate::request::Text;

/// What stands at one place of a body.
#[derive(Debug, Clone, Default)]
pub(crate) enum Slot<'a> {
    #[default]
    Absent,
    Null,
    /// What is of another type than the model has there, or none of the words.
    Malformed(Json<'a>),
    Integer(i64),
    Boolean(bool),
    Text(Text<'a>),
    /// Which one of the words that the field takes.
    Word(usize),
    /// In the slot `first` its other entries, then its fields in the order of their table.
    Object {
        first: usize,
    },
    /// The slots of its elements.
    Array {
        first: usize,
        end: usize,
    },
    /// Names and values of the merchant's own.
    Entries {
        first: usize,
        end: usize,
    },
    /// An object that may hold anything.
    Json(Json<'a>),
}

impl Slot<'_> {
    /// Whether something other than `null` is there, well-formed or not.
    pub(crate) const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }
}
