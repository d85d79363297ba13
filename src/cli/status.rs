//! `status`: what is waiting, stuck, due next.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::billing::{self, Books};
use crate::domain::invoice::State;
use crate::domain::window::Phase;
use crate::health;
use serde_json::json;

pub async fn run(place: &Place) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    let health = health::of(&store, now).await?;
    let windows = store.list_windows().await?;
    let mut meetings = store.list_meetings().await?;
    meetings.retain(|meeting| meeting.is_coming(now));
    let ledger = store.open_ledger(now).await?;
    let books = Books::new(&config, &ledger, now);
    let aged = billing::aged(&books);
    let (_, owed, owed_late) = billing::owed(&books);
    store.close().await;
    if place.json {
        print_json(&json!({
            "now": now.to_string(),
            "live": health.go_live.map(|t| t.to_string()),
            "messages": { "waiting": health.counts.waiting, "handled": health.counts.handled, "parked": health.counts.parked },
            "letters": { "queued": health.counts.queued, "accepted": health.counts.accepted, "unknown": health.counts.unknown, "failed": health.counts.failed, "held": health.counts.held },
            "applications": health.counts.applications,
            "parked": health.parked.iter().map(|m| json!({ "id": m.number.0, "error": m.last_error })).collect::<Vec<_>>(),
            "waits_for_a_person": health.reviews.iter().map(|r| json!({ "id": r.id.0, "question": r.question, "case": r.case, "since": r.opened_at.to_string() })).collect::<Vec<_>>(),
            "troubles": health.troubles,
            "meetings": meetings.iter().map(super::meetings::summary).collect::<Vec<_>>(),
            "money": {
                "open_pence": aged.all(), "overdue_pence": aged.overdue(),
                "owed_to_home_schools_pence": owed, "owed_late_pence": owed_late,
                "drafts": ledger.invoices.iter().filter(|invoice| invoice.state == State::Draft).count(),
            },
            "windows": windows.iter().map(|w| json!({ "programme": w.programme, "window": w.name, "phase": w.phase(now), "opens": w.opens().to_string(), "closes": w.closes().to_string() })).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let c = &health.counts;
    print(&format!("Messages: {} waiting, {} handled, {} set aside.", c.waiting, c.handled, c.parked));
    print(&format!(
        "Letters: {} queued, {} sent, {} held, {} failed, {} uncertain.",
        c.queued, c.accepted, c.held, c.failed, c.unknown
    ));
    print(&format!("Applications: {}.", c.applications));
    for trouble in &health.troubles {
        print(&format!("! {trouble}"));
    }
    for window in &windows {
        let state = match window.phase(now) {
            Phase::Announced => "announced",
            Phase::Open => "open",
            Phase::Closed => "closed",
        };
        print(&format!(
            "{} {}: {state}, closes {}.",
            window.programme,
            window.name,
            crate::domain::civil::moment_in_words(window.closes_civil())
        ));
    }
    for meeting in meetings.iter().take(1) {
        print(&format!("Next meeting: {}.", super::meetings::line(meeting)));
    }
    if let Some(overdue) = billing::overdue_in_words(&books) {
        print(&overdue);
    } else if !aged.all().is_zero() {
        print(&format!("{} is open, nothing of it overdue.", aged.all()));
    }
    if let Some(owed) = billing::owed_in_words(&books) {
        print(&owed);
    }
    if let Some(over) = billing::overpaid_in_words(&books) {
        print(&over);
    }
    if let Some(drafts) = billing::drafts_in_words(&books) {
        print(&format!("{drafts}; `invoices drafts` lists them."));
    }
    if !health.reviews.is_empty() {
        print("Waiting for a person:");
        for review in &health.reviews {
            print(&format!("  R{}  {}", review.id, review.question));
        }
    }
    Ok(())
}
