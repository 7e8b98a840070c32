//! Totals: the sum of the rows that do not overlap, with every other row and its reason.

use super::{Ledger, Omission, Relation, died, relate, sides};
use crate::event::count::{self, Link, Tally};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::frame::Frame;
use crate::mention::place::PlaceMention;
use crate::report::{Amount, Bound, Kind, Reason, Status, wording};
use crate::scope::Scope;
use crate::text::Tokens;

/// The total of one kind. Indices are those of the findings' counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    pub kind: Kind,
    pub value: Amount,
    pub counted: Vec<usize>,
    pub left_out: Vec<Omission>,
    /// The text itself states it: one row as it is worded.
    pub stated: bool,
    /// Sources disagree on it.
    pub disputed: bool,
}

/// Adds up the current counts of `kind`; none where there is none.
pub fn sum(reading: Reading, findings: &Findings, ledger: &Ledger, kind: Kind, dead: Option<&Sum>) -> Option<Sum> {
    let relations = &ledger.relations;
    let counts = &findings.counts;
    let of_kind: Vec<usize> = (0..counts.len()).filter(|i| counts[*i].fact.kind == kind).collect();
    let main = main_event(findings);
    let mut left_out = Vec::new();
    let mut whole = Vec::new();
    let mut vague = Vec::new();
    for &i in &of_kind {
        match exclusion(findings, &counts[i], &relations[i], main) {
            Some(because) => left_out.push(Omission { count: i, because }),
            None if counts[i].fact.amount.bound == Bound::Vague => vague.push(i),
            None => whole.push(i),
        }
    }
    // "no one was killed" beside a number of dead speaks of another place or hour.
    if !vague.is_empty() || whole.iter().any(|i| counts[*i].fact.amount.bound != Bound::None) {
        let (zero, rest): (Vec<usize>, Vec<usize>) = whole.iter().partition(|i| counts[**i].fact.amount.bound == Bound::None);
        left_out.extend(zero.into_iter().map(|count| Omission { count, because: Reason::OtherEvent }));
        whole = rest;
    }
    let dated = of_other_days(reading, findings, &whole);
    whole.retain(|i| !dated.contains(i));
    left_out.extend(dated.into_iter().map(|count| Omission { count, because: Reason::OtherEvent }));
    let abroad = of_other_countries(reading, findings, &whole);
    whole.retain(|i| !abroad.contains(i));
    left_out.extend(abroad.into_iter().map(|count| Omission { count, because: Reason::OtherEvent }));
    let others = beside_lead(reading, findings, ledger, &whole);
    whole.retain(|i| !others.contains(i));
    left_out.extend(others.into_iter().map(|count| Omission { count, because: Reason::OtherEvent }));
    let rivals: Vec<usize> = whole.iter().copied().filter(|i| relations[*i].rival_of.is_some()).collect();
    whole.retain(|i| relations[*i].rival_of.is_none());
    // A row with rivals spans from the smallest to the largest of them.
    let spanned = |i: usize| {
        let own = &counts[i].fact;
        let list = whole.iter().filter(|k| **k != i && counts[**k].fact.frame == own.frame);
        let others = list.map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
        let claims = rivals.iter().filter(|r| relations[**r].rival_of == Some(i)).map(|r| {
            // "24 men and one officer" against 28: the claim covers both.
            let mut claim = counts[*r].fact.amount.clone();
            if claim.low > own.amount.low.saturating_add(others) {
                (claim.low, claim.high) = (claim.low - others, claim.high.map(|h| h.saturating_sub(others)));
            }
            claim
        });
        claims.fold(own.amount.clone(), |a, b| a.or(&b))
    };
    let mut value = whole.iter().map(|i| spanned(*i)).reduce(|a, b| a.plus(&b));
    left_out.extend(rivals.iter().map(|i| Omission { count: *i, because: Reason::Rival }));
    let uncounted = |i: usize| {
        dead.is_some_and(|d| d.left_out.iter().any(|o| o.count == i && o.because == Reason::OtherEvent) && !d.counted.is_empty())
    };
    let died = if kind == Kind::Wounded { who_died(reading, findings, ledger, &whole, uncounted) } else { 0 };
    let died = if kind == Kind::Wounded && died == 0 { died::since(reading, findings, &whole, dead) } else { died };
    if let Some(sum) = value.as_mut().filter(|v| v.low >= died && died > 0) {
        (sum.low, sum.high) = (sum.low - died, sum.high.map(|h| h.saturating_sub(died)));
        sum.text.clear();
        // All of them died: nobody is left to count.
        if sum.high == Some(0) {
            return None;
        }
    }
    let mut counted = whole;
    if let Some(sum) = &mut value {
        // "Dozens" beside a smaller number opens the bound and changes no number.
        let opens = vague.iter().any(|i| counts[*i].fact.amount.low > sum.low);
        if opens && matches!(sum.bound, Bound::Exact | Bound::About | Bound::None) {
            (sum.bound, sum.high) = (Bound::AtLeast, None);
        }
    } else if let Some(largest) = vague.iter().copied().max_by_key(|i| counts[*i].fact.amount.low) {
        let mut whole = counts[largest].fact.amount.clone();
        // "Several, including three pupils": three at least.
        let part = |i: &usize| relations[*i].part_of == Some(largest) && counts[*i].fact.amount.bound == Bound::Exact;
        let most = of_kind.iter().copied().filter(part).map(|i| counts[i].fact.amount.low).max();
        if let Some(most) = most.filter(|n| *n > whole.low) {
            (whole.low, whole.bound) = (most, Bound::AtLeast);
            whole.text.clear();
        }
        value = Some(whole);
        counted = vec![largest];
        vague.retain(|i| *i != largest);
    }
    left_out.extend(vague.into_iter().map(|count| Omission { count, because: Reason::Vague }));
    left_out.sort_by_key(|o| o.count);
    let mut value = value?;
    let stated = counted.len() == 1 && !value.text.is_empty();
    if value.text.is_empty() {
        // No sentence of the article gives the sum.
        value.text = wording::bounded(&value, wording::grouped);
    }
    Some(Sum { kind, stated, disputed: !rivals.is_empty(), value, counted, left_out })
}

