//! The words that time expressions are made of: one sorted table, one look-up a token.

use super::ISO_DAY;
use super::calendar::{Feast, Season};
use crate::text::{Text, TokenKind};

/// What a token can be within a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// No part of any time expression.
    Other,
    /// Begins with a digit: "14", "14th", "2025", "13:42", "1990s", "2014-2018".
    Figure,
    /// A word with a hyphen that may hold a time: "mid-March", "four-year".
    Hyphenated,
    Month(i8),
    /// "Jan", "Sept": a month only beside a figure or after a preposition.
    MonthShort(i8),
    /// Monday 0.
    Weekday(i8),
    /// "Sat", "Tue": a weekday only beside a date.
    WeekdayShort(i8),
    /// "Fridays".
    Weekdays,
    Season(Season),
    Part(Part),
    Unit(Unit),
    /// A unit in the plural.
    Units(Unit),
    Cardinal(u16),
    Ordinal(u8),
    Feast(Feast),
    Word(W),
}

/// Parts of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Midnight,
    /// Dawn, noon, dusk: said of a clock rather than of a stretch.
    Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Year,
    Decade,
    Century,
}

/// Closed-class words; each variant is one word or a set that the rules treat alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum W {
    A,
    After,
    Ago,
    AmPm,
    And,
    Anniversary,
    At,
    Before,
    Between,
    Boxing,
    By,
    Coming,
    Couple,
    Dozen,
    During,
    Earlier,
    Early,
    End,
    Eve,
    Every,
    Fall,
    Fiscal,
    Following,
    For,
    From,
    Future,
    Good,
    Habit,
    Half,
    Height,
    In,
    Into,
    Last,
    Late,
    Lately,
    Later,
    Local,
    Mid,
    Middle,
    New,
    Next,
    Now,
    Oclock,
    Of,
    Old,
    On,
    Onwards,
    Or,
    Orthodox,
    Over,
    Overnight,
    Palm,
    Past,
    Per,
    Present,
    Previous,
    Quarter,
    Recent,
    Same,
    Since,
    Small,
    Soon,
    Start,
    Straight,
    That,
    The,
    This,
    Through,
    Time,
    Times,
    To,
    Today,
    Tomorrow,
    Tonight,
    Until,
    Vague,
    Victory,
    Yesterday,
    Zone,
}

use Class::{Cardinal, Month, MonthShort, Ordinal, Units, Weekday, WeekdayShort, Weekdays, Word};

