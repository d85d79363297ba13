//! `projects`: whose they are, what is due when, and how far they have come.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::project::{Project, Step};
use serde_json::{Value, json};

pub async fn run(place: &Place) -> Result<(), Failure> {
    let store = place.store().await?;
    let projects = store.list_projects().await?;
    store.close().await;
    if place.json {
        print_json(&projects.iter().map(row).collect());
        return Ok(());
    }
    for project in &projects {
        let due = project.awaited().next().map(|step| format!("  {} due {}", step.name, step.due)).unwrap_or_default();
        print(&format!(
            "{}  {:<15}  {:<24}  {:>10}  {}{due}",
            project.number,
            project.state().in_words(),
            project.holder.name,
            project.bursary,
            project.title
        ));
    }
    Ok(())
}

fn row(project: &Project) -> Value {
    json!({
        "number": project.number.to_string(),
        "state": project.state().word(),
        "programme": project.holder.programme.as_str(),
        "holder": project.holder.entry.to_string(),
        "name": project.holder.name,
        "email": project.holder.email.as_str(),
        "title": project.title,
        "bursary_pence": project.bursary,
        "agreed_on": project.agreed_on.to_string(),
        "due": project.due().map(|day| day.to_string()),
        "steps": project.steps.iter().map(step).collect::<Vec<_>>(),
        "paid_on": project.paid_on.map(|day| day.to_string()),
        "dropped_because": project.dropped.as_ref().map(|dropped| dropped.because.as_str()),
    })
}

fn step(step: &Step) -> Value {
    json!({
        "id": step.id,
        "name": step.name,
        "due": step.due.to_string(),
        "received_at": step.report.as_ref().map(|report| report.received_at.to_string()),
        "message": step.report.as_ref().map(|report| report.message.0),
        "accepted_on": step.accepted_on.map(|day| day.to_string()),
    })
}
