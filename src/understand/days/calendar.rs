//! From what was said to the day it means, seen from the mail's own date.

use super::atoms::{Atom, Which};
use super::groups::{Group, Link, Part};
use super::question::Question;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What was named before: a month's heading, a week's, the day last spoken of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around {
    pub month: Option<(i8, i16)>,
    /// The Monday of the week that is spoken of.
    pub week: Option<Date>,
    pub last: Option<Date>,
}

/// The days of a group, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Days {
    pub dates: Vec<Date>,
    pub questions: Vec<Question>,
    /// Said as weekdays only, so that their order must make sense.
    pub bare_weekdays: bool,
    /// Part of it was said as a range.
    pub ranged: bool,
    /// The last date stands alone after a range: `Mon-Thurs, Fri`.
    pub range_then_one: bool,
    /// `the 24th`, read as last month's: the one that is still to come.
    pub or_coming: Option<Date>,
    /// `next Tuesday`, `tomorrow`: told as to come.
    pub coming: bool,
}

/// A day longer ago than this is written with its year.
const LATEST_WITHOUT_YEAR: i64 = 150;

pub fn plus(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

pub fn monday(date: Date) -> Date {
    plus(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

pub fn between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn month_before((month, year): (i8, i16)) -> (i8, i16) {
    if month <= 1 { (12, year - 1) } else { (month - 1, year) }
}

/// A month named without a year: the latest that has begun.
pub fn month_year(month: i8, year: Option<i16>, received: Date) -> (i8, i16) {
    (month, year.unwrap_or(if month > received.month() { received.year() - 1 } else { received.year() }))
}

/// `the 9th`: the latest such day.
pub fn day_of_month(day: u32, received: Date) -> Result<Date, Question> {
    let day = i8::try_from(day).unwrap_or(0);
    let this = (received.month(), received.year());
    let of = |(month, year): (i8, i16)| Date::new(year, month, day).ok();
    let past = of(this).filter(|date| *date <= received).or_else(|| of(month_before(this)));
    let coming = of(this).filter(|date| *date > received);
    match (past, coming) {
        // "The 14th" on the 12th: hardly the 14th of last month.
        (Some(past), Some(coming)) if between(received, coming) <= 5 && between(past, received) >= 14 => {
            Err(Question::FutureDay { date: coming })
        }
        (Some(past), _) => Ok(past),
        (None, Some(coming)) => Err(Question::FutureDay { date: coming }),
        (None, None) => Err(Question::NoSuchDay { words: String::new() }),
    }
}

/// `the 24th`: the next such day of this month.
fn coming_day(day: u32, received: Date) -> Option<Date> {
    Date::new(received.year(), received.month(), i8::try_from(day).ok()?).ok().filter(|date| *date > received)
}

/// A day and a month without a year: the nearest such day.
fn day_and_month(day: i8, month: i8, received: Date) -> Option<Date> {
    let year = received.year();
    let nearest =
        [year - 1, year, year + 1].into_iter().filter_map(|year| Date::new(year, month, day).ok()).min_by_key(|date| {
            let distance = between(received, *date);
            // A log looks back: of two readings as near, the one that is over.
            if distance > 0 { distance * 2 } else { -distance }
        });
    nearest.or_else(|| (1..=4).find_map(|back| Date::new(year - back, month, day).ok()))
}

/// The last such day before the mail.
pub fn most_recent(day: Weekday, received: Date) -> Date {
    let back = i64::from(received.weekday().since(day));
    plus(received, -if back == 0 { 7 } else { back })
}

fn of_week(monday: Date, day: Weekday) -> Date {
    plus(monday, i64::from(day.to_monday_zero_offset()))
}

fn on_weekday(day: Weekday, which: Option<Which>, around: &Around, received: Date) -> Result<Date, Question> {
    let recent = most_recent(day, received);
    match which {
        None => match around.week {
            Some(week) => Ok(of_week(week, day)),
            // "Mon, Wed and Fri" on a Friday: the list runs forward to today.
            None if day == received.weekday()
                && around.last.is_some_and(|last| last < received && monday(last) == monday(received)) =>
            {
                Ok(received)
            }
            None if day == received.weekday() => {
                Err(Question::WhichWeek { weekday: day, one: received, other: recent })
            }
            None => Ok(recent),
        },
        Some(Which::Gone) => Ok(recent),
        Some(Which::This) => Ok(of_week(monday(received), day)),
        Some(Which::Next) => {
            Ok(plus(of_week(monday(received), day), if of_week(monday(received), day) > received { 0 } else { 7 }))
        }
        Some(Which::Last) => last(day, received),
        Some(Which::WeekBeforeLast) => last(day, received).map(|date| plus(date, -7)),
        Some(Which::WeeksAgo(weeks)) => Ok(plus(of_week(monday(received), day), -7 * i64::from(weeks))),
        Some(Which::LastFew(_)) => Ok(recent),
    }
}

/// "Last Tuesday" is plain only where this week has had none yet.
fn last(day: Weekday, received: Date) -> Result<Date, Question> {
    let recent = most_recent(day, received);
    if recent < monday(received) {
        Ok(recent)
    } else {
        Err(Question::WhichWeek { weekday: day, one: recent, other: plus(recent, -7) })
    }
}

/// The day that one atom means.
fn resolve(atom: &Atom, around: &Around, received: Date, text: &str) -> Result<Date, Question> {
    let no_such_day = || Question::NoSuchDay { words: words(text, atom) };
    if atom.impossible {
        return Err(no_such_day());
    }
    if let Some(offset) = atom.offset {
        return checked(atom, plus(received, offset));
    }
    if let Some(step) = atom.step {
        return around.last.map(|last| plus(last, step)).ok_or(Question::WhichDays);
    }
    let Some(day) = atom.day else {
        let Some(weekday) = atom.weekday else { return Err(Question::WhichDays) };
        return on_weekday(weekday, atom.which, around, received);
    };
    let date = match (atom.month, atom.year) {
        (Some(month), Some(year)) => {
            let date =
                i8::try_from(day).ok().and_then(|day| Date::new(year, month, day).ok()).ok_or_else(no_such_day)?;
            if between(date, received) > 300 {
                return Err(Question::LongAgo { date });
            }
            date
        }
        (Some(month), None) => {
            let date =
                i8::try_from(day).ok().and_then(|day| day_and_month(day, month, received)).ok_or_else(no_such_day)?;
            // "11/5" in November: an American's date, or a slip.
            if between(date, received) > LATEST_WITHOUT_YEAR {
                return Err(Question::LongAgo { date });
            }
            date
        }
        (None, _) => match (
            around.week.filter(|week| (0..7).any(|i| plus(*week, i).day() == i8::try_from(day).unwrap_or(0))),
            around.month,
        ) {
            (Some(week), _) => (0..7)
                .map(|i| plus(week, i))
                .find(|date| date.day() == i8::try_from(day).unwrap_or(0))
                .ok_or_else(no_such_day)?,
            (None, Some((month, year))) => {
                i8::try_from(day).ok().and_then(|day| Date::new(year, month, day).ok()).ok_or_else(no_such_day)?
            }
            (None, None) => {
                let past = day_of_month(day, received).map_err(|question| {
                    if matches!(question, Question::NoSuchDay { .. }) { no_such_day() } else { question }
                })?;
                // "Friday 20th" on the 13th: last month's is no Friday, the one to come is.
                match coming_day(day, received) {
                    Some(coming)
                        if atom.weekday.is_some_and(|said| said != past.weekday() && said == coming.weekday()) =>
                    {
                        coming
                    }
                    Some(_) | None => past,
                }
            }
        },
    };
    checked(atom, date)
}

/// The weekday that is said beside a date must be the date's.
fn checked(atom: &Atom, date: Date) -> Result<Date, Question> {
    match atom.weekday {
        Some(said) if said != date.weekday() => Err(Question::WeekdayDisagrees { weekday: said, date }),
        Some(_) | None => Ok(date),
    }
}

pub fn words(text: &str, atom: &Atom) -> String {
    text.get(atom.start..atom.end).unwrap_or("").chars().take(40).collect()
}

/// `28, 29 and 30 June`: a month said once is every number's before it, and after it where it came first.
fn spread_months(parts: &mut [Part]) {
    let mut carried: Option<(i8, Option<i16>)> = None;
    for atom in parts.iter_mut().rev().flat_map(|part| [part.to.as_mut(), Some(&mut part.from)].into_iter().flatten()) {
        if atom.month.is_some() {
            carried = if atom.month_first { None } else { atom.month.map(|month| (month, atom.year)) };
        } else if atom.day.is_some()
            && let Some((month, year)) = carried
        {
            atom.month = Some(month);
            atom.year = atom.year.or(year);
        }
    }
    let year = parts
        .iter()
        .flat_map(|part| part.to.iter().chain([&part.from]))
        .filter(|atom| atom.year.is_some())
        .map(|atom| (atom.month, atom.year))
        .next_back();
    let mut carried = None;
    for atom in parts.iter_mut().flat_map(|part| [Some(&mut part.from), part.to.as_mut()].into_iter().flatten()) {
        if atom.month.is_some() {
            carried = atom.month;
            if let Some((month, year)) = year
                && month == atom.month
                && atom.year.is_none()
            {
                atom.year = year;
            }
        } else if atom.day.is_some() {
            atom.month = carried;
        }
    }
}

/// The days of a group.
pub fn days(group: &Group, around: &Around, received: Date, text: &str) -> Days {
    let mut parts = group.parts.clone();
    spread_months(&mut parts);
    let mut around = *around;
    let mut out = Days { bare_weekdays: true, ..Days::default() };
    // "last Tuesday and Wednesday": of the same week.
    let mut which = None;
    for part in &mut parts {
        if part.from.which.is_some() {
            which = part.from.which;
        } else if part.from.only_weekday()
            && matches!(which, Some(Which::Last | Which::This | Which::Next | Which::WeeksAgo(_)))
        {
            part.from.which = which;
        }
        if let Some(to) = part.to.as_mut().filter(|to| to.only_weekday() && to.which.is_none()) {
            to.which = part.from.which;
        }
        if part.link == Link::Or {
            out.questions.push(Question::WhichDays);
        }
    }
    for part in &parts {
        let coming = |atom: &Atom| atom.which == Some(Which::Next) || atom.offset.is_some_and(|offset| offset > 0);
        out.coming |= coming(&part.from);
        out.bare_weekdays &= part.from.only_weekday() && part.from.which.is_none();
        if let Some(Which::LastFew(few)) = part.from.which
            && let Some(day) = part.from.weekday
        {
            if day == received.weekday() {
                out.questions.push(Question::WhichWeek { weekday: day, one: received, other: plus(received, -7) });
            }
            let recent = most_recent(day, received);
            out.dates.extend((0..i64::from(few)).rev().map(|back| plus(recent, -7 * back)));
            continue;
        }
        // "Mon to Fri" on a Monday: only last week's is over.
        let whole = part.to.is_some_and(|to| to.only_weekday() && to.weekday != part.from.weekday);
        let from = match resolve(&part.from, &around, received, text) {
            Err(Question::WhichWeek { one, other, .. }) if whole && part.from.which.is_none() && one == received => {
                Ok(other)
            }
            other => other,
        };
        match (from, &part.to) {
            (Ok(date), None) => out.dates.push(date),
            (Ok(first), Some(to)) => {
                out.ranged = true;
                match end_of_range(first, to, &around, received, text) {
                    Ok(last) => range(first, last, &mut out),
                    Err(question) => out.questions.push(question),
                }
            }
            (Err(question), _) => out.questions.push(question),
        }
        if let Some(date) = out.dates.last() {
            around.last = Some(*date);
        }
        out.range_then_one = out.ranged && part.to.is_none();
    }
    if let ([part], [date]) = (parts.as_slice(), out.dates.as_slice())
        && part.to.is_none()
        && part.from.only_day()
        && (around.month, around.week) == (None, None)
        && (date.month(), date.year()) != (received.month(), received.year())
    {
        out.or_coming = part.from.day.and_then(|day| coming_day(day, received));
    }
    twice(&parts, &mut out);
    order(&mut out);
    let mut seen = Vec::new();
    out.dates.retain(|date| {
        !seen.contains(date) && {
            seen.push(*date);
            true
        }
    });
    out
}

/// "yesterday, Thurs 24th": the same day said twice, or not the same day at all.
fn twice(parts: &[Part], out: &mut Days) {
    if let ([first, second], [one, other]) = (parts, out.dates.as_slice())
        && matches!(second.link, Link::Comma | Link::Beside)
        && first.to.is_none()
        && second.to.is_none()
        && (first.from.offset.is_some()
            || first.from.only_weekday()
                && second.from.weekday.is_none()
                && second.link == Link::Comma
                && second.from.offset.is_none())
        && one != other
    {
        out.questions.push(Question::WeekdayDisagrees {
            weekday: second.from.weekday.unwrap_or(one.weekday()),
            date: if second.from.weekday.is_some() { *one } else { *other },
        });
    }
}

fn end_of_range(first: Date, to: &Atom, around: &Around, received: Date, text: &str) -> Result<Date, Question> {
    // "Mon to Wed": the Wednesday after that Monday, whichever week it was.
    if to.only_weekday()
        && to.which != Some(Which::Gone)
        && let Some(day) = to.weekday
    {
        return Ok(plus(first, i64::from(day.since(first.weekday()))));
    }
    // "Mon 8 - 10", "8th-10th": the first such day after.
    if to.only_day()
        && let Some(day) = to.day.and_then(|day| i8::try_from(day).ok())
    {
        return (0..31).map(|i| plus(first, i)).find(|date| date.day() == day).ok_or(Question::WhichDays);
    }
    resolve(to, around, received, text)
}

fn range(first: Date, last: Date, out: &mut Days) {
    let length = between(first, last);
    if !(0..=61).contains(&length) {
        out.questions.push(Question::WhichDays);
        return;
    }
    let days: Vec<Date> = (0..=length).map(|i| plus(first, i)).collect();
    if days.iter().any(|date| matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)) {
        out.questions.push(Question::OverWeekend { first, last });
    }
    out.dates.extend(days);
}

/// "Monday and Friday" on a Wednesday: Friday would be before Monday, so the week is not plain.
fn order(out: &mut Days) {
    if !out.bare_weekdays || out.ranged {
        return;
    }
    if let Some((one, _)) = out
        .dates
        .iter()
        .zip(out.dates.iter().skip(1))
        .find(|(one, other)| out_of_order(**one, **other))
        .map(|(one, other)| (*one, *other))
    {
        out.questions.push(Question::WhichWeek { weekday: one.weekday(), one, other: plus(one, -7) });
    }
}

/// Two weekdays said one after the other that lie the other way round, in two weeks.
pub fn out_of_order(one: Date, other: Date) -> bool {
    other < one && monday(one) != monday(other)
}
