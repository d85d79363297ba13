//! `do "…"`: the coordinators' vocabulary, typed.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::commands;
use crate::render::Renderer;
use crate::step::{self, Answer, Office};
use serde_json::json;

pub async fn run(place: &Place, command: Option<&str>, code: Option<&str>, by: &str) -> Result<(), Failure> {
    if let Some(code) = code {
        return confirm(place, code, by).await;
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
    (found.lookup)(&said, &config)?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let done = step::command(&office, command, by, &clock).await;
    store.close().await;
    said_back(place, command, done??)
}

/// `do --code N`.
async fn confirm(place: &Place, code: &str, by: &str) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let done = step::confirm(&office, code, by, &clock).await;
    store.close().await;
    said_back(place, code, done??)
}

fn said_back(place: &Place, command: &str, answer: Answer) -> Result<(), Failure> {
    match answer {
        Answer::Done(answer) if place.json => print_json(&json!({ "command": command, "answer": answer })),
        Answer::Done(answer) => print(&answer),
        Answer::NeedsCode { would, code } => {
            if place.json {
                print_json(&json!({ "command": command, "answer": would, "code": code }));
            } else {
                print(&format!(
                    "{would}\n\nThis cannot be undone. To confirm, within a day: alliance-clerk do --code {code}"
                ));
            }
            return Err(Failure::refused(format!("this waits for its code: `do --code {code}`.")));
        }
    }
    Ok(())
}
