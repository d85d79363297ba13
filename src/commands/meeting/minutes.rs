//! `minutes MTG-2026-0001`, with the file enclosed; `send minutes MTG-2026-0001`, which sends on what the host has sent.

use super::super::{Command, Order, Outcome, Refusal};
use super::attendance::held;
use super::{change, lookup_of, named, number};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::facts::Lookup;
use crate::domain::meeting::{Invitee, Meeting, PassedOn};
use crate::letters::meeting::MeetingWords;
use crate::letters::minutes::MinutesLetter;
use crate::letters::{Draft, Enclosure, ProgrammeWords, greeting};

pub const MINUTES: Command = Command {
    name: "minutes",
    usage: &["minutes MTG-2026-0001"],
    about: "Given in a mail that encloses the minutes (PDF, .docx or .odt, 3 MB in all): sends them, as they are, to everybody who was invited.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        rest.nothing_more()?;
        Ok(lookup_of(Some(&number)))
    },
    decide: minutes,
};

pub const SEND: Command = Command {
    name: "send minutes",
    usage: &["send minutes MTG-2026-0001"],
    about: "Sends the minutes that the host has sent, as they are, to everybody who was invited.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        rest.nothing_more()?;
        Ok(Lookup { minutes_of: Some(number.clone()), ..lookup_of(Some(&number)) })
    },
    decide: send,
};

fn minutes(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, _) = number(order.said)?;
    let meeting = held(order, &number)?;
    let Some(message) = order.message.filter(|_| !order.files.is_empty()) else {
        return Err(Refusal::Refused(format!(
            "Nothing was sent: I found no file that I can send on. Enclose the minutes of {} in the mail that says `minutes {number}`, as PDF, Word (.docx) or OpenDocument (.odt), no more than 3 MB in all. What the host has sent goes with `send minutes {number}`.",
            named(meeting)
        )));
    };
    mailing(order, meeting, &message.to_string(), order.files)
}

fn send(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, _) = number(order.said)?;
    let meeting = held(order, &number)?;
    let Some(minutes) = &order.facts.minutes else {
        return Err(Refusal::Refused(format!(
            "The host has sent no minutes of {}. Your own go with `minutes {number}` in a mail that encloses them.",
            named(meeting)
        )));
    };
    if meeting.has_taken(&step(&minutes.message.to_string())) {
        return Err(Refusal::Refused(format!("These minutes of {} have been sent already.", named(meeting))));
    }
    mailing(order, meeting, &minutes.message.to_string(), &minutes.files)
}

/// The step that says that the minutes of a mail have gone.
fn step(message: &str) -> String {
    format!("minutes-sent-{message}")
}

fn mailing(order: &Order<'_>, meeting: &Meeting, message: &str, files: &[PassedOn]) -> Result<Outcome, Refusal> {
    let Some(programme) = order.config.programme(&meeting.programme) else {
        return Err(Refusal::Refused(format!(
            "{} belongs to a programme that is no longer configured.",
            named(meeting)
        )));
    };
    let readers: Vec<&Invitee> =
        meeting.invitees.iter().filter(|invitee| invitee.is_of_network(&order.facts.register)).collect();
    if readers.is_empty() {
        return Err(Refusal::Refused(format!(
            "Nobody who was invited to {} is there to be written to.",
            named(meeting)
        )));
    }
    let names = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
    let number: &CaseId = &meeting.number;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} had the minutes ({names}) sent to {} people.", order.by, readers.len()));
    for invitee in &readers {
        let letter = MinutesLetter {
            name: greeting(&invitee.name),
            programme: ProgrammeWords::of(programme),
            meeting: MeetingWords::of(meeting),
            files: names.clone(),
            came: invitee.attended == Some(true),
            missed: invitee.attended == Some(false),
        };
        let purpose = format!("minutes:{number}:{message}:{}", invitee.email.folded());
        let draft = Draft::new(&letter, invitee.email.clone(), &invitee.name, purpose).about(number);
        decision
            .letters
            .push(files.iter().fold(draft, |draft, file| draft.enclosing(Enclosure::PassedOn(file.clone()))));
    }
    decision.changes.push(change(MeetingChange::StepTaken { meeting: number.clone(), step: step(message) }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("minutes:{number}:"),
        by: order.by.to_owned(),
        outcome: "the minutes were sent".to_owned(),
    });
    let people = if readers.len() == 1 { "one person".to_owned() } else { format!("{} people", readers.len()) };
    Ok(Outcome::new(decision, format!("The minutes of {} ({names}) go to {people}.", named(meeting))))
}
