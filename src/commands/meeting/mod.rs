//! Meetings of a network, and training: set, moved, called off; who is asked to them, and what they said.

pub mod attendance;
pub mod change;
pub mod list;
pub mod minutes;
pub mod people;
mod read;
pub mod set;

use super::misunderstood;
use super::said::Said;
use super::{Order, Refusal};
use crate::config::Programme;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::facts::Lookup;
use crate::domain::meeting::{self, Invitee, Meeting};
use crate::domain::{CaseId, civil};
use jiff::Span;
use jiff::civil::Time;

/// Nobody meets before this, nor after `LATEST`: a time outside is a slip, say 3:45 for 15:45.
const EARLIEST: Time = Time::constant(7, 0, 0, 0);
const LATEST: Time = Time::constant(22, 0, 0, 0);
const MINUTES: std::ops::RangeInclusive<u32> = 5..=12 * 60;

/// `MTG-2026-0001 …`.
fn number<'a>(said: &Said<'a>) -> Result<(CaseId, Said<'a>), Refusal> {
    let (word, rest) = said.word();
    match CaseId::parse(word.trim_end_matches([',', ':'])) {
        Ok(number) if number.prefix() == meeting::PREFIX => Ok((number, rest)),
        Ok(_) | Err(_) => misunderstood(
            "Which meeting? Expected its number, as in `MTG-2026-0001`; `meetings sle` lists them.".to_owned(),
        ),
    }
}

/// Everything about meetings and people: what one of these commands may need.
fn lookup_of(number: Option<&CaseId>) -> Lookup {
    Lookup { cases: number.into_iter().cloned().collect(), meetings: true, people: true, ..Lookup::default() }
}

/// A meeting that is still to come, and its programme.
fn coming<'a>(order: &Order<'a>, number: &CaseId) -> Result<(&'a Meeting, &'a Programme), Refusal> {
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(meeting) = order.facts.meeting(number) else {
        return refuse(format!("There is no meeting {number}. `meetings` lists them."));
    };
    if let Some(because) = &meeting.cancelled {
        return refuse(format!("{} was cancelled because {because}. Please set a new one.", named(meeting)));
    }
    if !meeting.is_coming(order.now) {
        return refuse(format!("{} began at {}.", named(meeting), civil::moment_in_words(meeting.starts_at)));
    }
    match order.config.programme(&meeting.programme) {
        Some(programme) => Ok((meeting, programme)),
        None => refuse(format!("{} belongs to a programme that is no longer configured.", named(meeting))),
    }
}

/// `MTG-2026-0001 (Autumn network)`.
fn named(meeting: &Meeting) -> String {
    format!("{} ({})", meeting.number, meeting.title)
}

/// Whether a meeting can be held when it says. `anyway`: a person gave a reason to have it on a day without school.
fn can_be_held(order: &Order<'_>, meeting: &Meeting, anyway: bool) -> Result<(), Refusal> {
    let refuse = |why: String| Err(Refusal::Refused(why));
    let (starts_at, day) = (meeting.starts_at, meeting.starts_at.date());
    if !MINUTES.contains(&meeting.minutes) {
        return refuse(format!("{} is no length for a meeting.", civil::length_in_words(meeting.minutes)));
    }
    if meeting.starts() <= order.now {
        return refuse(format!("{} is in the past.", civil::date_and_time_in_words(starts_at)));
    }
    let ends_at = starts_at.saturating_add(Span::new().minutes(i64::from(meeting.minutes)));
    if starts_at.time() < EARLIEST || ends_at.date() != day || ends_at.time() > LATEST {
        return refuse(format!(
            "{} is at night. Times are written as in 15:45 or 3.45pm.",
            civil::sitting_in_words(starts_at, meeting.minutes)
        ));
    }
    if !anyway && !order.config.calendar.is_school_day(day) {
        return refuse(format!(
            "{} is not a school day. To have it then all the same, add the reason: `… anyway because …`.",
            civil::date_in_words(day)
        ));
    }
    let clash = order.facts.meetings.iter().find(|other| {
        other.programme == meeting.programme
            && other.number != meeting.number
            && other.cancelled.is_none()
            && other.starts() < meeting.ends()
            && meeting.starts() < other.ends()
    });
    match clash {
        Some(other) => refuse(format!(
            "{} is at {}, and the same people are asked to it. `move meeting {} …` or `cancel meeting {} because …` makes room.",
            named(other),
            civil::sitting_in_words(other.starts_at, other.minutes),
            other.number,
            other.number
        )),
        None => Ok(()),
    }
}

/// `, the 25th school day of the autumn term`; nothing where the calendar knows no such term.
fn day_of_term(order: &Order<'_>, meeting: &Meeting) -> String {
    let (calendar, day) = (&order.config.calendar, meeting.starts_at.date());
    let Some(term) = calendar.term_of(day).filter(|_| calendar.is_school_day(day)) else { return String::new() };
    let nth = calendar.between(term.first.saturating_sub(Span::new().days(1)), day);
    format!(", the {} school day of the {} term", civil::ordinal(nth), term.name.to_lowercase())
}

/// All names of a list that can be read at a glance, and how many more.
fn names<'a>(invitees: impl Iterator<Item = &'a Invitee>) -> String {
    const MOST: usize = 40;
    let all: Vec<&str> = invitees.map(|invitee| invitee.name.as_str()).collect();
    let shown: Vec<&str> = all.iter().take(MOST).copied().collect();
    let more = all.len().saturating_sub(MOST);
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

fn change(change: MeetingChange) -> Change {
    Change::Meeting(change)
}
