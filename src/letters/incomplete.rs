//! Something is missing or could not be read: every problem, how to mend it, and the time left.

use super::{Care, Length, Letter, LetterKind, ProblemWords, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "incomplete",
    about: "To the sender of an application with something missing, at once.",
    template: include_str!("../../templates/letters/incomplete.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Incomplete {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub received: String,
    pub window: Option<WindowWords>,
    pub time_left: String,
    /// The mail speaks of a form, and none was attached.
    pub nothing_attached: bool,
    pub files: Vec<FileWords>,
    pub problems: Vec<ProblemWords>,
    pub too_long: Vec<Length>,
    /// An earlier form was complete and still counts.
    pub earlier_counts: bool,
    /// The blank form is enclosed.
    pub attach: bool,
}

/// A file that could not be read.
#[derive(Debug, Clone, Serialize)]
pub struct FileWords {
    pub name: String,
    pub what: String,
    pub remedy: String,
}

impl Letter for Incomplete {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let problems = Incomplete {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        received: "17:58:03 on Wednesday 17 March 2027".into(),
        window: Some(WindowWords::sample()),
        time_left: "2 days".into(),
        nothing_attached: false,
        files: vec![],
        problems: vec![
            ProblemWords {
                label: "Headteacher's e-mail address".into(),
                message: "This does not look like an e-mail address; please check it.".into(),
            },
            ProblemWords { label: "Question 4: Beyond your own team".into(), message: "This is empty.".into() },
        ],
        too_long: vec![Length { label: "Question 2: Your impact".into(), words: 342, limit: 300 }],
        earlier_counts: false,
        attach: false,
    };
    let unreadable = Incomplete {
        files: vec![FileWords {
            name: "application.docx".into(),
            what: "is protected by a password".into(),
            remedy: "Please save the form without a password and send it again.".into(),
        }],
        problems: vec![],
        too_long: vec![],
        attach: true,
        ..problems.clone()
    };
    let nothing = Incomplete {
        nothing_attached: true,
        files: vec![],
        problems: vec![],
        too_long: vec![],
        attach: true,
        window: None,
        ..problems.clone()
    };
    let worse = Incomplete { earlier_counts: true, time_left: String::new(), ..problems.clone() };
    vec![sample(&problems), sample(&unreadable), sample(&nothing), sample(&worse)]
}
