//! `visits`: days that were logged, how they stand, how each is paid for, and, where it is not, why.

use super::arguments::{VisitFilter, VisitsAction};
use super::place::Place;
use super::{Failure, print, print_json};
use crate::config::Config;
use crate::config::billing::Confirm;
use crate::domain::deployment::Deployment;
use crate::domain::schools::folded;
use crate::domain::visit::{Billing, State, Visit};
use jiff::civil::Date;
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<VisitsAction>, only: &VisitFilter) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let (deployments, visits) = store.list_deployments().await?;
    store.close().await;
    let only = match &action {
        Some(VisitsAction::List { only }) => only,
        None => only,
    };
    let month = month(only)?;
    let school = |visit: &Visit| deployments.iter().find(|deployment| deployment.number == visit.deployment);
    let listed = visits.iter().filter(|visit| fits(visit, month, only));
    if place.json {
        print_json(&listed.map(|visit| row(&config, visit, school(visit))).collect());
        return Ok(());
    }
    for visit in listed {
        print(&line(&config, visit, school(visit)));
    }
    Ok(())
}

/// `2027-05`.
fn month(only: &VisitFilter) -> Result<Option<(i16, i8)>, Failure> {
    let Some(given) = &only.month else { return Ok(None) };
    let read = given.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    match read.filter(|(year, month)| Date::new(*year, *month, 1).is_ok()) {
        Some(month) => Ok(Some(month)),
        None => Err(Failure::wrong(format!("`{given}` is no month: expected, for example, 2027-05."))),
    }
}

fn fits(visit: &Visit, month: Option<(i16, i8)>, only: &VisitFilter) -> bool {
    let holds =
        |text: &str, words: &Option<String>| words.as_ref().is_none_or(|words| folded(text).contains(&folded(words)));
    let of =
        only.deployment.as_ref().is_none_or(|number| visit.deployment.to_string().eq_ignore_ascii_case(number.trim()));
    of && holds(&format!("{} {}", visit.name, visit.email.folded()), &only.person)
        && month.is_none_or(|month| month == (visit.day.year(), visit.day.month()))
}

/// Why a day is paid for by nobody yet; `None` where it is, or never will be.
pub fn unbilled_because(config: &Config, visit: &Visit) -> Option<String> {
    match (visit.billing, visit.state) {
        (Billing::Billed | Billing::Swapped | Billing::Funded | Billing::Direct, _) => None,
        (Billing::Unbilled, State::Withdrawn) => Some("it was taken back".to_owned()),
        (Billing::Unbilled, State::Disputed) => Some("the school objects: a person settles it".to_owned()),
        (Billing::Unbilled, State::Logged) => Some(match (visit.told_at, config.billing.visits.confirm) {
            (None, _) => "the school has not been told yet".to_owned(),
            (Some(_), Confirm::Yes) => "the school has not said yes yet".to_owned(),
            (Some(told), Confirm::Silence) => {
                let until = config.calendar.after(config.zone().date(told), config.billing.visits.dispute_school_days);
                format!("not confirmed yet: the school may object until {until}")
            }
        }),
        (Billing::Unbilled, State::Confirmed) => Some("confirmed, and on no invoice yet".to_owned()),
    }
}

fn row(config: &Config, visit: &Visit, deployment: Option<&Deployment>) -> Value {
    json!({
        "deployment": visit.deployment.to_string(),
        "school": deployment.map(|deployment| deployment.school.name.as_str()),
        "name": visit.name,
        "email": visit.email.as_str(),
        "day": visit.day.to_string(),
        "days": f64::from(visit.half_days.0) / 2.0,
        "minutes": visit.minutes,
        "words": visit.words,
        "message": visit.message.map(|message| message.0),
        "logged_at": visit.logged_at.to_string(),
        "logged_by": visit.logged_by,
        "state": visit.state.word(),
        "state_because": visit.state_because,
        "told_at": visit.told_at.map(|at| at.to_string()),
        "flags": visit.flags,
        "billing": visit.billing.word(),
        "reimbursed": visit.reimbursed,
        "unbilled_because": unbilled_because(config, visit),
    })
}

fn line(config: &Config, visit: &Visit, deployment: Option<&Deployment>) -> String {
    let school = deployment.map_or("", |deployment| deployment.school.name.as_str());
    let flags: Vec<&str> = visit.flags.iter().map(|flag| flag.in_words()).collect();
    let flags = if flags.is_empty() { String::new() } else { format!("  ! {}", flags.join(", ")) };
    let why = unbilled_because(config, visit).map(|why| format!(": {why}")).unwrap_or_default();
    format!(
        "{}  {}  {:<10}  {:<20}  {:<28}  {:<9}  {}{why}{flags}",
        visit.day,
        visit.deployment,
        visit.half_days.to_string(),
        visit.name,
        school,
        visit.state.word(),
        visit.billing.word()
    )
}
