//! What people decided about people, and the register.

use super::{StoreFault, Tx, id_of, stamp};
use crate::domain::change::OutcomeChange;
use crate::domain::register::Designation;

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
            sqlx::query("UPDATE designation SET ended_on = $2 WHERE case_no = $1 AND ended_on = ''")
                .bind(case.to_string())
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

/// One entry a case. Entries without one, from before the clerk, are known by programme, name and address.
async fn enter(tx: &mut Tx, designation: &Designation) -> Result<(), StoreFault> {
    let case = designation.case.as_ref().map(ToString::to_string).unwrap_or_default();
    let known = sqlx::query(
        "UPDATE designation SET name = $3, email = $4, school = $5, specialism = $6, since = $7, ended_on = ''
         WHERE programme = $1 AND CASE WHEN $2 <> '' THEN case_no = $2 ELSE case_no = '' AND email = $4 AND lower(name) = lower($3) END",
    )
    .bind(designation.programme.as_str())
    .bind(&case)
    .bind(&designation.name)
    .bind(designation.email.folded())
    .bind(&designation.school)
    .bind(&designation.specialism)
    .bind(designation.since.to_string())
    .execute(&mut **tx)
    .await?;
    if known.rows_affected() == 0 {
        sqlx::query(
            "INSERT INTO designation (programme, case_no, name, email, school, specialism, since) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(designation.programme.as_str())
        .bind(&case)
        .bind(&designation.name)
        .bind(designation.email.folded())
        .bind(&designation.school)
        .bind(&designation.specialism)
        .bind(designation.since.to_string())
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
