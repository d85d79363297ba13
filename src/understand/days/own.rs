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
    out
}

fn names_a_date(line: &str) -> bool {
    let tokens = Tokens::of(line);
    (0..tokens.len()).any(|at| atom(&tokens, at, 0).is_some_and(|(found, _)| found.day.is_some()))
}
