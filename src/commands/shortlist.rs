//! `shortlist SLE-2027-0014, SLE-2027-0015`: whom the panel will see. A person says so; no score does.

use super::appointing::{cases, eligible};
use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, PanelChange};
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "shortlist",
    usage: &["shortlist SLE-2027-0014, SLE-2027-0015", "shortlist SLE-2027-0016 because the form's last page was lost"],
    about: "Puts applications on the shortlist. Withdrawn and late ones are refused; an incomplete one needs a reason. Nobody is written to.",
    lookup,
    decide,
};

/// The cases, and the reason where one is given.
fn read<'a>(said: &Said<'a>) -> Result<(Vec<CaseId>, Option<&'a str>), Refusal> {
    let (list, reason) = match said.because() {
        Ok((before, reason)) => (before, Some(reason)),
        Err(_) => (*said, None),
    };
    let (cases, unknown) = cases(list.text());
    match unknown.first() {
        Some(word) => {
            Err(Refusal::Misunderstood(format!("`{word}` is no case number. Expected `shortlist SLE-2027-0014, …`.")))
        }
        None if cases.is_empty() => Err(Refusal::Misunderstood("Whom? Expected `shortlist SLE-2027-0014, …`.".into())),
        None => Ok((cases, reason)),
    }
}

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    Ok(Lookup { cases: read(said)?.0, ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (cases, reason) = read(order.said)?;
    let mut decision = Decision { case: cases.first().cloned(), ..Decision::default() };
    let (mut put, mut already, mut refused) = (vec![], vec![], vec![]);
    for case in &cases {
        match eligible(order, case, reason.is_some()) {
            Ok((application, _)) if application.shortlisted => already.push(case.to_string()),
            Ok((application, _)) => {
                put.push(format!("{case} ({})", application.name));
                decision
                    .changes
                    .push(Change::Panel(PanelChange::Shortlisted { case: case.clone(), by: order.by.to_owned() }));
            }
            Err(why) => refused.push(why),
        }
    }
    // All or none: half a list is easily taken for the whole.
    if !refused.is_empty() {
        return Err(Refusal::Refused(format!("Nobody was put on the shortlist. {}", refused.join(" "))));
    }
    let mut answer = if put.is_empty() {
        "They are on the shortlist already.".to_owned()
    } else {
        format!("On the shortlist: {}. Nobody has been written to; `interview CASE …` invites.", put.join(", "))
    };
    if !already.is_empty() && !put.is_empty() {
        answer.push_str(&format!(" On it already: {}.", already.join(", ")));
    }
    let why = reason.map(|reason| format!(" because {reason}")).unwrap_or_default();
    decision.because(format!("{} put {} on the shortlist{why}.", order.by, put.join(", ")));
    Ok(Outcome::new(decision, answer))
}
