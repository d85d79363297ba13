//! The agreement: who is party to it, the paper, and what follows when all have agreed.

use super::{Desk, settled};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::charging::{Charging, Override};
use crate::domain::civil;
use crate::domain::deployment::{Consent, Deployed, Deployment, Party, State};
use crate::domain::listed;
use crate::domain::worked::HalfDays;
use crate::domain::{EmailAddress, MessageNo};
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::active::DeploymentActive;
use crate::letters::deployment::agreement::{DeploymentAgreement, Doer, Paper, Signature};
use crate::letters::deployment::agreement_noted::DeploymentAgreementNoted;
use crate::letters::{Draft, Thread, greeting};
use jiff::Timestamp;
use jiff::civil::Date;

/// Where policy names no reminders.
const DAYS_TO_AGREE: u32 = 5;

/// How the days of a deployment are paid for: policy, with what was agreed otherwise.
///
/// # Errors
/// A sentence about what contradicts itself.
pub fn charging(programme: &Programme, deployment: &Deployment) -> Result<Charging, String> {
    let other = match &deployment.charging {
        Some(text) => serde_json::from_str::<Override>(text)
            .map_err(|_| "what was agreed about the charges cannot be read.".to_owned())?,
        None => Override::default(),
    };
    programme.charging.with(&other).map_err(|wrong| wrong.sentence)
}

/// The parties to an agreement: who, their name and address.
fn parties(deployment: &Deployment) -> Vec<(Party, String, EmailAddress)> {
    let school = &deployment.school;
    let mut parties = vec![(Party::SupportedHead, school.head_name.clone(), school.head_email.clone())];
    if let Some(leader) = deployment.leader() {
        if let Some(head) = leader.head_email.clone().filter(|_| !leader.answers_alone()) {
            parties.push((Party::HomeHead, leader.head_name.clone(), head));
        }
        parties.push((Party::Person, leader.name.clone(), leader.email.clone()));
    }
    parties
}

/// A party's name, or what they are where only the address is known.
pub fn name_of(consent: &Consent) -> String {
    match (consent.name.trim(), consent.party) {
        ("", Party::SupportedHead) => "the supported school’s headteacher".to_owned(),
        ("", Party::HomeHead) => "the home school’s headteacher".to_owned(),
        ("", Party::Person) => consent.email.to_string(),
        (name, _) => name.to_owned(),
    }
}

/// Names of parties, each once.
pub fn names<'c>(consents: impl Iterator<Item = &'c Consent>) -> String {
    let mut names: Vec<String> = consents.map(name_of).collect();
    names.dedup();
    listed(&names)
}

/// A new version goes to all parties.
///
/// # Errors
/// A sentence about what is missing for it.
pub fn send(
    desk: &Desk<'_>,
    deployment: &Deployment,
    changes: &[String],
    decision: &mut Decision,
) -> Result<(), String> {
    let case = &deployment.number;
    let charging = charging(desk.programme, deployment)?;
    let days = deployment.plan.as_ref().map_or(HalfDays::NONE, |plan| plan.half_days);
    let rate = charging.in_words_of(days).map_err(|e| format!("{e}."))?;
    let version = deployment.agreement.saturating_add(1);
    let consents: Vec<Consent> = parties(deployment)
        .into_iter()
        .map(|(party, name, email)| Consent {
            version,
            party,
            name,
            email,
            asked_at: desk.now,
            agreed_at: None,
            chased: 0,
            message: None,
        })
        .collect();
    let mut after = deployment.clone();
    after.agreement = version;
    after.consents.extend(consents.iter().cloned());
    let days = desk.config.billing.agreements.chasers.last().copied().unwrap_or(DAYS_TO_AGREE);
    let by = desk.config.calendar.after(desk.today(), days);
    let paper = paper(desk, &after, Some(by))?;
    let mut written: Vec<&EmailAddress> = vec![];
    for consent in &consents {
        if written.contains(&&consent.email) {
            continue;
        }
        written.push(&consent.email);
        let letter = DeploymentAgreement {
            name: greeting(&consent.name),
            deployment: DeploymentWords::of(&after, desk.programme),
            changes: changes.to_vec(),
            rate: rate.clone(),
            others: names(consents.iter().filter(|other| other.email != consent.email)),
            by: civil::date_in_words(by),
        };
        let purpose = format!("deployment-agreement:{case}:{version}:{}", consent.email.folded());
        let draft = Draft::new(&letter, consent.email.clone(), &consent.name, purpose);
        decision.letters.push(draft.about(case).enclosing(paper.clone().enclosure()));
    }
    decision.changes.push(Change::Deployment(DeploymentChange::AgreementSent {
        deployment: case.clone(),
        version,
        consents,
    }));
    // Work that is under way goes on while a change of it is agreed.
    if deployment.state != State::Active {
        decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
            deployment: case.clone(),
            state: State::Agreeing,
            since: desk.now,
            because: format!("version {version} of the agreement is with the parties"),
        }));
    }
    decision.changes.push(settled(case, "plan", "the clerk", "the agreement is with the parties"));
    Ok(())
}

