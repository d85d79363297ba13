//! What a coordinator says of a deployment that came by telephone, or that only a person can say: an answer, another
//! programme, the name of a school, that it ends or does not come about.

use super::clauses::{Reading, tokens};
use super::{lookup, matter, misunderstood, number, refused, urn_of};
use crate::commands::said::Said;
use crate::commands::said::read_past_date;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{State, SupportedSchool};
use crate::domain::facts::Lookup;
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::deployment::asking::{self, Who};
use crate::incoming::deployment::{agreement, settled};
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::dropped::DeploymentDropped;
use crate::letters::deployment::ended::DeploymentEnded;
use crate::letters::{Draft, greeting};

pub const ANSWER: Command = Command {
    name: "answer",
    usage: &["answer DEP-2027-0003 p.nair@hazelbank.example yes", "answer DEP-2027-0003 head@hazelbank.example no"],
    about: "Notes an answer that came another way, or that only a person could read: to a proposal, or to an agreement. It counts as if it had come by mail.",
    lookup: |said, _| Ok(lookup(read_answer(said)?.0)),
    decide: answer,
};

pub const PROGRAMME: Command = Command {
    name: "programme",
    usage: &["programme DEP-2027-0003 lle"],
    about: "Says of which programme a request is, before anybody is asked.",
    lookup: |said, config| {
        let (number, rest) = number(said)?;
        rest.programme(config)?.1.nothing_more()?;
        Ok(lookup(number))
    },
    decide: programme,
};

pub const SCHOOL: Command = Command {
    name: "school",
    usage: &["school DEP-2027-0003 \"Oakfield School\" head Jo Marsh <head@oakfield.example>"],
    about: "Says which school a request is of, who leads it, and where to write to them.",
    lookup: |said, _| {
        let (number, name, ..) = read_school(said)?;
        Ok(Lookup { establishments: vec![name], ..lookup(number) })
    },
    decide: school,
};

pub const END: Command = Command {
    name: "end",
    usage: &["end DEP-2027-0003", "end DEP-2027-0003 on 9 July 2027"],
    about: "Says that a piece of work has ended, today or on a day that has passed. All parties are told, and days that are missing are asked for.",
    lookup: |said, _| Ok(lookup(number(said)?.0)),
    decide: end,
};

fn read_answer(said: &Said<'_>) -> Result<(CaseId, EmailAddress, bool), Refusal> {
    let (number, rest) = number(said)?;
    let (address, rest) = rest.word();
    let Ok(email) = EmailAddress::parse(address) else {
        return misunderstood(format!(
            "Whose answer? Expected an address, as in `answer {number} p.nair@hazelbank.example yes`."
        ));
    };
    match rest.text().to_lowercase().trim_end_matches('.') {
        "yes" | "agrees" | "agreed" => Ok((number, email, true)),
        "no" => Ok((number, email, false)),
        _ => misunderstood(format!("Yes or no? Expected `answer {number} {email} yes`.")),
    }
}

fn answer(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, email, yes) = read_answer(order.said)?;
    let matter = matter(order, &number)?;
    let (deployment, desk) = (matter.deployment, matter.desk(order));
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let word = if yes { "yes" } else { "no" };
    if deployment.present_consents().any(|consent| consent.email == email && consent.agreed_at.is_none())
        && !deployment.state.is_over()
    {
        if !yes {
            return refused(format!(
                "{email} does not agree to {}: `change {number} …` makes another version, `drop {number} because …` gives it up.",
                matter.named()
            ));
        }
        decision.because(format!("{} noted that {email} agrees.", order.by));
        agreement::agreed(&desk, deployment, &email, order.now, order.message, None, &mut decision);
        let done = decision
            .changes
            .iter()
            .any(|change| matches!(change, Change::Deployment(DeploymentChange::StateSet { .. })));
        let follows = if done { " All have agreed, and have the finished agreement." } else { "" };
        return Ok(Outcome::new(decision, format!("{}: {email} agrees.{follows}", matter.named())));
    }
    let leader = deployment.leader().filter(|_| deployment.state == State::Proposed);
    let who = leader.and_then(|leader| {
        let head = (leader.head_email.as_ref() == Some(&email)).then_some(Who::Head);
        if leader.email == email { Some(Who::Person) } else { head }
    });
    let Some(who) = who else {
        return refused(format!("Nothing is asked of {email} about {} now.", matter.named()));
    };
    decision.because(format!("{} noted that {email} says {word}.", order.by));
    asking::answered(&desk, deployment, who, yes, order.now, None, &mut decision);
    Ok(Outcome::new(decision, format!("{}: {email} says {word}.", matter.named())))
}

