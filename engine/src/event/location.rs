//! Location: the place that the text ties a fact to.

use super::locative::{
    chunk_at, heads_place, is_affix, is_argument, is_genitive, is_joined, is_launcher, is_listed_with, is_locative, is_voice,
    modifies, modifies_event, modifies_target, undergoes,
};
use super::nearby;
use super::nested;
use super::reading::Reading;
use super::terrain::{is_place_noun, is_road};
use super::{journey, sites};
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::report::PlaceType;
use crate::scope::Scope;
use crate::text::Tokens;

/// Subordinators whose clause tells where the thing of the clause before it happened.
const EXPLAINING: &[&str] = &["when", "after", "as", "where", "which", "that", "once", "because"];

/// The longest list of places before a colon, in tokens.
const HEADING: usize = 8;

/// How a place was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// In the clause of the fact, behind a preposition or as its argument.
    Told,
    /// In the sentence or the paragraph before.
    Carried,
    /// The one place of the sentence, by no word tied to the fact: "Kelm's doctors count nine dead".
    Near,
}

/// A place tied to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located {
    /// Index of the place mention.
    pub mention: usize,
    pub tie: Tie,
}

/// The place of `frame`: its clause, the clauses it hangs on, its sentence, then the sentences before in its paragraph.
pub fn of_frame(reading: Reading, frame: &Frame, scope: Scope) -> Option<Located> {
    if let Some(mention) = told(reading, frame).into_iter().next() {
        return Some(Located { mention, tie: Tie::Told });
    }
    let before = || match scope {
        Scope::Current if reading.text.sentences.get(frame.sentence).is_some_and(|s| s.in_title) => {
            nearby::of_lead(reading, usize::MAX)
        }
        Scope::Current => nearby::carried(reading, frame.sentence).or_else(|| nearby::of_lead(reading, frame.sentence)),
        _ => nearby::of_context(reading, frame, scope),
    };
    if let Some(mention) = nearby::of_voice(reading, frame) {
        return Some(Located { mention, tie: Tie::Near });
    }
    let carried = nearby::of_there(reading, frame).or_else(before).map(|mention| Located { mention, tie: Tie::Carried });
    carried.or_else(|| Some(Located { mention: nearby::near(reading, frame.sentence)?, tie: Tie::Near }))
}

/// The places that the frame's own sentence ties to it, the nearest clause first; several where they are listed.
pub fn told(reading: Reading, frame: &Frame) -> Vec<usize> {
    reading.memo.told(reading, frame, || find_told(reading, frame))
}

fn find_told(reading: Reading, frame: &Frame) -> Vec<usize> {
    let here = |clause: usize| {
        let found = in_clause(reading, frame, &reading.clause(frame.sentence, clause), clause == frame.clause);
        // "Norvin, a village in Kelm, was shelled": the village stands for what holds it.
        let village = |m: &usize| nested::apposed_to(reading, *m).unwrap_or(*m);
        let mut named: Vec<usize> = found.iter().map(village).collect();
        named.dedup();
        named
    };
    let relative = own_relative(reading, frame);
    if !relative.is_empty() {
        return relative;
    }
    if let Some(mention) = struck_name(reading, frame) {
        return vec![mention];
    }
    let mut clause = frame.clause;
    loop {
        let found = here(clause);
        if !found.is_empty() {
            return if clause == frame.clause { sharpened(reading, frame, found) } else { found };
        }
        if clause == 0 || !may_look_back(reading, frame.sentence, clause) {
            break;
        }
        clause -= 1;
    }
    let headed = heading(reading, frame.sentence);
    if matches!(frame.sense, Sense::Event(_)) {
        return headed;
    }
    // "KELM: Nine people were hurt when a stand gave way in Norvin": what the sentence goes on to name.
    let behind = explained(reading, frame, here);
    if behind.is_empty() { headed } else { behind }
}

/// "Nine people were hurt when a stand gave way in Kelm": what happened is told behind the harm.
fn explained(reading: Reading, frame: &Frame, here: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut clause = frame.clause + 1;
    let mut on = false;
    while looks_on(reading, frame.sentence, clause)
        || looks_on(reading, frame.sentence, clause + 1) && joins(reading, frame.sentence, clause)
        // "… skidded off the road and fell into a gorge in Kelm"
        || on && joins(reading, frame.sentence, clause)
    {
        on = true;
        let found = here(clause);
        if !found.is_empty() {
            return found;
        }
        clause += 1;
    }
    Vec::new()
}

