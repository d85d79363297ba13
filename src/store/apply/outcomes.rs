//! What people decided about people, and the register.

use super::{StoreFault, Tx, id_of, stamp};
use crate::domain::change::OutcomeChange;

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
        OutcomeChange::Entered { designation } => {
            sqlx::query(
                "INSERT INTO designation (programme, case_no, name, email, school, specialism, since) VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT (case_no) DO NOTHING",
            )
            .bind(designation.programme.as_str())
            .bind(designation.case.to_string())
            .bind(&designation.name)
            .bind(designation.email.folded())
            .bind(&designation.school)
            .bind(&designation.specialism)
            .bind(designation.since.to_string())
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}
