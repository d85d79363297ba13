//! Words and numbers of a mail that are no part of a log: greetings, people, money, miles.

use super::super::atoms::not_a_date;
use super::super::tokens::Tokens;

/// Numbers and names that are no part of a log: "Mr Friday", "£6.50", "22 miles", "jo@a.example".
pub fn noise(tokens: &Tokens, at: usize) -> Option<usize> {
    if matches!(tokens.word(at), "mr" | "mrs" | "ms" | "miss" | "dr" | "dear") && tokens.capital(at + 1) {
        return Some(at + 2);
    }
    if matches!(tokens.mark(at), Some('£' | '$' | '€')) {
        let mut next = at + 1;
        while tokens.digits(next).is_some()
            || matches!(tokens.mark(next), Some('.' | ',')) && tokens.glued(next) && tokens.digits(next + 1).is_some()
        {
            next += 1;
        }
        return Some(next);
    }
    // "Invoice no. 4/11", "ref: 3/11".
    if matches!(
        tokens.word(at),
        "no" | "nr" | "number" | "ref" | "reference" | "invoice" | "po" | "order" | "ticket" | "room" | "rm"
    ) {
        let labelled =
            !matches!(tokens.word(at), "no" | "number") || !tokens.before(at).is_empty() && tokens.is_mark(at + 1, '.');
        let mut next = at + 1;
        while next < at + 4
            && (matches!(tokens.mark(next), Some('.' | ':' | '#'))
                || matches!(tokens.word(next), "no" | "number" | "nr"))
        {
            next += 1;
        }
        if labelled
            && tokens.digits(next).is_some()
            && tokens.month(next + 1).is_none()
            && (next > at + 1 || matches!(tokens.word(at), "room" | "rm" | "invoice" | "po"))
        {
            next += 1;
            while matches!(tokens.mark(next), Some('/' | '-' | '.'))
                && tokens.glued(next)
                && tokens.glued(next + 1)
                && tokens.digits(next + 1).is_some()
            {
                next += 2;
            }
            return Some(next);
        }
    }
    // "Mileage 22.4", "parking: 3".
    if matches!(tokens.word(at), "mileage" | "miles" | "parking" | "petrol" | "fuel" | "expenses" | "train" | "taxi") {
        let mut next = at + 1;
        while next < at + 3 && matches!(tokens.mark(next), Some(':' | '-' | '=')) || tokens.word(next) == "of" {
            next += 1;
        }
        let part = tokens.is_mark(next + 1, '.') && tokens.glued(next + 1) && tokens.digits(next + 2).is_some();
        let end = if part { next + 3 } else { next + 1 };
        // "Mileage 22/4": of that day.
        let dated = matches!(tokens.mark(end), Some('/' | '-')) || tokens.month(end).is_some() || ordinal(tokens, end);
        if tokens.digits(next).is_some() && !dated {
            return Some(end);
        }
    }
    // "45p", "@ 0.45": money without its sign.
    if tokens.digits(at).is_some() {
        let part = tokens.is_mark(at + 1, '.') && tokens.glued(at + 1) && tokens.digits(at + 2).is_some();
        let end = if part { at + 3 } else { at + 1 };
        let pence = matches!(tokens.word(end), "p" | "ppm" | "pence" | "p's");
        if pence && (tokens.glued(end) || tokens.word(end) == "pence") {
            return Some(end + 1);
        }
    }
    // "a class of 32".
    if matches!(tokens.word(at), "class" | "classes" | "group" | "groups" | "cohort" | "staff" | "team")
        && tokens.word(at + 1) == "of"
        && tokens.digits(at + 2).is_some()
    {
        return Some(at + 3);
    }
    // "Morning all," and "Good afternoon" greet.
    if matches!(tokens.word(at), "good") && matches!(tokens.word(at + 1), "morning" | "afternoon" | "evening" | "day") {
        return Some(at + 2);
    }
    if greets(tokens, at) {
        return Some(at + 1);
    }
    // An empty box on a form.
    if tokens.mark(at) == Some('☐') || tokens.mark(at) == Some('□') {
        let mut next = at + 1;
        while next < at + 4 && !tokens.word(next).is_empty() {
            next += 1;
        }
        return Some(next);
    }
    if tokens.word(at) == "half" {
        let term = if tokens.is_mark(at + 1, '-') { at + 2 } else { at + 1 };
        if matches!(tokens.word(term), "term" | "terms" | "termly" | "term's") {
            return Some(term + 1);
        }
    }
    if tokens.word(at) == "full" && tokens.word(at + 1) == "stop" {
        return Some(at + 2);
    }
    let number = tokens.digits(at).is_some();
    let counted = if tokens.is_mark(at + 1, '.')
        && tokens.glued(at + 1)
        && tokens.digits(at + 2).is_some()
        && tokens.glued(at + 2)
    {
        at + 3
    } else {
        at + 1
    };
    (number
        && matches!(
            tokens.word(counted),
            "miles"
                | "mile"
                | "children"
                | "pupils"
                | "teachers"
                | "lessons"
                | "lesson"
                | "pounds"
                | "classes"
                | "observations"
                | "books"
                | "staff"
                | "mi"
                | "km"
                | "visits"
                | "sessions"
                | "meetings"
                | "others"
                | "people"
                | "other"
        ))
    .then_some(counted)
}

fn ordinal(tokens: &Tokens, at: usize) -> bool {
    tokens.glued(at) && matches!(tokens.word(at), "st" | "nd" | "rd" | "th")
}

/// "Morning all," at the head of a mail.
fn greets(tokens: &Tokens, at: usize) -> bool {
    let opening = at < 8 && (0..at).all(|at| tokens.mark(at).is_some());
    opening
        && matches!(tokens.word(at), "morning" | "afternoon" | "evening")
        && (matches!(tokens.word(at + 1), "all" | "everyone" | "both" | "team" | "folks" | "there")
            && tokens.stops(at + 2)
            || matches!(tokens.mark(at + 1), Some(',' | '!' | '\n'))
            || tokens.capital(at + 1) && tokens.weekday(at + 1).is_none() && tokens.is_mark(at + 2, ','))
}

/// "4 teachers", "Year 4", "phonics 2": a number of something that is no day.
pub fn counts_things(tokens: &Tokens, at: usize) -> bool {
    let after = tokens.word(at + 1);
    let noun = after.len() > 2
        && !matches!(
            after,
            "and"
                | "till"
                | "until"
                | "for"
                | "half"
                | "full"
                | "each"
                | "both"
                | "then"
                | "day"
                | "days"
                | "hours"
                | "hour"
                | "with"
        )
        && !tokens.glued(at + 1);
    let part = matches!(tokens.mark_before(at), Some('/' | '-' | '&' | ':' | '.' | ','))
        && at
            .checked_sub(2)
            .is_some_and(|at| not_a_date(tokens, at) || tokens.digits(at).is_some_and(|digits| digits.len() > 4));
    noun || not_a_date(tokens, at) || part || tokens.word(at + 1) == "%" || tokens.is_mark(at + 1, '%')
}
