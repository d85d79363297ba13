//! A scoring sheet that a reviewer sends back: who is rated how, and what is not clear about it.
//!
//! Columns are found by their headings, wherever they were moved to. One sheet may rate by criterion (a column each), as a
//! whole (Rating), or both. Nothing is guessed: a cell that is not a rating is a problem that names its place.

mod words;

use crate::documents::{Block, Cell, Document, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use words::{Heading, heading, rating};

/// Rows above the headings: a title, who it is for, how to fill it in.
const MOST_ROWS_ABOVE: usize = 30;

/// How far something convinced a reviewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    Red,
    Amber,
    Green,
}

/// What one reviewer says about one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreRow {
    /// Where it stands, as the person who filled it in sees it: from 1.
    pub row: usize,
    /// What is rated, as it stands there: usually a reference such as `SLE-2027-0014`.
    pub item: String,
    pub reviewer: Option<String>,
    /// By criterion, in the order of the columns; only those that were rated.
    pub criteria: Vec<(String, Rating)>,
    /// As a whole.
    pub rating: Option<Rating>,
    pub comments: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    #[error("there is no table with a column “Item” and a column of ratings in it")]
    NoScores,
    #[error("row {row}, “{column}”: “{said}” is not Red, Amber or Green")]
    NotARating { row: usize, column: String, said: String },
    #[error("row {row}: “{item}” has no rating")]
    NotRated { row: usize, item: String },
    #[error("row {row} has ratings or comments, and no item")]
    NoItem { row: usize },
    #[error("row {row}: “{item}” is in the sheet more than once")]
    Twice { row: usize, item: String },
    #[error("there are two columns “{column}”; only the first was read")]
    TwoColumns { column: String },
}

/// Reads the scores of a document: those of each table that has any, and the problems of all.
pub fn read(document: &Document) -> (Vec<ScoreRow>, Vec<Problem>) {
    let mut tables = vec![];
    gather(&document.blocks, &mut tables);
    let (mut scores, mut problems, mut found) = (vec![], vec![], false);
    for table in tables {
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| texts(row)).collect();
        if let Some(layout) = layout(&rows, &mut problems) {
            found = true;
            read_rows(&rows, &layout, &mut scores, &mut problems);
        }
    }
    if !found {
        problems.push(Problem::NoScores);
    }
    let mut seen = BTreeSet::new();
    for score in &scores {
        if !seen.insert((score.item.to_lowercase(), score.reviewer.as_deref().unwrap_or("").to_lowercase())) {
            problems.push(Problem::Twice { row: score.row, item: score.item.clone() });
        }
    }
    (scores, problems)
}

pub(super) fn gather<'a>(blocks: &'a [Block], out: &mut Vec<&'a Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => out.push(table),
            Block::Control(_, inner) => gather(inner, out),
            Block::Paragraph(_) => {}
        }
    }
}

/// The text of each cell, a spanning one followed by the blanks that it covers.
pub(super) fn texts(row: &[Cell]) -> Vec<String> {
    let mut out = vec![];
    for cell in row {
        let document = Document { blocks: cell.blocks.clone(), ..Document::default() };
        out.push(document.text().trim().to_owned());
        out.extend((1..cell.span).map(|_| String::new()));
    }
    out
}

/// Where everything stands in a table.
struct Layout {
    /// The row of headings.
    head: usize,
    item: usize,
    reviewer: Option<usize>,
    rating: Option<usize>,
    comments: Option<usize>,
    criteria: Vec<(usize, String)>,
    /// `Reviewer: Siân Lewis` above the headings.
    reviewer_above: Option<String>,
}

