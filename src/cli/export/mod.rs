//! `export outcomes sle spring-2027`: the report for the national body or the board, with just the columns that policy names.

mod booklet;
mod impact;
mod books;

use super::arguments::{ExportAction, ExportFormat};
use super::place::Place;
use super::{Failure, print};
use crate::commands::Said;
use crate::config::Programme;
use crate::config::programme::ExportColumn;
use crate::domain::application::Application;
use crate::domain::interview::Score;
use crate::domain::outcome::Outcome;
use crate::domain::window::Window;
use crate::forms::Meaning;
use crate::letters::outcome::answer;
use crate::sheets::{self, Column, Kind, Sheet, Value};
use std::io::Write as _;
use std::path::PathBuf;

pub async fn run(place: &Place, action: ExportAction) -> Result<(), Failure> {
    let (programme, window, format, to) = match action {
        ExportAction::Outcomes { programme, window, format, to } => (programme, window, format, to),
        ExportAction::Impact { number, by, to } => return impact::run(place, by, number.as_deref(), &to).await,
        ExportAction::Booklet { programme, to } => return booklet::run(place, programme.as_deref(), &to).await,
        ExportAction::Sales { report } => return books::run(place, books::Report::Sales, &report).await,
        ExportAction::HomeSchools { report } => return books::run(place, books::Report::HomeSchools, &report).await,
        ExportAction::Year { report } => return books::run(place, books::Report::Year, &report).await,
    };
    let config = place.config()?;
    let round = format!("{programme} {window}");
    let (programme, name, _) = Said::new(&round).window(&config)?;
    let store = place.store().await?;
    let clock = place.clock(&config, &store).await?;
    let (applications, windows) = store.list_applications().await?;
    store.close().await;
    let window = crate::commands::existing(&windows, programme, &name)?;
    let sheet = outcomes(programme, window, &applications);
    let format = format.unwrap_or(match &to {
        Some(file) if file.extension().is_some_and(|x| x.eq_ignore_ascii_case("xlsx")) => ExportFormat::Xlsx,
        Some(_) | None => ExportFormat::Csv,
    });
    let bytes = match format {
        ExportFormat::Csv => sheets::csv(&sheet),
        ExportFormat::Xlsx => sheets::workbook(std::slice::from_ref(&sheet), clock.now())
            .map_err(|e| Failure::fault(format!("the workbook could not be written: {e}")))?,
    };
    written(&bytes, to, sheet.rows.len())
}

fn written(bytes: &[u8], to: Option<PathBuf>, rows: usize) -> Result<(), Failure> {
    let Some(file) = to else {
        let _closed = std::io::stdout().write_all(bytes);
        return Ok(());
    };
    std::fs::write(&file, bytes)
        .map_err(|e| Failure::fault(format!("{} could not be written: {e}; is its folder there?", file.display())))?;
    let people = if rows == 1 { "1 person".to_owned() } else { format!("{rows} people") };
    print(&format!("{people} in {}.", file.display()));
    Ok(())
}

/// Everybody of a round about whom a decision stands, in the order of their numbers.
fn outcomes(programme: &Programme, window: &Window, applications: &[Application]) -> Sheet {
    let columns = &programme.outcomes.export;
    let decided = applications
        .iter()
        .filter(|application| application.is_in_the_running(window))
        .filter_map(|application| application.outcome.as_ref().map(|outcome| (application, outcome)));
    Sheet {
        name: format!("{} {}", programme.short_name, window.name),
        columns: columns.iter().map(|column| heading(*column)).collect(),
        rows: decided
            .map(|(application, outcome)| {
                columns.iter().map(|column| cell(*column, programme, window, application, outcome)).collect()
            })
            .collect(),
    }
}

fn heading(column: ExportColumn) -> Column {
    let (header, width, kind) = match column {
        ExportColumn::Case => ("case", 16, Kind::Text),
        ExportColumn::Name => ("name", 26, Kind::Text),
        ExportColumn::Email => ("email", 30, Kind::Text),
        ExportColumn::School => ("school", 32, Kind::Text),
        ExportColumn::Post => ("post", 26, Kind::Text),
        ExportColumn::Specialism => ("specialism", 26, Kind::Text),
        ExportColumn::Verdict => ("verdict", 16, Kind::Text),
        ExportColumn::Because => ("because", 50, Kind::Text),
        ExportColumn::DecidedBy => ("decided_by", 20, Kind::Text),
        ExportColumn::DecidedOn => ("decided_on", 13, Kind::Date),
        ExportColumn::ReleasedOn => ("released_on", 13, Kind::Date),
        ExportColumn::ReceivedAt => ("received_at", 24, Kind::Text),
        ExportColumn::HeadName => ("head_name", 26, Kind::Text),
        ExportColumn::Rating => ("rating", 10, Kind::Text),
    };
    Column::new(header, width, kind)
}

fn cell(
    column: ExportColumn,
    programme: &Programme,
    window: &Window,
    application: &Application,
    outcome: &Outcome,
) -> Value {
    let answer = |meaning| Value::text(answer(programme, window, application, meaning));
    match column {
        ExportColumn::Case => Value::text(application.case.to_string()),
        ExportColumn::Name => Value::text(&application.name),
        ExportColumn::Email => Value::text(application.email.to_string()),
        ExportColumn::School => answer(Meaning::School),
        ExportColumn::Post => answer(Meaning::Post),
        ExportColumn::Specialism => answer(Meaning::Specialism),
        ExportColumn::Verdict => Value::text(programme.words.verdict(outcome.verdict)),
        ExportColumn::Because => Value::text(&outcome.because),
        ExportColumn::DecidedBy => Value::text(&outcome.by),
        ExportColumn::DecidedOn => Value::Date(window.zone.date(outcome.at)),
        ExportColumn::ReleasedOn => outcome.released_at.map_or(Value::Blank, |at| Value::Date(window.zone.date(at))),
        ExportColumn::ReceivedAt => {
            application.first_received_at().map_or(Value::Blank, |at| Value::text(at.to_string()))
        }
        ExportColumn::HeadName => answer(Meaning::HeadName),
        ExportColumn::Rating => average(&application.scores).map_or(Value::Blank, Value::text),
    }
}

/// The reviewers' average, from 0.0 (all Red) to 2.0 (all Green). It is shown, and decides nothing.
fn average(scores: &[Score]) -> Option<String> {
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    let points: u32 = scores.iter().map(|score| score.rating.points()).sum();
    let tenths = (points * 10 + count / 2) / count;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::Rating;

    #[test]
    fn an_average_has_one_place() {
        let score = |rating| Score { reviewer: "A".into(), criterion: "Impact".into(), rating, comment: String::new() };
        assert_eq!(average(&[]), None);
        assert_eq!(average(&[score(Rating::Green), score(Rating::Green), score(Rating::Red)]).as_deref(), Some("1.3"));
        assert_eq!(average(&[score(Rating::Amber)]).as_deref(), Some("1.0"));
    }
}
