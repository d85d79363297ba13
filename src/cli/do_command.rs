//! `do "…"`: the coordinators' vocabulary, typed.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::commands;
use crate::render::Renderer;
use crate::step::{self, Office};
use serde_json::json;

pub async fn run(place: &Place, command: Option<&str>, code: Option<&str>, by: &str) -> Result<(), Failure> {
    if code.is_some() {
        return Err(Failure::refused("no command waits for a code."));
    }
    let Some(command) = command.map(str::trim).filter(|c| !c.is_empty()) else {
        return Err(Failure::wrong(
            "expected a command, as in `do \"open sle spring-2027 from 1 March 2027 to 19 March 2027\"`; `do help` prints all of them.",
        ));
    };
    if command.eq_ignore_ascii_case("help") {
        print(&commands::help());
        return Ok(());
    }
    let config = place.config()?;
    // What cannot be understood is said before anything is opened.
    let (found, said) = commands::find(command)?;
    let lookup = (found.lookup)(&said, &config)?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let done = step::command(&office, command, &lookup, by, clock.now()).await;
    store.close().await;
    let answer = done??;
    if place.json {
        print_json(&json!({ "command": command, "answer": answer }));
    } else {
        print(&answer);
    }
    Ok(())
}
