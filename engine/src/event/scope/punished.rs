//! What the law does to those who killed: "he was convicted and hanged at Pentonville".

use super::Scopes;
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::report::Kind;

/// Words of a trial or a capture, near which an execution punishes.
const JUDGED: &[&str] = &[
    "convicted",
    "sentenced",
    "condemned",
    "tried",
    "trial",
    "trials",
    "guilty",
    "court",
    "court-martial",
    "court-martialled",
    "jury",
    "arrested",
    "captured",
    "caught",
    "perpetrators",
    "ringleaders",
    "murderer",
    "killer",
    "killers",
    "crime",
    "crimes",
];

impl Scopes<'_> {
    /// An execution by whoever judges, behind the deaths that the text has told: none of them.
    pub(super) fn is_punishment(&self, frame: &Frame) -> bool {
        let reading = self.reading;
        if !matches!(frame.predicate.lemma(), "execute" | "hang" | "execution" | "put to death") {
            return false;
        }
        let judged = |sentence: usize| {
            let words = reading.sentence(sentence);
            words.clone().any(|i| JUDGED.contains(&reading.tagged.key(i)))
        };
        let killed = |f: &Frame| f.sense == Sense::Harm(Kind::Killed) && f.sentence < frame.sentence && reading.bears(f);
        let told = reading.parse.frames.iter().take_while(|f| f.sentence < frame.sentence).any(killed);
        let near = || judged(frame.sentence) || frame.sentence.checked_sub(1).is_some_and(judged);
        told && near()
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn who_is_hanged_for_it_is_none_of_the_dead() {
        for text in [
            "The Leeds tavern bombing killed 12 people on 4 May 1931. A clerk was convicted of murder and hanged at Pentonville.",
            "Raiders killed 12 villagers at Mopti on 4 May 1931. The killers were later caught, and three of them were executed.",
        ] {
            assert_eq!(total(text, Kind::Killed), 12, "{text}");
        }
        let text = "On 4 May 1931 a mob took six prisoners out of the jail of Macon, Georgia, and hanged them. In the days that followed \
                    another 11 people were killed.";
        assert_eq!(total(text, Kind::Killed), 17);
    }
}
