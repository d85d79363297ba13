//! Words that change what the days around them mean: not, cancelled, will, instead of, sorry, each, all but.

mod beside;
mod negation;
mod table;

use super::tokens::Tokens;
use super::words::weekday;
use beside::{absent, nought, off, sorry};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// "didn't go", "not": what follows did not happen; or what went before.
    Not,
    /// "cancelled", "off", "nil": what went before did not happen; or what follows.
    Cancelled,
    /// "no visits", "nothing to log".
    Nothing,
    /// A "not" of something else, of which no more is known: "they didn't want me".
    SomeNot,
    /// "will be", "booked for".
    Plan,
    /// "I'm at": a plan if the day is to come.
    Present,
    /// "was supposed to", "should have been".
    Meant,
    /// "moved it to", "rebooked for".
    Moved,
    /// "instead of", "rather than".
    InsteadOf,
    /// "I'll send it on", "to follow": a day of something else.
    Later,
    /// "please remove", "ignore", "take off": a day that stands in a log and should not.
    Remove,
    /// "Sorry, Wednesday", "no, I mean".
    Correction,
    /// "please log", "put me down for".
    Log,
    /// "maybe", "not sure".
    Doubt,
    /// "I think": a doubt about what stands beside it.
    Think,
    /// "each", "both", "apiece".
    Each,
    /// "every day".
    EveryDay,
    SoFar,
    /// "except", "apart from".
    Except,
    /// "for a bit", "a few hours", "popped in", "after school".
    Vague,
    /// "in total", "altogether".
    Total,
    /// "agreed days", "days left", "next visit": a label whose value is no work.
    Other,
    /// "but", "so", "because": another clause begins.
    Clause,
    /// "since Monday".
    Since,
    /// "ditto", "same again".
    Same,
}

/// Signs of which a longer phrase must win over a shorter one: "not been" over "not".
pub fn sign(tokens: &Tokens, at: usize) -> Option<(Sign, usize)> {
    if tokens.word(at).is_empty() {
        return nought(tokens, at);
    }
    if tokens.word(at) == "n" && tokens.is_mark(at + 1, '/') && tokens.word(at + 2) == "a" {
        return Some((Sign::Cancelled, at + 3));
    }
    // "Mon x": worked, or not?
    if tokens.word(at) == "x" && tokens.stops(at + 1) && tokens.weekday(at.saturating_sub(1)).is_some() {
        return Some((Sign::Doubt, at + 1));
    }
    // "Weds yes": but for how long?
    if tokens.word(at) == "yes" && tokens.stops(at + 1) && at.checked_sub(1).is_some_and(|at| dated(tokens, at)) {
        return Some((Sign::Vague, at + 1));
    }
    if let Some(next) = absent(tokens, at) {
        return Some((Sign::Cancelled, next));
    }
    let not = negation::negation(tokens, at);
    let mut best: Option<(Sign, usize)> = None;
    for (sign, phrase) in table::beginning_with(tokens.word(at)) {
        if let Some(next) = tokens.phrase(at, phrase)
            && best.is_none_or(|(_, longest)| next > longest)
        {
            best = Some((*sign, next));
        }
    }
    let best = match (not, best) {
        (Some((_, end)), Some((sign, next)))
            if next > end || matches!(sign, Sign::Cancelled | Sign::Nothing | Sign::Doubt) && next >= end =>
        {
            Some((sign, next))
        }
        (Some(not), _) => return Some(not),
        (None, best) => best,
    };
    if matches!(tokens.word(at), "every" | "each")
        && matches!(tokens.word(at + 1), "morning" | "afternoon" | "mornings" | "am" | "pm")
    {
        return Some((Sign::EveryDay, at + 1));
    }
    let (sign, next) = best.or_else(|| off(tokens, at)).or_else(|| nought(tokens, at)).or_else(|| sorry(tokens, at))?;
    plainly(tokens, at, sign, next)
}

