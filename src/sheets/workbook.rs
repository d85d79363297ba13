//! Sheets as an Excel workbook that is ready to be filled in and to be printed.

use super::{Column, Kind, Sheet, Value, clean, days, looks_like_a_formula, pounds};
use jiff::Timestamp;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeSet;

const A4: u8 = 9;
/// Excel refuses more, by characters of UTF-16.
const LONGEST_CELL: usize = 32_767;
const LONGEST_NAME: usize = 31;
/// A number of Excel's holds fifteen digits. What is longer is written as text rather than rounded.
const EXACT: u64 = 999_999_999_999_999;
/// Rows below the last that still take the drop-down list: people add lines.
const SPARE_ROWS: u32 = 200;
/// In points. Excel's rows are at most 409 high.
const LINE_HEIGHT: f64 = 15.0;
const MOST_LINES: u32 = 27;

/// A workbook that cannot be: too many rows or columns, or a list of choices that Excel cannot hold.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written: {0}")]
pub struct SheetFault(#[from] XlsxError);

/// The bytes of a workbook. `made` is its creation date; the same sheets and instant are the same bytes.
///
/// # Errors
/// [`SheetFault`] where Excel's own limits are exceeded.
pub fn workbook(sheets: &[Sheet], made: Timestamp) -> Result<Vec<u8>, SheetFault> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(made.as_second())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut taken = BTreeSet::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name(&sheet.name, &mut taken))?;
        fill(worksheet, sheet)?;
    }
    // A workbook without a sheet is one that Excel calls damaged.
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetFault> {
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    for (number, column) in (0_u16..).zip(&sheet.columns) {
        worksheet.set_column_width(number, f64::from(column.width.clamp(1, 255)))?;
        worksheet.set_column_format(number, &format_of(column.kind))?;
        worksheet.write_string_with_format(0, number, fitting(&column.header), &head(column.kind))?;
        if let Some(list) = choices(column)? {
            worksheet.add_data_validation(1, number, last_row.saturating_add(SPARE_ROWS), number, &list)?;
        }
    }
    for (row, values) in (1_u32..).zip(&sheet.rows) {
        for (column, value) in (0_u16..).zip(values) {
            write(worksheet, row, column, value)?;
        }
        let lines = lines(sheet, values);
        if lines > 1 {
            worksheet.set_row_height(row, f64::from(lines.min(MOST_LINES)) * LINE_HEIGHT)?;
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    if !sheet.columns.is_empty() {
        worksheet.autofilter(0, 0, last_row, last_column)?;
    }
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    worksheet.set_print_gridlines(true);
    worksheet.set_footer("&L&A&RPage &P of &N");
    Ok(())
}

fn write(worksheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), SheetFault> {
    let money = format_of(Kind::Money);
    let integer = format_of(Kind::Integer);
    let halves = format_of(Kind::Days);
    match value {
        Value::Blank => {}
        Value::Text(text) => words(worksheet, row, column, text)?,
        Value::Integer(number) => match exact(*number) {
            Some(number) => drop(worksheet.write_number_with_format(row, column, number, &integer)?),
            None => words(worksheet, row, column, &number.to_string())?,
        },
        Value::Pence(pence) => match exact(*pence) {
            Some(pence) => drop(worksheet.write_number_with_format(row, column, pence / 100.0, &money)?),
            None => words(worksheet, row, column, &pounds(*pence))?,
        },
        Value::HalfDays(half_days) => match exact(*half_days) {
            Some(number) => drop(worksheet.write_number_with_format(row, column, number / 2.0, &halves)?),
            None => words(worksheet, row, column, &days(*half_days))?,
        },
        Value::Date(date) => {
            let parts = (u16::try_from(date.year()), u8::try_from(date.month()), u8::try_from(date.day()));
            let known = match parts {
                // Excel knows no day before 1900.
                (Ok(year), Ok(month), Ok(day)) if year >= 1900 => ExcelDateTime::from_ymd(year, month, day).ok(),
                _ => None,
            };
            match known {
                Some(day) => drop(worksheet.write_datetime_with_format(row, column, day, &format_of(Kind::Date))?),
                None => words(worksheet, row, column, &date.to_string())?,
            }
        }
    }
    Ok(())
}

/// A string cell is never calculated. The quote prefix keeps it so when somebody edits the cell.
fn words(worksheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), SheetFault> {
    let text = fitting(text);
    let plain = format_of(Kind::Text);
    let format = if looks_like_a_formula(&text) { plain.set_quote_prefix() } else { plain };
    worksheet.write_string_with_format(row, column, text, &format)?;
    Ok(())
}

fn exact(number: i64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact, and that is checked")]
    (number.unsigned_abs() <= EXACT).then_some(number as f64)
}

/// A heading stands over its column as the cells in it do.
fn head(kind: Kind) -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let format = format.set_background_color(0x00E7_E6E6).set_border_bottom(FormatBorder::Thin);
    match kind {
        Kind::Text | Kind::Date => format,
        Kind::Integer | Kind::Money | Kind::Days => format.set_align(FormatAlign::Right).set_indent(1),
    }
}

/// How many lines the highest cell of a row takes, roughly. Excel finds out for itself; LibreOffice believes that Excel
/// has, and prints the rest of a long comment over the next row.
fn lines(sheet: &Sheet, values: &[Value]) -> u32 {
    let of = |(value, column): (&Value, &Column)| match value {
        Value::Text(text) => {
            let width = usize::from(column.width.clamp(1, 255));
            // Words do not break where the column ends, so a line that is followed by another holds less.
            let high = |line: &str| match line.chars().count() {
                length if length <= width => 1,
                length => length.div_ceil((width * 9 / 10).max(1)),
            };
            text.lines().map(high).sum()
        }
        Value::Blank | Value::Integer(_) | Value::Date(_) | Value::Pence(_) | Value::HalfDays(_) => 1,
    };
    u32::try_from(values.iter().zip(&sheet.columns).map(of).max().unwrap_or(1)).unwrap_or(MOST_LINES)
}

fn format_of(kind: Kind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        Kind::Text => format.set_text_wrap(),
        // `_-` keeps figures off the words in the next column.
        Kind::Integer => format.set_num_format("0_-"),
        Kind::Days => format.set_num_format("0.0_-"),
        Kind::Date => format.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
        Kind::Money => format.set_num_format("£#,##0.00_-;-£#,##0.00_-"),
    }
}

