//! Word documents (.docx, .docm, .dotx): WordprocessingML, transitional and strict.
//!
//! Deleted text (tracked changes) is left out and inserted text is taken, so that what is read is what the sender
//! sees with "All Markup" accepted. Nothing that a file points to is ever fetched.

mod fields;

use super::container::{self, Container};
use super::model::{Block, Cell, Control, ControlKind, Document, Inline, Paragraph, Table};
use super::refusal::{Refusal, RefusalKind};
use fields::OldFields;
use roxmltree::Node;

/// Nested tables and controls beyond this depth are not followed: no form has them, only hostile files.
const DEEPEST: usize = 40;

const MAIN_PARTS: [&str; 2] = ["word/document.xml", "word/document2.xml"];

pub fn recognise(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && Container::open(bytes).is_ok_and(|c| MAIN_PARTS.iter().any(|part| c.has(part)))
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut container = Container::open(bytes)?;
    let main = MAIN_PARTS.into_iter().find(|part| container.has(part)).unwrap_or("word/document.xml");
    let text = container.part(main)?.ok_or_else(|| Refusal::because(RefusalKind::Damaged, "no main part"))?;
    let xml = container::xml(&text)?;
    let mut walker = Walker::default();
    let mut document = Document { form: form_property(&mut container), ..Document::default() };
    if let Some(body) = xml.root_element().children().find(|n| is(n, "body")) {
        document.blocks = walker.blocks(body, 0);
    }
    for name in container.names("word/header", ".xml").into_iter().chain(container.names("word/footer", ".xml")) {
        match margin_controls(&mut container, &name) {
            Ok(controls) => document.fields.extend(controls),
            Err(refusal) => document.problems.push(format!("{name}: {refusal}")),
        }
    }
    if walker.too_deep {
        document.problems.push("parts of the file are nested too deeply and were not read".to_owned());
    }
    Ok(document)
}

/// Controls of a header or footer: they have no place in the flow of the text, but a form may keep one there.
fn margin_controls(container: &mut Container<'_>, name: &str) -> Result<Vec<Control>, Refusal> {
    let Some(text) = container.part(name)? else { return Ok(vec![]) };
    let xml = container::xml(&text)?;
    let blocks = Walker::default().blocks(xml.root_element(), 0);
    let mut controls = vec![];
    gather_controls(&blocks, &mut controls);
    Ok(controls)
}

fn gather_controls(blocks: &[Block], out: &mut Vec<Control>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.extend(paragraph.inlines.iter().filter_map(|inline| match inline {
                Inline::Control(control) => Some(control.clone()),
                Inline::Text(_) => None,
            })),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| gather_controls(&cell.blocks, out)),
            Block::Control(control, _) => out.push(control.clone()),
        }
    }
}

/// The form that the file says it is, in the custom property that our blank forms carry.
fn form_property(container: &mut Container<'_>) -> Option<String> {
    let text = container.part("docProps/custom.xml").ok()??;
    let xml = container::xml(&text).ok()?;
    let property = xml
        .descendants()
        .find(|n| n.tag_name().name() == "property" && n.attribute("name") == Some(super::model::FORM_PROPERTY))?;
    let value: String = property.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect();
    Some(value.trim().chars().take(120).collect())
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn child<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|n| is(n, name))
}

/// An attribute by its local name, whatever prefix the writer chose.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

/// `w:val` of a child element.
fn value_of<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|n| attribute(n, "val"))
}

/// An on/off property (ECMA-376 §17.17.4): present means on, unless its value says otherwise.
fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off"))
}

/// Branches of `mc:AlternateContent` say the same thing twice; the first that has anything is taken.
fn alternative<'a, 'b>(node: Node<'a, 'b>) -> Option<Node<'a, 'b>> {
    let has_text = |n: &Node<'a, 'b>| n.descendants().any(|d| is(&d, "t"));
    let branch = |name: &'static str| node.children().find(move |n| is(n, name));
    branch("Choice").filter(has_text).or_else(|| branch("Fallback")).or_else(|| branch("Choice"))
}

#[derive(Default)]
struct Walker {
    old: OldFields,
    too_deep: bool,
}

