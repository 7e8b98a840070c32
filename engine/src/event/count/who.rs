//! How many people a phrase names: numbers, singles, names, pronouns.

use super::limbs::owner_of_limb;
use super::names::{called, is_person_name};
use super::nations::{is_nation, is_one_of_nation, is_unlisted_people};
use super::pronouns::{self, Numbered, numbered_before};
use super::unlisted::{is_unlisted_person, is_unlisted_victim};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Predicate, Sense};
use crate::lexicon::Table;
use crate::mention::people;
use crate::mention::quantity::{NumberClass, ORDINALS};
use crate::report::{Amount, Kind};
use crate::text::{TokenKind, Tokens};

/// What a phrase counts.
pub struct Counted {
    pub amount: Amount,
    pub group: &'static str,
    pub additional: bool,
    pub named: bool,
    /// A pronoun, or a noun that stands for one: "him", "the victim".
    pub anaphor: bool,
}

/// The number of the phrase alone: "14 lives", "a toll of 27".
pub fn number(reading: Reading, phrase: &Phrase) -> Option<Counted> {
    let mention = &reading.mentions.quantities[phrase.quantity?];
    // "There were no other casualties": besides those told.
    if mention.class == NumberClass::Zero && mention.additional {
        return None;
    }
    let amount = Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() };
    Some(Counted { amount, group: "", additional: mention.additional, named: false, anaphor: false })
}

/// "a body", "a man's body": one; "his body" is that of one already told.
pub fn single(reading: Reading, tokens: &Tokens) -> Option<Counted> {
    let amount = Amount::exact(1, reading.text.words(tokens).to_string());
    let told = matches!(reading.tagged.key(tokens.start), "his" | "her" | "their" | "its" | "my" | "our");
    // "a third body": one more than the two told before.
    let next = tokens.len() > 2 && ORDINALS.contains(&reading.tagged.key(tokens.start + 1));
    (!told).then_some(Counted { amount, group: "", additional: next, named: !next, anaphor: !next })
}

