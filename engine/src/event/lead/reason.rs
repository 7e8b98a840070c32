//! Why: the words that give a reason, in the lead or right behind it.

use super::{LONGEST, content, to_border, trimmed};
use crate::event::reading::Reading;
use crate::frame::arguments::Arguments;
use crate::frame::chunk::{ChunkKind, Determiner, VerbGroup};
use crate::frame::clause::is_finite;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::{Match, Table};
use crate::mention::people;
use crate::text::Tokens;

/// Cues that give a reason only in the lead: elsewhere they tell of other deeds.
const WEAK: &[&str] = &[
    "amid",
    "in order to",
    "so that",
    "in exchange for",
    "accused of",
    "thanks to",
    "in a bid to",
    "in an effort to",
    "in an attempt to",
    "accusing",
    "demanding",
    "citing",
    "following",
    "after the death of",
    "after the killing of",
    "after the arrest of",
    "on suspicion of",
    "for allegedly",
    "as part of",
    "claiming that",
    "alleging",
    "alleging that",
    "in an attempt at",
];

/// Words of a source that wants to stay unknown: "asking not to be named because …".
const UNNAMED: &[&str] = &["named", "anonymity", "identified", "authorised", "authorized", "anonymous", "unnamed"];

/// Words before "over" whose matter it tells: "clashes over grazing rights".
#[rustfmt::skip]
const MATTERS: &[&str] = &[
    "clash", "clashes", "clashed", "dispute", "disputes", "row", "rows", "protest", "protests", "protested", "protesting",
    "anger", "tension", "tensions", "feud", "quarrel", "argument", "strike", "strikes", "job", "jobs", "custody", "arrested",
    "detained", "jailed", "charged", "fined", "sanctioned", "sanctions", "sued", "resigned", "resigns", "sacked", "fired",
    "suspended", "fight", "fighting", "fought", "riots", "rioted", "riot", "battle", "unrest", "violence", "court", "out",
    "outrage", "remanded", "convicted", "sentenced", "warned", "summoned", "representation", "complaint", "criticism",
    "criticised", "criticized", "condemned", "rally", "rallied", "marched", "march", "talks", "standoff", "crisis", "war",
];

/// Verbs of punishing and praising, whose "for" gives the ground.
#[rustfmt::skip]
const JUDGING: &[&str] = &[
    "arrested", "detained", "jailed", "imprisoned", "executed", "hanged", "fined", "punished", "sanctioned", "sanctions", "sacked",
    "fired", "dismissed", "suspended", "expelled", "criticised", "criticized", "condemned", "blamed", "praised", "thanked",
    "apologised", "apologized", "sentenced", "convicted", "charged", "prosecuted", "tried", "banned", "blacklisted", "sued",
    "indicted", "death", "prison", "jail", "killed", "beaten", "lashed", "attacked", "shot", "years", "life", "wanted",
];

/// What one is judged for.
const CRIMES: &[&str] = &[
    "death",
    "deaths",
    "murder",
    "murders",
    "killing",
    "killings",
    "rape",
    "attack",
    "attacks",
    "bombing",
    "crimes",
    "terrorism",
    "treason",
    "espionage",
    "corruption",
    "fraud",
    "negligence",
    "manslaughter",
    "abuse",
    "massacre",
];

/// Gerunds behind "after" that give a ground: "jailed after pleading guilty".
#[rustfmt::skip]
const GROUNDS: &[&str] = &[
    "finding", "learning", "discovering", "failing", "refusing", "being", "having", "receiving", "losing", "admitting",
    "pleading", "suffering", "hearing", "coming", "seeing",
];

/// Nouns that bring up what happened once more.
#[rustfmt::skip]
const MISHAPS: &[&str] = &[
    "accident", "crash", "fire", "blaze", "explosion", "blast", "collapse", "outage", "collision", "disaster", "derailment", "leak",
    "tragedy", "incident", "inferno", "flood", "flooding", "floods", "landslide", "stampede", "crush", "sinking", "blackout",
    "deaths", "capsizing", "wildfire", "spill", "breach", "failure",
];

/// What is still looked for is no reason.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "unclear", "unknown", "not", "investigation", "investigated", "yet", "investigating", "known", "undetermined", "established",
    "whether", "no", "mystery", "ruled",
];

