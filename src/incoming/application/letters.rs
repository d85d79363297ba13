//! Which letter answers a form.

use super::Submission;
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::civil;
use crate::domain::window::{Phase, Timing, Window};
use crate::forms::{Kind, Party};
use crate::incoming::Arrival;
use crate::letters::acknowledgement::{Acknowledgement, Essay, Line};
use crate::letters::after_closing::AfterClosing;
use crate::letters::checking::Checking;
use crate::letters::incomplete::Incomplete;
use crate::letters::late::Late;
use crate::letters::superseded::Superseded;
use crate::letters::window_closed::WindowClosed;
use crate::letters::{Draft, Enclosure, Length, Letter, ProblemWords, ProgrammeWords, WindowWords, greeting, words};

pub fn stamp(arrival: &Arrival<'_>, programme: &Programme) -> String {
    words::stamp(programme, arrival.mail.received_at)
}

/// A letter to the sender about a case, in the thread of the mail.
fn reply<L: Letter>(arrival: &Arrival<'_>, letter: &L, application: &Application, purpose: String) -> Option<Draft> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let name = if application.belongs_to(sender) { application.name.as_str() } else { mail.sender_name() };
    Some(Draft::new(letter, sender.clone(), name, purpose).about(&application.case).answering(mail.thread()))
}

/// The answer to a new form. `before` is the application as it was, `after` with the new form.
pub fn answer(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    before: Option<&Application>,
    after: &Application,
    decision: &mut Decision,
) {
    let programme = submission.programme;
    let Some(version) = after.versions.last() else { return };
    let purpose = |letter: &str| format!("{letter}:{}:{}", after.case, version.number);
    let name = name_of(arrival, after);
    let programme_words = ProgrammeWords::of(programme);
    let received = stamp(arrival, programme);
    let Some(window) = window else {
        let letter = WindowClosed { name, programme: programme_words, case: Some(after.case.to_string()), received };
        decision.letters.extend(reply(arrival, &letter, after, purpose("window-closed")));
        return;
    };
    let window_words = WindowWords::of(window);
    let closes_stamp = civil::stamp_in_words(window.closes_civil());
    if after.state(Some(window)) == State::Late {
        let next = arrival
            .facts
            .windows_of(&programme.id)
            .into_iter()
            .filter(|w| w.phase(arrival.now) == Phase::Announced)
            .min_by_key(|w| w.opens());
        if next.is_none() && before.is_none() {
            use crate::domain::change::Change::InterestNoted;
            decision.changes.push(InterestNoted {
                programme: programme.id.clone(),
                email: after.email.clone(),
                name: after.name.clone(),
            });
        }
        let letter = Late {
            name,
            programme: programme_words,
            case: after.case.to_string(),
            received,
            closes_stamp,
            window: window_words,
            next: next.as_ref().map(WindowWords::of),
        };
        decision.letters.extend(reply(arrival, &letter, after, purpose("late")));
        return;
    }
    if after.waits(version, Some(window)) {
        let complete = after.state(Some(window)) == State::Complete;
        let letter = AfterClosing {
            name,
            programme: programme_words,
            case: after.case.to_string(),
            received,
            closes_stamp,
            window: window_words,
            complete,
        };
        decision.letters.extend(reply(arrival, &letter, after, purpose("after-closing")));
        return;
    }
    if !version.is_complete() {
        decision.because(format!(
            "Incomplete: {} things are missing or wrong.",
            version.problems.iter().filter(|p| p.blocks).count()
        ));
        decision.letters.extend(incomplete(arrival, submission, window, after, purpose("incomplete")));
        return;
    }
    let early = window.timing(arrival.mail.received_at) == Timing::Early;
    let too_long = Length::told(&version.problems, &programme.form);
    match before.and_then(|before| before.counting(Some(window))) {
        Some(earlier) => {
            decision.because("Complete: it takes the place of the form before.");
            let changed =
                if earlier.answers.is_blank() { vec![] } else { submission.answers.changed_since(&earlier.answers) };
            let letter = Superseded {
                name,
                programme: programme_words,
                case: after.case.to_string(),
                received,
                window: Some(window_words),
                early,
                changed,
                too_long,
            };
            decision.letters.extend(reply(arrival, &letter, after, purpose("superseded")));
        }
        None => {
            decision.because("Complete: everything that the applicant must send is there.");
            let letter = acknowledgement(arrival, submission, Some(window), after, early, false);
            decision.letters.extend(reply(arrival, &letter, after, purpose("acknowledgement")));
        }
    }
}

