//! What of a mail is the sender's own: the reader is given new words only, and does not rely on it.

use super::super::quotes::{Part, parts};
use super::atoms::atom;
use super::tokens::Tokens;

/// The text with blanks where something is quoted or signed, so that every word keeps its place.
pub fn words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let told = parts(&lines);
    // Beneath a closing formula a date of the calendar is no signature's.
    let logged = lines.iter().zip(&told).any(|(line, part)| *part == Part::Signature && names_a_date(line));
    let mut told = told.into_iter();
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let blank = match told.next() {
            Some(Part::Quoted) => true,
            Some(Part::Signature) => !logged,
            Some(Part::Reply) | None => false,
        };
        if blank {
            out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(line);
        }
    }
    in_english(out)
}

/// Welsh days of the week in English, at the same place: “Mawrth” alone is March, and “dydd Mawrth” a Tuesday.
fn in_english(text: String) -> String {
    const DAYS: [(&str, &str); 5] = [
        ("dydd llun", "Monday   "),
        ("dydd mawrth", "Tuesday    "),
        ("dydd mercher", "Wednesday   "),
        ("dydd iau", "Thursday"),
        ("dydd gwener", "Friday     "),
    ];
    let lower = text.to_ascii_lowercase();
    let mut out = text;
    for (welsh, english) in DAYS {
        let begins = |at: usize| !lower.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        for (at, _) in lower.match_indices(welsh).filter(|(at, _)| begins(*at)) {
            out.replace_range(at..at + welsh.len(), english);
        }
    }
    out
}

fn names_a_date(line: &str) -> bool {
    let tokens = Tokens::of(line);
    (0..tokens.len()).any(|at| atom(&tokens, at, 0).is_some_and(|(found, _)| found.day.is_some()))
}
