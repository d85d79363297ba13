//! The second judge: London time by the written rule alone. Since 1996 the clocks there are at UTC, and at UTC+1 from 01:00
//! UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (EU directive 2000/84/EC, kept in British law).
//! Days are counted by hand; no calendar library has a say.

/// A moment on London's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
}

const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEK: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

fn leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1 January 1970, which was a Thursday.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let years: i64 = (1970..year).map(|y| if leap(y) { 366 } else { 365 }).sum();
    let months: i64 = (1..month).map(|m| days_in(year, m)).sum();
    years + months + day - 1
}

/// 0 for a Sunday.
fn weekday(days: i64) -> i64 {
    (days + 4).rem_euclid(7)
}

fn last_sunday(year: i64, month: i64) -> i64 {
    let last = days(year, month, days_in(year, month));
    last - weekday(last)
}

fn date_of(mut left: i64) -> (i64, i64, i64) {
    let mut year = 1970;
    while left >= if leap(year) { 366 } else { 365 } {
        left -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while left >= days_in(year, month) {
        left -= days_in(year, month);
        month += 1;
    }
    (year, month, left + 1)
}

/// Seconds that London's wall clock is ahead of UTC.
fn offset(utc: i64) -> i64 {
    let (year, ..) = date_of(utc.div_euclid(86_400));
    let from = last_sunday(year, 3) * 86_400 + 3_600;
    let to = last_sunday(year, 10) * 86_400 + 3_600;
    if (from..to).contains(&utc) { 3_600 } else { 0 }
}

impl Wall {
    pub fn new(year: i64, month: i64, day: i64, hour: i64, minute: i64) -> Self {
        Self { year, month, day, hour, minute }
    }

    /// So many days from the change of the clocks in March or October.
    pub fn beside_change(year: i64, month: i64, off: i64, hour: i64, minute: i64) -> Self {
        let (year, month, day) = date_of(last_sunday(year, month) + off);
        Self { year, month, day, hour, minute }
    }

    /// The last UTC second at which the wall shows this; where it never does, as if the clocks had not yet gone forward.
    pub fn last_instant(self) -> i64 {
        let shown = days(self.year, self.month, self.day) * 86_400 + self.hour * 3_600 + self.minute * 60;
        let shows = |utc: &i64| utc + offset(*utc) == shown;
        [shown, shown - 3_600].into_iter().find(shows).unwrap_or(shown)
    }
}

/// A date as mail headers write it (RFC 5322 §3.3), in a zone so many minutes from UTC.
pub fn header_date(utc: i64, zone: i64) -> String {
    let shown = utc + zone * 60;
    let day = shown.div_euclid(86_400);
    let second = shown.rem_euclid(86_400);
    let (year, month, date) = date_of(day);
    let index = |n: i64| usize::try_from(n).unwrap();
    format!(
        "{}, {date} {} {year} {:02}:{:02}:{:02} {}{:02}{:02}",
        WEEK[index(weekday(day))],
        NAMES[index(month - 1)],
        second / 3_600,
        second / 60 % 60,
        second % 60,
        if zone < 0 { '-' } else { '+' },
        zone.abs() / 60,
        zone.abs() % 60
    )
}

#[test]
fn the_judge_knows_what_is_printed_in_the_almanac() {
    // 2027: clocks forward on 28 March, back on 31 October.
    assert_eq!(Wall::beside_change(2027, 3, 0, 1, 0), Wall::new(2027, 3, 28, 1, 0));
    assert_eq!(Wall::beside_change(2027, 10, 0, 1, 0), Wall::new(2027, 10, 31, 1, 0));
    assert_eq!(Wall::new(2027, 3, 19, 18, 0).last_instant(), 1_805_479_200);
    assert_eq!(Wall::new(2027, 6, 18, 18, 0).last_instant(), 1_813_338_000);
    assert_eq!(header_date(1_805_479_201, -210), "Fri, 19 Mar 2027 14:30:01 -0330");
}
