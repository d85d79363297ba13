//! What the clerk asks when a log is not plain: one short question that names what was read.

use crate::domain::civil::length_in_words;
use jiff::civil::{Date, Weekday};

/// What must be answered before anything is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// No day is named, or not which of several.
    WhichDays,
    /// A week is named and none of its days.
    WhichDaysOfWeek {
        monday: Date,
    },
    /// Numbers without a month: "11, 12 and 18".
    WhichMonth {
        words: String,
    },
    WhichWeek {
        weekday: Weekday,
        one: Date,
        other: Date,
    },
    /// Several schools are known, or the one named is not: then `named` holds its words.
    WhichSchool {
        named: Option<String>,
        dates: Vec<Date>,
    },
    FutureDay {
        date: Date,
    },
    /// The date's own weekday is another than the one that is said.
    WeekdayDisagrees {
        weekday: Weekday,
        date: Date,
    },
    /// A week is said to begin on a day that is no Monday.
    NotAMonday {
        date: Date,
    },
    NoSuchDay {
        words: String,
    },
    /// So long ago that the year may be a slip.
    LongAgo {
        date: Date,
    },
    OverWeekend {
        first: Date,
        last: Date,
    },
    HowLong {
        dates: Vec<Date>,
    },
    /// "Tuesday and Thursday morning": said of the nearest day, or of all.
    EachOfThem {
        dates: Vec<Date>,
        amount: Length,
    },
    /// One of these days was a half; which is not said.
    WhichHalf {
        dates: Vec<Date>,
    },
    TooShort {
        date: Date,
        minutes: u32,
    },
    /// Exactly between two half-days.
    Between {
        date: Date,
        minutes: u32,
    },
    TooLong {
        date: Date,
    },
    /// Two amounts are said of one day.
    AmountsDisagree {
        date: Date,
    },
    /// Worked, and not worked.
    WorkedOrNot {
        date: Date,
    },
    /// A total is said that the days do not make; both in half-days.
    TotalDisagrees {
        said: u32,
        read: u32,
    },
    /// The sender is not certain.
    Unsure,
    /// More text, or more days, than a log has.
    TooMuch,
}

/// What was said of several days at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Morning,
    Afternoon,
    HalfDay,
    Minutes(u32),
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// `Tuesday 9 November`.
fn day(date: Date) -> String {
    date.strftime("%A %-d %B").to_string()
}

fn day_and_year(date: Date) -> String {
    format!("{} {}", day(date), date.year())
}

/// `Tuesday 9, Wednesday 10 and Thursday 11 November`, shortened where there are many.
fn days(dates: &[Date]) -> String {
    match dates {
        [] => "those days".to_owned(),
        [only] => day(*only),
        [first, second] => format!("{} and {}", day(*first), day(*second)),
        [first, .., last] => format!("the {} days from {} to {}", dates.len(), day(*first), day(*last)),
    }
}

/// `2 days`, `half a day`, `1½ days`.
fn in_days(half_days: u32) -> String {
    match (half_days / 2, half_days % 2) {
        (0, 0) => "no days".to_owned(),
        (0, _) => "half a day".to_owned(),
        (1, 0) => "1 day".to_owned(),
        (whole, 0) => format!("{whole} days"),
        (whole, _) => format!("{whole}½ days"),
    }
}

