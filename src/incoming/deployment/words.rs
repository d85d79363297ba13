//! Whether somebody says yes to a piece of work, and whether a mail asks for one. What is not plain is unclear: a person
//! reads it.

/// What the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Yes,
    /// Yes, and a question or something else besides.
    YesAndMore,
    No,
    Unclear,
}

/// Words that hold a “no” or a “but” and mean neither.
const COURTESIES: [&str; 11] = [
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

/// Words that hold a “no” or a “not” and mean yes.
const IDIOMS: [&str; 21] = [
    "yes please",
    "please go ahead",
    "please do",
    "no problem at all",
    "no problem",
    "no problems",
    "no probs",
    "no prob",
    "no objection",
    "no objections",
    "no issue",
    "no issues",
    "no worries",
    "not a problem",
    "can't see why not",
    "cannot see why not",
    "can not see why not",
    "don't see why not",
    "do not see why not",
    "no reason why not",
    "why not",
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
const WAVERS: [&str; 11] =
    ["not", "though", "although", "tho", "until", "before", "whether", "nothing", "never", "nobody", "none"];

/// Beside a no these leave something open: “I can’t release her before June.”
const OPENINGS: [&str; 6] = ["before", "until", "though", "although", "tho", "after"];

/// Beside a yes these say that there is something to read.
const MORE: [&str; 28] = [
    "please",
    "invoice",
    "invoices",
    "po",
    "order number",
    "purchase order",
    "bank",
    "account",
    "sort code",
    "mileage",
    "expenses",
    "travel",
    "supply",
    "concern",
    "concerns",
    "worried",
    "worry",
    "cc",
    "call me",
    "parking",
    "dbs",
    "note that",
    "be aware",
    "by the way",
    "leaving",
    "safeguarding",
    "finance",
    "ring me",
];

/// A word of these, and a yes is none.
const DOUBT: [&str; 54] = [
    "pending",
    "agree that",
    "need to",
    "needs to",
    "we need",
    "i need",
    "talk about",
    "discuss",
    "on the phone",
    "too low",
    "too high",
    "half of",
    "some of",
    "once",
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

/// Whether words set a measure or a time of their own, which may not be what was asked: “for two of the three days”, “from
/// September”, “on Tuesdays”, “at £300”.
fn sets_terms(reply: &str, text: &str) -> bool {
    const NUMBERS: [&str; 13] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "a", "couple"];
    const TIMES: &str = " mon tue wed thu fri jan feb mar apr may jun jul aug sep oct nov dec easter christmas ";
    if reply.contains(['£', '%', '€']) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_number = |word: &str| NUMBERS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
    let is_time = |word: &str| word.get(..3).is_some_and(|start| TIMES.contains(&format!(" {start} ")));
    words.windows(2).any(|pair| match *pair {
        [number, "day" | "days" | "half-day" | "half-days" | "sessions" | "hours" | "of"] => is_number(number),
        ["on" | "from" | "after" | "by" | "till" | "in", time] => is_time(time) && time.len() > 2 && time != "mind",
        _ => false,
    })
}

/// What an answer to “would you take this on?” or “do you agree?” says.
pub fn read(reply: &str) -> Said {
    let plain = |words: &str| {
        let mut text = folded(words);
        for courtesy in COURTESIES {
            text = text.replace(&format!(" {courtesy} "), " ");
        }
        for idiom in IDIOMS {
            text = text.replace(&format!(" {idiom} "), " yes ");
        }
        text
    };
    let text = plain(reply);
    // “Have you agreed this with Ines?” agrees to nothing.
    let stated = reply.split_inclusive(['.', '!', '?', '\n']).filter(|sentence| !sentence.contains('?'));
    let stated = plain(&stated.collect::<String>());
    let first = |text: &str| text.split_whitespace().next().unwrap_or("").to_owned();
    let yes = holds(&stated, &YES)
        || matches!(first(&stated).as_str(), "ok" | "okay" | "yep" | "absolutely" | "certainly" | "sure");
    let no = holds(&text, &NO) || matches!(first(&text).as_str(), "no" | "sorry" | "unfortunately");
    let asks = reply.contains('?');
    let yes_at_most = yes && (holds(&text, &WAVERS) || sets_terms(reply, &text));
    let no_at_most = no && holds(&text, &OPENINGS);
    match (yes, no, yes_at_most || no_at_most || holds(&text, &DOUBT)) {
        (true, false, false) if asks || holds(&text, &MORE) => Said::YesAndMore,
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
            ("Yes, happy to. Who pays for travel?", Said::YesAndMore),
            ("Agreed. When do we start?", Said::YesAndMore),
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
            ("no probs", Said::Yes),
            ("Yes please!", Said::Yes),
            ("Thanks for your email. Yes, happy to.", Said::Yes),
            ("Agreed, please go ahead", Said::Yes),
            ("I can't see why not.", Said::Yes),
            ("No objection", Said::Yes),
            ("No problem, I can’t wait.", Said::Yes),
            ("I agreed nothing of the sort!", Said::Unclear),
            ("I agree that we need to talk about the cost first", Said::Unclear),
            ("We agreed £300 on the phone", Said::Unclear),
            ("I am happy to agree to three days at £300", Said::Unclear),
            ("Agreed for 2 days", Said::Unclear),
            ("Agreed pending budget", Said::Unclear),
            ("Have you agreed this with Ines?", Said::Unclear),
            ("We can release him for two of the three days.", Said::Unclear),
            ("Yes, he can be released from September.", Said::Unclear),
            ("We can release him on Tuesdays", Said::Unclear),
            ("Yes. His supply costs £210 a day and we need that covered.", Said::Unclear),
            ("I can't release him before June", Said::Unclear),
            ("Agreed. Please send our share to a new account: 20-99-99 12345678.", Said::YesAndMore),
            ("Agreed. Our PO number is 4711.", Said::YesAndMore),
            ("Yes, and invoices to finance@oakfield.example", Said::YesAndMore),
            ("", Said::Unclear),
        ] {
            assert_eq!(read(said), meant, "{said}");
        }
    }
}
