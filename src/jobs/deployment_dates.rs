//! The dates of agreed work: its review, some school days before its end, and its end, about which the coordinator is asked.
//! Nothing ends because a day passes: a person says so.

use super::chasers::left;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::Programme;
use crate::decision::Decision;
use crate::domain::EmailAddress;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Deployment, Model, Plan, State};
use crate::domain::worked::HalfDays;
use crate::incoming::deployment::key;
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::end_alert::DeploymentEndAlert;
use crate::letters::deployment::review::DeploymentReview;
use crate::letters::{Draft, greeting};
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "deployment-dates",
    about: "Asks the parties on the agreed day of review how it is going, tells them some school days before the end ([deployments] end_alerts), and asks the coordinator about work whose end has come.",
    when: When::At(|config| vec![daily(config.billing.agreements.chase_at)]),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["deployment-review", "deployment-end-alert"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let mut decisions = vec![];
    for deployment in task.facts.deployments.iter().filter(|deployment| deployment.state == State::Active) {
        let Some(programme) = task.config.programme(&deployment.programme) else { continue };
        let Some(plan) = &deployment.plan else { continue };
        let work = Work { task, programme, deployment, plan, today: programme.window.zone.date(task.now) };
        decisions.extend(work.review());
        decisions.extend(work.end());
    }
    decisions
}

struct Work<'a> {
    task: &'a Task<'a>,
    programme: &'a Programme,
    deployment: &'a Deployment,
    plan: &'a Plan,
    today: Date,
}

impl Work<'_> {
    fn since(&self) -> Date {
        self.programme.window.zone.date(self.deployment.state_since)
    }

    fn worked(&self) -> HalfDays {
        self.task.facts.visits_of(&self.deployment.number).map(|visit| visit.half_days).sum()
    }

    /// Everybody who has a part in it, each once, and whether they do the work.
    fn parties(&self) -> Vec<(&EmailAddress, &str, bool)> {
        let school = &self.deployment.school;
        let people = self.deployment.doing().flat_map(|person| {
            let head = person.head_email.as_ref().map(|head| (head, person.head_name.as_str(), false));
            std::iter::once((&person.email, person.name.as_str(), true)).chain(head)
        });
        let mut all: Vec<(&EmailAddress, &str, bool)> = vec![];
        for party in std::iter::once((&school.head_email, school.head_name.as_str(), false)).chain(people) {
            if !all.iter().any(|(email, ..)| *email == party.0) {
                all.push(party);
            }
        }
        all
    }

    fn decision(&self) -> Decision {
        Decision { case: Some(self.deployment.number.clone()), ..Decision::default() }
    }

    /// On the day that was agreed, or the first on which the clerk is awake after it, while the work still goes on.
    fn review(&self) -> Option<Decision> {
        let on = self.plan.review_on.filter(|on| *on <= self.today && *on > self.since())?;
        if self.deployment.review_asked == Some(on) || self.today > self.plan.ends_on {
            return None;
        }
        let case = &self.deployment.number;
        let mut decision = self.decision();
        decision.because(format!(
            "The review was agreed for {}: the parties are asked how it is going.",
            civil::date_in_words(on)
        ));
        decision.changes.push(Change::Deployment(DeploymentChange::ReviewAsked { deployment: case.clone(), on }));
        for (email, name, _) in self.parties() {
            let letter = DeploymentReview {
                name: greeting(name),
                deployment: DeploymentWords::of(self.deployment, self.programme),
                worked: self.deployment.worked_in_words(self.worked()),
            };
            let purpose = format!("deployment-review:{case}:{on}:{}", email.folded());
            decision.letters.push(Draft::new(&letter, email.clone(), name, purpose).about(case));
        }
        Some(decision)
    }

    /// The latest of the alerts before the end whose day has come; then the question whether it has ended.
    fn end(&self) -> Option<Decision> {
        let ends = self.plan.ends_on;
        if self.is_complete() {
            return (self.today > ends).then(|| self.ends_by_itself());
        }
        let calendar = &self.task.config.calendar;
        let taken = self.deployment.end_told.filter(|(on, _)| *on == ends).map_or(0, |(_, step)| step);
        let alerts = &self.programme.deployments.end_alerts;
        let days = (1_u32..).zip(alerts.iter().map(|days| calendar.before(ends, *days)));
        let last = u32::try_from(alerts.len()).unwrap_or(u32::MAX).saturating_add(1);
        let (step, decision) = if self.today > ends {
            (last, self.has_it_ended())
        } else {
            // Nobody is told that what was agreed a moment ago ends soon.
            let come = days.filter(|(_, day)| *day <= self.today && *day > self.since());
            (come.last()?.0, self.ends_soon())
        };
        if step <= taken {
            return None;
        }
        let mut decision = decision;
        for draft in &mut decision.letters {
            draft.purpose = format!("{}:{ends}:{step}", draft.purpose);
        }
        decision.changes.push(Change::Deployment(DeploymentChange::EndTold {
            deployment: self.deployment.number.clone(),
            on: ends,
            step,
        }));
        Some(decision)
    }

    /// All that was agreed has been worked. A placement goes on until its end all the same, and is looked at by a person.
    fn is_complete(&self) -> bool {
        let counts_days = match self.plan.model {
            Model::Spread | Model::Block | Model::Diagnostic => true,
            Model::FullTime | Model::Placement => false,
        };
        counts_days && self.worked() >= self.plan.half_days
    }

    /// Nothing is left to be told or asked: its days are noted, and its day has passed.
    fn ends_by_itself(&self) -> Decision {
        let mut decision = self.decision();
        let because = "all agreed days were worked, and its end has come".to_owned();
        decision.because(format!("It has ended: {because}."));
        decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
            deployment: self.deployment.number.clone(),
            state: State::Ended,
            since: self.task.now,
            because,
        }));
        decision
    }

    fn ends_soon(&self) -> Decision {
        let case = &self.deployment.number;
        let mut decision = self.decision();
        decision.because(format!("It ends on {}: the parties are told.", civil::date_in_words(self.plan.ends_on)));
        for (email, name, person) in self.parties() {
            let letter = DeploymentEndAlert {
                name: greeting(name),
                deployment: DeploymentWords::of(self.deployment, self.programme),
                person,
                left: left(self.task.config.calendar.between(self.today, self.plan.ends_on)),
                worked: self.deployment.worked_in_words(self.worked()),
                more: self.worked() < self.plan.half_days,
            };
            let purpose = format!("deployment-end-alert:{case}:{}", email.folded());
            decision.letters.push(Draft::new(&letter, email.clone(), name, purpose).about(case));
        }
        decision
    }

    fn has_it_ended(&self) -> Decision {
        let (case, ends) = (&self.deployment.number, self.plan.ends_on);
        let mut decision = self.decision();
        decision.because("The day on which it was to end has passed: a person is asked.");
        let names: Vec<String> = self.deployment.doing().map(|person| person.name.clone()).collect();
        let question = format!(
            "{case} (“{}” at {}, {}) was to end on {}; {} logged. Has it ended?",
            self.deployment.request.subject,
            self.deployment.school.name,
            crate::domain::listed(&names),
            civil::date_in_words(ends),
            self.deployment.worked_in_words(self.worked())
        );
        let review = Decision::question(format!("{}ended:{ends}", key(case)), question, Some(case));
        decision.put(
            review
                .may("end", format!("end {case} on {}", civil::date_in_short(ends)))
                .may("change", format!("change {case} …")),
        );
        decision
    }
}
