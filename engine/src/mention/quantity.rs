//! Quantities: numbers in figures and words, with the bound that the words around them set.
//!
//! A quantity does not say what it counts; the phrase that holds it does. Money, shares, ages, ordinals, clock
//! times and decimals are no quantities here.

use crate::lexicon::{self, Table, Tagged};
use crate::report::{Amount, Bound};
use crate::text::{Text, TokenKind, Tokens};

mod figure;
mod label;

use figure::{figure, hyphened, plain};
use label::is_label;

/// A number in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuantityMention {
    /// Bounding words included: "at least 19", "another five", "dozens".
    pub tokens: Tokens,
    /// What it says; `text` is filled by the phrase that holds it.
    pub amount: Amount,
    /// How the number is worded.
    pub class: NumberClass,
    /// "another five", "five more", "the other five": beside a count already given.
    pub additional: bool,
}

/// How a number is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberClass {
    /// "19", "1.2m", "nineteen", "two dozen".
    Number,
    /// "dozens": only a floor.
    Vague,
    /// "a couple": two, by a noun.
    Couple,
    /// "both": two already named.
    Both,
    /// "no", "none", "nobody".
    Zero,
}

/// Currency signs; a number behind one is money.
const CURRENCY: &[&str] = &["$", "£", "€", "₴", "₽", "₪", "₹", "¥", "US$"];

/// Ordinals in words, from the second on.
pub const ORDINALS: &[&str] =
    &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

/// Words between a bound and its number that change neither: "at least another five".
const FURTHER: &[&str] = &["another", "a further", "an additional", "the other", "other", "additional", "further"];

/// Every quantity of the text, in order; they do not overlap.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<QuantityMention> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        match quantity(text, tagged, i) {
            Some(mention) => {
                i = mention.tokens.end;
                found.push(mention);
            }
            None => i += 1,
        }
    }
    found
}

struct Core {
    end: usize,
    low: u64,
    high: u64,
    class: NumberClass,
}

/// Verbs before "up to" that say where a number got to.
const RISING: &[&str] =
    &["go", "goes", "going", "gone", "went", "moved", "crept", "inched", "edged", "shot", "jumped", "climbed", "pushed", "taken"];

fn quantity(text: &Text, tagged: &Tagged, start: usize) -> Option<QuantityMention> {
    let mut at = start;
    let mut bound = Bound::Exact;
    let mut additional = false;
    if tagged.key(at) == "between" && !(at > 0 && matches!(tagged.key(at - 1), "aged" | "ages" | "age")) {
        let low = core(text, tagged, past_bound(tagged, at + 1))?;
        if low.low < low.high {
            return mention(text, tagged, start, low, Bound::Range, false);
        }
        let joint = matches!(tagged.key(low.end), "and" | "to") || is_dash(tagged.key(low.end));
        let high = joint.then(|| core(text, tagged, past_bound(tagged, low.end + 1))).flatten()?;
        return mention(text, tagged, start, range(low, high)?, Bound::Range, false);
    }
    while let Some(before) = tagged.at(at).iter().find(|m| m.entry.table == Table::Bound && m.entry.cell(2) == "before") {
        let words = text.words(&before.tokens).to_lowercase();
        additional |= FURTHER.contains(&words.as_str());
        let named = bound_named(before.entry.cell(1));
        // "The toll went up to 131" is no bound.
        let rises = named == Bound::AtMost && at > 0 && RISING.contains(&tagged.key(at - 1));
        if named != Bound::Exact && !rises {
            bound = named;
        }
        at = before.tokens.end;
    }
    if is_rate(text, tagged, at) {
        return None;
    }
    // "no fewer than" is a bound; "no" alone is a number, and so is "a" before "dozen": both are tried last.
    let number = core(text, tagged, at)?;
    if at == start && is_label(text, tagged, start) {
        return None;
    }
    if bound == Bound::AtLeast
        && let Some(high) = capped(text, tagged, &number)
    {
        return mention(text, tagged, start, range(number, high)?, Bound::Range, additional);
    }
    let number = match joined(text, tagged, &number) {
        Some(high) => {
            bound = Bound::Range;
            range(number, high)?
        }
        None => number,
    };
    mention(text, tagged, start, number, bound, additional)
}

