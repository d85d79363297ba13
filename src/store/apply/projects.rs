//! What happens to projects.

use super::super::{StoreFault, Tx, stamp};
use crate::domain::CaseId;
use crate::domain::change::ProjectChange;
use crate::domain::project::Project;
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &ProjectChange) -> Result<(), StoreFault> {
    match change {
        ProjectChange::Agreed { project } => agreed(tx, project).await?,
        ProjectChange::DueMoved { project, step, due, reminded } => {
            // Another date is reminded of anew.
            sqlx::query("UPDATE project_step SET due_on = $3, reminded = $4 WHERE project_id = $1 AND step = $2")
                .bind(id_of(tx, project).await?)
                .bind(step)
                .bind(due.to_string())
                .bind(i64::from(*reminded))
                .execute(&mut **tx)
                .await?;
        }
        ProjectChange::Reminded { project, step, reminder } => {
            sqlx::query("UPDATE project_step SET reminded = $3 WHERE project_id = $1 AND step = $2")
                .bind(id_of(tx, project).await?)
                .bind(step)
                .bind(i64::from(*reminder))
                .execute(&mut **tx)
                .await?;
        }
        ProjectChange::ReportCame { project, step, message, at } => {
            sqlx::query(
                "UPDATE project_step SET message_id = $3, received_at = $4 WHERE project_id = $1 AND step = $2",
            )
            .bind(id_of(tx, project).await?)
            .bind(step)
            .bind(message.0)
            .bind(stamp(*at))
            .execute(&mut **tx)
            .await?;
        }
        ProjectChange::MoreAsked { project, step, due, reminded } => {
            sqlx::query(
                "UPDATE project_step SET message_id = NULL, received_at = '', due_on = $3, reminded = $4
                 WHERE project_id = $1 AND step = $2",
            )
            .bind(id_of(tx, project).await?)
            .bind(step)
            .bind(due.to_string())
            .bind(i64::from(*reminded))
            .execute(&mut **tx)
            .await?;
        }
        ProjectChange::Accepted { project, step, on } => {
            sqlx::query("UPDATE project_step SET accepted_on = $3 WHERE project_id = $1 AND step = $2")
                .bind(id_of(tx, project).await?)
                .bind(step)
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
        ProjectChange::Paid { project, on } => {
            sqlx::query("UPDATE project SET paid_on = $2 WHERE id = $1")
                .bind(id_of(tx, project).await?)
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
        ProjectChange::Dropped { project, on, because } => {
            sqlx::query("UPDATE project SET dropped_on = $2, dropped_because = $3 WHERE id = $1")
                .bind(id_of(tx, project).await?)
                .bind(on.to_string())
                .bind(because)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

async fn agreed(tx: &mut Tx, project: &Project) -> Result<(), StoreFault> {
    let id: i64 = sqlx::query(
        "INSERT INTO project (year, number, designation_id, title, bursary_pence, agreed_on, agreed_by)
         VALUES ($1, $2, (SELECT id FROM designation WHERE year = $3 AND number = $4), $5, $6, $7, $8) RETURNING id",
    )
    .bind(i64::from(project.number.year()))
    .bind(i64::from(project.number.number()))
    .bind(i64::from(project.holder.entry.year()))
    .bind(i64::from(project.holder.entry.number()))
    .bind(&project.title)
    .bind(project.bursary.0)
    .bind(project.agreed_on.to_string())
    .bind(&project.agreed_by)
    .fetch_one(&mut **tx)
    .await?
    .try_get("id")?;
    for (place, step) in (1_i64..).zip(&project.steps) {
        sqlx::query("INSERT INTO project_step (project_id, step, place, name, due_on, reminded) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(id)
            .bind(&step.id)
            .bind(place)
            .bind(&step.name)
            .bind(step.due.to_string())
            .bind(i64::from(step.reminded))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

async fn id_of(tx: &mut Tx, project: &CaseId) -> Result<i64, StoreFault> {
    Ok(sqlx::query("SELECT id FROM project WHERE year = $1 AND number = $2")
        .bind(i64::from(project.year()))
        .bind(i64::from(project.number()))
        .fetch_one(&mut **tx)
        .await?
        .try_get("id")?)
}
