//! What people write to the invitation to a meeting. Yes, no and perhaps are noted; a question, a wish, or words that say
//! two things at once go to a person.

use super::{ANOTHER, NO, YES, folded, holds};
use crate::domain::meeting::Attendance;

/// What a reply comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// `None` where it cannot be told.
    pub answer: Option<Attendance>,
    /// There is something in it that somebody has to answer.
    pub asks: bool,
    /// Nothing but thanks.
    pub courtesy: bool,
}

/// Words that look like a no, a wish or a doubt and are none. They are taken out before anything is looked for.
const HARMLESS: [&str; 44] = [
    "can't wait",
    "cannot wait",
    "cant wait",
    "no problem",
    "no problems",
    "not a problem",
    "no worries",
    "don't worry",
    "no need to reply",
    "no need",
    "no dietary requirements",
    "no special requirements",
    "no access requirements",
    "apologies for the",
    "apologies for my",
    "apologies for not",
    "apologies for being",
    "apologies for",
    "apologies about the",
    "apologise for the",
    "apologise for not",
    "sorry for the",
    "sorry for not",
    "sorry about the",
    "sorry i did not reply",
    "sorry i didn't reply",
    "late reply",
    "late response",
    "late answer",
    "replying so late",
    "replying late",
    "so late",
    "won't be late",
    "will not be late",
    "hope you are well",
    "hope you're well",
    "hope this finds you well",
    "hope all is well",
    "hope that you are well",
    "hope you are keeping well",
    "hope you had",
    "if you need anything",
    "let me know if",
    "wouldn't have",
];

/// Leaving early is coming; so is coming late, however late: see [`without_lateness`].
const LEAVING: [&str; 6] =
    ["need to leave", "have to leave", "must leave", "leave early", "leave a bit early", "leaving early"];

/// How far before `late` its verb may stand: “be a good ten minutes late”.
const REACH: usize = 6;

const YES_TOO: [&str; 26] = [
    "will be there",
    "shall be there",
    "count me in",
    "put me down",
    "sign me up",
    "i'll come",
    "i will come",
    "i can come",
    "i'm coming",
    "i am coming",
    "i am able to come",
    "able to come",
    "happy to come",
    "pleased to come",
    "will attend",
    "am attending",
    "i'm attending",
    "will join",
    "looking forward to it",
    "looking forward to seeing",
    "look forward to it",
    "look forward to seeing",
    "wouldn't miss",
    "would not miss",
    "be delighted to",
    "love to come",
];

/// A yes so plain that a no beside it makes the whole unclear.
const PLAIN_YES: [&str; 9] = [
    "i'll be there",
    "i will be there",
    "i shall be there",
    "i'll attend",
    "i will attend",
    "count me in",
    "i'll come",
    "i will come",
    "put me down",
];

const FIRST_WORDS: [&str; 14] = [
    "yes",
    "yep",
    "yeah",
    "accepted",
    "confirmed",
    "confirming",
    "perfect",
    "great",
    "lovely",
    "absolutely",
    "definitely",
    "certainly",
    "coming",
    "attending",
];

const NO_TOO: [&str; 24] = [
    "my apologies",
    "apologies from",
    "apologies on this occasion",
    "send apologies",
    "sends apologies",
    "sending apologies",
    "sending my",
    "give apologies",
    "note apologies",
    "with apologies",
    "apologies i",
    "offer apologies",
    "count me out",
    "not coming",
    "not attending",
    "can't come",
    "not this time",
    "i'll miss",
    "i will miss",
    "sorry to miss",
    "have to miss",
    "going to miss",
    "will be missing",
    "not make it",
];

const PERHAPS: [&str; 26] = [
    "will try",
    "i'll try",
    "shall try",
    "try to",
    "try my best",
    "do my best",
    "hope to",
    "hoping to",
    "hopefully",
    "i hope",
    "should be able",
    "should be there",
    "may be able",
    "might",
    "maybe",
    "may well",
    "perhaps",
    "possibly",
    "probably",
    "tentative",
    "tentatively",
    "provisionally",
    "depends",
    "depending",
    "if i can",
    "fingers crossed",
];

/// A doubt that turns a no into a perhaps.
const UNSURE: [&str; 12] = [
    "not sure",
    "unsure",
    "might not",
    "may not",
    "don't know yet",
    "do not know yet",
    "don't yet know",
    "can't say yet",
    "cannot say yet",
    "can't confirm yet",
    "cannot confirm yet",
    "not certain",
];

/// Something that somebody has to answer, or to see to.
const WISHES: [&str; 32] = [
    "can i",
    "could i",
    "may i",
    "can you",
    "could you",
    "would you",
    "please send",
    "please could",
    "please can",
    "please would",
    "please let",
    "please advise",
    "bring",
    "colleague",
    "on my behalf",
    "in my place",
    "in my stead",
    "parking",
    "dietary",
    "vegetarian",
    "vegan",
    "halal",
    "kosher",
    "gluten",
    "allergy",
    "allergic",
    "wheelchair",
    "step-free",
    "hearing loop",
    "i need",
    "i require",
    "agenda",
];

/// More than a meeting: who writes so means to leave.
const BEYOND: [&str; 12] = [
    "withdraw",
    "withdrawing",
    "withdrawal",
    "resign",
    "resigning",
    "resignation",
    "step down",
    "stepping down",
    "no longer an sle",
    "unsubscribe",
    "leave the network",
    "retiring",
];

/// A reply longer than this says more than whether somebody comes.
const LONG: usize = 70;

