//! Before a meeting: to whoever has not declined.

use super::MeetingWords;
use crate::config::Programme;
use crate::domain::meeting::{Attendance, Invitee, Meeting};
use crate::letters::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "meeting-reminder",
    about: "To whoever was invited to a meeting and has not declined, on the days before it that the programme’s [meetings] names.",
    template: include_str!("../../../templates/letters/meeting-reminder.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MeetingReminder {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// `today`, `tomorrow`; empty where it is longer.
    pub soon: String,
    pub today: bool,
    pub accepted: bool,
    pub perhaps: bool,
}

impl Letter for MeetingReminder {
    const KIND: &'static LetterKind = &KIND;
}

/// One person's reminder. `step` names it among the others, `days` says how long it is until the meeting.
pub fn draft(programme: &Programme, meeting: &Meeting, invitee: &Invitee, step: &str, days: i32) -> Draft {
    let soon = match days {
        0 => "today",
        1 => "tomorrow",
        _ => "",
    };
    let letter = MeetingReminder {
        name: greeting(&invitee.name),
        programme: ProgrammeWords::of(programme),
        meeting: MeetingWords::of(meeting),
        soon: soon.to_owned(),
        today: days == 0,
        accepted: invitee.answer == Some(Attendance::Accepted),
        perhaps: invitee.answer == Some(Attendance::Perhaps),
    };
    let (number, version, to) = (&meeting.number, meeting.time_sequence, invitee.email.folded());
    let purpose = format!("meeting-reminder:{number}:{version}:{step}:{to}");
    Draft::new(&letter, invitee.email.clone(), &invitee.name, purpose).about(number)
}

fn samples() -> Vec<serde_json::Value> {
    let silent = MeetingReminder {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        soon: String::new(),
        today: false,
        accepted: false,
        perhaps: false,
    };
    let tomorrow = MeetingReminder { soon: "tomorrow".into(), accepted: true, ..silent.clone() };
    let today = MeetingReminder { soon: "today".into(), today: true, ..silent.clone() };
    let perhaps = MeetingReminder { perhaps: true, meeting: MeetingWords::training_sample(), ..silent.clone() };
    [silent, tomorrow, today, perhaps].iter().map(sample).collect()
}
