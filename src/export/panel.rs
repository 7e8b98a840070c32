//! One panel of the page as plain text for the clipboard: each fact in a line, the article's sentences under it.

use super::wording::line;
use crate::facts::{BRIEF, Names};
use crate::quoted::{Quote, around};
use crate::words::{self, copy, heading, headline, labels, numbers, phrase};
use factbox_engine::report::wording;
use factbox_engine::report::{Count, Kind, PlaceRole, Region, Report, Span};
use factbox_engine::scope::Scope;
use serde::{Deserialize, Serialize};

/// Sentences that are copied with one fact; a country may be named in every one.
const QUOTES: usize = 3;

/// A panel that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Panel {
    Summary,
    Casualties,
    Regions,
    Brief,
    KeyFacts,
    Timeline,
    Weapons,
    Damage,
    Talks,
    Statements,
    People,
    Terms,
    Checks,
}

impl Panel {
    /// Every panel, as they stand on the page.
    pub const ALL: [Panel; 13] = [
        Panel::Summary,
        Panel::Casualties,
        Panel::Regions,
        Panel::Brief,
        Panel::KeyFacts,
        Panel::Timeline,
        Panel::Weapons,
        Panel::Damage,
        Panel::Talks,
        Panel::Statements,
        Panel::People,
        Panel::Terms,
        Panel::Checks,
    ];

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Panel::Summary => heading::SUMMARY,
            Panel::Casualties => heading::CASUALTIES,
            Panel::Regions => heading::REGIONS,
            Panel::Brief => heading::BRIEF,
            Panel::KeyFacts => heading::KEY_FACTS,
            Panel::Timeline => heading::TIMELINE,
            Panel::Weapons => heading::WEAPONS,
            Panel::Damage => heading::DAMAGE,
            Panel::Talks => heading::TALKS,
            Panel::Statements => heading::STATEMENTS,
            Panel::People => heading::PEOPLE,
            Panel::Terms => heading::TERMS,
            Panel::Checks => heading::CHECKS,
        }
    }
}

/// A panel of a report on `article`; `country` gives the name of a country's code.
pub fn panel(panel: Panel, article: &str, report: &Report, country: impl Fn(&str) -> String) -> String {
    let mut sheet = Sheet { article, report, names: Names::of(report), text: format!("{}\n", panel.heading()) };
    match panel {
        Panel::Summary => sheet.summary(),
        Panel::Casualties => sheet.casualties(),
        Panel::Regions => sheet.regions(country),
        Panel::Brief => {
            for (i, sentence) in report.brief.iter().enumerate() {
                let own = crate::facts::key(BRIEF, i);
                sheet.behind(&sentence.text, &[&[own], &sentence.facts[..]].concat());
            }
        }
        Panel::KeyFacts => {
            for fact in &report.key_facts {
                sheet.item(&format!("{}: {}", labels::question(fact.question), fact.answer), &fact.evidence);
            }
        }
        Panel::Timeline => {
            for entry in &report.timeline {
                sheet.item(&format!("{}: {}", wording::words_and_meaning(&entry.date), entry.text), &entry.evidence);
            }
        }
        Panel::Weapons => sheet.weapons(),
        Panel::Damage => sheet.damage(),
        Panel::Talks => sheet.talks(),
        Panel::Statements => sheet.statements(),
        Panel::People => sheet.people(),
        Panel::Terms => {
            for term in &report.terms {
                sheet.item(&format!("{}: {}", term.term, term.meaning), &term.evidence);
            }
        }
        Panel::Checks => {
            for check in &report.checks {
                sheet.item(&format!("{}: {}", labels::check(check.kind), check.text), &check.evidence);
            }
        }
    }
    sheet.text
}

/// A text in the making.
struct Sheet<'a> {
    article: &'a str,
    report: &'a Report,
    names: Names<'a>,
    text: String,
}

