//! Checks of ids. Fintoc guarantees only their prefix, so only text that cannot be an id is refused.

/// The prefixes of the API's objects.
const PREFIXES: [&str; 8] = ["cs_", "cus_", "pm_", "pi_", "sub_", "evt_", "price_", "prod_"];

/// The reason why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum IdFault {
    /// White space, at the ends or inside.
    WhiteSpace,
    /// An `@`: it is an e-mail address.
    At,
    /// A prefix alone: `cus_`.
    BarePrefix,
    /// An upper case letter A to Z, in the id of an institution.
    Capital,
}

/// True if `id` begins with a prefix of the API's objects other than `expected`.
pub(crate) fn has_other_prefix(id: &str, expected: &str) -> bool {
    PREFIXES.iter().any(|prefix| *prefix != expected && id.starts_with(prefix))
}

/// Returns the fault of the id of an object, or `None`. Accepts any prefix.
pub(crate) fn id_fault(id: &str) -> Option<IdFault> {
    if has_white_space(id) {
        Some(IdFault::WhiteSpace)
    } else if id.bytes().any(|byte| byte == b'@') {
        Some(IdFault::At)
    } else if PREFIXES.contains(&id) {
        Some(IdFault::BarePrefix)
    } else {
        None
    }
}

/// Returns the fault of the id of an institution, or `None`. All known ids are in lower case.
pub(crate) fn institution_fault(id: &str) -> Option<IdFault> {
    if has_white_space(id) {
        Some(IdFault::WhiteSpace)
    } else if id.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Some(IdFault::Capital)
    } else {
        None
    }
}

fn has_white_space(text: &str) -> bool {
    text.chars().any(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_that_of_one_kind_of_object() {
        for prefix in PREFIXES {
            for expected in PREFIXES {
                for rest in ["", "1", " ", "@", "cus_"] {
                    let id = format!("{prefix}{rest}");
                    assert_eq!(has_other_prefix(&id, expected), prefix != expected, "{id} for {expected}");
                }
            }
        }
        for id in ["", "cus", "CUS_1", " pm_1", "acc_1", "plan-7", "11.111.111-1"] {
            assert!(!has_other_prefix(id, "sub_"), "{id}");
        }
    }

    #[test]
    fn an_id_has_no_white_space_no_at_and_more_than_its_prefix() {
        for (id, fault) in [
            (" cus_1", Some(IdFault::WhiteSpace)),
            ("cus_1\n", Some(IdFault::WhiteSpace)),
            ("cus_\u{a0}1", Some(IdFault::WhiteSpace)),
            ("a @b", Some(IdFault::WhiteSpace)),
            ("ana@example.com", Some(IdFault::At)),
            ("cus_", Some(IdFault::BarePrefix)),
            ("price_", Some(IdFault::BarePrefix)),
            ("cus", None),
            ("acc_", None),
            ("cus_A", None),
            ("11.111.111-1", None),
            ("cus_\u{200b}", None),
        ] {
            assert_eq!(id_fault(id), fault, "{id:?}");
        }
    }

    #[test]
    fn an_institution_is_in_lower_case() {
        for (id, fault) in [
            ("Banco Estado", Some(IdFault::WhiteSpace)),
            ("cl_banco_estado ", Some(IdFault::WhiteSpace)),
            ("cl_banco_Estado", Some(IdFault::Capital)),
            ("CL_BANCO_ESTADO", Some(IdFault::Capital)),
            ("cl_banco_estado", None),
            ("banco@estado", None),
            ("cl_Ñuble", None),
            ("cus_", None),
        ] {
            assert_eq!(institution_fault(id), fault, "{id:?}");
        }
    }
}
