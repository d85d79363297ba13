//! `deployments`: what was asked for and agreed, who does it, and how far it has come.

use super::arguments::{DeploymentFilter, DeploymentsAction};
use super::place::Place;
use super::{Failure, print, print_json};
use crate::domain::CaseId;
use crate::domain::deployment::{Deployed, Deployment, State};
use crate::domain::facts::Lookup;
use crate::domain::matching::{Candidate, Expertise};
use crate::domain::schools::folded;
use crate::domain::visit::{self, Visit};
use crate::domain::worked::HalfDays;
use crate::incoming::deployment::candidates;
use crate::store;
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<DeploymentsAction>, only: &DeploymentFilter) -> Result<(), Failure> {
    if let Some(DeploymentsAction::Candidates { number }) = &action {
        return candidates_of(place, number).await;
    }
    // The list is there to be looked at even while somebody mends the configuration.
    let config = place.config().ok();
    let store = place.store().await?;
    let (mut deployments, visits) = store.list_deployments().await?;
    store.close().await;
    // What waits for somebody comes first, the most urgent of it at the top.
    deployments.sort_by_key(|deployment| {
        let urgent = config.as_ref().map_or(0, |config| config.billing.commission.rank(&deployment.request.urgency));
        if deployment.state == State::Requested { (0, urgent) } else { (1, 0) }
    });
    let only = match &action {
        Some(DeploymentsAction::List { only }) => only,
        Some(DeploymentsAction::Show { .. } | DeploymentsAction::Candidates { .. }) | None => only,
    };
    if let Some(DeploymentsAction::Show { number }) = &action {
        let number = CaseId::parse(number).map_err(|e| Failure::wrong(format!("{e}.")))?;
        let found = deployments.iter().find(|deployment| deployment.number == number);
        let deployment = found
            .ok_or_else(|| Failure::refused(format!("there is no deployment {number}; `deployments` lists them.")))?;
        show(place, deployment, &visits);
        return Ok(());
    }
    let state = wanted(only)?;
    let listed = deployments.iter().filter(|deployment| fits(deployment, state, only));
    if place.json {
        print_json(&listed.map(|deployment| summary(deployment, &visits)).collect());
    } else {
        listed.for_each(|deployment| print(&line(deployment, &visits)));
    }
    Ok(())
}

/// Who might do it, from everything that is known now.
async fn candidates_of(place: &Place, number: &str) -> Result<(), Failure> {
    let number = CaseId::parse(number).map_err(|e| Failure::wrong(format!("{e}.")))?;
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    let lookup = Lookup {
        cases: vec![number.clone()],
        people: true,
        deployments: true,
        home_schools: true,
        ..Lookup::default()
    };
    let facts = store::facts::load(&mut store.read_only().await?, &lookup, store.key(), now).await?;
    store.close().await;
    let Some(deployment) = facts.deployment(&number) else {
        return Err(Failure::refused(format!("there is no deployment {number}; `deployments` lists them.")));
    };
    let Some(programme) = config.programme(&deployment.programme) else {
        return Err(Failure::refused(format!(
            "{number} is of the programme {}, which is not configured.",
            deployment.programme
        )));
    };
    let found = candidates::of(&config, &facts, programme, deployment, programme.window.zone.date(now));
    if place.json {
        print_json(&found.iter().map(candidate).collect());
        return Ok(());
    }
    let far = config.billing.commission.far_km;
    found.iter().for_each(|candidate| print(&candidates::in_words(candidate, far)));
    Ok(())
}

fn candidate(candidate: &Candidate<'_>) -> Value {
    json!({
        "entry": candidate.entry.number.as_ref().map(ToString::to_string),
        "name": candidate.entry.name,
        "email": candidate.entry.email.as_str(),
        "school": candidate.entry.school,
        "specialisms": candidate.entry.specialisms().collect::<Vec<_>>(),
        "expertise": match candidate.expertise {
            Expertise::First => Some("first"),
            Expertise::Further => Some("further"),
            Expertise::None => None,
        },
        "same_phase": candidate.same_phase,
        "kilometres": candidate.kilometres(),
        "days_left": candidate.left.map(days),
        "too_few_days": candidate.over,
        "under_way": candidate.load,
    })
}

/// The state that is asked for.
fn wanted(only: &DeploymentFilter) -> Result<Option<State>, Failure> {
    let Some(word) = &only.state else { return Ok(None) };
    match State::read(&word.to_lowercase()) {
        Some(state) => Ok(Some(state)),
        None => {
            let words: Vec<&str> = State::ALL.into_iter().map(State::word).collect();
            Err(Failure::wrong(format!("`{word}` is no state of a deployment: expected {}.", words.join(", "))))
        }
    }
}

