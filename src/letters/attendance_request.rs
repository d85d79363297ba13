//! Who came? To the host, or to the coordinators where there is none. Answered in words.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use crate::domain::meeting::{Attendance, Meeting};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "attendance-request",
    about: "To the host of a meeting on the first school day after it, and twice more where no answer comes; it asks who was there.",
    template: include_str!("../../templates/letters/attendance-request.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

/// The same question to the coordinators, of a meeting without a host.
pub const OFFICE_KIND: LetterKind = LetterKind {
    name: "attendance-request-office",
    about: "To the coordinators on the first school day after a meeting that has no host, and twice more where no answer comes; it asks who was there.",
    ..KIND
};

#[derive(Debug, Clone, Serialize)]
pub struct AttendanceRequest {
    pub name: String,
    pub meeting: MeetingWords,
    pub people: Vec<Numbered>,
    /// Asked before, and not answered.
    pub again: bool,
    /// Whoever came gets a certificate.
    pub certificates: bool,
    /// To a coordinator.
    pub office: bool,
}

/// Somebody of the list, with the number by which an answer may name them.
#[derive(Debug, Clone, Serialize)]
pub struct Numbered {
    pub number: usize,
    pub name: String,
    /// `had not answered`; empty for who had said yes.
    pub detail: String,
}

impl Letter for AttendanceRequest {
    const KIND: &'static LetterKind = &KIND;
}

/// The list that is asked about.
pub fn numbered(meeting: &Meeting) -> Vec<Numbered> {
    let detail = |answer| match answer {
        Some(Attendance::Accepted) => "",
        Some(Attendance::Perhaps) => "had said perhaps",
        Some(Attendance::Declined) => "had said no",
        None => "had not answered",
    };
    (1..)
        .zip(meeting.attendance_list())
        .map(|(number, invitee)| Numbered {
            number,
            name: invitee.name.clone(),
            detail: detail(invitee.answer).to_owned(),
        })
        .collect()
}

/// For letters that show such a list.
pub(super) fn sample_list() -> Vec<Numbered> {
    let one = |number, name: &str, detail: &str| Numbered { number, name: name.into(), detail: detail.into() };
    vec![one(1, "Amy Cole", ""), one(2, "Priya Nair", "had not answered"), one(3, "Tom Reed", "had said perhaps")]
}

fn samples() -> Vec<serde_json::Value> {
    let first = AttendanceRequest {
        name: "Owen Brooks".into(),
        meeting: MeetingWords::sample(),
        people: sample_list(),
        again: false,
        certificates: false,
        office: false,
    };
    let again = AttendanceRequest { again: true, ..first.clone() };
    let training = AttendanceRequest {
        meeting: MeetingWords::training_sample(),
        certificates: true,
        office: true,
        ..first.clone()
    };
    [first, again, training].iter().map(sample).collect()
}
