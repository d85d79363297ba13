//! What a host or a coordinator answers after a meeting: who came, and the minutes.
//!
//! It counts from the host alone, or from a coordinator, in answer to a letter of ours to that very address or with the
//! token of one. A coordinator's words become the command `attendance`, and go the way of all commands.

pub mod minutes;
pub mod take;
mod tokens;
pub mod words;

use super::Arrival;
use crate::config::{Coordinator, Trust};
use crate::decision::{Decision, MailKind, Meaning, OrderLine, Orders};
use crate::domain::CaseId;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::meeting::{Meeting, Minutes, PREFIX};
use crate::letters::attendance_noted::AttendanceNoted;
use crate::letters::attendance_question::{self, AttendanceQuestion};
use crate::letters::meeting::MeetingWords;
use crate::letters::minutes_received::MinutesReceived;
use crate::letters::{Draft, attendance_request, greeting};
use crate::understand::authenticity;
use serde_json::json;
use take::Taking;
use words::Unclear;

/// Letters that ask who came.
fn asks(letter: &str) -> bool {
    [
        attendance_request::KIND.name,
        attendance_request::OFFICE_KIND.name,
        crate::letters::attendance_noted::KIND.name,
        attendance_question::KIND.name,
    ]
    .contains(&letter)
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let (meeting, asked) = answered(arrival)?;
    let host = meeting.host.as_ref().filter(|host| host.email == *sender);
    match (mail.config.coordinator(sender), host) {
        (Some(coordinator), _) => from_coordinator(arrival, coordinator, meeting, asked),
        (None, Some(host)) => from_host(arrival, &host.name, meeting, asked),
        (None, None) => None,
    }
}

/// The meeting that has begun and that a letter of ours to the sender was about, and whether that letter asked who came.
fn answered<'a>(arrival: &Arrival<'a>) -> Option<(&'a Meeting, bool)> {
    let sender = arrival.mail.sender()?;
    let about = |case: &CaseId| arrival.facts.meeting(case).filter(|meeting| meeting.starts() <= arrival.now);
    let is_meeting = |case: &&CaseId| case.prefix() == PREFIX;
    let letters = arrival.facts.answered.iter().filter(|letter| letter.to == *sender);
    let nearest =
        letters.filter_map(|letter| Some((about(letter.case.as_ref().filter(is_meeting)?)?, asks(&letter.letter))));
    let proven = arrival.facts.proven.iter().filter(|(case, reader)| is_meeting(&case) && reader == sender);
    let proven = proven.filter_map(|(case, _)| Some((about(case)?, about(case)?.has_taken(ASKED))));
    nearest.chain(proven).next()
}

/// The step that says that somebody has been asked.
pub const ASKED: &str = "attendance-asked";

fn names(meeting: &Meeting) -> Vec<&str> {
    meeting.attendance_list().into_iter().map(|invitee| invitee.name.as_str()).collect()
}

fn from_coordinator(
    arrival: &Arrival<'_>,
    coordinator: &Coordinator,
    meeting: &Meeting,
    asked: bool,
) -> Option<Decision> {
    let mail = arrival.mail;
    let first = mail.reply.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_lowercase();
    let begins = |name: &&str| first.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if !asked || first == "help" || mail.vocabulary.iter().any(begins) {
        return None;
    }
    let policy = &mail.config.clerk.mailbox;
    let confirmed = match policy.trust {
        Trust::All => Ok(()),
        Trust::Server => {
            authenticity::confirmed(&mail.reading.mail.authentication, &policy.authserv_id, &coordinator.email)
        }
    };
    let mut decision = Decision::new(MailKind::Command);
    decision.case = Some(meeting.number.clone());
    let number = &meeting.number;
    if let Err(doubt) = confirmed {
        decision.because(format!("It looks like {}’s answer, but {doubt}: nothing is recorded.", coordinator.name));
        decision.ask(
            format!("unconfirmed-command:{}", mail.message),
            format!(
                "A mail that says it is from {} says who came to {} ({number}); {doubt}. Nothing was recorded, and nobody was answered. If it was you, give the command `attendance {number} …` on the clerk’s machine.",
                coordinator.name, meeting.title
            ),
            Some(number),
        );
        return Some(decision);
    }
    let said: Vec<&str> = mail.reply.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut lines = vec![];
    let files = minutes::offered(mail);
    let brings_minutes = minutes::has_files(mail);
    let unread = words::read(&mail.reply, &names(meeting), &coordinator.name) == Err(Unclear::Nothing);
    if !(brings_minutes && unread) {
        lines.push(order(said.join(" "), format!("attendance {number} {}", said.join("; "))));
    }
    if brings_minutes {
        lines.push(order("(the enclosed files)".to_owned(), format!("minutes {number}")));
    }
    decision.because(format!("{} answers who came to {number}: it is carried out as a command.", coordinator.name));
    decision.facts = json!({
        "by": coordinator.name,
        "lines": lines.iter().map(|line| json!({ "said": line.said, "means": line.meaning.in_words() })).collect::<Vec<_>>(),
    });
    decision.orders = Some(Orders {
        by: coordinator.name.clone(),
        to: coordinator.email.clone(),
        topic: format!("{} ({number})", meeting.title),
        thread: mail.thread(),
        lines,
        stopped: false,
        files: files.files,
    });
    Some(decision)
}

