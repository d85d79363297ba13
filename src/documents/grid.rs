//! Sheets of any spreadsheet format as tables of a document, within limits.
//!
//! Cells keep their places: the third cell of the fifth row is `C5`, so that a problem can name it. A sheet that claims a
//! cell in its last row and column has seventeen thousand million places, so places are limited, not only cells.

use super::model::{Block, Cell, Document, Paragraph, Table};
use super::refusal::{Refusal, RefusalKind};

const MOST_SHEETS: usize = 30;
pub(super) const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 200;
/// Blank cells on the way to a filled one count too.
const MOST_CELLS: usize = 100_000;
/// No spreadsheet program takes more than 32,767 characters in a cell.
const LONGEST_CELL: usize = 4 * 32_767;
/// All text of a file. One string that many cells share is as long as they make it.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// A document that grows sheet by sheet and cell by cell.
#[derive(Default)]
pub(super) struct Grid {
    pub document: Document,
    rows: Vec<Vec<Cell>>,
    sheets: usize,
    cells: usize,
    text: usize,
    cut: bool,
}

impl Grid {
    /// A filled cell, by its place in the sheet, counted from zero. What lies beyond the limits is left out and told.
    ///
    /// # Errors
    /// When the text alone shows that the file was made to do harm.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        self.text = self.text.saturating_add(text.len());
        if text.len() > LONGEST_CELL || self.text > MOST_TEXT {
            return Err(Refusal::because(RefusalKind::TooLarge, "more text in its cells than a sheet can hold"));
        }
        let width = self.rows.get(row).map_or(0, Vec::len);
        let new = (column + 1).saturating_sub(width);
        if row >= MOST_ROWS || column >= MOST_COLUMNS || self.cells + new > MOST_CELLS {
            self.cut = true;
            return Ok(());
        }
        self.cells += new;
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, || Cell { span: 1, blocks: vec![] });
            }
            if let Some(cell) = cells.get_mut(column) {
                cell.blocks = text.lines().map(|line| Block::Paragraph(Paragraph::plain(line.trim_end()))).collect();
            }
        }
        Ok(())
    }

    /// Ends a sheet; one without a filled cell leaves nothing behind.
    pub fn end_sheet(&mut self, name: &str) {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        self.sheets += 1;
        if self.sheets > MOST_SHEETS {
            self.cut = true;
            return;
        }
        if !name.is_empty() {
            self.document.blocks.push(Block::Paragraph(Paragraph { heading: true, ..Paragraph::plain(name) }));
        }
        self.document.blocks.push(Block::Table(Table { rows }));
    }

    pub fn finish(mut self) -> Document {
        if self.cut {
            self.document.problems.push("the spreadsheet is very large, and only its first part was read".to_owned());
        }
        self.document
    }
}

/// The words of each cell, row by row, of every table: for tests.
#[cfg(test)]
pub(super) fn words(document: &Document) -> Vec<Vec<String>> {
    let text = |cell: &Cell| {
        let lines = cell.blocks.iter().map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.text(),
            Block::Table(_) | Block::Control(..) => "?".to_owned(),
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) | Block::Control(..) => None,
    });
    tables.flat_map(|table| table.rows.iter()).map(|row| row.iter().map(text).collect()).collect()
}