impl Sheet<'_> {
    /// A heading within the panel.
    fn head(&mut self, words: &str) {
        self.text += &format!("\n{words}\n");
    }

    /// A fact with the sentences behind it.
    fn item<'s>(&mut self, words: &str, evidence: impl IntoIterator<Item = &'s Span>) {
        let quotes = around(self.article, evidence);
        self.write(words, &quotes);
    }

    /// A fact with the sentences behind the findings in `keys`.
    fn behind(&mut self, words: &str, keys: &[String]) {
        let quotes = crate::quoted::behind(self.article, self.report, keys);
        self.write(words, &quotes);
    }

    fn write(&mut self, words: &str, quotes: &[Quote]) {
        self.text += &format!("- {}\n", line(words));
        for quote in quotes.iter().take(QUOTES) {
            self.text += &format!("  “{}”\n", line(&quote.text));
        }
        if quotes.len() > QUOTES {
            self.text += &format!("  {}\n", copy::more(quotes.len() - QUOTES));
        }
    }

    fn summary(&mut self) {
        match headline::headline(self.report) {
            Some(found) => {
                self.behind(&format!("{}, {}", found.line(), found.when), &found.keys);
                if let Some(by) = found.by {
                    self.item(&format!("{} {by}", phrase::ATTACKER), []);
                }
            }
            None => self.item(words::NO_EVENT, []),
        }
    }

    fn casualties(&mut self) {
        let totals = &self.report.casualties.totals;
        for total in totals {
            let disputed = if total.disputed { format!("; {}", phrase::DISPUTED.to_lowercase()) } else { String::new() };
            let words = format!("{}: {}{disputed}", labels::kind(total.kind), numbers::words_and_bound(&total.value));
            self.behind(&words, &total.counted);
        }
        let event = self.report.events.iter().any(|e| e.scope == Scope::Current);
        for kind in [Kind::Killed, Kind::Wounded] {
            if event && !totals.iter().any(|t| t.kind == kind) {
                self.item(&format!("{}: {}", labels::kind(kind), phrase::NOT_STATED.to_lowercase()), []);
            }
        }
        for (scope, title) in heading::LEDGERS {
            let counts: Vec<&Count> = self.report.casualties.counts.iter().filter(|c| c.scope == scope).collect();
            if !counts.is_empty() {
                self.head(title);
            }
            for count in counts {
                let number = numbers::words_and_bound(&count.value);
                let who = count.who.as_str();
                let place = self.names.get(count.place.as_deref()).unwrap_or_default();
                let source = words::source(count.status, self.names.get(count.source.as_deref()).as_deref());
                let rest = joined(", ", [if number.starts_with(who) { "" } else { who }, &place, &source]);
                self.item(&format!("{}: {}", labels::kind(count.kind), joined(", ", [&number, &rest])), &count.evidence);
            }
        }
    }

    fn regions(&mut self, country: impl Fn(&str) -> String) {
        let regions = &self.report.regions;
        let (current, earlier): (Vec<&Region>, Vec<&Region>) = regions.iter().partition(|r| r.scope == Scope::Current);
        for region in current {
            self.region(region, &country);
        }
        if !earlier.is_empty() {
            self.head(heading::REGIONS_BACKGROUND);
        }
        for region in earlier {
            self.region(region, &country);
        }
        let shown = |id: &String| regions.iter().any(|r| r.places.contains(id));
        let rest: Vec<_> = self.report.places.iter().filter(|p| !shown(&p.id)).collect();
        if !rest.is_empty() {
            self.head(heading::OTHER_PLACES);
        }
        for place in rest {
            let role = match place.role {
                PlaceRole::Mentioned => String::new(),
                role => format!(": {}", labels::place_role(role)),
            };
            self.item(&format!("{}{role}", place.name), place.evidence.first());
        }
    }

    fn region(&mut self, region: &Region, country: &impl Fn(&str) -> String) {
        let of = country(&region.country);
        let name = match region.code == region.country {
            true => format!("{of}, {}", phrase::REGION_UNKNOWN),
            false => format!("{}, {of}", region.name),
        };
        let people = |amount: &Option<_>, what: &str| {
            amount.as_ref().map(|a| format!("{} {what}", numbers::words_and_bound(a))).unwrap_or_default()
        };
        let mut places = self.names.all(&region.places);
        places.retain(|place| *place != region.name);
        let told = [
            labels::place_role(region.role).to_string(),
            people(&region.killed, phrase::KILLED),
            people(&region.wounded, phrase::WOUNDED),
            places.join(", "),
        ];
        let keys = if region.facts.is_empty() { &region.places } else { &region.facts };
        self.behind(&format!("{name}: {}", joined("; ", told.each_ref().map(String::as_str))), keys);
    }

    fn weapons(&mut self) {
        for munition in &self.report.munitions {
            let one = munition.value.high == Some(1);
            let kind = labels::munition(munition.kind, one);
            let what = match &munition.name {
                Some(name) => numbers::of_things(&munition.value, &format!("{name} ({kind})")),
                None => numbers::of_things(&munition.value, kind),
            };
            let did = labels::action(munition.action, one);
            let did = match self.names.get(munition.by.as_deref()) {
                Some(by) => words::by(did, &by),
                None => did.to_string(),
            };
            let places = self.names.all(&munition.places).join(", ");
            let doubt = words::doubt(munition.status, self.names.get(munition.source.as_deref()).as_deref());
            let rest = [did.as_str(), &places, labels::scope(munition.scope).unwrap_or_default(), &doubt.unwrap_or_default()];
            self.item(&joined(", ", [&what, &joined(", ", rest)]), &munition.evidence);
        }
    }

    fn damage(&mut self) {
        for damage in &self.report.damage {
            let number = damage.value.as_ref().map(numbers::words_and_bound).unwrap_or_default();
            let place = self.names.get(damage.place.as_deref()).unwrap_or_default();
            let doubt = words::doubt(damage.status, self.names.get(damage.source.as_deref()).as_deref());
            let rest = [
                labels::effect(damage.effect),
                &place,
                labels::scope(damage.scope).unwrap_or_default(),
                &doubt.unwrap_or_default(),
            ];
            self.item(&joined(": ", [&joined(" ", [&number, &damage.target]), &joined(", ", rest)]), &damage.evidence);
        }
    }

    fn talks(&mut self) {
        for talks in &self.report.talks {
            let parties = self.names.all(&talks.parties);
            let title = if parties.is_empty() { heading::TALKS.to_string() } else { labels::list(&parties) };
            let said = |label: &str, text: String| if text.is_empty() { text } else { format!("{label}: {text}") };
            let rest = [
                labels::talks(talks.status).to_string(),
                said(phrase::VENUE, self.names.get(talks.venue.as_deref()).unwrap_or_default()),
                said(phrase::ON, talks.date.as_ref().map(wording::words_and_meaning).unwrap_or_default()),
                said(phrase::MEDIATED_BY, labels::list(&self.names.all(&talks.mediators))),
                said(phrase::ABOUT, labels::list(&talks.about)),
                said(phrase::STICKING_POINTS, labels::list(&talks.sticking_points)),
            ];
            self.item(&format!("{title}: {}", joined("; ", rest.each_ref().map(String::as_str))), &talks.evidence);
        }
    }

    fn statements(&mut self) {
        for statement in &self.report.statements {
            let speaker = self.names.get(statement.speaker.as_deref());
            let speaker = speaker.as_deref().unwrap_or(phrase::UNNAMED_SOURCE);
            let on = statement.channel.as_ref().map(|channel| format!(" ({channel})")).unwrap_or_default();
            let words =
                format!("{speaker} {}{on}: {}", labels::act(statement.act), labels::quoted(statement.form, &statement.text));
            self.item(&words, &statement.evidence);
        }
    }

    fn people(&mut self) {
        for actor in &self.report.actors {
            let what = actor.description.as_deref().unwrap_or(labels::actor(actor.kind));
            let roles: Vec<&str> = actor.role.iter().map(|role| labels::actor_role(*role)).collect();
            let words = joined(", ", [&actor.name, what, &labels::list(&roles)]);
            self.item(&words, actor.evidence.first());
        }
    }
}

