//! The agreement, to be agreed to.

use super::DeploymentWords;
use crate::domain::deployment::Plan;
use crate::domain::worked::HalfDays;
use crate::letters::{Care, Enclosure, Letter, LetterKind, Voice, sample};
use jiff::civil::Date;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "deployment-agreement",
    about: "To all parties to a piece of work, with the agreement as a PDF, when it is ready or is to change: they agree by replying.",
    template: include_str!("../../../templates/letters/deployment-agreement.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct DeploymentAgreement {
    pub name: String,
    pub deployment: DeploymentWords,
    /// What is different from what was agreed before; empty for the first version.
    pub changes: Vec<String>,
    pub rate: String,
    /// Who else is asked: `Jo Marsh and Owen Brooks`.
    pub others: String,
    pub by: String,
}

impl Letter for DeploymentAgreement {
    const KIND: &'static LetterKind = &KIND;
}

/// What the parties agree to; whose paper it is on is added when it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The day of this version.
    pub date: Date,
    pub case: String,
    pub version: u32,
    pub subject: String,
    pub school: String,
    pub school_head: String,
    /// The leader first.
    pub doers: Vec<Doer>,
    pub need: String,
    pub hoped_for: String,
    pub plan: Plan,
    pub rate: String,
    /// Who pays whom, and when.
    pub terms: Vec<String>,
    pub signatures: Vec<Signature>,
    /// `None` once all have agreed.
    pub reply_by: Option<Date>,
}

/// Somebody who does the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doer {
    pub name: String,
    /// Empty for other staff.
    pub role: String,
    pub home_school: String,
    pub home_head: String,
    /// Their part, where the days are shared.
    pub half_days: Option<HalfDays>,
}

/// A party, and when it agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub party: String,
    pub name: String,
    pub school: String,
    pub agreed_on: Option<Date>,
}

impl Paper {
    pub fn enclosure(self) -> Enclosure {
        Enclosure::Agreement(Box::new(self))
    }
}

fn samples() -> Vec<serde_json::Value> {
    let first = DeploymentAgreement {
        name: "Jo Marsh".into(),
        deployment: DeploymentWords::sample(),
        changes: vec![],
        rate: "£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee".into(),
        others: "Owen Brooks and Priya Nair".into(),
        by: "Friday 14 May 2027".into(),
    };
    let mut changed = DeploymentAgreement { changes: vec!["8 days instead of 6 days".into()], ..first.clone() };
    changed.deployment.helpers = String::new();
    let mut bare = DeploymentAgreement { others: String::new(), ..first.clone() };
    if let Some(plan) = &mut bare.deployment.plan {
        (plan.review, plan.end_point) = (String::new(), String::new());
    }
    vec![sample(&first), sample(&changed), sample(&bare)]
}
