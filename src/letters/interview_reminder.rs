//! The school day before an interview.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "interview-reminder",
    about: "To an applicant on the school day before the interview.",
    template: include_str!("../../templates/letters/interview-reminder.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InterviewReminder {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub when: String,
    pub place: String,
    pub length: String,
    pub group: String,
    /// The applicant has not said yet whether they will come.
    pub unanswered: bool,
}

impl Letter for InterviewReminder {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let accepted = InterviewReminder {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        when: "2pm on Monday 12 April 2027".into(),
        place: "Harbour Primary School, Room 2".into(),
        length: "45 minutes".into(),
        group: String::new(),
        unanswered: false,
    };
    let silent = InterviewReminder { unanswered: true, group: "B".into(), ..accepted.clone() };
    vec![sample(&accepted), sample(&silent)]
}
