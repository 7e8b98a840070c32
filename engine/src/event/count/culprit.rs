//! Pronouns for the one who did it: "a man stabbed a nurse; officers shot him, and he died at the scene".

use super::{Tally, doubles};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::Determiner;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people;
use crate::report::{Bound, Kind};
use crate::text::Tokens;

/// How many sentences back the deed may be told.
const NEAR: usize = 2;

/// Counts as attackers those whom a pronoun names and whose deed the text has just told, and drops their wounds where they died.
pub fn of_pronouns(reading: Reading, tallies: &mut Vec<Tally>) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let mut last: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < tallies.len() {
        let Some(pronoun) = pronoun(reading, &tallies[at]) else {
            at += 1;
            continue;
        };
        let own = &tallies[at];
        // "A guard shot him; he died": still the same one.
        let goes_on = last.filter(|(k, he)| {
            sentence(&tallies[*k]) + 1 >= sentence(own) && female(reading, *he) == female(reading, pronoun.start)
        });
        if goes_on.is_none() && !did_it(reading, tallies, at, &pronoun) {
            at += 1;
            continue;
        }
        let own = &mut tallies[at];
        (own.group, own.additional, own.of_wounded) = ("attackers", true, false);
        if own.kind == Kind::Killed
            && let Some((wound, _)) = goes_on
            && tallies[wound].kind == Kind::Wounded
        {
            doubles::remove(tallies, wound);
            at -= 1;
        }
        last = Some((at, pronoun.start));
        at += 1;
    }
}

/// "he" or "her" as the one harmed.
fn pronoun(reading: Reading, tally: &Tally) -> Option<Tokens> {
    let frame = &reading.parse.frames[tally.frame];
    let personal = |chunk: &usize| {
        let own = reading.phrase(frame.sentence, *chunk);
        own.is_some_and(|(p, _)| p.pronoun && matches!(reading.tagged.key(p.head), "he" | "him" | "she" | "her"))
    };
    let one = tally.anaphor && tally.amount.low == 1 && matches!(tally.kind, Kind::Killed | Kind::Wounded);
    let chunk = frame.filled(Slot::Victims).find(personal).filter(|_| one)?;
    Some(reading.phrase(frame.sentence, chunk)?.1.clone())
}

fn female(reading: Reading, pronoun: usize) -> bool {
    matches!(reading.tagged.key(pronoun), "she" | "her")
}

/// The one told last who harmed others is whom the pronoun means: guards or police harm him, or nobody else could be meant.
fn did_it(reading: Reading, tallies: &[Tally], at: usize, pronoun: &Tokens) -> bool {
    let frame = &reading.parse.frames[tallies[at].frame];
    let she = female(reading, pronoun.start);
    let near = |f: &&Frame| f.sentence + NEAR >= frame.sentence && f.trigger.start < pronoun.start && f.trigger != frame.trigger;
    let deeds = reading.parse.frames[..=tallies[at].frame].iter().rev().filter(near);
    let culprit = deeds
        .filter(|f| is_deed(f))
        .find_map(|f| f.filled(Slot::Agent).find(|c| is_one(reading, f.sentence, *c)).map(|c| (f, c)));
    let Some((deed, chunk)) = culprit else { return false };
    let Some((_, words)) = reading.phrase(deed.sentence, chunk) else { return false };
    if sex(reading, words).is_some_and(|female| female != she) {
        return false;
    }
    let guarded = |f: &Frame| f.filled(Slot::Agent).any(|c| is_guard(reading, f.sentence, c)) && is_shooting(f);
    // "officers shot him dead": the verb before the state.
    let victim_at = reading.chunks(frame.sentence).iter().position(|c| c.tokens.contains(&pronoun.start));
    let shot = |f: &Frame| f.chunk < frame.chunk && f.filled(Slot::Victims).any(|c| Some(c) == victim_at) && guarded(f);
    let by_guards = guarded(frame) || frame.predicate.lemma() == "dead" && reading.frames_of(frame.sentence).any(shot);
    // Nobody else of this sex is told of between.
    let between = |t: &Tally| t.tokens.end > words.end && t.tokens.start < pronoun.start;
    let victim = |t: &&Tally| {
        t.amount.low == 1 && t.amount.bound == Bound::Exact && pronoun_free(reading, t) && sex_of(reading, t) != Some(!she)
    };
    let victims = tallies.iter().filter(|t| between(t) && t.frame != tallies[at].frame).filter(victim).count();
    let others = || {
        (deed.sentence..=frame.sentence)
            .any(|s| (0..reading.chunks(s).len()).any(|c| is_rival(reading, s, c, words, pronoun, she)))
    };
    by_guards || victims == 0 && !others() && frame.filled(Slot::Agent).next().is_none()
}

