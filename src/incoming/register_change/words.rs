//! Which change a designated person writes of. A person reads every one of them before anything happens, so that it is
//! enough for the words to be there; what matters is that none is missed and that ordinary mail is left alone.

use crate::domain::EmailAddress;
use crate::domain::civil;
use jiff::civil::Date;

/// Something that would change an entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Resign { on: Option<String> },
    Move { school: Option<String> },
    Pause,
    Return,
    Address { email: Option<EmailAddress> },
}

impl Wish {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Resign { .. } => "resign",
            Self::Move { .. } => "moved",
            Self::Pause => "pause",
            Self::Return => "resume",
            Self::Address { .. } => "address",
        }
    }

    /// `resign on 31 August 2027`.
    pub fn in_words(&self) -> String {
        match self {
            Self::Resign { on: Some(on) } => format!("resign on {on}"),
            Self::Resign { on: None } => "resign".to_owned(),
            Self::Move { school: Some(school) } => format!("have moved to {school}"),
            Self::Move { school: None } => "be at another school".to_owned(),
            Self::Pause => "be away for a while".to_owned(),
            Self::Return => "be back".to_owned(),
            Self::Address { email: Some(email) } => format!("have another address, {email}"),
            Self::Address { email: None } => "have another address".to_owned(),
        }
    }
}

/// Longer mails have more to say than this.
const LONGEST: usize = 400;

const RESIGN: [&str; 22] = [
    "resign",
    "resigning",
    "resignation",
    "step down",
    "stepping down",
    "stand down",
    "standing down",
    "give up my role",
    "give up the role",
    "giving up my role",
    "give up my designation",
    "giving up being",
    "no longer wish to be",
    "no longer want to be",
    "no longer be able to continue",
    "no longer able to continue",
    "cannot continue as",
    "can not continue as",
    "unable to continue as",
    "take me off the register",
    "i am retiring",
    "leaving the profession",
];
/// Where they work now: only where a school is named or spoken of.
const MOVE: [&str; 21] = [
    "moved to",
    "moving to",
    "move to",
    "changed schools",
    "changing schools",
    "changed school",
    "changing school",
    "new school",
    "new post",
    "new job",
    "new position",
    "now work at",
    "now working at",
    "now teaching at",
    "now teach at",
    "now based at",
    "starting at",
    "started at",
    "start at",
    "taken up a post",
    "am leaving",
];
const SCHOOL: [&str; 11] = [
    "school",
    "schools",
    "academy",
    "college",
    "primary",
    "secondary",
    "infant",
    "infants",
    "junior",
    "nursery",
    "ysgol",
];
const PAUSE: [&str; 19] = [
    "maternity",
    "paternity",
    "adoption leave",
    "parental leave",
    "sick leave",
    "long term sick",
    "signed off",
    "compassionate leave",
    "sabbatical",
    "secondment",
    "seconded",
    "career break",
    "take a break",
    "taking a break",
    "extended leave",
    "study leave",
    "on leave",
    "pause my",
    "step back for",
];
const RETURN: [&str; 12] = [
    "am back from",
    "back from maternity",
    "back from paternity",
    "back from sick",
    "back from leave",
    "returning from",
    "returned from",
    "return from",
    "back at work",
    "back in school",
    "available again",
    "ready to start again",
];
const ADDRESS: [&str; 8] = [
    "new email",
    "new e mail",
    "email address has changed",
    "e mail address has changed",
    "email has changed",
    "change of email",
    "my email is now",
    "my email address is now",
];

/// All changes that subject and new words speak of.
pub fn read(subject: &str, reply: &str) -> Vec<Wish> {
    if reply.split_whitespace().count() > LONGEST {
        return vec![];
    }
    let mut wishes: Vec<Wish> = vec![];
    let fresh = !subject.trim_start().to_lowercase().starts_with("re:");
    let subject = if fresh { subject } else { "" };
    for sentence in std::iter::once(subject).chain(sentences(reply)) {
        let words = folded(sentence);
        let back = any(&words, &RETURN);
        for (found, wish) in [
            (any(&words, &RESIGN), Wish::Resign { on: date_in(reply) }),
            (back, Wish::Return),
            (any(&words, &PAUSE) && !back, Wish::Pause),
            (any(&words, &ADDRESS), Wish::Address { email: address_in(reply) }),
            (any(&words, &MOVE) && any(&words, &SCHOOL), Wish::Move { school: school_in(sentence) }),
        ] {
            let known = wishes.iter_mut().find(|other| other.name() == wish.name());
            match known {
                _ if !found => {}
                None => wishes.push(wish),
                // A later sentence may name the school that the subject did not.
                Some(known @ Wish::Move { school: None }) => *known = wish,
                Some(_) => {}
            }
        }
    }
    wishes
}

fn any(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.contains(&format!(" {phrase} ")))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").flat_map(|paragraph| paragraph.split_inclusive(['!', '?', ';']).flat_map(full_stops))
}

