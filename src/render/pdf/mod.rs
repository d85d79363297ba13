//! PDF: letters that a person signs, applications for those who review them, and invoices for those who pay.
//!
//! A document is a sheet (plain data) set in a frame (`templates/documents/*.typ`, which an alliance may replace). The sheet
//! reaches the frame as JSON; no source is ever written from a value, so that `#eval(…)` or `*x*` in somebody's answer is
//! printed as it was typed (invariant 7). The same sheet gives the same bytes.
//!
//! Every document is PDF/A-3a (archives) and PDF/UA-1 (screen readers) at once. The setter refuses what would break either;
//! veraPDF has not been run on them.
//!
//! What it costs, in a debug build on two busy cores (`cargo test --test office what_letters_cost -- --ignored --nocapture`):
//! the first letter 190 ms, each further one 110 ms; the process peaks at 67 MiB after one letter and 72 MiB after 200; a pack
//! of 40 applications (95 pages) takes 11 s and peaks at 158 MiB.
//! An invoice of three lines costs about 0.3 s of processor time, its XML a millisecond of it (debug build, busy machine, `what_invoices_cost`).

mod billing;
mod factur_x;
mod fault;
mod fonts;
mod frames;
mod invoice;
mod samples;
mod sheets;
mod statement;
mod words;
mod work;
mod world;

pub use fault::{MissingGlyph, PdfFault};
pub use sheets::{
    ApplicationSheet, CertificateSheet, Essay, Labelled, LetterSheet, Letterhead, PackSheet, ReferenceSheet,
};
pub use work::{AgreedParty, AgreementSheet, Doer, ImpactSheet, Rating, Said, TimeSheet, Worked};

use crate::booklet::Booklet;
use crate::einvoice::{self, Fault, Faults, InvoiceDocument, Statement};
use frames::Frames;
use invoice::InvoiceSheet;
use jiff::civil::Date;
use samples::{bills, work as works};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sheets::{Sheet, Unprintable};
use statement::StatementSheet;
use std::path::Path;
use std::sync::OnceLock;
use typst::comemo;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use words::Proof;
use work::{AgreementPage, ImpactPage, TimeSheetPage};
use world::{Desk, Shop};

/// Fonts and frames. Made once, at start; fonts are opened and frames parsed with the first document.
pub struct Press {
    frames: Frames,
    shop: OnceLock<Shop>,
}

/// A finished document.
#[derive(Debug, Clone)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// What was replaced by a box, because no font has it. Always empty for letters.
    pub replaced: Vec<MissingGlyph>,
}

/// Both at once: an archive keeps it, and a screen reader reads it.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_3a, PdfStandard::Ua_1];

/// For how many documents the setter remembers what it worked out. The frames' own parts are used again each time and stay;
/// one person's words are forgotten soon, or memory would grow with every letter.
const REMEMBERED: usize = 2;

/// Deeply nested lists need more than the 2 MiB of an ordinary thread in a debug build.
const STACK: usize = 16 * 1024 * 1024;

impl Press {
    /// Reads the alliance's own frames, fonts and logo from `overrides` (DIR/templates/documents), which need not exist.
    ///
    /// # Errors
    /// When a file there cannot be read, or is a frame that replaces nothing.
    pub fn load(overrides: &Path) -> Result<Self, PdfFault> {
        Ok(Self { frames: Frames::load(overrides)?, shop: OnceLock::new() })
    }

    /// Sets a sample in every frame: one that would fail on somebody's letter fails here instead. Takes about a second in a debug
    /// build, so it is for `doctor`, and for starts with frames of the alliance's own ([`Press::has_own`]).
    ///
    /// # Errors
    /// The first frame that is unsound, with its line.
    pub fn try_frames(&self) -> Result<(), PdfFault> {
        self.letter(&samples::letter())?;
        self.application(&samples::application(1, None))?;
        self.pack(&samples::pack())?;
        self.certificate(&samples::certificate())?;
        self.booklet(&samples::booklet())?;
        self.invoice(&bills::invoice())?;
        self.statement(&bills::statement())?;
        self.agreement(&works::agreement())?;
        self.time_sheet(&works::time_sheet())?;
        self.impact(&works::impact())?;
        Ok(())
    }

