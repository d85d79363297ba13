//! Projects with what is due for them.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use super::people::numbered;
use crate::domain::money::Pence;
use crate::domain::project::{self, Dropped, Holder, Project, Report, Step};
use crate::domain::{MessageNo, register};
use sqlx::sqlite::SqliteRow;

/// Which projects are wanted.
pub enum Wanted<'a> {
    All,
    /// Those of these numbers, and those of holders with these addresses.
    Some {
        named: &'a [String],
        addresses: &'a [&'a str],
    },
}

/// Projects in the order in which they were agreed.
pub async fn load(tx: &mut Tx, wanted: Wanted<'_>) -> Result<Vec<Project>, StoreFault> {
    let (all, named, addresses) = match wanted {
        Wanted::All => (true, vec![], vec![]),
        Wanted::Some { named, addresses } => (false, named.to_vec(), addresses.to_vec()),
    };
    if !all && named.is_empty() && addresses.is_empty() {
        return Ok(vec![]);
    }
    let found = sqlx::query(
        "SELECT project.id AS id, project.year AS year, project.number AS number, title, bursary_pence, agreed_on, agreed_by,
                paid_on, dropped_on, dropped_because, designation.year AS reg_year, designation.number AS reg_number,
                programme, name, email, school
         FROM project JOIN designation ON designation.id = designation_id
         WHERE $1 OR email IN (SELECT value FROM json_each($2))
               OR ('PRJ-' || project.year || '-' || printf('%04d', project.number)) IN (SELECT value FROM json_each($3))
         ORDER BY project.id",
    )
    .bind(all)
    .bind(serde_json::Value::from(addresses).to_string())
    .bind(serde_json::Value::from(named).to_string())
    .fetch_all(&mut **tx)
    .await?;
    let mut projects = vec![];
    for row in &found {
        let steps = steps(tx, whole(row, "id")?).await?;
        projects.push(Project { steps, ..of_row(row)? });
    }
    Ok(projects)
}

fn of_row(row: &SqliteRow) -> Result<Project, StoreFault> {
    let dropped = rows::some_day(&text(row, "dropped_on")?)?;
    let because = text(row, "dropped_because")?;
    let reg_year = i16::try_from(whole(row, "reg_year")?).unwrap_or(i16::MAX);
    let reg_number = u32::try_from(whole(row, "reg_number")?).unwrap_or(u32::MAX);
    Ok(Project {
        number: numbered(project::PREFIX, row)?,
        holder: Holder {
            entry: crate::domain::CaseId::new(register::PREFIX, reg_year, reg_number),
            programme: rows::programme(&text(row, "programme")?)?,
            name: text(row, "name")?,
            email: rows::address(&text(row, "email")?)?,
            school: text(row, "school")?,
        },
        title: text(row, "title")?,
        bursary: Pence(whole(row, "bursary_pence")?),
        agreed_on: rows::day(&text(row, "agreed_on")?)?,
        agreed_by: text(row, "agreed_by")?,
        steps: vec![],
        paid_on: rows::some_day(&text(row, "paid_on")?)?,
        dropped: dropped.map(|on| Dropped { on, because }),
    })
}

async fn steps(tx: &mut Tx, project: i64) -> Result<Vec<Step>, StoreFault> {
    let found = sqlx::query(
        "SELECT step, name, due_on, reminded, message_id, received_at, accepted_on FROM project_step
         WHERE project_id = $1 ORDER BY place",
    )
    .bind(project)
    .fetch_all(&mut **tx)
    .await?;
    let mut steps = vec![];
    for row in &found {
        let message: Option<i64> = sqlx::Row::try_get(row, "message_id")?;
        let received_at = rows::some_instant(&text(row, "received_at")?)?;
        steps.push(Step {
            id: text(row, "step")?,
            name: text(row, "name")?,
            due: rows::day(&text(row, "due_on")?)?,
            reminded: u32::try_from(whole(row, "reminded")?).unwrap_or(u32::MAX),
            report: message
                .zip(received_at)
                .map(|(message, received_at)| Report { message: MessageNo(message), received_at }),
            accepted_on: rows::some_day(&text(row, "accepted_on")?)?,
        });
    }
    Ok(steps)
}
