//! `[commission]`, `[proposals]`, `[agreements]`, `[visits]`, `[evaluation]`: from a school's request to its last word.

use super::{Mistake, is_rising};
use crate::domain::civil::TimeOfDay;
use crate::domain::worked::{self, HalfDays};
use jiff::civil::Time;
use serde::Deserialize;

fn half_past_eight() -> TimeOfDay {
    TimeOfDay(Time::constant(8, 30, 0, 0))
}

/// Somebody is asked, asked again, and then the coordinator is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Asking {
    /// School days after the first letter, smallest first.
    pub chasers: Vec<u32>,
    /// School days after it on which the coordinator is told; 0 for never.
    pub ask_after: u32,
    pub chase_at: TimeOfDay,
}

impl Default for Asking {
    fn default() -> Self {
        Self { chasers: vec![3, 6], ask_after: 9, chase_at: half_past_eight() }
    }
}

fn chasing(table: &'static str, chasers: &[u32], ask_after: u32) -> Vec<Mistake> {
    let mut faults = vec![];
    if !is_rising(chasers) {
        faults.push((table, "chasers", "expected days from 1 on, the smallest number first.".to_owned()));
    }
    if ask_after > 0 && chasers.last().is_some_and(|last| ask_after <= *last) {
        faults.push((table, "ask_after", "expected more days than the last chaser has, or 0 for never.".to_owned()));
    }
    faults
}

impl Asking {
    pub(super) fn faults(&self, table: &'static str) -> Vec<Mistake> {
        chasing(table, &self.chasers, self.ask_after)
    }
}

/// What makes a logged visit count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirm {
    /// The supported school has not objected in time.
    #[default]
    Silence,
    /// It has said yes.
    Yes,
}

/// What happens to visits on weekends and in holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutOfSchool {
    /// The coordinator sees it.
    #[default]
    Flag,
    /// They are like any other.
    Allow,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VisitPolicy {
    /// In half hours, as policy may say 6.5.
    #[serde(deserialize_with = "worked::halves::deserialize")]
    pub hours_a_day: HalfDays,
    /// Below it the clerk asks whether it is to count.
    pub minimum_minutes: u32,
    pub confirm: Confirm,
    /// School days that the supported school has to object.
    pub dispute_school_days: u32,
    /// School days before these are over on which it is reminded; 0 for never.
    pub remind_before: u32,
    /// School days after a planned visit by which it is logged.
    pub log_within_school_days: u32,
    /// School days after the first chaser.
    pub chase_again_school_days: Vec<u32>,
    pub chase_at: TimeOfDay,
    /// Calendar days after which a log is flagged as late.
    pub late_log_days: u32,
    pub weekends_and_holidays: OutOfSchool,
}

impl Default for VisitPolicy {
    fn default() -> Self {
        Self {
            hours_a_day: HalfDays::of_days(5),
            minimum_minutes: 60,
            confirm: Confirm::Silence,
            dispute_school_days: 10,
            remind_before: 2,
            log_within_school_days: 5,
            chase_again_school_days: vec![5, 10],
            chase_at: half_past_eight(),
            late_log_days: 30,
            weekends_and_holidays: OutOfSchool::Flag,
        }
    }
}

impl VisitPolicy {
    pub fn minutes_a_day(&self) -> u32 {
        self.hours_a_day.0.saturating_mul(30)
    }

    /// Worked time in half-days, to the nearest one, the exact middle going up; never less than half a day nor more than a day.
    /// `None` below the minimum: that is asked about.
    pub fn half_days(&self, minutes: u32) -> Option<HalfDays> {
        if minutes < self.minimum_minutes.max(1) {
            return None;
        }
        let halves = minutes.saturating_mul(4).saturating_add(self.minutes_a_day()) / self.minutes_a_day().max(1) / 2;
        Some(HalfDays(halves).clamp(HalfDays::HALF, HalfDays::DAY))
    }

    pub(super) fn faults(&self) -> Vec<Mistake> {
        let mut faults = vec![];
        let mut wrong = |key, sentence: &str| faults.push(("visits", key, sentence.to_owned()));
        if !(2..=48).contains(&self.hours_a_day.0) {
            wrong("hours_a_day", "expected 1 to 24 hours; 5 is usual.");
        }
        if self.minimum_minutes > self.minutes_a_day() {
            wrong("minimum_minutes", "expected no more than a day has.");
        }
        if self.dispute_school_days == 0 {
            wrong("dispute_school_days", "expected at least one school day: the school must be able to object.");
        }
        if self.remind_before > 0 && self.remind_before >= self.dispute_school_days {
            wrong("remind_before", "expected fewer days than `dispute_school_days`, or 0 for never.");
        }
        if !is_rising(&self.chase_again_school_days) {
            wrong("chase_again_school_days", "expected days from 1 on, the smallest number first.");
        }
        faults
    }
}

