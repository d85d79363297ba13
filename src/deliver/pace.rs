//! How fast letters leave: caps against loops between robots, and against a clerk gone mad. What is above waits.

use crate::domain::EmailAddress;
use jiff::Timestamp;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Answers to one address within 24 hours.
    pub answers_per_day: u32,
    /// All letters within an hour.
    pub letters_per_hour: u32,
}

/// What has left recently, kept up as letters go.
#[derive(Debug)]
pub struct Recent {
    letters: u32,
    oldest: Option<Timestamp>,
    answers: HashMap<EmailAddress, Vec<Timestamp>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pace {
    Now,
    Later { at: Timestamp, why: String },
}

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

fn shifted(at: Timestamp, seconds: i64) -> Timestamp {
    Timestamp::from_second(at.as_second().saturating_add(seconds)).unwrap_or(at)
}

pub fn hour_before(now: Timestamp) -> Timestamp {
    shifted(now, -HOUR)
}

pub fn day_before(now: Timestamp) -> Timestamp {
    shifted(now, -DAY)
}

impl Recent {
    /// Letters of the last hour: how many, and the oldest.
    pub fn new((letters, oldest): (u32, Option<Timestamp>)) -> Self {
        Self { letters, oldest, answers: HashMap::new() }
    }

    pub fn knows(&self, to: &EmailAddress) -> bool {
        self.answers.contains_key(to)
    }

    /// Answers to an address within the last day, oldest first.
    pub fn learn(&mut self, to: &EmailAddress, stamps: Vec<Timestamp>) {
        self.answers.insert(to.clone(), stamps);
    }
}

/// Whether a letter may leave now; if so, it is counted.
pub fn of(to: &EmailAddress, is_answer: bool, recent: &mut Recent, limits: Limits, now: Timestamp) -> Pace {
    if recent.letters >= limits.letters_per_hour {
        let at = shifted(recent.oldest.unwrap_or(now), HOUR + 1);
        return Pace::Later {
            at: at.max(shifted(now, 1)),
            why: format!("{} letters have left within an hour", recent.letters),
        };
    }
    if is_answer {
        let stamps = recent.answers.entry(to.clone()).or_default();
        if stamps.len() >= usize::try_from(limits.answers_per_day).unwrap_or(usize::MAX) {
            let frees = stamps.len() - usize::try_from(limits.answers_per_day).unwrap_or(0);
            let at = shifted(stamps.get(frees).copied().unwrap_or(now), DAY + 1);
            return Pace::Later {
                at: at.max(shifted(now, 1)),
                why: format!("this address has had {} answers within a day", stamps.len()),
            };
        }
        stamps.push(now);
    }
    recent.letters += 1;
    recent.oldest = recent.oldest.or(Some(now));
    Pace::Now
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn what_is_above_the_cap_waits_until_the_day_has_passed() {
        let to = EmailAddress::parse("robot@loop.example").unwrap();
        let limits = Limits { answers_per_day: 2, letters_per_hour: 100 };
        let mut recent = Recent::new((0, None));
        recent.learn(&to, vec![at(1_000)]);
        assert_eq!(of(&to, true, &mut recent, limits, at(2_000)), Pace::Now);
        let Pace::Later { at: until, .. } = of(&to, true, &mut recent, limits, at(2_001)) else {
            panic!("the third answer left")
        };
        assert_eq!(until, at(1_000 + DAY + 1));
        assert_eq!(
            of(&to, false, &mut recent, limits, at(2_002)),
            Pace::Now,
            "a letter that answers nothing is not capped"
        );
    }

    #[test]
    fn the_breaker_stops_everything_and_loses_nothing() {
        let to = EmailAddress::parse("p@h.example").unwrap();
        let limits = Limits { answers_per_day: 99, letters_per_hour: 3 };
        let mut recent = Recent::new((2, Some(at(500))));
        assert_eq!(of(&to, true, &mut recent, limits, at(1_000)), Pace::Now);
        assert_eq!(
            of(&to, true, &mut recent, limits, at(1_000)),
            Pace::Later { at: at(500 + HOUR + 1), why: "3 letters have left within an hour".into() }
        );
    }
}
