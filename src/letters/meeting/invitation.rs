//! Asks somebody to a meeting.

use super::{MeetingWords, entry};
use crate::calendar::Method;
use crate::config::{Config, Programme};
use crate::domain::civil;
use crate::domain::meeting::{Invitee, Meeting};
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use jiff::Timestamp;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "meeting-invitation",
    about: "To everybody of the register when a meeting of their network or a training is set, and to whoever joins it or is asked to it later, with an entry for the calendar.",
    template: include_str!("../../../templates/letters/meeting-invitation.md.hbs"),
    voice: Voice::Letter,
    // A second copy is the same entry in the same version: calendars ignore it.
    care: Care::Harmless,
    samples,
};

/// School days before the meeting by which an answer is asked for.
const ANSWER_BEFORE: u32 = 5;

#[derive(Debug, Clone, Serialize)]
pub struct MeetingInvitation {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// Is not of the network.
    pub guest: bool,
    /// `Tuesday 29 September 2026`; empty where there is too little time for a date.
    pub answer_by: String,
}

impl Letter for MeetingInvitation {
    const KIND: &'static LetterKind = &KIND;
}

/// The invitation of one person to a meeting as it stands.
pub fn draft(config: &Config, programme: &Programme, meeting: &Meeting, invitee: &Invitee, now: Timestamp) -> Draft {
    let answer_by = config.calendar.before(meeting.starts_at.date(), ANSWER_BEFORE);
    let in_time = answer_by > meeting.zone.date(now);
    let letter = MeetingInvitation {
        name: greeting(&invitee.name),
        programme: ProgrammeWords::of(programme),
        meeting: MeetingWords::of(meeting),
        guest: invitee.entry.is_none(),
        answer_by: if in_time { civil::date_in_words(answer_by) } else { String::new() },
    };
    let purpose = format!("meeting-invitation:{}:{}:{}", meeting.number, meeting.sequence, invitee.email.folded());
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
    let network = MeetingInvitation {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        guest: false,
        answer_by: "Tuesday 29 September 2026".into(),
    };
    let training = MeetingInvitation { meeting: MeetingWords::training_sample(), ..network.clone() };
    let guest = MeetingInvitation { guest: true, answer_by: String::new(), ..network.clone() };
    [network, training, guest].iter().map(sample).collect()
}
