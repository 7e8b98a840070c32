//! Nearby: the place of a fact that no word of its own clause ties to one, from the rest of its sentence, the sentences
//! before it, or the lead.

use super::location::told;
use super::locative::{HOME, chunk_at, is_affix, opens};
use super::nested;
use super::reading::Reading;
use super::{journey, sites};
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::report::PlaceType;
use crate::scope::Scope;

/// How many sentences back a place still holds.
const CARRY_SENTENCES: usize = 3;

/// The lead: how many sentences may give the place of the news.
const LEAD_SENTENCES: usize = 3;

/// What leads "to" a place where nothing need have happened.
const JOURNEYS: &[&str] = &[
    "trip",
    "visit",
    "journey",
    "tour",
    "return",
    "returned",
    "transfer",
    "sent",
    "exports",
    "loan",
    "fled",
    "flee",
    "fleeing",
    "flown",
    "airlifted",
    "escaped",
    "transferred",
    "helicopter",
];

/// A place of less confidence is not taken where no word ties it.
pub const SURE: f64 = 0.5;

/// The place of an earlier event that names none of its own: that of the news. A sum belongs to the country of the news.
pub fn of_context(reading: Reading, frame: &Frame, scope: Scope) -> Option<usize> {
    let sentence = reading.sentence(frame.sentence);
    let places = &reading.mentions.places;
    if scope == Scope::Cumulative {
        let news = || of_lead(reading, frame.sentence).map(|m| places.mentions[m].place);
        return of_nation(reading, frame).or_else(|| country_of(reading, news()?));
    }
    let named =
        |(_, p): &(usize, &PlaceMention)| !matches!(p.form, PlaceForm::Adjective | PlaceForm::People | PlaceForm::Definite);
    let points = sentence.clone().any(|i| matches!(reading.tagged.key(i), "there" | "here" | "same"));
    if !points && reading.places(&sentence).any(|p| named(&p)) {
        return None;
    }
    paragraph(reading, frame.sentence).or_else(|| of_lead(reading, frame.sentence))
}

/// "Norvian gangs killed 400 people last year": the country of those who did it.
pub fn of_nation(reading: Reading, frame: &Frame) -> Option<usize> {
    let agent =
        |p: &PlaceMention| frame.filled(Slot::Agent).any(|c| reading.chunks(frame.sentence)[c].tokens.contains(&p.tokens.start));
    let sentence = reading.sentence(frame.sentence);
    reading.places(&sentence).find(|(_, p)| p.form == PlaceForm::Adjective && agent(p)).map(|(i, _)| i)
}

/// The last place that the sentences before in the same paragraph name in their own right.
fn paragraph(reading: Reading, sentence: usize) -> Option<usize> {
    let sentences = &reading.text.sentences;
    let here = sentences.get(sentence)?.paragraph;
    let back = (0..sentence).rev().take_while(|s| sentences[*s].paragraph == here);
    back.filter_map(|s| told_in(reading, s).or_else(|| near(reading, s))).find(|m| !is_country(reading, *m))
}

/// The first mention of the country that holds `place`, where the text names it.
fn country_of(reading: Reading, place: usize) -> Option<usize> {
    let places = &reading.mentions.places;
    let country = (0..places.list.len()).find(|c| {
        let outer = &places.list[*c];
        matches!(outer.kind, PlaceType::Country | PlaceType::Area) && places.within(place, *c)
    })?;
    places.mentions.iter().position(|m| m.place == country)
}

