//! OpenDocument spreadsheets (.ods), as LibreOffice and Google Sheets write them.

use super::container::{self, Container};
use super::grid::{Grid, MOST_ROWS};
use super::model::Document;
use super::odt;
use super::refusal::{Refusal, RefusalKind};
use roxmltree::Node;

const DEEPEST: usize = 20;
/// A row or cell that stands for several like it. Nobody gives thirty neighbours the same answer.
const MOST_REPEATS: usize = 30;

pub fn recognise(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
        && Container::open(bytes).is_ok_and(|mut c| {
            c.has("content.xml")
                && c.part("mimetype")
                    .ok()
                    .flatten()
                    .is_some_and(|m| m.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        })
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut container = Container::open(bytes)?;
    if odt::is_encrypted(&mut container) {
        return Err(Refusal::new(RefusalKind::Encrypted));
    }
    let text =
        container.part("content.xml")?.ok_or_else(|| Refusal::because(RefusalKind::Damaged, "no content.xml"))?;
    let xml = container::xml(&text)?;
    let body = xml
        .descendants()
        .find(|n| is(*n, "spreadsheet"))
        .ok_or_else(|| Refusal::because(RefusalKind::WrongKind, "no sheets"))?;
    let mut grid = Grid::default();
    for table in body.children().filter(|n| is(*n, "table")) {
        let mut row = 0;
        rows(table, 0, &mut row, &mut grid)?;
        grid.end_sheet(attribute(table, "name").unwrap_or(""));
    }
    Ok(grid.finish())
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

fn count(node: Node<'_, '_>, name: &str) -> usize {
    attribute(node, name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).max(1)
}

fn rows(node: Node<'_, '_>, depth: usize, next: &mut usize, grid: &mut Grid) -> Result<(), Refusal> {
    for n in node.children().filter(Node::is_element) {
        match n.tag_name().name() {
            "table-row" => {
                let repeats = count(n, "number-rows-repeated");
                let cells = cells(n);
                for row in 0..repeats.min(MOST_REPEATS) {
                    for (column, text) in &cells {
                        grid.put(next.saturating_add(row), *column, text)?;
                    }
                }
                // Blank rows to the end of the sheet are one row that stands for a million.
                *next = next.saturating_add(repeats).min(MOST_ROWS + 1);
            }
            "table-header-rows" | "table-row-group" | "table-rows" if depth < DEEPEST => {
                rows(n, depth + 1, next, grid)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The filled cells of a row, by column.
fn cells(row: Node<'_, '_>) -> Vec<(usize, String)> {
    let mut out = vec![];
    let mut column = 0_usize;
    for cell in row.children().filter(Node::is_element) {
        let repeats = count(cell, "number-columns-repeated");
        if is(cell, "table-cell") {
            let text = shown(cell);
            if !text.is_empty() {
                out.extend((0..repeats.min(MOST_REPEATS)).map(|n| (column.saturating_add(n), text.clone())));
            }
        }
        // Covered cells belong to a merged one, and keep their place.
        column = column.saturating_add(repeats);
    }
    out
}

/// What a cell shows; dates as `2027-03-19` whatever their format.
fn shown(cell: Node<'_, '_>) -> String {
    if let Some(date) = attribute(cell, "date-value") {
        return date.trim_end_matches("T00:00:00").to_owned();
    }
    // Only its own paragraphs: a note on a cell has paragraphs too.
    cell.children().filter(|n| is(*n, "p")).map(paragraph).collect::<Vec<_>>().join("\n")
}

fn paragraph(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for n in node.descendants() {
        if n.is_text() {
            out.extend(n.text().unwrap_or("").chars().map(|c| if c.is_control() { ' ' } else { c }));
            continue;
        }
        match n.tag_name().name() {
            "s" => out.push_str(&" ".repeat(count(n, "c").min(200))),
            "tab" => out.push(' '),
            "line-break" => out.push('\n'),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::grid::words;
    use super::*;
    use std::io::{Cursor, Write as _};

    fn sheet(rows: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
        let content = format!(
            r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Scores">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
        );
        for (name, text) in
            [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
        {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn repeated_and_covered_cells_keep_their_places() {
        let bytes = sheet(
            r#"<table:table-header-rows><table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table-header-rows>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="date" office:date-value="2027-03-19T00:00:00"><office:annotation><text:p>note</text:p></office:annotation><text:p>19/03/27</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        );
        assert!(recognise(&bytes) && !super::super::odt::recognise(&bytes));
        let document = read(&bytes).unwrap();
        assert_eq!(
            words(&document),
            [
                vec!["Item".to_owned(), String::new(), "a  b\nc".to_owned(), "a  b\nc".to_owned()],
                vec![],
                vec![],
                vec!["2027-03-19".to_owned()]
            ]
        );
        assert!(document.problems.is_empty());
    }

    #[test]
    fn a_million_filled_cells_are_not_made() {
        let bytes = sheet(
            r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>"#,
        );
        let document = read(&bytes).unwrap();
        assert_eq!(words(&document).iter().map(Vec::len).sum::<usize>(), MOST_REPEATS * MOST_REPEATS);
        assert_eq!(document.problems.len(), 1);
    }
}
