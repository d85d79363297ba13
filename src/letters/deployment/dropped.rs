//! It does not come about.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-dropped",
    about: "To whoever knew of a request or a piece of work that does not come about.",
    template: include_str!("../../../templates/letters/deployment-dropped.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentDropped {
    pub name: String,
    pub deployment: DeploymentWords,
    /// Nobody had agreed to it yet.
    pub request: bool,
    /// To the school that asked.
    pub supported: bool,
}

impl Letter for DeploymentDropped {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let asked = DeploymentDropped {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        request: true,
        supported: true,
    };
    let mut bare = DeploymentDropped { deployment: DeploymentWords::bare_sample(), ..asked.clone() };
    bare.supported = false;
    let agreed = DeploymentDropped { request: false, ..asked.clone() };
    vec![sample(&asked), sample(&bare), sample(&agreed)]
}
