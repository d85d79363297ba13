//! Plain text: an attached .txt, and the body of a mail.

use super::model::{Block, Document, Inline, Paragraph};
use super::refusal::Refusal;

/// More lines than this are no form; the rest is left unread and said so.
const MOST_LINES: usize = 20_000;

/// Text without control characters, in UTF-8 or Latin-1.
pub fn recognise(bytes: &[u8]) -> bool {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let odd = sample.iter().any(|b| *b < 32 && !matches!(*b, b'\n' | b'\r' | b'\t' | 0x0c));
    let plain = sample.iter().filter(|b| b.is_ascii()).count();
    !odd && plain * 10 >= sample.len() * 7 && !super::refusal::is_something_else(bytes)
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    Ok(of_lines(&decoded(bytes)))
}

/// UTF-8, or else Latin-1; without a byte-order mark.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Windows-1252 and Latin-1 agree on all that English text is likely to hold besides quotation marks.
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    };
    text.trim_start_matches('\u{feff}').to_owned()
}

/// A paragraph for each line; `> ` marks, as in a mail, become the depth of quotation.
pub fn of_lines(text: &str) -> Document {
    let mut document = Document::default();
    for (number, line) in text.lines().enumerate() {
        if number >= MOST_LINES {
            document.problems.push(format!("only the first {MOST_LINES} lines were read"));
            break;
        }
        let (quoted, rest) = unquote(line);
        let inlines = vec![Inline::Text(rest.trim_end().to_owned())];
        document.blocks.push(Block::Paragraph(Paragraph { heading: false, quoted, inlines }));
    }
    document
}

/// Splits the `>` marks off a line.
pub fn unquote(line: &str) -> (u8, &str) {
    let mut depth = 0_u8;
    let mut rest = line;
    loop {
        let trimmed = if depth == 0 { rest } else { rest.trim_start_matches(' ') };
        match trimmed.strip_prefix('>') {
            Some(after) => {
                depth = depth.saturating_add(1);
                rest = after;
            }
            None => break,
        }
    }
    (depth, if depth == 0 { rest } else { rest.strip_prefix(' ').unwrap_or(rest) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_quotation_are_counted_and_removed() {
        assert_eq!(unquote("> > twice"), (2, "twice"));
        assert_eq!(unquote(">>twice"), (2, "twice"));
        assert_eq!(unquote(">  indented"), (1, " indented"));
        assert_eq!(unquote("plain > text"), (0, "plain > text"));
        assert_eq!(unquote("> "), (1, ""));
    }
}
