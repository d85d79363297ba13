//! `export booklet --to FILE`: as PDF, as one page of HTML, or as a sheet; the end of the file's name says which.

use super::super::place::Place;
use super::super::{Failure, print};
use crate::booklet::{self, Booklet};
use crate::config::{Config, Programme, nearest};
use crate::render::Renderer;
use crate::sheets;
use std::path::Path;

pub async fn run(place: &Place, programme: Option<&str>, to: &Path) -> Result<(), Failure> {
    let config = place.config()?;
    let programmes = wanted(&config, programme)?;
    let ending = to.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !["pdf", "html", "htm", "csv", "xlsx"].contains(&ending.as_str()) {
        return Err(Failure::wrong(format!(
            "{}: expected a name that ends with .pdf, .html, .csv or .xlsx.",
            to.display()
        )));
    }
    let store = place.store().await?;
    let clock = place.clock(&config, &store).await?;
    let now = clock.now();
    let register = store.list_register().await?;
    let urns: Vec<_> = register.iter().filter_map(|entry| entry.urn).collect();
    let establishments = store.establishments(&urns).await?;
    store.close().await;
    let booklet = Booklet::of(&config, &programmes, &register, &establishments, config.zone().date(now));
    if booklet.people == 0 {
        return Err(Failure::refused("nobody in the register is active: there is nothing to put into a booklet."));
    }
    let mut note = String::new();
    let bytes = match ending.as_str() {
        "pdf" => {
            let pdf = Renderer::new(&config)?.booklet(&booklet)?;
            note = format!(", {} pages", pdf.pages);
            if !pdf.replaced.is_empty() {
                note.push_str("; some characters could not be printed and stand as boxes");
            }
            pdf.bytes
        }
        "csv" => sheets::csv(&booklet::sheet(&booklet)),
        "xlsx" => sheets::workbook(&[booklet::sheet(&booklet)], now)
            .map_err(|e| Failure::fault(format!("the workbook could not be written: {e}")))?,
        _ => booklet::page(&booklet).into_bytes(),
    };
    std::fs::write(to, bytes)
        .map_err(|e| Failure::fault(format!("{} could not be written: {e}; is its folder there?", to.display())))?;
    let people = if booklet.people == 1 { "1 person".to_owned() } else { format!("{} people", booklet.people) };
    let silent = booklet.cards().iter().filter(|(_, _, card)| card.portrait.is_empty()).count();
    let silent = if silent == 0 { String::new() } else { format!("; {silent} without a portrait") };
    print(&format!("{people} in {}{note}{silent}.", to.display()));
    Ok(())
}

fn wanted<'c>(config: &'c Config, programme: Option<&str>) -> Result<Vec<&'c Programme>, Failure> {
    let Some(name) = programme else { return Ok(config.programmes.values().collect()) };
    let known: Vec<&str> = config.programmes.keys().map(|id| id.as_str()).collect();
    match config.programmes.values().find(|programme| programme.id.as_str() == name.to_lowercase()) {
        Some(programme) => Ok(vec![programme]),
        None => {
            let hint = nearest(name, &known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            Err(Failure::wrong(format!("there is no programme `{name}`.{hint} Programmes: {}.", known.join(", "))))
        }
    }
}
