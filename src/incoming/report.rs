//! The report of a project: a mail with a file from its holder, in answer to a letter of ours or with its token.
//!
//! It is filed and acknowledged, and a person reads it. What the holder writes without a file goes to a person, too: another
//! date is theirs to agree. The number of a project alone proves nothing (invariant 6).

use super::Arrival;
use super::enquiry::folded;
use super::found::shown_name;
use crate::config::Programme;
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, ProjectChange};
use crate::domain::facts::SentLetter;
use crate::domain::project::{self, Project, Step};
use crate::incoming::quoted::they_write;
use crate::letters::project::report::ProjectReport;
use crate::letters::project::{DueWords, ProjectWords};
use crate::letters::{Draft, greeting, words};
use serde_json::json;

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    if let Some(project) = proven(arrival) {
        let programme = mail.config.programme(&project.holder.programme)?;
        return Some(about(arrival, project, programme));
    }
    // The holder's own words with the number, and nothing that proves them; or the number in a stranger's mail.
    let named = mail.cases_named();
    let project = arrival.facts.projects.iter().find(|project| named.contains(&project.number))?;
    let mut decision = Decision::new(MailKind::Report);
    let had = |letter: &&SentLetter| letter.case.as_ref() == Some(&project.number) && letter.to == *sender;
    let key = format!("project:{}:other:{}", project.number, mail.message);
    let question = if arrival.facts.answered.iter().any(|letter| had(&letter)) {
        decision.because("It answers our letter about a project and does not come from its holder: a person reads it.");
        decision.case = Some(project.number.clone());
        format!(
            "{sender}, who had our letter about the project {} of {}, has answered it.{} What shall be said?",
            project.number,
            project.holder.name,
            they_write(&mail.reply)
        )
    } else {
        decision.because("It names a project, and neither answers our letter nor shows its token: a person looks.");
        let own = *sender == project.holder.email;
        format!(
            "A mail from {sender}, {}, names the project {} of {} and does not answer a letter of ours. I have filed nothing. Please look at it, and let them answer our letter if it is a report.",
            if own { "the address of its holder" } else { "another address than its holder’s" },
            project.number,
            project.holder.name
        )
    };
    decision.ask(key, question, decision.case.clone().as_ref());
    Some(decision)
}

/// The project that its holder writes about, where a letter of ours or its token shows that it is they.
fn proven<'a>(arrival: &Arrival<'a>) -> Option<&'a Project> {
    let sender = arrival.mail.sender()?;
    let answered = arrival.facts.answered.iter().filter(|letter| letter.to == *sender);
    let by_letter = answered.filter_map(|letter| letter.case.as_ref());
    let by_token = arrival.facts.proven.iter().filter(|(_, reader)| reader == sender).map(|(case, _)| case);
    by_letter
        .chain(by_token)
        .filter(|case| case.prefix() == project::PREFIX)
        .filter_map(|case| arrival.facts.project(case))
        .find(|project| project.holder.email == *sender)
}

/// The files that may be a report: not the logos of a signature, and nothing empty.
fn files(arrival: &Arrival<'_>) -> Vec<String> {
    let attachments = arrival.mail.reading.attachments.iter();
    attachments.filter(|file| !file.inline && file.size > 0).map(|file| shown_name(&file.name)).collect()
}

fn about(arrival: &Arrival<'_>, project: &Project, programme: &Programme) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Report);
    decision.case = Some(project.number.clone());
    decision.because(format!("It is about the project {}, and comes from its holder.", project.number));
    let files = files(arrival);
    decision.facts = json!({ "project": project.number.to_string(), "files": files.len(), "step": null });
    let key = format!("project:{}:{}", project.number, mail.message);
    let (number, name) = (&project.number, &project.holder.name);
    if mail.denied() {
        decision.because("Our own mail server says that the sender is forged: nothing is filed, a person looks.");
        let question = format!(
            "A mail about the project {number} seems to come from {name}, but our own mail server says that the sender could not be confirmed. I have filed nothing. Please find out."
        );
        decision.ask(key, question, Some(number));
        return decision;
    }
    if files.is_empty() {
        decision.because("It encloses no report: a person reads it.");
        let question = format!(
            "{name} writes about the project {number} (“{}”) and encloses no report.{} What shall be said?",
            project.title,
            they_write(&mail.reply)
        );
        let mut review = Decision::question(key, question, Some(number));
        if project.is_open() {
            review = review
                .may("extend", format!("extend project {number} …"))
                .may("drop", format!("drop project {number} …"));
        }
        decision.put(review);
        return decision;
    }
    match meant(arrival, project) {
        Some(step) => file(arrival, project, programme, step, files, &mut decision),
        None => {
            decision.because("Nothing is awaited for it any more: a person looks.");
            let question = format!(
                "{name} sent {} for the project {number}, for which nothing is awaited: it is {}. Please look at it and answer.",
                crate::domain::listed(&files),
                project.state().in_words()
            );
            decision.ask(key, question, Some(number));
        }
    }
    decision
}

