//! Targets: which noun phrases name things that can be damaged, and what they are for.

use crate::lexicon::{Table, Tagged};
use crate::report::Category;
use crate::text::Tokens;

/// Category of the thing that the phrase `tokens` with head `head` names; none where the head is no such thing.
/// A head of no category of its own takes that of a word before it: "energy facilities".
pub fn of_phrase(tagged: &Tagged, tokens: &Tokens, head: usize) -> Option<Category> {
    // "the House of Culture": the name goes on behind the head.
    let beyond = (tokens.start..=head).find_map(|i| tagged.longest(Table::Target, i).filter(|m| m.tokens.end > head + 1));
    let Some(row) = beyond.or_else(|| tagged.ending(Table::Target, tokens.start, head + 1)) else {
        // "a school-turned-shelter", "a church-turned-clinic": built as the first.
        let (was, _) = tagged.key(head).split_once("-turned-")?;
        return crate::lexicon::row(Table::Target, was).map(|row| category(row.cell(2)));
    };
    let own = category(row.entry.cell(2));
    if own != Category::Other {
        return Some(own);
    }
    // "a 12-storey building": people live in it.
    let storeys = |i: usize| ["-storey", "-story", "-floor"].iter().any(|w| tagged.key(i).ends_with(w));
    let modifier = |i: usize| {
        let told = tagged.longest(Table::TargetModifier, i).map(|m| category(m.entry.cell(1)));
        told.or_else(|| storeys(i).then_some(Category::Residential))
    };
    Some((tokens.start..row.tokens.start).rev().find_map(modifier).unwrap_or(own))
}

/// Those whom a service reaches, and where they live.
const SERVED: &[&str] = &[
    "customers",
    "consumers",
    "households",
    "subscribers",
    "users",
    "people",
    "residents",
    "families",
    "inhabitants",
    "villages",
    "towns",
    "settlements",
    "communities",
    "districts",
    "neighbourhoods",
    "neighborhoods",
    "premises",
];

/// Power or water can be cut to it: "customers", "villages".
pub fn is_served(key: &str) -> bool {
    SERVED.contains(&key)
}

/// Nouns that tell how much of a thing there is, how it lies or what is left of it: "a row of shops", "half of the buildings".
const SHARES: &[&str] = &[
    "row",
    "rows",
    "section",
    "sections",
    "stretch",
    "stretches",
    "portion",
    "portions",
    "segment",
    "segments",
    "series",
    "number",
    "string",
    "cluster",
    "group",
    "line",
    "lines",
    "half",
    "third",
    "two-thirds",
    "one-third",
    "three-quarters",
    "thirds",
    "quarter",
    "quarters",
    "majority",
    "most",
    "all",
    "many",
    "much",
    "some",
    "several",
    "both",
    "%",
    "percent",
    "cent",
    "percentage",
    "swathe",
    "swathes",
    "swath",
    "pair",
    "one",
    "fleet",
    "bulk",
    "tract",
    "tracts",
    "expanse",
    "lot",
    "lots",
    "remains",
    "wreckage",
    "wreck",
    "ruins",
    "rubble",
    "shell",
    "debris",
    "parts",
    "contents",
    "hundreds",
    "dozens",
    "thousands",
    "scores",
];

/// Nouns that measure a thing: "12,000 hectares of rice".
const MEASURES: &[&str] = &[
    "hectare",
    "hectares",
    "acre",
    "acres",
    "kilometre",
    "kilometres",
    "kilometer",
    "kilometers",
    "km",
    "mile",
    "miles",
    "metre",
    "metres",
    "meter",
    "meters",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "bag",
    "bags",
    "sack",
    "sacks",
    "head",
];

/// The noun tells how much or what part of a thing there is: "a row of shops", "12,000 hectares of rice".
pub fn is_share(key: &str) -> bool {
    SHARES.contains(&key) || is_measure(key)
}

/// The noun measures a thing.
pub fn is_measure(key: &str) -> bool {
    MEASURES.contains(&key)
}

fn category(name: &str) -> Category {
    match name {
        "health" => Category::Health,
        "education" => Category::Education,
        "residential" => Category::Residential,
        "energy" => Category::Energy,
        "transport" => Category::Transport,
        "water" => Category::Water,
        "religious" => Category::Religious,
        "cultural" => Category::Cultural,
        "government" => Category::Government,
        "military" => Category::Military,
        "industry" => Category::Industry,
        "media" => Category::Media,
        "aid" => Category::Aid,
        "commercial" => Category::Commercial,
        "agriculture" => Category::Agriculture,
        _ => Category::Other,
    }
}
