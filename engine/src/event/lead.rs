//! The lead: the main clause that carries the news, with its reason and its manner, in the article's own words.

use super::attribution::Saying;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::arguments::Arguments;
use crate::frame::chunk::ChunkKind;
use crate::frame::clause::is_finite;
use crate::frame::predicate::Sense;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::Kind;
use crate::text::Tokens;

mod later;
mod manner;
mod reason;
mod site;

/// What the lead tells. Every field is a range of tokens of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    pub sentence: usize,
    /// The event is told soon enough to be what the text is about.
    pub of_event: bool,
    /// The sentence without its dateline.
    pub told: Tokens,
    /// The subject with what hangs on it; none where it is a pronoun.
    pub who: Option<Tokens>,
    /// Chunk of the subject.
    pub subject: usize,
    /// The verb and all behind it up to the words for who says so.
    pub what: Tokens,
    /// "because of heavy rain", "in retaliation for a raid".
    pub why: Option<Tokens>,
    /// "when a bus plunged into a ravine", "by ramming a gate".
    pub how: Option<Tokens>,
    /// What a later sentence says that the doers did: "The attackers stopped the bus".
    pub course: Option<Tokens>,
    /// Index of a time mention.
    pub time: Option<usize>,
    /// Indices into the list of places.
    pub places: Vec<usize>,
    /// "at the gate of a police base in western Mosul", with the places that it names.
    pub site: Option<(Tokens, Vec<usize>)>,
}

/// Sentences of the body among which the lead is looked for.
const REACH: usize = 5;

/// Sentences of the body among which a text about an event tells it.
const SOON: usize = 3;

/// Sentences behind the lead that go on with how and why it happened.
const NEAR: usize = 3;

/// The longest answer, in tokens; a longer one ends at the last border of a phrase before.
const LONGEST: usize = 34;

/// Prepositions before a place where something is done.
const WHERE: &[&str] =
    &["in", "at", "near", "on", "outside", "inside", "off", "across", "to", "into", "around", "along", "throughout", "beneath"];

/// The lead; `wanted` are the sentences that tell the main event, if there is one.
pub fn find(reading: Reading, sayings: &[Saying], wanted: &[usize]) -> Option<Lead> {
    let body = |s: &usize| !reading.text.sentences[*s].in_title;
    let all: Vec<usize> = (0..reading.text.sentences.len()).filter(body).collect();
    let head = all.iter().copied().take(REACH);
    // What happened is told at once, or the text is about something else.
    let early = |s: &usize| all.iter().take(SOON).any(|k| k == s) || reading.text.sentences[*s].in_title;
    let event = wanted.iter().any(early);
    let wanted = if event { wanted } else { &[] };
    let told = wanted.iter().copied().filter(|s| all.iter().take(SOON).any(|k| k == s)).take(1);
    let lead = told.chain(head).find_map(|sentence| of_sentence(reading, sayings, sentence, event))?;
    // A later sentence gives the reason where it tells of the same event, or stands right behind the lead.
    let behind = || all.iter().copied().filter(|s| *s > lead.sentence);
    let about = |s: &usize| if wanted.is_empty() { *s == lead.sentence + 1 } else { wanted.contains(s) };
    let why = || behind().filter(about).find_map(|s| reason::cued(reading, s, None));
    let moved = || behind().take(NEAR).filter(|_| !wanted.is_empty()).find_map(|s| reason::of_deed(reading, s));
    let cause = || behind().take(NEAR).filter(|_| !wanted.is_empty()).find_map(|s| reason::explained(reading, s));
    let why = lead.why.clone().or_else(why).or_else(cause).or_else(moved);
    let course = behind().take(NEAR).filter(|_| !wanted.is_empty()).find_map(|s| manner::told_on(reading, sayings, s));
    let time = lead.time.or_else(|| {
        let own = |t: &&TimeMention| course.as_ref().is_some_and(|c| c.contains(&t.tokens.start)) && t.places_something();
        reading.times(course.as_ref()?).find(own).and_then(|t| reading.time_at(t.tokens.start))
    });
    let near: Vec<usize> = behind().take(NEAR).collect();
    let time = time.or_else(|| later::of_event(reading, &near).filter(|_| event));
    let step = || near.first().filter(|_| event).and_then(|s| later::of_same(reading, *s));
    let why = why.or_else(step);
    let nowhere = event && lead.site.is_none() && lead.places.is_empty();
    let site = lead.site.clone().or_else(|| near.iter().find_map(|s| site::of(reading, *s)).filter(|_| nowhere));
    let how = lead.how.clone().filter(|h| Some(h) != why.as_ref());
    let lead = Lead { why, how, course, time, site, of_event: event, ..lead };
    Some(if event { lead } else { later::of_calm(reading, lead, &near) })
}

