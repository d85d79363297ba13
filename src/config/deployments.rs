//! The deployments of a programme: in which shapes, how long they are, and how much one person gives in a year.

use crate::domain::deployment::Model;
use crate::domain::worked::{self, HalfDays};
use serde::Deserialize;

/// How few days a year are too few is not here: it is what was agreed with each person (`days_a_year` of `[designation]`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeploymentPolicy {
    pub enabled: bool,
    pub models: Vec<Model>,
    pub usual: UsualDays,
    /// In an academic year, for one person; 0 for as many as are agreed.
    pub most_days_a_year: u32,
    /// School days before the academic year ends on which the coordinator hears who has given fewer than was agreed; 0 for never.
    pub least_notice: u32,
    /// School days before a deployment ends on which everybody is told, largest first.
    pub end_alerts: Vec<u32>,
    /// What a placement may last.
    pub placement_least_months: u32,
    pub placement_most_months: u32,
    /// Whether other named staff of the home school may do a part of the days.
    pub others: bool,
}

/// Days of each model where nobody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UsualDays {
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub spread: HalfDays,
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub block: HalfDays,
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub diagnostic: HalfDays,
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub full_time: HalfDays,
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub placement: HalfDays,
}

impl Default for UsualDays {
    fn default() -> Self {
        Self {
            spread: HalfDays::of_days(6),
            block: HalfDays::of_days(5),
            diagnostic: HalfDays::of_days(2),
            full_time: HalfDays::of_days(60),
            placement: HalfDays::of_days(19),
        }
    }
}

impl Default for DeploymentPolicy {
    fn default() -> Self {
        Self {
            enabled: false,
            models: Model::ALL.to_vec(),
            usual: UsualDays::default(),
            most_days_a_year: 0,
            least_notice: 40,
            end_alerts: vec![20, 10],
            placement_least_months: 6,
            placement_most_months: 36,
            others: true,
        }
    }
}

impl DeploymentPolicy {
    pub fn usual(&self, model: Model) -> HalfDays {
        match model {
            Model::Spread => self.usual.spread,
            Model::Block => self.usual.block,
            Model::Diagnostic => self.usual.diagnostic,
            Model::FullTime => self.usual.full_time,
            Model::Placement => self.usual.placement,
        }
    }

    /// What contradicts itself: the key, and a sentence.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = vec![];
        if self.enabled && self.models.is_empty() {
            faults.push(("models", "expected at least one, such as \"spread\".".to_owned()));
        }
        if let Some(model) = self.models.iter().find(|model| self.usual(**model) == HalfDays::NONE) {
            faults.push(("usual", format!("expected at least half a day for \"{}\".", model.word())));
        }
        if !self.end_alerts.is_sorted_by(|one, next| one > next) {
            faults.push(("end_alerts", "expected the largest number of days first.".to_owned()));
        }
        if self.placement_least_months == 0 || self.placement_least_months > self.placement_most_months {
            let sentence = "expected at least one month, and no more than `placement_most_months`.";
            faults.push(("placement_least_months", sentence.to_owned()));
        }
        faults
    }
}
