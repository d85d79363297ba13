//! Tables and paragraphs of a page that has only glyphs and lines.
//!
//! Each word belongs to the cell whose four rules enclose it; words that no rules enclose are paragraphs. Without rules
//! a wide gap between two words on one line separates a label from its answer.

use super::super::model::{Block, Cell, Paragraph, Table};
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

const MOST_GLYPHS: usize = 400_000;
const MOST_RULES: usize = 6_000;
/// Points within which two positions are the same.
const NEAR: f64 = 2.0;
/// The margin at the foot in which page numbers stand.
const FOOT: f64 = 48.0;

pub fn read(file: &lopdf::Document) -> Result<Vec<Block>, String> {
    let mut pages = Pages::default();
    pdf_extract::output_doc(file, &mut pages).map_err(|e| format!("the text could not be taken out: {e}"))?;
    Ok(pages.blocks)
}

#[derive(Debug, Clone)]
struct Glyph {
    x: f64,
    y: f64,
    end: f64,
    size: f64,
    text: String,
}

/// An edge along one axis: where it stands, and from where to where it runs.
#[derive(Debug, Clone, Copy)]
struct Rule {
    at: f64,
    from: f64,
    to: f64,
}

/// A line of words close enough to be read together.
#[derive(Debug)]
struct Line {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
}

#[derive(Default)]
struct Pages {
    bottom: f64,
    glyphs: Vec<Glyph>,
    level: Vec<Rule>,
    upright: Vec<Rule>,
    blocks: Vec<Block>,
    taken: usize,
}

impl OutputDev for Pages {
    fn begin_page(&mut self, _: u32, media_box: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.bottom = media_box.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        let glyphs = std::mem::take(&mut self.glyphs);
        let level = std::mem::take(&mut self.level);
        let upright = std::mem::take(&mut self.upright);
        let lines = lines_of(glyphs, &upright);
        self.blocks.extend(blocks_of(lines, &level, &upright, self.bottom));
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.taken += 1;
        if self.taken > MOST_GLYPHS {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let size = (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt() * font_size;
        let (x, y) = (place.m31, place.m32);
        if x.is_finite() && y.is_finite() && size.is_finite() {
            self.glyphs.push(Glyph { x, y, end: x + width * size, size, text: text.to_owned() });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(&mut self, place: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        self.rules(place, path);
        Ok(())
    }

    fn fill(&mut self, place: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        self.rules(place, path);
        Ok(())
    }
}

impl Pages {
    /// Straight edges of a path. A shaded cell and a drawn border say the same.
    fn rules(&mut self, place: &Transform, path: &Path) {
        let point =
            |x: f64, y: f64| (x * place.m11 + y * place.m21 + place.m31, x * place.m12 + y * place.m22 + place.m32);
        let mut start = (0.0, 0.0);
        let mut last = (0.0, 0.0);
        for op in &path.ops {
            match *op {
                PathOp::MoveTo(x, y) => {
                    start = point(x, y);
                    last = start;
                }
                PathOp::LineTo(x, y) => {
                    let next = point(x, y);
                    self.edge(last, next);
                    last = next;
                }
                PathOp::Rect(x, y, w, h) => {
                    let corners = [point(x, y), point(x + w, y), point(x + w, y + h), point(x, y + h)];
                    for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                        self.edge(*a, *b);
                    }
                }
                PathOp::Close => self.edge(last, start),
                PathOp::CurveTo(_, _, _, _, x, y) => last = point(x, y),
            }
        }
    }

    fn edge(&mut self, a: (f64, f64), b: (f64, f64)) {
        if self.level.len() + self.upright.len() >= MOST_RULES {
            return;
        }
        let (dx, dy) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if dy <= NEAR && dx > 12.0 {
            self.level.push(Rule { at: (a.1 + b.1) / 2.0, from: a.0.min(b.0), to: a.0.max(b.0) });
        } else if dx <= NEAR && dy > 6.0 {
            self.upright.push(Rule { at: (a.0 + b.0) / 2.0, from: a.1.min(b.1), to: a.1.max(b.1) });
        }
    }
}

/// Glyphs into lines, from the top of the page to its foot, left to right. A gap wider than two letters ends a line,
/// and so does the border of a cell.
fn lines_of(mut glyphs: Vec<Glyph>, upright: &[Rule]) -> Vec<Line> {
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    // Baselines that differ by less than a third of the letters' size are one line.
    let mut rows: Vec<Vec<Glyph>> = vec![];
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| (first.y - glyph.y).abs() < first.size.max(4.0) * 0.35) => {
                row.push(glyph)
            }
            Some(_) | None => rows.push(vec![glyph]),
        }
    }
    let mut lines: Vec<Line> = vec![];
    for mut row in rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut current: Option<Line> = None;
        for glyph in row {
            let gap = current.as_ref().map_or(0.0, |line| glyph.x - line.end);
            let middle = glyph.y + glyph.size * 0.3;
            let border = |end: f64| {
                upright.iter().any(|r| r.at > end - 1.0 && r.at < glyph.x + 1.0 && r.from <= middle && middle <= r.to)
            };
            match current.as_mut() {
                Some(line) if gap < glyph.size.max(4.0) * 1.6 && !(gap > glyph.size * 0.3 && border(line.end)) => {
                    if gap > glyph.size * 0.14 && !line.text.ends_with(' ') {
                        line.text.push(' ');
                    }
                    line.text.push_str(&glyph.text);
                    line.end = line.end.max(glyph.end);
                }
                Some(_) | None => {
                    lines.extend(current.take());
                    current = Some(Line { x: glyph.x, end: glyph.end, y: glyph.y, size: glyph.size, text: glyph.text });
                }
            }
        }
        lines.extend(current);
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

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

fn blocks_of(lines: Vec<Line>, level: &[Rule], upright: &[Rule], bottom: f64) -> Vec<Block> {
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
    rows_of(regions)
}

/// Cells of one height side by side are a row; rows without anything between them are a table.
fn rows_of(regions: Vec<Region>) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    let mut table: Vec<(Bounds, Vec<(i64, Cell)>)> = vec![];
    for region in regions {
        let Some(bounds) = region.bounds else {
            close_table(&mut table, &mut blocks);
            blocks.extend(loose(region.lines));
            continue;
        };
        let (left, _, low, high) = bounds;
        let cell = Cell {
            span: 1,
            blocks: joined(&region.lines).lines().map(|line| Block::Paragraph(Paragraph::plain(line))).collect(),
        };
        match table.last_mut() {
            Some(((_, _, row_low, row_high), cells)) if (*row_low, *row_high) == (low, high) => {
                cells.push((left, cell))
            }
            Some(_) | None => table.push((bounds, vec![(left, cell)])),
        }
    }
    close_table(&mut table, &mut blocks);
    blocks
}

