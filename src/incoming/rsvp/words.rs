//! Whether somebody says in their own words that they will come. What is not plain is unclear: a person reads it.

pub mod network;

/// What the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Yes,
    /// Yes, and a question besides.
    YesAndAsks,
    No,
    AnotherTime,
    Unclear,
}

const NO: [&str; 24] = [
    "can't",
    "cannot",
    "can not",
    "cant",
    "unable",
    "not able",
    "won't",
    "wont",
    "will not",
    "not be able",
    "not available",
    "unavailable",
    "not going to",
    "don't think",
    "do not think",
    "couldn't",
    "could not",
    "no longer",
    "not possible",
    "impossible",
    "decline",
    "have to miss",
    "clashes",
    "not attend",
];

const ANOTHER: [&str; 25] = [
    "another time",
    "another day",
    "another date",
    "different time",
    "different day",
    "different date",
    "other time",
    "other day",
    "reschedul",
    "re-schedul",
    "rearrange",
    "re-arrange",
    "postpone",
    "instead",
    "alternative",
    "swap",
    "could we",
    "could i come",
    "can we",
    "can i come",
    "any chance",
    "would it be possible",
    "is it possible",
    "earlier slot",
    "later slot",
];

const YES: [&str; 27] = [
    "i'll be there",
    "i will be there",
    "ill be there",
    "i shall be there",
    "i'll attend",
    "i will attend",
    "i shall attend",
    "i can attend",
    "happy to attend",
    "pleased to attend",
    "delighted to attend",
    "able to attend",
    "i confirm",
    "can confirm",
    "happy to confirm",
    "pleased to confirm",
    "confirm my attendance",
    "confirming",
    "that's fine",
    "that is fine",
    "works for me",
    "suits me",
    "i can make it",
    "i can make that",
    "see you",
    "i accept",
    "happy to accept",
];

/// A word of these, and a yes is none.
const DOUBT: [&str; 18] = [
    "but",
    "however",
    "unless",
    "if",
    "hopefully",
    "hope to",
    "probably",
    "perhaps",
    "maybe",
    "might",
    "should be able",
    "i think",
    "unfortunately",
    "afraid",
    "provisional",
    "provisionally",
    "depends",
    "depending",
];

/// Letters a to z and apostrophes of one kind, words between single blanks.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace(['’', '‘', '`'], "'");
    let spaced: String =
        lower.chars().map(|c| if c.is_alphanumeric() || c == '\'' || c == '-' { c } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whole words; `reschedul` may go on.
fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let stem = word.ends_with("schedul");
        if stem { text.contains(&format!(" {word}")) } else { text.contains(&format!(" {word} ")) }
    })
}

pub fn withdraws(reply: &str) -> bool {
    let text = folded(reply);
    [" withdraw ", " withdrawing ", " withdrawn ", " withdrawal "].iter().any(|word| text.contains(word))
}

/// Whether there is more in the words beside an answer than courtesy: a question, a doubt, a wish.
pub fn asks(words: &str) -> bool {
    let text = folded(words);
    words.contains('?')
        || holds(&text, &NO)
        || holds(&text, &ANOTHER)
        || holds(&text, &DOUBT)
        || text.contains(" late ")
}

pub fn read(reply: &str) -> Said {
    let text = folded(reply);
    let words: Vec<&str> = text.split_whitespace().collect();
    let another = holds(&text, &ANOTHER);
    let first = words.first().copied().unwrap_or("");
    let plain_no = first == "no" && !matches!(words.get(1).copied(), Some("problem" | "problems" | "worries"));
    if holds(&text, &NO) || plain_no {
        return if another { Said::AnotherTime } else { Said::No };
    }
    let short_yes =
        matches!(first, "yes" | "yep" | "accepted" | "confirmed" | "perfect" | "great") && words.len() <= 60;
    if holds(&text, &YES) || short_yes {
        return match (another || holds(&text, &DOUBT), reply.contains('?')) {
            (true, _) => Said::Unclear,
            (false, true) => Said::YesAndAsks,
            (false, false) => Said::Yes,
        };
    }
    if another { Said::AnotherTime } else { Said::Unclear }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_to_an_invitation() {
        for (said, meant) in [
            ("Yes, I’ll be there.", Said::Yes),
            ("Thank you, I will be there on Monday.\nPriya", Said::Yes),
            ("No problem, I'll be there.", Said::Yes),
            ("Confirmed, thanks!", Said::Yes),
            ("Perfect, see you then.", Said::Yes),
            ("I am happy to confirm my attendance.", Said::Yes),
            ("Yes I'll be there. Where do I park?", Said::YesAndAsks),
            ("I'm afraid I can't make that time, could we do Thursday?", Said::AnotherTime),
            ("Could we do the afternoon instead?", Said::AnotherTime),
            ("Would it be possible to rearrange?", Said::AnotherTime),
            ("No, sorry.", Said::No),
            ("Unfortunately I am unable to attend.", Said::No),
            ("I will not be there", Said::No),
            ("I cannot come that day as I am in court.", Said::No),
            ("Yes, but I may be ten minutes late", Said::Unclear),
            ("Hopefully I can make it, it depends on the trains", Said::Unclear),
            ("Yes, I should be able to. I'll be there if the cover holds.", Said::Unclear),
            ("What should I wear?", Said::Unclear),
            ("Thank you for your letter.", Said::Unclear),
            ("", Said::Unclear),
        ] {
            assert_eq!(read(said), meant, "{said}");
        }
        assert!(withdraws("I would like to withdraw my application."));
        assert!(!withdraws("Yes, I'll be there"));
        assert!(asks("Running late?") && asks("I may be late") && !asks("Many thanks, Priya"));
    }
}
