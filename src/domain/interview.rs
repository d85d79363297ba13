//! Interviews and reviewers' ratings.

use super::civil::Zone;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// An interview, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// SEQUENCE of its calendar entry: grows with every change (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    pub starts_at: DateTime,
    pub minutes: u32,
    pub zone: Zone,
    pub place: String,
    /// The group of an assessment day; empty for a single interview.
    pub group: String,
    pub cancelled: bool,
    pub answer: Option<Answer>,
    pub set_by: String,
    pub set_at: Timestamp,
    /// The reminder of this version has been decided; the outbox knows.
    pub reminded: bool,
}

impl Interview {
    pub fn starts(&self) -> Timestamp {
        self.zone.earliest(self.starts_at)
    }

    pub fn ends(&self) -> Timestamp {
        self.starts().saturating_add(SignedDuration::from_mins(i64::from(self.minutes))).unwrap_or(Timestamp::MAX)
    }
}

/// What the applicant said to the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Accepted,
    Declined,
    AnotherTime,
}

impl Answer {
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::AnotherTime => "another_time",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Declined, Self::AnotherTime].into_iter().find(|a| a.word() == word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    Red,
    Amber,
    Green,
}

impl Rating {
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
        }
    }

    /// `Green`, `g`, `AMBER`.
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        [Self::Red, Self::Amber, Self::Green]
            .into_iter()
            .find(|r| r.word() == word || r.word().get(..1) == Some(word.as_str()))
    }

    /// Red 0, amber 1, green 2: for an average that is shown and decides nothing.
    pub fn points(self) -> u32 {
        match self {
            Self::Red => 0,
            Self::Amber => 1,
            Self::Green => 2,
        }
    }
}

/// What a rating of an application as a whole is filed under.
pub const OVERALL: &str = "Overall";

/// Red, amber and green are 0, 1 and 2: the mean in tenths, rounded. It is shown, and decides nothing (invariant 4).
pub fn average(scores: &[Score]) -> Option<u32> {
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    let sum: u32 = scores.iter().map(|score| score.rating.points()).sum();
    Some((sum * 20 + count) / (2 * count))
}

/// `1.7 of 2`.
pub fn average_in_words(tenths: u32) -> String {
    format!("{}.{} of 2", tenths / 10, tenths % 10)
}

/// A reviewer's rating of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    pub reviewer: String,
    pub criterion: String,
    pub rating: Rating,
    pub comment: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(rating: Rating) -> Score {
        Score { reviewer: "Jo Hart".into(), criterion: "Impact".into(), rating, comment: String::new() }
    }

    #[test]
    fn an_average_is_rounded_to_a_tenth() {
        assert_eq!(average(&[]), None);
        assert_eq!(average(&[score(Rating::Green)]), Some(20));
        assert_eq!(average(&[score(Rating::Green), score(Rating::Green), score(Rating::Amber)]), Some(17));
        assert_eq!(average(&[score(Rating::Red), score(Rating::Red), score(Rating::Amber)]), Some(3));
        assert_eq!(average_in_words(17), "1.7 of 2");
    }
}
