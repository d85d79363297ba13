//! Dates in figures: `3/11/27`, `3.11`, `2027-11-03`. Day before month, always.

use super::super::clock::span;
use super::super::tokens::Tokens;
use super::{Atom, full_year, is_unit, not_a_date};

pub fn numeric(tokens: &Tokens, at: usize) -> Option<(Atom, usize)> {
    let digits = tokens.digits(at)?;
    if not_a_date(tokens, at) {
        return None;
    }
    let mark = tokens.mark(at + 1).filter(|mark| matches!(mark, '/' | '.' | '-') && tokens.digits(at + 2).is_some())?;
    let spaced = mark == '/' && tokens.is_mark(at + 3, '/') && tokens.digits(at + 4).is_some();
    if !spaced && (!tokens.glued(at + 1) || !tokens.glued(at + 2)) {
        return None;
    }
    let (first, second) = (tokens.number(at)?, tokens.number(at + 2)?);
    let third = (tokens.mark(at + 3) == Some(mark) && (spaced || tokens.glued(at + 3) && tokens.glued(at + 4)))
        .then(|| tokens.digits(at + 4))
        .flatten();
    if let Some(third) = third {
        let (day, month, year) = if digits.len() == 4 {
            (third.parse().ok()?, second, i16::try_from(first).ok()?)
        } else {
            (first, second, full_year(third)?)
        };
        return Some((date(day, month, Some(year)), at + 5));
    }
    // Two numbers and a hyphen are a range, two and a stroke before a month are two days.
    if mark == '-' || digits.len() > 2 || tokens.digits(at + 2)?.len() > 2 || tokens.month(at + 3).is_some() {
        return None;
    }
    if is_unit(tokens.word(at + 3)) || !(1..=31).contains(&first) || !(1..=31).contains(&second) {
        return None;
    }
    if mark == '.' {
        // A decimal, or a time of day.
        let decimal = tokens.digits(at + 2)?.len() == 1 && second == 5 && first <= 5;
        let time = second > 12 || matches!(tokens.word(at + 3), "am" | "pm") || span(tokens, at).is_some();
        if decimal || time {
            return None;
        }
    }
    if mark == '/'
        && matches!(tokens.word(at + 3), "of" | "children" | "pupils" | "teachers" | "staff" | "classes" | "class")
    {
        return None;
    }
    Some((date(first, second, None), at + 3))
}

fn date(day: u32, month: u32, year: Option<i16>) -> Atom {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    Atom { day: Some(day), month, year, impossible: month.is_none() || !(1..=31).contains(&day), ..Atom::default() }
}
