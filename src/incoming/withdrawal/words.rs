//! Whether words say plainly that their writer withdraws. To take a wish for granted would end somebody's application, so
//! that every doubt — a negation, a question, a condition, another person, another thing — says no.

/// Longer mails have more to say than this.
const LONGEST: usize = 300;

/// Ways to say it, of which one must be there.
const WITHDRAW: [&str; 12] = [
    "withdraw",
    "withdrawing",
    "my withdrawal",
    "be withdrawn",
    "as withdrawn",
    "application withdrawn",
    "cancel my application",
    "retract my application",
    "remove my application",
    "pull out of",
    "pulling out of",
    "take back my application",
];

/// And ways that say it by what they do not wish.
const NOT_ON: [&str; 13] = [
    "no longer wish to",
    "no longer want to",
    "do not wish to",
    "dont wish to",
    "do not want to",
    "dont want to",
    "have decided not to",
    "ive decided not to",
    "decided not to",
    "will not be",
    "wont be",
    "decided against",
    "not be",
];
const GOING: [&str; 15] = [
    "proceed",
    "proceeding",
    "continue",
    "continuing",
    "go ahead",
    "going ahead",
    "go further",
    "go any further",
    "be considered",
    "pursue",
    "pursuing",
    "taking my application",
    "take my application",
    "take this further",
    "apply",
];

const DOUBTS: [&str; 30] = [
    "if",
    "whether",
    "might",
    "may",
    "perhaps",
    "possibly",
    "possible",
    "maybe",
    "considering",
    "thinking",
    "wondering",
    "wonder",
    "unless",
    "until",
    "unsure",
    "how",
    "when",
    "what happens",
    "option",
    "can i",
    "could i",
    "should i",
    "would i",
    "am i able",
    "allowed",
    "almost",
    "nearly",
    "thought about",
    "deadline to",
    "in case",
];

/// Somebody else's application, or something else than an application.
const OTHERS: [&str; 34] = [
    "he",
    "she",
    "his",
    "her",
    "they",
    "their",
    "them",
    "colleague",
    "reference",
    "referee",
    "support",
    "mailing",
    "newsletter",
    "list",
    "interview",
    "complaint",
    "consent",
    "question",
    "previous",
    "earlier",
    "old",
    "first form",
    "first version",
    "replace",
    "instead",
    "resubmit",
    "new version",
    "new form",
    "corrected",
    "appeal",
    "course",
    "deployment",
    "request",
    "money",
];

const NEGATIONS: [&str; 15] = [
    "not",
    "dont",
    "do nt",
    "never",
    "wont",
    "cannot",
    "cant",
    "no",
    "without",
    "rather than",
    "didnt",
    "wouldnt",
    "shouldnt",
    "nor",
    "neither",
];

const FIRST_PERSON: [&str; 7] = ["i", "im", "id", "ill", "ive", "my", "me"];

const APPLICATION: [&str; 14] = [
    "application",
    "applying",
    "apply",
    "candidacy",
    "candidature",
    "process",
    "round",
    "programme",
    "recruitment",
    "selection",
    "sle",
    "considered",
    "submission",
    "specialist leader",
];

/// Whether subject and new words together say plainly that the writer withdraws.
pub fn withdraws(subject: &str, reply: &str) -> bool {
    if reply.split_whitespace().count() > LONGEST {
        return false;
    }
    let subject = folded(subject);
    let sentences = sentences(reply);
    let speaking: Vec<&(String, bool)> = sentences.iter().filter(|(words, _)| speaks(words)).collect();
    if !speaking.is_empty() {
        return speaking.iter().all(|(words, asked)| is_plain(words, *asked, &subject));
    }
    // “Withdrawal of my application” above, and only thanks below.
    let titled = ["withdraw my application", "withdrawal of my application", "withdrawing my application"];
    let quiet = sentences.iter().all(|(words, asked)| !asked && !any(words, &DOUBTS) && !any(words, &NEGATIONS));
    // A reply to such a subject is an answer to what was written under it before.
    let fresh = !["re", "aw", "fw", "fwd"].iter().any(|mark| subject.trim_start().starts_with(&format!("{mark} ")));
    fresh && quiet && any(&subject, &titled) && !any(&subject, &NEGATIONS) && !any(&subject, &DOUBTS)
}

