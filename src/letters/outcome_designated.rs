//! Somebody has been designated: what it means, how to take up training, and the entry in the register.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "outcome-designated",
    about: "To an applicant whom the panel has designated, when the outcomes are released.",
    template: include_str!("../../templates/letters/outcome-designated.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct OutcomeDesignated {
    pub name: String,
    /// As it stands in the register.
    pub full_name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub school: String,
    pub specialism: String,
    /// The alliance's words on what designation means; may be empty.
    pub meaning: String,
    /// The alliance's words on how to take up training; may be empty.
    pub training: String,
    /// Who answers for their time: `headteacher`; empty where nobody has been asked.
    pub employer: String,
    /// `None` while it is to be confirmed.
    pub training_date: Option<String>,
    /// The day of the letter that this one takes the place of.
    pub replaces: Option<String>,
}

impl Letter for OutcomeDesignated {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let full = OutcomeDesignated {
        name: "Priya Nair".into(),
        full_name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        school: "Hazelbank Primary School".into(),
        specialism: "Mathematics".into(),
        meaning: "You may now be asked to support leaders in other schools. Each piece of work is agreed with you and your headteacher beforehand.".into(),
        training: "Core training is a one-day course for everybody newly designated. Please reply to this letter to say that you will take up your place.".into(),
        employer: "headteacher".into(),
        training_date: Some("Thursday 10 June 2027".into()),
        replaces: None,
    };
    let bare = OutcomeDesignated {
        school: String::new(),
        specialism: String::new(),
        meaning: String::new(),
        training: String::new(),
        employer: String::new(),
        training_date: None,
        ..full.clone()
    };
    let corrected = OutcomeDesignated { replaces: Some("Friday 23 April 2027".into()), ..full.clone() };
    vec![sample(&full), sample(&bare), sample(&corrected)]
}
