//! What somebody's calendar program says to an invitation of ours.

use crate::domain::EmailAddress;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName,
    ICalendarParameterValue, ICalendarProperty,
};
use calcard::{Entry, Parser};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An answer is a few lines; a calendar with a year of other events in it is none.
const LARGEST: usize = 512 * 1024;
/// Exchange writes two time zones and an alarm; nothing writes hundreds.
const MOST_COMPONENTS: usize = 500;
const MOST_ENTRIES: usize = 200;
const LONGEST_UID: usize = 300;
const LONGEST_COMMENT: usize = 2_000;

/// What a file with an answer claims. Whether it is true is for the caller: see the room's own description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAnswer {
    pub uid: String,
    /// Which version of the invitation it answers; 0 where the file does not say (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    pub attendee: Option<EmailAddress>,
    pub attendee_name: String,
    /// Somebody who answered for the attendee, say a PA.
    pub sent_by: Option<EmailAddress>,
    pub organiser: Option<EmailAddress>,
    /// `None` where it cannot be made out; a problem says why.
    pub says: Option<Says>,
    pub comment: String,
    /// When the answer was given, which orders several answers of one person.
    pub at: Option<Timestamp>,
    /// It is about one occurrence of a repeated event. We never invite to such.
    pub one_occurrence: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    Accepted,
    Declined,
    Tentative,
    /// A counter-proposal. The times are missing where the file does not give them beyond doubt.
    AnotherTime {
        starts: Option<Timestamp>,
        ends: Option<Timestamp>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CalendarProblem {
    #[error("the file is no calendar file")]
    NotACalendar,
    #[error("the calendar file is too large to be an answer")]
    TooLarge,
    #[error("the calendar file is not an answer to an invitation ({0})")]
    NotAnAnswer(String),
    #[error("the answer has no event in it")]
    NoEvent,
    #[error("the answer is about several events; only the first was read")]
    SeveralEvents,
    #[error("the answer does not say which event it is about")]
    NoUid,
    #[error("the answer does not say whose it is")]
    NoAttendee,
    #[error("the answer names several people, and it is not clear which of them gave it")]
    SeveralAttendees,
    #[error("the address of whoever answered cannot be read")]
    UnreadableAttendee,
    #[error("the answer is neither yes, no nor perhaps ({0})")]
    UnclearAnswer(String),
    #[error("another time is proposed, but it is not clear which")]
    UnclearTime,
}

/// Reads a calendar file. Half an answer comes with the problems that it has; nothing in a file can stop the clerk.
pub fn read(bytes: &[u8]) -> (Option<CalendarAnswer>, Vec<CalendarProblem>) {
    match first_answer(bytes) {
        Ok((calendar, method)) => match chosen_event(&calendar) {
            Some((event, several)) => {
                let mut problems: Vec<_> = several.then_some(CalendarProblem::SeveralEvents).into_iter().collect();
                (answer_of(&calendar, event, method, &mut problems), problems)
            }
            None => (None, vec![CalendarProblem::NoEvent]),
        },
        Err(problem) => (None, vec![problem]),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Reply,
    Counter,
}

/// The first calendar of the file that is an answer.
fn first_answer(bytes: &[u8]) -> Result<(ICalendar, Kind), CalendarProblem> {
    if bytes.len() > LARGEST {
        return Err(CalendarProblem::TooLarge);
    }
    let text = decoded(bytes);
    let mut parser = Parser::new(&text);
    let mut wrong = CalendarProblem::NotACalendar;
    for _ in 0..MOST_ENTRIES {
        let entry = parser.entry();
        if entry == Entry::Eof {
            break;
        }
        // Stray lines before and between calendars are passed over: some mail gateways add them.
        let Entry::ICalendar(calendar) = entry else { continue };
        if calendar.components.len() > MOST_COMPONENTS {
            return Err(CalendarProblem::TooLarge);
        }
        let method = calendar.components.first().and_then(|c| text_of(c, &ICalendarProperty::Method));
        match method.as_deref().map(str::to_ascii_uppercase).as_deref() {
            Some("REPLY") => return Ok((calendar, Kind::Reply)),
            Some("COUNTER") => return Ok((calendar, Kind::Counter)),
            other => {
                let shown = other.unwrap_or("no method").chars().take(40).collect();
                wrong = CalendarProblem::NotAnAnswer(shown);
            }
        }
    }
    Err(wrong)
}

/// Calendar files are UTF-8; old programs send Latin-1 without saying so.
fn decoded(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    };
    text.trim_start_matches('\u{feff}').replace('\0', "")
}

/// The event that is answered, and whether there were others.
fn chosen_event(calendar: &ICalendar) -> Option<(&ICalendarComponent, bool)> {
    let events: Vec<&ICalendarComponent> =
        calendar.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent).collect();
    let whole = events.iter().find(|e| !e.has_property(&ICalendarProperty::RecurrenceId));
    Some((whole.or(events.first()).copied()?, events.len() > 1))
}

