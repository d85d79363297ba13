//! A line of mail as words, numbers and marks, each with its place in the text.

use super::words::{folded, month, weekday};
use jiff::civil::Weekday;

/// What one piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Mark(char),
}

#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    /// Lower case, with one kind of apostrophe; the digits of a number.
    pub text: String,
    pub start: usize,
    pub end: usize,
    /// Nothing stands between this and the piece before.
    pub glued: bool,
    /// Begins with a capital letter.
    pub capital: bool,
    /// All capitals.
    pub shouted: bool,
    /// The weekday or the month that it names.
    weekday: Option<(Weekday, bool)>,
    month: Option<i8>,
    /// As the words of schools' names are compared.
    folded: String,
}

impl Token {
    /// As the words of schools' names are compared.
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

/// The pieces of a text. Asking beyond either end gives nothing, so that a grammar may look around freely.
#[derive(Debug)]
pub struct Tokens {
    list: Vec<Token>,
}

impl Tokens {
    pub fn of(text: &str) -> Self {
        let mut list: Vec<Token> = Vec::new();
        let mut chars = text.char_indices().peekable();
        let mut last_end = None;
        while let Some((start, first)) = chars.next() {
            let first = plain(first);
            if first.is_whitespace() && first != '\n' && first != '\t' {
                continue;
            }
            let (kind, wanted): (Kind, fn(char) -> bool) = if first.is_ascii_digit() {
                (Kind::Number, |c| c.is_ascii_digit())
            } else if first.is_alphabetic()
                && last_end == Some(start)
                && list.last().is_some_and(|token| token.kind == Kind::Number)
            {
                // "2hrs30"
                (Kind::Word, |c| c.is_alphabetic() || c == '\'')
            } else if first.is_alphabetic() {
                (Kind::Word, |c| c.is_alphanumeric() || c == '\'')
            } else {
                (Kind::Mark(first), |_| false)
            };
            let mut said = String::from(first);
            let mut end = start + first_len(text, start);
            while let Some((at, c)) = chars.peek().copied().map(|(at, c)| (at, plain(c)))
                && wanted(c)
            {
                said.push(c);
                end = at + first_len(text, at);
                chars.next();
            }
            // `a.m.`, `p.m.`, `w.b.`: two single letters with dots are one word.
            if kind == Kind::Word && said.chars().count() == 1 {
                let mut ahead = chars.clone();
                if let (Some((_, '.')), Some((at, second))) = (ahead.next(), ahead.next())
                    && matches!(
                        (first.to_ascii_lowercase(), second.to_ascii_lowercase()),
                        ('a' | 'p', 'm') | ('w', 'b' | 'c')
                    )
                    && ahead.peek().is_none_or(|(_, c)| !c.is_alphanumeric())
                {
                    said.push(second);
                    end = at + second.len_utf8();
                    chars = ahead;
                    if chars.peek().is_some_and(|(_, c)| *c == '.') {
                        end += 1;
                        chars.next();
                    }
                }
            }
            let shouted = kind == Kind::Word && said.chars().all(|c| !c.is_lowercase());
            let text = written_out(said.to_lowercase().trim_end_matches('\'')).to_owned();
            let is_word = kind == Kind::Word;
            list.push(Token {
                kind,
                weekday: if is_word { weekday(&text) } else { None },
                month: if is_word { month(&text) } else { None },
                folded: if is_word { folded(&text) } else { String::new() },
                capital: said.chars().next().is_some_and(char::is_uppercase),
                shouted,
                text,
                start,
                end,
                glued: last_end == Some(start),
            });
            last_end = Some(end);
        }
        Self { list }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The word at a place; nothing where a number or a mark stands.
    pub fn word(&self, at: usize) -> &str {
        self.get(at).filter(|token| token.kind == Kind::Word).map_or("", |token| token.text.as_str())
    }

    pub fn weekday(&self, at: usize) -> Option<(Weekday, bool)> {
        self.get(at)?.weekday
    }

    pub fn month(&self, at: usize) -> Option<i8> {
        self.get(at)?.month
    }

    pub fn folded(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| token.folded.as_str())
    }

    /// The word before a place.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Mark(c) => Some(c),
            Kind::Word | Kind::Number => None,
        }
    }

    pub fn mark_before(&self, at: usize) -> Option<char> {
        self.mark(at.checked_sub(1)?)
    }

    pub fn is_mark(&self, at: usize, wanted: char) -> bool {
        self.mark(at) == Some(wanted)
    }

    pub fn digits(&self, at: usize) -> Option<&str> {
        self.get(at).filter(|token| token.kind == Kind::Number).map(|token| token.text.as_str())
    }

    /// A number of at most four digits.
    pub fn number(&self, at: usize) -> Option<u32> {
        self.digits(at).filter(|digits| digits.len() <= 4)?.parse().ok()
    }

    pub fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }

    pub fn shouted(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.shouted)
    }

    /// Whether these words stand here, one after the other; a hyphen between them does not matter.
    pub fn phrase(&self, at: usize, words: &str) -> Option<usize> {
        let first = self.word(at);
        if first.is_empty() || !words.starts_with(first) {
            return None;
        }
        let mut next = at;
        for (i, word) in words.split(' ').enumerate() {
            if i > 0 && self.is_mark(next, '-') && self.glued(next) {
                next += 1;
            }
            if self.word(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The first of these phrases that stands here.
    pub fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|words| self.phrase(at, words))
    }

    /// Nothing but a break or the end stands here.
    pub fn stops(&self, at: usize) -> bool {
        self.get(at).is_none_or(|token| matches!(token.kind, Kind::Mark(_)))
    }
}

/// Words of which one slip is forgiven.
const SLIPPED: [&str; 3] = ["morning", "afternoon", "yesterday"];

/// What thumbs leave out.
fn written_out(word: &str) -> &str {
    match word {
        "nxt" => "next",
        "lst" => "last",
        "prev" => "previous",
        "tmrw" | "tmw" | "tomoz" | "tmorrow" | "tomorow" | "2moro" => "tomorrow",
        "yday" | "yest" | "ystrday" | "yesterdy" | "yestday" => "yesterday",
        "2day" | "tday" => "today",
        "hlf" | "haf" => "half",
        "fll" | "ful" => "full",
        "mornng" | "morn" => "morning",
        "aftn" | "aftnoon" | "afternon" => "afternoon",
        "cancld" | "cncld" | "cancelld" => "cancelled",
        // Who mourns does not work mornings, and several are told apart from one.
        "mourning" | "mornings" | "afternoons" => word,
        other if other.len() >= 6 => {
            SLIPPED.into_iter().find(|of| strsim::osa_distance(other, of) == 1).unwrap_or(other)
        }
        other => other,
    }
}

fn first_len(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// One character for the many that keyboards and word processors make of it.
fn plain(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
        '⁄' | '∕' => '/',
        '\r' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{202f}' | '\u{200b}' | '\u{feff}' => ' ',
        other => other,
    }
}
