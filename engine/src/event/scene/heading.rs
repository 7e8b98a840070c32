//! Headings of entries in lists of events, which say where and when before the first verb: "Lima, Aug. 31, 1981. Bombs damaged …",
//! "8 January 1994. Algeria. Gunmen shot …", "27.10.2007: Santos anchorage, Brazil. …". A newspaper's dateline is none.

use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::text::Tokens;

/// How many verbless sentences a heading has at most.
const SENTENCES: usize = 3;

/// The longest heading that shares a sentence with what it heads, in tokens.
const WORDS: usize = 16;

/// The mentions of places in the heading of the text, where it also says when or holds nothing else.
pub(super) fn places<'a>(reading: Reading<'a>) -> impl Iterator<Item = usize> + 'a {
    let ranges = ranges(reading);
    let dated = ranges.iter().any(|range| reading.times(range).next().is_some());
    // The day above the text may have been taken as that of the page.
    let alone = move |range: &Tokens| {
        let named = |i: usize| reading.places(range).any(|(_, m)| m.tokens.contains(&i));
        range.clone().all(|i| named(i) || matches!(reading.tagged.key(i), "." | ","))
    };
    ranges.into_iter().filter(move |range| dated || alone(range)).flat_map(move |range| {
        let named = reading.places(&range).filter(|(_, named)| !reading.text.in_dateline(named.tokens.start));
        named.map(|(mention, _)| mention).collect::<Vec<_>>()
    })
}

/// The words before the first verb of the text: whole sentences, and the next one up to its colon or bracket.
fn ranges(reading: Reading) -> Vec<Tokens> {
    let mut found = Vec::new();
    let first = reading.text.titles();
    for sentence in first..reading.parse.sentences.len().min(first + SENTENCES + 1) {
        let chunks = reading.chunks(sentence);
        let range = reading.sentence(sentence);
        let verb = chunks.iter().position(|c| matches!(c.kind, ChunkKind::Verb(_)));
        let Some(verb) = verb else {
            found.push(range);
            continue;
        };
        let head = range.start..chunks[verb].tokens.start.min(range.start + WORDS);
        // "COLOMBO, JUNE 11 (PTI) — FIFTEEN …": a dateline in a text of capitals.
        let key = |i: usize| reading.tagged.key(i);
        let agency =
            |i: usize| key(i) == "(" && (i + 2..i + 6).any(|k| key(k) == ")" && matches!(key(k + 1), "-" | "–" | "—" | "--"));
        let close = head.clone().rfind(|i| matches!(key(*i), ":" | "(")).filter(|i| !agency(*i));
        found.extend(close.map(|close| range.start..close));
        return found;
    }
    // Nothing but verbless lines is a list of places, and no heading.
    Vec::new()
}
