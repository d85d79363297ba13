//! An interview: the invitation, its change, its cancellation. The calendar entry goes with it.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "interview",
    about: "To an applicant whose interview the coordinator has set, changed or cancelled, with an entry for the calendar.",
    template: include_str!("../../templates/letters/interview.md.hbs"),
    voice: Voice::Letter,
    // A second copy is the same entry in the same version: calendars ignore it.
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InterviewLetter {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    /// `2pm on Monday 12 April 2027`.
    pub when: String,
    pub place: String,
    /// `45 minutes`.
    pub length: String,
    /// The group of an assessment day; empty for a single interview.
    pub group: String,
    /// When and where it was before this letter; empty in the first.
    pub before: String,
    pub cancelled: bool,
}

impl Letter for InterviewLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = InterviewLetter {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        when: "2pm on Monday 12 April 2027".into(),
        place: "Harbour Primary School, Room 2".into(),
        length: "45 minutes".into(),
        group: String::new(),
        before: String::new(),
        cancelled: false,
    };
    let group = InterviewLetter { group: "A".into(), length: "3 hours".into(), ..first.clone() };
    let changed = InterviewLetter { before: "11am on Monday 12 April 2027, at Hazelbank".into(), ..first.clone() };
    let cancelled = InterviewLetter { cancelled: true, ..first.clone() };
    [first, group, changed, cancelled].iter().map(sample).collect()
}
