//! How much of a day: `full day`, `½`, `am`, `1.5 days`, `3 x half day`, `till lunch`.

use super::clock::{length, quantity, span};
use super::tokens::Tokens;
use super::words::{count, weekday};

/// One measure of work as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Full,
    Half,
    Morning,
    Afternoon,
    /// A length of time; `2-3 hours` has two ends.
    Minutes {
        least: u32,
        most: u32,
    },
    /// Days in hundredths: `2.5 days` is 250.
    Days(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub measure: Measure,
    /// Said of several days: `half days`, `mornings`.
    pub many: bool,
    /// `three half days`.
    pub count: Option<u32>,
    /// Read from times of day: said of the day beside it, several of them add up.
    pub clocked: bool,
}

impl Amount {
    pub fn plain(measure: Measure) -> Self {
        Self { measure, many: false, count: None, clocked: false }
    }
}

/// The amount that stands here.
pub fn amount(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    lunch(tokens, at)
        .or_else(|| clocked(tokens, at))
        .or_else(|| lasting(tokens, at))
        .or_else(|| counted(tokens, at))
        .or_else(|| one(tokens, at))
}

/// `9am-12.30`: only where a range of days cannot be meant.
fn clocked(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let span = span(tokens, at).filter(|span| span.sure)?;
    tokens.month(span.next).is_none().then_some((clock_amount(span.minutes), span.next))
}

pub fn clock_amount(minutes: u32) -> Amount {
    Amount { measure: Measure::Minutes { least: minutes, most: minutes }, many: false, count: None, clocked: true }
}

/// An hour and a half for lunch is none.
const LONGEST_PAUSE: u32 = 60;

/// "With half an hour for lunch", "half an hour off": what was not worked.
fn is_pause(tokens: &Tokens, minutes: u32, next: usize) -> bool {
    let of = ["for lunch", "for my lunch", "for a sandwich", "for dinner", "off", "lunch", "break", "for a break"];
    minutes <= LONGEST_PAUSE && tokens.any(next, &of).is_some()
}

/// The minutes of a pause that is told here.
pub fn pause(tokens: &Tokens, at: usize) -> Option<u32> {
    length(tokens, at).filter(|((_, most), next)| is_pause(tokens, *most, *next)).map(|((_, most), _)| most)
}

fn lasting(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let ((least, most), next) = length(tokens, at).filter(|((_, most), _)| *most > 0)?;
    // "half an hour late", "two hours away": how long it is until or away, not how long it was.
    if matches!(
        tokens.word(next),
        "late" | "away" | "ago" | "early" | "drive" | "each way" | "travel" | "travelling" | "later" | "walk"
    ) {
        return None;
    }
    if is_pause(tokens, most, next) {
        return None;
    }
    Some((Amount::plain(Measure::Minutes { least, most }), next))
}

/// `till lunch`, `after lunch`, `until noon`.
fn lunch(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let at = tokens.any(at, &["up", "just"]).unwrap_or(at);
    let part = match tokens.word(at) {
        "till" | "til" | "until" | "untill" | "before" | "to" => Measure::Morning,
        "left" | "finished" | "leaving" | "finishing" | "went" | "away" | "home"
            if matches!(tokens.word(at + 1), "at" | "by" | "before") =>
        {
            let next = tokens.any(
                at + 2,
                &["lunch time", "lunchtime", "lunch", "dinner time", "dinnertime", "noon", "midday", "12 noon"],
            )?;
            return Some((Amount::plain(Measure::Morning), next));
        }
        "after" | "from" => Measure::Afternoon,
        _ => return None,
    };
    let next = tokens
        .any(at + 1, &["lunch time", "lunchtime", "lunch", "dinner time", "dinnertime", "noon", "midday", "12 noon"])
        .or_else(|| {
            let twelve = tokens.number(at + 1) == Some(12)
                && part == Measure::Morning
                && !tokens.is_mark(at + 2, '/')
                && tokens.month(at + 2).is_none();
            let next = if matches!(tokens.word(at + 2), "noon" | "pm" | "midday") { at + 3 } else { at + 2 };
            (twelve && (tokens.stops(next) && !tokens.is_mark(next, '-') || next == at + 3)).then_some(next)
        })?;
    Some((Amount::plain(part), next))
}