/// The reason that the lead gives for its main verb `main`.
pub fn of_lead(reading: Reading, sentence: usize, main: usize, event: bool) -> Option<Tokens> {
    let verb = Deed::of(reading, sentence, main);
    let start = reading.chunks(sentence)[main].tokens.start;
    // What stands in the subject is a reason only of an event: "clashes over grazing rights killed 14".
    let from = if event { 0 } else { main };
    let short = |t: Tokens| if t.start < start { t.start..t.end.min(start) } else { t };
    let given = || {
        let other = || matter(reading, sentence, from).or_else(|| ground(reading, sentence, from));
        cued(reading, sentence, Some(main)).or_else(other).map(short)
    };
    let purpose = || (!event || verb.by_agent).then(|| aim(reading, sentence, main)).flatten();
    given()
        .or_else(|| after(reading, sentence, main, &verb, event))
        .or_else(|| upon(reading, sentence, main).filter(|_| !event && !verb.speech))
        .or_else(|| forecast(reading, sentence, main))
        .or_else(purpose)
}

/// What the main verb is to the news.
struct Deed {
    speech: bool,
    /// Somebody does it to others.
    by_agent: bool,
    harm: bool,
}

impl Deed {
    fn of(reading: Reading, sentence: usize, main: usize) -> Deed {
        let own = || reading.frames_of(sentence).filter(move |f| f.chunk == main);
        Deed {
            speech: own().any(|f| matches!(f.sense, Sense::Speech(_))),
            by_agent: own().any(|f| f.filled(Slot::Agent).any(|c| c < main)),
            harm: own().any(super::tells_harm),
        }
    }
}

/// Why, as a cue of the sentence opens it: from the cue to the end of its clause. `lead` is the main verb of the lead.
pub fn cued(reading: Reading, sentence: usize, lead: Option<usize>) -> Option<Tokens> {
    let range = reading.sentence(sentence);
    let fits = |m: &Match| {
        let words: Vec<&str> = m.tokens.clone().map(|i| reading.tagged.key(i)).collect();
        let unnamed = || (range.start..m.tokens.start).rev().take(12).any(|i| UNNAMED.contains(&reading.tagged.key(i)));
        // "In retaliation, the army shelled": the reason stands before.
        let bare = matches!(reading.tagged.key(m.tokens.end), "," | "." | ";");
        let opens = words.last().is_some_and(|w| *w != "following") || follows_noun(reading, sentence, m.tokens.start);
        // "Due to leave at noon", "rockets aimed at Safed".
        let next = reading.chunks(sentence).iter().find(|c| c.tokens.start >= m.tokens.end);
        let planned = words == ["due", "to"] && next.is_some_and(|c| matches!(c.kind, ChunkKind::Verb(_)));
        let aimed = words == ["aimed", "at"] && next.is_some_and(|c| !matches!(&c.kind, ChunkKind::Verb(g) if g.gerund));
        !planned && !aimed && (lead.is_some() || !WEAK.contains(&words.join(" ").as_str())) && !unnamed() && !bare && opens
    };
    let found = reading.cues(range.clone()).filter(|(_, name)| *name == "reason").find(|(m, _)| fits(m));
    let cue = found.map(|(m, _)| m.tokens.clone())?;
    let chunks = reading.chunks(sentence);
    let from = chunks.iter().position(|c| c.tokens.end >= cue.end)?;
    let behind = |k: &usize| *k <= from + 1 || !matches!(chunks[*k].kind, ChunkKind::Comma | ChunkKind::Mark);
    let last = (from..chunks.len()).take_while(behind).last()?;
    let end = chunks[last].tokens.end.min(cue.start + LONGEST);
    Some(trimmed(reading, &(cue.start..end))).filter(|t| t.end > cue.end)
}

/// "Following heavy rains" behind a phrase, and no "following a blast", which is what happened.
fn follows_noun(reading: Reading, sentence: usize, at: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let Some(k) = chunks.iter().position(|c| c.tokens.contains(&at)) else { return false };
    let event = reading.frames_of(sentence).any(|f| f.trigger.start > at && f.chunk <= k + 1 && reading.bears(f));
    k > 0 && matches!(chunks[k - 1].kind, ChunkKind::Noun(_) | ChunkKind::Time | ChunkKind::Verb(_)) && !event
}

