//! The words of an answer about who came, with those that have a meaning marked.

use crate::domain::names;

/// What some words mean for those named beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    All,
    Nobody,
    /// Those named after it did not come: `except`, `apart from`.
    Except,
    /// `but`: an exception after "all", otherwise only a conjunction.
    But,
    /// `absent`, `apologies`: before a list or after one.
    Absent,
    /// `did not come`: after a list.
    DidNotCome,
    /// `present`: before a list or after one.
    Present,
    /// `came`: after a list.
    Came,
    /// `was late`: they came, and it is only a remark about them.
    Remark,
    /// `too`, `also came`: someone who had not been expected, or whom an earlier answer left out.
    Also,
    /// What makes a plain answer unclear: `most`, `I think`.
    Doubt,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Mark(Mark),
    /// Folded, and as it was written.
    Word(String, String),
    /// `,` `and` `&`; strong where both stand together.
    Comma {
        strong: bool,
    },
    Colon,
}

use Mark::{Absent, Also, But, Came, DidNotCome, Doubt, Except, Nobody, Present, Remark};

/// Phrases with a meaning; the longest that fits is taken. `None` has none, and is passed over.
const PHRASES: &[(&str, Option<Mark>)] = &[
    ("all", Some(Mark::All)),
    ("all of them", Some(Mark::All)),
    ("all of us", Some(Mark::All)),
    ("all of the above", Some(Mark::All)),
    ("everyone", Some(Mark::All)),
    ("every one", Some(Mark::All)),
    ("everybody", Some(Mark::All)),
    ("full house", Some(Mark::All)),
    ("full attendance", Some(Mark::All)),
    ("full turnout", Some(Mark::All)),
    ("the lot", Some(Mark::All)),
    ("no absences", Some(Mark::All)),
    ("no absentees", Some(Mark::All)),
    ("no apologies", Some(Mark::All)),
    ("no no shows", Some(Mark::All)),
    ("nobody was absent", Some(Mark::All)),
    ("nobody was missing", Some(Mark::All)),
    ("no one was absent", Some(Mark::All)),
    ("no one was missing", Some(Mark::All)),
    ("no one missing", Some(Mark::All)),
    ("nobody missing", Some(Mark::All)),
    ("nobody absent", Some(Mark::All)),
    ("none missing", Some(Mark::All)),
    ("none absent", Some(Mark::All)),
    ("nobody", Some(Nobody)),
    ("no one", Some(Nobody)),
    ("noone", Some(Nobody)),
    ("none", Some(Nobody)),
    ("none of them", Some(Nobody)),
    ("except", Some(Except)),
    ("except for", Some(Except)),
    ("excepting", Some(Except)),
    ("excluding", Some(Except)),
    ("apart from", Some(Except)),
    ("aside from", Some(Except)),
    ("other than", Some(Except)),
    ("with the exception of", Some(Except)),
    ("with the exceptions of", Some(Except)),
    ("bar", Some(But)),
    ("minus", Some(But)),
    ("without", Some(But)),
    ("save for", Some(Except)),
    ("but for", Some(Except)),
    ("but not", Some(Except)),
    ("not", Some(Except)),
    ("not including", Some(Except)),
    ("but", Some(But)),
    ("absent", Some(Absent)),
    ("absences", Some(Absent)),
    ("absentees", Some(Absent)),
    ("missing", Some(Absent)),
    ("apologies", Some(Absent)),
    ("apologies from", Some(Absent)),
    ("apologies were received from", Some(Absent)),
    ("apologies received from", Some(Absent)),
    ("no show", Some(Absent)),
    ("no shows", Some(Absent)),
    ("not present", Some(Absent)),
    ("not there", Some(Absent)),
    ("not here", Some(Absent)),
    ("did not attend", Some(DidNotCome)),
    ("did not come", Some(DidNotCome)),
    ("did not come after all", Some(DidNotCome)),
    ("did not make it", Some(DidNotCome)),
    ("did not turn up", Some(DidNotCome)),
    ("did not show", Some(DidNotCome)),
    ("did not show up", Some(DidNotCome)),
    ("could not come", Some(DidNotCome)),
    ("could not attend", Some(DidNotCome)),
    ("could not make it", Some(DidNotCome)),
    ("was unable to attend", Some(DidNotCome)),
    ("were unable to attend", Some(DidNotCome)),
    ("unable to attend", Some(DidNotCome)),
    ("was absent", Some(DidNotCome)),
    ("were absent", Some(DidNotCome)),
    ("was missing", Some(DidNotCome)),
    ("were missing", Some(DidNotCome)),
    ("was away", Some(DidNotCome)),
    ("were away", Some(DidNotCome)),
    ("was ill", Some(DidNotCome)),
    ("was not there", Some(DidNotCome)),
    ("were not there", Some(DidNotCome)),
    ("was not there after all", Some(DidNotCome)),
    ("was not present", Some(DidNotCome)),
    ("were not present", Some(DidNotCome)),
    ("sent apologies", Some(DidNotCome)),
    ("sent his apologies", Some(DidNotCome)),
    ("sent her apologies", Some(DidNotCome)),
    ("sent their apologies", Some(DidNotCome)),
    ("gave apologies", Some(DidNotCome)),
    ("present", Some(Present)),
    ("in attendance", Some(Present)),
    ("attendees", Some(Present)),
    ("attending", Some(Present)),
    ("came", Some(Came)),
    ("did come", Some(Came)),
    ("attended", Some(Came)),
    ("were there", Some(Came)),
    ("was there", Some(Came)),
    ("were present", Some(Came)),
    ("was present", Some(Came)),
    ("were here", Some(Came)),
    ("was here", Some(Came)),
    ("turned up", Some(Came)),
    ("showed up", Some(Came)),
    ("made it", Some(Came)),
    ("took part", Some(Came)),
    ("joined us", Some(Came)),
    ("here", Some(Came)),
    ("was late", Some(Remark)),
    ("was a bit late", Some(Remark)),
    ("was a little late", Some(Remark)),
    ("were late", Some(Remark)),
    ("came late", Some(Remark)),
    ("arrived late", Some(Remark)),
    ("late", Some(Remark)),
    ("left early", Some(Remark)),
    ("had to leave early", Some(Remark)),
    ("too", Some(Also)),
    ("also", Some(Also)),
    ("also came", Some(Also)),
    ("also attended", Some(Also)),
    ("also joined us", Some(Also)),
    ("also turned up", Some(Also)),
    ("as well", Some(Also)),
    ("came too", Some(Also)),
    ("came as well", Some(Also)),
    ("came along too", Some(Also)),
    ("came along as well", Some(Also)),
    ("attended too", Some(Also)),
    ("attended as well", Some(Also)),
    ("turned up too", Some(Also)),
    ("turned up as well", Some(Also)),
    ("joined us too", Some(Also)),
    ("joined us as well", Some(Also)),
    ("was there too", Some(Also)),
    ("were there too", Some(Also)),
    ("was there as well", Some(Also)),
    ("were there as well", Some(Also)),
    ("was also there", Some(Also)),
    ("were also there", Some(Also)),
    ("was also present", Some(Also)),
    ("were also present", Some(Also)),
    ("came after all", Some(Also)),
    ("did come after all", Some(Also)),
    ("was there after all", Some(Also)),
    ("were there after all", Some(Also)),
    ("in addition", Some(Also)),
    ("plus", Some(Also)),
    ("not all", Some(Doubt)),
    ("not everyone", Some(Doubt)),
    ("not everybody", Some(Doubt)),
    ("nearly all", Some(Doubt)),
    ("nearly everyone", Some(Doubt)),
    ("nearly everybody", Some(Doubt)),
    ("almost all", Some(Doubt)),
    ("almost everyone", Some(Doubt)),
    ("almost everybody", Some(Doubt)),
    ("most", Some(Doubt)),
    ("mostly", Some(Doubt)),
    ("half", Some(Doubt)),
    ("some", Some(Doubt)),
    ("a few", Some(Doubt)),
    ("few", Some(Doubt)),
    ("several", Some(Doubt)),
    ("many", Some(Doubt)),
    ("a couple", Some(Doubt)),
    ("i think", Some(Doubt)),
    ("i believe", Some(Doubt)),
    ("as far as i know", Some(Doubt)),
    ("as far as i remember", Some(Doubt)),
    ("if i remember rightly", Some(Doubt)),
    ("not sure", Some(Doubt)),
    ("unsure", Some(Doubt)),
    ("maybe", Some(Doubt)),
    ("perhaps", Some(Doubt)),
    ("possibly", Some(Doubt)),
    ("probably", Some(Doubt)),
    ("about", Some(Doubt)),
    ("roughly", Some(Doubt)),
    ("around", Some(Doubt)),
    // "All" that says nothing of who came.
    ("all the best", None),
    ("all my best", None),
    ("thanks all", None),
    ("thank you all", None),
    ("many thanks", None),
    ("hi all", None),
    ("hello all", None),
    ("dear all", None),
    ("morning all", None),
    ("to all", None),
    ("that is all", None),
    ("all went well", None),
    ("all well", None),
    ("all good", None),
    ("all fine", None),
    ("first of all", None),
    ("all in all", None),
    ("at all", None),
];

