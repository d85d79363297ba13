//! `inbox`: messages.

use super::arguments::InboxAction;
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::MessageNo;
use serde_json::json;
use std::io::Write as _;

pub async fn run(place: &Place, action: Option<InboxAction>) -> Result<(), Failure> {
    let store = place.store().await?;
    match action.unwrap_or(InboxAction::List { state: String::new() }) {
        InboxAction::List { state } => {
            one_of(&state, &["stored", "handled", "duplicate", "parked"])?;
            let messages = store.list_messages(&state).await?;
            if place.json {
                let rows: Vec<_> = messages
                    .iter()
                    .map(|m| {
                        json!({ "id": m.number.0, "received_at": m.received_at.to_string(), "state": m.state, "kind": none_if_empty(&m.kind), "case": none_if_empty(&m.case),
                                "from": none_if_empty(&m.sender), "subject": m.subject, "error": none_if_empty(&m.last_error) })
                    })
                    .collect();
                print_json(&rows.into());
            } else {
                for m in messages {
                    print(&format!(
                        "{:>6}  {}  {:<9}  {:<12}  {:<14}  {}",
                        m.number, m.received_at, m.state, m.kind, m.case, m.subject
                    ));
                }
            }
        }
        InboxAction::Show { number } => {
            let raw = store
                .raw(MessageNo(number))
                .await?
                .ok_or_else(|| Failure::refused(format!("there is no message {number}.")))?;
            let _closed = std::io::stdout().write_all(&raw);
        }
        InboxAction::Retry { number } => {
            let now = place.clock(&place.config()?, &store).await?.now();
            if !store.retry_message(MessageNo(number), now).await? {
                return Err(Failure::refused(format!(
                    "message {number} is not set aside; `inbox list --state parked` shows those that are."
                )));
            }
            print(&format!("Message {number} will be tried again with the next pass."));
        }
    }
    store.close().await;
    Ok(())
}

pub fn none_if_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

pub fn one_of(given: &str, known: &[&str]) -> Result<(), Failure> {
    if given.is_empty() || known.contains(&given) {
        return Ok(());
    }
    Err(Failure::wrong(format!("there is no state `{given}`; expected one of {}.", known.join(", "))))
}