fn answer_of(
    calendar: &ICalendar,
    event: &ICalendarComponent,
    kind: Kind,
    problems: &mut Vec<CalendarProblem>,
) -> Option<CalendarAnswer> {
    let Some(uid) = text_of(event, &ICalendarProperty::Uid).filter(|uid| uid.chars().count() <= LONGEST_UID) else {
        problems.push(CalendarProblem::NoUid);
        return None;
    };
    let attendee = chosen_attendee(event, problems);
    let address = |entry: &ICalendarEntry| entry.calendar_address().and_then(|a| EmailAddress::parse(a).ok());
    let attendee_address = attendee.and_then(address);
    if attendee.is_some() && attendee_address.is_none() {
        problems.push(CalendarProblem::UnreadableAttendee);
    }
    let says = match kind {
        Kind::Reply => attendee.and_then(|entry| status_of(entry, problems)),
        Kind::Counter => {
            let starts = moment(calendar, event, &ICalendarProperty::Dtstart);
            if starts.is_none() {
                problems.push(CalendarProblem::UnclearTime);
            }
            let ends = starts.and_then(|from| {
                moment(calendar, event, &ICalendarProperty::Dtend).filter(|to| to.as_second() > from.as_second())
            });
            Some(Says::AnotherTime { starts, ends })
        }
    };
    let parameter =
        |name| attendee.and_then(|a| a.parameter(name)).and_then(ICalendarParameterValue::as_text).unwrap_or("");
    let stamp = event.property(&ICalendarProperty::Dtstamp);
    Some(CalendarAnswer {
        sequence: event
            .property(&ICalendarProperty::Sequence)
            .and_then(|p| p.values.first())
            .and_then(|v| v.as_integer())
            .and_then(|n| u32::try_from(n).ok())
            .unwrap_or(0),
        attendee: attendee_address,
        attendee_name: one_line(parameter(&ICalendarParameterName::Cn), 200),
        sent_by: EmailAddress::parse(parameter(&ICalendarParameterName::SentBy)).ok(),
        organiser: event.property(&ICalendarProperty::Organizer).and_then(address),
        says,
        comment: text_of(event, &ICalendarProperty::Comment)
            .map(|text| text.chars().take(LONGEST_COMMENT).collect())
            .unwrap_or_default(),
        at: stamp.and_then(|entry| resolved(calendar, entry)),
        one_occurrence: event.has_property(&ICalendarProperty::RecurrenceId),
        uid,
    })
}

/// RFC 5546 §3.2.3: an answer names one attendee. Where a program leaves the others in, it is the one who has answered.
fn chosen_attendee<'a>(
    event: &'a ICalendarComponent,
    problems: &mut Vec<CalendarProblem>,
) -> Option<&'a ICalendarEntry> {
    let all: Vec<&ICalendarEntry> = event.properties(&ICalendarProperty::Attendee).collect();
    let answered: Vec<&ICalendarEntry> =
        all.iter().copied().filter(|a| !matches!(status_word(a).as_str(), "" | "NEEDS-ACTION")).collect();
    match (all.as_slice(), answered.as_slice()) {
        ([], _) => {
            problems.push(CalendarProblem::NoAttendee);
            None
        }
        ([only], _) | (_, [only]) => Some(only),
        _ => {
            problems.push(CalendarProblem::SeveralAttendees);
            None
        }
    }
}

fn status_word(attendee: &ICalendarEntry) -> String {
    attendee
        .parameter(&ICalendarParameterName::Partstat)
        .and_then(ICalendarParameterValue::as_text)
        .map(|word| one_line(word, 40).to_ascii_uppercase())
        .unwrap_or_default()
}

fn status_of(attendee: &ICalendarEntry, problems: &mut Vec<CalendarProblem>) -> Option<Says> {
    let word = status_word(attendee);
    match word.as_str() {
        "ACCEPTED" => Some(Says::Accepted),
        "DECLINED" => Some(Says::Declined),
        "TENTATIVE" => Some(Says::Tentative),
        // DELEGATED too: that somebody else comes is for a person to arrange.
        _ => {
            problems.push(CalendarProblem::UnclearAnswer(if word.is_empty() { "nothing".to_owned() } else { word }));
            None
        }
    }
}

fn moment(calendar: &ICalendar, event: &ICalendarComponent, name: &ICalendarProperty) -> Option<Timestamp> {
    resolved(calendar, event.property(name)?)
}

/// The instant of a date and time. `None` for whole days, for times without a zone, and for zones that nobody knows:
/// guessing would put a meeting an hour off.
fn resolved(calendar: &ICalendar, entry: &ICalendarEntry) -> Option<Timestamp> {
    let written = entry.values.first()?.as_partial_date_time()?;
    if !written.has_date_and_time() {
        return None;
    }
    let zone = match entry.tz_id() {
        Some(name) => calendar.build_tz_resolver().resolve(name)?,
        None if written.has_zone() => calcard::common::timezone::Tz::UTC,
        None => return None,
    };
    Timestamp::from_second(written.to_date_time_with_tz(zone)?.timestamp()).ok()
}

fn text_of(component: &ICalendarComponent, name: &ICalendarProperty) -> Option<String> {
    let text = component.property(name)?.values.first()?.as_text()?;
    let kept: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    Some(kept.trim().to_owned()).filter(|text| !text.is_empty())
}

fn one_line(text: &str, most: usize) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}

#[cfg(test)]
mod tests;