impl Walker {
    /// Paragraphs, tables and block controls beneath a node.
    fn blocks(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Block> {
        let mut out = vec![];
        if depth > DEEPEST {
            self.too_deep = true;
            return out;
        }
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "p" => self.paragraph(n, depth, &mut out),
                "tbl" => out.push(Block::Table(self.table(n, depth))),
                "sdt" => {
                    let inner = child(n, "sdtContent").map(|c| self.blocks(c, depth + 1)).unwrap_or_default();
                    out.push(match control_of(n, &text_of(&inner)) {
                        Some(control) => Block::Control(control, inner),
                        None => Block::Control(Control::default(), inner),
                    });
                }
                "customXml" | "smartTag" | "ins" | "moveTo" => out.extend(self.blocks(n, depth + 1)),
                "AlternateContent" => {
                    if let Some(branch) = alternative(n) {
                        out.extend(self.blocks(branch, depth + 1));
                    }
                }
                _ => {}
            }
        }
        out
    }

    /// One paragraph, then whatever text boxes hang on it.
    fn paragraph(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Vec<Block>) {
        let mut paragraph = Paragraph { heading: is_heading(node), ..Paragraph::default() };
        let mut boxes = vec![];
        self.inlines(node, depth, &mut paragraph.inlines, &mut boxes);
        self.old.end_of_paragraph(&mut paragraph.inlines);
        out.push(Block::Paragraph(paragraph));
        out.append(&mut boxes);
    }

    fn inlines(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Vec<Inline>, boxes: &mut Vec<Block>) {
        if depth > DEEPEST {
            self.too_deep = true;
            return;
        }
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "r" => self.run(n, depth, out, boxes),
                "sdt" => {
                    let mut inner = vec![];
                    if let Some(content) = child(n, "sdtContent") {
                        self.inlines(content, depth + 1, &mut inner, boxes);
                    }
                    let text: String = inner.iter().map(Inline::text).collect();
                    match control_of(n, &text) {
                        Some(control) => out.push(Inline::Control(control)),
                        None => out.append(&mut inner),
                    }
                }
                "hyperlink" | "ins" | "moveTo" | "smartTag" | "customXml" | "fldSimple" | "dir" | "bdo" => {
                    self.inlines(n, depth + 1, out, boxes)
                }
                "AlternateContent" => {
                    if let Some(branch) = alternative(n) {
                        self.inlines(branch, depth + 1, out, boxes);
                    }
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: Node<'_, '_>, depth: usize, out: &mut Vec<Inline>, boxes: &mut Vec<Block>) {
        for n in run.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "t" => self.old.text(n.text().unwrap_or(""), out),
                "tab" | "ptab" => self.old.text("\t", out),
                "br" | "cr" => self.old.text("\n", out),
                "noBreakHyphen" => self.old.text("-", out),
                "sym" => self.old.text(symbol(n), out),
                "fldChar" => self.old.mark(n, out),
                "drawing" | "pict" | "object" => self.text_boxes(n, depth, boxes),
                "AlternateContent" => {
                    if let Some(branch) = alternative(n) {
                        self.run(branch, depth + 1, out, boxes);
                    }
                }
                _ => {}
            }
        }
    }

    fn text_boxes(&mut self, node: Node<'_, '_>, depth: usize, boxes: &mut Vec<Block>) {
        if depth > DEEPEST {
            self.too_deep = true;
            return;
        }
        for content in node.descendants().filter(|n| is(n, "txbxContent")) {
            // A box within a box is reached from the outer one.
            let nested = content.ancestors().skip(1).take_while(|a| *a != node).any(|a| is(&a, "txbxContent"));
            let in_fallback = content.ancestors().take_while(|a| *a != node).any(|a| is(&a, "Fallback"));
            if !nested && !in_fallback {
                boxes.extend(self.blocks(content, depth + 1));
            }
        }
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Table {
        let mut table = Table::default();
        if depth > DEEPEST {
            self.too_deep = true;
            return table;
        }
        self.rows(node, depth, &mut table.rows);
        table
    }

    fn rows(&mut self, node: Node<'_, '_>, depth: usize, rows: &mut Vec<Vec<Cell>>) {
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "tr" => {
                    // A row deleted with tracked changes on is no longer there for its sender.
                    let deleted = child(n, "trPr").is_some_and(|p| child(p, "del").is_some());
                    if !deleted {
                        let mut row = vec![];
                        self.cells(n, depth, &mut row);
                        rows.push(row);
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" if depth <= DEEPEST => self.rows(n, depth, rows),
                _ => {}
            }
        }
    }

    fn cells(&mut self, node: Node<'_, '_>, depth: usize, row: &mut Vec<Cell>) {
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "tc" => row.push(Cell { span: span_of(n), blocks: self.blocks(n, depth + 1) }),
                "sdt" => {
                    let mut inner = vec![];
                    if let Some(content) = child(n, "sdtContent") {
                        self.cells(content, depth, &mut inner);
                    }
                    // A control around a whole cell: the cell keeps its place, the control its name.
                    for cell in &mut inner {
                        let blocks = std::mem::take(&mut cell.blocks);
                        let control = control_of(n, &text_of(&blocks)).unwrap_or_default();
                        cell.blocks = vec![Block::Control(control, blocks)];
                    }
                    row.append(&mut inner);
                }
                "customXml" => self.cells(n, depth, row),
                _ => {}
            }
        }
    }
}

