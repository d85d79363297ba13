//! The day of the review has come.

use super::DeploymentWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-review",
    about: "To all parties on the day that was agreed for the review of a piece of work: how is it going?",
    template: include_str!("../../../templates/letters/deployment-review.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentReview {
    pub name: String,
    pub deployment: DeploymentWords,
    /// `3 of the 6 days`.
    pub worked: String,
}

impl Letter for DeploymentReview {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let whole = DeploymentReview {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        worked: "3 of the 6 days".into(),
    };
    let mut bare = whole.clone();
    if let Some(plan) = &mut bare.deployment.plan {
        (plan.lines, plan.end_point) = (vec![], String::new());
    }
    vec![sample(&whole), sample(&bare)]
}
