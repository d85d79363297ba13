//! Loading what a decision may look at.

pub(super) mod deployments;
pub(super) mod meetings;
pub(super) mod money;
pub(super) mod people;
pub(super) mod projects;
mod round;
pub(super) mod visits;
mod work;

pub use work::ledger;

use super::rows::{self, text, whole};
use super::{GO_LIVE, StoreFault, Tx, reviews, stamp};
use crate::domain::application::{Admission, Application, Version};
use crate::domain::civil::Zone;
use crate::domain::facts::{Facts, LastDigest, Lookup, SentLetter};
use crate::domain::meeting::{self, Meeting, NO_MEETING};
use crate::domain::project;
use crate::domain::token::TokenKey;
use crate::domain::window::{KeyDate, KeyDateKind, Step, Window};
use crate::domain::{CaseId, EmailAddress, LetterId, MessageNo, WindowId};
use jiff::{Span, Timestamp};
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};

/// Meetings matter for a school year and a little longer.
const MEETINGS_DAYS: i64 = 400;
/// Rounds that closed longer ago are history to the jobs.
const ROUNDS_DAYS: i64 = 400;
/// Letters to a sender matter for this long.
const RECENT_SECONDS: i64 = 7 * 86_400;

/// Loads the facts that a lookup asks for.
///
/// # Errors
/// When the database refuses.
pub async fn load(tx: &mut Tx, lookup: &Lookup, key: &TokenKey, now: Timestamp) -> Result<Facts, StoreFault> {
    let mut facts = Facts { windows: windows(tx).await?, ..Facts::default() };
    facts.answered = answered(tx, &lookup.answers).await?;
    if let Some(sender) = &lookup.sender {
        facts.recent = recent(tx, sender, now).await?;
    }
    for id in concerned(tx, lookup, &facts.answered, now).await? {
        facts.applications.push(application(tx, id).await?);
    }
    let named = named(lookup, &facts.answered);
    let since = lookup.meetings.then(|| Zone::london().civil(now).saturating_sub(Span::new().days(MEETINGS_DAYS)));
    facts.meetings = meetings::load(tx, since, &of_prefix(&named, meeting::PREFIX)).await?;
    if let Some(meeting) = &lookup.minutes_of {
        facts.minutes = meetings::minutes(tx, meeting).await?;
    }
    let about_meeting = !of_prefix(&named, meeting::PREFIX).is_empty();
    if lookup.people {
        (facts.schools, facts.interests, facts.register) = people::all(tx).await?;
    } else if about_meeting {
        // Who came to a meeting may be anybody of the register.
        facts.register = people::register(tx, None).await?;
    } else {
        let addresses: Vec<&str> = lookup.sender.iter().map(EmailAddress::folded).collect();
        let whose = people::Whose { addresses: &addresses, cases: &named };
        facts.register = people::register(tx, Some(whose)).await?;
    }
    let holders: Vec<&str> = lookup.sender.iter().map(EmailAddress::folded).collect();
    let of_projects = of_prefix(&named, project::PREFIX);
    let wanted = match lookup.projects {
        true => projects::Wanted::All,
        false => projects::Wanted::Some { named: &of_projects, addresses: &holders },
    };
    facts.projects = projects::load(tx, wanted).await?;
    work::load(tx, lookup, &named, now, &mut facts).await?;
    facts.establishments = people::establishments(tx, &work::schools(lookup, &facts)).await?;
    facts.proven = proven(lookup, key, &facts);
    let digests: Vec<String> = facts.answered.iter().map(|letter| letter.purpose.clone()).collect();
    facts.digest_items = reviews::digest_items(tx, &digests).await?;
    facts.letters = letters(tx, lookup).await?;
    if lookup.desk {
        facts.reviews = reviews::all_open(tx).await?;
        facts.last_digests = last_digests(tx).await?;
        facts.came = came(tx, None).await?;
        facts.at_work_since = at_work_since(tx).await?;
        facts.meetings_asked_for = reviews::keys_beginning(tx, NO_MEETING).await?;
    }
    let (go_live, numbers) = singles(tx, &lookup.numbers).await?;
    facts.go_live = go_live;
    facts.next_numbers.extend(numbers);
    Ok(facts)
}

