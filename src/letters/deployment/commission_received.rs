//! A request for support has come, or more has been said about one.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "commission-received",
    about: "To whoever has asked for support for a school: its number, what happens next, and what is still missing.",
    template: include_str!("../../../templates/letters/commission-received.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct CommissionReceived {
    pub name: String,
    pub deployment: DeploymentWords,
    /// What it is about; empty where they have not said.
    pub about: String,
    /// More has been said about a request that was made before.
    pub again: bool,
    /// It comes from the head of a school that we know; otherwise nothing is promised.
    pub known: bool,
    /// What is asked for, in whole phrases.
    pub missing: Vec<String>,
    /// By when they hear from us: `Friday 21 May 2027`.
    pub by: String,
}

impl Letter for CommissionReceived {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = CommissionReceived {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        about: "Mathematics in Year 4".into(),
        again: false,
        known: true,
        missing: vec![],
        by: "Friday 21 May 2027".into(),
    };
    let missing = CommissionReceived {
        deployment: DeploymentWords::bare_sample(),
        about: String::new(),
        known: false,
        missing: vec!["the name of your school".into(), "when you would like it".into()],
        ..plain.clone()
    };
    let again = CommissionReceived { again: true, ..plain.clone() };
    vec![sample(&plain), sample(&missing), sample(&again)]
}
