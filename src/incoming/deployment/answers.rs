//! Answers to proposals and agreements, from those who were asked. A yes counts when it answers our letter, or shows its
//! token, and comes from whom that went to; everything else is a person's (invariant 6).

use super::asking::{self, Who};
use super::words::{self, Said};
use super::{Desk, agreement, ask, school_in_words};
use crate::decision::{Decision, MailKind, Review};
use crate::domain::deployment::{self, Deployed, Deployment, State};
use crate::domain::facts::SentLetter;
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::Arrival;
use crate::incoming::account::{STOLEN, names_bank_account};
use crate::incoming::quoted::they_write;
use crate::letters::deployment::{
    active, agreement as agreement_letter, agreement_chaser, agreement_noted, dropped, end_alert, ended, proposal,
    proposal_chaser, proposal_head, proposal_thanks, released, review,
};
use serde_json::json;

/// What a letter of ours asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Proposal,
    /// Of which version of the agreement.
    Agreement(u32),
}

/// Letters that asked whether somebody would take it on.
const PROPOSALS: [&str; 3] = [proposal::KIND.name, proposal_head::KIND.name, proposal_chaser::KIND.name];
const AGREEMENTS: [&str; 2] = [agreement_letter::KIND.name, agreement_chaser::KIND.name];
/// Letters that ask nothing which a program could read the answer to.
const OTHERS: [&str; 8] = [
    proposal_thanks::KIND.name,
    agreement_noted::KIND.name,
    released::KIND.name,
    active::KIND.name,
    dropped::KIND.name,
    end_alert::KIND.name,
    review::KIND.name,
    ended::KIND.name,
];

fn is_deployment(case: &CaseId) -> bool {
    case.prefix() == deployment::PREFIX
}

/// What a letter asked, if it asked one of the two things.
fn asked_by(letter: &SentLetter) -> Option<(CaseId, Asked)> {
    let case = letter.case.clone().filter(is_deployment)?;
    let name = letter.letter.as_str();
    if PROPOSALS.contains(&name) {
        return Some((case, Asked::Proposal));
    }
    // `deployment-agreement:DEP-2027-0003:1:…`
    let version = letter.purpose.split(':').nth(2).and_then(|version| version.parse().ok());
    AGREEMENTS.contains(&name).then_some(version).flatten().map(|version| (case, Asked::Agreement(version)))
}

/// An answer to a proposal or to an agreement.
pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let letter = arrival.facts.answered.iter().find_map(|letter| Some((letter, asked_by(letter)?)));
    let (case, asked, to) = match letter {
        Some((letter, (ref case, asked))) => (case.clone(), asked, letter.to.clone()),
        None => by_token(arrival, sender)?,
    };
    let deployment = arrival.facts.deployment(&case)?;
    let programme = mail.config.programme(&deployment.programme)?;
    let desk = Desk { config: mail.config, facts: arrival.facts, programme, now: arrival.now };
    let mut decision = Decision::new(MailKind::Commission);
    decision.case = Some(case);
    let said = words::read(&mail.reply);
    decision.facts = json!({
        "deployment": deployment.number.to_string(),
        "answers": match asked { Asked::Proposal => "proposal", Asked::Agreement(_) => "agreement" },
        "says": match said { Said::Yes | Said::YesAndMore => "yes", Said::No => "no", Said::Unclear => "unclear" },
    });
    if mail.denied() || to != *sender {
        decision.because("It answers our letter, and does not come from whom that went to: nothing is counted.");
        let doubt = if mail.denied() {
            format!("{sender}, but our own mail server says that the sender could not be confirmed")
        } else {
            format!("{sender}, while our letter went to {to}")
        };
        let question = format!(
            "An answer about {} has come from {doubt}. I have counted nothing. Is it theirs?{}",
            deployment.number,
            they_write(&mail.reply)
        );
        decision.put(with_answers(ask(deployment, &format!("stranger:{}", mail.message), question), deployment, &to));
        return Some(decision);
    }
    if asked == Asked::Proposal && is_of_somebody_before(deployment, sender, letter.map(|(letter, _)| letter)) {
        decision.because("It answers a proposal of somebody who has been released since: nothing is counted.");
        let now = deployment.leader().map_or("nobody", |leader| leader.name.as_str());
        let question = format!(
            "{sender} answers an earlier proposal of {}; by now it is proposed to {now}. I have counted nothing. Is it meant for that as well?{}",
            deployment.number,
            they_write(&mail.reply)
        );
        decision.put(with_answers(ask(deployment, &format!("earlier:{}", mail.message), question), deployment, &to));
        return Some(decision);
    }
    match asked {
        Asked::Proposal => to_proposal(arrival, &desk, deployment, sender, said, &mut decision),
        Asked::Agreement(version) => to_agreement(arrival, &desk, deployment, sender, version, said, &mut decision),
    }
    Some(decision)
}

