//! The projects that a programme funds: the bursary, what is due, and who is reminded when.

use crate::domain::civil::TimeOfDay;
use crate::domain::money::{self, Pence};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProjectPolicy {
    pub enabled: bool,
    /// What a project is paid, unless it is agreed with another sum.
    #[serde(deserialize_with = "money::pounds::deserialize")]
    pub bursary: Pence,
    /// The alliance's words on when and to whom it is paid.
    pub terms: String,
    /// In the order in which they are due; the last is the final report.
    #[serde(rename = "step")]
    pub steps: Vec<ProjectStep>,
    pub remind_at: TimeOfDay,
    /// School days that a holder is given where more is asked for and no date is said.
    pub more_days: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectStep {
    pub id: String,
    pub name: String,
    /// How far it lies between the agreement and the day on which the whole is due; 100 is that day.
    pub percent: u32,
    /// School days before it is due, largest first.
    #[serde(default)]
    pub reminders: Vec<u32>,
    /// School days after it was due, smallest first.
    #[serde(default)]
    pub chasers: Vec<u32>,
    /// School days after it was due on which the coordinator is asked; 0 for never.
    #[serde(default)]
    pub ask_after: u32,
}

impl Default for ProjectPolicy {
    fn default() -> Self {
        Self {
            enabled: false,
            bursary: Pence::ZERO,
            terms: String::new(),
            steps: vec![],
            remind_at: TimeOfDay(jiff::civil::Time::constant(8, 30, 0, 0)),
            more_days: 10,
        }
    }
}

impl ProjectPolicy {
    pub fn step(&self, id: &str) -> Option<&ProjectStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// What contradicts itself: the key, and a sentence.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = vec![];
        if self.bursary.is_negative() {
            faults.push(("bursary", format!("a bursary is no debt: expected an amount, not {}.", self.bursary)));
        }
        if self.enabled && self.steps.last().is_none_or(|last| last.percent != 100) {
            faults.push((
                "percent",
                "the last [[projects.step]] is the final report: expected `percent = 100` there.".to_owned(),
            ));
        }
        for (place, step) in self.steps.iter().enumerate() {
            let before = self.steps.iter().take(place);
            if before.clone().any(|other| other.id == step.id) {
                faults.push(("id", format!("\"{}\" stands twice; each step has an id of its own.", step.id)));
            }
            if before.clone().any(|other| other.percent >= step.percent) || !(1..=100).contains(&step.percent) {
                faults.push(("percent", "expected 1 to 100, each step later than the one before.".to_owned()));
            }
            if !step.reminders.is_sorted_by(|one, next| one > next) {
                faults.push(("reminders", "expected the largest number of days first.".to_owned()));
            }
            let later = step.chasers.last().is_some_and(|last| step.ask_after > 0 && step.ask_after <= *last);
            if !step.chasers.is_sorted_by(|one, next| one < next) || step.chasers.first() == Some(&0) || later {
                faults.push((
                    "chasers",
                    "expected days from 1 on, the smallest number first, and `ask_after` later than all.".to_owned(),
                ));
            }
        }
        faults
    }
}
