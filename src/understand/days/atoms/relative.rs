//! Days told from the mail's own date: `yesterday`, `3 days ago`, `a week last Tuesday`.

use super::super::tokens::Tokens;
use super::super::words::count;
use super::{Atom, Which};

pub fn relative(tokens: &Tokens, at: usize) -> Option<(Atom, usize)> {
    let offset = |days: i64, next: usize| Some((Atom { offset: Some(days), ..Atom::default() }, next));
    let step = |days: i64, next: usize| Some((Atom { step: Some(days), ..Atom::default() }, next));
    let from = tokens.any(at, &["the", "a", "one"]).unwrap_or(at);
    if let Some(next) = tokens.any(from, &["day before yesterday"]) {
        return offset(-2, next);
    }
    if let Some(next) = tokens.any(from, &["day after tomorrow"]) {
        return offset(2, next);
    }
    match tokens.word(at) {
        "today" | "2day" | "todays" | "heddiw" => return offset(0, at + 1),
        "last" if matches!(tokens.word(at + 1), "night" | "evening") => return offset(-1, at + 1),
        "this" if matches!(tokens.word(at + 1), "morning" | "afternoon" | "am" | "pm" | "evening" | "lunchtime") => {
            return offset(0, at + 1);
        }
        "yesterday" | "y'day" | "yday" | "yest" | "yesterdays" | "yesterday's" | "ystrday" | "yesteday"
        | "yestrday" | "yesterdy" | "yersterday" | "yesturday" | "ddoe" => {
            return offset(-1, at + 1);
        }
        "tomorrow" | "tmrw" | "tmw" | "tomoz" | "tomorow" | "tommorow" | "tommorrow" | "2moro" | "tonight"
        | "yfory" => return offset(1, at + 1),
        _ => {}
    }
    if from > at || matches!(tokens.before(at), "and") {
        if let Some(next) = tokens.any(from, &["day before that", "day before", "previous day"]) {
            let one = tokens.stops(next)
                || !matches!(tokens.word(next), "the" | "my" | "our" | "i" | "we" | "ofsted" | "inset");
            return if one { step(-1, next) } else { None };
        }
        if let Some(next) = tokens.any(from, &["day after that", "day after", "next day", "following day"]) {
            let one = tokens.stops(next)
                || !matches!(tokens.word(next), "the" | "my" | "our" | "i" | "we" | "ofsted" | "inset");
            return if one { step(1, next) } else { None };
        }
    }
    ago(tokens, at)
}

/// `3 days ago`, `a week ago today`, `two weeks ago on Tuesday`, `a week last Tuesday`.
fn ago(tokens: &Tokens, at: usize) -> Option<(Atom, usize)> {
    if let Some((weeks, next)) = tokens.any(at, &["a fortnight", "fortnight"]).map(|next| (2, next)) {
        return weeks_ago(tokens, weeks, next);
    }
    let many = if matches!(tokens.word(at), "a" | "one") {
        1
    } else {
        tokens.number(at).or_else(|| count(tokens.word(at)).filter(|_| tokens.word(at) != "couple"))?
    };
    match tokens.word(at + 1) {
        "day" | "days" if tokens.word(at + 2) == "ago" && many <= 366 => {
            Some((Atom { offset: Some(-i64::from(many)), ..Atom::default() }, at + 3))
        }
        "week" | "weeks" if many <= 52 => weeks_ago(tokens, many, at + 2),
        _ => None,
    }
}

fn weeks_ago(tokens: &Tokens, weeks: u32, at: usize) -> Option<(Atom, usize)> {
    let back = -7 * i64::from(weeks);
    let said_ago = tokens.word(at) == "ago";
    let next = if said_ago { at + 1 } else { at };
    match tokens.word(next) {
        "today" if said_ago => return Some((Atom { offset: Some(back), ..Atom::default() }, next + 1)),
        "yesterday" if said_ago => return Some((Atom { offset: Some(back - 1), ..Atom::default() }, next + 1)),
        _ => {}
    }
    let last = matches!(tokens.word(next), "last" | "past") && weeks == 1;
    let from = if last || tokens.word(next) == "on" { next + 1 } else { next };
    let (day, _) = tokens.weekday(from).filter(|_| said_ago || last)?;
    let which =
        if last || weeks == 1 && tokens.word(next) != "on" { Which::WeekBeforeLast } else { Which::WeeksAgo(weeks) };
    Some((Atom { weekday: Some(day), which: Some(which), ..Atom::default() }, from + 1))
}
