//! Times of day and lengths of time: `9am-12.30`, `half 9 to half 12`, `2 1/2 hrs`, `an hour and a half`.

use super::tokens::Tokens;
use super::words::count;

/// A time of day in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    pub minutes: u32,
    /// Cannot be a day of the month: it has minutes, am or pm, or is called noon.
    pub sure: bool,
    /// Said with am or pm, or on the 24-hour clock.
    fixed: bool,
}

/// The time of day that stands here.
pub fn clock(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let sure = |minutes, fixed| Clock { minutes, sure: true, fixed };
    if let Some(next) = tokens.any(at, &["12 noon", "noon", "midday", "mid day"]) {
        return Some((sure(720, true), next));
    }
    if tokens.number(at) == Some(12) && matches!(tokens.word(at + 1), "noon" | "midday") {
        return Some((sure(720, true), at + 2));
    }
    for (words, minutes) in [
        ("half past", 30),
        ("half", 30),
        ("quarter past", 15),
        ("quarter to", -15),
        ("a quarter past", 15),
        ("a quarter to", -15),
    ] {
        if let Some(next) = tokens.phrase(at, words)
            && let Some(hour) = hour(tokens, next)
            && !is_unit(tokens.word(next + 1))
        {
            let whole = i64::from(hour) * 60 + minutes;
            let (half_of_day, next) = meridiem(tokens, next + 1);
            let plain = u32::try_from(whole.rem_euclid(720)).ok()?;
            return Some((at_half(plain, half_of_day, true), next));
        }
    }
    let digits = tokens.digits(at)?;
    // 0830
    if digits.len() == 4 {
        let (hours, minutes) = (digits.get(..2)?.parse::<u32>().ok()?, digits.get(2..)?.parse::<u32>().ok()?);
        let next = if matches!(tokens.word(at + 1), "h" | "hrs" | "hours") && !matches!(tokens.word(at + 1), "hours") {
            at + 2
        } else {
            at + 1
        };
        let (half_of_day, next) = meridiem(tokens, next);
        let year = (1900..=2100).contains(&(hours * 100 + minutes)) && half_of_day.is_none();
        return (hours < 24 && minutes < 60 && minutes % 5 == 0 && !year)
            .then(|| (at_half(hours * 60 + minutes, half_of_day, true), next));
    }
    let hours = tokens.number(at).filter(|hours| *hours < 24 && digits.len() <= 2)?;
    let parted = matches!(tokens.mark(at + 1), Some('.' | ':')) && tokens.glued(at + 1) && tokens.glued(at + 2);
    if parted && let Some(minutes) = tokens.digits(at + 2) {
        if minutes.len() != 2 {
            return None;
        }
        let minutes: u32 = minutes.parse().ok().filter(|minutes| *minutes < 60)?;
        // 3.11.27 is a date.
        if matches!(tokens.mark(at + 3), Some('.')) && tokens.digits(at + 4).is_some() && tokens.glued(at + 4) {
            return None;
        }
        let (half_of_day, next) = meridiem(tokens, at + 3);
        if is_unit(tokens.word(next)) && !matches!(tokens.word(next), "h") {
            return None;
        }
        let certain = half_of_day.is_some() || minutes == 0 || minutes > 12 || tokens.is_mark(at + 1, ':');
        return Some((at_half_as(hours * 60 + minutes, half_of_day, certain), next));
    }
    let (half_of_day, next) = meridiem(tokens, at + 1);
    if half_of_day.is_some() || tokens.phrase(at + 1, "o'clock").is_some() {
        let next = tokens.phrase(next, "o'clock").unwrap_or(next);
        return (1..=23).contains(&hours).then(|| (at_half(hours * 60, half_of_day, true), next));
    }
    if is_unit(tokens.word(at + 1)) || matches!(tokens.word(at + 1), "st" | "nd" | "rd" | "th") {
        return None;
    }
    let next = if tokens.word(at + 1) == "ish" { at + 2 } else { at + 1 };
    (1..=23).contains(&hours).then(|| (at_half(hours * 60, None, false), next))
}

fn at_half(minutes: u32, half_of_day: Option<u32>, sure: bool) -> Clock {
    at_half_as(minutes, half_of_day, sure)
}

fn at_half_as(minutes: u32, half_of_day: Option<u32>, sure: bool) -> Clock {
    match half_of_day {
        Some(add) if minutes < 780 => Clock { minutes: minutes % 720 + add, sure: true, fixed: true },
        Some(_) | None => Clock { minutes, sure, fixed: half_of_day.is_some() || minutes >= 780 },
    }
}

