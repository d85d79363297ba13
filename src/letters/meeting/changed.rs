//! A meeting has another time, or another place.

use super::{MeetingWords, entry};
use crate::calendar::Method;
use crate::config::{Config, Programme};
use crate::domain::civil;
use crate::domain::meeting::{Attendance, Invitee, Meeting};
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use jiff::Timestamp;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "meeting-changed",
    about: "To whoever was invited to a meeting that has another time or place now, with the new entry for the calendar; to those who declined only when the time is new.",
    template: include_str!("../../../templates/letters/meeting-changed.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MeetingChanged {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// When and where it was: `3.45pm to 5pm on Tuesday 6 October 2026, at Hazelbank Primary School`.
    pub before: String,
    /// Answers are asked for anew.
    pub new_time: bool,
    pub new_place: bool,
    /// What they had said to the invitation before.
    pub accepted: bool,
    pub declined: bool,
}

impl Letter for MeetingChanged {
    const KIND: &'static LetterKind = &KIND;
}

/// What one person is told of a meeting that was changed.
pub fn draft(
    config: &Config,
    programme: &Programme,
    (before, meeting): (&Meeting, &Meeting),
    invitee: &Invitee,
    now: Timestamp,
) -> Draft {
    let letter = MeetingChanged {
        name: greeting(&invitee.name),
        programme: ProgrammeWords::of(programme),
        meeting: MeetingWords::of(meeting),
        before: format!("{}, at {}", civil::sitting_in_words(before.starts_at, before.minutes), before.place),
        new_time: before.time_sequence != meeting.time_sequence,
        new_place: before.place != meeting.place,
        accepted: invitee.answer == Some(Attendance::Accepted),
        declined: invitee.answer == Some(Attendance::Declined),
    };
    let purpose = format!("meeting-changed:{}:{}:{}", meeting.number, meeting.sequence, invitee.email.folded());
    Draft::new(&letter, invitee.email.clone(), &invitee.name, purpose).about(&meeting.number).inviting(entry(
        config,
        programme,
        meeting,
        invitee,
        Method::Request,
        now,
    ))
}

fn samples() -> Vec<serde_json::Value> {
    let moved = MeetingChanged {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        before: "3.45pm to 5pm on Monday 5 October 2026, at Hazelbank Primary School, Library".into(),
        new_time: true,
        new_place: false,
        accepted: true,
        declined: false,
    };
    let both = MeetingChanged { new_place: true, accepted: false, ..moved.clone() };
    let declined = MeetingChanged { accepted: false, declined: true, ..moved.clone() };
    let room = MeetingChanged { new_time: false, new_place: true, ..moved.clone() };
    let silent = MeetingChanged { accepted: false, ..room.clone() };
    [moved, both, declined, room, silent].iter().map(sample).collect()
}
