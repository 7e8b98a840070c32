//! Whether a text tells history, so that a day without a year is of the year told last and not of the one it was written in.

use super::words::{Class, W};
use super::years::{plain_year, years_of};
use crate::Day;
use crate::text::Text;

/// From so many years on that lie behind, a text is a history.
const FEWEST_YEARS: usize = 2;

/// For each word of the news ("yesterday", "Friday"), a history names this many years.
const YEARS_A_WORD: usize = 3;

/// It names years long before its publication, and hardly a word that only the news has. One year is enough where the
/// first month that the text names is of that year.
pub(super) fn is_told(text: &Text, classes: &[Class], published: Option<Day>) -> bool {
    let (mut behind, mut news, mut months, mut opens) = (0, 0, 0, false);
    for (i, class) in classes.iter().enumerate() {
        match class {
            Class::Figure => match year_in(text.word(i)) {
                Some(year) if published.is_none_or(|p| year + 1 < p.year()) => {
                    behind += 1;
                    let dated = i.checked_sub(3).is_some_and(|b| classes[b..i].iter().any(|c| matches!(c, Class::Month(_))));
                    opens |= behind == 1 && months == 1 && dated;
                }
                Some(_) => news += 1,
                None => {}
            },
            Class::Month(_) => months += 1,
            Class::Weekday(_) | Class::Word(W::Today | W::Yesterday | W::Tomorrow | W::Tonight | W::Ago) => news += 1,
            _ => {}
        }
    }
    (behind >= FEWEST_YEARS || opens) && news * YEARS_A_WORD <= behind && (behind >= FEWEST_YEARS || news == 0)
}

/// "1943", "1941–42", "1870s".
fn year_in(word: &str) -> Option<i16> {
    let decade = || plain_year(word.strip_suffix('s')?);
    plain_year(word).or(years_of(word).map(|y| y.1)).or_else(decade)
}