fn order(said: String, line: String) -> OrderLine {
    OrderLine { said, meaning: Meaning::Command { line, settles: None } }
}

fn from_host(arrival: &Arrival<'_>, host: &str, meeting: &Meeting, asked: bool) -> Option<Decision> {
    let mail = arrival.mail;
    let number = &meeting.number;
    let has_minutes = minutes::has_files(mail)
        && (asked || minutes::mentions(&format!("{} {}", mail.reading.mail.subject, mail.reply)));
    if !asked && !has_minutes {
        return None;
    }
    let mut decision = Decision::new(if asked { MailKind::Rsvp } else { MailKind::Other });
    decision.case = Some(number.clone());
    decision.facts = json!({ "meeting": number.to_string(), "by": host, "attendance": null, "minutes": has_minutes });
    if mail.denied() {
        decision.because("Our own server says that its sender is forged: nothing is recorded.");
        decision.ask(
            format!("attendance-forged:{number}:{}", mail.message),
            format!(
                "A mail that says it is from {host}, the host of {} ({number}), was not sent by them: our mail server says so. Nothing was recorded.",
                meeting.title
            ),
            Some(number),
        );
        return Some(decision);
    }
    decision.because(format!("It comes from {host}, the host of {number}, and answers our letter."));
    if asked {
        attendance(arrival, host, meeting, has_minutes, &mut decision);
    }
    if has_minutes {
        take_minutes(arrival, host, meeting, &mut decision);
    }
    Some(decision)
}

fn attendance(arrival: &Arrival<'_>, host: &str, meeting: &Meeting, has_minutes: bool, decision: &mut Decision) {
    let mail = arrival.mail;
    let number = &meeting.number;
    let taking = Taking { config: mail.config, meeting, register: &arrival.facts.register, by: host, now: arrival.now };
    match words::read(&mail.reply, &names(meeting), host).and_then(|answer| taking.take(&answer)) {
        Ok(taken) => {
            if let Some(facts) = decision.facts.as_object_mut() {
                facts.insert("attendance".to_owned(), json!({ "present": taken.present, "absent": taken.absent }));
            }
            decision.because(format!("Attendance: {} came, {} did not.", taken.present.len(), taken.absent.len()));
            let example = match (taken.present.first(), taken.absent.first()) {
                (Some(name), _) => format!("{name} was not there"),
                (None, Some(name)) => format!("{name} came"),
                (None, None) => String::new(),
            };
            let letter = AttendanceNoted {
                example,
                name: greeting(host),
                meeting: MeetingWords::of(meeting),
                corrected: taken.corrected,
                present: taken.present,
                absent: taken.absent,
                besides: taken.besides.join(", "),
                strangers: taken.strangers.join(", "),
                certificates: taken.certificates.join(", "),
            };
            answer(arrival, host, meeting, Draft::new(&letter, to(arrival), host, String::new()), decision);
            decision.changes.extend(taken.changes);
            decision.letters.extend(taken.letters);
            decision.reviews.extend(taken.reviews);
        }
        // Only the minutes, then.
        Err(Unclear::Nothing) if has_minutes => {}
        Err(why) => {
            decision.because(format!("It does not say clearly who came ({why:?}): nothing is recorded."));
            let unlike_an_answer = why == Unclear::Nothing;
            if unlike_an_answer || arrival.repeats(&attendance_question::KIND, number) {
                let words = mail.reply.split_whitespace().collect::<Vec<_>>().join(" ");
                let short: String = words.chars().take(300).collect();
                let question = format!(
                    "{host} answers my question who came to {} ({number}) with: “{short}”. I could not make out who came. Who did?",
                    meeting.title
                );
                let key = format!("attendance:{number}:{}", mail.message);
                let review = Decision::question(key, question, Some(number));
                decision.put(review.may("*", format!("attendance {number} …")));
                return;
            }
            let letter = AttendanceQuestion {
                name: greeting(host),
                meeting: MeetingWords::of(meeting),
                question: why.question(),
                people: attendance_request::numbered(meeting),
            };
            answer(arrival, host, meeting, Draft::new(&letter, to(arrival), host, String::new()), decision);
        }
    }
}

