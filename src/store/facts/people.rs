//! Schools, the register of interest, the register of designated people.

use super::super::rows::{self, text, whole};
use super::super::{StoreFault, Tx};
use crate::domain::register::{self, Designation, Establishment, Interest, Portrait, School, Status, Training, Urn};
use crate::domain::{CaseId, MessageNo, schools};
use sqlx::sqlite::SqliteRow;

pub async fn all(tx: &mut Tx) -> Result<(Vec<School>, Vec<Interest>, Vec<Designation>), StoreFault> {
    let mut schools = vec![];
    for row in
        &sqlx::query("SELECT name, head_name, head_email, urn FROM school ORDER BY name").fetch_all(&mut **tx).await?
    {
        schools.push(School {
            name: text(row, "name")?,
            head_name: text(row, "head_name")?,
            head_email: rows::some_address(&text(row, "head_email")?)?,
            urn: u32::try_from(whole(row, "urn")?).ok().filter(|urn| *urn > 0).map(Urn),
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
    Ok((schools, interests, register(tx, None).await?))
}

/// Whose entries are wanted, besides all.
pub struct Whose<'a> {
    pub addresses: &'a [&'a str],
    pub cases: &'a [String],
}

/// The register, or some of its entries, in the order in which they were made.
pub async fn register(tx: &mut Tx, whose: Option<Whose<'_>>) -> Result<Vec<Designation>, StoreFault> {
    let all = whose.is_none();
    let whose = whose.unwrap_or(Whose { addresses: &[], cases: &[] });
    if !all && whose.addresses.is_empty() && whose.cases.is_empty() {
        return Ok(vec![]);
    }
    let found = sqlx::query(
        "SELECT id, year, number, programme, case_no, name, email, telephone, school, urn, specialism, further, since,
                ended_on, status, status_since, status_because, review_on, half_days_a_year, review_asked_for, review_asked,
                COALESCE(role, '') AS role, COALESCE(asked_at, '') AS asked_at, COALESCE(chased, 0) AS chased, COALESCE(came_at, '') AS came_at,
                COALESCE(words, '') AS words, COALESCE(consent, '') AS consent, message_id
         FROM designation LEFT JOIN portrait ON designation_id = id
         WHERE $1 OR email IN (SELECT value FROM json_each($2)) OR (case_no <> '' AND case_no IN (SELECT value FROM json_each($3)))
               OR ('REG-' || year || '-' || printf('%04d', number)) IN (SELECT value FROM json_each($3))
         ORDER BY id",
    )
    .bind(all)
    .bind(serde_json::Value::from(whose.addresses.to_vec()).to_string())
    .bind(serde_json::Value::from(whose.cases.to_vec()).to_string())
    .fetch_all(&mut **tx)
    .await?;
    let mut register = vec![];
    let mut ids = vec![];
    for row in &found {
        ids.push(whole(row, "id")?);
        register.push(entry(row)?);
    }
    if register.is_empty() {
        return Ok(register);
    }
    let trained = sqlx::query(
        "SELECT designation_id, module, taken_on, meeting FROM training
         WHERE $1 OR designation_id IN (SELECT value FROM json_each($2)) ORDER BY taken_on, module",
    )
    .bind(all)
    .bind(serde_json::Value::from(ids.clone()).to_string())
    .fetch_all(&mut **tx)
    .await?;
    for row in &trained {
        let id = whole(row, "designation_id")?;
        let Some(entry) = ids.iter().position(|known| *known == id).and_then(|at| register.get_mut(at)) else {
            continue;
        };
        entry.training.push(Training {
            module: text(row, "module")?,
            taken_on: rows::day(&text(row, "taken_on")?)?,
            meeting: rows::some_case(&text(row, "meeting")?)?,
        });
    }
    Ok(register)
}

fn entry(row: &SqliteRow) -> Result<Designation, StoreFault> {
    let message: Option<i64> = sqlx::Row::try_get(row, "message_id")?;
    let urn = u32::try_from(whole(row, "urn")?).ok().filter(|urn| *urn > 0);
    Ok(Designation {
        number: Some(numbered(register::PREFIX, row)?),
        programme: rows::programme(&text(row, "programme")?)?,
        case: rows::some_case(&text(row, "case_no")?)?,
        name: text(row, "name")?,
        email: rows::address(&text(row, "email")?)?,
        telephone: text(row, "telephone")?,
        school: text(row, "school")?,
        urn: urn.map(Urn),
        specialism: text(row, "specialism")?,
        further: rows::json("further specialisms", &text(row, "further")?)?,
        since: rows::day(&text(row, "since")?)?,
        status: Status::read(&text(row, "status")?).unwrap_or(Status::Active),
        ended_on: rows::some_day(&text(row, "ended_on")?)?,
        status_since: rows::some_day(&text(row, "status_since")?)?,
        status_because: text(row, "status_because")?,
        review_on: rows::some_day(&text(row, "review_on")?)?,
        half_days_a_year: u32::try_from(whole(row, "half_days_a_year")?).ok().filter(|days| *days > 0),
        training: vec![],
        portrait: Portrait {
            asked_at: rows::some_instant(&text(row, "asked_at")?)?,
            chased: u32::try_from(whole(row, "chased")?).unwrap_or(0),
            came_at: rows::some_instant(&text(row, "came_at")?)?,
            words: text(row, "words")?,
            role: text(row, "role")?,
            consent: match text(row, "consent")?.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            message: message.map(MessageNo),
        },
        review_asked: rows::some_day(&text(row, "review_asked_for")?)?
            .zip(u32::try_from(whole(row, "review_asked")?).ok()),
    })
}

/// The number of an entry or a meeting, from its year and its place in it.
pub fn numbered(prefix: &str, row: &SqliteRow) -> Result<CaseId, StoreFault> {
    let year = i16::try_from(whole(row, "year")?).unwrap_or(i16::MAX);
    Ok(CaseId::new(prefix, year, u32::try_from(whole(row, "number")?).unwrap_or(u32::MAX)))
}

macro_rules! establishments_where {
    ($rest:literal) => {
        concat!(
            "SELECT urn, name, is_open, kind, phase, authority, trust, street, locality, town, postcode, telephone, website,
                    head_name, head_post, closed_on, easting, northing FROM establishment ",
            $rest
        )
    };
}

/// Schools by URN, by postcode, or with every one of some words in their names; open ones first.
pub async fn matching(tx: &mut Tx, words: &str, most: usize) -> Result<Vec<Establishment>, StoreFault> {
    let folded = schools::folded(words);
    let parts: Vec<&str> = folded.split(' ').collect();
    let found = sqlx::query(establishments_where!(
        "WHERE urn = CAST($2 AS INTEGER) OR replace(postcode, ' ', '') = upper(replace($2, ' ', ''))
               OR NOT EXISTS (SELECT 1 FROM json_each($1) WHERE instr(name_folded, value) = 0)
         ORDER BY is_open DESC, name, urn LIMIT $3"
    ))
    .bind(serde_json::Value::from(parts).to_string())
    .bind(folded)
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(&mut **tx)
    .await?;
    found.iter().map(establishment).collect()
}

/// Schools of the national register by URN or by name; open ones first.
pub async fn establishments(tx: &mut Tx, wanted: &[String]) -> Result<Vec<Establishment>, StoreFault> {
    if wanted.is_empty() {
        return Ok(vec![]);
    }
    let folded: Vec<String> = wanted.iter().map(|name| schools::folded(name)).collect();
    let found = sqlx::query(establishments_where!(
        "WHERE name_folded IN (SELECT value FROM json_each($1)) OR urn IN (SELECT CAST(value AS INTEGER) FROM json_each($1))
         ORDER BY is_open DESC, name, urn"
    ))
    .bind(serde_json::Value::from(folded).to_string())
    .fetch_all(&mut **tx)
    .await?;
    found.iter().map(establishment).collect()
}

fn establishment(row: &SqliteRow) -> Result<Establishment, StoreFault> {
    let metres = |column| Ok::<_, StoreFault>(u32::try_from(whole(row, column)?).unwrap_or(0));
    let place = (metres("easting")?, metres("northing")?);
    Ok(Establishment {
        urn: Urn(metres("urn")?),
        name: text(row, "name")?,
        is_open: whole(row, "is_open")? != 0,
        kind: text(row, "kind")?,
        phase: text(row, "phase")?,
        authority: text(row, "authority")?,
        trust: text(row, "trust")?,
        street: text(row, "street")?,
        locality: text(row, "locality")?,
        town: text(row, "town")?,
        postcode: text(row, "postcode")?,
        telephone: text(row, "telephone")?,
        website: text(row, "website")?,
        head_name: text(row, "head_name")?,
        head_post: text(row, "head_post")?,
        closed_on: rows::some_day(&text(row, "closed_on")?)?,
        place: (place.0 > 0 && place.1 > 0).then_some(place),
    })
}