fn speaks(words: &str) -> bool {
    any(words, &["withdraw", "withdrawing", "withdrawal", "withdrawn", "withdrew"])
        || any(words, &WITHDRAW)
        || (any(words, &NOT_ON) && any(words, &GOING))
}

fn is_plain(words: &str, asked: bool, subject: &str) -> bool {
    let requests = ["could you please", "can you please", "would you please", "please could you", "please can you"];
    if any(words, &DOUBTS) || any(words, &OTHERS) || (asked && !any(words, &requests)) || !any(words, &FIRST_PERSON) {
        return false;
    }
    let about = any(words, &APPLICATION);
    if let Some(at) = WITHDRAW.iter().filter_map(|way| words.find(&format!(" {way} "))).min() {
        let (before, after) = words.split_at(at);
        // “I am not well, so I withdraw”: what comes before the conclusion is the reason.
        let conclusion = [" so ", " therefore ", " hence "].iter().find_map(|so| before.rsplit_once(so));
        let before = format!(" {} ", conclusion.map_or(before, |(_, last)| last));
        // “I withdraw”, “I would like to withdraw at this time, with regret”: the thing may go without saying.
        let bare = after.split_whitespace().count() <= 6;
        return !any(&before, &NEGATIONS) && (about || bare || any(subject, &APPLICATION));
    }
    any(words, &NOT_ON) && any(words, &GOING) && (about || any(subject, &["withdrawal", "withdrawing", "withdraw"]))
}

fn any(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.contains(&format!(" {phrase} ")))
}

/// Sentences, folded, and whether each asks something.
fn sentences(text: &str) -> Vec<(String, bool)> {
    let mut out = vec![];
    for paragraph in text.replace("\r\n", "\n").split("\n\n") {
        for sentence in paragraph.split_inclusive(['.', '!', '?', ';']) {
            let words = folded(sentence);
            if !words.trim().is_empty() {
                out.push((words, sentence.ends_with('?')));
            }
        }
    }
    out
}

/// Lower case, single blanks around each word, apostrophes gone.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace(['\'', '’', '‘', '`'], "");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::withdraws;

    #[test]
    fn plain_words_are_understood() {
        for said in [
            "I would like to withdraw my application.",
            "Dear Ruth,\n\nUnfortunately I have to withdraw my SLE application, as I am changing schools.\n\nTom",
            "With regret I am withdrawing from the process.",
            "Please withdraw my application SLE-2027-0002. Many thanks",
            "Could you please withdraw my application?",
            "I’m sorry, I need to withdraw.",
            "I am not able to take part any more, so I'd like to withdraw my application.",
            "I no longer wish to proceed with my application.",
            "I have decided not to continue with the SLE application this year.",
            "Please treat my application as withdrawn.",
            "Please cancel my application to become an SLE.",
            "I'm afraid I won't be going ahead with my application.",
            "I wish my application to be withdrawn with immediate effect.",
        ] {
            assert!(withdraws("My application", said), "{said}");
        }
        assert!(withdraws("Withdrawal of my application", "Please see above. Thank you, Tom"));
    }

    #[test]
    fn whatever_could_be_meant_otherwise_is_not() {
        for said in [
            "I do not wish to withdraw my application.",
            "I don’t want to withdraw.",
            "Can I withdraw later?",
            "Could I withdraw my application after the interview?",
            "If I am not invited I would like to withdraw my application.",
            "I may have to withdraw my application.",
            "I am thinking of withdrawing my application.",
            "I never said that I withdraw my application.",
            "Please withdraw my name from the mailing list.",
            "I would like to withdraw my complaint.",
            "My colleague Tom would like to withdraw his application.",
            "Please withdraw my previous form and use the attached one instead.",
            "I would like to withdraw my application. No, wait: I do not withdraw it.",
            "I withdraw my support for this application.",
            "Has my application been withdrawn?",
            "I no longer wish to withdraw my application.",
            "I cannot withdraw my application on the website.",
            "I would rather not withdraw my application.",
            "Is it possible to withdraw my application?",
            "Until when can I withdraw my application?",
            "I look forward to the interview.",
            "I do not want to miss the deadline to apply.",
            "I would like to withdraw from the interview on Monday only.",
            "",
        ] {
            assert!(!withdraws("My application", said), "{said}");
        }
        assert!(!withdraws("Re: Withdrawal of my application", "No, please keep it. Thank you, Tom"));
        assert!(!withdraws("Withdrawal of my application", "Is that possible?"));
    }
}
