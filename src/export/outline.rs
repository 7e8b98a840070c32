//! What a person reads of a report, in order, before it is laid out as text or Markdown.

use super::names::Names;
use super::wording::{amount, date, heading, label, line};
use crate::words::labels;
use factbox_engine::Report;
use factbox_engine::report::{Action, Count, Form, Region, Statement, Total};

/// Said where the article tells of no attack, disaster or casualty.
pub const NOTHING_FOUND: &str = "No attack, disaster or casualty was found in this text.";
/// Said where something happened but nobody is counted.
const NO_TOTAL: &str = "No count of casualties is given.";

/// A report as headed sections.
pub struct Outline {
    /// The article's title, where it has one.
    pub title: Option<String>,
    /// What came of it, in one line.
    pub headline: String,
    /// Sections that have something to say.
    pub sections: Vec<Section>,
}

/// A heading and what stands below it.
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What stands below it; never empty.
    pub body: Body,
}

/// The content of a section.
pub enum Body {
    /// Items.
    List(Vec<String>),
    /// Columns and rows of as many cells.
    Table(Vec<&'static str>, Vec<Vec<String>>),
}

impl Outline {
    /// The outline of a report.
    pub fn new(report: &Report) -> Outline {
        let names = Names::new(report);
        let lists = [
            ("Brief", report.brief.iter().map(|b| line(&b.text)).collect()),
            ("Key facts", report.key_facts.iter().map(|k| format!("{}: {}", heading(&k.question), line(&k.answer))).collect()),
        ];
        let tables = [
            ("Casualties", vec!["Kind", "Total", "From"], report.casualties.totals.iter().map(total).collect()),
            ("Regions hit", vec!["Region", "Country", "Role", "Scope", "Places", "Killed", "Wounded"], regions(report, &names)),
            ("Munitions", vec!["Type", "Number", "Action", "By", "Where", "Status"], munitions(report, &names)),
            ("Damage", vec!["Target", "Number", "Effect", "Where", "Status"], damage(report, &names)),
            (
                "Every count",
                vec!["Id", "Kind", "Number", "Who", "Where", "Status", "Source", "Scope", "In total"],
                ledger(report, &names),
            ),
        ];
        let ends = [
            ("Statements", report.statements.iter().map(|s| statement(s, &names)).collect()),
            ("Timeline", report.timeline.iter().map(|t| format!("{}: {}", date(&t.date), line(&t.text))).collect()),
            ("Talks", talks(report, &names)),
            ("Terms", report.terms.iter().map(|t| format!("{}: {}", line(&t.term), line(&t.meaning))).collect()),
            ("Checks", report.checks.iter().map(|c| format!("{}: {}", heading(&c.kind), line(&c.text))).collect()),
        ];
        let list = |(heading, items): (&'static str, Vec<String>)| {
            (!items.is_empty()).then_some(Section { heading, body: Body::List(items) })
        };
        let table = |(heading, columns, rows): (&'static str, Vec<&'static str>, Vec<Vec<String>>)| {
            (!rows.is_empty()).then_some(Section { heading, body: Body::Table(columns, rows) })
        };
        let sections = lists.into_iter().filter_map(list);
        let sections = sections.chain(tables.into_iter().filter_map(table)).chain(ends.into_iter().filter_map(list)).collect();
        Outline { title: report.article.title.as_deref().map(line), headline: headline(report), sections }
    }
}

/// `Killed: at least one (≥ 1) · Wounded: 19`.
fn headline(report: &Report) -> String {
    let totals: Vec<_> = report.casualties.totals.iter().map(|t| format!("{}: {}", heading(&t.kind), amount(&t.value))).collect();
    let empty = report.events.is_empty() && report.casualties.counts.is_empty() && report.regions.is_empty();
    match (totals.is_empty(), empty) {
        (false, _) => totals.join(" · "),
        (true, false) => NO_TOTAL.to_string(),
        (true, true) => NOTHING_FOUND.to_string(),
    }
}

fn total(total: &Total) -> Vec<String> {
    let basis = if total.stated { "stated in the article".to_string() } else { total.counted.join(" + ") };
    let basis = if total.disputed { format!("{basis}; sources disagree") } else { basis };
    vec![heading(&total.kind), amount(&total.value), basis.trim_start_matches("; ").to_string()]
}

fn ledger(report: &Report, names: &Names) -> Vec<Vec<String>> {
    let row = |c: &Count| {
        vec![
            c.id.clone(),
            label(&c.kind),
            amount(&c.value),
            line(&c.who),
            names.place_of(c).map_or_else(String::new, |p| line(&p.name)),
            label(&c.status),
            line(&names.actor(c.source.as_ref())),
            label(&c.scope),
            names.counted(c).replace('_', " "),
        ]
    };
    report.casualties.counts.iter().map(row).collect()
}

fn regions(report: &Report, names: &Names) -> Vec<Vec<String>> {
    let row = |r: &Region| {
        vec![
            line(&r.name),
            r.country.clone(),
            label(&r.role),
            label(&r.scope),
            line(&names.places(&r.places)),
            r.killed.as_ref().map_or_else(String::new, amount),
            r.wounded.as_ref().map_or_else(String::new, amount),
        ]
    };
    report.regions.iter().map(row).collect()
}

fn munitions(report: &Report, names: &Names) -> Vec<Vec<String>> {
    let row = |m: &factbox_engine::report::Munition| {
        let kind = label(&m.kind);
        vec![
            m.name.as_ref().map_or(kind.clone(), |name| format!("{} ({kind})", line(name))),
            amount(&m.value),
            label(&m.action),
            line(&names.actor(m.by.as_ref())),
            line(&names.places(&m.places)),
            label(&m.status),
        ]
    };
    // Intercepted ones harmed nobody: last.
    let (down, rest): (Vec<_>, Vec<_>) = report.munitions.iter().partition(|m| m.action == Action::Intercepted);
    rest.into_iter().chain(down).map(row).collect()
}

fn damage(report: &Report, names: &Names) -> Vec<Vec<String>> {
    let row = |d: &factbox_engine::report::Damage| {
        vec![
            line(&d.target),
            d.value.as_ref().map_or_else(String::new, amount),
            label(&d.effect),
            names.place(d.place.as_ref()).map_or_else(String::new, |p| line(&p.name)),
            label(&d.status),
        ]
    };
    report.damage.iter().map(row).collect()
}

/// `Governor Ada Brand (Telegram) said: “…”`.
fn statement(said: &Statement, names: &Names) -> String {
    let speaker = match names.actor(said.speaker.as_ref()) {
        name if name.is_empty() => "Somebody".to_string(),
        name => line(&name),
    };
    let channel = said.channel.as_ref().map_or_else(String::new, |c| format!(" ({})", line(c)));
    let words = line(&said.text);
    let words = match said.form {
        Form::Direct => format!("“{}”", words.trim_matches(['“', '”', '"', '‘', '’'])),
        Form::Indirect | Form::Mixed => words,
    };
    format!("{speaker}{channel} {}: {words}", labels::act(said.act))
}

fn talks(report: &Report, names: &Names) -> Vec<String> {
    let item = |t: &factbox_engine::report::Talks| {
        let parties: Vec<_> = t.parties.iter().map(|p| line(&names.actor(Some(p)))).filter(|n| !n.is_empty()).collect();
        let mut words = if parties.is_empty() { "Talks".to_string() } else { parties.join(", ") };
        if let Some(venue) = names.place(t.venue.as_ref()) {
            words += &format!(" in {}", line(&venue.name));
        }
        if let Some(day) = &t.date {
            words += &format!(", {}", date(day));
        }
        words += &format!(" ({})", label(&t.status));
        if !t.about.is_empty() {
            words += &format!(" about {}", line(&t.about.join(", ")));
        }
        words
    };
    report.talks.iter().map(item).collect()
}
