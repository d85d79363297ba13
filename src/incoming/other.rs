//! What no rule knows: it waits for a person, and nothing is said to its sender.

use super::Arrival;
use super::automatic::about;
use crate::decision::{Decision, MailKind};

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Other);
    let subject = &mail.reading.mail.subject;
    let from = mail.sender().map(ToString::to_string).unwrap_or_default();
    let known = mail
        .sender()
        .and_then(|sender| arrival.facts.applications.iter().rev().find(|application| application.belongs_to(sender)));
    let answered = arrival
        .facts
        .answered
        .first()
        .and_then(|letter| letter.case.clone())
        .filter(|case| known.is_some_and(|a| a.case == *case));
    let designated = arrival.facts.register.iter().find(|entry| mail.sender() == Some(&entry.email));
    decision.case = answered
        .or_else(|| known.map(|application| application.case.clone()))
        .or_else(|| designated.and_then(|entry| entry.number.clone()));
    let question = match (known, designated.and_then(|entry| Some((entry, entry.number.as_ref()?)))) {
        (None, Some((entry, number))) => format!(
            "{} ({number}) wrote{} and I could not tell what is wanted. Please answer {}.",
            entry.name,
            about(subject),
            from
        ),
        (Some(application), _) => format!(
            "{} ({}) wrote{} and I could not tell what is wanted. Please answer {}.",
            application.name,
            application.case,
            about(subject),
            from
        ),
        (None, None) => {
            format!("A mail from {from}{} that I could not place. Please answer it, or leave it.", about(subject))
        }
    };
    decision.because("No rule knows what this mail wants: a person looks at it, and nothing is answered.");
    let case = decision.case.clone();
    decision.ask(format!("other:{}", mail.message), question, case.as_ref());
    Some(decision)
}
