//! Why a document was not set, and what to do about it.

use crate::einvoice::Faults;
use std::path::PathBuf;

/// A character that no font at hand can print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    pub character: char,
    /// Where it stands first, in the words of the sheet: `to_name`, `essays 2 answer`.
    pub field: String,
}

#[derive(Debug, thiserror::Error)]
pub enum PdfFault {
    #[error(
        "no font at hand can print {}; put a font that can into templates/documents/ (.ttf or .otf), or write this one by hand",
        listed(.0)
    )]
    Glyphs(Vec<MissingGlyph>),
    #[error(
        "the document has {characters} characters, and more than {longest} are not set; shorten it, or send the text as it is"
    )]
    TooLong { characters: usize, longest: usize },
    #[error("the frame {} cannot be used: {message}; mend it, or remove it and the shipped one is used again", place(.file, .line))]
    Frame { file: String, line: Option<usize>, message: String },
    #[error("{}: {message}", .file.display())]
    Override { file: PathBuf, message: String },
    #[error("the document cannot be written down for its frame: {0}; this is a fault of the clerk's: please report it")]
    Data(String),
    #[error(transparent)]
    Invoice(#[from] Faults),
    #[error("the XML could not be put into the PDF ({0}); this is a fault of the clerk's: please report it")]
    Enclosing(String),
    #[error("the document was given up while it was set; a person should write it by hand, and please report it")]
    GivenUp,
}

fn listed(glyphs: &[MissingGlyph]) -> String {
    const SHOWN: usize = 8;
    let mut list: Vec<String> = glyphs
        .iter()
        .take(SHOWN)
        .map(|g| format!("“{}” (U+{:04X}, in {})", g.character.escape_debug(), u32::from(g.character), g.field))
        .collect();
    if glyphs.len() > SHOWN {
        list.push(format!("and {} more", glyphs.len() - SHOWN));
    }
    list.join(", ")
}

fn place(file: &str, line: &Option<usize>) -> String {
    match line {
        Some(line) => format!("templates/documents/{file}, line {line},"),
        None => format!("templates/documents/{file}"),
    }
}