/// Whether the national register of schools has been imported.
///
/// # Errors
/// When the database refuses.
pub async fn has_national_register(tx: &mut Tx) -> Result<bool, StoreFault> {
    Ok(sqlx::query("SELECT 1 AS one FROM establishment LIMIT 1").fetch_optional(&mut **tx).await?.is_some())
}

/// Meetings by their numbers.
pub(super) async fn meetings(tx: &mut Tx, named: &[String]) -> Result<Vec<Meeting>, StoreFault> {
    meetings::load(tx, None, named).await
}

/// Applications that a lookup is about: one question, answered by an index for each of its parts.
async fn concerned(
    tx: &mut Tx,
    lookup: &Lookup,
    answered: &[SentLetter],
    now: Timestamp,
) -> Result<Vec<i64>, StoreFault> {
    let list = |values: Vec<String>| serde_json::Value::from(values).to_string();
    let addresses = list(lookup.addresses.iter().map(|a| a.folded().to_owned()).collect());
    let names = list(lookup.names.iter().filter(|name| !name.is_empty()).cloned().collect());
    let cases = list(named(lookup, answered));
    let referees = list(lookup.referees.iter().map(|a| a.folded().to_owned()).collect());
    let current = list(lookup.current.iter().map(ToString::to_string).collect());
    let since = Zone::london().civil(now).saturating_sub(Span::new().days(ROUNDS_DAYS));
    let programmes = list(lookup.programmes.iter().map(ToString::to_string).collect());
    let found = sqlx::query(
        "SELECT id FROM application WHERE email IN (SELECT value FROM json_each($1))
         UNION SELECT id FROM application WHERE form_email <> '' AND form_email IN (SELECT value FROM json_each($1))
         UNION SELECT id FROM application WHERE name_folded IN (SELECT value FROM json_each($2))
         UNION SELECT id FROM application WHERE case_no IN (SELECT value FROM json_each($3))
         UNION SELECT id FROM application WHERE programme IN (SELECT value FROM json_each($4))
         UNION SELECT application_id FROM reference_request WHERE email IN (SELECT value FROM json_each($5))
         UNION SELECT application.id FROM application LEFT JOIN window ON window.id = window_id
               WHERE application.programme IN (SELECT value FROM json_each($6)) AND (window_id IS NULL OR (closes_at >= $7
               AND NOT EXISTS (SELECT 1 FROM window_step WHERE window_step.window_id = window.id AND step = 'archived')))
         ORDER BY 1",
    )
    .bind(addresses)
    .bind(names)
    .bind(cases)
    .bind(programmes)
    .bind(referees)
    .bind(current)
    .bind(since.to_string())
    .fetch_all(&mut **tx)
    .await?;
    Ok(found.iter().map(|row| whole(row, "id")).collect::<Result<_, _>>()?)
}

/// Numbers of cases that the event names, shows a token of, or answers a letter about.
fn named(lookup: &Lookup, answered: &[SentLetter]) -> Vec<String> {
    let shown = lookup.tokens.iter().map(|(case, _)| case);
    let cases = lookup.cases.iter().chain(shown).chain(answered.iter().filter_map(|letter| letter.case.as_ref()));
    let mut named: Vec<String> = cases.map(ToString::to_string).collect();
    named.sort();
    named.dedup();
    named
}

fn of_prefix(named: &[String], prefix: &str) -> Vec<String> {
    named.iter().filter(|case| case.starts_with(prefix)).cloned().collect()
}

