//! `import schools CSV`, `import people CSV`: registers that are kept elsewhere. All of a file, or nothing of it; the same
//! file again changes nothing.

mod bank;
mod matching;
mod national;
mod people;
mod schools;
mod table;

use super::arguments::ImportAction;
use super::place::Place;
use super::{Failure, print};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::facts::{Facts, Lookup};
use crate::domain::register::{Designation, Establishment, School};
use crate::domain::schools::Directory;
use crate::render::Renderer;
use crate::step::{self, Cause, Office};
use crate::store::{self, StoreFault, Tx};
use jiff::Timestamp;
use std::path::Path;

/// What a file says, read.
enum Content {
    Schools(Vec<School>),
    National(Vec<Establishment>),
    People(people::People, bool),
}

pub async fn run(place: &Place, action: ImportAction) -> Result<(), Failure> {
    let config = place.config()?;
    let (what, file) = match &action {
        ImportAction::Schools { file, .. } => ("import schools", file.clone()),
        ImportAction::People { file, .. } => ("import people", file.clone()),
        ImportAction::Bank { file, dry_run } => return bank::run(place, file, *dry_run).await,
    };
    let bytes = std::fs::read(&file).map_err(|e| Failure::wrong(format!("{} cannot be read: {e}", file.display())))?;
    let store = place.store().await?;
    let clock = place.writing_clock(&config, &store).await?;
    let now = clock.now();
    let content = read(&action, &bytes, &config, now).map_err(|faults| {
        Failure::wrong(format!("{} was not imported; nothing has changed.\n  {}", file.display(), faults.join("\n  ")))
    })?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let mut tx = store.begin().await?;
    let cause = Cause { actor: crate::commands::TYPED, what, message: None, live: false };
    let (decision, said) = decided(&mut tx, content, &file, &store, now).await?;
    if !decision.changes.is_empty() {
        step::record(&office, &mut tx, &decision, &cause, now).await?;
    }
    // What the alliance's own names lead to, as things stand now.
    let facts = all(&mut tx, &store, now).await?;
    let matched = matching::find(&Directory::of(&facts.establishments), &facts.register, &facts.schools);
    if !matched.changes.is_empty() {
        let mut decision = Decision { changes: matched.changes.clone(), ..Decision::default() };
        decision.because(format!("{} were found in the national register by their exact name.", matched.found));
        step::record(&office, &mut tx, &decision, &cause, now).await?;
    }
    let national = store::facts::has_national_register(&mut tx).await?;
    tx.commit().await.map_err(StoreFault::from)?;
    store.close().await;
    said.iter().for_each(|line| print(line));
    if national {
        matched.in_words(&facts.establishments).iter().for_each(|line| print(line));
    }
    Ok(())
}

fn read(action: &ImportAction, bytes: &[u8], config: &Config, now: Timestamp) -> Result<Content, Vec<String>> {
    match action {
        ImportAction::Schools { .. } if national::is_it(bytes) => national::read(bytes).map(Content::National),
        ImportAction::Schools { ignore, .. } => schools::read(&table::decoded(bytes), ignore).map(Content::Schools),
        ImportAction::People { ignore, update, .. } => {
            let today = config.zone().date(now);
            people::read(&table::decoded(bytes), config, ignore, today).map(|people| Content::People(people, *update))
        }
        ImportAction::Bank { .. } => Err(vec!["a bank statement is no register".to_owned()]),
    }
}

/// The register, the alliance's schools, and those of the national register that have their names.
async fn all(tx: &mut Tx, store: &store::Store, now: Timestamp) -> Result<Facts, StoreFault> {
    let facts = store::facts::load(tx, &Lookup { people: true, ..Lookup::default() }, store.key(), now).await?;
    let unnumbered = |entry: &&Designation| entry.urn.is_none() && !entry.status.is_end();
    let names = facts.register.iter().filter(unnumbered).map(|entry| entry.school.clone());
    let schools = facts.schools.iter().filter(|school| school.urn.is_none()).map(|school| school.name.clone());
    let establishments = names.chain(schools).collect();
    store::facts::load(tx, &Lookup { people: true, establishments, ..Lookup::default() }, store.key(), now).await
}

/// What follows from a file, and what is said of it.
async fn decided(
    tx: &mut Tx,
    content: Content,
    file: &Path,
    store: &store::Store,
    now: Timestamp,
) -> Result<(Decision, Vec<String>), Failure> {
    let mut decision = Decision::default();
    let name = file.display();
    let again = "Importing the file again changes nothing.";
    let said = match content {
        Content::National(establishments) => {
            let (count, open) = (establishments.len(), establishments.iter().filter(|school| school.is_open).count());
            decision.because(format!("The national register of schools was imported: {count}, {open} of them open."));
            decision.changes.push(Change::Register(RegisterChange::NationalRegister { establishments }));
            vec![format!("{count} schools of the national register imported from {name}, {open} of them open. {again}")]
        }
        Content::Schools(schools) => {
            let facts = all(tx, store, now).await?;
            decision.changes = schools::changes(&schools, &facts.schools);
            let rows = rows(schools.len());
            decision.because(format!("{rows} of schools were imported from a file."));
            vec![format!("{rows} imported from {name}, {} of them new or changed. {again}", decision.changes.len())]
        }
        Content::People(people, update) => {
            let facts = all(tx, store, now).await?;
            let people = people.against(&facts.register, update);
            let (new, changed, unchanged) = (people.new, people.brought_up_to_date, people.unchanged);
            decision.because(format!("People were imported from a file: {new} new, {changed} brought up to date."));
            decision.changes = people.changes;
            let count = rows(new + changed + unchanged);
            let mut said = vec![format!(
                "{count} imported from {name}: {new} new, {changed} brought up to date, {unchanged} as they were. {again}"
            )];
            said.extend(people.notes);
            said
        }
    };
    Ok((decision, said))
}

fn rows(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
