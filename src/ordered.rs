//! Order for the page's short lists. The standard sort is made anew for each kind of entry, some 4 kB of the first load each.

use std::cmp::Ordering;

/// Puts entries in order, equal ones as they stood. For lists of some hundred entries.
pub fn order<T>(entries: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for at in 1..entries.len() {
        let (done, rest) = entries.split_at(at);
        let to = done.partition_point(|entry| compare(entry, &rest[0]) != Ordering::Greater);
        (to..at).rev().for_each(|i| entries.swap(i, i + 1));
    }
}

/// The same by a key.
pub fn order_by<T, K: Ord>(entries: &mut [T], key: impl Fn(&T) -> K) {
    order(entries, |a, b| key(a).cmp(&key(b)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_entries_stay_as_they_stood() {
        let mut words = ["three", "four", "one", "seven", "two", "", "five"];
        order_by(&mut words, |word| word.len());
        assert_eq!(words, ["", "one", "two", "four", "five", "three", "seven"]);
        order(&mut words, |a, b| b.cmp(a));
        assert_eq!(words, ["two", "three", "seven", "one", "four", "five", ""]);
        order_by::<u8, u8>(&mut [], |n| *n);
    }
}
