//! Finds which lines of a document answer which field.
//!
//! Labels are looked for in the order of the form: of all ways to assign lines to fields, the one that keeps that
//! order and is surest wins, so that a line of an essay that looks like a label does not cut the essay in two. What an
//! answer is then follows from where its label stands: beside it, beneath it, or after it until the next label.

use super::definition::{Field, Kind};
use super::furniture::Furniture;
use super::labels::{Keys, Line, Strength};
use super::units::{CellPlace, Place, Unit, Units};
use crate::documents::{Control, Inline};
use std::collections::{BTreeMap, BTreeSet};

/// The lines that answer one field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Region {
    /// The line of the label, and where in it the answer may begin.
    pub label: usize,
    pub rest: usize,
    /// Whole lines after the label.
    pub lines: Vec<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Candidate {
    line: usize,
    /// Position of the field in the form.
    field: usize,
    strength: Strength,
    rest: usize,
    weight: u32,
}

/// More candidates than this cannot be a form that a person filled in.
const MOST_CANDIDATES: usize = 1_500;

/// For each field id, the region of its answer. `keys` are those of the form's fields, in the form's order.
pub fn regions(fields: &[&Field], keys: &[Keys], units: &Units, furniture: &Furniture) -> BTreeMap<String, Region> {
    let mut candidates = candidates(fields, keys, units);
    candidates.truncate(MOST_CANDIDATES);
    let chosen = choose(&candidates, fields.len());
    let labels: BTreeMap<usize, Candidate> = chosen.iter().map(|c| (c.line, *c)).collect();
    let map = Map { units, furniture, labels: &labels };
    chosen
        .iter()
        .filter_map(|candidate| {
            let field = fields.get(candidate.field)?;
            Some((field.id.clone(), map.region(candidate, field)))
        })
        .collect()
}

fn candidates(fields: &[&Field], keys: &[Keys], units: &Units) -> Vec<Candidate> {
    let mut out = vec![];
    for (line, unit) in units.lines.iter().enumerate() {
        let text = unit.text.as_str();
        if is_answer(unit, fields) {
            continue;
        }
        let ready = Line::new(text);
        if ready.is_blank() {
            continue;
        }
        for (field, keys) in keys.iter().enumerate() {
            let Some(found) = keys.find(&ready) else { continue };
            let sure = match found.strength {
                Strength::Whole => 100,
                Strength::Begins => 80,
                Strength::Alike => 55,
            };
            // What stands in a quoted letter of ours is a label only where nothing better is.
            let weight = sure - u32::from(unit.quoted > 0) * 30;
            // What follows a label on a quoted line is ours, not an answer.
            let rest = if unit.quoted > 0 { text.len() } else { found.rest };
            out.push(Candidate { line, field, strength: found.strength, rest, weight });
        }
    }
    out
}

/// Whether a line is nothing but what was filled into a field's own control: an answer, whatever it looks like.
fn is_answer(unit: &Unit, fields: &[&Field]) -> bool {
    let own =
        |control: &Control| !control.tag.is_empty() && fields.iter().any(|f| f.id.eq_ignore_ascii_case(&control.tag));
    matches!(unit.inlines.as_slice(), [Inline::Control(control)] if own(control))
}

/// The heaviest chain of candidates that rises in lines and in fields; then, for fields that it leaves out, any line
/// that is wholly their label and that no other field has.
fn choose(candidates: &[Candidate], fields: usize) -> Vec<Candidate> {
    // best[i]: weight of the best chain that ends with candidate i, and its predecessor.
    let mut best: Vec<(u32, Option<usize>)> = Vec::with_capacity(candidates.len());
    for (i, here) in candidates.iter().enumerate() {
        let before = candidates
            .iter()
            .zip(&best)
            .take(i)
            .enumerate()
            .filter(|(_, (there, _))| there.line < here.line && there.field < here.field)
            // Of two chains of one weight the one that ends earlier in the document is taken.
            .max_by(|(a, (_, x)), (b, (_, y))| x.0.cmp(&y.0).then(b.cmp(a)));
        best.push(match before {
            Some((at, (_, chain))) => (chain.0 + here.weight, Some(at)),
            None => (here.weight, None),
        });
    }
    let mut chosen = vec![];
    let mut at = best.iter().enumerate().max_by(|(i, a), (j, b)| a.0.cmp(&b.0).then(j.cmp(i))).map(|(i, _)| i);
    while let Some(i) = at {
        chosen.extend(candidates.get(i).copied());
        at = best.get(i).and_then(|(_, before)| *before);
    }
    let mut taken: BTreeSet<usize> = chosen.iter().map(|c| c.line).collect();
    let mut answered: BTreeSet<usize> = chosen.iter().map(|c| c.field).collect();
    for strength in [Strength::Whole, Strength::Begins] {
        for field in 0..fields {
            if answered.contains(&field) {
                continue;
            }
            let free =
                candidates.iter().find(|c| c.field == field && c.strength == strength && !taken.contains(&c.line));
            if let Some(candidate) = free {
                chosen.push(*candidate);
                taken.insert(candidate.line);
                answered.insert(field);
            }
        }
    }
    chosen.sort_by_key(|c| c.line);
    chosen
}

struct Map<'a> {
    units: &'a Units,
    furniture: &'a Furniture,
    labels: &'a BTreeMap<usize, Candidate>,
}

