//! `applications`: who has applied, and how things stand.

mod panel;

use super::arguments::ApplicationsAction;
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::CaseId;
use crate::domain::application::Application;
use crate::domain::window::Window;
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<ApplicationsAction>) -> Result<(), Failure> {
    let store = place.store().await?;
    let (applications, windows) = store.list_applications().await?;
    store.close().await;
    let window_of = |application: &Application| application.window.and_then(|id| windows.iter().find(|w| w.id == id));
    match action.unwrap_or(ApplicationsAction::List) {
        ApplicationsAction::List if place.json => {
            print_json(&applications.iter().map(|a| summary(a, window_of(a))).collect())
        }
        ApplicationsAction::List => {
            for a in &applications {
                let window = window_of(a);
                let missing = a.missing(window);
                let missing =
                    if missing.is_empty() { String::new() } else { format!("  missing: {}", missing.join("; ")) };
                let round = window.map_or("-", |w| w.name.as_str());
                print(&format!(
                    "{}  {:<12}  {:<11}  {:<24}  {}{missing}",
                    a.case,
                    round,
                    a.state(window).word(),
                    a.name,
                    a.email
                ));
            }
        }
        ApplicationsAction::Show { case } => {
            let case = CaseId::parse(&case).map_err(|e| Failure::wrong(format!("{e}.")))?;
            let application = applications
                .iter()
                .find(|a| a.case == case)
                .ok_or_else(|| Failure::refused(format!("there is no case {case}.")))?;
            show(place, application, window_of(application));
        }
    }
    Ok(())
}

/// The contract's row.
fn summary(a: &Application, window: Option<&Window>) -> Value {
    json!({
        "case": a.case.to_string(),
        "programme": a.programme.as_str(),
        "window": window.map(|w| w.name.as_str()),
        "name": a.name,
        "email": a.email.as_str(),
        "state": a.state(window),
        "received_at": a.first_received_at().map(|t| t.to_string()),
        "on_time": a.on_time(window),
        "missing": a.missing(window),
        "references": [],
        "admitted": a.admitted,
        "version": a.counting(window).map(|v| v.number),
        "versions": a.versions.len(),
    })
}

fn show(place: &Place, a: &Application, window: Option<&Window>) {
    let counting = a.counting(window);
    if place.json {
        let mut all = summary(a, window);
        if let (Some(all), Some(version)) = (all.as_object_mut(), counting) {
            all.insert("fields".to_owned(), json!(version.answers.fields));
            all.insert("problems".to_owned(), json!(version.problems));
            let versions: Vec<Value> = a
                .versions
                .iter()
                .map(|v| json!({ "version": v.number, "message": v.message.0, "received_at": v.received_at.to_string(), "complete": v.is_complete(), "counts": v.number == version.number, "waits": a.waits(v, window) }))
                .collect();
            all.insert("all_versions".to_owned(), versions.into());
        }
        if let Some(all) = all.as_object_mut() {
            all.extend(panel::facts(a));
        }
        print_json(&all);
        return;
    }
    print(&format!("{} · {} · {} · {}", a.case, a.name, a.email, a.state(window).word()));
    for v in &a.versions {
        let counts = if counting.is_some_and(|c| c.number == v.number) { " (counts)" } else { "" };
        let waits = if a.waits(v, window) { " (waits for the coordinator)" } else { "" };
        print(&format!("  version {} from message {}, received {}{counts}{waits}", v.number, v.message, v.received_at));
    }
    panel::lines(a).iter().for_each(|line| print(line));
    let Some(version) = counting else { return };
    for answer in version.answers.fields.iter().filter(|answer| !answer.value.is_empty()) {
        print(&format!("\n{} ({} words)\n{}", answer.label, answer.words, answer.value));
    }
    for problem in &version.problems {
        print(&format!("\n! {}: {}", problem.label, problem.message));
    }
}
