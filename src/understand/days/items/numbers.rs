//! Numbers that only their neighbours explain: times of day, fields of a table, "two on Tuesday".

use super::super::amounts::{Amount, Measure, clock_amount};
use super::super::atoms::{atom, not_a_date};
use super::super::calendar::most_recent;
use super::super::clock::{clock, is_hours, quantity, span};
use super::super::signs::Sign;
use super::super::tokens::Tokens;
use super::{Break, Item, Piece};
use jiff::civil::Date;

/// `arrived 9.00`, `got there at 9`, `left at 2`, `finished 3`.
pub fn edge(tokens: &Tokens, at: usize) -> Option<(Piece, usize)> {
    let (until, mut next) = match tokens.word(at) {
        "time" if matches!(tokens.word(at + 1), "in" | "out") && tokens.is_mark(at + 2, ':') => {
            (tokens.word(at + 1) == "out", at + 2)
        }
        "left" | "finished" | "finish" | "ended" | "departed" | "end" | "finishing" | "leaving" | "departure"
        | "out" | "dep" | "depart" => (true, at + 1),
        "in" if tokens.is_mark(at + 1, ':') || tokens.word(at + 1) == "by" => (false, at + 1),
        "until" | "till" | "til" => (true, at + 1),
        "arrived" | "arr" | "arrive" | "started" | "start" | "began" | "arriving" | "starting" | "arrival" => {
            (false, at + 1)
        }
        "at" | "from" => (false, at + 1),
        _ => return None,
    };
    let verb = !matches!(tokens.word(at), "at" | "from" | "until" | "till" | "til");
    if verb {
        for _ in 0..4 {
            if !(matches!(
                tokens.word(next),
                "time" | "at" | "by" | "about" | "around" | "there" | "just" | "after" | "before" | "school"
            ) || matches!(tokens.mark(next), Some(':')))
            {
                break;
            }
            next += 1;
        }
    }
    next = tokens.any(next, &["about", "around", "roughly", "approx"]).unwrap_or(next);
    if span(tokens, if tokens.word(at) == "from" { at } else { next }).is_some_and(|span| span.sure) {
        return None;
    }
    let (time, end) = clock(tokens, next)?;
    let date_follows = matches!(tokens.word(end), "st" | "nd" | "rd" | "th" | "of")
        || tokens.month(end).is_some()
        || matches!(tokens.mark(end), Some('/' | '-')) && tokens.glued(end) && !time.sure;
    let lunch = tokens.word(next) == "noon" || tokens.word(next) == "midday";
    if date_follows || time.minutes > 24 * 60 || lunch && !verb || !verb && !time.sure && time.minutes >= 780 {
        return None;
    }
    Some((if until { Piece::Until(time) } else { Piece::From(time) }, end))
}

/// `Hours: 3`, `Days: 0.5`, `hours worked - 3`, and headings that say what a table's numbers are.
pub fn labelled(tokens: &Tokens, at: usize) -> Option<(Piece, usize)> {
    let word = tokens.word(at);
    let hours = is_hours(word) && word != "h" && word != "hour";
    let days = word == "days" || word == "day";
    let fresh = at == 0
        || tokens.mark_before(at).is_some()
        || matches!(tokens.before(at), "of" | "total" | "no" | "number" | "sle" | "support");
    if !(hours || days) || !fresh || at.checked_sub(1).is_some_and(|at| tokens.digits(at).is_some()) {
        return None;
    }
    let next =
        tokens.any(at + 1, &["worked", "claimed", "spent", "in school", "delivered", "logged"]).unwrap_or(at + 1);
    if matches!(tokens.mark(next), Some(':' | '-' | '=')) {
        let (hundredths, end) = quantity(tokens, next + 1).filter(|(_, end)| tokens.stops(*end))?;
        if tokens.digits(next + 1).is_none() && !matches!(tokens.mark(next + 1), Some('½' | '.')) {
            return None;
        }
        return Some((Piece::Amount(Amount::plain(in_unit(hundredths, hours))), end));
    }
    let heading = tokens.stops(next)
        && tokens.mark(next).is_none_or(|mark| matches!(mark, '\t' | '\n' | '|' | ','))
        && (at == 0 || matches!(tokens.mark_before(at), Some('\t' | '|' | ',' | '\n')));
    heading.then_some((Piece::Unit { hours }, next))
}

pub fn in_unit(hundredths: u32, hours: bool) -> Measure {
    if hours {
        let minutes = hundredths.saturating_mul(60) / 100;
        return Measure::Minutes { least: minutes, most: minutes };
    }
    match hundredths {
        50 => Measure::Half,
        100 => Measure::Full,
        other => Measure::Days(other),
    }
}

