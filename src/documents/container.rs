//! Zip containers (docx, odt) with a limit on everything: entries, inflated size, name length.

use super::refusal::{Refusal, RefusalKind};
use std::io::{Cursor, Read as _};

/// More entries than any form has; a zip bomb of 60,000 empty files stops here.
const MOST_ENTRIES: usize = 3_000;
/// The XML of a long form with every tracked change is far below this.
const LARGEST_PART: u64 = 24 * 1024 * 1024;
/// Nodes of one part: above a thousand pages of text, below the memory limit of the reader.
pub const MOST_NODES: u32 = 1_200_000;

pub struct Container<'a> {
    zip: zip::ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Container<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| Refusal::because(RefusalKind::Damaged, e))?;
        if zip.len() > MOST_ENTRIES {
            return Err(Refusal::because(RefusalKind::Damaged, format!("{} entries in the container", zip.len())));
        }
        Ok(Self { zip })
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Names of the entries that begin and end like this, in the container's order.
    pub fn names(&self, begin: &str, end: &str) -> Vec<String> {
        (0..self.zip.len())
            .filter_map(|i| self.zip.name_for_index(i)?.ok().map(|name| name.into_owned()))
            .filter(|name| name.starts_with(begin) && name.ends_with(end))
            .collect()
    }

    /// A part as text. `None` where the container has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let entry = self.zip.by_index(index).map_err(|e| {
            let encrypted = matches!(&e, zip::result::ZipError::UnsupportedArchive(why) if why.contains("assword"));
            if encrypted { Refusal::new(RefusalKind::Encrypted) } else { Refusal::because(RefusalKind::Damaged, e) }
        })?;
        // The declared size may lie; what counts is what comes out.
        let mut bytes = Vec::new();
        entry.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|e| Refusal::because(RefusalKind::Damaged, e))?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(Refusal::because(
                RefusalKind::TooLarge,
                format!("{name} inflates beyond {LARGEST_PART} bytes"),
            ));
        }
        decode(&bytes).map(Some)
    }
}

/// XML is UTF-8 or, with a byte-order mark, UTF-16.
fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(utf16(rest, u16::from_be_bytes));
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8(rest.to_vec()).map_err(|e| Refusal::because(RefusalKind::Damaged, e.utf8_error()))
}

/// Parses a part. Document type declarations are refused: no form has one, and every XML bomb does.
pub fn xml(text: &str) -> Result<roxmltree::Document<'_>, Refusal> {
    let options = roxmltree::ParsingOptions { nodes_limit: MOST_NODES, ..roxmltree::ParsingOptions::default() };
    roxmltree::Document::parse_with_options(text, options).map_err(|e| Refusal::because(RefusalKind::Damaged, e))
}

/// What a zip is that is neither docx nor odt.
pub fn kind_of_unknown(bytes: &[u8]) -> RefusalKind {
    let Ok(container) = Container::open(bytes) else { return RefusalKind::Damaged };
    if container.zip.is_empty() {
        return RefusalKind::Damaged;
    }
    if container.has("Index/Document.iwa")
        || !container.names("Index", ".zip").is_empty()
        || container.has("Index/Tables/DataList.iwa")
    {
        RefusalKind::Foreign
    } else {
        RefusalKind::WrongKind
    }
}
