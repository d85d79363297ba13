//! Weeks and months that are spoken of: `w/b 8 Nov`, `all last week`, `January log`.

use super::super::atoms::atom;
use super::super::tokens::Tokens;
use super::{Piece, Week};
use jiff::civil::Date;

/// `last week`, `w/b 8 Nov`, `all of this week`.
pub fn week(tokens: &Tokens, at: usize, received: Date) -> Option<(Week, bool, usize)> {
    let whole = tokens.any(
        at,
        &[
            "all five days of",
            "all 5 days of",
            "all five days",
            "all 5 days",
            "each of the five days",
            "all of",
            "all through",
            "all",
            "the whole of",
            "whole of",
            "the whole",
            "every day of",
            "each day of",
            "every day",
            "each day",
            "throughout",
            "every single day",
            "the full",
            "the entire",
            "all day every day",
            "every weekday",
        ],
    );
    let from = whole.unwrap_or(at);
    let from = tokens.any(from, &["in", "of", "during"]).filter(|_| whole.is_some()).unwrap_or(from);
    let all = whole.is_some();
    let is_week = |at: usize| matches!(tokens.word(at), "week" | "wk" | "week's" | "weeks" | "wks");
    let the = tokens.any(from, &["the"]).unwrap_or(from);
    if let Some(next) = tokens.any(the, &["week before last", "wk before last", "week before"]) {
        let last = tokens.before(next) == "last";
        return last.then_some((Week::BeforeLast, all, next));
    }
    let found = match tokens.word(the) {
        "last" | "previous" if is_week(the + 1) => Some((Week::Last, the + 2)),
        "this" if is_week(the + 1) => Some((Week::This, the + 2)),
        "next" if is_week(the + 1) => Some((Week::Next, the + 2)),
        _ => None,
    };
    if let Some((week, next)) = found {
        // "Last week of term", "last weeks of September" are no such week.
        let other = tokens.word(next) == "of" && !all && tokens.weekday(next + 1).is_none();
        return (!other).then_some((week, all, next));
    }
    // "all week", "the whole week": this one.
    if let Some(next) = tokens
        .any(at, &["all week", "the whole week", "the full week", "the entire week", "a full week", "a whole week"])
    {
        let follows = beginning(tokens, next, received);
        return follows.map(|(week, next)| (week, true, next)).or(Some((Week::This, true, next)));
    }
    let (week, next) = beginning(tokens, the, received)?;
    Some((week, all, next))
}

/// `w/b 8 Nov`, `week commencing 6th November`, `the week of the 8th`.
fn beginning(tokens: &Tokens, at: usize, received: Date) -> Option<(Week, usize)> {
    let stroke = tokens.word(at) == "w"
        && matches!(tokens.mark(at + 1), Some('/' | '.' | '-'))
        && matches!(tokens.word(at + 2), "b" | "c" | "s" | "e");
    let next = if stroke {
        at + 3
    } else if matches!(tokens.word(at), "wb" | "wc") {
        at + 1
    } else {
        tokens.any(
            at,
            &[
                "week beginning",
                "week commencing",
                "week begining",
                "week commencin",
                "week comm",
                "wk beginning",
                "wk commencing",
                "wk beg",
                "wk comm",
                "week beg",
                "week starting",
                "week of",
                "week ending",
                "wk ending",
                "week end",
                "wk of",
                "week from",
                "wk",
                "week comencing",
                "week commenting",
            ],
        )?
    };
    let next = if matches!(tokens.mark(next), Some(':' | '.' | '-')) { next + 1 } else { next };
    let next =
        tokens.any(next, &["on"]).filter(|after| atom(tokens, *after, received.year()).is_some()).unwrap_or(next);
    let (atom, end) = atom(tokens, next, received.year()).filter(|(atom, _)| atom.day.is_some())?;
    let loosely = (at..next).any(|at| matches!(tokens.word(at), "ending" | "end" | "of" | "e"));
    Some((if loosely { Week::Around(atom) } else { Week::Beginning(atom) }, end))
}

/// "in September", "January log", "Sept at Thornbeck:".
pub fn month_heading(tokens: &Tokens, at: usize) -> Option<(Piece, usize)> {
    if let Some(next) = tokens.any(at, &["this month", "this mth"]) {
        return Some((Piece::MonthsBack(0), next));
    }
    if let Some(next) = tokens.any(at, &["last month", "previous month"]) {
        return Some((Piece::MonthsBack(1), next));
    }
    let found = tokens.month(at)?;
    let after = tokens.word(at + 1);
    let led = matches!(
        tokens.before(at),
        "in" | "for" | "during" | "of" | "throughout" | "sorry" | "my" | "last" | "this" | "mis"
    );
    // "Backlog from Jan:", and a list.
    let led = led || tokens.before(at) == "from" && tokens.is_mark(at + 1, ':');
    let opens = at == 0 || matches!(tokens.mark_before(at), Some('\n' | '(' | ',' | '.' | '|' | '\t' | '/'));
    let heads = matches!(
        after,
        "total"
            | "log"
            | "days"
            | "visits"
            | "at"
            | "claim"
            | "return"
            | "dates"
            | "record"
            | "timesheet"
            | "work"
            | "sle"
            | "summary"
            | "backlog"
            | "update"
            | "logs"
            | "claims"
    ) || tokens.stops(at + 1)
        || tokens.digits(at + 1).is_some_and(|digits| digits.len() == 4);
    let name =
        matches!(tokens.word(at), "may" | "march" | "mar" | "jan" | "april" | "june" | "august") && !tokens.capital(at);
    if !(led || opens && heads) || name && !led && at > 0 {
        return None;
    }
    let year = tokens.digits(at + 1).filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
    Some((Piece::Month(found, year), if year.is_some() { at + 2 } else { at + 1 }))
}