fn fits(deployment: &Deployment, state: Option<State>, only: &DeploymentFilter) -> bool {
    let holds =
        |text: &str, words: &Option<String>| words.as_ref().is_none_or(|words| folded(text).contains(&folded(words)));
    let is_person = |person: &Deployed| {
        let entry = person.entry.as_ref().map(ToString::to_string).unwrap_or_default();
        holds(&format!("{} {} {entry}", person.name, person.email.folded()), &only.person)
    };
    state.is_none_or(|state| deployment.state == state)
        && holds(&deployment.school.name, &only.school)
        && (only.person.is_none() || deployment.people.iter().any(is_person))
}

/// Half-days that stand, and those of them that are confirmed.
fn worked(deployment: &Deployment, visits: &[Visit]) -> (HalfDays, HalfDays) {
    let own = || visits.iter().filter(|visit| visit.deployment == deployment.number && visit.stands());
    let confirmed = own().filter(|visit| visit.state == visit::State::Confirmed);
    (own().map(|visit| visit.half_days).sum(), confirmed.map(|visit| visit.half_days).sum())
}

/// Days are numbers with halves: `2.5`.
fn days(half_days: HalfDays) -> f64 {
    f64::from(half_days.0) / 2.0
}

fn summary(deployment: &Deployment, visits: &[Visit]) -> Value {
    let (logged, confirmed) = worked(deployment, visits);
    let plan = deployment.plan.as_ref();
    json!({
        "number": deployment.number.to_string(),
        "state": deployment.state.word(),
        "state_since": deployment.state_since.to_string(),
        "programme": deployment.programme.as_str(),
        "school": deployment.school.name,
        "urn": deployment.school.urn,
        "head": { "name": deployment.school.head_name, "email": deployment.school.head_email.as_str() },
        "finance_email": deployment.school.finance_email.as_ref().map(|email| email.as_str()),
        "po_number": deployment.school.po_number,
        "subject": deployment.request.subject,
        "urgency": deployment.request.urgency,
        "requested_at": deployment.request.at.map(|at| at.to_string()),
        "message": deployment.request.message.map(|message| message.0),
        "people": deployment.doing().map(person).collect::<Vec<_>>(),
        "model": plan.map(|plan| plan.model.word()),
        "starts_on": plan.map(|plan| plan.starts_on.to_string()),
        "ends_on": plan.map(|plan| plan.ends_on.to_string()),
        "review_on": plan.and_then(|plan| plan.review_on).map(|day| day.to_string()),
        "days": {
            "agreed": plan.map(|plan| days(plan.half_days)), "logged": days(logged), "confirmed": days(confirmed),
        },
        "agreement": deployment.agreement,
    })
}

fn person(person: &Deployed) -> Value {
    json!({
        "name": person.name,
        "email": person.email.as_str(),
        "entry": person.entry.as_ref().map(ToString::to_string),
        "home_school": person.home_school,
        "home_urn": person.home_urn,
        "head": { "name": person.head_name, "email": person.head_email.as_ref().map(|email| email.as_str()) },
        "leads": person.leads,
        "days": (person.share > HalfDays::NONE).then(|| days(person.share)),
        "answer": said(person.answer),
        "head_answer": said(person.head_answer),
        "released_at": person.released_at.map(|at| at.to_string()),
    })
}

fn said(answer: Option<bool>) -> Option<&'static str> {
    answer.map(|yes| if yes { "yes" } else { "no" })
}

/// `DEP-2027-0001  active  Oakfield School  Mathematics in Year 4  Priya Nair  2 of 6 days`.
fn line(deployment: &Deployment, visits: &[Visit]) -> String {
    let leader = deployment.leader().map_or("nobody yet", |person| person.name.as_str());
    let (logged, _) = worked(deployment, visits);
    let days = deployment
        .plan
        .as_ref()
        .map(|plan| format!("  {} of {}", logged.decimal(), plan.half_days))
        .unwrap_or_default();
    let urgent = if deployment.request.urgency.is_empty() { "" } else { "  urgent" };
    format!(
        "{}  {:<9}  {:<28}  {:<28}  {leader}{days}{urgent}",
        deployment.number,
        deployment.state.word(),
        deployment.school.name,
        deployment.request.subject
    )
}

