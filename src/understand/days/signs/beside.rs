//! Words that are a sign only by what stands beside them: `off`, `0`, `sick`, `sorry`.

use super::super::amounts::amount;
use super::super::tokens::Tokens;
use super::{Sign, dated};

/// "18 Nov - sick", "Thurs no": one word in a day's own field.
pub(super) fn absent(tokens: &Tokens, at: usize) -> Option<usize> {
    let word = tokens.word(at);
    let reason = matches!(
        word,
        "sick"
            | "ill"
            | "unwell"
            | "poorly"
            | "absent"
            | "holiday"
            | "leave"
            | "snow"
            | "unavailable"
            | "dentist"
            | "hospital"
    );
    let refused = matches!(word, "no" | "nope");
    let ends = tokens.stops(at + 1) && !matches!(tokens.mark(at + 1), Some('-' | '/' | '&' | '+'));
    if !(reason || refused) || !ends {
        return None;
    }
    let field = matches!(tokens.mark_before(at), Some('-' | ':' | '(' | '|' | '\t' | '='));
    let beside = at.checked_sub(1).is_some_and(|at| dated(tokens, at));
    // "Tuesday - no, Wednesday" corrects.
    let corrects = refused && (at + 1..at + 4).any(|at| dated(tokens, at)) && !tokens.is_mark(at + 1, '\n');
    (beside || field && at.checked_sub(2).is_some_and(|at| dated(tokens, at))).then_some(at + 1).filter(|_| !corrects)
}

/// "Weds off": not "off to", "kicked off", "finished off".
pub(super) fn off(tokens: &Tokens, at: usize) -> Option<(Sign, usize)> {
    let after = tokens.word(at + 1);
    let day_off = tokens.stops(at + 1) || after == "on" || after == "sick";
    (tokens.word(at) == "off"
        && day_off
        && !matches!(
            tokens.before(at),
            "kicked" | "finished" | "signed" | "dropped" | "set" | "started" | "took" | "missed" | "kick" | "drop"
        ))
    .then_some((Sign::Cancelled, at + 1))
}

/// `0 days`, `zero days`, `0`.
pub(super) fn nought(tokens: &Tokens, at: usize) -> Option<(Sign, usize)> {
    let zero = tokens.digits(at).is_some_and(|digits| digits.bytes().all(|digit| digit == b'0') && digits.len() == 1)
        || tokens.word(at) == "zero";
    if !zero
        || matches!(tokens.mark(at + 1), Some('.' | ':' | '/'))
            && tokens.glued(at + 1)
            && tokens.digits(at + 2).is_some_and(|digits| digits.bytes().any(|digit| digit != b'0'))
    {
        return None;
    }
    let next = if tokens.is_mark(at + 1, '.') && tokens.digits(at + 2).is_some() { at + 3 } else { at + 1 };
    if matches!(tokens.word(next), "days" | "day" | "hours" | "hrs" | "visits" | "half") {
        return Some((Sign::Cancelled, next + 1));
    }
    (tokens.stops(next) && tokens.mark_before(at).is_some_and(|mark| mark != '.' && mark != '£'))
        .then_some((Sign::Cancelled, next))
}

/// "Tuesday - sorry, Wednesday": a correction only where another day or amount follows at once.
pub(super) fn sorry(tokens: &Tokens, at: usize) -> Option<(Sign, usize)> {
    let lead =
        matches!(tokens.word(at), "sorry" | "no" | "actually" | "wait" | "apologies" | "oops" | "whoops" | "um" | "er");
    if !lead {
        return None;
    }
    let mut next = at + 1;
    for _ in 0..6 {
        if !matches!(tokens.mark(next), Some(',' | '-' | '!' | '.'))
            && !matches!(
                tokens.word(next),
                "sorry"
                    | "no"
                    | "actually"
                    | "wait"
                    | "it"
                    | "was"
                    | "the"
                    | "i"
                    | "mean"
                    | "meant"
                    | "that"
                    | "should"
                    | "be"
                    | "on"
                    | "only"
                    | "just"
                    | "a"
                    | "make"
                    | "is"
            )
        {
            break;
        }
        next += 1;
    }
    let follows = tokens.weekday(next).is_some()
        || tokens.digits(next).is_some()
        || amount(tokens, next).is_some()
        || tokens.month(next).is_some()
        || tokens.word(next) == "yesterday"
        || tokens.is_mark(next, '½');
    let follows = follows || tokens.capital(next) && tokens.word(next) != "i" && !tokens.shouted(next);
    let besides =
        (next..next + 6).any(|at| matches!(tokens.word(at), "too" | "also" | "forgot" | "missed" | "well" | "another"));
    let follows = follows && !besides;
    (follows && next <= at + 6).then_some((Sign::Correction, at + 1))
}
