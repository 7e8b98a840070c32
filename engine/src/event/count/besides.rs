//! Dead attackers whom a count leaves out and the text tells beside it: "in addition to the assailant, nine people were killed".

use super::{Link, Tally, number};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::lexicon::Form;
use crate::lexicon::Table;
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// Words that put the attackers beside those whom they killed.
const BESIDES: &[&[&str]] =
    &[&["in", "addition", "to"], &["besides"], &["apart", "from"], &["aside", "from"], &["as", "well", "as"], &["along", "with"]];

/// A count of the attackers beside each count of killed whose sentence sets them apart.
pub fn attackers(reading: Reading, tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        let own = &tallies[at];
        let first = !tallies[..at].iter().any(|t| t.frame == own.frame);
        let told = first && own.kind == Kind::Killed && own.link == Link::None && own.amount.bound != Bound::None;
        let found = told.then(|| beside(reading, own)).flatten();
        let known =
            |t: &Tally, tokens: &Tokens| t.tokens.start <= tokens.start && tokens.end <= t.tokens.end && t.group == "attackers";
        if let Some(extra) = found.filter(|e| !tallies.iter().any(|t| known(t, &e.tokens))) {
            tallies.push(extra);
        }
        at += 1;
    }
}

fn beside(reading: Reading, own: &Tally) -> Option<Tally> {
    let frame = &reading.parse.frames[own.frame];
    let range = reading.sentence(frame.sentence);
    let fits = |i: usize, words: &[&str]| words.iter().enumerate().all(|(k, w)| reading.tagged.key(i + k) == *w);
    let after = range.clone().find_map(|i| BESIDES.iter().find(|w| fits(i, w)).map(|w| i + w.len()))?;
    let chunks = reading.chunks(frame.sentence);
    let chunk = chunks.iter().position(|c| c.tokens.start == after)?;
    // "In addition to the mayor and the assailant": the last of a pair.
    let second = chunks.get(chunk + 1).filter(|c| c.kind == ChunkKind::Conj).map(|_| chunk + 2);
    let attacker = |k: usize| {
        let (phrase, tokens) = reading.phrase(frame.sentence, k)?;
        let group = people::of_phrase(reading.tagged, tokens, phrase.head)?.group;
        (group == "attackers").then_some((phrase, tokens))
    };
    let (phrase, tokens) = attacker(chunk).or_else(|| attacker(second?))?;
    let amount = amount(reading, frame.sentence, phrase, tokens)?;
    let who = reading.text.words(tokens).to_string();
    Some(Tally { group: "attackers", additional: true, ..Tally::plain(Kind::Killed, amount, who, tokens.clone(), own.frame) })
}

/// "the assailant": one; "the two bombers": two; "the bombers": the number that the text gave them before.
fn amount(reading: Reading, sentence: usize, phrase: &Phrase, tokens: &Tokens) -> Option<Amount> {
    if phrase.quantity.is_some() {
        return number(reading, phrase).map(|c| c.amount);
    }
    let row = reading.tagged.ending(Table::People, tokens.start, phrase.head + 1)?;
    if row.entry.form != Form::Plural {
        return (phrase.det != Determiner::None).then(|| Amount::exact(1, reading.text.words(tokens).to_string()));
    }
    let told = (0..sentence).rev().flat_map(|s| (0..reading.chunks(s).len()).map(move |k| (s, k)));
    let mut same = told.filter_map(|(s, k)| {
        let (before, words) = reading.phrase(s, k).filter(|(p, _)| p.quantity.is_some())?;
        let group = people::of_phrase(reading.tagged, words, before.head)?.group;
        number(reading, before).filter(|_| group == "attackers").map(|c| c.amount)
    });
    same.next().filter(|a| a.bound == Bound::Exact)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn those_set_beside_a_number_between_commas() {
        let text = "At least 14 others, in addition to the mayor and the assassin, were killed in Mopti on Monday.";
        assert_eq!(total(text, Kind::Killed), 16);
        assert_eq!(total("Nine guests, besides the owner and his wife, were killed in Mopti on Monday.", Kind::Killed), 11);
    }

    #[test]
    fn two_verbs_of_one_object() {
        let text = "Raiders attacked a village near Mopti, killing and mutilating an estimated 70 to over 90 people.";
        assert_eq!(total(text, Kind::Killed), 70);
    }
}
