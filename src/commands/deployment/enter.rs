//! `deployment sle "Oakfield School" head Jo Marsh <head@oakfield.example> by … "Mathematics in Year 4" 6 days from … to …`:
//! work that is agreed already, on paper or before the clerk began.

use super::clauses::{self, Reading, Terms, tokens};
use super::{deployed, entry, helpers, misunderstood, plan, refused, standing, urn_of};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::{self, Deployment, Request, State, SupportedSchool};
use crate::domain::facts::Lookup;
use crate::domain::schools::folded;
use crate::domain::{CaseId, EmailAddress, ProgrammeId};

pub const COMMAND: Command = Command {
    name: "deployment",
    usage: &[
        "deployment sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example \"Mathematics in Year 4\" 6 days from 6 May 2027 to 16 July 2027",
        "deployment sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> by REG-2027-0003 \"Phonics\" 2 days from 6 May 2027 to 16 July 2027 model diagnostic finance bursar@oakfield.example order number PO 123",
    ],
    about: "Enters work that is agreed already, on paper or before the clerk began: the supported school and its head, who does it, what it is about, and how many days when. It is active at once, and no letter goes out. `model` is spread, block, diagnostic, full-time or placement; `finance` is where invoices go; `with NAME <address> 2 days` gives part of the days to somebody else of the home school.",
    lookup,
    decide,
};

struct Wish {
    programme: ProgrammeId,
    school: String,
    head_name: String,
    head_email: EmailAddress,
    by: String,
    subject: String,
    terms: Terms,
}

fn read(said: &Said<'_>, config: &Config) -> Result<Wish, Refusal> {
    let (programme, rest) = said.programme(config)?;
    let all = tokens(rest.text());
    let mut reading = Reading::new(&all);
    let Some(school) = reading.quoted().filter(|name| !name.is_empty()) else {
        return misunderstood(
            "Which school is supported? Expected its name in quotation marks, as in `deployment sle \"Oakfield School\" head …`.",
        );
    };
    if !reading.takes("head") {
        return misunderstood(format!("Who leads {school}? Expected `head Jo Marsh <head@oakfield.example>`."));
    }
    let (head_name, head_email) = reading.mailbox(&format!("Who leads {school}?"))?;
    if !reading.takes("by") {
        return misunderstood("Who does it? Expected `by p.nair@hazelbank.example`, or a number of the register.");
    }
    let by = reading.words_until(&[]);
    let Some(subject) = reading.quoted().filter(|words| !words.is_empty() && !by.is_empty()) else {
        return misunderstood(
            "What is it about? Expected, after `by` and who does it, a few words in quotation marks, as in `\"Mathematics in Year 4\"`.",
        );
    };
    Ok(Wish {
        programme: programme.id.clone(),
        school: school.to_owned(),
        head_name,
        head_email,
        by,
        subject: subject.to_owned(),
        terms: clauses::terms(&mut reading)?,
    })
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let wish = read(said, config)?;
    let Some((starts, _)) = wish.terms.dates else {
        return misunderstood("From when to when? Expected, for example, `6 days from 6 May 2027 to 16 July 2027`.");
    };
    // The number is of the year in which it is entered, which the words do not say.
    let years = (-1..=super::MOST_YEARS + 1).map(|by| starts.year().saturating_add(by));
    Ok(Lookup {
        numbers: years.map(|year| (deployment::PREFIX.to_owned(), year)).collect(),
        people: true,
        deployments: true,
        programmes: vec![wish.programme],
        establishments: vec![wish.school],
        ..Lookup::default()
    })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said, order.config)?;
    let Some(programme) = order.config.programme(&wish.programme) else {
        return refused(format!("The programme {} is not configured.", wish.programme));
    };
    super::is_for_schools(programme)?;
    super::may_help(programme, &wish.terms)?;
    let today = programme.window.zone.date(order.now);
    let plan = plan(&wish.terms, None, &order.config.calendar)?;
    let (person, number) = entry(order.facts, programme, &wish.by)?;
    if folded(&person.school) == folded(&wish.school) {
        return refused(format!(
            "{} is at {} already: nobody is deployed to their own school.",
            person.name, wish.school
        ));
    }
    if person.ended_on.is_some_and(|ended| ended < plan.starts_on) {
        return refused(format!("The {} of {} had ended by then.", programme.words.noun, person.name));
    }
    let same = |known: &&Deployment| {
        !known.state.is_over()
            && folded(&known.school.name) == folded(&wish.school)
            && known.request.subject.to_lowercase() == wish.subject.to_lowercase()
            && known.person(&person.email).is_some()
    };
    if let Some(known) = order.facts.deployments.iter().find(same) {
        return refused(format!(
            "{} does “{}” at {} already: {}.",
            person.name, wish.subject, wish.school, known.number
        ));
    }
    let Some(next) = order.facts.next_numbers.get(&(deployment::PREFIX.to_owned(), today.year())).copied() else {
        return refused("The year of this work could not be made out: is it more than a year old, or far ahead?");
    };
    let mut leader = deployed(order.facts, programme, person, number, order.now);
    (leader.answer, leader.head_answer) = (Some(true), Some(true));
    let mut people = vec![leader.clone()];
    people.extend(helpers(&leader, &wish.terms, order.now));
    let mut deployment = Deployment {
        number: CaseId::new(deployment::PREFIX, today.year(), next),
        programme: programme.id.clone(),
        school: SupportedSchool {
            urn: urn_of(order.facts, &wish.school),
            name: wish.school,
            head_name: wish.head_name,
            head_email: wish.head_email,
            finance_email: wish.terms.finance.clone(),
            po_number: wish.terms.po_number.clone().unwrap_or_default(),
        },
        request: Request { subject: wish.subject, at: Some(order.now), ..Request::default() },
        state: State::Active,
        state_since: order.now,
        state_because: format!("entered by {}", order.by),
        plan: Some(plan.clone()),
        charging: None,
        agreement: 0,
        review_asked: None,
        end_told: None,
        people,
        consents: vec![],
        planned: vec![],
        evaluations: vec![],
    };
    let mut decision = Decision { case: Some(deployment.number.clone()), ..Decision::default() };
    let what = format!(
        "{} ({}) at {}, “{}”, {}",
        leader.name,
        leader.home_school,
        deployment.school.name,
        deployment.request.subject,
        plan.in_words()
    );
    decision.because(format!("{} entered work that was agreed before: {what}.", order.by));
    decision.changes.push(Change::Deployment(DeploymentChange::Requested { deployment: Box::new(deployment.clone()) }));
    super::charge(&mut deployment, programme, &wish.terms, &mut decision)?;
    let mut answer = format!("{} is under way: {what}. No letter goes out.", deployment.number);
    if leader.head_email.is_none() {
        answer.push_str(&format!(
            " I know no head’s address for {}; `head {} NAME <address>` tells me.",
            leader.home_school, deployment.number
        ));
    }
    for doubt in standing(person).into_iter().chain(super::doubts(&plan, programme, &order.config.calendar)) {
        answer.push_str(&format!(" {doubt}"));
    }
    Ok(Outcome::new(decision, answer))
}
