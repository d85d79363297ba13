//! The short list of those who might do what a school asks for, from the record.

use crate::config::{Config, Programme};
use crate::domain::deployment::{Deployed, Deployment, Model, State};
use crate::domain::facts::Facts;
use crate::domain::listed;
use crate::domain::matching::{self, Candidate, Expertise, Known, Sought};
use crate::domain::register::{Designation, Establishment, Urn};
use crate::domain::schools::{Directory, Found};
use crate::domain::worked::HalfDays;
use jiff::civil::Date;

/// The academic year that a day lies in: September to August.
fn year_of(day: Date) -> (Date, Date) {
    let begins = if day.month() >= 9 { day.year() } else { day.year().saturating_sub(1) };
    let on = |year: i16, month: i8, date: i8| Date::new(year, month, date).unwrap_or(day);
    (on(begins, 9, 1), on(begins.saturating_add(1), 8, 31))
}

/// Areas of expertise that a request names, by their names in policy.
pub fn areas(programme: &Programme, text: &str) -> Vec<String> {
    let spaced = |words: &str| {
        let plain: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    // `IT` is an area, and “it” is none: short names in capitals are meant in capitals.
    let capitals = |words: &str| words.chars().count() <= 4 && words.chars().all(char::is_uppercase);
    let as_written: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let text = spaced(text);
    let says = |words: &String| match words.trim() {
        "" => false,
        words if capitals(words) => as_written.contains(&words),
        // “Not maths but music” asks for music.
        words => text.match_indices(&spaced(words)).any(|(at, _)| !is_denied(text.get(..at).unwrap_or_default())),
    };
    let named = programme.specialisms.iter().filter(|area| says(&area.name) || area.also.iter().any(says));
    named.map(|area| area.name.clone()).collect()
}

/// Whether the words before an area say that it is another that is meant.
fn is_denied(before: &str) -> bool {
    const DENIALS: [&str; 9] = [
        " not",
        " isn t",
        " not about",
        " not for",
        " not in",
        " not with",
        " rather than",
        " instead of",
        " nothing to do with",
    ];
    DENIALS.iter().any(|denial| before.ends_with(denial))
}

/// What of somebody's work for one deployment lies in an academic year and is not logged yet, and what is.
fn in_year(facts: &Facts, deployment: &Deployment, person: &Deployed, year: (Date, Date), today: Date) -> HalfDays {
    let own = || {
        let visits = facts.visits.iter().filter(|visit| visit.deployment == deployment.number && visit.stands());
        visits.filter(|visit| visit.email == person.email)
    };
    let worked_in_year =
        own().filter(|visit| visit.day >= year.0 && visit.day <= year.1).map(|visit| visit.half_days).sum();
    let Some(plan) = deployment.plan.as_ref().filter(|_| !deployment.state.is_over()) else { return worked_in_year };
    let left = share(deployment, person).less(own().map(|visit| visit.half_days).sum());
    let from = plan.starts_on.max(today);
    let days = |first: Date, last: Date| u32::try_from((last - first).get_days().saturating_add(1)).unwrap_or(0);
    let (all, here) = (days(from, plan.ends_on), days(from.max(year.0), plan.ends_on.min(year.1)));
    // What is not worked yet lies evenly in the time that is left.
    let part = match all {
        0 => left.0,
        all => left.0.saturating_mul(here.min(all)).div_ceil(all),
    };
    HalfDays(part.saturating_add(worked_in_year.0))
}

/// Somebody's part of the agreed days: what is said, or what the others leave.
pub fn share(deployment: &Deployment, person: &Deployed) -> HalfDays {
    if person.share > HalfDays::NONE {
        return person.share;
    }
    let agreed = deployment.plan.as_ref().map_or(HalfDays::NONE, |plan| plan.half_days);
    if person.leads {
        agreed.less(deployment.doing().filter(|other| !other.leads).map(|other| other.share).sum())
    } else {
        HalfDays::NONE
    }
}

/// Deployments that somebody is asked for or does.
fn current<'f>(facts: &'f Facts, entry: &'f Designation) -> impl Iterator<Item = (&'f Deployment, &'f Deployed)> {
    facts.deployments.iter().filter_map(move |deployment| {
        let is_they = |person: &&Deployed| {
            person.email == entry.email || (person.entry.is_some() && person.entry == entry.number)
        };
        Some((deployment, deployment.doing().find(is_they)?))
    })
}

fn is_open(deployment: &Deployment) -> bool {
    match deployment.state {
        State::Proposed | State::Agreeing | State::Active => true,
        State::Requested | State::Ended | State::Dropped => false,
    }
}

