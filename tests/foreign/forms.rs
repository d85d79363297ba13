//! Filled and blank forms of public bodies and test suites: what is stored in them is found.

use super::{assert_only, corpus, files, name, table};
use alliance_clerk::documents::{self, Block, Control, ControlKind, Document, Inline, RefusalKind};
use std::collections::BTreeMap;

/// Files that are refused, and rightly.
const REFUSED: &[(&str, RefusalKind)] =
    &[("International-Travel-Approval-Request-Form.doc", RefusalKind::NeedsConversion)];

/// Values that the clerk means to read otherwise than the table.
const MEANT: &[(&str, &str)] = &[(
    "testWORD_2006ml.docx",
    "four controls stand twice, in a drawing and in its fallback for old programs: read once",
)];

/// A field as the table has it.
struct Field {
    kind: String,
    name: String,
    value: String,
}

fn controls(blocks: &[Block], out: &mut Vec<Control>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.extend(paragraph.inlines.iter().filter_map(|inline| match inline {
                Inline::Control(control) => Some(control.clone()),
                Inline::Text(_) => None,
            })),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| controls(&cell.blocks, out)),
            Block::Control(control, inner) => {
                out.push(control.clone());
                controls(inner, out);
            }
        }
    }
}

fn all_controls(document: &Document) -> Vec<Control> {
    let mut out = vec![];
    controls(&document.blocks, &mut out);
    out.extend(document.fields.iter().cloned());
    out
}

/// Without blanks: programs differ in what they write between the paragraphs of one control.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_tick(kind: &str) -> bool {
    matches!(kind, "checkbox" | "control-checkbox" | "legacy-checkbox")
}

/// What we should have found, in our words.
fn expected(field: &Field) -> String {
    match field.kind.as_str() {
        kind if is_tick(kind) => {
            let ticked = !matches!(field.value.as_str(), "" | "unchecked" | "/Off");
            if ticked { "yes".to_owned() } else { String::new() }
        }
        "radio" => field.value.trim_start_matches('/').to_owned(),
        "list" => field.value.replace('|', "; "),
        // A prompt is no answer.
        kind if kind.ends_with("placeholder") => String::new(),
        _ => field.value.clone(),
    }
}

/// Takes the control that a field is, out of those not taken yet.
fn take(field: &Field, left: &mut Vec<Control>) -> bool {
    let wanted = bare(&expected(field));
    let fits = |control: &Control| {
        bare(&control.value) == wanted && (control.kind == ControlKind::Tick) == is_tick(&field.kind)
    };
    let named = |control: &Control| [&control.tag, &control.alias].into_iter().any(|n| *n == field.name);
    let at = left.iter().position(|c| named(c) && fits(c)).or_else(|| left.iter().position(fits));
    at.map(|at| left.remove(at)).is_some()
}

#[test]
fn every_form_is_read_or_refused_by_name() {
    let Some(folder) = corpus("forms") else { return };
    for file in files(&folder).iter().filter(|file| !name(file).ends_with(".tsv")) {
        let refused = REFUSED.iter().find(|(known, _)| *known == name(file)).map(|(_, kind)| *kind);
        let read = documents::read(&std::fs::read(file).unwrap());
        assert_eq!(read.as_ref().err().map(|refusal| refusal.kind), refused, "{}", name(file));
        if let Ok(document) = read {
            assert!(document.size() > 0, "{}: nothing was found", name(file));
            assert!(document.problems.is_empty(), "{}: {:?}", name(file), document.problems);
        }
    }
}

#[test]
fn what_is_stored_in_a_form_is_found() {
    let Some(folder) = corpus("forms") else { return };
    let mut by_file: BTreeMap<String, Vec<Field>> = BTreeMap::new();
    for row in table(&folder.join("fields.tsv")) {
        let field = Field { kind: row[2].clone(), name: row[3].clone(), value: row[4].clone() };
        by_file.entry(row[0].clone()).or_default().push(field);
    }
    let (mut found, mut all) = (0, 0);
    let mut wrong = vec![];
    for (file, fields) in &by_file {
        let document = documents::read(&std::fs::read(folder.join(file)).unwrap()).unwrap();
        let mut left = all_controls(&document);
        let text = bare(&document.text());
        // Nothing is filled into a group, a button or a signature.
        for field in fields.iter().filter(|f| !matches!(f.kind.as_str(), "control-group" | "pushbutton" | "signature"))
        {
            all += 1;
            // A rich control may hold whole rows: then it is no field to us, and its words stand in the text.
            let in_text = || field.kind == "control-rich" && text.contains(&bare(&field.value));
            if take(field, &mut left) || in_text() {
                found += 1;
            } else {
                wrong.push((file.clone(), format!("{} {:?} = {:?}", field.kind, field.name, field.value)));
            }
        }
    }
    println!("{found} of {all} stored values are found as they are stored");
    assert_only(&wrong, MEANT);
}
