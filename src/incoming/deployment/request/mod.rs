//! A school asks for support: on our form, or in plain words. Anybody may ask; nothing is promised to whom we do not know as
//! the head of a school, and a person sees every request.

mod addition;
pub mod asks;
mod read;
mod school;

use super::{Desk, ask, with_candidates};
use crate::config::{Config, Programme};
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{self, Deployment, Request, State};
use crate::domain::facts::Lookup;
use crate::domain::listed;
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::quoted::{in_short, they_write};
use crate::incoming::{Arrival, Prepared, enquiry};
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::commission_form::{self, CommissionForm};
use crate::letters::deployment::commission_received::{CommissionReceived, KIND as RECEIVED};
use crate::letters::{Draft, Enclosure, greeting};
use read::{Asked, UNNAMED, in_words, missing, on_form, subject_of};
use school::{head_of, programme_of, school_of};
use serde_json::json;

/// Within how many school days a school hears from us again.
const DAYS_TO_HEAR: u32 = 10;

/// What the record must be asked about a mail that may be a request, besides what every mail is looked up by. Whatever
/// names a deployment may lead to the question who else could do it.
pub fn lookup(mail: &Prepared<'_>, lookup: &mut Lookup) {
    let names_one = lookup
        .cases
        .iter()
        .chain(lookup.tokens.iter().map(|(case, _)| case))
        .any(|case| case.prefix() == deployment::PREFIX);
    let form = on_form(mail);
    // Whoever answers the letter that says how to ask, asks.
    let invited = mail.reading.mail.is_reply() && mail.reading.mail.subject.contains(commission_form::SUBJECT);
    let about = || asks::about(&mail.reading.mail.subject, &mail.reply).is_some() || is_urgent(mail);
    if !mail.may_answer() || !(names_one || invited || form.is_some() || about()) {
        return;
    }
    lookup.people = true;
    lookup.deployments = true;
    lookup.home_schools = true;
    lookup.establishments.extend(form.map(|form| form.school).filter(|school| !school.is_empty()));
    lookup.numbers.push((deployment::PREFIX.to_owned(), mail.config.zone().date(mail.received_at).year()));
}

/// Programmes of which schools may ask for people.
fn programmes(config: &Config) -> impl Iterator<Item = &Programme> {
    config.programmes.values().filter(|programme| programme.deployments.enabled)
}

/// In plain words.
pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if !mail.may_answer() || programmes(mail.config).next().is_none() {
        return None;
    }
    // What names an invoice or an application is about that.
    if names_another_case(mail) {
        return None;
    }
    // In plain words: an answer to a letter of ours is a conversation, unless that letter said how to ask.
    let invited = arrival.facts.answered.iter().any(|letter| letter.letter == commission_form::KIND.name);
    if (!arrival.facts.answered.is_empty() && !invited) || !mail.forms.is_empty() {
        return None;
    }
    let designated = arrival.facts.register.iter().any(|entry| entry.email == *sender && !entry.status.is_end());
    let is_head = head_of(arrival.facts, sender).is_some()
        || arrival.facts.deployments.iter().any(|deployment| deployment.school.head_email == *sender);
    // Whoever gives support and writes of it does not ask for it, unless they lead a school.
    let applies = arrival.facts.applications.iter().any(|application| application.belongs_to(sender));
    if (designated || applies) && !is_head {
        return None;
    }
    match asks::about(&mail.reading.mail.subject, &mail.reply) {
        // What we could not name is a person's to read: “help with our e-mail” is no area of expertise.
        Some(asks::About::Request) if !invited && !names_expertise(mail) => None,
        // Whom we do not know must say more: strangers ask for many things, and applicants for others.
        Some(asks::About::Request)
            if !is_head && !invited && !asks::names_an_area(&mail.reading.mail.subject, &mail.reply) =>
        {
            None
        }
        Some(asks::About::Request) => Some(requested(arrival, sender, in_words(mail))),
        Some(asks::About::Perhaps) if !invited => None,
        Some(asks::About::Perhaps) => Some(requested(arrival, sender, in_words(mail))),
        Some(asks::About::Question) => Some(told_how(arrival, sender)),
        None if invited && !mail.reply.trim().is_empty() => Some(requested(arrival, sender, in_words(mail))),
        None => None,
    }
}