/// People are harmed or a weapon is used.
fn is_deed(frame: &Frame) -> bool {
    match frame.sense {
        Sense::Harm(kind) => matches!(kind, Kind::Killed | Kind::Wounded | Kind::Casualties | Kind::Kidnapped),
        Sense::Weapon(_) | Sense::Event(_) => true,
        _ => false,
    }
}

/// "A lorry was driven into crowds, killing 86. The driver was shot dead by police": whom police kill behind the dead of an attack
/// with a vehicle.
pub fn of_drivers(reading: Reading, tallies: &mut [Tally]) {
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let frame = &reading.parse.frames[own.frame];
        let victim = frame.filled(Slot::Victims).next().and_then(|c| reading.phrase(frame.sentence, c));
        let drives = victim.is_some_and(|(p, _)| p.det == Determiner::Definite && reading.tagged.key(p.head) == "driver");
        let stopped = drives && own.amount.low == 1 && is_by_guards(reading, own) && is_shooting(frame);
        let harmed = |t: &Tally| matches!(t.kind, Kind::Killed | Kind::Wounded) && !is_by_guards(reading, t) && t.amount.low > 1;
        if stopped && tallies[..at].iter().any(harmed) {
            (tallies[at].group, tallies[at].additional, tallies[at].link) = ("attackers", true, super::Link::None);
        }
    }
}

/// Police or guards did it: "police shot a man".
pub fn is_by_guards(reading: Reading, tally: &Tally) -> bool {
    let frame = &reading.parse.frames[tally.frame];
    frame.filled(Slot::Agent).any(|c| is_guard(reading, frame.sentence, c))
}

/// Verbs by which police stop an attacker.
fn is_shooting(frame: &Frame) -> bool {
    matches!(
        frame.predicate.lemma(),
        "kill" | "shoot" | "shoot dead" | "gun down" | "wound" | "injure" | "neutralise" | "neutralize"
    )
}

/// A single person who is no guard: "a man", "the gunman", "a 19-year-old".
fn is_one(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let Some((phrase, tokens)) = reading.phrase(sentence, chunk) else { return false };
    let single = people::of_phrase(reading.tagged, tokens, phrase.head).map_or_else(
        || people::is_age_noun(reading.tagged.key(phrase.head)) && !reading.tagged.key(phrase.head).ends_with('s'),
        |p| !p.plural,
    );
    // "when resident David Gray began shooting"
    let named = tokens.len() > 1 && reading.text.tokens[phrase.head].capital && reading.places(tokens).next().is_none();
    let determined = matches!(phrase.det, Determiner::Definite | Determiner::Indefinite) || sentence == 0 || named;
    // "A Palestinian stabbed a man".
    let single = single
        || phrase.det == Determiner::Indefinite && super::nations::is_one_of_nation(reading, Kind::Killed, tokens, phrase.head);
    single && determined && phrase.quantity.is_none() && !is_guard(reading, sentence, chunk)
}

/// Police, soldiers, guards, or someone who happened to be there.
fn is_guard(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let Some((phrase, tokens)) = reading.phrase(sentence, chunk) else { return false };
    let group = people::of_phrase(reading.tagged, tokens, phrase.head).map_or("", |p| p.group);
    let head = reading.tagged.key(phrase.head);
    matches!(group, "police" | "soldiers") || GUARDS.contains(&head.strip_suffix('s').unwrap_or(head))
}

/// Those who stop attackers, of other groups than police and soldiers.
const GUARDS: &[&str] = &[
    "guard",
    "officer",
    "reservist",
    "deputy",
    "deputie",
    "agent",
    "sniper",
    "bystander",
    "passer-by",
    "bodyguard",
    "homeowner",
    "force",
    "police",
    "security",
    "troop",
    "marksman",
    "marksmen",
    "shopkeeper",
    "ranger",
    "gendarme",
    "commando",
    "patrol",
    "crew",
];

