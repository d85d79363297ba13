//! The agreement upon a deployment.

use super::super::billing::{Block, Fact, fact, short, strong};
use super::super::sheets::{Letterhead, Sheet, Unprintable};
use super::named;
use crate::domain::civil::date_in_short;
use crate::domain::deployment::Model;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;
use serde::Serialize;

/// What the parties agree to.
#[derive(Debug, Clone)]
pub struct AgreementSheet {
    pub alliance: Letterhead,
    /// The day of this version.
    pub date: Date,
    pub case: String,
    pub version: u32,
    pub subject: String,
    pub school: String,
    pub school_head: String,
    /// The leader first.
    pub doers: Vec<Doer>,
    pub need: String,
    pub hoped_for: String,
    pub model: Model,
    pub half_days: HalfDays,
    pub starts_on: Date,
    pub ends_on: Date,
    pub review_on: Option<Date>,
    pub end_point: String,
    /// The action plan.
    pub lines: Vec<String>,
    /// As `Charging::in_words` and `Charging::terms` say it.
    pub rate: String,
    pub terms: Vec<String>,
    pub parties: Vec<AgreedParty>,
    /// While somebody has not agreed: by when and to whom they reply.
    pub reply_by: Option<Date>,
}

/// Somebody who does the work.
#[derive(Debug, Clone)]
pub struct Doer {
    pub name: String,
    /// `Specialist Leader of Education`; empty for other staff.
    pub role: String,
    pub home_school: String,
    pub home_head: String,
    /// Their part, where the days are shared.
    pub half_days: Option<HalfDays>,
}

#[derive(Debug, Clone)]
pub struct AgreedParty {
    /// `Headteacher of the supported school`
    pub party: String,
    pub name: String,
    pub school: String,
    pub agreed_on: Option<Date>,
}

/// What the frame reads.
#[derive(Debug, Clone, Serialize)]
pub(in super::super) struct AgreementPage {
    #[serde(skip)]
    date: Date,
    issuer: Letterhead,
    title: &'static str,
    number: String,
    to_name_short: String,
    parties: Vec<Block>,
    facts: Vec<Fact>,
    subject: String,
    need: String,
    hoped_for: String,
    doers: Vec<DoerRow>,
    with_parts: bool,
    agreed: Vec<Fact>,
    end_point: String,
    lines: Vec<String>,
    rate: String,
    terms: Vec<String>,
    consents: Vec<Consent>,
    /// Empty once all have agreed.
    to_do: String,
    registered_as: String,
}

#[derive(Debug, Clone, Serialize)]
struct DoerRow {
    name: String,
    role: String,
    school: String,
    head: String,
    part: String,
}

#[derive(Debug, Clone, Serialize)]
struct Consent {
    party: String,
    name: String,
    school: String,
    /// Empty until they do.
    on: String,
}

impl Sheet for AgreementPage {
    const FRAME: &'static str = "agreement.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 100_000;

    fn date(&self) -> Date {
        self.date
    }
}

/// How the days lie, as an agreement says it.
pub(super) fn model_in_words(model: Model) -> &'static str {
    match model {
        Model::Spread => "single days, arranged as they are needed",
        Model::Block => "consecutive days",
        Model::Diagnostic => "a diagnostic visit, to find out what is needed",
        Model::FullTime => "full time",
        Model::Placement => "a placement of half a day to a day a week",
    }
}

impl AgreementPage {
    pub fn of(sheet: &AgreementSheet) -> Self {
        let waiting = sheet.parties.iter().any(|party| party.agreed_on.is_none());
        let mut parties = vec![named("Supported school", &sheet.school, &[&sheet.school_head])];
        let mut homes: Vec<&str> = vec![];
        for doer in &sheet.doers {
            if !homes.contains(&doer.home_school.as_str()) {
                homes.push(&doer.home_school);
                parties.push(named("Home school", &doer.home_school, &[&doer.home_head]));
            }
        }
        let mut facts = vec![strong("Number", &sheet.case), fact("Date", date_in_short(sheet.date))];
        if sheet.version > 1 {
            let earlier = if sheet.version == 2 { "the first" } else { "all earlier ones" };
            facts.push(fact("Version", format!("{}, in place of {earlier}", sheet.version)));
        }
        if let Some(by) = sheet.reply_by.filter(|_| waiting) {
            facts.push(strong("Please reply by", date_in_short(by)));
        }
        let mut agreed = vec![
            fact("Days", sheet.half_days.to_string()),
            fact("How they are spread", model_in_words(sheet.model)),
            fact("From", date_in_short(sheet.starts_on)),
            fact("To", date_in_short(sheet.ends_on)),
        ];
        agreed.extend(sheet.review_on.map(|on| fact("Review", date_in_short(on))));
        let by = sheet.reply_by.map(|by| format!(" by {}", date_in_short(by))).unwrap_or_default();
        let to_do = format!(
            "Please read this through. If it is right, reply to the letter that it came with{by}, with the one word AGREED. If something should be different, say what in your reply; nothing is settled until everybody has agreed."
        );
        Self {
            date: sheet.date,
            issuer: sheet.alliance.clone(),
            title: "Agreement",
            number: sheet.case.clone(),
            to_name_short: short(&sheet.school, 48),
            parties,
            facts,
            subject: sheet.subject.clone(),
            need: sheet.need.clone(),
            hoped_for: sheet.hoped_for.clone(),
            with_parts: sheet.doers.iter().any(|doer| doer.half_days.is_some()),
            doers: sheet
                .doers
                .iter()
                .map(|doer| DoerRow {
                    name: doer.name.clone(),
                    role: doer.role.clone(),
                    school: doer.home_school.clone(),
                    head: doer.home_head.clone(),
                    part: doer.half_days.map(|part| part.to_string()).unwrap_or_default(),
                })
                .collect(),
            agreed,
            end_point: sheet.end_point.clone(),
            lines: sheet.lines.clone(),
            rate: sheet.rate.clone(),
            terms: sheet.terms.clone(),
            consents: sheet
                .parties
                .iter()
                .map(|party| Consent {
                    party: party.party.clone(),
                    name: party.name.clone(),
                    school: party.school.clone(),
                    on: party.agreed_on.map(date_in_short).unwrap_or_default(),
                })
                .collect(),
            to_do: if waiting { to_do } else { String::new() },
            registered_as: sheet.alliance.name.clone(),
        }
    }
}
