//! Words that make a plain reading doubtful. Where one of them stands, whoever wrote is asked rather than guessed at: a
//! question costs a line of mail, a wrong day costs a school £350.

use super::amounts::pause;
use super::tokens::Tokens;
use super::worth::halves;
use super::{Policy, Visit};
use jiff::civil::Weekday;

/// A day was not what it seems, and it is not said plainly which or how much of it.
const WARY: [&str; 90] = [
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
    "the other half",
    "up at home",
    "hours at home",
    "writing it up",
    "with the la",
    "with the local authority",
    "la meeting",
    "no charge",
    "free of charge",
    "don't invoice",
    "do not invoice",
    "dont invoice",
    "dont charge",
    "not to invoice",
    "no invoice",
    "goodwill",
    "good will",
    "unpaid",
    "bill only",
    "only bill",
    "bill just",
    "just bill",
    "only charge",
    "charge only",
    "claim only",
    "only claim",
    "only claiming",
    "just claiming",
    "not chargeable",
    "not billable",
    "non chargeable",
    "may day",
    "mayday",
    "bank holiday week",
    "easter week",
    "should have said",
    "should have read",
    "last week of",
    "the wrong day",
    "the wrong days",
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
        tokens.any(at, &WARY).is_some()
            || beside(tokens, at)
            || none_there(tokens, at)
            || appointment(tokens, at)
            || counted(tokens, at)
            || taken_back(tokens, at)
            || partly_at_home(tokens, at)
            || claims_only(tokens, at)
    }) || goes_on(text)
        || visits.iter().any(|visit| on_a_weekend(text, visit))
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

/// "The first Tuesday in May", "2nd week of May": counted from the month, not from the mail.
fn counted(tokens: &Tokens, at: usize) -> bool {
    let next_is_day = tokens.weekday(at + 1).is_some();
    match tokens.word(at) {
        "first" | "second" | "third" | "fourth" | "fifth" => {
            next_is_day || (tokens.word(at + 1) == "week" && tokens.word(at + 2) != "back")
        }
        "week" => matches!(tokens.before(at), "st" | "nd" | "rd" | "th"),
        _ => {
            let number = tokens.digits(at).is_some_and(|digits| matches!(digits, "1" | "2" | "3" | "4" | "5"));
            number && tokens.weekday(at + 1).is_some() && matches!(tokens.word(at + 2), "in" | "of")
        }
    }
}

/// "17th & 18th... scratch that, 18th & 19th": how much of a list is taken back?
fn taken_back(tokens: &Tokens, at: usize) -> bool {
    const BACK: [&str; 6] = ["no sorry", "sorry no", "scratch that", "scrap that", "no wait", "wait no"];
    if tokens.any(at, &BACK).is_none() {
        return false;
    }
    let before = || at.saturating_sub(12)..at;
    let numbers = before().filter(|at| tokens.digits(*at).is_some()).count();
    numbers > 1 || before().filter(|at| tokens.weekday(*at).is_some()).count() > 1
}

/// "Though I spent the afternoon in my own school": a part of that day was not the other school's.
fn partly_at_home(tokens: &Tokens, at: usize) -> bool {
    let part =
        (at.saturating_sub(8)..at).any(|at| matches!(tokens.word(at), "spent" | "afternoon" | "morning" | "hours"));
    part && tokens.any(at, &["in my own school", "at my own school", "back in my own school"]).is_some()
        && (at.saturating_sub(8)..at).any(|at| tokens.word(at) == "spent")
}

/// "But I'm claiming Monday only".
fn claims_only(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.word(at), "claim" | "claiming" | "bill" | "billing" | "charge" | "charging")
        && (at + 1..at + 5).any(|at| tokens.word(at) == "only")
}

/// "20/4, 27/4 and 4th": the day that stands alone goes on from those before it, in the next month.
fn goes_on(text: &str) -> bool {
    text.lines().any(|line| {
        let mut last = None;
        line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).any(|word| {
            let number = |digits: &str| digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day));
            if let Some((day, month)) = word.split_once('/') {
                last = number(day).filter(|_| number(month).is_some()).or(last);
                return false;
            }
            let day = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).and_then(number);
            day.zip(last).is_some_and(|(day, last)| day < last)
        })
    })
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