fn to(arrival: &Arrival<'_>) -> crate::domain::EmailAddress {
    arrival.mail.sender().cloned().unwrap_or_else(|| arrival.mail.config.clerk.alliance.email.clone())
}

/// Puts a letter into the thread of the mail that it answers.
fn answer(arrival: &Arrival<'_>, _host: &str, meeting: &Meeting, draft: Draft, decision: &mut Decision) {
    let purpose = format!("{}:{}:{}", draft.kind.name, meeting.number, arrival.mail.message);
    decision.letters.push(Draft { purpose, ..draft }.about(&meeting.number).answering(arrival.mail.thread()));
}

/// A mass mailing waits for a coordinator, whoever brought what it sends on.
fn take_minutes(arrival: &Arrival<'_>, host: &str, meeting: &Meeting, decision: &mut Decision) {
    let mail = arrival.mail;
    let number = &meeting.number;
    let offered = minutes::offered(mail);
    let refused = if offered.refused.is_empty() {
        String::new()
    } else {
        format!(" Not sent on: {}.", offered.refused.join("; "))
    };
    // A newer version takes the place of one that waits.
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("minutes:{number}:"),
        by: host.to_owned(),
        outcome: "a newer version came".to_owned(),
    });
    if offered.files.is_empty() {
        decision.because("None of the enclosed files is of a kind that is sent on.");
        decision.ask(
            format!("minutes:{number}:{}", mail.message),
            format!("{host} sent the minutes of {} ({number}), and I cannot send them on as they are.{refused} Please ask for another file, or send your own with the command “minutes {number}”.", meeting.title),
            Some(number),
        );
        return;
    }
    let readers = meeting.invitees.iter().filter(|invitee| invitee.is_of_network(&arrival.facts.register)).count();
    let files: Vec<String> =
        offered.files.iter().map(|file| format!("{} ({})", file.name, size(file.bytes.len()))).collect();
    let people =
        if readers == 1 { "the one person who was".to_owned() } else { format!("the {readers} people who were") };
    let question = format!(
        "{host} sent the minutes of {} ({number}): {}. Shall I send them on to {people} invited?{refused}",
        meeting.title,
        files.join(", ")
    );
    let key = format!("minutes:{number}:{}", mail.message);
    decision.put(Decision::question(key, question, Some(number)).may("send", format!("send minutes {number}")));
    decision.because("The minutes are kept, and wait for a coordinator’s yes.");
    let letter = MinutesReceived {
        name: greeting(host),
        meeting: MeetingWords::of(meeting),
        files: files.join(", "),
        refused: offered.refused,
    };
    answer(arrival, host, meeting, Draft::new(&letter, to(arrival), host, String::new()), decision);
    decision.changes.push(Change::Meeting(MeetingChange::MinutesCame {
        meeting: number.clone(),
        minutes: Minutes { message: mail.message, files: offered.files },
    }));
}

/// `120 KB`.
fn size(bytes: usize) -> String {
    if bytes < 1024 * 1024 {
        format!("{} KB", bytes.div_ceil(1024))
    } else {
        format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576)
    }
}