fn of_sentence(reading: Reading, sayings: &[Saying], sentence: usize, event: bool) -> Option<Lead> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let verb = |k: usize| args.verb(k).filter(|g| !g.infinitive && !g.gerund);
    let in_main = |k: &usize| !is_subordinate(reading, sentence, *k) && args.subject(*k).first().is_some_and(|s| s < k);
    let verbs: Vec<usize> = (0..chunks.len()).filter(|k| verb(*k).is_some()).filter(in_main).collect();
    let mut main = *verbs.first()?;
    // "A man wounded in the blast died": the participle hangs on the subject of the verb behind it.
    if let Some(next) = verbs.get(1).copied().filter(|_| verb(main).is_some_and(|g| !is_finite(g) && !g.perfect)) {
        let apart = chunks[main + 1..next].iter().any(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Mark));
        if !apart && args.subject(next) == args.subject(main) {
            main = next;
        }
    }
    // "The governor said six people died": the news is what he says.
    let said = |k: usize| {
        let speech = reading.frames_of(sentence).find(|f| f.chunk == k && matches!(f.sense, Sense::Speech(_)));
        speech.and_then(|_| sayings.iter().find(|s| s.sentence == sentence && s.tokens.start > chunks[k].tokens.start))
    };
    // "Firing by troops killed four people, the army said": the parse has no subject for it.
    let before =
        sayings.iter().find(|s| s.sentence == sentence && s.tokens.end <= chunks[main].tokens.start && s.tokens.len() > 4);
    let speaks = reading.frames_of(sentence).any(|f| f.chunk == main && matches!(f.sense, Sense::Speech(_)));
    if let Some(saying) = before.filter(|_| speaks) {
        let inside = |k: &usize| saying.tokens.contains(&chunks[*k].tokens.start) && !is_subordinate(reading, sentence, *k);
        let own = |k: &usize| verb(*k).is_some_and(is_finite) && args.subject(*k).first().is_some_and(|s| s < k);
        let Some(told) = (0..main).find(|k| inside(k) && own(k)) else {
            return Some(Lead {
                what: trimmed(reading, &content(reading, &saying.tokens)),
                ..rest(reading, sentence, main, event)
            });
        };
        main = told;
    }
    if event && let Some(saying) = said(main) {
        main = (0..chunks.len())
            .filter(|k| verb(*k).is_some())
            .find(|k| saying.tokens.contains(&chunks[*k].tokens.start))
            .unwrap_or(main);
    }
    let subjects = args.subject(main);
    let subject = *subjects.first().filter(|s| **s < main)?;
    let (phrase, first) = reading.phrase(sentence, subject)?;
    let last = *subjects.iter().filter(|s| **s < main).max()?;
    let hangs = args.noun_prepositions(last).into_iter().map(|(_, p)| p).filter(|p| *p < main).max().unwrap_or(last);
    let end = chunks[hangs].tokens.end;
    // "An earthquake of magnitude 6.6".
    let figure = reading.tagged.key(end - 1) == "magnitude"
        && reading.text.tokens.get(end).is_some_and(|t| t.kind == crate::text::TokenKind::Number);
    let who = (!phrase.pronoun).then(|| first.start..end + usize::from(figure));
    let what = predicate(reading, sayings, sentence, main);
    Some(Lead { who, subject, what, ..rest(reading, sentence, main, event) })
}

/// What the sentence tells beside its clause.
fn rest(reading: Reading, sentence: usize, main: usize, event: bool) -> Lead {
    let tokens = reading.sentence(sentence);
    let inside = |t: &&TimeMention| !reading.text.in_dateline(t.tokens.start) && t.places_something();
    let clause = reading.chunks(sentence).get(main).map_or(tokens.clone(), |c| reading.clause(sentence, c.clause));
    // Of the clause of the main verb, else of the sentence; "since mid-April" comes last.
    let point = |t: &TimeMention| clause.contains(&t.tokens.start) as usize + 2 * (t.kind == TimeKind::Point) as usize;
    let time = reading.times(&tokens).filter(inside).min_by_key(|t| 3 - point(t)).map(|t| t.tokens.start);
    Lead {
        sentence,
        who: None,
        subject: 0,
        what: tokens.clone(),
        of_event: event,
        told: tokens.clone().find(|i| !reading.text.in_dateline(*i)).unwrap_or(tokens.start)..tokens.end,
        why: reason::of_lead(reading, sentence, main, event),
        how: manner::of_lead(reading, sentence, main, event),
        site: site::of(reading, sentence),
        course: None,
        time: time.and_then(|s| reading.time_at(s)),
        places: places(reading, &tokens),
    }
}

