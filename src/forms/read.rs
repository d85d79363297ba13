//! Reads a returned form: which field was answered with what, and what is wrong with it.

use super::align::{self, Region};
use super::definition::{Definition, Field, Kind, Party};
use super::furniture::Furniture;
use super::labels::Keys;
use super::units::Units;
use super::values::{self, Options};
use crate::documents::{Control, ControlKind, Document, Inline};
use crate::domain::answers::{Answer, Answers, Problem, ProblemKind, count_words};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What happens to an answer that is over its word limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverLength {
    /// The sender is told the count, and the form counts.
    Tell,
    /// The form is incomplete until the answer is shortened.
    Ask,
    Ignore,
}

/// How strictly a form is judged.
#[derive(Debug, Clone, Copy)]
pub struct Strictness {
    pub over_length: OverLength,
    /// Words over the limit of which nothing is said.
    pub tolerance: usize,
}

/// A prompt is not longer than this on any page.
const MOST_PROMPT_LINES: usize = 6;

/// A definition made ready for reading.
#[derive(Debug)]
pub struct FormReader {
    pub definition: Definition,
    keys: Vec<Keys>,
    options: Vec<Options>,
    furniture: Furniture,
}

/// How well a document fits a form.
#[derive(Debug, Clone)]
pub struct FormReading {
    pub answers: Answers,
    /// The document carries this form's own mark.
    pub marked: bool,
    /// How many of the form's labels or controls were found in the document.
    pub found: usize,
}

impl FormReader {
    pub fn new(definition: Definition) -> Self {
        let keys = definition.fields().map(Keys::of).collect();
        let options = definition.fields().map(Options::of).collect();
        let furniture = Furniture::of(&definition);
        Self { definition, keys, options, furniture }
    }

    /// Reads a document as this form. Always succeeds; whether it *is* this form, [`FormReading::is_form`] says.
    pub fn read(&self, document: &Document) -> FormReading {
        let units = Units::of(document);
        let fields: Vec<&Field> = self.definition.fields().collect();
        let regions = align::regions(&fields, &self.keys, &units, &self.furniture);
        let mut found = 0;
        let answers = fields
            .iter()
            .zip(self.keys.iter().zip(&self.options))
            .map(|(field, (keys, options))| {
                let control = tagged(field, &units).or_else(|| self.aliased(field, keys, &units, &regions));
                let region = regions.get(&field.id);
                found += usize::from(control.is_some() || region.is_some());
                let value = self.value(field, options, control, region, &units);
                Answer { id: field.id.clone(), label: field.label.clone(), words: count_words(&value), value }
            })
            .collect();
        let id = self.definition.id.as_str();
        let marked = document.form.as_deref().is_some_and(|mark| mark.split('/').next() == Some(id));
        FormReading { answers: Answers { form: self.definition.id.clone(), fields: answers }, marked, found }
    }

    fn value(
        &self,
        field: &Field,
        options: &Options,
        control: Option<&Control>,
        region: Option<&Region>,
        units: &Units,
    ) -> String {
        let filled = control.map(|control| values::value_of_control(field, options, control)).unwrap_or_default();
        if !filled.is_empty() {
            return filled;
        }
        // Whoever types beside the control rather than into it has answered all the same.
        region.map(|region| self.region_value(field, options, region, units)).unwrap_or_default()
    }

    fn region_value(&self, field: &Field, options: &Options, region: &Region, units: &Units) -> String {
        let mut lines: Vec<Vec<Inline>> = vec![];
        if let Some(unit) = units.get(region.label)
            && region.rest < unit.text.len()
        {
            let rest = past(&unit.inlines, region.rest);
            if !self.furniture.holds(&text_of(&rest)) {
                lines.push(rest);
            }
        }
        lines.extend(region.lines.iter().filter_map(|line| units.get(*line)).map(|unit| unit.inlines.clone()));
        // What is confirmed is told by what stands around the tick.
        if field.kind != Kind::Tick {
            lines.drain(..self.wrapped_prompt(&lines));
            lines.retain(|line| !self.furniture.holds(&text_of(line)));
        }
        values::value_of(field, options, &lines)
    }

    /// How many of the first lines are together something that the form says itself: a PDF breaks a prompt where its line
    /// is full.
    fn wrapped_prompt(&self, lines: &[Vec<Inline>]) -> usize {
        let together = |count: &usize| {
            let text = lines.iter().take(*count).map(|line| text_of(line)).collect::<Vec<_>>().join(" ");
            self.furniture.holds(&text)
        };
        (2..=lines.len().min(MOST_PROMPT_LINES)).rev().find(together).unwrap_or(0)
    }

