//! Whether the parts that the text lists add up to the number that it states.

use super::Relation;
use crate::event::Findings;
use crate::report::Bound;

/// A stated number with the parts that one sentence lists for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Index of the count that states the number.
    pub whole: usize,
    /// Indices of its parts.
    pub parts: Vec<usize>,
    /// The parts add up to it.
    pub agrees: bool,
}

/// Every stated number whose parts the text lists in full, and every one that its parts by place exceed.
pub fn comparisons(findings: &Findings, relations: &[Relation]) -> Vec<Comparison> {
    (0..findings.counts.len()).filter_map(|whole| comparison(findings, relations, whole)).collect()
}

fn comparison(findings: &Findings, relations: &[Relation], whole: usize) -> Option<Comparison> {
    let counts = &findings.counts;
    let stated = &counts[whole].fact.amount;
    if !matches!(stated.bound, Bound::Exact | Bound::AtLeast) {
        return None;
    }
    let is_part = |k: &usize| {
        let relation = &relations[*k];
        relation.part_of == Some(whole)
            && relation.superseded_by.is_none()
            && relation.same_as.is_none()
            && counts[*k].fact.kind == counts[whole].fact.kind
    };
    let parts: Vec<usize> = (0..counts.len()).filter(is_part).collect();
    // A list stands in one sentence.
    let sentences = parts.iter().map(|k| counts[*k].setting.sentence);
    let listed =
        |sentence: usize| -> Vec<usize> { parts.iter().copied().filter(|k| counts[*k].setting.sentence == sentence).collect() };
    let judged = |list: Vec<usize>| {
        let exact = list.iter().all(|k| counts[*k].fact.amount.bound == Bound::Exact);
        let sum: u64 = list.iter().map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
        // Groups may overlap ("six women and five doctors"), places do not.
        let place = |k: usize| counts[k].setting.place;
        let apart = (0..list.len()).all(|i| place(list[i]).is_some() && (0..i).all(|j| place(list[i]) != place(list[j])));
        let agrees = sum == stated.low;
        let told = list.len() >= 2 && exact && (agrees || apart && sum > stated.low && stated.bound == Bound::Exact);
        told.then_some(Comparison { whole, parts: list, agrees })
    };
    sentences.map(listed).find_map(judged)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::CheckType;

    fn checks(text: &str) -> Vec<CheckType> {
        let sums = |c: &CheckType| matches!(c, CheckType::SumAgrees | CheckType::SumDisagrees);
        report(text).checks.into_iter().map(|c| c.kind).filter(sums).collect()
    }

    #[test]
    fn parts_by_place_are_added_up() {
        let text =
            "Floods killed 21 people in Pakistan on Monday. Eleven were killed in Multan, seven in Lahore and three in Sialkot.";
        assert_eq!(checks(text), [CheckType::SumAgrees]);
        let text =
            "Floods killed 18 people in Pakistan on Monday. Eleven were killed in Multan, seven in Lahore and three in Sialkot.";
        assert_eq!(checks(text), [CheckType::SumDisagrees]);
    }

    #[test]
    fn some_of_them_need_not_add_up() {
        assert_eq!(checks("Floods killed 21 people in Multan on Monday, including three children and two women."), []);
    }
}
