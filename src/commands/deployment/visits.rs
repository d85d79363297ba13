//! `plan DEP-2027-0001 p.nair@hazelbank.example visits on 6 May, 13 May (half)`: the days on which somebody means to be there.

use super::{matter, misunderstood, number, refused};
use crate::commands::said::{Said, read_coming_date};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Deployed, Deployment, Plan};
use crate::domain::facts::Lookup;
use crate::domain::listed;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

pub const PLAN: Command = Command {
    name: "plan",
    usage: &[
        "plan DEP-2027-0001 visits on 6 May, 13 May (half), 20 May 2027",
        "plan DEP-2027-0001 p.nair@hazelbank.example visits on 6 May",
    ],
    about: "Notes the days on which somebody means to visit: where no record of such a visit comes, it is asked for. Without a name they are the leader’s. `unplan` takes days back.",
    lookup: |said, _| lookup(said),
    decide: |order| decide(order, true),
};

pub const UNPLAN: Command = Command {
    name: "unplan",
    usage: &["unplan DEP-2027-0001 visits on 13 May", "unplan DEP-2027-0001 p.nair@hazelbank.example visits on 13 May"],
    about: "Takes back planned visits: they will not be, or will be on another day.",
    lookup: |said, _| lookup(said),
    decide: |order| decide(order, false),
};

fn lookup(said: &Said<'_>) -> Result<Lookup, Refusal> {
    let (number, rest) = number(said)?;
    parts(&rest)?;
    Ok(Lookup { cases: vec![number], ..Lookup::default() })
}

/// Who, where somebody is named, and the days.
fn parts<'s>(said: &Said<'s>) -> Result<(&'s str, &'s str), Refusal> {
    let text = said.text();
    let lower = text.to_ascii_lowercase();
    let found = ["visits", "visit"].iter().find_map(|word| Some((lower.find(word)?, word.len())));
    let read = found.and_then(|(at, length)| Some((text.get(..at)?.trim(), text.get(at + length..)?.trim())));
    match read.map(|(who, days)| (who, days.strip_prefix("on ").unwrap_or(days).trim())) {
        Some((who, days)) if !days.is_empty() => Ok((who, days)),
        Some(_) | None => misunderstood("On which days? Expected, for example, `visits on 6 May, 13 May (half)`."),
    }
}

/// `6 May, 13 May (half) and 20 May 2027`: a year that is left out is the one in which the work lies.
fn days(said: &str, plan: &Plan, today: Date) -> Result<Vec<(Date, HalfDays)>, Refusal> {
    let mut out: Vec<(Date, HalfDays)> = vec![];
    for part in
        said.split([',', ';']).flat_map(|part| part.split(" and ")).map(str::trim).filter(|part| !part.is_empty())
    {
        let lower = part.to_lowercase();
        let half =
            ["(half day)", "(half a day)", "(half)", "half a day", "half day", "half", "(am)", "(pm)", "am", "pm"];
        let (day, length) = match half.iter().find_map(|end| lower.strip_suffix(end)) {
            Some(before) => (before.trim(), HalfDays::HALF),
            None => (lower.as_str(), HalfDays::DAY),
        };
        let day = day.strip_prefix("on ").unwrap_or(day);
        let from = today.max(plan.starts_on);
        let Some(day) = civil::read_date(day)
            .or_else(|| read_coming_date(day, plan.starts_on).filter(|day| *day <= plan.ends_on))
            .or_else(|| read_coming_date(day, from))
        else {
            return misunderstood(format!("`{part}` is no day, as in `6 May`."));
        };
        if !out.iter().any(|(known, _)| *known == day) {
            out.push((day, length));
        }
    }
    Ok(out)
}

fn visitor<'a>(deployment: &'a Deployment, who: &str) -> Result<&'a Deployed, Refusal> {
    let doing: Vec<&Deployed> = deployment.doing().collect();
    let who = who.trim_end_matches([',', ':']).to_lowercase();
    let is_meant = |person: &&&Deployed| {
        who.is_empty()
            || person.email.folded() == who
            || person.name.to_lowercase() == who
            || person.entry.as_ref().is_some_and(|entry| entry.to_string().to_lowercase() == who)
    };
    match doing.iter().find(is_meant) {
        Some(person) => Ok(person),
        None => {
            let names: Vec<String> = doing.iter().map(|person| person.name.clone()).collect();
            refused(format!("`{who}` does not do {}; it is done by: {}.", deployment.number, listed(&names)))
        }
    }
}

fn decide(order: &Order<'_>, planned: bool) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (who, said) = parts(&rest)?;
    let matter = matter(order, &number)?;
    let deployment = matter.deployment;
    if deployment.state.is_over() {
        return matter.refuse_over();
    }
    let Some(plan) = &deployment.plan else {
        return refused(format!("Nothing is agreed yet for {}: days come after that.", matter.named()));
    };
    let person = visitor(deployment, who)?;
    let days = days(said, plan, matter.today)?;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let mut doubts = vec![];
    for (day, half_days) in &days {
        let known = deployment.planned.iter().any(|visit| visit.email == person.email && visit.day == *day);
        if !planned && !known {
            return refused(format!("No visit of {} is planned for {}.", person.name, civil::date_in_words(*day)));
        }
        if planned && (*day < plan.starts_on || *day > plan.ends_on) {
            return refused(format!(
                "{} lies outside the agreed time ({}).",
                civil::date_in_words(*day),
                plan.in_words()
            ));
        }
        if planned && !order.config.calendar.is_school_day(*day) {
            doubts.push(format!(" {} is no school day.", civil::date_in_words(*day)));
        }
        let (deployment, email, day) = (number.clone(), person.email.clone(), *day);
        decision.changes.push(Change::Deployment(if planned {
            DeploymentChange::VisitPlanned { deployment, email, day, half_days: *half_days }
        } else {
            DeploymentChange::VisitUnplanned { deployment, email, day }
        }));
    }
    let words: Vec<String> = days
        .iter()
        .map(|(day, length)| {
            let half = if *length == HalfDays::HALF { " (half a day)" } else { "" };
            format!("{}{half}", civil::date_in_words(*day))
        })
        .collect();
    let (verb, days) = (if planned { "visits on" } else { "does not visit on" }, listed(&words));
    decision.because(format!("{} noted: {} {verb} {days}.", order.by, person.name));
    Ok(Outcome::new(decision, format!("{}: {} {verb} {days}.{}", matter.named(), person.name, doubts.concat())))
}