/// Tokens that are the ones we made, for somebody who was written to about that case, meeting or entry.
fn proven(lookup: &Lookup, key: &TokenKey, facts: &Facts) -> Vec<(CaseId, EmailAddress)> {
    let mut proven = vec![];
    for (case, token) in &lookup.tokens {
        let mut readers: Vec<&EmailAddress> = vec![];
        for application in facts.applications.iter().filter(|application| application.case == *case) {
            readers.extend(application.requests.iter().map(|request| &request.email));
            readers.push(&application.email);
            readers.extend(&application.form_email);
        }
        for meeting in facts.meetings.iter().filter(|meeting| meeting.number == *case) {
            readers.extend(meeting.invitees.iter().map(|invitee| &invitee.email));
            readers.extend(meeting.host.iter().map(|host| &host.email));
        }
        for deployment in facts.deployments.iter().filter(|deployment| deployment.number == *case) {
            readers.extend(deployment.parties());
        }
        let projects = facts.projects.iter().filter(|project| project.number == *case);
        readers.extend(projects.map(|project| &project.holder.email));
        readers.extend(facts.entry(case).map(|entry| &entry.email));
        for reader in readers.into_iter().filter(|reader| key.is_reply_token(token, case, reader)) {
            proven.push((case.clone(), reader.clone()));
        }
    }
    proven.dedup();
    proven
}

type Numbers = BTreeMap<(String, i16), u32>;

/// The go-live instant, and the next free number for each prefix and year, in one question.
async fn singles(tx: &mut Tx, wanted: &[(String, i16)]) -> Result<(Option<Timestamp>, Numbers), StoreFault> {
    let list = serde_json::Value::from(wanted.iter().map(|(p, y)| serde_json::json!([p, y])).collect::<Vec<_>>());
    let found = sqlx::query(
        "SELECT COALESCE((SELECT value FROM fact WHERE name = $1), '') AS live, '' AS prefix, 0 AS year, 0 AS next
         UNION ALL
         SELECT '', wanted.value ->> 0, wanted.value ->> 1,
                CASE wanted.value ->> 0
                WHEN 'MTG' THEN (SELECT COALESCE(MAX(number), 0) + 1 FROM meeting WHERE year = wanted.value ->> 1)
                WHEN 'DEP' THEN (SELECT COALESCE(MAX(number), 0) + 1 FROM deployment WHERE year = wanted.value ->> 1)
                WHEN 'PRJ' THEN (SELECT COALESCE(MAX(number), 0) + 1 FROM project WHERE year = wanted.value ->> 1)
                ELSE (SELECT COALESCE(MAX(number), 0) + 1 FROM application
                      WHERE prefix = wanted.value ->> 0 AND year = wanted.value ->> 1) END
         FROM json_each($2) AS wanted",
    )
    .bind(GO_LIVE)
    .bind(list.to_string())
    .fetch_all(&mut **tx)
    .await?;
    let mut live = None;
    let mut numbers = Numbers::new();
    for row in &found {
        let prefix = text(row, "prefix")?;
        if prefix.is_empty() {
            live = rows::some_instant(&text(row, "live")?)?;
        } else {
            let year = i16::try_from(whole(row, "year")?).unwrap_or(i16::MAX);
            numbers.insert((prefix, year), u32::try_from(whole(row, "next")?).unwrap_or(u32::MAX));
        }
    }
    Ok((live, numbers))
}

pub async fn go_live(tx: &mut Tx) -> Result<Option<Timestamp>, StoreFault> {
    let row = sqlx::query("SELECT value FROM fact WHERE name = $1").bind(GO_LIVE).fetch_optional(&mut **tx).await?;
    match row {
        Some(row) => Ok(rows::some_instant(&text(&row, "value")?)?),
        None => Ok(None),
    }
}

