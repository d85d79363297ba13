//! Recognising a label, however it was retyped: `E-mail address *`, `Your email:`, `Head teacher’s e-mail`.

use super::definition::{Field, Kind};

/// How sure a match is. Higher wins where two labels claim one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Alike but for a slip or a few words.
    Alike,
    /// The line begins with the label and goes on with something else.
    Begins,
    /// The line is the label.
    Whole,
}

/// A line that is, or begins with, the label of a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    pub strength: Strength,
    /// Where in the line the rest begins; the line's length where there is no rest.
    pub rest: usize,
}

/// One way in which a field's label may be written.
#[derive(Debug, Clone)]
struct Key {
    words: Vec<String>,
    /// The words, each once, by their hash and in order: to be counted against those of a line.
    distinct: Vec<u64>,
    /// The words without fillers, in one string; empty for labels so long that single letters do not matter.
    meat: String,
    /// So short or common that only a whole line of it counts.
    whole_only: bool,
}

/// Every way in which one field's label may be written.
#[derive(Debug, Clone)]
pub struct Keys(Vec<Key>);

/// A word of a line, folded, with the place where it ends in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// Words of a line in lower case, without punctuation; apostrophes and hyphens join (`e-mail` is `email`).
pub fn words(line: &str) -> Vec<Word> {
    let mut out: Vec<Word> = vec![];
    let mut open = false;
    for (at, c) in line.char_indices() {
        if c.is_alphanumeric() {
            if !open {
                out.push(Word { text: String::new(), start: at, end: at });
                open = true;
            }
            if let Some(word) = out.last_mut() {
                word.text.extend(c.to_lowercase());
                word.end = at + c.len_utf8();
            }
        } else if !matches!(c, '\'' | '’' | '‘' | '`' | '\u{ad}') {
            // The hyphen of `e-mail` joins; that of `5-year` is as good as a blank.
            let joins = matches!(c, '-' | '‐' | '‑') && out.last().is_some_and(|word| word.text == "e");
            open = open && joins;
        }
    }
    join_head_teacher(out)
}

/// `head teacher` and `headteacher` are one word in every school's paper.
fn join_head_teacher(words: Vec<Word>) -> Vec<Word> {
    let mut out: Vec<Word> = vec![];
    for word in words {
        match out.last_mut() {
            Some(last) if last.text == "head" && word.text.starts_with("teacher") => {
                last.text.push_str(&word.text);
                last.end = word.end;
            }
            Some(_) | None => out.push(word),
        }
    }
    out
}

/// A line in its folded form: what two spellings of one label have in common.
pub fn folded(line: &str) -> String {
    words(line).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

impl Keys {
    pub fn of(field: &Field) -> Self {
        let mut keys: Vec<Key> = vec![];
        let mut add = |text: &str, whole_only: bool| {
            let words: Vec<String> = words(text).into_iter().map(|word| word.text).collect();
            if !words.is_empty() && !keys.iter().any(|key| key.words == words) {
                let meat =
                    if words.len() < MANY_WORDS { meat(words.iter().map(String::as_str)) } else { String::new() };
                let distinct = distinct(words.iter().map(String::as_str));
                keys.push(Key { words, distinct, meat, whole_only });
            }
        };
        add(&format!("{} {}", field.label, field.prompt), false);
        add(&field.label, false);
        for other in &field.also {
            add(other, false);
        }
        if words(&field.prompt).len() >= 4 && field.kind != Kind::Tick {
            add(&field.prompt, false);
        }
        if let Some(number) = question_number(&field.label) {
            add(&format!("Question {number}"), false);
            add(&format!("Q{number}"), false);
            add(&format!("Q {number}"), false);
            // A retyped form may keep the name of the question and lose its number.
            if let Some((_, name)) = field.label.split_once(':') {
                add(name, true);
            }
        }
        Self(keys)
    }

    /// Whether a line is, or begins with, this field's label.
    pub fn find(&self, line: &Line<'_>) -> Option<Match> {
        self.0
            .iter()
            .flat_map(|key| line.views().map(|view| key.find(line.text, view)))
            .flatten()
            .max_by(|a, b| a.strength.cmp(&b.strength).then(a.rest.cmp(&b.rest)))
    }

    /// Whether a control's name for people is this field's label.
    pub fn names(&self, alias: &str) -> bool {
        self.find(&Line::new(alias)).is_some_and(|found| found.strength == Strength::Whole)
    }
}

/// A line made ready to be compared with many labels.
pub struct Line<'a> {
    text: &'a str,
    words: Vec<Word>,
    distinct: Vec<u64>,
    meat: String,
    /// The same without a leading `1.`, `2b` or `(c)`, which retyped forms are fond of.
    numberless: Option<String>,
}

