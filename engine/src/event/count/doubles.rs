//! Rows that count the same people twice in one sentence.

use super::{Link, Tally, later};
use crate::event::reading::Reading;
use crate::mention::quantity::ORDINALS;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// Two predicates over one phrase ("killed", "dead" of "shot dead") count it once; the first stays.
pub fn drop_doubles(tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        let double = (0..at).find(|k| {
            let k = *k;
            tallies[k].kind == tallies[at].kind
                && tallies[k].frame != tallies[at].frame
                && tallies[k].who == tallies[at].who
                && overlaps(&tallies[k].tokens, &tallies[at].tokens)
        });
        if let Some(first) = double {
            // What hangs on the second hangs on the first.
            for tally in tallies.iter_mut() {
                if let Link::PartOf(main) | Link::Older(main) | Link::Beside(main) = &mut tally.link
                    && *main == at
                {
                    *main = first;
                }
            }
            remove(tallies, at);
        } else {
            at += 1;
        }
    }
}

/// "shot and killed", "was stabbed and died": one whose death the sentence tells is not counted among the wounded.
pub fn drop_fatal_wounds(reading: Reading, tallies: &mut Vec<Tally>) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let mut at = 0;
    while at < tallies.len() {
        let own = &tallies[at];
        let fatal = matches!(own.kind, Kind::Wounded | Kind::Missing | Kind::Trapped)
            && own.amount.bound != Bound::None
            && !tallies.iter().any(|t| matches!(t.link, Link::PartOf(k) | Link::Older(k) | Link::Beside(k) if k == at))
            && tallies.iter().any(|t| {
                let feared = reading.parse.frames[t.frame].raised_by.is_some_and(|i| reading.tagged.key(i) == "feared");
                let same = t.who == own.who && sentence(t) == sentence(own) && overlaps(&t.tokens, &own.tokens);
                t.kind == Kind::Killed && same && !feared
            });
        // "rescued 37 kidnapped pupils": they are free.
        let freed = matches!(own.kind, Kind::Kidnapped | Kind::Trapped | Kind::Captured | Kind::Missing)
            && reading.parse.frames[own.frame].predicate.part_of_speech() == "m"
            && tallies.iter().any(|t| t.kind == Kind::Rescued && t.who == own.who && overlaps(&t.tokens, &own.tokens));
        // "A girl who had been reported missing was found alive", "turned up": she is missing no more.
        let frame = &reading.parse.frames[own.frame];
        let told = frame.past_perfect || frame.raised_by.is_some_and(|i| matches!(reading.tagged.key(i), "reported" | "listed"));
        let behind = own.tokens.end..reading.sentence(frame.sentence).end;
        let back = |i: usize| match reading.tagged.key(i) {
            "turned" => reading.tagged.key(i + 1) == "up",
            key => matches!(key, "reappeared" | "resurfaced" | "returned"),
        };
        let found = own.kind == Kind::Missing
            && told
            && (frame.past_perfect && behind.into_iter().any(back)
                || tallies.iter().any(|t| t.kind == Kind::Rescued && t.who == own.who && sentence(t) == sentence(own)));
        if fatal || freed || found {
            remove(tallies, at);
        } else {
            at += 1;
        }
    }
}

