//! Excel workbooks (.xlsx, .xlsm): SpreadsheetML, transitional and strict.
//!
//! Read here and not by a library: those reserve memory for as many strings as a file claims to have, which aborts. What is
//! read is what was last shown: values, never formulas. Hidden sheets are lists for drop-downs and are left out.

mod number;

use super::container::{self, Container};
use super::grid::Grid;
use super::model::Document;
use super::refusal::{Refusal, RefusalKind};
use number::{Epoch, NumberFormat};
use roxmltree::Node;
use std::collections::BTreeMap;

const WORKBOOK: &str = "xl/workbook.xml";
/// Excel's own limit is the machine's memory; a file with more sheets than this is none that people fill in.
const MOST_SHEETS: usize = 200;

pub fn recognise(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && Container::open(bytes).is_ok_and(|c| c.has(WORKBOOK))
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut container = Container::open(bytes)?;
    let damaged = |what: &str| Refusal::because(RefusalKind::Damaged, what);
    // Nothing is sound where the list of parts is not, and Excel would not open it either.
    let list = container.part("_rels/.rels")?.ok_or_else(|| damaged("no list of parts"))?;
    container::xml(&list)?;
    let text = container.part(WORKBOOK)?.ok_or_else(|| damaged("no workbook"))?;
    let xml = container::xml(&text)?;
    let context = Context {
        strings: strings(&mut container)?,
        formats: formats(&mut container)?,
        epoch: if xml.descendants().any(|n| is(n, "workbookPr") && flag(n, "date1904")) {
            Epoch::Of1904
        } else {
            Epoch::Of1900
        },
    };
    let parts = sheet_parts(&mut container)?;
    let mut grid = Grid::default();
    for sheet in xml.descendants().filter(|n| is(*n, "sheet")).take(MOST_SHEETS) {
        if sheet.attribute("state").is_some_and(|state| state != "visible") {
            continue;
        }
        let name = sheet.attribute("name").unwrap_or("");
        // `r:id`, in whichever of the two namespaces.
        let id = sheet.attributes().find(|a| a.name() == "id" && a.namespace().is_some()).map(|a| a.value());
        // A sheet of a chart alone has no cells; its part is elsewhere.
        let Some(part) = id.and_then(|id| parts.get(id)).filter(|part| part.contains("worksheets/")) else { continue };
        let Some(text) = container.part(part)? else {
            grid.document.problems.push(format!("the sheet “{name}” is missing from the file"));
            continue;
        };
        cells(&container::xml(&text)?, &context, &mut grid)?;
        grid.end_sheet(name);
    }
    Ok(grid.finish())
}

