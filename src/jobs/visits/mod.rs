//! Logged days on their way to the supported school and to its yes; records of planned visits; and who has given too few.

pub mod due;
pub mod record;
pub mod short;
pub mod told;

use crate::config::Config;
use crate::config::billing::Confirm;
use crate::domain::deployment::Deployment;
use crate::domain::visit::{Flag, Visit, sum};
use crate::domain::worked::HalfDays;
use crate::jobs::{Task, daily};
use crate::letters::greeting;
use crate::letters::visit::told::VisitTold;
use crate::letters::visit::{DayWords, WorkWords, in_short};
use jiff::civil::Date;

fn times(config: &Config) -> Vec<String> {
    vec![daily(config.billing.visits.chase_at)]
}

/// What about a day is the school's business, and not as agreed.
fn odd(visit: &Visit) -> Option<String> {
    let theirs = |flag: &&Flag| match flag {
        Flag::NoSchoolDay | Flag::MoreThanAgreed | Flag::OutsideTheTerm => true,
        Flag::Overlap | Flag::BeyondTheYear | Flag::LoggedLate => false,
    };
    let why: Vec<&str> = visit.flags.iter().filter(theirs).map(|flag| flag.in_words()).collect();
    (!why.is_empty()).then(|| format!("{}: {}", crate::domain::civil::date_in_words(visit.day), why.join(", ")))
}

/// What the school is told of days, whether for the first time or once more.
fn told_words(task: &Task<'_>, deployment: &Deployment, days: &[&Visit], off: &[&Visit], until: Date) -> VisitTold {
    let words = |visits: &[&Visit]| visits.iter().map(|visit| DayWords::of(visit)).collect::<Vec<_>>();
    let worked = sum(task.facts.visits_of(&deployment.number));
    let agreed = deployment.plan.as_ref().map(|plan| plan.half_days);
    let total = sum(days.iter().copied());
    let so_far =
        agreed.filter(|_| worked > total && total > HalfDays::NONE).map(|agreed| format!("{worked} of {agreed}"));
    let example =
        days.last().or(off.last()).map(|visit| format!("{} was not here on {}", visit.name, in_short(visit.day)));
    VisitTold {
        name: greeting(&deployment.school.head_name),
        work: WorkWords::of(deployment),
        days: words(days),
        total: total.to_string(),
        off: words(off),
        so_far: so_far.unwrap_or_default(),
        until: crate::domain::civil::date_in_words(until),
        odd: days.iter().filter_map(|visit| odd(visit)).collect(),
        needs_yes: task.config.billing.visits.confirm == Confirm::Yes,
        example: example.unwrap_or_default(),
    }
}
