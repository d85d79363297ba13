//! Words that make a plain reading doubtful. Where one of them stands, whoever wrote is asked rather than guessed at: a
//! question costs a line of mail, a wrong day costs a school £350.

use super::amounts::pause;
use super::tokens::Tokens;
use super::worth::halves;
use super::{Policy, Visit};
use jiff::civil::Weekday;

/// A day was not what it seems, and it is not said plainly which or how much of it.
const WARY: [&str; 50] = [
    "writing up at home",
    "afternoon at home",
    "morning at home",
    "do not charge",
    "don't charge",
    "not to be charged",
    "came with me",
    "before last",
    "but only for",
    "my own class",
    "my own classroom",
    "own school's",
    "hang on",
    "one of the two",
    "i mean the morning",
    "i mean the afternoon",
    "i meant the morning",
    "i meant the afternoon",
    "i mean half",
    "i mean full",
    "i mean a half",
    "i mean a full",
    "book day yesterday",
    "sports day yesterday",
    "open day yesterday",
    "left early",
    "leave early",
    "leaving early",
    "finished early",
    "cut short",
    "one of em",
    "one of them",
    "one of those",
    "one of the days",
    "not both",
    "only one of",
    "poorly since",
    "poorly all",
    "off poorly",
    "been poorly",
    "been ill",
    "ill since",
    "unwell",
    "visits off",
    "both off",
    "got pulled",
    "was pulled",
    "been pulled",
    "in my head",
    "not me",
];

/// Days that are told from what schools do differently, or from another day: "the Tuesday before half term".
const BESIDE: [&str; 11] = [
    "half term",
    "the half",
    "easter",
    "christmas",
    "xmas",
    "the break",
    "the holidays",
    "the holiday",
    "the bank",
    "we broke",
    "term",
];

pub fn doubtful(tokens: &Tokens, text: &str, visits: &[Visit], policy: &Policy) -> bool {
    let pause = (0..tokens.len()).filter_map(|at| pause(tokens, at)).max();
    (0..tokens.len()).any(|at| {
        tokens.any(at, &WARY).is_some() || beside(tokens, at) || none_there(tokens, at) || appointment(tokens, at)
    }) || visits.iter().any(|visit| on_a_weekend(text, visit))
        || pause.is_some_and(|pause| visits.iter().any(|visit| depends_on(pause, visit, policy)))
}

/// "The Tuesday before half term", "and again the Monday after".
fn beside(tokens: &Tokens, at: usize) -> bool {
    if tokens.weekday(at).is_none() || !matches!(tokens.word(at + 1), "before" | "after") {
        return false;
    }
    let alone = tokens.stops(at + 2) && matches!(tokens.before(at), "the" | "again");
    alone || tokens.any(at + 2, &BESIDE).is_some()
}

/// "So no Sunday Hill this week": no visits there, of whichever days.
fn none_there(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at) == "no" && tokens.capital(at + 1) && tokens.capital(at + 2) && !tokens.capital(at)
}

/// "Start: 28/04/2026 08:30": a calendar's own words, whose times stand in two lines.
fn appointment(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.word(at), "start" | "end") && tokens.is_mark(at + 1, ':') && tokens.digits(at + 2).is_some()
}

/// "Yesterday", on a Monday: was it Friday?
fn on_a_weekend(text: &str, visit: &Visit) -> bool {
    let said = text.get(visit.words.clone()).unwrap_or("").to_lowercase();
    matches!(visit.day.weekday(), Weekday::Saturday | Weekday::Sunday) && said.contains("yesterday")
}

/// "9 to 1 with an hour for lunch": whether the pause was worked decides between half a day and a day.
fn depends_on(pause: u32, visit: &Visit, policy: &Policy) -> bool {
    let Some(minutes) = visit.rounded_from() else { return false };
    halves(minutes, policy) != halves(minutes.saturating_sub(pause), policy)
}