/// Words of a line, and their meat where the line is short enough to be a label with a slip in it.
struct View<'a> {
    words: &'a [Word],
    distinct: &'a [u64],
    meat: &'a str,
}

/// From so many words on, labels are compared by the words that they share; below, letter by letter.
const MANY_WORDS: usize = 5;
/// A short label with some words too many has fewer than this.
const SHORT_LINE: usize = MANY_WORDS + 6;
/// A label stands at the beginning of its line; of a longer line no more is looked at, in bytes.
const LONGEST_LABEL: usize = 700;

impl<'a> Line<'a> {
    pub fn new(text: &'a str) -> Self {
        let words = words(beginning(text));
        let meat_of = |words: &[Word]| {
            if words.len() < SHORT_LINE { meat(words.iter().map(|w| w.text.as_str())) } else { String::new() }
        };
        let meat = meat_of(&words);
        let numberless = words.split_first().filter(|(first, rest)| is_number(first) && !rest.is_empty());
        let numberless = numberless.map(|(_, rest)| meat_of(rest));
        let distinct = distinct(words.iter().map(|w| w.text.as_str()));
        Self { text, words, distinct, meat, numberless }
    }

    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    fn views(&self) -> impl Iterator<Item = View<'_>> {
        let whole = View { words: &self.words, distinct: &self.distinct, meat: &self.meat };
        let rest = self.words.get(1..).unwrap_or(&[]);
        let numberless = self.numberless.as_deref().map(|meat| View { words: rest, distinct: &self.distinct, meat });
        std::iter::once(whole).chain(numberless)
    }
}

fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u64> {
    use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let mut out: Vec<u64> = words.map(|word| hasher.hash_one(word)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_LABEL);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

fn meat<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.filter(|w| !FILLERS.contains(w)).collect::<Vec<_>>().join(" ")
}

/// `Question 3: …`, `Q3`.
fn question_number(label: &str) -> Option<String> {
    let words = words(label);
    let first = words.first()?;
    let number = match first.text.strip_prefix('q') {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => digits.to_owned(),
        Some(_) | None if first.text == "question" => words.get(1)?.text.clone(),
        Some(_) | None => return None,
    };
    number.bytes().all(|b| b.is_ascii_digit()).then_some(number)
}

/// `1`, `2b`, `c`: the number of a question, not a word of its label.
fn is_number(word: &Word) -> bool {
    word.text.len() <= 3
        && word.text.trim_start_matches(|c: char| c.is_ascii_digit()).len() <= 1
        && (word.text.starts_with(|c: char| c.is_ascii_digit()) || word.text.len() == 1)
}

/// Words that a label may carry besides its own.
const FILLERS: [&str; 14] = [
    "please",
    "the",
    "of",
    "a",
    "an",
    "your",
    "my",
    "required",
    "optional",
    "in",
    "full",
    "and",
    "complete",
    "applicants",
];

impl Key {
    fn find(&self, line: &str, view: View<'_>) -> Option<Match> {
        let count = self.words.len();
        let whole = Match { strength: Strength::Whole, rest: line.len() };
        let first = self.words.first().zip(view.words.first()).is_some_and(|(own, word)| *own == word.text);
        let begins = first
            && view.words.len() >= count
            && self.words.iter().zip(view.words).all(|(own, word)| *own == word.text);
        if begins && view.words.len() == count {
            return Some(whole);
        }
        // `Telephone (daytime)`: what stands in brackets at the end is no answer but a hint.
        if begins && line.contains('(') && !line.contains(':') {
            let mut bare = view.words.iter().filter(|word| !in_brackets(line, word)).map(|word| &word.text);
            if bare.by_ref().take(count).eq(self.words.iter()) && bare.next().is_none() {
                return Some(whole);
            }
        }
        if begins && !self.whole_only {
            let end = view.words.get(count - 1).map(|word| word.end)?;
            let next = view.words.get(count).map(|word| word.start)?;
            if separates(line.get(end..next)?) || count >= MANY_WORDS {
                return Some(Match { strength: Strength::Begins, rest: past_separator(line, end) });
            }
        }
        let alike = !self.whole_only && view.words.len() <= count + 6 && self.is_like(&view);
        alike.then_some(Match { strength: Strength::Alike, rest: line.len() })
    }

