//! The outbox worker: one for an alliance, one letter at a time, each step recorded before the next is taken.
//!
//! What cannot be promised is said: after SMTP's final dot and before its answer, nobody can know whether the letter was
//! accepted (RFC 1047). Everywhere else a letter is neither lost nor sent twice.

pub mod folder;
pub mod pace;
pub mod smtp;

use crate::clock::Clock;
use crate::config::Config;
use crate::store::outbox::{Due, Move};
use crate::store::{Store, StoreFault};
use folder::FolderCarrier;
use jiff::Timestamp;
use pace::{Limits, Pace, Recent};
use smtp::SmtpCarrier;

/// What carries letters away.
pub enum Carrier {
    Folder(FolderCarrier),
    Smtp(Box<SmtpCarrier>),
}

#[derive(Debug, thiserror::Error)]
pub enum DeliveryFault {
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error("letters cannot be written into {0}: {1}")]
    Folder(std::path::PathBuf, std::io::Error),
}

/// Letters looked at in one go.
const MOST_AT_ONCE: i64 = 100;

/// Sends what is due. Returns how many letters left.
///
/// # Errors
/// When the database or the way out cannot be used; no letter is lost by it.
pub async fn pass(
    store: &Store,
    config: &Config,
    carrier: &mut Carrier,
    clock: &Clock,
) -> Result<usize, DeliveryFault> {
    let mut sent = 0;
    loop {
        let due = store.due_letters(clock.now(), MOST_AT_ONCE).await?;
        if due.is_empty() {
            return Ok(sent);
        }
        let due = paced(store, config, due, clock.now()).await?;
        sent += match carrier {
            Carrier::Folder(folder) => folder.carry(store, due, clock).await?,
            Carrier::Smtp(smtp) => smtp.carry(store, due, clock).await?,
        };
    }
}

/// Those that may go now. The others are put off; none is dropped.
async fn paced(store: &Store, config: &Config, due: Vec<Due>, now: Timestamp) -> Result<Vec<Due>, DeliveryFault> {
    let manners = &config.clerk.manners;
    let limits =
        Limits { answers_per_day: manners.answers_per_sender_per_day, letters_per_hour: manners.letters_per_hour };
    let mut recent = Recent::new(store.letters_since(pace::hour_before(now)).await?);
    let mut going = vec![];
    let mut later = vec![];
    for letter in due {
        // What has begun to leave before a crash is seen through.
        if letter.attempts > 0 {
            going.push(letter);
            continue;
        }
        if letter.is_answer && !recent.knows(&letter.to) {
            recent.learn(&letter.to, store.answers_since(&letter.to, pace::day_before(now)).await?);
        }
        match pace::of(&letter.to, letter.is_answer, &mut recent, limits, now) {
            Pace::Now => going.push(letter),
            Pace::Later { at, why } => {
                tracing::info!(letter = letter.id.0, "put off until {at}: {why}");
                later.push((letter.id, Move::Later { at, why }));
            }
        }
    }
    store.move_letters(&later, now).await?;
    Ok(going)
}
