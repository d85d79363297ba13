//! `outbox`: letters.

use super::arguments::OutboxAction;
use super::inbox::{none_if_empty, one_of};
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::LetterId;
use serde_json::json;
use std::io::Write as _;

pub async fn run(place: &Place, action: Option<OutboxAction>) -> Result<(), Failure> {
    let store = place.store().await?;
    match action.unwrap_or(OutboxAction::List { state: String::new() }) {
        OutboxAction::List { state } => {
            one_of(&state, &["queued", "claimed", "data_started", "accepted", "unknown", "failed", "held"])?;
            let letters = store.list_letters(&state).await?;
            if place.json {
                let rows: Vec<_> = letters
                    .iter()
                    .map(|l| {
                        json!({ "id": l.id.0, "letter": l.letter, "to": l.to, "case": none_if_empty(&l.case), "state": l.state,
                                "held_because": none_if_empty(&l.held_because), "message_id": l.message_id, "file": none_if_empty(&l.file),
                                "subject": l.subject, "purpose": l.purpose, "cause": l.cause.map(|n| n.0), "created_at": l.created_at.to_string(),
                                "accepted_at": none_if_empty(&l.accepted_at), "not_before": none_if_empty(&l.not_before), "error": none_if_empty(&l.last_error) })
                    })
                    .collect();
                print_json(&rows.into());
            } else {
                for l in letters {
                    let held = if l.held_because.is_empty() { String::new() } else { format!(" ({})", l.held_because) };
                    print(&format!(
                        "{:>6}  {}  {:<9}{held}  {:<18}  {:<14}  {}",
                        l.id, l.created_at, l.state, l.letter, l.case, l.to
                    ));
                }
            }
        }
        OutboxAction::Show { id } => {
            let bytes = store
                .letter_bytes(LetterId(id))
                .await?
                .ok_or_else(|| Failure::refused(format!("there is no letter {id}.")))?;
            let _closed = std::io::stdout().write_all(&bytes);
        }
        OutboxAction::Hold { id, because } => {
            if !store.hold_letter(LetterId(id), &because).await? {
                return Err(Failure::refused(format!("letter {id} is not queued, so that it cannot be held back.")));
            }
            print(&format!("Letter {id} is held."));
        }
        OutboxAction::Release { id } => {
            if !store.release_letter(LetterId(id)).await? {
                return Err(Failure::refused(format!("letter {id} is neither held nor failed.")));
            }
            print(&format!("Letter {id} will leave with the next pass."));
        }
    }
    store.close().await;
    Ok(())
}
