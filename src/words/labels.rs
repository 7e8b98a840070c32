//! What the report's kinds are called on the page.

pub use factbox_engine::report::wording::{event, list, munition};
use factbox_engine::report::*;
use factbox_engine::scope::Scope;

/// Heading of a total, and name of a row's kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Killed => "Killed",
        Kind::Wounded => "Wounded",
        Kind::Missing => "Missing",
        Kind::Captured => "Captured",
        Kind::Kidnapped => "Kidnapped",
        Kind::Displaced => "Displaced",
        Kind::Evacuated => "Evacuated",
        Kind::Rescued => "Rescued",
        Kind::Trapped => "Trapped",
        Kind::Arrested => "Arrested",
        Kind::Affected => "Affected",
        Kind::Casualties => "Casualties",
    }
}

/// True where the words for people say their group as well: "two children" are children, "his mother" is one of the women.
pub fn says_group(who: &str, group: &str) -> bool {
    let one = match group {
        "women" => &["woman", "girl", "mother", "sister", "daughter", "wife", "widow", "grandmother", "pregnant"][..],
        "men" => &["man", "father", "brother", "husband", "grandfather"],
        "children" => &["child", "boy", "girl", "baby", "toddler", "infant"],
        _ => &[],
    };
    let who = who.to_lowercase();
    let words = || who.split(|c: char| !c.is_alphanumeric() && c != '-').map(|word| word.strip_suffix('s').unwrap_or(word));
    who.contains(group) || words().any(|word| word == group.trim_end_matches('s') || one.contains(&word))
}

/// How sure the text is; none where the article states it as a plain fact.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Reported => None,
        Status::Claimed => Some("claimed"),
        Status::Confirmed => Some("confirmed"),
        Status::Denied => Some("denied"),
        Status::Unverified => Some("not verified"),
        Status::Feared => Some("feared"),
    }
}

/// Why a count is left out of a total.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Subset => "already within another count",
        Reason::Repeat => "says the same as another count",
        Reason::Superseded => "replaced by a later figure",
        Reason::Background => "belongs to an earlier event",
        Reason::Cumulative => "a toll over a longer time",
        Reason::Prospective => "feared or expected, not known",
        Reason::Denied => "denied",
        Reason::Vague => "gives no exact number",
        Reason::OtherEvent => "belongs to another event",
        Reason::Rival => "a rival figure; the total gives the range",
    }
}

/// Scope of a fact; none for the news itself.
pub fn scope(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::Current => None,
        Scope::Background => Some("earlier"),
        Scope::Cumulative => Some("over time"),
        Scope::Prospective => Some("expected"),
    }
}

/// What a place is to the article.
pub fn place_role(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Mentioned => "mentioned",
        PlaceRole::Venue => "meeting place",
        PlaceRole::LaunchedFrom => "launched from",
        PlaceRole::Targeted => "targeted",
        PlaceRole::Hit => "hit",
    }
}

/// What was done with a weapon; `one` for a single one.
pub fn action(action: Action, one: bool) -> &'static str {
    match action {
        Action::Launched => "launched",
        Action::Intercepted => "intercepted",
        Action::Hit if one => "hit its target",
        Action::Hit => "hit their targets",
        Action::Found => "found",
    }
}

/// What a damaged thing is for.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::Health => "Health",
        Category::Education => "Education",
        Category::Residential => "Homes",
        Category::Energy => "Energy",
        Category::Transport => "Transport",
        Category::Water => "Water",
        Category::Religious => "Religion",
        Category::Cultural => "Culture",
        Category::Government => "Government",
        Category::Military => "Military",
        Category::Industry => "Industry",
        Category::Media => "Media",
        Category::Aid => "Aid",
        Category::Commercial => "Commerce",
        Category::Agriculture => "Farming",
        Category::Other => "Other",
    }
}

/// What happened to a damaged thing.
pub fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Destroyed => "destroyed",
        Effect::Damaged => "damaged",
        Effect::Hit => "hit",
        Effect::CutOff => "cut off",
        Effect::Targeted => "targeted",
    }
}

/// A question of the key facts.
pub fn question(question: Question) -> &'static str {
    match question {
        Question::Who => "Who",
        Question::What => "What",
        Question::When => "When",
        Question::Where => "Where",
        Question::Why => "Why",
        Question::How => "How",
    }
}

/// What a speaker did; the past agrees with one and with many.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Says => "said",
        Act::Accuses => "accused",
        Act::Claims => "claimed",
        Act::Denies => "denied",
        Act::Confirms => "confirmed",
        Act::Warns => "warned",
        Act::Promises => "promised",
        Act::Demands => "demanded",
        Act::Condemns => "condemned",
    }
}

/// What was said, in quotation marks where it is quoted.
pub fn quoted(form: Form, text: &str) -> String {
    match form {
        Form::Direct => format!("“{}”", text.trim_matches(['“', '”', '"', '‘', '’'])),
        Form::Indirect | Form::Mixed => text.to_string(),
    }
}

/// How a statement stands in the article.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "quoted",
        Form::Indirect => "in the writer’s words",
        Form::Mixed => "partly quoted",
    }
}

/// The rule that finds a statement of a form, in words.
pub fn form_rule(form: Form) -> &'static str {
    match form {
        Form::Direct => "quotation beside its speaker",
        Form::Indirect => "clause after a word of saying",
        Form::Mixed => "clause with quoted words, after a word of saying",
    }
}

/// Kind of an actor.
pub fn actor(kind: ActorType) -> &'static str {
    match kind {
        ActorType::Person => "person",
        ActorType::Government => "government",
        ActorType::Military => "military",
        ActorType::Group => "group",
        ActorType::Organisation => "organisation",
        ActorType::Media => "media",
        ActorType::People => "people",
    }
}

/// Part of an actor in the article.
pub fn actor_role(role: ActorRole) -> &'static str {
    match role {
        ActorRole::Attacker => "attacker, as the article has it",
        ActorRole::Victim => "victim",
        ActorRole::Speaker => "speaker",
        ActorRole::Mediator => "mediator",
        ActorRole::Party => "party to talks",
    }
}

/// Where talks stand.
pub fn talks(status: TalksStatus) -> &'static str {
    match status {
        TalksStatus::Planned => "planned",
        TalksStatus::UnderWay => "under way",
        TalksStatus::Ended => "ended",
        TalksStatus::Stalled => "stalled",
    }
}

/// Kind of a check.
pub fn check(kind: CheckType) -> &'static str {
    match kind {
        CheckType::SumAgrees => "Adds up",
        CheckType::SumDisagrees => "Does not add up",
        CheckType::SourcesDisagree => "Sources disagree",
        CheckType::HeadlineDisagrees => "Headline differs",
        CheckType::MayRise => "May change",
        CheckType::NotStated => "Not stated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_the_words_say_is_not_said_again() {
        for (who, group) in
            [("a UN teacher", "teachers"), ("a 58-year-old man", "men"), ("Two sisters", "women"), ("two boys", "children")]
        {
            assert!(says_group(who, group), "{who}");
        }
        for (who, group) in [("two people", "civilians"), ("a woman", "men"), ("a humanitarian", "men"), ("two sons", "children")]
        {
            assert!(!says_group(who, group), "{who}");
        }
    }
}
