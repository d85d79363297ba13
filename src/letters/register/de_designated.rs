//! A person has decided to end somebody's designation.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-de-designated",
    about: "To somebody whose designation a coordinator has ended, once its code has come back.",
    template: include_str!("../../../templates/letters/register-de-designated.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeDesignated {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    pub on: String,
    /// The recorded reason, in the words of whoever decided.
    pub because: String,
    /// What policy says of the right of appeal; empty for nothing.
    pub appeal: String,
}

impl Letter for DeDesignated {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let with = DeDesignated {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        on: "Friday 28 May 2027".into(),
        because: "the agreed release has not been possible for two years".into(),
        appeal: "You may ask for a review within ten school days by replying to this letter.".into(),
    };
    vec![sample(&DeDesignated { appeal: String::new(), ..with.clone() }), sample(&with)]
}
