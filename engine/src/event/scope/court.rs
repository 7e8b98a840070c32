//! Words of courts: which of them say that it judges what was done long before.

/// Participles of a verdict; whoever speaks of courts uses them.
const VERDICTS: &[&str] = &["sentenced", "jailed", "convicted", "acquitted", "imprisoned"];

/// A word of courts, in a sentence about an old crime.
pub(super) fn is_word(key: &str) -> bool {
    VERDICTS.contains(&key)
        || matches!(key, "guilty" | "trial" | "sentence" | "verdict" | "pleaded" | "jail" | "executed" | "tried")
}

/// The verb of those who are before the court: "pleaded guilty over", "sentenced for".
pub(super) fn is_sentencing(key: &str) -> bool {
    VERDICTS.contains(&key) || key == "pleaded"
}

/// What comes of a trial, and what comes after it.
pub(super) fn is_outcome(key: &str) -> bool {
    VERDICTS.contains(&key) || matches!(key, "trial" | "verdict" | "guilty" | "retrial" | "appeal")
}

/// A verb of a court that has judged.
pub(super) fn is_judging(key: &str) -> bool {
    VERDICTS.contains(&key) || matches!(key, "jails" | "sentences" | "convicts" | "acquits" | "imprisons")
}
