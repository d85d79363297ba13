//! Requests for support and the work that is agreed upon them: what a coordinator says of a `DEP-2027-0032`.

pub mod agree;
pub mod clauses;
pub mod commission;
pub mod desk;
pub mod enter;
pub mod head;
pub mod propose;
pub mod visits;

use super::said::Said;
use super::{Order, Refusal};
use super::{misunderstood, refused};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::charging::Override;
use crate::domain::deployment::{self, Deployed, Deployment, Model, Plan};
use crate::domain::facts::{Facts, Lookup};
use crate::domain::register::{Designation, Urn};
use crate::domain::school_days::SchoolDays;
use crate::domain::schools::{Directory, Found};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::deployment::{Desk, agreement};
use crate::incoming::heads;
use clauses::Terms;
use jiff::civil::Date;
use jiff::{Span, Timestamp};

/// `DEP-2027-0032`, and what follows it.
fn number<'s>(said: &Said<'s>) -> Result<(CaseId, Said<'s>), Refusal> {
    let (word, rest) = said.word();
    let word = word.trim_end_matches([',', ':']);
    match CaseId::parse(word).ok().filter(|number| number.prefix() == deployment::PREFIX) {
        Some(number) => Ok((number, rest)),
        None => misunderstood("Which deployment? Expected its number, as in `DEP-2027-0001`; `deployments` lists all."),
    }
}

/// What is known of one, of everybody's work besides, and of the people and schools.
fn lookup(number: CaseId) -> Lookup {
    Lookup { cases: vec![number], people: true, deployments: true, home_schools: true, ..Lookup::default() }
}

/// What a command about a deployment needs.
struct Matter<'a> {
    deployment: &'a Deployment,
    programme: &'a Programme,
    today: Date,
}

fn matter<'a>(order: &Order<'a>, number: &CaseId) -> Result<Matter<'a>, Refusal> {
    let Some(deployment) = order.facts.deployment(number) else {
        return refused(format!("There is no deployment {number}; `deployments` lists all."));
    };
    let Some(programme) = order.config.programme(&deployment.programme) else {
        return refused(format!("{number} is of the programme {}, which is not configured.", deployment.programme));
    };
    Ok(Matter { deployment, programme, today: programme.window.zone.date(order.now) })
}

impl<'a> Matter<'a> {
    /// `DEP-2027-0001 (Oakfield School)`.
    fn named(&self) -> String {
        format!("{} ({})", self.deployment.number, self.deployment.school.name)
    }

    fn desk(&self, order: &Order<'a>) -> Desk<'a> {
        Desk { config: order.config, facts: order.facts, programme: self.programme, now: order.now }
    }

    fn refuse_over<T>(&self) -> Result<T, Refusal> {
        refused(format!("{} is {}.", self.named(), self.deployment.state.in_words()))
    }
}

/// Somebody of the register, by number, address or name.
fn entry<'a>(facts: &'a Facts, programme: &Programme, words: &str) -> Result<(&'a Designation, CaseId), Refusal> {
    let words = words.trim().trim_end_matches([',', ':', '.']);
    let address = words.rsplit(' ').next().and_then(|word| EmailAddress::parse(word).ok());
    let named = |entry: &&Designation| match (CaseId::parse(words), &address) {
        (Ok(number), _) => entry.number.as_ref() == Some(&number) || entry.case.as_ref() == Some(&number),
        (Err(_), Some(address)) => entry.email == *address,
        (Err(_), None) => entry.name.to_lowercase() == words.to_lowercase(),
    };
    let found: Vec<&Designation> = facts.register.iter().filter(named).collect();
    let own: Vec<&Designation> = found.iter().copied().filter(|entry| entry.programme == programme.id).collect();
    // Who has ended and begun again has two entries: the present one is meant.
    let present: Vec<&Designation> = own.iter().copied().filter(|entry| entry.ended_on.is_none()).collect();
    let meant = if present.is_empty() { &own } else { &present };
    match meant.as_slice() {
        [only] => match &only.number {
            Some(number) => Ok((only, number.clone())),
            None => refused(format!("{} has no number in the register yet.", only.name)),
        },
        [] if found.is_empty() => refused(format!(
            "There is nobody called, numbered or reached at `{words}` in the register; `register` lists all."
        )),
        [] => refused(format!("`{words}` is in the register, but not as {}.", programme.a_role)),
        [..] => refused(format!("Several of the register are called {words}: give the number, as in `REG-2027-0003`.")),
    }
}

