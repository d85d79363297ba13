//! The hours in which the clerk writes to people of its own accord.

use super::civil::TimeOfDay;
use super::school_days::SchoolDays;
use jiff::Span;
use jiff::civil::{DateTime, Time};
use serde::Deserialize;

/// Nobody is reminded in the holidays or at night, unless policy says so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hours {
    pub from: TimeOfDay,
    /// The last moment.
    pub to: TimeOfDay,
    pub school_days_only: bool,
}

impl Default for Hours {
    fn default() -> Self {
        let at = |hour| TimeOfDay(Time::constant(hour, 0, 0, 0));
        Self { from: at(7), to: at(19), school_days_only: true }
    }
}

/// Longer than any holiday.
const LONGEST_SEARCH_DAYS: u32 = 200;

impl Hours {
    pub fn allow(&self, days: &SchoolDays, at: DateTime) -> bool {
        let day = !self.school_days_only || days.is_school_day(at.date());
        day && self.from.0 <= at.time() && at.time() <= self.to.0
    }

    /// The first moment from `at` on in which a letter may leave. A calendar that is always closed gives `at` back.
    pub fn next(&self, days: &SchoolDays, at: DateTime) -> DateTime {
        if self.allow(days, at) {
            return at;
        }
        let mut day = at.date();
        for _ in 0..LONGEST_SEARCH_DAYS {
            let opens = day.to_datetime(self.from.0);
            if opens >= at && self.allow(days, opens) {
                return opens;
            }
            day = day.saturating_add(Span::new().days(1));
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn what_is_due_at_night_or_in_the_holidays_waits_for_the_morning() {
        let days = SchoolDays::new(vec![(date(2027, 3, 26), date(2027, 4, 9))]);
        let hours = Hours::default();
        let at = |month, day, hour, minute| datetime(2027, month, day, hour, minute, 0, 0);
        assert_eq!(hours.next(&days, at(3, 18, 8, 30)), at(3, 18, 8, 30));
        assert_eq!(hours.next(&days, at(3, 18, 19, 0)), at(3, 18, 19, 0));
        assert_eq!(hours.next(&days, at(3, 18, 19, 1)), at(3, 19, 7, 0));
        assert_eq!(hours.next(&days, at(3, 19, 23, 0)), at(3, 22, 7, 0), "the weekend");
        assert_eq!(hours.next(&days, at(3, 25, 20, 0)), at(4, 12, 7, 0), "Easter");
        let any_day = Hours { school_days_only: false, ..Hours::default() };
        assert_eq!(any_day.next(&days, at(3, 20, 3, 0)), at(3, 20, 7, 0));
    }
}
