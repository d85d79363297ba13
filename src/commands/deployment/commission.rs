//! `commission sle "Oakfield School" head Jo Marsh <head@oakfield.example> "Mathematics in Year 4"`: a request that came by
//! telephone.

use super::clauses::{Reading, tokens};
use super::{is_for_schools, misunderstood, refused, urn_of};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::{self, Deployment, Request, State, SupportedSchool};
use crate::domain::facts::Lookup;
use crate::domain::{CaseId, EmailAddress, ProgrammeId};
use crate::incoming::deployment::{Desk, asking};

pub const COMMAND: Command = Command {
    name: "commission",
    usage: &[
        "commission sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> \"Mathematics in Year 4\"",
        "commission sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> \"Mathematics in Year 4\" need \"Results have fallen; they are below the floor standard\"",
    ],
    about: "Enters a request for support that came by telephone: the school and its head, what it is about, and the need. You get the list of those who might be asked.",
    lookup,
    decide,
};

struct Wish {
    programme: ProgrammeId,
    school: String,
    head_name: String,
    head_email: EmailAddress,
    subject: String,
    need: String,
}

fn read(said: &Said<'_>, config: &Config) -> Result<Wish, Refusal> {
    let (programme, rest) = said.programme(config)?;
    let all = tokens(rest.text());
    let mut reading = Reading::new(&all);
    let Some(school) = reading.quoted().filter(|name| !name.is_empty()) else {
        return misunderstood(
            "Which school asks? Expected its name in quotation marks, as in `commission sle \"Oakfield School\" head …`.",
        );
    };
    if !reading.takes("head") {
        return misunderstood(format!("Who leads {school}? Expected `head Jo Marsh <head@oakfield.example>`."));
    }
    let (head_name, head_email) = reading.mailbox(&format!("Who leads {school}?"))?;
    let Some(subject) = reading.quoted().filter(|words| !words.is_empty()) else {
        return misunderstood(
            "What is it about? Expected a few words in quotation marks, as in `\"Mathematics in Year 4\"`.",
        );
    };
    let need = if reading.takes("need") { reading.quoted().unwrap_or("") } else { "" };
    if reading.next().is_some() {
        return misunderstood(
            "I did not understand the end of that. Expected, after what it is about, nothing or `need \"…\"`.",
        );
    }
    Ok(Wish {
        programme: programme.id.clone(),
        school: school.to_owned(),
        head_name,
        head_email,
        subject: subject.to_owned(),
        need: need.to_owned(),
    })
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let wish = read(said, config)?;
    // Which year it is the words do not say.
    let numbers = (2020..2100).map(|year| (deployment::PREFIX.to_owned(), year)).collect();
    Ok(Lookup {
        numbers,
        people: true,
        deployments: true,
        home_schools: true,
        establishments: vec![wish.school],
        ..Lookup::default()
    })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said, order.config)?;
    let Some(programme) = order.config.programme(&wish.programme) else {
        return refused(format!("The programme {} is not configured.", wish.programme));
    };
    is_for_schools(programme)?;
    let today = programme.window.zone.date(order.now);
    let Some(next) = order.facts.next_numbers.get(&(deployment::PREFIX.to_owned(), today.year())).copied() else {
        return refused("No number could be drawn for this year.");
    };
    let urgency = order.config.billing.commission.found(&format!("{} {}", wish.subject, wish.need));
    let deployment = Deployment {
        number: CaseId::new(deployment::PREFIX, today.year(), next),
        programme: programme.id.clone(),
        school: SupportedSchool {
            urn: urn_of(order.facts, &wish.school),
            name: wish.school,
            head_name: wish.head_name,
            head_email: wish.head_email.clone(),
            finance_email: None,
            po_number: String::new(),
        },
        request: Request { subject: wish.subject, need: wish.need, urgency, at: Some(order.now), ..Request::default() },
        state: State::Requested,
        state_since: order.now,
        state_because: format!("entered by {}", order.by),
        plan: None,
        charging: None,
        agreement: 0,
        review_asked: None,
        end_told: None,
        people: vec![],
        consents: vec![],
        planned: vec![],
        evaluations: vec![],
    };
    let mut decision = Decision { case: Some(deployment.number.clone()), ..Decision::default() };
    let named = format!("{} (“{}” at {})", deployment.number, deployment.request.subject, deployment.school.name);
    decision.because(format!("{} entered a request: {named}.", order.by));
    decision.changes.push(Change::Deployment(DeploymentChange::Requested { deployment: Box::new(deployment.clone()) }));
    let desk = Desk { config: order.config, facts: order.facts, programme, now: order.now };
    let question = format!("{named} waits for somebody to do it.");
    decision.put(asking::somebody_else(&desk, &deployment, &wish.head_email, question));
    Ok(Outcome::new(decision, format!("{named} is noted. Who might be asked comes to you; no letter goes out.")))
}
