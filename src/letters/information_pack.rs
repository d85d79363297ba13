//! Somebody asks how to apply: the answer, with the blank form.

use super::{Care, DateWords, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "information-pack",
    about: "To whoever asks about the programme while a round is open or announced, with the blank form.",
    template: include_str!("../../templates/letters/information-pack.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InformationPack {
    pub name: String,
    pub programme: ProgrammeWords,
    pub window: WindowWords,
    /// Open now, rather than announced.
    pub open: bool,
    pub time_left: String,
    /// Whose support is needed: `your headteacher`; empty where nobody is asked.
    pub support: String,
    /// How many questions have a word limit, in words; and the limit, where all have the same.
    pub questions: String,
    pub words: Option<usize>,
    /// One sentence; empty where the programme has no list.
    pub specialisms: String,
}

impl Letter for InformationPack {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let open = InformationPack {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        window: WindowWords::sample(),
        open: true,
        time_left: "12 days".into(),
        support: "your headteacher".into(),
        questions: "five".into(),
        words: Some(300),
        specialisms: "Early years, English, Mathematics and Science.".into(),
    };
    let dates: Vec<DateWords> = vec![];
    let announced = InformationPack {
        open: false,
        support: String::new(),
        window: WindowWords { dates, ..WindowWords::sample() },
        specialisms: String::new(),
        ..open.clone()
    };
    vec![sample(&open), sample(&announced)]
}
