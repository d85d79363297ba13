//! `register`: who is designated, and everything that is known of one of them.

use super::arguments::{RegisterAction, RegisterFilter};
use super::place::Place;
use super::{Failure, print, print_json};
use crate::config::{Config, Programme};
use crate::domain::CaseId;
use crate::domain::application::Application;
use crate::domain::meeting::Meeting;
use crate::domain::register::{Designation, Establishment, Status, days_in_words};
use serde_json::{Value, json};

pub async fn run(place: &Place, action: Option<RegisterAction>, only: RegisterFilter) -> Result<(), Failure> {
    // The list is there to be looked at even while somebody mends the configuration.
    let config = place.config().ok();
    let store = place.store().await?;
    let register = store.list_register().await?;
    let number = match action {
        Some(RegisterAction::Show { number }) => number,
        Some(RegisterAction::List { only }) => {
            store.close().await;
            return list(place, config.as_ref(), &register, &only);
        }
        None => {
            store.close().await;
            return list(place, config.as_ref(), &register, &only);
        }
    };
    let number = CaseId::parse(&number).map_err(|e| Failure::wrong(format!("{e}.")))?;
    let same = |entry: &&Designation| entry.number.as_ref() == Some(&number) || entry.case.as_ref() == Some(&number);
    let Some(entry) = register.iter().find(same) else {
        store.close().await;
        return Err(Failure::refused(format!("there is no entry {number} in the register.")));
    };
    let meetings = store.meetings_of(entry).await?;
    let urns: Vec<_> = entry.urn.into_iter().collect();
    let school = store.establishments(&urns).await?.into_iter().next();
    let (applications, _) = store.list_applications().await?;
    store.close().await;
    let cases: Vec<&Application> =
        applications.iter().filter(|a| entry.case.as_ref() == Some(&a.case) || a.belongs_to(&entry.email)).collect();
    let programme = config.as_ref().and_then(|config| config.programme(&entry.programme));
    let shown = Shown { entry, programme, meetings: &meetings, school: school.as_ref(), cases: &cases };
    if place.json {
        print_json(&shown.json());
    } else {
        shown.lines().iter().for_each(|line| print(line));
    }
    Ok(())
}

fn list(
    place: &Place,
    config: Option<&Config>,
    register: &[Designation],
    only: &RegisterFilter,
) -> Result<(), Failure> {
    let status = match only.status.as_deref().map(|word| word.to_lowercase().replace('-', "_")) {
        None => None,
        Some(word) => match Status::read(&word) {
            Some(status) => Some(status),
            None => {
                let words: Vec<&str> = Status::ALL.into_iter().map(Status::word).collect();
                return Err(Failure::wrong(format!("`{word}` is no status; expected one of {}.", words.join(", "))));
            }
        },
    };
    let of_programme = |entry: &Designation| {
        only.programme.as_ref().is_none_or(|wanted| entry.programme.as_str() == wanted.to_lowercase())
    };
    let of_area = |entry: &Designation| {
        let Some(wanted) = &only.specialism else { return true };
        let programme = config.and_then(|config| config.programme(&entry.programme));
        let wanted = programme.map_or_else(|| wanted.clone(), |programme| programme.area(wanted)).to_lowercase();
        entry.specialisms().any(|area| area.to_lowercase() == wanted)
    };
    let wanted = |entry: &&Designation| {
        of_programme(entry) && status.is_none_or(|status| entry.status == status) && of_area(entry)
    };
    let entries: Vec<&Designation> = register.iter().filter(wanted).collect();
    if place.json {
        let row = |entry: &&Designation| row(entry, config.and_then(|config| config.programme(&entry.programme)));
        print_json(&entries.iter().map(row).collect());
        return Ok(());
    }
    for entry in entries {
        let standing = match (entry.status, entry.ended_on) {
            (Status::Active, None) => String::new(),
            (Status::Active, Some(day)) => format!("  ended {day}"),
            (status, Some(day)) => format!("  {} {day}", status.in_words()),
            (status, None) => format!("  {}", status.in_words()),
        };
        print(&format!(
            "{:<13}  {:<6}  {}  {:<24}  {:<28}  {:<28}  {}{standing}",
            number(entry),
            entry.programme,
            entry.since,
            entry.name,
            entry.specialisms().collect::<Vec<_>>().join("; "),
            entry.school,
            entry.email
        ));
    }
    Ok(())
}

