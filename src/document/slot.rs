/// What stands at one place of a body. It owns nothing, so that nothing must be done to let go of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Slot<'a> {
    #[default]
    Absent,
    Null,
    /// The text of what is of another type than the model has there, or none of the words.
    Malformed(&'a str),
    Integer(i64),
    Boolean(bool),
    Text(&'a str),
    /// The one of the strings of the document that the body has with escapes.
    Escaped(usize),
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
    /// The text of an object that may hold anything.
    Json(&'a str),
}

impl Slot<'_> {
    /// Whether something other than `null` is there, well-formed or not.
    pub(crate) const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }
}