/// The second number of "at least 13 and as many as 46".
fn capped(text: &Text, tagged: &Tagged, low: &Core) -> Option<Core> {
    let at = low.end + 1;
    let cap = (tagged.key(low.end) == "and").then(|| tagged.at(at).iter().find(|m| m.entry.table == Table::Bound))??;
    let high = core(text, tagged, cap.tokens.end).filter(|_| bound_named(cap.entry.cell(1)) == Bound::AtMost)?;
    (high.class == NumberClass::Number && high.low > low.low).then_some(high)
}

/// Words before "from 7 to 9" where it is a range and no change.
const SPANNING: &[&str] = &["anywhere", "range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying"];

fn is_dash(key: &str) -> bool {
    matches!(key, "-" | "–" | "‑")
}

/// "35 to over 300": the words of a bound before the higher number of a range.
fn past_bound(tagged: &Tagged, at: usize) -> usize {
    let bound = |i: usize| tagged.at(i).iter().find(|m| m.entry.table == Table::Bound && m.entry.cell(2) == "before");
    bound(at).filter(|m| bound_named(m.entry.cell(1)) != Bound::Exact).map_or(at, |m| m.tokens.end)
}

/// The second number of "six to eight", "six or seven", "20 – 30 people".
fn joined(text: &Text, tagged: &Tagged, low: &Core) -> Option<Core> {
    let dash = is_dash(tagged.key(low.end));
    if low.class != NumberClass::Number || low.low != low.high || !(dash || matches!(tagged.key(low.end), "to" | "or")) {
        return None;
    }
    let high = core(text, tagged, past_bound(tagged, low.end + 1))?;
    if dash && tagged.longest(Table::People, high.end).is_none() {
        return None;
    }
    // "from 7 to 9" tells a change, not a range.
    let spans = low.end >= 3 && SPANNING.contains(&tagged.key(low.end - 3));
    let changes = low.end >= 2 && tagged.key(low.end - 2) == "from" && !spans;
    (high.class == NumberClass::Number && high.low > low.low && high.low <= low.low.saturating_mul(10) && !changes)
        .then_some(high)
}

fn range(low: Core, high: Core) -> Option<Core> {
    let scale =
        if high.low >= 1000 && low.low < 1000 && high.low.is_multiple_of(1000) && low.low < high.low / 1000 { 1000 } else { 1 };
    (low.low * scale <= high.high).then_some(Core {
        end: high.end,
        low: low.low * scale,
        high: high.high,
        class: NumberClass::Number,
    })
}

fn mention(text: &Text, tagged: &Tagged, start: usize, core: Core, bound: Bound, additional: bool) -> Option<QuantityMention> {
    let (mut end, mut bound, mut additional) = (core.end, bound, additional);
    if text.word(end) == "+" {
        (end, bound) = (end + 1, Bound::AtLeast);
    }
    if bound == Bound::Exact && end > start {
        bound = match tagged.key(end - 1) {
            key if key.ends_with("-odd") => Bound::About,
            key if key.ends_with("-plus") => Bound::AtLeast,
            _ => bound,
        };
    }
    if let Some(after) = tagged.at(end).iter().find(|m| m.entry.table == Table::Bound && m.entry.cell(2) == "after") {
        (end, bound) = (after.tokens.end, bound_named(after.entry.cell(1)));
    }
    if matches!(tagged.key(end), "more" | "other" | "additional" | "further") && !matches!(tagged.key(end + 1), "than") {
        (end, additional) = (end + 1, true);
    }
    if is_measure(text, tagged, start, core.end) {
        return None;
    }
    let amount = match (core.class, bound) {
        (NumberClass::Zero, _) => Amount::bounded(0, Bound::None, ""),
        (NumberClass::Vague, _) => Amount::bounded(core.low, Bound::Vague, ""),
        (_, Bound::Range) => Amount { low: core.low, high: Some(core.high), bound: Bound::Range, text: String::new() },
        _ if core.low != core.high => Amount { low: core.low, high: Some(core.high), bound: Bound::Range, text: String::new() },
        (_, bound) => Amount::bounded(core.low, bound, ""),
    };
    Some(QuantityMention { tokens: start..end, amount, class: core.class, additional })
}