/// "Seven were killed in Norvia when gunmen stormed a post at Kelm": the one place of the explaining clause that lies in
/// the region told.
fn sharpened(reading: Reading, frame: &Frame, found: Vec<usize>) -> Vec<usize> {
    let places = &reading.mentions.places;
    let [wide] = found[..] else { return found };
    let outer = places.mentions[wide].place;
    let clause = frame.clause + 1;
    if !matches!(places.list[outer].kind, PlaceType::Region | PlaceType::Country) || !looks_on(reading, frame.sentence, clause) {
        return found;
    }
    let behind = reading.clause(frame.sentence, clause);
    let inner: Vec<usize> = in_clause(reading, frame, &behind, false);
    match inner[..] {
        [one] if places.within(places.mentions[one].place, outer) => inner,
        _ => found,
    }
}

/// "Kelm: gunmen kill farmer", "Kelm, Norvia: two blasts": the places that a headline opens with.
fn heading(reading: Reading, sentence: usize) -> Vec<usize> {
    let range = reading.sentence(sentence);
    let Some(colon) = range.clone().take(HEADING).find(|i| reading.tagged.key(*i) == ":") else { return Vec::new() };
    let places: Vec<(usize, &PlaceMention)> = reading.places(&(range.start..colon)).collect();
    let joint = |i: usize| matches!(reading.tagged.key(i), "," | "and");
    let bare = (range.start..colon)
        .all(|i| joint(i) || is_place_noun(reading.tagged.key(i)) || places.iter().any(|(_, p)| p.tokens.contains(&i)));
    let dateline = reading.text.in_dateline(range.start);
    if bare && !dateline { places.into_iter().map(|(i, _)| i).collect() } else { Vec::new() }
}

/// "A minute's silence for Kelm, struck at dawn": the name right before a participle of damage that tells no other place.
pub fn struck_name(reading: Reading, frame: &Frame) -> Option<usize> {
    let chunks = reading.chunks(frame.sentence);
    let before = frame.chunk.checked_sub(2).filter(|_| chunks[frame.chunk - 1].kind == ChunkKind::Comma)?;
    let verb =
        matches!(&chunks[frame.chunk].kind, ChunkKind::Verb(group) if !group.passive && !group.perfect && group.modal.is_none());
    let past = reading.tagged.key(frame.trigger.start).ends_with("ing");
    let active = chunks.get(frame.chunk + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Noun(_)));
    if !matches!(frame.sense, Sense::Effect(_)) || !verb || past || active {
        return None;
    }
    let (phrase, tokens) = reading.phrase(frame.sentence, before)?;
    let named = |p: &PlaceMention| p.form == PlaceForm::Name && p.tokens.contains(&phrase.head);
    let (mention, place) = reading.places(tokens).find(|(_, p)| named(p))?;
    let home = place.tokens.start.checked_sub(1).is_some_and(|i| reading.tagged.key(i) == "from");
    let behind = frame.trigger.end..reading.clause(frame.sentence, frame.clause).end;
    (!home && reading.places(&behind).next().is_none()).then_some(mention)
}

/// "In Kelm and Norvin, where depots were wrecked": the places before the relative clause, which names no other.
fn own_relative(reading: Reading, frame: &Frame) -> Vec<usize> {
    let Some(last) = before_relative(reading, frame) else { return Vec::new() };
    let sentence = reading.sentence(frame.sentence);
    let end = reading.mentions.places.mentions[last].tokens.start;
    let mut found = vec![last];
    for (i, _) in reading.places(&(sentence.start..end)).collect::<Vec<_>>().into_iter().rev() {
        let (one, two) = (found[0], i);
        let gap = reading.mentions.places.mentions[two].tokens.end..reading.mentions.places.mentions[one].tokens.start;
        let listed = gap.len() <= 2 && gap.clone().all(|t| matches!(reading.tagged.key(t), "and" | "or" | ","));
        if !listed || nested::is_told_inside(reading, two, one) {
            break;
        }
        found.insert(0, two);
    }
    found
}

