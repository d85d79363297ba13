//! Dates that are said together: `3, 4 and 5 November`, `Mon-Weds`, `Mon/Tue 15/16 Nov`, `from the 7th until Fri 9th`.

use super::amounts::amount;
use super::atoms::{Atom, Which, atom, bare_day, numbers_of_a_month};
use super::calendar::day_of_month;
use super::clock::span;
use super::tokens::Tokens;
use super::words::{month, weekday};
use jiff::civil::Date;

/// How a date is joined to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    First,
    /// Nothing stands between them.
    Beside,
    Comma,
    And,
    Or,
}

/// One date, or the first and the last of a range.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub link: Link,
    pub from: Atom,
    pub to: Option<Atom>,
}

/// Dates that are said together.
#[derive(Debug, Clone, Default)]
pub struct Group {
    pub parts: Vec<Part>,
    /// Bare numbers only: dates where a month was named before, else nothing.
    pub tentative: bool,
}

/// More dates than this in one breath are no log.
const MOST: usize = 62;

/// The dates that begin here.
pub fn group(tokens: &Tokens, at: usize, received: Date) -> Option<(Group, usize)> {
    paired(tokens, at, received).or_else(|| chain(tokens, at, received))
}

fn chain(tokens: &Tokens, at: usize, received: Date) -> Option<(Group, usize)> {
    let (first, mut next) = element(tokens, at, received, None)?;
    let mut parts = vec![Part { link: Link::First, from: first, to: None }];
    while parts.len() < MOST {
        let last = parts.last()?;
        let before = last.to.unwrap_or(last.from);
        let may_range = last.to.is_none();
        let between = parts.len() == 1 && tokens.before(at) == "between" && matches!(tokens.word(next), "and" | "&");
        if may_range
            && let Some(from) = range_link(tokens, next).or(between.then_some(next + 1))
            && let Some((to, after)) = element(tokens, from, received, Some(&before))
            && to.step.is_none()
        {
            if let Some(last) = parts.last_mut() {
                last.to = Some(to);
            }
            next = after;
            continue;
        }
        let Some((link, from)) = list_link(tokens, next) else { break };
        let Some((found, after)) = element(tokens, from, received, Some(&before)) else { break };
        // "Weds the 9th 10" has no second date; "Nov 2nd 3rd" has.
        if link == Link::Beside
            && found.bare
            && !(before.month_first
                || found.weekday.is_some()
                || !before.only_weekday() && numbers_of_a_month(tokens, from + 1))
        {
            break;
        }
        // "1, 2 and 3 Nov, the 3rd was a half" begins anew; so does "Monday, and next Monday".
        // "Monday, Tuesday and this morning": the morning is today's alone.
        let part_of_today = matches!(tokens.word(from), "this" | "last") && found.offset.is_some();
        let again = part_of_today
            || parts.iter().any(|part| same_day(&part.from, &found) || part.to.is_some_and(|to| same_day(&to, &found)));
        let same_week = ahead(&before) && found.only_weekday() && found.which.is_none();
        if again || ahead(&found) != ahead(&before) && !same_week {
            break;
        }
        parts.push(Part { link, from: found, to: None });
        next = after;
    }
    trim(tokens, &mut parts, &mut next);
    appose(&mut parts);
    let last = parts.last()?;
    let tentative =
        parts.iter().all(|part| part.from.bare && part.from.weekday.is_none() && part.to.is_none_or(|to| to.bare));
    let single = parts.len() == 1 && last.to.is_none();
    if tentative && single && !stands_alone(tokens, at, next) {
        return None;
    }
    Some((Group { parts, tentative }, next))
}

fn same_day(one: &Atom, other: &Atom) -> bool {
    let months = one.month.is_none() || other.month.is_none() || one.month == other.month;
    let weekdays =
        one.only_weekday() && other.only_weekday() && one.weekday == other.weekday && one.which == other.which;
    one.day.is_some() && one.day == other.day && months || weekdays
}

fn ahead(atom: &Atom) -> bool {
    atom.which == Some(Which::Next) || atom.offset.is_some_and(|offset| offset > 0)
}

/// A bare number in its own field.
fn stands_alone(tokens: &Tokens, at: usize, next: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| matches!(tokens.mark(before), Some('\n')))
        && !tokens.is_mark(next, '\n')
        && next < tokens.len()
}

