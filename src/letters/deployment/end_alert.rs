//! It ends soon.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-end-alert",
    about: "To all parties some school days before a piece of work ends, as policy names them.",
    template: include_str!("../../../templates/letters/deployment-end-alert.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentEndAlert {
    pub name: String,
    pub deployment: DeploymentWords,
    /// To somebody who does the work.
    pub person: bool,
    /// `in 20 school days`.
    pub left: String,
    /// `4 of the 6 days`.
    pub worked: String,
    /// Days that were agreed have not been logged yet.
    pub more: bool,
}

impl Letter for DeploymentEndAlert {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = DeploymentEndAlert {
        name: "Priya Nair".into(),
        deployment: DeploymentWords::sample(),
        person: true,
        left: "in 20 school days".into(),
        worked: "4 of the 6 days".into(),
        more: true,
    };
    let mut head = DeploymentEndAlert { name: "Jo Marsh".into(), person: false, more: false, ..own.clone() };
    if let Some(plan) = &mut head.deployment.plan {
        plan.end_point = String::new();
    }
    vec![sample(&own), sample(&head)]
}
