//! Further wounded whom only their transport tells: "six wounded reached the hospital; another two were driven to the capital".

use super::{Link, Tally, number, split};
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Slot;
use crate::report::{Bound, Kind};

/// Verbs that take the wounded somewhere.
const CARRIED: &[&str] =
    &["driven", "flown", "airlifted", "taken", "rushed", "moved", "transferred", "ferried", "referred", "carried", "transported"];

/// Adds the "another two" of a sentence that counts wounded.
pub fn others(reading: Reading, tallies: &mut Vec<Tally>) {
    for sentence in 0..reading.parse.sentences.len() {
        let chunks = reading.chunks(sentence);
        for k in 1..chunks.len() {
            let Some((phrase, tokens)) = reading.phrase(sentence, k).filter(|(p, _)| p.bare_number) else { continue };
            let Some(counted) = number(reading, phrase).filter(|c| c.additional && c.amount.bound == Bound::Exact) else {
                continue;
            };
            let taken =
                reading.frames_of(sentence).any(|f| f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).any(|c| c == k));
            let carried = matches!(&chunks.get(k + 1).map(|c| &c.kind), Some(ChunkKind::Verb(g))
                if g.passive && CARRIED.contains(&reading.tagged.key(g.main)));
            if taken || !carried {
                continue;
            }
            let before = |t: &Tally| {
                reading.parse.frames[t.frame].sentence == sentence && t.tokens.end <= tokens.start && t.kind == Kind::Wounded
            };
            let Some(at) = tallies.iter().rposition(before) else { continue };
            let end = chunks[k + 1].tokens.end;
            let row = Tally {
                additional: true,
                link: Link::None,
                ..Tally::plain(
                    Kind::Wounded,
                    counted.amount,
                    reading.text.words(tokens).to_string(),
                    tokens.start..end,
                    tallies[at].frame,
                )
            };
            split::insert(tallies, at + 1, row);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Kind;

    #[test]
    fn another_two_are_wounded_too() {
        let text =
            "Six wounded people had reached the hospital in Asadabad by Monday; another two were driven towards Jalalabad.";
        let totals = report(text).casualties.totals;
        assert_eq!(totals.iter().find(|t| t.kind == Kind::Wounded).map(|t| t.value.low), Some(8));
    }
}