/// The answer to a form that we have already, word for word.
pub fn again(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    application: &Application,
    decision: &mut Decision,
) {
    let purpose = |letter: &str| format!("{letter}:message:{}", arrival.mail.message);
    let draft = match (window, application.state(window)) {
        (Some(window), State::Incomplete | State::Unreadable) => {
            incomplete(arrival, submission, window, application, purpose("incomplete"))
        }
        (_, State::Complete) => {
            let letter = acknowledgement(arrival, submission, window, application, false, true);
            reply(arrival, &letter, application, purpose("acknowledgement"))
        }
        // Late or kept: they were told, and nothing is different.
        (_, State::Late | State::Kept | State::Incomplete | State::Unreadable) => None,
    };
    decision.letters.extend(draft);
}

/// To somebody whose form a person must look at first.
pub fn checking(arrival: &Arrival<'_>, decision: &mut Decision) {
    let mail = arrival.mail;
    let Some(sender) = mail.sender() else { return };
    let Some(programme) = mail.config.programmes.values().next() else { return };
    let letter = Checking { name: greeting(mail.sender_name()), received: stamp(arrival, programme) };
    let draft = Draft::new(&letter, sender.clone(), mail.sender_name(), format!("checking:message:{}", mail.message));
    decision.letters.push(draft.answering(mail.thread()));
}

fn name_of(arrival: &Arrival<'_>, application: &Application) -> String {
    match arrival.mail.sender() {
        Some(sender) if !application.belongs_to(sender) => greeting(arrival.mail.sender_name()),
        Some(_) | None => greeting(&application.name),
    }
}

fn incomplete(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: &Window,
    after: &Application,
    purpose: String,
) -> Option<Draft> {
    let programme = submission.programme;
    let earlier_counts = after.counting(Some(window)).is_some_and(|v| v.is_complete());
    let attach = submission.nothing_attached || !submission.files.is_empty();
    let letter = Incomplete {
        name: name_of(arrival, after),
        programme: ProgrammeWords::of(programme),
        case: after.case.to_string(),
        received: stamp(arrival, programme),
        window: Some(WindowWords::of(window)),
        time_left: words::time_left(window, arrival.now),
        nothing_attached: submission.nothing_attached,
        files: submission.files.clone(),
        problems: ProblemWords::blocking(&submission.problems),
        too_long: Length::told(&submission.problems, &programme.form),
        earlier_counts,
        attach,
    };
    let draft = reply(arrival, &letter, after, purpose)?;
    Some(if attach {
        draft.enclosing(Enclosure::BlankForm {
            programme: programme.id.clone(),
            form: programme.form.definition.id.clone(),
        })
    } else {
        draft
    })
}

fn acknowledgement(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    after: &Application,
    early: bool,
    again: bool,
) -> Acknowledgement {
    let programme = submission.programme;
    let fields = || programme.form.definition.fields_by(Party::Applicant);
    let value = |id: &str| submission.answers.value(id).to_owned();
    let summary = fields()
        .filter(|f| !matches!(f.kind, Kind::Essay | Kind::Tick) && !value(&f.id).is_empty())
        .map(|f| Line { label: f.label.clone(), value: value(&f.id).lines().collect::<Vec<_>>().join(", ") })
        .collect();
    let essays = submission
        .answers
        .fields
        .iter()
        .filter(|answer| fields().any(|f| f.id == answer.id && f.kind == Kind::Essay))
        .map(|answer| Essay { label: answer.label.clone(), words: answer.words, one: answer.words == 1 })
        .collect();
    Acknowledgement {
        name: name_of(arrival, after),
        programme: ProgrammeWords::of(programme),
        case: after.case.to_string(),
        received: stamp(arrival, programme),
        window: window.map(WindowWords::of),
        early,
        again,
        too_long: Length::told(&submission.problems, &programme.form),
        summary,
        essays,
    }
}