fn bound_named(name: &str) -> Bound {
    match name {
        "at_least" => Bound::AtLeast,
        "more_than" => Bound::MoreThan,
        "at_most" => Bound::AtMost,
        "less_than" => Bound::LessThan,
        "about" => Bound::About,
        _ => Bound::Exact,
    }
}

/// Money, shares and degrees around the number `start..end`, or a unit written together with it.
fn is_measure(text: &Text, tagged: &Tagged, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |i| text.word(i));
    CURRENCY.contains(&before)
        || CURRENCY.contains(&text.word(start))
        || matches!(text.word(end), "%" | "°" | "°C" | "°F")
        || (text.word(end) == "-" && !text.tokens.get(end).is_some_and(|t| t.spaced))
        || tagged.at(end).iter().any(|m| m.entry.table == Table::Unit && matches!(m.entry.cell(2), "money" | "share"))
}

/// The longest remark between dashes, in tokens.
const REMARK: usize = 24;

/// "The dead number 34", "the survivors now number 12": the word at `i` is a verb.
pub fn is_numbering(tagged: &Tagged, i: usize) -> bool {
    if tagged.key(i) != "number" {
        return false;
    }
    let dash = |k: &usize| matches!(tagged.key(*k), "—" | "–");
    let passed = |k: &usize| matches!(tagged.key(*k), "now" | "already" | "still");
    let near = |end: usize| (end.saturating_sub(3)..end).rev().find(|k| !passed(k));
    // "The dead — among them two guards — number eight": what stands between the dashes is a remark.
    let aside = near(i).filter(dash).and_then(|k| (k.saturating_sub(REMARK)..k).rev().find(dash));
    let Some(before) = near(aside.unwrap_or(i)) else { return false };
    let harmed = ["dead", "wounded", "injured", "missing", "displaced", "casualties", "fatalities", "injuries"];
    let people = || tagged.ending(Table::People, 0, before + 1).is_some_and(|m| m.entry.form == lexicon::Form::Plural);
    // "the dead of Thursday's ferry disaster now number 59"
    let led = |k: usize| {
        tagged.key(k - 1) == "the" && harmed.contains(&tagged.key(k)) && matches!(tagged.key(k + 1), "of" | "in" | "from")
    };
    harmed.contains(&tagged.key(before)) || people() || (before.saturating_sub(REACH).max(1)..before).any(led)
}

/// How far before "number" the dead may stand.
const REACH: usize = 8;

/// "one in two of them", "one in five people": either number of a rate.
fn is_rate(text: &Text, tagged: &Tagged, at: usize) -> bool {
    let value = |i: usize| number_at(tagged, i).filter(|(_, c)| *c != "scale").map(|(n, _)| n).or_else(|| plain(text.word(i)));
    let in_ = [at + 1, at.wrapping_sub(1)].into_iter().find(|i| *i > 0 && tagged.key(*i) == "in");
    let Some((part, whole)) = in_.and_then(|i| Some((value(i - 1)?, value(i + 1).map(|n| (n, i + 2))?))) else { return false };
    let of = tagged.key(whole.1) == "of" && matches!(tagged.key(whole.1 + 1), "them" | "those" | "these" | "the" | "whom");
    part < whole.0 && whole.0 <= 20 && (of || matches!(tagged.key(whole.1), "people" | "children" | "women" | "men"))
}

