//! The panel's work: shortlist, interviews, ratings.

use super::{StoreFault, Tx, id_of, stamp};
use crate::domain::change::PanelChange;
use jiff::Timestamp;

pub async fn apply(tx: &mut Tx, change: &PanelChange, now: Timestamp) -> Result<(), StoreFault> {
    match change {
        PanelChange::Shortlisted { case, by } => {
            let id = id_of(tx, case).await?;
            sqlx::query("INSERT INTO shortlisted (application_id, at, by) VALUES ($1, $2, $3) ON CONFLICT (application_id) DO NOTHING")
                .bind(id)
                .bind(stamp(now))
                .bind(by)
                .execute(&mut **tx)
                .await?;
        }
        PanelChange::InterviewSet { case, interview } => {
            let id = id_of(tx, case).await?;
            sqlx::query(
                "INSERT INTO interview (application_id, sequence, starts_at, minutes, zone, place, slot_group, state, answer, set_by, set_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                 ON CONFLICT (application_id) DO UPDATE SET sequence = excluded.sequence, starts_at = excluded.starts_at,
                 minutes = excluded.minutes, zone = excluded.zone, place = excluded.place, slot_group = excluded.slot_group,
                 state = excluded.state, answer = excluded.answer, set_by = excluded.set_by, set_at = excluded.set_at",
            )
            .bind(id)
            .bind(i64::from(interview.sequence))
            .bind(interview.starts_at.to_string())
            .bind(i64::from(interview.minutes))
            .bind(interview.zone.name())
            .bind(&interview.place)
            .bind(&interview.group)
            .bind(if interview.cancelled { "cancelled" } else { "invited" })
            .bind(interview.answer.map_or("", |answer| answer.word()))
            .bind(&interview.set_by)
            .bind(stamp(interview.set_at))
            .execute(&mut **tx)
            .await?;
        }
        PanelChange::InterviewAnswered { case, answer } => {
            let id = id_of(tx, case).await?;
            sqlx::query("UPDATE interview SET answer = $2 WHERE application_id = $1")
                .bind(id)
                .bind(answer.word())
                .execute(&mut **tx)
                .await?;
        }
        PanelChange::Scored { case, scores } => {
            let id = id_of(tx, case).await?;
            for score in scores {
                sqlx::query(
                    "INSERT INTO score (application_id, reviewer, criterion, rating, comment, at) VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (application_id, reviewer, criterion) DO UPDATE SET rating = excluded.rating, comment = excluded.comment, at = excluded.at",
                )
                .bind(id)
                .bind(&score.reviewer)
                .bind(&score.criterion)
                .bind(score.rating.word())
                .bind(&score.comment)
                .bind(stamp(now))
                .execute(&mut **tx)
                .await?;
            }
        }
    }
    Ok(())
}
