//! Writes the blank Word form of a definition, or one with some answers already in it.
//!
//! The parts are written by hand because no crate writes content controls with tag, type and lock
//! (research/documents.md §2). Controls stand inside a paragraph, not around it: LibreOffice keeps those best.
//! The form is not protected against editing, because protection switches Word's spell-checker off.

mod parts;

use super::definition::{Definition, Field, Kind, Section};
use crate::documents::model::FORM_PROPERTY;
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// What stands on the form besides its questions.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    pub alliance: String,
    /// Where the form is sent to.
    pub return_to: String,
}

/// The text that stands in an empty control, by kind. The reader takes all of them for blank.
pub fn placeholder(kind: Kind) -> &'static str {
    match kind {
        Kind::Line | Kind::Email | Kind::Phone | Kind::Number => "Click here and type",
        Kind::Lines => "Click here and type; press Enter for a new line",
        Kind::Essay => "Click here and type or paste your answer",
        Kind::Choice => "Choose from the list",
        Kind::Date => "Click to choose a date",
        Kind::Tick => "",
    }
}

/// The form as a Word file. `answers` maps field ids to what is already known.
///
/// # Errors
/// Only if the zip writer refuses, which it does for no input known to us.
pub fn write(
    form: &Definition,
    head: &Letterhead,
    answers: &BTreeMap<String, String>,
) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mark = format!("{}/{}", form.id, form.version);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE_RELS.to_owned()),
        ("docProps/core.xml", parts::core_properties(&form.title, &head.alliance)),
        ("docProps/custom.xml", parts::custom_property(FORM_PROPERTY, &mark)),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELS.to_owned()),
        ("word/document.xml", document(form, head, answers)),
        ("word/footer1.xml", parts::footer(&form.title, &mark)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/styles.xml", parts::STYLES.to_owned()),
    ];
    for (name, content) in files {
        // The options carry a fixed date, so that the same form is the same bytes every time.
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn document(form: &Definition, head: &Letterhead, answers: &BTreeMap<String, String>) -> String {
    let mut body = String::new();
    if !head.alliance.is_empty() {
        body.push_str(&styled("Alliance", &head.alliance));
    }
    body.push_str(&styled("Title", &form.title));
    for paragraph in form.intro.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        body.push_str(&styled("Intro", &one_line(paragraph)));
    }
    if !head.return_to.is_empty() {
        body.push_str(&styled("Intro", &format!("Please send the completed form to {}.", head.return_to)));
    }
    let mut next_id = 1000;
    for section in &form.sections {
        body.push_str(&styled("Heading1", &section.title));
        if !section.note.is_empty() {
            body.push_str(&styled("Note", &one_line(&section.note)));
        }
        body.push_str(&rows_of(section, answers, &mut next_id));
    }
    parts::document(&body)
}

/// Fields side by side with their labels where they are short; essays in boxes of their own.
fn rows_of(section: &Section, answers: &BTreeMap<String, String>, next_id: &mut u32) -> String {
    let mut out = String::new();
    let mut grid = String::new();
    for field in &section.fields {
        *next_id += 1;
        let value = answers.get(&field.id).map_or("", String::as_str);
        let control = control(field, value, *next_id);
        if field.kind == Kind::Essay {
            close_grid(&mut grid, &mut out);
            out.push_str(&essay_box(field, &control));
        } else {
            grid.push_str(&short_row(field, &control));
        }
    }
    close_grid(&mut grid, &mut out);
    out
}

fn close_grid(grid: &mut String, out: &mut String) {
    if !grid.is_empty() {
        out.push_str(&parts::table(&[parts::LABEL_WIDTH, parts::ANSWER_WIDTH], grid));
        out.push_str(parts::GAP);
        grid.clear();
    }
}

fn short_row(field: &Field, control: &str) -> String {
    let mut label = styled("Label", &marked(field));
    if !field.prompt.is_empty() && field.kind != Kind::Tick {
        label.push_str(&styled("Prompt", &one_line(&field.prompt)));
    }
    let answer = if field.kind == Kind::Tick {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Answer\"/></w:pPr>{control}<w:r><w:t xml:space=\"preserve\">  {}</w:t></w:r></w:p>",
            escape(&one_line(&field.prompt))
        )
    } else {
        answer_paragraph(control)
    };
    parts::row(None, &[(parts::LABEL_WIDTH, true, &label), (parts::ANSWER_WIDTH, false, &answer)])
}

fn essay_box(field: &Field, control: &str) -> String {
    let limit = field.max_words.map(|words| format!(" Up to {words} words.")).unwrap_or_default();
    let question = styled("Label", &marked(field)) + &styled("Prompt", &format!("{}{limit}", one_line(&field.prompt)));
    // The question stays on the page of its box.
    let question = question.replace("\"/></w:pPr>", "\"/><w:keepNext/></w:pPr>");
    let width = parts::LABEL_WIDTH + parts::ANSWER_WIDTH;
    let rows = parts::row(None, &[(width, true, &question)])
        + &parts::row(Some(parts::ESSAY_HEIGHT), &[(width, false, &answer_paragraph(control))]);
    parts::table(&[width], &rows) + parts::GAP
}

fn answer_paragraph(control: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"Answer\"/></w:pPr>{control}</w:p>")
}

fn marked(field: &Field) -> String {
    if field.required { format!("{} *", field.label) } else { field.label.clone() }
}

/// A content control: alias for people, tag for us, locked so that it cannot be deleted by accident.
fn control(field: &Field, value: &str, id: u32) -> String {
    let names = format!(
        "<w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/><w:id w:val=\"{id}\"/><w:lock w:val=\"sdtLocked\"/>",
        escape(&field.label),
        escape(&field.id)
    );
    if field.kind == Kind::Tick {
        let ticked = !value.is_empty();
        let (state, box_) = if ticked { (1, '☒') } else { (0, '☐') };
        return format!(
            "<w:sdt><w:sdtPr>{names}<w14:checkbox><w14:checked w14:val=\"{state}\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:hAnsi=\"MS Gothic\"/><w:sz w:val=\"28\"/></w:rPr><w:t>{box_}</w:t></w:r></w:sdtContent></w:sdt>"
        );
    }
    let kind = match field.kind {
        Kind::Line | Kind::Email | Kind::Phone | Kind::Number => "<w:text/>".to_owned(),
        // Rich text: paragraphs and bullets may be pasted, and LibreOffice keeps the line breaks, which it loses in
        // a plain-text control.
        Kind::Lines | Kind::Essay => String::new(),
        Kind::Date => "<w:date><w:dateFormat w:val=\"d MMMM yyyy\"/><w:lid w:val=\"en-GB\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>".to_owned(),
        Kind::Choice => {
            let items: String = field.options.iter().map(|o| format!("<w:listItem w:displayText=\"{0}\" w:value=\"{0}\"/>", escape(o))).collect();
            format!("<w:dropDownList>{items}</w:dropDownList>")
        }
        Kind::Tick => String::new(),
    };
    if value.is_empty() {
        let hint = placeholder(field.kind);
        format!(
            "<w:sdt><w:sdtPr>{names}<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>{hint}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    } else {
        format!("<w:sdt><w:sdtPr>{names}{kind}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", runs(value))
    }
}

/// Text as one run, with a line break where the text has one.
fn runs(text: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line))).collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}

fn styled(style: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escape(text)
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// XML text and attribute values. Characters that XML 1.0 cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}
