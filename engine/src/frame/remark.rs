//! Remarks between a phrase and its verb: "nine people, two of them boys, died", "the driver, identified only as R., was held".

use super::arguments::{Arguments, REMARK_WINDOW};
use super::chunk::ChunkKind;

/// Adverbs that open a remark on who the people are.
const PARTLY: &[&str] = &["mostly", "mainly", "largely", "chiefly", "primarily", "predominantly", "all", "many", "most", "both"];

impl Arguments<'_> {
    /// The comma that opens the remark which the comma at `close` ends, a phrase before it and a participle, "as" or "but"
    /// behind it.
    pub(super) fn remark_led(&self, close: usize) -> Option<usize> {
        let low = close.saturating_sub(REMARK_WINDOW);
        let open = (low.max(1)..close).rev().find(|k| self.is(*k, &ChunkKind::Comma))?;
        let finite = (open + 1..close).any(|k| self.is_finite_verb(k));
        let participle = self.verb(open + 1).is_some_and(|g| g.participle) && !finite;
        // "a dozen, as the medic put it, died", "150, but not more than that, were hurt".
        let opener = self.key(open + 1);
        let apart = opener == "excluding" || opener == "not" && matches!(self.key(open + 2), "counting" | "including");
        let among = opener == "among" && self.key(open + 2) == "them" && self.phrase(open + 3).is_some();
        // "a teacher believed to be their aunt": no verb of a clause.
        let raised = |k: usize| {
            let word = matches!(self.key(k), "believed" | "thought" | "said" | "known" | "feared" | "reported");
            word && self.verb(k + 1).is_some_and(|g| g.infinitive)
        };
        let finite = finite && !(among && (open + 1..close).all(|k| !self.is_finite_verb(k) || raised(k)));
        let listed = among && self.phrase(open - 1).is_some_and(|p| p.quantity.is_some());
        let remark = (listed || apart) && !finite
            || opener == "as" && finite
            || self.key(open + 1) == "but" && self.key(open + 2) == "not" && !finite;
        ((participle || remark) && self.phrase(open - 1).is_some()).then_some(open)
    }

    /// The dash or bracket that opens the remark which the one at `at` closes, a phrase before it.
    pub(super) fn opening_mark(&self, at: usize) -> Option<usize> {
        let open = match self.key(at) {
            dash @ ("—" | "–" | "-") => dash,
            ")" => "(",
            _ => return None,
        };
        let low = at.saturating_sub(REMARK_WINDOW);
        let found = (low.max(1)..at).rev().find(|k| self.is(*k, &ChunkKind::Mark))?;
        (self.key(found) == open && self.phrase(found - 1).is_some()).then_some(found)
    }

    /// The chunk behind the remark between dashes that opens at `at`, adverbs skipped.
    pub(super) fn behind_remark(&self, at: usize) -> usize {
        let dash = |k: &usize| matches!(self.key(*k), "—" | "–") && self.is(*k, &ChunkKind::Mark);
        let close = Some(at).filter(dash).and_then(|k| (k + 1..(k + REMARK_WINDOW + 2).min(self.chunks.len())).find(dash));
        let mut k = close.map_or(at, |k| k + 1);
        while self.is(k, &ChunkKind::Adverb) {
            k += 1;
        }
        k
    }

    /// The comma that opens the remark which the phrase at `at` ends: "…, two of them boys", "…, including a nurse and a boy".
    pub(super) fn remark_start(&self, at: usize) -> Option<usize> {
        let age = |k: usize| self.phrase(k).is_some_and(|p| p.bare_number);
        // "two sisters, seven and ten, were found": ages.
        if at >= 3 && age(at) && age(at - 2) && self.is(at - 1, &ChunkKind::Conj) && self.is(at - 3, &ChunkKind::Comma) {
            return Some(at - 3);
        }
        let mut k = at;
        for _ in 0..REMARK_WINDOW {
            // "eight people, among them a toddler, were hurt".
            if k >= 2 && self.phrase(k).is_some_and(|p| p.pronoun) && self.key(k - 1) == "among" {
                return self.is(k - 2, &ChunkKind::Comma).then(|| k - 2);
            }
            // "twelve people, mostly women and children, were killed".
            if k >= 2 && self.is(k - 2, &ChunkKind::Comma) && PARTLY.contains(&self.key(k - 1)) {
                return Some(k - 2);
            }
            // "1,782 people, largely in Halifax and Dartmouth, were killed".
            if k >= 3
                && self.is(k - 3, &ChunkKind::Comma)
                && PARTLY.contains(&self.key(k - 2))
                && self.is(k - 1, &ChunkKind::Prep)
            {
                return Some(k - 3);
            }
            if self.phrase(k).is_some() && k >= 2 && self.is(k - 1, &ChunkKind::Prep) {
                let opens = match self.key(k - 1) {
                    "including" => Some(k - 1),
                    // "14 others, in addition to the mayor and his aide, were killed".
                    "to" if self.is_led_besides(k) => k.checked_sub(3),
                    "besides" => Some(k - 1),
                    "of" if self.phrase(k).is_some_and(|p| p.pronoun) => Some(k - 2),
                    _ => None,
                };
                if let Some(start) = opens {
                    return (start > 0 && self.is(start - 1, &ChunkKind::Comma)).then(|| start - 1);
                }
                if self.key(k - 1) == "of" {
                    k -= 1;
                } else {
                    return None;
                }
            }
            k = k.checked_sub(1)?;
            let goes_on =
                self.phrase(k).is_some() || matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Prep);
            if !goes_on {
                return None;
            }
        }
        None
    }

    /// The comma, behind a number of people, that opens the remark which "among them" at `pronoun` closes.
    pub(super) fn among_them(&self, pronoun: usize) -> Option<usize> {
        let among = self.key(pronoun.checked_sub(1)?) == "among" && self.phrase(pronoun).is_some_and(|p| p.pronoun);
        let last = pronoun.checked_sub(2).filter(|k| among && self.phrase(*k).is_some())?;
        let low = last.saturating_sub(REMARK_WINDOW);
        let within = |k: &usize| {
            self.phrase(*k).is_some() || matches!(self.chunks[*k].kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Prep)
        };
        let counted = |k: &usize| self.phrase(*k - 1).is_some_and(|p| p.quantity.is_some());
        (low.max(1)..last).rev().take_while(within).find(|k| self.is(*k, &ChunkKind::Comma) && counted(k))
    }

    /// "Kelm, the second city, was hit": the phrase at `at` stands between commas behind another phrase.
    pub(super) fn is_apposition(&self, at: usize, verb: usize) -> bool {
        let before = if at >= 3 && self.is(at - 1, &ChunkKind::Adverb) { at - 1 } else { at };
        // "At 1230, five people, two of them boys, were hurt": those whom a number counts are no other name of the hour.
        let counted = self.phrase(at).is_some_and(|p| p.quantity.is_some()) && before >= 2 && self.is_prepositional(before - 2);
        !counted
            && before >= 2
            && self.is(before - 1, &ChunkKind::Comma)
            && (self.is(verb - 1, &ChunkKind::Comma) || self.is(verb - 1, &ChunkKind::Time) && self.key(verb - 1) == ",")
            && self.phrase(before - 2).is_some()
    }
}
