//! Sorting with little code: the standard library's sort weighs 2 to 4 kB for every type that is sorted.

use std::cmp::Ordering;
use std::iter::from_fn;

/// So few are sorted faster where they stand than by merging.
const FEW: usize = 8;

/// The indexes of the items in the order of the items; equal ones stay in the order that they have. It takes time
/// n log n.
pub(crate) fn order<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    order_indexes(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    })
}

/// It knows no more of the items than their indexes, so that its code is there once for all types.
fn order_indexes(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    if order.is_sorted_by(|one, other| compare(*one, *other).is_le()) {
        return order;
    }
    // What is sorted already: runs of this length.
    let mut run = FEW;
    order.chunks_mut(run).for_each(|few| sort_few(few, compare));
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

/// Takes each, one after the other, before those that are greater.
fn sort_few(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    for end in 1..order.len() {
        let mut rest = order.get_mut(..=end);
        while let Some([before @ .., last]) = rest.take()
            && let Some(previous) = before.last_mut()
            && compare(*previous, *last).is_gt()
        {
            std::mem::swap(previous, last);
            rest = Some(before);
        }
    }
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
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|index| keys[*index]);
            prop_assert_eq!(order(&keys, Ord::cmp), expected);
        }
    }

    #[test]
    fn many_items_take_little_more_than_their_number_of_comparisons() {
        let items: Vec<usize> = (0..1024).rev().collect();
        let comparisons = std::cell::Cell::new(0);
        let order = order(&items, |one, other| {
            comparisons.set(comparisons.get() + 1);
            one.cmp(other)
        });
        assert_eq!(order, items);
        assert!(comparisons.get() <= 1024 * 10, "{} comparisons", comparisons.get());
    }
}
