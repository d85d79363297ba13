//! Which letter answers a form.

use super::Submission;
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::Change;
use crate::domain::civil;
use crate::domain::window::{Phase, Timing, Window};
use crate::forms::{Kind, Party};
use crate::incoming::enquiry::open_rounds;
use crate::incoming::reference::ask;
use crate::incoming::{Arrival, too_often};
use crate::letters::acknowledgement::{Acknowledgement, Essay, Line};
use crate::letters::after_closing::AfterClosing;
use crate::letters::checking::Checking;
use crate::letters::incomplete::Incomplete;
use crate::letters::late::Late;
use crate::letters::superseded::Superseded;
use crate::letters::window_closed::WindowClosed;
use crate::letters::{
    AskedWords, Draft, Enclosure, Length, Letter, ProblemWords, ProgrammeWords, WindowWords, greeting, words,
};

pub fn stamp(arrival: &Arrival<'_>, programme: &Programme) -> String {
    words::stamp(programme, arrival.mail.received_at)
}

/// A letter to the sender about a case, in the thread of the mail.
fn reply<L: Letter>(arrival: &Arrival<'_>, letter: &L, application: &Application, purpose: String) -> Option<Draft> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if application.belongs_to(sender) {
        let draft = Draft::new(letter, sender.clone(), &application.name, purpose).about(&application.case);
        return Some(draft.answering(mail.thread()));
    }
    // A head sent the form: the applicant is the one to be told how it stands.
    Some(Draft::new(letter, application.email.clone(), &application.name, purpose).about(&application.case))
}

/// Whose references are asked for now.
fn asked(
    arrival: &Arrival<'_>,
    programme: &Programme,
    after: &Application,
    window: Option<&Window>,
) -> Vec<AskedWords> {
    ask::plan(arrival.mail.config, programme, after, window)
        .into_iter()
        .filter(|planned| !planned.own_address)
        .map(|planned| AskedWords {
            person: planned.kind.person().to_owned(),
            name: if planned.name.is_empty() { "they".to_owned() } else { planned.name },
            email: planned.email.to_string(),
            soon: window.is_some_and(|window| ask::is_soon(planned.due, window, arrival.now)),
            due: civil::moment_in_words(planned.due),
            in_form: planned.in_form,
        })
        .collect()
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
    let Some(window) = window else {
        decision.letters.extend(kept(arrival, programme, after, purpose("window-closed")));
        return;
    };
    if after.state(Some(window)) == State::Late {
        if before.is_none() && next_round(arrival, programme).is_none() {
            decision.changes.push(Change::InterestNoted {
                programme: programme.id.clone(),
                email: after.email.clone(),
                name: after.name.clone(),
            });
        }
        decision.letters.extend(late(arrival, programme, window, after, purpose("late")));
        return;
    }
    if after.waits(version, Some(window)) {
        let letter = AfterClosing {
            name: name_of(arrival, after),
            programme: ProgrammeWords::of(programme),
            case: after.case.to_string(),
            received: stamp(arrival, programme),
            closes_stamp: civil::stamp_in_words(window.closes_civil()),
            window: WindowWords::of(window),
            complete: after.state(Some(window)) == State::Complete,
        };
        decision.letters.extend(reply(arrival, &letter, after, purpose("after-closing")));
        return;
    }
    if !version.is_complete() {
        let wrong = version.problems.iter().filter(|p| p.blocks).count();
        decision.because(format!("Incomplete: {wrong} things are missing or wrong."));
        decision.letters.extend(incomplete(arrival, submission, window, after, purpose("incomplete")));
        return;
    }
    let early = window.timing(arrival.mail.received_at) == Timing::Early;
    match before.and_then(|before| before.counting(Some(window))) {
        Some(earlier) => {
            decision.because("Complete: it takes the place of the form before.");
            let blank = earlier.answers.is_blank();
            let letter = Superseded {
                name: name_of(arrival, after),
                programme: ProgrammeWords::of(programme),
                case: after.case.to_string(),
                received: stamp(arrival, programme),
                window: Some(WindowWords::of(window)),
                early,
                changed: if blank { vec![] } else { submission.answers.changed_since(&earlier.answers) },
                asked: asked(arrival, programme, after, Some(window)),
                too_long: Length::told(&version.problems, &programme.form),
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

/// The answer to a form that we have already, word for word: how things stand, once more.
pub fn again(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    application: &Application,
    decision: &mut Decision,
) {
    let programme = submission.programme;
    let purpose = |letter: &str| format!("{letter}:message:{}", arrival.mail.message);
    let draft = match (window, application.state(window)) {
        (None, _) | (Some(_), State::Kept) => kept(arrival, programme, application, purpose("window-closed")),
        (Some(window), State::Late) => late(arrival, programme, window, application, purpose("late")),
        (Some(window), State::Incomplete | State::Unreadable) => {
            incomplete(arrival, submission, window, application, purpose("incomplete"))
        }
        // Taken aside before it gets here; a person answers.
        (Some(_), State::Withdrawn) => None,
        (Some(_), State::Complete) => {
            let letter = acknowledgement(arrival, submission, window, application, false, true);
            reply(arrival, &letter, application, purpose("acknowledgement"))
        }
    };
    match draft {
        Some(draft) if arrival.repeats(draft.kind, &application.case) => too_often(arrival, application, decision),
        draft => decision.letters.extend(draft),
    }
}

fn kept(arrival: &Arrival<'_>, programme: &Programme, application: &Application, purpose: String) -> Option<Draft> {
    let others = arrival.mail.config.programmes.values().filter(|other| other.id != programme.id);
    let letter = WindowClosed {
        name: name_of(arrival, application),
        programme: ProgrammeWords::of(programme),
        case: Some(application.case.to_string()),
        received: stamp(arrival, programme),
        elsewhere: open_rounds(arrival, others),
    };
    reply(arrival, &letter, application, purpose)
}

fn late(
    arrival: &Arrival<'_>,
    programme: &Programme,
    window: &Window,
    application: &Application,
    purpose: String,
) -> Option<Draft> {
    let letter = Late {
        name: name_of(arrival, application),
        programme: ProgrammeWords::of(programme),
        case: application.case.to_string(),
        received: stamp(arrival, programme),
        closes_stamp: civil::stamp_in_words(window.closes_civil()),
        window: WindowWords::of(window),
        next: next_round(arrival, programme).as_ref().map(WindowWords::of),
    };
    reply(arrival, &letter, application, purpose)
}

/// The next round that is announced and has not opened.
fn next_round(arrival: &Arrival<'_>, programme: &Programme) -> Option<Window> {
    let windows = arrival.facts.windows_of(&programme.id);
    windows.into_iter().filter(|w| w.phase(arrival.now) == Phase::Announced).min_by_key(Window::opens)
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
    // An application without a name goes to whoever sent it.
    if application.name.is_empty() { greeting(arrival.mail.sender_name()) } else { greeting(&application.name) }
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
        .filter(|answer| {
            // A further answer that was not given is nobody's loss.
            fields().any(|f| f.id == answer.id && f.kind == Kind::Essay && (f.required || answer.words > 0))
        })
        .map(|answer| Essay { label: answer.label.clone(), words: answer.words, one: answer.words == 1 })
        .collect();
    let asked = asked(arrival, programme, after, window);
    Acknowledgement {
        awaits_form: asked.iter().any(|referee| referee.in_form),
        asked,
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