/// "9-11": times beside a day that is already plain, days before a month, and else nobody knows.
pub fn times_or_days(tokens: &Tokens, at: usize, received: Date, before: &[Item]) -> Option<(Piece, usize)> {
    let led = matches!(tokens.word(at), "from" | "between");
    if tokens.digits(at).is_none()
        && !led
        && tokens.word(at) != "half"
        && tokens.word(at) != "noon"
        && tokens.word(at) != "midday"
    {
        return None;
    }
    let span = span(tokens, at)?;
    let timed = || Some((Piece::Amount(clock_amount(span.minutes)), span.next));
    if tokens.month(span.next).is_some()
        || tokens.word(span.next) == "of" && tokens.month(span.next + 1).is_some()
        || not_a_date(tokens, at)
    {
        return None;
    }
    if span.sure {
        return timed();
    }
    // Beside other times of day it is one too.
    if before.iter().any(|item| matches!(&item.piece, Piece::Amount(amount) if amount.clocked)) {
        return timed();
    }
    // "Yesterday. 9-12.": a stop after a day that has no number.
    let before = match before {
        [rest @ .., Item { piece: Piece::Group(group), .. }, Item { piece: Piece::Break(Break::Stop), .. }]
            if group.parts.iter().all(|part| part.from.day.is_none()) =>
        {
            before.get(..rest.len() + 1).unwrap_or(before)
        }
        _ => before,
    };
    let last = before.iter().rev().find(|item| {
        !matches!(
            item.piece,
            Piece::Word
                | Piece::School(_)
                | Piece::Break(Break::Comma | Break::Open | Break::Dash | Break::Colon | Break::Tab)
        )
    });
    let first_day = tokens.number(at);
    let weekday_only = match last.map(|item| &item.piece) {
        Some(Piece::Group(group)) => Some(group.parts.last().map(|part| part.to.unwrap_or(part.from))).flatten(),
        Some(_) | None => None,
    };
    let beside = before.last().is_some_and(|item| matches!(item.piece, Piece::Group(_)));
    if let Some(day) = weekday_only {
        // "Mon 8-10" where Monday is the 8th may be dates or times: nobody knows.
        let falls = beside
            && day.only_weekday()
            && day.weekday.map(|day| i32::from(most_recent(day, received).day()))
                == first_day.and_then(|number| i32::try_from(number).ok());
        return if falls { Some((Piece::Sign(Sign::Doubt), span.next)) } else { timed() };
    }
    let follows = tokens.any(span.next, &["on"]).unwrap_or(span.next);
    let day_follows = atom(tokens, follows, received.year()).is_some_and(|(atom, _)| {
        atom.weekday.is_some()
            || atom.offset.is_some()
            || atom.month.is_some()
            || follows > span.next && atom.day.is_some()
    });
    if day_follows { timed() } else { None }
}

/// "Two hours on Monday, two on Tuesday"; "4/11 1, 5/11 0.5": a number whose unit was said before, or needs none.
pub fn elliptic(tokens: &Tokens, at: usize, received: Date, before: &[Item]) -> Option<(Piece, usize)> {
    let (hundredths, next) = quantity(tokens, at)?;
    let last = before
        .iter()
        .rev()
        .take(40)
        .find(|item| !matches!(item.piece, Piece::School(_) | Piece::Word | Piece::Break(Break::Tab)))?;
    if matches!(last.piece, Piece::Group(_)) && tokens.digits(at).is_some() && matches!(hundredths, 50 | 100 | 150) {
        let field = tokens.stops(next) && !matches!(tokens.mark(next), Some('/' | '-' | '.' | ':'))
            || tokens.is_mark(next, '.') && !tokens.glued(next + 1);
        return field.then_some((Piece::Number(hundredths), next));
    }
    let on = tokens.phrase(next, "on")?;
    atom(tokens, on, received.year())?;
    let unit = before
        .iter()
        .rev()
        .take_while(|item| !matches!(item.piece, Piece::Break(Break::Stop | Break::Line)))
        .find_map(|item| if let Piece::Amount(amount) = &item.piece { Some(amount.measure) } else { None })?;
    match unit {
        Measure::Minutes { .. } => Some((Piece::Amount(Amount::plain(in_unit(hundredths, true))), next)),
        Measure::Full | Measure::Half | Measure::Days(_) | Measure::Morning | Measure::Afternoon => None,
    }
}

/// "25/4 1/2": after a date, 1/2 is not the first of February.
pub fn half_beside_date(tokens: &Tokens, at: usize, before: &[Item]) -> bool {
    let stroke = tokens.number(at) == Some(1)
        && tokens.is_mark(at + 1, '/')
        && tokens.number(at + 2) == Some(2)
        && tokens.glued(at + 1)
        && tokens.glued(at + 2)
        && !tokens.is_mark(at + 3, '/');
    if !stroke || tokens.month(at + 3).is_some() {
        return false;
    }
    before
        .iter()
        .rev()
        .find(|item| {
            !matches!(
                item.piece,
                Piece::Break(Break::Open | Break::Dash | Break::Colon | Break::Tab) | Piece::School(_)
            )
        })
        .is_some_and(|item| matches!(&item.piece, Piece::Group(_)))
}

/// `1`, `0.5` or `½` in a field of its own.
pub fn number_field(tokens: &Tokens, at: usize) -> Option<(Piece, usize)> {
    let (hundredths, next) = quantity(tokens, at)?;
    let written = tokens.digits(at).is_some() || matches!(tokens.mark(at), Some('½' | '¼' | '¾' | '.'));
    let after = tokens.stops(next) && !matches!(tokens.mark(next), Some('%' | '/'))
        || !tokens.glued(next) && tokens.weekday(next).is_some()
        || !tokens.glued(next)
            && matches!(hundredths, 50 | 100)
            && (tokens.is_mark(at + 1, '.') || tokens.digits(at).is_none())
            && (matches!(tokens.word(next), "on" | "at" | "in" | "for" | "each" | "both") || tokens.capital(next));
    let before = at == 0
        || tokens.mark_before(at).is_some_and(|mark| !matches!(mark, '£' | '/' | '#'))
        || matches!(tokens.word(next), "")
            && at.checked_sub(1).is_some_and(|at| {
                tokens.digits(at).is_some() || tokens.weekday(at).is_some() || tokens.month(at).is_some()
            })
        || hundredths == 50
        || tokens.is_mark(at + 1, '.');
    (written && after && before && !not_a_date(tokens, at) && hundredths > 0)
        .then_some((Piece::Number(hundredths), next))
}