/// The one place that a sentence names, with those that hold it; a country or who speaks only where nothing else is named.
pub fn near(reading: Reading, sentence: usize) -> Option<usize> {
    let places = &reading.mentions.places;
    let range = reading.sentence(sentence);
    let chunks = reading.chunks(sentence);
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    let named = |(i, p): &(usize, &PlaceMention)| {
        let own = !matches!(p.form, PlaceForm::Adjective | PlaceForm::People) && !reading.text.in_dateline(p.tokens.start);
        let at = chunk_at(chunks, p.tokens.start);
        // "A couple from Kelm", "which is based in Kelm": where they come from.
        let before = |n: usize| p.tokens.start.checked_sub(n).filter(|i| range.contains(i)).map_or("", |i| reading.tagged.key(i));
        let home = before(1) == "from" || HOME.contains(&before(2)) || before(1) == "to" && JOURNEYS.contains(&before(2));
        own && !home
            && !sites::is_held_there(reading, sentence, *i)
            && !journey::is_end_of_way(reading, sentence, *i)
            && !is_affix(reading, p)
            && at.is_some_and(|at| !sites::is_said_there(reading, sentence, at))
            && at.is_some_and(|at| !is_joined_name(reading, sentence, at) && !nested::names_raider(reading, sentence, at, *i))
    };
    let one = |countries: bool| {
        let mut found: Option<usize> = None;
        for (i, p) in reading.places(&range).filter(named).filter(|(i, _)| is_country(reading, *i) == countries) {
            match found.map(|m| places.mentions[m].place) {
                None => found = Some(i),
                Some(known) if places.within(p.place, known) => found = Some(i),
                Some(known) if p.place == known || places.within(known, p.place) => {}
                Some(_) => return None,
            }
        }
        found
    };
    let others = reading.places(&range).any(|p| named(&p) && !is_country(reading, p.0));
    let found = if others { one(false) } else { one(true) };
    found.filter(|m| !talks && places.list[places.mentions[*m].place].confidence >= SURE)
}

/// The phrase at chunk `at` goes on with a name: "the Kelm Post".
fn is_joined_name(reading: Reading, sentence: usize, at: usize) -> bool {
    let Some((phrase, tokens)) = reading.phrase(sentence, at) else { return false };
    let last = reading.places(tokens).map(|(_, p)| p.tokens.end).max().unwrap_or(tokens.end);
    last <= phrase.head && reading.text.tokens[phrase.head].capital && !matches!(reading.tagged.key(last), "'s" | "'")
}

