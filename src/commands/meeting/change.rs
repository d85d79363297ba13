//! `move meeting MTG-2026-0001 7 October 2026 15:45 to 17:00 at …`; `cancel meeting MTG-2026-0001 because …`.

use super::super::appointing::any_day;
use super::super::misunderstood;
use super::super::{Command, Order, Outcome, Refusal};
use super::{can_be_held, change, coming, day_of_term, lookup_of, named, number, read};
use crate::decision::Decision;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::civil;
use crate::domain::meeting::{Attendance, Invitee, Meeting};
use crate::letters::meeting::{cancelled, changed, host};

pub const MOVE: Command = Command {
    name: "move meeting",
    usage: &[
        "move meeting MTG-2026-0001 7 October 2026 15:45 to 17:00",
        "move meeting MTG-2026-0001 7 October 2026 16:00 at Harbour Primary School, Room 2",
        "move meeting MTG-2026-0001 at Hazelbank Primary School, The Hall",
    ],
    about: "Gives a meeting another time, or another place. A new time is told to everybody who was invited, and answers are asked for anew; another place only to those who have not declined, and answers stand.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        let wanted = read::wanted(rest.text(), Some(any_day()))?;
        if wanted.host.is_some() || wanted.places.is_some() {
            return misunderstood("`move meeting` changes time and place only; `host` names another host.");
        }
        Ok(lookup_of(Some(&number)))
    },
    decide: moved,
};

pub const CANCEL: Command = Command {
    name: "cancel meeting",
    usage: &["cancel meeting MTG-2026-0001 because the school is closed by snow"],
    about: "Calls a meeting off. Whoever was invited and has not declined is told, with the reason, and it leaves their calendars.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        let (before, _) = rest.because()?;
        if !before.is_empty() {
            return misunderstood(format!(
                "I did not understand `{}`. Expected `cancel meeting {number} because …`.",
                before.text()
            ));
        }
        Ok(lookup_of(Some(&number)))
    },
    decide: called_off,
};

fn moved(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (before, programme) = coming(order, &number)?;
    let wanted = read::wanted(rest.text(), Some(before.zone.date(order.now)))?;
    let meeting = Meeting {
        starts_at: wanted.starts_at.unwrap_or(before.starts_at),
        minutes: wanted.minutes.unwrap_or(before.minutes),
        place: wanted.place.clone().unwrap_or_else(|| before.place.clone()),
        sequence: before.sequence.saturating_add(1),
        set_by: order.by.to_owned(),
        set_at: order.now,
        ..before.clone()
    };
    let new_time = (meeting.starts_at, meeting.minutes) != (before.starts_at, before.minutes);
    if !new_time && meeting.place == before.place {
        return Err(Refusal::Refused(format!("{} is then and there already; nothing changes.", named(before))));
    }
    let meeting = Meeting { time_sequence: if new_time { meeting.sequence } else { before.time_sequence }, ..meeting };
    can_be_held(order, &meeting, wanted.anyway.is_some() || !new_time)?;
    let when = civil::sitting_in_words(meeting.starts_at, meeting.minutes);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!(
        "{} moved {} from {}, at {}, to {when}, at {}.",
        order.by,
        named(before),
        civil::sitting_in_words(before.starts_at, before.minutes),
        before.place,
        meeting.place
    ));
    if let Some(why) = wanted.anyway {
        decision.because(format!("Not a school day; held all the same because {why}."));
    }
    decision.changes.push(change(MeetingChange::Set { meeting: Box::new(meeting.clone()) }));
    // Those who declined may be glad of another time; another room is nothing to them. Who left is not written to.
    let told: Vec<&Invitee> = meeting
        .invitees
        .iter()
        .filter(|invitee| new_time || invitee.answer != Some(Attendance::Declined))
        .filter(|invitee| !invitee.has_left(&order.facts.register))
        .collect();
    for invitee in &told {
        decision.letters.push(changed::draft(order.config, programme, (before, &meeting), invitee, order.now));
    }
    if new_time {
        for invitee in meeting.invitees.iter().filter(|invitee| invitee.answer.is_some()) {
            decision.changes.push(change(MeetingChange::Answered {
                meeting: number.clone(),
                email: invitee.email.clone(),
                answer: None,
                words: String::new(),
                at: order.now,
            }));
        }
        for invitee in meeting.waiting() {
            let (meeting, email) = (number.clone(), invitee.email.clone());
            decision.changes.push(change(MeetingChange::Waits { meeting, email, since: None }));
        }
        decision.because("The time is new: answers are asked for anew.");
    }
    if let Some(host) = &meeting.host {
        decision.letters.push(host::draft(order.config, programme, &meeting, host, Some(before)));
    }
    let answers = if new_time { " Answers are asked for anew." } else { " Their answers stand." };
    let answer = format!(
        "{} is now {when}{}, at {}. {} told.{answers}",
        named(&meeting),
        day_of_term(order, &meeting),
        meeting.place,
        people_are(told.len()),
    );
    Ok(Outcome::new(decision, answer))
}

fn called_off(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (_, reason) = rest.because()?;
    let (before, programme) = coming(order, &number)?;
    let meeting = Meeting {
        sequence: before.sequence.saturating_add(1),
        cancelled: Some(reason.trim_end_matches('.').to_owned()),
        set_by: order.by.to_owned(),
        ..before.clone()
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} cancelled {} because {reason}.", order.by, named(before)));
    decision.changes.push(change(MeetingChange::Set { meeting: Box::new(meeting.clone()) }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("meeting:{number}:"),
        by: order.by.to_owned(),
        outcome: "the meeting was cancelled".to_owned(),
    });
    let told: Vec<&Invitee> =
        meeting.invitees.iter().filter(|invitee| invitee.answer != Some(Attendance::Declined)).collect();
    for invitee in &told {
        let because = meeting.cancelled.as_deref();
        decision.letters.push(cancelled::draft(order.config, programme, &meeting, invitee, because, order.now));
    }
    if let Some(host) = &meeting.host {
        decision.letters.push(host::draft(order.config, programme, &meeting, host, None));
    }
    let answer = format!(
        "{}, {}, is cancelled. {} told.",
        named(&meeting),
        civil::sitting_in_words(meeting.starts_at, meeting.minutes),
        people_are(told.len())
    );
    Ok(Outcome::new(decision, answer))
}

/// `One person is`, `12 people are`.
fn people_are(count: usize) -> String {
    match count {
        0 => "Nobody is".to_owned(),
        1 => "One person is".to_owned(),
        n => format!("{n} people are"),
    }
}
