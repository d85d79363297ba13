//! A reminder: the agreement waits.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-agreement-chaser",
    about: "To a party that has not yet agreed to a piece of work, on the school days that policy names, with the agreement once more.",
    template: include_str!("../../../templates/letters/deployment-agreement-chaser.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentAgreementChaser {
    pub name: String,
    pub deployment: DeploymentWords,
    /// When it was sent: `Monday 3 May 2027`.
    pub sent: String,
    /// Who has agreed already; empty for nobody.
    pub agreed: String,
}

impl Letter for DeploymentAgreementChaser {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let some = DeploymentAgreementChaser {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        sent: "Monday 3 May 2027".into(),
        agreed: "Owen Brooks and Priya Nair".into(),
    };
    let none = DeploymentAgreementChaser { agreed: String::new(), ..some.clone() };
    vec![sample(&some), sample(&none)]
}