/// Why somebody of the register should not be asked, if so.
fn standing(entry: &Designation) -> Option<String> {
    let ended = entry.ended_on.is_some() && !entry.status.is_end();
    (!entry.is_active()).then(|| {
        let how = if ended { "not designated any more" } else { entry.status.in_words() };
        format!("{} is {how} in the register.", entry.name)
    })
}

/// Somebody who is asked to do it.
fn deployed(
    facts: &Facts,
    programme: &Programme,
    entry: &Designation,
    number: CaseId,
    asked_at: Timestamp,
) -> Deployed {
    let head = heads::of_entry(facts, programme, entry);
    let (head_name, head_email) = head.map_or((String::new(), None), |(name, email)| (name, Some(email)));
    Deployed {
        name: entry.name.clone(),
        email: entry.email.clone(),
        entry: Some(number),
        home_school: entry.school.clone(),
        home_urn: entry.urn,
        head_name,
        head_email,
        leads: true,
        share: HalfDays::NONE,
        asked_at,
        answer: None,
        head_answer: None,
        chased: 0,
        released_at: None,
    }
}

/// Others of the home school who do part of the days: the leader answers for them.
fn helpers(leader: &Deployed, terms: &Terms, asked_at: Timestamp) -> Vec<Deployed> {
    let of = |helper: &clauses::Helper| Deployed {
        name: helper.name.clone(),
        email: helper.email.clone(),
        entry: None,
        leads: false,
        share: helper.half_days,
        asked_at,
        answer: leader.answer,
        chased: 0,
        released_at: None,
        ..leader.clone()
    };
    terms.helpers.iter().map(of).collect()
}

/// The number that a school has in the national register, if that is no guess.
fn urn_of(facts: &Facts, name: &str) -> Option<Urn> {
    let known = heads::school(facts, name, None).and_then(|school| school.urn);
    known.or_else(|| match Directory::of(&facts.establishments).find(name) {
        Found::One(urn) => Some(urn),
        Found::Nothing | Found::Several(_) => None,
    })
}

/// The longest that any work is agreed for.
const MOST_YEARS: i16 = 4;

/// A plan, from what was said and from what was agreed before.
fn plan(said: &Terms, before: Option<&Plan>, calendar: &SchoolDays) -> Result<Plan, Refusal> {
    let dates = said.dates.or(before.map(|plan| (plan.starts_on, plan.ends_on)));
    let Some((starts_on, ends_on)) = dates else {
        return misunderstood("From when to when? Expected, for example, `6 days from 6 May 2027 to 16 July 2027`.");
    };
    if ends_on > starts_on.saturating_add(Span::new().years(MOST_YEARS)) {
        return refused(format!("More than {MOST_YEARS} years? Please agree an earlier end."));
    }
    let said_model = said.model.or(before.map(|plan| plan.model));
    let half_days = match (said.half_days, said_model, before) {
        (Some(days), _, _) if said.weekly => {
            HalfDays(days.0.saturating_mul(school_weeks(calendar, starts_on, ends_on)))
        }
        (Some(days), _, _) => days,
        (None, Some(Model::Diagnostic), None) => HalfDays::of_days(2),
        (None, Some(Model::FullTime), None) => {
            HalfDays::of_days(calendar.between(starts_on.saturating_sub(Span::new().days(1)), ends_on))
        }
        (None, _, Some(before)) => before.half_days,
        (None, _, None) => {
            return misunderstood("How many days? Expected, for example, `6 days from 6 May 2027 to 16 July 2027`.");
        }
    };
    let model = said_model.unwrap_or(if said.weekly { Model::Placement } else { Model::Spread });
    let plan = Plan {
        model,
        half_days,
        starts_on,
        ends_on,
        // A placement is looked at half-way, whether anybody says so or not.
        review_on: said
            .review_on
            .or(before.and_then(|plan| plan.review_on))
            .or_else(|| (model == Model::Placement).then(|| half_way(calendar, starts_on, ends_on))),
        end_point: said.end_point.clone().or(before.map(|plan| plan.end_point.clone())).unwrap_or_default(),
        lines: match (said.lines.is_empty(), before) {
            (true, Some(before)) => before.lines.clone(),
            (true, None) | (false, _) => said.lines.clone(),
        },
    };
    let helped: HalfDays = said.helpers.iter().map(|helper| helper.half_days).sum();
    if helped > plan.half_days {
        return refused(format!("{helped} are more than the {half_days} of the whole."));
    }
    Ok(plan)
}

