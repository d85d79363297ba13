//! A school's request for support, and the work that is agreed upon it: `DEP-2027-0032`.

use super::register::Urn;
use super::school_days::SchoolDays;
use super::worked::HalfDays;
use super::{CaseId, EmailAddress, MessageNo, ProgrammeId, civil};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Numbers of deployments begin with it.
pub const PREFIX: &str = "DEP";

/// From the request to the last evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployment {
    pub number: CaseId,
    pub programme: ProgrammeId,
    pub school: SupportedSchool,
    pub request: Request,
    pub state: State,
    pub state_since: Timestamp,
    pub state_because: String,
    /// What was agreed; `None` until it is planned.
    pub plan: Option<Plan>,
    /// Where it is charged otherwise than policy says: a block of the same keys.
    pub charging: Option<String>,
    /// The version of the agreement that the parties have; 0 for none.
    pub agreement: u32,
    /// The day of the review about which the parties were asked last.
    pub review_asked: Option<Date>,
    /// The end about which the parties were told last, and how often.
    pub end_told: Option<(Date, u32)>,
    pub people: Vec<Deployed>,
    pub consents: Vec<Consent>,
    /// In the order of their days.
    pub planned: Vec<PlannedVisit>,
    pub evaluations: Vec<Evaluation>,
}

/// The school that is supported, and that pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportedSchool {
    pub name: String,
    pub urn: Option<Urn>,
    pub head_name: String,
    pub head_email: EmailAddress,
    /// Where invoices go; `None`: to the head.
    pub finance_email: Option<EmailAddress>,
    /// What it wants to read on its invoices; [`NO_ORDER_NUMBER`] where it has said that it uses none.
    pub po_number: String,
}

/// Noted in an order number's place by a school that uses none: so that it is not asked again.
pub const NO_ORDER_NUMBER: &str = "none";

impl SupportedSchool {
    /// What its invoices bear; empty where that is nothing.
    pub fn order_number(&self) -> &str {
        let number = self.po_number.trim();
        if number.eq_ignore_ascii_case(NO_ORDER_NUMBER) { "" } else { number }
    }

    /// Whether it has said what its order number is, or that there is none.
    pub fn has_named_its_order(&self) -> bool {
        !self.po_number.trim().is_empty()
    }
}

/// What the school asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    pub subject: String,
    pub need: String,
    pub hoped_for: String,
    pub wanted_when: String,
    pub contacts: String,
    pub urgency: Vec<String>,
    /// `None` where a coordinator entered it.
    pub message: Option<MessageNo>,
    pub at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Requested,
    /// Somebody has been asked.
    Proposed,
    /// The agreement is with the parties.
    Agreeing,
    Active,
    Ended,
    Dropped,
}

impl State {
    pub const ALL: [Self; 6] =
        [Self::Requested, Self::Proposed, Self::Agreeing, Self::Active, Self::Ended, Self::Dropped];

    pub fn word(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Proposed => "proposed",
            Self::Agreeing => "agreeing",
            Self::Active => "active",
            Self::Ended => "ended",
            Self::Dropped => "dropped",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// As people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Requested => "asked for",
            Self::Proposed => "proposed to somebody",
            Self::Agreeing => "with the parties for their agreement",
            Self::Active => "agreed and under way",
            Self::Ended => "ended",
            Self::Dropped => "dropped",
        }
    }

    pub fn is_over(self) -> bool {
        match self {
            Self::Ended | Self::Dropped => true,
            Self::Requested | Self::Proposed | Self::Agreeing | Self::Active => false,
        }
    }
}

/// How the days lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Days here and there.
    Spread,
    Block,
    /// Two days, to find out what is needed.
    Diagnostic,
    /// A term, full time.
    FullTime,
    /// Half a day to a day a week, for six months to three years.
    Placement,
}

impl Model {
    pub const ALL: [Self; 5] = [Self::Spread, Self::Block, Self::Diagnostic, Self::FullTime, Self::Placement];

    pub fn word(self) -> &'static str {
        match self {
            Self::Spread => "spread",
            Self::Block => "block",
            Self::Diagnostic => "diagnostic",
            Self::FullTime => "full_time",
            Self::Placement => "placement",
        }
    }

    /// As people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Spread => "days spread over that time",
            Self::Block => "a block of days",
            Self::Diagnostic => "a two-day diagnostic",
            Self::FullTime => "full time",
            Self::Placement => "a placement of up to a day a week",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.word() == word)
    }
}

/// What is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub model: Model,
    pub half_days: HalfDays,
    pub starts_on: Date,
    pub ends_on: Date,
    pub review_on: Option<Date>,
    /// What will be true when it is done.
    pub end_point: String,
    /// The lines of the action plan.
    pub lines: Vec<String>,
}

/// Somebody who was asked to do it, or does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployed {
    pub name: String,
    pub email: EmailAddress,
    /// Their entry of the register; `None` for other staff of the home school.
    pub entry: Option<CaseId>,
    pub home_school: String,
    pub home_urn: Option<Urn>,
    pub head_name: String,
    pub head_email: Option<EmailAddress>,
    pub leads: bool,
    /// How much is theirs, where the days are shared; none where that is not said.
    pub share: HalfDays,
    pub asked_at: Timestamp,
    pub answer: Option<bool>,
    pub head_answer: Option<bool>,
    pub chased: u32,
    /// Somebody else is asked instead, or they have stepped back.
    pub released_at: Option<Timestamp>,
}

