//! Somebody is on the reserve list: what that means and what happens next.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "outcome-reserve",
    about: "To an applicant whom the panel has put on the reserve list, when the outcomes are released.",
    template: include_str!("../../templates/letters/outcome-reserve.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct OutcomeReserve {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    /// The alliance's words on how its reserve list works; may be empty.
    pub reserve: String,
    /// On the right of appeal; may be empty.
    pub appeal: String,
    /// The day of the letter that this one takes the place of.
    pub replaces: Option<String>,
}

impl Letter for OutcomeReserve {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let full = OutcomeReserve {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        window: WindowWords::sample(),
        reserve: "If a place becomes free before the next round opens, we will write to you at once. You need do nothing in the meantime.".into(),
        appeal: "If you believe that the published process was not followed, you may ask for a review within ten school days by replying to this letter.".into(),
        replaces: None,
    };
    let bare = OutcomeReserve { reserve: String::new(), appeal: String::new(), ..full.clone() };
    let corrected = OutcomeReserve { replaces: Some("Friday 23 April 2027".into()), ..full.clone() };
    vec![sample(&full), sample(&bare), sample(&corrected)]
}
