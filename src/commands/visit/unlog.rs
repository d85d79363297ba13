//! `unlog DEP-2027-0001 6 May 2027`: a day is taken back. It stays in the record, and counts no longer.

use super::{day, in_letters, in_words, matter, misunderstood, not_settled, number, settled, who};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, VisitChange};
use crate::domain::civil;
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::visit::{State, sum};
use crate::domain::worked::HalfDays;
use crate::letters::visit::noted::{Row, Total, VisitNoted};
use crate::letters::{Draft, greeting};

pub const COMMAND: Command = Command {
    name: "unlog",
    usage: &["unlog DEP-2027-0001 6 May 2027", "unlog DEP-2027-0001 p.nair@hazelbank.example 6 May 2027"],
    about: "Takes a logged day back. It stays in the record as withdrawn; whoever logged it is told, and the school where it had heard of it.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        if who(&rest)?.1.is_empty() {
            return misunderstood("Which day? Expected, for example, `unlog DEP-2027-0001 6 May 2027`.");
        }
        Ok(Lookup { cases: vec![number], ledger: Ledger { drafts: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (email, rest) = who(&rest)?;
    let matter = matter(order, &number)?;
    let (day, rest) = day(&rest, matter.today)?;
    if !rest.is_empty() {
        return misunderstood(format!("I did not understand `{rest}` after the day."));
    }
    let visit = matter.visit(&order.facts.visits, email.as_ref(), day)?;
    not_settled(order.facts, visit)?;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} took back {}.", order.by, in_words(visit)));
    decision.changes.push(Change::Visit(VisitChange::StateSet {
        visit: visit.id,
        state: State::Withdrawn,
        at: order.now,
        because: format!("taken back by {}", order.by),
    }));
    decision.changes.push(settled(visit, order.by, "the day was taken back"));
    let deployment = matter.deployment;
    let left = order.facts.visits_of(&number).filter(|other| other.id != visit.id);
    let agreed: Option<HalfDays> = deployment.plan.as_ref().map(|plan| plan.half_days);
    let letter = VisitNoted {
        name: greeting(&visit.name),
        by: in_letters(order.by).to_owned(),
        subject: format!("{} has taken back {}", in_letters(order.by), civil::date_in_words(day)),
        off: vec![Row {
            when: civil::date_in_words(day),
            school: deployment.school.name.clone(),
            amount: visit.half_days.to_string(),
            before: String::new(),
        }],
        totals: vec![Total::of(number.to_string(), deployment.school.name.clone(), sum(left), agreed)],
        corrections: vec![format!("I was there on {}", crate::letters::visit::in_short(day))],
        ..VisitNoted::default()
    };
    let purpose = format!("visit-noted:{number}:unlog:{}", visit.id.0);
    decision.letters.push(Draft::new(&letter, visit.email.clone(), &visit.name, purpose).about(&number));
    let school = if visit.told_at.is_some() { " The school, which had heard of it, is told too." } else { "" };
    Ok(Outcome::new(decision, format!("{}: {} is taken back. They are told.{school}", matter.named(), in_words(visit))))
}
