//! Tables and paragraphs of a page that has only words and rules.
//!
//! Each word belongs to the cell whose four rules enclose it; words that no rules enclose are paragraphs. Without rules
//! a wide gap between two words on one line separates a label from its answer.

use super::super::model::{Block, Cell, Paragraph, Table};
use super::layout::{Line, NEAR, Rule};

/// The margin at the foot in which page numbers stand.
const FOOT: f64 = 48.0;
/// Between the words and the border of a cell: editors leave about a tenth of an inch.
const CELL_PADDING: f64 = 7.2;

/// Left, right, bottom and top of the cell around a line, in whole points.
type Bounds = (i64, i64, i64, i64);

fn bounds(line: &Line, level: &[Rule], upright: &[Rule]) -> Option<Bounds> {
    let (x, y) = (line.x + line.size * 0.2, line.y + line.size * 0.3);
    let across = |rule: &&Rule| rule.from - NEAR <= x && x <= rule.to + NEAR;
    let along = |rule: &&Rule| rule.from - NEAR <= y && y <= rule.to + NEAR;
    let left = upright.iter().filter(along).map(|r| r.at).filter(|at| *at <= x).max_by(f64::total_cmp)?;
    let right = upright.iter().filter(along).map(|r| r.at).filter(|at| *at > x).min_by(f64::total_cmp)?;
    let bottom = level.iter().filter(across).map(|r| r.at).filter(|at| *at <= y).max_by(f64::total_cmp)?;
    let top = level.iter().filter(across).map(|r| r.at).filter(|at| *at > y).min_by(f64::total_cmp)?;
    let whole = |v: f64| (v / NEAR).round() as i64;
    Some((whole(left), whole(right), whole(bottom), whole(top)))
}

/// One thing on the page in reading order: a cell with its lines, or lines outside any cell.
struct Region {
    bounds: Option<Bounds>,
    lines: Vec<Line>,
}

/// Where the answers of a page's last row began, by column; empty when the page ended with something else.
///
/// An answer that goes on overleaf stands there without its label, and belongs to the row before.
#[derive(Default)]
pub struct Foot(Vec<f64>);

impl Foot {
    /// The column that a line goes on with. Labels, in the first column, do not run over a page.
    fn column(&self, line: &Line) -> Option<usize> {
        self.0.iter().skip(1).position(|x| (x - line.x).abs() < 5.0).map(|i| i + 1)
    }
}

/// Adds what is on a page to the blocks of the pages before it.
pub fn add_page(
    lines: Vec<Line>,
    level: &[Rule],
    upright: &[Rule],
    bottom: f64,
    foot: &mut Foot,
    blocks: &mut Vec<Block>,
) {
    let mut regions = regions_of(lines, level, upright, bottom);
    while let Some((column, lines)) = overleaf(&mut regions, foot) {
        let paragraphs = paragraphs(&lines, None);
        if let Some(Block::Table(table)) = blocks.last_mut()
            && let Some(cell) = table.rows.last_mut().and_then(|row| row.get_mut(column))
        {
            cell.blocks.extend(paragraphs);
        }
    }
    // A page that only went on with the row leaves it open.
    if !regions.is_empty() {
        blocks.extend(rows_of(regions, foot));
    }
}

/// Takes from the head of a page what goes on with the last row of the page before.
fn overleaf(regions: &mut Vec<Region>, foot: &Foot) -> Option<(usize, Vec<Line>)> {
    let first = regions.first()?;
    let column = foot.column(first.lines.first()?)?;
    if let Some((_, _, low, high)) = first.bounds {
        let alone = !regions.iter().skip(1).any(|r| r.bounds.is_some_and(|(_, _, l, h)| (l, h) == (low, high)));
        return alone.then(|| (column, regions.remove(0).lines));
    }
    let lines = &mut regions.first_mut()?.lines;
    let ends = |(i, line): (usize, &Line)| {
        let beside = lines.get(i + 1).is_some_and(|next| same_height(line, next));
        beside || foot.column(line) != Some(column)
    };
    let count = lines.iter().enumerate().position(ends).unwrap_or(lines.len());
    let rest = lines.split_off(count);
    let taken = std::mem::replace(lines, rest);
    if lines.is_empty() {
        regions.remove(0);
    }
    (!taken.is_empty()).then_some((column, taken))
}

fn same_height(line: &Line, next: &Line) -> bool {
    (line.y - next.y).abs() < line.size * 0.35
}

fn regions_of(lines: Vec<Line>, level: &[Rule], upright: &[Rule], bottom: f64) -> Vec<Region> {
    let mut regions: Vec<Region> = vec![];
    for line in lines {
        let bounds = bounds(&line, level, upright);
        let page_number = bounds.is_none() && line.y < bottom + FOOT;
        if page_number {
            continue;
        }
        let place = match bounds {
            // The lines of two cells side by side come in turns; each finds its own.
            Some(_) => regions.iter_mut().rev().take(40).find(|region| region.bounds == bounds),
            None => regions.last_mut().filter(|region| region.bounds.is_none()),
        };
        match place {
            Some(region) => region.lines.push(line),
            None => regions.push(Region { bounds, lines: vec![line] }),
        }
    }
    regions
}

