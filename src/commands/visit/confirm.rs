//! `confirm visits DEP-2027-0001`, `confirm day DEP-2027-0001 6 May 2027`: the school has said yes in another way.

use super::{day, in_words, matter, misunderstood, number, refused, settled, who};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, VisitChange};
use crate::domain::facts::Lookup;
use crate::domain::visit::{State, Visit, sum};

pub const VISITS: Command = Command {
    name: "confirm visits",
    usage: &["confirm visits DEP-2027-0001"],
    about: "Confirms every logged day of a deployment that the school has been told of and has not objected to: it has said yes in another way. Nobody is written to.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        rest.nothing_more()?;
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide: visits,
};

pub const DAY: Command = Command {
    name: "confirm day",
    usage: &["confirm day DEP-2027-0001 6 May 2027", "confirm day DEP-2027-0001 p.nair@hazelbank.example 6 May 2027"],
    about: "Confirms one logged day of a deployment.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        if who(&rest)?.1.is_empty() {
            return misunderstood("Which day? Expected, for example, `confirm day DEP-2027-0001 6 May 2027`.");
        }
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide: one,
};

fn confirm(order: &Order<'_>, visit: &Visit, decision: &mut Decision) {
    decision.changes.push(Change::Visit(VisitChange::StateSet {
        visit: visit.id,
        state: State::Confirmed,
        at: order.now,
        because: format!("confirmed by {}", order.by),
    }));
    decision.changes.push(settled(visit, order.by, "confirmed"));
}

fn visits(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, _) = number(order.said)?;
    let matter = matter(order, &number)?;
    let open: Vec<&Visit> = order
        .facts
        .visits_of(&number)
        .filter(|visit| match visit.state {
            State::Logged => visit.told_at.is_some(),
            State::Confirmed | State::Disputed | State::Withdrawn => false,
        })
        .collect();
    if open.is_empty() {
        return refused(format!("No day of {} waits for the school’s word.", matter.named()));
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let total = sum(open.iter().copied());
    decision.because(format!("{} confirmed {total} for the school.", order.by));
    for visit in &open {
        confirm(order, visit, &mut decision);
    }
    for what in ["reply", "unconfirmed", "flags"] {
        decision.changes.push(Change::ReviewsClosed {
            key_begins: format!("visits:{number}:{what}:"),
            by: order.by.to_owned(),
            outcome: "confirmed".to_owned(),
        });
    }
    Ok(Outcome::new(decision, format!("{}: {total} confirmed.", matter.named())))
}

fn one(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (email, rest) = who(&rest)?;
    let matter = matter(order, &number)?;
    let (day, rest) = day(&rest, matter.today)?;
    if !rest.is_empty() {
        return misunderstood(format!("I did not understand `{rest}` after the day."));
    }
    let visit = matter.visit(&order.facts.visits, email.as_ref(), day)?;
    match visit.state {
        State::Logged => {}
        State::Confirmed => return refused(format!("{} is confirmed already.", in_words(visit))),
        State::Disputed => {
            return refused(format!(
                "The school objects to {}: say `uphold day {number} …` or `drop day {number} …`, so that both sides hear.",
                in_words(visit)
            ));
        }
        State::Withdrawn => return refused(format!("{} was taken back.", in_words(visit))),
    }
    let mut decision = Decision { case: Some(number), ..Decision::default() };
    decision.because(format!("{} confirmed {}.", order.by, in_words(visit)));
    confirm(order, visit, &mut decision);
    Ok(Outcome::new(decision, format!("{}: {} is confirmed.", matter.named(), in_words(visit))))
}