fn before_relative(reading: Reading, frame: &Frame) -> Option<usize> {
    let chunks = reading.chunks(frame.sentence);
    let first = chunks.iter().position(|c| c.clause == frame.clause)?;
    if !matches!(reading.chunk_key(frame.sentence, first), "where" | "whose") {
        return None;
    }
    let own = in_clause(reading, frame, &reading.clause(frame.sentence, frame.clause), true);
    let before = first.checked_sub(1)?;
    let before = if chunks[before].kind == ChunkKind::Comma { before.checked_sub(1)? } else { before };
    let named = reading.places(&chunks[before].tokens).find(|(_, p)| p.form == PlaceForm::Name).map(|(i, _)| i);
    named.filter(|_| own.is_empty())
}

/// A clause of its own subject ("while 19 were hurt") takes no place from the clause before it; "where" and "which" do.
fn may_look_back(reading: Reading, sentence: usize, clause: usize) -> bool {
    let Some(first) = reading.chunks(sentence).iter().find(|c| c.clause == clause) else { return false };
    let key = reading.tagged.key(first.tokens.start);
    match first.kind {
        ChunkKind::Subordinator => !matches!(key, "while" | "whilst" | "whereas"),
        ChunkKind::Mark => key == ";",
        _ => true,
    }
}

/// The clause opens with "and".
fn joins(reading: Reading, sentence: usize, clause: usize) -> bool {
    reading.chunks(sentence).iter().find(|c| c.clause == clause).is_some_and(|c| c.kind == ChunkKind::Conj)
}

/// The clause opens with "when", "after" or "as", and so explains the one before it.
fn looks_on(reading: Reading, sentence: usize, clause: usize) -> bool {
    let first = reading.chunks(sentence).iter().find(|c| c.clause == clause);
    let verb_of_saying = |f: &Frame| matches!(f.sense, Sense::Speech(_)) && f.predicate.part_of_speech() == "v";
    let other = || reading.frames_of(sentence).any(|f| f.clause == clause && (f.sense == Sense::Talks || verb_of_saying(f)));
    first.is_some_and(|c| c.kind == ChunkKind::Subordinator && EXPLAINING.contains(&reading.tagged.key(c.tokens.start)))
        && !other()
}