/// "The guard, Malam Shehu, 61, was shot at the gate", "he was shot in the head": how one died of whom the text has told so.
pub fn known_dead(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let single = |t: &Tally| t.amount.low == 1 && t.amount.bound == Bound::Exact && t.group != "attackers";
    for at in 1..tallies.len() {
        let own = &tallies[at];
        // "Police are treating the death of a man as murder. They were called after reports that a man had been injured."
        let frame = &reading.parse.frames[own.frame];
        let reported = || {
            (reading.sentence(frame.sentence).start..own.tokens.start)
                .any(|i| matches!(reading.tagged.key(i), "reports" | "report"))
        };
        let again = frame.past_perfect && own.kind == Kind::Wounded && single(own) && own.who.starts_with("a ") && reported();
        let same = |t: &Tally| t.kind == Kind::Killed && single(t) && t.noun() == own.noun();
        if again && tallies[..at].iter().any(same) && tallies[..at].iter().all(|t| t.kind != Kind::Wounded) {
            tallies[at].kind = Kind::Killed;
            tallies[at].anaphor = true;
            continue;
        }
        // "Assassination of Karl Lind": "Karl Lind was shot in Malmö".
        let named = own.kind == Kind::Wounded && own.named && !own.anaphor && single(own) && own.who.contains(' ');
        if named && tallies[..at].iter().any(|t| t.kind == Kind::Killed && t.named && !t.anaphor && t.who == own.who) {
            tallies[at].kind = Kind::Killed;
            continue;
        }
        if own.kind != Kind::Wounded || !own.anaphor || !single(own) || own.link != Link::None && own.link != Link::Detail {
            continue;
        }
        let pronoun = matches!(own.noun().as_str(), "he" | "she" | "him" | "her");
        // "the truck driver": another one than "the Honda's driver".
        let words = own.who.to_lowercase();
        let kinds: Vec<&str> = words.split(' ').skip(1).filter(|w| *w != own.noun()).collect();
        let shared = |t: &Tally| kinds.iter().any(|w| t.who.to_lowercase().contains(w));
        let other = |t: &Tally| t.noun() == own.noun() && t.who.contains(' ') && !shared(t);
        if !pronoun && !kinds.is_empty() && tallies[..at].iter().any(other) {
            continue;
        }
        // "the driver of the pick-up": another one than the driver of the bus.
        let end = own.tokens.clone().find(|i| reading.text.word(*i).eq_ignore_ascii_case(&own.noun()));
        if !pronoun && end.is_some_and(|i| reading.tagged.key(i + 1) == "of") {
            continue;
        }
        // The only one of whom the text tells harm.
        let mut others = tallies[..at].iter().filter(|t| !t.anaphor).map(Tally::noun);
        let first = others.next();
        let alone = tallies[..at].iter().all(|t| single(t) && (t.kind == Kind::Killed || t.anaphor))
            && first.is_some_and(|noun| others.all(|n| n == noun));
        let same = |t: &Tally| single(t) && !t.anaphor && (pronoun || t.noun() == own.noun());
        let reach = if alone { NEAR } else { 1 };
        let near = |t: &&Tally| !pronoun || sentence(t) + reach >= sentence(own);
        let mut known = tallies[..at].iter().rev().take_while(near).filter(|t| same(t));
        let dead = known.next().is_some_and(|t| t.kind == Kind::Killed) && known.all(|t| t.kind == Kind::Killed);
        // "He was shot at" beside another one who was hurt leaves it open.
        if dead && !(pronoun && tallies[..at].iter().rev().take_while(near).any(|t| t.kind != Kind::Killed)) {
            tallies[at].kind = Kind::Killed;
        }
    }
}

/// Verbs that tell how people were attacked and not what became of them.
const ATTACKED: &[&str] = &["shoot", "stab", "hack", "slash", "hit", "strike", "knife", "beat", "axe", "attack", "gun"];

/// "Gunmen killed three people. The headman, his wife and a guard were shot": a list as long as the toll says who the dead are,
/// where nobody else is hurt.
pub fn listed_dead(reading: Reading, tallies: &mut [Tally]) {
    let mut at = 0;
    while at < tallies.len() {
        let frame = tallies[at].frame;
        let end = (at..tallies.len()).find(|k| tallies[*k].frame != frame).unwrap_or(tallies.len());
        let list = &tallies[at..end];
        let plain = |t: &Tally| {
            t.kind == Kind::Wounded
                && t.amount.bound == Bound::Exact
                && matches!(t.link, Link::None | Link::Detail)
                && !t.additional
        };
        let sum: u64 = list.iter().map(|t| t.amount.low).sum();
        // "They killed the village head and one other person. The two victims were shot."
        let known = list.len() == 1 && sum > 1 && list[0].link == Link::Detail && list[0].who.to_lowercase().starts_with("the ");
        let attacked = ATTACKED.contains(&reading.parse.frames[frame].predicate.lemma());
        let hurt =
            tallies.iter().enumerate().any(|(k, t)| t.kind == Kind::Wounded && !(at..end).contains(&k) && t.amount.low > 0);
        let toll = tallies[..at].iter().rposition(|t| t.kind == Kind::Killed && t.link == Link::None && t.group != "attackers");
        let near = |t: &Tally| reading.parse.frames[t.frame].sentence + NEAR >= reading.parse.frames[frame].sentence;
        let toll = toll.filter(|_| attacked && (list.len() >= 2 || known) && list.iter().all(plain) && !hurt);
        let told = |toll: usize| {
            let beside = |t: &&Tally| {
                t.frame == tallies[toll].frame && t.kind == Kind::Killed && matches!(t.link, Link::None | Link::Detail)
            };
            let frame: u64 = tallies[..at].iter().filter(beside).map(|t| t.amount.low).sum();
            tallies[toll].amount.low == sum || known && frame == sum
        };
        if let Some(toll) = toll
            && tallies[toll].amount.bound == Bound::Exact
            && told(toll)
            && near(&tallies[toll])
        {
            tallies[at..end].iter_mut().for_each(|t| (t.kind, t.link) = (Kind::Killed, Link::PartOf(toll)));
        }
        at = end;
    }
}

