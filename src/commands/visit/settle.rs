//! `uphold day DEP-2027-0001 6 May 2027`, `drop day …`: a person has settled what the school objected to, or what was flagged.

use super::{Matter, day, in_words, matter, misunderstood, not_settled, number, refused, settled, who};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, VisitChange};
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::visit::{State, Visit};
use crate::letters::outcome::sentence;
use crate::letters::visit::settled::VisitSettled;
use crate::letters::visit::{DayWords, WorkWords};
use crate::letters::{Draft, greeting};

pub const UPHOLD: Command = Command {
    name: "uphold day",
    usage: &[
        "uphold day DEP-2027-0001 6 May 2027",
        "uphold day DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 because the visitors’ book shows it",
    ],
    about: "Decides that a day to which the school objected stands as it was logged: it is confirmed. The school and whoever was there are told, with your reason.",
    lookup: |said, _| lookup(said),
    decide: |order| decide(order, true),
};

pub const DROP: Command = Command {
    name: "drop day",
    usage: &[
        "drop day DEP-2027-0001 6 May 2027",
        "drop day DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 because it was a training day",
    ],
    about: "Decides that a day does not count: one to which the school objected, or one that you were asked to look at. Whoever was there is told, with your reason; and the school, where it had objected or heard of it.",
    lookup: |said, _| lookup(said),
    decide: |order| decide(order, false),
};

fn lookup(said: &Said<'_>) -> Result<Lookup, Refusal> {
    let (number, rest) = number(said)?;
    if who(&rest)?.1.is_empty() {
        return misunderstood("Which day? Expected, for example, `uphold day DEP-2027-0001 6 May 2027`.");
    }
    Ok(Lookup { cases: vec![number], ledger: Ledger { drafts: true, ..Ledger::default() }, ..Lookup::default() })
}

/// The reason, where one is given, and what stands before it.
fn reason<'s>(said: &Said<'s>) -> (Said<'s>, &'s str) {
    let text = said.text();
    match text.to_ascii_lowercase().find(" because ") {
        Some(at) => (Said::new(text.get(..at).unwrap_or("")), text.get(at + " because ".len()..).unwrap_or("").trim()),
        None => (*said, ""),
    }
}

fn decide(order: &Order<'_>, stands: bool) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (email, rest) = who(&rest)?;
    let (rest, because) = reason(&rest);
    let matter = matter(order, &number)?;
    let (day, rest) = day(&rest, matter.today)?;
    if !rest.is_empty() {
        return misunderstood(format!("I did not understand `{rest}` after the day. A reason follows `because`."));
    }
    let visit = matter.visit(&order.facts.visits, email.as_ref(), day)?;
    let disputed = match visit.state {
        State::Disputed => true,
        State::Logged | State::Confirmed | State::Withdrawn => false,
    };
    if stands && !disputed {
        return refused(format!("The school has not objected to {}.", in_words(visit)));
    }
    not_settled(order.facts, visit)?;
    let (state, verdict) = if stands { (State::Confirmed, "stands") } else { (State::Withdrawn, "does not count") };
    let mut decision = Decision { case: Some(number), ..Decision::default() };
    decision.because(format!(
        "{} decided that {} {verdict}{}.",
        order.by,
        in_words(visit),
        if because.is_empty() { String::new() } else { format!(", because {because}") }
    ));
    decision.changes.push(Change::Visit(VisitChange::StateSet {
        visit: visit.id,
        state,
        at: order.now,
        because: if because.is_empty() {
            format!("decided by {}", order.by)
        } else {
            format!("{because} ({})", order.by)
        },
    }));
    decision.changes.push(settled(visit, order.by, verdict));
    let told = letters(&matter, visit, stands, disputed, because, &mut decision);
    if disputed {
        // The school has it from this letter: the daily one need not say it again.
        decision.changes.push(Change::Visit(VisitChange::Told { visits: vec![visit.id], at: order.now }));
    }
    Ok(Outcome::new(decision, format!("{}: {} {verdict}. {told}", matter.named(), in_words(visit))))
}

/// The school where it had objected, and whoever was there.
fn letters(
    matter: &Matter<'_>,
    visit: &Visit,
    stands: bool,
    disputed: bool,
    because: &str,
    decision: &mut Decision,
) -> &'static str {
    let deployment = matter.deployment;
    let school = &deployment.school;
    let letter = |name: &str, head: bool| VisitSettled {
        name: greeting(name),
        work: WorkWords::of(deployment),
        day: DayWords::of(visit),
        head,
        disputed,
        stands,
        because: sentence(because),
    };
    let purpose = |to: &str| format!("visit-settled:{}:{}:{to}:{stands}", deployment.number, visit.id.0);
    let own = Draft::new(&letter(&visit.name, false), visit.email.clone(), &visit.name, purpose("person"));
    decision.letters.push(own.about(&deployment.number));
    if !disputed {
        return "They are told.";
    }
    let head =
        Draft::new(&letter(&school.head_name, true), school.head_email.clone(), &school.head_name, purpose("head"));
    decision.letters.push(head.about(&deployment.number));
    "Both sides are told."
}
