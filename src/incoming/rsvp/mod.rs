//! Answers to invitations of ours, to an interview or to a meeting: from a calendar program, or in plain words.
//!
//! A calendar's answer counts when its UID, its attendee and the sender of the mail all belong together; words count when
//! they answer our letter and come from whom it went to. Reading is shared; what follows is not: an interview is one
//! person's, and everything but a plain yes is a question for the coordinator; a meeting goes on without whoever cannot come.

mod interview;
mod meeting;
mod words;

pub use meeting::{is_about_meeting, noted};

use super::{Arrival, Prepared};
use crate::calendar::{CalendarAnswer, Says};
use crate::decision::Decision;
use crate::domain::{CaseId, EmailAddress, meeting as network};
use crate::understand::Automatic;

/// Calendar answers of a mail that are about events of ours.
fn answers<'a>(mail: &'a Prepared<'_>) -> impl Iterator<Item = (CaseId, &'a CalendarAnswer)> {
    let alliance = &mail.config.clerk.alliance.email;
    mail.reading
        .attachments
        .iter()
        .filter_map(|attachment| attachment.calendar.as_ref()?.answer.as_ref())
        .filter_map(|answer| Some((CaseId::of_uid(&answer.uid, alliance)?, answer)))
}

/// Cases and meetings that calendar answers name.
pub fn cases(mail: &Prepared<'_>) -> Vec<CaseId> {
    answers(mail).map(|(case, _)| case).take(5).collect()
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    // Google marks what a person clicked as automatic; an absence note is one, whatever it encloses.
    let by_calendar = match mail.automatic {
        None | Some(Automatic::Bulk) => answers(mail).next(),
        Some(Automatic::Bounce | Automatic::AutoReply) => None,
    };
    match by_calendar {
        Some((number, answer)) if number.prefix() == network::PREFIX => {
            Some(meeting::from_calendar(arrival, &number, answer))
        }
        Some((case, answer)) => Some(interview::from_calendar(arrival, &case, answer)),
        None => interview::in_words(arrival).or_else(|| meeting::in_words(arrival)),
    }
}

/// What was written beside a calendar's answer, without what calendars write themselves.
fn remark(reply: &str) -> String {
    let lower = reply.to_lowercase().replace('’', "'");
    let theirs = [
        "google calendar",
        "has accepted this invitation",
        "has declined this invitation",
        "has tentatively accepted this invitation",
        "has accepted your invitation",
        "has declined your invitation",
        "has accepted the invitation",
        "has declined the invitation",
        "has replied",
        "microsoft teams",
    ];
    if theirs.iter().any(|words| lower.contains(words)) { String::new() } else { reply.to_owned() }
}

fn from(sender: Option<&EmailAddress>) -> String {
    sender.map(|sender| format!(": it comes from {sender}")).unwrap_or_default()
}

/// What a calendar says, in a word.
fn said(says: Option<Says>) -> &'static str {
    match says {
        Some(Says::Accepted) => "yes",
        Some(Says::Declined) => "no",
        Some(Says::Tentative) => "perhaps",
        Some(Says::AnotherTime { .. }) => "another time",
        None => "something unclear",
    }
}
