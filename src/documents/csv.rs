//! Tables as plain text (.csv), with comma, semicolon or tab: what "save as CSV" makes of a sheet.
//!
//! Nothing in such a file says what it is, and a form in plain text must not be taken for one. So it has to be a table
//! beyond doubt: a heading over each of at least three columns, and every line with as many of them.

use super::grid::Grid;
use super::model::Document;
use super::refusal::{Refusal, RefusalKind};
use super::text;

/// How much of a file decides what it is.
const SAMPLE: usize = 64 * 1024;
const LONGEST_HEADING: usize = 80;

pub fn recognise(bytes: &[u8]) -> bool {
    text::recognise(bytes) && separator(bytes).is_some()
}

pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let separator = separator(bytes).ok_or_else(|| Refusal::because(RefusalKind::WrongKind, "not a table"))?;
    let text = text::decoded(bytes);
    let mut grid = Grid::default();
    for (row, record) in records(text.as_bytes(), separator).enumerate() {
        let record = record.map_err(|e| Refusal::because(RefusalKind::Damaged, e))?;
        for (column, field) in record.iter().enumerate() {
            grid.put(row, column, unmarked(field))?;
        }
    }
    grid.end_sheet("");
    Ok(grid.finish())
}

/// Takes off the apostrophe by which spreadsheets mark as text what would otherwise be a formula.
fn unmarked(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest)
            if rest.starts_with(['\t', '\r', '\n'])
                || rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) =>
        {
            rest
        }
        Some(_) | None => field,
    }
}

fn records(text: &[u8], separator: u8) -> ::csv::StringRecordsIntoIter<&[u8]> {
    ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text).into_records()
}

fn separator(bytes: &[u8]) -> Option<u8> {
    let text = text::decoded(bytes.get(..SAMPLE).unwrap_or(bytes));
    [b',', b'\t', b';'].into_iter().find(|separator| {
        let mut all: Vec<_> = records(text.as_bytes(), *separator).map_while(Result::ok).collect();
        if bytes.len() > SAMPLE {
            all.pop();
        }
        let Some(headings) = all.first() else { return false };
        headings.len() >= 3
            && all.len() >= 2
            && headings.iter().all(|h| !h.trim().is_empty() && h.len() <= LONGEST_HEADING)
            && all.iter().all(|record| record.len() == headings.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::grid::words;
    use super::*;

    #[test]
    fn a_table_in_plain_text_is_a_table() {
        let bytes = "\u{feff}Item,Rating,Comments\r\nSLE-2027-0001,Green,\"Strong, clear\nand “brief”\"\r\nSLE-2027-0002,r,'=1+1\r\n";
        assert!(recognise(bytes.as_bytes()));
        assert_eq!(
            words(&read(bytes.as_bytes()).unwrap()),
            [
                ["Item", "Rating", "Comments"],
                ["SLE-2027-0001", "Green", "Strong, clear\nand “brief”"],
                ["SLE-2027-0002", "r", "=1+1"]
            ]
        );
        assert!(recognise(b"Item;Rating;Comments\n1;Green;\n"));
        assert!(recognise(b"Item\tRating\tComments\n1\tGreen\t\n"));
    }

    #[test]
    fn prose_and_forms_in_plain_text_are_none() {
        for text in [
            "Dear Siân,\nplease find my answers, one by one, below.\n",
            "Name: Priya Nair\nSchool: Hazelbank, Harbour, Quay\n",
            "one, two, three\n",
            "a,b\nc,d\n",
            "Dear all, hello, and welcome, too\n\nI enclose it, at last, and hope, well\nbye\n",
            "",
        ] {
            assert!(!recognise(text.as_bytes()), "{text}");
        }
    }
}