/// Bare numbers at the end that no month, ordinal or other number makes dates.
fn trim(tokens: &Tokens, parts: &mut Vec<Part>, next: &mut usize) {
    while parts.len() > 1
        && let Some(last) = parts.last()
        && last.to.is_none()
        && last.from.bare
        && last.from.weekday.is_none()
        && let Some(before) = parts.len().checked_sub(2).and_then(|at| parts.get(at))
    {
        let before = before.to.unwrap_or(before.from);
        let same_sort = before.only_day() || before.month_first;
        if same_sort {
            return;
        }
        let start = last.from.start;
        parts.pop();
        while *next > 0 && tokens.get(*next - 1).is_some_and(|token| token.start >= start) {
            *next -= 1;
        }
        // The link before it belongs to what follows.
        while *next > 0
            && tokens.get(*next - 1).is_some_and(|token| matches!(token.text.as_str(), "," | "and" | "&" | "+" | "/"))
        {
            *next -= 1;
        }
    }
}

/// "Tuesday, 9th" is one day said twice.
fn appose(parts: &mut Vec<Part>) {
    let [first, second] = parts.as_slice() else { return };
    let twice = second.link == Link::Comma && first.to.is_none() && second.to.is_none();
    if twice && first.from.only_weekday() && !first.from.many && first.from.which.is_none() && second.from.only_day() {
        let joined = Atom { weekday: first.from.weekday, start: first.from.start, ..second.from };
        *parts = vec![Part { link: Link::First, from: joined, to: None }];
    }
}

/// A date, or a bare number where dates are being said.
fn element(tokens: &Tokens, at: usize, received: Date, before: Option<&Atom>) -> Option<(Atom, usize)> {
    let year = received.year();
    if tokens.digits(at).is_some() && amount(tokens, at).is_some_and(|(amount, _)| !amount.clocked) {
        return None;
    }
    if tokens.digits(at).is_some()
        && let Some(span) = span(tokens, at)
        && tokens.month(span.next).is_none()
    {
        // "Tues 9th 9-11" is a time; "7, 9-11 Nov" are dates.
        let complete = before.is_some_and(|atom| !atom.bare || atom.weekday.is_some());
        if span.sure || complete {
            return atom(tokens, at, year).filter(|(found, _)| !span.sure && found.month.is_some());
        }
    }
    if let Some(found) = atom(tokens, at, year) {
        return Some(found);
    }
    let day = bare_day(tokens, at)?;
    let token = tokens.get(at)?;
    let after = tokens.word(at + 1);
    let neighbour = matches!(
        after,
        "" | "and"
            | "to"
            | "until"
            | "till"
            | "or"
            | "at"
            | "in"
            | "on"
            | "of"
            | "full"
            | "half"
            | "am"
            | "pm"
            | "morning"
            | "afternoon"
            | "each"
            | "both"
            | "all"
            | "for"
            | "was"
            | "were"
            | "plus"
            | "then"
            | "inclusive"
            | "inc"
            | "through"
    ) || month(after).is_some()
        || weekday(after).is_some();
    // "3 lesson observations": a number that counts things.
    (neighbour || before.is_some() && tokens.capital(at + 1)).then_some(())?;
    Some((Atom { day: Some(day), bare: true, start: token.start, end: token.end, ..Atom::default() }, at + 1))
}

fn range_link(tokens: &Tokens, at: usize) -> Option<usize> {
    let next = match tokens.word(at) {
        "to" | "until" | "till" | "til" | "through" | "thru" | "untill" | "thro" => at + 1,
        "up" if matches!(tokens.word(at + 1), "to" | "until") => at + 2,
        "right" if tokens.word(at + 1) == "through" => at + 3,
        _ if tokens.is_mark(at, '-') => at + 1,
        _ => return None,
    };
    Some(tokens.any(next, &["and including"]).unwrap_or(next))
}

