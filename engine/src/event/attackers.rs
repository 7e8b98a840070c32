//! Attackers: who did it by the text's own words, or is said, suspected or blamed to have, or claims it.

mod claimed;

use super::cast::{Cast, SUSPECTED};
use super::reading::Reading;
use super::{Findings, Setting};
use crate::frame::Frame;
use crate::frame::arguments::Arguments;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people;
use crate::report::{Action, ActorRole, ActorType, AttackerStanding, Effect, EventType, Kind, Status};
use crate::scope::Scope;
use crate::text::Tokens;

/// An attacker of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Attacker {
    /// Index into the cast.
    pub member: usize,
    pub standing: AttackerStanding,
    /// The words that name the attacker beside the deed.
    pub tokens: Tokens,
}

/// Verbs of deeds that nobody does by accident.
const ASSAULTS: &[&str] = &[
    "abduct",
    "ambush",
    "assassinate",
    "assault",
    "attack",
    "axe",
    "bayonet",
    "behead",
    "bludgeon",
    "bomb",
    "bombard",
    "club",
    "execute",
    "fire",
    "gun down",
    "gun",
    "hack",
    "hijack",
    "kidnap",
    "knife",
    "lynch",
    "massacre",
    "mow down",
    "murder",
    "open fire",
    "pelt",
    "raid",
    "shell",
    "shoot",
    "shoot dead",
    "slaughter",
    "slash",
    "slay",
    "slit",
    "spray",
    "stab",
    "storm",
    "strangle",
    "torch",
    "torture",
    "set fire",
    "burn down",
    "blow up",
    "detonate",
    "launch",
    "overrun",
    "waylay",
    "snatch",
];

/// Groups of people who attack by trade: of them "killed" tells an attack too.
const ARMED: &[&str] = &["attackers", "militants", "soldiers", "police"];

/// Groups whom guards and soldiers stop.
const ENEMIES: &[&str] = &["attackers", "militants"];

/// Nouns of armed groups that no table of people lists.
const BANDS: &[&str] = &[
    "group",
    "gang",
    "gangs",
    "mob",
    "militia",
    "militias",
    "forces",
    "crowd",
    "cell",
    "unit",
    "faction",
    "coalition",
    "elements",
    "squad",
    "network",
    "wing",
    "dissidents",
    "alliance",
    "tribe",
    "clan",
    "troops",
];

/// Events of which an adjective tells who did it: "an Israeli air strike", "Russian shelling".
const DONE_BY_STATES: &[&str] = &[
    "attack",
    "strike",
    "raid",
    "assault",
    "bombardment",
    "shelling",
    "incursion",
    "barrage",
    "fire",
    "missile",
    "drone",
    "rocket",
    "bomb",
    "warplane",
    "jet",
    "plane",
    "aircraft",
    "helicopter",
    "artillery",
    "airstrike",
    "shell",
];

/// Gives each event its attackers; `event_of` names the event of each frame.
pub fn find(reading: Reading, settings: &[Setting], event_of: &[Option<usize>], findings: &mut Findings) {
    let in_title = |f: &Frame| reading.text.sentences[f.sentence].in_title;
    let frames = || reading.parse.frames.iter().enumerate().filter(|(_, f)| is_deed(f) && !f.negated);
    // A headline names last, where the text does not.
    for (index, frame) in frames().filter(|(_, f)| !in_title(f)).chain(frames().filter(|(_, f)| in_title(f))) {
        // "Militiamen attacked a wake": a deed whose object no table knows is one of the news all the same.
        let told = ASSAULTS.contains(&frame.predicate.lemma()) && settings[index].scope == Scope::Current;
        let Some(event) = event_of[index].or_else(|| findings.main_event().filter(|_| told)) else { continue };
        let known = &findings.events[event].attackers;
        if !is_violent(findings.events[event].kind) || in_title(frame) && !known.is_empty() {
            continue;
        }
        // "Clashes between X and Y" names two sides, "a reservist shot him" the end of an attack.
        let sides = frame.predicate.part_of_speech() == "n" && frame.filled(Slot::Agent).count() > 1;
        let mut stops = frame.filled(Slot::Victims).filter_map(|c| reading.phrase(frame.sentence, c));
        let stops = stops
            .any(|(p, t)| p.pronoun || people::of_phrase(reading.tagged, t, p.head).is_some_and(|p| ENEMIES.contains(&p.group)));
        if (sides || stops) && !known.is_empty() {
            continue;
        }
        for chunk in frame.filled(Slot::Agent).chain(beside(reading, frame)) {
            let Some((member, tokens)) = assailant(reading, &mut findings.cast, frame, chunk, settings[index].source) else {
                continue;
            };
            let standing = standing(reading, frame, &tokens, settings[index].status);
            add(findings, event, Attacker { member, standing, tokens });
        }
        let placed = !settings[index].told.is_empty() && settings[index].scope == Scope::Current;
        if let Some((member, tokens)) = state(reading, findings, event, frame, placed) {
            let standing = standing(reading, frame, &tokens, settings[index].status);
            add(findings, event, Attacker { member, standing, tokens });
        }
    }
    launchers(reading, findings);
    claimed::blamed(reading, findings);
    claimed::claims(reading, findings);
}

