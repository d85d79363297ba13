//! References: asked for, come back, ruled upon.

use super::{StoreFault, Tx, id_of, json, stamp};
use crate::domain::change::ReferenceChange;

pub async fn apply(tx: &mut Tx, change: &ReferenceChange) -> Result<(), StoreFault> {
    match change {
        ReferenceChange::Asked { case, request } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "INSERT INTO reference_request (application_id, kind, round, name, email, asked_at, how) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(id)
            .bind(request.kind.word())
            .bind(i64::from(request.round))
            .bind(&request.name)
            .bind(request.email.folded())
            .bind(stamp(request.asked_at))
            .bind(if request.in_form { "form" } else { "request" })
            .execute(&mut **tx)
            .await?;
        }
        ReferenceChange::Chased { case, kind, step } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "UPDATE reference_request SET chased = $3 WHERE application_id = $1 AND kind = $2
                 AND round = (SELECT MAX(round) FROM reference_request WHERE application_id = $1 AND kind = $2)",
            )
            .bind(id)
            .bind(kind.word())
            .bind(i64::from(*step))
            .execute(&mut **tx)
            .await?;
        }
        ReferenceChange::Bounced { case, kind, at } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "UPDATE reference_request SET bounced_at = $3 WHERE application_id = $1 AND kind = $2 AND bounced_at = ''
                 AND round = (SELECT MAX(round) FROM reference_request WHERE application_id = $1 AND kind = $2)",
            )
            .bind(id)
            .bind(kind.word())
            .bind(stamp(*at))
            .execute(&mut **tx)
            .await?;
        }
        ReferenceChange::Came { case, reference } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "INSERT INTO reference (application_id, kind, message_id, sender, referee, supports, capacity, days, statement, standing, flags)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(id)
            .bind(reference.kind.word())
            .bind(reference.message.0)
            .bind(reference.sender.folded())
            .bind(&reference.referee)
            .bind(match reference.supports {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            })
            .bind(reference.capacity.map_or("", |capacity| capacity.word()))
            .bind(&reference.days)
            .bind(&reference.statement)
            .bind(reference.standing.word())
            .bind(json(&reference.flags)?)
            .execute(&mut **tx)
            .await?;
        }
        ReferenceChange::Ruled { case, kind, message, standing } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "UPDATE reference SET standing = $4 WHERE application_id = $1 AND kind = $2 AND message_id = $3",
            )
            .bind(id)
            .bind(kind.word())
            .bind(message.0)
            .bind(standing.word())
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}