/// What is not empty, joined.
fn joined<const N: usize>(by: &str, parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use factbox_engine::report::{Status, Total};

    const ARTICLE: &str = "Two people were killed in Brod. “We ran,” a witness said.\nA year ago five died in Kelm.";

    fn span(words: &str) -> Span {
        let start = ARTICLE.find(words).expect("the words stand in the article");
        Span { start, end: start + words.len(), text: words.to_string(), in_title: false }
    }

    fn report() -> Report {
        let mut news = fixture::count("c1", Kind::Killed, 2);
        (news.who, news.evidence, news.status) = ("people".into(), vec![span("Two people")], Status::Confirmed);
        news.value.text = "Two".into();
        let mut earlier = fixture::count("c2", Kind::Killed, 5);
        (earlier.scope, earlier.evidence) = (Scope::Background, vec![span("five")]);
        let mut report = Report::default();
        let total = Total {
            kind: Kind::Killed,
            value: news.value.clone(),
            counted: vec!["c1".into()],
            left_out: vec![],
            stated: false,
            disputed: false,
        };
        report.casualties.totals = vec![total];
        report.casualties.counts = vec![news, earlier];
        report
    }

    #[test]
    fn each_fact_has_its_sentence_under_it() {
        let text = panel(Panel::Casualties, ARTICLE, &report(), str::to_string);
        let expected = "Casualties\n- Killed: Two (2)\n  “Two people were killed in Brod.”\n\nEvery count in the article\n\
            - Killed: Two (2), people, confirmed\n  “Two people were killed in Brod.”\n\nEarlier events\n\
            - Killed: 5, the article\n  “A year ago five died in Kelm.”\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn every_finding_of_a_full_report_has_a_line_in_some_panel() {
        let maximal = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/maximal.json")).unwrap();
        let report: Report = serde_json::from_str(&maximal).unwrap();
        let text: String = Panel::ALL.iter().map(|p| panel(*p, "", &report, str::to_string)).collect();
        assert!(Panel::ALL.iter().all(|p| panel(*p, "", &report, str::to_string).lines().count() > 1), "{text}");
        for words in report.statements.iter().map(|s| &s.text).chain(report.actors.iter().map(|a| &a.name)) {
            assert!(text.contains(&line(words)), "{words} is missing in {text}");
        }
    }
}
