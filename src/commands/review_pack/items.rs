//! An application as the panel reads it.

use super::blind::Blind;
use crate::config::Programme;
use crate::domain::application::Application;
use crate::domain::reference::{Capacity, Progress, Reference};
use crate::domain::window::Window;
use crate::forms::definition::Field;
use crate::forms::{Kind, Meaning, Party};
use crate::incoming::application::too_few_years;
use crate::letters::Length;
use crate::letters::review_pack::{Essay, Item, Vouched};

pub fn item(programme: &Programme, application: &Application, window: &Window, number: usize) -> Item {
    let blind = programme.review.blind.then(|| Blind::of(programme, application, window));
    let told = |text: &str| blind.as_ref().map_or_else(|| text.to_owned(), |blind| blind.without_names(text));
    let (mut answers, mut essays) = (vec![], vec![]);
    let version = application.counting(Some(window));
    for field in programme.form.definition.fields_by(Party::Applicant) {
        let value = version.map_or("", |version| version.answers.value(&field.id));
        match field.kind {
            Kind::Essay => {
                let words = version
                    .and_then(|v| v.answers.fields.iter().find(|answer| answer.id == field.id))
                    .map_or(0, |answer| answer.words);
                let question = if field.prompt.is_empty() { &field.label } else { &field.prompt };
                essays.push(Essay { question: question.clone(), answer: told(value), words, limit: field.max_words });
            }
            _ if blind.is_some() && tells_who(field) => {}
            Kind::Line
            | Kind::Lines
            | Kind::Email
            | Kind::Phone
            | Kind::Number
            | Kind::Choice
            | Kind::Date
            | Kind::Tick => answers.push((field.label.clone(), told(value))),
        }
    }
    let mut references = vec![];
    for referees in &programme.references {
        if let Some(reference) = application.reference(referees.kind()) {
            references.push(vouched(reference, blind.is_some(), &told));
        }
    }
    Item {
        number,
        case: application.case.to_string(),
        name: blind.is_none().then(|| application.name.clone()),
        flags: flags(programme, application, window),
        answers,
        essays,
        references,
    }
}

/// Fields that are left out where the pack is blind: who it is, where they work, who vouches for them.
fn tells_who(field: &Field) -> bool {
    let by_meaning = match field.means {
        Some(
            Meaning::ApplicantName
            | Meaning::ApplicantEmail
            | Meaning::School
            | Meaning::HeadName
            | Meaning::HeadEmail
            | Meaning::SecondRefereeName
            | Meaning::SecondRefereeEmail
            | Meaning::ChairName
            | Meaning::ChairEmail
            | Meaning::RefereeName
            | Meaning::Portrait
            | Meaning::Telephone
            | Meaning::Contacts
            | Meaning::FinanceEmail,
        ) => true,
        Some(
            Meaning::Post
            | Meaning::Years
            | Meaning::Specialism
            | Meaning::Supports
            | Meaning::Capacity
            | Meaning::DaysAgreed
            | Meaning::Statement
            | Meaning::Consent
            | Meaning::VisitDates
            | Meaning::VisitLength
            | Meaning::WorkDone
            | Meaning::Impact
            | Meaning::NextSteps
            | Meaning::Need
            | Meaning::HopedFor
            | Meaning::WantedWhen
            | Meaning::DaysWanted
            | Meaning::Circumstances,
        )
        | None => false,
    };
    let words = format!("{} {}", field.id, field.label).to_lowercase();
    let by_kind = match field.kind {
        Kind::Email | Kind::Phone => true,
        Kind::Line | Kind::Lines | Kind::Number | Kind::Choice | Kind::Date | Kind::Essay | Kind::Tick => false,
    };
    // A form of the alliance's own need not say what its fields mean.
    by_meaning
        || by_kind
        || ["address", "postcode", "telephone", "phone", "school", "name", "date of birth", "teacher number", "trn"]
            .iter()
            .any(|word| words.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ").contains(word))
            && field.means.is_none()
}

fn vouched(reference: &Reference, blind: bool, told: &impl Fn(&str) -> String) -> Vouched {
    let mut answers = vec![];
    if !blind {
        answers.push(("Written by".to_owned(), reference.referee.clone()));
    }
    let yes = |said: bool| if said { "Yes" } else { "No" }.to_owned();
    answers.push(("Supports the application".to_owned(), reference.supports.map(yes).unwrap_or_default()));
    if let Some(capacity) = reference.capacity {
        let said = match capacity {
            Capacity::Yes => "Yes",
            Capacity::No => "No",
            Capacity::Conditional => "With conditions",
        };
        answers.push(("Can release the applicant".to_owned(), said.to_owned()));
    }
    if !reference.days.is_empty() {
        answers.push(("Days a year agreed".to_owned(), told(&reference.days)));
    }
    answers.push(("Statement".to_owned(), told(&reference.statement)));
    Vouched { title: capitalised(reference.kind.label()), answers }
}

/// What the panel ought to know before it reads: facts, never a judgement. Nothing in it names anybody.
fn flags(programme: &Programme, application: &Application, window: &Window) -> Vec<String> {
    let mut flags = vec![];
    let Some(version) = application.counting(Some(window)) else { return flags };
    for long in Length::told(&version.problems, &programme.form) {
        flags.push(format!("{}: {} words, over the limit of {}.", long.label, long.words, long.limit));
    }
    if application.admitted.is_some() {
        flags.push("It came after the closing, and the coordinator has admitted it.".to_owned());
    }
    if version.accepted {
        flags.push("It was corrected after the closing, and the coordinator has accepted the correction.".to_owned());
    }
    let missing = version.problems.iter().filter(|problem| problem.blocks).count();
    if missing > 0 {
        flags.push(format!("Incomplete: {missing} answers are missing or unclear."));
    }
    if let Some(least) = too_few_years(programme, &version.answers) {
        let field = programme.form.definition.meaning(Meaning::Years);
        let years = field.map_or("", |f| version.answers.value(&f.id));
        let spent = &programme.application.years_spent;
        flags.push(format!("Complete years {spent}: {years}. The published criterion is {least}."));
    }
    for referees in &programme.references {
        let label = capitalised(referees.kind().label());
        match application.progress(referees.kind()) {
            Progress::Received => {}
            Progress::Waits => flags.push(format!("{label}: something has come that a person has yet to look at.")),
            Progress::NotAsked | Progress::Asked | Progress::Bounced => {
                flags.push(format!("{label}: not here when this was printed."));
            }
        }
    }
    flags
}

/// How much there is to print.
pub fn characters(item: &Item) -> usize {
    let pairs = |pairs: &[(String, String)]| pairs.iter().map(|(a, b)| a.len() + b.len()).sum::<usize>();
    pairs(&item.answers)
        + item.essays.iter().map(|essay| essay.answer.len() + essay.question.len()).sum::<usize>()
        + item.references.iter().map(|r| pairs(&r.answers)).sum::<usize>()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
