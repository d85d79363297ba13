//! The coordinators' digest, on the mornings of school days: what waits, what is due, what came.
//!
//! It comes when something is new to its reader, and when something has waited too long: then it says so, and after some
//! more days the coordinator's deputy is asked as well. There is one way of composing it, so that a digest on request, a
//! chaser and the deputy's letter all read the same and are answered in the same way.

mod money;
mod round;
mod training;

use super::{Job, Keeps, Missed, Task, When, daily, note};
use crate::config::clerk::Digest as Wish;
use crate::config::{Config, Coordinator};
use crate::decision::Decision;
use crate::domain::change::{Change, DeskChange};
use crate::domain::civil;
use crate::domain::deployment::State;
use crate::domain::facts::{Facts, LastDigest, OpenReview, SentLetter};
use crate::domain::outcome::UNTIL_RELEASE;
use crate::domain::{EmailAddress, ReviewId};
use crate::letters::Draft;
use crate::letters::coordinator_note::Item;
use crate::letters::digest::Digest;
use jiff::civil::Date;
use jiff::{Span, Timestamp};

pub const JOB: Job = Job {
    name: "digest",
    about: "Writes the coordinators' digest on the mornings of school days, chases what nobody has decided, asks the deputy.",
    when: When::At(|config| vec![daily(config.clerk.digest.at)]),
    keeps: Keeps::SchoolDays,
    missed: Missed::OnceLate,
    purposes: &["digest"],
    decide,
};

/// A longer list helps nobody on a phone.
const MOST_ITEMS: usize = 25;

/// A question, and how long it has waited.
#[derive(Clone, Copy)]
struct Waiting<'f> {
    review: &'f OpenReview,
    school_days: u32,
    /// How often it should have been chased by now.
    stage: u32,
    /// Whether it has waited for so long that the deputy is asked too.
    for_deputy: bool,
}

impl Waiting<'_> {
    fn is_chased_now(&self) -> bool {
        self.stage > self.review.chased
    }
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let today = task.due.date();
    if !task.config.calendar.is_school_day(today) {
        return vec![];
    }
    // A clerk that has only just begun its work has no yesterday to tell of: its first digest comes tomorrow.
    let due = task.config.zone().earliest(task.due);
    if task.facts.last_digests.is_empty() && task.facts.at_work_since.is_none_or(|since| since >= due) {
        return vec![];
    }
    let waiting = waiting(task.config, task.facts, today, task.now);
    let mut decision = Decision::default();
    let mut informed: Vec<&EmailAddress> = vec![];
    let mut asked: Vec<ReviewId> = vec![];
    for coordinator in &task.config.clerk.coordinators {
        let last = last_digest(task.facts, &coordinator.email);
        let purpose = format!("digest:{}:{today}", coordinator.email.folded());
        let composing =
            Composing { config: task.config, facts: task.facts, to: coordinator, last, today, now: task.now };
        let (digest, items) = if wants(task.config, coordinator, today)
            && (is_new(task.facts, &waiting, last, task.now) || waiting.iter().any(Waiting::is_chased_now))
        {
            informed.push(&coordinator.email);
            composing.whole(&waiting)
        } else {
            let stands_in = stands_in_for(task.config, coordinator);
            let unanswered: Vec<Waiting<'_>> =
                waiting.iter().copied().filter(|w| w.for_deputy && w.is_chased_now()).collect();
            let Some(absent) = stands_in.filter(|_| !unanswered.is_empty()) else { continue };
            composing.for_deputy(&unanswered, absent)
        };
        asked.extend(items.iter().map(|(_, review)| *review));
        decision.changes.push(Change::Desk(DeskChange::DigestSent { purpose: purpose.clone(), items }));
        decision.letters.push(Draft::new(&digest, coordinator.email.clone(), &coordinator.name, purpose));
    }
    if decision.letters.is_empty() {
        return vec![];
    }
    // Chased once for each step of policy that has passed, so that a week's downtime does not start the ladder anew.
    let mut due: Vec<(ReviewId, u32)> = waiting
        .iter()
        .filter(|w| w.is_chased_now() && asked.contains(&w.review.id))
        .map(|w| (w.review.id, w.stage - w.review.chased))
        .collect();
    if !due.is_empty() {
        decision.because(format!("{} questions have waited for long and are chased.", due.len()));
    }
    while !due.is_empty() {
        decision
            .changes
            .push(Change::Desk(DeskChange::ReviewsChased { reviews: due.iter().map(|(id, _)| *id).collect() }));
        due.iter_mut().for_each(|(_, left)| *left -= 1);
        due.retain(|(_, left)| *left > 0);
    }
    // Whoever would get a note about these has them in the digest now.
    if note::told(task.config).iter().all(|coordinator| informed.contains(&&coordinator.email)) {
        decision.changes.push(Change::ReviewsNoted { reviews: asked });
    }
    decision.because(format!("Digest of {}: {} letters.", civil::date_in_words(today), decision.letters.len()));
    vec![decision]
}