/// How many people the phrase at `chunk` names; none where it names no people or no number.
pub fn people(reading: Reading, kind: Kind, sentence: usize, chunk: usize) -> Option<Counted> {
    let (phrase, tokens) = reading.phrase(sentence, chunk)?;
    let head = reading.tagged.key(phrase.head);
    let known = people::of_phrase(reading.tagged, tokens, phrase.head);
    let group = known.map_or("", |p| p.group);
    // "Neither the pilot nor the four passengers were hurt": the first of them says so.
    let before = chunk.checked_sub(1).map_or("", |k| reading.chunk_key(sentence, k));
    if before == "nor" {
        return None;
    }
    if let Some(q) = phrase.quantity {
        if matches!(head, "families" | "households")
            && let Some(counted) = people_of_families(reading, sentence, chunk)
        {
            return Some(counted);
        }
        // "every one of the nine": the nine.
        if matches!(reading.tagged.key(tokens.start), "every" | "each")
            || reading.chunk_key(sentence, chunk.wrapping_sub(1)) == "every"
        {
            let whole = reading.phrase(sentence, chunk + 2).filter(|_| reading.chunk_key(sentence, chunk + 1) == "of");
            return whole.filter(|(p, _)| !p.pronoun).and_then(|_| people(reading, kind, sentence, chunk + 2));
        }
        let mention = &reading.mentions.quantities[q];
        // "Both the rider and his passenger": each is told by a phrase of its own.
        if mention.class == NumberClass::Both && known.as_ref().is_some_and(|p| !p.plural) && phrase.det == Determiner::Definite {
            let amount = Amount::exact(1, reading.text.words(tokens).to_string());
            return Some(Counted { amount, group, additional: false, named: false, anaphor: false });
        }
        let fits = phrase.bare_number
            || known.is_some()
            || people::is_age_noun(head)
            || is_nation(reading, tokens, phrase.head)
            || is_unlisted_people(reading, tokens, phrase.head)
            || is_unlisted_person(reading, tokens, phrase.head);
        let counts = fits
            && (mention.class != NumberClass::Both || matches!(kind, Kind::Killed | Kind::Wounded))
            && !(phrase.bare_number && counts_things(reading, sentence, chunk));
        let group = if phrase.bare_number { group_behind_of(reading, sentence, chunk) } else { group };
        return number(reading, phrase).filter(|_| counts).map(|n| Counted {
            group,
            anaphor: mention.class == NumberClass::Both,
            ..n
        });
    }
    // "Half of the 26 passengers".
    let whole = || {
        reading
            .phrase(sentence, chunk + 2)
            .filter(|(p, _)| p.quantity.is_some() && matches!(p.det, Determiner::Definite | Determiner::Possessive))
    };
    if head == "half"
        && tokens.len() == 1
        && reading.chunk_key(sentence, chunk + 1) == "of"
        && let Some(whole) = whole().and_then(|_| people(reading, kind, sentence, chunk + 2))
        && whole.amount.bound == crate::report::Bound::Exact
        && whole.amount.low.is_multiple_of(2)
    {
        let amount = Amount::exact(whole.amount.low / 2, format!("half of the {}", whole.amount.text));
        return Some(Counted { amount, ..whole });
    }
    if before == "neither" && (known.is_some() || phrase.pronoun) {
        let amount = Amount::bounded(0, crate::report::Bound::None, reading.text.words(tokens));
        return Some(Counted { amount, group, additional: false, named: false, anaphor: false });
    }
    // "Neither troops nor contractors were harmed".
    if reading.tagged.key(tokens.start) == "neither" && (tokens.len() == 1 || known.is_some()) {
        let amount = Amount::bounded(0, crate::report::Bound::None, reading.text.words(tokens));
        return Some(Counted { amount, group, additional: false, named: false, anaphor: false });
    }
    if GATHERED.contains(&head)
        && let Some(counted) = gathered(reading, sentence, chunk)
    {
        return Some(counted);
    }
    let counted = |n, named| {
        let amount = Amount::exact(n, reading.text.words(tokens).to_string());
        Counted { amount, group, additional: false, named, anaphor: false }
    };
    if matches!(head, "couple" | "twins") && phrase.det != Determiner::Definite {
        return Some(counted(2, false));
    }
    // "Pair rushed to hospital": headlines.
    let bare = phrase.det == Determiner::None && tokens.len() == 1 && is_headline(reading, sentence);
    match head {
        "pair" | "duo" if bare => return Some(counted(2, false)),
        "trio" if bare => return Some(counted(3, false)),
        // "The pair died": those whom the text has named before.
        "pair" | "duo" if phrase.det == Determiner::Definite && tokens.len() == 2 => {
            return Some(Counted { anaphor: true, ..counted(2, false) });
        }
        "trio" if phrase.det == Determiner::Definite && tokens.len() == 2 => {
            return Some(Counted { anaphor: true, ..counted(3, false) });
        }
        _ => {}
    }
    // "wounding others", "some of them injured".
    let some = phrase.pronoun && head == "some" && reading.chunk_key(sentence, chunk + 1) == "of";
    if matches!(kind, Kind::Killed | Kind::Wounded) && (head == "others" && tokens.len() == 1 || some) {
        let amount = Amount::bounded(2, crate::report::Bound::Vague, reading.text.words(tokens));
        return Some(Counted { amount, group: "", additional: !some, named: false, anaphor: false });
    }
    // "and a Somali one": of those named before.
    if head == "one" && phrase.det == Determiner::Indefinite && tokens.len() > 2 {
        let listed = chunk >= 2 && people(reading, kind, sentence, chunk - 2).is_some();
        return listed.then(|| counted(1, false));
    }
    // "not a single person", "not one of them".
    if chunk > 0 && reading.chunk_key(sentence, chunk - 1) == "not" {
        return None;
    }
    // "and another wounded", "a third was killed", "the other was hurt".
    let alone = tokens.len() == 2 && reading.chunk_key(sentence, chunk + 1) != "of";
    let next_one = (phrase.pronoun && head == "another")
        || alone && phrase.det == Determiner::Indefinite && ORDINALS.contains(&head)
        || alone && phrase.det == Determiner::Definite && head == "other"
        || tokens.len() == 3
            && phrase.det == Determiner::Definite
            && reading.tagged.key(tokens.start + 1) == "other"
            && known.is_some_and(|p| !p.plural)
            && matches!(kind, Kind::Killed | Kind::Wounded);
    if next_one && !matches!(kind, Kind::Displaced | Kind::Evacuated) {
        return Some(Counted { additional: true, ..counted(1, false) });
    }
    // "killing him", "she died": one whom the text may have counted already.
    if phrase.pronoun && PERSONAL.contains(&head) && matches!(kind, Kind::Killed | Kind::Wounded | Kind::Missing | Kind::Rescued)
    {
        return Some(Counted { anaphor: true, ..counted(1, true) });
    }
    // "killed two men and then himself".
    let joined = chunk > 0 && !matches!(reading.chunks(sentence)[chunk - 1].kind, ChunkKind::Verb(_));
    if phrase.pronoun && matches!(head, "himself" | "herself") && kind == Kind::Killed && joined {
        return Some(Counted { group: "attackers", ..counted(1, true) });
    }
    if phrase.pronoun && matches!(head, "they" | "them") {
        return actors_before(reading, sentence, chunk).or_else(|| {
            let object =
                kind == Kind::Killed && chunk > 0 && matches!(reading.chunks(sentence)[chunk - 1].kind, ChunkKind::Verb(_));
            let taken = pronouns::taken_before(reading, sentence, chunk).filter(|_| object && head == "them");
            taken
                .or_else(|| pronouns::wounded_before(reading, sentence, chunk).filter(|_| kind == Kind::Killed && head == "they"))
        });
    }
    if matches!(kind, Kind::Killed | Kind::Wounded)
        && let Some(one) = pronouns::surname(reading, phrase, tokens)
    {
        return Some(Counted { anaphor: true, ..counted(one, true) });
    }
    let single = known.filter(|p| !p.plural);
    // "the pilot and co-pilot": the article holds for both.
    if phrase.det == Determiner::None
        && single.is_some()
        && !reading.text.tokens[phrase.head].capital
        && !NOT_ONE.contains(&head)
        && shares_article(reading, sentence, chunk)
    {
        return Some(counted(1, false));
    }
    // "a man whose wife was killed"
    let whose = phrase.det == Determiner::None && chunk > 0 && reading.chunk_key(sentence, chunk - 1) == "whose";
    if whose && single.is_some() && !NOT_ONE.contains(&head) {
        return Some(counted(1, false));
    }
    let rank = super::ranked::rank(reading, sentence, chunk);
    let ranked = rank.is_some();
    // "The only person hurt was a vet".
    let only = matches!(reading.tagged.key(tokens.start + 1), "only" | "sole");
    match phrase.det {
        Determiner::Possessive if is_parents(reading, sentence, tokens) => Some(counted(2, false)),
        Determiner::Possessive if kind == Kind::Wounded && single.is_none() => owner_of_limb(reading, tokens, phrase),
        Determiner::Definite if only && single.is_some() => Some(counted(1, false)),
        Determiner::Definite if single.is_some() && ranked => Some(Counted { amount: rank?, ..counted(1, false) }),
        Determiner::Indefinite | Determiner::Possessive if single.is_some() => {
            let next = tokens.len() > 2 && ORDINALS.contains(&reading.tagged.key(tokens.start + 1));
            Some(Counted { additional: next, ..counted(1, false) })
        }
        Determiner::Indefinite
            if known.is_none()
                && (people::is_age_noun(head)
                    || is_nation(reading, tokens, phrase.head)
                    || is_one_of_nation(reading, kind, tokens, phrase.head)
                    || is_unlisted_victim(reading, kind, tokens, phrase.head)) =>
        {
            Some(counted(1, false))
        }
        Determiner::Definite if tokens.len() == 2 && ORDINALS.contains(&head) => Some(counted(1, true)),
        // "the 35-year-old Daniel"
        Determiner::Definite
            if known.is_none()
                && reading.text.tokens[phrase.head].capital
                && people::is_age_noun(reading.tagged.key(tokens.start + 1))
                && tokens.start + 1 < phrase.head
                && reading.places(tokens).next().is_none() =>
        {
            Some(Counted { anaphor: true, ..counted(1, true) })
        }
        // "killed the Swiss guide Hans Meier"
        Determiner::Definite if called(reading, tokens).is_some() => {
            let group = called(reading, tokens).and_then(|noun| people::of_phrase(reading.tagged, tokens, noun));
            Some(Counted { group: group.map_or("", |p| p.group), ..counted(1, true) })
        }
        // "The driver died", "The man died".
        Determiner::Definite if kind == Kind::Killed && single.is_some() && is_one(reading, tokens, phrase) => {
            Some(Counted { anaphor: VICTIMS.contains(&head), ..counted(1, true) })
        }
        // "The police chief died"
        Determiner::Definite if kind == Kind::Killed && known.is_none() && is_officer(reading, tokens, phrase) => {
            Some(counted(1, true))
        }
        // "The driver was detained", "the boy is in hospital"; those who fled alone are no refugees.
        Determiner::Definite if matches!(kind, Kind::Displaced | Kind::Evacuated | Kind::Affected) => None,
        Determiner::Definite if single.is_some() && is_one(reading, tokens, phrase) && !is_ranked(reading, tokens) => {
            // "the driver of the van": told by what is his, and not by what was told before.
            Some(Counted { anaphor: reading.chunk_key(sentence, chunk + 1) != "of", ..counted(1, true) })
        }
        Determiner::Definite if kind == Kind::Killed && people::is_age_noun(head) && !head.ends_with('s') => {
            Some(Counted { anaphor: true, ..counted(1, true) })
        }
        // "Man dies in fall": headlines do without the article.
        Determiner::None if is_headline(reading, sentence) && (single.is_some() || people::is_age_noun(head)) => {
            let bare = !NOT_ONE.contains(&head) && !PLURAL_ALIKE.contains(&head);
            let opens = tokens.start == phrase.head || reading.text.tokens[tokens.start].kind == TokenKind::Word;
            (bare && opens).then(|| counted(1, false))
        }
        _ if is_person_name(reading, tokens, phrase) => Some(counted(1, true)),
        _ => None,
    }
}