impl Question {
    /// The question as it is put to the sender. `schools` are the sender's own, by their full names.
    pub fn sentence(&self, schools: &[String]) -> String {
        match self {
            Self::WhichDays => "Which dates did you work, and was each a full day or a half?".to_owned(),
            Self::WhichDaysOfWeek { monday } => {
                format!("Which days did you work in the week that began on {}?", day(*monday))
            }
            Self::WhichMonth { words } => format!("In which month are the days “{words}”?"),
            Self::WhichWeek { one, other, .. } => {
                let (earlier, later) = (one.min(other), one.max(other));
                format!("Do you mean {} or {}?", day(*earlier), day(*later))
            }
            Self::WhichSchool { named, dates } => {
                let when = if dates.is_empty() { String::new() } else { format!(" on {}", days(dates)) };
                let choice = match schools {
                    [] => String::new(),
                    [only] => format!(" We know of your work at {only}."),
                    [first @ .., last] => format!(" We know of {} and {last}.", first.join(", ")),
                };
                match named {
                    Some(words) => format!("Which school do you mean by “{words}”{when}?{choice}"),
                    None => format!("Which school were you at{when}?{choice}"),
                }
            }
            Self::FutureDay { date } => format!("{} is still to come: which date did you mean?", day_and_year(*date)),
            Self::WeekdayDisagrees { weekday, date } => format!(
                "You wrote {}, but {} is a {}: which date did you mean?",
                name(*weekday),
                crate::domain::civil::date_in_short(*date),
                name(date.weekday())
            ),
            Self::NotAMonday { date } => format!(
                "You wrote of the week beginning {}, which is a {}: which dates did you work?",
                crate::domain::civil::date_in_short(*date),
                name(date.weekday())
            ),
            Self::NoSuchDay { words } => {
                format!("There is no date “{words}” (we read the day first, then the month): which date did you mean?")
            }
            Self::LongAgo { date } => format!("Did you really mean {}, or is the year a slip?", day_and_year(*date)),
            Self::OverWeekend { first, last } => {
                format!("{} to {} runs over a weekend: which of those days did you work?", day(*first), day(*last))
            }
            Self::HowLong { dates } => format!("How long were you there on {}: a half day or a full day?", days(dates)),
            Self::EachOfThem { dates, amount } => each_of_them(dates, *amount),
            Self::WhichHalf { dates } => format!("Which of {} was the half day?", days(dates)),
            Self::TooShort { date, minutes } => format!(
                "{} on {} is less than the half day we can record: should it count as a half day, or not at all?",
                length_in_words(*minutes),
                day(*date)
            ),
            Self::Between { date, minutes } if *minutes < 100 => {
                format!(
                    "{} on {} lies exactly between nothing and a half day: which should we record?",
                    length_in_words(*minutes),
                    day(*date)
                )
            }
            Self::Between { date, minutes } => {
                format!(
                    "{} on {} lies exactly between a half day and a full day: which should we record?",
                    length_in_words(*minutes),
                    day(*date)
                )
            }
            Self::TooLong { date } => {
                format!("We read more than one day’s work on {}: how much of it should we record?", day(*date))
            }
            Self::AmountsDisagree { date } => {
                format!("We read two different amounts for {}: was it a half day or a full day?", day(*date))
            }
            Self::WorkedOrNot { date } => format!("Did you work on {} or not?", day(*date)),
            Self::TotalDisagrees { said, read } => {
                format!(
                    "You wrote {} in all, but the dates we read make {}: which dates did you work, and how long was each?",
                    in_days(*said),
                    in_days(*read)
                )
            }
            Self::Unsure => "Could you confirm the dates, and whether each was a full day or a half?".to_owned(),
            Self::TooMuch => {
                "That is more than we can read as one log: could you send the dates as a short list?".to_owned()
            }
        }
    }

    /// Which question is worth asking first: what was read wrongly before what is missing.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::TooMuch => 0,
            Self::NoSuchDay { .. } | Self::NotAMonday { .. } | Self::WeekdayDisagrees { .. } | Self::LongAgo { .. } => {
                1
            }
            Self::FutureDay { .. } | Self::OverWeekend { .. } | Self::WhichWeek { .. } | Self::WhichMonth { .. } => 2,
            Self::WhichDaysOfWeek { .. } => 3,
            Self::WhichSchool { .. } => 4,
            Self::EachOfThem { .. } | Self::WhichHalf { .. } => 5,
            Self::AmountsDisagree { .. }
            | Self::WorkedOrNot { .. }
            | Self::TooLong { .. }
            | Self::TooShort { .. }
            | Self::Between { .. } => 6,
            Self::HowLong { .. } => 7,
            Self::TotalDisagrees { .. } => 8,
            Self::WhichDays => 9,
            Self::Unsure => 10,
        }
    }
}

fn each_of_them(dates: &[Date], amount: Length) -> String {
    let what = match amount {
        Length::Morning => "the morning only",
        Length::Afternoon => "the afternoon only",
        Length::HalfDay => "a half day",
        Length::Minutes(minutes) => {
            return format!("You wrote {}: was that on each of {}, or in all?", length_in_words(minutes), days(dates));
        }
    };
    match dates {
        [first, _] => format!("Was {} a whole day, or {what}?", day(*first)),
        _ => format!("Was each of {} {what}, or only one of them?", days(dates)),
    }
}