fn number(entry: &Designation) -> String {
    entry.number.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// The contract's row. Days are halves of days as a decimal: 5.5.
fn row(entry: &Designation, programme: Option<&Programme>) -> Value {
    let policy = programme.map(|programme| &programme.designation);
    json!({
        "number": entry.number.as_ref().map(ToString::to_string), "status": entry.status.word(),
        "programme": entry.programme.as_str(), "case": entry.case.as_ref().map(ToString::to_string),
        "name": entry.name, "email": entry.email.as_str(), "telephone": entry.telephone, "school": entry.school,
        "urn": entry.urn, "specialism": entry.specialism, "further": entry.further,
        "since": entry.since.to_string(), "ended_on": entry.ended_on.map(|day| day.to_string()),
        "review_on": policy.map(|policy| entry.review_date(policy.years).to_string()),
        "days_a_year": policy.map(|policy| f64::from(entry.half_days(policy.days_a_year)) / 2.0),
        "portrait": portrait(entry),
    })
}

/// How the pen portrait stands: `none`, `asked`, `unanswered` (there, without a word about printing), `yes`, `no`.
fn portrait(entry: &Designation) -> &'static str {
    match (&entry.portrait, entry.portrait.consent) {
        (portrait, _) if portrait.is_awaited() && portrait.words.is_empty() => "asked",
        (_, Some(true)) => "yes",
        (_, Some(false)) => "no",
        (portrait, None) if portrait.words.is_empty() => "none",
        (_, None) => "unanswered",
    }
}

/// One entry with everything.
struct Shown<'a> {
    entry: &'a Designation,
    programme: Option<&'a Programme>,
    meetings: &'a [Meeting],
    school: Option<&'a Establishment>,
    cases: &'a [&'a Application],
}