/// A digest that somebody asked for, with what its numbers stand for.
pub fn on_request(config: &Config, facts: &Facts, to: &Coordinator, now: Timestamp) -> (Digest, Vec<(u32, ReviewId)>) {
    let today = config.zone().date(now);
    let waiting = waiting(config, facts, today, now);
    let last = last_digest(facts, &to.email);
    Composing { config, facts, to, last, today, now }.whole(&waiting)
}

fn last_digest<'f>(facts: &'f Facts, to: &EmailAddress) -> Option<&'f LastDigest> {
    facts.last_digests.iter().find(|last| last.to == *to)
}

/// Questions that have not been put off, those about letters that came back first.
fn waiting<'f>(config: &Config, facts: &'f Facts, today: Date, now: Timestamp) -> Vec<Waiting<'f>> {
    let zone = config.zone();
    let policy = &config.clerk.digest;
    let mut all: Vec<Waiting<'f>> = facts
        .reviews
        .iter()
        .filter(|review| review.held_until.is_none_or(|until| until <= now))
        .map(|review| {
            let since = zone.date(review.held_until.unwrap_or(review.opened_at));
            let school_days = config.calendar.between(since, today);
            let stage = stage(school_days, policy.chase_after_school_days, policy.deputy_after_school_days);
            let for_deputy = policy.deputy_after_school_days > 0 && school_days >= policy.deputy_after_school_days;
            Waiting { review, school_days, stage, for_deputy }
        })
        .collect();
    all.sort_by_key(|w| (!is_bounce(w.review), urgency(config, facts, w.review)));
    all
}

/// Requests for support come in the order of their urgency, and before whatever is not urgent.
fn urgency(config: &Config, facts: &Facts, review: &OpenReview) -> usize {
    let policy = &config.billing.commission;
    let deployment = review.case.as_ref().and_then(|case| facts.deployment(case));
    let requested = deployment.filter(|deployment| deployment.state == State::Requested);
    requested.map_or(policy.rank(&[]), |deployment| policy.rank(&deployment.request.urgency))
}

fn is_bounce(review: &OpenReview) -> bool {
    review.key.starts_with("bounce:")
}

/// How often something should have been chased after so many school days: first its coordinator, then the deputy too, then
/// both again each time that the first step's days have passed.
fn stage(waited: u32, chase: u32, deputy: u32) -> u32 {
    if deputy == 0 {
        return waited.checked_div(chase).unwrap_or(0);
    }
    let first = u32::from(chase > 0 && waited >= chase);
    if waited < deputy { first } else { first + 1 + (waited - deputy).checked_div(chase).unwrap_or(0) }
}

/// Whether today is a day of somebody's digest.
fn wants(config: &Config, coordinator: &Coordinator, today: Date) -> bool {
    match coordinator.digest {
        Wish::Daily => true,
        Wish::Weekly => {
            let weekday = config.clerk.digest.weekly_on.weekday();
            let since = i64::from(today.weekday().since(weekday));
            let chosen = today.saturating_sub(Span::new().days(since));
            // The first school day of the week that begins with the chosen day.
            config.calendar.between(chosen.saturating_sub(Span::new().days(1)), today) == 1
        }
        Wish::None => false,
    }
}

/// Whom a coordinator stands in for: somebody who gets digests and has not answered them.
fn stands_in_for<'c>(config: &'c Config, deputy: &Coordinator) -> Option<&'c Coordinator> {
    config
        .clerk
        .coordinators
        .iter()
        .find(|c| c.digest != Wish::None && c.deputy.trim().to_lowercase() == deputy.email.folded())
}

/// Kinds of mail that a coordinator hears of, and their names for one and for several.
const KINDS: &[(&str, &str, &str)] = &[
    ("application", "application form", "application forms"),
    ("reference", "reference", "references"),
    ("withdrawal", "withdrawal", "withdrawals"),
    ("commission", "mail about a request for support", "mails about requests for support"),
    ("report", "report of a project", "reports of projects"),
    ("order_number", "order number", "order numbers"),
    ("account", "mail about an invoice", "mails about invoices"),
    ("rsvp", "answer to an invitation", "answers to invitations"),
    ("enquiry", "enquiry", "enquiries"),
    ("other", "other mail", "other mails"),
];

fn is_new(facts: &Facts, waiting: &[Waiting<'_>], last: Option<&LastDigest>, now: Timestamp) -> bool {
    let since = last.map_or(Timestamp::MIN, |last| last.at);
    let came = last.map_or(&facts.came, |last| &last.came);
    let back = |review: &OpenReview| review.held_until.is_some_and(|until| until > since && until <= now);
    waiting.iter().any(|w| w.review.opened_at > since || back(w.review))
        || facts.letters.iter().any(|letter| letter.state != "held" || letter.created_at > since)
        || KINDS.iter().any(|(kind, ..)| came.get(*kind).is_some_and(|count| *count > 0))
}

struct Composing<'a> {
    config: &'a Config,
    facts: &'a Facts,
    to: &'a Coordinator,
    last: Option<&'a LastDigest>,
    today: Date,
    now: Timestamp,
}

