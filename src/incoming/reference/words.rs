//! A reference in plain words: "I fully support Priya's application and am happy to release her for ten days."
//!
//! Only what is plainly said is taken. A condition, a doubt, a question or words that pull both ways leave the matter
//! open, and a person reads it.

use crate::domain::reference::Capacity;

/// What plain words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub supports: Option<bool>,
    pub capacity: Option<Capacity>,
}

const REFUSES: [&str; 17] = [
    "do not support",
    "don t support",
    "cannot support",
    "can t support",
    "can not support",
    "not able to support",
    "unable to support",
    "not support",
    "does not have my support",
    "not recommend",
    "cannot recommend",
    "cannot endorse",
    "not endorse",
    "do not wish to support",
    "must decline",
    "withhold my support",
    "not in a position to support",
];
const SUPPORTS: [&str; 12] = [
    "support",
    "supports",
    "supportive",
    "supported",
    "recommend",
    "recommendation",
    "endorse",
    "endorsement",
    "backing",
    "no hesitation",
    "without hesitation",
    "wholeheartedly",
];
const NO_RELEASE: [&str; 16] = [
    "cannot release",
    "can t release",
    "can not release",
    "not able to release",
    "unable to release",
    "not release",
    "no capacity",
    "not have the capacity",
    "not have capacity",
    "without capacity",
    "lack the capacity",
    "don t have capacity",
    "don t have the capacity",
    "not in a position to release",
    "not be released",
    "not agree to release",
];
const RELEASES: [&str; 7] =
    ["release", "releasing", "released", "capacity", "cover is in place", "spare her", "spare him"];
/// Words that make an answer conditional, or doubtful.
const OPEN: [&str; 22] = [
    "provided that",
    "provided",
    "providing",
    "subject to",
    "on condition",
    "on the condition",
    "as long as",
    "so long as",
    "only if",
    "unless",
    "depending",
    "depends",
    "if we can",
    "however",
    "reservations",
    "reservation",
    "concern",
    "concerns",
    "not sure",
    "unsure",
    "might",
    "possibly",
];
/// No doubt at all, in words that sound like one.
const UNRESERVED: [&str; 8] = [
    "without reservation",
    "without reservations",
    "without any reservation",
    "without any reservations",
    "no reservation",
    "no reservations",
    "no concern",
    "no concerns",
];
const UNSAID: [&str; 6] = ["not", "cannot", "never", "unable", "unfortunately", "regret"];

fn folded(text: &str) -> String {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let mut text = format!(" {} ", words.join(" "));
    for phrase in UNRESERVED {
        text = text.replace(&format!(" {phrase} "), " ");
    }
    text
}

/// Sentences, and what `but` sets apart: a doubt about release is none about support.
fn clauses(text: &str) -> Vec<(String, bool)> {
    let mut out = vec![];
    for sentence in text.split_inclusive(['.', '!', '?', ';', '\n']) {
        let asks = sentence.contains('?');
        let words = folded(sentence);
        out.extend(words.split(" but ").map(|clause| (format!(" {} ", clause.trim()), asks)));
    }
    out
}

/// Reads the new words of a mail.
pub fn read(text: &str) -> Said {
    let mut said = Said { supports: None, capacity: None };
    let mut doubtful = false;
    for (clause, asks) in clauses(text) {
        let says = |phrases: &[&str]| phrases.iter().any(|phrase| clause.contains(&format!(" {phrase} ")));
        let open = asks || says(&OPEN);
        // Words of refusal are no support, and "I do not hesitate" is for a person to read.
        let (refuses, no_release, negated) = (says(&REFUSES), says(&NO_RELEASE), says(&UNSAID));
        if refuses {
            said.supports = Some(false);
        } else if says(&SUPPORTS) && said.supports != Some(false) {
            let plain = !open && (!negated || no_release);
            doubtful |= !plain;
            said.supports = plain.then_some(true).or(said.supports);
        }
        let capacity = match (no_release, says(&RELEASES)) {
            (true, _) => Some(Capacity::No),
            (false, true) if open => Some(Capacity::Conditional),
            (false, true) if !negated => Some(Capacity::Yes),
            (false, _) => None,
        };
        // Of several clauses about release the least favourable counts.
        said.capacity = match (said.capacity, capacity) {
            (Some(Capacity::No), _) | (_, Some(Capacity::No)) => Some(Capacity::No),
            (Some(Capacity::Conditional), _) | (_, Some(Capacity::Conditional)) => Some(Capacity::Conditional),
            (before, now) => now.or(before),
        };
    }
    if doubtful && said.supports == Some(true) {
        said.supports = None;
    }
    said
}

/// A plain yes or no that begins an answer to one question.
pub fn yes_or_no(answer: &str) -> Option<bool> {
    let words = folded(answer);
    let first = words.split_whitespace().next()?;
    match first {
        "yes" | "y" | "certainly" | "absolutely" | "definitely" | "agreed" => Some(true),
        "no" | "n" | "not" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_taken_at_their_word() {
        for (text, supports, capacity) in [
            ("I fully support Priya's application and am happy to release her.", Some(true), Some(Capacity::Yes)),
            ("Yes, we support this and have the capacity.", Some(true), Some(Capacity::Yes)),
            ("I support her application wholeheartedly.", Some(true), None),
            ("I'm afraid I cannot support this application.", Some(false), None),
            ("I support Priya but we have no capacity this year.", Some(true), Some(Capacity::No)),
            ("I support Priya. I can release her only if cover is found.", Some(true), Some(Capacity::Conditional)),
            ("We support this provided that cover can be found for release.", None, Some(Capacity::Conditional)),
            ("I don't support it.", Some(false), None),
            ("I support this application without reservation.", Some(true), None),
            ("I have no reservations.", None, None),
            ("I support her, with some reservations.", None, None),
            ("Could you tell me what release would mean?", None, Some(Capacity::Conditional)),
            ("Thanks, will do this by Friday.", None, None),
            ("I am not sure that I can support this.", None, None),
            ("", None, None),
        ] {
            assert_eq!(read(text), Said { supports, capacity }, "{text}");
        }
    }

    #[test]
    fn an_answer_begins_with_yes_or_no() {
        assert_eq!(yes_or_no("Yes - gladly"), Some(true));
        assert_eq!(yes_or_no(" no."), Some(false));
        assert_eq!(yes_or_no("Perhaps"), None);
    }
}