/// A token alone says whose deployment it is, and what is asked of them now. Which version was agreed to it does not say.
fn by_token(arrival: &Arrival<'_>, sender: &EmailAddress) -> Option<(CaseId, Asked, EmailAddress)> {
    if !arrival.facts.answered.is_empty() {
        return None;
    }
    let shown = arrival.facts.proven.iter().filter(|(case, reader)| is_deployment(case) && reader == sender);
    shown.into_iter().find_map(|(case, reader)| {
        let deployment = arrival.facts.deployment(case)?;
        let asked = match deployment.state {
            State::Proposed if role(deployment, sender).is_some() => Asked::Proposal,
            State::Agreeing if deployment.agreement == 1 => Asked::Agreement(1),
            State::Requested | State::Proposed | State::Agreeing | State::Active | State::Ended | State::Dropped => {
                return None;
            }
        };
        Some((case.clone(), asked, reader.clone()))
    })
}

/// Whether it may be an answer about somebody who was asked before the present one: our letter is older, or only a token is
/// shown, by somebody who was asked about both.
fn is_of_somebody_before(deployment: &Deployment, sender: &EmailAddress, letter: Option<&SentLetter>) -> bool {
    let Some(leader) = deployment.leader().filter(|_| deployment.state == State::Proposed) else { return false };
    match letter {
        Some(letter) => letter.created_at < leader.asked_at,
        None => deployment.people.iter().any(|person| {
            person.released_at.is_some() && (person.email == *sender || person.head_email.as_ref() == Some(sender))
        }),
    }
}

/// Whose answer an address gives.
fn role<'d>(deployment: &'d Deployment, sender: &EmailAddress) -> Option<(&'d Deployed, Who)> {
    let leader = deployment.leader()?;
    if leader.email == *sender {
        Some((leader, Who::Person))
    } else if leader.head_email.as_ref() == Some(sender) {
        Some((leader, Who::Head))
    } else {
        None
    }
}

/// Answers that stand for what a person makes of the words.
fn with_answers(review: Review, deployment: &Deployment, who: &EmailAddress) -> Review {
    let case = &deployment.number;
    review.may("yes", format!("answer {case} {who} yes")).may("no", format!("answer {case} {who} no"))
}

fn to_proposal(
    arrival: &Arrival<'_>,
    desk: &Desk<'_>,
    deployment: &Deployment,
    sender: &EmailAddress,
    said: Said,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let case = &deployment.number;
    let Some((leader, who)) = role(deployment, sender).filter(|_| deployment.state == State::Proposed) else {
        // What they were asked is settled. Thanks need no answer.
        decision.because("It answers a proposal that is settled: a person reads it.");
        let question = format!(
            "{sender} answers our proposal of {case}, which is {} now.{}",
            deployment.state.in_words(),
            they_write(&mail.reply)
        );
        decision.put(ask(deployment, &format!("late:{}", mail.message), question));
        return;
    };
    let before = match who {
        Who::Person => leader.answer,
        Who::Head => leader.head_answer,
    };
    let name = match who {
        Who::Person => leader.name.clone(),
        Who::Head if leader.head_name.is_empty() => sender.to_string(),
        Who::Head => leader.head_name.clone(),
    };
    let thanks = (mail.thread(), format!("deployment-proposal-thanks:{case}:{}:{}", sender.folded(), mail.message));
    match said {
        Said::Yes | Said::YesAndMore => {
            decision.because(format!("{name} says yes to the proposal."));
            if before == Some(true) {
                decision.because("They had said so before: nothing follows from it.");
            } else {
                asking::answered(desk, deployment, who, true, mail.received_at, Some(thanks), decision);
            }
            if said == Said::YesAndMore {
                decision.put(more(arrival, deployment, &format!("{name} says yes to {case}")));
            }
        }
        Said::No => {
            decision.because(format!("{name} says no to the proposal."));
            asking::answered(desk, deployment, who, false, mail.received_at, Some(thanks), decision);
        }
        Said::Unclear => {
            decision
                .because(format!("{name} answers the proposal, and neither plainly yes nor no: a person reads it."));
            let question = format!(
                "{name} answers our proposal of {case} (“{}” at {}), and I cannot tell whether it is a yes.{}",
                deployment.request.subject,
                school_in_words(deployment),
                they_write(&mail.reply)
            );
            let review = ask(deployment, &format!("answer:{}", mail.message), question);
            decision.put(with_answers(review, deployment, sender).may("other", format!("other {case} …")));
        }
    }
}

