//! Applications: a form in any shape, one that cannot be read, one that was forgotten, and the missing line in a reply.
//!
//! What arrives is never judged, only counted: complete or not, on time or not (invariant 4). The first receipt decides,
//! so that even an unreadable form opens a case with its stamp (invariant 3).

mod letters;
mod missing;
mod take;

pub use take::too_few_years;

use super::found::{self, FoundForm, Source, problem_of, shown_name};
use super::{Arrival, Prepared, enquiry};
use crate::config::Programme;
use crate::decision::{Decision, MailKind};
use crate::documents::{Refusal, RefusalKind};
use crate::domain::answers::{Answer, Answers, Problem};
use crate::domain::application::Application;
use crate::domain::facts::SentLetter;
use crate::domain::window::{self, Window};
use crate::letters::incomplete::FileWords;
use crate::understand::MailProblem;
use serde_json::json;
use std::collections::BTreeMap;

/// A form to be taken in: read, unreadable, or only spoken of.
pub(super) struct Submission<'a> {
    pub programme: &'a Programme,
    pub name: String,
    pub form: Option<&'a FoundForm>,
    pub answers: Answers,
    pub problems: Vec<Problem>,
    /// Files that could not be read, in the words of the letter.
    pub files: Vec<FileWords>,
    pub nothing_attached: bool,
    /// A line of a reply that completes an earlier form, rather than a form.
    pub by_reply: bool,
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let submissions = submissions(arrival);
    if submissions.is_empty() {
        return None;
    }
    let mut decision = Decision::new(MailKind::Application);
    let mut drawn = BTreeMap::new();
    for submission in &submissions {
        take::take(arrival, submission, &mut drawn, &mut decision);
    }
    if let Some(automatic) = mail.automatic {
        decision.letters.clear();
        decision.because(format!(
            "The mail is marked as automatic ({automatic:?}): the form is taken in, and nobody is answered."
        ));
        let question = "A form came in a mail that is marked as automatic, so that I did not acknowledge it. Please write to its sender.";
        let case = decision.case.clone();
        decision.ask(format!("automatic-form:{}", mail.message), question, case.as_ref());
    }
    Some(decision)
}

fn submissions<'a>(arrival: &Arrival<'a>) -> Vec<Submission<'a>> {
    let mail = arrival.mail;
    let read: Vec<Submission<'a>> = mail.forms.iter().filter_map(|form| of_form(arrival, form)).collect();
    if !read.is_empty() {
        return read;
    }
    let completed = missing::completed_by_reply(arrival);
    if completed.is_some() {
        return completed.into_iter().collect();
    }
    unread(arrival).into_iter().collect()
}

fn of_form<'a>(arrival: &Arrival<'a>, form: &'a FoundForm) -> Option<Submission<'a>> {
    let programme = arrival.mail.config.programme(&form.programme)?;
    // A referee's section alone, or the short form for referees, which asks the same: nobody applies with it.
    if form.filled() > 0 && form.filled_by_applicant(programme) == 0 {
        return None;
    }
    let mut submission = Submission {
        programme,
        name: form.name.clone(),
        form: Some(form),
        answers: form.reading.answers.clone(),
        problems: form.problems.clone(),
        files: vec![],
        nothing_attached: false,
        by_reply: false,
    };
    if form.filled() == 0 {
        // A blank form is sent by those who ask about it, and by those who forgot to save.
        if !speaks_of_enclosing(arrival.mail) {
            return None;
        }
        let refusal = Refusal::new(RefusalKind::Empty);
        let name = match &form.source {
            Source::File(name) => shown_name(name),
            Source::Body => "the form".to_owned(),
        };
        submission.problems = vec![problem_of(&name, &refusal)];
        submission.files = vec![file_words(&name, &refusal, "is empty: there is nothing in any of its boxes")];
    }
    Some(submission)
}

fn file_words(name: &str, refusal: &Refusal, what: &str) -> FileWords {
    FileWords { name: name.to_owned(), what: what.to_owned(), remedy: refusal.kind.remedy().to_owned() }
}

/// An application whose form could not be read, was another document, or was forgotten.
fn unread<'a>(arrival: &Arrival<'a>) -> Option<Submission<'a>> {
    let mail = arrival.mail;
    let programme = programme_meant(arrival)?;
    let too_large =
        mail.reading.mail.problems.iter().any(|p| matches!(p, MailProblem::TooLarge | MailProblem::TooIntricate));
    let refused = found::unreadable(mail.reading);
    let others: Vec<String> = mail
        .reading
        .attachments
        .iter()
        .filter(|a| a.content.is_ok() && !a.inline)
        .map(|a| shown_name(&a.name))
        .collect();
    let mut submission = Submission {
        programme,
        name: mail.sender_name().to_owned(),
        form: None,
        answers: blank_answers(programme),
        problems: vec![],
        files: vec![],
        nothing_attached: false,
        by_reply: false,
    };
    if too_large {
        let refusal = Refusal::new(RefusalKind::TooLarge);
        submission.problems.push(problem_of("your message", &refusal));
        submission.files.push(file_words("your message", &refusal, refusal.kind.sentence()));
        return Some(submission);
    }
    let context = speaks_of_application(mail, programme) || is_applicant(arrival);
    if !refused.is_empty() && context {
        for (name, refusal) in &refused {
            submission.problems.push(problem_of(name, refusal));
            submission.files.push(file_words(name, refusal, refusal.kind.sentence()));
        }
        return Some(submission);
    }
    if !speaks_of_enclosing(mail) || !speaks_of_application(mail, programme) {
        return None;
    }
    if let Some(name) = others.first() {
        let refusal = Refusal::new(RefusalKind::WrongKind);
        submission.problems.push(problem_of(name, &refusal));
        let what = "is not our application form, or has lost its questions";
        submission.files.push(FileWords {
            name: name.clone(),
            what: what.to_owned(),
            remedy: "Please put your answers into the form that is attached here.".to_owned(),
        });
        return Some(submission);
    }
    if mail.reading.attachments.iter().all(|a| a.inline) && !mail.reading.mail.is_reply() {
        submission.nothing_attached = true;
        let missing = Problem {
            message: "No form was attached.".to_owned(),
            ..problem_of("The form", &Refusal::new(RefusalKind::Empty))
        };
        submission.problems.push(missing);
        return Some(submission);
    }
    None
}

