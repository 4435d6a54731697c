//! JSON as trees that, unlike `serde_json::Value`, can repeat names and spell numbers in any way.

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    /// Anything but an array or an object, as JSON text.
    Leaf(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leaf(text) => f.write_str(text),
            Self::Array(elements) => {
                f.write_str("[")?;
                for (index, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if index > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}{}:{value}", if index > 0 { "," } else { "" }, Value::from(name.as_str()))?;
                }
                f.write_str("}")
            }
        }
    }
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(elements) => Self::Array(elements.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), value.into())).collect())
            }
            leaf => Self::Leaf(leaf.to_string()),
        }
    }
}

impl Tree {
    /// The same tree, in which no object repeats a name: the first member of a name is kept.
    pub(crate) fn without_repeats(self) -> Self {
        match self {
            Self::Leaf(_) => self,
            Self::Array(elements) => Self::Array(elements.into_iter().map(Self::without_repeats).collect()),
            Self::Object(members) => {
                let mut names = HashSet::new();
                let first = members.into_iter().filter(|(name, _)| names.insert(name.clone()));
                Self::Object(first.map(|(name, value)| (name, value.without_repeats())).collect())
            }
        }
    }

    /// The same tree, whose objects hold their members in another order, which `seed` decides.
    pub(crate) fn shuffled(mut self, seed: u64) -> Self {
        let hash = |name: &str| {
            let mut hasher = DefaultHasher::new();
            (seed, name).hash(&mut hasher);
            hasher.finish()
        };
        match &mut self {
            Self::Leaf(_) => {}
            Self::Array(elements) => {
                *elements = elements.drain(..).map(|element| element.shuffled(seed)).collect();
            }
            Self::Object(members) => {
                members.sort_by_key(|(name, _)| hash(name));
                *members = members.drain(..).map(|(name, value)| (name, value.shuffled(seed))).collect();
            }
        }
        self
    }

    fn children_mut(&mut self) -> Vec<&mut Self> {
        match self {
            Self::Leaf(_) => Vec::new(),
            Self::Array(elements) => elements.iter_mut().collect(),
            Self::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
        }
    }

    /// The nodes of the tree, this one included.
    fn nodes(&mut self) -> usize {
        1 + self.children_mut().into_iter().map(Self::nodes).sum::<usize>()
    }

    /// Changes the node at `index`, counted from this one down.
    fn change(&mut self, mut index: usize, change: &Change) {
        if index == 0 {
            return change.apply(self);
        }
        index -= 1;
        for child in self.children_mut() {
            let nodes = child.nodes();
            if index < nodes {
                return child.change(index, change);
            }
            index -= nodes;
        }
    }
}

/// A change of a node of a request.
#[derive(Debug, Clone)]
enum Change {
    Replace(Tree),
    /// Adds a member or an element; a leaf is replaced.
    Add(String, Tree),
    /// Takes away a member or an element.
    Remove(Index),
    Rename(Index, String),
}

impl Change {
    fn apply(&self, tree: &mut Tree) {
        match (self, tree) {
            (Self::Add(name, value), Tree::Object(members)) => members.push((name.clone(), value.clone())),
            (Self::Add(_, value), Tree::Array(elements)) => elements.push(value.clone()),
            (Self::Replace(value) | Self::Add(_, value), tree) => *tree = value.clone(),
            (Self::Remove(index), Tree::Object(members)) if !members.is_empty() => {
                members.remove(index.index(members.len()));
            }
            (Self::Remove(index), Tree::Array(elements)) if !elements.is_empty() => {
                elements.remove(index.index(elements.len()));
            }
            (Self::Rename(index, name), Tree::Object(members)) if !members.is_empty() => {
                let at = index.index(members.len());
                members[at].0.clone_from(name);
            }
            (Self::Remove(_) | Self::Rename(..), _) => {}
        }
    }
}

/// One of the strings of a list.
pub(crate) fn word(list: &'static str) -> impl Strategy<Value = String> {
    select(list.split_whitespace().collect::<Vec<_>>()).prop_map(String::from)
}

/// A name that the model knows somewhere, or nearly, or any other.
pub(crate) fn name() -> impl Strategy<Value = String> {
    let known = word(
        "amount business_profile cancel_url currency customer customer_data customer_email expires_at flow line_items
        metadata payment_method payment_method_options payment_method_types save_payment_method success_url ui_mode
        category name tax_id email type value quantity price_data price unit_amount product_data product recurring
        image_url interval interval_count bank_transfer card pac installments direct_debit recipient_account
        sender_account types holder_id institution_id number editable
        payment_methods Amount amuont customerEmail wallet __proto__",
    );
    prop_oneof![9 => known, 1 => ".{0,12}"]
}

