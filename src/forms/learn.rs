//! A definition from somebody else's blank form: its controls by their names, its labels by their empty neighbours.

use super::definition::{Definition, Field, Kind, Party, Section};
use super::labels::folded;
use super::units::Units;
use crate::documents::{Control, ControlKind, Document};
use crate::domain::FormId;
use std::collections::BTreeSet;

/// Labels longer than this are paragraphs.
const LONGEST_LABEL: usize = 300;

/// What a blank form asks. Everything is optional: a blank does not say what is required.
pub fn definition_of(blank: &Document) -> Definition {
    let units = Units::of(blank);
    let mut fields: Vec<Field> = vec![];
    let mut ids = BTreeSet::new();
    for (control, place) in &units.controls {
        let beside = place.and_then(|line| label_before(&units, line)).unwrap_or_default();
        let label = [control.alias.as_str(), beside.as_str(), control.tag.as_str()]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or("")
            .to_owned();
        add(&mut fields, &mut ids, &control.tag, label, kind_of(control));
    }
    if fields.is_empty() {
        for label in empty_neighbours(&units) {
            add(&mut fields, &mut ids, "", label, Kind::Lines);
        }
    }
    let section =
        Section { id: "form".to_owned(), by: Party::Applicant, title: String::new(), note: String::new(), fields };
    Definition {
        id: FormId::learned(),
        version: String::new(),
        title: String::new(),
        intro: String::new(),
        sections: vec![section],
    }
}

fn kind_of(control: &Control) -> Kind {
    match control.kind {
        ControlKind::Tick => Kind::Tick,
        // What was chosen in a list that we do not know is text to us.
        ControlKind::Text | ControlKind::Choice | ControlKind::Date => Kind::Lines,
    }
}

fn add(fields: &mut Vec<Field>, ids: &mut BTreeSet<String>, tag: &str, label: String, kind: Kind) {
    let wanted = if tag.is_empty() { folded(&label).replace(' ', "_") } else { tag.to_owned() };
    let wanted = if wanted.is_empty() { "field".to_owned() } else { wanted };
    let mut id = wanted.clone();
    let mut number = 1;
    while !ids.insert(id.clone()) {
        number += 1;
        id = format!("{wanted}_{number}");
    }
    fields.push(Field {
        id,
        label,
        kind,
        required: false,
        needed_with: None,
        prompt: String::new(),
        also: vec![],
        means: None,
        max_words: None,
        options: vec![],
        options_from: None,
        tell: vec![],
        synonyms: vec![],
    });
}

/// The text before a control: on its own line, or in the cell before.
fn label_before(units: &Units, line: usize) -> Option<String> {
    let own = units.get(line)?;
    let text: String = own
        .inlines
        .iter()
        .take_while(|i| matches!(i, crate::documents::Inline::Text(_)))
        .map(crate::documents::Inline::text)
        .collect();
    let text = text.trim().trim_end_matches(':').trim();
    if !text.is_empty() {
        return Some(text.to_owned());
    }
    let cell = own.place.cell()?;
    let before = units.lines.iter().find(|unit| {
        unit.place
            .cell()
            .is_some_and(|c| c.table == cell.table && c.row == cell.row && c.column + c.span == cell.column)
    })?;
    let label = before.text.trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// Labels in tables beside which nothing stands, and lines that end with a colon.
fn empty_neighbours(units: &Units) -> Vec<String> {
    let mut out = vec![];
    for unit in &units.lines {
        let text = unit.text.trim();
        if text.is_empty() || text.len() > LONGEST_LABEL {
            continue;
        }
        let beside_empty = unit.place.cell().is_some_and(|cell| {
            let mut beside = units
                .lines
                .iter()
                .filter(|u| {
                    u.place.cell().is_some_and(|c| {
                        c.table == cell.table && c.row == cell.row && c.column == cell.column + cell.span
                    })
                })
                .peekable();
            beside.peek().is_some() && beside.all(|u| u.text.trim().is_empty())
        });
        if beside_empty || text.ends_with(':') {
            out.push(text.trim_end_matches(':').trim().to_owned());
        }
    }
    out
}
