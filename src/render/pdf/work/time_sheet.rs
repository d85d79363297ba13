//! A time sheet: the days from which a home school bills, or the annexe of an invoice.

use super::super::billing::{Block, Fact, fact, short, shown, strong};
use super::super::sheets::{Letterhead, Sheet, Unprintable};
use super::named;
use crate::domain::charging::TooMuch;
use crate::domain::civil::{date_in_short, days_in_words};
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::einvoice::days_in_words as in_figures;
use crate::einvoice::{Charge, InvoiceDocument, Party};
use jiff::civil::Date;
use serde::Serialize;

/// Visits that were worked and confirmed.
#[derive(Debug, Clone)]
pub struct TimeSheet {
    pub alliance: Letterhead,
    pub date: Date,
    /// `TSH-2027-0003`; for an annexe the invoice's number.
    pub number: String,
    /// It goes with the invoice of this number, and nobody bills from it.
    pub is_annexe: bool,
    /// Who gets it: the home school that bills, or the school that is billed.
    pub to: String,
    pub to_lines: Vec<String>,
    /// Whom the home school bills, and where to; empty for an annexe.
    pub bill_to: String,
    pub bill_to_lines: Vec<String>,
    pub po_number: String,
    /// First and last day that it covers.
    pub period: (Date, Date),
    /// In the order of their days.
    pub lines: Vec<Worked>,
    pub notes: Vec<String>,
}

impl TimeSheet {
    /// From the document that was issued: the home school sells, the supported school buys.
    pub fn of(document: &InvoiceDocument, alliance: &Letterhead) -> Self {
        let lines_of = |party: &Party| {
            let mut lines = party.address.clone();
            lines.push(party.postcode.clone());
            lines.retain(|line| !line.trim().is_empty());
            lines
        };
        let days = || document.lines.iter().flat_map(|line| line.dates.iter().copied());
        let period = (days().min().unwrap_or(document.issued), days().max().unwrap_or(document.issued));
        let worked = document.lines.iter().filter_map(|line| {
            Some(Worked {
                day: *line.dates.first()?,
                what: line.description.clone(),
                school: document.buyer.name.clone(),
                case: line.case.clone(),
                who: line.who.clone(),
                half_days: match line.charge {
                    Charge::Days { half_days, .. } => HalfDays(half_days),
                    Charge::Sum => HalfDays::NONE,
                },
                value: line.net,
            })
        });
        Self {
            alliance: alliance.clone(),
            date: document.issued,
            number: document.number.clone(),
            is_annexe: false,
            to: document.seller.name.clone(),
            to_lines: lines_of(&document.seller),
            bill_to: document.buyer.name.clone(),
            bill_to_lines: lines_of(&document.buyer),
            po_number: document.order.clone(),
            period,
            lines: worked.collect(),
            notes: vec![],
        }
    }
}

#[derive(Debug, Clone)]
pub struct Worked {
    pub day: Date,
    pub what: String,
    /// The other school: the one that was visited, or the one that sent somebody.
    pub school: String,
    pub case: String,
    pub who: String,
    pub half_days: HalfDays,
    pub value: Pence,
}

/// What the frame reads.
#[derive(Debug, Clone, Serialize)]
pub(in super::super) struct TimeSheetPage {
    #[serde(skip)]
    date: Date,
    issuer: Letterhead,
    title: &'static str,
    number: String,
    to_name_short: String,
    parties: Vec<Block>,
    facts: Vec<Fact>,
    to_do: String,
    lines: Vec<Row>,
    days: String,
    sum: String,
    notes: Vec<String>,
    registered_as: String,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    day: String,
    what: String,
    school: String,
    case: String,
    who: String,
    days: String,
    value: String,
    /// What the lines come to, up to and with this one.
    running: String,
}

impl Sheet for TimeSheetPage {
    const FRAME: &'static str = "time_sheet.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 200_000;

    fn date(&self) -> Date {
        self.date
    }
}

/// What all lines say, where it is one thing: it is said once, above them.
fn common(lines: &[Worked], of: impl Fn(&Worked) -> &String) -> Option<&str> {
    let first = of(lines.first()?);
    let one = !first.is_empty() && lines.iter().all(|line| of(line) == first);
    one.then_some(first.as_str())
}

impl TimeSheetPage {
    /// # Errors
    /// When the lines come to more than can be counted.
    pub fn of(sheet: &TimeSheet) -> Result<Self, TooMuch> {
        let mut sum = Pence::ZERO;
        let mut lines = vec![];
        let school = common(&sheet.lines, |line| &line.school);
        let case = common(&sheet.lines, |line| &line.case);
        let unless = |common: Option<&str>, own: &str| if common.is_some() { String::new() } else { own.to_owned() };
        for line in &sheet.lines {
            sum = sum.checked_add(line.value).ok_or(TooMuch)?;
            lines.push(Row {
                day: line.day.strftime("%a %-d %b\u{a0}%Y").to_string(),
                what: line.what.clone(),
                school: unless(school, &line.school),
                case: unless(case, &line.case),
                who: line.who.clone(),
                days: in_figures(line.half_days.0),
                value: shown(line.value),
                running: shown(sum),
            });
        }
        let halves: HalfDays = sheet.lines.iter().map(|line| line.half_days).sum();
        let party = |label, name: &str, lines: &[String]| {
            named(label, name, &lines.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let mut parties = vec![party("To", &sheet.to, &sheet.to_lines)];
        if !sheet.bill_to.is_empty() {
            parties.push(party("To be invoiced", &sheet.bill_to, &sheet.bill_to_lines));
        }
        let (first, last) = sheet.period;
        let mut facts = vec![
            strong(if sheet.is_annexe { "With invoice" } else { "Number" }, &sheet.number),
            fact("Date", date_in_short(sheet.date)),
            fact("Days worked", days_in_words(first, last)),
            strong("In all", format!("{halves}, {}", shown(sum))),
        ];
        facts.extend(case.map(|case| fact("Deployment", case)));
        // Where it is the school that is invoiced it stands beside already.
        facts.extend(school.filter(|school| *school != sheet.bill_to).map(|school| fact("School", school)));
        if !sheet.po_number.trim().is_empty() {
            facts.push(fact("Order number", &sheet.po_number));
        }
        let to_do = if sheet.is_annexe || sheet.bill_to.is_empty() {
            String::new()
        } else {
            format!(
                "Please invoice {} for these days from this time sheet, and quote {}. The school has confirmed them.",
                sheet.bill_to, sheet.number
            )
        };
        Ok(Self {
            date: sheet.date,
            issuer: sheet.alliance.clone(),
            title: "Time sheet",
            number: sheet.number.clone(),
            to_name_short: short(&sheet.to, 48),
            parties,
            facts,
            to_do,
            lines,
            days: in_figures(halves.0),
            sum: shown(sum),
            notes: sheet.notes.clone(),
            registered_as: sheet.alliance.name.clone(),
        })
    }
}
