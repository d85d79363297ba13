//! Taking a form in: whose it is, which round it belongs to, whether it is in time, and which version counts.

use super::letters;
use super::{Submission, facts_of, window_for};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::answers::Answers;
use crate::domain::application::{Application, Version};
use crate::domain::change::{Change, NewVersion, ReferenceChange};
use crate::domain::reference::Standing;
use crate::domain::window::{Timing, Window};
use crate::domain::{CaseId, EmailAddress, civil};
use crate::forms::values::number_of;
use crate::forms::{Meaning, OverLength};
use crate::incoming::{Arrival, reference};
use std::collections::BTreeMap;

/// Whose form it is.
enum Whose<'a> {
    /// Nobody's yet.
    New,
    /// A further version of an application that is the sender's own.
    Own(&'a Application),
    /// It would change the application of somebody else: a person looks (invariant 6).
    Anothers(&'a Application),
}

/// Case numbers drawn for this mail so far, by prefix and year: one mail may carry several forms.
type Drawn = BTreeMap<(String, i16), u32>;

pub fn take(arrival: &Arrival<'_>, submission: &Submission<'_>, drawn: &mut Drawn, decision: &mut Decision) {
    let mail = arrival.mail;
    let programme = submission.programme;
    let Some(sender) = mail.sender() else { return };
    let windows = arrival.facts.windows_of(&programme.id);
    let window = window_for(arrival, programme, &windows);
    let stamp = letters::stamp(arrival, programme);
    decision.because(format!(
        "A form for {} from its sender, received at {stamp} by our own server's stamp.",
        programme.short_name
    ));
    let timing = window.map(|w| w.timing(mail.received_at));
    match (window, timing) {
        (Some(w), Some(Timing::OnTime)) => {
            decision.because(format!("On time: at or before {} ({}).", civil::stamp_in_words(w.closes_civil()), w.name))
        }
        (Some(w), Some(Timing::Early)) => decision.because(format!(
            "Early: {} opens on {}; it counts from then on.",
            w.name,
            civil::date_in_words(w.opens_at.date())
        )),
        (Some(w), Some(Timing::Late)) => {
            decision.because(format!("After the closing of {} at {}.", w.name, civil::stamp_in_words(w.closes_civil())))
        }
        (_, _) => decision.because("No round is open or announced: it is kept for the next."),
    }
    let whose = whose(arrival, submission, window, sender);
    let before = match &whose {
        Whose::Own(application) => Some(*application),
        Whose::New | Whose::Anothers(_) => None,
    };
    let word = match timing {
        Some(Timing::Early) => "early",
        Some(Timing::OnTime) => "on_time",
        Some(Timing::Late) => "late",
        None => "kept",
    };
    decision.facts = facts_of(submission, window, word, before);
    match whose {
        Whose::New => open(arrival, submission, window, sender, drawn, decision),
        Whose::Own(application) => add(arrival, submission, window, application, decision),
        Whose::Anothers(application) => set_aside(arrival, application, decision),
    }
    if mail.denied() {
        doubted(arrival, sender, decision);
    }
}

/// Our own server says that somebody else may have sent it. Many schools' servers are set up badly, and a form must not be
/// lost to that: it is taken in, and a person finds out.
fn doubted(arrival: &Arrival<'_>, sender: &EmailAddress, decision: &mut Decision) {
    decision.because("Our own mail server says that the sender could not be confirmed: a person looks.");
    let case = decision.case.clone();
    let of_case = case.as_ref().map(|case| format!(" for {case}")).unwrap_or_default();
    let question = format!(
        "A form{of_case} came from {sender}, and our own mail server says that the sender could not be confirmed. It is taken in; please make sure that it is theirs."
    );
    decision.ask(format!("doubted-form:{}", arrival.mail.message), question, case.as_ref());
}

fn whose<'a>(
    arrival: &Arrival<'a>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    sender: &EmailAddress,
) -> Whose<'a> {
    let here = |a: &&Application| a.programme == submission.programme.id && a.window == window.map(|w| w.id);
    let candidates: Vec<&Application> = arrival.facts.applications.iter().filter(here).collect();
    let form_email = submission.form.and_then(|form| form.email.as_ref());
    let same_person = |a: &Application| {
        let by_name =
            submission.name.is_empty() || a.name.is_empty() || a.name.to_lowercase() == submission.name.to_lowercase();
        let by_address = form_email.is_none_or(|address| a.belongs_to(address));
        // A school office may send the forms of several teachers from one address.
        by_name || (by_address && form_email.is_some()) || submission.form.is_none()
    };
    if let Some(own) = candidates.iter().find(|a| a.belongs_to(sender) && same_person(a)) {
        return Whose::Own(own);
    }
    match form_email.and_then(|address| candidates.iter().find(|a| a.belongs_to(address))) {
        Some(other) => Whose::Anothers(other),
        None => Whose::New,
    }
}

