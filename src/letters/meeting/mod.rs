//! Letters about a meeting of the network, or a training event, which is one with a module.

pub mod attendees;
pub mod cancelled;
pub mod changed;
pub mod host;
pub mod invitation;
pub mod reminder;

use super::greeting;
use crate::calendar::{Invitation, Method, Party};
use crate::config::{Config, Programme};
use crate::domain::civil;
use crate::domain::meeting::{Invitee, Meeting};
use jiff::Timestamp;
use serde::Serialize;

/// A meeting, in words.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingWords {
    /// `MTG-2026-0001`.
    pub number: String,
    pub title: String,
    /// `3.45pm to 5pm on Tuesday 6 October 2026`.
    pub when: String,
    /// `3.45pm on Tuesday 6 October 2026`.
    pub starts: String,
    pub place: String,
    /// Who opens the door; empty where nobody has been named.
    pub host: String,
    pub training: bool,
    /// `24`; empty where as many may come as like.
    pub places: String,
}

impl MeetingWords {
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            number: meeting.number.to_string(),
            title: meeting.title.clone(),
            when: civil::sitting_in_words(meeting.starts_at, meeting.minutes),
            starts: civil::moment_in_words(meeting.starts_at),
            place: meeting.place.clone(),
            host: meeting.host.as_ref().map(|host| greeting(&host.name)).unwrap_or_default(),
            training: meeting.is_training(),
            places: meeting.places.map(|places| places.to_string()).unwrap_or_default(),
        }
    }

    pub fn sample() -> Self {
        Self {
            number: "MTG-2026-0001".into(),
            title: "Autumn network".into(),
            when: "3.45pm to 5pm on Tuesday 6 October 2026".into(),
            starts: "3.45pm on Tuesday 6 October 2026".into(),
            place: "Hazelbank Primary School, Library".into(),
            host: "Owen Brooks".into(),
            training: false,
            places: String::new(),
        }
    }

    pub fn training_sample() -> Self {
        Self {
            number: "MTG-2027-0002".into(),
            title: "Core training day".into(),
            when: "9am to 4pm on Thursday 20 May 2027".into(),
            starts: "9am on Thursday 20 May 2027".into(),
            place: "Harbour Primary School, The Hall".into(),
            host: String::new(),
            training: true,
            places: "24".into(),
        }
    }
}

/// One invitee's entry for the calendar, or what takes it out again.
pub fn entry(
    config: &Config,
    programme: &Programme,
    meeting: &Meeting,
    invitee: &Invitee,
    method: Method,
    now: Timestamp,
) -> Invitation {
    let alliance = &config.clerk.alliance;
    let kind = if meeting.is_training() { "Training" } else { "Network meeting" };
    Invitation {
        method,
        uid: meeting.number.uid(&alliance.email),
        sequence: meeting.sequence,
        stamp: now,
        starts: meeting.starts(),
        ends: meeting.ends(),
        summary: format!("{}: {}", programme.short_name, meeting.title),
        location: meeting.place.clone(),
        description: format!(
            "{kind} for {} ({}).\nIf you cannot come, please decline, or reply to {}.",
            programme.name, meeting.number, alliance.email
        ),
        organiser: Party { name: alliance.name.clone(), address: alliance.email.clone() },
        attendee: Party { name: invitee.name.clone(), address: invitee.email.clone() },
    }
}
