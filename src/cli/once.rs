//! `once`: one pass, and what it did.

use super::place::{Place, program};
use super::{Failure, print, print_json};
use crate::app::App;
use serde_json::json;

pub async fn run(place: &Place) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let mut app = App::new(config, store, clock, program()?).await?;
    let passed = app.once().await?;
    app.store.close().await;
    if place.json {
        print_json(&json!({ "taken_in": passed.taken_in, "handled": passed.handled, "letters": passed.letters }));
    } else {
        print(&format!(
            "New messages: {}. Handled: {}. Letters sent: {}.",
            passed.taken_in, passed.handled, passed.letters
        ));
    }
    Ok(())
}
