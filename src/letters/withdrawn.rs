//! An application is withdrawn: a confirmation, and what to do if it was a misunderstanding.

use super::{Care, Draft, Letter, LetterKind, ProgrammeWords, Voice, greeting, sample};
use crate::config::Programme;
use crate::domain::application::Application;
use crate::domain::civil;
use jiff::Timestamp;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "withdrawn",
    about: "To an applicant who has withdrawn, or whose application the coordinator has withdrawn.",
    template: include_str!("../../templates/letters/withdrawn.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Withdrawn {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    /// The applicant wrote and asked for it.
    pub asked: bool,
    pub withdrawn_on: String,
    /// When an interview was to be that is not any more.
    pub interview: Option<String>,
}

impl Letter for Withdrawn {
    const KIND: &'static LetterKind = &KIND;
}

impl Withdrawn {
    /// The letter about an application that is withdrawn at an instant.
    pub fn draft(
        programme: &Programme,
        application: &Application,
        asked: bool,
        at: Timestamp,
        purpose: String,
    ) -> Draft {
        let interview = application.interview.as_ref().filter(|interview| !interview.cancelled);
        let letter = Self {
            name: greeting(&application.name),
            programme: ProgrammeWords::of(programme),
            case: application.case.to_string(),
            asked,
            withdrawn_on: civil::date_in_words(programme.window.zone.date(at)),
            interview: interview
                .filter(|interview| interview.starts() > at)
                .map(|interview| civil::moment_in_words(interview.starts_at)),
        };
        Draft::new(&letter, application.email.clone(), &application.name, purpose).about(&application.case)
    }
}

fn samples() -> Vec<serde_json::Value> {
    let asked = Withdrawn {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        asked: true,
        withdrawn_on: "Tuesday 30 March 2027".into(),
        interview: None,
    };
    let told = Withdrawn { asked: false, interview: Some("2pm on Monday 12 April 2027".into()), ..asked.clone() };
    vec![sample(&asked), sample(&told)]
}