/// "Clashes over grazing rights", "walked off the job over pay".
fn matter(reading: Reading, sentence: usize, from: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let at = (from.max(1)..chunks.len()).find(|k| {
        let thing = |(p, t): (&crate::frame::chunk::Phrase, &Tokens)| {
            let counted = p.quantity.is_some() || reading.times(t).next().is_some_and(|time| time.tokens.start == t.start);
            !counted && !p.pronoun && reading.places(t).next().is_none_or(|(_, m)| !m.tokens.contains(&p.head))
        };
        // "Over grazing rights".
        let names_deed = |k: usize| {
            matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Verb(_))) && reading.phrase(sentence, k + 1).is_some()
        };
        let before = || chunks[..*k].iter().rev().take(7).flat_map(|c| c.tokens.clone());
        reading.chunk_key(sentence, *k) == "over"
            && chunks[*k].kind == ChunkKind::Prep
            && (reading.phrase(sentence, *k + 1).is_some_and(thing) || names_deed(*k + 1))
            && before().any(|i| MATTERS.contains(&reading.tagged.key(i)) || JUDGING.contains(&reading.tagged.key(i)))
    })?;
    Some(whole(reading, sentence, at))
}

/// "Jailed for spying", "sanctions for their role in the crackdown".
fn ground(reading: Reading, sentence: usize, from: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let at = (from.max(1)..chunks.len()).find(|k| {
        let before = || chunks[..*k].iter().rev().take(6).flat_map(|c| c.tokens.clone());
        let judged = || before().any(|i| JUDGING.contains(&reading.tagged.key(i)));
        // "For hiding grain", whatever the parse makes of it.
        let deed = match chunks.get(*k + 1).map(|c| &c.kind) {
            Some(ChunkKind::Verb(g)) => g.gerund,
            Some(ChunkKind::Noun(p)) => {
                p.head > chunks[*k + 1].tokens.start && reading.chunk_key(sentence, *k + 1).ends_with("ing")
            }
            _ => false,
        };
        let part = reading.phrase(sentence, *k + 1).is_some_and(|(p, _)| {
            let head = reading.tagged.key(p.head);
            p.det == Determiner::Possessive && matches!(head, "role" | "part" | "involvement" | "links") || CRIMES.contains(&head)
        });
        reading.chunk_key(sentence, *k) == "for" && (deed || part) && judged()
    })?;
    Some(to_border(reading, sentence, at))
}

/// "Resigned after a court found …", "opened fire after being attacked".
fn after(reading: Reading, sentence: usize, main: usize, verb: &Deed, event: bool) -> Option<Tokens> {
    // What somebody suffered "after" tells how, and what somebody said "after" only when.
    let at = clause_after(reading, sentence, main)?;
    let chunks = reading.chunks(sentence);
    // "Drowned when a truck plunged into a canal after its brakes failed".
    let when = (main + 1..at).any(|k| chunks[k].kind == ChunkKind::Subordinator && reading.chunk_key(sentence, k) == "when");
    if verb.speech || event && verb.harm && !verb.by_agent && !when {
        return None;
    }
    // "Turned the fires after 50 homes were lost" tells the harm itself.
    let clause = chunks[at].clause;
    if event
        && !verb.by_agent
        && reading.frames_of(sentence).any(|f| f.clause == clause && super::tells_harm(f) && reading.bears(f))
    {
        return None;
    }
    let gerund = matches!(&chunks[at + 1].kind, ChunkKind::Verb(g) if !is_finite(g) || reading.chunk_key(sentence, at + 1).ends_with("ing"));
    let ground = gerund && chunks[at + 1].tokens.clone().any(|i| GROUNDS.contains(&reading.tagged.key(i)));
    (!gerund || ground).then(|| to_border(reading, sentence, at))
}

/// What brings a decision about: "cut its forecast after a slump in sales", but not "after a seven-year journey".
#[rustfmt::skip]
const OCCASIONS: &[&str] = &[
    "accusations", "allegations", "appeal", "backlash", "bid", "boycott", "breach", "campaign", "claims", "collapse", "complaint",
    "complaints", "concern", "concerns", "controversy", "criticism", "cuts", "damage", "decline", "defeat", "delays", "demand",
    "demands", "dispute", "drop", "failure", "fall", "fears", "fight", "illness", "increase", "injury", "inquiry", "intervention",
    "investigation", "jump", "lobbying", "loss", "losses", "mediation", "objections", "opposition", "outcry", "petition", "plunge",
    "pressure", "problems", "protest", "protests", "rain", "rains", "refusal", "reports", "request", "revelations", "review",
    "revolt", "rise", "row", "ruling", "rumours", "scandal", "setback", "shortage", "slide", "slump", "storm", "surge", "threat",
    "threats", "tip-off", "verdict", "warning", "warnings", "win",
];