/// When the receiving head is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvaluationPoint {
    MidTerm,
    EachVisit,
    End,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EvaluationPolicy {
    pub after: Vec<EvaluationPoint>,
    pub chasers: Vec<u32>,
    pub ask_after: u32,
    pub chase_at: TimeOfDay,
}

impl Default for EvaluationPolicy {
    fn default() -> Self {
        Self { after: vec![EvaluationPoint::End], chasers: vec![5, 10], ask_after: 15, chase_at: half_past_eight() }
    }
}

impl EvaluationPolicy {
    pub fn asks(&self, point: EvaluationPoint) -> bool {
        self.after.contains(&point)
    }

    pub(super) fn faults(&self) -> Vec<Mistake> {
        chasing("evaluation", &self.chasers, self.ask_after)
    }
}

/// What makes a request urgent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Urgency {
    pub id: String,
    pub name: String,
    /// Words that say so.
    #[serde(default)]
    pub patterns: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Commission {
    /// How many people the coordinator is shown.
    pub candidates: usize,
    /// From here on a person counts as far away.
    pub far_km: u32,
    /// Most urgent first.
    pub urgency: Vec<Urgency>,
}

impl Default for Commission {
    fn default() -> Self {
        let urgency = |id: &str, name: &str, patterns: &[&str]| Urgency {
            id: id.to_owned(),
            name: name.to_owned(),
            patterns: patterns.iter().map(|words| (*words).to_owned()).collect(),
        };
        Self {
            candidates: 5,
            far_km: 30,
            urgency: vec![
                urgency(
                    "below-floor",
                    "below the floor standard",
                    &[
                        "below the floor standard",
                        "below floor",
                        "below the floor",
                        "special measures",
                        "inadequate",
                        "serious weaknesses",
                    ],
                ),
                urgency(
                    "vulnerable",
                    "a vulnerable school",
                    &[
                        "vulnerable",
                        "at risk",
                        "requires improvement",
                        "RI",
                        "warning notice",
                        "soft federation",
                        "safeguarding concerns",
                    ],
                ),
                urgency(
                    "new-head",
                    "a first-time head",
                    &[
                        "first-time head",
                        "first time head",
                        "new headteacher",
                        "new head",
                        "first headship",
                        "acting head",
                        "acting headteacher",
                        "interim head",
                        "headteacher designate",
                        "head designate",
                    ],
                ),
            ],
        }
    }
}

impl Commission {
    /// The ids of what is said, most urgent first. Words are found whole and in any case.
    pub fn found(&self, text: &str) -> Vec<String> {
        let text = spaced(text);
        let said = |words: &String| {
            let words = spaced(words);
            let mut places = text.match_indices(&words).map(|(at, _)| text.get(..at).unwrap_or_default());
            // “We are no longer in special measures” is good news.
            places.any(|before| {
                let last: Vec<&str> = before.split_whitespace().rev().take(4).collect();
                !last.iter().any(|word| matches!(*word, "not" | "longer" | "never" | "used" | "isn" | "aren"))
            })
        };
        let says = |urgency: &&Urgency| urgency.patterns.iter().any(said);
        self.urgency.iter().filter(says).map(|urgency| urgency.id.clone()).collect()
    }

    /// 0 for the most urgent; what is not urgent comes last.
    pub fn rank(&self, ids: &[String]) -> usize {
        self.urgency.iter().position(|urgency| ids.contains(&urgency.id)).unwrap_or(self.urgency.len())
    }

    pub fn name(&self, id: &str) -> Option<&str> {
        self.urgency.iter().find(|urgency| urgency.id == id).map(|urgency| urgency.name.as_str())
    }

    pub(super) fn faults(&self) -> Vec<Mistake> {
        let mut faults = vec![];
        if self.candidates == 0 {
            faults.push(("commission", "candidates", "expected at least one person.".to_owned()));
        }
        for (place, urgency) in self.urgency.iter().enumerate() {
            if self.urgency.iter().take(place).any(|other| other.id == urgency.id) {
                let sentence = format!("\"{}\" stands twice; each has an id of its own.", urgency.id);
                faults.push(("commission.urgency", "id", sentence));
            }
            if urgency.patterns.iter().any(|words| spaced(words).trim().is_empty()) {
                let sentence = "expected words; an empty pattern is found in every mail.".to_owned();
                faults.push(("commission.urgency", "patterns", sentence));
            }
        }
        faults
    }
}

/// Words between single spaces, so that whole ones are found.
fn spaced(text: &str) -> String {
    let lower: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", lower.split_whitespace().collect::<Vec<_>>().join(" "))
}
