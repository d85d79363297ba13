//! Reports of the books for people who work with sheets: the sales day book, what home schools have, the year's summary.

mod home_schools;
mod sales;
mod year;

pub use home_schools::home_schools;
pub use sales::sales;
pub use year::year;

use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::sheets::Value;
use jiff::civil::Date;

/// From one day to another, both among them; open where no day is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Range {
    pub from: Option<Date>,
    pub to: Option<Date>,
}

impl Range {
    fn includes(self, day: Date) -> bool {
        !self.is_before(day) && self.is_until(day)
    }

    /// Whether a day lies before its first.
    fn is_before(self, day: Date) -> bool {
        self.from.is_some_and(|from| day < from)
    }

    /// Whether a day lies on its last or before.
    fn is_until(self, day: Date) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Blank, Value::Date)
}

fn pence(amount: Pence) -> Value {
    Value::Pence(amount.0)
}

fn days(half_days: HalfDays) -> Value {
    Value::HalfDays(i64::from(half_days.0))
}