/// The last place that the sentences before in the same paragraph, or the paragraph before, tie to harm or open with.
pub fn carried(reading: Reading, sentence: usize) -> Option<usize> {
    let sentences = &reading.text.sentences;
    let here = sentences.get(sentence)?;
    let low = sentence.saturating_sub(CARRY_SENTENCES);
    if let Some(own) = told_in(reading, sentence).filter(|m| !is_country(reading, *m)) {
        return Some(own);
    }
    for s in (low..sentence).rev() {
        if sentences[s].paragraph + 1 < here.paragraph {
            break;
        }
        let range = &sentences[s].tokens;
        let told = told_in(reading, s);
        let named = |p: &PlaceMention| p.form != PlaceForm::Adjective && p.form != PlaceForm::People;
        let opening = reading
            .places(range)
            .find(|(i, p)| named(p) && opens(reading, s, *i) && !journey::is_end_of_way(reading, s, *i))
            .map(|(i, _)| i);
        let found = told.or(opening).filter(|m| !is_country(reading, *m));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first place that the frames of `sentence` are tied to.
fn told_in(reading: Reading, sentence: usize) -> Option<usize> {
    reading.frames_of(sentence).filter(|f| reading.bears(f)).find_map(|f| told(reading, f).into_iter().next())
}

/// "… to a clinic in Kelm; two men were arrested there": the place named last before the word.
pub fn of_there(reading: Reading, frame: &Frame) -> Option<usize> {
    let sentence = reading.sentence(frame.sentence);
    let clause = reading.clause(frame.sentence, frame.clause);
    let is = |i: usize| matches!(reading.tagged.key(i), "is" | "are" | "was" | "were" | "have" | "has" | "had");
    let there = clause.clone().find(|i| reading.tagged.key(*i) == "there" && !is(i + 1))?;
    let named =
        |(_, p): &(usize, &PlaceMention)| !matches!(p.form, PlaceForm::Adjective | PlaceForm::People | PlaceForm::Modifier);
    reading.places(&(sentence.start..there)).filter(named).last().map(|(i, _)| i)
}

/// "While authorities in Kelm reported no casualties": beside a clause that tells of another place, the place of who speaks.
pub fn of_voice(reading: Reading, frame: &Frame) -> Option<usize> {
    let clause = reading.clause(frame.sentence, frame.clause);
    let named =
        |(i, p): &(usize, &PlaceMention)| matches!(p.form, PlaceForm::Name | PlaceForm::Modifier) && !is_country(reading, *i);
    // The comma before the word may stand in its clause.
    let while_opens = || clause.clone().take(2).any(|i| matches!(reading.tagged.key(i), "while" | "whilst" | "whereas"));
    let mut here = reading.places(&clause).filter(named).map(|(i, _)| i);
    let only = here.next().filter(|_| while_opens())?;
    here.next().is_none().then_some(only)
}

/// The one place that headline and lead tie to harm, where a sentence of the body tells none; none where they name several.
pub fn of_lead(reading: Reading, sentence: usize) -> Option<usize> {
    let sentences = sentence.min(LEAD_SENTENCES);
    reading.memo.lead(sentences, || told_by_lead(reading, sentences))
}

fn told_by_lead(reading: Reading, sentences: usize) -> Option<usize> {
    let places = &reading.mentions.places;
    let mut lead = None;
    for s in 0..sentences {
        for frame in reading.frames_of(s).filter(|f| reading.bears(f)) {
            for mention in told(reading, frame) {
                let place = places.mentions[mention].place;
                match lead.map(|m: usize| places.mentions[m].place) {
                    None => lead = Some(mention),
                    Some(known) if known == place || places.within(known, place) => {}
                    Some(known) if places.within(place, known) => lead = Some(mention),
                    Some(_) => return None,
                }
            }
        }
    }
    lead
}

fn is_country(reading: Reading, mention: usize) -> bool {
    let places = &reading.mentions.places;
    places.list[places.mentions[mention].place].kind == PlaceType::Country
}

#[cfg(test)]
mod tests {
    use super::super::sample::{places, report};
    use crate::report::PlaceRole;
    use crate::scope::Scope;

    /// Name of the place of each count.
    fn where_counted(text: &str) -> Vec<String> {
        let read = report(text);
        let name = |id: &Option<String>| read.places.iter().find(|p| Some(&p.id) == id.as_ref()).map(|p| p.name.clone());
        read.casualties.counts.iter().map(|c| name(&c.place).unwrap_or_default()).collect()
    }

    #[test]
    fn an_earlier_event_at_the_place_of_the_news() {
        let text = "A shell hurt one man in Kherson on Monday. Two years ago a similar attack there killed three.";
        assert_eq!(where_counted(text), ["Kherson", "Kherson"]);
        let kherson: Vec<_> = report(text).places.iter().map(|p| (p.role, p.scope, p.evidence.len())).collect();
        assert_eq!(kherson, [(PlaceRole::Hit, Scope::Current, 1), (PlaceRole::Hit, Scope::Background, 1)]);
    }

    #[test]
    fn an_earlier_event_elsewhere() {
        let text = "Shells hit a bus in Sumy. It comes four days after an attack on Izium that killed six people.";
        assert_eq!(where_counted(text), ["Izium"]);
        assert_eq!(places(text, PlaceRole::Hit), ["Sumy", "Izium"]);
    }

    #[test]
    fn who_is_harmed_does_not_speak() {
        assert_eq!(where_counted("Heat killed about 450 people in Multan, a rapid study suggests."), ["Multan"]);
    }

    #[test]
    fn there_and_the_clause_beside() {
        let text = "The body was taken to a clinic in Sumy; two men were arrested there.";
        assert_eq!(where_counted(text).last().map(String::as_str), Some("Sumy"));
    }

    #[test]
    fn the_one_place_of_a_sentence() {
        assert_eq!(where_counted("The Multan hospital's director counted six people killed by the heat."), ["Multan"]);
    }
}
