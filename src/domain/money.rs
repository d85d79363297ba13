//! Money: whole pence, counted exactly (invariant 8). No fraction of a penny and no floating point ever comes near it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

/// An amount of money, in pence. It may be negative: a credit, a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub i64);

/// What was written is no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not an amount of money; expected pounds, as in `£500` or `£297.50`")]
pub struct BadMoney {
    pub given: String,
}

impl Pence {
    pub const ZERO: Self = Self(0);

    /// Whole pounds; `None` where that is more than can be counted.
    pub const fn of_pounds(pounds: i64) -> Option<Self> {
        match pounds.checked_mul(100) {
            Some(pence) => Some(Self(pence)),
            None => None,
        }
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads `£350`, `£297.50`, `350`, `£1,234.50`, `-£5`.
    ///
    /// Pence are two digits or none, and commas stand between thousands or nowhere: `£12.5` and `£1,50` may each be
    /// meant in two ways, and are refused.
    ///
    /// # Errors
    /// When it is no amount of pounds.
    pub fn parse(given: &str) -> Result<Self, BadMoney> {
        read(given).ok_or_else(|| BadMoney { given: given.trim().to_owned() })
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    pub fn checked_neg(self) -> Option<Self> {
        self.0.checked_neg().map(Self)
    }

    /// So many times the amount: days at a daily rate.
    pub fn checked_mul(self, times: i64) -> Option<Self> {
        self.0.checked_mul(times).map(Self)
    }

    /// A part of the amount, such as 1/2 of a daily rate, to the nearest penny; half a penny goes away from nought.
    ///
    /// Away from nought, so that a credit note undoes to the penny what its invoice did.
    pub fn checked_part(self, numerator: i64, denominator: i64) -> Option<Self> {
        // An i128 holds the product of any two i64.
        let product = i128::from(self.0) * i128::from(numerator);
        let by = i128::from(denominator);
        if by == 0 {
            return None;
        }
        let twice = product.unsigned_abs().checked_mul(2)?;
        let divisor = by.unsigned_abs();
        let rounded = twice.checked_add(divisor)? / divisor.checked_mul(2)?;
        let signed = i128::try_from(rounded).ok()?;
        let negative = (product < 0) != (by < 0);
        i64::try_from(if negative { -signed } else { signed }).ok().map(Self)
    }

    /// So many hundredths of a per cent of the amount, rounded half up: 1500 is 15 %, 1750 is 17.5 %.
    pub fn checked_percentage(self, basis_points: i64) -> Option<Self> {
        self.checked_part(basis_points, 10_000)
    }

    /// As prose says it: `£350`, `£297.50`.
    pub fn in_short(self) -> String {
        let whole = self.to_string();
        whole.strip_suffix(".00").map_or(whole.clone(), str::to_owned)
    }

    /// The sum, or `None` where it is more than can be counted.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// Saturates, for totals that are only shown; what is billed uses [`Pence::checked_sum`].
impl Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| Self(sum.0.saturating_add(amount.0)))
    }
}

fn read(given: &str) -> Option<Pence> {
    let text = given.trim().replace('−', "-");
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.as_str()),
    };
    let text = text.strip_prefix('£').map_or(text, str::trim_start);
    let (pounds, pence) = match text.split_once('.') {
        Some((pounds, pence)) => (pounds, pence),
        None => (text, "00"),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = pounds.split(',');
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let grouped = groups.is_empty() || ((1..=3).contains(&first.len()) && groups.iter().all(|group| group.len() == 3));
    let plain: String = pounds.chars().filter(|c| *c != ',').collect();
    if !grouped || !digits(first) || !digits(&plain) || !digits(pence) || pence.len() != 2 {
        return None;
    }
    let amount = plain.parse::<i64>().ok()?.checked_mul(100)?.checked_add(pence.parse().ok()?)?;
    Some(Pence(if negative { amount.checked_neg()? } else { amount }))
}

/// `£350.00`, `£1,234.50`, `-£5.00`.
impl fmt::Display for Pence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.0.unsigned_abs();
        let digits = (amount / 100).to_string();
        let mut pounds = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                pounds.push(',');
            }
            pounds.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}£{pounds}.{:02}", amount % 100))
    }
}

impl FromStr for Pence {
    type Err = BadMoney;
    fn from_str(given: &str) -> Result<Self, BadMoney> {
        Self::parse(given)
    }
}

/// An amount as configuration writes it: `"£500"`. In data it is a number of pence, as everywhere else.
pub mod pounds {
    use super::Pence;
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    /// # Errors
    /// When it cannot be written there.
    pub fn serialize<S: Serializer>(amount: &Pence, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&amount.in_short())
    }

    /// # Errors
    /// When it is no text, or no amount.
    pub fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Pence, D::Error> {
        let given = String::deserialize(source)?;
        Pence::parse(&given).map_err(de::Error::custom)
    }
}

