//! `export impact --to FILE`: what the work has achieved, in the words of the schools and of those who did it; for one
//! deployment, or gathered by deployment, by area of expertise, or by academic year.

use super::super::arguments::ImpactBy;
use super::super::place::Place;
use super::super::{Failure, print};
use crate::config::Config;
use crate::domain::deployment::{Deployment, Evaluation};
use crate::domain::facts::Facts;
use crate::domain::listed;
use crate::domain::register::Designation;
use crate::domain::visit::{Visit, academic_year, sum};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, civil};
use crate::forms::Kind as FieldKind;
use crate::incoming::evaluation::IN_THEIR_WORDS;
use crate::letters::evaluation::point_in_words;
use crate::render::Renderer;
use crate::render::pdf::{ImpactSheet, Rating, Said};
use crate::sheets::{self, Column, Kind, Sheet, Value};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A piece of work with what came of it.
struct Work<'a> {
    deployment: &'a Deployment,
    visits: Vec<&'a Visit>,
    /// Of the one who leads it.
    area: String,
}

pub async fn run(place: &Place, by: ImpactBy, only: Option<&str>, to: &Path) -> Result<(), Failure> {
    let config = place.config()?;
    let ending = to.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !["pdf", "xlsx"].contains(&ending.as_str()) {
        return Err(Failure::wrong(format!("{}: expected a name that ends with .pdf or .xlsx.", to.display())));
    }
    let only = only.map(|number| CaseId::parse(number).map_err(|e| Failure::wrong(format!("{e}.")))).transpose()?;
    let store = place.store().await?;
    let clock = place.clock(&config, &store).await?;
    let now = clock.now();
    let register = store.list_register().await?;
    let (deployments, visits) = store.list_deployments().await?;
    store.close().await;
    let facts = Facts { register, ..Facts::default() };
    let works: Vec<Work<'_>> = deployments
        .iter()
        .filter(|deployment| only.as_ref().is_none_or(|only| deployment.number == *only))
        .map(|deployment| Work {
            visits: visits.iter().filter(|v| v.deployment == deployment.number && v.stands()).collect(),
            area: area(&config, &facts, deployment),
            deployment,
        })
        .filter(|work| !work.visits.is_empty() || !work.deployment.evaluations.is_empty())
        .collect();
    let groups = groups(by, &works);
    if groups.is_empty() {
        return Err(Failure::refused("no days have been worked yet: there is nothing to report."));
    }
    let bytes = if ending == "pdf" {
        // A report of several groups has one page or more for each; one file holds one.
        let [(heading, works)] = groups.as_slice() else {
            return many(&config, by, &groups, to, now);
        };
        let sheet = page(&config, by, heading, works, config.zone().date(now));
        Renderer::new(&config)?.impact(sheet)?.bytes
    } else {
        let sheets = [summary(by, &groups), answers(&config, by, &groups)];
        sheets::workbook(&sheets, now).map_err(|e| Failure::fault(format!("the workbook could not be written: {e}")))?
    };
    write(to, &bytes)?;
    print(&format!("{} in {}.", counted(works.len()), to.display()));
    Ok(())
}

fn counted(works: usize) -> String {
    if works == 1 { "1 piece of work".to_owned() } else { format!("{works} pieces of work") }
}

fn write(to: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(to, bytes)
        .map_err(|e| Failure::fault(format!("{} could not be written: {e}; is its folder there?", to.display())))
}

