//! Whom to ask for a reference, by when, and the letters that do it.

use crate::config::programme::How;
use crate::config::{Config, Programme, Referees, referee_fields};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::{Change, ReferenceChange};
use crate::domain::reference::{Progress, ReferenceKind, Request};
use crate::domain::school_days::SchoolDays;
use crate::domain::window::Window;
use crate::domain::{EmailAddress, civil};
use crate::forms::{Kind, Meaning, Party};
use crate::letters::reference_in_form::ReferenceInForm;
use crate::letters::reference_request::{Question, ReferenceRequest};
use crate::letters::{Draft, Enclosure, ProgrammeWords, greeting};
use jiff::Timestamp;
use jiff::civil::DateTime;

/// When a reference is due, on the wall clock: by default the closing itself.
pub fn due(referees: &Referees, window: &Window, calendar: &SchoolDays) -> DateTime {
    let closes = window.closes_civil();
    match referees.policy.due_school_days_after_closing {
        0 => closes,
        days => calendar.after(closes.date(), days).to_datetime(closes.time()),
    }
}

/// The instant at which it is due.
pub fn due_at(referees: &Referees, window: &Window, calendar: &SchoolDays) -> Timestamp {
    window.zone.latest(due(referees, window, calendar))
}

/// Whom the applicant named as referee: name and address, from the version that counts.
pub fn named(
    programme: &Programme,
    application: &Application,
    window: Option<&Window>,
    kind: ReferenceKind,
) -> Option<(String, EmailAddress)> {
    let version = application.counting(window)?;
    let value = |meaning| programme.form.definition.meaning(meaning).map_or("", |f| version.answers.value(&f.id));
    let (name, email) = referee_fields(kind);
    Some((value(name).to_owned(), EmailAddress::parse(value(email)).ok()?))
}

/// What a school is called in an application.
pub fn school(programme: &Programme, application: &Application, window: Option<&Window>) -> String {
    let field = programme.form.definition.meaning(Meaning::School);
    let version = application.counting(window);
    field.zip(version).map(|(f, v)| v.answers.value(&f.id).to_owned()).unwrap_or_default()
}

/// Somebody to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub kind: ReferenceKind,
    pub name: String,
    pub email: EmailAddress,
    pub round: u32,
    pub in_form: bool,
    pub due: DateTime,
    /// The applicant gave their own address: a person looks before anybody is asked.
    pub own_address: bool,
}

/// Who must be asked now: for a complete application those who have not been, or whose address the applicant has changed.
pub fn plan(
    config: &Config,
    programme: &Programme,
    application: &Application,
    window: Option<&Window>,
) -> Vec<Planned> {
    let Some(window) = window else { return vec![] };
    let applicants_part_complete = application.counting(Some(window)).is_some_and(|version| version.is_complete());
    let in_the_running = match application.state(Some(window)) {
        State::Complete | State::Incomplete => applicants_part_complete,
        State::Unreadable | State::Late | State::Kept | State::Withdrawn => false,
    };
    if !in_the_running {
        return vec![];
    }
    let planned = |referees: &Referees| {
        let kind = referees.kind();
        let (name, email) = named(programme, application, Some(window), kind)?;
        let before = application.request(kind);
        let wanted = match application.progress(kind) {
            Progress::NotAsked => true,
            // Another address than any that was asked: the applicant has corrected the form.
            Progress::Asked | Progress::Bounced => {
                !application.requests.iter().any(|request| request.kind == kind && request.email == email)
            }
            Progress::Waits | Progress::Received => false,
        };
        wanted.then(|| Planned {
            kind,
            own_address: application.belongs_to(&email),
            name,
            email,
            round: before.map_or(1, |request| request.round.saturating_add(1)),
            in_form: referees.policy.how == How::InForm,
            due: due(referees, window, &config.calendar),
        })
    };
    programme.references.iter().filter_map(planned).collect()
}

/// Seconds before it is due from which a reference is wanted "as soon as possible" rather than by a time of day.
const SHORT_NOTICE: i64 = 86_400;

/// Whether a reference is due so soon, or was, that naming the time would only vex its writer.
pub fn is_soon(due: DateTime, window: &Window, now: Timestamp) -> bool {
    window.zone.latest(due).as_second() - now.as_second() < SHORT_NOTICE
}

