//! Sums up a round that has closed, for the coordinators: who stands where, and what is proposed for each.
//!
//! Nothing follows from it by itself: only a person confirms it (invariant 4).

use super::{Job, Keeps, Missed, Task, When};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::Change;
use crate::domain::reference::Progress;
use crate::domain::window::{Phase, Step, Window};
use crate::forms::Meaning;
use crate::incoming::application::too_few_years;
use crate::letters::closing_summary::{ClosingSummary, Demand, Group, Person};
use crate::letters::{Draft, ProgrammeWords, WindowWords};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Mail that our server took in before the closing may reach us a little later: the summary waits for it.
const GRACE_SECONDS: i64 = 300;

pub const JOB: Job = Job {
    name: "closing",
    about: "Sums up a round for the coordinators, five minutes after it has closed.",
    when: When::Pending(pending),
    keeps: Keeps::AnyTime,
    missed: Missed::OnceLate,
    purposes: &["closing-summary"],
    decide,
};

fn pending(_: &Config, windows: &[Window], now: Timestamp) -> bool {
    windows.iter().any(|window| is_due(window, now))
}

/// When a round is summed up.
pub fn moment(window: &Window) -> Timestamp {
    let at = window.closes().as_second().saturating_add(GRACE_SECONDS);
    Timestamp::from_second(at).unwrap_or(Timestamp::MAX)
}

fn is_due(window: &Window, now: Timestamp) -> bool {
    window.phase(now) == Phase::Closed && now >= moment(window) && !window.has_taken(Step::SummedUp)
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let due = task.facts.windows.iter().filter(|window| is_due(window, task.now));
    due.filter_map(|window| sum_up(task, window)).collect()
}

/// Where an application stands at the closing, in the order of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Complete,
    AwaitsReference,
    Incomplete,
    Late,
    Withdrawn,
}

impl Standing {
    pub fn title(self) -> &'static str {
        match self {
            Self::Complete => "Complete",
            Self::AwaitsReference => "Awaiting a reference",
            Self::Incomplete => "Incomplete",
            Self::Late => "Late",
            Self::Withdrawn => "Withdrawn",
        }
    }

    fn proposal(self) -> &'static str {
        match self {
            Self::Complete => "goes into the review",
            Self::AwaitsReference => {
                "goes into the review; the missing reference is asked about, and does not count against the applicant"
            }
            Self::Incomplete => "does not go into the review unless you give more time",
            Self::Late => "stays out, as the letter to them says, unless you admit it",
            Self::Withdrawn => "nothing",
        }
    }
}

/// Where an application stands, references included.
pub fn standing(programme: &Programme, application: &Application, window: &Window) -> Standing {
    let awaits =
        || programme.references.iter().any(|referees| application.progress(referees.kind()) != Progress::Received);
    match application.state(Some(window)) {
        State::Withdrawn => Standing::Withdrawn,
        State::Late => Standing::Late,
        State::Unreadable | State::Kept => Standing::Incomplete,
        State::Incomplete => {
            let own_part = application.counting(Some(window)).is_some_and(|version| version.is_complete());
            if own_part { Standing::AwaitsReference } else { Standing::Incomplete }
        }
        State::Complete if awaits() => Standing::AwaitsReference,
        State::Complete => Standing::Complete,
    }
}

fn sum_up(task: &Task<'_>, window: &Window) -> Option<Decision> {
    let programme = task.config.programme(&window.programme)?;
    let mut groups: BTreeMap<Standing, Vec<Person>> = BTreeMap::new();
    let mut applied: BTreeMap<String, usize> = BTreeMap::new();
    for application in task.facts.applications.iter().filter(|a| a.window == Some(window.id)) {
        let standing = standing(programme, application, window);
        groups.entry(standing).or_default().push(Person {
            case: application.case.to_string(),
            name: application.name.clone(),
            detail: detail(programme, application, window, standing),
        });
        let field = programme.form.definition.meaning(Meaning::Specialism);
        let specialism = field.zip(application.counting(Some(window))).map(|(f, v)| v.answers.value(&f.id).to_owned());
        if let Some(specialism) = specialism.filter(|s| !s.is_empty())
            && !matches!(standing, Standing::Late | Standing::Withdrawn)
        {
            *applied.entry(specialism).or_default() += 1;
        }
    }
    for (specialism, _) in &window.targets {
        applied.entry(specialism.clone()).or_default();
    }
    let wanted = |name: &str| {
        window
            .targets
            .iter()
            .find(|(target, _)| target == name)
            .map_or("–".to_owned(), |(_, wanted)| wanted.to_string())
    };
    let letter = ClosingSummary {
        name: String::new(),
        programme: ProgrammeWords::of(programme),
        round: format!("{} {}", programme.id, window.name),
        window: WindowWords::of(window),
        total: groups.values().map(Vec::len).sum(),
        nobody: groups.is_empty(),
        groups: groups
            .into_iter()
            .map(|(standing, people)| Group {
                title: standing.title().to_owned(),
                count: people.len(),
                proposal: standing.proposal().to_owned(),
                people,
            })
            .collect(),
        specialisms: applied
            .into_iter()
            .map(|(name, applied)| Demand { wanted: wanted(&name), name, applied })
            .collect(),
    };
    let mut decision = Decision::default();
    decision.because(format!("{} {} has closed: {} applied.", programme.id, window.name, letter.total));
    decision.changes.push(Change::StepTaken { window: window.id, step: Step::SummedUp, by: "clerk".to_owned() });
    for coordinator in &task.config.clerk.coordinators {
        let letter = ClosingSummary { name: coordinator.name.clone(), ..letter.clone() };
        // A round that was extended is summed up again at its new closing.
        let purpose = format!(
            "closing-summary:{}:{}:{}:{}",
            programme.id,
            window.name,
            window.closes_civil(),
            coordinator.email.folded()
        );
        decision.letters.push(Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose));
    }
    Some(decision)
}

/// What a coordinator should see beside the name.
fn detail(programme: &Programme, application: &Application, window: &Window, standing: Standing) -> String {
    match standing {
        Standing::Withdrawn => String::new(),
        Standing::Complete => application
            .counting(Some(window))
            .and_then(|version| too_few_years(programme, &version.answers))
            .map(|least| format!("fewer than {least} years {} are given", programme.application.years_spent))
            .unwrap_or_default(),
        Standing::Late => application
            .first_received_at()
            .map(|at| format!("came at {}", crate::domain::civil::stamp_in_words(window.zone.civil(at))))
            .unwrap_or_default(),
        Standing::Incomplete => application.missing(Some(window)).join("; "),
        Standing::AwaitsReference => programme
            .references
            .iter()
            .filter_map(|referees| {
                let kind = referees.kind();
                let what = match application.progress(kind) {
                    Progress::Received => return None,
                    Progress::NotAsked => "nobody has been asked yet",
                    Progress::Asked => "asked, no answer yet",
                    Progress::Bounced => "the address does not work",
                    Progress::Waits => "one has come and waits for you",
                };
                Some(format!("{}: {what}", kind.label()))
            })
            .collect::<Vec<_>>()
            .join("; "),
    }
}