fn list_link(tokens: &Tokens, at: usize) -> Option<(Link, usize)> {
    let (mut link, mut next) = (Link::Beside, at);
    if tokens.is_mark(next, ',') {
        (link, next) = (Link::Comma, next + 1);
    }
    let joined = match tokens.mark(next) {
        Some('&' | '+') => Some(Link::And),
        Some('/') => Some(Link::Comma),
        Some(_) => None,
        None => match tokens.word(next) {
            "and" | "plus" | "n" => Some(Link::And),
            "or" => Some(Link::Or),
            "nor" => Some(Link::And),
            _ => None,
        },
    };
    if let Some(joined) = joined {
        (link, next) = (joined, next + 1);
        if link == Link::Or {
            next = tokens.any(next, &["maybe", "possibly", "perhaps", "was it"]).unwrap_or(next);
        }
    }
    if link != Link::Beside {
        next = tokens.any(next, &["also on", "again on", "then on", "on", "also", "again", "from"]).unwrap_or(next);
    }
    Some((link, next))
}

/// Weekdays and then their dates in the same order: `Mon/Tue 15/16 Nov`, `Tues and Weds (9th and 10th)`.
fn paired(tokens: &Tokens, at: usize, received: Date) -> Option<(Group, usize)> {
    let (days, next) = run(tokens, at, &|at| {
        let (day, many) = tokens.weekday(at).filter(|(_, many)| !many)?;
        let token = tokens.get(at)?;
        let _ = many;
        Some((Atom { weekday: Some(day), start: token.start, end: token.end, ..Atom::default() }, at + 1))
    })?;
    let count = |parts: &[Part]| parts.iter().map(|part| if part.to.is_some() { 2 } else { 1 }).sum::<usize>();
    if count(&days) < 2 {
        return None;
    }
    let opened = tokens.is_mark(next, '(') || tokens.is_mark(next, ',');
    let from = if opened { next + 1 } else { next };
    let from = tokens.any(from, &["the"]).unwrap_or(from);
    let (dates, end) = run(tokens, from, &|at| {
        let at = tokens.any(at, &["the"]).unwrap_or(at);
        if let Some((found, next)) =
            atom(tokens, at, received.year()).filter(|(found, _)| found.weekday.is_none() && found.day.is_some())
        {
            return Some((found, next));
        }
        let token = tokens.get(at)?;
        let day = bare_day(tokens, at)?;
        Some((Atom { day: Some(day), bare: true, start: token.start, end: token.end, ..Atom::default() }, at + 1))
    })?;
    let alike =
        days.len() == dates.len() && days.iter().zip(&dates).all(|(day, date)| day.to.is_some() == date.to.is_some());
    if !alike {
        return None;
    }
    let bare = dates.iter().all(|part| part.from.bare && part.to.is_none_or(|to| to.bare));
    let join = |day: &Atom, date: &Atom| Atom {
        weekday: day.weekday,
        start: day.start.min(date.start),
        end: date.end.max(day.end),
        ..*date
    };
    let parts: Vec<Part> = days
        .iter()
        .zip(&dates)
        .map(|(day, date)| Part {
            link: day.link,
            from: join(&day.from, &date.from),
            to: day.to.as_ref().zip(date.to.as_ref()).map(|(day, date)| join(day, date)),
        })
        .collect();
    // "Mon-Wed 9-12" may be a time: only if the calendar agrees are these dates.
    let agrees = |atom: &Atom| {
        atom.day
            .and_then(|day| day_of_month(day, received).ok())
            .is_some_and(|date| Some(date.weekday()) == atom.weekday)
    };
    if bare && !parts.iter().all(|part| agrees(&part.from) && part.to.as_ref().is_none_or(agrees)) {
        return None;
    }
    let end = if opened && tokens.is_mark(end, ')') { end + 1 } else { end };
    Some((Group { parts, tentative: false }, end))
}

/// Like things with links between them.
fn run(tokens: &Tokens, at: usize, one: &dyn Fn(usize) -> Option<(Atom, usize)>) -> Option<(Vec<Part>, usize)> {
    let (first, mut next) = one(at)?;
    let mut parts = vec![Part { link: Link::First, from: first, to: None }];
    while parts.len() < 7 {
        if let Some(last) = parts.last_mut().filter(|last| last.to.is_none())
            && let Some((to, after)) = range_link(tokens, next).and_then(one)
        {
            last.to = Some(to);
            next = after;
            continue;
        }
        let Some((link, from)) = list_link(tokens, next) else { break };
        let Some((found, after)) = one(from) else { break };
        parts.push(Part { link, from: found, to: None });
        next = after;
    }
    Some((parts, next))
}