fn close_table(table: &mut Vec<(Bounds, Vec<(i64, Cell)>)>, blocks: &mut Vec<Block>) {
    let rows: Vec<Vec<Cell>> = table
        .drain(..)
        .map(|(_, mut cells)| {
            cells.sort_by_key(|(left, _)| *left);
            cells.into_iter().map(|(_, cell)| cell).collect()
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table { rows }));
    }
}

/// Lines of one cell as text: a line that ends far from the next begins a new paragraph.
fn joined(lines: &[Line]) -> String {
    let mut out = String::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        if let Some(before) = last {
            let same_line = (before.y - line.y).abs() < before.size * 0.35;
            let step = before.y - line.y;
            out.push(if same_line || step < before.size.max(line.size) * 1.55 { ' ' } else { '\n' });
        }
        out.push_str(line.text.trim());
        last = Some(line);
    }
    out
}

/// Lines outside any cell. Two pieces on one line, far apart, are a label and its answer; a piece beneath an answer,
/// beginning where it began, goes on with it.
fn loose(lines: Vec<Line>) -> Vec<Block> {
    let mut blocks = vec![];
    let mut rows: Vec<Vec<Line>> = vec![];
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| (last.y - line.y).abs() < last.size * 0.35) => row.push(line),
            Some(_) | None => rows.push(vec![line]),
        }
    }
    let mut table: Vec<Vec<Column>> = vec![];
    for row in rows {
        if row.len() > 1 {
            table.push(row.into_iter().map(|line| Column { x: line.x, y: line.y, texts: vec![line] }).collect());
            continue;
        }
        for line in row {
            let column = table
                .last_mut()
                .and_then(|cells| cells.iter_mut().enumerate().find(|(i, cell)| cell.continues(*i, &line)));
            match column {
                Some((_, cell)) => {
                    cell.y = line.y;
                    cell.texts.push(line);
                }
                None => {
                    close_loose(&mut table, &mut blocks);
                    blocks.push(Block::Paragraph(Paragraph::plain(line.text.trim())));
                }
            }
        }
    }
    close_loose(&mut table, &mut blocks);
    blocks
}

/// A column of a table without borders, as far as it goes.
struct Column {
    x: f64,
    y: f64,
    texts: Vec<Line>,
}

impl Column {
    /// Whether a line stands beneath this column's last one. Labels, in the first column, are rarely two lines long,
    /// so that there the lines must be close.
    fn continues(&self, column: usize, line: &Line) -> bool {
        let furthest = if column == 0 { 1.2 } else { 2.4 };
        (self.x - line.x).abs() < 5.0 && self.y - line.y < line.size * furthest
    }
}

fn close_loose(table: &mut Vec<Vec<Column>>, blocks: &mut Vec<Block>) {
    let paragraphs =
        |column: &Column| joined(&column.texts).lines().map(|line| Block::Paragraph(Paragraph::plain(line))).collect();
    let rows: Vec<Vec<Cell>> = table
        .drain(..)
        .map(|row| row.iter().map(|column| Cell { span: 1, blocks: paragraphs(column) }).collect())
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table { rows }));
    }
}
