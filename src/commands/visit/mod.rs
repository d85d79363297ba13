//! What coordinators say of days worked: logged for somebody, taken back, confirmed, and settled after a dispute.

pub mod confirm;
pub mod log;
pub mod settle;
pub mod unlog;

use super::said::Said;
use super::{Order, Refusal, TYPED};
use super::{misunderstood, refused};
use crate::config::Programme;
use crate::domain::change::Change;
use crate::domain::civil;
use crate::domain::deployment::{self, Deployment};
use crate::domain::facts::Facts;
use crate::domain::invoice::{Invoice, State as Stage};
use crate::domain::listed;
use crate::domain::visit::{Billing, Visit};
use crate::domain::{CaseId, EmailAddress};
use jiff::civil::Date;

/// `DEP-2027-0001`, and what follows it.
fn number<'s>(said: &Said<'s>) -> Result<(CaseId, Said<'s>), Refusal> {
    let (word, rest) = said.word();
    match CaseId::parse(word.trim_end_matches([',', ':'])).ok().filter(|n| n.prefix() == deployment::PREFIX) {
        Some(number) => Ok((number, rest)),
        None => misunderstood("Which deployment? Expected its number, as in `DEP-2027-0001`; `deployments` lists all."),
    }
}

/// An address, where one comes next.
fn who<'s>(said: &Said<'s>) -> Result<(Option<EmailAddress>, Said<'s>), Refusal> {
    let (word, rest) = said.word();
    if !word.contains('@') {
        return Ok((None, *said));
    }
    let word = word.trim_matches(|c| ",<>".contains(c));
    match EmailAddress::parse(word) {
        Ok(email) => Ok((Some(email), rest)),
        Err(_) => misunderstood(format!("`{word}` is no e-mail address.")),
    }
}

/// A day at the beginning, and what follows it: `6 May 2027 half a day`. Without its year it is the latest that has been.
fn day<'s>(said: &Said<'s>, today: Date) -> Result<(Date, &'s str), Refusal> {
    let text = said.after("on").map_or(said.text(), |rest| rest.text());
    let ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).chain([text.len()]).collect();
    for end in ends.into_iter().take(5).rev() {
        let (Some(day), Some(rest)) = (text.get(..end), text.get(end..)) else { continue };
        let day = day.trim_end_matches([',', ':']);
        let years = [today.year(), today.year().saturating_sub(1)];
        let recent = || {
            let of = |year: &i16| civil::read_date(&format!("{day} {year}"));
            years.iter().filter_map(of).find(|date| *date <= today)
        };
        if let Some(day) = civil::read_date(day).or_else(recent) {
            return Ok((day, rest.trim()));
        }
    }
    misunderstood(format!("Which day? Expected, for example, `6 May 2027`, instead of `{text}`."))
}

/// What a command about days needs.
struct Matter<'a> {
    deployment: &'a Deployment,
    programme: &'a Programme,
    today: Date,
}

fn matter<'a>(order: &Order<'a>, number: &CaseId) -> Result<Matter<'a>, Refusal> {
    let Some(deployment) = order.facts.deployment(number) else {
        return refused(format!("There is no deployment {number}; `deployments` lists all."));
    };
    let Some(programme) = order.config.programme(&deployment.programme) else {
        return refused(format!("{number} is of the programme {}, which is not configured.", deployment.programme));
    };
    Ok(Matter { deployment, programme, today: programme.window.zone.date(order.now) })
}

impl Matter<'_> {
    /// `DEP-2027-0001 (Oakfield School)`.
    fn named(&self) -> String {
        format!("{} ({})", self.deployment.number, self.deployment.school.name)
    }

    /// The one visit on a day, by whoever is named.
    fn visit<'v>(&self, visits: &'v [Visit], email: Option<&EmailAddress>, day: Date) -> Result<&'v Visit, Refusal> {
        let of_day = || {
            visits
                .iter()
                .filter(|visit| visit.deployment == self.deployment.number && visit.day == day && visit.stands())
        };
        let found: Vec<&Visit> = of_day().filter(|visit| email.is_none_or(|email| visit.email == *email)).collect();
        match found.as_slice() {
            [visit] => Ok(visit),
            [] => refused(format!("No visit on {} is logged for {}.", civil::date_in_words(day), self.named())),
            [..] => {
                let mut all: Vec<String> = found.iter().map(|visit| visit.email.to_string()).collect();
                all.sort();
                refused(format!(
                    "Several were there on {}: name one of {} before the day.",
                    civil::date_in_words(day),
                    listed(&all)
                ))
            }
        }
    }
}

/// `1 day of Priya Nair on Thursday 6 May 2027`.
fn in_words(visit: &Visit) -> String {
    format!("{} of {} on {}", visit.half_days, visit.name, civil::date_in_words(visit.day))
}

/// What the ledger has is reopened by a credit note, not by a word; what only a draft has, by dropping that.
fn not_settled(facts: &Facts, visit: &Visit) -> Result<(), Refusal> {
    let has_it = |draft: &&Invoice| {
        draft.state == Stage::Draft
            && draft.lines.iter().any(|line| line.visit == Some(visit.id) && line.credits.is_none())
    };
    let drafts: Vec<&Invoice> = facts.invoices.iter().filter(has_it).collect();
    if !drafts.is_empty() {
        let names: Vec<String> = drafts.iter().map(|draft| draft.name()).collect();
        let drops: Vec<String> = names.iter().map(|name| format!("`drop draft {name} because …`")).collect();
        let (have, their) = if drafts.len() == 1 { ("has", "its") } else { ("have", "their") };
        return refused(format!(
            "{} stands on {}, which {have} not been sent. Say {} first; {their} other days are drafted again.",
            in_words(visit),
            listed(&names),
            listed(&drops)
        ));
    }
    let settled = match visit.billing {
        Billing::Unbilled => visit.reimbursed,
        Billing::Billed | Billing::Swapped | Billing::Funded | Billing::Direct => true,
    };
    if settled {
        return refused(format!(
            "{} is {} already. A credit note opens it again; only then can it be changed.",
            in_words(visit),
            if visit.billing == Billing::Unbilled { "reimbursed" } else { visit.billing.word() }
        ));
    }
    Ok(())
}

/// What letters call whoever gave a command: somebody who typed it without a name is the office.
fn in_letters(by: &str) -> &str {
    if by == TYPED { "Our office" } else { by }
}

/// Questions about a visit are settled by what a coordinator says of it.
fn settled(visit: &Visit, by: &str, outcome: &str) -> Change {
    Change::ReviewsClosed {
        key_begins: format!("visits:{}:dispute:{}", visit.deployment, visit.id.0),
        by: by.to_owned(),
        outcome: outcome.to_owned(),
    }
}