/// `two half days`, `2 x half day`, `one full day`, `1.5 days`, `0.5d`.
fn counted(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let named = tokens
        .number(at)
        .or_else(|| tokens.any(at, &["a couple of", "couple of"]).map(|_| 2))
        .or_else(|| count(tokens.word(at)));
    if let Some(many) = named {
        let next = tokens.any(at, &["a couple of", "couple of"]).unwrap_or(at + 1);
        let times = matches!(tokens.word(next), "x" | "times" | "lots")
            || tokens.is_mark(next, '×')
            || tokens.is_mark(next, '*');
        let next = if times { next + 1 } else { next };
        let glued_decimal = matches!(tokens.mark(next), Some('.')) && tokens.glued(next + 1);
        let plain = tokens.word(next) != "half"
            || matches!(tokens.word(next + 1), "days" | "day" | "d")
            || tokens.is_mark(next + 1, '-')
            || times
            || tokens.stops(next + 1);
        if !glued_decimal
            && plain
            && !tokens.is_mark(next, '½')
            && let Some((inner, after)) = one(tokens, next)
            && (times
                || matches!(
                    tokens.word(next),
                    "half"
                        | "full"
                        | "whole"
                        | "halves"
                        | "mornings"
                        | "afternoons"
                        | "ams"
                        | "pms"
                        | "halfdays"
                        | "halfday"
                ))
        {
            let many_said = many > 1;
            return Some((Amount { count: Some(many), many: many_said, ..inner }, after));
        }
    }
    if let Some(next) =
        tokens.any(at, &["a day and a half", "day and a half", "one day and a half", "1 day and a half"])
    {
        return Some((Amount::plain(Measure::Days(150)), next));
    }
    let (hundredths, next) = quantity(tokens, at).filter(|(hundredths, _)| *hundredths > 0)?;
    let next = if tokens.is_mark(next, '-') && tokens.glued(next) { next + 1 } else { next };
    let next = tokens.any(next, &["full", "whole"]).filter(|after| is_day(tokens.word(*after))).unwrap_or(next);
    let unit = tokens.word(next);
    if !is_day(unit) || (unit == "d" && !tokens.glued(next) && !tokens.stops(next + 1)) {
        return None;
    }
    // "3 days ago" is a date; "four days left", "15 days agreed" are no work; "a day or two" is nothing at all.
    let after = tokens.word(next + 1);
    if matches!(
        after,
        "ago"
            | "left"
            | "remaining"
            | "agreed"
            | "later"
            | "before"
            | "allocated"
            | "allocation"
            | "a"
            | "per"
            | "notice"
            | "earlier"
    ) || matches!(tokens.before(at), "of" | "my" | "another" | "agreed" | "every")
        && !matches!(tokens.before(at), "another")
        || matches!(unit, "day") && tokens.digits(at).is_none() && matches!(after, "before" | "after")
    {
        return None;
    }
    let (amount, end) = match hundredths {
        50 => (Amount { many: unit == "days" && tokens.word(at) == "half", ..Amount::plain(Measure::Half) }, next + 1),
        100 if unit != "days" => (Amount::plain(Measure::Full), next + 1),
        _ => (Amount::plain(Measure::Days(hundredths)), next + 1),
    };
    Some(repeated(tokens, amount, end))
}

fn is_day(word: &str) -> bool {
    matches!(word, "d" | "day" | "days" | "days'" | "day's")
}

/// `full day`, `half`, `all day`, `am`, `mornings`, `the whole of Tuesday`.
fn one(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let skipped = tokens.any(at, &["a", "the", "one"]).unwrap_or(at);
    let (amount, next) = half(tokens, skipped).or_else(|| full(tokens, at, skipped)).or_else(|| part(tokens, at))?;
    Some(repeated(tokens, amount, next))
}

/// `half day x 2`.
fn repeated(tokens: &Tokens, amount: Amount, next: usize) -> (Amount, usize) {
    let times = tokens.word(next) == "x" || tokens.is_mark(next, '×');
    match tokens.number(next + 1).or_else(|| count(tokens.word(next + 1))).filter(|_| times) {
        Some(count) => (Amount { count: Some(count), many: count > 1, ..amount }, next + 2),
        // "x2" is one word.
        None => match tokens.word(next).strip_prefix('x').and_then(|digits| digits.parse::<u32>().ok()) {
            Some(count) if count <= 60 => (Amount { count: Some(count), many: count > 1, ..amount }, next + 1),
            Some(_) | None => (amount, next),
        },
    }
}

fn half(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    let told = |many: bool, next: usize| Some((Amount { many, ..Amount::plain(Measure::Half) }, next));
    match tokens.word(at) {
        "halves" | "halfs" | "halfdays" => return told(true, at + 1),
        "halfday" | "hd" => return told(false, at + 1),
        _ => {}
    }
    let stroke = tokens.number(at) == Some(1)
        && tokens.is_mark(at + 1, '/')
        && tokens.number(at + 2) == Some(2)
        && tokens.glued(at + 1)
        && tokens.glued(at + 2);
    let mut next = if tokens.word(at) == "half" || tokens.is_mark(at, '½') {
        at + 1
    } else if stroke && !tokens.is_mark(at + 3, '/') {
        at + 3
    } else {
        return None;
    };
    let said_half = tokens.word(at) == "half";
    if tokens.is_mark(next, '-') && tokens.glued(next) && tokens.glued(next + 1) {
        next += 1;
    }
    let of = tokens.any(next, &["of the", "a", "the", "of a", "an", "of my"]).unwrap_or(next);
    match tokens.word(of) {
        "day" | "d" | "day's" => return told(false, of + 1),
        "days" => return told(true, of + 1),
        "morning" | "afternoon" | "hour" | "hours" => return None,
        _ => {}
    }
    if stroke {
        // 1/2 alone may be the first of February: only a day beside it says more.
        return None;
    }
    if of != next && tokens.word(next) != "of" {
        return None;
    }
    if said_half {
        let word = tokens.word(next);
        let other_thing = matches!(
            word,
            "term"
                | "terms"
                | "termly"
                | "past"
                | "an"
                | "way"
                | "yearly"
                | "dozen"
                | "price"
                | "asleep"
                | "hearted"
                | "the"
                | "my"
                | "our"
                | "their"
        ) || tokens.number(next).is_some_and(|hour| hour <= 12)
            && !tokens.is_mark(next + 1, '/')
            && !matches!(tokens.word(next + 1), "st" | "nd" | "rd" | "th")
            && tokens.month(next + 1).is_none()
            || count(word).is_some() && word != "couple";
        let of_what = word == "of" && tokens.weekday(next + 1).is_none();
        if other_thing
            || of_what
            || matches!(tokens.before(at), "first" | "second" | "last") && tokens.word(next) != "day"
            || tokens.before(at) == "other"
                && tokens.word(next) != "day"
                && at.checked_sub(1).map_or("", |at| tokens.before(at)) != "the"
        {
            return None;
        }
    }
    told(false, next)
}

