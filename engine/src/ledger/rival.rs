//! Rivals: two sources give a number each for the same people.

use super::figure::gives;
use crate::event::count::{Link, Tally};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::frame::predicate::Slot;
use crate::mention::people;
use crate::report::{Bound, Status};
use crate::text::Tokens;

/// How far apart two figures for one thing may lie.
const RIVAL: u64 = 20;

/// Two sources give a number each for the same people, neither of which names a part: "nine fighters" against "16 villagers".
pub fn is_rival(reading: Reading, findings: &Findings, known: usize, at: usize) -> bool {
    let (x, y) = (&findings.counts[known], &findings.counts[at]);
    let (a, b) = (x.fact.amount.figure(), y.fact.amount.figure());
    let sources = x.setting.source.is_some() && y.setting.source.is_some() && x.setting.source != y.setting.source;
    let part = |g: &str| matches!(g, "children" | "women" | "men" | "elderly");
    let single = x.fact.named || y.fact.named || x.fact.of_wounded || y.fact.of_wounded || is_described(y);
    // "Ten were hurt … eight servicemen were hurt … three civilians were hurt too".
    let clause = reading.clause(y.setting.sentence, reading.parse.frames[y.fact.frame].clause);
    let also =
        b < a && clause.clone().any(|i| matches!(reading.tagged.key(i), "too" | "also" | "together" | "along" | "alongside"));
    let smaller = if a < b { x } else { y };
    // A toll told by another source is no part of the number before: "SANA gave a toll of 17".
    let toll = TOLLS.contains(&reading.parse.frames[y.fact.frame].predicate.lemma());
    // "Four soldiers were killed. The group claimed to have killed 12": the writer's number against a side's.
    let in_title = reading.text.sentences.get(x.setting.sentence).is_some_and(|s| s.in_title);
    let told = !in_title && x.setting.source.is_none() && (y.fact.group.is_empty() || x.fact.group == y.fact.group);
    let claimed = y.setting.status == Status::Claimed && x.setting.status != Status::Claimed;
    let claims = (claimed || told) && b > a && y.setting.source.is_some();
    // "Families put the number at up to 200": whoever puts it so is another than who was told before.
    let put = gives(reading, y) && (y.setting.source.is_none() || x.setting.source != y.setting.source);
    let sources = sources || claims || put || toll && y.setting.source.is_some() && x.setting.source != y.setting.source;
    let sources = sources || is_figure(reading, y) && x.setting.source != y.setting.source;
    let sources = sources || is_of_others(reading, &clause);
    let manner = |row: &Placed<Tally>| {
        let lemma = reading.parse.frames[row.fact.frame].predicate.lemma();
        MANNERS.iter().find(|m| lemma.split(' ').next() == Some(**m))
    };
    // "Some 19 people burned alive": how some of the dead died.
    let partial = b < a && manner(y).is_some() && manner(y) != manner(x);
    // "A reporter saw at least four bodies": he need not have seen all of them.
    let seen = b < a
        && y.fact.amount.bound == Bound::AtLeast
        && matches!(reading.parse.frames[y.fact.frame].predicate.lemma(), "body" | "corpse");
    // "31 people were killed across Pakistan … Punjab reported 14 deaths": the number of a part of the country.
    let inside = |place: usize, whole: usize| place != whole && reading.mentions.places.within(place, whole);
    let of_part = b < a && x.setting.place.is_some_and(|w| reading.places(&clause).any(|(_, m)| inside(m.place, w)));
    sources
        && !also
        && !partial
        && !of_part
        // "Eleven others were wounded" come on top.
        && !y.fact.who.ends_with("others")
        && !seen
        && a != b
        && !single
        && (x.setting.place == y.setting.place || x.setting.place.is_none() && x.setting.status == Status::Claimed)
        && a.max(b) <= a.min(b).saturating_mul(RIVAL)
        && !(part(y.fact.group) && y.fact.group != x.fact.group)
        // "Ten were wounded … eight servicemen": some of the ten.
        && !(b < a && x.fact.group.is_empty() && ARMED.contains(&y.fact.group) && !claims)
        && !(b < a && has_names(findings, at))
        && !(smaller.fact.amount.bound != Bound::None && is_of_one_house(reading, findings, smaller))
}

/// "Killed 12 “terrorists”", says a side: its own word for those whom others call civilians.
pub fn is_named_otherwise(reading: Reading, row: &Placed<Tally>) -> bool {
    let quoted = |i: usize| matches!(reading.text.word(i), "\"" | "“" | "‘");
    row.setting.status == Status::Claimed && row.fact.tokens.clone().any(quoted)
}

/// "Although other estimates place the toll as high as 45,000": nobody in particular, and another than before.
fn is_of_others(reading: Reading, clause: &Tokens) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    clause.clone().any(|i| OTHERS.contains(&key(i)) && COUNTING.contains(&key(i + 1)))
}

/// Words before those who count that set them apart from who was told before.
const OTHERS: &[&str] = &["other", "some", "unofficial", "independent", "various", "separate", "later", "alternative"];

/// Nouns of those who count, and of what they publish.
const COUNTING: &[&str] = &[
    "estimates",
    "sources",
    "accounts",
    "reports",
    "figures",
    "historians",
    "tallies",
    "investigation",
    "inquiry",
    "study",
    "survey",
    "commission",
];

/// "Two lawmakers, Ana Ruiz and Omar Said, were killed": some of the dead by their names.
fn has_names(findings: &Findings, whole: usize) -> bool {
    findings.counts.iter().any(|c| c.fact.named && c.fact.link == Link::PartOf(whole))
}