fn names_another_case(mail: &Prepared<'_>) -> bool {
    mail.cases_named().iter().any(|case| case.prefix() != deployment::PREFIX)
}

/// Whether it names an area of expertise of a programme, or one of its people by what they are.
fn names_expertise(mail: &Prepared<'_>) -> bool {
    let asked = in_words(mail);
    let text = format!("{} {}", asked.subject, asked.need);
    programmes(mail.config).any(|programme| !super::candidates::areas(programme, &text).is_empty())
        || asks::names_an_area(&asked.subject, &asked.need)
}

/// Whether it says that something is urgent, and is not plainly about another matter.
fn is_urgent(mail: &Prepared<'_>) -> bool {
    let text = format!("{} {}", mail.reading.mail.subject, mail.reply);
    !mail.config.billing.commission.found(&text).is_empty() && !asks::is_another_matter(&text)
}

/// A head whom we know may be asking for support: a person says whether it is so.
pub fn perhaps(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let may_ask = asks::about(&mail.reading.mail.subject, &mail.reply).is_some() || is_urgent(mail);
    let elsewhere = !arrival.facts.answered.is_empty() || names_another_case(mail);
    if !mail.may_answer() || mail.denied() || elsewhere || !may_ask {
        return None;
    }
    let asked = in_words(mail);
    let (school, is_head) = school_of(arrival, sender, &asked);
    let (programme, _) = programme_of(arrival, &format!("{} {}", asked.subject, asked.need))?;
    if !is_head {
        return None;
    }
    let mut decision = Decision::new(MailKind::Other);
    decision.because("It comes from the head of a school and may ask for support: a person says whether it does.");
    let urgent = if is_urgent(mail) { " It may be URGENT." } else { "" };
    let question = format!(
        "{} of {} ({sender}) may be asking for support.{urgent}{} If so, “request” opens it, and brings you those who might be asked. Please write them a line either way: I have not.",
        school.head_name,
        school.name,
        they_write(&mail.reply)
    );
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '“', '”'], "’");
    let command = format!(
        "commission {} \"{}\" head {} <{sender}> \"{}\" need \"{}\"",
        programme.id,
        plain(&school.name),
        plain(&school.head_name).replace(['<', '>'], ""),
        plain(&subject_of(programme, &asked)),
        plain(&asked.need)
    );
    decision.put(
        Decision::question(format!("commission:perhaps:{}", mail.message), question, None).may("request", command),
    );
    Some(decision)
}

/// Our form, or more about a request that was made before.
pub fn on_its_form(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if !mail.may_answer() || programmes(mail.config).next().is_none() {
        return None;
    }
    addition::addition(arrival, sender).or_else(|| Some(requested(arrival, sender, on_form(mail)?)))
}

/// Somebody asks what support there is: how to ask for it.
fn told_how(arrival: &Arrival<'_>, sender: &EmailAddress) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Enquiry);
    decision.because("It asks what support a school can have: it is told how to ask for it.");
    let had = arrival.facts.recent.iter().filter(|letter| letter.letter == commission_form::KIND.name).count();
    if had >= 2 {
        decision.because("They have been told twice this week: a person reads it.");
        decision.ask(
            format!("commission-form:{}", mail.message),
            format!("{sender} asks again about support for a school. Please answer.{}", they_write(&mail.reply)),
            None,
        );
        return decision;
    }
    let text = format!("{} {}", mail.reading.mail.subject, mail.reply);
    let named = programmes(mail.config)
        .find(|programme| enquiry::is_named(programme, &format!(" {} ", enquiry::folded(&text))));
    let steps = named.or_else(|| programmes(mail.config).next()).map(|programme| programme.booklet.steps.clone());
    let form = mail.config.office_forms.commission.as_ref();
    let letter =
        CommissionForm { name: greeting(mail.sender_name()), steps: steps.unwrap_or_default(), form: form.is_some() };
    let purpose = format!("commission-form:message:{}", mail.message);
    let mut draft = Draft::new(&letter, sender.clone(), mail.sender_name(), purpose).answering(mail.thread());
    if let Some(form) = form {
        draft = draft.enclosing(Enclosure::OfficeForm { form: form.definition.id.clone(), known: vec![] });
    }
    decision.letters.push(draft);
    decision
}

