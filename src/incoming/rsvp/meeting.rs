//! Answers to the invitation to a meeting. Yes, no and perhaps are noted and need nobody; the latest counts. A question or
//! a wish besides is the coordinator's.

use super::words::network::{self, Heard};
use super::{from, remark, said};
use crate::calendar::{CalendarAnswer, Says};
use crate::config::Config;
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::facts::SentLetter;
use crate::domain::meeting::{self, Attendance, Invitee, Meeting};
use crate::domain::{CaseId, civil};
use crate::incoming::Arrival;
use crate::incoming::places::{self, Answered};
use crate::incoming::quoted::{in_short, they_write};
use crate::letters::meeting::{changed, invitation, reminder};
use crate::letters::{training_place, training_waiting};
use serde_json::json;

/// Letters that ask whether somebody comes.
const INVITING: [&str; 5] = [
    invitation::KIND.name,
    changed::KIND.name,
    reminder::KIND.name,
    training_waiting::KIND.name,
    training_place::KIND.name,
];

/// What somebody says, however they said it.
struct Spoken<'a> {
    answer: Option<Attendance>,
    /// Somebody has to answer something.
    asks: bool,
    words: &'a str,
    /// The version that was answered.
    version: u32,
    by: &'static str,
}

pub fn from_calendar(arrival: &Arrival<'_>, number: &CaseId, answer: &CalendarAnswer) -> Decision {
    let mail = arrival.mail;
    let sender = mail.sender();
    let mut decision = Decision::new(MailKind::Rsvp);
    decision.because(format!("A calendar answers the invitation to {number}."));
    let Some(meeting) = arrival.facts.meeting(number) else {
        decision.ask(
            format!("meeting-stranger:{number}:{}", mail.message),
            format!("A calendar answers an invitation to {number}, a meeting that there is not{}.", from(sender)),
            None,
        );
        return decision;
    };
    decision.case = Some(number.clone());
    // Invariant 6: anybody can write the number of a meeting into a calendar file. Its attendee, the sender of the mail and
    // somebody whom we invited must be one.
    let theirs = sender.filter(|sender| !mail.denied() && answer.attendee.as_ref() == Some(sender));
    let Some(invitee) = theirs.and_then(|sender| meeting.invitee(sender)) else {
        stranger(arrival, meeting, answer, &mut decision);
        return decision;
    };
    let words = if answer.comment.is_empty() { remark(&mail.reply) } else { answer.comment.clone() };
    let heard = network::read(&words);
    let clicked = match answer.says {
        Some(Says::Accepted) => Some(Attendance::Accepted),
        Some(Says::Declined) => Some(Attendance::Declined),
        Some(Says::Tentative | Says::AnotherTime { .. }) => Some(Attendance::Perhaps),
        None => None,
    };
    let contradicts = heard.answer.is_some() && heard.answer != clicked;
    let words = match (answer.says, words.is_empty()) {
        (Some(Says::AnotherTime { starts: Some(at), .. }), _) => {
            let at = civil::moment_in_words(meeting.zone.civil(at));
            format!("proposes {at} instead. {words}").trim_end().to_owned()
        }
        _ => words,
    };
    let another = matches!(answer.says, Some(Says::AnotherTime { .. }));
    let spoken = Spoken {
        answer: clicked,
        asks: another || heard.asks || contradicts,
        words: &words,
        version: answer.sequence,
        by: "calendar",
    };
    decided(arrival, meeting, invitee, &spoken, &mut decision);
    decision
}

/// A calendar answer that is not its sender's own: it changes nothing, and a person is told.
fn stranger(arrival: &Arrival<'_>, meeting: &Meeting, answer: &CalendarAnswer, decision: &mut Decision) {
    let number = &meeting.number;
    decision.because("Its sender, its attendee and an invitee are not one: it changes nothing.");
    decision.facts = json!({ "case": number.to_string(), "by": "calendar", "answer": null });
    let named = answer.attendee.as_ref().and_then(|attendee| meeting.invitee(attendee));
    let said = said(answer.says);
    let of = named.map_or_else(
        || "somebody who was not invited".to_owned(),
        |invitee| format!("{}, and does not come from {}", invitee.name, invitee.email),
    );
    let question = format!(
        "A calendar answer to {number} ({}) says “{said}” in the name of {of}{}. I have not counted it. Is it theirs?",
        meeting.title,
        from(arrival.mail.sender())
    );
    let mut review =
        Decision::question(format!("meeting-stranger:{number}:{}", arrival.mail.message), question, Some(number));
    if let (Some(invitee), true) = (named, matches!(said, "yes" | "no" | "perhaps")) {
        review = review.may("count", format!("rsvp {number} {} {said} because it is theirs", invitee.email));
    }
    decision.put(review);
}

