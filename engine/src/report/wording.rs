//! Words for the values of a report: the same in the brief, on the page and in the exports.

use super::{Actor, ActorType, Amount, AttackerStanding, Bound, Date, EventType, MunitionType, Precision};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Last words of names that English gives an article: "the Gaza Strip", "the Black Sea".
const WITH_ARTICLE: &[&str] = &[
    "Islands",
    "Republic",
    "States",
    "Kingdom",
    "Emirates",
    "Strip",
    "Bank",
    "Sea",
    "Ocean",
    "Strait",
    "Peninsula",
    "Desert",
    "Heights",
    "Philippines",
    "Netherlands",
    "Bahamas",
    "Maldives",
    "Gambia",
    "Comoros",
    "Seychelles",
    "Sahel",
    "Donbas",
    "Sinai",
    "Caucasus",
    "Balkans",
    "Himalayas",
    "Andes",
    "Alps",
    "Caribbean",
    "Mediterranean",
    "Congo",
    "Amazon",
    "Territory",
    "region",
    "district",
];

/// Regions that are called by where they lie.
const BEARINGS: &[&str] = &["Central", "East", "Eastern", "North", "Northern", "South", "Southern", "West", "Western"];

/// Bodies that English gives an article when they stand alone.
const BODIES: &[&str] = &[
    "air force",
    "army",
    "cabinet",
    "coastguard",
    "government",
    "military",
    "ministry",
    "navy",
    "opposition",
    "parliament",
    "police force",
    "presidency",
    "regime",
    "rebels",
    "health ministry",
    "interior ministry",
    "defence ministry",
    "foreign ministry",
];

/// The name of a place inside a sentence: "the Philippines", "Kyiv".
pub fn place(name: &str) -> String {
    // "The South", a region of Lebanon.
    if BEARINGS.contains(&name) {
        return format!("the {name} region");
    }
    let last = name.rsplit(' ').next().unwrap_or(name);
    if WITH_ARTICLE.contains(&last) && !name.starts_with("the ") { format!("the {name}") } else { name.to_string() }
}

/// An actor inside a sentence, with the article that the text gives it: "a health official", "the Interior Ministry", "police".
pub fn actor(actor: &Actor) -> String {
    let written = actor.evidence.first().and_then(|e| e.text.split_once(' ')).map(|(first, _)| first.to_lowercase());
    let person = actor.kind == ActorType::Person && actor.name.starts_with(char::is_uppercase);
    match written.as_deref() {
        Some(article @ ("a" | "an" | "the")) if !person => format!("{article} {}", actor.name),
        // "Army" and "Mali army" of a headline: "the army", "the Mali army".
        _ if BODIES.iter().any(|b| {
            actor.name == *b
                || actor.name.ends_with(&format!(" {b}")) && !actor.name.contains("'s ") && !actor.name.contains("’s ")
        }) =>
        {
            format!("the {}", actor.name)
        }
        // "All three" and "Field teams" opened their sentences.
        _ if actor.name.starts_with("All ") || actor.name.starts_with("Field ") => {
            actor.name.chars().take(1).flat_map(char::to_lowercase).chain(actor.name.chars().skip(1)).collect()
        }
        _ => actor.name.clone(),
    }
}

/// An attacker with how sure the article is: "gunmen", "Islamic State (claims it)".
pub fn attacker(name: &str, standing: AttackerStanding) -> String {
    let note = match standing {
        AttackerStanding::Stated => return name.to_string(),
        AttackerStanding::Suspected if name.starts_with("suspected ") || name.starts_with("alleged ") => return name.to_string(),
        AttackerStanding::Claimed => "claims it",
        AttackerStanding::Accused => "accused",
        AttackerStanding::Suspected => "suspected",
        AttackerStanding::Denied => "denies it",
    };
    format!("{name} ({note})")
}

/// A number with a comma between thousands.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// An amount in plain words, bound first, with `number` for its numbers: "at least 3", "6 to 8"; a vague one in the
/// article's words.
pub fn bounded(value: &Amount, number: fn(u64) -> String) -> String {
    let n = number(value.figure());
    match value.bound {
        Bound::Exact => n,
        Bound::AtLeast => format!("at least {n}"),
        Bound::MoreThan => format!("more than {n}"),
        Bound::AtMost => format!("up to {n}"),
        Bound::LessThan => format!("fewer than {n}"),
        Bound::About => format!("about {n}"),
        Bound::Range => format!("{} to {}", number(value.low), number(value.high.unwrap_or(value.low))),
        Bound::Vague if value.text.is_empty() => n,
        Bound::Vague => value.text.to_lowercase(),
        Bound::None => "none".to_string(),
    }
}

/// "two", "two and three", "two, three and four".
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_string(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// "23 January 2026", "February 2022" or "2022"; `iso` itself where it is neither. A time of day is left out.
pub fn day(iso: &str) -> String {
    let date = iso.split('T').next().unwrap_or(iso);
    let mut parts = date.split('-');
    let year = parts.next().filter(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()));
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<usize>().ok());
    let (month, day) = (number(parts.next()), number(parts.next()));
    match (year, month.and_then(|m| MONTHS.get(m.wrapping_sub(1))), day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), None, None) if date.len() == 4 => year.to_string(),
        _ => iso.to_string(),
    }
}