fn in_clause(reading: Reading, frame: &Frame, clause: &Tokens, own: bool) -> Vec<usize> {
    let chunks = reading.chunks(frame.sentence);
    let slots = [Slot::Speaker, Slot::Agent, Slot::Venue, Slot::Party, Slot::Accused];
    let is_voice_slot =
        |at: usize| [Slot::Speaker, Slot::Venue, Slot::Party].into_iter().any(|s| frame.filled(s).any(|c| c == at));
    let is_country_name = |p: &PlaceMention| reading.mentions.places.list[p.place].kind == PlaceType::Country;
    let mut taken: Vec<usize> = slots.into_iter().flat_map(|slot| frame.filled(slot)).collect();
    // Where envoys meet is no place of harm, even without a border between the clauses.
    let talks = reading.frames_of(frame.sentence).filter(|f| f.sense == Sense::Talks);
    let venues: Vec<usize> = talks.flat_map(|f| f.filled(Slot::Venue)).collect();
    taken.extend(&venues);
    let eligible: Vec<usize> = reading
        .places(clause)
        .filter(|(_, p)| p.form != PlaceForm::Adjective && p.form != PlaceForm::People)
        .filter(|(_, p)| !reading.text.in_dateline(p.tokens.start))
        .filter(|(i, _)| !sites::is_held_there(reading, frame.sentence, *i))
        .filter(|(i, p)| {
            let Some(at) = chunk_at(chunks, p.tokens.start) else { return false };
            if modifies_event(reading, frame.sentence, at, *i) {
                return true;
            }
            // "With two deaths in Kelm, the number killed stands at 93": there the two died.
            let hangs_on = |f: &Frame| f.trigger != frame.trigger && f.predicate.part_of_speech() == "n" && f.chunk + 2 == at;
            if frame.predicate.wants("reach") == Some("amount")
                && reading.frames_of(frame.sentence).any(|f| matches!(f.sense, Sense::Harm(_)) && hangs_on(f))
            {
                return false;
            }
            // "the attack on Kelm that killed six": what stands before the verb is where, not who.
            // "Kelm lost nine people": the town is no one who kills.
            let loser = frame.predicate.lemma() == "lose" && !is_country_name(p) && !is_voice_slot(at);
            let led = at > 0 && chunks[at - 1].kind == ChunkKind::Prep && !is_voice_slot(at) && !venues.contains(&at);
            if taken.contains(&at) && !is_joined(chunks, at) && !led && !loser
                || is_voice(reading, frame.sentence, at)
                || is_launcher(reading, frame.sentence, at)
                || is_affix(reading, p)
                || journey::is_end_of_way(reading, frame.sentence, *i)
                || sites::is_said_there(reading, frame.sentence, at)
            {
                return false;
            }
            if nested::names_raider(reading, frame.sentence, at, *i) {
                return false;
            }
            let place = match is_genitive(reading, p) || p.form == PlaceForm::Modifier {
                true => modifies_target(reading, frame.sentence, at, *i) || heads_place(reading, frame.sentence, at),
                false => true,
            };
            let struck = loser && taken.contains(&at) || undergoes(reading, frame.sentence, at);
            place && (struck || is_locative(reading, frame, *i) || is_argument(reading, frame, at, own))
        })
        .map(|(i, _)| i)
        .collect();
    // "the Norvia-road plant in Kelm", "the Norvia Street bar in Kelm": a place of its own stands before one that names a thing.
    let attributes = |i: &usize| {
        chunk_at(chunks, reading.mentions.places.mentions[*i].tokens.start)
            .is_some_and(|at| modifies(reading, frame.sentence, at, *i) && !heads_place(reading, frame.sentence, at))
    };
    // "At Kelm on the Norvin-Norvia road": the way only leads there.
    let is_way = |i: &usize| {
        let tokens = &reading.mentions.places.mentions[*i].tokens;
        tokens.len() > 1 && is_road(reading.tagged.key(tokens.end - 1)) && reading.tagged.key(tokens.start).contains('-')
    };
    let led_there = eligible.iter().any(|i| !is_way(i));
    let eligible = eligible.into_iter().filter(|i| !led_there || !is_way(i));
    let (named, of_things): (Vec<usize>, Vec<usize>) = eligible.partition(|i| !attributes(i));
    let places = &reading.mentions.places;
    // "a Kelm market in Norvia" is in Kelm.
    let inside = |i: &usize| named.iter().any(|n| places.within(places.mentions[*i].place, places.mentions[*n].place));
    let mut eligible: Vec<usize> = of_things
        .into_iter()
        .filter(|i| named.iter().all(|n| nested::is_measured(reading, *n)) || inside(i))
        .chain(named.iter().copied())
        .collect();
    eligible.sort_unstable();
    let after = |i: &usize| places.mentions[*i].tokens.start >= frame.trigger.start;
    let (behind, before): (Vec<usize>, Vec<usize>) = eligible.into_iter().partition(after);
    // "In Kelm, six people were killed by shelling from Norvia": what stands first counts where nothing follows.
    // "In Kelm, two men were abducted on the road to Norvia"
    let on_road = |i: &usize| {
        let start = places.mentions[*i].tokens.start;
        start >= 2 && reading.tagged.key(start - 1) == "to" && is_road(reading.tagged.key(start - 2))
    };
    let mut list = if behind.is_empty() || !before.is_empty() && behind.iter().all(on_road) { before } else { behind };
    // "In Kelm, south of Norvia": Norvia is merely near; "south of Kelm, in Norvia" tells no other place.
    let whole = list.clone();
    let elsewhere = |i: usize, j: usize| {
        !nested::is_measured(reading, j) && !places.within(places.mentions[i].place, places.mentions[j].place)
    };
    list.retain(|i| !nested::is_measured(reading, *i) || !whole.iter().any(|j| elsewhere(*i, *j)));
    // "Lynched by residents of Norvin, north of Kelm"
    if let [one] = list[..]
        && let Some(meant) = nested::measured_from(reading, one)
        && !matches!(reading.tagged.key(places.mentions[meant].tokens.start.saturating_sub(1)), "from" | "to")
    {
        list = vec![meant];
    }
    let Some(&first) = list.first() else { return Vec::new() };
    // The most precise of the places that hold one another stands for them.
    let holds = |outer: usize, inner: usize| {
        places.within(places.mentions[inner].place, places.mentions[outer].place)
            || nested::is_told_inside(reading, inner, outer)
            || nested::is_namesake_region(reading, frame.sentence, inner, outer)
            || nested::opens_clause(reading, frame.sentence, inner, outer)
    };
    let precise = list.iter().copied().rfind(|i| holds(first, *i)).unwrap_or(first);
    let mut kept = vec![precise];
    let mut last = first;
    for i in list.iter().copied() {
        let (place, known) = (places.mentions[i].place, places.mentions[precise].place);
        let distinct = place != known && !holds(precise, i) && !holds(i, precise);
        if distinct && is_listed_with(reading, frame.sentence, last, i) && !holds(i, last) {
            kept.push(i);
            last = i;
        }
    }
    // "The camp in Kelm", "Kelm's Norvin district": the city is hit with its quarter.
    let around: Vec<usize> = list.into_iter().filter(|i| nested::is_quarter(reading, precise, *i)).collect();
    // "The Norvin quarter of Kelm": a quarter that no map has leaves the facts to its city; "Norvin, Kelm" does not.
    let unknown = places.list[places.mentions[precise].place].geonames.is_none();
    let comma = reading.tagged.key(places.mentions[precise].tokens.end) == ",";
    let at = if unknown && !comma { 0 } else { kept.len() };
    kept.splice(at..at, around);
    kept
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hit, report};

    use crate::mention::Mentions;
    use crate::{frame, lexicon, text::Text};

    #[test]
    #[ignore = "prints the place mentions of $TEXT"]
    fn print() {
        let gazetteer = crate::gazetteer::built_in();
        let source = std::env::var("TEXT").unwrap_or_default();
        let text = Text::new(None, &source);
        let tagged = lexicon::tag(&text);
        let mentions = Mentions::find(&text, &tagged, None, Some(&gazetteer));
        for m in &mentions.places.mentions {
            println!("{:?} {} -> {}", m.form, text.words(&m.tokens), mentions.places.list[m.place].name);
        }
        let parse = frame::parse(&text, &tagged, &mentions.quantities, &mentions.time_ends(text.tokens.len()));
        for s in &parse.sentences {
            for c in s {
                let k = format!("{:?}", c.kind);
                print!("[{}{} {}] ", &k[..k.find(['(', ' ', '{']).unwrap_or(k.len())], c.clause, text.words(&c.tokens));
            }
            println!();
        }
        for f in &parse.frames {
            print!("{} {:?}:", f.predicate.name(), f.sense);
            for s in &f.slots {
                let w: Vec<&str> = s.chunks.iter().map(|c| text.words(&parse.sentences[f.sentence][*c].tokens)).collect();
                print!(" {:?}={:?}", s.slot, w);
            }
            println!();
        }
    }

    #[test]
    fn behind_a_preposition() {
        assert_eq!(hit("A shell killed two bakers in Zhytomyr."), ["Zhytomyr"]);
        assert_eq!(hit("Six people were hurt on the outskirts of Sumy."), ["Sumy"]);
        assert_eq!(hit("Four people died near the port of Odesa."), ["Odesa"]);
        assert_eq!(hit("A man from Poltava was killed in Kherson."), ["Kherson"]);
    }

    #[test]
    fn the_clause_that_explains_tells_where() {
        assert_eq!(hit("Nine people were hurt when a stand gave way in Arequipa."), ["Arequipa"]);
        assert_eq!(hit("Four men died after a boiler burst at a mill in Multan."), ["Multan"]);
        assert_eq!(hit("Three people were killed, the army said, as envoys met in Doha.").len(), 0);
    }

    #[test]
    fn lists_with_numbers() {
        assert_eq!(hit("Strikes killed four people in Sumy, two in Poltava and one in Kherson."), ["Sumy", "Poltava", "Kherson"]);
        assert_eq!(hit("Two farmers were killed in Izium, near Poltava."), ["Izium"]);
        assert_eq!(hit("Shells fell on Sumy and Poltava, state radio said."), ["Sumy", "Poltava"]);
    }

    #[test]
    fn the_place_before_a_thing_or_an_event() {
        assert_eq!(hit("The Quetta market blast killed six traders."), ["Quetta"]);
        assert_eq!(hit("Twelve people were hurt in the Multan hotel fire."), ["Multan"]);
        assert_eq!(hit("A rocket hit Aleppo's main bus station."), ["Aleppo"]);
        assert_eq!(hit("A bomb killed two people at the Basra Street cafe in Erbil."), ["Erbil"]);
    }

    #[test]
    fn headlines_that_open_with_a_place() {
        assert_eq!(hit("Maiduguri: gunmen kill two farmers"), ["Maiduguri"]);
        assert_eq!(hit("Sumy, Poltava: two blasts kill six people"), ["Sumy", "Poltava"]);
    }

    #[test]
    fn who_speaks_and_where_people_go_is_not_hit() {
        assert_eq!(hit("Two people were killed in Sumy, officials in Kyiv said."), ["Sumy"]);
        assert_eq!(hit("A blast in Quetta hurt 12 people, who were flown to hospitals in Karachi."), ["Quetta"]);
        assert_eq!(hit("A drone killed two people in Kherson, said a monitoring group based in Coventry."), ["Kherson"]);
        assert_eq!(hit("KYIV, May 12 (Wire) - A drone killed two people in Kherson."), ["Kherson"]);
        assert_eq!(hit("A drone sank a Panama-flagged tanker off Odesa, killing two sailors."), ["Odesa"]);
    }

    #[test]
    fn a_participle_behind_a_name() {
        assert_eq!(hit("The summit in Geneva opened with a prayer for Ternopil, struck at dawn."), ["Ternopil"]);
        assert_eq!(hit("In Sumy and Izium, where depots were destroyed, schools stayed shut."), ["Sumy", "Izium"]);
        assert_eq!(hit("A fire broke out at a bar on Calle Mayor in Murcia and killed nine people."), ["Murcia"]);
    }

    #[test]
    fn who_undergoes_it_and_where_the_main_clause_goes_on() {
        assert_eq!(hit("Borno saw 40 attacks in May that killed 90 people, a Karachi-based group said."), ["Borno"]);
        assert_eq!(hit("Multan has endured weeks of flooding that drowned 12 people."), ["Multan"]);
        let read = report("Aceh, which lost 90 people to the 2018 flood, held an evacuation drill on Monday.");
        let scopes: Vec<_> = read.places.iter().map(|p| (p.role, p.scope)).collect();
        assert_eq!(scopes, [(crate::report::PlaceRole::Hit, crate::scope::Scope::Background)]);
    }

    #[test]
    fn villages_with_what_holds_them() {
        assert_eq!(hit("Norvapa, a village in North Kivu, was attacked on Monday."), ["Norvapa"]);
        assert_eq!(hit("Gunmen attacked a village in Kaduna. They killed two people in Norvaba village."), ["Norvaba"]);
        assert_eq!(hit("Militants killed 34 herders at a place called Norva Weth."), ["Norva Weth"]);
        assert_eq!(hit("Militants ambushed a convoy on the Djibo-Bourzanga road, killing 11 soldiers."), ["Djibo"]);
        assert_eq!(hit("Nine people were killed in the Bokkos area of Plateau state."), ["Bokkos"]);
        assert_eq!(hit("A bomb killed two soldiers on a road in tambon Norva Dam."), ["Norva Dam"]);
    }

    #[test]
    fn places_carry_over_sentences() {
        let read = report("A blast shook Quetta on Monday. Six people were killed and 12 wounded.");
        let quetta = read.places.iter().find(|p| p.name == "Quetta").expect("Quetta");
        let counts: Vec<_> = read.casualties.counts.iter().map(|c| c.place.as_deref()).collect();
        assert_eq!(counts, [Some(quetta.id.as_str()); 2]);
    }
}
