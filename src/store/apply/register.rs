//! What happens to entries of the register, and the national register of schools.

use super::super::{StoreFault, Tx, stamp};
use crate::domain::change::RegisterChange;
use crate::domain::register::Establishment;
use crate::domain::{CaseId, schools};
use sqlx::Row as _;

/// Schools that are written in one statement.
const AT_ONCE: usize = 500;

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
        RegisterChange::ReviewAsked { entry, due, step } => {
            sqlx::query("UPDATE designation SET review_asked_for = $2, review_asked = $3 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(due.to_string())
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::TelephoneSet { entry, telephone } => {
            sqlx::query("UPDATE designation SET telephone = $2 WHERE id = $1")
                .bind(id_of(tx, entry).await?)
                .bind(telephone)
                .execute(&mut **tx)
                .await?;
        }
        RegisterChange::PortraitCame { entry, words, role, consent, message, at } => {
            let consent = match consent {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            sqlx::query(
                "INSERT INTO portrait (designation_id, came_at, words, role, consent, message_id) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (designation_id) DO UPDATE SET came_at = excluded.came_at, words = excluded.words,
                 role = CASE WHEN excluded.role <> '' THEN excluded.role ELSE role END,
                 consent = excluded.consent, message_id = excluded.message_id",
            )
            .bind(id_of(tx, entry).await?)
            .bind(stamp(*at))
            .bind(words)
            .bind(role)
            .bind(consent)
            .bind(message.map(|message| message.0))
            .execute(&mut **tx)
            .await?;
        }
        RegisterChange::NationalRegister { establishments } => {
            sqlx::query("DELETE FROM establishment").execute(&mut **tx).await?;
            for some in establishments.chunks(AT_ONCE) {
                insert(tx, some).await?;
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

/// Many rows in one statement: 65,000 statements would take a minute.
async fn insert(tx: &mut Tx, schools: &[Establishment]) -> Result<(), StoreFault> {
    let rows: Vec<serde_json::Value> = schools.iter().map(row_of).collect();
    sqlx::query(
        "INSERT INTO establishment (urn, name, name_folded, is_open, kind, phase, authority, trust, street, locality, town,
                                    postcode, telephone, website, head_name, head_post, closed_on, easting, northing)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
                value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14,
                value ->> 15, value ->> 16, value ->> 17, value ->> 18
         FROM json_each($1)",
    )
    .bind(super::json(&rows)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn row_of(school: &Establishment) -> serde_json::Value {
    let (easting, northing) = school.place.unwrap_or_default();
    serde_json::json!([
        school.urn.0,
        school.name,
        schools::folded(&school.name),
        i64::from(school.is_open),
        school.kind,
        school.phase,
        school.authority,
        school.trust,
        school.street,
        school.locality,
        school.town,
        school.postcode,
        school.telephone,
        school.website,
        school.head_name,
        school.head_post,
        school.closed_on.map(|day| day.to_string()).unwrap_or_default(),
        easting,
        northing,
    ])
}