/// `impact.pdf` becomes `impact-dep-2027-0001.pdf`, one file for each group.
fn many(
    config: &Config,
    by: ImpactBy,
    groups: &[(String, Vec<&Work<'_>>)],
    to: &Path,
    now: jiff::Timestamp,
) -> Result<(), Failure> {
    let renderer = Renderer::new(config)?;
    let stem = to.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    for (heading, works) in groups {
        let name: String =
            heading.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let path = to.with_file_name(format!("{stem}-{name}.pdf"));
        let sheet = page(config, by, heading, works, config.zone().date(now));
        write(&path, &renderer.impact(sheet)?.bytes)?;
        print(&format!("{} in {}.", counted(works.len()), path.display()));
    }
    Ok(())
}

fn area(config: &Config, facts: &Facts, deployment: &Deployment) -> String {
    let entry = deployment.leader().and_then(|leader| facts.entry(leader.entry.as_ref()?));
    let of = |entry: &Designation| {
        let programme = config.programme(&entry.programme);
        programme.map_or_else(|| entry.specialism.clone(), |programme| programme.area(&entry.specialism))
    };
    entry.map(of).filter(|area| !area.is_empty()).unwrap_or_else(|| "No area of expertise".to_owned())
}

/// `2026-27`.
fn year_of(day: Date) -> String {
    let (first, last) = academic_year(day);
    format!("{}-{:02}", first.year(), last.year() % 100)
}

/// The works under their headings. Work that goes over two years stands under both, each with its own days.
fn groups<'a, 'w>(by: ImpactBy, works: &'a [Work<'w>]) -> Vec<(String, Vec<&'a Work<'w>>)> {
    let mut groups: BTreeMap<String, Vec<&Work<'w>>> = BTreeMap::new();
    for work in works {
        let headings: BTreeSet<String> = match by {
            ImpactBy::Deployment => BTreeSet::from([work.deployment.number.to_string()]),
            ImpactBy::Specialism => BTreeSet::from([work.area.clone()]),
            ImpactBy::Year => work.visits.iter().map(|visit| year_of(visit.day)).collect(),
        };
        for heading in headings {
            groups.entry(heading).or_default().push(work);
        }
    }
    groups.into_iter().collect()
}

/// The visits of a work that belong under a heading.
fn visits_under<'w>(by: ImpactBy, heading: &str, work: &Work<'w>) -> Vec<&'w Visit> {
    let belongs = |visit: &&&Visit| match by {
        ImpactBy::Deployment | ImpactBy::Specialism => true,
        ImpactBy::Year => year_of(visit.day) == heading,
    };
    work.visits.iter().filter(belongs).copied().collect()
}

fn worked(by: ImpactBy, heading: &str, work: &Work<'_>) -> HalfDays {
    sum(visits_under(by, heading, work))
}

fn came(deployment: &Deployment) -> impl Iterator<Item = &Evaluation> {
    deployment.evaluations.iter().filter(|evaluation| evaluation.came_at.is_some() || !evaluation.own_words.is_empty())
}

/// What a question is called, and whether it is one of choices.
fn question(config: &Config, id: &str) -> (String, bool) {
    let form = config.office_forms.evaluation.as_ref();
    match form.and_then(|form| form.definition.field(id)) {
        Some(field) => (field.label.clone(), field.kind == FieldKind::Choice),
        None if id == IN_THEIR_WORDS => ("In their words".to_owned(), false),
        None => (id.to_owned(), false),
    }
}

