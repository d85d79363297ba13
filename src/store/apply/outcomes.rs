//! What people decided about people, and the register.

use super::{StoreFault, Tx, id_of, stamp};
use crate::domain::change::OutcomeChange;
use crate::domain::register::Designation;
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &OutcomeChange) -> Result<(), StoreFault> {
    match change {
        OutcomeChange::Decided { case, outcome } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "INSERT INTO outcome (application_id, verdict, because, decided_by, decided_at, revision) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (application_id) DO UPDATE SET verdict = excluded.verdict, because = excluded.because,
                 decided_by = excluded.decided_by, decided_at = excluded.decided_at, revision = excluded.revision, released_at = ''",
            )
            .bind(id)
            .bind(outcome.verdict.word())
            .bind(&outcome.because)
            .bind(&outcome.by)
            .bind(stamp(outcome.at))
            .bind(i64::from(outcome.revision))
            .execute(&mut **tx)
            .await?;
        }
        OutcomeChange::Released { cases, at } => {
            for case in cases {
                let id = id_of(tx, case).await?;
                sqlx::query("UPDATE outcome SET released_at = $2 WHERE application_id = $1 AND released_at = ''")
                    .bind(id)
                    .bind(stamp(*at))
                    .execute(&mut **tx)
                    .await?;
            }
        }
        OutcomeChange::Entered { designation } => enter(tx, designation).await?,
        OutcomeChange::Ended { case, on } => {
            sqlx::query("UPDATE designation SET ended_on = $2, status = 'de_designated', status_since = $2 WHERE case_no = $1 AND ended_on = ''")
                .bind(case.to_string())
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

/// One entry a case. Entries without one, from before the clerk, are known by programme, name and address.
///
/// Bringing an entry up to date leaves alone what the file or the decision does not speak of.
async fn enter(tx: &mut Tx, designation: &Designation) -> Result<(), StoreFault> {
    let case = designation.case.as_ref().map(ToString::to_string).unwrap_or_default();
    let known = sqlx::query(
        "UPDATE designation SET name = $3, email = $4, school = $5, specialism = $6, since = $7, ended_on = $8, status = $9,
                status_since = $10, status_because = $11,
                telephone = CASE WHEN $12 <> '' THEN $12 ELSE telephone END, urn = CASE WHEN $13 > 0 THEN $13 ELSE urn END,
                further = CASE WHEN $14 <> '[]' THEN $14 ELSE further END,
                review_on = CASE WHEN $15 <> '' THEN $15 ELSE review_on END,
                half_days_a_year = CASE WHEN $16 > 0 THEN $16 ELSE half_days_a_year END
         WHERE programme = $1 AND CASE WHEN $2 <> '' THEN case_no = $2 ELSE case_no = '' AND email = $4 AND lower(name) = lower($3) END
         RETURNING id",
    );
    let found = bound(known, designation, &case)?.fetch_optional(&mut **tx).await?;
    let id: i64 = match found {
        Some(row) => row.try_get("id")?,
        None => {
            let new = sqlx::query(
                "INSERT INTO designation (programme, case_no, name, email, school, specialism, since, ended_on, status,
                        status_since, status_because, telephone, urn, further, review_on, half_days_a_year, year, number)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                         (SELECT COALESCE(MAX(number), 0) + 1 FROM designation WHERE year = $17)) RETURNING id",
            );
            let new = bound(new, designation, &case)?.bind(i64::from(designation.since.year()));
            new.fetch_one(&mut **tx).await?.try_get("id")?
        }
    };
    for training in &designation.training {
        sqlx::query(
            "INSERT INTO training (designation_id, module, taken_on, meeting) VALUES ($1, $2, $3, $4)
             ON CONFLICT (designation_id, module) DO NOTHING",
        )
        .bind(id)
        .bind(&training.module)
        .bind(training.taken_on.to_string())
        .bind(training.meeting.as_ref().map(ToString::to_string).unwrap_or_default())
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

/// What both statements above say of an entry, in the same order.
fn bound<'q>(query: Query<'q>, designation: &'q Designation, case: &'q str) -> Result<Query<'q>, StoreFault> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    Ok(query
        .bind(designation.programme.as_str())
        .bind(case)
        .bind(&designation.name)
        .bind(designation.email.folded())
        .bind(&designation.school)
        .bind(&designation.specialism)
        .bind(designation.since.to_string())
        .bind(day(designation.ended_on))
        .bind(designation.status.word())
        .bind(day(designation.status_since))
        .bind(&designation.status_because)
        .bind(&designation.telephone)
        .bind(designation.urn.map_or(0, |urn| i64::from(urn.0)))
        .bind(super::json(&designation.further)?)
        .bind(day(designation.review_on))
        .bind(designation.half_days_a_year.map_or(0, i64::from)))
}
