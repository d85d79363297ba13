//! The setter's whole world: the frames, one document's data, the fonts. No disk, no net, no packages, no clock.

use super::PdfFault;
use super::fonts::Fonts;
use super::frames::Frames;
use std::collections::BTreeMap;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Where a frame finds the sheet.
const DATA: &str = "data.json";

/// What machines read of an invoice. The name is the standard's (Factur-X).
pub(super) const XML: &str = "factur-x.xml";

/// Sets an invoice and encloses its XML. It is ours alone: an alliance's own `invoice.typ` cannot forget the XML.
const ENCLOSING: &str = "enclosing.typ";
const ENCLOSING_SOURCE: &str = r#"#pdf.attach(
  "factur-x.xml",
  relationship: "alternative",
  mime-type: "text/xml",
  description: "The same document for accounting programs: EN 16931, Cross Industry Invoice",
)
#include "invoice.typ"
"#;

/// What all documents share: fonts and frames, parsed. Made at the first document.
pub(super) struct Shop {
    library: LazyHash<Library>,
    pub fonts: Fonts,
    sources: BTreeMap<FileIdOrder, Source>,
    logo: Option<(FileId, Bytes)>,
    data: FileId,
    xml: FileId,
}

/// File ids cannot be ordered, their numbers can.
type FileIdOrder = std::num::NonZeroU16;

impl Shop {
    pub fn open(frames: &Frames) -> Result<Self, PdfFault> {
        let mut sources = BTreeMap::new();
        for (name, text) in &frames.sources {
            let id = file_id(name)?;
            sources.insert(id.into_raw(), Source::new(id, text.clone()));
        }
        let enclosing = file_id(ENCLOSING)?;
        sources.insert(enclosing.into_raw(), Source::new(enclosing, ENCLOSING_SOURCE.to_owned()));
        let logo = match &frames.logo {
            Some((name, bytes)) => Some((file_id(name)?, Bytes::new(bytes.clone()))),
            None => None,
        };
        Ok(Self {
            library: LazyHash::new(Library::default()),
            fonts: Fonts::open(&frames.fonts)?,
            sources,
            logo,
            data: file_id(DATA)?,
            xml: file_id(XML)?,
        })
    }

    /// What is wrong with a frame, for the person who wrote it.
    pub fn fault(&self, frame: &str, errors: &[SourceDiagnostic]) -> PdfFault {
        let Some(first) = errors.first() else { return PdfFault::GivenUp };
        let (id, at) = match first.span.get() {
            DiagSpanKind::Detached => (None, None),
            DiagSpanKind::Number { id, num, sub_range } => {
                let source = self.sources.get(&id.into_raw());
                (Some(id), source.and_then(|source| source.range(num, sub_range)))
            }
            DiagSpanKind::Range { id, range } => (Some(id), Some(range)),
        };
        let line = id.zip(at).and_then(|(id, range)| {
            let text = self.sources.get(&id.into_raw())?.text();
            Some(text.get(..range.start)?.matches('\n').count() + 1)
        });
        let file = id.map_or_else(|| frame.to_owned(), |id| id.vpath().get_without_slash().to_owned());
        PdfFault::Frame { file, line, message: first.message.to_string() }
    }
}

/// Ids are interned for ever and there are 65,535 of them, so names are few and fixed.
fn file_id(name: &str) -> Result<FileId, PdfFault> {
    let path = VirtualPath::new(name).map_err(|e| PdfFault::Data(format!("{name}: {e:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One document being set.
pub(super) struct Desk<'a> {
    shop: &'a Shop,
    main: FileId,
    data: Bytes,
    xml: Option<Bytes>,
}

impl<'a> Desk<'a> {
    /// `xml`: what is enclosed in an invoice.
    pub fn new(shop: &'a Shop, frame: &str, data: Vec<u8>, xml: Option<Vec<u8>>) -> Result<Self, PdfFault> {
        let main = file_id(if xml.is_some() { ENCLOSING } else { frame })?;
        Ok(Self { shop, main, data: Bytes::new(data), xml: xml.map(Bytes::new) })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.sources.get(&id.into_raw()).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.data {
            return Ok(self.data.clone());
        }
        if let Some(xml) = self.xml.as_ref().filter(|_| id == self.shop.xml) {
            return Ok(xml.clone());
        }
        match &self.shop.logo {
            Some((logo, bytes)) if *logo == id => Ok(bytes.clone()),
            Some(_) | None => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.font(index)
    }

    /// No day but the one that the sheet names (invariant 5).
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
