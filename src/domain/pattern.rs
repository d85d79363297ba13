//! `second Tuesday, 15:45`: the day of a month, and the time, on which a network usually meets.

use super::civil;
use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which of a month's weekdays, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    which: Which,
    weekday: Weekday,
    time: Time,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// 1 to 4.
    Nth(i8),
    Last,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a pattern of meetings (expected the first to fourth or last of a weekday, and a time, such as `second Tuesday, 15:45`)"
)]
pub struct BadPattern(pub String);

const WHICH: [(&str, &str, Which); 5] = [
    ("first", "1st", Which::Nth(1)),
    ("second", "2nd", Which::Nth(2)),
    ("third", "3rd", Which::Nth(3)),
    ("fourth", "4th", Which::Nth(4)),
    ("last", "last", Which::Last),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

impl Pattern {
    /// Reads `second Tuesday, 15:45`, `the last Thursday of the month at 3.45pm`, `2nd Tue 15:45`.
    ///
    /// # Errors
    /// When a part of it is missing, or says something else.
    pub fn parse(given: &str) -> Result<Self, BadPattern> {
        let wrong = || BadPattern(given.to_owned());
        let lower = given.to_lowercase().replace(',', " ");
        let passed_over = ["the", "of", "each", "every", "month", "at", "in", "a"];
        let words: Vec<&str> = lower.split_whitespace().filter(|word| !passed_over.contains(word)).collect();
        let [which, weekday, time @ ..] = words.as_slice() else { return Err(wrong()) };
        let (.., which) = *WHICH.iter().find(|(name, short, _)| which == name || which == short).ok_or_else(wrong)?;
        let day = weekday.trim_end_matches('s');
        let (_, weekday) = *WEEKDAYS
            .iter()
            .find(|(name, _)| civil::is_weekday(day) && name.to_lowercase().starts_with(day))
            .ok_or_else(wrong)?;
        let time = civil::read_time(&time.join(" ")).ok_or_else(wrong)?;
        Ok(Self { which, weekday, time })
    }

    pub fn time(&self) -> Time {
        self.time
    }

    /// The day that it means in the month of another day.
    pub fn in_month_of(&self, day: Date) -> Option<DateTime> {
        let nth = match self.which {
            Which::Nth(nth) => nth,
            Which::Last => -1,
        };
        day.nth_weekday_of_month(nth, self.weekday).ok().map(|found| found.to_datetime(self.time))
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let which = WHICH.iter().find(|(.., which)| *which == self.which).map_or("", |(name, ..)| name);
        let weekday = WEEKDAYS.iter().find(|(_, day)| *day == self.weekday).map_or("", |(name, _)| name);
        write!(f, "{which} {weekday}, {:02}:{:02}", self.time.hour(), self.time.minute())
    }
}

impl TryFrom<String> for Pattern {
    type Error = BadPattern;
    fn try_from(given: String) -> Result<Self, BadPattern> {
        Self::parse(&given)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn patterns_are_read_as_people_say_them() {
        for (said, shown) in [
            ("second Tuesday, 15:45", "second Tuesday, 15:45"),
            ("the second Tuesday of the month at 3.45pm", "second Tuesday, 15:45"),
            ("2nd Tue 15.45", "second Tuesday, 15:45"),
            ("Last Thursday, 4pm", "last Thursday, 16:00"),
            ("first Mondays, noon", "first Monday, 12:00"),
            ("fourth weds, 09:30", "fourth Wednesday, 09:30"),
        ] {
            assert_eq!(Pattern::parse(said).map(|p| p.to_string()), Ok(shown.to_owned()), "{said}");
        }
        for said in [
            "",
            "Tuesday, 15:45",
            "second Tuesday",
            "fifth Friday, 15:45",
            "second Tuesday, 45",
            "second, 15:45",
            "second T, 15:45",
        ] {
            assert!(Pattern::parse(said).is_err(), "{said}");
        }
    }

    #[test]
    fn it_names_a_day_in_every_month() {
        let second = Pattern::parse("second Tuesday, 15:45").unwrap();
        assert_eq!(second.in_month_of(date(2026, 11, 30)), Some(datetime(2026, 11, 10, 15, 45, 0, 0)));
        assert_eq!(second.in_month_of(date(2026, 9, 1)), Some(datetime(2026, 9, 8, 15, 45, 0, 0)));
        let last = Pattern::parse("last Friday, 16:00").unwrap();
        assert_eq!(last.in_month_of(date(2027, 2, 3)), Some(datetime(2027, 2, 26, 16, 0, 0, 0)));
        assert_eq!(last.in_month_of(date(2027, 4, 3)), Some(datetime(2027, 4, 30, 16, 0, 0, 0)));
    }
}
