//! Somebody has not been designated: feedback where policy gives it, encouragement, and the right of appeal.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "outcome-not-designated",
    about: "To an applicant whom the panel has not designated, when the outcomes are released.",
    template: include_str!("../../templates/letters/outcome-not-designated.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct OutcomeNotDesignated {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    /// The recorded reason as a sentence, where policy gives it; else empty.
    pub feedback: String,
    /// On the right of appeal; may be empty.
    pub appeal: String,
    /// The day of the letter that this one takes the place of.
    pub replaces: Option<String>,
}

impl Letter for OutcomeNotDesignated {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let full = OutcomeNotDesignated {
        name: "Sian Lewis".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0016".into(),
        window: WindowWords::sample(),
        feedback: "Your examples are strong, but all of them are from your own year group; the panel looks for work with colleagues in other teams.".into(),
        appeal: "If you believe that the published process was not followed, you may ask for a review within ten school days by replying to this letter.".into(),
        replaces: None,
    };
    let bare = OutcomeNotDesignated { feedback: String::new(), appeal: String::new(), ..full.clone() };
    let corrected = OutcomeNotDesignated { replaces: Some("Friday 23 April 2027".into()), ..full.clone() };
    vec![sample(&full), sample(&bare), sample(&corrected)]
}
