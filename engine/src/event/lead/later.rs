//! What the sentences behind the lead add where it is silent: the day, the place, the reason and the manner of its news.

use super::{Lead, is_subordinate, manner, reason, site};
use crate::event::period;
use crate::event::reading::Reading;
use crate::frame::predicate::Sense;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::time::{TimeKind, TimeMention, days_between};
use crate::report::PlaceType;
use crate::text::Tokens;

/// A day so many days before the text was written, or so many after it, is that of its news.
const DAYS_BEFORE: i64 = 10;
const DAYS_AHEAD: i64 = 45;

/// Heads of phrases that a nationality places: "the Dutch parliament", but not "a Dutch footballer".
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "authorities", "cabinet", "court", "courts", "government", "judge", "judges", "lawmakers", "minister", "ministry", "mps",
    "navy", "parliament", "police", "president", "prosecutors", "senate", "state", "voters",
];

/// Prepositions that tie a time to the noun before them: "the budget for 2005".
const OF_NOUN: &[&str] = &["for", "of", "over", "than", "since", "until"];

/// The lead of a text about no event, with what the sentences `behind` it add.
pub fn of_calm(reading: Reading, lead: Lead, behind: &[usize]) -> Lead {
    let time = lead.time.filter(|t| is_own(reading, &lead, &reading.mentions.times[*t]));
    let time = time.or_else(|| behind.iter().find_map(|s| day(reading, *s, false))).or(lead.time);
    let why = lead.why.clone().or_else(|| behind.iter().find_map(|s| why(reading, *s)));
    let how = lead.how.clone().or_else(|| behind.iter().find_map(|s| manner::of_later(reading, *s)));
    let how = how.filter(|h| Some(h) != why.as_ref());
    let silent = lead.places.is_empty() && lead.site.is_none();
    let own = || of_subject(reading, &lead);
    let named = own().filter(|_| silent);
    let site = match &named {
        None if silent => behind.iter().find_map(|s| site::of(reading, *s)),
        _ => lead.site.clone(),
    };
    let places = match (silent, &site) {
        (true, None) => named.or_else(|| of_institution(reading, &lead)).into_iter().collect(),
        _ => lead.places.clone(),
    };
    Lead { time, why, how, site, places, ..lead }
}

/// "They fled after the army shelled the camp": why the doers of the lead did it, in the sentence behind.
pub fn of_same(reading: Reading, sentence: usize) -> Option<Tokens> {
    let first = reading.chunk_key(sentence, 0);
    if !matches!(first, "they" | "he" | "she" | "it") {
        return None;
    }
    reason::of_step(reading, sentence).filter(|t| reading.text.quote_of(t.start).is_none())
}

/// The day of an event that neither its own clause nor the lead tells: the first behind the lead that is no day of a saying.
pub fn of_event(reading: Reading, behind: &[usize]) -> Option<usize> {
    behind.iter().find_map(|s| day(reading, *s, true))
}

/// The time of the lead dates its main clause: "on Monday", "next month", but not "the budget for 2005" or a feast.
fn is_own(reading: Reading, lead: &Lead, time: &TimeMention) -> bool {
    let chunks = reading.chunks(lead.sentence);
    let start = time.tokens.start;
    let before = start.checked_sub(1).map_or("", |i| reading.tagged.key(i));
    let owns = matches!(reading.tagged.key(time.tokens.end), "'s" | "’s" | "'" | "’");
    if period::is_day(time) {
        return is_near(reading, time) && before != "over";
    }
    let chunk = chunks.iter().position(|c| c.tokens.contains(&start));
    // "An editor who was jailed last year".
    let relative = (lead.what.start..start).any(|i| matches!(reading.tagged.key(i), "who" | "which" | "that" | "whose"));
    let main = !relative && chunk.is_some_and(|k| !is_subordinate(reading, lead.sentence, k));
    main && !owns && !OF_NOUN.contains(&before) && time.date.value.is_some()
}

fn is_near(reading: Reading, time: &TimeMention) -> bool {
    let Some(published) = reading.published else { return true };
    time.days()
        .is_some_and(|(from, to)| days_between(to, published) <= DAYS_BEFORE && days_between(published, from) <= DAYS_AHEAD)
}

