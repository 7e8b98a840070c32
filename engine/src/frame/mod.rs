//! Frames: who did what to whom, read by a shallow parse and a table of predicates.

pub mod arguments;
mod border;
pub mod chunk;
pub mod clause;
mod condition;
mod coordination;
mod counted;
mod ellipsis;
mod fill;
mod gapping;
mod inserted;
mod multiple;
mod neighbours;
pub mod predicate;
mod relative;
mod remark;
pub mod tagger;

use crate::lexicon::Tagged;
use crate::mention::quantity::QuantityMention;
use crate::text::{Text, TokenKind, Tokens};
use chunk::Chunk;
use predicate::{Predicate, Sense, Slot};

/// One predicate of the text with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub predicate: Predicate,
    pub sense: Sense,
    /// The tokens that trigger it.
    pub trigger: Tokens,
    /// Index of its sentence; `chunk` and the fillers count within it.
    pub sentence: usize,
    pub chunk: usize,
    pub clause: usize,
    pub negated: bool,
    /// Token of the modal over it.
    pub modal: Option<usize>,
    /// Token of the verb that raises it ("feared", "reported", "set to").
    pub raised_by: Option<usize>,
    pub past_perfect: bool,
    pub infinitive: bool,
    pub slots: Vec<Filler>,
}

/// The phrases that fill one slot, coordinated ones in text order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filler {
    pub slot: Slot,
    pub chunks: Vec<usize>,
}

impl Frame {
    /// The chunks that fill `slot`; empty where nothing does.
    pub fn filled(&self, slot: Slot) -> impl Iterator<Item = usize> + '_ {
        self.slots.iter().filter(move |f| f.slot == slot).flat_map(|f| f.chunks.iter().copied())
    }
}

/// The parsed text.
#[derive(Debug, Clone, Default)]
pub struct Parse {
    /// Chunks of each sentence.
    pub sentences: Vec<Vec<Chunk>>,
    /// Every frame, in text order.
    pub frames: Vec<Frame>,
}

/// Parses every sentence and fills the frames. `times` holds for each token the end of the time expression that
/// begins there.
pub fn parse(text: &Text, tagged: &Tagged, quantities: &[QuantityMention], times: &[Option<usize>]) -> Parse {
    let tags = tagger::tag(text, tagged);
    let input = chunk::Input { tagged, tags: &tags, quantities, times };
    let mut parse = Parse::default();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let mut chunks = chunk::chunks(&input, &sentence.tokens);
        chunks.retain(|c| c.kind != chunk::ChunkKind::Mark || !is_transparent(text, sentence.tokens.start, c.tokens.start));
        let is_relative = |c: &Chunk| matches!(tagged.key(c.tokens.start), "which" | "who" | "where" | "whose" | "whom");
        clause::number(&mut chunks, is_relative, |c| {
            let at = c.tokens.start;
            // "the Kirkuk–Diyala road": a dash between two words joins them.
            let joins =
                |i: usize| !text.tokens[i].spaced && text.tokens.get(i + 1).is_some_and(|next| !next.spaced && next.capital);
            match tagged.key(at) {
                ";" | ":" | "•" => true,
                "—" | "–" => !joins(at),
                _ => false,
            }
        });
        parse.frames.extend(fill::frames(text, tagged, index, &chunks));
        parse.sentences.push(chunks);
    }
    parse
}

