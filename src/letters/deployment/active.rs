//! Everybody has agreed.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-active",
    about: "To all parties once everybody has agreed: the agreement with who agreed when, and what happens next.",
    template: include_str!("../../../templates/letters/deployment-active.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentActive {
    pub name: String,
    pub deployment: DeploymentWords,
    pub version: u32,
    /// To somebody who does the work.
    pub person: bool,
    /// To the head of the supported school.
    pub supported: bool,
    /// Whom to arrange the first visit with: `Jo Marsh`.
    pub head_name: String,
    pub head_email: String,
}

impl Letter for DeploymentActive {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = DeploymentActive {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        version: 1,
        person: true,
        supported: false,
        head_name: "Jo Marsh".into(),
        head_email: "head@oakfield.example".into(),
    };
    let school = DeploymentActive { name: "Jo Marsh".into(), person: false, supported: true, ..own.clone() };
    let mut home = DeploymentActive { name: "Owen Brooks".into(), version: 2, supported: false, ..school.clone() };
    home.deployment.plan = None;
    vec![sample(&own), sample(&school), sample(&home)]
}