fn core(text: &Text, tagged: &Tagged, at: usize) -> Option<Core> {
    let token = text.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        return figure(text, tagged, at);
    }
    // "a hundred and twelve", "a thousand two hundred".
    let scale = |i: usize| number_at(tagged, i).is_some_and(|(n, class)| class == "scale" && n >= 100);
    if tagged.key(at) == "a" && scale(at + 1) {
        return words(tagged, at + 1);
    }
    let Some(phrase) = tagged.longest(Table::Number, at) else {
        return words(tagged, at).or_else(|| hyphened(tagged.key(at), at));
    };
    let value: u64 = phrase.entry.cell(1).parse().ok()?;
    let end = phrase.tokens.end;
    let special = |class| Some(Core { end, low: value, high: value, class });
    match phrase.entry.cell(2) {
        "vague" if phrase.entry.cell(0) == "many" && at > 0 && matches!(tagged.key(at - 1), "how" | "as" | "so" | "too") => None,
        "vague" => special(NumberClass::Vague),
        "couple" => special(NumberClass::Couple),
        "both" => special(NumberClass::Both),
        "zero" => special(NumberClass::Zero),
        "phrase" => special(NumberClass::Number),
        _ => words(tagged, at),
    }
}

/// "nineteen", "twenty-one", "two hundred and six", "two dozen".
fn words(tagged: &Tagged, start: usize) -> Option<Core> {
    let (mut total, mut current, mut end) = (0u64, 0u64, start);
    let mut at = start;
    let mut vague = false;
    let after_article = start > 0 && tagged.key(start - 1) == "a";
    loop {
        let key = tagged.key(at);
        let Some((value, class)) = number_at(tagged, at) else {
            let goes_on = key == "and"
                && at > start
                && current >= 100
                && number_at(tagged, at + 1).is_some_and(|(v, c)| v < 100 && c != "scale");
            if goes_on {
                at += 1;
                continue;
            }
            break;
        };
        match class {
            "scale" if at == start && !after_article => return None,
            "scale" if value >= 1000 => {
                total = total.saturating_add(current.max(1).saturating_mul(value));
                current = 0;
            }
            "scale" => current = current.max(1).saturating_mul(value),
            _ if current % 10 != 0 || (current > 0 && current < 100 && value >= 10) => break,
            _ => current += value,
        }
        at += 1;
        end = at;
        vague |= class == "vague";
    }
    let value = total.saturating_add(current);
    (end > start && !vague).then_some(Core { end, low: value, high: value, class: NumberClass::Number })
}

/// The same of token `i`; most words are no numbers, which the lexicon has told already.
fn number_at(tagged: &Tagged, i: usize) -> Option<(u64, &'static str)> {
    let key = tagged.key(i);
    let listed = tagged.at(i).iter().any(|m| m.entry.table == Table::Number && m.tokens.len() == 1);
    if listed || key.contains('-') { number_word(key) } else { None }
}