/// Columns that a cell spans. A file may claim two thousand million; a form never needs a hundred.
fn span_of(cell: Node<'_, '_>) -> u16 {
    child(cell, "tcPr")
        .and_then(|p| value_of(p, "gridSpan"))
        .and_then(|v| v.parse::<u32>().ok())
        .map_or(1, |v| u16::try_from(v.clamp(1, 63)).unwrap_or(1))
}

fn is_heading(paragraph: Node<'_, '_>) -> bool {
    let Some(properties) = child(paragraph, "pPr") else { return false };
    let style = value_of(properties, "pStyle").unwrap_or("").to_lowercase();
    style.starts_with("heading") || style == "title" || child(properties, "outlineLvl").is_some()
}

/// The text of blocks, a line for each paragraph.
fn text_of(blocks: &[Block]) -> String {
    let document = Document { blocks: blocks.to_vec(), ..Document::default() };
    document.text().trim_end_matches('\n').to_owned()
}

/// A content control with what is filled into it; `None` for one that is nothing to fill in (a contents list, a group).
fn control_of(sdt: Node<'_, '_>, text: &str) -> Option<Control> {
    let properties = child(sdt, "sdtPr")?;
    let has = |name: &str| child(properties, name).is_some();
    if has("docPartObj") || has("group") || has("picture") || has("bibliography") || has("citation") {
        return None;
    }
    let tag = value_of(properties, "tag").unwrap_or("").trim().to_owned();
    let alias = value_of(properties, "alias").unwrap_or("").trim().to_owned();
    if let Some(checkbox) = child(properties, "checkbox") {
        let ticked = child(checkbox, "checked").is_some_and(is_on);
        return Some(Control {
            tag,
            alias,
            kind: ControlKind::Tick,
            value: if ticked { "yes".to_owned() } else { String::new() },
        });
    }
    let kind = if has("dropDownList") || has("comboBox") {
        ControlKind::Choice
    } else if has("date") {
        ControlKind::Date
    } else {
        ControlKind::Text
    };
    let placeholder = child(properties, "showingPlcHdr").is_some_and(is_on);
    let value = if placeholder { String::new() } else { text.to_owned() };
    Some(Control { tag, alias, kind, value })
}

/// Check marks and boxes of the Wingdings fonts; everything else is an ornament.
fn symbol(node: Node<'_, '_>) -> &'static str {
    let code = attribute(node, "char").and_then(|c| u32::from_str_radix(c, 16).ok()).map(|c| c & 0xff);
    let font = attribute(node, "font").unwrap_or("").to_lowercase();
    match (font.as_str(), code) {
        ("wingdings", Some(0xfd | 0xfe | 0x78)) => "☒",
        ("wingdings", Some(0xfc | 0xfb)) => "✓",
        ("wingdings", Some(0xa8 | 0x6f | 0x71 | 0x72)) => "☐",
        ("wingdings 2", Some(0x50 | 0x4f)) => "✓",
        ("wingdings 2", Some(0x52..=0x55)) => "☒",
        ("wingdings 2", Some(0x2a | 0xa3 | 0x30)) => "☐",
        _ => "",
    }
}
