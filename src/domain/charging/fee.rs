//! The alliance's fee, as policy writes it: `15%`, `£50` a day, or nothing.

use super::super::money::Pence;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Fee {
    #[default]
    None,
    /// Hundredths of a per cent of what the days cost.
    Percent(u32),
    PerDay(Pence),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a fee (expected a part of the day rate, such as \"15%\", an amount a day, such as \"£50\", or \"\" for none)"
)]
pub struct BadFee(pub String);

impl Fee {
    /// `15%`, `17.5 %`, `£50`, `£50 a day`, `none`, or nothing.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn parse(given: &str) -> Result<Self, BadFee> {
        let text = given.trim().to_lowercase();
        let wrong = || BadFee(given.to_owned());
        if matches!(text.as_str(), "" | "none" | "no fee") {
            return Ok(Self::None);
        }
        if let Some(percent) = text.strip_suffix('%').or_else(|| text.strip_suffix("per cent")) {
            return basis_points(percent.trim()).map(Self::Percent).ok_or_else(wrong);
        }
        let amount = text.strip_suffix("a day").or_else(|| text.strip_suffix("per day")).unwrap_or(&text);
        // A bare number might be meant either way.
        match Pence::parse(amount) {
            Ok(fee) if amount.contains('£') && !fee.is_negative() => Ok(Self::PerDay(fee)),
            Ok(_) | Err(_) => Err(wrong()),
        }
    }
}

/// A rate of VAT as configuration writes it, `20%`, in hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Percent(pub u32);

impl TryFrom<String> for Percent {
    type Error = String;
    fn try_from(given: String) -> Result<Self, String> {
        let points = given.trim().strip_suffix('%').and_then(|number| basis_points(number.trim()));
        match points {
            Some(points) if points <= 10_000 => Ok(Self(points)),
            Some(_) | None => Err(format!("`{given}` is not a part of a hundred (expected one such as \"20%\")")),
        }
    }
}

/// Hundredths of a per cent: `17.5` is 1750. No more than two digits after the point.
fn basis_points(given: &str) -> Option<u32> {
    let (whole, part) = given.split_once('.').unwrap_or((given, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let hundredths = format!("{part:0<2}").parse::<u32>().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(hundredths)
}

/// `15%`, `17.5%`.
impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.pad(""),
            Self::Percent(points) => {
                let part = format!("{:02}", points % 100);
                let part = part.trim_end_matches('0');
                let point = if part.is_empty() { "" } else { "." };
                f.pad(&format!("{}{point}{part}%", points / 100))
            }
            Self::PerDay(fee) => f.pad(&fee.in_short()),
        }
    }
}

impl TryFrom<String> for Fee {
    type Error = BadFee;
    fn try_from(given: String) -> Result<Self, BadFee> {
        Self::parse(&given)
    }
}

impl From<Fee> for String {
    fn from(fee: Fee) -> Self {
        fee.to_string()
    }
}
