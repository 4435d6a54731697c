use crate::json::Raw;

/// The index of a slot in its tape, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct SlotId(pub(super) usize);

impl SlotId {
    /// The slot of the body, and the end of every list, as no link has this index.
    pub(crate) const BODY: Self = Self(0);

    /// An index that is in no tape, and greater than all that are.
    pub(crate) const NOWHERE: Self = Self(usize::MAX);

    /// Returns the index `count` slots later.
    pub(crate) const fn after(self, count: usize) -> Self {
        Self(self.0.saturating_add(count))
    }
}

/// One cell of a tape: a value, or a link of a list. Borrows everything, so dropping a tape drops no slots.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Slot<'a> {
    /// No value; or the last link of a list.
    #[default]
    Absent,
    Null,
    /// A value of the wrong type, or a string outside the enum.
    Malformed(Raw<'a>),
    Integer(i64),
    Boolean(bool),
    /// A string that is written without escapes.
    Text(&'a str),
    /// A string that is written with escapes: its index in the strings of the tape.
    Escaped(usize),
    /// A string of the enum: its index in the values that the field accepts.
    EnumValue(usize),
    /// An object of the model: `unknown` is the slot of its unknown entries, and its fields follow in the order of the
    /// schema.
    Object {
        unknown: SlotId,
    },
    /// An array: `first` is the link of its first element, or the body if it is empty.
    Array {
        first: SlotId,
    },
    /// Names and values without a schema, both behind their link: `first` is the first link, or the body if there is
    /// none.
    Entries {
        first: SlotId,
    },
    /// A link of a list; its element or entry follows. The last link of a list is `Absent` instead.
    Link {
        next: SlotId,
    },
    /// A value of any type, as its text.
    Any(Raw<'a>),
}

impl Slot<'_> {
    /// True for a value other than `null`, malformed or not.
    pub(crate) const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent | Self::Null)
    }
}
