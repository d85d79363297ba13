//! The booklet as a sheet: one row for each person, for a website's editor or a mail merge.

use super::Booklet;
use crate::sheets::{Column, Kind, Sheet, Value};

/// What is printed, and nothing else; cells that begin like a formula stay text (`sheets`).
pub fn sheet(booklet: &Booklet) -> Sheet {
    let columns = [
        ("programme", 12),
        ("name", 28),
        ("post", 28),
        ("school", 36),
        ("phase and town", 28),
        ("area of expertise", 30),
        ("further areas", 40),
        ("portrait", 80),
    ];
    let row = |(part, section, card): (&super::Part, &super::Section, &super::Card)| {
        [
            part.short_name.clone(),
            card.name.clone(),
            card.role.clone(),
            card.school.clone(),
            card.place.join(", "),
            section.name.clone(),
            card.further.join("; "),
            card.portrait.clone(),
        ]
        .into_iter()
        .map(|cell| if cell.is_empty() { Value::Blank } else { Value::text(cell) })
        .collect()
    };
    let mut cards = booklet.cards();
    let place = |id: &str| booklet.index.iter().position(|line| line.id == id);
    cards.sort_by_key(|(_, _, card)| place(&card.id));
    Sheet {
        name: booklet.title.chars().take(31).collect(),
        columns: columns.into_iter().map(|(name, width)| Column::new(name, width, Kind::Text)).collect(),
        rows: cards.into_iter().map(row).collect(),
    }
}