/// The rows behind the first that a date of their own puts in another year ("in 2018, 52 people died") or, for another place,
/// on an earlier day.
fn of_other_days(reading: Reading, findings: &Findings, whole: &[usize]) -> Vec<usize> {
    let row = |i: usize| &findings.counts[i];
    let year = |i: usize| {
        let value = reading.mentions.times[row(i).setting.time?].date.value.as_deref()?;
        value.split('-').next()?.parse::<u32>().ok()
    };
    // Dates of a day, which compare as they are written.
    let day = |time: usize| reading.mentions.times[time].date.value.as_deref().and_then(|v| v.get(..10));
    let Some(&first) = whole.first() else { return Vec::new() };
    let news = year(first).or(reading.published.and_then(|p| u32::try_from(p.year()).ok()));
    let later = |i: usize| row(i).setting.sentence > row(first).setting.sentence;
    let event_day = row(first).event.and_then(|e| day(findings.events[e].time?));
    // "a day after … On Monday eight were treated in Haifa": an earlier day at another place.
    let before = |i: usize| {
        let own = row(i).setting.time.and_then(day);
        own.zip(event_day).is_some_and(|(a, b)| a < b) && !relate::places_meet(reading, row(first), row(i))
    };
    let other = |i: &&usize| later(**i) && (year(**i).is_some_and(|y| news.is_none_or(|n| y < n)) || before(**i));
    whole.iter().filter(other).copied().collect()
}