/// What cells refer to.
struct Context {
    strings: Vec<String>,
    formats: Vec<NumberFormat>,
    epoch: Epoch,
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

fn flag(node: Node<'_, '_>, name: &str) -> bool {
    node.attribute(name).is_some_and(|value| value == "1" || value == "true")
}

/// Where the sheets are, by relationship.
fn sheet_parts(container: &mut Container<'_>) -> Result<BTreeMap<String, String>, Refusal> {
    let Some(text) = container.part("xl/_rels/workbook.xml.rels")? else { return Ok(BTreeMap::new()) };
    let xml = container::xml(&text)?;
    let relationships = xml.descendants().filter(|n| is(*n, "Relationship"));
    Ok(relationships
        // What lies outside of the file is never fetched.
        .filter(|n| n.attribute("TargetMode") != Some("External"))
        .filter_map(|n| {
            let target = n.attribute("Target")?;
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            Some((n.attribute("Id")?.to_owned(), path))
        })
        .collect())
}

fn strings(container: &mut Container<'_>) -> Result<Vec<String>, Refusal> {
    let Some(text) = container.part("xl/sharedStrings.xml")? else { return Ok(vec![]) };
    let xml = container::xml(&text)?;
    Ok(xml.root_element().children().filter(|n| is(*n, "si")).map(rich_text).collect())
}

/// The text of a string, without its formatting and without the readings of Japanese characters.
fn rich_text(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(|n| is(*n, "t") && !n.parent().is_some_and(|p| is(p, "rPh")))
        .filter_map(|n| n.text())
        .map(unescaped)
        .collect()
}

/// `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1 §22.9.2.19).
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..5).and_then(|code| code.strip_suffix('_'));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                if !c.is_control() || c == '\n' || c == '\t' {
                    out.push(c);
                }
                rest = after.get(5..).unwrap_or("");
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// How each style of the workbook shows a number.
fn formats(container: &mut Container<'_>) -> Result<Vec<NumberFormat>, Refusal> {
    let Some(text) = container.part("xl/styles.xml")? else { return Ok(vec![]) };
    let xml = container::xml(&text)?;
    let codes: BTreeMap<&str, &str> = xml
        .descendants()
        .filter(|n| is(*n, "numFmt"))
        .filter_map(|n| Some((n.attribute("numFmtId")?, n.attribute("formatCode")?)))
        .collect();
    let Some(styles) = xml.root_element().children().find(|n| is(*n, "cellXfs")) else { return Ok(vec![]) };
    let of = |style: Node<'_, '_>| {
        let id = style.attribute("numFmtId").unwrap_or("0");
        codes.get(id).map_or_else(|| NumberFormat::of_id(id), |code| NumberFormat::of_code(code))
    };
    Ok(styles.children().filter(|n| is(*n, "xf")).map(of).collect())
}

fn cells(xml: &roxmltree::Document<'_>, context: &Context, grid: &mut Grid) -> Result<(), Refusal> {
    let Some(data) = xml.root_element().children().find(|n| is(*n, "sheetData")) else { return Ok(()) };
    let mut broken = false;
    let mut next_row = 0_usize;
    for row in data.children().filter(|n| is(*n, "row")) {
        let number = row.attribute("r").and_then(|r| r.parse::<usize>().ok()).and_then(|r| r.checked_sub(1));
        let row_number = number.unwrap_or(next_row);
        next_row = row_number.saturating_add(1);
        let mut next_column = 0_usize;
        for cell in row.children().filter(|n| is(*n, "c")) {
            let column = cell.attribute("r").and_then(column_of).unwrap_or(next_column);
            next_column = column.saturating_add(1);
            match value(cell, context) {
                Some(text) => grid.put(row_number, column, &text)?,
                None => broken = true,
            }
        }
    }
    if broken {
        grid.document.problems.push("some cells hold an error instead of a value".to_owned());
    }
    Ok(())
}

/// `AB12` is column 27, counted from zero.
fn column_of(place: &str) -> Option<usize> {
    let letters: Vec<u8> = place.bytes().take_while(u8::is_ascii_alphabetic).map(|b| b.to_ascii_uppercase()).collect();
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters.iter().fold(0_usize, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1).checked_sub(1)
}