/// "his parents", "two sisters … their parents": a father and a mother.
fn is_parents(reading: Reading, sentence: usize, tokens: &Tokens) -> bool {
    let parents = tokens.len() == 2 && matches!(reading.tagged.key(tokens.start + 1), "parents" | "grandparents");
    let of_siblings = || {
        let known = |i: usize| matches!(reading.tagged.key(i), "siblings" | "brothers" | "sisters" | "twins");
        reading.sentence(sentence).take_while(|i| *i < tokens.start).any(known)
    };
    parents
        && match reading.tagged.key(tokens.start) {
            "his" | "her" => true,
            "their" => of_siblings(),
            _ => false,
        }
}

/// "Two gunmen opened fire … before they were shot dead": those of a number told before whom nothing has harmed yet.
fn actors_before(reading: Reading, sentence: usize, chunk: usize) -> Option<Counted> {
    let found = numbered_before(reading, sentence, chunk, |sense| matches!(sense, Sense::Harm(_)))?;
    let [Numbered { harmed: false, known, counted, .. }] = &found[..] else { return None };
    let acts = matches!(known.group, "militants" | "attackers");
    let exact = counted.amount.bound == crate::report::Bound::Exact;
    let amount = counted.amount.clone();
    (acts && exact).then_some(Counted { amount, group: "attackers", additional: true, named: false, anaphor: false })
}

