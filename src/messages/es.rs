use crate::report::Violation;

pub(super) fn message(violation: &Violation) -> String {
    format!("{} x", violation.param())
}
