//! What a document says: plain data, as it reaches the frames.
//!
//! A sheet knows nothing of applications, windows or the record: who fills it in has decided already what may be
//! shown. Its field names are what an alliance's own frame reads, so renaming one breaks their frames.

use crate::booklet::Booklet;
use crate::render::markdown::Node;
use jiff::civil::Date;
use serde::Serialize;

/// The letterhead. What is empty is left out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Letterhead {
    pub name: String,
    pub address: String,
    pub telephone: String,
    pub email: String,
    pub website: String,
}

/// An outcome letter, or any other letter that a person signs.
#[derive(Debug, Clone, Serialize)]
pub struct LetterSheet {
    pub alliance: Letterhead,
    pub date: Date,
    pub reference: String,
    pub to_name: String,
    /// School, and address lines where they are known.
    pub to_lines: Vec<String>,
    pub subject: String,
    /// Begins with the salutation.
    pub body: Vec<Node>,
    /// `Yours sincerely` or what the alliance prefers.
    pub closing: String,
    pub signed_by: String,
    pub signed_as: String,
}

/// A short answer beside its label.
#[derive(Debug, Clone, Serialize)]
pub struct Labelled {
    pub label: String,
    /// Empty when nothing was answered.
    pub value: String,
}

/// A long answer under its question.
#[derive(Debug, Clone, Serialize)]
pub struct Essay {
    pub question: String,
    pub answer: String,
    pub words: usize,
    /// The frame tells an answer that is longer: it never cuts one.
    pub limit: Option<usize>,
}

/// What a referee wrote.
#[derive(Debug, Clone, Serialize)]
pub struct ReferenceSheet {
    /// `Headteacher’s reference`.
    pub title: String,
    pub answers: Vec<Labelled>,
}

/// One application, as those who review it read it.
#[derive(Debug, Clone, Serialize)]
pub struct ApplicationSheet {
    pub alliance: String,
    pub date: Date,
    /// Its number in the pack.
    pub item: usize,
    pub case: String,
    /// `None` where it is read blind. The other fields must not give the name away either: that is the caller's part.
    pub name: Option<String>,
    pub programme: String,
    pub window: String,
    /// What the panel ought to know before it reads.
    pub flags: Vec<String>,
    pub answers: Vec<Labelled>,
    pub essays: Vec<Essay>,
    pub references: Vec<ReferenceSheet>,
}

/// All applications of a round in one file, with a list in front.
#[derive(Debug, Clone, Serialize)]
pub struct PackSheet {
    pub alliance: String,
    pub date: Date,
    pub title: String,
    /// A few words under the title: who it is for, what to mind.
    pub notes: Vec<String>,
    pub items: Vec<ApplicationSheet>,
}

/// A certificate of training.
#[derive(Debug, Clone, Serialize)]
pub struct CertificateSheet {
    pub alliance: Letterhead,
    /// The day of the training, which is that of the certificate.
    pub date: Date,
    pub name: String,
    /// `Specialist Leader of Education`.
    pub role: String,
    pub module: String,
    /// Their number in the register.
    pub entry: String,
    pub signed_by: String,
    pub signed_as: String,
}

impl Sheet for Booklet {
    const FRAME: &'static str = "booklet.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Mark;
    const LONGEST: usize = 1_000_000;

    fn date(&self) -> Date {
        self.date
    }
}

/// What to do about a character that no font at hand has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unprintable {
    /// Do not set the document. A letter with a hole in somebody's name is worse than one that waits for a person.
    Ask,
    /// Put a box in its place and say so on the page. One picture in an answer must not keep a panel from reading the rest.
    Mark,
}

/// A kind of document: its frame, and how it treats what cannot be set as it is.
pub(super) trait Sheet: Serialize {
    const FRAME: &'static str;
    const UNPRINTABLE: Unprintable;
    /// In characters. Beyond it the time and memory of one document would hurt the others (200,000 words of debug build: 15 s, 375 MB).
    const LONGEST: usize;

    /// The day that the document bears, and that its file says it was made on.
    fn date(&self) -> Date;
}

impl Sheet for LetterSheet {
    const FRAME: &'static str = "letter.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 60_000;

    fn date(&self) -> Date {
        self.date
    }
}

impl Sheet for CertificateSheet {
    const FRAME: &'static str = "certificate.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 2_000;

    fn date(&self) -> Date {
        self.date
    }
}

impl Sheet for ApplicationSheet {
    const FRAME: &'static str = "application.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Mark;
    const LONGEST: usize = 300_000;

    fn date(&self) -> Date {
        self.date
    }
}

impl Sheet for PackSheet {
    const FRAME: &'static str = "pack.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Mark;
    const LONGEST: usize = 3_000_000;

    fn date(&self) -> Date {
        self.date
    }
}
