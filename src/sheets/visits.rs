//! A sheet of days worked: rows with a date, perhaps a school, and how long.
//!
//! Each row becomes a line as people write it in a mail ("12/11/2026 at Oakfield School, half day"), and is read as such: what is
//! not plain there is asked about in the same way.

use super::scores::{gather, texts};
use crate::documents::Document;

/// Rows above the headings: a title, a name.
const MOST_ROWS_ABOVE: usize = 30;
/// More than anybody works in a year.
const MOST_ROWS: usize = 300;

/// What a column is, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    Date,
    School,
    Days,
    Hours,
    Words,
}

fn heading(cell: &str) -> Option<Heading> {
    let folded: String = cell.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "date" | "dates" | "day worked" | "date of visit" | "visit date" | "when" | "date worked" => {
            Some(Heading::Date)
        }
        "school" | "school visited" | "where" | "supported school" | "name of school" => Some(Heading::School),
        "days" | "day" | "no of days" | "number of days" | "full half" | "full or half" | "full or half day"
        | "time" | "length" | "how long" | "am pm" | "amount" | "session" => Some(Heading::Days),
        "hours" | "no of hours" | "number of hours" | "hrs" => Some(Heading::Hours),
        "what was done" | "notes" | "work done" | "activity" | "activities" | "comments" | "focus" => {
            Some(Heading::Words)
        }
        _ => None,
    }
}

/// A row that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the person who filled it in sees it: from 1.
    pub number: usize,
    pub date: String,
    pub school: String,
    /// `half day`, `3 hours`; empty where nothing is said.
    pub amount: String,
    pub words: String,
}

impl Row {
    /// As somebody would write it: `4/11/2026 at Oakfield School, half day`.
    pub fn line(&self) -> String {
        let mut line = self.date.clone();
        if !self.school.is_empty() {
            line.push_str(&format!(" at {}", self.school));
        }
        if !self.amount.is_empty() {
            line.push_str(&format!(", {}", self.amount));
        }
        line
    }
}

/// The rows of a document's tables that log days; none where no table has a column of dates and one of times or schools.
pub fn rows(document: &Document) -> Vec<Row> {
    let mut tables = vec![];
    gather(&document.blocks, &mut tables);
    let mut out = vec![];
    for table in tables {
        let cells: Vec<Vec<String>> = table.rows.iter().map(|row| texts(row)).collect();
        let headings = |row: &[String]| row.iter().map(|cell| heading(cell)).collect::<Vec<_>>();
        let is_head = |row: &[Option<Heading>]| {
            row.contains(&Some(Heading::Date))
                && [Heading::School, Heading::Days, Heading::Hours].iter().any(|known| row.contains(&Some(*known)))
        };
        let found =
            cells.iter().take(MOST_ROWS_ABOVE).map(|row| headings(row)).enumerate().find(|(_, row)| is_head(row));
        let Some((head, columns)) = found else { continue };
        for (number, row) in cells.iter().enumerate().skip(head + 1).take(MOST_ROWS) {
            let cell = |wanted| {
                let at = columns.iter().position(|column| *column == Some(wanted));
                at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim())
            };
            let date = without_time(cell(Heading::Date));
            if date.is_empty() || !date.chars().any(|c| c.is_ascii_digit()) {
                // A line of totals, or nothing.
                continue;
            }
            let amount = match (cell(Heading::Days), cell(Heading::Hours)) {
                ("", "") => String::new(),
                ("", hours) => in_units(hours, "hours"),
                (days, _) => in_units(days, "days"),
            };
            out.push(Row {
                number: number + 1,
                date,
                school: cell(Heading::School).to_owned(),
                amount,
                words: cell(Heading::Words).to_owned(),
            });
        }
    }
    out
}

/// A spreadsheet's date is often a moment at midnight.
fn without_time(cell: &str) -> String {
    let cut = cell.strip_suffix(" 00:00:00").or_else(|| cell.strip_suffix("T00:00:00")).unwrap_or(cell);
    cut.trim().to_owned()
}

/// A bare number is one of the column's units; words stand for themselves.
fn in_units(cell: &str, units: &str) -> String {
    let number = cell.parse::<f64>().is_ok();
    match (number, cell.trim_end_matches('0').trim_end_matches('.')) {
        (true, "1") if units == "days" => "1 day".to_owned(),
        (true, ".5" | "0.5") if units == "days" => "half day".to_owned(),
        (true, _) => format!("{cell} {units}"),
        (false, _) => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let document = crate::documents::read(text.as_bytes()).unwrap();
        rows(&document).iter().map(Row::line).collect()
    }

    #[test]
    fn rows_become_lines() {
        assert_eq!(
            lines(
                "Date,School,Days,Notes\n04/11/2026,Oakfield School,0.5,Audit\n2026-11-05 00:00:00,Mill Lane,1,\nTotal,,1.5,\n,,,\n"
            ),
            ["04/11/2026 at Oakfield School, half day", "2026-11-05 at Mill Lane, 1 day"]
        );
        assert_eq!(
            lines("Date,Hours,Notes\n04/11/2026,3,\n05/11/2026,2.5,\n"),
            ["04/11/2026, 3 hours", "05/11/2026, 2.5 hours"]
        );
        assert_eq!(
            lines("Date,Full/half,Notes\n04/11/2026,half,\n05/11/2026,am,\n"),
            ["04/11/2026, half", "05/11/2026, am"]
        );
        assert_eq!(lines("Date,Amount paid\n04/11/2026,30\n"), Vec::<String>::new());
        assert_eq!(lines("Item,Rating\nSLE-2027-0001,Green\n"), Vec::<String>::new());
    }
}