/// Parted at full stops, but not at those of `St. Mary’s` or of an address.
fn full_stops(text: &str) -> Vec<&str> {
    let mut parts = vec![];
    let mut start = 0;
    for (at, _) in text.match_indices(". ").chain(text.match_indices(".\n")) {
        let before = text.get(start..at).unwrap_or_default();
        let title =
            before.ends_with(" St") || before.ends_with(" Mr") || before.ends_with(" Mrs") || before.ends_with(" Dr");
        if !title && at >= start {
            parts.push(text.get(start..=at).unwrap_or_default());
            start = at + 1;
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

/// Lower case, single blanks around each word, apostrophes gone.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace(['\'', '’', '‘', '`'], "");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// The name of a school after `to` or `at`: words that begin with a capital, and the small ones between them.
fn school_in(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let between = ["of", "and", "the", "for", "with", "&", "y", "yr", "in", "on", "upon", "le", "cum"];
    for (at, word) in words.iter().enumerate() {
        if !matches!(word.to_lowercase().as_str(), "to" | "at" | "joined" | "join") {
            continue;
        }
        let mut name: Vec<&str> = vec![];
        for word in words.iter().skip(at + 1) {
            let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
            let capital = bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
            if !capital && !(between.contains(&bare) && (!name.is_empty() || bare == "the")) {
                break;
            }
            // “in September” is no part of a school's name.
            if civil::read_month(bare).is_some() {
                break;
            }
            if !(name.is_empty() && bare == "the") {
                name.push(bare);
            }
            let title = matches!(bare, "St" | "St." | "Mr" | "Dr");
            if bare.len() < word.len() && !title {
                break;
            }
        }
        while name.last().is_some_and(|last| between.contains(last)) {
            name.pop();
        }
        let name = name.join(" ");
        if !name.is_empty() && any(&folded(&name), &SCHOOL) {
            return Some(name);
        }
    }
    None
}

/// The first date with its year, as commands take it.
fn date_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', '.', ';', '(', ')'])).collect();
    let three = words.windows(3).find_map(|three| civil::read_date(&three.join(" ")));
    let date: Option<Date> = three.or_else(|| words.iter().find_map(|word| civil::read_date(word)));
    date.map(civil::date_in_short)
}

fn address_in(text: &str) -> Option<EmailAddress> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | ','))
        .filter(|word| word.contains('@'))
        .find_map(|word| EmailAddress::parse(word.trim_end_matches(['.', ';', ':'])).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(subject: &str, reply: &str) -> Vec<&'static str> {
        read(subject, reply).iter().map(Wish::name).collect()
    }

    #[test]
    fn changes_are_recognised() {
        for (said, wanted) in [
            ("I am resigning as SLE, as I am leaving teaching.", vec!["resign"]),
            ("With regret I have to step down from my role as an SLE.", vec!["resign"]),
            ("I'm on maternity leave from 1 June 2027.", vec!["pause"]),
            ("I will be seconded to the local authority for a year.", vec!["pause"]),
            ("I am back from maternity leave and happy to help.", vec!["resume"]),
            ("From September I will have a new post at Oakfield School.", vec!["moved"]),
            ("My email address has changed. Please use p.nair@oakfield.example.", vec!["address"]),
            ("I have moved to Oakfield School. My email is now p.nair@oakfield.example", vec!["moved", "address"]),
        ] {
            assert_eq!(names("Hello", said), wanted, "{said}");
        }
    }

    #[test]
    fn ordinary_mail_is_left_alone() {
        for said in [
            "Thank you, I will be there on Tuesday.",
            "I visited Oakfield School on Monday and we moved to the second topic.",
            "The visit went well. I am leaving at noon.",
            "Could you send me the slides?",
            "",
        ] {
            let found = names("Re: Your pen portrait", said);
            assert!(found.is_empty() || found == ["moved"], "{said}: {found:?}");
        }
        assert!(names("Re: Resignation", "Thank you, all clear.").is_empty());
        assert_eq!(names("Resignation as SLE", "Please see the attached letter."), ["resign"]);
    }

    #[test]
    fn schools_dates_and_addresses_are_taken_as_they_stand() {
        let school = |said| match read("", said).first() {
            Some(Wish::Move { school }) => school.clone(),
            other => panic!("{said}: {other:?}"),
        };
        assert_eq!(school("I have moved to Oakfield School in September."), Some("Oakfield School".to_owned()));
        assert_eq!(
            school("I am moving to the St. Mary’s Church of England Primary School, as deputy head."),
            Some("St Mary’s Church of England Primary School".to_owned())
        );
        assert_eq!(school("I have a new job at another school."), None);
        assert_eq!(
            read("", "I resign with effect from 31 August 2027."),
            [Wish::Resign { on: Some("31 August 2027".to_owned()) }]
        );
    }
}