/// How many of the wounded in `whole` the text tells to have died: they leave the wounded.
fn who_died(reading: Reading, findings: &Findings, ledger: &Ledger, whole: &[usize], uncounted: impl Fn(usize) -> bool) -> u64 {
    let Some(&first) = whole.first() else { return 0 };
    let in_title = |i: usize| reading.text.sentences.get(findings.counts[i].setting.sentence).is_some_and(|s| s.in_title);
    // "Two soldiers were injured … one of the two died": the last wounded told before are those of the total.
    let was_counted = |i: usize| {
        let last = (0..i).rfind(|k| findings.counts[*k].fact.kind == Kind::Wounded);
        last.is_some_and(|k| whole.contains(&ledger.relations[k].same_as.unwrap_or(k)))
    };
    let died = |i: &usize| {
        let row = &findings.counts[*i];
        row.fact.of_wounded
            && row.setting.scope == Scope::Current
            && row.setting.status != Status::Denied
            && (ledger.relations[*i].same_as.is_none() || is_he_alone(findings, whole, *i))
            && row.fact.amount.bound == Bound::Exact
            && (!uncounted(*i) || was_counted(*i))
            && !is_settled(reading, findings, ledger, first, *i)
    };
    // "One of two civilians wounded has died … five were hurt, three soldiers and two civilians".
    let of_part = |i: usize| {
        let last = (0..i).rfind(|k| findings.counts[*k].fact.kind == Kind::Wounded);
        last.and_then(|k| ledger.relations[k].part_of).is_some_and(|w| whole.contains(&w))
    };
    (0..findings.counts.len())
        .filter(|i| *i > first || in_title(*i) || of_part(*i))
        .filter(died)
        .map(|i| findings.counts[i].fact.amount.low)
        .sum()
}

/// "A soldier was killed … the blast wounded one soldier, who was brought to hospital, where he died": the only one wounded.
fn is_he_alone(findings: &Findings, whole: &[usize], died: usize) -> bool {
    let (row, sentence) = (&findings.counts[died], |i: usize| findings.counts[i].setting.sentence);
    let one = |i: &usize| {
        findings.counts[*i].fact.amount.figure() == 1 && sentence(*i) <= sentence(died) && sentence(*i) + 1 >= sentence(died)
    };
    row.fact.anaphor && row.fact.amount.low == 1 && matches!(whole, [only] if one(only))
}

/// The number of wounded stands beside a toll that holds those who died: "17 killed and 38 injured … two of the injured
/// died, taking the toll from 15 to 17".
fn is_settled(reading: Reading, findings: &Findings, ledger: &Ledger, wounded: usize, died: usize) -> bool {
    let counts = &findings.counts;
    // "Five were killed and nine taken to hospital, where one died."
    if count::opens_with_where(reading, &counts[died].fact) {
        return false;
    }
    let told_in = |i: usize, sentence: usize| {
        let range = reading.sentence(sentence);
        counts[i].setting.sentence == sentence || ledger.passages[i].iter().any(|t| range.contains(&t.start))
    };
    let beside = |i: usize| told_in(i, counts[wounded].setting.sentence) || told_in(wounded, counts[i].setting.sentence);
    // "One was killed and five others wounded. Two men were shot, one fatally": the dead are told beside the wounded.
    let of_them = reading.text.words(&counts[died].fact.tokens).contains(" of the ");
    let others = counts[wounded].fact.who.ends_with("others") && !of_them;
    let known = |i: usize| {
        counts[i].fact.kind == Kind::Killed
            && counts[i].setting.sentence == counts[wounded].setting.sentence
            && counts[i].fact.amount.low >= counts[died].fact.amount.low
    };
    if others && counts[died].setting.sentence > counts[wounded].setting.sentence && (0..counts.len()).any(known) {
        return true;
    }
    (0..counts.len()).filter(|i| *i != died && counts[*i].fact.kind == Kind::Killed && !counts[*i].fact.of_wounded).any(|i| {
        let same = ledger.relations[i].same_as;
        told_in(i, counts[died].setting.sentence) && (beside(i) || same.is_some_and(beside))
    })
}

/// How many sentences a text has at least whose first one sums up the news.
const LONG_TEXT: usize = 10;

