//! What a reader makes of a file: paragraphs, tables, controls and check boxes, whatever the format was.

use serde::{Deserialize, Serialize};

/// The custom property by which the reader knows a form of ours, whatever an editor did to its tags.
pub const FORM_PROPERTY: &str = "AllianceClerkForm";

/// A file, read. Content and problems are not exclusive: half a document is worth having.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The form that the file says it is (our blank forms carry a custom property), as `id` or `id/version`.
    pub form: Option<String>,
    pub blocks: Vec<Block>,
    /// Named fields without a place in the text: those of a PDF form.
    pub fields: Vec<Control>,
    /// Parts that could not be read.
    pub problems: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
    /// A content control around whole paragraphs or tables.
    Control(Control, Vec<Block>),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Styled as a heading or title.
    pub heading: bool,
    /// How deep it is quoted, in a mail's body.
    pub quoted: u8,
    pub inlines: Vec<Inline>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Inline {
    Text(String),
    Control(Control),
}

/// A place made to be filled in: a content control, an old form field, a check box, a PDF field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// The name that programs use.
    pub tag: String,
    /// The name that people see.
    pub alias: String,
    pub kind: ControlKind,
    /// What was filled in; empty while the placeholder shows.
    pub value: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ControlKind {
    #[default]
    Text,
    Choice,
    Date,
    /// `value` is `yes` when ticked.
    Tick,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// How many columns it spans, at least one.
    pub span: u16,
    pub blocks: Vec<Block>,
}

impl Paragraph {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { heading: false, quoted: 0, inlines: vec![Inline::Text(text.into())] }
    }

    /// The text, with what is filled into controls and `☒`/`☐` for check boxes.
    pub fn text(&self) -> String {
        self.inlines.iter().map(Inline::text).collect()
    }
}

impl Inline {
    pub fn text(&self) -> &str {
        match self {
            Inline::Text(text) => text,
            Inline::Control(control) => control.text(),
        }
    }
}

impl Control {
    pub fn is_ticked(&self) -> bool {
        self.kind == ControlKind::Tick && !self.value.is_empty()
    }

    pub fn text(&self) -> &str {
        match (self.kind, self.is_ticked()) {
            (ControlKind::Tick, true) => "☒",
            (ControlKind::Tick, false) => "☐",
            (ControlKind::Text | ControlKind::Choice | ControlKind::Date, _) => &self.value,
        }
    }
}

impl Document {
    /// How much is in it: blocks and fields at any depth. Zero means that nothing was found.
    pub fn size(&self) -> usize {
        fn count(blocks: &[Block]) -> usize {
            blocks
                .iter()
                .map(|block| match block {
                    Block::Paragraph(_) => 1,
                    Block::Control(_, inner) => 1 + count(inner),
                    Block::Table(table) => table.rows.iter().flatten().map(|cell| count(&cell.blocks)).sum(),
                })
                .sum()
        }
        count(&self.blocks) + self.fields.len()
    }

    /// Every word of it, one paragraph a line: for recognising, never for answers.
    pub fn text(&self) -> String {
        fn gather(blocks: &[Block], out: &mut String) {
            for block in blocks {
                match block {
                    Block::Paragraph(paragraph) => {
                        out.push_str(&paragraph.text());
                        out.push('\n');
                    }
                    Block::Control(_, inner) => gather(inner, out),
                    Block::Table(table) => {
                        for cell in table.rows.iter().flatten() {
                            gather(&cell.blocks, out);
                        }
                    }
                }
            }
        }
        let mut out = String::new();
        gather(&self.blocks, &mut out);
        out
    }
}