    /// Whether the alliance brought anything of its own that could be unsound.
    pub fn has_own(&self) -> bool {
        self.frames.own
    }

    /// # Errors
    /// [`PdfFault::Glyphs`] when something in it cannot be printed: a person writes that letter.
    pub fn letter(&self, sheet: &LetterSheet) -> Result<Pdf, PdfFault> {
        self.set(sheet)
    }

    /// # Errors
    /// When the application is too long to be set, or an alliance's own frame is unsound.
    pub fn application(&self, sheet: &ApplicationSheet) -> Result<Pdf, PdfFault> {
        self.set(sheet)
    }

    /// # Errors
    /// When the pack is too long to be set, or an alliance's own frame is unsound.
    pub fn pack(&self, sheet: &PackSheet) -> Result<Pdf, PdfFault> {
        self.set(sheet)
    }

    /// An invoice, a credit note or a self-billed invoice: the page for people, with the XML for accounting programs inside
    /// (Factur-X, profile EN 16931).
    ///
    /// # Errors
    /// [`PdfFault::Invoice`] when it does not add up or breaks a rule of the standard: nothing is set then.
    /// [`PdfFault::Glyphs`] when something in it cannot be printed.
    pub fn invoice(&self, document: &InvoiceDocument) -> Result<Pdf, PdfFault> {
        let xml = einvoice::cii(document)?;
        let faults = |fault| Faults { number: document.number.clone(), faults: vec![fault] };
        let sheet = InvoiceSheet::of(document).map_err(faults)?;
        let pdf = self.set_enclosing(&sheet, Some(xml))?;
        Ok(Pdf { bytes: factur_x::declare(pdf.bytes)?, ..pdf })
    }

    /// An invoice that is not issued yet, for those who decide whether it is. No electronic invoice is in it.
    ///
    /// # Errors
    /// As [`Self::invoice`].
    pub fn draft(&self, document: &InvoiceDocument) -> Result<Pdf, PdfFault> {
        let faults = |fault| Faults { number: document.number.clone(), faults: vec![fault] };
        self.set(&InvoiceSheet::of_draft(document).map_err(faults)?)
    }

    /// What somebody owes on a day, for people alone: no standard knows such a document.
    ///
    /// # Errors
    /// [`PdfFault::Invoice`] when it does not add up, [`PdfFault::Glyphs`] when something in it cannot be printed.
    pub fn statement(&self, statement: &Statement) -> Result<Pdf, PdfFault> {
        let balances = statement.balances()?;
        self.set(&StatementSheet::of(statement, &balances))
    }

    /// What the parties to a deployment agree to.
    ///
    /// # Errors
    /// [`PdfFault::Glyphs`] when something in it cannot be printed: a person sees to that agreement.
    pub fn agreement(&self, sheet: &AgreementSheet) -> Result<Pdf, PdfFault> {
        self.set(&AgreementPage::of(sheet))
    }

    /// The days from which a home school bills, or the annexe of an invoice.
    ///
    /// # Errors
    /// [`PdfFault::Invoice`] when it comes to more than can be counted, [`PdfFault::Glyphs`] when something cannot be printed.
    pub fn time_sheet(&self, sheet: &TimeSheet) -> Result<Pdf, PdfFault> {
        let faults = |_| Faults { number: sheet.number.clone(), faults: vec![Fault::TooMuch] };
        self.set(&TimeSheetPage::of(sheet).map_err(faults)?)
    }

    /// What a deployment has changed.
    ///
    /// # Errors
    /// When it is too long to be set, or an alliance's own frame is unsound.
    pub fn impact(&self, sheet: &ImpactSheet) -> Result<Pdf, PdfFault> {
        self.set(&ImpactPage::of(sheet))
    }

