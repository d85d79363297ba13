//! Whoever has a meeting in their school: what they have agreed to, its changes, its end.

use super::MeetingWords;
use crate::config::{Config, Programme};
use crate::domain::civil;
use crate::domain::meeting::{Host, Meeting};
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "meeting-host",
    about: "To the host of a meeting when it is set, changed or called off, and to a host in whose place there is another.",
    template: include_str!("../../../templates/letters/meeting-host.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MeetingHost {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// When and where it was before; empty in the first letter.
    pub before: String,
    pub cancelled: bool,
    pub because: String,
    /// Who is the host instead; empty where it is still the reader.
    pub instead: String,
    /// When the list of attendees comes: `Monday 5 October 2026`.
    pub list_on: String,
}

impl Letter for MeetingHost {
    const KIND: &'static LetterKind = &KIND;
}

/// What the host is told of a meeting as it stands; `before` it was changed, where it was.
pub fn draft(
    config: &Config,
    programme: &Programme,
    meeting: &Meeting,
    host: &Host,
    before: Option<&Meeting>,
) -> Draft {
    let was = |b: &Meeting| format!("{}, at {}", civil::sitting_in_words(b.starts_at, b.minutes), b.place);
    let replaced_by = meeting.host.as_ref().filter(|other| other.email != host.email);
    let letter = MeetingHost {
        name: greeting(&host.name),
        programme: ProgrammeWords::of(programme),
        meeting: MeetingWords::of(meeting),
        before: before.map(was).unwrap_or_default(),
        cancelled: meeting.cancelled.is_some(),
        because: meeting.cancelled.clone().unwrap_or_default(),
        instead: replaced_by.map(|other| greeting(&other.name)).unwrap_or_default(),
        list_on: civil::date_in_words(config.calendar.before(meeting.starts_at.date(), 1)),
    };
    let state = if letter.instead.is_empty() { "" } else { ":replaced" };
    let purpose = format!("meeting-host:{}:{}:{}{state}", meeting.number, meeting.sequence, host.email.folded());
    Draft::new(&letter, host.email.clone(), &host.name, purpose).about(&meeting.number)
}

fn samples() -> Vec<serde_json::Value> {
    let set = MeetingHost {
        name: "Owen Brooks".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        before: String::new(),
        cancelled: false,
        because: String::new(),
        instead: String::new(),
        list_on: "Monday 5 October 2026".into(),
    };
    let changed = MeetingHost {
        before: "3.45pm to 5pm on Monday 5 October 2026, at Hazelbank Primary School".into(),
        ..set.clone()
    };
    let off = MeetingHost { cancelled: true, because: "the school is closed by snow".into(), ..set.clone() };
    let replaced = MeetingHost { instead: "Jo Hart".into(), ..set.clone() };
    [set, changed, off, replaced].iter().map(sample).collect()
}