/// "2,800 families – some 11,500 people", "300 households (1,500 people)": the people whom the number of families only gathers.
fn people_of_families(reading: Reading, sentence: usize, chunk: usize) -> Option<Counted> {
    let joint = reading.chunks(sentence).get(chunk + 1)?.kind == ChunkKind::Mark;
    let (phrase, _) = reading.phrase(sentence, chunk + 2).filter(|_| joint)?;
    let persons = matches!(reading.tagged.key(phrase.head), "people" | "persons" | "individuals" | "souls");
    number(reading, phrase).filter(|_| persons)
}

/// "a family of five", "a patrol of 13 soldiers": the number behind "of".
fn gathered(reading: Reading, sentence: usize, chunk: usize) -> Option<Counted> {
    let of = reading.phrase(sentence, chunk + 2).filter(|_| reading.chunk_key(sentence, chunk + 1) == "of");
    // "the family next door, six strong"
    let strong = || {
        (chunk + 1..chunk + 5).find(|k| reading.chunk_key(sentence, k + 1) == "strong").and_then(|k| reading.phrase(sentence, k))
    };
    let (phrase, tokens) = of.or_else(strong)?;
    let known = people::of_phrase(reading.tagged, tokens, phrase.head);
    let counted = number(reading, phrase).filter(|_| phrase.bare_number || known.is_some())?;
    Some(Counted { group: known.map_or("", |p| p.group), ..counted })
}

