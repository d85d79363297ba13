//! A round in a digest: how far it has come, and which dates lie ahead.

use crate::config::{Config, Programme};
use crate::domain::application::{Application, State};
use crate::domain::civil;
use crate::domain::facts::Facts;
use crate::domain::meeting::Counts;
use crate::domain::project::{self, Project};
use crate::domain::reference::Progress;
use crate::domain::window::{KeyDateKind, Phase, Step, Window};
use crate::letters::digest::{Due, RoundChart};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// School days ahead that a report of a project is listed.
const SOON: u32 = 10;
/// More dates than this are no help in the morning.
const MOST_DATES: usize = 8;

/// Rounds that are on, in the order of their closing.
fn current(facts: &Facts) -> impl Iterator<Item = &Window> {
    facts.windows.iter().filter(|w| !w.has_taken(Step::Archived) && !w.has_taken(Step::Released))
}

fn title(programme: &Programme, window: &Window) -> String {
    format!("{} {}", programme.short_name, window.name.as_str().replace('-', " "))
}

pub fn charts(config: &Config, facts: &Facts, now: Timestamp) -> Vec<RoundChart> {
    current(facts)
        .filter(|window| window.phase(now) != Phase::Announced)
        .filter_map(|window| Some(chart(config.programme(&window.programme)?, window, facts, now)))
        .collect()
}

fn chart(programme: &Programme, window: &Window, facts: &Facts, now: Timestamp) -> RoundChart {
    let (mut complete, mut awaiting, mut incomplete, mut late, mut withdrawn) = (0, 0, 0, 0, 0);
    for application in facts.applications.iter().filter(|a| a.window == Some(window.id)) {
        match application.state(Some(window)) {
            State::Complete if awaits_reference(programme, application) => awaiting += 1,
            State::Complete => complete += 1,
            State::Incomplete | State::Unreadable => incomplete += 1,
            State::Late => late += 1,
            State::Withdrawn => withdrawn += 1,
            State::Kept => {}
        }
    }
    let all = complete + awaiting + incomplete + late + withdrawn;
    let applications = if all == 1 { "one application".to_owned() } else { format!("{all} applications") };
    let mut counts = vec![("Complete", complete), ("Awaiting reference", awaiting), ("Incomplete", incomplete)];
    counts.extend([("Late", late), ("Withdrawn", withdrawn)].into_iter().filter(|(_, count)| *count > 0));
    if all == 0 {
        counts.clear();
    }
    RoundChart::new(format!("{} ({}): {applications}", title(programme, window), window.stage(now)), &counts)
}

fn awaits_reference(programme: &Programme, application: &Application) -> bool {
    programme.references.iter().any(|referees| application.progress(referees.kind()) != Progress::Received)
}

/// The dates ahead, nearest first: those of rounds, and each network's next meeting.
pub fn due(config: &Config, facts: &Facts, now: Timestamp) -> Vec<Due> {
    let mut all: Vec<(DateTime, Due)> = meetings(config, facts, now);
    for window in current(facts) {
        let Some(programme) = config.programme(&window.programme) else { continue };
        let today = window.zone.civil(now);
        let name = title(programme, window);
        let mut add = |at: DateTime, when: String, what: String| {
            if at >= today {
                all.push((at, Due { when, what: format!("{name}: {what}") }));
            }
        };
        let closes = window.closes_civil();
        let opens = civil::date_in_words(window.opens_at.date());
        add(window.opens_at, opens, "applications open".to_owned());
        add(closes, civil::moment_in_words(closes), "applications close".to_owned());
        for referees in &programme.references {
            let days = referees.policy.due_school_days_after_closing;
            let day = if days == 0 { closes.date() } else { config.calendar.after(closes.date(), days) };
            let at = day.to_datetime(closes.time());
            add(at, civil::moment_in_words(at), format!("{}s are due", referees.kind().label()));
        }
        for kind in KeyDateKind::ALL {
            let Some((first, last)) = window.key_date(kind).and_then(|date| date.days) else { continue };
            add(end_of(last), civil::days_in_words(first, last), kind.word().to_owned());
        }
    }
    all.extend(reports(config, facts, now));
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, due)| due).take(MOST_DATES).collect()
}

/// Reports of projects that are due before long; those that are overdue are asked about when their reminders are through.
fn reports<'a>(config: &'a Config, facts: &'a Facts, now: Timestamp) -> impl Iterator<Item = (DateTime, Due)> + 'a {
    let today = config.zone().date(now);
    let soon = config.calendar.after(today, SOON);
    let of = move |one: &'a Project| {
        let ahead = move |step: &&project::Step| step.due >= today && step.due <= soon;
        one.awaited().filter(ahead).map(|step| {
            let what = format!("{} of {} ({})", step.name, one.holder.name, one.number);
            (end_of(step.due), Due { when: civil::date_in_words(step.due), what })
        })
    };
    facts.projects.iter().flat_map(of)
}

/// The next meeting of each programme, with who comes.
fn meetings(config: &Config, facts: &Facts, now: Timestamp) -> Vec<(DateTime, Due)> {
    let next = |programme: &&Programme| {
        let own = facts.meetings.iter().filter(|meeting| meeting.programme == programme.id && meeting.is_coming(now));
        let meeting = own.min_by_key(|meeting| meeting.starts_at)?;
        let what = format!(
            "{}: {} ({}), {}",
            programme.short_name,
            meeting.title,
            meeting.number,
            Counts::of(&meeting.invitees).in_words()
        );
        let when = civil::moment_in_words(meeting.starts_at);
        Some((meeting.starts_at, Due { when, what }))
    };
    config.programmes.values().filter_map(|programme| next(&programme)).collect()
}

/// A day lies ahead until it is over.
fn end_of(day: Date) -> DateTime {
    day.at(23, 59, 59, 0)
}