fn full(tokens: &Tokens, at: usize, skipped: usize) -> Option<(Amount, usize)> {
    let told = |many: bool, next: usize| Some((Amount { many, ..Amount::plain(Measure::Full) }, next));
    for phrase in
        ["all day long", "all day", "for the day", "spent the day", "the day", "entire day", "day long", "9 to 5"]
    {
        if let Some(next) = tokens.phrase(at, phrase) {
            let before =
                matches!(tokens.word(next), "before" | "after" | "i" | "we" | "of" | "when" | "that" | "was" | "at");
            return if phrase == "the day" && (before || !matches!(tokens.before(at), "spent" | "for")) {
                None
            } else {
                told(false, next)
            };
        }
    }
    match tokens.word(skipped) {
        "fullday" => return told(false, skipped + 1),
        "fulldays" | "fulls" => return told(true, skipped + 1),
        "full" | "whole" | "entire" | "complete" => {}
        "all" if tokens.word(skipped + 1) == "of" && tokens.weekday(skipped + 2).is_some() => {
            return told(false, skipped + 2);
        }
        _ => return None,
    }
    let next = skipped + 1;
    let next = if tokens.is_mark(next, '-') && tokens.glued(next) { next + 1 } else { next };
    match tokens.word(next) {
        "day" | "d" | "day's" => return told(false, next + 1),
        "days" => return told(true, next + 1),
        "school" if matches!(tokens.word(next + 1), "day" | "days") => {
            return told(tokens.word(next + 1) == "days", next + 2);
        }
        "working" if matches!(tokens.word(next + 1), "day" | "days") => {
            return told(tokens.word(next + 1) == "days", next + 2);
        }
        "morning" => return Some((Amount::plain(Measure::Morning), next + 1)),
        "afternoon" => return Some((Amount::plain(Measure::Afternoon), next + 1)),
        "of" if tokens.weekday(next + 1).is_some() => return told(false, next + 1),
        "ones" => return told(true, next + 1),
        "one" => return told(false, next + 1),
        _ => {}
    }
    let full = tokens.word(skipped) == "full";
    let word = tokens.word(next);
    let beside = tokens.stops(next)
        || tokens.digits(next).is_some()
        || weekday(word).is_some()
        || matches!(
            word,
            "on" | "at"
                | "and"
                | "each"
                | "both"
                | "then"
                | "please"
                | "pls"
                | "plz"
                | "thanks"
                | "ta"
                | "in"
                | "for"
                | "all"
                | "this"
                | "yesterday"
                | "today"
                | "thx"
        );
    (full && beside).then_some((Amount::plain(Measure::Full), next))
}

fn part(tokens: &Tokens, at: usize) -> Option<(Amount, usize)> {
    for (phrase, measure) in [("first half of", Measure::Morning), ("second half of", Measure::Afternoon)] {
        if let Some(next) = tokens
            .phrase(at, phrase)
            .filter(|next| tokens.weekday(*next).is_some() || tokens.phrase(*next, "the day").is_some())
        {
            return Some((Amount::plain(measure), tokens.phrase(next, "the day").unwrap_or(next)));
        }
    }
    let word = tokens.word(at);
    let (measure, many) = match word {
        "am" if matches!(tokens.before(at), "i" | "who" | "also") && !tokens.shouted(at) => return None,
        "am" => (Measure::Morning, false),
        "pm" => (Measure::Afternoon, false),
        "ams" => (Measure::Morning, true),
        "pms" => (Measure::Afternoon, true),
        "morning" | "mornin" | "mroning" | "a.m" | "forenoon" => (Measure::Morning, false),
        "mornings" => (Measure::Morning, true),
        "afternoon" | "aft" | "arvo" | "p.m" | "afternon" => (Measure::Afternoon, false),
        "afternoons" => (Measure::Afternoon, true),
        _ => return None,
    };
    if matches!(tokens.before(at), "good")
        || tokens.word(at + 1) == "tea"
        || matches!(tokens.word(at + 1), "briefing" | "break")
    {
        return None;
    }
    Some((Amount { many, ..Amount::plain(measure) }, at + 1))
}
