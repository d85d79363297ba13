//! Civil dates and times: what stands on the wall clock of the alliance, and the instant it means.
//!
//! A closing time is kept as date, time and zone, and resolved where it is used: a change of the zone's rules
//! moves the instant, never the promise "6pm on Friday" (invariant 3).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A time zone by its IANA name, known to exist.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time zone (expected an IANA name such as `Europe/London`)")]
pub struct UnknownZone(pub String);

impl Zone {
    pub fn parse(name: &str) -> Result<Self, UnknownZone> {
        let rules = TimeZone::get(name).map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Self { name: name.to_owned(), rules })
    }

    /// Where the scheme lives. Its rules are built in, so that a machine without zone files knows them too.
    pub fn london() -> Self {
        Self::parse("Europe/London").unwrap_or_else(|_| Self { name: "Etc/UTC".to_owned(), rules: TimeZone::UTC })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The wall clock of this zone at an instant.
    pub fn civil(&self, at: Timestamp) -> DateTime {
        self.rules.to_datetime(at)
    }

    /// The calendar day of this zone at an instant.
    pub fn date(&self, at: Timestamp) -> Date {
        self.civil(at).date()
    }

    /// The first instant that the wall clock shows `at`; where the clock skips over it, the moment after the skip.
    pub fn earliest(&self, at: DateTime) -> Timestamp {
        self.resolve(at, jiff::tz::Disambiguation::Earlier)
    }

    /// The last instant that the wall clock shows `at`. In the hour that autumn repeats, a closing time means the
    /// second one: of two readings, the one that favours the applicant.
    pub fn latest(&self, at: DateTime) -> Timestamp {
        self.resolve(at, jiff::tz::Disambiguation::Later)
    }

    fn resolve(&self, at: DateTime, which: jiff::tz::Disambiguation) -> Timestamp {
        let gap_or_fold = self.rules.to_ambiguous_timestamp(at);
        let which = match gap_or_fold.offset() {
            // In a gap both readings are counted from the old offset, so that 01:30 becomes 02:30, not 00:30.
            jiff::tz::AmbiguousOffset::Gap { .. } => jiff::tz::Disambiguation::Later,
            jiff::tz::AmbiguousOffset::Fold { .. } | jiff::tz::AmbiguousOffset::Unambiguous { .. } => which,
        };
        // Fails only beyond the year 9999, where any instant is as good as another.
        gap_or_fold.disambiguate(which).unwrap_or(Timestamp::MAX)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Zone {}
impl TryFrom<String> for Zone {
    type Error = UnknownZone;
    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::parse(&name)
    }
}
impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name
    }
}

/// A time of day as people write it in configuration: `18:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(pub Time);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time of day (expected hours and minutes, such as `18:00`)")]
pub struct BadTime(pub String);

impl TryFrom<String> for TimeOfDay {
    type Error = BadTime;
    fn try_from(given: String) -> Result<Self, BadTime> {
        read_time(&given).map(TimeOfDay).ok_or(BadTime(given))
    }
}
impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        format!("{:02}:{:02}", time.0.hour(), time.0.minute())
    }
}

/// Reads `18:00`, `6pm`, `6.30 pm`, `noon`, `midday`, `midnight`.
pub fn read_time(given: &str) -> Option<Time> {
    let text: String = given.trim().to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match text.as_str() {
        "noon" | "midday" | "12noon" => return Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Time::new(0, 0, 0, 0).ok(),
        _ => {}
    }
    let (clock, half) = match text.strip_suffix("pm").or_else(|| text.strip_suffix("p.m.")) {
        Some(rest) => (rest, Some(12)),
        None => match text.strip_suffix("am").or_else(|| text.strip_suffix("a.m.")) {
            Some(rest) => (rest, Some(0)),
            None => (text.as_str(), None),
        },
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        // A bare number is a time only with am or pm beside it.
        None => half.map(|_| (clock, "00"))?,
    };
    if hour.is_empty() || hour.len() > 2 || !(hour.to_owned() + minute).bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("")
}

/// `jan`, `Jan.`, `january`, `Sept`: at least three letters of an English month.
pub fn read_month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if word.len() < 3 {
        return None;
    }
    let found = MONTHS.iter().position(|month| {
        let month = month.to_lowercase();
        month.starts_with(&word) || (word == "sept" && month == "september")
    })?;
    i8::try_from(found + 1).ok()
}

fn weekday_name(date: Date) -> &'static str {
    use jiff::civil::Weekday::*;
    match date.weekday() {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
}