pub fn in_words(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || mail.denied() || !mail.forms.is_empty() {
        return None;
    }
    let invites = |letter: &&SentLetter| INVITING.contains(&letter.letter.as_str()) && letter.to == *sender;
    let letter = arrival.facts.answered.iter().find(invites)?;
    let meeting = arrival.facts.meeting(letter.case.as_ref()?)?;
    let invitee = meeting.invitee(sender)?;
    let mut decision = Decision::new(MailKind::Rsvp);
    decision.case = Some(meeting.number.clone());
    decision.because("It answers our invitation to the meeting, and comes from whom that went to.");
    let Heard { answer, asks, courtesy } = network::read(&mail.reply);
    if courtesy {
        decision.because("It is no more than a thank-you: nothing follows.");
        decision.facts = json!({ "case": meeting.number.to_string(), "by": "words", "answer": null });
        return Some(decision);
    }
    // Which version was answered is in the purpose of the letter: `meeting-invitation:MTG-2026-0001:2:…`.
    let version = letter.purpose.split(':').nth(2).and_then(|version| version.parse().ok());
    let spoken = Spoken { answer, asks, words: &mail.reply, version: version.unwrap_or(meeting.sequence), by: "words" };
    decided(arrival, meeting, invitee, &spoken, &mut decision);
    Some(decision)
}

/// An answer is noted: the one place for it, whoever brings it. Where places are few it may take one or give one up.
pub fn noted(config: &Config, meeting: &Meeting, said: Answered<'_>, words: &str, decision: &mut Decision) {
    let Answered { invitee, answer, at, .. } = said;
    if !places::answered(config, meeting, said, decision) {
        return;
    }
    decision.because(format!(
        "{}: {}.",
        invitee.name,
        match answer {
            Attendance::Accepted => "is coming",
            Attendance::Declined => "sends apologies",
            Attendance::Perhaps => "may come",
        }
    ));
    decision.changes.push(Change::Meeting(MeetingChange::Answered {
        meeting: meeting.number.clone(),
        email: invitee.email.clone(),
        answer: Some(answer),
        words: in_short(words),
        at,
    }));
}

fn decided(arrival: &Arrival<'_>, meeting: &Meeting, invitee: &Invitee, spoken: &Spoken<'_>, decision: &mut Decision) {
    let number = &meeting.number;
    let about_earlier = spoken.version < meeting.time_sequence;
    decision.facts = json!({
        "case": number.to_string(), "answer": spoken.answer.map_or("unclear", Attendance::word), "by": spoken.by,
        "meeting": meeting.starts_at.to_string(), "about_earlier_version": about_earlier,
    });
    let outdated = if !meeting.is_coming(arrival.now) {
        decision.because("The meeting is over, or has been called off: the answer changes nothing.");
        true
    } else if about_earlier {
        decision.because(
            "It answers a time that has been changed since: it changes nothing, and the new time has been asked about.",
        );
        true
    } else if invitee.answered_at.is_some_and(|at| at > arrival.mail.received_at) {
        decision.because("A later answer of theirs has been noted already.");
        true
    } else {
        false
    };
    if let Some(answer) = spoken.answer.filter(|_| !outdated) {
        let thread = arrival.mail.may_answer().then(|| arrival.mail.thread());
        let said = Answered { invitee, answer, at: arrival.mail.received_at, thread };
        noted(arrival.mail.config, meeting, said, spoken.words, decision);
        // What could not be made out before is settled by a plain word.
        decision.changes.push(Change::ReviewsClosed {
            key_begins: format!("meeting:{number}:unclear:{}:", invitee.email.folded()),
            by: "clerk".to_owned(),
            outcome: "they have answered plainly since".to_owned(),
        });
    }
    if spoken.asks || spoken.answer.is_none() {
        ask(arrival, meeting, invitee, spoken, decision);
    }
}

/// A question for the coordinator, with what may be answered.
fn ask(arrival: &Arrival<'_>, meeting: &Meeting, invitee: &Invitee, spoken: &Spoken<'_>, decision: &mut Decision) {
    let (number, name) = (&meeting.number, &invitee.name);
    let about = format!("{number} ({}, {})", meeting.title, civil::moment_in_words(meeting.starts_at));
    let sentence = match spoken.answer {
        Some(Attendance::Accepted) => format!("{name} is coming to {about} and writes something besides."),
        Some(Attendance::Declined) => format!("{name} cannot come to {about} and writes something besides."),
        Some(Attendance::Perhaps) => format!("{name} may come to {about} and writes something besides."),
        None => format!("{name} answers the invitation to {about} with something that I could not make out."),
    };
    let unclear = if spoken.answer.is_none() { "unclear:" } else { "" };
    let key = format!("meeting:{number}:{unclear}{}:{}", invitee.email.folded(), arrival.mail.message);
    let question = format!("{sentence}{} Please write to them.", they_write(spoken.words));
    let mut review = Decision::question(key, question, Some(number));
    if meeting.is_coming(arrival.now) {
        if spoken.answer.is_none() {
            for word in ["yes", "no", "perhaps"] {
                review = review.may(word, format!("rsvp {number} {} {word}", invitee.email));
            }
        }
        review = review.may("invite", format!("invite {number} …"));
    }
    decision.put(review);
}

/// Whether a mail answers a letter about a meeting.
pub fn is_about_meeting(arrival: &Arrival<'_>) -> bool {
    arrival.facts.answered.iter().filter_map(|letter| letter.case.as_ref()).any(|case| case.prefix() == meeting::PREFIX)
}
