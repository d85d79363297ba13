//! Sheets for people who work with sheets: workbooks and CSV files out, scores back in.
//!
//! What stands in a cell is data. Text that begins like a formula stays text in every file that leaves here, because the
//! people who open them trust the alliance, and what is in them was written by strangers.

mod csv;
pub mod scores;
pub mod visits;
mod workbook;

pub use self::csv::csv;
pub use workbook::{SheetFault, workbook};

use jiff::civil::Date;

/// A table with a heading over each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Value>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub header: String,
    /// In characters, as Excel counts them.
    pub width: u16,
    pub kind: Kind,
    /// What a cell may be set to; anything where there are none.
    pub choices: Vec<String>,
}

/// What a column is for: cells that are blank are set up to take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Integer,
    Date,
    /// Pounds and pence.
    Money,
    /// Days with halves.
    Days,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Blank,
    Text(String),
    Integer(i64),
    Date(Date),
    Pence(i64),
    /// So many half-days, shown as days; below nought for what is taken back.
    HalfDays(i64),
}

impl Column {
    pub fn new(header: impl Into<String>, width: u16, kind: Kind) -> Self {
        Self { header: header.into(), width, kind, choices: vec![] }
    }

    /// With a drop-down list.
    #[must_use]
    pub fn choices(mut self, choices: &[&str]) -> Self {
        self.choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        self
    }
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Text without characters that no file can hold. Line breaks stay.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Whether some spreadsheet would take the text for a formula: `=`, `+`, `-`, `@` (full-width ones too), also after blanks,
/// and a tab or line break, after which some programs start afresh (OWASP, CSV injection).
fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// `-12.50`: pounds and pence, exactly.
fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.unsigned_abs() / 100, pence.unsigned_abs() % 100)
}

/// `-2.5`: days with halves, exactly.
fn days(half_days: i64) -> String {
    let sign = if half_days < 0 { "-" } else { "" };
    let (whole, half) = (half_days.unsigned_abs() / 2, half_days.unsigned_abs() % 2);
    if half == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.5") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A scoring sheet with everything in it that should not work.
    pub(super) fn sample() -> Sheet {
        let rag = ["Red", "Amber", "Green"];
        let row = |item: &str, rating: &str, comments: &str| {
            vec![
                Value::text(item),
                Value::text("Siân Lewis"),
                Value::Date(jiff::civil::date(2027, 3, 19)),
                Value::Integer(2),
                Value::Pence(-1_234_567),
                Value::text(rating),
                Value::text(comments),
            ]
        };
        Sheet {
            name: "Scores: spring [2027]/SLE?".to_owned(),
            columns: vec![
                Column::new("Item", 16, Kind::Text),
                Column::new("Reviewer", 18, Kind::Text),
                Column::new("Received", 12, Kind::Date),
                Column::new("Days", 8, Kind::Integer),
                Column::new("Value", 14, Kind::Money),
                Column::new("Rating", 10, Kind::Text).choices(&rag),
                Column::new("Comments", 50, Kind::Text),
            ],
            rows: vec![
                row(
                    "SLE-2027-0001",
                    "Green",
                    "Strong evidence of impact; a long comment that has to be wrapped because nobody widens columns, and which goes on.",
                ),
                row("SLE-2027-0002", "Amber", "=HYPERLINK(\"http://evil.example\",\"Click\")"),
                row("+44 1234 567890", "Red", "-2+3+cmd|' /C calc'!A0"),
                row("@SUM(1+1)", "", "\t=1+1"),
                row("  =1+1", "", "\r\n＝1+1\u{0}\u{7}"),
                vec![],
                vec![Value::Blank, Value::text("; , \" ' \\ <b>&amp;")],
            ],
        }
    }

    #[test]
    fn money_is_exact() {
        for (pence, said) in
            [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"), (i64::MIN, "-92233720368547758.08")]
        {
            assert_eq!(pounds(pence), said);
        }
        for (half_days, said) in [(0, "0"), (1, "0.5"), (-1, "-0.5"), (4, "2"), (-5, "-2.5")] {
            assert_eq!(days(half_days), said);
        }
    }
}
