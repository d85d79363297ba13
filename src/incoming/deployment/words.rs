//! Whether somebody says yes to a piece of work, and whether a mail asks for one. What is not plain is unclear: a person
//! reads it.

/// What the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Yes,
    /// Yes, and a question besides.
    YesAndAsks,
    No,
    Unclear,
}

/// Words that hold a “no” or a “but” and mean neither.
const COURTESIES: [&str; 14] = [
    "no problem",
    "no problems",
    "no worries",
    "can't wait",
    "cannot wait",
    "but thank you",
    "but thanks",
    "but many thanks",
    "if you need anything",
    "let me know if you need",
    "let me know if there is anything",
    "not at all",
    "sorry for the delay",
    "sorry for not replying",
];

const NO: [&str; 34] = [
    "can't",
    "cannot",
    "can not",
    "cant",
    "unable",
    "not able",
    "won't",
    "wont",
    "will not",
    "not this term",
    "not this time",
    "not this year",
    "not at the moment",
    "not possible",
    "impossible",
    "decline",
    "have to say no",
    "say no",
    "no longer",
    "rather not",
    "too much on",
    "not in a position",
    "not available",
    "unavailable",
    "do not agree",
    "don't agree",
    "not agree",
    "not agreed",
    "cannot agree",
    "not happy",
    "couldn't",
    "could not",
    "don't think",
    "do not think",
];

const YES: [&str; 36] = [
    "yes",
    "happy to",
    "glad to",
    "pleased to",
    "delighted to",
    "would love to",
    "i'd love to",
    "i agree",
    "we agree",
    "agreed",
    "agree to this",
    "i accept",
    "accepted",
    "approved",
    "i approve",
    "i confirm",
    "confirmed",
    "can confirm",
    "that's fine",
    "that is fine",
    "fine by me",
    "fine with me",
    "fine with us",
    "fine by us",
    "all fine",
    "works for me",
    "works for us",
    "count me in",
    "i can do this",
    "i can do that",
    "i'll do it",
    "i will do it",
    "we can release",
    "can release",
    "happy with this",
    "go ahead",
];

/// Beside a yes these take something back: “Yes. Not before June though.”
const WAVERS: [&str; 7] = ["not", "though", "although", "tho", "until", "before", "whether"];

/// A word of these, and a yes is none.
const DOUBT: [&str; 40] = [
    "but",
    "however",
    "unless",
    "if",
    "provided",
    "providing",
    "as long as",
    "so long as",
    "on condition",
    "subject to",
    "depends",
    "depending",
    "depend",
    "maybe",
    "perhaps",
    "possibly",
    "might",
    "probably",
    "hopefully",
    "in principle",
    "not sure",
    "unsure",
    "let me check",
    "need to check",
    "have to check",
    "get back to you",
    "come back to you",
    "think about it",
    "first need",
    "except",
    "apart from",
    "instead",
    "rather than",
    "only",
    "should be able",
    "i think",
    "i would need",
    "we would need",
    "could we change",
    "changes",
];

/// Letters and apostrophes of one kind, words between single blanks.
pub fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace(['’', '‘', '`'], "'");
    let spaced: String =
        lower.chars().map(|c| if c.is_alphanumeric() || c == '\'' || c == '-' { c } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(&format!(" {word} ")))
}

/// What an answer to “would you take this on?” or “do you agree?” says.
pub fn read(reply: &str) -> Said {
    let mut text = folded(reply);
    for courtesy in COURTESIES {
        text = text.replace(&format!(" {courtesy} "), " ");
    }
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("");
    let yes = holds(&text, &YES) || matches!(first, "ok" | "okay" | "yep" | "absolutely" | "certainly" | "sure");
    let no = holds(&text, &NO) || matches!(first, "no" | "sorry" | "unfortunately");
    let asks = reply.contains('?');
    let yes_at_most = yes && holds(&text, &WAVERS);
    match (yes, no, yes_at_most || holds(&text, &DOUBT)) {
        (true, false, false) if asks => Said::YesAndAsks,
        (true, false, false) => Said::Yes,
        (false, true, false) if !asks => Said::No,
        (true | false, _, _) => Said::Unclear,
    }
}

/// Whether the words say when something is wanted.
pub fn says_when(text: &str) -> bool {
    let text = folded(text);
    let months = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let times = [
        "term",
        "half-term",
        "autumn",
        "spring",
        "summer",
        "as soon as possible",
        "asap",
        "straight away",
        "urgently",
        "week",
        "weeks",
        "next month",
        "this year",
        "next year",
        "in may",
        "from may",
        "by may",
        "during may",
        "before easter",
        "after easter",
        "before christmas",
        "after christmas",
        "immediately",
    ];
    holds(&text, &months) || holds(&text, &times)
}

/// Whether the words say what is hoped for.
pub fn says_hopes(text: &str) -> bool {
    let hopes = [
        "so that",
        "hope",
        "hoping",
        "outcome",
        "outcomes",
        "aim",
        "aims",
        "goal",
        "improve",
        "improved",
        "raise",
        "we want",
        "would like to see",
        "be able to",
        "our target",
    ];
    holds(&folded(text), &hopes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_answer_to_a_proposal_or_an_agreement() {
        for (said, meant) in [
            ("Yes, happy to.", Said::Yes),
            ("Yes", Said::Yes),
            ("AGREED", Said::Yes),
            ("Agreed.\nJo", Said::Yes),
            ("I’d love to do this. No problem at all.", Said::Yes),
            ("That’s fine by me, and I can’t wait!", Said::Yes),
            ("We can release her for this.", Said::Yes),
            ("OK", Said::Yes),
            ("Yes, happy to. Who pays for travel?", Said::YesAndAsks),
            ("Agreed. When do we start?", Said::YesAndAsks),
            ("Sorry, not this term.", Said::No),
            ("I'm afraid I can't take this on, but thank you for thinking of me.", Said::No),
            ("No", Said::No),
            ("Unfortunately we are unable to release Priya.", Said::No),
            ("I do not agree.", Said::No),
            ("Yes, but only on Tuesdays", Said::Unclear),
            ("Agreed, provided that it is not on Fridays", Said::Unclear),
            ("Not this term, but I would be happy to in the autumn", Said::Unclear),
            ("I can't do Tuesdays. Is that a problem?", Said::Unclear),
            ("In principle yes", Said::Unclear),
            ("If Owen agrees, yes", Said::Unclear),
            ("Let me check with my head.", Said::Unclear),
            ("Yes in general. The rate looks low, could we change it?", Said::Unclear),
            ("Thank you for your letter", Said::Unclear),
            ("", Said::Unclear),
        ] {
            assert_eq!(read(said), meant, "{said}");
        }
    }
}