/// The state or force that an adjective makes the doer: "an Israeli air strike", "Russian drones hit".
fn state(reading: Reading, findings: &mut Findings, event: usize, frame: &Frame, placed: bool) -> Option<(usize, Tokens)> {
    // "Officials call it a response to Russian shelling": an attack that hits no place named beside it is another one.
    let own = (placed && frame.predicate.part_of_speech() == "n").then_some(frame.chunk);
    let mut chunks = own.into_iter().chain(frame.filled(Slot::Agent)).chain(frame.filled(Slot::Weapon));
    chunks.find_map(|chunk| {
        let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
        let head = reading.tagged.key(phrase.head);
        DONE_BY_STATES.contains(&head.strip_suffix('s').unwrap_or(head)).then_some(())?;
        if let Some(holder) = holder(reading, frame.sentence, chunk) {
            let (_, tokens) = reading.phrase(frame.sentence, holder)?;
            let member = findings.cast.meet_if(reading, frame.sentence, holder, ActorRole::Attacker, |_| true)?;
            return Some((member, tokens.clone()));
        }
        let member = findings.cast.meet_owner(reading, frame.sentence, chunk)?;
        // "The Somali attack" is one in Somalia, "Syrian air strikes" on Idlib are Syria's.
        let country = findings.cast.members[member].country.clone();
        let home = |p: &usize| reading.mentions.places.list[*p].country == country;
        let at_home = country.is_some() && findings.events[event].places.iter().any(home);
        let by_arms = !matches!(head, "attack" | "attacks" | "raid" | "raids" | "assault" | "fire");
        (by_arms || !at_home).then(|| (member, tokens.clone()))
    })
}

/// Those who fired what the event's weapons are.
fn launchers(reading: Reading, findings: &mut Findings) {
    for at in 0..findings.arms.len() {
        let (arms, by) = (&findings.arms[at], findings.launchers[at]);
        let (Some(event), Some(member)) = (arms.event, by) else { continue };
        let is_new = !findings.events[event].attackers.iter().any(|a| a.member == member);
        if !matches!(arms.fact.action, Action::Launched | Action::Hit) || !is_new {
            continue;
        }
        let frame = &reading.parse.frames[arms.fact.frame];
        let accused = frame.filled(Slot::Accused).next();
        let chunk = arms.fact.agent.or(accused).and_then(|c| reading.phrase(frame.sentence, c));
        let tokens = chunk.map_or(arms.fact.tokens.clone(), |(_, t)| t.clone());
        let status = arms.setting.status;
        let standing = if accused.is_some() { AttackerStanding::Accused } else { standing(reading, frame, &tokens, status) };
        add(findings, event, Attacker { member, standing, tokens });
    }
}

fn add(findings: &mut Findings, event: usize, attacker: Attacker) {
    let cast = &findings.cast.members;
    let nameless = |m: usize| cast[m].name.chars().all(|c| !c.is_uppercase());
    let several = |m: usize| cast[m].name.ends_with("men") || cast[m].name.ends_with('s');
    let known = &mut findings.events[event].attackers;
    // "Gunmen … armed men … the attackers": the same ones under other words.
    let same = |a: &Attacker| a.member != attacker.member && nameless(a.member) && several(a.member) == several(attacker.member);
    if nameless(attacker.member) && known.iter().any(same) {
        return;
    }
    match known.iter_mut().find(|a| a.member == attacker.member) {
        // What the text states outright is more than a suspicion; a claim of their own is more than being blamed.
        Some(same) if attacker.standing < same.standing => *same = attacker,
        Some(_) => {}
        None => known.push(attacker),
    }
}

