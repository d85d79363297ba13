//! One date as it is written: `Tues 9th`, `3/11`, `Nov 3rd`, `yesterday`, `last Tuesday`, `two weeks ago on Monday`.

mod named;
mod numeric;
mod relative;

use super::clock::{is_hours, is_minutes, span};
use super::tokens::Tokens;
use super::words::{count, weekday};
use jiff::civil::Weekday;
pub use named::numbers_of_a_month;

/// Which of several such days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// `last Tuesday`.
    Last,
    /// `this Tuesday`.
    This,
    /// `Tuesday gone`, `the most recent Tuesday`.
    Gone,
    /// `next Tuesday`, `this coming Tuesday`, `Tuesday week`.
    Next,
    /// `a week last Tuesday`.
    WeekBeforeLast,
    /// `two weeks ago on Tuesday`.
    WeeksAgo(u32),
    /// `the last two Tuesdays`.
    LastFew(u32),
}

/// What is said of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Atom {
    pub weekday: Option<Weekday>,
    /// `Tuesdays`.
    pub many: bool,
    /// `every Tuesday`.
    pub every: bool,
    pub day: Option<u32>,
    /// The day has no sign of its own: a number among others.
    pub bare: bool,
    pub month: Option<i8>,
    pub month_first: bool,
    pub year: Option<i16>,
    /// Days from the mail's own date: yesterday is -1.
    pub offset: Option<i64>,
    /// Days from the day named before: `the day after` is 1.
    pub step: Option<i64>,
    pub which: Option<Which>,
    /// Cannot be a date in English order.
    pub impossible: bool,
    pub start: usize,
    pub end: usize,
}

impl Atom {
    pub fn only_weekday(&self) -> bool {
        self.weekday.is_some() && self.day.is_none() && self.offset.is_none()
    }

    pub fn only_day(&self) -> bool {
        self.day.is_some() && self.weekday.is_none() && self.month.is_none()
    }
}

/// The date that stands here. `year` is that of the mail, by which `3 Nov 27` is told from a list.
pub fn atom(tokens: &Tokens, at: usize, year: i16) -> Option<(Atom, usize)> {
    let (mut atom, next) = relative::relative(tokens, at)
        .or_else(|| with_weekday(tokens, at, year))
        .or_else(|| calendar_day(tokens, at, year))?;
    atom.start = tokens.get(at)?.start;
    atom.end = tokens.get(next.checked_sub(1)?)?.end;
    Some((atom, next))
}

fn with_weekday(tokens: &Tokens, at: usize, year: i16) -> Option<(Atom, usize)> {
    let (mut which, mut every, mut from) = (None, false, at);
    let start = tokens.any(at, &["the"]).unwrap_or(at);
    match tokens.word(start) {
        "last" | "past" | "previous" => {
            which = Some(Which::Last);
            from = start + 1;
            let few = tokens.number(from).or_else(|| count(tokens.word(from)));
            if let Some(few) = few.filter(|few| (2..=20).contains(few)) {
                let next = if tokens.word(from + 1) == "of" { from + 2 } else { from + 1 };
                let (day, many) = tokens.weekday(next)?;
                return many.then(|| {
                    (
                        Atom { weekday: Some(day), many: true, which: Some(Which::LastFew(few)), ..Atom::default() },
                        next + 1,
                    )
                });
            }
        }
        "this" => {
            (which, from) = match tokens.word(start + 1) {
                "past" => (Some(Which::Gone), start + 2),
                "coming" => (Some(Which::Next), start + 2),
                _ => (Some(Which::This), start + 1),
            };
        }
        "next" | "coming" => (which, from) = (Some(Which::Next), start + 1),
        "every" | "each" => (every, from) = (true, start + 1),
        _ if start > at => from = start,
        _ => {}
    }
    let word = tokens.word(from);
    let (day, many) = weekday(word)?;
    if !reads_as_weekday(tokens, from, word) {
        return None;
    }
    let mut next = from + 1;
    if tokens.is_mark(next, '.')
        && tokens.glued(next)
        && !word.ends_with("day")
        && (tokens.digits(next + 1).is_some()
            || matches!(tokens.word(next + 1), "and" | "to" | "the")
            || matches!(tokens.mark(next + 1), Some(',' | '&' | '-' | '+' | '/')))
    {
        next += 1;
    }
    let mut atom = Atom { weekday: Some(day), many, every, which, ..Atom::default() };
    if which.is_none() && !every {
        let after = if tokens.is_mark(next, ',') && !many { next + 1 } else { next };
        let comma = after > next;
        let after = tokens.any(after, &["the"]).unwrap_or(after);
        let after = if tokens.is_mark(after, '-')
            && tokens.glued(after)
            && tokens.glued(after + 1)
            && tokens.digits(after + 1).is_some()
        {
            after + 1
        } else {
            after
        };
        if let Some((date, end)) =
            calendar_day(tokens, after, year).filter(|(date, _)| !many && (!comma || date.month.is_some()))
        {
            return Some((Atom { weekday: Some(day), ..date }, end));
        }
        if !comma
            && !many
            && let Some(number) = bare_day(tokens, after)
        {
            // "Mon 10-12" may be a time.
            if span(tokens, after).is_none_or(|span| tokens.month(span.next).is_some())
                || tokens.month(after + 1).is_some()
            {
                return Some((
                    Atom { weekday: Some(day), day: Some(number), bare: true, ..Atom::default() },
                    after + 1,
                ));
            }
        }
        if let Some(end) = tokens
            .any(next, &["just gone", "gone", "just past", "past"])
            .filter(|end| tokens.word(end - 1) != "past" || tokens.stops(*end))
        {
            atom.which = Some(Which::Gone);
            next = end;
        } else if tokens.word(next) == "last"
            && !matches!(tokens.word(next + 1), "week" | "wk" | "half" | "term" | "month" | "thing" | "one")
            && tokens.number(next + 1).is_none()
        {
            atom.which = Some(Which::Last);
            next += 1;
        } else if matches!(tokens.word(next), "week" | "next") && tokens.stops(next + 1) {
            atom.which = Some(Which::Next);
            next += 1;
        }
    }
    Some((atom, next))
}

