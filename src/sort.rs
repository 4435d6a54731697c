//! Stable sorting in little code: the standard library's sort takes 2 to 4 kB for every type that is sorted.

use std::cmp::Ordering;
use std::iter::from_fn;

/// Sorts items, keeping equal ones in order, in O(n log n) time.
pub(crate) fn sort<T: Copy>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    /// Up to this number an insertion sort is faster.
    const FEW: usize = 8;
    if items.len() <= FEW {
        sort_few(items, compare);
    } else {
        *items = order(items, compare).iter().filter_map(|index| items.get(*index).copied()).collect();
    }
}

/// Insertion sort: moves each item before those that are greater.
fn sort_few<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for last in 1..items.len() {
        let mut sorted = items.get_mut(..=last).unwrap_or_default();
        while let [.., one, other] = sorted
            && compare(one, other).is_gt()
        {
            std::mem::swap(one, other);
            sorted = sorted.split_last_mut().map_or(&mut [], |(_, sorted)| sorted);
        }
    }
}

/// Returns the indexes of the items in sorted order, keeping those of equal items in order, in O(n log n) time.
pub(crate) fn order<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    order_indexes(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    })
}

/// Merge sort by index alone, so that it is compiled once for all types.
#[inline(never)]
fn order_indexes(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    if order.is_sorted_by(|one, other| compare(*one, *other).is_le()) {
        return order;
    }
    // Runs of this length are sorted.
    let mut run: usize = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in order.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            // Findings mostly come in order: two runs that need no merging are copied.
            if let (Some(last), Some(first)) = (left.last(), right.first())
                && compare(*last, *first).is_gt()
            {
                merged.extend(merge(left, right, compare));
            } else {
                merged.extend_from_slice(pair);
            }
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

/// Merges two sorted runs.
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

        /// Items with few distinct keys, and their original index, so that stability shows.
        #[test]
        fn few_items_are_sorted_as_many_are(keys in proptest::collection::vec(0_u8..5, 0..20)) {
            let mut items: Vec<(usize, u8)> = keys.into_iter().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, key)| *key);
            sort(&mut items, |(_, one), (_, other)| one.cmp(other));
            prop_assert_eq!(items, expected);
        }
    }

    #[test]
    fn items_that_are_nearly_sorted_take_few_comparisons() {
        let items: Vec<usize> = (1..1024).chain([0]).collect();
        let comparisons = std::cell::Cell::new(0);
        let order = order(&items, |one, other| {
            comparisons.set(comparisons.get() + 1);
            one.cmp(other)
        });
        assert_eq!(order.first(), Some(&1023));
        assert!(comparisons.get() <= 1024 * 4, "{} comparisons", comparisons.get());
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