/// "Gunmen killed two policemen. One of the officers was shot in the head", "police said both men were shot": some of the dead,
/// where nobody else is hurt.
pub fn attacked_dead(reading: Reading, tallies: &mut [Tally]) {
    let attacked = |t: &Tally| {
        t.kind == Kind::Wounded && ATTACKED.contains(&reading.parse.frames[t.frame].predicate.lemma()) && !t.additional
    };
    let told = |t: &Tally| {
        let words = reading.text.words(&t.tokens).to_lowercase();
        t.anaphor || words.contains(" of the ") || words.starts_with("both ") || words.starts_with("the ")
    };
    // "Reporter killed in Kelm … a man was shot outside his home": the dead of the headline, whom nothing else has told yet.
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let headline = |t: &Tally| reading.text.sentences.get(sentence(t)).is_some_and(|s| s.in_title);
    let first = tallies.iter().position(|t| !headline(t) && matches!(t.kind, Kind::Killed | Kind::Wounded));
    let of_headline = |t: &Tally| {
        let toll = |k: &Tally| k.kind == Kind::Killed && k.amount.bound == Bound::Exact && k.amount.low == t.amount.low;
        first.is_some_and(|k| sentence(&tallies[k]) == sentence(t)) && tallies.iter().any(|k| headline(k) && toll(k))
    };
    if tallies.iter().any(|t| t.kind == Kind::Wounded && t.amount.low > 0 && !(attacked(t) && (told(t) || of_headline(t)))) {
        return;
    }
    for at in 1..tallies.len() {
        let own = &tallies[at];
        if !attacked(own) || own.amount.bound != Bound::Exact || !matches!(own.link, Link::None | Link::Detail) {
            continue;
        }
        let holds = |t: &Tally| {
            let toll = t.kind == Kind::Killed && t.link == Link::None && t.group != "attackers" && t.amount.bound == Bound::Exact;
            toll && t.amount.low >= own.amount.low && (t.group == own.group || t.group.is_empty() || own.group.is_empty())
        };
        if let Some(toll) = tallies[..at].iter().rposition(holds) {
            (tallies[at].kind, tallies[at].link) = (Kind::Killed, Link::PartOf(toll));
        }
    }
}

/// "The grandmother was brought out, one of 17 civilians evacuated": she is one of them.
pub fn one_of_many(reading: Reading, tallies: &mut [Tally]) {
    let free = |kind: Kind| matches!(kind, Kind::Rescued | Kind::Evacuated);
    for at in 1..tallies.len() {
        let frame = &reading.parse.frames[tallies[at].frame];
        let of = |c: &usize| {
            let key = |back: usize| c.checked_sub(back).map_or("", |k| reading.chunk_key(frame.sentence, k));
            key(1) == "of" && key(2) == "one" && key(3) == ","
        };
        let Some(many) = frame.filled(crate::frame::predicate::Slot::Victims).find(of) else { continue };
        let start = reading.chunks(frame.sentence)[many - 2].tokens.start;
        let one = |t: &Tally| {
            reading.parse.frames[t.frame].sentence == frame.sentence
                && t.tokens.end <= start
                && t.amount.low == 1
                && matches!(t.link, Link::None | Link::Detail)
                && (t.kind == tallies[at].kind || free(t.kind) && free(tallies[at].kind))
        };
        if let Some(k) = tallies[..at].iter().rposition(one) {
            (tallies[k].kind, tallies[k].link) = (tallies[at].kind, Link::PartOf(at));
        }
    }
}