    fn is_like(&self, view: &View<'_>) -> bool {
        let count = self.words.len();
        if count >= MANY_WORDS {
            // Four fifths of all words shared is out of reach when one line is much shorter.
            if view.words.len() * 5 < count * 3 {
                return false;
            }
            let shared = self.distinct.iter().filter(|word| view.distinct.binary_search(word).is_ok()).count();
            return shared * 10 >= (self.distinct.len() + view.distinct.len()) * 4;
        }
        // `Full name` against `Name` is the same label; `Headteacher's name` against `Name` is not.
        let (own, theirs) = (self.meat.as_str(), view.meat);
        if own.is_empty() || theirs.is_empty() {
            return false;
        }
        // A slip changes a letter in eight; lines that differ more in length alone are not compared letter by letter.
        let near = own.len() >= 7 && own.len().abs_diff(theirs.len()) * 8 <= own.len().max(theirs.len());
        own == theirs || (near && slips(own, theirs) * 8 <= own.len().max(theirs.len()))
    }
}

/// Letters to change, add, leave out or swap to make one text of the other.
fn slips(a: &str, b: &str) -> usize {
    // Different first and last letters are more than a slip.
    if a.as_bytes().first() != b.as_bytes().first() && a.as_bytes().last() != b.as_bytes().last() {
        return usize::MAX / 8;
    }
    strsim::osa_distance(a, b)
}

fn in_brackets(line: &str, word: &Word) -> bool {
    let before = line.get(..word.start).unwrap_or("");
    before.matches('(').count() > before.matches(')').count()
}

/// What may stand between a label and its answer on one line.
fn separates(between: &str) -> bool {
    between.contains([':', '?', '\t', '=', '*', '|', '–', '—', '☐', '☒', '☑', '…', '_', '\n'])
        || between.contains("  ")
        || between.contains(" - ")
        || between.contains("..")
}

/// The place after a label's punctuation: colon, asterisk, dots to write on.
fn past_separator(line: &str, end: usize) -> usize {
    let tail = line.get(end..).unwrap_or("");
    let kept = tail.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '?' | '*' | '=' | '|' | '–' | '—' | '-' | '.' | '…' | '_' | ')')
    });
    line.len() - kept.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(label: &str, also: &[&str]) -> Keys {
        let also: Vec<String> = also.iter().map(|s| format!("{s:?}")).collect();
        let text = format!("id = \"x\"\nlabel = {label:?}\nkind = \"line\"\nalso = [{}]", also.join(", "));
        Keys::of(&toml::from_str(&text).unwrap())
    }

    fn rest<'a>(keys: &Keys, line: &'a str) -> Option<&'a str> {
        keys.find(&Line::new(line)).map(|found| line.get(found.rest..).unwrap())
    }

    #[test]
    fn a_label_is_known_in_many_spellings() {
        let email = keys("Your e-mail address", &["Email"]);
        for line in [
            "Your e-mail address",
            "YOUR EMAIL ADDRESS *",
            "Your e‑mail address:",
            "3. Your email address",
            "Email",
            "Your e-mail address (work)",
        ] {
            assert_eq!(rest(&email, line), Some(""), "{line}");
        }
        assert_eq!(rest(&email, "Email: p.nair@hazelbank.example"), Some("p.nair@hazelbank.example"));
        assert_eq!(rest(&email, "E-mail address - p.nair@hazelbank.example"), None);
        assert_eq!(rest(&email, "Headteacher's email"), None, "another person's");
    }

    #[test]
    fn a_sentence_that_begins_like_a_label_is_not_one() {
        let school = keys("Your school", &["School"]);
        assert_eq!(rest(&school, "School improvement was my aim from the start."), None);
        assert_eq!(rest(&school, "School: Hazelbank"), Some("Hazelbank"));
        assert_eq!(rest(&school, "School\tHazelbank"), Some("Hazelbank"));
    }

    #[test]
    fn slips_are_forgiven_but_not_another_meaning() {
        let head = keys("Headteacher's name", &["Name of headteacher"]);
        for line in ["Head teachers name", "Headteachers' name", "Name of the Head Teacher", "Headtecher's name"] {
            assert_eq!(rest(&head, line), Some(""), "{line}");
        }
        for line in ["Name", "Headteacher's e-mail address", "Headteacher's statement"] {
            assert_eq!(rest(&head, line), None, "{line}");
        }
    }
}