/// The rows that stand beside the count of the headline, or of the first sentence of a long text: those are what the news
/// counts, and what comes further down without being tied to it belongs to other events.
fn beside_lead(reading: Reading, findings: &Findings, ledger: &Ledger, whole: &[usize]) -> Vec<usize> {
    let (relations, passages) = (&ledger.relations, &ledger.passages);
    let sentences = &reading.text.sentences;
    let counts = &findings.counts;
    let stated = |i: &&usize| relations[**i].rival_of.is_none() && counts[**i].fact.amount.bound != Bound::None;
    // "Six soldiers and the driver killed" over "the seven dead": the sum leads like its parts.
    let first = |i: usize| {
        let parts = (0..i).filter(|k| relations[*k].part_of == Some(i) && counts[*k].fact.link == Link::None);
        parts.chain([i]).map(|k| counts[k].setting.sentence).min().unwrap_or_default()
    };
    let leads = |i: &&usize| {
        let at = first(**i);
        sentences.get(at).is_some_and(|s| s.in_title) || (at == 0 && sentences.len() >= LONG_TEXT)
    };
    let Some(&lead) = whole.iter().filter(stated).find(leads) else { return outliers(reading, findings, whole) };
    let own = first(lead);
    let beside = |i: &&usize| {
        **i != lead
            && counts[**i].setting.sentence > own
            && relations[**i].rival_of.is_none()
            && counts[**i].fact.group != "attackers"
            && !is_side_known(&counts[**i].fact)
            && !is_listed_with_lead(reading, findings, passages, lead, **i)
            && !is_beside_armed(&counts[lead], &counts[**i])
            && !in_other_clause(reading, &counts[lead], &counts[**i])
    };
    whole.iter().filter(beside).copied().collect()
}

/// "Both of the militants died": the fighters of whom the news has told.
fn is_side_known(tally: &Tally) -> bool {
    let who = tally.who.to_lowercase();
    tally.group == "militants" && ["both", "the two ", "all of the ", "all the "].iter().any(|w| who.starts_with(w))
}

/// "Bus crash kills 23 children" over "killing 23 children and four adults": the headline tells a part of the list.
fn is_listed_with_lead(reading: Reading, findings: &Findings, passages: &[Vec<Tokens>], lead: usize, row: usize) -> bool {
    let own = &findings.counts[row];
    let clause = reading.clause(own.setting.sentence, reading.parse.frames[own.fact.frame].clause);
    let and = |i: usize| reading.tagged.key(i) == "and";
    // "Ana Prado and her husband"
    let theirs = matches!(reading.tagged.key(own.fact.tokens.start), "his" | "her" | "their")
        && own.fact.tokens.start.checked_sub(1).is_some_and(and);
    let joined = own.fact.tokens.clone().any(and) || theirs;
    let people = !own.fact.named && (own.fact.who != own.fact.amount.text || theirs);
    joined && people && own.setting.sentence <= LEAD && passages[lead].iter().any(|t| clause.contains(&t.start))
}

/// "Two policemen killed" in the headline, "a civilian driver was also killed" right behind the lead.
fn is_beside_armed(lead: &Placed<Tally>, row: &Placed<Tally>) -> bool {
    let near = row.setting.sentence <= lead.setting.sentence.max(1) + LEAD;
    let place = row.setting.place.is_none() || row.setting.place == lead.setting.place;
    near && place && sides::are_armed_and_not(lead, row)
}

