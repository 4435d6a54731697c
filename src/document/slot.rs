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
    /// In the slot `others` its entries that have no field, and after it its fields in the order of their table.
    Object {
        others: usize,
    },
    /// The elements, each in the slot after its link.
    Array {
        first: usize,
    },
    /// Names and values, each in the two slots after its link.
    Entries {
        first: usize,
    },
    /// Where the link of the next is; the last has none.
    Link {
        next: usize,
    },
    /// The text of what may be anything.
    Json(&'a str),
}

impl Slot<'_> {
    /// Whether something other than `null` is there, well-formed or not.
    pub(crate) const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }
}