pub async fn windows(tx: &mut Tx) -> Result<Vec<Window>, StoreFault> {
    let found = sqlx::query(
        "SELECT id, programme, name, opens_at, closes_at, zone, closed_early_at,
                COALESCE(what, '') AS what, COALESCE(first_day, '') AS first_day, COALESCE(last_day, '') AS last_day
         FROM window LEFT JOIN key_date ON key_date.window_id = window.id ORDER BY closes_at, id, what",
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut windows: Vec<Window> = vec![];
    for row in &found {
        let id = WindowId(whole(row, "id")?);
        if windows.last().is_none_or(|window| window.id != id) {
            windows.push(Window {
                id,
                programme: rows::programme(&text(row, "programme")?)?,
                name: rows::window_name(&text(row, "name")?)?,
                opens_at: rows::moment(&text(row, "opens_at")?)?,
                closes_at: rows::moment(&text(row, "closes_at")?)?,
                zone: rows::zone(&text(row, "zone")?)?,
                closed_early_at: rows::some_instant(&text(row, "closed_early_at")?)?,
                key_dates: vec![],
                steps: vec![],
                targets: vec![],
            });
        }
        if let (Some(what), Some(window)) = (KeyDateKind::read(&text(row, "what")?), windows.last_mut()) {
            let (first, last) = (text(row, "first_day")?, text(row, "last_day")?);
            let days = if first.is_empty() { None } else { Some((rows::day(&first)?, rows::day(&last)?)) };
            window.key_dates.push(KeyDate { what, days });
        }
    }
    let further = sqlx::query(
        "SELECT window_id, step AS what, '' AS specialism, 0 AS wanted FROM window_step
         UNION ALL SELECT window_id, '', specialism, wanted FROM target ORDER BY 1, 2, 3",
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in &further {
        let id = WindowId(whole(row, "window_id")?);
        let Some(window) = windows.iter_mut().find(|window| window.id == id) else { continue };
        match Step::read(&text(row, "what")?) {
            Some(step) => window.steps.push(step),
            None => window.targets.push((text(row, "specialism")?, u32::try_from(whole(row, "wanted")?).unwrap_or(0))),
        }
    }
    Ok(windows)
}

pub async fn application(tx: &mut Tx, id: i64) -> Result<Application, StoreFault> {
    let row = sqlx::query("SELECT case_no, programme, window_id, name, email, form_email, admitted_by, admitted_because, admitted_at FROM application WHERE id = $1")
        .bind(id)
        .fetch_one(&mut **tx)
        .await?;
    let versions = sqlx::query(
        "SELECT version, application_version.message_id, answers, problems, accepted, message.received_at AS received_at
         FROM application_version JOIN message ON message.id = application_version.message_id WHERE application_id = $1 ORDER BY version",
    )
    .bind(id)
    .fetch_all(&mut **tx)
    .await?;
    let admitted_at = text(&row, "admitted_at")?;
    let admitted = rows::some_instant(&admitted_at)?
        .map(|at| {
            Ok::<_, sqlx::Error>(Admission {
                by: text(&row, "admitted_by")?,
                because: text(&row, "admitted_because")?,
                at,
            })
        })
        .transpose()?;
    let mut application = Application {
        form_email: rows::some_address(&text(&row, "form_email")?)?,
        versions: versions.iter().map(version).collect::<Result<_, _>>()?,
        admitted,
        ..Application::new(
            rows::case(&text(&row, "case_no")?)?,
            rows::programme(&text(&row, "programme")?)?,
            sqlx::Row::try_get::<Option<i64>, _>(&row, "window_id")?.map(WindowId),
            text(&row, "name")?,
            rows::address(&text(&row, "email")?)?,
        )
    };
    round::further(tx, id, &mut application).await?;
    Ok(application)
}

fn version(row: &SqliteRow) -> Result<Version, StoreFault> {
    Ok(Version {
        number: u32::try_from(whole(row, "version")?).unwrap_or(u32::MAX),
        message: MessageNo(whole(row, "message_id")?),
        received_at: rows::instant(&text(row, "received_at")?)?,
        answers: rows::json("answers", &text(row, "answers")?)?,
        problems: rows::json("problems", &text(row, "problems")?)?,
        accepted: whole(row, "accepted")? != 0,
    })
}

fn letter(row: &SqliteRow) -> Result<SentLetter, StoreFault> {
    Ok(SentLetter {
        id: LetterId(whole(row, "id")?),
        letter: text(row, "letter")?,
        to: rows::address(&text(row, "recipient")?)?,
        case: rows::some_case(&text(row, "case_no")?)?,
        created_at: rows::instant(&text(row, "created_at")?)?,
        purpose: text(row, "purpose")?,
        subject: text(row, "subject")?,
        state: text(row, "state")?,
        held_because: text(row, "held_because")?,
        last_error: text(row, "last_error")?,
    })
}

/// The columns of a letter as a decision sees it.
macro_rules! letters {
    ($rest:literal) => {
        concat!(
            "SELECT id, letter, recipient, case_no, created_at, purpose, subject, state, held_because, last_error FROM outbox ",
            $rest
        )
    };
}

/// Letters asked for by number; with the desk also those that are stuck, failed or held.
async fn letters(tx: &mut Tx, lookup: &Lookup) -> Result<Vec<SentLetter>, StoreFault> {
    if lookup.letters.is_empty() && !lookup.desk {
        return Ok(vec![]);
    }
    let ids: Vec<i64> = lookup.letters.iter().map(|id| id.0).collect();
    let found = sqlx::query(letters!(
        "WHERE id IN (SELECT value FROM json_each($1)) OR ($2 AND state IN ('unknown', 'failed', 'held')) ORDER BY id"
    ))
    .bind(serde_json::Value::from(ids).to_string())
    .bind(lookup.desk)
    .fetch_all(&mut **tx)
    .await?;
    found.iter().map(letter).collect()
}

/// The latest digest of everybody who ever had one, and the mails since.
async fn last_digests(tx: &mut Tx) -> Result<Vec<LastDigest>, StoreFault> {
    let found = sqlx::query(
        "SELECT recipient, MAX(created_at) AS created_at FROM outbox WHERE letter = 'digest' GROUP BY recipient",
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut out = vec![];
    for row in &found {
        let at = rows::instant(&text(row, "created_at")?)?;
        out.push(LastDigest { to: rows::address(&text(row, "recipient")?)?, at, came: came(tx, Some(at)).await? });
    }
    Ok(out)
}

/// When the first mail of all was handled.
async fn at_work_since(tx: &mut Tx) -> Result<Option<Timestamp>, StoreFault> {
    let found = sqlx::query("SELECT handled_at FROM message WHERE handled_at <> '' ORDER BY id LIMIT 1")
        .fetch_optional(&mut **tx)
        .await?;
    match found {
        Some(row) => Ok(rows::some_instant(&text(&row, "handled_at")?)?),
        None => Ok(None),
    }
}

/// Mails that were handled after an instant, by kind.
async fn came(tx: &mut Tx, after: Option<Timestamp>) -> Result<BTreeMap<String, u32>, StoreFault> {
    let found = sqlx::query(
        "SELECT kind, COUNT(*) AS many FROM message WHERE state = 'handled' AND handled_at > $1 GROUP BY kind",
    )
    .bind(after.map(stamp).unwrap_or_default())
    .fetch_all(&mut **tx)
    .await?;
    let count =
        |row: &SqliteRow| Ok::<_, StoreFault>((text(row, "kind")?, u32::try_from(whole(row, "many")?).unwrap_or(0)));
    found.iter().map(count).collect()
}

/// Letters of ours that a mail quotes by their Message-ID. The ID is keyed, so that naming one proves to have had it.
async fn answered(tx: &mut Tx, ids: &[String]) -> Result<Vec<SentLetter>, StoreFault> {
    let mut out = vec![];
    let mut seen = BTreeSet::new();
    for id in ids.iter().filter(|id| id.starts_with("clerk.") && seen.insert(id.as_str())) {
        let row = sqlx::query(letters!("WHERE message_id = $1")).bind(id).fetch_optional(&mut **tx).await?;
        out.extend(row.as_ref().map(letter).transpose()?);
    }
    Ok(out)
}

async fn recent(tx: &mut Tx, to: &EmailAddress, now: Timestamp) -> Result<Vec<SentLetter>, StoreFault> {
    let since = Timestamp::from_second(now.as_second() - RECENT_SECONDS).unwrap_or(now);
    let found = sqlx::query(letters!("WHERE recipient = $1 AND created_at >= $2 ORDER BY id"))
        .bind(to.folded())
        .bind(stamp(since))
        .fetch_all(&mut **tx)
        .await?;
    found.iter().map(letter).collect()
}
