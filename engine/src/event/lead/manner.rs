//! How: the means or the course of events that the lead tells, or the sentence behind it.

use super::{content, predicate, reason, tells_harm, to_border};
use crate::event::attribution::Saying;
use crate::event::reading::Reading;
use crate::frame::arguments::Arguments;
use crate::frame::chunk::{ChunkKind, Determiner, VerbGroup};
use crate::frame::clause::is_finite;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::{munition, people};
use crate::report::EventType;
use crate::text::Tokens;

/// Gerunds that bring in the means.
const USING: &[&str] =
    &["using", "riding", "wielding", "firing", "throwing", "hurling", "setting", "armed", "wearing", "carrying"];

/// Gerunds that tell what came of it.
#[rustfmt::skip]
const RESULTS: &[&str] = &[
    "killing", "wounding", "injuring", "leaving", "claiming", "damaging", "destroying", "trapping", "causing", "sending", "burying",
];

/// Where a bomb was.
const PLACED: &[&str] =
    &["attached", "hidden", "planted", "strapped", "packed", "rigged", "fixed", "fastened", "tied", "placed", "laid", "buried"];

/// What attackers come on.
#[rustfmt::skip]
const MOUNTS: &[&str] = &[
    "motorcycle", "motorcycles", "motorbike", "motorbikes", "bike", "bikes", "horseback", "camels", "boats", "speedboats", "trucks",
    "pickup", "pickups", "pick-ups", "van", "lorry", "paragliders", "scooter",
];

/// Ways to reach somebody.
#[rustfmt::skip]
const WAYS: &[&str] = &[
    "phone", "telephone", "letter", "email", "e-mail", "link", "videolink", "helicopter", "boat", "sea", "air", "train", "channels",
    "mediators", "intermediaries", "cash", "mediation", "satellite", "phone-in", "auction", "text", "voice", "conference", "decree", "referendum", "tunnel", "tunnels", "post", "mail", "drone", "land",
];

/// Verbs that tell no more than that there was an attack, a move or a state.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "attacked", "attack", "raided", "struck", "hit", "targeted", "killed", "was", "were", "is", "are", "has", "have", "had",
    "fled", "escaped", "remain", "remained", "died", "wounded", "injured", "claimed", "took", "left",
];

/// What one strikes from.
#[rustfmt::skip]
const PLATFORMS: &[&str] = &[
    "planes", "plane", "warplanes", "warplane", "jets", "jet", "aircraft", "artillery", "tanks", "tank", "helicopter", "helicopters",
    "warships", "warship", "gunboats", "gunboat", "submarine", "snipers", "sniper",
];

/// Those of [`PLAIN`] that tell something of a thing: "a plane hit power lines".
const STRIKING: &[&str] = &["struck", "hit", "left"];

/// Heads of phrases that bring the attackers up once more.
const ATTACKERS: &[&str] =
    &["driver", "bomber", "assailants", "assailant", "attacker", "attackers", "gunmen", "gunman", "shooter", "suspect"];

/// How the lead says that it came about.
pub fn of_lead(reading: Reading, sentence: usize, main: usize, event: bool) -> Option<Tokens> {
    let by_deed = || by_doing(reading, sentence, main);
    if !event {
        return by_deed()
            .or_else(|| by_way(reading, sentence, main))
            .or_else(|| by_vote(reading, sentence, main))
            .or_else(|| using(reading, sentence, main));
    }
    let clause = || course(reading, sentence, main);
    let means = || instrument(reading, sentence, main);
    clause()
        .or_else(by_deed)
        .or_else(|| using(reading, sentence, main))
        .or_else(means)
        .or_else(|| outcome(reading, sentence, main))
        .or_else(|| by_name(reading, sentence, main))
}

/// "Were killed when a bus plunged into a ravine", "died after inhaling gas".
fn course(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let own = || reading.frames_of(sentence).filter(|f| f.chunk <= main + 1 && tells_harm(f));
    let suffered =
        own().any(|f| f.filled(Slot::Victims).chain(f.filled(Slot::Target)).any(|c| c < main)) || own().any(|f| f.chunk == main);
    if !suffered {
        return None;
    }
    let when = (main + 1..chunks.len())
        .find(|k| chunks[*k].kind == ChunkKind::Subordinator && reading.chunk_key(sentence, *k) == "when");
    // Behind a deed "after" gives the reason.
    let done = own().any(|f| f.filled(Slot::Agent).any(|c| c < main));
    let gerund = |k: usize| matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Verb(g)) if g.gerund);
    // "Injured while battling a blaze".
    let doing = || (main + 1..chunks.len()).find(|k| reading.chunk_key(sentence, *k) == "while" && gerund(*k + 1));
    let after = || reason::clause_after(reading, sentence, main).filter(|_| !done);
    let at = when.or_else(after).or_else(doing)?;
    Some(to_border(reading, sentence, at)).filter(|t| t.len() > 2)
}

