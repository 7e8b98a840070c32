//! Attackers: who did it by the text's own words, or is said, suspected or blamed to have, or claims it.

use super::cast::{Cast, Member, SUSPECTED};
use super::reading::Reading;
use super::{Findings, Setting};
use crate::frame::Frame;
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
const BANDS: &[&str] = &["group", "gang", "mob", "militia", "forces", "crowd", "cell", "unit", "faction"];

/// What one takes or denies: "claimed responsibility", "denied involvement".
const RESPONSIBILITY: &[&str] = &["responsibility", "credit", "involvement", "role"];

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
        for chunk in frame.filled(Slot::Agent) {
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
    blamed(reading, findings);
    claims(reading, findings);
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

/// "The army blamed the rebels for the blast."
fn blamed(reading: Reading, findings: &mut Findings) {
    let Some(event) = findings.main_event().filter(|e| is_violent(findings.events[*e].kind)) else { return };
    for frame in reading.parse.frames.iter().filter(|f| matches!(f.sense, Sense::Speech(_))) {
        let about = reading.sentence(frame.sentence).any(|i| is_attack_word(reading, i));
        for chunk in frame.filled(Slot::Accused).filter(|_| about && !frame.negated) {
            let Some((_, tokens)) = reading.phrase(frame.sentence, chunk) else { continue };
            let party = |m: &Member| m.kind != ActorType::Media;
            let Some(member) = findings.cast.meet_if(reading, frame.sentence, chunk, ActorRole::Attacker, party) else {
                continue;
            };
            add(findings, event, Attacker { member, standing: AttackerStanding::Accused, tokens: tokens.clone() });
        }
    }
}

/// A noun for what happened: "the attack", "the blast".
fn is_attack_word(reading: Reading, i: usize) -> bool {
    let event = |f: &&Frame| f.trigger.start == i && matches!(f.sense, Sense::Event(_));
    let sentence = reading.text.sentence_of(i);
    sentence.is_some_and(|s| reading.frames_of(s).find(event).is_some())
}

/// "The group claimed responsibility", "responsibility was claimed by the group", "the rebels denied involvement".
fn claims(reading: Reading, findings: &mut Findings) {
    let Some(event) = findings.main_event().filter(|e| is_violent(findings.events[*e].kind)) else { return };
    for sentence in 0..reading.parse.sentences.len() {
        for chunk in 0..reading.chunks(sentence).len() {
            let Some((phrase, _)) = reading.phrase(sentence, chunk) else { continue };
            if !RESPONSIBILITY.contains(&reading.tagged.key(phrase.head)) {
                continue;
            }
            let Some((who, standing)) = claimant(reading, sentence, chunk) else { continue };
            let Some((_, tokens)) = reading.phrase(sentence, who) else { continue };
            let (role, named) = (ActorRole::Attacker, |m: &Member| !matches!(m.kind, ActorType::Media | ActorType::Government));
            let Some(member) = findings.cast.meet_if(reading, sentence, who, role, named) else { continue };
            add(findings, event, Attacker { member, standing, tokens: tokens.clone() });
        }
    }
}

/// Who claims or denies what stands at `chunk`, and which of the two.
fn claimant(reading: Reading, sentence: usize, chunk: usize) -> Option<(usize, AttackerStanding)> {
    use crate::frame::chunk::ChunkKind;
    let chunks = reading.chunks(sentence);
    let verb = |k: usize| match &chunks.get(k)?.kind {
        ChunkKind::Verb(group) if !group.negated => Some((k, group, act(reading.tagged.key(group.main))?)),
        _ => None,
    };
    // "The Front, a group active along the border, claimed responsibility": the parse knows its subject.
    let speech = |f: &&Frame| matches!(f.sense, Sense::Speech(_)) && f.filled(Slot::Content).any(|c| c == chunk);
    if let Some((frame, speaker)) =
        reading.frames_of(sentence).find(speech).and_then(|f| Some((f, f.filled(Slot::Speaker).next()?)))
    {
        let nobody = reading.phrase(sentence, speaker).is_some_and(|(_, t)| reading.tagged.key(t.start) == "no");
        let (_, _, standing) = verb(frame.chunk)?;
        return (!frame.negated && !nobody).then_some((speaker, standing));
    }
    let is_noun = |k: &usize| reading.phrase(sentence, *k).is_some_and(|(p, _)| !p.pronoun);
    // "claimed responsibility", "later took full responsibility".
    if let Some((k, group, standing)) = (1..=2).find_map(|back| chunk.checked_sub(back).and_then(verb)) {
        let subject = (0..k).rev().take_while(|s| chunks[*s].clause == chunks[k].clause || group.participle).find(is_noun)?;
        let nobody = reading.phrase(sentence, subject).is_some_and(|(_, t)| reading.tagged.key(t.start) == "no");
        return (!group.passive && !nobody).then_some((subject, standing));
    }
    // "responsibility for the attack was claimed by the group".
    let (k, _, standing) = (chunk + 1..chunks.len()).find_map(verb).filter(|(_, group, _)| group.passive)?;
    (reading.chunk_key(sentence, k + 1) == "by").then_some(k + 2).filter(is_noun).map(|who| (who, standing))
}

/// What a verb does with responsibility.
fn act(key: &str) -> Option<AttackerStanding> {
    Some(match key {
        "claimed" | "claim" | "claims" | "claiming" | "took" | "taken" | "taking" | "accepted" | "admitted" => {
            AttackerStanding::Claimed
        }
        "denied" | "denies" | "deny" | "denying" | "rejected" | "disclaimed" => AttackerStanding::Denied,
        _ => return None,
    })
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