impl Composing<'_> {
    fn whole(&self, waiting: &[Waiting<'_>]) -> (Digest, Vec<(u32, ReviewId)>) {
        let (mut digest, numbers) = self.of_items(waiting);
        digest.stuck = stuck(&self.facts.letters);
        digest.due = round::due(self.config, self.facts, self.now);
        digest.notes = money::notes(self.config, self.facts, self.now);
        digest.notes.extend(training::missing(self.config, self.facts, self.now));
        let came = self.last.map_or(&self.facts.came, |last| &last.came);
        digest.came = KINDS
            .iter()
            .filter_map(|(kind, one, several)| match came.get(*kind).copied().unwrap_or(0) {
                0 => None,
                1 => Some(format!("1 {one}")),
                n => Some(format!("{n} {several}")),
            })
            .collect();
        digest.rounds = round::charts(self.config, self.facts, self.now);
        (digest, numbers)
    }

    fn for_deputy(&self, waiting: &[Waiting<'_>], absent: &Coordinator) -> (Digest, Vec<(u32, ReviewId)>) {
        let (digest, numbers) = self.of_items(waiting);
        (Digest { deputy_for: absent.name.clone(), ..digest }, numbers)
    }

    fn of_items(&self, waiting: &[Waiting<'_>]) -> (Digest, Vec<(u32, ReviewId)>) {
        let numbered = || (1_u32..).zip(waiting.iter().take(MOST_ITEMS));
        let items = |bounces: bool| -> Vec<Item> {
            numbered()
                .filter(|(_, w)| is_bounce(w.review) == bounces)
                .map(|(number, w)| Item::of(number, w.review, waited(w, self.config)))
                .collect()
        };
        let summary = match waiting.len() {
            0 => "nothing waits for you".to_owned(),
            1 => "one thing waits for you".to_owned(),
            n => format!("{n} things wait for you"),
        };
        let more = match waiting.len().saturating_sub(MOST_ITEMS) {
            0 => String::new(),
            n => format!("{n} more"),
        };
        let digest = Digest {
            name: self.to.name.clone(),
            day: civil::date_in_words(self.today),
            summary,
            waits: !waiting.is_empty(),
            deputy_for: String::new(),
            stuck: vec![],
            bounces: items(true),
            items: items(false),
            more,
            due: vec![],
            notes: vec![],
            came: vec![],
            rounds: vec![],
        };
        (digest, numbered().map(|(number, w)| (number, w.review.id)).collect())
    }
}

/// Said from the first chaser on.
fn waited(w: &Waiting<'_>, config: &Config) -> String {
    let chase = config.clerk.digest.chase_after_school_days;
    match w.school_days {
        _ if chase == 0 || w.school_days < chase => String::new(),
        1 => "waiting for 1 school day".to_owned(),
        n => format!("waiting for {n} school days"),
    }
}

/// Letters that do not leave by themselves, and what to say about each. Those that wait for their release are only counted.
fn stuck(letters: &[SentLetter]) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    let mut for_release = 0;
    for letter in letters {
        let (id, what) = (letter.id, format!("{} to {}", letter.letter, letter.to));
        match letter.state.as_str() {
            "held" if letter.held_because.contains(UNTIL_RELEASE) => for_release += 1,
            "held" => out.push(format!(
                "L{id}, {what}: held ({}). “approve L{id}” lets it go, “drop L{id} because …” gives it up.",
                letter.held_because
            )),
            state => out.push(format!(
                "L{id}, {what}: {} ({}). “resend L{id}” sends it once more, “drop L{id} because …” gives it up.",
                if state == "failed" { "refused" } else { "nobody knows whether it arrived" },
                letter.last_error
            )),
        }
    }
    let hidden = out.len().saturating_sub(MOST_ITEMS);
    out.truncate(MOST_ITEMS);
    if hidden > 0 {
        out.push(format!("{hidden} more; `alliance-clerk outbox` lists them all."));
    }
    if for_release > 0 {
        out.push(format!("Outcome letters that wait for their release: {for_release}."));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_goes_from_the_coordinator_to_the_deputy_and_on() {
        let stages: Vec<u32> = (0..12).map(|waited| stage(waited, 3, 5)).collect();
        assert_eq!(stages, [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
        assert_eq!(stage(100, 0, 0), 0);
        assert_eq!((stage(2, 3, 0), stage(7, 3, 0)), (0, 2), "without a deputy it is chased all the same");
        assert_eq!((stage(4, 0, 5), stage(5, 0, 5), stage(50, 0, 5)), (0, 1, 1));
    }
}
