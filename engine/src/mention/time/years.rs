//! Bare years, and years of an era or a pair: "in 2014", "the 1812 campaign", "264 BC", "1941–42".

use super::absolute::POSSESSIVES;
use super::calendar::{Implied, Point, When};
use super::reader::{Reader, Reading};
use super::words::{Class, Unit, W};
use crate::report::Precision;

/// Years that four figures can name.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1000..=2100;

/// Before this year a bare figure is a year only behind a preposition of time: "1453 feet", but "in 1453".
const MODERN: i16 = 1900;

/// Nouns of what is measured or numbered, so that the figure before them is no year.
const MEASURED: &[&str] = &[
    "acres",
    "barrels",
    "copies",
    "dollars",
    "employees",
    "euros",
    "feet",
    "francs",
    "hectares",
    "homes",
    "horses",
    "houses",
    "kilometers",
    "kilometres",
    "km",
    "marks",
    "men",
    "metres",
    "meters",
    "miles",
    "percent",
    "points",
    "pounds",
    "prisoners",
    "rounds",
    "ships",
    "tonnes",
    "tons",
    "votes",
    "women",
    "workers",
    "yards",
];

/// Words before a bare year: "in 2014", "the 2014 war".
const BEFORE_YEAR: &[W] = &[
    W::In,
    W::Since,
    W::By,
    W::Until,
    W::From,
    W::During,
    W::Of,
    W::Before,
    W::After,
    W::Between,
    W::The,
    W::Early,
    W::Late,
    W::Mid,
    W::Through,
    W::To,
    W::A,
    W::And,
    W::For,
    W::Earlier,
    W::Later,
];

impl Reader<'_> {
    /// A bare year where the words before or behind it make it one.
    pub(super) fn year(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        // "the 2011-12 famine": behind the article it is no month.
        let pair = || {
            let (a, b) = word.split_once(['-', '–', '‑', '/'])?;
            let first = plain_year(a).filter(|_| b.len() == 2 && self.after_any(i, &[W::The]))?;
            (b.parse() == Ok((first + 1) % 100)).then_some((first, first + 1))
        };
        if let Some((a, b)) = years_of(word).or_else(pair) {
            if let Class::Season(season) = self.at(i + 1) {
                return Some(Reading::maybe(i, i + 2, When::season(a, season, Implied::NONE), Precision::Season));
            }
            let when = When::new(Point::Year(a), Point::Year(b), Precision::Year, Implied::NONE);
            return Some(Reading::maybe(i, i + 1, when, Precision::Year));
        }
        if let Some(decade) = self.decade(i, false) {
            return Some(decade);
        }
        if let Some(era) = self.year_before_era(i) {
            return Some(era);
        }
        let year = plain_year(word)?;
        let round = year % 100 == 0 && self.is_noun_like(i + 1);
        let people = matches!(self.word(i + 1), "people" | "%" | "troops" | "soldiers" | "civilians" | "children");
        let measured = people || MEASURED.binary_search(&self.word(i + 1)).is_ok();
        if round || measured || matches!(self.at(i + 1), Class::Units(_) | Class::Figure) {
            return None;
        }
        if year < MODERN && !self.is_old_year(i) {
            return None;
        }
        let before = self.word_before(i);
        let possessive = POSSESSIVES.contains(&before) || matches!(before, "’s" | "'s" | "’");
        let bracket = before == "(" && matches!(self.word(i + 1), ")" | "-" | "–");
        let subject = i == self.start && matches!(self.word(i + 1), "was" | "is" | "saw" | "has" | "will" | "’s" | "'s");
        let trigger = self.after_any(i, BEFORE_YEAR)
            || possessive
            || bracket
            || subject
            || matches!(self.before(i), Class::Season(_) | Class::Unit(Unit::Year) | Class::Month(_))
            || self.is_dash(i.wrapping_sub(1))
            || (self.is_dash(i + 1) && plain_year(self.word(i + 2)).is_some());
        trigger.then(|| Reading::maybe(i, i + 1, When::year(year, Implied::NONE), Precision::Year))
    }

    /// "In 1775 the war began", "the campaign of 1812", "Norvia's 1878 treaty", but not "of 1453 houses".
    fn is_old_year(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        let counted = self.is_noun_like(i + 1) && next.ends_with('s') && !next.ends_with("ss");
        let placed = self.after_any(i, &[W::In, W::Since, W::During, W::Until, W::By]) && !counted;
        let alone = !self.is_noun_like(i + 1) && !self.is_capital(i + 1);
        let joined =
            self.after_any(i, &[W::From, W::Of, W::Before, W::After, W::Between, W::To, W::And, W::Early, W::Late, W::Mid]);
        let owned = matches!(self.word_before(i), "’s" | "'s" | "’" | "(") || POSSESSIVES.contains(&self.word_before(i));
        let dash = self.is_dash(i.wrapping_sub(1)) || self.is_dash(i + 1) && plain_year(self.word(i + 2)).is_some();
        let named = self.after_any(i, &[W::The]) && self.is_noun_like(i + 1) && !counted;
        placed
            || joined && alone
            || owned && !counted
            || dash
            || named
            || matches!(self.before(i), Class::Season(_) | Class::Unit(Unit::Year) | Class::Month(_))
    }

    /// "In 264 BC", "264 BCE": a year before our era, negative and by no year 0 as ISO 8601 counts them.
    fn year_before_era(&self, i: usize) -> Option<Reading> {
        let era = matches!(self.word(i + 1), "BC" | "BCE" | "B.C" | "B.C.");
        let year: i16 = self.word(i).parse().ok().filter(|y| era && (1..4000).contains(y))?;
        let when = When::year(1 - year, Implied::NONE);
        Some(Reading::maybe(i, self.past_stop(i + 1), when, Precision::Year))
    }
}

pub(super) fn plain_year(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?.filter(|y| YEARS.contains(y))
}

/// "2014-2018", "2022-23", "2022/23".
pub(super) fn years_of(word: &str) -> Option<(i16, i16)> {
    let (a, b) = word.split_once(['-', '–', '‑', '/'])?;
    let from = plain_year(a)?;
    let to = match b.len() {
        4 => plain_year(b)?,
        // "2004-05" may be a month.
        2 => b.parse::<i16>().ok().filter(|&n| n > 12 || word.contains('–')).map(|n| from - from % 100 + n)?,
        _ => return None,
    };
    (from < to).then_some((from, to))
}
