//! The impact report of a deployment: what the receiving head says of it, and what whoever did it says.

use super::super::billing::{Block, Fact, fact, short, strong};
use super::super::sheets::{Letterhead, Sheet, Unprintable};
use super::agreement::model_in_words;
use super::named;
use crate::domain::civil::{date_in_short, days_in_words};
use crate::domain::deployment::Model;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;
use serde::Serialize;

#[derive(Debug, Clone)]
pub struct ImpactSheet {
    pub alliance: Letterhead,
    pub date: Date,
    pub case: String,
    pub subject: String,
    pub school: String,
    pub school_head: String,
    /// Name and home school of each who did it, the leader first.
    pub people: Vec<(String, String)>,
    pub need: String,
    pub hoped_for: String,
    pub end_point: String,
    /// How the days lay; `None` for several pieces of work.
    pub model: Option<Model>,
    pub agreed: HalfDays,
    pub worked: HalfDays,
    /// First and last day that was worked; `None` where none was.
    pub period: Option<(Date, Date)>,
    pub ratings: Vec<Rating>,
    /// The head's answers to what is not rated.
    pub heads_words: Vec<Said>,
    /// `about`: who says it.
    pub own_words: Vec<Said>,
}

/// One line of the table.
#[derive(Debug, Clone, Serialize)]
pub struct Rating {
    pub about: String,
    /// As it was given: `4 of 5`, `Good`.
    pub rating: String,
    /// Mid-term and end stand beside each other: when this one was given.
    pub when: String,
    pub words: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// The question, or the person.
    pub about: String,
    pub words: String,
}

/// What the frame reads.
#[derive(Debug, Clone, Serialize)]
pub(in super::super) struct ImpactPage {
    #[serde(skip)]
    date: Date,
    issuer: Letterhead,
    title: &'static str,
    number: String,
    to_name_short: String,
    parties: Vec<Block>,
    facts: Vec<Fact>,
    subject: String,
    /// Need, hopes, and end point, those that were written down.
    aims: Vec<Said>,
    ratings: Vec<Rating>,
    with_when: bool,
    heads_words: Vec<Said>,
    own_words: Vec<Said>,
    registered_as: String,
}

impl Sheet for ImpactPage {
    const FRAME: &'static str = "impact.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Mark;
    const LONGEST: usize = 200_000;

    fn date(&self) -> Date {
        self.date
    }
}

impl ImpactPage {
    pub fn of(sheet: &ImpactSheet) -> Self {
        let mut parties = vec![named("Supported school", &sheet.school, &[&sheet.school_head])];
        parties.extend(sheet.people.iter().map(|(name, home)| named("Supported by", name, &[home])));
        let mut facts = vec![
            strong("Number", &sheet.case),
            fact("Date", date_in_short(sheet.date)),
            strong("Worked", sheet.worked.to_string()),
            fact("Agreed", sheet.agreed.to_string()),
        ];
        facts.extend(sheet.model.map(|model| fact("How they lay", model_in_words(model))));
        facts.extend(sheet.period.map(|(first, last)| fact("When", days_in_words(first, last))));
        let aim = |about: &str, words: &str| Said { about: about.to_owned(), words: words.to_owned() };
        let mut aims = vec![
            aim("What the school asked for", &sheet.need),
            aim("What it hoped for", &sheet.hoped_for),
            aim("What was to be true at the end", &sheet.end_point),
        ];
        aims.retain(|aim| !aim.words.trim().is_empty());
        Self {
            date: sheet.date,
            issuer: sheet.alliance.clone(),
            title: "Impact report",
            number: sheet.case.clone(),
            to_name_short: short(&sheet.school, 48),
            parties,
            facts,
            subject: sheet.subject.clone(),
            aims,
            with_when: sheet.ratings.iter().any(|rating| !rating.when.is_empty()),
            ratings: sheet.ratings.clone(),
            heads_words: sheet.heads_words.clone(),
            own_words: sheet.own_words.clone(),
            registered_as: sheet.alliance.name.clone(),
        }
    }
}
