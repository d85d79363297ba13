//! What a page has drawn on it: glyphs, which are put together to lines of words, and the rules of its tables.

use super::super::model::Block;
use super::tables::{self, Foot};
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

const MOST_GLYPHS: usize = 400_000;
const MOST_RULES: usize = 6_000;
/// Points within which two positions are the same.
pub(super) const NEAR: f64 = 2.0;

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
pub(super) struct Rule {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// A line of words close enough to be read together.
#[derive(Debug)]
pub(super) struct Line {
    pub x: f64,
    pub end: f64,
    pub y: f64,
    pub size: f64,
    pub text: String,
}

#[derive(Default)]
struct Pages {
    bottom: f64,
    glyphs: Vec<Glyph>,
    level: Vec<Rule>,
    upright: Vec<Rule>,
    blocks: Vec<Block>,
    foot: Foot,
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
        tables::add_page(lines, &level, &upright, self.bottom, &mut self.foot, &mut self.blocks);
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
