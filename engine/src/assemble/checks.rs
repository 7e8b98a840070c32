//! Checks: what a careful reader should notice about the figures, and what the article does not say.

use super::Source;
use super::casualties::count_id;
use crate::report::{Bound, Check, CheckType, Kind, Report};
use crate::scope::Scope;

/// Kinds whose silence is worth saying where there was an event.
const EXPECTED: &[(Kind, &str)] = &[
    (Kind::Killed, "The article does not say whether anyone was killed."),
    (Kind::Wounded, "The article does not say whether anyone was wounded."),
];

pub fn checks(source: &Source, report: &Report) -> Vec<Check> {
    let mut checks = Vec::new();
    for total in report.casualties.totals.iter().filter(|t| t.disputed) {
        let facts: Vec<String> = total
            .counted
            .iter()
            .chain(total.left_out.iter().filter(|o| o.because == crate::report::Reason::Rival).map(|o| &o.count))
            .cloned()
            .collect();
        let evidence =
            report.casualties.counts.iter().filter(|c| facts.contains(&c.id)).flat_map(|c| c.evidence.clone()).collect();
        checks.push(Check {
            kind: CheckType::SourcesDisagree,
            text: "The sources give different figures.".to_string(),
            facts,
            evidence,
        });
    }
    for sum in &source.ledger.comparisons {
        let (kind, text) = match sum.agrees {
            true => (CheckType::SumAgrees, "The figures listed add up to the number given."),
            false => (CheckType::SumDisagrees, "The figures listed do not add up to the number given."),
        };
        let rows = &report.casualties.counts;
        let told = || std::iter::once(sum.whole).chain(sum.parts.iter().copied());
        let evidence = told().flat_map(|i| rows[i].evidence.clone()).collect();
        checks.push(Check { kind, text: text.to_string(), facts: told().map(count_id).collect(), evidence });
    }
    for (i, relation) in source.ledger.relations.iter().enumerate() {
        let rows = &report.casualties.counts;
        // "Twelve killed" over a text that counts 14, where the headline names no part of them.
        let lower = relation.part_of.filter(|_| rows[i].victims.is_empty() && rows[i].value.low > 1);
        let Some(main) = relation.superseded_by.or(lower) else { continue };
        let title = |k: usize| rows[k].evidence.first().is_some_and(|e| e.in_title);
        if title(i) && !title(main) {
            let evidence = rows[i].evidence.iter().chain(&rows[main].evidence).cloned().collect();
            let text = "The headline gives another figure than the text.".to_string();
            checks.push(Check { kind: CheckType::HeadlineDisagrees, text, facts: vec![count_id(i), count_id(main)], evidence });
        }
    }
    let reading = source.reading;
    for (index, sentence) in reading.text.sentences.iter().enumerate() {
        if let Some((cue, _)) = reading.cues(sentence.tokens.clone()).find(|(_, name)| *name == "toll_open") {
            let told_here = |i: &usize| {
                let again = source.ledger.passages[*i].iter().any(|t| sentence.tokens.contains(&t.start));
                again || source.findings.counts[*i].setting.sentence == index
            };
            let facts = (0..source.findings.counts.len()).filter(told_here).map(count_id).collect();
            let evidence = source.spans.sentence_at(cue.tokens.start).into_iter().collect();
            checks.push(Check {
                kind: CheckType::MayRise,
                text: "The article says that the toll may rise.".to_string(),
                facts,
                evidence,
            });
        }
    }
    if super::facts::has_current_event(report) {
        for (kind, text) in EXPECTED {
            let told = report
                .casualties
                .totals
                .iter()
                .any(|t| t.kind == *kind || (t.kind == Kind::Casualties && t.value.bound != Bound::None));
            if !told {
                checks.push(Check {
                    kind: CheckType::NotStated,
                    text: (*text).to_string(),
                    facts: Vec::new(),
                    evidence: Vec::new(),
                });
            }
        }
        if super::facts::attackers(report).is_empty() && report.munitions.iter().any(|m| m.scope == Scope::Current) {
            let text = "The article does not say who attacked.".to_string();
            checks.push(Check { kind: CheckType::NotStated, text, facts: Vec::new(), evidence: Vec::new() });
        }
    }
    checks
}

#[cfg(test)]
mod tests {
    use crate::report::{CheckType, Report};
    use crate::{Options, read};

    fn report(title: &str, text: &str) -> Report {
        read(text, &Options { title: Some(title), ..Options::default() })
    }

    fn disagrees(title: &str, text: &str) -> bool {
        report(title, text).checks.iter().any(|c| c.kind == CheckType::HeadlineDisagrees)
    }

    #[test]
    fn a_headline_that_counts_fewer_than_the_text() {
        let text = "A bomb killed 14 people in a market on Monday, police said. Nine were hurt.";
        assert!(disagrees("12 killed in market bombing", text));
        assert!(!disagrees("14 killed in market bombing", text));
        assert!(!disagrees("Two children among dead in market bombing", text));
        let text = "A bomb killed 14 people, including three children, on Monday, police said.";
        assert!(!disagrees("Three children killed in market bombing", text));
    }

    #[test]
    fn rivals_are_disputed_and_not_stated() {
        let text = "The army said nine people were killed in the raid on Monday. The rebels said 16 people were killed.";
        let total = report("", text).casualties.totals.remove(0);
        assert!(total.disputed && !total.stated);
        let total = report("", "The army said nine people were killed in the raid on Monday.").casualties.totals.remove(0);
        assert!(!total.disputed && total.stated);
    }
}
