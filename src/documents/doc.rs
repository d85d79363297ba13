//! Old Word documents (.doc), read without LibreOffice.
//!
//! Second best: check boxes and drop-downs are lost, so that LibreOffice is asked first (research/documents.md §1). But
//! LibreOffice 7.4 loses whole tables of some files; what it hands back without them is read here instead.

use super::html;
use super::model::{Block, Document};
use super::refusal::{Refusal, RefusalKind};

/// Reads the text and tables of a .doc.
///
/// # Errors
/// When it is not one, or is damaged.
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let page = std::panic::catch_unwind(|| rwml::Document::open(bytes).map(|document| document.to_html()));
    match page {
        Ok(Ok(page)) => Ok(html::of_text(&page)),
        Ok(Err(e)) => Err(Refusal::because(RefusalKind::Damaged, e)),
        Err(_) => Err(Refusal::because(RefusalKind::Damaged, "the .doc reader panicked")),
    }
}

/// Whether a .doc has tables (its text ends each cell with 0x07), and what was made of it has none.
pub fn lost_its_tables(doc: &[u8], made: &Document) -> bool {
    let marks = doc.windows(4).filter(|w| matches!(w, [_, 0, 7, 0]) || matches!(w, [7, 0, 7, 0])).count();
    marks >= 4 && !has_table(&made.blocks)
}

fn has_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(_) => true,
        Block::Control(_, inner) => has_table(inner),
        Block::Paragraph(_) => false,
    })
}