    /// # Errors
    /// [`PdfFault::Glyphs`] when a name cannot be printed: a person sees to that certificate.
    pub fn certificate(&self, sheet: &CertificateSheet) -> Result<Pdf, PdfFault> {
        self.set(sheet)
    }

    /// # Errors
    /// When the booklet is too long to be set, or an alliance's own frame is unsound.
    pub fn booklet(&self, booklet: &Booklet) -> Result<Pdf, PdfFault> {
        self.set(booklet)
    }

    fn shop(&self) -> Result<&Shop, PdfFault> {
        if let Some(shop) = self.shop.get() {
            return Ok(shop);
        }
        let opened = Shop::open(&self.frames)?;
        Ok(self.shop.get_or_init(|| opened))
    }

    fn set<S: Sheet>(&self, sheet: &S) -> Result<Pdf, PdfFault> {
        self.set_enclosing(sheet, None)
    }

    fn set_enclosing<S: Sheet>(&self, sheet: &S, xml: Option<Vec<u8>>) -> Result<Pdf, PdfFault> {
        let shop = self.shop()?;
        let mut data = serde_json::to_value(sheet).map_err(|e| PdfFault::Data(e.to_string()))?;
        let can_print = |c| shop.fonts.can_print(c);
        let mut proof = Proof::new(&can_print, S::UNPRINTABLE);
        proof.read(&mut data, "");
        if proof.characters > S::LONGEST {
            return Err(PdfFault::TooLong { characters: proof.characters, longest: S::LONGEST });
        }
        let replaced = proof.missing();
        if S::UNPRINTABLE == Unprintable::Ask && !replaced.is_empty() {
            return Err(PdfFault::Glyphs(replaced));
        }
        if let Value::Object(map) = &mut data {
            map.insert("logo".to_owned(), json!(self.frames.logo.as_ref().map(|(name, _)| name)));
            let codes: Vec<String> = replaced.iter().map(|m| format!("U+{:04X}", u32::from(m.character))).collect();
            map.insert("replaced".to_owned(), json!(codes));
        }
        let data = serde_json::to_vec(&data).map_err(|e| PdfFault::Data(e.to_string()))?;
        let date = sheet.date();
        let (bytes, pages) = on_own_stack(|| print(shop, S::FRAME, data, xml, date))?;
        Ok(Pdf { bytes, pages, replaced })
    }
}

/// A fault of the setter's ends this one document, not the clerk.
fn on_own_stack<T: Send>(work: impl FnOnce() -> Result<T, PdfFault> + Send) -> Result<T, PdfFault> {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .name("press".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .map_err(|_| PdfFault::GivenUp)?
            .join()
            .unwrap_or(Err(PdfFault::GivenUp))
    })
}

fn print(
    shop: &Shop,
    frame: &str,
    data: Vec<u8>,
    xml: Option<Vec<u8>>,
    date: Date,
) -> Result<(Vec<u8>, usize), PdfFault> {
    let options = PdfOptions {
        // Stands for what the document says, so that two documents of the same title are not taken for one.
        ident: Smart::Custom(data_encoding::HEXLOWER.encode(&Sha256::digest(&data))),
        creator: Smart::Custom(Some("alliance-clerk".to_owned())),
        timestamp: made_on(date),
        standards: PdfStandards::new(&STANDARDS).map_err(|e| PdfFault::Data(e.message().to_string()))?,
        ..PdfOptions::default()
    };
    let desk = Desk::new(shop, frame, data, xml)?;
    let set = typst::compile::<PagedDocument>(&desk).output.and_then(|document| {
        let bytes = typst_pdf::pdf(&document, &options)?;
        Ok((bytes, document.pages().len()))
    });
    comemo::evict(REMEMBERED);
    set.map_err(|errors| shop.fault(frame, &errors))
}

/// PDF/A wants a moment: the sheet's day, whenever the file is made.
fn made_on(date: Date) -> Option<Timestamp> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0).map(Timestamp::new_utc)
}
