//! Schools, the register of interest, the register of designated people.

use super::super::rows::{self, text};
use super::super::{StoreFault, Tx};
use crate::domain::register::{Designation, Interest, School};

pub async fn all(tx: &mut Tx) -> Result<(Vec<School>, Vec<Interest>, Vec<Designation>), StoreFault> {
    let mut schools = vec![];
    for row in &sqlx::query("SELECT name, head_name, head_email FROM school ORDER BY name").fetch_all(&mut **tx).await?
    {
        schools.push(School {
            name: text(row, "name")?,
            head_name: text(row, "head_name")?,
            head_email: rows::some_address(&text(row, "head_email")?)?,
        });
    }
    let mut interests = vec![];
    let found = sqlx::query("SELECT programme, email, name FROM interest ORDER BY since, email");
    for row in &found.fetch_all(&mut **tx).await? {
        interests.push(Interest {
            programme: rows::programme(&text(row, "programme")?)?,
            email: rows::address(&text(row, "email")?)?,
            name: text(row, "name")?,
        });
    }
    let mut register = vec![];
    let found = sqlx::query(
        "SELECT programme, case_no, name, email, school, specialism, since, ended_on FROM designation ORDER BY id",
    );
    for row in &found.fetch_all(&mut **tx).await? {
        let ended = text(row, "ended_on")?;
        register.push(Designation {
            programme: rows::programme(&text(row, "programme")?)?,
            case: rows::some_case(&text(row, "case_no")?)?,
            name: text(row, "name")?,
            email: rows::address(&text(row, "email")?)?,
            school: text(row, "school")?,
            specialism: text(row, "specialism")?,
            since: rows::day(&text(row, "since")?)?,
            ended_on: if ended.is_empty() { None } else { Some(rows::day(&ended)?) },
        });
    }
    Ok((schools, interests, register))
}
