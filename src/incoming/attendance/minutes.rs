//! Minutes that come with a mail: which of its files are sent on, and the question whether they are to be.

use crate::domain::meeting::{FileKind, PassedOn};
use crate::incoming::Prepared;
use crate::reader::{ReadAttachment, Reading};
use std::path::Path;

/// A mailing has a copy of its files for every reader: more than this is put where people can fetch it.
pub const MOST_BYTES: usize = 3 * 1024 * 1024;
const MOST_FILES: usize = 5;

/// Words by which somebody says that the minutes are in the mail.
const WORDS: [&str; 10] =
    ["minutes", "notes", "slides", "handout", "handouts", "action points", "actions", "summary", "write-up", "record"];

/// Files of a mail, and those among them that are not sent on.
#[derive(Debug, Default)]
pub struct Offered {
    pub files: Vec<PassedOn>,
    /// What is wrong with the others, one sentence each.
    pub refused: Vec<String>,
}

/// The places of attachments whose bytes are wanted: anything that could be minutes of a meeting. Asked before the record is.
pub fn wanted(reading: &Reading) -> Vec<usize> {
    let text = format!("{} {}", reading.mail.subject, reading.mail.text).to_lowercase();
    if !text.contains("mtg-") && !mentions(&text) {
        return vec![];
    }
    let fits = |file: &ReadAttachment| !is_ornament(file) && kind_of(&file.name).is_some() && file.size <= MOST_BYTES;
    let all = reading.attachments.iter().enumerate();
    all.filter(|(_, file)| fits(file)).map(|(place, _)| place).take(MOST_FILES).collect()
}

pub fn mentions(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS.iter().any(|word| {
        lower.match_indices(word).any(|(at, _)| {
            let before = lower.get(..at).is_some_and(|s| !s.ends_with(char::is_alphanumeric));
            let after = lower.get(at + word.len()..).is_some_and(|s| !s.starts_with(char::is_alphanumeric));
            before && after
        })
    })
}

/// Whether a mail has files at all, besides the logos of a signature and calendar entries.
pub fn has_files(mail: &Prepared<'_>) -> bool {
    mail.reading.attachments.iter().any(|file| !is_ornament(file))
}

/// The files of a mail.
pub fn offered(mail: &Prepared<'_>) -> Offered {
    let mut offered = Offered::default();
    let mut size = 0;
    for file in mail.reading.attachments.iter().filter(|file| !is_ornament(file)) {
        let shown = if file.name.is_empty() { "a file without a name" } else { &file.name };
        let bytes =
            file.bytes.clone().filter(|bytes| kind_of(&file.name).is_some_and(|kind| bytes.starts_with(kind.begins())));
        match (kind_of(&file.name), bytes) {
            (None, _) => {
                offered.refused.push(format!("{shown} is neither PDF nor Word (.docx) nor OpenDocument (.odt)"))
            }
            (Some(_), _) if size + file.size > MOST_BYTES || offered.files.len() >= MOST_FILES => {
                offered.refused.push(format!("{shown} is more than I send on (3 MB in all)"));
            }
            (Some(_), None) => offered.refused.push(format!("{shown} is not what its name says, or is damaged")),
            (Some(kind), Some(bytes)) => {
                size += file.size;
                offered.files.push(PassedOn { name: safe(&file.name, kind), kind, bytes });
            }
        }
    }
    offered
}

fn is_ornament(file: &ReadAttachment) -> bool {
    file.calendar.is_some() || (file.inline && file.size < 40_000)
}

fn kind_of(name: &str) -> Option<FileKind> {
    Path::new(name).extension().and_then(|ending| FileKind::read(&ending.to_string_lossy().to_lowercase()))
}

/// A name that no system takes for anything but a file's.
fn safe(name: &str, kind: FileKind) -> String {
    let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let kept: String =
        stem.chars().map(|c| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') { c } else { '_' }).collect();
    let kept: String = kept.trim_matches([' ', '_', '-']).chars().take(80).collect();
    let stem = if kept.is_empty() { "minutes" } else { &kept };
    format!("{stem}.{}", kind.word())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        assert_eq!(safe("Minutes 6.10.docx", FileKind::Docx), "Minutes 6_10.docx");
        assert_eq!(safe("Siân’s notes.PDF", FileKind::Pdf), "Siân_s notes.pdf");
        assert_eq!(safe("..;rm -rf.odt", FileKind::Odt), "rm -rf.odt");
        assert_eq!(safe(".pdf", FileKind::Pdf), "pdf.pdf");
    }

    #[test]
    fn minutes_are_said_to_be_there() {
        for said in ["Minutes attached.", "Here are my notes", "slides from Tuesday"] {
            assert!(mentions(said), "{said}");
        }
        for said in ["all except 3", "notesheet", "5 minuteses"] {
            assert!(!mentions(said), "{said}");
        }
    }
}