fn layout(rows: &[Vec<String>], problems: &mut Vec<Problem>) -> Option<Layout> {
    let (head, item) = rows.iter().enumerate().take(MOST_ROWS_ABOVE).find_map(|(number, row)| {
        let item = row.iter().position(|cell| heading(cell) == Heading::Item)?;
        (row.iter().filter(|cell| !cell.is_empty()).count() >= 2).then_some((number, item))
    })?;
    let headings = rows.get(head)?;
    let mut layout = Layout {
        head,
        item,
        reviewer: None,
        rating: None,
        comments: None,
        criteria: vec![],
        reviewer_above: reviewer_above(rows.get(..head).unwrap_or(&[])),
    };
    let mut twice = vec![];
    for (column, text) in headings.iter().enumerate() {
        let place = match heading(text) {
            Heading::Reviewer => &mut layout.reviewer,
            Heading::Rating => &mut layout.rating,
            Heading::Comments => &mut layout.comments,
            Heading::Other if is_criterion(rows.get(head + 1..).unwrap_or(&[]), column) => {
                layout.criteria.push((column, one_line(text)));
                continue;
            }
            Heading::Item | Heading::About | Heading::Other | Heading::Blank => continue,
        };
        match place {
            None => *place = Some(column),
            Some(_) => twice.push(Problem::TwoColumns { column: one_line(text) }),
        }
    }
    if layout.rating.is_none() && layout.criteria.is_empty() {
        return None;
    }
    problems.append(&mut twice);
    Some(layout)
}

/// A column is a criterion when most of what stands in it is a rating.
fn is_criterion(rows: &[Vec<String>], column: usize) -> bool {
    let filled = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
    let (mut ratings, mut all) = (0_usize, 0_usize);
    for cell in filled {
        all += 1;
        ratings += usize::from(rating(cell).is_some());
    }
    ratings * 2 > all
}

fn reviewer_above(rows: &[Vec<String>]) -> Option<String> {
    rows.iter().find_map(|row| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let first = filled.next()?;
        let (label, rest) = first.split_once(':').unwrap_or((first.as_str(), ""));
        let name = if rest.trim().is_empty() { filled.next().map_or("", String::as_str) } else { rest };
        (heading(label) == Heading::Reviewer && !name.trim().is_empty()).then(|| one_line(name))
    })
}

fn read_rows(rows: &[Vec<String>], layout: &Layout, scores: &mut Vec<ScoreRow>, problems: &mut Vec<Problem>) {
    for (number, cells) in rows.iter().enumerate().skip(layout.head + 1) {
        let row = number + 1;
        let at = |column: Option<usize>| column.and_then(|c| cells.get(c)).map_or("", String::as_str);
        let item = one_line(at(Some(layout.item)));
        // Headings again, after a page or between groups.
        if heading(&item) == Heading::Item && rating(at(layout.rating)).is_none() {
            continue;
        }
        let mut unclear = vec![];
        let mut rated = |column: usize, name: &str| {
            let said = at(Some(column));
            let read = rating(said);
            if read.is_none() && !said.is_empty() {
                unclear.push(Problem::NotARating {
                    row,
                    column: name.to_owned(),
                    said: one_line(said).chars().take(60).collect(),
                });
            }
            read
        };
        let criteria: Vec<(String, Rating)> =
            layout.criteria.iter().filter_map(|(column, name)| Some((name.clone(), rated(*column, name)?))).collect();
        let whole = layout.rating.and_then(|column| rated(column, "Rating"));
        let comments = at(layout.comments).to_owned();
        let nothing = criteria.is_empty() && whole.is_none() && unclear.is_empty();
        if item.is_empty() {
            if !nothing || !comments.is_empty() {
                problems.push(Problem::NoItem { row });
            }
            continue;
        }
        if nothing {
            problems.push(Problem::NotRated { row, item: item.clone() });
        }
        problems.append(&mut unclear);
        let reviewer = Some(one_line(at(layout.reviewer))).filter(|name| !name.is_empty());
        let reviewer = reviewer.or_else(|| layout.reviewer_above.clone());
        scores.push(ScoreRow { row, item, reviewer, criteria, rating: whole, comments });
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

#[cfg(test)]
mod tests;
