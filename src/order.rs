//! The orders in which the rows of the ledger can stand: as in the article, or by a column.

use crate::ordered::order;
use factbox_engine::report::Count;
use std::cmp::Ordering;

/// A count with the names that its ids stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The count.
    pub count: Count,
    /// Name of its place.
    pub place: Option<String>,
    /// Name of who says so.
    pub source: Option<String>,
}

/// A column of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Column {
    Kind,
    Number,
    Who,
    Where,
    Source,
}

impl Column {
    /// The columns as they stand.
    pub const ALL: [Column; 5] = [Column::Kind, Column::Number, Column::Who, Column::Where, Column::Source];

    /// Largest numbers are asked for first, names from A.
    fn first_is_reversed(self) -> bool {
        self == Column::Number
    }
}

/// An order by a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub by: Column,
    /// From the largest, from Z.
    pub reversed: bool,
}

impl Order {
    /// The order after a press on the head of `column`: its usual order, then the reverse, then as in the article.
    pub fn after_press(now: Option<Order>, column: Column) -> Option<Order> {
        let usual = column.first_is_reversed();
        match now {
            Some(order) if order.by == column && order.reversed != usual => None,
            Some(order) if order.by == column => Some(Order { by: column, reversed: !order.reversed }),
            _ => Some(Order { by: column, reversed: usual }),
        }
    }

    /// Sorts rows; equal ones keep their order. Rows that have nothing in the column stand last in either direction.
    pub fn sort(self, rows: &mut Vec<Row>) {
        let turned = |order: Ordering| if self.reversed { order.reverse() } else { order };
        let names = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => turned(a.to_lowercase().cmp(&b.to_lowercase())),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        let compare = |a: &Row, b: &Row| match self.by {
            Column::Kind => turned(a.count.kind.cmp(&b.count.kind)),
            Column::Number => turned(a.count.value.figure().cmp(&b.count.value.figure())),
            Column::Who => turned(a.count.who.to_lowercase().cmp(&b.count.who.to_lowercase())),
            Column::Where => names(&a.place, &b.place),
            Column::Source => names(&a.source, &b.source),
        };
        // Rows are large: their numbers move, not they.
        let mut places: Vec<usize> = (0..rows.len()).collect();
        order(&mut places, |&a, &b| compare(&rows[a], &rows[b]));
        *rows = places.into_iter().map(|place| rows[place].clone()).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use factbox_engine::report::Kind;

    fn row(n: u64, place: Option<&str>) -> Row {
        let count = fixture::count(&format!("c{n}"), Kind::Killed, n);
        Row { count, place: place.map(String::from), source: None }
    }

    fn numbers(order: Order, rows: &[Row]) -> Vec<u64> {
        let mut rows = rows.to_vec();
        order.sort(&mut rows);
        rows.iter().map(|r| r.count.value.low).collect()
    }

    #[test]
    fn a_third_press_brings_the_articles_order_back() {
        let mut order = None;
        let seen: Vec<_> = (0..3)
            .map(|_| {
                order = Order::after_press(order, Column::Number);
                order.map(|o| o.reversed)
            })
            .collect();
        assert_eq!(seen, [Some(true), Some(false), None]);
        assert_eq!(
            Order::after_press(Some(Order { by: Column::Kind, reversed: true }), Column::Where).map(|o| o.by),
            Some(Column::Where)
        );
    }

    #[test]
    fn rows_without_a_place_stand_last_either_way() {
        let rows = [row(1, None), row(2, Some("Odesa")), row(30, Some("Izmail")), row(4, Some("Odesa"))];
        assert_eq!(numbers(Order { by: Column::Where, reversed: false }, &rows), [30, 2, 4, 1]);
        assert_eq!(numbers(Order { by: Column::Where, reversed: true }, &rows), [2, 4, 30, 1]);
        assert_eq!(numbers(Order { by: Column::Number, reversed: true }, &rows), [30, 4, 2, 1]);
    }
}
