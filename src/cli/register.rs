//! `register`: who is designated.

use super::place::Place;
use super::{Failure, print, print_json};
use serde_json::{Value, json};

pub async fn run(place: &Place) -> Result<(), Failure> {
    let store = place.store().await?;
    let register = store.list_register().await?;
    store.close().await;
    if place.json {
        let rows: Vec<Value> = register
            .iter()
            .map(|entry| {
                json!({ "number": entry.number.as_ref().map(ToString::to_string), "status": entry.status.word(), "programme": entry.programme.as_str(), "case": entry.case.as_ref().map(ToString::to_string), "name": entry.name,
                        "email": entry.email.as_str(), "school": entry.school, "specialism": entry.specialism,
                        "since": entry.since.to_string(), "ended_on": entry.ended_on.map(|day| day.to_string()) })
            })
            .collect();
        print_json(&rows.into());
        return Ok(());
    }
    for entry in &register {
        let ended = entry.ended_on.map(|day| format!("  ended {day}")).unwrap_or_default();
        print(&format!(
            "{:<6}  {}  {:<24}  {:<28}  {:<28}  {}{ended}",
            entry.programme, entry.since, entry.name, entry.specialism, entry.school, entry.email
        ));
    }
    Ok(())
}