/// "sat with the head", "Wed" the verb, "Monday's launch": a weekday only by its looks.
fn reads_as_weekday(tokens: &Tokens, at: usize, word: &str) -> bool {
    let after = tokens.word(at + 1);
    if word.ends_with("'s") {
        return matches!(
            after,
            "visit"
                | "session"
                | "day"
                | "morning"
                | "afternoon"
                | "was"
                | "full"
                | "half"
                | "log"
                | "one"
                | "wrong"
                | "not"
                | "entry"
                | "cancelled"
                | "only"
                | "just"
        );
    }
    match word {
        "sat" => !matches!(
            after,
            "in" | "with" | "down" | "at" | "on" | "through" | "and" | "alongside" | "round" | "around" | "next"
        ),
        "sun" => !matches!(after, "shone" | "was" | "came" | "is" | "out"),
        "the" | "tue" | "mon" | "fri" => true,
        _ => !matches!(tokens.before(at), "mr" | "mrs" | "ms" | "miss" | "dr"),
    }
}

/// `3/11/27`, `3.11`, `2027-11-03`, `3 Nov`, `Nov 3rd`, `3rd`, `the third of November`.
fn calendar_day(tokens: &Tokens, at: usize, year: i16) -> Option<(Atom, usize)> {
    numeric::numeric(tokens, at).or_else(|| named::named(tokens, at, year))
}

fn full_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A number that may be a day of the month if its neighbours say so.
pub fn bare_day(tokens: &Tokens, at: usize) -> Option<u32> {
    let number = tokens.number(at).filter(|number| (1..=31).contains(number))?;
    let next = tokens.word(at + 1);
    let mark = tokens.mark(at + 1);
    let more = matches!(mark, Some('.' | ':'))
        && tokens.glued(at + 1)
        && tokens.glued(at + 2)
        && tokens.digits(at + 2).is_some();
    let percent = mark == Some('%') || mark == Some('½');
    let short = tokens.digits(at).is_some_and(|digits| digits.len() <= 2);
    (short
        && !is_unit(next)
        && !more
        && !percent
        && !not_a_date(tokens, at)
        && (!matches!(next, "x" | "am" | "pm" | "children" | "miles" | "mile" | "lessons")
            || next == "am" && !tokens.glued(at + 1)
            || next == "pm" && !tokens.glued(at + 1)))
    .then_some(number)
}

fn is_unit(word: &str) -> bool {
    is_hours(word)
        || is_minutes(word) && word != "m"
        || matches!(
            word,
            "d" | "day"
                | "days"
                | "miles"
                | "mile"
                | "children"
                | "pupils"
                | "teachers"
                | "lessons"
                | "x"
                | "weeks"
                | "week"
                | "noon"
        )
}

/// "Year 4", "£6", "Rm 4", "KS 2": numbers that count something else.
pub fn not_a_date(tokens: &Tokens, at: usize) -> bool {
    let mark = tokens.mark_before(at);
    matches!(mark, Some('£' | '$' | '€' | '#'))
        || mark == Some('/')
            && tokens.glued(at)
            && at.checked_sub(2).is_some_and(|at| {
                !tokens.word(at).is_empty()
                    && tokens.weekday(at).is_none()
                    && !matches!(tokens.word(at), "st" | "nd" | "rd" | "th")
            })
        || matches!(
            tokens.before(at),
            "year"
                | "years"
                | "yr"
                | "yrs"
                | "y"
                | "room"
                | "rm"
                | "stage"
                | "ks"
                | "key"
                | "class"
                | "classes"
                | "page"
                | "unit"
                | "chapter"
                | "set"
                | "group"
                | "groups"
                | "no"
                | "number"
                | "ext"
                | "phase"
                | "module"
                | "part"
                | "item"
                | "room no"
                | "p"
                | "grade"
                | "band"
                | "level"
                | "question"
                | "tel"
                | "step"
                | "top"
                | "no."
        )
}