/// A cell under way: where it begins, and what is in it.
struct Column {
    left: i64,
    /// Its right border, where it has one.
    right: Option<f64>,
    x: f64,
    y: f64,
    lines: Vec<Line>,
}

impl Column {
    fn new(left: i64, right: Option<f64>, lines: Vec<Line>) -> Self {
        let first = lines.first().map_or((0.0, 0.0), |line| (line.x, line.y));
        Self { left, right, x: first.0, y: first.1, lines }
    }

    /// Whether a line stands beneath this column's last one. Labels, in the first column, are rarely two lines long,
    /// so that there the lines must be close.
    fn continues(&self, column: usize, line: &Line) -> bool {
        let furthest = if column == 0 { 1.2 } else { 2.4 };
        (self.x - line.x).abs() < 5.0 && self.y - line.y < line.size * furthest
    }
}

/// Cells of one height side by side are a row; rows without anything between them are a table.
fn rows_of(regions: Vec<Region>, foot: &mut Foot) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    let mut table: Vec<Vec<Column>> = vec![];
    let mut height = None;
    for region in regions {
        let Some((left, right, low, high)) = region.bounds else {
            close_table(&mut table, &mut blocks, foot);
            height = None;
            loose(region.lines, &mut blocks, foot);
            continue;
        };
        let cell = Column::new(left, Some(right as f64 * NEAR), region.lines);
        match table.last_mut() {
            Some(cells) if height == Some((low, high)) => cells.push(cell),
            Some(_) | None => table.push(vec![cell]),
        }
        height = Some((low, high));
    }
    close_table(&mut table, &mut blocks, foot);
    blocks
}

fn close_table(table: &mut Vec<Vec<Column>>, blocks: &mut Vec<Block>, foot: &mut Foot) {
    for row in table.iter_mut() {
        row.sort_by_key(|column| column.left);
    }
    let Some(last) = table.last() else { return };
    *foot = Foot(last.iter().map(|column| column.x).collect());
    let cell = |column: &Column| Cell { span: 1, blocks: paragraphs(&column.lines, column.right) };
    let rows = table.drain(..).map(|row| row.iter().map(cell).collect()).collect();
    blocks.push(Block::Table(Table { rows }));
}

fn paragraphs(lines: &[Line], right: Option<f64>) -> Vec<Block> {
    joined(lines, right).lines().map(|line| Block::Paragraph(Paragraph::plain(line))).collect()
}

/// Lines of one cell as text: a line that ends far from the next begins a new paragraph.
fn joined(lines: &[Line], right: Option<f64>) -> String {
    let mut out = String::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        if let Some(before) = last {
            let step = before.y - line.y;
            if same_height(before, line) || step >= before.size.max(line.size) * 1.55 {
                out.push(if same_height(before, line) { ' ' } else { '\n' });
            } else if !breaks_a_word(before, line, right) {
                out.push(' ');
            }
        }
        out.push_str(line.text.trim());
        last = Some(line);
    }
    out
}

/// Whether a line ends in the middle of a word: after its hyphen, or because an address is too long for its cell. (An
/// address that loses its end is another address.)
fn breaks_a_word(line: &Line, next: &Line, right: Option<f64>) -> bool {
    let (text, rest) = (line.text.trim(), next.text.trim());
    let mut end = text.chars().rev();
    if matches!(end.next(), Some('-' | '‐')) {
        return end.next().is_some_and(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    }
    let full = right.is_some_and(|right| right - line.end < CELL_PADDING + line.size);
    full && text.contains('@') && !text.contains(char::is_whitespace)
}

/// Lines outside any cell. Two pieces on one line, far apart, are a label and its answer; a piece beneath an answer,
/// beginning where it began, goes on with it.
fn loose(lines: Vec<Line>, blocks: &mut Vec<Block>, foot: &mut Foot) {
    let mut rows: Vec<Vec<Line>> = vec![];
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| same_height(last, &line)) => row.push(line),
            Some(_) | None => rows.push(vec![line]),
        }
    }
    let mut table: Vec<Vec<Column>> = vec![];
    for row in rows {
        if row.len() > 1 {
            table.push(row.into_iter().map(|line| Column::new(0, None, vec![line])).collect());
            continue;
        }
        for line in row {
            let column = table
                .last_mut()
                .and_then(|cells| cells.iter_mut().enumerate().find(|(i, cell)| cell.continues(*i, &line)));
            match column {
                Some((_, cell)) => {
                    cell.y = line.y;
                    cell.lines.push(line);
                }
                None => {
                    close_table(&mut table, blocks, foot);
                    *foot = Foot::default();
                    blocks.push(Block::Paragraph(Paragraph::plain(line.text.trim())));
                }
            }
        }
    }
    close_table(&mut table, blocks, foot);
}