impl Shown<'_> {
    /// What they said, and whether they came.
    fn invited(&self) -> impl Iterator<Item = (&Meeting, Option<&'static str>, Option<bool>)> {
        self.meetings.iter().filter(|meeting| meeting.cancelled.is_none()).filter_map(|meeting| {
            let own = meeting.invitees.iter().find(|invitee| {
                (self.entry.number.is_some() && invitee.entry == self.entry.number) || invitee.email == self.entry.email
            })?;
            Some((meeting, own.answer.map(|answer| answer.word()), own.attended))
        })
    }

    fn json(&self) -> Value {
        let entry = self.entry;
        let mut all = row(entry, self.programme);
        let training: Vec<Value> = entry
            .training
            .iter()
            .map(|t| json!({ "module": t.module, "taken_on": t.taken_on.to_string(), "meeting": t.meeting.as_ref().map(ToString::to_string) }))
            .collect();
        let meetings: Vec<Value> = self
            .invited()
            .map(|(meeting, answer, attended)| {
                json!({ "number": meeting.number.to_string(), "title": meeting.title, "on": meeting.starts_at.date().to_string(),
                        "module": meeting.module, "answer": answer, "attended": attended })
            })
            .collect();
        let cases: Vec<Value> = self
            .cases
            .iter()
            .map(
                |a| json!({ "case": a.case.to_string(), "outcome": a.outcome.as_ref().map(|outcome| outcome.verdict) }),
            )
            .collect();
        let school = self.school.map(|school| {
            json!({ "urn": school.urn, "name": school.name, "phase": school.phase, "town": school.town,
                    "postcode": school.postcode, "head_name": school.head_name, "open": school.is_open })
        });
        if let Some(all) = all.as_object_mut() {
            all.insert("status_since".to_owned(), json!(entry.status_since.map(|day| day.to_string())));
            all.insert("status_because".to_owned(), json!(entry.status_because));
            all.insert("training".to_owned(), training.into());
            all.insert("meetings".to_owned(), meetings.into());
            all.insert("cases".to_owned(), cases.into());
            all.insert("national_register".to_owned(), json!(school));
            let came = entry.portrait.came_at.map(|at| at.to_string());
            all.insert("portrait_words".to_owned(), json!(entry.portrait.words));
            all.insert("portrait_role".to_owned(), json!(entry.portrait.role));
            all.insert("portrait_came_at".to_owned(), json!(came));
            all.insert("portrait_asked_at".to_owned(), json!(entry.portrait.asked_at.map(|at| at.to_string())));
        }
        all
    }

    fn lines(&self) -> Vec<String> {
        let entry = self.entry;
        let because =
            if entry.status_because.is_empty() { String::new() } else { format!(", because {}", entry.status_because) };
        let since = entry.status_since.map(|day| format!(" since {day}")).unwrap_or_default();
        let mut lines = vec![
            format!(
                "{} · {} · {} · {}{since}{because}",
                number(entry),
                entry.name,
                entry.programme,
                entry.status.in_words()
            ),
            format!("  e-mail       {}", entry.email),
        ];
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                lines.push(format!("  {label:<11}  {value}"));
            }
        };
        add("telephone", entry.telephone.clone());
        let place = self.school.map(|school| {
            let parts = [school.phase.as_str(), &school.town, &school.postcode, &school.head_name];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let urn = entry.urn.map(|urn| format!(" (URN {urn})")).unwrap_or_default();
        add("school", format!("{}{urn}", entry.school));
        add("", place.unwrap_or_default());
        add("expertise", entry.specialisms().collect::<Vec<_>>().join("; "));
        add("designated", entry.since.to_string());
        if let Some(programme) = self.programme {
            let own = if entry.review_on.is_some() { "" } else { " (by policy)" };
            add("review", format!("{}{own}", entry.review_date(programme.designation.years)));
            let own = if entry.half_days_a_year.is_some() { "" } else { " (by policy)" };
            add("days a year", format!("{}{own}", days_in_words(entry.half_days(programme.designation.days_a_year))));
        }
        let cases = self.cases.iter().map(|a| {
            let outcome =
                a.outcome.as_ref().map(|outcome| format!(" ({})", outcome.verdict.label())).unwrap_or_default();
            format!("{}{outcome}", a.case)
        });
        add("cases", cases.collect::<Vec<_>>().join(", "));
        for training in &entry.training {
            let event = training.meeting.as_ref().map(|meeting| format!(" ({meeting})")).unwrap_or_default();
            add("training", format!("{} on {}{event}", training.module, training.taken_on));
        }
        let invited: Vec<_> = self.invited().collect();
        let taken = invited.iter().filter(|(_, _, attended)| attended.is_some()).count();
        let came = invited.iter().filter(|(_, _, attended)| *attended == Some(true)).count();
        if taken > 0 {
            add("meetings", format!("{came} of {taken} attended"));
        }
        for (meeting, answer, attended) in invited {
            let said = match (attended, answer) {
                (Some(true), _) => "came",
                (Some(false), _) => "did not come",
                (None, Some(answer)) => answer,
                (None, None) => "no answer yet",
            };
            add("", format!("{} {} {}: {said}", meeting.number, meeting.starts_at.date(), meeting.title));
        }
        let words = match portrait(entry) {
            "yes" => "may be printed",
            "no" => "must not be printed",
            "asked" => "asked for",
            "unanswered" => "is there; nothing was said about printing it",
            _ => "none",
        };
        add("portrait", words.to_owned());
        if !entry.portrait.words.is_empty() {
            lines.push(format!("\n{}", entry.portrait.words));
        }
        lines
    }
}
