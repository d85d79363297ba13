//! Days that are spoken of by their place among those before: `the last one`, `the others`, `one of them`.

use super::super::atoms::numbers_of_a_month;
use super::super::tokens::Tokens;
use super::super::words::{count, month, weekday};
use super::Back;

/// `the last one`, `the others`, `one of them`.
pub(super) fn back(tokens: &Tokens, at: usize) -> Option<(Back, usize)> {
    let table: &[(Back, &[&str])] = &[
        (
            Back::SomeOne,
            &[
                "one of them",
                "the first two",
                "the last two",
                "the first three",
                "the last three",
                "first two",
                "last two",
                "one of which",
                "one of those",
                "one of these",
                "one of the days",
                "one was",
                "one being",
                "one day was",
                "one half day",
                "with one",
                "one only",
                "one is",
                "just one",
                "one as a",
                "one of the two",
                "one of the three",
                "including one",
                "one a half",
                "one am",
                "one pm",
                "two of them",
                "two of which",
                "two were",
                "some of them",
                "some were",
                "incl one",
            ],
        ),
        (
            Back::Others,
            &[
                "the others",
                "the other days",
                "the other two",
                "the other three",
                "the other four",
                "the other one",
                "the other day",
                "the other",
                "the rest",
                "others",
                "all the others",
                "all others",
                "rest of them",
                "the remaining days",
                "the remainder",
                "all the rest",
                "everything else",
                "rest",
                "the remaining two",
                "remaining days",
                "all other days",
                "otherwise",
                "other days",
                "the other was",
                "other two",
                "other one",
            ],
        ),
        (
            Back::Last,
            &[
                "the last one",
                "the last day",
                "the last visit",
                "the final day",
                "the final one",
                "the last",
                "the latter",
                "last one",
                "last day",
                "final day",
                "the final",
                "last was",
            ],
        ),
        (
            Back::First,
            &[
                "the first one",
                "the first day",
                "the first visit",
                "the first",
                "the former",
                "first one",
                "first day",
                "first was",
            ],
        ),
        (
            Back::Nth(1),
            &[
                "the second one",
                "the second day",
                "the second",
                "second day",
                "second one",
                "the middle one",
                "the middle day",
                "middle day",
            ],
        ),
        (Back::Nth(2), &["the third one", "the third day", "third day"]),
    ];
    let (found, next) = table.iter().find_map(|(back, phrases)| tokens.any(at, phrases).map(|next| (*back, next)))?;
    let after = tokens.word(next);
    let date = month(after).is_some()
        || after == "of" && (tokens.month(next + 1).is_some() || tokens.word(next + 1) == "the")
        || weekday(after).is_some()
        || matches!(after, "week" | "wk" | "term" | "half" | "few" | "month" | "time" | "year" | "couple");
    let counted = numbers_of_a_month(tokens, next)
        || tokens.number(next).is_some()
        || count(after).is_some_and(|_| after != "one")
        || weekday(tokens.before(at)).is_some();
    let half_follows = after == "half" && !matches!(tokens.word(next + 1), "term" | "of");
    let some = matches!(found, Back::SomeOne | Back::Others);
    // "the other half at Mill Lane" is an amount.
    if found == Back::Others
        && tokens.before(next) == "other"
        && matches!(after, "half" | "morning" | "afternoon" | "am" | "pm")
    {
        return None;
    }
    // "the other day" is some time ago.
    if found == Back::Others && tokens.before(next) == "day" && !matches!(after, "was" | "were") {
        return None;
    }
    ((!date || half_follows && found != Back::First) && (some || !counted)).then(|| {
        // "one half day" keeps its amount, and so does "one am".
        let kept = matches!(tokens.before(next), "am" | "pm")
            || tokens.before(next) == "day" && tokens.word(next.saturating_sub(2)) == "half"
            || tokens.before(next) == "half";
        let end = if found == Back::SomeOne && kept { at + 1 } else { next };
        (found, end)
    })
}