/// "Five die in Kelm as drone hits Norvia": the headline tells of another event in a clause of its own, and the row is of its
/// place.
fn in_other_clause(reading: Reading, lead: &Placed<Tally>, row: &Placed<Tally>) -> bool {
    let Some(own) = reading.text.sentences.get(lead.setting.sentence).filter(|s| s.in_title) else { return false };
    let frame = &reading.parse.frames[lead.fact.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let bears = |f: &Frame| f.clause > frame.clause && reading.bears(f);
    if !reading.frames_of(frame.sentence).any(bears) {
        return false;
    }
    let within = |a: usize, b: usize| a == b || reading.mentions.places.within(a, b);
    let range = reading.sentence(row.setting.sentence);
    let told = |place: usize| {
        let known = row.setting.told.iter().any(|t| within(*t, place));
        known || reading.places(&range).any(|(_, m)| m.place == place)
    };
    let named: Vec<usize> = reading.places(&clause).map(|(_, m)| m.place).collect();
    let elsewhere = |m: &PlaceMention| !clause.contains(&m.tokens.start) && !named.contains(&m.place) && told(m.place);
    reading.places(&own.tokens).any(|(_, m)| elsewhere(m))
}

/// The last sentence of a lead.
const LEAD: usize = 2;

/// Rows of a long text in a country where headline and lead count nobody: an answer to the strike, another front.
fn of_other_countries(reading: Reading, findings: &Findings, whole: &[usize]) -> Vec<usize> {
    let counts = &findings.counts;
    let of = |place: usize| reading.mentions.places.list[place].country.as_deref();
    let country = |i: usize| of(counts[i].setting.place?);
    let leads = |i: &usize| counts[*i].setting.sentence <= LEAD && counts[*i].setting.scope == Scope::Current;
    let news: Vec<&str> = (0..counts.len())
        .filter(leads)
        .flat_map(|i| counts[i].setting.told.iter().copied().chain(counts[i].setting.place))
        .filter_map(of)
        .collect();
    if reading.text.sentences.len() < LONG_TEXT || news.is_empty() {
        return Vec::new();
    }
    // A place that the row's own words do not tell may be carried from anywhere.
    let told = |i: usize| counts[i].setting.place.is_some_and(|p| counts[i].setting.told.contains(&p));
    let abroad = |i: &usize| !leads(i) && told(*i) && country(*i).is_some_and(|c| !news.contains(&c));
    whole.iter().copied().filter(abroad).collect()
}

/// How many times the first figure of a long text another one may be and still belong to its news.
const OUTLIER: u64 = 10;

/// Figures far above the first of a long text that come later in it: tolls of a war or an older disaster told without a date.
fn outliers(reading: Reading, findings: &Findings, whole: &[usize]) -> Vec<usize> {
    let figure = |i: usize| findings.counts[i].fact.amount.figure();
    let numbered = |i: &&usize| figure(**i) > 0;
    let Some(&first) = whole.iter().find(numbered) else { return Vec::new() };
    let long = reading.text.sentences.len() >= LONG_TEXT;
    let kind = findings.counts[first].fact.kind;
    // A short text shows by a toll of another scope that it has come to its context.
    let context = |i: usize| {
        findings.counts[first..i]
            .iter()
            .any(|c| c.fact.kind == kind && !matches!(c.setting.scope, Scope::Current | Scope::Prospective))
    };
    let limit = figure(first).max(OUTLIER).saturating_mul(OUTLIER);
    whole.iter().copied().filter(|i| figure(*i) > limit && (long || context(*i))).collect()
}

/// The event of the first current count; what belongs to another current event stays out of the total.
fn main_event(findings: &Findings) -> Option<usize> {
    let current = |c: &&Placed<Tally>| c.setting.scope == Scope::Current && !c.setting.elsewhere;
    findings
        .counts
        .iter()
        .find(current)
        .or(findings.counts.iter().find(|c| c.setting.scope == Scope::Current))
        .and_then(|c| c.event)
}

/// Groups that are a side of the fight.
const SIDES: &[&str] = &["soldiers", "militants", "attackers"];

/// "No Israeli soldiers were hurt" where others were killed: that side lost nobody, and of the others it says nothing.
fn is_zero_of_a_side(findings: &Findings, row: &Placed<Tally>) -> bool {
    let harmed = |c: &Placed<Tally>| {
        c.setting.scope == Scope::Current && c.fact.amount.bound != Bound::None && c.fact.group != row.fact.group
    };
    row.fact.amount.bound == Bound::None && SIDES.contains(&row.fact.group) && findings.counts.iter().any(harmed)
}

fn exclusion(findings: &Findings, row: &Placed<Tally>, relation: &Relation, main: Option<usize>) -> Option<Reason> {
    match row.setting.scope {
        Scope::Background => return Some(Reason::Background),
        Scope::Cumulative => return Some(Reason::Cumulative),
        Scope::Prospective => return Some(Reason::Prospective),
        Scope::Current => {}
    }
    if row.setting.status == Status::Denied {
        Some(Reason::Denied)
    } else if relation.same_as.is_some() {
        Some(Reason::Repeat)
    } else if relation.superseded_by.is_some() || relation.outdated {
        Some(Reason::Superseded)
    } else if relation.part_of.is_some() || is_zero_of_a_side(findings, row) {
        Some(Reason::Subset)
    } else if row.event != main {
        Some(Reason::OtherEvent)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Kind;

    #[test]
    fn a_side_without_losses_is_no_total() {
        let kinds = |text: &str| report(text).casualties.totals.iter().map(|t| t.kind).collect::<Vec<_>>();
        assert_eq!(kinds("Shells killed nine people in Khan Younis on Monday. No Israeli soldiers were hurt."), [Kind::Killed]);
        assert_eq!(kinds("A shell hit a post near Khan Younis on Monday. No soldiers were hurt."), [Kind::Wounded]);
    }
}