fn request_of(arrival: &Arrival<'_>, programme: &Programme, asked: &Asked) -> Request {
    let mail = arrival.mail;
    let all = format!("{} {} {} {}", asked.subject, asked.need, asked.hoped_for, asked.circumstances);
    let need = match asked.circumstances.as_str() {
        "" => asked.need.clone(),
        circumstances => format!("{}\n{circumstances}", asked.need).trim().to_owned(),
    };
    Request {
        subject: subject_of(programme, asked),
        need,
        hoped_for: asked.hoped_for.clone(),
        wanted_when: asked.wanted_when.clone(),
        contacts: asked.contacts.clone(),
        urgency: mail.config.billing.commission.found(&all),
        message: Some(mail.message),
        at: Some(mail.received_at),
    }
}

/// A new request.
fn requested(arrival: &Arrival<'_>, sender: &EmailAddress, asked: Asked) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Commission);
    decision.because(if asked.on_form {
        "It is our form for asking for support."
    } else {
        "It asks for support for a school."
    });
    if mail.denied() {
        decision.because("Our own mail server says that the sender is forged: nothing is opened, a person looks.");
        let question = format!(
            "A request for support seems to come from {sender}, but our own mail server says that the sender could not be confirmed. I have opened nothing and answered nobody. Please find out.{}",
            they_write(&mail.reply)
        );
        decision.ask(format!("commission:{}", mail.message), question, None);
        return decision;
    }
    let text = format!("{} {} {}", asked.subject, asked.need, asked.hoped_for);
    let year = mail.config.zone().date(mail.received_at).year();
    let next = arrival.facts.next_numbers.get(&(deployment::PREFIX.to_owned(), year)).copied();
    let Some(((programme, guessed), next)) = programme_of(arrival, &text).zip(next) else {
        decision.because("It could not be opened from what the record was asked: a person does it.");
        let question = format!(
            "{sender} asks for support for a school. Please enter it with `commission`, which opens it.{}",
            they_write(&mail.reply)
        );
        decision.ask(format!("commission:{}", mail.message), question, None);
        return decision;
    };
    let (school, is_head) = school_of(arrival, sender, &asked);
    let request = request_of(arrival, programme, &asked);
    let same = |known: &&Deployment| {
        known.state == State::Requested
            && known.school.head_email == school.head_email
            && known.request.subject.to_lowercase() == request.subject.to_lowercase()
    };
    if let Some(known) = arrival.facts.deployments.iter().find(same) {
        decision.because(format!("The same school has asked for this already: it is added to {}.", known.number));
        addition::add(arrival, known, &asked, &mut decision);
        return decision;
    }
    let deployment = Deployment {
        number: CaseId::new(deployment::PREFIX, year, next),
        programme: programme.id.clone(),
        school,
        request,
        state: State::Requested,
        state_since: arrival.now,
        state_because: "asked for by mail".to_owned(),
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
    decision.case = Some(deployment.number.clone());
    decision.because(format!("It is {} from now on, of {}.", deployment.number, programme.short_name));
    decision.changes.push(Change::Deployment(DeploymentChange::Requested { deployment: Box::new(deployment.clone()) }));
    let missing = missing(&deployment, asked.on_form);
    acknowledge(arrival, programme, &deployment, is_head, missing.clone(), false, &mut decision);
    let heard = Heard { from_head: is_head, guessed, missing: &missing, further: None };
    put(arrival, programme, &deployment, &heard, &mut decision);
    decision
}

/// Whoever asked is told that it is here, what happens next, and what is missing.
fn acknowledge(
    arrival: &Arrival<'_>,
    programme: &Programme,
    deployment: &Deployment,
    known: bool,
    missing: Vec<String>,
    again: bool,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let Some(sender) = mail.sender() else { return };
    if arrival.repeats(&RECEIVED, &deployment.number) {
        decision.because("The same has been answered twice today: nothing is said.");
        return;
    }
    let calendar = &mail.config.calendar;
    let today = programme.window.zone.date(arrival.now);
    let letter = CommissionReceived {
        name: greeting(mail.sender_name()),
        deployment: DeploymentWords::of(deployment, programme),
        about: if deployment.request.subject == UNNAMED { String::new() } else { deployment.request.subject.clone() },
        again,
        known,
        missing,
        by: civil::date_in_words(calendar.after(today, DAYS_TO_HEAR)),
    };
    let purpose = format!("commission-received:{}:{}", deployment.number, mail.message);
    let draft = Draft::new(&letter, sender.clone(), mail.sender_name(), purpose);
    decision.letters.push(draft.about(&deployment.number).answering(mail.thread()));
}

/// What the coordinator should know of how a request came.
struct Heard<'a> {
    /// From the head of a school that we know.
    from_head: bool,
    /// Which programme it is for is a guess.
    guessed: bool,
    missing: &'a [String],
    /// What was said of a request before, and what has been said further.
    further: Option<[&'a str; 2]>,
}

/// The coordinator's question, with the short list.
fn put(
    arrival: &Arrival<'_>,
    programme: &Programme,
    deployment: &Deployment,
    heard: &Heard<'_>,
    decision: &mut Decision,
) {
    let Heard { from_head: is_head, guessed, missing, further } = *heard;
    let sender = arrival.mail.sender().map(ToString::to_string).unwrap_or_default();
    let config = arrival.mail.config;
    let desk = Desk { config, facts: arrival.facts, programme, now: arrival.now };
    let request = &deployment.request;
    let urgent: Vec<String> =
        request.urgency.iter().filter_map(|id| config.billing.commission.name(id)).map(str::to_owned).collect();
    let urgent = if urgent.is_empty() { String::new() } else { format!(" URGENT: {}.", listed(&urgent)) };
    let stranger = if is_head {
        String::new()
    } else {
        format!(" It does not come from the address of a head that I know ({sender}): I have promised nothing.")
    };
    // What “you” hope is what they hope, to somebody else.
    let of_them =
        |phrase: &String| phrase.replace("your ", "their ").replace("you are", "they are").replace("you ", "they ");
    let of_them: Vec<String> = missing.iter().map(of_them).collect();
    let asked_back =
        if missing.is_empty() { String::new() } else { format!(" I have asked for {}.", listed(&of_them)) };
    let question = format!(
        "{} {} support with “{}” ({}).{urgent}{stranger}{}{asked_back}",
        super::school_in_words(deployment),
        if further.is_some() { "says more about its request for" } else { "asks for" },
        request.subject,
        deployment.number,
        match further {
            None => they_write(&request.need),
            Some([before, further]) => format!("{} Before that: “{}”", they_write(further), in_short(before)),
        }
    );
    let mut review =
        with_candidates(&desk, deployment, ask(deployment, &format!("request:{}", arrival.mail.message), question));
    if !is_head {
        review = review.may("school", format!("school {} …", deployment.number));
    }
    if guessed {
        review.question = format!("{} I took it for {}.", review.question, programme.short_name);
        for other in programmes(config).filter(|other| other.id != programme.id) {
            review = review.may(other.id.as_str(), format!("programme {} {}", deployment.number, other.id));
        }
    }
    let facts = json!({
        "deployment": deployment.number.to_string(),
        "programme": programme.id.as_str(),
        "school": deployment.school.name,
        "subject": request.subject,
        "urgency": request.urgency,
        "missing": missing,
        "known_head": is_head,
    });
    decision.facts = facts;
    decision.put(review);
}