/// The day, month or stretch that a date means; none where nothing anchors it.
pub fn meaning(date: &Date) -> Option<String> {
    let value = date.value.as_deref()?;
    let said = match value.split_once('/') {
        Some((from, to)) => format!("{} to {}", day(from), day(to)),
        None => day(value),
    };
    Some(match date.precision {
        Precision::Week if !value.contains('/') => format!("week of {said}"),
        _ => said,
    })
}

/// The article's words with their meaning: "last night (23 January 2026)".
pub fn words_and_meaning(date: &Date) -> String {
    match meaning(date) {
        Some(meaning) if !date.text.is_empty() && !is_calendar(&date.text) => format!("{} ({meaning})", date.text),
        Some(meaning) => meaning,
        None => date.text.clone(),
    }
}

/// "Sept 3", "7 October, 2023": words that name no more than a day, a month or a year.
fn is_calendar(text: &str) -> bool {
    let named = |word: &str| {
        let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        ordinal.bytes().all(|b| b.is_ascii_digit())
            || (word.len() >= 3 && MONTHS.iter().any(|m| m.to_lowercase().starts_with(&word.to_lowercase())))
    };
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.all(|w| named(w) || w == "Sept")
}

/// True where a kind of event in so many places is several: strikes on three towns are strikes; one earthquake is felt in many.
pub fn is_several(kind: EventType, places: usize) -> bool {
    places > 1 && !matches!(kind, EventType::Earthquake | EventType::Storm)
}

/// A kind of event, for one or several.
pub fn event(kind: EventType, many: bool) -> &'static str {
    let (one, more) = match kind {
        EventType::Airstrike => ("Air strike", "Air strikes"),
        EventType::MissileStrike => ("Missile strike", "Missile strikes"),
        EventType::DroneStrike => ("Drone strike", "Drone strikes"),
        EventType::Shelling => ("Shelling", "Shelling"),
        EventType::Shooting => ("Shooting", "Shootings"),
        EventType::Bombing => ("Bombing", "Bombings"),
        EventType::Battle => ("Fighting", "Fighting"),
        EventType::Abduction => ("Abduction", "Abductions"),
        EventType::Earthquake => ("Earthquake", "Earthquakes"),
        EventType::Flood => ("Flood", "Floods"),
        EventType::Storm => ("Storm", "Storms"),
        EventType::Fire => ("Fire", "Fires"),
        EventType::Landslide => ("Landslide", "Landslides"),
        EventType::Crash => ("Crash", "Crashes"),
        EventType::Explosion => ("Explosion", "Explosions"),
        EventType::Other => ("Incident", "Incidents"),
    };
    if many { more } else { one }
}

/// A class of weapon; `one` for a single one.
pub fn munition(kind: MunitionType, one: bool) -> &'static str {
    let (single, more) = match kind {
        MunitionType::Drone => ("drone", "drones"),
        MunitionType::Missile => ("missile", "missiles"),
        MunitionType::BallisticMissile => ("ballistic missile", "ballistic missiles"),
        MunitionType::CruiseMissile => ("cruise missile", "cruise missiles"),
        MunitionType::Rocket => ("rocket", "rockets"),
        MunitionType::Bomb => ("bomb", "bombs"),
        MunitionType::Shell => ("shell", "shells"),
        MunitionType::Mine => ("mine", "mines"),
        MunitionType::Gun => ("gun", "guns"),
        MunitionType::Explosive => ("explosive", "explosives"),
        MunitionType::Knife => ("knife", "knives"),
        MunitionType::Vehicle => ("vehicle", "vehicles"),
        MunitionType::Other => ("weapon", "weapons"),
    };
    if one { single } else { more }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 12, 999, 1000, 1_234_567].map(grouped), ["0", "12", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn names_take_their_article() {
        assert_eq!(["Philippines", "Gaza Strip", "Kyiv"].map(place), ["the Philippines", "the Gaza Strip", "Kyiv"]);
        assert_eq!(place("South"), "the South region");
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["Sumy"]), "Sumy");
        assert_eq!(list(&["Sumy", "Brod"]), "Sumy and Brod");
        assert_eq!(list(&["Sumy", "Brod", "Kelm"]), "Sumy, Brod and Kelm");
    }

    #[test]
    fn iso_dates_are_written_out() {
        let cases = [
            ("2026-01-23", "23 January 2026"),
            ("2022-02", "February 2022"),
            ("2022", "2022"),
            ("2026-01-23T22:10", "23 January 2026"),
            ("2026-13-01", "2026-13-01"),
            ("soon", "soon"),
            ("", ""),
        ];
        for (iso, want) in cases {
            assert_eq!(day(iso), want);
        }
    }

    #[test]
    fn the_articles_words_come_first() {
        let date = |value: Option<&str>, text: &str| Date {
            value: value.map(String::from),
            precision: Precision::PartOfDay,
            from: None,
            to: None,
            text: text.into(),
            implied: vec![],
            duration: None,
            every: None,
        };
        assert_eq!(words_and_meaning(&date(Some("2026-01-23"), "last night")), "last night (23 January 2026)");
        assert_eq!(words_and_meaning(&date(Some("2022-02"), "February 2022")), "February 2022");
        assert_eq!(words_and_meaning(&date(Some("2026-09-03"), "Sept. 3rd")), "3 September 2026");
        assert_eq!(words_and_meaning(&date(None, "earlier")), "earlier");
        assert_eq!(
            words_and_meaning(&date(Some("2026-01-20/2026-01-23"), "since Tuesday")),
            "since Tuesday (20 January 2026 to 23 January 2026)"
        );
    }
}
