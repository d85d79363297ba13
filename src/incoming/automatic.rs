//! Mail that is never answered: our own, machines', and what has no one sender.

use super::Arrival;
use crate::decision::{Decision, MailKind};
use crate::domain::change::Change;
use crate::understand::Automatic;

/// A copy of a letter of ours: proof that it was sent, nothing else.
pub fn own(arrival: &Arrival<'_>) -> Option<Decision> {
    if !arrival.mail.own {
        return None;
    }
    let mut decision = Decision::new(MailKind::Other);
    decision.because("It comes from the clerk's own address: not answered.");
    if let Some(id) = &arrival.mail.reading.mail.message_id {
        decision.changes.push(Change::OwnCopySeen { message_id: id.clone() });
    }
    Some(decision)
}

/// No sender, or several: programs disagree about whom to believe, so a person looks.
pub fn without_one_sender(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = &arrival.mail.reading.mail;
    if mail.sender().is_some() || arrival.mail.automatic.is_some() {
        return None;
    }
    let mut decision = Decision::new(MailKind::Other);
    let what = if mail.from.len() > 1 || mail.from_fields > 1 {
        "names more than one sender"
    } else {
        "names no sender that could be answered"
    };
    decision.because(format!("It {what}: not answered, a person looks at it."));
    decision.ask(
        format!("sender:{}", arrival.mail.message),
        format!("A mail {what}{}. Please look at it in the mailbox.", about(&mail.subject)),
        None,
    );
    Some(decision)
}

/// Bounces, out-of-office notes, lists: met with silence. A bounce is somebody's business.
pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let automatic = arrival.mail.automatic?;
    let subject = &arrival.mail.reading.mail.subject;
    Some(match automatic {
        Automatic::Bounce => {
            let mut decision = Decision::new(MailKind::Bounce);
            let letter = arrival.facts.answered.first();
            decision.because("It reports that a letter was not delivered or is delayed: not answered.");
            match letter {
                Some(letter) => {
                    decision.case = letter.case.clone();
                    decision.because(format!("It is about our letter {} ({}).", letter.id, letter.letter));
                    if super::reference::bounced(arrival, letter, &mut decision) {
                        return Some(decision);
                    }
                    let question =
                        format!("A letter came back ({}, to {}). Is the address right?", letter.letter, letter.to);
                    decision.ask(format!("bounce:{}", letter.id), question, letter.case.as_ref());
                }
                None => {
                    let question = format!(
                        "A mail says that a letter could not be delivered{}. I could not tell which.",
                        about(subject)
                    );
                    decision.ask(format!("bounce:message:{}", arrival.mail.message), question, None);
                }
            }
            decision
        }
        Automatic::AutoReply => {
            let mut decision = Decision::new(MailKind::AutoReply);
            decision.because(
                "It is an automatic reply (out of office, a receipt): not answered, and not taken for an answer.",
            );
            decision
        }
        Automatic::Bulk => {
            let mut decision = Decision::new(MailKind::Bulk);
            decision.because("It is a list, a newsletter or a notification: not answered.");
            decision
        }
    })
}

/// ` (“subject”)`, or nothing.
pub fn about(subject: &str) -> String {
    if subject.is_empty() {
        String::new()
    } else {
        format!(" (“{}”)", subject.chars().take(80).collect::<String>())
    }
}
