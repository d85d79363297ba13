//! Small words that decide what a mail about days is: whether it is one at all, and whether it says no more than yes.

use super::read::Understood;
use super::who::Place;
use crate::domain::civil;
use crate::incoming::quoted::spaced;
use jiff::civil::Date;
use std::collections::BTreeSet;

fn has(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// Words of school names that name none.
const COMMON: [&str; 34] = [
    "school",
    "schools",
    "primary",
    "junior",
    "juniors",
    "infant",
    "infants",
    "academy",
    "college",
    "high",
    "community",
    "nursery",
    "first",
    "middle",
    "upper",
    "lower",
    "secondary",
    "catholic",
    "church",
    "england",
    "the",
    "and",
    "with",
    "for",
    "girls",
    "boys",
    "voluntary",
    "aided",
    "controlled",
    "special",
    "saint",
    "ysgol",
    "free",
    "centre",
];

fn names_a_school(text: &str, places: &[Place<'_>]) -> bool {
    places.iter().any(|place| {
        let name = spaced(place.name);
        name.split_whitespace()
            .filter(|word| word.chars().count() >= 3 && !COMMON.contains(word))
            .any(|word| text.contains(&format!(" {word} ")))
    })
}

const WORKED: [&str; 22] = [
    "log",
    "logged",
    "visit",
    "visits",
    "visited",
    "worked",
    "deployment",
    "timesheet",
    "time sheet",
    "record of visit",
    "days worked",
    "my days",
    "sle day",
    "sle days",
    "support day",
    "support days",
    "i was at",
    "i was in",
    "was there",
    "days",
    "day",
    "hours",
];

/// Gatherings and absences that have days too.
const ELSEWHERE: [&str; 22] = [
    "meeting",
    "meetings",
    "training",
    "network",
    "conference",
    "interview",
    "interviews",
    "course",
    "invoice",
    "holiday",
    "available",
    "unavailable",
    "webinar",
    "moderation",
    "assessment day",
    "leave",
    "annual leave",
    "agreement",
    "form",
    "application",
    "deadline",
    "portrait",
];

/// Whether a mail that answers nothing of ours reports days. Where it names no school of its writer's, it must show in
/// another way that it does: much mail has dates in it.
pub fn is_log(text: &str, understood: &Understood, places: &[Place<'_>]) -> bool {
    if understood.is_record {
        return true;
    }
    let text = spaced(text);
    let named = names_a_school(&text, places);
    let worked = has(&text, &WORKED);
    let elsewhere = has(&text, &ELSEWHERE);
    let amount = understood.days.iter().any(|day| !day.unsaid);
    if !understood.days.is_empty() {
        return named || ((amount || worked) && !elsewhere);
    }
    match &understood.asked {
        Some(asked) if asked.is_weak => {
            named && has(&text, &["worked", "visited", "my days", "log", "was at", "been at"])
        }
        Some(_) => (named || worked) && !elsewhere,
        None => false,
    }
}

/// Words of which a plain yes, or thanks, may consist.
const AGREEING: [&str; 67] = [
    "please",
    "yes",
    "yep",
    "y",
    "ok",
    "okay",
    "all",
    "correct",
    "right",
    "fine",
    "good",
    "great",
    "agreed",
    "agree",
    "confirmed",
    "confirm",
    "i",
    "we",
    "can",
    "that",
    "that's",
    "this",
    "these",
    "those",
    "is",
    "are",
    "it",
    "it's",
    "looks",
    "look",
    "thanks",
    "thank",
    "you",
    "many",
    "very",
    "much",
    "everything",
    "accurate",
    "happy",
    "with",
    "to",
    "the",
    "days",
    "dates",
    "day",
    "visits",
    "perfect",
    "lovely",
    "brilliant",
    "cheers",
    "ta",
    "kind",
    "best",
    "regards",
    "wishes",
    "hi",
    "hello",
    "dear",
    "clerk",
    "above",
    "list",
    "of",
    "them",
    "both",
    "as",
    "stated",
    "listed",
];
const YES: [&str; 17] = [
    "yes",
    "yep",
    "y",
    "correct",
    "right",
    "agreed",
    "agree",
    "confirmed",
    "confirm",
    "accurate",
    "fine",
    "ok",
    "okay",
    "good",
    "perfect",
    "happy",
    "great",
];

/// A plain yes and nothing else. Names at its end are its writer's: at most three words that are no others of ours.
pub fn is_plain_yes(text: &str) -> bool {
    let words = spaced(text);
    let known = |word: &&str| AGREEING.contains(word);
    let said = words.split_whitespace().any(|word| YES.contains(&word));
    said && !text.contains('?') && is_made_of(text, &known)
}

/// Thanks, or a nod, and nothing that could be meant otherwise.
pub fn is_thanks(text: &str) -> bool {
    text.split_whitespace().next().is_some() && !text.contains('?') && is_made_of(text, &|word| AGREEING.contains(word))
}

/// “Yes”, “all of them”: an answer, and not only thanks.
pub fn is_bare_yes(text: &str) -> bool {
    const THANKS: [&str; 6] = ["thanks", "thank", "ta", "cheers", "diolch", "noted"];
    let words = spaced(text);
    let thanks = words.split_whitespace().any(|word| THANKS.contains(&word));
    is_plain_yes(text) || (is_thanks(text) && !thanks)
}

/// Lines of known words; a last line may be a name.
fn is_made_of(text: &str, known: &dyn Fn(&&str) -> bool) -> bool {
    let lines: Vec<String> = text.lines().map(spaced).filter(|line| !line.trim().is_empty()).collect();
    let all_known = |line: &String| line.split_whitespace().all(|word| known(&word));
    match lines.split_last() {
        None => false,
        Some((only, [])) => all_known(only),
        Some((last, before)) => {
            let is_name = last.split_whitespace().count() <= 3;
            before.iter().all(all_known) && (is_name || all_known(last))
        }
    }
}

/// “Correction:”, “Thursday should have been a whole day”: what is said of a day takes the place of what was said before.
pub fn corrects(subject: &str, text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "correction",
        "corrections",
        "corrected",
        "correcting",
        "to correct",
        "should have been",
        "should have said",
        "should be",
        "was actually",
        "were actually",
        "was in fact",
        "i meant",
        "my mistake",
        "made a mistake",
        "by mistake",
        "in error",
        "amend",
        "wrongly",
    ];
    has(&spaced(&format!("{subject} {text}")), &WORDS)
}

/// “Leave it”, “don't count it”: in answer to a question about a day.
pub fn never_mind(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "not count",
        "leave it",
        "forget it",
        "never mind",
        "nevermind",
        "ignore it",
        "ignore that",
        "ignore my",
        "disregard",
        "drop it",
        "no matter",
        "not log it",
        "not note it",
        "scrap that",
    ];
    did_not_happen(text) || has(&spaced(text), &WORDS)
}

/// “It didn't happen”, of a visit that was planned.
pub fn did_not_happen(text: &str) -> bool {
    let text = spaced(text);
    has(
        &text,
        &[
            "not happen",
            "never happened",
            "cancelled",
            "canceled",
            "called off",
            "postponed",
            "did not take place",
            "not go ahead",
            "fell through",
            "was not there",
            "was off",
            "was ill",
            "was poorly",
            "did not go",
            "could not go",
            "not visit",
            "no visit",
        ],
    ) || text.trim() == "no"
}

/// “Yes, as planned.”
pub fn as_planned(text: &str) -> bool {
    let said = spaced(text);
    is_plain_yes(text)
        || (has(&said, &["as planned", "went ahead", "yes"]) && !has(&said, &["not", "but", "only", "no"]))
}

/// What of the rest: “the others are correct”.
pub fn rest_is_right(text: &str) -> bool {
    let said = spaced(text);
    has(
        &said,
        &[
            "the rest",
            "the others",
            "the other days",
            "all others",
            "all the others",
            "everything else",
            "otherwise",
            "other days",
            "the other two",
            "the other",
        ],
    ) && has(&said, &["correct", "right", "fine", "ok", "okay", "agreed", "confirmed", "accurate", "good", "happy"])
}

/// Words by which a clause denies what it speaks of, and words that show doubt.
const DENYING: [&str; 16] = [
    "not",
    "no",
    "never",
    "nobody",
    "wrong",
    "incorrect",
    "absent",
    "cancelled",
    "canceled",
    "postponed",
    "ill",
    "away",
    "nothing",
    "none",
    "error",
    "mistake",
];
const DOUBTING: [&str; 10] =
    ["not sure", "unsure", "i think", "maybe", "perhaps", "could", "might", "possibly", "believe", "check"];

/// Of some days, those that a clause names and denies: "Priya was not here on the 9th". Doubts and questions deny nothing.
pub fn denied_days(text: &str, days: &[Date]) -> Vec<Date> {
    if text.contains('?') || has(&spaced(text), &DOUBTING) {
        return vec![];
    }
    let lower = text.to_lowercase();
    let clauses = lower.split(['.', ',', ';', '\n']).flat_map(|part| part.split(" but "));
    let mut denied = vec![];
    for clause in clauses {
        let said = spaced(clause);
        if has(&said, &DENYING) {
            denied.extend(days.iter().copied().filter(|day| names_day(&said, *day, days)));
        }
    }
    denied.sort();
    denied.dedup();
    denied
}

/// `9th`, `9 june`, `june 9`, `9 6` (as `9/6` is spaced), or the weekday where only one of the days has it.
fn names_day(said: &str, day: Date, days: &[Date]) -> bool {
    let number = day.day();
    let month = day.strftime("%B").to_string().to_lowercase();
    let short: String = month.chars().take(3).collect();
    let ordinal = civil::ordinal(u32::try_from(number).unwrap_or_default());
    let written = [
        ordinal,
        format!("{number} {month}"),
        format!("{number} {short}"),
        format!("{month} {number}"),
        format!("{number} {}", day.month()),
        format!("{number:02} {:02}", day.month()),
    ];
    let weekday = day.strftime("%A").to_string().to_lowercase();
    let same = days.iter().filter(|other| other.weekday() == day.weekday()).collect::<BTreeSet<_>>().len();
    has(said, &written.each_ref().map(String::as_str)) || (same == 1 && has(said, &[&weekday]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_yes_says_nothing_else() {
        for text in [
            "yes",
            "Yes, all correct",
            "All correct, thank you.",
            "Yes these are right.\n\nJo Marsh",
            "Agreed.",
            "Looks good to me".trim_end_matches(" to me"),
            "That's right, thanks",
            "I confirm these dates are correct",
        ] {
            assert!(is_plain_yes(text), "{text}");
        }
        for text in [
            "",
            "no",
            "Yes, but Priya was not here on the 14th",
            "not correct",
            "Is that right?",
            "Yes apart from Friday",
            "Thanks, I will look at it",
            "Thank you",
            "All correct except the second",
        ] {
            assert!(!is_plain_yes(text), "{text}");
        }
        assert!(is_thanks("Thank you\nPriya"));
        assert!(!is_thanks("Thank you, and the 14th?"));
    }

    #[test]
    fn what_became_of_a_plan() {
        for text in ["It didn't happen", "It didn’t happen, sorry", "cancelled", "No", "I was ill that day"] {
            assert!(did_not_happen(text), "{text}");
        }
        for text in ["Yes, as planned", "yes", "It went ahead"] {
            assert!(as_planned(text) && !did_not_happen(text), "{text}");
        }
        for text in ["Half a day", "yes but only half", "It was the 7th instead"] {
            assert!(!as_planned(text) && !did_not_happen(text), "{text}");
        }
        assert!(rest_is_right("Priya was not here on the 14th. The others are correct."));
        assert!(!rest_is_right("Priya was not here on the 14th."));
    }
}
