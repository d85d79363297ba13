//! `invoices draft`: drafts of everything that has been confirmed and not billed. `drop draft D12 because …`: one of them goes.

use super::{books, in_short, kind_in_words, refused};
use crate::billing::{self, Drafting, Due};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::charging::When;
use crate::domain::civil;
use crate::domain::deployment::Deployment;
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::invoice::{InvoiceId, State};
use jiff::civil::Date;

pub const DRAFT: Command = Command {
    name: "invoices draft",
    usage: &[
        "invoices draft",
        "invoices draft sle",
        "invoices draft DEP-2027-0003",
        "invoices draft up to 30 April 2027",
    ],
    about: "Drafts invoices, self-billing statements and time sheets for all days that have been confirmed and not billed, whatever policy says about when. Nothing is sent: `invoices send` does that.",
    lookup: |said, config| {
        read(said, config)?;
        // Where a programme bills in advance, every deployment that is under way may have an invoice to come.
        let in_advance = |programme: &Programme| programme.charging.when == When::InAdvance;
        let deployments = config.programmes.values().any(in_advance);
        Ok(Lookup { deployments, ledger: Ledger { unbilled: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide: draft,
};

pub const DROP: Command = Command {
    name: "drop draft",
    usage: &["drop draft D12 because the school has another order number"],
    about: "Gives up a draft. Its days are unbilled again, and the next drafts have them.",
    lookup: |said, _| {
        let (_, rest) = number(said)?;
        let (before, _) = rest.because()?;
        before.nothing_more()?;
        Ok(Lookup { ledger: Ledger { drafts: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide: drop_one,
};

/// Whose days are wanted, and until when.
struct Wish<'c> {
    programme: Option<&'c Programme>,
    deployment: Option<CaseId>,
    until: Option<Date>,
}

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<Wish<'c>, Refusal> {
    let mut wish = Wish { programme: None, deployment: None, until: None };
    let mut rest = *said;
    while !rest.is_empty() {
        let (word, after) = rest.word();
        if let Some(day) = rest.after("up").and_then(|rest| rest.after("to")).or_else(|| rest.after("until")) {
            let expected = || Refusal::Misunderstood(format!("`{}` is no date with its year.", day.text()));
            wish.until = Some(civil::read_date(day.text()).ok_or_else(expected)?);
            return Ok(wish);
        }
        if let Ok(number) = CaseId::parse(word) {
            wish.deployment = Some(number);
            rest = after;
        } else {
            (wish.programme, rest) = rest.programme(config).map(|(programme, rest)| (Some(programme), rest))?;
        }
    }
    Ok(wish)
}

/// `D12 …`: a draft, as listings and letters name it.
pub fn number<'a>(said: &Said<'a>) -> Result<(InvoiceId, Said<'a>), Refusal> {
    let (word, rest) = said.word();
    match draft_number(word) {
        Some(id) => Ok((id, rest)),
        None => super::misunderstood(
            "Which draft? Expected its number, as in `D12`; `alliance-clerk invoices drafts` lists them.",
        ),
    }
}

pub fn draft_number(word: &str) -> Option<InvoiceId> {
    let lower = word.trim_end_matches([',', '.', ':']).to_lowercase();
    let digits = lower.strip_prefix('d')?;
    let fits = (1..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| fits).map(InvoiceId)
}

fn draft(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said, order.config)?;
    let books = books(order);
    let only = |deployment: &Deployment| {
        wish.programme.is_none_or(|programme| deployment.programme == programme.id)
            && wish.deployment.as_ref().is_none_or(|number| deployment.number == *number)
    };
    let until = wish.until.unwrap_or(books.today);
    let drafting = billing::draft(&books, Due::UpTo(until), only);
    if drafting.is_empty() {
        let why: Vec<String> = drafting.troubles.iter().map(|(number, why)| format!("{number}: {why}.")).collect();
        return refused(format!("There is nothing to bill. {}", why.join(" ")).trim_end().to_owned());
    }
    let mut decision = Decision::default();
    let answer = told(&drafting);
    decision.because(format!("{} had everything drafted that was confirmed until {until}.", order.by));
    decision.changes.extend(drafting.changes.into_iter().map(Change::Money));
    Ok(Outcome::new(decision, answer))
}

fn told(drafting: &Drafting) -> String {
    let mut lines: Vec<String> =
        drafting.drafts().map(|invoice| format!("- {}: {}", kind_in_words(invoice), in_short(invoice))).collect();
    for (half_days, what) in [
        (drafting.swapped, "joined the ledger of swaps"),
        (drafting.funded, "drawn from funds"),
        (drafting.covered, "had been paid in advance"),
    ] {
        if half_days.0 > 0 {
            lines.push(format!("- {half_days} {what}"));
        }
    }
    lines.extend(drafting.troubles.iter().map(|(number, why)| format!("- {number} is left out: {why}")));
    format!(
        "Drafted:\n{}\n`alliance-clerk invoices drafts` shows every line. To issue and send what was drafted: `invoices send`.",
        lines.join("\n")
    )
}

fn drop_one(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (id, rest) = number(order.said)?;
    let (_, because) = rest.because()?;
    let found = order.facts.invoices.iter().find(|invoice| invoice.id == id && invoice.state == State::Draft);
    let Some(invoice) = found else {
        return refused(format!("There is no draft D{}. What has been issued is credited instead.", id.0));
    };
    let mut decision = Decision::default();
    decision.because(format!("{} dropped draft D{} ({}) because {because}.", order.by, id.0, in_short(invoice)));
    decision.changes.push(Change::Money(MoneyChange::Dropped { invoice: id, because: because.to_owned() }));
    Ok(Outcome::new(
        decision,
        format!("Draft D{} ({}) is dropped; its days are unbilled again.", id.0, in_short(invoice)),
    ))
}