    /// A control whose name for people is the field's label, unless it stands where another field is answered: editors
    /// that lose tags also move aliases (research/documents.md §2).
    fn aliased<'a>(
        &self,
        field: &Field,
        keys: &Keys,
        units: &'a Units,
        regions: &BTreeMap<String, Region>,
    ) -> Option<&'a Control> {
        units.controls.iter().find_map(|(control, place)| {
            let names = !control.alias.is_empty() && keys.names(&control.alias)
                || place.is_none() && keys.names(&spaced(&control.tag));
            let elsewhere = place.is_some_and(|line| {
                regions
                    .iter()
                    .any(|(id, region)| *id != field.id && (region.label == line || region.lines.contains(&line)))
            });
            (names && !elsewhere && fits(field, control)).then_some(control)
        })
    }

    /// What is wrong with the parts that someone is to fill in.
    pub fn problems(&self, answers: &Answers, by: Party, strictness: Strictness) -> Vec<Problem> {
        let mut out = vec![];
        for field in self.definition.fields_by(by) {
            let value = answers.value(&field.id);
            let problem = |kind, message: String, blocks| Problem {
                kind,
                field: Some(field.id.clone()),
                label: field.label.clone(),
                words: None,
                message,
                blocks,
            };
            if value.is_empty() {
                if self.definition.needs(field, answers) {
                    let message = match field.kind {
                        Kind::Tick => "The box is not ticked.".to_owned(),
                        Kind::Choice => "Nothing is chosen.".to_owned(),
                        Kind::Line
                        | Kind::Lines
                        | Kind::Email
                        | Kind::Phone
                        | Kind::Number
                        | Kind::Date
                        | Kind::Essay => "This is empty.".to_owned(),
                    };
                    let with = field.needed_with.as_ref().filter(|_| !field.required);
                    let message = match with.and_then(|other| self.definition.field(other)) {
                        Some(other) => format!("{message} It is needed because “{}” has an answer.", other.label),
                        None => message,
                    };
                    out.push(problem(ProblemKind::Missing, message, true));
                }
                continue;
            }
            if let Some(why) = values::fault(field, value) {
                out.push(problem(ProblemKind::Invalid, format!("This {why}"), self.definition.needs(field, answers)));
            }
            if let Some(limit) = field.max_words {
                let words = count_words(value);
                if words > limit + strictness.tolerance && strictness.over_length != OverLength::Ignore {
                    let blocks = strictness.over_length == OverLength::Ask;
                    let message = format!("We count {words} words, and the limit is {limit}.");
                    out.push(Problem { words: Some(words), ..problem(ProblemKind::TooLong, message, blocks) });
                }
            }
        }
        out
    }
}

impl FormReading {
    /// Whether the document is this form: by its mark, or because enough of its labels are there.
    ///
    /// A mail's body that happens to hold "School:" and "Telephone:" in a signature is not a form; five labels, and a
    /// third of all, are.
    pub fn is_form(&self) -> bool {
        self.marked || (self.found >= 5 && self.found * 3 >= self.answers.fields.len())
    }
}

fn text_of(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::text).collect()
}

fn tagged<'a>(field: &Field, units: &'a Units) -> Option<&'a Control> {
    let named = |control: &&Control| control.tag.eq_ignore_ascii_case(&field.id) && fits(field, control);
    let mut all = units.controls.iter().map(|(control, _)| control).filter(named);
    let first = all.next()?;
    // A control that is shown in several places is filled in at one of them.
    Some(if first.value.is_empty() { all.find(|control| !control.value.is_empty()).unwrap_or(first) } else { first })
}

/// A tick box is not where a name is written.
fn fits(field: &Field, control: &Control) -> bool {
    control.kind != ControlKind::Tick || matches!(field.kind, Kind::Tick | Kind::Choice)
}

/// `ApplicantName`, `applicant_name` and `form.applicant-name` as words: `applicant name`.
fn spaced(name: &str) -> String {
    let mut out = String::new();
    let last = name.rsplit('.').next().unwrap_or(name);
    let mut lower = false;
    for c in last.chars() {
        if c.is_uppercase() && lower {
            out.push(' ');
        }
        lower = c.is_lowercase() || c.is_ascii_digit();
        out.push(if matches!(c, '_' | '-') { ' ' } else { c });
    }
    out
}

/// The inlines of a line from some byte of its text on.
fn past(inlines: &[Inline], start: usize) -> Vec<Inline> {
    let mut at = 0;
    let mut out = vec![];
    for inline in inlines {
        let length = inline.text().len();
        if at >= start {
            out.push(inline.clone());
        } else if at + length > start
            && let Inline::Text(text) = inline
        {
            out.push(Inline::Text(text.get(start - at..).unwrap_or("").to_owned()));
        }
        at += length;
    }
    out
}
