//! What coordinators say about references: whether one counts, and whom to ask instead.
//!
//! `accept reference SLE-2027-0014 headteacher` · `set aside reference …` · `ask SLE-2027-0014 headteacher at head@…`

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::programme::How;
use crate::config::{Config, Programme, Referees};
use crate::decision::Decision;
use crate::domain::application::Application;
use crate::domain::change::{Change, ReferenceChange};
use crate::domain::facts::Lookup;
use crate::domain::reference::{Reference, ReferenceKind, Standing};
use crate::domain::window::Window;
use crate::domain::{CaseId, EmailAddress, civil};
use crate::incoming::reference::arrived_letter;
use crate::incoming::reference::ask::{self, Planned};

pub const ACCEPT: Command = Command {
    name: "accept reference",
    usage: &["accept reference SLE-2027-0014 headteacher"],
    about: "Counts a reference that waited for you. The applicant is told that it has come, never what it says.",
    lookup,
    decide: accept,
};

pub const SET_ASIDE: Command = Command {
    name: "set aside reference",
    usage: &["set aside reference SLE-2027-0014 headteacher"],
    about: "Leaves a reference that waited for you out of account. It stays on record, and the referee is chased again.",
    lookup,
    decide: set_aside,
};

pub const ASK: Command = Command {
    name: "ask",
    usage: &["ask SLE-2027-0014 headteacher at head@hazelbank.example"],
    about: "Asks for a reference at another address than the applicant gave.",
    lookup: lookup_asked,
    decide: ask_again,
};

/// `SLE-2027-0014 headteacher`, and what follows.
fn parts<'a>(said: &Said<'a>) -> Result<(CaseId, ReferenceKind, Said<'a>), Refusal> {
    let (case, rest) = said.case()?;
    let (word, rest) = rest.word();
    match ReferenceKind::read(word) {
        Some(kind) => Ok((case, kind, rest)),
        None => {
            let known: Vec<&str> = ReferenceKind::ALL.iter().map(|kind| kind.word()).collect();
            Err(Refusal::Misunderstood(format!("Whose reference? Expected one of: {}.", known.join(", "))))
        }
    }
}

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    let (case, _, rest) = parts(said)?;
    if !rest.is_empty() {
        return Err(Refusal::Misunderstood(format!("I did not understand `{}`.", rest.text())));
    }
    Ok(Lookup { cases: vec![case], ..Lookup::default() })
}

/// Everything that a command about a reference needs.
struct Matter<'a> {
    application: &'a Application,
    window: &'a Window,
    programme: &'a Programme,
    referees: &'a Referees,
}

fn matter<'a>(order: &Order<'a>, case: &CaseId, kind: ReferenceKind) -> Result<Matter<'a>, Refusal> {
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(application) = order.facts.application(case) else { return refuse(format!("There is no case {case}.")) };
    if application.withdrawn.is_some() {
        return refuse(format!("{} has withdrawn {case}.", application.name));
    }
    let (Some(window), Some(programme)) =
        (order.facts.window_of(application), order.config.programme(&application.programme))
    else {
        return refuse(format!("{case} belongs to no round yet."));
    };
    match programme.references.iter().find(|referees| referees.kind() == kind) {
        Some(referees) => Ok(Matter { application, window, programme, referees }),
        None => refuse(format!("{} asks for no {}.", programme.short_name, kind.label())),
    }
}

fn waiting<'a>(matter: &Matter<'a>) -> Result<&'a Reference, Refusal> {
    let kind = matter.referees.kind();
    let found = matter.application.references.iter().rfind(|r| r.kind == kind && r.standing == Standing::Waits);
    found.ok_or_else(|| {
        Refusal::Refused(format!(
            "No {} of {} ({}) waits for you.",
            kind.label(),
            matter.application.name,
            matter.application.case
        ))
    })
}

/// Rules upon the reference that waits, and closes the question about it.
fn ruled(order: &Order<'_>, matter: &Matter<'_>, standing: Standing) -> Result<Decision, Refusal> {
    let (case, kind) = (&matter.application.case, matter.referees.kind());
    let reference = waiting(matter)?;
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    let verdict = match standing {
        Standing::Counts => "counts",
        Standing::SetAside | Standing::Waits => "is left out of account",
    };
    decision.because(format!("{} said that the {} {verdict}.", order.by, kind.label()));
    decision.changes.push(Change::Reference(ReferenceChange::Ruled {
        case: case.clone(),
        kind,
        message: reference.message,
        standing,
    }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("reference:{case}:{}:", kind.word()),
        by: order.by.to_owned(),
        outcome: verdict.to_owned(),
    });
    Ok(decision)
}

fn accept(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, kind, _) = parts(order.said)?;
    let matter = matter(order, &case, kind)?;
    let mut decision = ruled(order, &matter, Standing::Counts)?;
    let message = waiting(&matter)?.message;
    let letter =
        arrived_letter(matter.programme, matter.application, matter.window, matter.referees, &message.to_string());
    let told = if letter.is_some() {
        format!(" {} is told that it has come.", matter.application.name)
    } else {
        String::new()
    };
    decision.letters.extend(letter);
    let answer = format!("The {} of {} ({case}) counts.{told}", kind.label(), matter.application.name);
    Ok(Outcome::new(decision, answer))
}

fn set_aside(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, kind, _) = parts(order.said)?;
    let matter = matter(order, &case, kind)?;
    let decision = ruled(order, &matter, Standing::SetAside)?;
    let answer = format!(
        "That {} of {} ({case}) is left out of account, and kept on record. Nobody is told.",
        kind.label(),
        matter.application.name
    );
    Ok(Outcome::new(decision, answer))
}

/// The address after `at`.
fn address(rest: &Said<'_>) -> Result<EmailAddress, Refusal> {
    let given = rest.after("at").unwrap_or(*rest);
    EmailAddress::parse(given.text()).map_err(|e| Refusal::Misunderstood(format!("{e}.")))
}

fn lookup_asked(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    let (case, _, rest) = parts(said)?;
    address(&rest)?;
    Ok(Lookup { cases: vec![case], ..Lookup::default() })
}

fn ask_again(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (case, kind, rest) = parts(order.said)?;
    let email = address(&rest)?;
    let matter = matter(order, &case, kind)?;
    if matter.application.belongs_to(&email) {
        return Err(Refusal::Refused(format!("{email} is the applicant’s own address.")));
    }
    let named = ask::named(matter.programme, matter.application, Some(matter.window), kind);
    let before = matter.application.request(kind);
    let planned = Planned {
        kind,
        name: named.map(|(name, _)| name).unwrap_or_default(),
        email: email.clone(),
        round: before.map_or(1, |request| request.round.saturating_add(1)),
        in_form: matter.referees.policy.how == How::InForm,
        due: ask::due(matter.referees, matter.window, &order.config.calendar),
        own_address: false,
    };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} gave the address.", order.by));
    ask::ask_one(matter.programme, matter.application, matter.window, &planned, order.now, &mut decision);
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("referee-address:{case}:{}", kind.word()),
        by: order.by.to_owned(),
        outcome: "asked at another address".to_owned(),
    });
    let answer = format!(
        "{email} is asked for the {} of {} ({case}), due {}.",
        kind.label(),
        matter.application.name,
        civil::moment_in_words(planned.due)
    );
    Ok(Outcome::new(decision, answer))
}
