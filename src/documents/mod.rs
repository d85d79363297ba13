//! Files into documents: one module a format, each a function from bytes to a [`Document`].
//!
//! Everything here meets files from strangers, and some of the libraries beneath abort on hostile ones. It therefore
//! runs only in the reader process (`crate::reader`), which has limits of memory and time and may die without harm.
//! To add a format: its file, and its line in [`ALL`].

pub mod container;
pub mod csv;
pub mod doc;
pub mod docx;
mod grid;
pub mod html;
pub mod model;
pub mod ods;
pub mod odt;
pub mod pdf;
mod refusal;
pub mod text;
pub mod xlsx;

pub use model::{Block, Cell, Control, ControlKind, Document, Inline, Paragraph, Table};
pub use refusal::{Refusal, RefusalKind};

/// A kind of file that the clerk can read or knows how to refuse.
pub struct Format {
    /// What letters call it.
    pub name: &'static str,
    /// Whether the bytes are of this kind. The name of the file has no say: people rename.
    pub recognise: fn(&[u8]) -> bool,
    pub read: fn(&[u8]) -> Result<Document, Refusal>,
}

/// In the order in which they are tried.
pub const ALL: &[Format] = &[
    Format { name: "Word document", recognise: docx::recognise, read: docx::read },
    Format { name: "OpenDocument text", recognise: odt::recognise, read: odt::read },
    Format { name: "Excel workbook", recognise: xlsx::recognise, read: xlsx::read },
    Format { name: "OpenDocument spreadsheet", recognise: ods::recognise, read: ods::read },
    Format { name: "PDF", recognise: pdf::recognise, read: pdf::read },
    Format { name: "old Word document", recognise: refusal::is_old_word, read: refusal::needs_conversion },
    Format { name: "rich text", recognise: refusal::is_rich_text, read: refusal::needs_conversion },
    Format { name: "web page", recognise: html::recognise, read: html::read },
    Format { name: "table in plain text", recognise: csv::recognise, read: csv::read },
    Format { name: "plain text", recognise: text::recognise, read: text::read },
];

/// The largest file that is opened at all.
pub const LARGEST_FILE: usize = 25 * 1024 * 1024;

/// Reads a file by what is in it.
///
/// # Errors
/// [`Refusal`] says why not, in terms of what its sender can do about it.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(RefusalKind::Empty));
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Refusal::new(RefusalKind::TooLarge));
    }
    match ALL.iter().find(|format| (format.recognise)(bytes)) {
        Some(format) => (format.read)(bytes),
        None => Err(refusal::of_unknown(bytes)),
    }
}

/// Files that strangers made, kept beside the project and never inside it.
#[cfg(test)]
pub(crate) mod foreign {
    use std::path::{Path, PathBuf};

    /// `shared/foreign/NAME` beside the project; says so where it is not there.
    pub fn folder(name: &str) -> Option<PathBuf> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        let found = beside.map(|folder| folder.join("shared/foreign").join(name)).find(|folder| folder.is_dir());
        if found.is_none() {
            eprintln!("skipped: ../shared/foreign/{name} is not here");
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_have_names_of_their_own() {
        let names: std::collections::BTreeSet<_> = ALL.iter().map(|format| format.name).collect();
        assert_eq!(names.len(), ALL.len());
    }

    #[test]
    fn what_is_not_a_document_is_refused_by_name() {
        assert_eq!(read(b"").unwrap_err().kind, RefusalKind::Empty);
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err().kind, RefusalKind::Picture);
        assert_eq!(read(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").unwrap_err().kind, RefusalKind::Damaged);
    }
}