/// The same, where there may be none.
pub mod perhaps_pounds {
    use super::Pence;
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    /// # Errors
    /// When it cannot be written there.
    pub fn serialize<S: Serializer>(amount: &Option<Pence>, to: S) -> Result<S::Ok, S::Error> {
        match amount {
            Some(amount) => to.serialize_str(&amount.in_short()),
            None => to.serialize_none(),
        }
    }

    /// # Errors
    /// When it is no text, or no amount.
    pub fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Pence>, D::Error> {
        let given = Option::<String>::deserialize(source)?;
        given.map(|given| Pence::parse(&given).map_err(de::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, pence) in [
            ("£350", 35_000),
            ("350", 35_000),
            (" £ 350 ", 35_000),
            ("£297.50", 29_750),
            ("£0.05", 5),
            ("£1,234.50", 123_450),
            ("1234.50", 123_450),
            ("£1,234,567", 123_456_700),
            ("-£5", -500),
            ("−£5.01", -501),
        ] {
            assert_eq!(Pence::parse(text), Ok(Pence(pence)), "{text}");
        }
    }

    #[test]
    fn what_may_be_meant_in_two_ways_is_no_amount() {
        for text in [
            "",
            "£",
            "pounds",
            "£12.5",
            "£1,50",
            "£1,23,456",
            "1,2345",
            "£12.505",
            "$5",
            "5p",
            "£-5",
            "1e3",
            "£1 234",
            ",500",
            "£.50",
            "--5",
            "£99999999999999999999",
            "٣٥٠",
        ] {
            assert!(Pence::parse(text).is_err(), "{text}");
        }
        assert_eq!(
            Pence::parse("£12.5").map_err(|e| e.to_string()),
            Err("`£12.5` is not an amount of money; expected pounds, as in `£500` or `£297.50`".to_owned())
        );
    }

    #[test]
    fn amounts_are_printed_with_pence_and_thousands() {
        for (pence, text) in [
            (0, "£0.00"),
            (5, "£0.05"),
            (-5, "-£0.05"),
            (35_000, "£350.00"),
            (99_999, "£999.99"),
            (100_000, "£1,000.00"),
            (123_450, "£1,234.50"),
            (123_456_789, "£1,234,567.89"),
            (i64::MIN, "-£92,233,720,368,547,758.08"),
        ] {
            assert_eq!(Pence(pence).to_string(), text);
        }
        assert_eq!(format!("{:>9}", Pence(500)), "    £5.00");
    }

    #[test]
    fn half_a_penny_goes_away_from_nought() {
        assert_eq!(Pence(35_000).checked_percentage(1_500), Some(Pence(5_250)), "15 % of £350");
        assert_eq!(Pence(333).checked_percentage(5_000), Some(Pence(167)), "166.5");
        assert_eq!(Pence(-333).checked_percentage(5_000), Some(Pence(-167)));
        assert_eq!(Pence(33).checked_part(1, 3), Some(Pence(11)));
        assert_eq!(Pence(35_001).checked_part(1, 2), Some(Pence(17_501)));
        assert_eq!(Pence(1).checked_part(1, 3), Some(Pence(0)));
        assert_eq!(Pence(2).checked_part(1, 3), Some(Pence(1)));
        assert_eq!(Pence(100).checked_part(1, 0), None);
        assert_eq!(Pence(100).checked_part(-1, -2), Some(Pence(50)));
    }

    #[test]
    fn what_cannot_be_counted_is_said_and_not_guessed() {
        assert_eq!(Pence(i64::MAX).checked_add(Pence(1)), None);
        assert_eq!(Pence(i64::MIN).checked_sub(Pence(1)), None);
        assert_eq!(Pence(i64::MIN).checked_neg(), None);
        assert_eq!(Pence(i64::MAX).checked_mul(2), None);
        assert_eq!(Pence(i64::MAX).checked_part(3, 2), None);
        assert_eq!(Pence(i64::MIN).checked_part(i64::MIN, 1), None);
        assert_eq!(Pence::of_pounds(i64::MAX), None);
        assert_eq!(Pence::checked_sum([Pence(i64::MAX), Pence(1)]), None);
        assert_eq!(Pence::checked_sum([Pence(1), Pence(2)]), Some(Pence(3)));
        assert_eq!([Pence(i64::MAX), Pence(1)].into_iter().sum::<Pence>(), Pence(i64::MAX));
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(pence in -9_000_000_000_000_000_000_i64..9_000_000_000_000_000_000) {
            prop_assert_eq!(Pence::parse(&Pence(pence).to_string()), Ok(Pence(pence)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}") {
            let _ = Pence::parse(&text);
        }

        /// The part is never further from the true one than half a penny, and the other part makes up the whole to a penny.
        #[test]
        fn parts_are_exact_to_half_a_penny(pence in -1_000_000_000_i64..1_000_000_000, points in 0_i64..20_000) {
            let part = Pence(pence).checked_percentage(points).unwrap();
            let off = (i128::from(part.0) * 10_000 - i128::from(pence) * i128::from(points)).abs();
            prop_assert!(off * 2 <= 10_000);
            prop_assert_eq!(Pence(-pence).checked_percentage(points), part.checked_neg());
        }
    }
}
