//! Why a file cannot be read, in words for the person who sent it.

use super::model::Document;
use serde::{Deserialize, Serialize};

/// A file that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}{}", self.kind.sentence(), if self.detail.is_empty() { String::new() } else { format!(" ({})", self.detail) })]
pub struct Refusal {
    pub kind: RefusalKind,
    /// For the record, not for the sender: what the library said.
    pub detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    Empty,
    TooLarge,
    /// Protected by a password.
    Encrypted,
    Picture,
    /// A presentation, archive, calendar file: sound, but not a form.
    WrongKind,
    /// Outlook's winmail.dat.
    Winmail,
    /// Apple Pages and the like, which nothing here can open.
    Foreign,
    Damaged,
    /// Readable by LibreOffice only (.doc, .rtf).
    NeedsConversion,
    /// LibreOffice is needed and is not installed on this machine: a person opens it.
    NoConverter,
    /// The reader died or ran out of time over it.
    BrokeTheReader,
}

impl RefusalKind {
    /// What is wrong, to follow the name of the file: "… is protected by a password".
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "is empty",
            Self::TooLarge => "is too large to open",
            Self::Encrypted => "is protected by a password",
            Self::Picture => "is a picture, and answers cannot be read out of a picture",
            Self::WrongKind => "is not a document with a form in it",
            Self::Winmail => "came as winmail.dat, which only Outlook can open",
            Self::Foreign => "is in a format that we cannot open",
            Self::Damaged => "is damaged and could not be opened",
            Self::NeedsConversion | Self::NoConverter => "is in an older format that a colleague has to open by hand",
            Self::BrokeTheReader => "could not be opened safely",
        }
    }

    /// What its sender can do.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Empty => "Please check that the form was saved before you attached it, and send it again.",
            Self::TooLarge => {
                "Please remove pictures from the form, or save it as a new Word document, and send it again."
            }
            Self::Encrypted => "Please save the form without a password and send it again.",
            Self::Picture => {
                "Please type your answers into the Word form and attach that, rather than a photograph or a scan."
            }
            Self::WrongKind => "Please attach the completed Word form.",
            Self::Winmail => {
                "Please send the message again in HTML or plain text format (in Outlook: Format Text), with the Word form attached."
            }
            Self::Foreign => "Please save the form as a Word document (.docx) or a PDF and send it again.",
            Self::Damaged => {
                "Please open the form on your computer, save it again as a Word document (.docx), and send that."
            }
            Self::NeedsConversion | Self::NoConverter => {
                "You need not do anything now; to be quicker, you may save the form as .docx and send it again."
            }
            Self::BrokeTheReader => "Please open the form in Word, save it as a new document (.docx), and send that.",
        }
    }

    /// Whether it is our side, not the sender's, that has something to do.
    pub fn waits_for_a_person(self) -> bool {
        match self {
            Self::NeedsConversion | Self::NoConverter => true,
            Self::Empty
            | Self::TooLarge
            | Self::Encrypted
            | Self::Picture
            | Self::WrongKind
            | Self::Winmail
            | Self::Foreign
            | Self::Damaged
            | Self::BrokeTheReader => false,
        }
    }
}

impl Refusal {
    pub fn new(kind: RefusalKind) -> Self {
        Self { kind, detail: String::new() }
    }

    pub fn because(kind: RefusalKind, detail: impl std::fmt::Display) -> Self {
        Self { kind, detail: detail.to_string().chars().take(300).collect() }
    }
}

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn holds_utf16(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Word 97–2003: an OLE container with a `WordDocument` stream.
pub fn is_old_word(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE) && holds_utf16(bytes, "WordDocument") && !holds_utf16(bytes, "EncryptedPackage")
}

pub fn is_rich_text(bytes: &[u8]) -> bool {
    bytes.starts_with(b"{\\rtf")
}

/// The reader process hands these back; its parent has LibreOffice convert them (see `crate::reader`).
pub fn needs_conversion(_bytes: &[u8]) -> Result<Document, Refusal> {
    Err(Refusal::new(RefusalKind::NeedsConversion))
}

/// Whether the bytes begin like a kind of file that is no text.
pub fn is_something_else(bytes: &[u8]) -> bool {
    of_unknown(bytes).kind != RefusalKind::Foreign
}

/// Names what it is that cannot be read.
pub fn of_unknown(bytes: &[u8]) -> Refusal {
    let starts = |magic: &[&[u8]]| magic.iter().any(|m| bytes.starts_with(m));
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let kind = if bytes.starts_with(OLE) {
        // A password-protected .docx is an OLE container with this stream (MS-OFFCRYPTO §2.3.4.4).
        if holds_utf16(bytes, "EncryptedPackage") { RefusalKind::Encrypted } else { RefusalKind::WrongKind }
    } else if starts(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"])
        || at(4, b"ftyphei")
        || at(4, b"ftypmif")
        || at(8, b"WEBP")
    {
        RefusalKind::Picture
    } else if starts(&[b"\x78\x9f\x3e\x22"]) {
        RefusalKind::Winmail
    } else if starts(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        super::container::kind_of_unknown(bytes)
    } else if starts(&[b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BEGIN:VCALENDAR", b"ID3"]) {
        RefusalKind::WrongKind
    } else {
        RefusalKind::Foreign
    };
    Refusal::new(kind)
}
