//! `review pack sle spring-2027`: what the panel reads, and a sheet for its scores, sent to the coordinator who asks.

mod blind;
mod items;

use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::facts::Lookup;
use crate::domain::interview::OVERALL;
use crate::domain::window::Window;
use crate::letters::review_pack::{Item, Pack, ReviewPackLetter};
use crate::letters::{Draft, Enclosure, ProgrammeWords, greeting};
use crate::sheets::{Column, Kind, Sheet, Value};

pub const COMMAND: Command = Command {
    name: "review pack",
    usage: &["review pack sle spring-2027"],
    about: "Sends you the applications of a round as PDF, numbered, and a scoring sheet; without names where the programme's [review] says blind.",
    lookup,
    decide,
};

/// One application takes about 90 KB as a file of its own, mostly fonts, and mail makes 4 bytes of 3. Together with the
/// pack that keeps a mail below 10 MB, which most mailboxes take.
const MOST_APART: usize = 50;
/// In characters: the words themselves weigh little, but somebody may have sent a book.
const MOST_CHARACTERS: usize = 2_000_000;

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, _, rest) = said.window(config)?;
    if !rest.is_empty() {
        return Err(Refusal::Misunderstood(format!("I did not understand `{}`.", rest.text())));
    }
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, _) = order.said.window(order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let mut all: Vec<&Application> = order.facts.applications.iter().filter(|a| a.window == Some(window.id)).collect();
    all.sort_by(|a, b| a.case.cmp(&b.case));
    let (chosen, others): (Vec<&Application>, Vec<&Application>) =
        all.into_iter().partition(|application| belongs(application, window));
    let left_out: Vec<String> = others.iter().map(|a| format!("{}: {}", a.case, why_not(a, window))).collect();
    if chosen.is_empty() {
        return Err(Refusal::Refused(format!(
            "There is no application in {} {name} that could be reviewed yet.",
            programme.id
        )));
    }
    let items: Vec<Item> = (1..).zip(&chosen).map(|(number, a)| items::item(programme, a, window, number)).collect();
    let coordinators = &order.config.clerk.coordinators;
    let asked = coordinators.iter().find(|coordinator| coordinator.name == order.by);
    let Some(coordinator) = asked.or(coordinators.first()) else {
        return Err(Refusal::Refused("There is no coordinator in config/clerk.toml to send it to.".to_owned()));
    };
    let blind = programme.review.blind;
    let apart = items.len() <= MOST_APART && items.iter().map(items::characters).sum::<usize>() <= MOST_CHARACTERS;
    let letter = ReviewPackLetter {
        name: greeting(&coordinator.name),
        programme: ProgrammeWords::of(programme),
        window: title(window),
        round: format!("{} {name}", programme.id),
        count: items.len(),
        one: items.len() == 1,
        blind,
        apart,
        criteria: programme.review.criteria.clone(),
        left_out: left_out.clone(),
    };
    let sheet = scoring_sheet(programme, &items);
    let round = format!("{}-{name}", programme.id);
    let pack = Pack {
        name: format!("review-pack-{round}"),
        title: format!("Applications, {} {}", programme.short_name, title(window)),
        notes: notes(blind, &left_out),
        date: programme.window.zone.date(order.now),
        programme: programme.name.clone(),
        window: capitalised(&title(window)),
        apart,
        items,
    };
    // Asked for again, it is made again: things may have come in since.
    let purpose = format!("review-pack:{}:{name}:{}", programme.id, order.now.as_second());
    let count = pack.items.len();
    let draft = Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose)
        .enclosing(Enclosure::ReviewPack(Box::new(pack)))
        .enclosing(Enclosure::Workbook { name: format!("scores-{round}"), sheets: vec![sheet], made: order.now });
    let mut decision = Decision::default();
    decision.letters.push(draft);
    decision
        .because(format!("{} asked for the review pack of {} {name}: {count} applications.", order.by, programme.id));
    let many = if count == 1 { "one application".to_owned() } else { format!("{count} applications") };
    let how = if blind { ", without names" } else { "" };
    let large = if apart { "" } else { " It is large: the combined pack goes without the single files." };
    let without = match left_out.len() {
        0 => String::new(),
        1 => format!(" Not in it: {}.", left_out.join("; ")),
        n => format!(" Not in it are {n}: {}.", left_out.join("; ")),
    };
    let answer = format!(
        "The review pack of {} {name} ({many}{how}) goes to {}.{large}{without}",
        programme.id, coordinator.name
    );
    Ok(Outcome::new(decision, answer))
}

/// Whether the panel reads it: the applicant's part is complete, and in time or admitted. A reference that is still
/// awaited never keeps an application out.
fn belongs(application: &Application, window: &Window) -> bool {
    match application.state(Some(window)) {
        State::Complete => true,
        State::Incomplete | State::Unreadable => {
            application.shortlisted || application.counting(Some(window)).is_some_and(|version| version.is_complete())
        }
        State::Late | State::Kept | State::Withdrawn => false,
    }
}

fn why_not(application: &Application, window: &Window) -> &'static str {
    match application.state(Some(window)) {
        State::Complete => "complete",
        State::Incomplete => "incomplete",
        State::Unreadable => "could not be read",
        State::Late => "late, and not admitted",
        State::Kept => "kept for the next round",
        State::Withdrawn => "withdrawn",
    }
}

fn title(window: &Window) -> String {
    window.name.as_str().replace('-', " ")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

fn notes(blind: bool, left_out: &[String]) -> Vec<String> {
    let mut notes = vec![
        "These pages hold personal data: for the panel only, and to be deleted when the round is over.".to_owned(),
    ];
    if blind {
        notes.push("To be read blind: names, schools and addresses have been left out by rule.".to_owned());
    }
    if !left_out.is_empty() {
        notes.push(format!("Not in this pack: {}.", left_out.join("; ")));
    }
    notes
}

/// A row for each application, a drop-down list for each criterion.
fn scoring_sheet(programme: &Programme, items: &[Item]) -> Sheet {
    const RATINGS: [&str; 3] = ["Red", "Amber", "Green"];
    let named = items.iter().any(|item| item.name.is_some());
    let mut columns = vec![Column::new("No.", 6, Kind::Integer), Column::new("Item", 16, Kind::Text)];
    if named {
        columns.push(Column::new("Name", 26, Kind::Text));
    }
    let rated: Vec<String> =
        if programme.review.criteria.is_empty() { vec![OVERALL.to_owned()] } else { programme.review.criteria.clone() };
    columns.extend(rated.iter().map(|criterion| Column::new(criterion.clone(), 16, Kind::Text).choices(&RATINGS)));
    columns.push(Column::new("Reviewer", 22, Kind::Text));
    columns.push(Column::new("Comments", 50, Kind::Text));
    let row = |item: &Item| {
        let mut row =
            vec![Value::Integer(i64::try_from(item.number).unwrap_or(i64::MAX)), Value::text(item.case.clone())];
        if named {
            row.push(Value::text(item.name.clone().unwrap_or_default()));
        }
        row.extend(std::iter::repeat_n(Value::Blank, rated.len() + 2));
        row
    };
    Sheet { name: "Scores".to_owned(), rows: items.iter().map(row).collect(), columns }
}
