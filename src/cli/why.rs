//! `why CASE`: the whole story, in the order in which it happened.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::CaseId;
use jiff::Timestamp;
use serde_json::{Value, json};

pub async fn run(place: &Place, case: &str) -> Result<(), Failure> {
    let case = CaseId::parse(case).map_err(|e| Failure::wrong(format!("{e}.")))?;
    let config = place.config()?;
    let store = place.store().await?;
    let (messages, steps, letters) = store.story(&case).await?;
    store.close().await;
    if messages.is_empty() && steps.is_empty() && letters.is_empty() {
        return Err(Failure::refused(format!("there is no case {case}; `applications` lists all.")));
    }
    // Events at one second keep the order in which one follows from the other.
    let mut story: Vec<(Timestamp, u8, String, Value)> = vec![];
    for m in &messages {
        let line = format!("A mail was received (message {}, {}): “{}”", m.number, m.kind, m.subject);
        story.push((m.received_at, 0, line, json!({ "event": "message", "message": m.number.0, "kind": m.kind, "state": m.state, "subject": m.subject })));
    }
    for s in &steps {
        let about = s.message.map(|n| format!(" (message {n})")).unwrap_or_default();
        let mut line = format!("{}{about}, by {}:", s.what, s.actor);
        for reason in &s.because {
            line.push_str(&format!("\n    {reason}"));
        }
        story.push((s.at, 1, line, json!({ "event": "step", "what": s.what, "by": s.actor, "message": s.message.map(|n| n.0), "because": s.because })));
    }
    for l in &letters {
        let line = format!("Letter {} ({}), {}: “{}”", l.id, l.letter, l.state, l.subject);
        let at = if l.accepted_at.is_empty() { l.created_at } else { l.accepted_at.parse().unwrap_or(l.created_at) };
        story.push((at, 2, line, json!({ "event": "letter", "id": l.id.0, "letter": l.letter, "state": l.state, "held_because": l.held_because, "subject": l.subject })));
    }
    story.sort_by_key(|(at, order, ..)| (*at, *order));
    if place.json {
        let events: Vec<Value> = story
            .into_iter()
            .map(|(at, _, _, mut event)| {
                if let Some(event) = event.as_object_mut() {
                    event.insert("at".to_owned(), Value::from(at.to_string()));
                }
                event
            })
            .collect();
        print_json(&json!({ "case": case.to_string(), "story": events }));
        return Ok(());
    }
    let zone = config
        .programmes
        .values()
        .find(|p| p.case_prefix == case.prefix())
        .map_or_else(crate::domain::civil::Zone::london, |p| p.window.zone.clone());
    print(&format!("{case}"));
    for (at, _, line, _) in story {
        let civil = zone.civil(at);
        print(&format!("\n{} {:02}:{:02}:{:02}  {line}", civil.date(), civil.hour(), civil.minute(), civil.second()));
    }
    Ok(())
}