/// Words that may stand beside those of a meaning, and change nothing.
const FILLERS: [&str; 67] = [
    "the",
    "a",
    "of",
    "them",
    "us",
    "who",
    "that",
    "people",
    "yes",
    "yep",
    "yeah",
    "hi",
    "hello",
    "thanks",
    "thank",
    "you",
    "please",
    "only",
    "just",
    "was",
    "were",
    "is",
    "are",
    "have",
    "has",
    "had",
    "been",
    "did",
    "it",
    "we",
    "on",
    "list",
    "in",
    "end",
    "answer",
    "to",
    "from",
    "there",
    "with",
    "my",
    "your",
    "our",
    "sorry",
    "actually",
    "correction",
    "then",
    "by",
    "way",
    "this",
    "time",
    "lovely",
    "great",
    "good",
    "delighted",
    "pleased",
    "report",
    "say",
    "so",
    "following",
    "expected",
    "invited",
    "very",
    "at",
    "meeting",
    "those",
    "out",
    "both",
];

pub fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// One sentence in tokens.
pub fn of(sentence: &str) -> Vec<Token> {
    let mut words: Vec<Token> = vec![];
    for raw in spaced(sentence).split_whitespace() {
        match raw {
            "," | "&" | "+" | "/" | "•" | "|" => push_comma(&mut words),
            ":" | "=" => words.push(Token::Colon),
            "–" | "-" | "—" | "*" => {}
            _ if raw.eq_ignore_ascii_case("and") => push_comma(&mut words),
            _ => {
                let bare = raw.trim_matches(['.', '"', '“', '”', '#', '’', '\'']).to_lowercase();
                // `5-9` stays as it is, and so does what comes before its stop in `3.`.
                let has_digits = bare.contains(|c: char| c.is_ascii_digit());
                let folded = if has_digits { bare } else { short_forms(&names::folded(raw).concat()) };
                for word in folded.split(' ').filter(|word| !word.is_empty()) {
                    words.push(Token::Word(
                        word.to_owned(),
                        raw.trim_matches(['.', '"', '“', '”', '(', ')']).to_owned(),
                    ));
                }
            }
        }
    }
    marked(words)
}

