//! A document as a sequence of lines, each knowing where it stood.

use crate::documents::{Block, Control, Document, Inline};

/// Lines after which a document is no form; the rest is not aligned.
const MOST_UNITS: usize = 8_000;

/// One line of a paragraph.
#[derive(Debug, Clone)]
pub struct Unit {
    pub inlines: Vec<Inline>,
    pub text: String,
    pub place: Place,
    pub quoted: u8,
}

/// Where a line stands: in the flow of the text, or in a cell of the innermost table around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Flow,
    Cell(CellPlace),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    pub table: usize,
    pub row: usize,
    /// First column, counting the columns that earlier cells of the row span.
    pub column: usize,
    pub span: usize,
    /// Number of cells in this row.
    pub cells: usize,
}

impl Place {
    pub fn cell(self) -> Option<CellPlace> {
        match self {
            Place::Cell(cell) => Some(cell),
            Place::Flow => None,
        }
    }
}

/// All lines, and all controls with the line they stand in (`None` for those without a place).
pub struct Units {
    pub lines: Vec<Unit>,
    pub controls: Vec<(Control, Option<usize>)>,
    tables: usize,
}

impl Units {
    pub fn of(document: &Document) -> Self {
        let mut units = Units { lines: vec![], controls: vec![], tables: 0 };
        units.blocks(&document.blocks, Place::Flow);
        units.controls.extend(document.fields.iter().map(|control| (control.clone(), None)));
        units
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            if self.lines.len() >= MOST_UNITS {
                return;
            }
            match block {
                Block::Paragraph(paragraph) => self.paragraph(&paragraph.inlines, paragraph.quoted, place),
                Block::Control(control, inner) => {
                    let first = self.lines.len();
                    self.blocks(inner, place);
                    let place = (self.lines.len() > first).then_some(first);
                    // While a placeholder shows, the text inside is not an answer.
                    if control.value.is_empty() {
                        for unit in self.lines.iter_mut().skip(first) {
                            unit.inlines.retain(|inline| matches!(inline, Inline::Control(_)));
                            unit.text = unit.inlines.iter().map(Inline::text).collect();
                        }
                    }
                    if !control.tag.is_empty() || !control.alias.is_empty() {
                        self.controls.push((control.clone(), place));
                    }
                }
                Block::Table(table) => {
                    let number = self.tables;
                    self.tables += 1;
                    for (row, cells) in table.rows.iter().enumerate() {
                        let mut column = 0;
                        for cell in cells {
                            let span = usize::from(cell.span.max(1));
                            let inner = CellPlace { table: number, row, column, span, cells: cells.len() };
                            self.blocks(&cell.blocks, Place::Cell(inner));
                            column += span;
                        }
                    }
                }
            }
        }
    }

    /// A paragraph becomes one line for each of its line breaks.
    fn paragraph(&mut self, inlines: &[Inline], quoted: u8, place: Place) {
        let mut lines: Vec<Vec<Inline>> = vec![vec![]];
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    for (i, piece) in text.split('\n').enumerate() {
                        if i > 0 {
                            lines.push(vec![]);
                        }
                        if let (Some(line), false) = (lines.last_mut(), piece.is_empty()) {
                            line.push(Inline::Text(piece.to_owned()));
                        }
                    }
                }
                Inline::Control(control) => {
                    self.controls.push((control.clone(), Some(self.lines.len() + lines.len() - 1)));
                    if let Some(line) = lines.last_mut() {
                        line.push(Inline::Control(control.clone()));
                    }
                }
            }
        }
        for inlines in lines {
            let text = inlines.iter().map(Inline::text).collect();
            self.lines.push(Unit { inlines, text, place, quoted });
        }
    }

    pub fn get(&self, index: usize) -> Option<&Unit> {
        self.lines.get(index)
    }
}
