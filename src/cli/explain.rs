//! `explain FILE.eml`: what the clerk would do, and why; nothing is written.

use super::place::{Place, program};
use super::{Failure, print_json};
use crate::app::reader_setup;
use crate::inbox;
use crate::mailbox::folder::stamp_of;
use crate::reader::Reader;
use crate::render::Renderer;
use crate::step::{self, Office};
use jiff::Timestamp;
use serde_json::json;
use std::path::Path;

pub async fn run(place: &Place, file: &Path, received: Option<Timestamp>) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let clock = place.clock(&config, &store).await?;
    let raw = std::fs::read(file).map_err(|e| Failure::wrong(format!("{} cannot be read: {e}", file.display())))?;
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let received_at = received.or_else(|| stamp_of(&name)).unwrap_or_else(|| clock.now());
    let reading = inbox::read(&mut Reader::new(reader_setup(&config, program()?)), &raw).await?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let now = clock.now().max(received_at);
    let (decision, _) = step::explain(&office, received_at, &reading, now).await?;
    store.close().await;
    let review = match decision.reviews.as_slice() {
        [] => None,
        reviews => Some(reviews.iter().map(|r| r.question.as_str()).collect::<Vec<_>>().join(" ")),
    };
    // What the commands would say back is known only when they are carried out.
    let orders = decision.orders.iter().map(|o| {
        let alone = matches!(o.lines.as_slice(), [line] if line.meaning.in_words().eq_ignore_ascii_case("digest"));
        json!({ "letter": if alone { "digest" } else { "command-answer" }, "to": o.to.as_str() })
    });
    let letters = decision.letters.iter().map(|d| json!({ "letter": d.kind.name, "to": d.to.as_str() }));
    let replies: Vec<_> = letters.chain(orders).collect();
    print_json(&json!({
        "kind": decision.kind.in_contract(),
        "kind_in_full": decision.kind.word(),
        "case": decision.case.map(|case| case.to_string()),
        "facts": decision.facts,
        "replies": replies,
        "review": review,
        "because": decision.because,
    }));
    Ok(())
}
