//! Paths to a place in a request.

use std::borrow::Cow;
use std::fmt;

use crate::formats::write_visible;
use crate::json::{Raw, Writer};

/// The path of a violation: the names and indexes from the body to the value; empty for the body itself.
///
/// [`Display`](fmt::Display) writes it in the form of Fintoc's `param`, `line_items[0].quantity`, with each name in
/// [visible](crate::visible) characters, cut after 100, as a name of the request can be anything:
/// [`Violation::param`](crate::Violation::param) is exact.
///
/// ```
/// use fintoc_preflight::{Path, Segment};
///
/// let path = Path::from_iter([Segment::from("line_items"), Segment::from(0), Segment::from("quantity")]);
/// assert_eq!(path.to_string(), "line_items[0].quantity");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Path(Vec<Segment>);

impl Path {
    /// Returns the names and indexes, outermost first.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Returns the number of names and indexes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// True for the body itself.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the name or index at a depth, from 0.
    #[must_use]
    pub fn get(&self, depth: usize) -> Option<&Segment> {
        self.0.get(depth)
    }

    /// Iterates over the names and indexes, outermost first.
    pub fn iter(&self) -> std::slice::Iter<'_, Segment> {
        self.0.iter()
    }

    /// Reads the paths that a binding passes: a JSON array of arrays of names and indexes. Returns none for other text.
    #[doc(hidden)]
    #[must_use]
    pub fn list_from_json(text: &str) -> Vec<Self> {
        let Ok(paths) = Raw::parse(text) else { return Vec::new() };
        let segment = |segment: Raw<'_>| match segment.string() {
            Some(name) => Segment::Key(Cow::Owned(name.into_owned())),
            None => Segment::Index(segment.text().parse().unwrap_or_default()),
        };
        paths.elements().map(|path| path.elements().map(segment).collect()).collect()
    }

    /// Prefixes the path with `name`.
    pub(crate) fn within(self, name: &'static str) -> Self {
        Self(std::iter::once(Segment::from(name)).chain(self.0).collect())
    }

    /// Returns the path in the form of Fintoc's `param`: `line_items[0].quantity`.
    pub(crate) fn param(&self) -> String {
        let mut param = String::new();
        self.write_param(&mut param);
        param
    }

    fn write_param(&self, out: &mut String) {
        for (depth, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(name) => {
                    if depth > 0 {
                        out.push('.');
                    }
                    out.raw(name);
                }
                Segment::Index(index) => {
                    out.push('[');
                    out.digits(*index as u64, 1);
                    out.push(']');
                }
            }
        }
    }

    /// Writes the members `"path"` and `"param"` of an object, without its braces.
    pub(crate) fn write_members(&self, out: &mut String) {
        out.push_str("\"path\":");
        out.list(&self.0, |segment, out| match segment {
            Segment::Key(name) => out.string(name),
            Segment::Index(index) => out.digits(*index as u64, 1),
        });
        out.push_str(",\"param\":");
        out.quoted(|out| self.write_param(out));
    }

    /// Returns the field or element that the path leads to, in names of the API. A name of the request's own counts as
    /// the object that contains it.
    ///
    /// Not inlined: each of its many callers would contain a copy.
    #[inline(never)]
    pub(crate) fn subject(&self) -> Subject {
        let known = self.0.iter().take_while(|segment| !segment.is_other());
        known.fold(Subject::Body, |subject, segment| match (segment, subject) {
            (Segment::Key(Cow::Borrowed(name)), Subject::Body) => Subject::Field(Owner::Body, name),
            (Segment::Key(Cow::Borrowed(name)), Subject::Field(_, owner)) => Subject::Field(Owner::Field(owner), name),
            (Segment::Key(Cow::Borrowed(name)), Subject::Element(..)) => Subject::Field(Owner::Item, name),
            (Segment::Index(_), Subject::Field(owner, name)) => Subject::Element(owner, name),
            _ => subject,
        })
    }

    /// True for the `customer` of the body.
    pub(crate) fn is_customer(&self) -> bool {
        matches!(self.segments(), [Segment::Key(name)] if name == "customer")
    }

    /// True for a field of this name, in any object.
    #[inline(never)]
    pub(crate) fn is_named(&self, name: &str) -> bool {
        matches!(self.subject(), Subject::Field(_, field) if field == name) && !self.has_other_name()
    }

    /// True if a name is the request's own, so that a message must not repeat it. Below such a name there is none of the
    /// API's.
    pub(crate) fn has_other_name(&self) -> bool {
        self.0.iter().any(Segment::is_other)
    }
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments)
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl<'p> IntoIterator for &'p Path {
    type Item = &'p Segment;

    type IntoIter = std::slice::Iter<'p, Segment>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Path {
    type Item = Segment;

    type IntoIter = std::vec::IntoIter<Segment>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(name) => {
                    f.write_str(if depth > 0 { "." } else { "" })?;
                    write_visible(name, LONGEST_SHOWN, f)?;
                }
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// The number of characters of a name that `Display` writes.
const LONGEST_SHOWN: usize = 100;

/// The place in a request that a message names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The whole request.
    Body,
    /// A field, with its owner and name.
    Field(Owner, &'static str),
    /// An element of an array, with the array's owner and name.
    Element(Owner, &'static str),
}

/// The object that a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The body: its fields are named alone.
    Body,
    /// The object in the field of this name.
    Field(&'static str),
    /// An element of an array. Only `line_items` has elements with fields in the API.
    Item,
}

/// One step of a [`Path`].
///
/// ```
/// use fintoc_preflight::Segment;
///
/// assert_eq!(Segment::from("line_items"), Segment::Key("line_items".into()));
/// assert_eq!(Segment::from(0), Segment::Index(0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Segment {
    /// A name in an object: borrowed if it is the API's, owned if it is the request's own.
    Key(Cow<'static, str>),
    /// An index in an array, from 0.
    Index(usize),
}

impl Segment {
    /// True for a name of the request's own.
    const fn is_other(&self) -> bool {
        matches!(self, Self::Key(Cow::Owned(_)))
    }
}

impl From<&'static str> for Segment {
    fn from(name: &'static str) -> Self {
        Self::Key(Cow::Borrowed(name))
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A borrowed path, as a list of steps on the stack: it allocates only when a violation is found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PathRef<'p>(Option<(&'p PathRef<'p>, Step<'p>)>);

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Name(&'static str),
    Other(&'p str),
    Element(usize),
}

impl<'p> PathRef<'p> {
    pub(crate) const BODY: PathRef<'static> = PathRef(None);

    /// Appends a name of the API.
    pub(crate) const fn name(&'p self, name: &'static str) -> Self {
        Self(Some((self, Step::Name(name))))
    }

    /// Appends a name that is not the API's.
    pub(crate) const fn other(&'p self, name: &'p str) -> Self {
        Self(Some((self, Step::Other(name))))
    }

    /// Appends an index, from 0.
    pub(crate) const fn element(&'p self, index: usize) -> Self {
        Self(Some((self, Step::Element(index))))
    }

    /// Returns an owned copy.
    pub(crate) fn path(&self) -> Path {
        Path(self.segments(0))
    }

    /// Returns the segments, with capacity for `room` more.
    fn segments(&self, room: usize) -> Vec<Segment> {
        let Some((parent, step)) = self.0 else { return Vec::with_capacity(room) };
        let mut segments = parent.segments(room.saturating_add(1));
        segments.push(match step {
            Step::Name(name) => Segment::from(name),
            Step::Other(name) => Segment::Key(Cow::Owned(name.to_owned())),
            Step::Element(index) => Segment::Index(index),
        });
        segments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(segments: &[Segment]) -> Path {
        segments.iter().cloned().collect()
    }

    fn other(name: &str) -> Segment {
        Segment::Key(Cow::Owned(name.to_owned()))
    }

    #[test]
    fn a_subject_is_named_by_the_last_name_of_the_api() {
        assert_eq!(path(&[]).subject(), Subject::Body);
        assert_eq!(path(&["amount".into()]).subject(), Subject::Field(Owner::Body, "amount"));
        assert_eq!(path(&["line_items".into(), 7.into()]).subject(), Subject::Element(Owner::Body, "line_items"));
    }

    #[test]
    fn a_subject_has_the_object_that_it_belongs_to() {
        let quantity = path(&["line_items".into(), 0.into(), "quantity".into()]);
        assert_eq!(quantity.subject(), Subject::Field(Owner::Item, "quantity"));
        let tax_id_type = path(&["customer_data".into(), "tax_id".into(), "type".into()]);
        assert_eq!(tax_id_type.subject(), Subject::Field(Owner::Field("tax_id"), "type"));
        let card_type = path(&["payment_method_options".into(), "card".into(), "types".into(), 0.into()]);
        assert_eq!(card_type.subject(), Subject::Element(Owner::Field("card"), "types"));
    }

    #[test]
    fn a_name_of_the_request_is_replaced_by_its_object() {
        assert_eq!(path(&[other("ana")]).subject(), Subject::Body);
        assert_eq!(path(&["metadata".into(), other("ana")]).subject(), Subject::Field(Owner::Body, "metadata"));
        let name_in_item = path(&["line_items".into(), 0.into(), other("ana")]);
        assert_eq!(name_in_item.subject(), Subject::Element(Owner::Body, "line_items"));
        assert!(path(&["metadata".into(), other("ana")]).has_other_name());
        assert!(!path(&["metadata".into()]).has_other_name());
        let below = path(&["metadata".into(), other("ana"), 0.into()]);
        assert_eq!((below.subject(), below.has_other_name()), (Subject::Field(Owner::Body, "metadata"), true));
    }

    #[test]
    fn a_path_is_displayed_as_a_param() {
        let displayed = |segments: &[Segment]| segments.iter().cloned().collect::<Path>().to_string();
        assert_eq!(displayed(&[]), "");
        assert_eq!(displayed(&["items".into(), 10.into(), 0.into(), "price".into()]), "items[10][0].price");
        assert_eq!(displayed(&[0.into()]), "[0]");
        // Metadata keys are the merchant's own: their dots and brackets are not escaped.
        assert_eq!(displayed(&["metadata".into(), Segment::Key("a.b[0]".into())]), "metadata.a.b[0]");
    }

    #[test]
    fn a_hostile_name_is_displayed_in_visible_characters() {
        let hostile = path(&["metadata".into(), other("x\n2026 payment 42 approved\u{1b}[2J\u{202e}\u{200b}")]);
        assert_eq!(hostile.to_string(), "metadata.x␊2026 payment 42 approved␛[2J\u{fffd}\u{fffd}");
        assert_eq!(hostile.param(), "metadata.x\n2026 payment 42 approved\u{1b}[2J\u{202e}\u{200b}");
        let long = Path::from_iter([other(&"ñ".repeat(101)), 0.into()]);
        assert_eq!(long.to_string(), format!("{}…[0]", "ñ".repeat(100)));
    }

    #[test]
    fn a_trail_becomes_its_path() {
        let items = PathRef::BODY.name("items");
        let item = items.element(2);
        let segments = |path_ref: PathRef<'_>| path_ref.path().segments().to_vec();
        assert_eq!(segments(PathRef::BODY), []);
        assert_eq!(segments(item.name("price")), ["items".into(), 2.into(), "price".into()]);
        assert_eq!(segments(item.other("x")), ["items".into(), 2.into(), "x".into()]);
    }
}
