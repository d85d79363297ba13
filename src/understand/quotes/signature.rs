//! Signatures: beneath `-- `, beneath a closing formula, and the line that a telephone adds.

use super::head::head_of_quotation;
use super::is_marked;
use super::words::{CLOSINGS, CONTACT, SENT_FROM};

/// Lines beneath a closing formula: a name, a post, a school, its address and numbers.
const MOST_BENEATH: usize = 10;
const LONGEST_BENEATH: usize = 80;
/// "Sent from my Samsung Galaxy smartphone on EE." More words are a sentence.
const MOST_WORDS_SENT_FROM: usize = 8;

/// How many lines from here on are a signature, if one begins here.
pub fn length(lines: &[&str], at: usize) -> Option<usize> {
    let line = lines.get(at)?.trim_end();
    if matches!(line, "--" | "—" | "__") {
        let marked = line == "--";
        return Some(reach(lines, at, |line| !marked && line.trim().is_empty()));
    }
    if is_sent_from(line) {
        // One line, perhaps two; what a person writes beneath a gap is writing.
        return Some(reach(lines, at, |line| line.trim().is_empty()));
    }
    closing(lines, at)
}

/// Lines until a quotation, the end, or what ends it.
fn reach(lines: &[&str], at: usize, ends: impl Fn(&str) -> bool) -> usize {
    let rest = lines.iter().enumerate().skip(at + 1);
    let mut inside =
        rest.take_while(|(i, line)| !is_marked(line) && head_of_quotation(lines, *i).is_none() && !ends(line));
    1 + inside.by_ref().count()
}

fn is_sent_from(line: &str) -> bool {
    let lower = line.trim().trim_start_matches(['-', '*', '<', '[', ' ']).to_lowercase();
    let words = lower.split(['<', '(']).next().unwrap_or("");
    SENT_FROM.iter().any(|start| lower.starts_with(start))
        && words.split_whitespace().count() <= MOST_WORDS_SENT_FROM
        // "Sent from my desk, which …" is a sentence.
        && !words.contains(',')
}

/// A closing formula and the few short lines beneath it. Whatever else stands there, a postscript or the fields of a
/// form, is writing: then nothing is left out.
fn closing(lines: &[&str], at: usize) -> Option<usize> {
    let formula = lines.get(at)?.trim().trim_end_matches([',', '.', '!', ' ']).to_lowercase();
    if !CLOSINGS.contains(&formula.as_str()) {
        return None;
    }
    let length = reach(lines, at, |line| line.trim_end() == "--" || is_sent_from(line));
    let beneath = || lines.iter().skip(at + 1).take(length - 1).map(|line| line.trim()).filter(|line| !line.is_empty());
    (beneath().count() <= MOST_BENEATH && beneath().all(fits_beneath)).then_some(length)
}

fn fits_beneath(line: &str) -> bool {
    let lower = line.to_lowercase();
    let postscript = ["ps", "p.s", "nb", "n.b"]
        .iter()
        .any(|start| lower.strip_prefix(start).is_some_and(|rest| rest.starts_with([' ', ':', '.', ',', '-'])));
    let labelled =
        lower.split_once(':').is_some_and(|(label, _)| !CONTACT.contains(&label.trim().trim_matches(['*', '.'])));
    let sentence = lower.ends_with(['?', '.']) && lower.split_whitespace().count() > 6;
    line.chars().count() <= LONGEST_BENEATH && !postscript && !labelled && !sentence
}