/// The words without the dateline before them.
fn content(reading: Reading, tokens: &Tokens) -> Tokens {
    let start = tokens.clone().find(|i| !reading.text.in_dateline(*i)).unwrap_or(tokens.start);
    start..tokens.end.min(start + LONGEST)
}

/// The chunk stands in a clause that a word such as "after" or "who" opens.
fn is_subordinate(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let clause = chunks[chunk].clause;
    let opener = chunks.iter().position(|c| c.clause == clause).filter(|k| chunks[*k].kind == ChunkKind::Subordinator);
    let Some(opener) = opener.filter(|k| *k < chunk) else { return false };
    // "The man, who was 34, died": the relative clause has its own verb.
    let verbs = chunks[opener..chunk].iter().filter(|c| matches!(&c.kind, ChunkKind::Verb(g) if is_finite(g))).count();
    let relative = matches!(reading.chunk_key(sentence, opener), "who" | "which" | "that" | "whose");
    !(relative && verbs > 0 && chunk > opener + 1)
}

/// The verb and what stands behind it, up to the words for who says so.
fn predicate(reading: Reading, sayings: &[Saying], sentence: usize, main: usize) -> Tokens {
    let chunks = reading.chunks(sentence);
    let start = chunks[main].tokens.start;
    let said = sayings.iter().find(|s| s.sentence == sentence && s.tokens.contains(&start)).map(|s| s.tokens.end);
    let limit = said.unwrap_or(reading.sentence(sentence).end);
    let fits = |k: &usize| chunks[*k].tokens.end <= limit && chunks[*k].tokens.end - start <= LONGEST;
    let last = (main..chunks.len()).take_while(fits).last().unwrap_or(main);
    trimmed(reading, &(start..chunks[last].tokens.end))
}

/// Without marks, commas and joining words at the end.
fn trimmed(reading: Reading, tokens: &Tokens) -> Tokens {
    let hangs =
        |i: usize| matches!(reading.tagged.key(i), "," | ";" | ":" | "." | "—" | "–" | "-" | "and" | "but" | "(" | "!" | "?");
    let end = tokens.clone().rev().find(|i| !hangs(*i)).map_or(tokens.end, |i| i + 1);
    tokens.start..end
}

/// It tells of harm or of an attack; an arrest or a rescue is done to somebody for a reason.
fn tells_harm(frame: &Frame) -> bool {
    match frame.sense {
        Sense::Harm(kind) => !matches!(kind, Kind::Arrested | Kind::Captured | Kind::Rescued | Kind::Evacuated | Kind::Kidnapped),
        Sense::Effect(_) | Sense::Event(_) => true,
        _ => false,
    }
}

/// The words from chunk `at` to the next comma, mark or clause; "that" and "while" go on.
fn to_border(reading: Reading, sentence: usize, at: usize) -> Tokens {
    let chunks = reading.chunks(sentence);
    let goes_on = |k: &usize| match chunks[*k].kind {
        ChunkKind::Comma | ChunkKind::Mark => false,
        ChunkKind::Subordinator => matches!(reading.chunk_key(sentence, *k), "that" | "while"),
        _ => true,
    };
    let mut last = (at + 1..chunks.len()).take_while(goes_on).last().unwrap_or(at);
    // "When their boat, which had left Kelm, sank": the remark is part of it.
    let verb = |k: usize| matches!(&chunks[k].kind, ChunkKind::Verb(_));
    let remark = matches!(reading.chunk_key(sentence, last + 2), "which" | "who") && !(at + 1..=last).any(verb);
    if remark && let Some(close) = (last + 3..chunks.len()).find(|k| chunks[*k].kind == ChunkKind::Comma) {
        last = (close + 1..chunks.len()).take_while(goes_on).last().unwrap_or(last);
    }
    let start = chunks[at].tokens.start;
    trimmed(reading, &(start..chunks[last].tokens.end.min(start + LONGEST)))
}