fn summary(by: ImpactBy, groups: &[(String, Vec<&Work<'_>>)]) -> Sheet {
    let column = |header: &str, width, kind| Column::new(header, width, kind);
    let mut rows = vec![];
    for (heading, works) in groups {
        for work in works {
            let deployment = work.deployment;
            let visits = visits_under(by, heading, work);
            let people: BTreeSet<&str> = visits.iter().map(|visit| visit.name.as_str()).collect();
            let days = |half_days: HalfDays| Value::text(half_days.decimal());
            rows.push(vec![
                Value::text(heading),
                Value::text(deployment.number.to_string()),
                Value::text(&deployment.school.name),
                Value::text(&deployment.request.subject),
                Value::text(&work.area),
                Value::text(people.into_iter().collect::<Vec<_>>().join(", ")),
                deployment.plan.as_ref().map_or(Value::Blank, |plan| days(plan.half_days)),
                days(worked(by, heading, work)),
                visits.iter().map(|visit| visit.day).min().map_or(Value::Blank, Value::Date),
                visits.iter().map(|visit| visit.day).max().map_or(Value::Blank, Value::Date),
                Value::text(deployment.state.word()),
                Value::text(match deployment.evaluations.iter().filter(|e| e.came_at.is_some()).count() {
                    0 if deployment.evaluations.is_empty() => "not asked for yet".to_owned(),
                    0 => "asked for".to_owned(),
                    1 => "1 came".to_owned(),
                    more => format!("{more} came"),
                }),
            ]);
        }
    }
    Sheet {
        name: "Work".to_owned(),
        columns: vec![
            column("group", 24, Kind::Text),
            column("deployment", 16, Kind::Text),
            column("school", 30, Kind::Text),
            column("subject", 26, Kind::Text),
            column("area of expertise", 24, Kind::Text),
            column("people", 28, Kind::Text),
            column("days agreed", 12, Kind::Text),
            column("days worked", 12, Kind::Text),
            column("first day", 12, Kind::Date),
            column("last day", 12, Kind::Date),
            column("state", 10, Kind::Text),
            column("evaluation", 18, Kind::Text),
        ],
        rows,
    }
}

fn answers(config: &Config, by: ImpactBy, groups: &[(String, Vec<&Work<'_>>)]) -> Sheet {
    let mut rows = vec![];
    for (heading, works) in groups {
        for work in works {
            for evaluation in came(work.deployment) {
                let row = |who: &str, about: &str, words: &str| {
                    vec![
                        Value::text(heading),
                        Value::text(work.deployment.number.to_string()),
                        Value::text(&work.deployment.school.name),
                        Value::text(point_in_words(&evaluation.point)),
                        Value::text(who),
                        Value::text(about),
                        Value::text(words),
                    ]
                };
                for (id, value) in &evaluation.answers {
                    rows.push(row(&work.deployment.school.head_name, &question(config, id).0, value));
                }
                if !evaluation.own_words.is_empty() {
                    let who = work.deployment.leader().map_or("", |leader| leader.name.as_str());
                    rows.push(row(who, "In their own words", &evaluation.own_words));
                }
            }
        }
    }
    let column = |header: &str, width| Column::new(header, width, Kind::Text);
    Sheet {
        name: format!("What was said, by {}", by.word()),
        columns: vec![
            column("group", 24),
            column("deployment", 16),
            column("school", 30),
            column("when", 26),
            column("who", 24),
            column("question", 40),
            column("answer", 70),
        ],
        rows,
    }
}

/// The works of a group on paper.
fn page(config: &Config, by: ImpactBy, heading: &str, works: &[&Work<'_>], today: Date) -> ImpactSheet {
    let alone = match works {
        [only] => Some(only.deployment),
        [..] => None,
    };
    let schools: BTreeSet<&str> = works.iter().map(|work| work.deployment.school.name.as_str()).collect();
    let mut people: Vec<(String, String)> = vec![];
    for person in works.iter().flat_map(|work| work.deployment.doing()) {
        let known = (person.name.clone(), person.home_school.clone());
        if !people.contains(&known) {
            people.push(known);
        }
    }
    let visits: Vec<&Visit> = works.iter().flat_map(|work| visits_under(by, heading, work)).collect();
    let days = visits.iter().map(|visit| visit.day);
    let mut sheet = ImpactSheet {
        alliance: crate::render::pdf::Letterhead::default(),
        date: today,
        case: heading.to_owned(),
        subject: alone.map_or_else(|| counted(works.len()), |only| only.request.subject.clone()),
        school: listed(&schools.into_iter().map(str::to_owned).collect::<Vec<_>>()),
        school_head: alone.map(|only| only.school.head_name.clone()).unwrap_or_default(),
        people,
        need: alone.map(|only| only.request.need.clone()).unwrap_or_default(),
        hoped_for: alone.map(|only| only.request.hoped_for.clone()).unwrap_or_default(),
        end_point: alone.and_then(|only| only.plan.as_ref()).map(|plan| plan.end_point.clone()).unwrap_or_default(),
        model: alone.and_then(|only| only.plan.as_ref()).map(|plan| plan.model),
        agreed: works.iter().filter_map(|work| work.deployment.plan.as_ref()).map(|plan| plan.half_days).sum(),
        worked: sum(visits.iter().copied()),
        period: days.clone().min().zip(days.max()),
        ratings: vec![],
        heads_words: vec![],
        own_words: vec![],
    };
    for work in works {
        gather(config, work.deployment, alone.is_some(), &mut sheet);
    }
    sheet
}

/// Choices become rows of the table, words stand as they were written.
fn gather(config: &Config, deployment: &Deployment, alone: bool, sheet: &mut ImpactSheet) {
    let school = &deployment.school.name;
    for evaluation in came(deployment) {
        let when = evaluation.came_at.map(|at| civil::date_in_short(config.zone().date(at))).unwrap_or_default();
        for (id, value) in &evaluation.answers {
            let (label, is_choice) = question(config, id);
            let about = if alone { label } else { format!("{school}: {label}") };
            if is_choice {
                let rating = Rating { about, rating: value.clone(), when: when.clone(), words: String::new() };
                sheet.ratings.push(rating);
            } else {
                sheet.heads_words.push(Said { about, words: value.clone() });
            }
        }
        if !evaluation.own_words.is_empty() {
            let name = deployment.leader().map_or("", |leader| leader.name.as_str());
            let about = if alone { name.to_owned() } else { format!("{name}, {school}") };
            sheet.own_words.push(Said { about, words: evaluation.own_words.clone() });
        }
    }
}