/// The first day near the publication that the sentence tells itself; that of an event is past and no day of a saying.
fn day(reading: Reading, sentence: usize, event: bool) -> Option<usize> {
    let fits = |t: &&TimeMention| {
        let told = t.kind == TimeKind::Point && period::is_day(t) && t.date.value.is_some() && is_near(reading, t);
        let past = || match (reading.published, t.days()) {
            (Some(published), Some((from, _))) => from <= published,
            _ => true,
        };
        told && reading.text.quote_of(t.tokens.start).is_none() && (!event || past() && !of_saying(reading, sentence, t))
    };
    let time = reading.times(&reading.sentence(sentence)).find(fits)?;
    reading.time_at(time.tokens.start)
}

/// "Police said on Monday": the day stands in the clause of a verb of saying.
fn of_saying(reading: Reading, sentence: usize, time: &TimeMention) -> bool {
    let chunks = reading.chunks(sentence);
    let Some(chunk) = chunks.iter().position(|c| c.tokens.contains(&time.tokens.start)) else { return true };
    reading.frames_of(sentence).any(|f| matches!(f.sense, Sense::Speech(_)) && f.clause == chunks[chunk].clause)
}

/// The reason that a later sentence gives for the news.
fn why(reading: Reading, sentence: usize) -> Option<Tokens> {
    let quoted = |t: &Tokens| reading.text.quote_of(t.start).is_some();
    let told = reason::cued(reading, sentence, None)
        .or_else(|| reason::explained(reading, sentence))
        .or_else(|| reason::of_step(reading, sentence));
    told.filter(|t| !quoted(t))
}

/// "Japan has slipped into recession", "Turkey's parliament voted": the place that the subject names or that owns it.
fn of_subject(reading: Reading, lead: &Lead) -> Option<usize> {
    let who = lead.who.as_ref()?;
    let owns = |p: &PlaceMention| matches!(reading.tagged.key(p.tokens.end), "'s" | "’s" | "'" | "’");
    let whole = |p: &PlaceMention| p.tokens.end == who.end && p.tokens.start <= who.start + 1;
    let country = |p: &PlaceMention| reading.mentions.places.list[p.place].kind == PlaceType::Country;
    // "Britain's Ana Orlo has withdrawn" places nothing.
    let person = |p: &PlaceMention| reading.text.tokens.get(p.tokens.end + 1).is_some_and(|t| t.capital);
    let named = |p: &&PlaceMention| p.form == PlaceForm::Name && (whole(p) && country(p) || owns(p) && !person(p));
    reading.places(who).map(|(_, p)| p).find(named).map(|p| p.place)
}

/// "The Dutch parliament": an institution of a country.
fn of_institution(reading: Reading, lead: &Lead) -> Option<usize> {
    let who = lead.who.as_ref()?;
    let institution =
        |p: &PlaceMention| (p.tokens.end..who.end.min(p.tokens.end + 3)).any(|i| INSTITUTIONS.contains(&reading.tagged.key(i)));
    reading.places(who).map(|(_, p)| p).find(|p| p.form == PlaceForm::Adjective && institution(p)).map(|p| p.place)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Question::{self, *};

    fn answer(text: &str, question: Question) -> String {
        report(text).key_facts.into_iter().find(|k| k.question == question).map(|k| k.answer).unwrap_or_default()
    }

    #[test]
    fn the_sentences_behind_a_silent_lead_tell_on() {
        let text = "Shoe chain Halmer has cut its forecast after a slump in sales over Christmas. The firm said on Monday in \
                    Kherson that it would close nine shops by offering staff early retirement.";
        assert_eq!(answer(text, When), "Monday (11 May 2026)");
        assert_eq!(answer(text, Where), "Kherson");
        assert_eq!(answer(text, Why), "after a slump in sales");
        assert_eq!(answer(text, How), "by offering staff early retirement");
    }

    #[test]
    fn what_belongs_to_a_noun_dates_and_places_nothing() {
        let text = "Judges have freed an editor who was jailed last year. A court in Kherson ruled on Monday.";
        assert_eq!(answer(text, When), "Monday (11 May 2026)");
        let text = "Car maker Opelmar plans to cut jobs in Ukraine in order to save money. It will shut a plant in May.";
        assert_eq!(answer(text, Who), "Car maker Opelmar");
        assert_eq!(answer(text, Where), "Ukraine");
    }

    #[test]
    fn a_walkout_strikes_nothing() {
        let report = report("The 24-hour strike stopped four trains near Kherson on Monday, unions said.");
        assert!(report.events.is_empty(), "{:?}", report.events);
    }
}
