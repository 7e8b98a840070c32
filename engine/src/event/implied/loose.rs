//! Loose ties: places of harm that is told in words whose slots hold no known people or thing, and, last, the place of the news
//! where all that is told happened at one.

use super::is_sure;
use crate::event::locative::{self, HOME, chunk_at};
use crate::event::reading::Reading;
use crate::event::role::role_of;
use crate::event::scope::Scopes;
use crate::event::{location, nearby, nested, sites};
use crate::frame::Frame;
use crate::frame::chunk::Determiner;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::PlaceForm;
use crate::mention::{munition, target};
use crate::report::{Action, Category, Kind, PlaceRole, PlaceType};
use crate::scope::Scope;

/// Beasts that die as people do.
const BEASTS: &[&str] =
    &["dog", "cat", "horse", "cow", "calf", "sheep", "goat", "elephant", "whale", "lion", "tiger", "bear", "bird"];

/// Nouns of a way: what happens on the way to a place, or on leaving it, happens there.
const WAYS: &[&str] = &[
    "approach",
    "departure",
    "takeoff",
    "take-off",
    "descent",
    "landing",
    "road",
    "way",
    "route",
    "highway",
    "flight",
    "climb",
    "motorway",
    "track",
    "path",
];

/// Where what happened elsewhere is judged.
const COURTS: &[&str] = &["court", "tribunal", "trial", "hearing", "inquest", "morgue", "mortuary"];

/// Those at home in a place, of whom something is told there.
const DWELLERS: &[&str] =
    &["residents", "villagers", "inhabitants", "townspeople", "people", "community", "fishermen", "farmers"];

/// "A container blew up at Kelm port", "raiders attacked a queue in Kelm": what happened is told, to something unheard of.
pub fn told(reading: Reading, scopes: &Scopes) -> Vec<(usize, PlaceRole, Scope)> {
    let mut targeted = Vec::new();
    for frame in reading.parse.frames.iter().filter(|f| !f.negated && is_physical(reading, f)) {
        let scope = match scopes.of(frame) {
            Scope::Prospective => continue,
            Scope::Current => Scope::Current,
            _ => Scope::Background,
        };
        let place = |m: usize| reading.mentions.places.mentions[m].place;
        let told = location::told(reading, frame).into_iter().filter(|m| is_sure(reading, place(*m)));
        let found: Vec<_> = told.map(|m| (place(m), role_of(frame), scope)).collect();
        match found.first() {
            Some((_, PlaceRole::Hit, _)) => return found,
            Some(_) if targeted.is_empty() => targeted = found,
            _ => {}
        }
    }
    targeted
}

/// What the frame tells harms someone or something, if nothing that the lexicon has.
fn is_physical(reading: Reading, frame: &Frame) -> bool {
    let filled = |slot| frame.filled(slot).filter_map(|c| reading.phrase(frame.sentence, c)).map(|(p, _)| p).next();
    match frame.sense {
        // "A tradie has died": one of a kind.
        Sense::Harm(Kind::Killed | Kind::Wounded) => filled(Slot::Victims).is_some_and(|p| {
            let one = p.det == Determiner::Indefinite && p.quantity.is_none();
            one && !BEASTS.contains(&reading.tagged.key(p.head))
        }),
        Sense::Weapon(Action::Hit | Action::Launched) => true,
        // "A mortar bomb damaged a shed"
        Sense::Effect(_) => {
            let fired = |c| {
                reading.phrase(frame.sentence, c).is_some_and(|(p, t)| munition::of_phrase(reading.tagged, t, p.head).is_some())
            };
            frame.filled(Slot::Agent).any(fired) || harmed_nearby(reading, frame)
        }
        _ => false,
    }
}

/// The text tells of harm to people, or of an event, besides.
fn harmed_nearby(reading: Reading, frame: &Frame) -> bool {
    let other = |f: &Frame| {
        let harm = matches!(f.sense, Sense::Harm(k) if k != Kind::Arrested) || matches!(f.sense, Sense::Event(_));
        !std::ptr::eq(f, frame) && harm && !f.negated && reading.bears(f)
    };
    reading.parse.frames.iter().any(other) || reading.has_cue(reading.sentence(frame.sentence), "harm")
}

/// How well a place of the text may be that of its news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// "… in Kelm".
    Led,
    /// "the approach to Kelm".
    OnTheWay,
    /// "residents of Kelm".
    OfDwellers,
    /// The one place of the text: "KELM: two brothers were shot".
    Heading,
}