/// "Has cut its forecast after a slump in sales".
fn upon(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let at = (main + 1..chunks.len()).find(|k| {
        let head = || reading.phrase(sentence, *k + 1).map_or("", |(p, _)| reading.tagged.key(p.head));
        chunks[*k].kind == ChunkKind::Prep && reading.chunk_key(sentence, *k) == "after" && OCCASIONS.contains(&head())
    })?;
    Some(whole(reading, sentence, at))
}

/// The chunk of "after" before a clause behind the main verb, where no measure of time stands before it.
pub fn clause_after(reading: Reading, sentence: usize, main: usize) -> Option<usize> {
    let chunks = reading.chunks(sentence);
    let measured = |k: usize| {
        let last = chunks[k - 1].tokens.end - 1;
        let soon = matches!(reading.tagged.key(last), "shortly" | "soon" | "just" | "only" | "long" | "immediately" | "minutes");
        let unit = reading.tagged.at(last).iter().any(|m| m.entry.table == Table::Unit);
        let time = reading.mentions.times.iter().any(|t| t.tokens.contains(&last) && t.date.value.is_none());
        soon || unit || time || chunks[k - 1].tokens.clone().any(|i| is_length(reading.tagged.key(i)))
    };
    // "After being attacked": a preposition before a verb.
    let opens = |k: usize| match chunks[k].kind {
        ChunkKind::Subordinator => true,
        ChunkKind::Prep => matches!(chunks[k + 1].kind, ChunkKind::Verb(_)),
        _ => false,
    };
    (main + 1..chunks.len().saturating_sub(1))
        .find(|k| opens(*k) && reading.chunk_key(sentence, *k) == "after" && !measured(*k))
        // "After the vote, which …" opens no clause of its own.
        .filter(|k| to_border(reading, sentence, *k).len() > 2)
}

