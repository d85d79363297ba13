//! Work in schools: deployments with their days, and the parts of the ledger that are asked for.

use super::{deployments, money, of_prefix, visits};
use crate::domain::deployment;
use crate::domain::facts::{Facts, Ledger, Lookup};
use crate::domain::invoice::Standing;
use crate::domain::{CaseId, EmailAddress};
use crate::letters::money::statement;
use crate::store::{StoreFault, Tx, stamp};
use jiff::Timestamp;

/// Deployments that are over matter for a year and a little longer.
const DEPLOYMENTS_DAYS: i64 = 400;

/// Schools of the national register that are wanted, by number, or by name where none is known.
pub fn schools(lookup: &Lookup, facts: &Facts) -> Vec<String> {
    let mut wanted = lookup.establishments.clone();
    if lookup.ledger.drafts || lookup.ledger.next_unposted {
        // Their postal addresses stand on invoices.
        let parties = facts.invoices.iter().map(|invoice| (invoice.urn, &invoice.school));
        let schools = facts.deployments.iter().map(|deployment| (deployment.school.urn, &deployment.school.name));
        let people = facts.deployments.iter().flat_map(|deployment| &deployment.people);
        let all = parties.chain(schools).chain(people.map(|person| (person.home_urn, &person.home_school)));
        wanted.extend(all.map(|(urn, name)| urn.map_or_else(|| name.clone(), |urn| urn.to_string())));
    }
    if lookup.home_schools {
        let of_people = facts.register.iter().map(|entry| (entry.urn, &entry.school));
        let of_alliance = facts.schools.iter().map(|school| (school.urn, &school.name));
        let of_work = facts.deployments.iter().map(|deployment| (deployment.school.urn, &deployment.school.name));
        let all = of_people.chain(of_alliance).chain(of_work);
        wanted.extend(all.map(|(urn, name)| urn.map_or_else(|| name.clone(), |urn| urn.to_string())));
    }
    wanted.sort();
    wanted.dedup();
    wanted
}

/// What a lookup wants of the books, and the deployments that it is about with their visits.
pub async fn load(
    tx: &mut Tx,
    lookup: &Lookup,
    named: &[String],
    now: Timestamp,
    facts: &mut Facts,
) -> Result<(), StoreFault> {
    let mut ledger = lookup.ledger;
    // A statement names no invoice: an answer to it is about whatever is open.
    ledger.open |= facts.answered.iter().any(|letter| letter.letter == statement::KIND.name);
    if !named.is_empty() || ledger != Ledger::default() {
        facts.invoices = money::invoices(tx, named, ledger).await?;
    }
    if ledger.drafts {
        facts.next_numbers.extend(money::next_numbers(tx).await?);
    }
    let mut numbers = of_prefix(named, deployment::PREFIX);
    let of_lines = facts.invoices.iter().flat_map(|invoice| &invoice.lines).filter_map(|line| line.deployment.as_ref());
    numbers.extend(of_lines.map(ToString::to_string));
    if ledger.unbilled {
        facts.visits = visits::load(tx, visits::Wanted::Unbilled).await?;
        facts.funds = money::funds(tx).await?;
        facts.swaps = money::swaps(tx).await?;
        numbers.extend(facts.visits.iter().map(|visit| visit.deployment.to_string()));
        numbers.extend(deployments::agreed_in_advance(tx).await?);
    }
    numbers.sort();
    numbers.dedup();
    match lookup.deployments {
        true => all_current(tx, &numbers, now, facts).await,
        false => some(tx, lookup, &numbers, facts).await,
    }
}

/// Whatever is under way or has ended lately, and what is billed late, though it ended long ago; each with its visits.
async fn all_current(tx: &mut Tx, numbers: &[String], now: Timestamp, facts: &mut Facts) -> Result<(), StoreFault> {
    let since = now - jiff::SignedDuration::from_hours(24 * DEPLOYMENTS_DAYS);
    facts.deployments = deployments::load(tx, deployments::Wanted::Current { since: stamp(since) }).await?;
    let missing = |number: &&String| !facts.deployments.iter().any(|known| known.number.to_string() == **number);
    let named: Vec<String> = numbers.iter().filter(missing).cloned().collect();
    let others = deployments::Wanted::Some { named: &named, addresses: &[], entries: &[] };
    facts.deployments.extend(deployments::load(tx, others).await?);
    facts.open_logs = visits::open_logs(tx, None).await?;
    let loaded = numbers_of(facts);
    facts.visits = visits::load(tx, visits::Wanted::Of { deployments: &loaded, people: &[] }).await?;
    Ok(())
}

/// Those that are named, and those of the sender. Where the unbilled days are wanted, those are all that is; otherwise
/// everything that anybody of these deployments logged anywhere.
async fn some(tx: &mut Tx, lookup: &Lookup, numbers: &[String], facts: &mut Facts) -> Result<(), StoreFault> {
    let senders: Vec<&str> = lookup.sender.iter().map(EmailAddress::folded).collect();
    // Whoever has written from another address since is known by their entry.
    let own = facts.register.iter().filter(|entry| lookup.sender.as_ref() == Some(&entry.email));
    let entries: Vec<CaseId> = own.filter_map(|entry| entry.number.clone()).collect();
    let wanted = deployments::Wanted::Some { named: numbers, addresses: &senders, entries: &entries };
    facts.deployments = deployments::load(tx, wanted).await?;
    if facts.deployments.is_empty() {
        return Ok(());
    }
    if let Some(sender) = senders.first() {
        facts.open_logs = visits::open_logs(tx, Some(sender)).await?;
    }
    if !lookup.ledger.unbilled {
        let people = facts.deployments.iter().flat_map(|deployment| &deployment.people);
        let people: Vec<&str> = people.map(|person| person.email.folded()).collect();
        let loaded = numbers_of(facts);
        facts.visits = visits::load(tx, visits::Wanted::Of { deployments: &loaded, people: &people }).await?;
    }
    Ok(())
}

fn numbers_of(facts: &Facts) -> Vec<String> {
    facts.deployments.iter().map(|deployment| deployment.number.to_string()).collect()
}

/// All of the books: every deployment with its days, every document, fund and swap; and where each day stands.
///
/// # Errors
/// When the database refuses.
pub async fn ledger(tx: &mut Tx) -> Result<(Facts, Vec<Standing>), StoreFault> {
    let deployments = deployments::load(tx, deployments::Wanted::All).await?;
    let numbers: Vec<String> = deployments.iter().map(|deployment| deployment.number.to_string()).collect();
    let visits = visits::load(tx, visits::Wanted::Of { deployments: &numbers, people: &[] }).await?;
    let facts = Facts {
        deployments,
        visits,
        invoices: money::all_invoices(tx).await?,
        funds: money::funds(tx).await?,
        swaps: money::swaps(tx).await?,
        next_numbers: money::next_numbers(tx).await?,
        ..Facts::default()
    };
    Ok((facts, money::standings(tx).await?))
}
