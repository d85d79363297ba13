//! A meeting does not take place, or somebody is no longer asked to it.

use super::{MeetingWords, entry};
use crate::calendar::Method;
use crate::config::{Config, Programme};
use crate::domain::meeting::{Invitee, Meeting};
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use jiff::Timestamp;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "meeting-cancelled",
    about: "To whoever was invited and has not declined when a meeting is called off, and to whoever is taken off its list; takes the entry out of their calendar.",
    template: include_str!("../../../templates/letters/meeting-cancelled.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MeetingCancelled {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// Why it does not take place.
    pub because: String,
    /// It does take place, without the reader.
    pub uninvited: bool,
}

impl Letter for MeetingCancelled {
    const KIND: &'static LetterKind = &KIND;
}

/// What takes a meeting out of one person's calendar. With no reason it takes place, without them.
pub fn draft(
    config: &Config,
    programme: &Programme,
    meeting: &Meeting,
    invitee: &Invitee,
    because: Option<&str>,
    now: Timestamp,
) -> Draft {
    let letter = MeetingCancelled {
        name: greeting(&invitee.name),
        programme: ProgrammeWords::of(programme),
        meeting: MeetingWords::of(meeting),
        because: because.unwrap_or_default().to_owned(),
        uninvited: because.is_none(),
    };
    let purpose = format!("meeting-cancelled:{}:{}:{}", meeting.number, meeting.sequence, invitee.email.folded());
    Draft::new(&letter, invitee.email.clone(), &invitee.name, purpose).about(&meeting.number).inviting(entry(
        config,
        programme,
        meeting,
        invitee,
        Method::Cancel,
        now,
    ))
}

fn samples() -> Vec<serde_json::Value> {
    let off = MeetingCancelled {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        because: "the school is closed by snow".into(),
        uninvited: false,
    };
    let uninvited = MeetingCancelled { because: String::new(), uninvited: true, ..off.clone() };
    vec![sample(&off), sample(&uninvited)]
}