/// Every word with its class, in byte order of the lower-case word.
#[rustfmt::skip]
const TABLE: &[(&str, Class)] = &[
    ("&", Word(W::And)), ("a", Word(W::A)), ("a.m", Word(W::AmPm)), ("a.m.", Word(W::AmPm)), ("after", Word(W::After)),
    ("afternoon", Class::Part(Part::Afternoon)), ("afterward", Word(W::Later)), ("afterwards", Word(W::Later)),
    ("ago", Word(W::Ago)), ("am", Word(W::AmPm)), ("an", Word(W::A)), ("and", Word(W::And)),
    ("anniversary", Word(W::Anniversary)), ("annually", Word(W::Habit)), ("apr", MonthShort(4)), ("april", Month(4)),
    ("at", Word(W::At)), ("aug", MonthShort(8)), ("august", Month(8)), ("autumn", Class::Season(Season::Autumn)),
    ("before", Word(W::Before)), ("beginning", Word(W::Start)), ("between", Word(W::Between)), ("boxing", Word(W::Boxing)),
    ("bst", Word(W::Zone)), ("by", Word(W::By)), ("calendar", Word(W::Straight)), ("centuries", Units(Unit::Century)),
    ("century", Class::Unit(Unit::Century)), ("cest", Word(W::Zone)), ("cet", Word(W::Zone)),
    ("christmas", Class::Feast(Feast::Fixed(12, 25))), ("close", Word(W::End)), ("coming", Word(W::Coming)),
    ("consecutive", Word(W::Straight)), ("couple", Word(W::Couple)), ("currently", Word(W::Now)), ("daily", Word(W::Habit)),
    ("dawn", Class::Part(Part::Moment)), ("day", Class::Unit(Unit::Day)), ("daybreak", Class::Part(Part::Moment)),
    ("days", Units(Unit::Day)), ("dec", MonthShort(12)), ("decade", Class::Unit(Unit::Decade)),
    ("decades", Units(Unit::Decade)), ("december", Month(12)), ("depth", Word(W::Height)), ("depths", Word(W::Height)),
    ("diwali", Class::Feast(Feast::Unresolved)), ("dozen", Word(W::Dozen)), ("during", Word(W::During)),
    ("dusk", Class::Part(Part::Moment)), ("each", Word(W::Every)), ("earlier", Word(W::Earlier)), ("early", Word(W::Early)),
    ("easter", Class::Feast(Feast::Easter(0))), ("edt", Word(W::Zone)), ("eest", Word(W::Zone)), ("eet", Word(W::Zone)),
    ("eid", Class::Feast(Feast::Unresolved)), ("eight", Cardinal(8)), ("eighteen", Cardinal(18)),
    ("eighteenth", Ordinal(18)), ("eighth", Ordinal(8)), ("eighty", Cardinal(80)), ("eleven", Cardinal(11)),
    ("eleventh", Ordinal(11)), ("end", Word(W::End)), ("est", Word(W::Zone)), ("et", Word(W::Zone)), ("eve", Word(W::Eve)),
    ("evening", Class::Part(Part::Evening)), ("every", Word(W::Every)), ("fall", Word(W::Fall)), ("feb", MonthShort(2)),
    ("february", Month(2)), ("few", Word(W::Vague)), ("fifteen", Cardinal(15)), ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)), ("fifty", Cardinal(50)), ("first", Ordinal(1)), ("fiscal", Word(W::Fiscal)),
    ("five", Cardinal(5)), ("following", Word(W::Following)), ("for", Word(W::For)),
    ("fortnight", Class::Unit(Unit::Fortnight)), ("fortnightly", Word(W::Habit)), ("fortnights", Units(Unit::Fortnight)),
    ("forty", Cardinal(40)), ("four", Cardinal(4)), ("fourteen", Cardinal(14)), ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)), ("fri", WeekdayShort(4)), ("friday", Weekday(4)), ("fridays", Weekdays), ("from", Word(W::From)),
    ("full", Word(W::Straight)), ("further", Word(W::Straight)), ("future", Word(W::Future)), ("gmt", Word(W::Zone)),
    ("good", Word(W::Good)), ("half", Word(W::Half)), ("halloween", Class::Feast(Feast::Fixed(10, 31))),
    ("hanukkah", Class::Feast(Feast::Unresolved)), ("height", Word(W::Height)), ("hour", Class::Unit(Unit::Hour)),
    ("hourly", Word(W::Habit)), ("hours", Units(Unit::Hour)), ("in", Word(W::In)), ("into", Word(W::Into)),
    ("ist", Word(W::Zone)), ("jan", MonthShort(1)), ("january", Month(1)), ("jul", MonthShort(7)), ("july", Month(7)),
    ("jun", MonthShort(6)), ("june", Month(6)), ("last", Word(W::Last)), ("late", Word(W::Late)),
    ("lately", Word(W::Lately)), ("later", Word(W::Later)), ("local", Word(W::Local)), ("long", Word(W::Straight)),
    ("lunchtime", Class::Part(Part::Afternoon)), ("many", Word(W::Vague)), ("mar", MonthShort(3)), ("march", Month(3)),
    ("may", Month(5)), ("mid", Word(W::Mid)), ("mid-afternoon", Class::Part(Part::Afternoon)),
    ("mid-morning", Class::Part(Part::Afternoon)), ("midday", Class::Part(Part::Moment)), ("middle", Word(W::Middle)),
    ("midnight", Class::Part(Part::Midnight)), ("midst", Word(W::Middle)), ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Units(Unit::Minute)), ("mon", WeekdayShort(0)), ("monday", Weekday(0)), ("mondays", Weekdays),
    ("month", Class::Unit(Unit::Month)), ("monthly", Word(W::Habit)), ("months", Units(Unit::Month)),
    ("more", Word(W::Straight)), ("morning", Class::Part(Part::Morning)), ("mornings", Class::Part(Part::Morning)),
    ("new", Word(W::New)), ("next", Word(W::Next)), ("night", Class::Part(Part::Night)),
    ("nightfall", Class::Part(Part::Moment)), ("nightly", Word(W::Habit)), ("nights", Units(Unit::Night)),
    ("nighttime", Class::Part(Part::Night)), ("nine", Cardinal(9)), ("nineteen", Cardinal(19)), ("nineteenth", Ordinal(19)),
    ("ninety", Cardinal(90)), ("ninth", Ordinal(9)), ("noon", Class::Part(Part::Moment)), ("nov", MonthShort(11)),
    ("november", Month(11)), ("now", Word(W::Now)), ("nowadays", Word(W::Now)), ("nowruz", Class::Feast(Feast::Unresolved)),
    ("o'clock", Word(W::Oclock)), ("oct", MonthShort(10)), ("october", Month(10)), ("of", Word(W::Of)),
    ("old", Word(W::Old)), ("on", Word(W::On)), ("once", Word(W::Times)), ("one", Cardinal(1)), ("onward", Word(W::Onwards)),
    ("onwards", Word(W::Onwards)), ("or", Word(W::Or)), ("orthodox", Word(W::Orthodox)), ("outset", Word(W::Start)),
    ("over", Word(W::Over)), ("overnight", Word(W::Overnight)), ("o’clock", Word(W::Oclock)), ("p.m", Word(W::AmPm)),
    ("p.m.", Word(W::AmPm)), ("palm", Word(W::Palm)), ("passover", Class::Feast(Feast::Unresolved)), ("past", Word(W::Past)),
    ("per", Word(W::Per)), ("pm", Word(W::AmPm)), ("pre-dawn", Class::Part(Part::Moment)), ("preceding", Word(W::Previous)),
    ("predawn", Class::Part(Part::Moment)), ("present", Word(W::Present)), ("presently", Word(W::Now)),
    ("previous", Word(W::Previous)), ("pst", Word(W::Zone)), ("quarter", Word(W::Quarter)), ("quarterly", Word(W::Habit)),
    ("ramadan", Class::Feast(Feast::Unresolved)), ("recent", Word(W::Recent)), ("recently", Word(W::Lately)),
    ("same", Word(W::Same)), ("sat", WeekdayShort(5)), ("saturday", Weekday(5)), ("saturdays", Weekdays),
    ("second", Ordinal(2)), ("seconds", Units(Unit::Second)), ("sep", MonthShort(9)), ("sept", MonthShort(9)),
    ("september", Month(9)), ("seven", Cardinal(7)), ("seventeen", Cardinal(17)), ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)), ("seventy", Cardinal(70)), ("several", Word(W::Vague)), ("shortly", Word(W::Soon)),
    ("since", Word(W::Since)), ("six", Cardinal(6)), ("sixteen", Cardinal(16)), ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)), ("sixty", Cardinal(60)), ("small", Word(W::Small)), ("some", Word(W::Vague)),
    ("soon", Word(W::Soon)), ("spring", Class::Season(Season::Spring)), ("start", Word(W::Start)),
    ("straight", Word(W::Straight)), ("successive", Word(W::Straight)), ("summer", Class::Season(Season::Summer)),
    ("summertime", Class::Season(Season::Summer)), ("sun", WeekdayShort(6)), ("sunday", Weekday(6)), ("sundays", Weekdays),
    ("sunrise", Class::Part(Part::Moment)), ("sunset", Class::Part(Part::Moment)), ("teatime", Class::Part(Part::Afternoon)),
    ("ten", Cardinal(10)), ("tenth", Ordinal(10)), ("thanksgiving", Class::Feast(Feast::Thanksgiving)),
    ("that", Word(W::That)), ("the", Word(W::The)), ("third", Ordinal(3)), ("thirteen", Cardinal(13)),
    ("thirteenth", Ordinal(13)), ("thirty", Cardinal(30)), ("this", Word(W::This)), ("three", Cardinal(3)),
    ("through", Word(W::Through)), ("throughout", Word(W::Through)), ("thu", WeekdayShort(3)), ("thur", WeekdayShort(3)),
    ("thurs", WeekdayShort(3)), ("thursday", Weekday(3)), ("thursdays", Weekdays), ("til", Word(W::Until)),
    ("till", Word(W::Until)), ("time", Word(W::Time)), ("times", Word(W::Times)), ("to", Word(W::To)),
    ("today", Word(W::Today)), ("tomorrow", Word(W::Tomorrow)), ("tonight", Word(W::Tonight)), ("tue", WeekdayShort(1)),
    ("tues", WeekdayShort(1)), ("tuesday", Weekday(1)), ("tuesdays", Weekdays), ("twelfth", Ordinal(12)),
    ("twelve", Cardinal(12)), ("twentieth", Ordinal(20)), ("twenty", Cardinal(20)), ("twice", Word(W::Times)),
    ("two", Cardinal(2)), ("until", Word(W::Until)), ("upcoming", Word(W::Coming)), ("utc", Word(W::Zone)),
    ("valentine", Class::Feast(Feast::Fixed(2, 14))), ("valentines", Class::Feast(Feast::Fixed(2, 14))),
    ("ve", Word(W::Victory)), ("vj", Word(W::Victory)),
    ("wed", WeekdayShort(2)), ("wednesday", Weekday(2)), ("wednesdays", Weekdays), ("weds", WeekdayShort(2)),
    ("week", Class::Unit(Unit::Week)), ("weekend", Class::Unit(Unit::Weekend)), ("weekends", Units(Unit::Weekend)),
    ("weekly", Word(W::Habit)), ("weeks", Units(Unit::Week)), ("whole", Word(W::Straight)),
    ("winter", Class::Season(Season::Winter)), ("wintertime", Class::Season(Season::Winter)), ("within", Word(W::In)),
    ("xmas", Class::Feast(Feast::Fixed(12, 25))), ("year", Class::Unit(Unit::Year)), ("yearly", Word(W::Habit)),
    ("years", Units(Unit::Year)), ("yesterday", Word(W::Yesterday)),
];