/// Reads a whole date as English schools write it: `1 March 2027`, `Friday 19th March 2027`, `19/03/2027`,
/// `19.3.27`, `2027-03-19`. Day before month, always.
pub fn read_date(given: &str) -> Option<Date> {
    let text = given.trim().trim_end_matches('.');
    let bits: Vec<&str> = text.split(['/', '.', '-', '–']).map(str::trim).collect();
    if let [a, b, c] = bits.as_slice()
        && [a, b, c].iter().all(|bit| !bit.is_empty() && bit.len() <= 4 && bit.bytes().all(|x| x.is_ascii_digit()))
    {
        let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
        return Date::new(read_year(year)?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',' || c == '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| word != "the" && word != "of" && !is_weekday(word))
        .collect();
    match words.as_slice() {
        [day, month, year] => match (read_day(day), read_month(month)) {
            (Some(day), Some(month)) => Date::new(read_year(year)?, month, day).ok(),
            // "March 19 2027" is written too, and cannot mean anything else.
            _ => Date::new(read_year(year)?, read_month(day)?, read_day(month)?).ok(),
        },
        _ => None,
    }
}

/// `mon`, `Tues`, `wednesday`: a weekday's name or the start of it.
pub fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']).to_lowercase();
    word.len() >= 3
        && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .iter()
            .any(|day| day.starts_with(&word))
}

/// `1`, `1st`, `22nd`.
pub fn read_day(word: &str) -> Option<i8> {
    let lower = word.trim_end_matches(',').to_lowercase();
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = lower.strip_prefix(digits).unwrap_or("");
    let well_formed = matches!(ending, "" | "st" | "nd" | "rd" | "th") && (1..=2).contains(&digits.len());
    digits.parse::<i8>().ok().filter(|day| well_formed && (1..=31).contains(day))
}

/// `2027`, or `27` for 2027.
fn read_year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    match word.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// `Friday 19 March 2027`.
pub fn date_in_words(date: Date) -> String {
    format!("{} {} {} {}", weekday_name(date), date.day(), month_name(date.month()), date.year())
}

/// `19 March 2027`.
pub fn date_in_short(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// `12 to 14 April 2027`, `30 March to 2 April 2027`, or one day in full.
pub fn days_in_words(first: Date, last: Date) -> String {
    if first == last {
        date_in_words(first)
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{} to {}", first.day(), date_in_short(last))
    } else if first.year() == last.year() {
        format!("{} {} to {}", first.day(), month_name(first.month()), date_in_short(last))
    } else {
        format!("{} to {}", date_in_short(first), date_in_short(last))
    }
}

/// `between 6 May and 16 July 2027`, or `on Thursday 6 May 2027`.
pub fn between_in_words(first: Date, last: Date) -> String {
    match (first == last, first.year() == last.year()) {
        (true, _) => format!("on {}", date_in_words(first)),
        (false, true) => {
            format!("between {} {} and {}", first.day(), month_name(first.month()), date_in_short(last))
        }
        (false, false) => format!("between {} and {}", date_in_short(first), date_in_short(last)),
    }
}

/// `6pm`, `5.58pm`, `noon`, `midnight`: as a letter from a school says it.
pub fn time_in_words(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (hour, minute) {
        (0, 0) => return "midnight".to_owned(),
        (12, 0) => return "noon".to_owned(),
        _ => {}
    }
    let half = if hour < 12 { "am" } else { "pm" };
    let shown = if hour % 12 == 0 { 12 } else { hour % 12 };
    if minute == 0 { format!("{shown}{half}") } else { format!("{shown}.{minute:02}{half}") }
}

/// `6pm on Friday 19 March 2027`.
pub fn moment_in_words(at: DateTime) -> String {
    format!("{} on {}", time_in_words(at.time()), date_in_words(at.date()))
}

/// `3.45pm to 5pm on Tuesday 6 October 2026`.
pub fn sitting_in_words(starts: DateTime, minutes: u32) -> String {
    let ends = starts.saturating_add(jiff::Span::new().minutes(i64::from(minutes)));
    format!("{} to {}", time_in_words(starts.time()), moment_in_words(ends))
}

/// `Tuesday 6 October 2026 at 3.45pm`: for the beginning of a sentence.
pub fn date_and_time_in_words(at: DateTime) -> String {
    format!("{} at {}", date_in_words(at.date()), time_in_words(at.time()))
}

/// `18:00:01 on Friday 19 March 2027`: to the second, for a receipt stamp.
pub fn stamp_in_words(at: DateTime) -> String {
    format!("{:02}:{:02}:{:02} on {}", at.hour(), at.minute(), at.second(), date_in_words(at.date()))
}

/// `45 minutes`, `1 hour`, `3 hours`, `1 hour 30 minutes`.
pub fn length_in_words(minutes: u32) -> String {
    let many = |n: u32, unit: &str| if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => many(minutes, "minute"),
        (hours, 0) => many(hours, "hour"),
        (hours, minutes) => format!("{} {}", many(hours, "hour"), many(minutes, "minute")),
    }
}

/// `1st`, `2nd`, `11th`.
pub fn ordinal(n: u32) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// How long from one instant to a later one, in the largest unit that helps: `12 days`, `about 3 hours`, `2 minutes`.
pub fn span_in_words(from: Timestamp, to: Timestamp) -> String {
    let seconds = to.as_second().saturating_sub(from.as_second()).max(0);
    let many = |n: i64, unit: &str| if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") };
    match seconds {
        0..60 => many(seconds, "second"),
        60..7_200 => many(seconds / 60, "minute"),
        7_200..172_800 => format!("about {}", many(seconds / 3_600, "hour")),
        _ => many(seconds / 86_400, "day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime, time};

    fn london() -> Zone {
        Zone::parse("Europe/London").unwrap()
    }

    #[test]
    fn days_are_counted_as_people_do() {
        let said: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 111, 121].into_iter().map(ordinal).collect();
        assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th", "121st"]);
    }

    #[test]
    fn lengths_are_told_in_words() {
        for (minutes, said) in [(45, "45 minutes"), (60, "1 hour"), (180, "3 hours"), (90, "1 hour 30 minutes")] {
            assert_eq!(length_in_words(minutes), said);
        }
    }

    #[test]
    fn six_o_clock_is_another_instant_in_summer() {
        let winter = london().latest(datetime(2027, 3, 19, 18, 0, 0, 0));
        let summer = london().latest(datetime(2027, 3, 29, 18, 0, 0, 0));
        assert_eq!(winter.to_string(), "2027-03-19T18:00:00Z");
        assert_eq!(summer.to_string(), "2027-03-29T17:00:00Z");
    }

    #[test]
    fn the_hour_that_comes_twice_ends_late_and_begins_early() {
        let twice = datetime(2027, 10, 31, 1, 30, 0, 0);
        assert_eq!(london().earliest(twice).to_string(), "2027-10-31T00:30:00Z");
        assert_eq!(london().latest(twice).to_string(), "2027-10-31T01:30:00Z");
    }

    #[test]
    fn the_hour_that_never_comes_means_the_one_after() {
        let never = datetime(2027, 3, 28, 1, 30, 0, 0);
        assert_eq!(london().earliest(never).to_string(), "2027-03-28T01:30:00Z");
        assert_eq!(london().latest(never).to_string(), "2027-03-28T01:30:00Z");
    }

    #[test]
    fn dates_are_read_the_english_way() {
        let day = date(2027, 3, 9);
        for said in [
            "9 March 2027",
            "9th March 2027",
            "Tuesday 9 March 2027",
            "tues 9 mar 2027",
            "09/03/2027",
            "9.3.27",
            "2027-03-09",
            "9-3-2027",
            "the 9th of March, 2027",
            "March 9, 2027",
            "9-Mar-2027",
        ] {
            assert_eq!(read_date(said), Some(day), "{said}");
        }
        for said in ["", "March 2027", "31 February 2027", "9 March", "99/99/9999", "tomorrow", "9 March 202"] {
            assert_eq!(read_date(said), None, "{said}");
        }
    }

    #[test]
    fn times_are_read_and_said_as_in_a_school() {
        for (said, hour, minute) in [
            ("18:00", 18, 0),
            ("6pm", 18, 0),
            ("6.30 pm", 18, 30),
            ("9am", 9, 0),
            ("12am", 0, 0),
            ("12pm", 12, 0),
            ("noon", 12, 0),
            ("midnight", 0, 0),
        ] {
            assert_eq!(read_time(said), Some(time(hour, minute, 0, 0)), "{said}");
        }
        for said in ["", "18", "25:00", "6:3", "13pm", "six"] {
            assert_eq!(read_time(said), None, "{said}");
        }
        assert_eq!(time_in_words(time(18, 0, 0, 0)), "6pm");
        assert_eq!(time_in_words(time(17, 58, 0, 0)), "5.58pm");
        assert_eq!(time_in_words(time(0, 5, 0, 0)), "12.05am");
        assert_eq!(time_in_words(time(12, 0, 0, 0)), "noon");
    }

    #[test]
    fn spans_of_days_are_said_once() {
        assert_eq!(days_in_words(date(2027, 4, 12), date(2027, 4, 14)), "12 to 14 April 2027");
        assert_eq!(days_in_words(date(2027, 3, 30), date(2027, 4, 2)), "30 March to 2 April 2027");
        assert_eq!(days_in_words(date(2027, 4, 12), date(2027, 4, 12)), "Monday 12 April 2027");
    }

    #[test]
    fn time_left_is_told_in_its_largest_useful_unit() {
        let from = Timestamp::from_second(0).unwrap();
        let after = |s| span_in_words(from, Timestamp::from_second(s).unwrap());
        assert_eq!(after(1), "1 second");
        assert_eq!(after(119), "1 minute");
        assert_eq!(after(3 * 3_600 + 5), "about 3 hours");
        assert_eq!(after(12 * 86_400 + 5), "12 days");
    }
}