/// The place of a text that tells of harm and ties it to no place: the one that it leads to by a preposition of place, nearest to
/// the first sentence of harm; else the one that stands above it all.
pub fn of_news(reading: Reading, scopes: &Scopes) -> Vec<(usize, PlaceRole, Scope)> {
    let harms = |f: &&Frame| {
        let sense = match f.sense {
            Sense::Harm(kind) => kind != Kind::Arrested,
            Sense::Event(_) | Sense::Effect(_) => true,
            _ => false,
        };
        sense && !f.negated && reading.bears(f) && scopes.of(f) != Scope::Prospective
    };
    let Some(first) = reading.parse.frames.iter().find(harms) else { return Vec::new() };
    let mut best: Option<((Fit, usize), usize)> = None;
    for s in 0..reading.text.sentences.len() {
        for (m, p) in reading.places(&reading.sentence(s)) {
            let Some(fit) = fit(reading, s, m) else { continue };
            let rank = (fit, s.abs_diff(first.sentence));
            if is_sure(reading, p.place) && best.is_none_or(|(known, _)| rank < known) {
                best = Some((rank, p.place));
            }
        }
    }
    best.map(|(_, place)| (place, PlaceRole::Hit, Scope::Current)).into_iter().collect()
}

fn fit(reading: Reading, sentence: usize, mention: usize) -> Option<Fit> {
    let places = &reading.mentions.places;
    let m = &places.mentions[mention];
    let place = &places.list[m.place];
    let chunks = reading.chunks(sentence);
    let at = chunk_at(chunks, m.tokens.start)?;
    let named = m.form == PlaceForm::Name && !matches!(place.kind, PlaceType::Country);
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    if !named || talks && !reading.text.in_dateline(m.tokens.start) {
        return None;
    }
    let opens = m.tokens.start <= reading.sentence(sentence).start + 1;
    if reading.text.in_dateline(m.tokens.start) || opens && reading.tagged.key(m.tokens.end) == ":" {
        return (!place.is_capital && is_only(reading, mention)).then_some(Fit::Heading);
    }
    if sites::is_held_there(reading, sentence, mention)
        || sites::told_as_venue(reading, sentence, mention)
        || sites::told_as_origin(reading, sentence, mention)
        || locative::is_affix(reading, m)
        || locative::is_voice(reading, sentence, at)
        || nested::is_measured(reading, mention)
    {
        return None;
    }
    let before = |n: usize| m.tokens.start.checked_sub(n).map_or("", |i| reading.tagged.key(i));
    let way = matches!(before(1), "to" | "from" | "for") && WAYS.contains(&before(2));
    if way {
        return Some(Fit::OnTheWay);
    }
    if before(1) == "of" && DWELLERS.contains(&before(2)) {
        return Some(Fit::OfDwellers);
    }
    // "The court in Kelm", "doctors at a clinic in Kelm": who deals with it.
    let noun = at.checked_sub(2).and_then(|c| reading.phrase(sentence, c));
    let deals = noun.is_some_and(|(p, t)| {
        let office = reading.tagged.ending(Table::Office, t.start, p.head + 1).is_some();
        office
            || target::of_phrase(reading.tagged, t, p.head) == Some(Category::Health)
            || COURTS.contains(&reading.tagged.key(p.head))
    });
    if deals && !at.checked_sub(2).is_some_and(|c| locative::is_struck(reading, sentence, c)) {
        return None;
    }
    let led = locative::opens(reading, sentence, mention) && !HOME.contains(&before(2));
    (led && nearby::near(reading, sentence).is_some()).then_some(Fit::Led)
}

/// No other place is named, but for what holds it.
fn is_only(reading: Reading, mention: usize) -> bool {
    let places = &reading.mentions.places;
    let own = places.mentions[mention].place;
    places.mentions.iter().all(|m| {
        let other = matches!(m.form, PlaceForm::Name | PlaceForm::Modifier);
        !other || m.place == own || places.within(own, m.place)
    })
}

#[cfg(test)]
mod tests {
    use crate::event::sample::hit;

    #[test]
    fn what_is_struck_need_not_be_known() {
        assert_eq!(hit("A silo of fertiliser blew up at a depot in Valdivia. No one was hurt."), ["Valdivia"]);
        assert_eq!(hit("A jackaroo has died after falling from a windmill near Dubbo."), ["Dubbo"]);
    }

    #[test]
    fn the_town_in_a_region_that_is_hit() {
        assert_eq!(hit("In Catatumbo, rebels went from house to house in Tibú, killing nine men."), ["Tibú"]);
        assert_eq!(hit("Nine people were lynched by residents of Diepsloot, north of Johannesburg."), ["Diepsloot"]);
        assert_eq!(hit("Four tourists were kidnapped on the road between Bamako and Timbuktu."), ["Bamako", "Timbuktu"]);
        assert_eq!(hit("Shells hit the villages of Chikwawa and Nsanje in southern Malawi."), ["Chikwawa", "Nsanje"]);
    }

    #[test]
    fn what_is_felt_harms_nobody() {
        assert_eq!(hit("The quake was felt in Tashkent and damaged houses in Osh."), ["Osh"]);
    }

    #[test]
    fn on_the_way_to_a_place() {
        assert_eq!(hit("During the approach to Medellin the jet entered hail. Two passengers were hurt."), ["Medellín"]);
        assert_eq!(hit("MULTAN: Two brothers were shot dead over a debt."), ["Multan"]);
    }
}