fn programme(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (programme, _) = rest.programme(order.config)?;
    let matter = matter(order, &number)?;
    if matter.deployment.state != State::Requested {
        return refused(format!("{} is {}: its programme stays.", matter.named(), matter.deployment.state.in_words()));
    }
    if matter.deployment.programme == programme.id {
        return refused(format!("{} is of {} already.", matter.named(), programme.short_name));
    }
    let mut after = matter.deployment.clone();
    after.programme = programme.id.clone();
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} said that it is of {}.", order.by, programme.short_name));
    decision.changes.push(Change::Deployment(DeploymentChange::ProgrammeSet {
        deployment: number.clone(),
        programme: programme.id.clone(),
    }));
    decision.changes.push(settled(&number, "", order.by, "it is of another programme"));
    let desk = crate::incoming::deployment::Desk { programme, ..matter.desk(order) };
    let question = format!("{number} is of {} now.", programme.short_name);
    let email = after.school.head_email.clone();
    decision.put(asking::somebody_else(&desk, &after, &email, question));
    Ok(Outcome::new(
        decision,
        format!("{} is of {} now. Who might be asked comes to you.", matter.named(), programme.short_name),
    ))
}

fn read_school(said: &Said<'_>) -> Result<(CaseId, String, String, EmailAddress), Refusal> {
    let (number, rest) = number(said)?;
    let all = tokens(rest.text());
    let mut reading = Reading::new(&all);
    let Some(name) = reading.quoted().filter(|name| !name.is_empty()) else {
        return misunderstood(format!(
            "Which school? Expected `school {number} \"Oakfield School\" head Jo Marsh <head@oakfield.example>`."
        ));
    };
    if !reading.takes("head") {
        return misunderstood(format!("Who leads {name}? Expected `head Jo Marsh <head@oakfield.example>`."));
    }
    let (head, email) = reading.mailbox(&format!("Who leads {name}?"))?;
    Ok((number, name.to_owned(), head, email))
}

fn school(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, name, head_name, head_email) = read_school(order.said)?;
    let matter = matter(order, &number)?;
    match matter.deployment.state {
        State::Requested | State::Proposed => {}
        State::Agreeing | State::Active | State::Ended | State::Dropped => {
            return refused(format!("{} is {}: its school stays.", matter.named(), matter.deployment.state.in_words()));
        }
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} said which school it is: {name}, led by {head_name}.", order.by));
    let school = SupportedSchool {
        urn: urn_of(order.facts, &name),
        name: name.clone(),
        head_name: head_name.clone(),
        head_email: head_email.clone(),
        ..matter.deployment.school.clone()
    };
    decision.changes.push(Change::Deployment(DeploymentChange::RequestSet {
        deployment: number.clone(),
        school: Box::new(school),
        request: Box::new(matter.deployment.request.clone()),
    }));
    Ok(Outcome::new(decision, format!("{number} is for {name}, led by {head_name} <{head_email}>.")))
}

