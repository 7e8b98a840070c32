//! The wounded who died before the text comes to tell how many there were: "a man's death from his injuries brought the toll to
//! two … the blast had killed a child and wounded nine".

use super::total::Sum;
use crate::event::count::Tally;
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::report::{Bound, Kind, Status};
use crate::scope::Scope;

/// How many of the wounded in `whole` died since, as the toll `dead` tells.
pub fn since(reading: Reading, findings: &Findings, whole: &[usize], dead: Option<&Sum>) -> u64 {
    let counts = &findings.counts;
    let ([wounded], Some(dead)) = (whole, dead) else { return 0 };
    let (own, toll) = (&counts[*wounded], dead.value.low);
    if dead.value.bound != Bound::Exact || own.fact.additional || own.fact.who.ends_with("others") || own.fact.amount.low <= toll
    {
        return 0;
    }
    let killed = |row: &&Placed<Tally>| {
        row.fact.kind == Kind::Killed
            && row.setting.scope == Scope::Current
            && row.setting.status != Status::Denied
            && row.fact.amount.bound == Bound::Exact
    };
    let beside: u64 = counts
        .iter()
        .filter(killed)
        .filter(|row| row.setting.sentence == own.setting.sentence)
        .map(|row| row.fact.amount.low)
        .sum();
    let before: Vec<_> = counts.iter().filter(killed).filter(|row| row.setting.sentence < own.setting.sentence).collect();
    let later = toll.saturating_sub(beside);
    if beside > 0 {
        let told = before.iter().any(|row| row.fact.amount.low == later && of_wounds(reading, row));
        return if told { later } else { 0 };
    }
    // "One more victim died in hospital, bringing the toll to three … Six people had been burned": they died one after another.
    let one = |row: &&&Placed<Tally>| row.fact.amount.low == 1;
    let more = before.iter().filter(one).any(|row| row.fact.who.to_lowercase().contains("more victim"));
    let all = before.iter().filter(|row| row.fact.amount.low != toll).all(|row| of_wounds(reading, row));
    if more && all && toll > 1 { toll } else { 0 }
}

/// Words of a death that follows a wound.
const WOUNDS: &[&str] = &["injuries", "wounds", "burns", "hospital", "succumbed", "treatment"];

fn of_wounds(reading: Reading, row: &Placed<Tally>) -> bool {
    let frame = &reading.parse.frames[row.fact.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let from = clause.start.min(row.fact.tokens.start);
    (from..clause.end.max(row.fact.tokens.end)).any(|i| WOUNDS.contains(&reading.tagged.key(i)))
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn who_died_since_leaves_the_wounded() {
        let text = "With the death of a man from his injuries, the toll of the explosion in Kolkata has gone up to two. A child had \
                    died and at least nine people were injured in the blast on Monday.";
        assert_eq!(total(text, Kind::Wounded), 8);
        let text = "Three people have now died of the blast in Kolkata, as one more victim died on Tuesday in hospital. Earlier \
                    another victim, Omar Haddad, had succumbed to his injuries. Six people suffered burns on Monday when a cylinder \
                    exploded in a shop.";
        assert_eq!(total(text, Kind::Wounded), 3);
        let text = "A man died in hospital on Tuesday after a blast in Kolkata. Six others were injured.";
        assert_eq!(total(text, Kind::Wounded), 6);
    }
}
