//! What a coordinator says about letters that wait in the outbox.

use super::{StoreFault, Tx};
use crate::domain::change::LetterChange;
use crate::domain::outcome::UNTIL_RELEASE;
use crate::store::{HOLD_ALL, set_fact};

/// How `hold all` marks what it holds, so that lifting it lets go of nothing else.
pub const HELD_BY_COMMAND: &str = "hold all: ";

pub async fn apply(tx: &mut Tx, change: &LetterChange) -> Result<(), StoreFault> {
    match change {
        LetterChange::Approved { letter } => {
            sqlx::query("UPDATE outbox SET state = 'queued', held_because = '', not_before = '' WHERE id = $1 AND state = 'held' AND held_because <> $2")
                .bind(letter.0)
                .bind(UNTIL_RELEASE)
                .execute(&mut **tx)
                .await?;
        }
        LetterChange::Dropped { letter, because } => {
            sqlx::query("UPDATE outbox SET state = 'dropped', held_because = $2 WHERE id = $1 AND state IN ('queued', 'held', 'failed', 'unknown')")
                .bind(letter.0)
                .bind(because)
                .execute(&mut **tx)
                .await?;
        }
        LetterChange::DroppedFor { purpose, because } => {
            sqlx::query("UPDATE outbox SET state = 'dropped', held_because = $2 WHERE purpose = $1 AND state IN ('queued', 'held', 'failed')")
                .bind(purpose)
                .bind(because)
                .execute(&mut **tx)
                .await?;
        }
        LetterChange::SentAgain { letter } => {
            sqlx::query("UPDATE outbox SET state = 'queued', held_because = '', not_before = '', attempts = 0 WHERE id = $1 AND state IN ('held', 'failed', 'unknown') AND held_because <> $2")
                .bind(letter.0)
                .bind(UNTIL_RELEASE)
                .execute(&mut **tx)
                .await?;
        }
        LetterChange::AllHeld { because } => {
            set_fact(tx, HOLD_ALL, because).await?;
            sqlx::query("UPDATE outbox SET state = 'held', held_because = $1 WHERE state = 'queued'")
                .bind(format!("{HELD_BY_COMMAND}{because}"))
                .execute(&mut **tx)
                .await?;
        }
        LetterChange::HoldLifted => {
            set_fact(tx, HOLD_ALL, "").await?;
            sqlx::query("UPDATE outbox SET state = 'queued', held_because = '' WHERE state = 'held' AND substr(held_because, 1, length($1)) = $1")
                .bind(HELD_BY_COMMAND)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}
