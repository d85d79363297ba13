//! Whose days a mail can be about: the work of its sender, by the schools at which it is done.

use crate::config::{Config, Programme};
use crate::domain::EmailAddress;
use crate::domain::deployment::{Deployed, Deployment, State};
use crate::domain::facts::Facts;
use crate::domain::schools::folded;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// Somebody's part in a deployment.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    pub deployment: &'a Deployment,
    pub person: &'a Deployed,
    pub programme: &'a Programme,
}

/// What was worked at the end is often logged when all is over.
const LATE_LOGS: SignedDuration = SignedDuration::from_hours(24 * 90);

impl Work<'_> {
    /// Days can be logged for it.
    pub fn takes_days(&self, now: Timestamp) -> bool {
        let deployment = self.deployment;
        match deployment.state {
            State::Active => true,
            State::Ended => now.duration_since(deployment.state_since) <= LATE_LOGS,
            State::Requested | State::Proposed | State::Agreeing | State::Dropped => false,
        }
    }

    fn covers(&self, day: Date) -> bool {
        self.deployment.plan.as_ref().is_some_and(|plan| plan.starts_on <= day && day <= plan.ends_on)
    }
}

/// All that somebody has a part in, by the address that was agreed, or by the one that the register has today.
pub fn all_of<'a>(config: &'a Config, facts: &'a Facts, sender: &EmailAddress) -> Vec<Work<'a>> {
    let entries: Vec<_> = facts.register.iter().filter(|entry| entry.email == *sender).collect();
    let mut all = vec![];
    for deployment in &facts.deployments {
        let Some(programme) = config.programme(&deployment.programme) else { continue };
        let is_they = |person: &&Deployed| {
            let by_entry = person.entry.is_some() && entries.iter().any(|entry| entry.number == person.entry);
            person.email == *sender || by_entry
        };
        let person = deployment.people.iter().find(is_they).filter(|person| person.released_at.is_none());
        if let Some(person) = person {
            all.push(Work { deployment, person, programme });
        }
    }
    all
}

/// A school at which somebody works, with the pieces of work there.
pub struct Place<'a> {
    pub name: &'a str,
    pub names: Vec<String>,
    pub works: Vec<Work<'a>>,
}

/// Their schools, each once.
pub fn places<'a>(works: &[Work<'a>]) -> Vec<Place<'a>> {
    let mut places: Vec<Place<'a>> = vec![];
    for work in works {
        let name = work.deployment.school.name.as_str();
        match places.iter_mut().find(|place| folded(place.name) == folded(name)) {
            Some(place) => place.works.push(*work),
            None => places.push(Place { name, names: vec![name.to_owned()], works: vec![*work] }),
        }
    }
    places
}

impl<'a> Place<'a> {
    /// The piece of work that a day belongs to: the only one, the one that the mail names, or the only one that was agreed
    /// for that day.
    pub fn work_of(&self, day: Date, named: &[crate::domain::CaseId]) -> Option<Work<'a>> {
        if let [only] = self.works.as_slice() {
            return Some(*only);
        }
        let one = |is_it: &dyn Fn(&&Work<'a>) -> bool| {
            let mut fitting = self.works.iter().filter(is_it);
            fitting.next().filter(|_| fitting.next().is_none()).copied()
        };
        one(&|work| named.contains(&work.deployment.number)).or_else(|| one(&|work| work.covers(day)))
    }
}
