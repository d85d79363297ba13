//! PDF: the fields of a form (AcroForm), and the words of a page where there are none.
//!
//! A form that was printed to PDF has only drawn words and lines left; `tables` puts its tables together again.

mod layout;
mod tables;

use super::model::{Control, ControlKind, Document};
use super::refusal::{Refusal, RefusalKind};
use lopdf::{Dictionary, Object};
use std::collections::BTreeSet;

const MOST_FIELDS: usize = 2_000;
const DEEPEST: usize = 20;
/// Pages after which a file is no application.
const MOST_PAGES: usize = 60;

/// The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
pub fn recognise(bytes: &[u8]) -> bool {
    bytes.get(..1024).unwrap_or(bytes).windows(5).any(|window| window == b"%PDF-")
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    // Both libraries may panic on a damaged file. The process they run in is a child with limits; a panic that can be
    // caught saves starting another.
    std::panic::catch_unwind(|| read_inner(bytes))
        .unwrap_or_else(|_| Err(Refusal::because(RefusalKind::Damaged, "the PDF library panicked")))
}

fn read_inner(bytes: &[u8]) -> Result<Document, Refusal> {
    let file = match lopdf::Document::load_mem(bytes) {
        Ok(file) => file,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
            return Err(Refusal::new(RefusalKind::Encrypted));
        }
        Err(e) => return Err(Refusal::because(RefusalKind::Damaged, e)),
    };
    // A file with an empty user password has been decrypted on loading.
    if file.is_encrypted() {
        return Err(Refusal::new(RefusalKind::Encrypted));
    }
    let mut document = Document { fields: form_fields(&file), ..Document::default() };
    if document.fields.iter().any(|field| !field.value.is_empty()) {
        return Ok(document);
    }
    if file.get_pages().len() > MOST_PAGES {
        document.problems.push(format!("more than {MOST_PAGES} pages: the text was not read"));
        return Ok(document);
    }
    match layout::read(&file) {
        Ok(blocks) => document.blocks = blocks,
        Err(why) if document.fields.is_empty() => return Err(Refusal::because(RefusalKind::Damaged, why)),
        Err(why) => document.problems.push(why),
    }
    // Pages without a single word are scans.
    if document.size() == 0 && !file.get_pages().is_empty() {
        return Err(Refusal::because(RefusalKind::Picture, "no text on any page"));
    }
    Ok(document)
}

fn form_fields(file: &lopdf::Document) -> Vec<Control> {
    let mut out = vec![];
    let form = file.catalog().ok().and_then(|catalog| resolve_dict(file, catalog.get(b"AcroForm").ok()));
    let Some(fields) = form.and_then(|form| resolve(file, form.get(b"Fields").ok()?)?.as_array().ok()) else {
        return out;
    };
    let mut seen = BTreeSet::new();
    for field in fields {
        walk(file, field, &Inherited::default(), 0, &mut seen, &mut out);
    }
    out
}

/// What a field takes from its parents (ISO 32000-1 §12.7.3.1).
#[derive(Default, Clone)]
struct Inherited<'a> {
    name: String,
    kind: Option<&'a [u8]>,
    value: Option<&'a Object>,
    flags: i64,
    tooltip: String,
}

fn resolve<'a>(file: &'a lopdf::Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

fn resolve_dict<'a>(file: &'a lopdf::Document, object: Option<&'a Object>) -> Option<&'a Dictionary> {
    resolve(file, object?)?.as_dict().ok()
}