/// Longest word of [`TABLE`] in bytes.
const LONGEST: usize = 13;

/// The words of [`TABLE`] as numbers, which compare faster than strings.
const KEYS: [u128; TABLE.len()] = {
    let mut keys = [0; TABLE.len()];
    let mut i = 0;
    while i < keys.len() {
        keys[i] = key(TABLE[i].0.as_bytes());
        i += 1;
    }
    keys
};

/// Up to 16 bytes as a number, ASCII capitals as small letters; the order of numbers is that of words.
const fn key(word: &[u8]) -> u128 {
    let mut key = 0;
    let mut i = 0;
    while i < 16 {
        key <<= 8;
        if i < word.len() {
            key |= word[i].to_ascii_lowercase() as u128;
        }
        i += 1;
    }
    key
}

/// The class of every token in `range`; that of any other token is [`Class::Other`].
pub(super) fn classes(text: &Text, range: impl Iterator<Item = usize>) -> Vec<Class> {
    let mut classes = vec![Class::Other; text.tokens.len()];
    for i in range {
        classes[i] = class(text, i);
    }
    classes
}

/// The class of token `i`.
fn class(text: &Text, i: usize) -> Class {
    let Some(token) = text.tokens.get(i) else { return Class::Other };
    let word = text.word(i);
    match token.kind {
        TokenKind::Number => Class::Figure,
        TokenKind::Mark if word == "&" => Word(W::And),
        TokenKind::Mark | TokenKind::Clitic => Class::Other,
        TokenKind::Word => match look_up(word) {
            Month(_) | MonthShort(_) | WeekdayShort(_) if !token.capital => Class::Other,
            Class::Other if word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(['-', '–', '‑']) => {
                Class::Figure
            }
            // "2026-01-24T10:30"
            Class::Other if word.as_bytes().get(ISO_DAY) == Some(&b'T') && word.starts_with(|c: char| c.is_ascii_digit()) => {
                Class::Figure
            }
            Class::Other if word.contains(['-', '–', '‑']) => Class::Hyphenated,
            class => class,
        },
    }
}

/// The class of a word or of a part of a hyphenated one; letters of either case.
pub(super) fn look_up(word: &str) -> Class {
    if word.len() > LONGEST {
        return Class::Other;
    }
    KEYS.binary_search(&key(word.as_bytes())).map_or(Class::Other, |at| TABLE[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_short_enough() {
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(TABLE.iter().map(|row| row.0.len()).max(), Some(LONGEST));
    }

    #[test]
    fn verbs_are_no_months() {
        let text = Text::new(None, "They may march in May");
        assert_eq!([class(&text, 1), class(&text, 2), class(&text, 4)], [Class::Other, Class::Other, Month(5)]);
    }
}
