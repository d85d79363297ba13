//! OpenDocument text (.odt, .ott), as LibreOffice and Google Docs write it.
//!
//! Controls come in four shapes: LibreOffice's content controls (`loext:content-control`), field marks that stand for
//! Word's legacy fields, input fields and drop-downs of the text itself, and drawn form controls.

use super::container::{self, Container};
use super::model::{Block, Cell, Control, ControlKind, Document, FORM_PROPERTY, Inline, Paragraph, Table};
use super::refusal::{Refusal, RefusalKind};
use roxmltree::Node;
use std::collections::BTreeMap;

const DEEPEST: usize = 40;
/// `number-rows-repeated` may claim a million; nothing repeated is an answer.
const MOST_REPEATS: usize = 30;

pub fn recognise(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
        && Container::open(bytes).is_ok_and(|mut c| {
            c.has("content.xml")
                && c.part("mimetype")
                    .ok()
                    .flatten()
                    .is_none_or(|m| m.trim().starts_with("application/vnd.oasis.opendocument.text"))
        })
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut container = Container::open(bytes)?;
    if is_encrypted(&mut container) {
        return Err(Refusal::new(RefusalKind::Encrypted));
    }
    let text =
        container.part("content.xml")?.ok_or_else(|| Refusal::because(RefusalKind::Damaged, "no content.xml"))?;
    let xml = container::xml(&text)?;
    let body = xml
        .root_element()
        .descendants()
        .find(|n| n.tag_name().name() == "text" && n.parent().is_some_and(|p| p.tag_name().name() == "body"))
        .ok_or_else(|| Refusal::because(RefusalKind::WrongKind, "no text body"))?;
    let mut walker = Walker { drawn: drawn_controls(body), ..Walker::default() };
    let mut document = Document { form: form_property(&mut container), ..Document::default() };
    walker.blocks(body, 0, &mut document.blocks);
    // Controls that are drawn on the page rather than in the text still hold answers.
    document.fields.extend(walker.drawn.into_values());
    if walker.too_deep {
        document.problems.push("parts of the file are nested too deeply and were not read".to_owned());
    }
    Ok(document)
}

/// Whether an OpenDocument file is protected by a password.
pub(super) fn is_encrypted(container: &mut Container<'_>) -> bool {
    container.part("META-INF/manifest.xml").ok().flatten().is_some_and(|m| m.contains("encryption-data"))
}