fn end(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let matter = matter(order, &number)?;
    let deployment = matter.deployment;
    if deployment.state != State::Active {
        return refused(format!(
            "{} is {}: only what is under way can end.",
            matter.named(),
            deployment.state.in_words()
        ));
    }
    let said = rest.text().strip_prefix("on ").unwrap_or(rest.text());
    let on = match said {
        "" => matter.today,
        said => match read_past_date(said, matter.today) {
            Some(day) if day <= matter.today => day,
            Some(day) => {
                return refused(format!(
                    "{} has not come yet; `change {number} from … to …` moves the end.",
                    civil::date_in_words(day)
                ));
            }
            None => return misunderstood(format!("`{said}` is no date, as in `end {number} on 9 July 2027`.")),
        },
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} said that it ended on {}.", order.by, civil::date_in_words(on)));
    decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
        deployment: number.clone(),
        state: State::Ended,
        since: order.now,
        because: format!("ended on {}", civil::date_in_words(on)),
    }));
    decision.changes.push(settled(&number, "", order.by, "it has ended"));
    let worked: HalfDays = order.facts.visits_of(&number).map(|visit| visit.half_days).sum();
    let by = civil::date_in_words(
        order.config.calendar.after(matter.today, order.config.billing.visits.log_within_school_days.max(1)),
    );
    for (email, name, person) in parties(&matter) {
        let letter = DeploymentEnded {
            name: greeting(&name),
            deployment: DeploymentWords::of(deployment, matter.programme),
            person,
            worked: deployment.worked_in_words(worked),
            by: by.clone(),
        };
        let purpose = format!("deployment-ended:{number}:{}", email.folded());
        decision.letters.push(Draft::new(&letter, email, &name, purpose).about(&number));
    }
    Ok(Outcome::new(
        decision,
        format!("{} has ended; {} logged. All parties are told.", matter.named(), deployment.worked_in_words(worked)),
    ))
}

/// Everybody who has a part in it, each once: address, name, and whether they do the work.
fn parties(matter: &super::Matter<'_>) -> Vec<(EmailAddress, String, bool)> {
    let school = &matter.deployment.school;
    let mut all = vec![(school.head_email.clone(), school.head_name.clone(), false)];
    for person in matter.deployment.doing() {
        all.push((person.email.clone(), person.name.clone(), true));
        all.extend(person.head_email.clone().map(|head| (head, person.head_name.clone(), false)));
    }
    let mut seen: Vec<EmailAddress> = vec![];
    all.retain(|(email, ..)| {
        let is_new = !seen.contains(email);
        seen.push(email.clone());
        is_new
    });
    all
}

/// `drop DEP-2027-0003 because …`.
pub fn lookup_dropped(said: &Said<'_>) -> Result<Lookup, Refusal> {
    let (number, rest) = number(said)?;
    let (before, _) = rest.because()?;
    before.nothing_more()?;
    Ok(lookup(number))
}

/// Whether `drop` is said of a deployment, and not of a letter.
pub fn is_deployment(said: &Said<'_>) -> bool {
    number(said).is_ok()
}

/// It does not come about, or does not go on.
pub fn dropped(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (_, because) = rest.because()?;
    let matter = matter(order, &number)?;
    let deployment = matter.deployment;
    if deployment.state.is_over() {
        return matter.refuse_over();
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} dropped it because {because}.", order.by));
    decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
        deployment: number.clone(),
        state: State::Dropped,
        since: order.now,
        because: because.to_owned(),
    }));
    decision.changes.push(settled(&number, "", order.by, "dropped"));
    let head = &deployment.school.head_email;
    for (email, name, _) in parties(&matter) {
        let letter = DeploymentDropped {
            name: greeting(&name),
            deployment: DeploymentWords::of(deployment, matter.programme),
            request: deployment.state != State::Active,
            supported: email == *head,
        };
        let purpose = format!("deployment-dropped:{number}:{}", email.folded());
        decision.letters.push(Draft::new(&letter, email, &name, purpose).about(&number));
    }
    Ok(Outcome::new(
        decision,
        format!("{} is dropped. Whoever knew of it is told; the reason stays with us.", matter.named()),
    ))
}
