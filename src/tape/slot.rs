use crate::json::Raw;

/// Where something stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct SlotId(pub(super) usize);

impl SlotId {
    pub(crate) const BODY: Self = Self(0);

    /// A place in no document.
    pub(crate) const NOWHERE: Self = Self(usize::MAX);

    /// The place so many slots later.
    pub(crate) const fn after(self, count: usize) -> Self {
        Self(self.0.saturating_add(count))
    }
}

/// What stands at one place of a body. It owns nothing, so that nothing must be done to let go of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Slot<'a> {
    #[default]
    Absent,
    Null,
    /// What is of another type than the model has there, or none of the words.
    Malformed(Raw<'a>),
    Integer(i64),
    Boolean(bool),
    Text(&'a str),
    /// The one of the strings of the document that the body has with escapes.
    Escaped(usize),
    /// Which one of the words that the field takes.
    Word(usize),
    /// At the place `others` its entries that have no field, and after it its fields in the order of their table.
    Object {
        unknown: SlotId,
    },
    /// The elements, each after its link.
    Array {
        first: SlotId,
    },
    /// Names and values, both after their link.
    Entries {
        first: SlotId,
    },
    /// Where the link of the next is. In place of the last link nothing is.
    Link {
        next: SlotId,
    },
    /// What may be anything.
    Any(Raw<'a>),
}

impl Slot<'_> {
    /// Whether something other than `null` is there, well-formed or not.
    pub(crate) const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }
}