/// "By ramming a gate".
fn by_doing(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    // "By offering workers early retirement", whatever the parse makes of it.
    let gerund = |k: usize| match chunks.get(k).map(|c| &c.kind) {
        Some(ChunkKind::Verb(g)) => g.gerund,
        Some(ChunkKind::Noun(p)) => p.head > chunks[k].tokens.start && reading.chunk_key(sentence, k).ends_with("ing"),
        _ => false,
    };
    // "Hit by falling demand".
    let changes = |k: usize| {
        matches!(
            reading.chunk_key(sentence, k),
            "falling" | "rising" | "growing" | "soaring" | "declining" | "mounting" | "increasing" | "surging"
        )
    };
    let at = (main + 1..chunks.len()).find(|k| reading.chunk_key(sentence, *k) == "by" && gerund(*k + 1) && !changes(*k + 1))?;
    Some(to_border(reading, sentence, at)).filter(|t| t.len() > 2)
}

/// "By mobile phone", "through diplomatic channels".
fn by_way(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let fits = |k: &usize| {
        let head =
            reading.phrase(sentence, *k + 1).filter(|(p, _)| p.det == Determiner::None).map(|(p, _)| reading.tagged.key(p.head));
        (matches!(reading.chunk_key(sentence, *k), "by" | "via" | "through")
            || head == Some("cash") && reading.chunk_key(sentence, *k) == "in")
            && head.is_some_and(|head| WAYS.contains(&head))
    };
    let at = (main + 1..chunks.len()).find(fits)?;
    Some(chunks[at].tokens.start..chunks[at + 1].tokens.end)
}

/// How a sentence behind the lead of no event tells on: "by offering workers early retirement", "by 78 votes to 72".
pub fn of_later(reading: Reading, sentence: usize) -> Option<Tokens> {
    let told = by_doing(reading, sentence, 0).or_else(|| by_way(reading, sentence, 0)).or_else(|| by_vote(reading, sentence, 0));
    told.filter(|t| reading.text.quote_of(t.start).is_none())
}

/// "Voted by 78 to 72", "approved by 457 votes to eight", "rejected 78 to 72".
fn by_vote(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let range = reading.sentence(sentence);
    let start = reading.chunks(sentence).get(main)?.tokens.start;
    let number = |i: usize| reading.mentions.quantities.iter().find(|q| q.tokens.start == i).map(|q| q.tokens.end);
    let key = |i: usize| reading.tagged.key(i);
    (start.max(range.start)..range.end).find_map(|i| {
        let first = number(i + 1).filter(|_| key(i) == "by")?;
        let to = first + usize::from(matches!(key(first), "votes" | "vote"));
        let end = number(to + 1).filter(|end| key(to) == "to" && *end <= range.end)?;
        Some(i..end)
    })
}

/// "Using petrol bombs", "riding motorcycles".
fn using(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let opens = |k: &usize| {
        let gerund = matches!(&chunks[*k].kind, ChunkKind::Verb(g) if g.gerund || g.participle);
        gerund
            && USING.contains(&reading.chunk_key(sentence, *k))
            && reading.phrase(sentence, *k + 1).is_some_and(|(p, t)| is_means(reading, p.head, t))
    };
    let at = (0..chunks.len()).find(|k| *k != main && opens(k))?;
    // Before the main verb it ends with the means.
    let rest = to_border(reading, sentence, at);
    Some(if at < main { rest.start..chunks[at + 1].tokens.end } else { rest })
}

/// A weapon, a mount, or what one has in hand.
fn is_means(reading: Reading, head: usize, tokens: &Tokens) -> bool {
    munition::of_phrase(reading.tagged, tokens, head).is_some() || MOUNTS.contains(&reading.tagged.key(head))
}

/// "With heavy artillery", "by a magnetic bomb", "in a suicide bombing", "on a motorcycle".
fn instrument(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let attack = |k: usize| {
        reading
            .frames_of(sentence)
            .any(|f| f.chunk == k && matches!(f.sense, Sense::Event(_)) && f.predicate.part_of_speech() == "n")
    };
    let fits = |k: &usize| {
        let Some((phrase, tokens)) = reading.phrase(sentence, *k + 1).filter(|_| chunks[*k].kind == ChunkKind::Prep) else {
            return false;
        };
        let weapon = munition::of_phrase(reading.tagged, tokens, phrase.head).is_some();
        match reading.chunk_key(sentence, *k) {
            "with" => weapon,
            "by" => weapon || attack(*k + 1) && *k > main,
            "in" => attack(*k + 1) && phrase.det != Determiner::Definite && *k > main,
            "on" | "from" => MOUNTS.contains(&reading.tagged.key(phrase.head)),
            _ => false,
        }
    };
    let at = (1..chunks.len()).find(fits)?;
    let mut last = at + 1;
    let joins = |k: usize| {
        let plain = reading.phrase(sentence, k).is_some_and(|(p, t)| is_means(reading, p.head, t) || p.det == Determiner::None);
        plain && !matches!(chunks.get(k + 1).map(|c| &c.kind), Some(ChunkKind::Verb(_)))
    };
    while reading.chunk_key(sentence, last + 1) == "and" && joins(last + 2) {
        last += 2;
    }
    // "A magnetic bomb attached to his car".
    let placed = PLACED.contains(&reading.chunk_key(sentence, last + 1)) && matches!(chunks[last + 1].kind, ChunkKind::Verb(_));
    if placed && chunks.get(last + 2).is_some_and(|c| c.kind == ChunkKind::Prep) && reading.phrase(sentence, last + 3).is_some() {
        last += 3;
    }
    Some(chunks[at].tokens.start..chunks[last].tokens.end)
}