/// The questions of a short form, as they stand in the letter itself.
pub fn questions(referees: &Referees) -> Vec<Question> {
    let Some(form) = &referees.form else { return vec![] };
    form.definition
        .fields_by(Party::Referee)
        .filter(|field| field.required)
        .map(|field| Question {
            label: field.label.clone(),
            hint: match field.kind {
                Kind::Choice => alternatives(&field.options),
                Kind::Essay => field.max_words.map(|n| format!("up to {n} words")).unwrap_or_default(),
                Kind::Number => "a number".to_owned(),
                Kind::Line | Kind::Lines | Kind::Email | Kind::Phone | Kind::Date | Kind::Tick => String::new(),
            },
        })
        .collect()
}

/// `Yes, No or Yes, with conditions`, kept apart where an option has a comma.
fn alternatives(options: &[String]) -> String {
    let between = if options.iter().any(|o| o.contains(',')) { " / " } else { " or " };
    options.join(between)
}

/// Asks whoever must be asked, and writes to them.
pub fn ask(
    config: &Config,
    programme: &Programme,
    application: &Application,
    window: Option<&Window>,
    now: Timestamp,
    decision: &mut Decision,
) {
    let Some(round) = window else { return };
    for planned in plan(config, programme, application, window) {
        ask_one(programme, application, round, &planned, now, decision);
    }
}

/// Asks one referee.
pub fn ask_one(
    programme: &Programme,
    application: &Application,
    window: &Window,
    planned: &Planned,
    now: Timestamp,
    decision: &mut Decision,
) {
    let case = &application.case;
    let (kind, person) = (planned.kind, planned.kind.person());
    if planned.own_address {
        let persons = kind.persons();
        let question = format!(
            "{} ({case}) gives their own address, {}, as the {persons}. Nobody has been asked for the reference. What is the right address?",
            application.name, planned.email
        );
        decision.because(format!("The {persons} address is the applicant’s own: nobody is asked, a person looks."));
        let review = Decision::question(format!("referee-address:{case}:{}", kind.word()), question, Some(case));
        decision.put(review.may("*", format!("ask {case} {} at …", kind.word())));
        return;
    }
    let name = if planned.name.is_empty() { "colleague".to_owned() } else { planned.name.clone() };
    decision.because(format!("The {person} is asked for a reference, due {}.", civil::stamp_in_words(planned.due)));
    decision.changes.push(Change::Reference(ReferenceChange::Asked {
        case: case.clone(),
        request: Request {
            kind,
            round: planned.round,
            name: name.clone(),
            email: planned.email.clone(),
            asked_at: now,
            in_form: planned.in_form,
            bounced_at: None,
            chased: 0,
        },
    }));
    let Some(referees) = programme.references.iter().find(|r| r.kind() == kind) else { return };
    let due = civil::moment_in_words(planned.due);
    let round = window.name.as_str().replace('-', " ");
    let purpose = format!("reference-request:{case}:{}:{}", kind.word(), planned.round);
    let draft = if planned.in_form {
        let letter = ReferenceInForm {
            name: greeting(&name),
            programme: ProgrammeWords::of(programme),
            case: case.to_string(),
            applicant: application.name.clone(),
            person: person.to_owned(),
            section: section_of(programme),
            due,
            window: round,
        };
        Draft::new(&letter, planned.email.clone(), &name, purpose)
    } else {
        let letter = ReferenceRequest {
            name: greeting(&name),
            programme: ProgrammeWords::of(programme),
            case: case.to_string(),
            applicant: application.name.clone(),
            school: school(programme, application, Some(window)),
            person: person.to_owned(),
            due,
            window: round,
            questions: questions(referees),
            asks_release: referees.asks_release(),
            again: planned.round > 1,
            soon: is_soon(planned.due, window, now),
        };
        Draft::new(&letter, planned.email.clone(), &name, purpose).enclosing(Enclosure::ReferenceForm {
            programme: programme.id.clone(),
            kind,
            applicant: application.name.clone(),
        })
    };
    // Not the applicant's case thread: the referee answers this letter.
    decision.letters.push(draft.about(case));
}

/// The title of the section that referees complete.
fn section_of(programme: &Programme) -> String {
    programme
        .form
        .definition
        .sections
        .iter()
        .find(|section| section.by == Party::Referee)
        .map(|section| section.title.clone())
        .unwrap_or_default()
}