/// "A policeman was hurt": one told by what he is, and no figure.
fn is_described(row: &Placed<Tally>) -> bool {
    let first = row.fact.who.split(' ').next().unwrap_or_default().to_lowercase();
    row.fact.amount.figure() == 1 && matches!(first.as_str(), "a" | "an" | "the" | "his" | "her")
}

/// "Officials have confirmed nine": the number alone is somebody's figure for what was counted before.
pub fn is_figure(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.parse.frames[row.fact.frame].predicate.gives_figure()
}

/// Groups that are a part of the people harmed.
const ARMED: &[&str] = &["soldiers", "police"];

/// Nouns for all the dead.
const TOLLS: &[&str] = &["toll", "death toll", "number of dead", "number of fatalities"];

/// "The toll was 22 on Saturday night": what it was then.
pub fn is_dated_toll(reading: Reading, row: &Placed<Tally>) -> bool {
    let frame = &reading.parse.frames[row.fact.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let was = clause.clone().any(|i| reading.tagged.key(i) == "was");
    TOLLS.contains(&frame.predicate.lemma()) && was && reading.times(&(row.fact.tokens.end..clause.end)).next().is_some()
}

/// "Fighters killed nine people … the army killed eight militants": those of the second row are of the side that harmed the
/// first.
pub fn is_of_the_killers(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let opposed = |group: &str| matches!(group, "attackers" | "militants");
    let frame = &reading.parse.frames[x.fact.frame];
    let mut agents = frame.filled(Slot::Agent).filter_map(|c| reading.phrase(frame.sentence, c));
    opposed(y.fact.group)
        && !opposed(x.fact.group)
        && agents.any(|(p, t)| people::of_phrase(reading.tagged, t, p.head).is_some_and(|who| opposed(who.group)))
}

/// Verbs that tell how people died; not all of a toll need have died so.
const MANNERS: &[&str] = &[
    "burn",
    "char",
    "roast",
    "crush",
    "drown",
    "suffocate",
    "asphyxiate",
    "choke",
    "strangle",
    "stab",
    "knife",
    "hack",
    "behead",
    "decapitate",
    "beat",
    "club",
    "bludgeon",
    "batter",
    "trample",
    "stone",
    "electrocute",
    "freeze",
    "starve",
    "bleed",
    "execute",
];

/// Houses that know only those who were brought to them.
const HOUSES: &[&str] = &["hospital", "morgue", "mortuary", "clinic", "infirmary"];

/// Words of those who speak for more than one house.
const OFFICIALS: &[&str] = &["official", "officials", "source", "sources"];

/// The figure is of one hospital or morgue: it received them, or it is the source.
pub fn is_of_one_house(reading: Reading, findings: &Findings, row: &Placed<Tally>) -> bool {
    let frame = &reading.parse.frames[row.fact.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let key = |i: usize| HOUSES.contains(&reading.tagged.key(i));
    let received = (clause.start..row.fact.tokens.start).any(|i| key(i) && !OFFICIALS.contains(&reading.tagged.key(i + 1)));
    let speaks = row.setting.source.is_some_and(|s| {
        let member = &findings.cast.members[s];
        let words =
            |text: &str, list: &[&str]| text.split([' ', '\'', '\u{2019}']).any(|w| list.contains(&w.to_lowercase().as_str()));
        [&member.name, &member.description].into_iter().any(|t| words(t, HOUSES) && !words(t, OFFICIALS))
    });
    received || speaks
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::{Bound, Kind};

    fn killed(text: &str) -> (u64, Option<u64>, Bound) {
        let total = report(text).casualties.totals.into_iter().find(|t| t.kind == Kind::Killed).expect("a total of killed");
        (total.value.low, total.value.high, total.value.bound)
    }

    #[test]
    fn rivals_span_from_the_smallest_to_the_largest_of_all() {
        let text = "Gunmen attacked Mopti on Monday. The army said 14 soldiers were killed. Residents said 50 soldiers were killed. \
                    The JNIM alliance said 110 soldiers were killed.";
        assert_eq!(killed(text), (14, Some(110), Bound::Range));
    }

    #[test]
    fn who_puts_the_number_otherwise_is_a_rival() {
        let text = "Soldiers attacked Mopti on 4 May 1931. Official records said that 31 people were killed. Families of the dead put the number at up to 200.";
        assert_eq!(killed(text), (31, Some(200), Bound::Range));
        let text = "Soldiers attacked Mopti on 4 May 1931. Officially 69 villagers were killed, but other reports give 47 or 74.";
        assert_eq!(killed(text), (47, Some(74), Bound::Range));
    }

    #[test]
    fn a_rounded_floor_and_its_figure_are_one() {
        let text = "The fire of 4 May 1931 in Mopti caused more than 500 deaths. The official count is 503 dead.";
        assert_eq!(killed(text), (503, Some(503), Bound::Exact));
    }

    #[test]
    fn how_some_died_is_no_rival() {
        let text = "Missiles hit Ternopil on Monday. Officials said 25 people were killed. Some 19 people burned alive, the minister said.";
        assert_eq!(killed(text), (25, Some(25), Bound::Exact));
    }

    #[test]
    fn what_one_hospital_received_is_part_of_a_wider_count() {
        let text = "Strikes on Gaza City killed 33 people on Monday, the health ministry said. Nasser Hospital said it had received \
                    17 bodies.";
        assert_eq!(killed(text), (33, Some(33), Bound::Exact));
    }
}