fn meridiem(tokens: &Tokens, at: usize) -> (Option<u32>, usize) {
    match tokens.word(at) {
        "am" => (Some(0), at + 1),
        "pm" => (Some(720), at + 1),
        _ => (None, at),
    }
}

fn hour(tokens: &Tokens, at: usize) -> Option<u32> {
    tokens
        .number(at)
        .or_else(|| count(tokens.word(at)).filter(|_| tokens.word(at) != "couple"))
        .filter(|hour| (1..=12).contains(hour))
}

fn is_unit(word: &str) -> bool {
    is_hours(word)
        || is_minutes(word)
        || matches!(word, "d" | "day" | "days" | "half" | "x" | "full" | "miles" | "mile")
}

pub fn is_hours(word: &str) -> bool {
    matches!(word, "h" | "hr" | "hrs" | "hour" | "hours" | "hours'" | "hous" | "houra")
}

pub fn is_minutes(word: &str) -> bool {
    matches!(word, "m" | "min" | "mins" | "minute" | "minutes")
}

/// From one time to another: how long, whether a day's range cannot be meant, and where it ends.
pub struct Span {
    pub minutes: u32,
    pub sure: bool,
    pub next: usize,
}

/// `9-3`, `8.45-11.45`, `from 9 until 12`, `between 1 and 3`.
pub fn span(tokens: &Tokens, at: usize) -> Option<Span> {
    let between = tokens.word(at) == "between";
    let led = between || tokens.word(at) == "from";
    let begin = if led { at + 1 } else { at };
    let begin = tokens.any(begin, &["about", "around", "roughly", "approx"]).unwrap_or(begin);
    let (from, next) = clock(tokens, begin)?;
    let link = match tokens.word(next) {
        "to" | "til" | "till" | "until" | "'til" | "through" | "untill" => next + 1,
        "and" if between => next + 1,
        _ if tokens.is_mark(next, '-') => next + 1,
        _ => return None,
    };
    let link = tokens.any(link, &["about", "around", "roughly", "approx"]).unwrap_or(link);
    let (to, next) = clock(tokens, link)?;
    let date_follows = matches!(tokens.mark(next), Some('/')) && tokens.glued(next);
    if date_follows && !to.sure {
        return None;
    }
    let minutes = between_times(from, to)?;
    let backwards = to.minutes <= from.minutes && to.minutes < 12 * 60;
    let sure = from.sure || to.sure || backwards || between || (led && from.minutes >= 420);
    Some(Span { minutes, sure, next })
}

/// How long it is from one time to another, as a school day has it.
pub fn between_times(from: Clock, to: Clock) -> Option<u32> {
    let starts: &[u32] = if from.fixed || from.minutes >= 780 { &[0] } else { &[0, 720] };
    let ends: &[u32] = if to.fixed || to.minutes >= 780 { &[0] } else { &[0, 720] };
    let mut best: Option<(bool, u32)> = None;
    for start in starts {
        for end in ends {
            let (start, end) = (from.minutes + start, to.minutes + end);
            if end > start && end - start < 720 && start < 1440 && end <= 1440 {
                // Nobody is at a school before seven in the morning by choice.
                let early = start < 420;
                let candidate = (early, end - start);
                if best.is_none_or(|best| candidate < best) {
                    best = Some(candidate);
                }
            }
        }
    }
    best.map(|(_, minutes)| minutes)
}

/// A quantity in hundredths: `3`, `2.5`, `2½`, `2 1/2`, `two and a half`, `half a`, `a couple of`.
pub fn quantity(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if let Some((part, next)) = fraction(tokens, at) {
        let next = tokens.any(next, &["of an", "of a", "a", "an"]).unwrap_or(next);
        return Some((part, next));
    }
    if tokens.is_mark(at, '.')
        && let Some(digits) = tokens.digits(at + 1).filter(|_| tokens.glued(at + 1))
    {
        return Some((decimals(digits)?, at + 2));
    }
    let (whole, mut next) = match tokens.number(at) {
        Some(number) => (number, at + 1),
        None => match tokens.any(at, &["a couple of", "couple of", "a couple"]) {
            Some(next) => (2, next),
            None => match tokens.word(at) {
                "a" | "an" => (1, at + 1),
                word => (count(word)?, at + 1),
            },
        },
    };
    let mut hundredths = whole.checked_mul(100)?;
    if tokens.is_mark(next, '.')
        && tokens.glued(next)
        && tokens.glued(next + 1)
        && let Some(digits) = tokens.digits(next + 1)
    {
        hundredths += decimals(digits)?;
        next += 2;
    } else if let Some((part, after)) = fraction(tokens, next).filter(|_| tokens.word(next).is_empty()) {
        hundredths += part;
        next = after;
    } else if let Some(after) = tokens.any(next, &["and a half", "and one half"]) {
        hundredths += 50;
        next = after;
    } else if let Some(after) = tokens.phrase(next, "and a quarter") {
        hundredths += 25;
        next = after;
    } else if tokens.word(next) == "and" && tokens.is_mark(next + 1, '½') {
        hundredths += 50;
        next += 2;
    }
    Some((hundredths, next))
}