/// A comma and an `and` make one strong separator.
fn push_comma(words: &mut Vec<Token>) {
    match words.last_mut() {
        Some(Token::Comma { strong }) => *strong = true,
        Some(_) => words.push(Token::Comma { strong: false }),
        None => {}
    }
}

/// Blanks around what separates; what stands in brackets is a remark.
fn spaced(sentence: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for c in sentence.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ',' | '&' | '+' | '/' | ':' | '=' | '•' | '|' | '—' | '*' => out.push_str(&format!(" {c} ")),
            _ => out.push(c),
        }
    }
    out
}

/// `didn't` and `couldn't`, whose apostrophes are gone.
fn short_forms(word: &str) -> String {
    match word {
        "didnt" => "did not",
        "couldnt" => "could not",
        "wasnt" => "was not",
        "werent" => "were not",
        "thats" => "that is",
        "noshow" => "no show",
        "noshows" => "no shows",
        other => return other.to_owned(),
    }
    .to_owned()
}

fn marked(words: Vec<Token>) -> Vec<Token> {
    let mut out = vec![];
    let mut at = 0;
    while let Some(token) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        match longest(rest) {
            Some((length, mark)) => {
                out.extend(mark.map(Token::Mark));
                at += length;
            }
            None => {
                out.push(token.clone());
                at += 1;
            }
        }
    }
    out
}

fn longest(rest: &[Token]) -> Option<(usize, Option<Mark>)> {
    PHRASES
        .iter()
        .filter_map(|(phrase, mark)| {
            let wanted: Vec<&str> = phrase.split(' ').collect();
            let there = rest.get(..wanted.len())?;
            let fits = there
                .iter()
                .zip(&wanted)
                .all(|(token, word)| matches!(token, Token::Word(folded, _) if folded == word));
            fits.then_some((wanted.len(), *mark))
        })
        .max_by_key(|(length, _)| *length)
}

/// The sentences of an answer, and whether each asks something.
pub fn sentences(text: &str) -> Vec<(String, bool)> {
    let mut out = vec![];
    let mut current = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends_word = chars.peek().is_none_or(|next| next.is_whitespace());
        let ends = match c {
            '\n' | ';' | '!' | '?' => true,
            '.' => ends_word && !is_short(&current),
            _ => false,
        };
        if ends {
            out.push((std::mem::take(&mut current), c == '?'));
        } else {
            current.push(c);
        }
    }
    out.push((current, false));
    out.retain(|(sentence, asks)| *asks || !sentence.trim().is_empty());
    out
}

/// `no.`, `Mrs.`, `P.`: the stop is part of the word. So is that of `3.` at the beginning of a line.
fn is_short(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
    let alone = before.trim() == word && word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    alone || initial || ["no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "revd", "rev"].contains(&word.as_str())
}

/// Numbers written as words are how many, not which.
pub fn is_count(word: &str) -> bool {
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
        "twenty",
    ]
    .contains(&word)
}

/// `3`, or `5-9` as its first and last.
pub fn range(word: &str) -> Option<(&str, &str)> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match word.split_once(['-', '–', '—']) {
        Some((first, last)) => (digits(first) && digits(last)).then_some((first, last)),
        None => digits(word).then_some((word, word)),
    }
}