/// Nouns that gather people whose number stands behind "of".
const GATHERED: &[&str] =
    &["family", "group", "crew", "patrol", "party", "gang", "team", "household", "busload", "boatload", "convoy", "class"];

/// Pronouns that stand for one person.
const PERSONAL: &[&str] = &["he", "she", "him", "her"];

/// Nouns that take up one person of whom the text told before: "the victim died".
const VICTIMS: &[&str] = &["man", "woman", "boy", "girl", "victim", "teenager", "teen", "child", "toddler", "baby", "infant"];

/// "and co-pilot", "…, mother and two children": the phrase goes on a list whose first noun has the article of all.
fn shares_article(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let key = |k: usize| reading.chunks(sentence).get(k).map_or("", |c| reading.tagged.key(c.tokens.start));
    let joined = chunk >= 2 && (key(chunk - 1) == "and" || key(chunk - 1) == "," && matches!(key(chunk + 1), "and" | ","));
    let first = chunk.checked_sub(2).filter(|_| joined).and_then(|k| reading.phrase(sentence, k));
    first.is_some_and(|(p, t)| {
        let single = people::of_phrase(reading.tagged, t, p.head).is_some_and(|k| !k.plural) && p.quantity.is_none();
        single && (p.det != Determiner::None || shares_article(reading, sentence, chunk - 2))
    })
}

/// Singular forms that name several people, or nobody in particular.
const NOT_ONE: &[&str] = &["crew", "staff", "enemy", "public", "military", "police", "human", "general", "media"];

/// Nouns whose plural is the same.
const PLURAL_ALIKE: &[&str] = &["taliban", "mujahideen", "personnel", "police", "troops"];

/// The title, or a line without a full stop at its end.
fn is_headline(reading: Reading, sentence: usize) -> bool {
    let Some(own) = reading.text.sentences.get(sentence) else { return false };
    let last = own.tokens.end.checked_sub(1).map_or("", |i| reading.text.word(i));
    own.in_title || (own.paragraph == 0 && own.tokens.len() <= HEADLINE && !matches!(last, "." | "!" | "?" | "”" | "\""))
}

/// The longest headline, in tokens.
const HEADLINE: usize = 24;

