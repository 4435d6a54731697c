//! Strings and other values that borrow from a body, and their owned forms.

use std::borrow::Cow;

/// A string of the request, borrowed from the body unless it is written with escapes.
///
/// ```
/// use fintoc_preflight::request::Text;
///
/// let borrowed = Text::from("cus_1");
/// let owned = Text::from(String::from("cus_1"));
/// assert_eq!(borrowed, owned);
/// ```
pub type Text<'a> = Cow<'a, str>;

/// A conversion to a value that borrows nothing.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, request::IntoOwned};
///
/// let id = String::from("cus_1");
/// let request = CheckoutSessionRequest { customer: id.as_str().into(), ..CheckoutSessionRequest::default() };
/// let kept: CheckoutSessionRequest<'static> = request.into_owned();
/// drop(id);
/// assert_eq!(kept.to_json(), r#"{"customer":"cus_1"}"#);
/// ```
pub trait IntoOwned: Sized {
    /// The same type, borrowing nothing.
    type Owned;

    /// Returns the same value, borrowing nothing.
    fn into_owned(self) -> Self::Owned;
}

impl IntoOwned for Text<'_> {
    type Owned = Text<'static>;

    fn into_owned(self) -> Text<'static> {
        Cow::Owned(Cow::into_owned(self))
    }
}

impl IntoOwned for bool {
    type Owned = Self;

    fn into_owned(self) -> Self {
        self
    }
}