/// The frame tells of harm that somebody does.
fn is_deed(frame: &Frame) -> bool {
    match frame.sense {
        Sense::Harm(kind) => matches!(kind, Kind::Killed | Kind::Wounded | Kind::Casualties | Kind::Kidnapped | Kind::Captured),
        Sense::Effect(effect) => effect != Effect::Targeted || ASSAULTS.contains(&frame.predicate.lemma()),
        Sense::Event(_) => true,
        Sense::Weapon(action) => matches!(action, Action::Launched | Action::Hit),
        _ => false,
    }
}

/// Events that have an attacker.
fn is_violent(kind: EventType) -> bool {
    use EventType::{
        Abduction, Airstrike, Battle, Bombing, DroneStrike, Explosion, Fire, MissileStrike, Other, Shelling, Shooting,
    };
    matches!(
        kind,
        Abduction | Airstrike | Battle | Bombing | DroneStrike | Explosion | Fire | MissileStrike | Other | Shelling | Shooting
    )
}

/// "The Rapid Support Forces" of "drones believed to belong to the Rapid Support Forces".
fn holder(reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
    let key = |k: usize| reading.chunks(sentence).get(k).map(|c| reading.tagged.key(c.tokens.end - 1));
    let belongs = (chunk + 1..=chunk + 2).find(|k| matches!(key(*k), Some("belong" | "belonging")))?;
    (key(belongs + 1) == Some("to")).then_some(belongs + 2)
}

/// Verbs that say no more than that somebody did what the noun behind them names.
const CARRIED_OUT: &[&str] = &[
    "launched",
    "launch",
    "launches",
    "carried out",
    "carry out",
    "staged",
    "mounted",
    "conducted",
    "committed",
    "perpetrated",
    "unleashed",
    "planted",
    "laid",
    "placed",
    "fired",
    "hurled",
    "thrown",
    "detonated",
    "executed",
    "made",
    "waged",
];

/// Those whom no slot holds: "gangs launched an attack", "an attack of 3 June by armed men", "a mine planted by rebels".
fn beside(reading: Reading, frame: &Frame) -> Vec<usize> {
    if frame.predicate.part_of_speech() != "n" || frame.filled(Slot::Agent).next().is_some() {
        return Vec::new();
    }
    let chunks = reading.chunks(frame.sentence);
    let does = |k: usize| {
        CARRIED_OUT.contains(&reading.text.words(&chunks[k].tokens).to_lowercase().as_str())
            || CARRIED_OUT.contains(&reading.tagged.key(chunks[k].tokens.end - 1))
    };
    let verb = frame.chunk.checked_sub(1).filter(|k| matches!(&chunks[*k].kind, ChunkKind::Verb(g) if !g.passive) && does(*k));
    if let Some(verb) = verb {
        return Arguments { chunks, tagged: reading.tagged }.subject(verb);
    }
    // Behind the noun: at once, or behind when or where it was, or behind a participle.
    let hangs = |k: &usize| {
        matches!(chunks[*k].kind, ChunkKind::Prep | ChunkKind::Noun(_) | ChunkKind::Time)
            || matches!(&chunks[*k].kind, ChunkKind::Verb(_)) && does(*k)
    };
    let by = (frame.chunk + 1..chunks.len()).take_while(hangs).take(6).find(|k| reading.chunk_key(frame.sentence, *k) == "by");
    by.filter(|k| reading.phrase(frame.sentence, k + 1).is_some()).map(|k| k + 1).into_iter().collect()
}

