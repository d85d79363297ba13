//! Numbers of a workbook as text: a date is a number that is shown as a date.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan as _};

/// How a number is shown, as far as its meaning depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberFormat {
    Plain,
    Date,
    Time,
    DateAndTime,
}

/// Where the days of a workbook are counted from: old Macintoshes began in 1904.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    Of1900,
    Of1904,
}

/// The last day of the year 9999.
const LAST_DAY: f64 = 2_958_465.0;

impl NumberFormat {
    /// The formats that have a number and no code (ECMA-376 part 1 §18.8.30).
    pub fn of_id(id: &str) -> Self {
        match id.parse::<u32>().unwrap_or(0) {
            14..=17 | 27..=31 | 34..=36 | 50..=54 | 57..=58 => Self::Date,
            18..=21 | 32..=33 | 45 | 47 | 55..=56 => Self::Time,
            22 => Self::DateAndTime,
            _ => Self::Plain,
        }
    }

    /// By the letters of its code: `dd/mm/yyyy hh:mm`. Quoted text, `[Red]`, `[$-809]` and `\x` are not part of it.
    pub fn of_code(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or("").to_lowercase();
        // `[h]:mm` counts hours beyond a day: a length of time.
        if first.contains("[h") || first.contains("[m") || first.contains("[s") || first.contains("general") {
            return Self::Plain;
        }
        let mut letters = String::new();
        let mut characters = first.chars();
        while let Some(c) = characters.next() {
            match c {
                '"' => drop(characters.by_ref().find(|c| *c == '"')),
                '[' => drop(characters.by_ref().find(|c| *c == ']')),
                '\\' | '_' | '*' => drop(characters.next()),
                other => letters.push(other),
            }
        }
        let time = letters.contains(['h', 's']);
        let date = letters.contains(['y', 'd']) || (letters.contains('m') && !time);
        match (date, time) {
            (true, true) => Self::DateAndTime,
            (true, false) => Self::Date,
            (false, true) => Self::Time,
            (false, false) => Self::Plain,
        }
    }
}

/// The number as text: dates as `2027-03-19`, times as `18:00`, others without needless digits.
pub(super) fn shown(stored: &str, format: NumberFormat, epoch: Epoch) -> String {
    let stored = stored.trim();
    let Some(number) = stored.parse::<f64>().ok().filter(|n| n.is_finite()) else { return stored.to_owned() };
    let dated = (0.0..=LAST_DAY).contains(&number).then(|| match format {
        NumberFormat::Plain => None,
        NumberFormat::Date => Some(day(number, epoch)?.to_string()),
        NumberFormat::Time => Some(time(number)),
        NumberFormat::DateAndTime => Some(format!("{} {}", day(number, epoch)?, time(number))),
    });
    dated.flatten().unwrap_or_else(|| plain(number, stored))
}

fn plain(number: f64, stored: &str) -> String {
    // Long numbers (telephones, account numbers) are stored digit by digit, and stay so.
    if stored.bytes().all(|b| b.is_ascii_digit()) { stored.to_owned() } else { number.to_string() }
}

fn day(number: f64, epoch: Epoch) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "within the years that were just checked")]
    let days = number.floor() as i32;
    let first = match epoch {
        Epoch::Of1904 => date(1904, 1, 1),
        // Lotus 1-2-3 took 1900 for a leap year, and Excel still does: from March on the count is one ahead.
        Epoch::Of1900 if days < 60 => date(1899, 12, 31),
        Epoch::Of1900 => date(1899, 12, 30),
    };
    let span: Span = days.days();
    first.checked_add(span).ok()
}

fn time(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "at most the seconds of a day")]
    let seconds = (number.fract() * 86_400.0).round() as i32;
    let (hours, minutes, rest) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_dates_from_numbers() {
        for (code, expected) in [
            ("dd/mm/yyyy", NumberFormat::Date),
            ("[$-809]d mmmm yyyy;@", NumberFormat::Date),
            ("mmm-yy", NumberFormat::Date),
            ("dd/mm/yyyy hh:mm", NumberFormat::DateAndTime),
            ("h:mm AM/PM", NumberFormat::Time),
            ("General", NumberFormat::Plain),
            ("0.00", NumberFormat::Plain),
            ("[Red]0;[Blue]-0", NumberFormat::Plain),
            ("0 \"days\"", NumberFormat::Plain),
            ("\\d0", NumberFormat::Plain),
            ("[h]:mm", NumberFormat::Plain),
            ("£#,##0.00", NumberFormat::Plain),
            ("\"", NumberFormat::Plain),
        ] {
            assert_eq!(NumberFormat::of_code(code), expected, "{code}");
        }
        assert_eq!(NumberFormat::of_id("14"), NumberFormat::Date);
        assert_eq!(NumberFormat::of_id("2"), NumberFormat::Plain);
    }

    #[test]
    fn numbers_are_shown_as_people_see_them() {
        use NumberFormat::{Date, DateAndTime, Plain, Time};
        for (stored, format, expected) in [
            ("46465", Date, "2027-03-19"),
            ("46465.75", DateAndTime, "2027-03-19 18:00"),
            ("0.99999999", Time, "00:00"),
            ("1", Date, "1900-01-01"),
            ("60", Date, "1900-02-28"),
            ("61", Date, "1900-03-01"),
            ("2958465", Date, "9999-12-31"),
            ("2958466", Date, "2958466"),
            ("-5", Date, "-5"),
            ("0.1", Plain, "0.1"),
            ("12.0", Plain, "12"),
            ("01234567890123456789", Plain, "01234567890123456789"),
            ("x", Plain, "x"),
            ("NaN", Date, "NaN"),
        ] {
            assert_eq!(shown(stored, format, Epoch::Of1900), expected, "{stored}");
        }
        assert_eq!(shown("0", Date, Epoch::Of1904), "1904-01-01");
    }
}