impl Map<'_> {
    fn region(&self, label: &Candidate, field: &Field) -> Region {
        let mut region = Region { label: label.line, rest: label.rest, lines: vec![] };
        let Some(unit) = self.units.get(label.line) else { return region };
        match unit.place {
            Place::Cell(cell) if cell.cells > 1 => self.in_table(cell, &mut region),
            Place::Cell(_) | Place::Flow => self.in_flow(unit, field, &mut region),
        }
        region
    }

    fn text_of_rest(&self, region: &Region) -> &str {
        self.units.get(region.label).and_then(|unit| unit.text.get(region.rest..)).unwrap_or("").trim()
    }

    /// Lines of one cell; `None` where there is no such cell.
    fn cell(&self, table: usize, row: usize, holds: impl Fn(CellPlace) -> bool) -> Vec<usize> {
        self.units
            .lines
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.place.cell().is_some_and(|c| c.table == table && c.row == row && holds(c)))
            .map(|(i, _)| i)
            .collect()
    }

    fn has_label(&self, lines: &[usize]) -> bool {
        lines.iter().any(|line| self.labels.contains_key(line))
    }

    fn is_filled(&self, lines: &[usize]) -> bool {
        lines.iter().filter_map(|line| self.units.get(*line)).any(|unit| !unit.text.trim().is_empty())
    }

    /// A label in a table of several columns: the answer is beside it, or beneath it where labels stand side by side.
    fn in_table(&self, cell: CellPlace, region: &mut Region) {
        let own = self.cell(cell.table, cell.row, |c| c.column == cell.column);
        let beside = self.cell(cell.table, cell.row, |c| c.column == cell.column + cell.span);
        let beneath =
            self.cell(cell.table, cell.row + 1, |c| c.column <= cell.column && cell.column < c.column + c.span);
        if self.is_header(cell) {
            region.lines = beneath;
        } else if self.is_filled(&beside) && !self.has_label(&beside) {
            region.lines = beside;
            // `Name: | Priya Nair` leaves nothing of the label's own cell.
            region.rest = usize::MAX;
        } else if !self.text_of_rest(region).is_empty() {
            region.lines =
                own.into_iter().filter(|line| *line > region.label && !self.labels.contains_key(line)).collect();
        } else if (beside.is_empty() || self.has_label(&beside))
            && !self.has_label(&beneath)
            && !self.row_has_label(cell.table, cell.row + 1)
        {
            region.lines = beneath;
        } else {
            // The answer box is empty: what else stands in the label's cell may have been typed there.
            region.lines =
                own.into_iter().filter(|line| *line > region.label && !self.labels.contains_key(line)).collect();
        }
    }

    fn row_has_label(&self, table: usize, row: usize) -> bool {
        self.has_label(&self.cell(table, row, |_| true))
    }

    /// Whether a row is all labels, with answers in the row beneath.
    fn is_header(&self, cell: CellPlace) -> bool {
        let labelled: BTreeSet<usize> = self
            .cell(cell.table, cell.row, |_| true)
            .into_iter()
            .filter(|line| self.labels.get(line).is_some_and(|c| c.strength != Strength::Begins))
            .filter_map(|line| self.units.get(line)?.place.cell().map(|c| c.column))
            .collect();
        let neighbours = labelled.contains(&(cell.column + cell.span))
            || labelled.iter().any(|column| *column < cell.column && self.ends_at(cell, *column));
        let below = self.cell(cell.table, cell.row + 1, |_| true);
        labelled.len() >= 2 && neighbours && !below.is_empty() && !self.has_label(&below)
    }

    fn ends_at(&self, cell: CellPlace, column: usize) -> bool {
        self.units.lines.iter().filter_map(|unit| unit.place.cell()).any(|c| {
            c.table == cell.table && c.row == cell.row && c.column == column && c.column + c.span == cell.column
        })
    }

    /// A label in running text, or alone in its row: the answer follows until the next label.
    fn in_flow(&self, unit: &Unit, field: &Field, region: &mut Region) {
        let rest = self.text_of_rest(region);
        let rest_counts = !rest.is_empty() && !self.furniture.holds(rest);
        let several = matches!(field.kind, Kind::Lines | Kind::Essay | Kind::Choice | Kind::Tick);
        if rest_counts && !several {
            return;
        }
        for (line, next) in self.units.lines.iter().enumerate().skip(region.label + 1) {
            if self.labels.contains_key(&line) || self.begins_a_section(next) {
                break;
            }
            if self.has_left_the_table(unit, next) {
                break;
            }
            if next.text.trim().is_empty() || self.furniture.holds(&next.text) {
                // Blank lines inside an essay are kept as paragraph ends.
                region.lines.push(line);
                continue;
            }
            if next.quoted > unit.quoted {
                break;
            }
            // An answer typed between the lines of our letter is less quoted than the label above it.
            if unit.quoted > 0 && next.quoted >= unit.quoted {
                continue;
            }
            region.lines.push(line);
            // One line is enough for a name; a list of boxes goes on.
            if matches!(field.kind, Kind::Line | Kind::Email | Kind::Phone | Kind::Number | Kind::Date) {
                break;
            }
        }
    }

    fn begins_a_section(&self, unit: &Unit) -> bool {
        self.furniture.is_section(&unit.text)
    }

    /// Rows of several cells after a label that stood alone in its row belong to something else.
    fn has_left_the_table(&self, label: &Unit, next: &Unit) -> bool {
        match (label.place, next.place) {
            (Place::Cell(a), Place::Cell(b)) => a.table == b.table && b.cells > 1 && a.cells == 1,
            (Place::Cell(_) | Place::Flow, Place::Flow) | (Place::Flow, Place::Cell(_)) => false,
        }
    }
}