/// "Three men were stabbed. One died; the other two were taken to hospital": those of the wounded who did not die.
pub fn the_other_wounded(tallies: &mut [Tally]) {
    for at in 2..tallies.len() {
        let own = &tallies[at];
        let others = own.who.to_lowercase().starts_with("the other ") || own.who.to_lowercase().starts_with("the remaining ");
        if !others
            || own.kind != Kind::Wounded
            || !matches!(own.link, Link::None | Link::Detail)
            || own.amount.bound != Bound::Exact
        {
            continue;
        }
        // "Nine had burns, another 23 bruises. The other 23 were treated on the spot": those told apart before.
        let again = |t: &Tally| t.kind == Kind::Wounded && t.additional && t.amount.figure() == own.amount.low;
        let again = own.amount.low > 1 && tallies[..at].iter().any(again);
        let whole = tallies[..at].iter().rposition(|t| t.kind == Kind::Wounded && t.amount.bound == Bound::Exact);
        let fits = again
            || whole.is_some_and(|w| {
                let dead = tallies[w + 1..at].iter().filter(|t| t.kind == Kind::Killed).map(|t| t.amount.low).sum::<u64>();
                dead > 0 && tallies[w].amount.low == dead.saturating_add(own.amount.low)
            });
        // "Seven were hurt. Three were in serious condition; the other four had cuts": the rest of the seven.
        let rest = || {
            let first = tallies[..at].iter().rposition(|t| {
                t.kind == Kind::Wounded && t.amount.bound == Bound::Exact && t.link == Link::None && t.amount.low > own.amount.low
            })?;
            let told = |t: &&Tally| t.kind == Kind::Wounded && t.link == Link::Detail;
            let parts: u64 = tallies[first + 1..at].iter().filter(told).map(|t| t.amount.low).sum();
            Some(parts > 0 && parts.saturating_add(own.amount.low) == tallies[first].amount.low)
        };
        let fits = fits || rest() == Some(true);
        // "Three were shot. The youngest was pronounced dead; the other two are in hospital": the dead are of those shot.
        if let Some(w) = whole.filter(|w| fits && !again && tallies[..*w].iter().all(|t| t.kind != Kind::Killed)) {
            tallies[w + 1..at]
                .iter_mut()
                .filter(|t| t.kind == Kind::Killed && t.group != "attackers")
                .for_each(|t| t.of_wounded = true);
        }
        if fits {
            (tallies[at].link, tallies[at].additional) = (Link::Detail, false);
        }
    }
}

/// "Two were killed and two others hurt … In addition to the two who died, it left two more people injured": more than the dead.
pub fn more_than_the_dead(reading: Reading, tallies: &mut [Tally]) {
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let range = reading.sentence(reading.parse.frames[own.frame].sentence);
        let key = |i: usize| reading.tagged.key(i);
        let besides = key(range.start) == "besides" || key(range.start) == "in" && key(range.start + 1) == "addition";
        let dead =
            (range.start..own.tokens.start).any(|i| matches!(key(i), "died" | "dead" | "killed" | "fatalities" | "deaths"));
        let told = |t: &Tally| t.kind == Kind::Wounded && t.amount.low == own.amount.low && t.link == Link::None;
        if own.kind == Kind::Wounded && own.additional && besides && dead && tallies[..at].iter().any(told) {
            tallies[at].additional = false;
        }
    }
}

/// How many sentences behind the wound the death of a person may be told.
const NEAR: usize = 3;

/// "A man was shot. He died in hospital": the one who died was told as wounded before.
pub fn follow_the_wounded(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let one = |t: &Tally| t.amount.low == 1 && t.amount.bound == Bound::Exact;
    for at in 0..tallies.len() {
        if tallies[at].kind != Kind::Killed {
            continue;
        }
        // "The rider and his passenger were taken to hospital. The rider died there."
        let own = &tallies[at];
        let definite = one(own) && !own.anaphor && own.link == Link::Detail && own.who.to_lowercase().starts_with("the ");
        let again = |t: &&Tally| one(t) && t.noun() == own.noun() && sentence(t) < sentence(own);
        let told = || tallies[..at].iter().rev().take_while(|t| sentence(t) + NEAR >= sentence(own)).find(again);
        if definite && told().is_some_and(|t| t.kind == Kind::Wounded) {
            tallies[at].of_wounded = true;
        }
        if !tallies[at].anaphor {
            continue;
        }
        let here = sentence(&tallies[at]);
        let single = |t: &&Tally| {
            let known = t.anaphor && (sentence(t) != here || t.kind == Kind::Killed);
            matches!(t.kind, Kind::Killed | Kind::Wounded) && t.amount.low == 1 && t.amount.bound == Bound::Exact && !known
        };
        let before = tallies[..at].iter().rev().take_while(|t| sentence(t) + NEAR >= here).find(single);
        tallies[at].of_wounded |= before.is_some_and(|t| t.kind == Kind::Wounded);
    }
}

