//! The bank holidays of England and Wales, by rule: Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day
//! and the early May holiday as proclaimed every year since 1978. What a proclamation adds or moves is configuration.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The bank holidays of a year, in order. None before 1978 or for years beyond the calendar.
pub fn of(year: i16) -> Vec<(Date, &'static str)> {
    let mut found = vec![];
    if year < 1978 {
        return found;
    }
    let mut put = |day: Option<Date>, what| found.extend(day.map(|day| (day, what)));
    put(date(year, 1, 1).map(to_weekday), "New Year’s Day");
    let easter = easter_sunday(year);
    put(easter.map(|sunday| add(sunday, -2)), "Good Friday");
    put(easter.map(|sunday| add(sunday, 1)), "Easter Monday");
    put(date(year, 5, 1).map(|first| on_or_after(first, Weekday::Monday)), "Early May bank holiday");
    put(date(year, 5, 25).map(|day| on_or_after(day, Weekday::Monday)), "Spring bank holiday");
    put(date(year, 8, 25).map(|day| on_or_after(day, Weekday::Monday)), "Summer bank holiday");
    // Two days in a row: where one falls on the weekend, its substitute is the next weekday that is free.
    let (christmas, boxing) = match date(year, 12, 25).map(|day| (day, day.weekday())) {
        Some((day, Weekday::Friday)) => (Some(day), Some(add(day, 3))),
        Some((day, Weekday::Saturday)) => (Some(add(day, 2)), Some(add(day, 3))),
        Some((day, Weekday::Sunday)) => (Some(add(day, 2)), Some(add(day, 1))),
        Some((day, _)) => (Some(day), Some(add(day, 1))),
        None => (None, None),
    };
    put(christmas, "Christmas Day");
    put(boxing, "Boxing Day");
    found.sort_by_key(|(day, _)| *day);
    found
}

pub fn is_one(day: Date) -> bool {
    // Asked of every day between two dates: a year is only worked out for days that may be one.
    let may_be = match day.month() {
        1 => day.day() <= 3,
        3 | 4 => matches!(day.weekday(), Weekday::Friday | Weekday::Monday),
        5 | 8 => day.weekday() == Weekday::Monday,
        12 => day.day() >= 25,
        _ => false,
    };
    may_be && of(day.year()).iter().any(|(holiday, _)| *holiday == day)
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn add(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// A holiday on the weekend is kept on the Monday after it.
fn to_weekday(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => add(day, 2),
        Weekday::Sunday => add(day, 1),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
}

fn on_or_after(day: Date, weekday: Weekday) -> Date {
    add(day, i64::from(day.weekday().until(weekday)))
}

/// The Gregorian Easter (Calendar (New Style) Act 1750, by the rule of Meeus, Jones and Butcher).
fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(year: i16) -> Vec<Date> {
        of(year).into_iter().map(|(day, _)| day).collect()
    }

    /// As gov.uk published them for England and Wales.
    #[test]
    fn the_published_years_come_out() {
        let published: [(i16, [(i8, i8); 8]); 6] = [
            (2019, [(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
            (2021, [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
            (2024, [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
            (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
            (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
            (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
        ];
        for (year, expected) in published {
            let expected: Vec<Date> = expected.iter().map(|(month, day)| date(year, *month, *day)).collect();
            assert_eq!(days(year), expected, "{year}");
        }
    }

    /// 2022: Christmas on a Sunday; the Tuesday is its substitute, the Monday is Boxing Day.
    #[test]
    fn christmas_at_a_weekend_is_made_up_for() {
        assert_eq!(days(2022).get(6..), Some(&[date(2022, 12, 26), date(2022, 12, 27)][..]));
        assert_eq!(days(2022).first(), Some(&date(2022, 1, 3)));
        for year in 2024..2040 {
            assert_eq!(days(year).len(), 8, "{year}");
            assert!(days(year).iter().all(|day| to_weekday(*day) == *day), "{year}");
        }
        assert!(is_one(date(2027, 3, 26)) && !is_one(date(2027, 3, 25)));
        for day in date(1978, 1, 1).series(Span::new().days(1)).take_while(|day| day.year() < 2100) {
            assert_eq!(is_one(day), days(day.year()).contains(&day), "{day}");
        }
    }
}