impl Deployed {
    /// They lead their school themselves: nobody else is asked.
    pub fn answers_alone(&self) -> bool {
        self.head_email.as_ref() == Some(&self.email)
    }

    /// They and their head have said yes.
    pub fn is_willing(&self) -> bool {
        self.answer == Some(true) && self.head_answer == Some(true) && self.released_at.is_none()
    }
}

/// A party to the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    SupportedHead,
    HomeHead,
    Person,
}

impl Party {
    pub fn word(self) -> &'static str {
        match self {
            Self::SupportedHead => "supported_head",
            Self::HomeHead => "home_head",
            Self::Person => "person",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::SupportedHead, Self::HomeHead, Self::Person].into_iter().find(|party| party.word() == word)
    }
}

/// Who agreed to which version, when, and by which mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub version: u32,
    pub party: Party,
    pub name: String,
    pub email: EmailAddress,
    pub asked_at: Timestamp,
    pub agreed_at: Option<Timestamp>,
    pub chased: u32,
    pub message: Option<MessageNo>,
}

/// A day on which somebody means to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedVisit {
    pub email: EmailAddress,
    pub day: Date,
    pub half_days: HalfDays,
    /// How often its record has been asked for.
    pub chased: u32,
}

/// What the receiving head was asked, and said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// `end`, `mid-term`, or the day of a visit.
    pub point: String,
    pub asked_at: Timestamp,
    pub chased: u32,
    pub came_at: Option<Timestamp>,
    /// By the ids of its form's fields.
    pub answers: BTreeMap<String, String>,
    /// What the person who was there wrote about it.
    pub own_words: String,
    pub message: Option<MessageNo>,
}

impl Plan {
    /// `6 days between 6 May and 16 July 2027`.
    pub fn in_words(&self) -> String {
        format!("{} {}", self.half_days, civil::between_in_words(self.starts_on, self.ends_on))
    }

    /// What cannot be meant, or is unusual for its model, one sentence each.
    pub fn doubts(&self, calendar: &SchoolDays) -> Vec<String> {
        let mut doubts = vec![];
        let first = self.starts_on.saturating_sub(Span::new().days(1));
        let school_days = calendar.between(first, self.ends_on);
        if self.half_days.0 > school_days.saturating_mul(2) {
            doubts.push(format!(
                "There are only {school_days} school days {}.",
                civil::between_in_words(self.starts_on, self.ends_on)
            ));
        }
        match self.model {
            Model::Diagnostic if self.half_days != HalfDays::of_days(2) => {
                doubts.push(format!("A diagnostic takes two days; this says {}.", self.half_days));
            }
            Model::Placement => {
                let shortest = self.starts_on.saturating_add(Span::new().months(6)).saturating_sub(Span::new().days(7));
                let longest = self.starts_on.saturating_add(Span::new().years(3));
                if self.ends_on < shortest || self.ends_on > longest {
                    doubts.push("A placement lasts from six months to three years; this does not.".to_owned());
                }
                if self.end_point.is_empty() {
                    doubts.push("A placement has an agreed end point; none is said yet.".to_owned());
                }
            }
            Model::Diagnostic | Model::Spread | Model::Block | Model::FullTime => {}
        }
        let outside = |day: &Date| *day < self.starts_on || *day > self.ends_on;
        if let Some(review) = self.review_on.filter(outside) {
            doubts.push(format!("The review on {} lies outside that time.", civil::date_in_short(review)));
        }
        doubts
    }
}

impl Deployment {
    /// Those who do it, the leader first.
    pub fn doing(&self) -> impl Iterator<Item = &Deployed> {
        let leads = |leads: bool| self.people.iter().filter(move |p| p.leads == leads && p.released_at.is_none());
        leads(true).chain(leads(false))
    }

    /// The consents to the present version.
    pub fn present_consents(&self) -> impl Iterator<Item = &Consent> {
        self.consents.iter().filter(|consent| consent.version == self.agreement)
    }

    /// `5½ days of the 6 that were agreed`.
    pub fn worked_in_words(&self, worked: HalfDays) -> String {
        match &self.plan {
            Some(plan) if worked == HalfDays::NONE => format!("none of the {}", plan.half_days),
            Some(plan) => format!("{worked} of the {}", plan.half_days),
            None => worked.to_string(),
        }
    }

    /// Everybody who is written to about it.
    pub fn parties(&self) -> impl Iterator<Item = &EmailAddress> {
        let school = std::iter::once(&self.school.head_email).chain(&self.school.finance_email);
        let people = self.people.iter().flat_map(|person| std::iter::once(&person.email).chain(&person.head_email));
        school.chain(people)
    }

    /// Who was asked or does it, by their address.
    pub fn person(&self, email: &EmailAddress) -> Option<&Deployed> {
        self.people.iter().find(|person| person.email == *email)
    }

    /// Who leads it, if anybody does yet.
    pub fn leader(&self) -> Option<&Deployed> {
        self.people.iter().find(|person| person.leads && person.released_at.is_none())
    }

    pub fn is_agreed(&self) -> bool {
        self.agreement > 0 && self.present_consents().all(|consent| consent.agreed_at.is_some())
    }
}