fn blank_answers(programme: &Programme) -> Answers {
    let definition = &programme.form.definition;
    let fields = definition
        .fields()
        .map(|f| Answer { id: f.id.clone(), label: f.label.clone(), value: String::new(), words: 0 })
        .collect();
    Answers { form: definition.id.clone(), fields }
}

fn is_applicant(arrival: &Arrival<'_>) -> bool {
    arrival.mail.sender().is_some_and(|sender| arrival.facts.applications.iter().any(|a| a.belongs_to(sender)))
}

/// The programme that a mail without a readable form is about: the only one that it names, that of the letter it answers,
/// the sender's own, or the only one with a round open. Where it names several, one of these.
fn programme_meant<'a>(arrival: &Arrival<'a>) -> Option<&'a Programme> {
    let mail = arrival.mail;
    let programmes = || mail.config.programmes.values();
    let text = words_of(mail);
    let named: Vec<&Programme> = programmes().filter(|programme| enquiry::is_named(programme, &text)).collect();
    let may_be = |programme: &&'a Programme| named.is_empty() || named.iter().any(|one| one.id == programme.id);
    let only = |mut found: Vec<&'a Programme>| {
        let first = found.pop();
        first.filter(|_| found.is_empty())
    };
    let answered = || {
        let of = |letter: &SentLetter| {
            programmes().find(|programme| match &letter.case {
                Some(case) => case.prefix() == programme.case_prefix,
                None => letter.purpose.ends_with(&format!(":{}", programme.id)),
            })
        };
        arrival.facts.answered.iter().filter_map(of).find(may_be)
    };
    let own = || {
        let sender = mail.sender()?;
        let applications = arrival.facts.applications.iter().rev().filter(|a| a.belongs_to(sender));
        applications.filter_map(|application| mail.config.programme(&application.programme)).find(may_be)
    };
    let taking = || {
        let takes = |p: &&Programme| {
            window::for_receipt(&arrival.facts.windows_of(&p.id), mail.received_at, p.window.late_days).is_some()
        };
        only(programmes().filter(may_be).filter(takes).collect())
    };
    only(named.clone()).or_else(answered).or_else(own).or_else(taking).or_else(|| only(programmes().collect()))
}

fn words_of(mail: &Prepared<'_>) -> String {
    let files: Vec<&str> = mail.reading.attachments.iter().map(|a| a.name.as_str()).collect();
    let text = format!("{} {} {}", mail.reading.mail.subject, mail.reply, files.join(" ")).to_lowercase();
    format!(" {} ", text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" "))
}

fn speaks_of_application(mail: &Prepared<'_>, programme: &Programme) -> bool {
    let words = words_of(mail);
    ["application", "applying", "apply", "application form", "my form", "the form", "completed form"]
        .iter()
        .any(|w| words.contains(&format!(" {w} ")))
        || words.contains(&format!(" {} form ", programme.short_name.to_lowercase()))
}

fn speaks_of_enclosing(mail: &Prepared<'_>) -> bool {
    let words = words_of(mail);
    let phrases = [
        "attached",
        "attach",
        "attaching",
        "attachment",
        "enclosed",
        "enclose",
        "please find",
        "here is my",
        "here s my",
        "my completed",
        "completed form",
        "completed application",
        "submit",
        "submitting",
        "submission",
    ];
    phrases.iter().any(|phrase| words.contains(&format!(" {phrase} ")))
}

/// The round of a programme that a receipt belongs to.
pub(super) fn window_for<'a>(arrival: &'a Arrival<'_>, programme: &Programme, all: &'a [Window]) -> Option<&'a Window> {
    window::for_receipt(all, arrival.mail.received_at, programme.window.late_days)
}

/// What `explain` says about a submission.
pub(super) fn facts_of(
    submission: &Submission<'_>,
    window: Option<&Window>,
    timing: &str,
    before: Option<&Application>,
) -> serde_json::Value {
    let missing: Vec<&str> = submission.problems.iter().filter(|p| p.blocks).map(|p| p.label.as_str()).collect();
    json!({
        "programme": submission.programme.id.as_str(),
        "window": window.map(|w| w.name.as_str()),
        "name": submission.name,
        "timing": timing,
        "complete": missing.is_empty(),
        "missing": missing,
        "problems": submission.problems.iter().map(|p| json!({ "kind": p.kind, "label": p.label, "words": p.words })).collect::<Vec<_>>(),
        "version": before.map_or(1, |a| a.versions.len() + 1),
    })
}
