//! Deaths that share the verb of one before them and are told by when or where: "one died at the scene and another after being
//! taken to hospital", "two died on the spot and a third on the way".

use super::{Link, Tally, doubles, number};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::clause::is_finite;
use crate::mention::quantity::ORDINALS;
use crate::report::{Amount, Bound, Kind};

/// How many chunks behind the verb the next one may stand.
const NEAR: usize = 9;

/// Where and when people die of their wounds.
const CARE: &[&str] = &[
    "hospital",
    "hospitals",
    "clinic",
    "surgery",
    "ambulance",
    "treatment",
    "way",
    "arrival",
    "transit",
    "scene",
    "spot",
    "route",
];

/// Those who died later than the people of `main`, a count of the frame that it names; its index is `at`.
pub fn deaths(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let chunks = reading.chunks(frame.sentence);
    let dies = main.kind == Kind::Killed && matches!(frame.predicate.lemma(), "die" | "succumb" | "pass away");
    let exact = main.amount.bound == Bound::Exact && matches!(main.link, Link::None | Link::Detail);
    let end = (frame.chunk + NEAR).min(chunks.len());
    let joined = |k: &usize| chunks[*k - 1].kind == ChunkKind::Conj;
    let found = (frame.chunk + 2..end).filter(joined).find_map(|k| {
        let amount = next_ones(reading, frame.sentence, k)?;
        let last = told_later(reading, frame.sentence, k + 1)?;
        Some((amount, chunks[k].tokens.start..chunks[last].tokens.end))
    });
    let row = found.filter(|_| dies && exact).map(|(amount, tokens)| {
        let who = reading.text.words(&tokens).to_string();
        main.beside(at, amount, who, tokens)
    });
    row.into_iter().collect()
}

/// "another", "a third", "the other", "two": the phrase at chunk `k`.
fn next_ones(reading: Reading, sentence: usize, k: usize) -> Option<Amount> {
    let (phrase, tokens) = reading.phrase(sentence, k)?;
    if phrase.bare_number {
        return number(reading, phrase).map(|c| c.amount).filter(|a| a.bound == Bound::Exact);
    }
    let head = reading.tagged.key(phrase.head);
    // "… and two people later in hospital"
    if phrase.quantity.is_some() && matches!(head, "people" | "persons" | "others" | "victims") {
        return number(reading, phrase).map(|c| c.amount).filter(|a| a.bound == Bound::Exact);
    }
    let article = phrase.det == Determiner::Indefinite || phrase.det == Determiner::Definite;
    let rank = tokens.len() == 2 && article && (ORDINALS.contains(&head) || head == "other");
    let another = phrase.pronoun && head == "another";
    (rank || another).then(|| Amount::exact(1, reading.text.words(tokens).to_string()))
}

/// The last chunk of what tells a later death from chunk `k` on: "after being taken to hospital", "later in hospital", "on the way".
fn told_later(reading: Reading, sentence: usize, k: usize) -> Option<usize> {
    let chunks = reading.chunks(sentence);
    let key = |k: usize| if k < chunks.len() { reading.chunk_key(sentence, k) } else { "" };
    let being = key(k) == "after" && key(k + 1) == "being";
    let care = |k: usize| {
        let house = reading.phrase(sentence, k + 1).is_some_and(|(p, _)| CARE.contains(&reading.tagged.key(p.head)));
        (house && chunks[k].kind == ChunkKind::Prep).then_some(k + 1)
    };
    let last = if being {
        Some(k + 1)
    } else if key(k) == "later" {
        care(k + 1).or(Some(k))
    } else if matches!(chunks.get(k)?.kind, ChunkKind::Time) {
        Some(k)
    } else if chunks[k].kind == ChunkKind::Prep && chunks.get(k + 1).is_some_and(|c| c.kind == ChunkKind::Time) {
        Some(k + 1)
    } else {
        care(k)
    };
    let last = last?;
    let verb = chunks.get(last + 1).is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if is_finite(g)));
    (!verb).then_some(last)
}

/// Takes out the wounded whom the words for a later death bring to hospital.
pub fn drop_treated(tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        let own = &tallies[at];
        let dead = |t: &Tally| {
            t.kind == Kind::Killed
                && matches!(t.link, Link::Beside(_))
                && t.tokens.contains(&own.tokens.start)
                && t.frame != own.frame
        };
        let named = tallies.iter().any(|t| matches!(t.link, Link::PartOf(k) | Link::Older(k) | Link::Beside(k) if k == at));
        if own.kind == Kind::Wounded && !named && tallies.iter().any(dead) {
            doubles::remove(tallies, at);
        } else {
            at += 1;
        }
    }
}

/// Words of a death at once.
pub const AT_ONCE: &[&str] = &["spot", "instantly", "scene", "instantaneously", "immediately", "outright"];

/// Words of a death that came later.
const LATER: &[&str] = &["hospital", "later", "treatment", "hospitals", "clinic", "centre", "center", "way"];

/// "Four died on the spot and one succumbed on the way to hospital": who died later is one more.
pub fn on_the_spot_and_later(reading: Reading, tallies: &mut [Tally]) {
    let frame = |t: &Tally| &reading.parse.frames[t.frame];
    let holds = |t: &Tally, words: &[&str]| {
        let clause = reading.clause(frame(t).sentence, frame(t).clause);
        (frame(t).trigger.start..clause.end).any(|i| words.contains(&reading.tagged.key(i)))
    };
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let before = |t: &Tally| {
            t.kind == Kind::Killed
                && t.frame != own.frame
                && frame(t).sentence + 1 >= frame(own).sentence
                && t.amount.bound != Bound::None
                && holds(t, AT_ONCE)
        };
        let fits = own.kind == Kind::Killed
            && matches!(own.link, Link::None | Link::Detail)
            && own.amount.bound == Bound::Exact
            && (frame(own).predicate.lemma() == "succumb" || holds(own, LATER))
            && !holds(own, AT_ONCE)
            && tallies[..at].iter().any(before);
        if fits {
            (tallies[at].additional, tallies[at].link) = (true, Link::None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn one_at_the_scene_and_another_later() {
        for text in [
            "Two men were shot in Camden on Monday. One died on arrival at hospital and another after being taken to surgery.",
            "Two teenagers were stabbed in Leeds on Monday: one died at the scene and the other later in hospital.",
        ] {
            assert_eq!((total(text, Kind::Killed), total(text, Kind::Wounded)), (2, 0), "{text}");
        }
        assert_eq!(
            total("Two climbers died on the spot near Chamonix on Monday and a third on the way to hospital.", Kind::Killed),
            3
        );
    }
}