/// "Two trains collided, killing 12": what happened before what came of it.
fn outcome(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let group = args.verb(main)?;
    let subject = *args.subject(main).first().filter(|s| **s < main)?;
    let key = reading.tagged.key(group.main);
    let people = reading.phrase(sentence, subject).is_some_and(|(p, t)| people::of_phrase(reading.tagged, t, p.head).is_some());
    // "Troops recaptured a town, killing dozens" tells no means; "a plane hit power lines" does.
    let tells = reading
        .frames_of(sentence)
        .any(|f| f.chunk == main && !matches!(f.sense, Sense::Speech(_) | Sense::Talks | Sense::Reach));
    let plain = PLAIN.contains(&key) && (people || !STRIKING.contains(&key)) || people && !tells;
    let plain = plain || group.modal.is_some() || group.negated;
    let harms = reading.frames_of(sentence).any(|f| f.chunk == main && matches!(f.sense, Sense::Harm(_)));
    let speaks = reading.frames_of(sentence).any(|f| f.chunk == main && matches!(f.sense, Sense::Speech(_)));
    if plain || harms || speaks {
        return None;
    }
    let result = |k: &usize| {
        let gerund = args.verb(*k).is_some_and(|g| g.gerund) && RESULTS.contains(&reading.chunk_key(sentence, *k));
        let joined = chunks[*k - 1].kind == ChunkKind::Conj
            && reading.frames_of(sentence).any(|f| f.chunk == *k && matches!(f.sense, Sense::Harm(_)))
            && args.verb(*k).is_some_and(is_finite);
        gerund && matches!(chunks[*k - 1].kind, ChunkKind::Comma | ChunkKind::Noun(_) | ChunkKind::Time) || joined
    };
    let end = (main + 2..chunks.len()).find(result)?;
    let range = chunks[subject].tokens.start..chunks[end - 1].tokens.end;
    Some(super::trimmed(reading, &content(reading, &range)))
}

/// The event is a deed with a weapon; a flood or a battle says nothing of how.
fn attack(sense: Sense) -> bool {
    use EventType::{Airstrike, Bombing, Crash, DroneStrike, Explosion, MissileStrike, Shelling, Shooting};
    matches!(sense, Sense::Event(Airstrike | Bombing | Crash | DroneStrike | Explosion | MissileStrike | Shelling | Shooting))
}

/// "Firing by troops killed four": the deed itself is the subject.
fn by_name(reading: Reading, sentence: usize, main: usize) -> Option<Tokens> {
    let args = Arguments { chunks: reading.chunks(sentence), tagged: reading.tagged };
    let harms = reading.frames_of(sentence).any(|f| f.chunk == main && matches!(f.sense, Sense::Harm(_) | Sense::Effect(_)));
    let subject = *args.subject(main).first().filter(|s| **s < main && harms)?;
    let (phrase, tokens) = reading.phrase(sentence, subject)?;
    let deed = reading.frames_of(sentence).any(|f| {
        f.chunk == subject && f.predicate.part_of_speech() == "n" && attack(f.sense) && f.trigger.contains(&phrase.head)
    });
    let weapon = munition::of_phrase(reading.tagged, tokens, phrase.head).is_some()
        || PLATFORMS.contains(&reading.tagged.key(phrase.head));
    (deed || weapon).then(|| tokens.clone())
}

/// "The attackers stopped the bus and lined them up": a later sentence tells on what they did.
pub fn told_on(reading: Reading, sayings: &[Saying], sentence: usize) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let args = Arguments { chunks, tagged: reading.tagged };
    let doer = |k: usize| {
        reading.phrase(sentence, k).is_some_and(|(p, t)| {
            let known =
                people::of_phrase(reading.tagged, t, p.head).is_some_and(|who| matches!(who.group, "attackers" | "militants"));
            p.det == Determiner::Definite && (known || ATTACKERS.contains(&reading.tagged.key(p.head)))
        })
    };
    let does = |g: &VerbGroup| {
        is_finite(g)
            && !g.passive
            && !g.past_perfect
            && !g.perfect
            && g.modal.is_none()
            && !g.negated
            && !PLAIN.contains(&reading.tagged.key(g.main))
    };
    let speaks = |k: usize| reading.frames_of(sentence).any(|f| f.chunk == k && matches!(f.sense, Sense::Speech(_)));
    let verb = (1..chunks.len()).find(|k| {
        args.verb(*k).is_some_and(does) && !speaks(*k) && args.subject(*k).first().is_some_and(|s| *s < *k && doer(*s))
    })?;
    let subject = *args.subject(verb).first()?;
    let what = predicate(reading, sayings, sentence, verb);
    Some(chunks[subject].tokens.start..what.end)
}