/// What stands beside a yes is for a person to read; and a bank account beside it is a reason to be careful.
fn more(arrival: &Arrival<'_>, deployment: &Deployment, who_says: &str) -> Review {
    let reply = &arrival.mail.reply;
    let sender = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    let question = if names_bank_account(reply) {
        format!(
            "Careful: {who_says}, and writes about a bank account. {STOLEN} I have changed nothing but noted the yes.{}",
            they_write(reply)
        )
    } else {
        format!(
            "{who_says}, and {}. The yes is noted, and nothing else. Please see to the rest, and answer {sender} where it needs an answer.{}",
            if reply.contains('?') { "asks something" } else { "says more" },
            they_write(reply)
        )
    };
    ask(deployment, &format!("asks:{}", arrival.mail.message), question)
}

fn to_agreement(
    arrival: &Arrival<'_>,
    desk: &Desk<'_>,
    deployment: &Deployment,
    sender: &EmailAddress,
    version: u32,
    said: Said,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let case = &deployment.number;
    let consent = deployment.present_consents().find(|consent| consent.email == *sender);
    let key = format!("consent:{}:{}:{}", deployment.agreement, sender.folded(), mail.message);
    let Some(consent) = consent.filter(|_| version == deployment.agreement && !deployment.state.is_over()) else {
        decision.because("It answers an agreement that is not the present one: nothing is counted, a person reads it.");
        let question = format!(
            "{sender} answers version {version} of the agreement {case}; {}. I have counted nothing.{}",
            if deployment.state.is_over() {
                format!("the work is {}", deployment.state.in_words())
            } else {
                format!("the present one is version {}", deployment.agreement)
            },
            they_write(&mail.reply)
        );
        decision.put(ask(deployment, &key, question));
        return;
    };
    let name = agreement::name_of(consent);
    match said {
        Said::Yes | Said::YesAndMore => {
            decision.because(format!("{name} agrees to version {version}."));
            if consent.agreed_at.is_some() {
                decision.because("They had agreed before: nothing follows from it.");
            } else {
                let thanks =
                    (mail.thread(), format!("deployment-agreement-noted:{case}:{version}:{}", sender.folded()));
                agreement::agreed(
                    desk,
                    deployment,
                    sender,
                    mail.received_at,
                    Some(mail.message),
                    Some(thanks),
                    decision,
                );
            }
            if said == Said::YesAndMore {
                decision.put(more(arrival, deployment, &format!("{name} agrees to {case}")));
            }
        }
        Said::No | Said::Unclear => {
            let how =
                if said == Said::No { "does not agree to" } else { "answers, and I cannot tell whether they agree to" };
            decision.because(format!("{name} {how} version {version}: a person reads it."));
            let question = format!(
                "{name} {how} the agreement {case} (“{}” at {}).{}",
                deployment.request.subject,
                school_in_words(deployment),
                they_write(&mail.reply)
            );
            let review = ask(deployment, &key, question);
            let review =
                if said == Said::No { review } else { review.may("agrees", format!("answer {case} {sender} yes")) };
            decision
                .put(review.may("change", format!("change {case} …")).may("drop", format!("drop {case} because …")));
        }
    }
}

/// What somebody writes in answer to a letter that asked nothing of this kind, or only told them something: a person's.
pub fn remark(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let ours = |letter: &&SentLetter| {
        OTHERS.contains(&letter.letter.as_str()) && letter.case.as_ref().is_some_and(is_deployment)
    };
    let letter = arrival.facts.answered.iter().find(ours)?;
    let deployment = arrival.facts.deployment(letter.case.as_ref()?)?;
    let mut decision = Decision::new(MailKind::Commission);
    decision.case = Some(deployment.number.clone());
    decision.facts = json!({ "deployment": deployment.number.to_string(), "answers": letter.letter });
    if crate::incoming::visits::is_thanks(&mail.reply) && !mail.denied() {
        decision.because("Thanks, and nothing else.");
        return Some(decision);
    }
    decision.because("It answers a letter of ours about a deployment: a person reads it.");
    let who = deployment.parties().any(|party| party == sender);
    let doubt = match (mail.denied(), who && letter.to == *sender) {
        (true, _) => " (our own mail server could not confirm the sender)",
        (false, true) => "",
        (false, false) => " (who was not written to)",
    };
    let question = format!(
        "{sender}{doubt} answers our letter “{}” about {}, which is {}.{}",
        letter.subject,
        deployment.number,
        deployment.state.in_words(),
        they_write(&mail.reply)
    );
    let review = ask(deployment, &format!("remark:{}", mail.message), question);
    let case = &deployment.number;
    decision.put(match deployment.state {
        State::Active => review.may("change", format!("change {case} …")).may("end", format!("end {case} …")),
        State::Requested | State::Proposed | State::Agreeing | State::Ended | State::Dropped => review,
    });
    Some(decision)
}