/// "the driver", not "the crew" or "the police".
fn is_one(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> bool {
    reading.tagged.key(tokens.start) == "the"
        && phrase.head + 1 == tokens.end
        && reading
            .tagged
            .ending(Table::People, tokens.start, phrase.head + 1)
            .is_some_and(|m| !m.entry.cell(1).eq(m.entry.cell(0)) && m.entry.form == crate::lexicon::Form::Base)
        && reading.tagged.key(tokens.start + 1) != "other"
        && !GENERIC.contains(&reading.tagged.key(phrase.head))
}

/// "the district chief": an office held by one person.
fn is_officer(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> bool {
    let office = reading.tagged.ending(Table::Office, tokens.start, phrase.head + 1);
    reading.tagged.key(tokens.start) == "the"
        && phrase.head + 1 == tokens.end
        && office.is_some_and(|m| m.entry.cell(2) == "person" && m.entry.form == crate::lexicon::Form::Base)
        && !is_ranked(reading, tokens)
}

/// "the 81st civilian", "the last driver": one of a row that is told elsewhere.
fn is_ranked(reading: Reading, tokens: &Tokens) -> bool {
    let next = reading.tagged.key(tokens.start + 1);
    next.starts_with(|c: char| c.is_ascii_digit()) || matches!(next, "first" | "last" | "only" | "same" | "next" | "latest")
}

/// Singular nouns that seldom stand for one person harmed.
const GENERIC: &[&str] = &["crew", "staff", "couple", "enemy", "public", "individual", "member", "general", "human"];

/// "three of the gunmen": the group of the noun behind "of".
fn group_behind_of(reading: Reading, sentence: usize, chunk: usize) -> &'static str {
    let behind = reading.phrase(sentence, chunk + 2).filter(|_| reading.chunk_key(sentence, chunk + 1) == "of");
    behind.and_then(|(p, t)| people::of_phrase(reading.tagged, t, p.head)).map_or("", |p| p.group)
}

/// "Three of the dead were fishermen", "the fourth, a woman of 71, was crushed": a number or rank alone, and what its people
/// are called behind it.
pub fn group_told_behind(reading: Reading, sentence: usize, chunk: usize) -> &'static str {
    let chunks = reading.chunks(sentence);
    let alone = reading.phrase(sentence, chunk).is_some_and(|(p, tokens)| {
        p.bare_number || tokens.len() <= 2 && p.det == Determiner::Definite && ORDINALS.contains(&reading.tagged.key(p.head))
    });
    let key = |c: usize| if c < chunks.len() { reading.chunk_key(sentence, c) } else { "" };
    let called = if !alone {
        None
    } else if key(chunk + 1) == "of"
        && chunks.get(chunk + 3).is_some_and(|c| c.tokens.len() == 1)
        && matches!(key(chunk + 3), "was" | "were" | "are" | "is")
    {
        reading.phrase(sentence, chunk + 4)
    } else if chunks.get(chunk + 1).is_some_and(|c| c.kind == ChunkKind::Comma) {
        reading.phrase(sentence, chunk + 2).filter(|(p, _)| p.det == Determiner::Indefinite && p.quantity.is_none())
    } else {
        None
    };
    called.and_then(|(p, t)| people::of_phrase(reading.tagged, t, p.head)).map_or("", |p| p.group)
}

/// "12 of the houses": the number counts what follows "of".
fn counts_things(reading: Reading, sentence: usize, chunk: usize) -> bool {
    if reading.chunk_key(sentence, chunk + 1) != "of" {
        return false;
    }
    let Some((phrase, tokens)) = reading.phrase(sentence, chunk + 2) else { return false };
    let harmed = reading.tagged.at(phrase.head).iter().any(|m| {
        m.entry.table == Table::Predicate && m.entry.cell(1) == "n" && matches!(Predicate(m.entry).sense(), Some(Sense::Harm(_)))
    });
    // "four of the 20", "two of his aides": people, while nobody says what else; "six of a family of eight".
    let office = reading.tagged.ending(Table::Office, tokens.start, phrase.head + 1).is_some_and(|m| m.entry.cell(2) == "person");
    let person = office || people::of_phrase(reading.tagged, tokens, phrase.head).is_some();
    let gathered = GATHERED.contains(&reading.tagged.key(phrase.head));
    !phrase.pronoun && !phrase.bare_number && !harmed && !gathered && !person
}