/// Everything that is known of one.
fn details(deployment: &Deployment, visits: &[Visit]) -> Value {
    let mut all = summary(deployment, visits);
    let request = &deployment.request;
    let consents = deployment.consents.iter().map(|consent| {
        json!({
            "version": consent.version, "party": consent.party.word(), "name": consent.name,
            "email": consent.email.as_str(), "asked_at": consent.asked_at.to_string(),
            "agreed_at": consent.agreed_at.map(|at| at.to_string()), "message": consent.message.map(|message| message.0),
        })
    });
    let planned = deployment.planned.iter().map(
        |visit| json!({ "email": visit.email.as_str(), "day": visit.day.to_string(), "days": days(visit.half_days) }),
    );
    let logged = visits.iter().filter(|visit| visit.deployment == deployment.number).map(|visit| {
        json!({
            "email": visit.email.as_str(), "name": visit.name, "day": visit.day.to_string(),
            "days": days(visit.half_days), "state": visit.state.word(), "billing": visit.billing.word(),
            "message": visit.message.map(|message| message.0),
        })
    });
    let evaluations = deployment.evaluations.iter().map(|evaluation| {
        json!({
            "point": evaluation.point, "asked_at": evaluation.asked_at.to_string(),
            "came_at": evaluation.came_at.map(|at| at.to_string()), "answers": evaluation.answers,
            "own_words": evaluation.own_words, "message": evaluation.message.map(|message| message.0),
        })
    });
    if let Some(all) = all.as_object_mut() {
        let plan = deployment.plan.as_ref();
        let more = [
            ("need", json!(request.need)),
            ("hoped_for", json!(request.hoped_for)),
            ("wanted_when", json!(request.wanted_when)),
            ("contacts", json!(request.contacts)),
            ("state_because", json!(deployment.state_because)),
            ("end_point", json!(plan.map(|plan| plan.end_point.as_str()))),
            ("lines", json!(plan.map(|plan| plan.lines.as_slice()))),
            ("charging", json!(deployment.charging)),
            ("asked", deployment.people.iter().map(person).collect()),
            ("consents", consents.collect()),
            ("planned", planned.collect()),
            ("evaluations", evaluations.collect()),
            ("visits", logged.collect()),
        ];
        all.extend(more.map(|(key, value)| (key.to_owned(), value)));
    }
    all
}

fn show(place: &Place, deployment: &Deployment, visits: &[Visit]) {
    if place.json {
        print_json(&details(deployment, visits));
        return;
    }
    print(&line(deployment, visits));
    let school = &deployment.school;
    print(&format!("  {}, since {}", deployment.state.in_words(), deployment.state_since));
    print(&format!("  head: {} <{}>", school.head_name, school.head_email));
    if let Some(finance) = &school.finance_email {
        print(&format!("  invoices to: {finance}"));
    }
    let request = &deployment.request;
    let urgent = request.urgency.join("; ");
    for (what, words) in [
        ("need", &request.need),
        ("hoped for", &request.hoped_for),
        ("when", &request.wanted_when),
        ("contacts", &request.contacts),
        ("urgent", &urgent),
    ] {
        if !words.trim().is_empty() {
            print(&format!("  {what}: {}", words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    if let Some(plan) = &deployment.plan {
        print(&format!("  {}, {}", plan.in_words(), plan.model.in_words()));
        if !plan.end_point.is_empty() {
            print(&format!("  end point: {}", plan.end_point));
        }
        plan.lines.iter().for_each(|line| print(&format!("  - {line}")));
    }
    for person in &deployment.people {
        let yes_no = |answer| said(answer).unwrap_or("not answered");
        let left = if person.released_at.is_some() { "; released" } else { "" };
        print(&format!(
            "  {} <{}>, {}: {}; head: {}{left}",
            person.name,
            person.email,
            person.home_school,
            yes_no(person.answer),
            yes_no(person.head_answer)
        ));
    }
    for consent in deployment.present_consents() {
        let when = consent.agreed_at.map_or("not agreed yet".to_owned(), |at| format!("agreed {at}"));
        print(&format!("  agreement {}: {} <{}>: {when}", consent.version, consent.name, consent.email));
    }
    for visit in &deployment.planned {
        print(&format!("  planned: {} {} {}", visit.day, visit.half_days, visit.email));
    }
    for visit in visits.iter().filter(|visit| visit.deployment == deployment.number) {
        print(&format!(
            "  worked: {} {} {}: {}, {}",
            visit.day,
            visit.half_days,
            visit.name,
            visit.state.word(),
            visit.billing.word()
        ));
    }
    for evaluation in &deployment.evaluations {
        let came = evaluation.came_at.map_or("not come yet".to_owned(), |at| format!("came {at}"));
        print(&format!("  evaluation, {}: {came}", evaluation.point));
        for (question, answer) in &evaluation.answers {
            print(&format!("    {question}: {}", answer.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
}