fn form_property(container: &mut Container<'_>) -> Option<String> {
    let text = container.part("meta.xml").ok()??;
    let xml = container::xml(&text).ok()?;
    let value: String = xml
        .descendants()
        .find(|n| n.tag_name().name() == "user-defined" && attribute(*n, "name") == Some(FORM_PROPERTY))?
        .text()?
        .trim()
        .chars()
        .take(120)
        .collect();
    Some(value)
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

/// Form controls that are drawn (`office:forms`), by their id.
fn drawn_controls(body: Node<'_, '_>) -> BTreeMap<String, Control> {
    let mut out = BTreeMap::new();
    for forms in body.children().filter(|n| n.tag_name().name() == "forms") {
        for n in forms.descendants().filter(Node::is_element) {
            let Some(id) = attribute(n, "id").or_else(|| attribute(n, "control-implementation")) else { continue };
            let tag = attribute(n, "name").unwrap_or("").to_owned();
            let alias = attribute(n, "label").or_else(|| attribute(n, "title")).unwrap_or("").to_owned();
            let value = attribute(n, "current-value").or_else(|| attribute(n, "value")).unwrap_or("").to_owned();
            let ticked = || {
                matches!(attribute(n, "current-state").or_else(|| attribute(n, "state")), Some("checked"))
                    || attribute(n, "current-selected") == Some("true")
            };
            let control = match n.tag_name().name() {
                "text" | "textarea" | "formatted-text" | "number" | "time" => {
                    Control { tag, alias, kind: ControlKind::Text, value }
                }
                "date" => Control { tag, alias, kind: ControlKind::Date, value },
                "combobox" => Control { tag, alias, kind: ControlKind::Choice, value },
                "listbox" => {
                    let chosen = n.children().find(|o| {
                        attribute(*o, "current-selected") == Some("true") || attribute(*o, "selected") == Some("true")
                    });
                    let value = chosen
                        .and_then(|o| attribute(o, "label").or_else(|| attribute(o, "value")))
                        .unwrap_or("")
                        .to_owned();
                    Control { tag, alias, kind: ControlKind::Choice, value }
                }
                "checkbox" | "radio" => Control {
                    tag,
                    alias,
                    kind: ControlKind::Tick,
                    value: if ticked() { "yes".to_owned() } else { String::new() },
                },
                _ => continue,
            };
            out.insert(id.to_owned(), control);
        }
    }
    out
}

#[derive(Default)]
struct Walker {
    drawn: BTreeMap<String, Control>,
    /// A field mark that has begun and not ended: its text is the control's value.
    mark: Option<Control>,
    too_deep: bool,
}

impl Walker {
    fn blocks(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Vec<Block>) {
        if depth > DEEPEST {
            self.too_deep = true;
            return;
        }
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "p" | "h" => self.paragraph(n, depth, out),
                "table" => {
                    let mut table = Table::default();
                    self.rows(n, depth, &mut table.rows);
                    out.push(Block::Table(table));
                }
                // What was deleted with tracked changes on is kept here, and is no longer there for its sender.
                "tracked-changes" | "forms" | "sequence-decls" => {}
                _ => self.blocks(n, depth + 1, out),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Vec<Block>) {
        let mut paragraph = Paragraph { heading: node.tag_name().name() == "h", ..Paragraph::default() };
        let mut boxes = vec![];
        self.inlines(node, depth, &mut paragraph.inlines, &mut boxes);
        if let Some(mark) = self.mark.as_mut().filter(|m| !m.value.is_empty()) {
            let so_far = std::mem::take(&mut mark.value);
            paragraph.inlines.push(Inline::Control(tidied(Control { value: so_far, ..mark.clone() })));
        }
        out.push(Block::Paragraph(paragraph));
        out.append(&mut boxes);
    }

    fn text(&mut self, text: &str, out: &mut Vec<Inline>) {
        match (&mut self.mark, out.last_mut()) {
            (Some(mark), _) if mark.kind != ControlKind::Tick => mark.value.push_str(text),
            (Some(_), _) => {}
            (None, Some(Inline::Text(last))) => last.push_str(text),
            (None, Some(Inline::Control(_)) | None) => out.push(Inline::Text(text.to_owned())),
        }
    }

    fn inlines(&mut self, node: Node<'_, '_>, depth: usize, out: &mut Vec<Inline>, boxes: &mut Vec<Block>) {
        if depth > DEEPEST {
            self.too_deep = true;
            return;
        }
        for n in node.children() {
            if n.is_text() {
                // White space collapses in OpenDocument (§6.1.2); real blanks are elements.
                let raw = n.text().unwrap_or("");
                let mut folded: String = raw.split_whitespace().collect::<Vec<_>>().join(" ");
                if raw.starts_with(char::is_whitespace) && !folded.is_empty() {
                    folded.insert(0, ' ');
                }
                if raw.ends_with(char::is_whitespace) {
                    folded.push(' ');
                }
                self.text(&folded, out);
                continue;
            }
            match n.tag_name().name() {
                "s" => {
                    let count = attribute(n, "c").and_then(|c| c.parse::<usize>().ok()).unwrap_or(1).min(200);
                    self.text(&" ".repeat(count), out);
                }
                "tab" => self.text("\t", out),
                "line-break" => self.text("\n", out),
                "text-input" | "drop-down" | "date" | "variable-input" | "user-field-input" => {
                    out.push(Inline::Control(input_field(n)))
                }
                // Shown until something is typed over it; then it is gone.
                "placeholder" => out.push(Inline::Control(Control { alias: inner_text(n), ..Control::default() })),
                "content-control" => self.content_control(n, depth, out, boxes),
                "fieldmark" => out.push(Inline::Control(tidied(field_mark(n)))),
                "fieldmark-start" => self.mark = Some(field_mark(n)),
                "fieldmark-end" => {
                    if let Some(mark) = self.mark.take() {
                        out.push(Inline::Control(tidied(mark)));
                    }
                }
                "control" => {
                    if let Some(control) = attribute(n, "control").and_then(|id| self.drawn.remove(id)) {
                        out.push(Inline::Control(control));
                    }
                }
                "frame" | "text-box" | "custom-shape" | "g" if n.descendants().any(|d| d.tag_name().name() == "p") => {
                    self.blocks(n, depth + 1, boxes)
                }
                "note" | "annotation" | "annotation-end" | "bookmark" | "soft-page-break" | "change" => {}
                _ => self.inlines(n, depth + 1, out, boxes),
            }
        }
    }

    fn content_control(&mut self, n: Node<'_, '_>, depth: usize, out: &mut Vec<Inline>, boxes: &mut Vec<Block>) {
        let mut inner = vec![];
        self.inlines(n, depth + 1, &mut inner, boxes);
        let text: String = inner.iter().map(Inline::text).collect();
        let flag = |name: &str| attribute(n, name) == Some("true");
        let tag = attribute(n, "tag").unwrap_or("").to_owned();
        let alias = attribute(n, "alias").unwrap_or("").to_owned();
        let control = if flag("checkbox") {
            Control {
                tag,
                alias,
                kind: ControlKind::Tick,
                value: if flag("checked") { "yes".to_owned() } else { String::new() },
            }
        } else {
            let kind =
                if flag("dropdown") || flag("combobox") || n.children().any(|c| c.tag_name().name() == "list-item") {
                    ControlKind::Choice
                } else if flag("date") {
                    ControlKind::Date
                } else {
                    ControlKind::Text
                };
            Control { tag, alias, kind, value: if flag("showing-place-holder") { String::new() } else { text } }
        };
        out.push(Inline::Control(control));
    }

    fn rows(&mut self, node: Node<'_, '_>, depth: usize, rows: &mut Vec<Vec<Cell>>) {
        for n in node.children().filter(Node::is_element) {
            match n.tag_name().name() {
                "table-row" => {
                    let mut row = vec![];
                    for cell in
                        n.children().filter(|c| matches!(c.tag_name().name(), "table-cell" | "covered-table-cell"))
                    {
                        if cell.tag_name().name() == "covered-table-cell" {
                            continue;
                        }
                        let number = |name: &str| {
                            attribute(cell, name).and_then(|v| v.parse::<u32>().ok()).unwrap_or(1).clamp(1, 63)
                        };
                        let mut blocks = vec![];
                        self.blocks(cell, depth + 1, &mut blocks);
                        let repeats = usize::try_from(number("number-columns-repeated")).unwrap_or(1).min(MOST_REPEATS);
                        let span = u16::try_from(number("number-columns-spanned")).unwrap_or(1);
                        row.extend(std::iter::repeat_n(Cell { span, blocks }, repeats));
                    }
                    rows.push(row);
                }
                "table-header-rows" | "table-row-group" | "table-rows" if depth <= DEEPEST => {
                    self.rows(n, depth + 1, rows)
                }
                _ => {}
            }
        }
    }
}

fn inner_text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect::<String>().trim().to_owned()
}