/// What a cell shows; `None` where it shows an error or refers to what is not there.
fn value(cell: Node<'_, '_>, context: &Context) -> Option<String> {
    let stored = || cell.children().find(|n| is(*n, "v")).and_then(|n| n.text()).unwrap_or("");
    match cell.attribute("t").unwrap_or("n") {
        "s" if stored().is_empty() => Some(String::new()),
        "s" => context.strings.get(stored().trim().parse::<usize>().ok()?).cloned(),
        "inlineStr" => Some(cell.children().find(|n| is(*n, "is")).map(rich_text).unwrap_or_default()),
        "str" => Some(unescaped(stored())),
        "b" => Some(if stored().trim() == "1" { "yes" } else { "no" }.to_owned()),
        // A date in ISO 8601; its time of day is midnight where there is none.
        "d" => Some(stored().trim().trim_end_matches("T00:00:00").to_owned()),
        "e" => None,
        _ => {
            let style = cell.attribute("s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
            let format = context.formats.get(style).copied().unwrap_or(NumberFormat::Plain);
            Some(number::shown(stored(), format, context.epoch))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::words;
    use super::*;
    use std::io::{Cursor, Write as _};

    fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
        let fixed = [
            ("_rels/.rels", "<Relationships/>"),
            (
                "xl/workbook.xml",
                r#"<workbook xmlns:r="urn:r"><sheets><sheet name="Scores" r:id="a"/><sheet name="Lists" state="hidden" r:id="b"/></sheets></workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#,
            ),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c t=\"str\"><v>hidden</v></c></row></sheetData></worksheet>",
            ),
        ];
        for (name, text) in fixed.iter().filter(|(name, _)| parts.iter().all(|(other, _)| other != name)).chain(parts) {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn sheet(rows: &str) -> Vec<u8> {
        workbook(&[("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))])
    }

    #[test]
    fn values_are_read_as_they_are_shown() {
        let bytes = workbook(&[
            (
                "xl/sharedStrings.xml",
                "<sst uniqueCount=\"8876876876876\"><si><t>Item</t></si><si><r><t>Ra</t></r><r><t>ting</t></r><rPh><t>x</t></rPh></si></sst>",
            ),
            (
                "xl/styles.xml",
                r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>"#,
            ),
            (
                "xl/worksheets/sheet1.xml",
                r#"<worksheet><sheetData>
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
                <row r="4"><c t="inlineStr"><is><t>one_x000D_
two</t></is></c><c s="1"><v>46465</v></c><c s="2"><v>0.75</v></c><c><v>0.1</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c></row>
                </sheetData></worksheet>"#,
            ),
        ]);
        assert!(recognise(&bytes));
        let document = read(&bytes).unwrap();
        assert_eq!(
            words(&document),
            [
                vec![],
                vec!["Item".to_owned(), String::new(), "Rating".to_owned()],
                vec![],
                ["one\ntwo", "2027-03-19", "18:00", "0.1", "yes"].map(str::to_owned).to_vec()
            ]
        );
        assert_eq!(document.problems, ["some cells hold an error instead of a value"]);
    }

    #[test]
    fn a_cell_at_the_far_corner_costs_nothing() {
        let document = read(&sheet(
            r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>"#,
        ))
        .unwrap();
        assert_eq!(words(&document), [["1"]]);
        assert_eq!(document.problems.len(), 1);
        assert!(read(&sheet("<row><c r=\"ZZZZZZZZ99999999999999999999\"><v>1</v></c></row>")).is_ok());
        assert!(read(&sheet("<row r=\"99999999999999999999999\"><c r=\"\"><v>1e999</v></c></row>")).is_ok());
        assert!(read(&sheet("<row r=\"18446744073709551615\"><c><v>1</v></c></row><row><c/></row>")).is_ok());
    }

    #[test]
    fn a_broken_workbook_is_refused() {
        for (part, text) in [
            ("xl/workbook.xml", "<workbook"),
            ("_rels/.rels", "CORRUPTED"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"),
            ("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"a\">]><sst>&a;</sst>"),
        ] {
            assert_eq!(read(&workbook(&[(part, text)])).unwrap_err().kind, RefusalKind::Damaged, "{part}");
        }
    }

    #[test]
    fn hostile_workbooks_are_refused_or_read_in_part() {
        let Some(folder) = super::super::foreign::folder("hostile") else { return };
        for (file, expected) in [
            ("poc-xmlbomb.xlsx", Err(RefusalKind::Damaged)),
            ("poc-xmlbomb-empty.xlsx", Err(RefusalKind::Damaged)),
            ("poc-shared-strings.xlsx", Err(RefusalKind::TooLarge)),
            ("xlsx-corrupted.xlsx", Err(RefusalKind::Damaged)),
            ("invalid.xlsx", Err(RefusalKind::Damaged)),
            // Its count of strings is absurd and its cells are sound: the count is not believed.
            ("MalformedSSTCount.xlsx", Ok(())),
        ] {
            let bytes = std::fs::read(folder.join(file)).unwrap();
            assert_eq!(super::super::read(&bytes).map(|_| ()).map_err(|refusal| refusal.kind), expected, "{file}");
        }
    }
}