/// A string that some field takes, or nearly, or any other.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let known = word(
        "CLP MXN clp USD payment subscription setup Setup embedded hosted enabled disabled card bank_transfer
        installments pac direct_debit payment_intent checking_account sight_account cl_rut mx_rfc credit
        12.345.678-5 12345678-K GODE561231GR8 GODE561231HDFRRN09 009613 012 813990168 350000
        ana@example.com ana https://a.cl http://a.cl https:a.cl cus_1 pm_1 cs_1 cl_banco mx_banco
        2026-01-14T12:00:00Z 2026-01-13T12:10:30Z 2026-01-14T09:00:00.5-03:00 2026-01-14",
    );
    let blank = select(vec!["", " ", "\u{3000}"]).prop_map(String::from);
    prop_oneof![
        12 => known,
        1 => blank,
        3 => ".{0,20}",
        1 => "[a-z]{41}",
        1 => "a{101}|ñ{501}",
    ]
}

/// A number, well-formed and within every float.
fn number() -> impl Strategy<Value = String> {
    let edges = word(
        "0 -0 1 -1 2 990 350000 6999999 7000000 2147483648 1e3 1000.0 1.5 1E-7 -0.0 9007199254740991 9007199254740992
        -9007199254740992 4503599627370496 18446744073709551616 1e308",
    );
    prop_oneof![3 => edges, 1 => any::<i64>().prop_map(|number| number.to_string())]
}

fn leaf() -> impl Strategy<Value = Tree> {
    prop_oneof![
        1 => word("null true false"),
        2 => number(),
        3 => text().prop_map(|text| Value::from(text).to_string()),
    ]
    .prop_map(Tree::Leaf)
}

/// Any JSON, under the names of the model.
pub(crate) fn tree() -> impl Strategy<Value = Tree> {
    leaf().prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::Array),
            3 => prop::collection::vec((name(), inner), 0..7).prop_map(Tree::Object),
        ]
    })
}

/// A request that is nearly right: a valid one, changed in a few places. Or one that is not right at all.
pub(crate) fn request() -> impl Strategy<Value = Tree> {
    let change = prop_oneof![
        4 => tree().prop_map(Change::Replace),
        2 => leaf().prop_map(Change::Replace),
        3 => (name(), tree()).prop_map(|(name, value)| Change::Add(name, value)),
        3 => any::<Index>().prop_map(Change::Remove),
        1 => (any::<Index>(), name()).prop_map(|(index, name)| Change::Rename(index, name)),
    ];
    let changes = prop::collection::vec((any::<Index>(), change), 0..6);
    let nearly_right = (select(valid_requests()), changes).prop_map(|(mut tree, changes)| {
        for (index, change) in changes {
            let at = index.index(tree.nodes());
            tree.change(at, &change);
        }
        tree
    });
    prop_oneof![5 => nearly_right, 1 => prop::collection::vec((name(), tree()), 0..12).prop_map(Tree::Object)]
}

/// A request of each flow, with every field that it may have; the last two are of version 1.
fn valid_requests() -> Vec<Tree> {
    [
        r#"{"amount": 1980, "business_profile": {"category": "009613", "name": "Tienda", "tax_id": "12.345.678-5"},
            "currency": "CLP", "customer": "cus_1", "customer_email": "ana@example.com",
            "expires_at": "2026-01-14T12:00:00Z", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP",
            "unit_amount": 990, "product_data": {"name": "Pan", "image_url": "https://a.cl/pan.png"}}}],
            "metadata": {"order": "1", "units": 2}, "payment_method": "pm_1", "payment_method_options": {"bank_transfer": {
            "recipient_account": {"holder_id": "12.345.678-5", "institution_id": "cl_banco", "number": "81", "type": "sight_account"},
            "sender_account": {"holder_id": {"value": "6-K", "editable": true}, "institution_id": {"value": "cl_banco"},
            "number": "81", "type": "checking_account"}}}, "payment_method_types": ["bank_transfer"],
            "save_payment_method": "enabled", "ui_mode": "embedded"}"#,
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer_data": {"tax_id": {"type": "cl_rut",
            "value": "12.345.678-5"}, "name": "Ana", "email": "ana@example.com", "metadata": {"a": 1}},
            "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product": "prod_1",
            "recurring": {"interval": "month", "interval_count": 1}}}], "payment_method_types": ["pac", "card"],
            "payment_method_options": {"pac": {"sender_account": {}}, "card": {"types": ["debit"]}},
            "success_url": "https://a.cl/success", "cancel_url": "https://a.cl/cancel"}"#,
        r#"{"flow": "setup", "currency": "MXN", "customer": "cus_1", "payment_method_options": {"card": {"types": ["credit"]},
            "direct_debit": {"a": {}}}, "success_url": "https://a.mx/success", "cancel_url": "https://a.mx/cancel"}"#,
        r#"{"amount": 1000, "currency": "clp", "customer": {"name": "Ana"}, "flow": "payment", "expires_at": "2026-01-14",
            "payment_method_types": ["card"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
        r#"{"currency": "MXN", "line_items": [{"quantity": 3, "price": "price_1"}, {"quantity": 1, "price_data":
            {"currency": "mxn", "unit_amount": 7000000, "product_data": {"name": "Pan"}}}]}"#,
    ]
    .iter()
    .map(|text| Tree::from(&serde_json::from_str::<Value>(text).unwrap()))
    .collect()
}