/// Value and class of a number word; "twenty-one" is the sum of its halves.
fn number_word(key: &str) -> Option<(u64, &'static str)> {
    let key = key.strip_suffix("-odd").or_else(|| key.strip_suffix("-plus")).unwrap_or(key);
    let simple = |word: &str| {
        let row = lexicon::row(Table::Number, word)?;
        matches!(row.cell(2), "unit" | "tens" | "scale").then(|| row.cell(1).parse().ok().map(|v: u64| (v, row.cell(2))))?
    };
    simple(key).or_else(|| {
        let (tens, unit) = key.split_once('-')?;
        match (simple(tens)?, simple(unit)?) {
            ((tens, "tens"), (unit, "unit")) if unit < 10 => Some((tens + unit, "unit")),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(String, u64, Option<u64>, Bound)> {
        let text = Text::new(None, source);
        let tagged = lexicon::tag(&text);
        let found = find(&text, &tagged).into_iter();
        found.map(|q| (text.words(&q.tokens).to_string(), q.amount.low, q.amount.high, q.amount.bound)).collect()
    }

    fn one(source: &str) -> (u64, Option<u64>, Bound) {
        let found = read(source);
        assert_eq!(found.len(), 1, "{source}: {found:?}");
        (found[0].1, found[0].2, found[0].3)
    }

    #[test]
    fn numbers_in_every_form() {
        for (source, n) in [
            ("19 people", 19),
            ("1,200 people", 1200),
            ("1.2m people", 1_200_000),
            ("1.2 million people", 1_200_000),
            ("two dozen people", 24),
            ("half a dozen people", 6),
            ("twenty-one people", 21),
            ("two hundred and six people", 206),
            ("three thousand four hundred people", 3400),
            ("a couple", 2),
            ("a hundred people", 100),
            ("a hundred and twelve people", 112),
            ("a hundred thousand people", 100_000),
            ("11.500 people", 11_500),
            ("The dead number 34", 34),
            ("12 000 people", 12_000),
            ("1 200 000 people", 1_200_000),
        ] {
            assert_eq!(one(source), (n, Some(n), Bound::Exact), "{source}");
        }
    }

    #[test]
    fn bounds_before_and_after() {
        assert_eq!(one("at least 19 people"), (19, None, Bound::AtLeast));
        assert_eq!(one("no fewer than six people"), (6, None, Bound::AtLeast));
        assert_eq!(one("more than 370 drones"), (370, None, Bound::MoreThan));
        assert_eq!(one("up to 40 people"), (0, Some(40), Bound::AtMost));
        assert_eq!(one("as many as 40 people"), (0, Some(40), Bound::AtMost));
        assert_eq!(one("some 300 people"), (300, Some(300), Bound::About));
        assert_eq!(one("nearly 150 people"), (150, Some(150), Bound::About));
        assert_eq!(one("20 or more people"), (20, None, Bound::AtLeast));
        assert_eq!(one("20+ people"), (20, None, Bound::AtLeast));
        assert_eq!(one("between six and eight people"), (6, Some(8), Bound::Range));
        assert_eq!(one("six to eight people"), (6, Some(8), Bound::Range));
        for source in ["6-8 people", "6–8 people", "6 – 8 people", "between 6 – 8 people", "six-to-eight people", "6-to-8 people"]
        {
            assert_eq!(one(source), (6, Some(8), Bound::Range), "{source}");
        }
        assert_eq!(one("2,000–3,000 people"), (2000, Some(3000), Bound::Range));
        assert_eq!(one("2-3,000 people"), (2000, Some(3000), Bound::Range));
        assert_eq!(one("anywhere from 30 to 40 people"), (30, Some(40), Bound::Range));
        assert_eq!(one("forty-plus people"), (40, None, Bound::AtLeast));
        assert_eq!(one(">30 people"), (30, None, Bound::MoreThan));
    }

    #[test]
    fn vague_and_zero() {
        assert_eq!(one("dozens of people"), (24, None, Bound::Vague));
        assert_eq!(one("tens of thousands of people"), (20_000, None, Bound::Vague));
        assert_eq!(one("no casualties"), (0, Some(0), Bound::None));
    }

    #[test]
    fn what_is_no_quantity() {
        for source in [
            "$40",
            "40%",
            "40 per cent",
            "a 6.125 quake",
            "one in two of those",
            "room number 34",
            "at 13:42",
            "2026-01-24",
            "the 12th",
            "Olena Marchuk, 34, a nurse",
            "40 dollars",
            "aged 34",
            "two nurses, aged 34 and 41, sang".split_once(", ").map_or("", |(_, rest)| rest),
            "The driver, 54, sang",
        ] {
            assert_eq!(read(source), [], "{source}");
        }
    }

    #[test]
    fn further_people_are_marked() {
        let text = Text::new(None, "another five people and three more men");
        let found = find(&text, &lexicon::tag(&text));
        assert!(found.iter().all(|q| q.additional) && found.len() == 2, "{found:?}");
    }
}