/// The school day in the middle.
fn half_way(calendar: &SchoolDays, first: Date, last: Date) -> Date {
    let middle = first.saturating_add(Span::new().days(i64::from((last - first).get_days()) / 2));
    if calendar.is_school_day(middle) { middle } else { calendar.before(middle, 1) }
}

/// What is unusual about a plan, for its model and by the programme's policy.
fn doubts(plan: &Plan, programme: &Programme, calendar: &SchoolDays) -> Vec<String> {
    let mut doubts = plan.doubts(calendar);
    let policy = &programme.deployments;
    if !policy.models.contains(&plan.model) {
        doubts.push(format!("By its policy {} is not offered as {}.", programme.short_name, plan.model.in_words()));
    }
    let (least, most) = (policy.placement_least_months, policy.placement_most_months);
    let after = |months: u32| plan.starts_on.saturating_add(Span::new().months(i64::from(months)));
    // To 31 August is a year from 1 September.
    let day_after = plan.ends_on.saturating_add(Span::new().days(1));
    if plan.model == Model::Placement && !(after(least)..=after(most)).contains(&day_after) {
        doubts.push(format!("By its policy a placement of {} lasts {least} to {most} months.", programme.short_name));
    }
    doubts
}

/// Whether schools may ask for people of a programme at all.
fn is_for_schools(programme: &Programme) -> Result<(), Refusal> {
    if programme.deployments.enabled {
        return Ok(());
    }
    refused(format!(
        "Schools cannot ask for people of {} ([deployments] in config/programmes/{}.toml).",
        programme.short_name, programme.id
    ))
}

/// Whether others than the leader may do a part, if some are named.
fn may_help(programme: &Programme, terms: &Terms) -> Result<(), Refusal> {
    if programme.deployments.others || terms.helpers.is_empty() {
        return Ok(());
    }
    refused(format!(
        "By the policy of {} nobody else does a part of the days (`others` in config/programmes/{}.toml).",
        programme.short_name, programme.id
    ))
}

/// Where invoices go and which order number they bear, if that was said.
fn invoices(after: &mut Deployment, terms: &Terms, decision: &mut Decision) {
    if terms.finance.is_none() && terms.po_number.is_none() {
        return;
    }
    if let Some(email) = &terms.finance {
        after.school.finance_email = Some(email.clone());
    }
    if let Some(po_number) = &terms.po_number {
        after.school.po_number.clone_from(po_number);
    }
    decision.changes.push(Change::Deployment(DeploymentChange::RequestSet {
        deployment: after.number.clone(),
        school: Box::new(after.school.clone()),
        request: Box::new(after.request.clone()),
    }));
}

/// A rate that is agreed for this deployment alone.
fn charge(
    after: &mut Deployment,
    programme: &Programme,
    terms: &Terms,
    decision: &mut Decision,
) -> Result<(), Refusal> {
    let Some(rate) = terms.rate else { return Ok(()) };
    let before = after.charging.as_deref().and_then(|text| serde_json::from_str::<Override>(text).ok());
    let charging = Override { rate: Some(rate), ..before.unwrap_or_default() };
    let Ok(text) = serde_json::to_string(&charging) else { return refused("The rate could not be noted.") };
    after.charging = Some(text.clone());
    agreement::charging(programme, after).map_err(Refusal::Refused)?;
    let deployment = after.number.clone();
    decision.changes.push(Change::Deployment(DeploymentChange::ChargingSet { deployment, charging: text }));
    Ok(())
}

/// Weeks with a school day in them.
fn school_weeks(calendar: &SchoolDays, first: Date, last: Date) -> u32 {
    let mut weeks = 0;
    let mut day = first;
    while day <= last && weeks < 52 * 5 {
        let to_sunday = i64::from(7 - day.weekday().to_monday_one_offset());
        let end = day.saturating_add(Span::new().days(to_sunday)).min(last);
        if calendar.between(day.saturating_sub(Span::new().days(1)), end) > 0 {
            weeks += 1;
        }
        day = end.saturating_add(Span::new().days(1));
    }
    weeks
}
