//! The coordinators' desk: questions, digests, codes.

use super::{StoreFault, Tx, stamp};
use crate::domain::change::DeskChange;
use jiff::Timestamp;

pub async fn apply(tx: &mut Tx, change: &DeskChange, now: Timestamp) -> Result<(), StoreFault> {
    match change {
        DeskChange::DigestSent { purpose, items } => {
            for (number, review) in items {
                sqlx::query("INSERT INTO digest_item (digest, number, review_id) VALUES ($1, $2, $3) ON CONFLICT (digest, number) DO NOTHING")
                    .bind(purpose)
                    .bind(i64::from(*number))
                    .bind(review.0)
                    .execute(&mut **tx)
                    .await?;
            }
        }
        DeskChange::ReviewDecided { review, by, outcome } => {
            sqlx::query(
                "UPDATE review SET closed_at = $2, closed_by = $3, outcome = $4 WHERE id = $1 AND closed_at = ''",
            )
            .bind(review.0)
            .bind(stamp(now))
            .bind(by)
            .bind(outcome)
            .execute(&mut **tx)
            .await?;
        }
        DeskChange::ReviewHeld { review, until } => {
            sqlx::query("UPDATE review SET held_until = $2 WHERE id = $1")
                .bind(review.0)
                .bind(stamp(*until))
                .execute(&mut **tx)
                .await?;
        }
        DeskChange::ReviewsChased { reviews } => {
            for review in reviews {
                sqlx::query("UPDATE review SET chased = chased + 1 WHERE id = $1")
                    .bind(review.0)
                    .execute(&mut **tx)
                    .await?;
            }
        }
    }
    Ok(())
}