/// A noun for one person of this sex between deed and pronoun: whom "he" means is open.
fn is_rival(reading: Reading, sentence: usize, chunk: usize, culprit: &Tokens, pronoun: &Tokens, she: bool) -> bool {
    let Some((phrase, tokens)) = reading.phrase(sentence, chunk) else { return false };
    let between = tokens.start >= culprit.end && tokens.end <= pronoun.start;
    // "David Gray … police found Gray and shot him"
    let same =
        culprit.clone().any(|i| reading.text.tokens[i].capital && reading.tagged.key(i) == reading.tagged.key(phrase.head));
    if !between || same || phrase.pronoun || phrase.quantity.is_some() || is_guard(reading, sentence, chunk) {
        return false;
    }
    let name = phrase.det == Determiner::None
        && reading.text.tokens[phrase.head].capital
        && reading.places(tokens).next().is_none()
        && reading.times(tokens).next().is_none();
    let person = people::of_phrase(reading.tagged, tokens, phrase.head).is_some_and(|p| !p.plural) || name;
    person && sex(reading, tokens) != Some(!she)
}

/// The row is told by a noun or a name.
fn pronoun_free(reading: Reading, tally: &Tally) -> bool {
    pronoun(reading, tally).is_none()
}

/// Whether the words name a woman (true) or a man, where they say so.
fn sex(reading: Reading, tokens: &Tokens) -> Option<bool> {
    tokens.clone().rev().find_map(|i| {
        let key = reading.tagged.key(i);
        if FEMALE.contains(&key) || key.ends_with("woman") {
            Some(true)
        } else if MALE.contains(&key) || key.ends_with("man") && key != "german" && key != "woman" {
            Some(false)
        } else {
            None
        }
    })
}

fn sex_of(reading: Reading, tally: &Tally) -> Option<bool> {
    match tally.group {
        "women" => Some(true),
        "men" => Some(false),
        _ => sex(reading, &tally.tokens),
    }
}

/// Nouns for one woman or girl.
const FEMALE: &[&str] = &[
    "woman",
    "girl",
    "mother",
    "grandmother",
    "daughter",
    "granddaughter",
    "sister",
    "wife",
    "aunt",
    "niece",
    "widow",
    "girlfriend",
    "female",
    "schoolgirl",
    "nun",
    "actress",
    "waitress",
    "lady",
    "bride",
    "midwife",
];

/// Nouns for one man or boy.
const MALE: &[&str] = &[
    "man",
    "boy",
    "father",
    "grandfather",
    "son",
    "grandson",
    "brother",
    "husband",
    "uncle",
    "nephew",
    "widower",
    "boyfriend",
    "male",
    "schoolboy",
    "monk",
    "priest",
    "waiter",
    "imam",
    "groom",
];

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Kind;

    fn totals(text: &str) -> (u64, u64) {
        let totals = report(text).casualties.totals;
        let of = |kind| totals.iter().find(|t| t.kind == kind).map_or(0, |t| t.value.low);
        (of(Kind::Killed), of(Kind::Wounded))
    }

    #[test]
    fn an_attacker_shot_by_guards_is_not_the_victim() {
        let text = "A man stabbed a soldier in the neck near Nablus on Monday. A guard shot him; he died at the scene.";
        assert_eq!(totals(text), (1, 1));
        let text = "A gunman killed four people at a bar in Tucson on Friday. He was shot dead by officers.";
        assert_eq!(totals(text), (5, 0));
        let text = "A woman drove a car into a crowd in Leipzig on Monday, injuring seven people. She was shot by police and died in hospital.";
        assert_eq!(totals(text), (1, 7));
    }

    #[test]
    fn a_victim_is_no_attacker() {
        let text = "A gunman shot a shopkeeper in Tucson on Friday. He died in hospital.";
        assert_eq!(totals(text), (1, 0));
        let text = "A man shot his wife in Tucson on Friday. She died in hospital.";
        assert_eq!(totals(text), (1, 0));
    }

    #[test]
    fn a_toll_that_holds_the_attacker_is_whole() {
        let text = "Five people, including the gunman, were killed in a shooting in Tucson on Friday. He was shot dead by police after he opened fire at a bar.";
        assert_eq!(totals(text), (5, 0));
    }
}
