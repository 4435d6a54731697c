//! Sorting with little code: the standard library's sort weighs 2 to 4 kB for every type that is sorted.

use std::cmp::Ordering;
use std::iter::from_fn;

/// The items in order; equal ones stay in the order that they had. It takes time n log n.
pub(crate) fn sorted_by<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if items.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return items;
    }
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| items.get_mut(index).and_then(Option::take)).collect()
}

/// The indexes of items in the order of the items. It knows no more of them, so that its code is there once for all
/// types.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    // What is sorted already: runs of this length.
    let mut run: usize = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in order.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merged.extend(merge(left, right, compare));
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

/// Two sorted runs in one.
fn merge(left: &[usize], right: &[usize], compare: &dyn Fn(usize, usize) -> Ordering) -> impl Iterator<Item = usize> {
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    from_fn(move || match (left.peek(), right.peek()) {
        (Some(one), Some(other)) if compare(*one, *other).is_gt() => right.next(),
        (None, _) => right.next(),
        _ => left.next(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in proptest::collection::vec(0_u8..20, 0..100)) {
            let items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted_by(items, |(one, _), (other, _)| one.cmp(other)), expected);
        }
    }

    #[test]
    fn many_items_take_little_more_than_their_number_of_comparisons() {
        let items: Vec<u32> = (0..1024).rev().collect();
        let comparisons = std::cell::Cell::new(0);
        let sorted = sorted_by(items, |one, other| {
            comparisons.set(comparisons.get() + 1);
            one.cmp(other)
        });
        assert!(sorted.is_sorted());
        assert!(comparisons.get() <= 1024 * 10, "{} comparisons", comparisons.get());
    }
}
