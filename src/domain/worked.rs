//! Worked time: whole half-days, and nothing finer (invariant 8).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;

/// So many half-days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfDays(pub u32);

impl HalfDays {
    pub const NONE: Self = Self(0);
    pub const HALF: Self = Self(1);
    pub const DAY: Self = Self(2);

    pub fn of_days(days: u32) -> Self {
        Self(days.saturating_mul(2))
    }

    /// `6`, `2.5`, `2½`, `½`: days as people and configuration write them; `None` for anything finer than halves.
    pub fn parse(given: &str) -> Option<Self> {
        let text = given.trim().replace('½', ".5");
        let text = text.strip_suffix("days").or_else(|| text.strip_suffix("day")).unwrap_or(&text).trim();
        let (whole, half) = match text.split_once('.') {
            Some((whole, "5")) => (whole, 1),
            Some((whole, "0")) => (whole, 0),
            Some(_) => return None,
            None => (text, 0),
        };
        let whole = if whole.is_empty() && half == 1 { 0 } else { whole.parse::<u32>().ok()? };
        whole.checked_mul(2)?.checked_add(half).map(Self)
    }

    /// For data and electronic invoices: `2.5`.
    pub fn decimal(self) -> String {
        if self.0.is_multiple_of(2) { (self.0 / 2).to_string() } else { format!("{}.5", self.0 / 2) }
    }

    /// What is left of so many, once these are taken off.
    pub fn less(self, taken: Self) -> Self {
        Self(self.0.saturating_sub(taken.0))
    }
}

/// Halves as configuration writes them: `2`, `2.5` or `"2½"`. In data they are a number of halves, as everywhere else.
pub mod halves {
    use super::HalfDays;
    use serde::{Deserializer, de};
    use std::fmt;

    /// # Errors
    /// When it is finer than halves, or below nought.
    pub fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<HalfDays, D::Error> {
        struct Halves;
        impl de::Visitor<'_> for Halves {
            type Value = HalfDays;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number in halves, such as 2 or 2.5")
            }
            fn visit_i64<E: de::Error>(self, given: i64) -> Result<HalfDays, E> {
                self.visit_str(&given.to_string())
            }
            fn visit_u64<E: de::Error>(self, given: u64) -> Result<HalfDays, E> {
                self.visit_str(&given.to_string())
            }
            fn visit_f64<E: de::Error>(self, given: f64) -> Result<HalfDays, E> {
                self.visit_str(&given.to_string())
            }
            fn visit_str<E: de::Error>(self, given: &str) -> Result<HalfDays, E> {
                HalfDays::parse(given).ok_or_else(|| E::invalid_value(de::Unexpected::Other(given), &self))
            }
        }
        source.deserialize_any(Halves)
    }
}

impl Sum for HalfDays {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::NONE, |sum, part| Self(sum.0.saturating_add(part.0)))
    }
}

/// `half a day`, `1 day`, `2½ days`.
impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 2, self.0 % 2) {
            (0, 1) => f.pad("half a day"),
            (1, 0) => f.pad("1 day"),
            (days, 0) => f.pad(&format!("{days} days")),
            (days, _) => f.pad(&format!("{days}½ days")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_days_are_read_and_written() {
        for (text, halves, words) in [
            ("6", 12, "6 days"),
            ("2.5", 5, "2½ days"),
            ("2½ days", 5, "2½ days"),
            ("½", 1, "half a day"),
            ("0.5", 1, "half a day"),
            ("1 day", 2, "1 day"),
            ("1.0", 2, "1 day"),
        ] {
            assert_eq!(HalfDays::parse(text), Some(HalfDays(halves)), "{text}");
            assert_eq!(HalfDays(halves).to_string(), words);
        }
        for text in ["", "1.25", "-1", "1.5.5", "many", "99999999999"] {
            assert_eq!(HalfDays::parse(text), None, "{text}");
        }
        assert_eq!(HalfDays(5).decimal(), "2.5");
        assert_eq!(HalfDays(4).decimal(), "2");
    }
}
