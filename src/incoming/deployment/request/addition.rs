//! What is said further about a request, in answer to our letter about it.

use super::super::{ask, settled};
use super::read::{Asked, MOST_NEED, UNNAMED, in_words, looks_like_school, on_form};
use super::school::{school_of, urn_of};
use super::{Heard, acknowledge, asks, put, request_of};
use crate::decision::{Decision, MailKind};
use crate::domain::EmailAddress;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::{Deployment, State};
use crate::incoming::quoted::they_write;
use crate::incoming::{Arrival, heads};
use crate::letters::deployment::commission_received::KIND as RECEIVED;

/// More about a request, in answer to our letter about it.
pub fn addition(arrival: &Arrival<'_>, sender: &EmailAddress) -> Option<Decision> {
    let mail = arrival.mail;
    let letter = arrival.facts.answered.iter().find(|letter| letter.letter == RECEIVED.name)?;
    let deployment = arrival.facts.deployment(letter.case.as_ref()?)?;
    let mut decision = Decision::new(MailKind::Commission);
    decision.case = Some(deployment.number.clone());
    if letter.to != *sender || mail.denied() || deployment.state.is_over() {
        decision.because("It answers our letter about a request, and does not come from whom that went to, or the request is over: a person reads it.");
        let question = format!(
            "{sender}{} answers our letter about {}, which is {}. I have changed nothing.{}",
            if mail.denied() { ", whom our own mail server could not confirm," } else { "" },
            deployment.number,
            deployment.state.in_words(),
            they_write(&mail.reply)
        );
        decision.put(ask(deployment, &format!("stranger:{}", mail.message), question));
        return Some(decision);
    }
    let asked = on_form(mail).unwrap_or_else(|| Asked { subject: String::new(), ..in_words(mail) });
    if asked.need.trim().is_empty() || crate::incoming::visits::is_thanks(&mail.reply) && !asked.on_form {
        decision.because("Thanks, and nothing else.");
        return Some(decision);
    }
    let asks_only = asks::only_asks(&mail.reply);
    if !asked.on_form && (asks::takes_back(&mail.reply) || asks_only) {
        decision.because("It asks something, or takes something back: a person reads it, and nothing is changed.");
        let question = format!(
            "{sender} answers our letter about the request {} (“{}” at {}).{} I have changed nothing. Please answer.",
            deployment.number,
            deployment.request.subject,
            super::super::school_in_words(deployment),
            they_write(&mail.reply)
        );
        let review = ask(deployment, &format!("follow-up:{}", mail.message), question);
        decision.put(review.may("drop", format!("drop {} because …", deployment.number)));
        return Some(decision);
    }
    add(arrival, deployment, &asked, &mut decision);
    if !asked.on_form && mail.reply.contains('?') {
        let question = format!(
            "{sender} says more about the request {}, and asks something. Please answer them.{}",
            deployment.number,
            they_write(&mail.reply)
        );
        decision.put(ask(deployment, &format!("asks:{}", mail.message), question));
    }
    Some(decision)
}

/// What is said further is added to what was said before; nothing that was said is lost.
pub fn add(arrival: &Arrival<'_>, deployment: &Deployment, asked: &Asked, decision: &mut Decision) {
    let mail = arrival.mail;
    let Some(programme) = mail.config.programme(&deployment.programme) else { return };
    let Some(sender) = mail.sender() else { return };
    decision.case = Some(deployment.number.clone());
    decision.because("More is said about a request: it is added.");
    let mut after = deployment.clone();
    let filled = |old: &mut String, new: &str| {
        if old.is_empty() {
            new.clone_into(old);
        }
    };
    let (more, is_head) = school_of(arrival, sender, asked);
    // “Oakfield School” alone answers what the school is called.
    let line = mail
        .reply
        .lines()
        .map(str::trim)
        .find(|line| heads::school(arrival.facts, line, None).is_some() || looks_like_school(line));
    filled(&mut after.school.name, &asked.school);
    filled(&mut after.school.name, line.unwrap_or(""));
    if after.school.name != deployment.school.name {
        after.school.urn = more.urn.or_else(|| urn_of(arrival.facts, &after.school.name));
    }
    filled(&mut after.school.head_name, &asked.head_name);
    after.school.finance_email = after.school.finance_email.or_else(|| asked.finance_email.clone());
    let request = &mut after.request;
    let further = request_of(arrival, programme, asked);
    if request.subject == UNNAMED && further.subject != UNNAMED {
        request.subject.clone_from(&further.subject);
    }
    request.need = format!("{}\n{}", request.need, further.need).trim().chars().take(MOST_NEED).collect();
    filled(&mut request.hoped_for, &further.hoped_for);
    filled(&mut request.wanted_when, &further.wanted_when);
    filled(&mut request.contacts, &further.contacts);
    for urgency in further.urgency {
        if !request.urgency.contains(&urgency) {
            request.urgency.push(urgency);
        }
    }
    decision.changes.push(Change::Deployment(DeploymentChange::RequestSet {
        deployment: after.number.clone(),
        school: Box::new(after.school.clone()),
        request: Box::new(after.request.clone()),
    }));
    // What is missing was asked for once; a person sees what is missing still.
    acknowledge(arrival, programme, &after, is_head, vec![], true, decision);
    match after.state {
        State::Requested => {
            decision.changes.push(settled(&after.number, "request:", "the clerk", "more was said about it"));
            let further = Some([deployment.request.need.as_str(), asked.need.as_str()]);
            let heard = Heard { from_head: is_head, guessed: false, missing: &[], further };
            put(arrival, programme, &after, &heard, decision);
        }
        State::Proposed | State::Agreeing | State::Active | State::Ended | State::Dropped => {
            let question = format!(
                "{sender} says more about the request {}, which is {} by now.{}",
                after.number,
                after.state.in_words(),
                they_write(&mail.reply)
            );
            decision.put(ask(&after, &format!("more:{}", mail.message), question));
        }
    }
}