/// What somebody may still give in the academic year of a day; `None` where policy sets no end to it.
pub fn left(
    facts: &Facts,
    programme: &Programme,
    entry: &Designation,
    but: &Deployment,
    today: Date,
) -> Option<HalfDays> {
    let most = HalfDays::of_days(programme.deployments.most_days_a_year);
    let year = year_of(today);
    let others = current(facts, entry).filter(|(deployment, _)| deployment.number != but.number);
    let given: HalfDays = others.map(|(deployment, person)| in_year(facts, deployment, person, year, today)).sum();
    (most > HalfDays::NONE).then(|| most.less(given))
}

/// A school of the national register, by number or by the name that only one has.
fn school_of<'f>(facts: &'f Facts, directory: &Directory, name: &str, urn: Option<Urn>) -> Option<&'f Establishment> {
    let urn = urn.or_else(|| match directory.find(name) {
        Found::One(urn) => Some(urn),
        Found::Nothing | Found::Several(_) => None,
    })?;
    facts.establishments.iter().find(|school| school.urn == urn)
}

/// What a deployment looks for.
pub fn sought(facts: &Facts, programme: &Programme, deployment: &Deployment) -> Sought {
    let directory = Directory::of(&facts.establishments);
    let school = &deployment.school;
    let national = school_of(facts, &directory, &school.name, school.urn);
    let in_subject = areas(programme, &deployment.request.subject);
    let request = &deployment.request;
    Sought {
        // What it is called says it best; only where that names no area is the rest looked at.
        areas: if in_subject.is_empty() {
            areas(programme, &format!("{} {}", request.need, request.hoped_for))
        } else {
            in_subject
        },
        school: school.name.clone(),
        urn: school.urn.or(national.map(|school| school.urn)),
        phase: national.map(|school| school.phase.clone()).unwrap_or_default(),
        place: national.and_then(|school| school.place),
        half_days: deployment
            .plan
            .as_ref()
            .map_or_else(|| programme.deployments.usual(Model::Spread), |plan| plan.half_days),
    }
}

/// Everybody who might be asked, in order. Whoever was asked for it already and said no, or was released, is left out.
pub fn of<'f>(
    config: &Config,
    facts: &'f Facts,
    programme: &Programme,
    deployment: &Deployment,
    today: Date,
) -> Vec<Candidate<'f>> {
    let directory = Directory::of(&facts.establishments);
    let was_asked = |entry: &Designation| deployment.person(&entry.email).is_some();
    let people: Vec<Known<'f>> = facts
        .register
        .iter()
        .filter(|entry| entry.programme == deployment.programme && !was_asked(entry))
        .map(|entry| {
            let national = school_of(facts, &directory, &entry.school, entry.urn);
            Known {
                entry,
                phase: national.map_or("", |school| school.phase.as_str()),
                place: national.and_then(|school| school.place),
                left: left(facts, programme, entry, deployment, today),
                load: u32::try_from(current(facts, entry).filter(|(deployment, _)| is_open(deployment)).count())
                    .unwrap_or(u32::MAX),
            }
        })
        .collect();
    let far = config.billing.commission.far_km.saturating_mul(1_000);
    matching::candidates(&sought(facts, programme, deployment), &people, far)
}

/// `Priya Nair (REG-2024-0001, Hazelbank Primary School): Mathematics; 4 km; 9 days left this year; busy with 1`.
pub fn in_words(candidate: &Candidate<'_>, far_km: u32) -> String {
    let entry = candidate.entry;
    let mut says = vec![];
    let all: Vec<String> = entry.specialisms().filter(|area| !area.is_empty()).map(str::to_owned).collect();
    says.push(match candidate.expertise {
        Expertise::First | Expertise::Further => listed(&all),
        Expertise::None => format!("{}, which is not what was asked for", listed(&all)),
    });
    if candidate.same_phase == Some(false) {
        says.push("another phase".to_owned());
    }
    says.push(match candidate.kilometres() {
        Some(km) if km > far_km => format!("{km} km away, which is far"),
        Some(km) => format!("{km} km away"),
        None => "distance not known".to_owned(),
    });
    match (candidate.left, candidate.over) {
        (Some(left), true) => says.push(format!("ONLY {left} LEFT this year")),
        (Some(left), false) => says.push(format!("{left} left this year")),
        (None, _) => {}
    }
    says.push(match candidate.load {
        0 => "nothing under way".to_owned(),
        1 => "one deployment under way".to_owned(),
        n => format!("{n} deployments under way"),
    });
    let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} ({number}, {}): {}", entry.name, entry.school, says.join("; "))
}