/// Who the agent at `chunk` is, where it is someone who attacks, and the words for it.
fn assailant(reading: Reading, cast: &mut Cast, frame: &Frame, chunk: usize, source: Option<usize>) -> Option<(usize, Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk).filter(|(p, _)| !p.pronoun && !p.bare_number)?;
    let assault = ASSAULTS.contains(&frame.predicate.lemma());
    let key = reading.tagged.key(phrase.head);
    let people = people::of_phrase(reading.tagged, tokens, phrase.head);
    let armed = people.is_some_and(|p| ARMED.contains(&p.group));
    let someone = people.is_some() || people::is_age_noun(key) || BANDS.contains(&key);
    // "The general staff said its forces had struck": the one who says so.
    if matches!(reading.tagged.key(tokens.start), "its" | "their" | "our") {
        return source.filter(|_| armed || BANDS.contains(&key)).map(|s| (s, tokens.clone()));
    }
    if armed || someone && assault {
        return Some((cast.meet_assailant(reading, frame.sentence, chunk)?, tokens.clone()));
    }
    let member = cast.meet_if(reading, frame.sentence, chunk, ActorRole::Attacker, |m| match m.kind {
        ActorType::Military | ActorType::Group | ActorType::Government => true,
        ActorType::Person => assault,
        _ => false,
    })?;
    Some((member, tokens.clone()))
}

fn standing(reading: Reading, frame: &Frame, tokens: &Tokens, status: Status) -> AttackerStanding {
    let doubted = (tokens.start.saturating_sub(1)..tokens.end).any(|i| SUSPECTED.contains(&reading.tagged.key(i)));
    match status {
        Status::Denied => AttackerStanding::Denied,
        _ if doubted || frame.raised_by.is_some_and(|i| SUSPECTED.contains(&reading.tagged.key(i))) => {
            AttackerStanding::Suspected
        }
        Status::Claimed => AttackerStanding::Accused,
        _ => AttackerStanding::Stated,
    }
}

/// Fighters without a name of their own: "fighters of an Islamist militia".
fn fighters(reading: Reading, cast: &mut Cast, sentence: usize, chunk: usize) -> Option<usize> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun)?;
    is_force(reading, tokens, phrase.head).then(|| cast.meet_assailant(reading, sentence, chunk)).flatten()
}

/// The phrase names people who attack by trade, or a band of them.
fn is_force(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let armed = people::of_phrase(reading.tagged, tokens, head).is_some_and(|p| ARMED.contains(&p.group));
    armed || BANDS.contains(&reading.tagged.key(head))
}

#[cfg(test)]
mod tests {
    use super::super::sample::report;
    use crate::report::AttackerStanding::{self, *};

    fn attackers(text: &str) -> Vec<(String, AttackerStanding)> {
        let report = report(text);
        let name = |id: &str| report.actors.iter().find(|a| a.id == id).map(|a| a.name.clone()).unwrap_or_default();
        report.events.iter().flat_map(|e| &e.attackers).map(|a| (name(&a.actor), a.standing)).collect()
    }

    fn one(text: &str, name: &str, standing: AttackerStanding) {
        assert_eq!(attackers(text), [(name.to_string(), standing)], "{text}");
    }

    #[test]
    fn those_whom_the_text_gives_no_name() {
        one("Gunmen attacked a village in Kherson, killing six people.", "gunmen", Stated);
        one("About 300 gunmen raided a village near Kherson. The gunmen burned houses.", "gunmen", Stated);
        one("A man stabbed three people at a market in Kherson.", "man", Stated);
        one("Suspected militants killed six farmers near Kherson.", "suspected militants", Suspected);
        one("Six farmers were shot dead by unidentified assailants near Kherson.", "unidentified assailants", Stated);
    }

    #[test]
    fn accidents_have_no_attacker() {
        for text in [
            "A driver killed two pedestrians when his lorry left the road in Kherson.",
            "An explosion killed two people in Kherson.",
            "The storm killed two people in Kherson.",
            "A bus carrying nurses crashed in Kherson, killing two people.",
        ] {
            assert_eq!(attackers(text), [], "{text}");
        }
    }

    #[test]
    fn who_claims_it_or_is_blamed() {
        let blast = "A bomb killed six people at a market in Kherson on Monday.";
        one(&format!("{blast} The Taliban claimed responsibility."), "Taliban", Claimed);
        one(&format!("{blast} Responsibility for the attack was claimed by the Taliban."), "Taliban", Claimed);
        one(&format!("{blast} The Taliban denied involvement in the attack."), "Taliban", Denied);
        one(&format!("{blast} The governor blamed the Taliban for the attack."), "Taliban", Accused);
        assert_eq!(attackers(&format!("{blast} No group has claimed responsibility.")), []);
        assert_eq!(attackers(&format!("{blast} No one immediately claimed responsibility for the attack.")), []);
    }
}