/// "Two died and two others were burned. A third worker, Steven Swain, was badly burned": the third of those four.
pub fn ranked_among_known(reading: Reading, tallies: &mut [Tally]) {
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let words = &own.who.to_lowercase();
        // "One man is dead and another in hospital. The second was hit in the head": the other one.
        let second = matches!(words.as_str(), "the second" | "the second man" | "the second victim");
        let last = tallies[..at].iter().rposition(|t| t.kind == Kind::Wounded && t.link == Link::None);
        if second && own.kind == Kind::Wounded {
            let singles =
                |kind: Kind| tallies[..at].iter().filter(|t| t.kind == kind && t.amount.low == 1 && t.link == Link::None).count();
            if let Some(k) = last.filter(|k| tallies[*k].amount.low == 1 && tallies[*k].additional && singles(Kind::Killed) > 0) {
                (tallies[at].additional, tallies[at].link) = (false, Link::PartOf(k));
                continue;
            }
        }
        let rank = words
            .strip_prefix("a ")
            .and_then(|w| ORDINALS.iter().position(|o| w.strip_prefix(o).is_some_and(|r| r.starts_with(' '))));
        let Some(rank) = rank.filter(|_| own.kind == Kind::Wounded && own.additional && own.amount.low == 1) else { continue };
        let sentence = reading.parse.frames[own.frame].sentence;
        let known = |kind: Kind| {
            let fits = |t: &&Tally| {
                let whole = t.kind == kind && !t.of_wounded && t.amount.bound == Bound::Exact;
                whole && reading.parse.frames[t.frame].sentence < sentence
            };
            tallies[..at].iter().filter(fits).map(|t| t.amount.low).max().unwrap_or(0)
        };
        let (dead, wounded) = (known(Kind::Killed), known(Kind::Wounded));
        let rank = rank as u64 + 2;
        if wounded > 0 && dead < rank && rank <= dead.saturating_add(wounded) {
            (tallies[at].additional, tallies[at].link) = (false, Link::Detail);
        }
    }
}

/// "Two men were shot. One died": a number without a noun that opens the next sentence speaks of the wounded before it.
pub fn one_of_the_wounded(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    for at in 1..tallies.len() {
        let (own, before) = (&tallies[at], &tallies[at - 1]);
        // "A cyclist and a pedestrian were hit": the list of one verb.
        let list_of = |t: &Tally| {
            let same = |o: &&Tally| o.frame == t.frame && o.kind == t.kind && o.link == t.link;
            tallies.iter().filter(same).map(|o| o.amount.low).fold(0, u64::saturating_add)
        };
        let range = reading.sentence(sentence(own));
        let opens = |from: usize| own.tokens.start == from;
        let same = sentence(before) == sentence(own);
        let parted = same && matches!(reading.tagged.key(own.tokens.start.saturating_sub(1)), ";" | ":" | "—" | "–");
        // "Of 16 people burned, half died."
        let of_them = same && reading.tagged.key(range.start) == "of";
        // "Thirty were poisoned and a dozen never woke up."
        let not_saved = same && reading.parse.frames[own.frame].predicate.wants("polarity").is_some();
        let there = opens_with_where(reading, own);
        let apart = parted || of_them || not_saved || there;
        let he = own.anaphor && own.amount.low == 1;
        let bare = !own.amount.text.is_empty() && own.who == own.amount.text && !he && (opens(range.start) && !same || apart);
        // "Nine were killed and ten burned. Seven were shot dead", "… seven died on the spot": seven of the nine.
        let clause = reading.clause(sentence(own), reading.parse.frames[own.frame].clause);
        let at_once = clause.skip_while(|i| *i < own.tokens.end).any(|i| later::AT_ONCE.contains(&reading.tagged.key(i)));
        let violent = !same
            && (at_once
                || !matches!(
                    reading.parse.frames[own.frame].predicate.lemma(),
                    "die" | "succumb" | "dead" | "expire" | "pass away"
                ));
        let of_toll = violent && tallies[..at].iter().any(|t| t.kind == Kind::Killed && t.amount.low >= own.amount.low);
        let fits = bare
            && !of_toll
            && own.kind == Kind::Killed
            && (own.link == Link::None || of_them && own.link == Link::Detail)
            && (!own.additional || there)
            && own.group != "attackers"
            && before.kind == Kind::Wounded
            && sentence(before) + 1 >= sentence(own)
            && matches!(before.amount.bound, Bound::Exact | Bound::About)
            && own.amount.low < list_of(before)
            && reading.places(&(if apart { own.tokens.start..range.end } else { range.clone() })).next().is_none();
        // "Two men were shot and both died."
        let all = (own.anaphor || own.who.to_lowercase().split(' ').next() == Some("all"))
            && own.kind == Kind::Killed
            && own.amount.low > 1
            && own.amount == Amount { text: own.amount.text.clone(), ..before.amount.clone() }
            && before.kind == Kind::Wounded
            && sentence(before) + 1 >= sentence(own);
        // "A shooting left two dead. Two people had been shot; both died": those who are counted already.
        let own_number = own.amount.low;
        let known = |t: &Tally| t.kind == Kind::Killed && t.amount.low == own_number && !t.anaphor;
        if all && matches!(before.link, Link::None | Link::Detail) && tallies[..at - 1].iter().any(known) {
            tallies[at - 1].kind = Kind::Killed;
            continue;
        }
        tallies[at].of_wounded |= fits || all;
        tallies[at].additional |= fits && there;
        // "… and another during surgery".
        let beside = tallies.iter_mut().filter(|t| fits && t.link == Link::Beside(at));
        beside.for_each(|t| t.of_wounded = true);
    }
}