fn new_version(arrival: &Arrival<'_>, submission: &Submission<'_>, number: u32) -> NewVersion {
    NewVersion {
        number,
        message: arrival.mail.message,
        answers: submission.answers.clone(),
        problems: submission.problems.clone(),
    }
}

/// The application as it will be with a new version.
fn with_version(application: &Application, arrival: &Arrival<'_>, new: &NewVersion) -> Application {
    let mut after = application.clone();
    after.versions.push(Version {
        number: new.number,
        message: new.message,
        received_at: arrival.mail.received_at,
        answers: new.answers.clone(),
        problems: new.problems.clone(),
        accepted: false,
    });
    after
}

/// The first form of somebody.
fn open(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    sender: &EmailAddress,
    drawn: &mut Drawn,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let programme = submission.programme;
    let case = draw(arrival, submission, drawn);
    let form_email = submission.form.and_then(|form| form.email.clone());
    // A head who sends a teacher's form writes for the teacher, who is the one to be written to.
    let from_head = submission
        .form
        .is_some_and(|form| form.referee_email.as_ref() == Some(sender) && form.email.as_ref() != Some(sender));
    let email = if from_head { form_email.clone().unwrap_or_else(|| sender.clone()) } else { sender.clone() };
    let name = if submission.name.is_empty() { mail.sender_name().to_owned() } else { submission.name.clone() };
    let version = new_version(arrival, submission, 1);
    decision.because(format!("The first form of this applicant: case {case}."));
    decision.case = Some(case.clone());
    let application = Application {
        form_email: form_email.clone(),
        ..Application::new(case.clone(), programme.id.clone(), window.map(|w| w.id), name.clone(), email.clone())
    };
    let mut after = with_version(&application, arrival, &version);
    let vouched = vouched(arrival, submission, window, &mut after);
    letters::answer(arrival, submission, window, None, &after, decision);
    flag(arrival, submission, &after, from_head, decision);
    decision.changes.push(Change::ApplicationOpened {
        case,
        programme: programme.id.clone(),
        window: window.map(|w| w.id),
        name,
        email,
        form_email,
        version,
    });
    ask_and_file(arrival, submission, window, &after, vouched, decision);
}

/// The referee's section of the form, where anything stands in it. What counts is part of the application from here on.
fn vouched(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    after: &mut Application,
) -> Option<Decision> {
    let (form, window) = (submission.form?, window?);
    let filed = reference::of_whole_form(arrival, submission.programme, form, after, window)?;
    for change in &filed.changes {
        if let Change::Reference(ReferenceChange::Came { reference, .. }) = change
            && reference.standing == Standing::Counts
        {
            after.references.push(reference.clone());
        }
    }
    Some(filed)
}

/// Asks the referees of a complete application, and files what the form itself brought.
fn ask_and_file(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    after: &Application,
    vouched: Option<Decision>,
    decision: &mut Decision,
) {
    reference::ask::ask(arrival.mail.config, submission.programme, after, window, arrival.now, decision);
    if let Some(mut filed) = vouched {
        decision.changes.append(&mut filed.changes);
        decision.letters.append(&mut filed.letters);
        decision.reviews.append(&mut filed.reviews);
        decision.because.append(&mut filed.because);
    }
}

fn draw(arrival: &Arrival<'_>, submission: &Submission<'_>, drawn: &mut Drawn) -> CaseId {
    let programme = submission.programme;
    let year = programme.window.zone.date(arrival.mail.received_at).year();
    let key = (programme.case_prefix.clone(), year);
    let first = arrival.facts.next_numbers.get(&key).copied().unwrap_or(1);
    let number = drawn.entry(key).and_modify(|n| *n += 1).or_insert(first);
    CaseId::new(&programme.case_prefix, year, *number)
}