fn input_field(n: Node<'_, '_>) -> Control {
    let alias = attribute(n, "description").or_else(|| attribute(n, "help")).unwrap_or("").to_owned();
    let tag = attribute(n, "name").unwrap_or("").to_owned();
    let kind = match n.tag_name().name() {
        "drop-down" => ControlKind::Choice,
        "date" => ControlKind::Date,
        _ => ControlKind::Text,
    };
    Control { tag, alias, kind, value: inner_text(n) }
}

/// A field mark carries Word's legacy field through LibreOffice: its type names what it is.
fn field_mark(n: Node<'_, '_>) -> Control {
    let kind = attribute(n, "type").unwrap_or("");
    let parameters: BTreeMap<&str, &str> = n
        .children()
        .filter(|p| p.tag_name().name() == "param")
        .filter_map(|p| Some((attribute(p, "name")?, attribute(p, "value").unwrap_or(""))))
        .collect();
    let tag = attribute(n, "name").or_else(|| parameters.get("Name").copied()).unwrap_or("").to_owned();
    let alias = parameters.get("Hint").or_else(|| parameters.get("Description")).copied().unwrap_or("").to_owned();
    if kind.ends_with("FORMCHECKBOX") {
        let ticked = parameters.get("Checkbox_Checked") == Some(&"true");
        Control { tag, alias, kind: ControlKind::Tick, value: if ticked { "yes".to_owned() } else { String::new() } }
    } else if kind.ends_with("FORMDROPDOWN") {
        let entries: Vec<&str> = n
            .children()
            .filter(|p| attribute(*p, "name") == Some("Dropdown_ListEntry"))
            .filter_map(|p| attribute(p, "value"))
            .collect();
        let chosen = parameters
            .get("Dropdown_Selected")
            .and_then(|v| v.parse::<usize>().ok())
            .and_then(|i| entries.get(i).copied());
        Control { tag, alias, kind: ControlKind::Choice, value: chosen.unwrap_or("").to_owned() }
    } else {
        Control { tag, alias, kind: ControlKind::Text, value: String::new() }
    }
}

/// An empty text field shows en spaces.
fn tidied(mut control: Control) -> Control {
    if control.value.chars().all(|c| c.is_whitespace() || c == '\u{2002}') {
        control.value.clear();
    }
    control
}
