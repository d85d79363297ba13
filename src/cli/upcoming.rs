//! `upcoming`: the letters that will fall due by themselves.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::civil;
use crate::render::Renderer;
use crate::schedule::{self, upcoming};
use crate::step::Office;
use serde_json::json;

pub async fn run(place: &Place, days: u32) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let letters = upcoming::of(&office, now, days).await?;
    store.close().await;
    if place.json {
        print_json(
            &letters
                .iter()
                .map(|l| {
                    json!({ "when": l.when.to_string(), "letter": l.letter, "to": l.to.as_str(),
                            "case": l.case.as_ref().map(ToString::to_string), "why": l.why })
                })
                .collect(),
        );
        return Ok(());
    }
    if letters.is_empty() {
        print(&format!("No letter falls due within {days} days, unless mail or a command comes."));
    }
    let zone = schedule::zone(&config);
    for l in &letters {
        let case = l.case.as_ref().map(ToString::to_string).unwrap_or_default();
        print(&format!(
            "{:<34}  {:<32}  {:<20}  {case:<13}  {}",
            civil::moment_in_words(zone.civil(l.when)),
            l.to,
            l.letter,
            l.why
        ));
    }
    Ok(())
}
