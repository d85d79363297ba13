//! The missing line, sent as a line: an applicant answers "your headteacher's e-mail address is missing" by writing it.

use super::Submission;
use crate::domain::EmailAddress;
use crate::domain::answers::count_words;
use crate::domain::application::Application;
use crate::forms::{Kind, Party};
use crate::incoming::Arrival;
use crate::incoming::found::reply_document;

/// The earlier form with what the reply adds, if the sender has an incomplete one and the reply adds anything.
pub fn completed_by_reply<'a>(arrival: &Arrival<'a>) -> Option<Submission<'a>> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let open =
        || arrival.facts.applications.iter().rev().filter(|a| a.belongs_to(sender) && lacks_something(arrival, a));
    // Who applies for two programmes answers the letter about one of them.
    let meant = |application: &&Application| {
        let answered = arrival.facts.answered.iter().any(|letter| letter.case.as_ref() == Some(&application.case));
        answered || mail.cases_named().contains(&application.case)
    };
    let application = open().find(meant).or_else(|| open().next())?;
    let programme = mail.config.programme(&application.programme)?;
    let window = arrival.facts.window_of(application);
    let earlier = application.counting(window)?;
    // Nothing of a form that could not be read is there to be completed.
    if earlier.answers.is_blank() {
        return None;
    }
    let said = programme.form.read(&reply_document(&mail.reading.mail.text)).answers;
    let mut answers = earlier.answers.clone();
    let mut added = false;
    for problem in earlier.problems.iter().filter(|p| p.blocks) {
        let Some(id) = problem.field.as_deref() else { continue };
        let mut value = said.value(id).to_owned();
        let only = earlier.problems.iter().filter(|p| p.blocks).count() == 1;
        if value.is_empty() && only && programme.form.definition.field(id).is_some_and(|f| f.kind == Kind::Email) {
            value = only_address(arrival).map(|a| a.to_string()).unwrap_or_default();
        }
        if let Some(answer) = answers.fields.iter_mut().find(|a| a.id == id)
            && !value.is_empty()
        {
            answer.words = count_words(&value);
            answer.value = value;
            added = true;
        }
    }
    let problems = programme.form.problems(&answers, Party::Applicant, programme.strictness());
    added.then(|| Submission {
        programme,
        name: application.name.clone(),
        form: None,
        answers,
        problems,
        files: vec![],
        nothing_attached: false,
        by_reply: true,
    })
}

fn lacks_something(arrival: &Arrival<'_>, application: &Application) -> bool {
    application.counting(arrival.facts.window_of(application)).is_some_and(|version| !version.is_complete())
}

/// The one address in the new words that is neither the sender's nor ours.
fn only_address(arrival: &Arrival<'_>) -> Option<EmailAddress> {
    let mail = arrival.mail;
    let mut found: Vec<EmailAddress> = mail
        .reply
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']'))
        .filter_map(|word| EmailAddress::parse(word.trim_matches(['.', ':'])).ok())
        .filter(|a| Some(a) != mail.sender() && *a != mail.config.clerk.alliance.email)
        .collect();
    found.dedup();
    match found.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}