fn choices(column: &Column) -> Result<Option<DataValidation>, SheetFault> {
    if column.choices.is_empty() {
        return Ok(None);
    }
    let expected = format!("Please choose one of: {}.", column.choices.join(", "));
    let mut list = DataValidation::new().allow_list_strings(&column.choices)?;
    // Excel takes no longer message than this.
    if expected.chars().count() <= 255 {
        list = list.set_error_message(expected)?;
    }
    Ok(Some(list))
}

/// Text that Excel takes: what is too long ends in a sign that it does.
fn fitting(text: &str) -> String {
    let text = clean(text);
    if text.encode_utf16().count() <= LONGEST_CELL {
        return text;
    }
    // Two units of UTF-16 for each character is the most.
    text.chars().take(LONGEST_CELL / 2 - 10).chain(" … [cut]".chars()).collect()
}

/// A name that Excel takes for a sheet, and that no other sheet has.
fn name(given: &str, taken: &mut BTreeSet<String>) -> String {
    let spaced: String =
        given.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    let mut base = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    // "History" is Excel's own.
    if base.is_empty() || base.eq_ignore_ascii_case("history") {
        base = "Sheet".to_owned();
    }
    let cut = |text: &str, most: usize| {
        let mut out = String::new();
        for c in text.chars() {
            if out.encode_utf16().count() + c.len_utf16() > most {
                break;
            }
            out.push(c);
        }
        out.trim().to_owned()
    };
    let mut name = cut(&base, LONGEST_NAME);
    let mut number = 2_u32;
    while !taken.insert(name.to_lowercase()) {
        let ending = format!(" {number}");
        name = cut(&base, LONGEST_NAME - ending.len()) + &ending;
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;
    use std::io::Read as _;

    fn made() -> Timestamp {
        "2027-03-20T09:00:00Z".parse().unwrap()
    }

    fn parts(bytes: &[u8]) -> Vec<(String, String)> {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        (0..zip.len())
            .map(|i| {
                let mut part = zip.by_index(i).unwrap();
                let mut text = String::new();
                part.read_to_string(&mut text).unwrap();
                (part.name().unwrap().into_owned(), text)
            })
            .collect()
    }

    #[test]
    fn the_same_sheets_are_the_same_bytes() {
        let first = workbook(&[sample()], made()).unwrap();
        assert_eq!(first, workbook(&[sample()], made()).unwrap());
        let core = parts(&first).into_iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
        assert!(core.contains("2027-03-20T09:00:00Z"), "{core}");
    }

    #[test]
    fn no_cell_is_a_formula_and_the_sheet_is_set_up() {
        let all = parts(&workbook(&[sample()], made()).unwrap());
        let sheet = &all.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1;
        assert!(!sheet.contains("<f>"));
        for expected in [
            "state=\"frozen\"",
            "<autoFilter ref=\"A1:G8\"/>",
            "orientation=\"landscape\"",
            "paperSize=\"9\"",
            "<dataValidation type=\"list\"",
            "Red,Amber,Green",
            "sqref=\"F2:F208\"",
        ] {
            assert!(sheet.contains(expected), "{expected}\n{sheet}");
        }
        let styles = &all.iter().find(|(name, _)| name.ends_with("styles.xml")).unwrap().1;
        assert!(styles.contains("quotePrefix=\"1\""));
        let book = &all.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap().1;
        assert!(book.contains("Print_Titles"));
        assert!(book.contains("name=\"Scores spring 2027 SLE\""), "{book}");
        // The text itself is whole, and comes back whole.
        let strings = &all.iter().find(|(name, _)| name.ends_with("sharedStrings.xml")).unwrap().1;
        assert!(strings.contains("=HYPERLINK("));
    }

    #[test]
    fn what_was_written_is_read_again() {
        let document = crate::documents::read(&workbook(&[sample()], made()).unwrap()).unwrap();
        let words = document.text();
        for expected in [
            "Scores spring 2027 SLE\n",
            "\nSiân Lewis\n2027-03-19\n2\n-12345.67\nGreen\n",
            "\n=HYPERLINK(",
            "; , \" ' \\ <b>&amp;",
        ] {
            assert!(words.contains(expected), "{expected}: {words}");
        }
        assert!(document.problems.is_empty());
    }

    #[test]
    fn names_that_excel_refuses_are_mended() {
        let mut taken = BTreeSet::new();
        let long = "A programme with a very long name indeed";
        assert_eq!(name(long, &mut taken), "A programme with a very long na");
        assert_eq!(name(&long.to_uppercase(), &mut taken), "A PROGRAMME WITH A VERY LONG 2");
        assert_eq!(name("'[]:*?/\\'", &mut taken), "Sheet");
        assert_eq!(name("History", &mut taken), "Sheet 2");
        let odd = Sheet { name: "😀".repeat(40), columns: vec![], rows: vec![vec![Value::text("x".repeat(40_000))]] };
        assert!(workbook(&[odd.clone(), odd], made()).is_ok());
        assert!(workbook(&[], made()).is_ok());
        let mut wide = sample();
        wide.rows[0][0] = Value::Integer(i64::MAX);
        wide.rows[0][2] = Value::Date(jiff::civil::date(1066, 10, 14));
        wide.rows[0][4] = Value::Pence(i64::MIN);
        let words = crate::documents::read(&workbook(&[wide], made()).unwrap()).unwrap().text();
        for expected in ["9223372036854775807", "1066-10-14", "-92233720368547758.08"] {
            assert!(words.contains(expected), "{expected}");
        }
    }
}