fn is_length(key: &str) -> bool {
    let unit = key.strip_suffix('s').unwrap_or(key);
    matches!(unit, "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "moment" | "weekend")
}

/// "Will strike as talks broke down": what is to come has its reason behind "as".
fn forecast(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let likely = || matches!(reading.chunk_key(sentence, main + 1), "likely" | "expected" | "set" | "due" | "poised");
    let group = args.verb(main).filter(|g| g.modal.is_some() || g.raised_by.is_some() || likely())?;
    let at = (main + 1..chunks.len()).find(|k| {
        chunks[*k].kind == ChunkKind::Subordinator
            && reading.chunk_key(sentence, *k) == "as"
            && group.main < chunks[*k].tokens.start
    })?;
    let finite = (at + 1..chunks.len())
        .take_while(|k| chunks[*k].clause == chunks[at].clause)
        .any(|k| args.verb(k).is_some_and(is_finite));
    finite.then(|| to_border(reading, sentence, at))
}

/// "Troops opened fire after being attacked", "it had targeted them because …": a later sentence tells the deed with its reason.
pub fn of_deed(reading: Reading, sentence: usize) -> Option<Tokens> {
    let done = |f: &&crate::frame::Frame| {
        let deed =
            matches!(f.sense, Sense::Effect(_) | Sense::Weapon(_) | Sense::Harm(_)) && f.filled(Slot::Agent).next().is_some();
        let verb = reading.verb(f).is_some_and(|g| is_finite(g) && !g.passive && !g.negated && g.modal.is_none());
        deed && verb && reading.text.quote_of(f.trigger.start).is_none()
    };
    let frame = reading.frames_of(sentence).find(done)?;
    let verb = Deed::of(reading, sentence, frame.chunk);
    let cue = cued(reading, sentence, None).filter(|t| t.start > frame.trigger.start);
    cue.or_else(|| after(reading, sentence, frame.chunk, &verb, true))
}

/// "They took to the streets after the government doubled the price": what a later sentence says was done, and after what.
pub fn of_step(reading: Reading, sentence: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let main =
        (1..chunks.len()).find(|k| args.verb(*k).is_some_and(is_finite) && args.subject(*k).first().is_some_and(|s| s < k))?;
    let verb = Deed::of(reading, sentence, main);
    after(reading, sentence, main, &verb, false).or_else(|| matter(reading, sentence, main))
}

/// A later sentence says what moved the doer or what brought the accident about.
pub fn explained(reading: Reading, sentence: usize) -> Option<Tokens> {
    let words = reading.sentence(sentence);
    motive(reading, sentence)
        .or_else(|| blamed(reading, sentence))
        .or_else(|| caused(reading, sentence))
        .or_else(|| fault(reading, sentence))
        .filter(|_| !words.clone().any(|i| OPEN.contains(&reading.tagged.key(i))))
}

/// "The motive was a dispute with his employer."
fn motive(reading: Reading, sentence: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let named = |k: &usize| {
        let head = reading.phrase(sentence, *k).map(|(p, _)| reading.tagged.key(p.head));
        matches!(head, Some("motive" | "reason" | "cause"))
    };
    let at = (0..chunks.len()).find(named)?;
    let verb = (at + 1..chunks.len()).find(|k| matches!(chunks[*k].kind, ChunkKind::Verb(_)))?;
    let is = chunks[verb].tokens.clone().any(|i| matches!(reading.tagged.key(i), "was" | "is" | "been" | "be"));
    (is && reading.phrase(sentence, verb + 1).is_some()).then(|| to_border(reading, sentence, verb + 1))
}

/// "The authority blamed the accident on a signal failure", "blamed bad weather for the crash".
fn blamed(reading: Reading, sentence: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let verb = (0..chunks.len()).find(|k| {
        let main = |g: &VerbGroup| matches!(reading.tagged.key(g.main), "blamed" | "blames" | "attributed" | "attributes");
        matches!(&chunks[*k].kind, ChunkKind::Verb(g) if main(g) && !g.negated)
    })?;
    let (object, _) = reading.phrase(sentence, verb + 1)?;
    let mishap = |k: usize| reading.phrase(sentence, k).is_some_and(|(p, _)| MISHAPS.contains(&reading.tagged.key(p.head)));
    let thing = || {
        let person = people::of_phrase(reading.tagged, &chunks[verb + 1].tokens, object.head).is_some();
        !person && !reading.text.tokens[object.head].capital && !object.pronoun
    };
    let joined = (verb + 2..chunks.len()).find(|k| matches!(reading.chunk_key(sentence, *k), "on" | "to" | "for"));
    // "The captain blamed a faulty chart."
    let ends = chunks.get(verb + 2).is_some_and(|c| c.kind == ChunkKind::Mark);
    let Some(joined) = joined else {
        return (ends && thing() && !mishap(verb + 1)).then(|| chunks[verb + 1].tokens.clone());
    };
    if reading.chunk_key(sentence, joined) == "for" {
        return (thing() && mishap(joined + 1)).then(|| to_border(reading, sentence, verb));
    }
    mishap(verb + 1).then(|| to_border(reading, sentence, joined + 1))
}

/// "Bad weather is believed to have caused the crash."
fn caused(reading: Reading, sentence: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let brings =
        |g: &VerbGroup| matches!(reading.tagged.key(g.main), "caused" | "triggered" | "sparked" | "started" | "prompted");
    let verb = (1..chunks.len())
        .find(|k| args.verb(*k).is_some_and(|g| brings(g) && (!g.passive || g.raised_by.is_some()) && !g.negated))?;
    let (object, _) = reading.phrase(sentence, verb + 1)?;
    let again = MISHAPS.contains(&reading.tagged.key(object.head)) && object.det == Determiner::Definite;
    let subject = *args.subject(verb).first().filter(|s| **s < verb && again)?;
    reading.phrase(sentence, subject).filter(|(p, _)| !p.pronoun)?;
    Some(chunks[subject].tokens.start..chunks[verb + 1].tokens.end)
}

/// "The vessel was overloaded", "the driver lost control": the clause with the words of a fault.
fn fault(reading: Reading, sentence: usize) -> Option<Tokens> {
    let range = reading.sentence(sentence);
    let cue = reading.cues(range).find(|(_, name)| *name == "fault").map(|(m, _)| m.tokens.clone())?;
    let chunks = reading.chunks(sentence);
    let at = chunks.iter().position(|c| c.tokens.end > cue.start)?;
    let clause = chunks[at].clause;
    let verb = |k: usize| matches!(&chunks[k].kind, ChunkKind::Verb(_));
    // What somebody says of it begins behind his verb.
    let said = reading.frames_of(sentence).filter(|f| matches!(f.sense, Sense::Speech(_)) && f.chunk < at).map(|f| f.chunk).max();
    let from = said.map_or(0, |k| k + 1);
    let first = (from..=at).find(|k| chunks[*k].clause == clause)?;
    let first = if reading.chunk_key(sentence, first) == "that" { first + 1 } else { first };
    let told = (first..chunks.len()).take_while(|k| chunks[*k].clause == clause).any(verb);
    let range = to_border(reading, sentence, first);
    // "Methane was to blame" and not "Moscow was to blame".
    let blames = reading.tagged.key(cue.end - 1) == "blame";
    let somebody = |k: usize| {
        reading.phrase(sentence, k).is_none_or(|(p, t)| {
            p.pronoun || reading.text.tokens[p.head].capital || people::of_phrase(reading.tagged, t, p.head).is_some()
        })
    };
    if blames && somebody(first) {
        return None;
    }
    Some(content(reading, &range)).filter(|t| told && t.contains(&cue.start))
}

/// Verbs whose "to" phrase is what they are about, and no purpose.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "ask", "asked", "asks", "want", "wants", "wanted", "urge", "urged", "urges", "order", "ordered", "orders", "tell", "told",
    "allow", "allowed", "agree", "agreed", "agrees", "plan", "plans", "planned", "call", "called", "calls", "force", "forced",
    "vow", "vowed", "vows", "promise", "promised", "refuse", "refused", "decide", "decided", "fail", "failed", "try", "tried",
    "seek", "sought", "begin", "began", "continue", "continued", "expected", "set", "due", "likely", "ready", "able", "need",
    "needs", "needed", "hope", "hopes", "hoped", "pledge", "pledged", "offer", "offered", "threaten", "threatened", "ban", "move",
    "bid", "attempt", "right", "application", "request", "proposal", "decision", "effort", "efforts", "power", "permission",
    "intends", "intended", "vote", "voted", "votes", "required", "warned", "first", "last", "next", "managed", "chance", "way", "time", "agreement",
];

