//! Letters about requests for support and the work that is agreed upon them: what each of them may use.

pub mod active;
pub mod agreement;
pub mod agreement_chaser;
pub mod agreement_noted;
pub mod commission_form;
pub mod commission_received;
pub mod dropped;
pub mod end_alert;
pub mod ended;
pub mod proposal;
pub mod proposal_chaser;
pub mod proposal_head;
pub mod proposal_thanks;
pub mod released;
pub mod review;

use super::ProgrammeWords;
use crate::config::Programme;
use crate::domain::civil;
use crate::domain::deployment::{Deployed, Deployment, Plan};
use crate::domain::listed;
use serde::Serialize;

/// What somebody wrote is quoted up to here; the whole of it is with the coordinator.
const LONGEST_QUOTATION: usize = 1_200;

/// A request and what is agreed upon it, in words.
#[derive(Debug, Clone, Serialize)]
pub struct DeploymentWords {
    pub case: String,
    pub programme: ProgrammeWords,
    /// Empty until it is known.
    pub school: String,
    pub subject: String,
    /// On one line; empty where nothing was said, like the three that follow.
    pub need: String,
    pub hoped_for: String,
    pub wanted_when: String,
    /// `Priya Nair of Hazelbank Primary School`; empty while nobody leads it.
    pub who: String,
    /// `Priya Nair`.
    pub person: String,
    pub home_school: String,
    /// Others of the home school who do part of it: `Amy Cole (2 days)`.
    pub helpers: String,
    pub plan: Option<PlanWords>,
}

/// What is agreed, in words.
#[derive(Debug, Clone, Serialize)]
pub struct PlanWords {
    /// `6 days between 6 May and 16 July 2027`.
    pub days: String,
    /// `days spread over that time`.
    pub model: String,
    /// `Friday 16 July 2027`.
    pub ends: String,
    /// Empty for none, like what follows.
    pub review: String,
    pub end_point: String,
    pub lines: Vec<String>,
}

/// On one line, and not longer than helps.
pub fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST_QUOTATION {
        format!("{} …", line.chars().take(LONGEST_QUOTATION).collect::<String>())
    } else {
        line
    }
}

impl PlanWords {
    pub fn of(plan: &Plan) -> Self {
        Self {
            days: plan.in_words(),
            model: plan.model.in_words().to_owned(),
            ends: civil::date_in_words(plan.ends_on),
            review: plan.review_on.map(civil::date_in_words).unwrap_or_default(),
            end_point: one_line(&plan.end_point),
            lines: plan.lines.iter().map(|line| one_line(line)).collect(),
        }
    }

    fn sample() -> Self {
        Self {
            days: "6 days between 6 May and 16 July 2027".into(),
            model: "days spread over that time".into(),
            ends: "Friday 16 July 2027".into(),
            review: "Thursday 10 June 2027".into(),
            end_point: "Year 4 teachers plan together without help.".into(),
            lines: vec!["Look at books with the subject leader.".into(), "Plan the first unit together.".into()],
        }
    }
}

impl DeploymentWords {
    pub fn of(deployment: &Deployment, programme: &Programme) -> Self {
        let request = &deployment.request;
        let leader = deployment.leader();
        let helpers: Vec<String> = deployment
            .doing()
            .filter(|person| !person.leads)
            .map(|person| format!("{} ({})", person.name, person.share))
            .collect();
        Self {
            case: deployment.number.to_string(),
            programme: ProgrammeWords::of(programme),
            school: deployment.school.name.clone(),
            subject: one_line(&request.subject),
            need: one_line(&request.need),
            hoped_for: one_line(&request.hoped_for),
            wanted_when: one_line(&request.wanted_when),
            who: leader.map(of_school).unwrap_or_default(),
            person: leader.map(|person| person.name.clone()).unwrap_or_default(),
            home_school: leader.map(|person| person.home_school.clone()).unwrap_or_default(),
            helpers: listed(&helpers),
            plan: deployment.plan.as_ref().map(PlanWords::of),
        }
    }

    /// With somebody in the place of whoever leads it.
    #[must_use]
    pub fn with(self, person: &Deployed) -> Self {
        Self { who: of_school(person), person: person.name.clone(), home_school: person.home_school.clone(), ..self }
    }

    pub fn sample() -> Self {
        Self {
            case: "DEP-2027-0003".into(),
            programme: ProgrammeWords::sample(),
            school: "Oakfield School".into(),
            subject: "Mathematics in Year 4".into(),
            need: "Results have fallen for two years, and the subject leader is new.".into(),
            hoped_for: "Teachers who plan together and enjoy it.".into(),
            wanted_when: "In the summer term".into(),
            who: "Priya Nair of Hazelbank Primary School".into(),
            person: "Priya Nair".into(),
            home_school: "Hazelbank Primary School".into(),
            helpers: "Amy Cole (2 days)".into(),
            plan: Some(PlanWords::sample()),
        }
    }

    /// A request of which little is known yet.
    fn bare_sample() -> Self {
        let empty = String::new;
        Self {
            school: empty(),
            need: empty(),
            hoped_for: empty(),
            wanted_when: empty(),
            who: empty(),
            person: empty(),
            home_school: empty(),
            helpers: empty(),
            plan: None,
            ..Self::sample()
        }
    }
}

fn of_school(person: &Deployed) -> String {
    match person.home_school.as_str() {
        "" => person.name.clone(),
        school => format!("{} of {school}", person.name),
    }
}