fn text_of(object: &Object) -> String {
    let text = match object.as_str() {
        // UTF-16 or UTF-8, by its mark.
        Ok([0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..]) | Err(_) => {
            lopdf::decode_text_string(object).unwrap_or_default()
        }
        Ok(bytes) => pdf_doc_text(bytes),
    };
    let text = text.trim_start_matches('\u{feff}');
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// Text in PDFDocEncoding. lopdf's table has no line ends and tabs and drops them, which would glue words together.
fn pdf_doc_text(bytes: &[u8]) -> String {
    let mut out = String::new();
    for piece in bytes.split_inclusive(|b| matches!(b, b'\r' | b'\n' | b'\t')) {
        let (words, end) = match piece.split_last() {
            Some((b'\r', words)) => (words, "\r"),
            Some((b'\n', words)) => (words, "\n"),
            Some((b'\t', words)) => (words, " "),
            Some(_) | None => (piece, ""),
        };
        let words = Object::String(words.to_vec(), lopdf::StringFormat::Literal);
        out.push_str(&lopdf::decode_text_string(&words).unwrap_or_default());
        out.push_str(end);
    }
    out
}

fn walk<'a>(
    file: &'a lopdf::Document,
    field: &'a Object,
    parent: &Inherited<'a>,
    depth: usize,
    seen: &mut BTreeSet<lopdf::ObjectId>,
    out: &mut Vec<Control>,
) {
    if depth > DEEPEST || out.len() >= MOST_FIELDS {
        return;
    }
    if let Ok(id) = field.as_reference()
        && !seen.insert(id)
    {
        return;
    }
    let Some(dict) = resolve_dict(file, Some(field)) else { return };
    let get = |key: &[u8]| dict.get(key).ok().and_then(|object| resolve(file, object));
    let mut own = parent.clone();
    if let Some(part) = get(b"T").map(text_of).filter(|t| !t.is_empty()) {
        own.name = if own.name.is_empty() { part } else { format!("{}.{part}", own.name) };
    }
    own.kind = get(b"FT").and_then(|o| o.as_name().ok()).or(own.kind);
    own.value = get(b"V").or(own.value);
    own.flags = get(b"Ff").and_then(|o| o.as_i64().ok()).unwrap_or(own.flags);
    if let Some(tooltip) = get(b"TU").map(text_of).filter(|t| !t.is_empty()) {
        own.tooltip = tooltip;
    }
    let children: Vec<&Object> =
        get(b"Kids").and_then(|o| o.as_array().ok()).map(|kids| kids.iter().collect()).unwrap_or_default();
    // Kids without a name of their own are the places where this very field is shown.
    let named = |kid: &&Object| resolve_dict(file, Some(kid)).is_some_and(|d| d.has(b"T"));
    if children.iter().any(named) {
        for child in children {
            walk(file, child, &own, depth + 1, seen, out);
        }
        return;
    }
    if let Some(control) = control_of(file, &own) {
        out.push(control);
    }
}

/// Flag bits of buttons (ISO 32000-1 table 226).
const PUSH_BUTTON: i64 = 1 << 16;
const RADIO: i64 = 1 << 15;

fn control_of(file: &lopdf::Document, field: &Inherited<'_>) -> Option<Control> {
    let control = |kind, value| Control { tag: field.name.clone(), alias: field.tooltip.clone(), kind, value };
    match field.kind {
        Some(b"Tx") => Some(control(ControlKind::Text, field.value.map(value_text).unwrap_or_default())),
        Some(b"Ch") => {
            let value = match field.value.map(|v| resolve(file, v).unwrap_or(v)) {
                Some(Object::Array(chosen)) => {
                    chosen.iter().filter_map(|o| resolve(file, o)).map(text_of).collect::<Vec<_>>().join("; ")
                }
                Some(other) => value_text(other),
                None => String::new(),
            };
            Some(control(ControlKind::Choice, value))
        }
        Some(b"Btn") if field.flags & PUSH_BUTTON != 0 => None,
        Some(b"Btn") => {
            let state = field
                .value
                .and_then(|v| v.as_name().ok())
                .map(|n| String::from_utf8_lossy(n).into_owned())
                .unwrap_or_default();
            let on = !state.is_empty() && state != "Off";
            if field.flags & RADIO != 0 {
                Some(control(ControlKind::Choice, if on { state } else { String::new() }))
            } else {
                Some(control(ControlKind::Tick, if on { "yes".to_owned() } else { String::new() }))
            }
        }
        // Signatures and fields without a type hold nothing to read.
        Some(_) | None => None,
    }
}

/// A text value may also be a stream (rich or very long text).
fn value_text(value: &Object) -> String {
    match value.as_stream() {
        Ok(stream) => stream
            .decompressed_content()
            .map(|bytes| text_of(&Object::String(bytes, lopdf::StringFormat::Literal)))
            .unwrap_or_default(),
        Err(_) => text_of(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_answer_stay_apart_in_every_encoding() {
        let text = |bytes: &[u8]| text_of(&Object::String(bytes.to_vec(), lopdf::StringFormat::Literal));
        assert_eq!(text(b"one\rtwo\r\nthree\tfour caf\xe9"), "one\ntwo\nthree four caf\u{e9}");
        assert_eq!(text(b"\xfe\xff\0o\0\r\0t"), "o\nt");
        assert_eq!(text(b"\xef\xbb\xbfcaf\xc3\xa9"), "café");
        assert_eq!(text(b""), "");
    }
}