/// The mark at `i` opens or closes a quotation that goes on the sentence of the writer: the blast "killed 120 people", they
/// "neutralised" six.
fn is_transparent(text: &Text, sentence: usize, i: usize) -> bool {
    // "nine people, incl. two minors": the stop of the abbreviation.
    if i > sentence && text.word(i) == "." && text.word(i - 1).eq_ignore_ascii_case("incl") {
        return true;
    }
    let joins = |start: usize| {
        let before = start.checked_sub(2).filter(|k| *k >= sentence).and_then(|k| text.tokens.get(k));
        let first = &text.tokens[start];
        // The claim that 26 had drowned "a pure fabrication" is called so.
        let label = matches!(text.word(start), "a" | "an");
        !label
            && before.is_some_and(|t| t.kind == TokenKind::Word)
            && matches!(first.kind, TokenKind::Word | TokenKind::Number)
            && !first.capital
    };
    text.quotes
        .iter()
        .any(|q| q.closed && (q.tokens.start == i + 1 || q.tokens.end == i) && q.tokens.start > 0 && joins(q.tokens.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    /// Every frame of `source` as `lemma slot=[words; words] …`, one a line.
    fn show(source: &str) -> Vec<String> {
        let text = Text::new(None, source);
        let tagged = lexicon::tag(&text);
        let mentions = crate::mention::Mentions::find(&text, &tagged, None, None);
        let parse = parse(&text, &tagged, &mentions.quantities, &mentions.time_ends(text.tokens.len()));
        let words = |f: &Frame, c: usize| text.words(&parse.sentences[f.sentence][c].tokens).to_string();
        let line = |f: &Frame| {
            let slots = f.slots.iter().map(|s| {
                let fillers: Vec<String> = s.chunks.iter().map(|c| words(f, *c)).collect();
                format!(" {:?}=[{}]", s.slot, fillers.join("; "))
            });
            format!("{}{}{}", if f.negated { "not " } else { "" }, f.predicate.0.cell(0), slots.collect::<String>())
        };
        parse.frames.iter().map(line).collect()
    }

    #[test]
    #[ignore = "prints the frames of $TEXT"]
    fn print() {
        let source = std::env::var("TEXT").unwrap_or_default();
        let text = Text::new(None, &source);
        let tagged = lexicon::tag(&text);
        let tags = tagger::tag(&text, &tagged);
        for (i, tag) in tags.iter().enumerate() {
            print!("{}/{tag:?} ", text.word(i));
        }
        println!();
        let mentions = crate::mention::Mentions::find(&text, &tagged, None, None);
        let parse = parse(&text, &tagged, &mentions.quantities, &mentions.time_ends(text.tokens.len()));
        for s in &parse.sentences {
            for c in s {
                let k = format!("{:?}", c.kind);
                print!("[{}{} {}] ", &k[..k.find(['(', ' ', '{']).unwrap_or(k.len())], c.clause, text.words(&c.tokens));
            }
            println!();
        }
        println!("{}", show(&source).join("\n"));
    }

    #[test]
    fn a_verb_behind_a_relative_clause_speaks_of_the_whole_phrase() {
        let of = |lemma: &str, source: &str| show(source).into_iter().find(|f| f.starts_with(lemma)).unwrap_or_default();
        for (source, toll) in [
            ("The death toll from a quake that struck Kelm climbed to more than 150 people.", "The death toll"),
            ("The toll in an attack which razed a market rose to 30 people.", "The toll"),
        ] {
            assert!(of("climb", source).contains(toll) || of("rise", source).contains(toll), "{source}: {:?}", show(source));
        }
        assert_eq!(of("kill", "Three employees there were killed."), "kill Victims=[Three employees]");
        assert_eq!(of("kill", "Two nurses in a car that hit the barrier were killed."), "kill Victims=[Two nurses]");
    }

    #[test]
    fn voices() {
        assert_eq!(show("The blast killed six people."), ["blast", "kill Agent=[The blast] Victims=[six people]"]);
        assert_eq!(show("Six people were killed by a shell."), ["kill Victims=[Six people] Agent=[a shell]"]);
        assert_eq!(show("Six people killed in Norvia"), ["kill Victims=[Six people]"]);
        assert_eq!(show("A teacher and two nurses were killed."), ["kill Victims=[A teacher; two nurses]"]);
    }

    #[test]
    fn lives_are_claimed_and_lost() {
        assert_eq!(
            show("The flood has claimed the lives of two nurses."),
            ["flood", "claim Agent=[The flood] Amount=[the lives] Victims=[two nurses]"]
        );
        assert_eq!(show("The flood claimed 14 lives."), ["flood", "claim Agent=[The flood] Amount=[14 lives]"]);
        assert_eq!(show("Nineteen people lost their lives."), ["lose Victims=[Nineteen people]"]);
        assert_eq!(show("The vote killed the deal."), ["kill Agent=[The vote] Victims=[the deal]"]);
    }

    #[test]
    fn coordinated_verbs_keep_their_own_objects() {
        assert_eq!(
            show("A mortar round landed in the market, killing three people and wounding nine."),
            [
                "land Agent=[A mortar round] Target=[the market]",
                "land Weapon=[A mortar round] Place=[the market]",
                "kill Agent=[A mortar round] Victims=[three people]",
                "wound Agent=[A mortar round] Victims=[nine]"
            ]
        );
        assert_eq!(
            show("The quake killed 12 people and injured 40 others."),
            ["quake", "kill Agent=[The quake] Victims=[12 people]", "injure Agent=[The quake] Victims=[40 others]"]
        );
    }

    #[test]
    fn tolls_reach_numbers() {
        assert_eq!(show("The death toll rose to 27 on Sunday.")[0], "death toll Amount=[27]");
        assert_eq!(show("The death toll has reached 27.")[0], "death toll Amount=[27]");
    }

    #[test]
    fn adjectives_take_the_phrase_before_them() {
        assert_eq!(show("Seven dead in Norvia"), ["dead Victims=[Seven]"]);
        assert_eq!(show("The storm left 12 people dead."), ["storm", "dead Victims=[12 people]"]);
        assert_eq!(show("Twelve miners are missing."), ["missing Victims=[Twelve miners]"]);
    }

    /// The first frame of `lemma` in `source`.
    fn of(lemma: &str, source: &str) -> String {
        show(source).into_iter().find(|l| l.starts_with(lemma)).unwrap_or_default()
    }

    #[test]
    fn participles_between_subject_and_verb() {
        for (source, subject) in [
            ("A man wounded in the blast died.", "A man"),
            ("A convoy heading for the border died.", "A convoy"),
            ("Police trying to stop him died.", "Police"),
            ("Women believed to belong to a militia died.", "Women"),
            ("Two guards hidden in a handcart near Norvia died.", "Two guards"),
        ] {
            assert_eq!(of("die", source), format!("die Victims=[{subject}]"), "{source}");
        }
        assert_eq!(of("die", "Officials said about 70 had died."), "die Victims=[about 70]");
    }

    #[test]
    fn relative_clauses_between_subject_and_verb() {
        for (source, subject) in [
            ("A bridge that links the two towns was damaged.", "A bridge"),
            ("Two sheds that had failed to burn were damaged.", "Two sheds"),
            ("The depot, which stands by the river, was damaged.", "The depot"),
            ("The mill that rebels say cannot be held was damaged.", "The mill"),
        ] {
            assert_eq!(of("damage", source), format!("damage Target=[{subject}]"), "{source}");
        }
        assert_eq!(of("warn", "The army said rebels had hit the camp and warned of more."), "warn Speaker=[The army]");
    }

    #[test]
    fn what_hangs_on_a_phrase_does_not_break_the_list() {
        for (source, targets) in [
            ("A clinic, a school full of families, two mills and a bus were damaged.", "A clinic; a school; two mills; a bus"),
            ("Houses close to the river and a mill were damaged.", "Houses; a mill"),
            ("A hall, the town’s only pharmacy and a mast were damaged.", "A hall; the town’s only pharmacy; a mast"),
            ("A flat in Kelm, a school and a shop were damaged.", "A flat; a school; a shop"),
        ] {
            assert_eq!(of("damage", source), format!("damage Target=[{targets}]"), "{source}");
        }
        assert_eq!(
            of("damage", "Debris damaged a block of flats in the old district, a mill near the station and several cars."),
            "damage Agent=[Debris] Target=[a block; a mill; several cars]"
        );
        assert_eq!(of("damage", "Hail damaged a mill in Kelm, a town of 900."), "damage Agent=[Hail] Target=[a mill]");
    }

    #[test]
    fn a_list_behind_a_preposition_is_no_subject() {
        for (source, agent) in [
            ("The strikes in Kelm and Norvia killed two people.", "The strikes"),
            ("Shelling of villages, towns and cities killed two people.", "Shelling"),
            ("A strike on a school and a clinic killed two people.", "A strike"),
        ] {
            assert_eq!(of("kill", source), format!("kill Agent=[{agent}] Victims=[two people]"), "{source}");
        }
        assert_eq!(of("kill", "A shepherd near Kelm and a nurse were killed."), "kill Victims=[A shepherd; a nurse]");
    }

    #[test]
    fn joined_behind_the_verb() {
        let found = of("find", "A belt was found in the boot, along with two rifles.");
        assert_eq!(found, "find Weapon=[A belt; two rifles] Place=[the boot]");
        assert_eq!(show("Two of four drones had been shot down.").iter().filter(|l| l.contains("Victims")).count(), 0);
    }
}
