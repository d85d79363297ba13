//! What stories about deployments need: what the record says of one, in a line.

use super::office::Office;
use alliance_clerk::config::Config;
use alliance_clerk::domain::deployment::Deployment;
use alliance_clerk::forms::FormReader;
use alliance_clerk::forms::write::{self, Letterhead};
use std::collections::BTreeMap;

fn yes_no(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "-",
    }
}

/// `active; Oakfield School, Mathematics; 6 days spread 2027-05-06..2027-07-16; Priya Nair yes yes; v1 person agreed; visit …`.
pub async fn shown(office: &Office, number: &str) -> String {
    let (deployments, _) = office.app.store.list_deployments().await.unwrap();
    match deployments.iter().find(|deployment| deployment.number.to_string() == number) {
        Some(deployment) => line(deployment),
        None => "none".to_owned(),
    }
}

fn line(deployment: &Deployment) -> String {
    let mut parts =
        vec![deployment.state.word().to_owned(), format!("{}, {}", deployment.school.name, deployment.request.subject)];
    if let Some(urn) = deployment.school.urn {
        parts.push(format!("urn {urn}"));
    }
    if !deployment.request.urgency.is_empty() {
        parts.push(format!("urgent: {}", deployment.request.urgency.join(", ")));
    }
    if let Some(plan) = &deployment.plan {
        parts.push(format!("{} {} {}..{}", plan.half_days, plan.model.word(), plan.starts_on, plan.ends_on));
        parts.extend(plan.review_on.map(|day| format!("review {day}")));
        parts.push(format!("end point {}", plan.end_point));
        parts.extend(plan.lines.iter().map(|line| format!("line {line}")));
    }
    parts.extend(deployment.charging.iter().map(|charging| format!("charging {charging}")));
    for person in &deployment.people {
        let left = if person.released_at.is_some() { " released" } else { "" };
        let share = if person.share.0 > 0 { format!(" {}", person.share) } else { String::new() };
        parts.push(format!("{}{share} {} {}{left}", person.name, yes_no(person.answer), yes_no(person.head_answer)));
    }
    for consent in &deployment.consents {
        let agreed = if consent.agreed_at.is_some() { "agreed" } else { "asked" };
        parts.push(format!("v{} {} {} {agreed}", consent.version, consent.party.word(), consent.email));
    }
    for visit in &deployment.planned {
        parts.push(format!("visit {} {} {}", visit.day, visit.half_days, visit.email));
    }
    parts.join("; ")
}

/// Visits of a deployment, each in a line: `2027-05-06 1 day p.nair@… logged; told; flags MoreThanAgreed; “…”`.
pub async fn visits(office: &Office, number: &str) -> Vec<String> {
    let (_, visits) = office.app.store.list_deployments().await.unwrap();
    let own = visits.iter().filter(|visit| visit.deployment.to_string() == number);
    own.map(|visit| {
        let told = if visit.told_at.is_some() { "; told" } else { "" };
        format!(
            "{} {} {} {}{told}; {}; flags {:?}; because {}; “{}”",
            visit.day,
            visit.half_days,
            visit.email,
            visit.state.word(),
            visit.billing.word(),
            visit.flags,
            visit.state_because,
            visit.words
        )
    })
    .collect()
}

/// Evaluations of a deployment, each in a line: `end came useful=Useful own=“…”`.
pub async fn evaluations(office: &Office, number: &str) -> Vec<String> {
    let (deployments, _) = office.app.store.list_deployments().await.unwrap();
    let found = deployments.iter().find(|deployment| deployment.number.to_string() == number).expect("a deployment");
    let line = |evaluation: &alliance_clerk::domain::deployment::Evaluation| {
        let came = if evaluation.came_at.is_some() { "came" } else { "asked" };
        let answers: String = evaluation.answers.iter().map(|(id, value)| format!("{id}={value} ")).collect();
        format!("{} {came} {answers}own=“{}”", evaluation.point, evaluation.own_words)
    };
    found.evaluations.iter().map(line).collect()
}

/// The record of a visit: `dates = 4 May 2027; length = Half day`.
pub fn visit_form(config: &Config, said: &str) -> Vec<u8> {
    filled(config.office_forms.visit.as_ref().unwrap(), said)
}

pub fn evaluation_form(config: &Config, said: &str) -> Vec<u8> {
    filled(config.office_forms.evaluation.as_ref().unwrap(), said)
}

fn filled(form: &FormReader, said: &str) -> Vec<u8> {
    let pairs = said.split("; ").map(|pair| pair.split_once(" = ").expect("field = value"));
    let answers = pairs.map(|(id, value)| (id.trim().to_owned(), value.trim().to_owned())).collect();
    write::write(&form.definition, &Letterhead::default(), &answers).unwrap()
}

/// `school = Oakfield School; need = …`: our form for asking for support, filled in.
pub fn commission_form(config: &Config, said: &str) -> Vec<u8> {
    let form = config.office_forms.commission.as_ref().expect("the form");
    let answers: BTreeMap<String, String> = said
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(id, value)| (id.trim().to_owned(), value.trim().to_owned()))
        .collect();
    assert!(answers.keys().all(|id| form.definition.field(id).is_some()), "{said}");
    write::write(&form.definition, &Letterhead::default(), &answers).unwrap()
}