/// "Flew to Havana to resume talks": the purpose behind a place, a time or an object.
fn aim(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let own = chunks[main].clause;
    let infinitive = |g: &VerbGroup| g.infinitive && g.raised_by.is_none() && g.modal.is_none();
    let at = (main + 1..chunks.len()).find(|k| {
        let behind = matches!(chunks[*k - 1].kind, ChunkKind::Noun(_) | ChunkKind::Time);
        let clause = (0..*k).rev().take_while(|c| chunks[*c].clause == chunks[*k].clause);
        let about = || clause.flat_map(|c| chunks[c].tokens.clone()).any(|i| ABOUT.contains(&reading.tagged.key(i)));
        behind && chunks[*k].clause == own && matches!(&chunks[*k].kind, ChunkKind::Verb(g) if infinitive(g)) && !about()
    })?;
    Some(to_border(reading, sentence, at))
}

/// From chunk `at` on, without the day that stands at its end.
fn whole(reading: Reading, sentence: usize, at: usize) -> Tokens {
    let chunks = reading.chunks(sentence);
    let mut last = at + 1;
    while reading.chunk_key(sentence, last + 1) != "on"
        && matches!(chunks.get(last + 1).map(|c| &c.kind), Some(ChunkKind::Prep))
        && matches!(chunks.get(last + 2).map(|c| &c.kind), Some(ChunkKind::Noun(_)))
        || matches!(chunks.get(last + 1).map(|c| &c.kind), Some(ChunkKind::Conj))
            && matches!(chunks.get(last + 2).map(|c| &c.kind), Some(ChunkKind::Noun(_)))
            && !matches!(chunks.get(last + 3).map(|c| &c.kind), Some(ChunkKind::Verb(_)))
    {
        last += 2;
    }
    // "Three men who were hit by a car": what tells them apart goes with them.
    let relative = matches!(chunks.get(last + 1).map(|c| &c.kind), Some(ChunkKind::Subordinator))
        && matches!(reading.chunk_key(sentence, last + 1), "who" | "which" | "that");
    if relative {
        to_border_from(reading, sentence, at, last + 2)
    } else {
        trimmed(reading, &(chunks[at].tokens.start..chunks[last].tokens.end))
    }
}

fn to_border_from(reading: Reading, sentence: usize, at: usize, from: usize) -> Tokens {
    let start = reading.chunks(sentence)[at].tokens.start;
    let rest = to_border(reading, sentence, from.min(reading.chunks(sentence).len() - 1));
    start..rest.end.min(start + LONGEST)
}
