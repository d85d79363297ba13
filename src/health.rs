//! What is stuck: unread mail, letters nobody knows about, messages set aside. For `status`, and later for the digest.

use crate::domain::LetterId;
use crate::domain::facts::OpenReview;
use crate::store::lists::{Counts, MessageRow};
use crate::store::{GO_LIVE, Store, StoreFault, TROUBLE};
use jiff::Timestamp;

/// A letter that has been queued for so long is stuck: its way out is blocked.
const STUCK_AFTER_SECONDS: i64 = 3_600;

pub struct Health {
    pub counts: Counts,
    pub go_live: Option<Timestamp>,
    pub parked: Vec<MessageRow>,
    pub reviews: Vec<OpenReview>,
    /// Sentences, most pressing first.
    pub troubles: Vec<String>,
}

/// How things stand.
///
/// # Errors
/// When the database refuses.
pub async fn of(store: &Store, now: Timestamp) -> Result<Health, StoreFault> {
    let counts = store.counts().await?;
    let go_live = store.fact(GO_LIVE).await?.and_then(|text| text.parse().ok());
    let parked = store.list_messages("parked").await?;
    let reviews = store.open_reviews().await?;
    let mut troubles = vec![];
    let is_live = go_live.is_some_and(|live: Timestamp| live <= now);
    if !is_live {
        troubles.push(
            "The clerk is not live: no letter goes out. `alliance-clerk do \"go live\"` changes that.".to_owned(),
        );
    }
    for part in ["mailbox", "delivery"] {
        if let Some(sentence) = store.fact(&format!("{TROUBLE}{part}")).await?.filter(|s| !s.is_empty()) {
            troubles.push(format!("The {part} is out of order: {sentence}."));
        }
    }
    for message in &parked {
        troubles.push(format!(
            "Message {} is set aside: {}. `inbox show {}` prints it, `inbox retry {}` tries it again.",
            message.number, message.last_error, message.number, message.number
        ));
    }
    for letter in store.list_letters("unknown").await? {
        troubles.push(format!("Nobody knows yet whether letter {} arrived: {}.", letter.id, letter.last_error));
    }
    for letter in store.list_letters("failed").await? {
        troubles.push(format!(
            "Letter {} was refused: {}. `outbox release {}` tries it again.",
            letter.id, letter.last_error, letter.id
        ));
    }
    let stuck: Vec<LetterId> = store
        .list_letters("queued")
        .await?
        .into_iter()
        .filter(|l| l.not_before.is_empty() && now.as_second() - l.created_at.as_second() > STUCK_AFTER_SECONDS)
        .map(|l| l.id)
        .collect();
    if let (Some(first), true) = (stuck.first(), is_live) {
        troubles.push(format!("{} letters have been queued for more than an hour (the first is {first}): is `run` running, and can it deliver?", stuck.len()));
    }
    Ok(Health { counts, go_live, parked, reviews, troubles })
}