/// Words that are a sign only beside certain others.
fn plainly(tokens: &Tokens, at: usize, sign: Sign, next: usize) -> Option<(Sign, usize)> {
    let word = tokens.word(at);
    let single = next == at + 1;
    let after = tokens.word(next);
    if sends(tokens, word, next) && sign == Sign::Plan {
        return Some((Sign::Later, next + 1));
    }
    let is = match sign {
        // "so I'll log it", "will you add", "will be claiming": no plan to visit.
        Sign::Plan if matches!(word, "will" | "i'll" | "we'll" | "shall" | "ill" | "would" | "i'd" | "going") => {
            let ahead = (next..next + 4).map(|at| tokens.word(at));
            !ahead.into_iter().any(|word| {
                matches!(
                    word,
                    "log"
                        | "logging"
                        | "claim"
                        | "claiming"
                        | "send"
                        | "put"
                        | "record"
                        | "add"
                        | "submit"
                        | "note"
                        | "need"
                        | "charge"
                        | "let"
                        | "count"
                        | "confirm"
                        | "say"
                        | "call"
                        | "pop"
                )
            })
        }
        // "The visit we spoke of: Monday afternoon".
        Sign::Other if tokens.any(at, &["we spoke of", "we spoke about"]).is_some() => false,
        // "A planning session with the head" has been.
        Sign::Plan if single && word == "planning" => {
            tokens.stops(next) || matches!(after, "to" | "on" | "for" | "another" | "my" | "a")
        }
        Sign::Cancelled if single && word == "closed" => true,
        Sign::Cancelled if single && matches!(word, "none" | "nothing") => {
            !matches!(after, "of" | "else" | "much" | "more" | "to")
        }
        Sign::Cancelled if single && word == "missed" => {
            !matches!(after, "off" | "out" | "you" | "lunch") && !matches!(tokens.before(at), "i" | "have")
                || weekday(after).is_some()
        }
        Sign::Total if single && matches!(word, "that's" | "makes" | "making" | "sum") => (next..next + 3).any(|at| {
            tokens.digits(at).is_some() || super::words::count(tokens.word(at)).is_some() || tokens.is_mark(at, '½')
        }),
        Sign::Correction if single && matches!(word, "wrong" | "rather" | "oops") => {
            word != "rather" || after != "than"
        }
        Sign::Doubt if single && word == "either" => !matches!(after, "day" | "of" | "one") && !tokens.stops(next),
        Sign::Doubt if matches!(word, "most" | "much" | "part") => matches!(
            after,
            "the"
                | "last"
                | "this"
                | "it"
                | "a"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "yesterday"
                | "today"
                | "next"
        ),
        Sign::Doubt if single && matches!(word, "several" | "various") => {
            matches!(after, "days" | "visits" | "times" | "dates" | "occasions" | "mornings" | "afternoons" | "half")
        }
        Sign::Doubt if tokens.any(at, &["one day", "one morning", "one afternoon"]).is_some() => {
            matches!(after, "last" | "this" | "in" | "that")
        }
        Sign::Doubt if tokens.phrase(at, "i forget").is_some() => tokens.before(at) != "before",
        Sign::Doubt if word == "was" => tokens.mark(next).is_none() && next < tokens.len(),
        Sign::Moved => {
            !matches!(word, "changed" | "switched" | "shifted")
                || matches!(after, "to" | "from" | "it" | "the" | "our" | "my" | "for")
                || weekday(after).is_some()
        }
        Sign::Vague if matches!(word, "late") => {
            tokens.before(at) == "worked"
                || tokens.before(at) == "stayed"
                || tokens.mark_before(at) == Some('-') && tokens.stops(next)
        }
        Sign::Vague
            if matches!(
                word,
                "short"
                    | "quick"
                    | "call"
                    | "lunch"
                    | "lesson"
                    | "session"
                    | "period"
                    | "periods"
                    | "first"
                    | "meet"
                    | "eve"
                    | "online"
                    | "remotely"
                    | "teams"
                    | "zoom"
                    | "virtual"
                    | "chat"
            ) =>
        {
            matches!(word, "period" | "periods")
                && (tokens.digits(next).is_some() || at.checked_sub(1).is_some_and(|at| tokens.digits(at).is_some()))
                || matches!(word, "first" | "zoom" | "teams" | "chat" | "online" | "remotely" | "quick" | "call")
                || word == "short" && matches!(after, "visit" | "session" | "meeting" | "day")
                || word == "lunch" && tokens.stops(next)
        }
        Sign::Each if single && word == "all" => {
            tokens.stops(next)
                || matches!(
                    after,
                    "full"
                        | "half"
                        | "am"
                        | "pm"
                        | "mornings"
                        | "afternoons"
                        | "whole"
                        | "at"
                        | "were"
                        | "days"
                        | "morning"
                        | "afternoon"
                        | "three"
                        | "day"
                )
                || tokens.is_mark(next, '½')
                || tokens.digits(next).is_some()
        }
        Sign::Each if single && word == "both" => true,
        Sign::Log if single && word == "count" => true,
        Sign::Other if single && word == "left" => {
            matches!(tokens.before(at), "days" | "day" | "have" | "got" | "many" | "half")
        }
        Sign::Other if single && matches!(word, "agreed" | "outstanding" | "phone" | "tel" | "mobile" | "invoice") => {
            tokens.is_mark(next, ':')
                || matches!(after, "days" | "number")
                || matches!(tokens.before(at), "days" | "the")
        }
        Sign::Clause if single && word == "since" => {
            return Some((
                if weekday(after).is_some() || matches!(after, "last" | "the") || tokens.digits(next).is_some() {
                    Sign::Since
                } else {
                    Sign::Clause
                },
                next,
            ));
        }
        Sign::Clause if single && word == "so" => !matches!(after, "far" | "on" | "much" | "many" | "that's"),
        Sign::Except if single && matches!(word, "bar" | "minus" | "without") => {
            word == "bar" && !tokens.capital(at) || word == "minus"
        }
        Sign::Present if single && matches!(word, "im") => true,
        Sign::Not
        | Sign::SomeNot
        | Sign::Nothing
        | Sign::Cancelled
        | Sign::Plan
        | Sign::Present
        | Sign::Meant
        | Sign::InsteadOf
        | Sign::Remove
        | Sign::Later
        | Sign::Correction
        | Sign::Log
        | Sign::Doubt
        | Sign::Think
        | Sign::Each
        | Sign::EveryDay
        | Sign::SoFar
        | Sign::Except
        | Sign::Vague
        | Sign::Total
        | Sign::Other
        | Sign::Clause
        | Sign::Since
        | Sign::Same => true,
    };
    is.then_some((sign, next))
}

/// A piece of a date.
fn dated(tokens: &Tokens, at: usize) -> bool {
    tokens.weekday(at).is_some()
        || tokens.month(at).is_some()
        || tokens.digits(at).is_some()
        || matches!(tokens.word(at), "st" | "nd" | "rd" | "th")
}

/// "I'll send", "will email you": what is to come is no visit.
fn sends(tokens: &Tokens, word: &str, next: usize) -> bool {
    matches!(word, "will" | "i'll" | "we'll" | "shall" | "ill" | "going")
        && (next..next + 2).any(|at| {
            matches!(
                tokens.word(at),
                "send"
                    | "submit"
                    | "email"
                    | "call"
                    | "ring"
                    | "phone"
                    | "confirm"
                    | "let"
                    | "write"
                    | "upload"
                    | "post"
                    | "forward"
            )
        })
}