/// "Seven people were shot and five killed": those killed are some of those shot.
pub fn killed_of_those_shot(reading: Reading, tallies: &mut [Tally]) {
    for at in 1..tallies.len() {
        let (own, before) = (&tallies[at], &tallies[at - 1]);
        let (frame, shot) = (&reading.parse.frames[own.frame], &reading.parse.frames[before.frame]);
        let noun = own.who.rsplit(' ').next().unwrap_or_default();
        let bare =
            !own.amount.text.is_empty() && (own.who == own.amount.text || matches!(noun, "people" | "persons" | "victims"));
        let fits = own.kind == Kind::Killed
            && before.kind == Kind::Wounded
            && frame.sentence == shot.sentence
            && matches!(frame.predicate.lemma(), "kill" | "die")
            && matches!(shot.predicate.lemma(), "shoot" | "stab")
            && matches!(reading.tagged.key(own.tokens.start.saturating_sub(1)), "and" | ",")
            && bare
            && !own.additional
            && own.link == Link::None
            && [own, before].iter().all(|t| t.amount.bound == Bound::Exact)
            && own.amount.low < before.amount.low;
        tallies[at].of_wounded |= fits;
    }
}

/// "They were taken to hospital, where one died": the clause of the count opens with "where".
pub fn opens_with_where(reading: Reading, tally: &Tally) -> bool {
    let frame = &reading.parse.frames[tally.frame];
    reading.tagged.key(reading.clause(frame.sentence, frame.clause).start) == "where"
}

/// "A nurse was stabbed and a guard was shot": a new one of the same sentence is not the one before.
pub fn one_by_one(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let single = |t: &Tally| {
        let opens = ["a ", "an ", "one ", "another "].iter().any(|w| t.who.to_lowercase().starts_with(w));
        opens && t.amount.low == 1 && t.amount.bound == Bound::Exact && !t.anaphor && !t.named && t.link == Link::None
    };
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let other = |t: &Tally| {
            t.kind == own.kind && t.frame != own.frame && sentence(t) == sentence(own) && single(t) && t.who != own.who
        };
        let added = single(own) && tallies[..at].iter().any(other);
        // "Three died on the spot while two others succumbed in hospital".
        let others = own.kind == Kind::Killed
            && own.link == Link::None
            && own.amount.bound == Bound::Exact
            && own.who.to_lowercase().ends_with(" others")
            && !own.who.to_lowercase().starts_with("the ");
        let beside =
            |t: &Tally| t.kind == own.kind && t.frame != own.frame && sentence(t) == sentence(own) && t.link == Link::None;
        tallies[at].additional |= added || others && tallies[..at].iter().any(beside);
    }
}

/// Takes a row out that no link names, and mends the indices of the links.
pub fn remove(tallies: &mut Vec<Tally>, at: usize) {
    tallies.remove(at);
    for tally in tallies.iter_mut() {
        if let Link::PartOf(main) | Link::Older(main) | Link::Beside(main) = &mut tally.link {
            *main -= usize::from(*main > at);
        }
    }
}

fn overlaps(a: &Tokens, b: &Tokens) -> bool {
    a.start < b.end && b.start < a.end
}