/// Places of the sentence that stand behind a word for where; else those of the dateline.
fn places(reading: Reading, sentence: &Tokens) -> Vec<usize> {
    let named = |p: &PlaceMention| matches!(p.form, PlaceForm::Name | PlaceForm::Definite);
    let own = || reading.places(sentence).map(|(_, p)| p).filter(|p| named(p) && !reading.text.in_dateline(p.tokens.start));
    // "The ministers of Egypt and Turkey met in Geneva": what stands behind "of" is the place only where no other is.
    let leads = |p: &PlaceMention| {
        let mut before = (sentence.start..p.tokens.start).rev().take(3).map(|i| reading.tagged.key(i));
        before.find(|key| *key == "of" || WHERE.contains(key))
    };
    let led = |p: &&PlaceMention| leads(p).is_some_and(|key| !matches!(key, "of" | "to"));
    let mut found: Vec<usize> = own().filter(led).map(|p| p.place).collect();
    if found.is_empty() {
        found = own().filter(|p| leads(p).is_some()).map(|p| p.place).collect();
    }
    if found.is_empty() {
        let line = reading.places(sentence).map(|(_, p)| p).filter(|p| reading.text.in_dateline(p.tokens.start));
        found = line.map(|p| p.place).take(1).collect();
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::super::sample::report;
    use crate::report::Question::{self, *};

    fn answer(text: &str, question: Question) -> String {
        report(text).key_facts.into_iter().find(|k| k.question == question).map(|k| k.answer).unwrap_or_default()
    }

    #[test]
    fn a_text_without_attack_has_answers_too() {
        let text = "The council of Kherson voted on Monday to repaint the bridge because of rust, the mayor said.";
        assert_eq!(answer(text, Who), "The council of Kherson");
        assert_eq!(answer(text, What), "voted on Monday to repaint the bridge because of rust");
        assert_eq!(answer(text, Why), "because of rust");
        assert_eq!(answer(text, When), "Monday (11 May 2026)");
        let text =
            "KHERSON — Teachers, who have not been paid since May, marched through Kherson on Monday to demand their wages.";
        assert_eq!(answer(text, Who), "Teachers");
        assert_eq!(answer(text, Why), "to demand their wages");
        assert_eq!(answer(text, Where), "Kherson");
        assert_eq!(answer("The ministers of Egypt and Turkey met in Geneva on Monday.", Where), "Geneva");
    }

    #[test]
    fn reasons_stand_behind_many_words() {
        let why = |text: &str| answer(text, Why);
        let said = "The governor of Kherson resigned on Monday after a court found that he had taken bribes.";
        assert_eq!(why(said), "after a court found that he had taken bribes");
        assert_eq!(why("Nurses in Kherson walked off the job on Monday over pay."), "over pay");
        assert_eq!(why("A court in Kherson jailed a mayor on Monday for hiding grain."), "for hiding grain");
        assert_eq!(why("The mayor of Kherson flew to Geneva on Monday, hours after a storm had passed."), "");
        let crash = "Nine people were killed when a bus fell into a ravine near Kherson on Monday.";
        assert_eq!(why(&format!("{crash} The driver lost control in fog, police said.")), "The driver lost control in fog");
        assert_eq!(why(&format!("{crash} Police blamed the accident on a brake fault.")), "a brake fault");
        assert_eq!(why(&format!("{crash} Police said the cause was not yet known.")), "");
        let raid = "Gunmen killed six people in Kherson on Monday.";
        assert_eq!(why(&format!("{raid} The motive was a dispute over land, police said.")), "a dispute over land");
    }

    #[test]
    fn how_tells_means_or_course() {
        let how = |text: &str| answer(text, How);
        assert_eq!(
            how("Two trains collided near Kherson on Monday, killing 12 people."),
            "Two trains collided near Kherson on Monday"
        );
        assert_eq!(how("Five workers died after inhaling gas in Kherson on Monday."), "after inhaling gas in Kherson on Monday");
        assert_eq!(how("Russian forces attacked Kherson with drones on Monday, killing two people."), "with drones");
        assert_eq!(
            how("A mayor was killed by a magnetic bomb attached to his car in Kherson."),
            "by a magnetic bomb attached to his car"
        );
        let raid = "Gunmen killed six people in Kherson on Monday. The attackers stopped a bus and shot the men.";
        assert_eq!(how(raid), "The attackers stopped a bus and shot the men");
        assert_eq!(
            answer("Gunmen shot six men at the gate of a mill in western Kherson on Monday.", Where),
            "at the gate of a mill in western Kherson"
        );
    }

    #[test]
    fn an_event_has_its_clause_its_cause_and_its_manner() {
        let text = "Six people were killed when a bus plunged into a ravine near Kherson on Monday, police said.";
        assert_eq!(answer(text, Who), "Six people");
        assert_eq!(answer(text, How), "when a bus plunged into a ravine near Kherson on Monday");
        let text = "Gunmen attacked a village near Kherson in retaliation for a raid, killing six people, police said.";
        assert_eq!(answer(text, Who), "gunmen");
        assert_eq!(answer(text, Why), "in retaliation for a raid");
        let text = "The governor said that a fire killed two people in Kherson. The fire was caused by a gas leak.";
        assert_eq!(answer(text, Why), "caused by a gas leak");
    }
}
