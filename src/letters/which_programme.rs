//! Somebody asks how to apply and does not say for what: what is open, with the forms.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "which-programme",
    about: "To whoever asks how to apply and names no programme, while a round is open or announced, with the forms of those that are open.",
    template: include_str!("../../templates/letters/which-programme.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct WhichProgramme {
    pub name: String,
    /// There is one round only.
    pub one: bool,
    pub rounds: Vec<RoundWords>,
}

/// A round that somebody can apply in.
#[derive(Debug, Clone, Serialize)]
pub struct RoundWords {
    pub programme: ProgrammeWords,
    /// Whether its short name is another than that of the role.
    pub abbreviated: bool,
    /// `headteachers who …`; may be empty.
    pub for_whom: String,
    pub window: WindowWords,
    /// Open now, rather than announced.
    pub open: bool,
    pub time_left: String,
    /// The file that is enclosed.
    pub form: String,
}

impl RoundWords {
    pub fn sample() -> Self {
        Self {
            programme: ProgrammeWords::sample(),
            abbreviated: true,
            for_whom: "middle and senior leaders who would support colleagues in other schools".into(),
            window: WindowWords::sample(),
            open: true,
            time_left: "12 days".into(),
            form: "sle-application.docx".into(),
        }
    }
}

impl Letter for WhichProgramme {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let open = RoundWords::sample();
    let announced = RoundWords { open: false, abbreviated: false, for_whom: String::new(), ..open.clone() };
    let several = WhichProgramme { name: "Tom Reed".into(), one: false, rounds: vec![open.clone(), announced.clone()] };
    vec![sample(&several), sample(&WhichProgramme { one: true, rounds: vec![open], ..several.clone() })]
}