pub fn read(reply: &str) -> Heard {
    let mut text = folded(reply);
    for words in HARMLESS {
        text = text.replace(&format!(" {words} "), " ");
    }
    let (on_time, comes_late) = without_lateness(&text);
    let late = comes_late || holds(&on_time, &LEAVING);
    text = on_time;
    for words in LEAVING {
        text = text.replace(&format!(" {words} "), " ");
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.first().copied().unwrap_or("");
    let another = holds(&text, &ANOTHER);
    // Whoever apologises for coming late comes.
    let apologises = holds(&text, &NO_TOO) || text.trim() == "apologies";
    let no = holds(&text, &NO) || (apologises && !late) || first == "no";
    let yes = holds(&text, &YES)
        || holds(&text, &YES_TOO)
        || (FIRST_WORDS.contains(&first) && words.len() <= LONG)
        || matches!(text.trim(), "i'm in" | "in" | "ok" | "will do");
    let unsure = holds(&text, &UNSURE);
    let perhaps = unsure || holds(&text, &PERHAPS);
    let beyond = holds(&text, &BEYOND);
    let answer = match () {
        () if beyond => None,
        // Two things at once.
        () if no && holds(&text, &PLAIN_YES) => None,
        () if unsure => Some(Attendance::Perhaps),
        () if no => Some(Attendance::Declined),
        () if perhaps || (another && !yes) => Some(Attendance::Perhaps),
        () if yes || late => Some(Attendance::Accepted),
        () => None,
    };
    let thanks = words.iter().any(|word| matches!(*word, "thanks" | "thank" | "noted" | "cheers" | "received"));
    let asks = reply.contains('?')
        || another
        || beyond
        || holds(&text, &WISHES)
        || words.len() > LONG
        || (answer == Some(Attendance::Accepted) && !late && text.contains(" but "));
    Heard { answer, asks, courtesy: answer.is_none() && !asks && thanks && words.len() <= 12 }
}

/// Takes `might be ten minutes late` out, whose `might` is no doubt about coming, and says whether it was there.
fn without_lateness(text: &str) -> (String, bool) {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut found = false;
    while let Some(late) = words.iter().position(|word| *word == "late") {
        let from = late.saturating_sub(REACH);
        let verb = words.iter().enumerate().take(late).skip(from).rfind(|(_, word)| {
            matches!(**word, "be" | "run" | "running" | "arrive" | "arriving" | "get" | "come" | "coming")
        });
        let Some((verb, _)) = verb else { break };
        let helps = |word: &&str| matches!(*word, "might" | "may" | "could" | "will" | "i'll" | "to" | "probably");
        let begins = verb.saturating_sub(words.iter().take(verb).rev().take_while(|word| helps(word)).count());
        words.drain(begins..=late);
        found = true;
    }
    (format!(" {} ", words.join(" ")), found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_to_a_meeting() {
        let (yes, no, perhaps) = (Some(Attendance::Accepted), Some(Attendance::Declined), Some(Attendance::Perhaps));
        for (said, answer, asks) in [
            ("I'll be there", yes, false),
            ("I will be there. Looking forward to it!\nPriya", yes, false),
            ("Count me in", yes, false),
            ("Yes please", yes, false),
            ("Can’t wait! See you all then.", yes, false),
            ("Apologies for the late reply, I'll be there.", yes, false),
            ("No problem, see you there", yes, false),
            ("Wouldn't miss it", yes, false),
            ("I'm in", yes, false),
            ("Will be there, thanks for organising", yes, false),
            ("I might be late", yes, false),
            ("I'll be there but might be ten minutes late", yes, false),
            ("Apologies, I will probably be a good half hour late but I'll be there.", yes, false),
            ("Apologies, I might be late.", yes, false),
            ("My apologies: I'll be late home that day and can't come.", no, false),
            ("Is it too late to say yes?", None, true),
            ("Yes, but I have to leave at half past four", yes, false),
            ("Hope you are well. I will attend.", yes, false),
            ("Sorry, can't make it", no, false),
            ("Apologies from me", no, false),
            ("Apologies", no, false),
            ("Please accept my apologies, I am on a residential that week.", no, false),
            ("Sorry to miss this one, hopefully next time.", no, false),
            ("No, sorry.", no, false),
            ("I won't be able to attend, I'm afraid", no, false),
            ("Unfortunately I am unable to come.", no, false),
            ("Count me out I'm afraid", no, false),
            ("I'd love to come but I can't", no, false),
            ("I can't come, my cover has fallen through", no, false),
            ("Can't make this one but see you at the next", no, false),
            ("I will try to be there", perhaps, false),
            ("will try", perhaps, false),
            ("Hopefully, it depends on cover", perhaps, false),
            ("I'm not sure I can make it yet", perhaps, false),
            ("I might not be able to come", perhaps, false),
            ("Yes, but is there parking?", yes, true),
            ("Yes! Can I bring a colleague?", yes, true),
            ("I'll be there. I am vegetarian.", yes, true),
            ("Sorry I can't. Could you send me the minutes?", no, true),
            ("Can't make the 6th, could we do the 13th instead?", no, true),
            ("Could we do Thursday instead?", perhaps, true),
            ("I can't be there for all of it. I'll come for the first half.", None, false),
            ("I would like to withdraw from the network", None, true),
            ("I wish to resign as an SLE, I can't come.", None, true),
            ("Where is it?", None, true),
            ("", None, false),
            ("The boiler man comes on Tuesday.", None, false),
        ] {
            let heard = read(said);
            assert_eq!((heard.answer, heard.asks), (answer, asks), "{said}");
            assert!(!heard.courtesy, "{said}");
        }
        for thanks in ["Thanks for the reminder!", "Thank you, noted.", "Many thanks\nTom"] {
            assert_eq!(read(thanks), Heard { answer: None, asks: false, courtesy: true }, "{thanks}");
        }
    }
}
