//! The parts that stand all over a report: its spans, and the ids by which facts point at one another.

use super::{Report, Span};

/// Calls with each of several fields.
macro_rules! each {
    ($see:expr; $($field:expr),+ $(,)?) => { $($field.iter_mut().for_each(&mut *$see);)+ };
}

impl Report {
    /// Every span, in no order.
    pub fn for_each_span(&mut self, see: &mut impl FnMut(&mut Span)) {
        self.article.skipped.iter_mut().for_each(&mut *see);
        for x in &mut self.brief {
            each!(see; x.evidence);
        }
        for x in &mut self.key_facts {
            each!(see; x.evidence);
        }
        for x in &mut self.events {
            each!(see; x.evidence);
            x.attackers.iter_mut().for_each(|a| a.evidence.iter_mut().for_each(&mut *see));
        }
        for x in &mut self.casualties.counts {
            each!(see; x.evidence);
        }
        for x in &mut self.places {
            each!(see; x.evidence);
        }
        for x in &mut self.munitions {
            each!(see; x.evidence);
        }
        for x in &mut self.damage {
            each!(see; x.evidence);
        }
        for x in &mut self.actors {
            each!(see; x.evidence);
        }
        for x in &mut self.statements {
            each!(see; x.evidence);
        }
        for x in &mut self.dates {
            each!(see; x.evidence);
        }
        for x in &mut self.timeline {
            each!(see; x.evidence);
        }
        for x in &mut self.talks {
            each!(see; x.evidence);
        }
        for x in &mut self.terms {
            each!(see; x.evidence);
        }
        for x in &mut self.checks {
            each!(see; x.evidence);
        }
    }

    /// Every id of a fact, where it is given and where others name it, in no order.
    pub fn for_each_id(&mut self, see: &mut impl FnMut(&mut String)) {
        for x in &mut self.brief {
            each!(see; x.facts);
        }
        for x in &mut self.key_facts {
            each!(see; x.facts);
        }
        for x in &mut self.events {
            see(&mut x.id);
            each!(see; x.places, x.actors, x.counts, x.munitions, x.damage);
            x.attackers.iter_mut().for_each(|a| see(&mut a.actor));
        }
        for x in &mut self.casualties.totals {
            each!(see; x.counted);
            x.left_out.iter_mut().for_each(|o| see(&mut o.count));
        }
        for x in &mut self.casualties.counts {
            see(&mut x.id);
            each!(see; x.source, x.place, x.event, x.part_of, x.same_as, x.superseded_by);
        }
        for x in &mut self.places {
            see(&mut x.id);
        }
        for x in &mut self.regions {
            each!(see; x.places, x.facts);
        }
        for x in &mut self.munitions {
            see(&mut x.id);
            each!(see; x.by, x.source, x.places);
        }
        for x in &mut self.damage {
            see(&mut x.id);
            each!(see; x.place, x.source);
        }
        for x in &mut self.actors {
            see(&mut x.id);
        }
        for x in &mut self.statements {
            see(&mut x.id);
            each!(see; x.speaker);
        }
        for x in &mut self.dates {
            see(&mut x.id);
        }
        for x in &mut self.timeline {
            see(&mut x.id);
            each!(see; x.facts);
        }
        for x in &mut self.talks {
            see(&mut x.id);
            each!(see; x.parties, x.mediators, x.venue);
        }
        for x in &mut self.terms {
            see(&mut x.id);
        }
        for x in &mut self.checks {
            each!(see; x.facts);
        }
    }
}
