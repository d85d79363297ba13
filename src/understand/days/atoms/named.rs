//! Dates with a month's name or a day's ordinal: `3 Nov`, `Nov 3rd`, `the third of November`, `the 9th`.

use super::super::tokens::Tokens;
use super::super::words::{ordinal, weekday};
use super::{Atom, full_year, is_unit, not_a_date};

pub(super) fn named(tokens: &Tokens, at: usize, year: i16) -> Option<(Atom, usize)> {
    if let Some(found) = month_at(tokens, at) {
        // "Nov 3rd", "Novmber 2nd": the day follows.
        let after = tokens.any(at + 1, &["the"]).unwrap_or(at + 1);
        let (day, marked, next) = day_number(tokens, after)?;
        if !marked && (is_unit(tokens.word(next)) || not_a_date(tokens, after)) {
            return None;
        }
        let (year, next) = year_at(tokens, next, year);
        return Some((Atom { day: Some(day), month: Some(found), month_first: true, year, ..Atom::default() }, next));
    }
    let from = tokens.any(at, &["the"]).unwrap_or(at);
    let (day, marked, next) = day_number(tokens, from)?;
    let link = tokens.any(next, &["of", "o'"]).unwrap_or(next);
    let link = if tokens.is_mark(link, '-') && tokens.glued(link) && tokens.glued(link + 1)
        || tokens.is_mark(link, '/') && tokens.glued(link + 1)
    {
        link + 1
    } else {
        link
    };
    let welsh_or_month = tokens.month(link).filter(|_| !not_a_date(tokens, from) && is_month_word(tokens, link, true));
    if let Some(found) = welsh_or_month {
        let mut next = link + 1;
        if tokens.is_mark(next, '.')
            && tokens.word(link).len() <= 4
            && tokens.glued(next)
            && (tokens.digits(next + 1).is_some() || tokens.is_mark(next + 1, ','))
        {
            next += 1;
        }
        let year_from = if matches!(tokens.mark(next), Some('-' | '/'))
            && tokens.digits(next + 1).is_some_and(|digits| matches!(digits.len(), 2 | 4))
            && tokens.glued(next + 1)
            && tokens.glued(next)
            && link > at + 1
        {
            next + 1
        } else {
            next
        };
        let (found_year, after) = year_at(tokens, year_from, year);
        let next = if found_year.is_some() { after } else { next };
        return Some((Atom { day: Some(day), month: Some(found), year: found_year, ..Atom::default() }, next));
    }
    // "the second visit", "the first half": an ordinal word alone is no date.
    let numbered = tokens.digits(from).is_some();
    let fits = numbered
        || ordinal(tokens.word(from)).is_some_and(|day| day > 4)
            && (from > at || weekday(tokens.before(from)).is_some())
        || weekday(tokens.before(from)).is_some()
        || weekday(from.checked_sub(1).map_or("", |at| tokens.before(at))).is_some() && tokens.before(from) == "the";
    let fits = fits || numbers_of_a_month(tokens, next);
    let counts =
        matches!(tokens.word(next), "visit" | "time" | "session" | "year" | "grade" | "form" | "week" | "wk" | "one")
            || !numbered && matches!(tokens.word(next), "half" | "thing" | "lesson" | "period" | "part");
    (marked && fits && !counts).then_some((Atom { day: Some(day), ..Atom::default() }, next))
}

/// "the first and second of November": other ordinals follow, and a month.
pub fn numbers_of_a_month(tokens: &Tokens, at: usize) -> bool {
    for next in at..at + 16 {
        if tokens.month(next).is_some() {
            return true;
        }
        let goes_on = matches!(tokens.mark(next), Some(',' | '&' | '-'))
            || matches!(tokens.word(next), "and" | "to" | "the" | "of" | "twenty" | "thirty")
            || ordinal(tokens.word(next)).is_some()
            || tokens.number(next).is_some_and(|day| (1..=31).contains(&day))
            || matches!(tokens.word(next), "st" | "nd" | "rd" | "th");
        if !goes_on {
            return false;
        }
    }
    false
}

/// `3`, `3rd`, `third`, `twenty-third`; whether it carries its own sign of being a date.
fn day_number(tokens: &Tokens, at: usize) -> Option<(u32, bool, usize)> {
    if let Some(number) = tokens.number(at).filter(|_| tokens.digits(at).is_some_and(|digits| digits.len() <= 2)) {
        let suffixed = matches!(tokens.word(at + 1), "st" | "nd" | "rd" | "th")
            && (tokens.glued(at + 1) || !tokens.capital(at + 1));
        let next = if suffixed { at + 2 } else { at + 1 };
        let part_of_more = matches!(tokens.mark(next), Some('.' | ':' | '/'))
            && tokens.glued(next)
            && tokens.glued(next + 1)
            && tokens.digits(next + 1).is_some()
            && !suffixed;
        return ((1..=31).contains(&number) && !part_of_more).then_some((number, suffixed, next));
    }
    let word = tokens.word(at);
    if matches!(word, "twenty" | "thirty") {
        let tens = if word == "twenty" { 20 } else { 30 };
        let next = if tokens.is_mark(at + 1, '-') { at + 2 } else { at + 1 };
        let unit = ordinal(tokens.word(next)).filter(|unit| *unit < 10)?;
        return (tens + unit <= 31).then_some((tens + unit, true, next + 1));
    }
    ordinal(word).map(|day| (day, true, at + 1))
}

fn month_at(tokens: &Tokens, at: usize) -> Option<i8> {
    tokens.month(at).filter(|_| is_month_word(tokens, at, false))
}

/// "I may", "march through", "Jan and I", "April said": a month only by its looks.
fn is_month_word(tokens: &Tokens, at: usize, after_number: bool) -> bool {
    after_number
        || !matches!(
            tokens.before(at),
            "i" | "we" | "they" | "it" | "you" | "he" | "she" | "mrs" | "ms" | "miss" | "mr" | "dr" | "with" | "that"
        )
}

fn year_at(tokens: &Tokens, at: usize, mail: i16) -> (Option<i16>, usize) {
    let from = if tokens.is_mark(at, ',') || tokens.is_mark(at, '\'') { at + 1 } else { at };
    let Some(digits) = tokens.digits(from) else { return (None, at) };
    let Some(year) = full_year(digits) else { return (None, at) };
    let four = digits.len() == 4 && (2000..=2100).contains(&year) && !is_unit(tokens.word(from + 1));
    // "3 Nov 27" in 2027; but not "3 Nov, 27" nor "26 Nov 27 Nov".
    let two = digits.len() == 2
        && (from == at || tokens.is_mark(at, '\''))
        && (year - mail).abs() <= 1
        && tokens.stops(from + 1)
        && !tokens.is_mark(from + 1, '/')
        && !tokens.is_mark(from + 1, '-');
    if four || two { (Some(year), from + 1) } else { (None, at) }
}