fn decimals(digits: &str) -> Option<u32> {
    let value: u32 = digits.parse().ok()?;
    match digits.len() {
        1 => Some(value * 10),
        2 => Some(value),
        _ => None,
    }
}

/// `½`, `1/2`, `half`, `three quarters`.
fn fraction(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    match tokens.mark(at) {
        Some('½') => return Some((50, at + 1)),
        Some('¼') => return Some((25, at + 1)),
        Some('¾') => return Some((75, at + 1)),
        Some(_) | None => {}
    }
    if tokens.is_mark(at + 1, '/') && tokens.glued(at + 1) && tokens.glued(at + 2) && !tokens.is_mark(at + 3, '/') {
        return match (tokens.number(at)?, tokens.number(at + 2)?) {
            (1, 2) => Some((50, at + 3)),
            (1, 4) => Some((25, at + 3)),
            (3, 4) => Some((75, at + 3)),
            _ => None,
        };
    }
    tokens
        .any(at, &["three quarters", "3 quarters"])
        .map(|next| (75, next))
        .or_else(|| (tokens.number(at) == Some(3) && tokens.word(at + 1) == "quarters").then_some((75, at + 2)))
        .or_else(|| tokens.any(at, &["a quarter", "one quarter", "quarter"]).map(|next| (25, next)))
        .or_else(|| tokens.any(at, &["half"]).map(|next| (50, next)))
}

/// A length of time in minutes: `3 hours`, `2h30`, `90 mins`, `an hour and a half`. Of `2-3 hours`, both ends.
pub fn length(tokens: &Tokens, at: usize) -> Option<((u32, u32), usize)> {
    if tokens.word(at) == "hour" && tokens.phrase(at, "hour and a half").is_some() {
        return Some(((90, 90), at + 4));
    }
    let (first, mut next) = quantity(tokens, at)?;
    // "2-ish hours", "3ish hrs".
    let ish = if tokens.is_mark(next, '-') { next + 1 } else { next };
    if tokens.word(ish) == "ish" && (is_hours(tokens.word(ish + 1)) || is_minutes(tokens.word(ish + 1))) {
        next = ish + 1;
    }
    let mut last = first;
    let to = tokens.is_mark(next, '-') || matches!(tokens.word(next), "to" | "or");
    if to
        && let Some((second, after)) = quantity(tokens, next + 1)
        && (is_hours(tokens.word(after)) || is_minutes(tokens.word(after)))
        && second > first
    {
        (last, next) = (second, after);
    }
    if tokens.is_mark(next, '-') && tokens.glued(next) {
        next += 1;
    }
    next = tokens.any(next, &["full", "solid", "whole"]).filter(|after| is_hours(tokens.word(*after))).unwrap_or(next);
    let unit = tokens.word(next);
    if is_hours(unit) {
        next += 1;
        let mut more = 0;
        if let Some(after) = tokens.phrase(next, "and a half") {
            (more, next) = (30, after);
        } else if let Some(after) = tokens.phrase(next, "and a quarter") {
            (more, next) = (15, after);
        } else {
            let from = tokens.phrase(next, "and").unwrap_or(next);
            if let Some(minutes) = tokens.number(from).filter(|minutes| *minutes < 60)
                && (is_minutes(tokens.word(from + 1)) || tokens.glued(from) && tokens.glued(next))
            {
                more = minutes;
                next = if is_minutes(tokens.word(from + 1)) { from + 2 } else { from + 1 };
            }
        }
        return Some(((first.checked_mul(60)? / 100 + more, last.checked_mul(60)? / 100 + more), next));
    }
    let minutes = is_minutes(unit) && (unit != "m" || tokens.glued(next));
    minutes.then_some(((first / 100, last / 100), next + 1))
}
