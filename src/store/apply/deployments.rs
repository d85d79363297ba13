//! What happens to deployments and to the days that are logged for them.

use super::super::{StoreFault, Tx, stamp};
use super::json;
use crate::domain::change::{DeploymentChange, VisitChange};
use crate::domain::deployment::{Deployed, Deployment, Plan, Request, SupportedSchool};
use crate::domain::register::Urn;
use crate::domain::visit::Visit;
use crate::domain::{CaseId, EmailAddress};
use sqlx::Row as _;

pub async fn apply(tx: &mut Tx, change: &DeploymentChange) -> Result<(), StoreFault> {
    match change {
        DeploymentChange::Requested { deployment } => requested(tx, deployment).await?,
        DeploymentChange::RequestSet { deployment, school, request } => {
            let id = id_of(tx, deployment).await?;
            request_set(tx, id, school, request).await?;
        }
        DeploymentChange::ProgrammeSet { deployment, programme } => {
            sqlx::query("UPDATE deployment SET programme = $2 WHERE id = $1")
                .bind(id_of(tx, deployment).await?)
                .bind(programme.as_str())
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::StateSet { deployment, state, since, because } => {
            sqlx::query("UPDATE deployment SET state = $2, state_since = $3, state_because = $4 WHERE id = $1")
                .bind(id_of(tx, deployment).await?)
                .bind(state.word())
                .bind(stamp(*since))
                .bind(because)
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::Planned { deployment, plan } => {
            let id = id_of(tx, deployment).await?;
            planned(tx, id, plan).await?;
        }
        DeploymentChange::ChargingSet { deployment, charging } => {
            sqlx::query("UPDATE deployment SET charging = $2 WHERE id = $1")
                .bind(id_of(tx, deployment).await?)
                .bind(charging)
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::Asked { deployment, person } => {
            let id = id_of(tx, deployment).await?;
            asked(tx, id, person).await?;
        }
        DeploymentChange::PersonAnswered { deployment, email, answer, at } => {
            sqlx::query("UPDATE deployed SET answer = $3, answered_at = $4 WHERE deployment_id = $1 AND email = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(email.folded())
                .bind(yes_no(*answer))
                .bind(stamp(*at))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::HomeHeadAnswered { deployment, email, answer, at } => {
            sqlx::query(
                "UPDATE deployed SET head_answer = $3, head_answered_at = $4 WHERE deployment_id = $1 AND email = $2",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(email.folded())
            .bind(yes_no(*answer))
            .bind(stamp(*at))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::HomeHeadSet { deployment, person, name, email } => {
            sqlx::query("UPDATE deployed SET head_name = $3, head_email = $4 WHERE deployment_id = $1 AND email = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(person.folded())
                .bind(name)
                .bind(email.folded())
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::PersonChased { deployment, email, step } => {
            sqlx::query("UPDATE deployed SET chased = $3 WHERE deployment_id = $1 AND email = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(email.folded())
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::PersonReleased { deployment, email, at } => {
            sqlx::query("UPDATE deployed SET released_at = $3 WHERE deployment_id = $1 AND email = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(email.folded())
                .bind(stamp(*at))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::ReviewAsked { deployment, on } => {
            sqlx::query("UPDATE deployment SET review_asked = $2 WHERE id = $1")
                .bind(id_of(tx, deployment).await?)
                .bind(on.to_string())
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::EndTold { deployment, on, step } => {
            sqlx::query("UPDATE deployment SET end_told = $2, end_step = $3 WHERE id = $1")
                .bind(id_of(tx, deployment).await?)
                .bind(on.to_string())
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::AgreementSent { deployment, version, consents } => {
            let id = id_of(tx, deployment).await?;
            sqlx::query("UPDATE deployment SET agreement = $2 WHERE id = $1")
                .bind(id)
                .bind(i64::from(*version))
                .execute(&mut **tx)
                .await?;
            for consent in consents {
                sqlx::query(
                    "INSERT INTO consent (deployment_id, version, party, email, name, asked_at) VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT DO NOTHING",
                )
                .bind(id)
                .bind(i64::from(consent.version))
                .bind(consent.party.word())
                .bind(consent.email.folded())
                .bind(&consent.name)
                .bind(stamp(consent.asked_at))
                .execute(&mut **tx)
                .await?;
            }
        }
        DeploymentChange::Agreed { deployment, version, party, email, at, message } => {
            // The first yes counts; a second one changes nothing.
            sqlx::query(
                "UPDATE consent SET agreed_at = $5, message_id = $6
                 WHERE deployment_id = $1 AND version = $2 AND party = $3 AND email = $4 AND agreed_at = ''",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(i64::from(*version))
            .bind(party.word())
            .bind(email.folded())
            .bind(stamp(*at))
            .bind(message.map(|message| message.0))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::ConsentChased { deployment, version, party, email, step } => {
            sqlx::query(
                "UPDATE consent SET chased = $5 WHERE deployment_id = $1 AND version = $2 AND party = $3 AND email = $4",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(i64::from(*version))
            .bind(party.word())
            .bind(email.folded())
            .bind(i64::from(*step))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::VisitPlanned { deployment, email, day, half_days } => {
            sqlx::query(
                "INSERT INTO planned_visit (deployment_id, email, day, half_days) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (deployment_id, email, day) DO UPDATE SET half_days = excluded.half_days",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(email.folded())
            .bind(day.to_string())
            .bind(i64::from(half_days.0))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::VisitUnplanned { deployment, email, day } => {
            sqlx::query("DELETE FROM planned_visit WHERE deployment_id = $1 AND email = $2 AND day = $3")
                .bind(id_of(tx, deployment).await?)
                .bind(email.folded())
                .bind(day.to_string())
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::RecordChased { deployment, email, day, step } => {
            sqlx::query("UPDATE planned_visit SET chased = $4 WHERE deployment_id = $1 AND email = $2 AND day = $3")
                .bind(id_of(tx, deployment).await?)
                .bind(email.folded())
                .bind(day.to_string())
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::EvaluationAsked { deployment, point, at } => {
            sqlx::query(
                "INSERT INTO evaluation (deployment_id, point, asked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(point)
            .bind(stamp(*at))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::EvaluationChased { deployment, point, step } => {
            sqlx::query("UPDATE evaluation SET chased = $3 WHERE deployment_id = $1 AND point = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(point)
                .bind(i64::from(*step))
                .execute(&mut **tx)
                .await?;
        }
        DeploymentChange::EvaluationCame { deployment, point, answers, message, at } => {
            sqlx::query(
                "UPDATE evaluation SET came_at = $3, answers = $4, message_id = $5 WHERE deployment_id = $1 AND point = $2",
            )
            .bind(id_of(tx, deployment).await?)
            .bind(point)
            .bind(stamp(*at))
            .bind(json(answers)?)
            .bind(message.map(|message| message.0))
            .execute(&mut **tx)
            .await?;
        }
        DeploymentChange::OwnWords { deployment, point, words } => {
            sqlx::query("UPDATE evaluation SET own_words = $3 WHERE deployment_id = $1 AND point = $2")
                .bind(id_of(tx, deployment).await?)
                .bind(point)
                .bind(words)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

pub async fn visit(tx: &mut Tx, change: &VisitChange) -> Result<(), StoreFault> {
    match change {
        VisitChange::Logged { visit } => logged(tx, visit).await?,
        VisitChange::StateSet { visit, state, at, because } => {
            sqlx::query("UPDATE visit SET state = $2, state_since = $3, state_because = $4 WHERE id = $1")
                .bind(visit.0)
                .bind(state.word())
                .bind(stamp(*at))
                .bind(because)
                .execute(&mut **tx)
                .await?;
        }
        VisitChange::Told { visits, at } => {
            let ids: Vec<i64> = visits.iter().map(|visit| visit.0).collect();
            sqlx::query("UPDATE visit SET told_at = $2 WHERE id IN (SELECT value FROM json_each($1))")
                .bind(serde_json::Value::from(ids).to_string())
                .bind(stamp(*at))
                .execute(&mut **tx)
                .await?;
        }
        VisitChange::Asked { log } => {
            sqlx::query(
                "INSERT OR REPLACE INTO open_log (email, message_id, words, received_on, amounts_of, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(log.email.folded())
            .bind(log.message.0)
            .bind(&log.words)
            .bind(log.received_on.to_string())
            .bind(json(&log.amounts_of)?)
            .bind(stamp(log.asked_at))
            .execute(&mut **tx)
            .await?;
        }
        VisitChange::Answered { email, message } => {
            sqlx::query("DELETE FROM open_log WHERE email = $1 AND message_id = $2")
                .bind(email.folded())
                .bind(message.0)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

fn yes_no(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

fn urn(urn: Option<Urn>) -> i64 {
    urn.map_or(0, |urn| i64::from(urn.0))
}

fn folded(address: Option<&EmailAddress>) -> &str {
    address.map(EmailAddress::folded).unwrap_or_default()
}

async fn requested(tx: &mut Tx, deployment: &Deployment) -> Result<(), StoreFault> {
    let id: i64 = sqlx::query(
        "INSERT INTO deployment (year, number, programme, school, head_name, head_email, subject, message_id, requested_at,
                                 state, state_since, state_because)
         VALUES ($1, $2, $3, '', '', '', '', $4, $5, $6, $7, $8) RETURNING id",
    )
    .bind(i64::from(deployment.number.year()))
    .bind(i64::from(deployment.number.number()))
    .bind(deployment.programme.as_str())
    .bind(deployment.request.message.map(|message| message.0))
    .bind(deployment.request.at.map(stamp).unwrap_or_default())
    .bind(deployment.state.word())
    .bind(stamp(deployment.state_since))
    .bind(&deployment.state_because)
    .fetch_one(&mut **tx)
    .await?
    .try_get("id")?;
    request_set(tx, id, &deployment.school, &deployment.request).await?;
    if let Some(plan) = &deployment.plan {
        planned(tx, id, plan).await?;
    }
    for person in &deployment.people {
        asked(tx, id, person).await?;
    }
    Ok(())
}

async fn request_set(tx: &mut Tx, id: i64, school: &SupportedSchool, request: &Request) -> Result<(), StoreFault> {
    sqlx::query(
        "UPDATE deployment SET school = $2, urn = $3, head_name = $4, head_email = $5, finance_email = $6, po_number = $7,
                subject = $8, need = $9, hoped_for = $10, wanted_when = $11, contacts = $12, urgency = $13 WHERE id = $1",
    )
    .bind(id)
    .bind(&school.name)
    .bind(urn(school.urn))
    .bind(&school.head_name)
    .bind(school.head_email.folded())
    .bind(folded(school.finance_email.as_ref()))
    .bind(&school.po_number)
    .bind(&request.subject)
    .bind(&request.need)
    .bind(&request.hoped_for)
    .bind(&request.wanted_when)
    .bind(&request.contacts)
    .bind(json(&request.urgency)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn planned(tx: &mut Tx, id: i64, plan: &Plan) -> Result<(), StoreFault> {
    sqlx::query(
        "UPDATE deployment SET model = $2, half_days = $3, starts_on = $4, ends_on = $5, review_on = $6, end_point = $7,
                plan = $8 WHERE id = $1",
    )
    .bind(id)
    .bind(plan.model.word())
    .bind(i64::from(plan.half_days.0))
    .bind(plan.starts_on.to_string())
    .bind(plan.ends_on.to_string())
    .bind(plan.review_on.map(|day| day.to_string()).unwrap_or_default())
    .bind(&plan.end_point)
    .bind(json(&plan.lines)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who was asked before and released is asked anew.
async fn asked(tx: &mut Tx, id: i64, person: &Deployed) -> Result<(), StoreFault> {
    let (year, number) = person.entry.as_ref().map_or((0, 0), |entry| (entry.year(), entry.number()));
    sqlx::query(
        "INSERT OR REPLACE INTO deployed (deployment_id, email, name, reg_year, reg_number, home_school, home_urn, head_name,
                                          head_email, leads, half_days, asked_at, answer, head_answer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(id)
    .bind(person.email.folded())
    .bind(&person.name)
    .bind(i64::from(year))
    .bind(i64::from(number))
    .bind(&person.home_school)
    .bind(urn(person.home_urn))
    .bind(&person.head_name)
    .bind(folded(person.head_email.as_ref()))
    .bind(person.leads)
    .bind(i64::from(person.share.0))
    .bind(stamp(person.asked_at))
    .bind(person.answer.map(yes_no).unwrap_or_default())
    .bind(person.head_answer.map(yes_no).unwrap_or_default())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn logged(tx: &mut Tx, visit: &Visit) -> Result<(), StoreFault> {
    sqlx::query(
        "INSERT INTO visit (deployment_id, email, name, day, half_days, words, minutes, message_id, logged_at, logged_by,
                            state, state_since, state_because, told_at, flags)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(id_of(tx, &visit.deployment).await?)
    .bind(visit.email.folded())
    .bind(&visit.name)
    .bind(visit.day.to_string())
    .bind(i64::from(visit.half_days.0))
    .bind(&visit.words)
    .bind(i64::from(visit.minutes.unwrap_or_default()))
    .bind(visit.message.map(|message| message.0))
    .bind(stamp(visit.logged_at))
    .bind(&visit.logged_by)
    .bind(visit.state.word())
    .bind(stamp(visit.state_since))
    .bind(&visit.state_because)
    .bind(visit.told_at.map(stamp).unwrap_or_default())
    .bind(json(&visit.flags)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn id_of(tx: &mut Tx, deployment: &CaseId) -> Result<i64, StoreFault> {
    Ok(sqlx::query("SELECT id FROM deployment WHERE year = $1 AND number = $2")
        .bind(i64::from(deployment.year()))
        .bind(i64::from(deployment.number()))
        .fetch_one(&mut **tx)
        .await?
        .try_get("id")?)
}
