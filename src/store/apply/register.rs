//! What happens to entries of the register, and the national register of schools.

use super::super::{StoreFault, Tx, stamp};
use crate::domain::CaseId;
use crate::domain::change::RegisterChange;
use crate::domain::register::Establishment;
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &RegisterChange) -> Result<(), StoreFault> {
    match change {
        RegisterChange::StatusSet { entry, status, since, because } => {
            let ended = if status.is_end() { since.to_string() } else { String::new() };
            sqlx::query(
                "UPDATE designation SET status = $2, status_since = $3, status_because = $4, ended_on = $5 WHERE id = $1",
            )
            .bind(id_of(tx, entry).await?)
            .bind(status.word())
            .bind(since.to_string())
            .bind(because)
            .bind(ended)
            .execute(&mut **tx)
            .await?;
        }
        RegisterChange::SchoolSet { entry, school, urn } => {
            sqlx::query("UPDATE designation SET school = $2, urn = $3 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(school)
                .bind(urn.map_or(0, |urn| i64::from(urn.0)))
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::AddressSet { entry, email } => {
            sqlx::query("UPDATE designation SET email = $2 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(email.folded())
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::ReviewSet { entry, on } => {
            sqlx::query("UPDATE designation SET review_on = $2 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::SpecialismsSet { entry, specialism, further } => {
            sqlx::query("UPDATE designation SET specialism = $2, further = $3 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(specialism)
                .bind(super::json(further)?)
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::Trained { entry, training } => {
            sqlx::query(
                "INSERT INTO training (designation_id, module, taken_on, meeting) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (designation_id, module) DO NOTHING",
            )
            .bind(id_of(tx, entry).await?)
            .bind(&training.module)
            .bind(training.taken_on.to_string())
            .bind(training.meeting.as_ref().map(ToString::to_string).unwrap_or_default())
            .execute(&mut **tx)
            .await?;
        }
        RegisterChange::Untrained { entry, module } => {
            sqlx::query("DELETE FROM training WHERE designation_id = $1 AND module = $2")
                .bind(id_of(tx, entry).await?)
                .bind(module)
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::PortraitAsked { entry, at, step } => {
            sqlx::query(
                "INSERT INTO portrait (designation_id, asked_at, chased) VALUES ($1, $2, $3)
                 ON CONFLICT (designation_id) DO UPDATE SET chased = excluded.chased,
                 asked_at = CASE WHEN excluded.chased = 0 THEN excluded.asked_at ELSE asked_at END",
            )
            .bind(id_of(tx, entry).await?)
            .bind(stamp(*at))
            .bind(i64::from(*step))
            .execute(&mut **tx)
            .await?;
        }
        RegisterChange::PortraitCame { entry, words, consent, message, at } => {
            let consent = match consent {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            sqlx::query(
                "INSERT INTO portrait (designation_id, came_at, words, consent, message_id) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (designation_id) DO UPDATE SET came_at = excluded.came_at, words = excluded.words,
                 consent = excluded.consent, message_id = excluded.message_id",
            )
            .bind(id_of(tx, entry).await?)
            .bind(stamp(*at))
            .bind(words)
            .bind(consent)
            .bind(message.0)
            .execute(&mut **tx)
            .await?;
        }
        RegisterChange::NationalRegister { establishments } => {
            sqlx::query("DELETE FROM establishment").execute(&mut **tx).await?;
            for establishment in establishments {
                insert(tx, establishment).await?;
            }
        }
    }
    Ok(())
}

async fn id_of(tx: &mut Tx, entry: &CaseId) -> Result<i64, StoreFault> {
    Ok(sqlx::query("SELECT id FROM designation WHERE year = $1 AND number = $2")
        .bind(i64::from(entry.year()))
        .bind(i64::from(entry.number()))
        .fetch_one(&mut **tx)
        .await?
        .try_get("id")?)
}

async fn insert(tx: &mut Tx, school: &Establishment) -> Result<(), StoreFault> {
    let (easting, northing) = school.place.unwrap_or_default();
    sqlx::query(
        "INSERT INTO establishment (urn, name, name_folded, is_open, kind, phase, authority, trust, street, locality, town,
                                    postcode, telephone, website, head_name, head_post, closed_on, easting, northing)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    )
    .bind(i64::from(school.urn.0))
    .bind(&school.name)
    .bind(school.name.to_lowercase())
    .bind(school.is_open)
    .bind(&school.kind)
    .bind(&school.phase)
    .bind(&school.authority)
    .bind(&school.trust)
    .bind(&school.street)
    .bind(&school.locality)
    .bind(&school.town)
    .bind(&school.postcode)
    .bind(&school.telephone)
    .bind(&school.website)
    .bind(&school.head_name)
    .bind(&school.head_post)
    .bind(school.closed_on.map(|day| day.to_string()).unwrap_or_default())
    .bind(i64::from(easting))
    .bind(i64::from(northing))
    .execute(&mut **tx)
    .await?;
    Ok(())
}
