//! `applications`: who has applied, and how things stand.

mod panel;

use super::arguments::ApplicationsAction;
use super::place::Place;
use super::{Failure, print, print_json};
use crate::config::{Config, Referees, nearest};
use crate::domain::CaseId;
use crate::domain::application::Application;
use crate::domain::window::Window;
use crate::incoming::reference::ask::due_at;
use serde_json::{Value, json};

pub async fn run(place: &Place, programme: Option<&str>, action: Option<ApplicationsAction>) -> Result<(), Failure> {
    // The list is there to be looked at even while somebody mends the configuration.
    let config = place.config().ok();
    let store = place.store().await?;
    let (mut applications, windows) = store.list_applications().await?;
    store.close().await;
    if let Some(wanted) = programme {
        let wanted = wanted.to_lowercase();
        if let Some(config) = config.as_ref().filter(|config| !config.programmes.keys().any(|id| id.as_str() == wanted))
        {
            let known: Vec<&str> = config.programmes.keys().map(|id| id.as_str()).collect();
            let hint = nearest(&wanted, &known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            return Err(Failure::wrong(format!(
                "there is no programme `{wanted}`.{hint} Programmes: {}.",
                known.join(", ")
            )));
        }
        applications.retain(|application| application.programme.as_str() == wanted);
    }
    let window_of = |application: &Application| application.window.and_then(|id| windows.iter().find(|w| w.id == id));
    match action.unwrap_or(ApplicationsAction::List) {
        ApplicationsAction::List if place.json => {
            print_json(&applications.iter().map(|a| summary(a, window_of(a), config.as_ref())).collect())
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
            show(place, application, window_of(application), config.as_ref());
        }
    }
    Ok(())
}

/// The contract's row.
fn summary(a: &Application, window: Option<&Window>, config: Option<&Config>) -> Value {
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
        "references": references(a, window, config),
        "outcome": a.outcome.as_ref().map(|outcome| json!({
            "verdict": outcome.verdict, "by": outcome.by, "decided_at": outcome.at.to_string(),
            "released_at": outcome.released_at.map(|at| at.to_string()),
        })),
        "admitted": a.admitted,
        "version": a.counting(window).map(|v| v.number),
        "versions": a.versions.len(),
    })
}

/// Each reference that policy asks for, how it stands, whom it was asked of, and by when it is due.
fn references(a: &Application, window: Option<&Window>, config: Option<&Config>) -> Vec<Value> {
    let policy = config.and_then(|config| Some((config, config.programme(&a.programme)?)));
    let Some((config, programme)) = policy else { return vec![] };
    let row = |referees: &Referees| {
        let kind = referees.kind();
        let due = window.map(|window| due_at(referees, window, &config.calendar).to_string());
        json!({
            "kind": kind.word(), "state": a.progress(kind), "to": a.request(kind).map(|request| request.email.as_str()), "due": due,
        })
    };
    programme.references.iter().map(row).collect()
}

fn show(place: &Place, a: &Application, window: Option<&Window>, config: Option<&Config>) {
    let counting = a.counting(window);
    if place.json {
        let mut all = summary(a, window, config);
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