/// Which report it is: the one that its words or the name of its file say, the one that the answered letter asked for, the
/// next that is awaited, or else a better one of what came last.
fn meant<'a>(arrival: &Arrival<'_>, project: &'a Project) -> Option<&'a Step> {
    if !project.is_open() {
        return None;
    }
    let mail = arrival.mail;
    let names: Vec<&str> = mail.reading.attachments.iter().map(|file| file.name.as_str()).collect();
    let said = format!(" {} {} ", folded(&mail.reply), folded(&names.join(" ")));
    let not_accepted = || project.steps.iter().filter(|step| step.accepted_on.is_none());
    let mut by_words = not_accepted().filter(|step| said.contains(&format!(" {} ", folded(&step.name))));
    let only_named = by_words.next().filter(|_| by_words.next().is_none());
    // `project-reminder:PRJ-2027-0001:final:…`
    let asked = || {
        let of = |step: &&Step| {
            let part = format!(":{}:{}:", project.number, step.id);
            arrival.facts.answered.iter().any(|letter| letter.purpose.contains(&part))
        };
        not_accepted().find(of)
    };
    only_named
        .or_else(asked)
        .or_else(|| project.awaited().next())
        .or_else(|| project.steps.iter().rfind(|step| step.waits_for_a_word()))
}

/// Files a report, acknowledges it, and asks a person to read it.
fn file(
    arrival: &Arrival<'_>,
    project: &Project,
    programme: &Programme,
    step: &Step,
    files: Vec<String>,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let (number, holder) = (&project.number, &project.holder);
    decision.facts = json!({ "project": number.to_string(), "files": files.len(), "step": step.id });
    let again = step.report.is_some();
    decision.because(format!("It is filed as the {}.", step.name));
    decision.changes.push(Change::Project(ProjectChange::ReportCame {
        project: number.clone(),
        step: step.id.clone(),
        message: mail.message,
        at: mail.received_at,
    }));
    // What was asked about this step is settled by it.
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("project:{number}:{}:", step.id),
        by: "clerk".to_owned(),
        outcome: "a report has come".to_owned(),
    });
    let late = programme.window.zone.date(mail.received_at) > step.due;
    let question = format!(
        "The {} of {} for the project {number} (“{}”) has come{}: {}, in message {}.{} Is it good?",
        step.name,
        holder.name,
        project.title,
        if again { " again, in place of the one before" } else { "" },
        crate::domain::listed(&files),
        mail.message,
        if late { " It came after its day." } else { "" }
    );
    let review =
        Decision::question(format!("project:{number}:{}:report:{}", step.id, mail.message), question, Some(number))
            .may("accept", format!("accept project {number}"))
            .may("ask more", format!("ask more {number} because …"));
    decision.put(review);
    let mut after = project.clone();
    for known in after.steps.iter_mut().filter(|known| known.id == step.id) {
        known.report = Some(project::Report { message: mail.message, received_at: mail.received_at });
    }
    let letter = ProjectReport {
        name: greeting(&holder.name),
        project: ProjectWords::of(&after, programme),
        what: step.name.clone(),
        received: words::stamp(programme, mail.received_at),
        files,
        again,
        // Before its final report nothing of it is over.
        next: after.awaited().next().filter(|_| !project.is_final(step)).map(DueWords::of),
    };
    let purpose = format!("project-report:{number}:{}:message:{}", step.id, mail.message);
    let draft = Draft::new(&letter, holder.email.clone(), &holder.name, purpose);
    decision.letters.push(draft.about(number).answering(mail.thread()));
}