/// The agreement as it stands.
///
/// # Errors
/// A sentence about what is missing for it.
pub fn paper(desk: &Desk<'_>, deployment: &Deployment, reply_by: Option<Date>) -> Result<Paper, String> {
    let Some(plan) = &deployment.plan else { return Err("no days are agreed yet.".to_owned()) };
    let Some(leader) = deployment.leader() else { return Err("nobody leads it yet.".to_owned()) };
    let charging = charging(desk.programme, deployment)?;
    let school = &deployment.school;
    let shared = deployment.doing().any(|person| person.share > HalfDays::NONE);
    let doer = |person: &Deployed| Doer {
        name: person.name.clone(),
        role: if person.entry.is_some() { desk.programme.role.clone() } else { String::new() },
        home_school: person.home_school.clone(),
        home_head: person.head_name.clone(),
        half_days: shared.then(|| super::candidates::share(deployment, person)),
    };
    let zone = &desk.programme.window.zone;
    let signature = |consent: &Consent| Signature {
        party: match consent.party {
            Party::SupportedHead => "Headteacher of the supported school".to_owned(),
            Party::HomeHead => "Headteacher of the home school".to_owned(),
            Party::Person => desk.programme.role.clone(),
        },
        name: name_of(consent),
        school: match consent.party {
            Party::SupportedHead => school.name.clone(),
            Party::HomeHead | Party::Person => leader.home_school.clone(),
        },
        agreed_on: consent.agreed_at.map(|at| zone.date(at)),
    };
    let asked = deployment.present_consents().map(|consent| consent.asked_at).min();
    Ok(Paper {
        date: zone.date(asked.unwrap_or(desk.now)),
        case: deployment.number.to_string(),
        version: deployment.agreement,
        subject: deployment.request.subject.clone(),
        school: school.name.clone(),
        school_head: school.head_name.clone(),
        doers: deployment.doing().map(doer).collect(),
        need: deployment.request.need.clone(),
        hoped_for: deployment.request.hoped_for.clone(),
        plan: plan.clone(),
        rate: charging.in_words_of(plan.half_days).map_err(|e| format!("{e}."))?,
        terms: charging.terms(&school.name, &leader.home_school),
        signatures: deployment.present_consents().map(signature).collect(),
        reply_by,
    })
}

/// Somebody agrees to the present version, however they said it. `thanks`: the mail that they said it by.
pub fn agreed(
    desk: &Desk<'_>,
    deployment: &Deployment,
    email: &EmailAddress,
    at: Timestamp,
    message: Option<MessageNo>,
    thanks: Option<(Thread, String)>,
    decision: &mut Decision,
) {
    let case = &deployment.number;
    let mut after = deployment.clone();
    let version = deployment.agreement;
    let theirs =
        |consent: &&mut Consent| consent.version == version && consent.email == *email && consent.agreed_at.is_none();
    let mut name = String::new();
    for consent in after.consents.iter_mut().filter(theirs) {
        consent.agreed_at = Some(at);
        consent.message = message;
        name.clone_from(&consent.name);
        decision.changes.push(Change::Deployment(DeploymentChange::Agreed {
            deployment: case.clone(),
            version,
            party: consent.party,
            email: email.clone(),
            at,
            message,
        }));
    }
    decision.changes.push(settled(
        case,
        &format!("consent:{version}:{}", email.folded()),
        "the clerk",
        "they have agreed",
    ));
    if after.is_agreed() {
        return all_agreed(desk, &after, decision);
    }
    let Some((thread, purpose)) = thanks else { return };
    let letter = DeploymentAgreementNoted {
        name: greeting(&name),
        deployment: DeploymentWords::of(&after, desk.programme),
        received: civil::stamp_in_words(desk.programme.window.zone.civil(at)),
        waits_for: names(after.present_consents().filter(|consent| consent.agreed_at.is_none())),
    };
    let draft = Draft::new(&letter, email.clone(), &name, purpose);
    decision.letters.push(draft.about(case).answering(thread));
}

/// All have agreed: the work is under way, and everybody has the paper that says so.
fn all_agreed(desk: &Desk<'_>, deployment: &Deployment, decision: &mut Decision) {
    let case = &deployment.number;
    decision.because("All parties have agreed.");
    if deployment.state != State::Active {
        decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
            deployment: case.clone(),
            state: State::Active,
            since: desk.now,
            because: "all parties have agreed".to_owned(),
        }));
    }
    let paper = paper(desk, deployment, None);
    if let Err(why) = &paper {
        decision.because(format!("The agreement cannot be written: {why}"));
    }
    let school = &deployment.school;
    let mut readers: Vec<(&EmailAddress, &str, bool, bool)> = vec![];
    let parties = deployment.present_consents().map(|consent| {
        (&consent.email, consent.name.as_str(), consent.party == Party::Person, consent.party == Party::SupportedHead)
    });
    let helpers = deployment
        .doing()
        .filter(|person| !person.leads)
        .map(|person| (&person.email, person.name.as_str(), true, false));
    for reader in parties.chain(helpers) {
        if !readers.iter().any(|(email, ..)| *email == reader.0) {
            readers.push(reader);
        }
    }
    for (email, name, person, supported) in readers {
        let letter = DeploymentActive {
            name: greeting(name),
            deployment: DeploymentWords::of(deployment, desk.programme),
            version: deployment.agreement,
            person,
            supported,
            head_name: greeting(&school.head_name),
            head_email: school.head_email.to_string(),
        };
        let purpose = format!("deployment-active:{case}:{}:{}", deployment.agreement, email.folded());
        let mut draft = Draft::new(&letter, email.clone(), name, purpose).about(case);
        if let Ok(paper) = &paper {
            draft = draft.enclosing(paper.clone().enclosure());
        }
        decision.letters.push(draft);
    }
}
