//! An applicant writes that they go no further. Only plain words of the applicant's own are acted upon; whatever could be
//! meant otherwise goes to a person, and a withdrawal by mail can be undone with one command.

mod words;

use super::automatic::about;
use super::{Arrival, rsvp, too_often};
use crate::decision::{Decision, MailKind};
use crate::domain::application::{Application, Withdrawal};
use crate::domain::change::{Change, LetterChange};
use crate::domain::meeting::PREFIX;
use crate::domain::{CaseId, EmailAddress};
use crate::letters::interview::called_off;
use crate::letters::withdrawn::{KIND, Withdrawn};
use serde_json::json;

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if !mail.may_answer() || !mail.forms.is_empty() || !words::withdraws(&mail.reading.mail.subject, &mail.reply) {
        return None;
    }
    // “I must withdraw from Tuesday’s meeting”, in answer to its invitation, is about no application.
    if rsvp::is_about_meeting(arrival) && mail.cases_named().iter().all(|case| case.prefix() == PREFIX) {
        return None;
    }
    let own = theirs(arrival, sender);
    let mut decision = Decision::new(MailKind::Withdrawal);
    let open: Vec<&Application> = own.iter().copied().filter(|a| a.withdrawn.is_none()).collect();
    match (open.as_slice(), own.as_slice()) {
        ([], []) => return of_another(arrival, sender, decision),
        ([], [.., last]) => again(arrival, last, &mut decision),
        ([only], _) => {
            decision.case = Some(only.case.clone());
            decision.facts = json!({ "case": only.case.to_string(), "programme": only.programme.as_str() });
            if only.outcome.as_ref().is_some_and(|outcome| !outcome.is_private()) {
                decision.because("It asks to withdraw, and the outcome has been released: a person looks.");
                ask(
                    arrival,
                    &[only],
                    "wishes to withdraw, and has been told the outcome already. Please write to them",
                    &mut decision,
                );
            } else if mail.denied() {
                decision.because("It asks to withdraw, and our own mail server says that its sender is forged: nothing is changed, a person looks.");
                ask(
                    arrival,
                    &[only],
                    "seems to ask to withdraw, but our mail server doubts that the mail is theirs. Please find out",
                    &mut decision,
                );
            } else {
                withdraw(arrival, only, &mut decision);
            }
        }
        (several, _) => {
            decision.because("It asks to withdraw, and its sender has several applications: a person says which.");
            ask(arrival, several, "wishes to withdraw. Which application is meant?", &mut decision);
        }
    }
    Some(decision)
}

/// The sender's own applications: those that the mail names or answers, where it does.
fn theirs<'a>(arrival: &Arrival<'a>, sender: &EmailAddress) -> Vec<&'a Application> {
    let own: Vec<&Application> = arrival.facts.applications.iter().filter(|a| a.belongs_to(sender)).collect();
    let named = arrival.mail.cases_named();
    let answered: Vec<&CaseId> = arrival.facts.answered.iter().filter_map(|letter| letter.case.as_ref()).collect();
    for meant in [
        own.iter().copied().filter(|a| named.contains(&a.case)).collect::<Vec<_>>(),
        own.iter().copied().filter(|a| answered.contains(&&a.case)).collect(),
    ] {
        if !meant.is_empty() {
            return meant;
        }
    }
    own
}

fn withdraw(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    let mail = arrival.mail;
    let case = &application.case;
    decision.because("The applicant's own address asks to withdraw the application, in plain words: it is withdrawn.");
    let withdrawal = Withdrawal {
        at: mail.received_at,
        by: "the applicant".to_owned(),
        because: format!("asked for it in message {}", mail.message),
    };
    decision.changes.push(Change::Withdrawn { case: case.clone(), withdrawal });
    if let Some(outcome) = &application.outcome {
        let because = "the application was withdrawn".to_owned();
        decision.changes.push(Change::Letter(LetterChange::DroppedFor { purpose: outcome.purpose(case), because }));
        decision.because("The outcome letter that waited is dropped.");
    }
    confirm(arrival, application, decision);
}

/// Withdrawn already; the answer is given once more.
fn again(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    decision.case = Some(application.case.clone());
    decision.because("It asks to withdraw what is withdrawn already: nothing changes.");
    if arrival.repeats(&KIND, &application.case) {
        too_often(arrival, application, decision);
        return;
    }
    confirm(arrival, application, decision);
}

fn confirm(arrival: &Arrival<'_>, application: &Application, decision: &mut Decision) {
    let mail = arrival.mail;
    let Some(programme) = mail.config.programme(&application.programme) else { return };
    let at = application.withdrawn.as_ref().map_or(mail.received_at, |withdrawal| withdrawal.at);
    let purpose = format!("withdrawn:{}:message:{}", application.case, mail.message);
    let mut letter = Withdrawn::draft(programme, application, true, at, purpose).answering(mail.thread());
    if let Some((change, entry)) = called_off(mail.config, programme, application, "the applicant", arrival.now) {
        decision.because("The interview that was set is called off.");
        decision.changes.push(change);
        letter = letter.inviting(entry);
    }
    decision.letters.push(letter);
}

/// Somebody else asks: from another address in answer to a letter of ours, or naming a case.
fn of_another(arrival: &Arrival<'_>, sender: &EmailAddress, mut decision: Decision) -> Option<Decision> {
    let named = arrival.mail.cases_named();
    let to_applicant = |a: &&Application| {
        arrival.facts.answered.iter().any(|letter| letter.case.as_ref() == Some(&a.case) && a.belongs_to(&letter.to))
    };
    let meant: Vec<&Application> = arrival
        .facts
        .applications
        .iter()
        .filter(|a| a.withdrawn.is_none() && (named.contains(&a.case) || to_applicant(a)))
        .collect();
    if meant.is_empty() {
        return None;
    }
    decision
        .because("It asks to withdraw an application, and does not come from the applicant's address: a person looks.");
    let words = format!("may wish to withdraw: {sender} writes so, which is not the address we have. Is it theirs?");
    ask(arrival, &meant, &words, &mut decision);
    Some(decision)
}

/// One question, with a command for each application that may be meant.
fn ask(arrival: &Arrival<'_>, meant: &[&Application], words: &str, decision: &mut Decision) {
    let Some(first) = meant.first() else { return };
    let cases: Vec<String> = meant.iter().map(|a| a.case.to_string()).collect();
    let subject = about(&arrival.mail.reading.mail.subject);
    let question = format!("{} ({}){subject} {words}", first.name, cases.join(", "));
    let question = if question.ends_with('?') { question } else { format!("{question}.") };
    let single = meant.len() == 1;
    let case = single.then_some(&first.case);
    decision.case = case.cloned();
    let key = format!("withdrawal:{}:{}", first.case, arrival.mail.message);
    let mut review = Decision::question(key, question, case);
    for application in meant {
        let verb = if single { "withdraw".to_owned() } else { application.case.to_string() };
        review = review.may(&verb, format!("withdraw {} because they asked for it by mail", application.case));
    }
    decision.put(review);
}