/// A further form of the same applicant.
fn add(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    window: Option<&Window>,
    application: &Application,
    decision: &mut Decision,
) {
    decision.case = Some(application.case.clone());
    if application.withdrawn.is_some() {
        returned(arrival, application, decision);
        return;
    }
    let earlier = application.counting(window);
    let same = |v: &Version| v.answers == submission.answers && (submission.form.is_some() || submission.by_reply);
    if earlier.is_some_and(same) {
        decision.because("It says exactly what the form says that we have: nothing changes.");
        letters::again(arrival, submission, window, application, decision);
        return;
    }
    let number = u32::try_from(application.versions.len()).unwrap_or(u32::MAX).saturating_add(1);
    let version = new_version(arrival, submission, number);
    let mut after = with_version(application, arrival, &version);
    let waits = after.versions.last().is_some_and(|v| after.waits(v, window));
    if waits {
        decision.because("The application was in time and this form was not: the earlier version stands, and the coordinator decides about this one.");
        let (name, case) = (&application.name, &application.case);
        let question = format!(
            "{name} ({case}) sent another form after the closing. Should it count? The earlier one stands until you say `admit {case} because …`."
        );
        let key = format!("correction:{}:{number}", application.case);
        let review = Decision::question(key, question, Some(&application.case));
        decision.put(review.may("accept", format!("admit {case} because …")));
    } else {
        decision.because(format!("Version {number} of case {}.", application.case));
    }
    let vouched = if waits { None } else { vouched(arrival, submission, window, &mut after) };
    letters::answer(arrival, submission, window, Some(application), &after, decision);
    let name = if submission.name.is_empty() { application.name.clone() } else { submission.name.clone() };
    let form_email = submission.form.and_then(|form| form.email.clone()).or_else(|| application.form_email.clone());
    decision.changes.push(Change::VersionAdded { case: application.case.clone(), name, form_email, version });
    ask_and_file(arrival, submission, window, &after, vouched, decision);
}

/// Somebody who withdrew has sent a form: whether they are back is for a person to find out.
fn returned(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    let (name, case) = (&application.name, &application.case);
    decision.because("The application was withdrawn: nothing is changed, a person looks.");
    let question = format!("{name} ({case}) withdrew and has now sent a form again. Please write to them.");
    decision.ask(format!("returned:{case}:{}", arrival.mail.message), question, Some(case));
    letters::checking(arrival, decision);
}

/// A form that names an applicant whom we know under another address. Its sender learns nothing about that applicant.
fn set_aside(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    let sender = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because(format!(
        "It names the applicant of {} and comes from another address: nothing is changed, a person looks.",
        application.case
    ));
    decision.case = Some(application.case.clone());
    let question = format!(
        "A form that names {} ({}) came from {sender}, which is not the address we have. Is it theirs?",
        application.name, application.case
    );
    decision.ask(format!("address:{}:{}", application.case, arrival.mail.message), question, Some(&application.case));
    letters::checking(arrival, decision);
}

/// The years of experience that the criteria ask for, where fewer are given. It refuses nobody.
pub fn too_few_years(programme: &Programme, answers: &Answers) -> Option<u32> {
    let field = programme.form.definition.meaning(Meaning::Years)?;
    let least = programme.application.minimum_years;
    let tenths = number_of(answers.value(&field.id))?;
    (tenths < least * 10).then_some(least)
}

/// What a coordinator should know about a new application. None of it refuses anybody.
fn flag(
    arrival: &Arrival<'_>,
    submission: &Submission<'_>,
    application: &Application,
    from_head: bool,
    decision: &mut Decision,
) {
    let case = &application.case;
    let sender = arrival.mail.sender();
    let other = application.form_email.as_ref().filter(|address| Some(*address) != sender);
    if let (Some(address), false) = (other, from_head) {
        let question = format!(
            "{} ({case}) applied from {}, but the form gives {address}. Letters go to the address that wrote; is that right?",
            application.name, application.email
        );
        decision.ask(format!("two-addresses:{case}"), question, Some(case));
    }
    let folded = application.name.to_lowercase();
    let namesake = arrival.facts.applications.iter().find(|a| {
        a.programme == application.programme
            && a.window == application.window
            && !folded.is_empty()
            && a.name.to_lowercase() == folded
    });
    if let Some(namesake) = namesake {
        let question = format!(
            "{} has applied as {} and as {case}, from two addresses. Two people of one name, or one person twice?",
            application.name, namesake.case
        );
        decision.ask(format!("namesake:{case}"), question, Some(case));
    }
    if let Some(least) = too_few_years(submission.programme, &submission.answers) {
        decision.because(format!(
            "Fewer than {least} years {} are given: flagged for the reviewers, never refused.",
            submission.programme.application.years_spent
        ));
    }
    if submission.programme.application.over_length == OverLength::Tell
        && submission.problems.iter().any(|p| p.words.is_some())
    {
        decision.because("An answer is over its limit: the applicant is told the count, and the application counts.");
    }
}
