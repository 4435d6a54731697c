//! What the macro `object!` needs to declare an object for TypeScript.

/// The type of a field that may be absent, `null` or malformed, in declarations: `pkg/types/` declares it.
/// `Schema` is the type that it has there, if it is another than in Rust.
pub(crate) struct Field<T, Schema = T>(std::marker::PhantomData<(T, Schema)>);

/// An object of the model that has a declaration, in which every field is a `Field` of its type in Rust.
pub(crate) trait Declared {
    const DECL: &'static str;
}
