//! `open sle spring-2027 from 1 March 2027 to 19 March 2027`: announces a round, which opens and closes by itself.

use super::said::{Said, read_date_and_time, read_days};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::Change;
use crate::domain::facts::Lookup;
use crate::domain::window::{Phase, Window};
use crate::domain::{WindowId, WindowName, civil};
use crate::letters::entered::Entered;
use crate::letters::{Draft, ProblemWords, ProgrammeWords, WindowWords, greeting};
use jiff::civil::DateTime;

pub const COMMAND: Command = Command {
    name: "open",
    usage: &["open sle spring-2027 from 1 March 2027 to 19 March 2027"],
    about: "Announces a round. It opens and closes by itself, at the times that the programme's file says (18:00). Forms that were kept are entered.",
    lookup,
    decide,
};

struct Words<'c> {
    programme: &'c Programme,
    name: WindowName,
    opens_at: DateTime,
    closes_at: DateTime,
}

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<Words<'c>, Refusal> {
    let (programme, name, rest) = said.window(config)?;
    let wanted = || {
        Refusal::Misunderstood(format!(
            "When? Expected `open {} {name} from 1 March 2027 to 19 March 2027`.",
            programme.id
        ))
    };
    let days = rest.after("from").ok_or_else(wanted)?;
    let (text, time) = match days.text().to_lowercase().rsplit_once(" at ") {
        Some((before, _)) => {
            let (_, last) = before.split_once(" to ").ok_or_else(wanted)?;
            let at = days.text().get(before.len()..).unwrap_or("");
            (before.to_owned(), read_date_and_time(&format!("{last}{at}")).ok_or_else(wanted)?.1)
        }
        None => (days.text().to_owned(), None),
    };
    let (first, last) = read_days(&text).ok_or_else(wanted)?;
    if first > last {
        return Err(Refusal::Misunderstood(format!(
            "The round would close ({}) before it opens ({}).",
            civil::date_in_words(last),
            civil::date_in_words(first)
        )));
    }
    let policy = &programme.window;
    Ok(Words {
        programme,
        name,
        opens_at: first.to_datetime(policy.opening_time.0),
        closes_at: last.to_datetime(time.unwrap_or(policy.closing_time.0)),
    })
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let words = read(said, config)?;
    Ok(Lookup { programmes: vec![words.programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let Words { programme, name, opens_at, closes_at } = read(order.said, order.config)?;
    let mut decision = Decision::default();
    let zone = &programme.window.zone;
    let before = order.facts.windows.iter().find(|w| w.programme == programme.id && w.name == name);
    let window = Window {
        id: before.map_or(WindowId(0), |w| w.id),
        programme: programme.id.clone(),
        name: name.clone(),
        opens_at,
        closes_at,
        zone: zone.clone(),
        closed_early_at: None,
        key_dates: before.map(|w| w.key_dates.clone()).unwrap_or_default(),
        steps: vec![],
        targets: before.map(|w| w.targets.clone()).unwrap_or_default(),
    };
    match before {
        Some(known) if known.phase(order.now) == Phase::Announced => {
            decision.changes.push(Change::WindowMoved { window: known.id, opens_at, closes_at })
        }
        Some(known) => {
            let state = if known.phase(order.now) == Phase::Open { "open" } else { "closed" };
            return Err(Refusal::Refused(format!(
                "The round {} {name} is {state} already (it closes at {}). To give more time, say `extend {} {name} to … because …`.",
                programme.id,
                civil::moment_in_words(known.closes_civil()),
                programme.id
            )));
        }
        None => decision.changes.push(Change::WindowOpened {
            programme: programme.id.clone(),
            name: name.clone(),
            opens_at,
            closes_at,
            zone: zone.name().to_owned(),
        }),
    }
    let kept: Vec<_> =
        order.facts.applications.iter().filter(|a| a.programme == programme.id && a.window.is_none()).collect();
    for application in &kept {
        let problems = application.counting(None).map(|v| ProblemWords::blocking(&v.problems)).unwrap_or_default();
        let letter = Entered {
            name: greeting(&application.name),
            programme: ProgrammeWords::of(programme),
            case: application.case.to_string(),
            window: WindowWords::of(&window),
            problems,
        };
        let purpose = format!("entered:{}:{name}", application.case);
        decision
            .letters
            .push(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(&application.case));
    }
    if !kept.is_empty() {
        decision.changes.push(Change::KeptJoin {
            programme: programme.id.clone(),
            window: name.clone(),
            cases: kept.iter().map(|a| a.case.clone()).collect(),
        });
    }
    let opens = if opens_at.time() == jiff::civil::Time::midnight() {
        civil::date_in_words(opens_at.date())
    } else {
        civil::moment_in_words(opens_at)
    };
    let mut answer =
        format!("{} {name}: opens on {opens}, closes at {}.", programme.short_name, civil::moment_in_words(closes_at));
    if order.now > window.closes() {
        answer.push_str(" Mind that this is in the past: the round is closed already.");
    }
    if !kept.is_empty() {
        answer.push_str(&format!(" Forms that were kept and are now entered: {}.", kept.len()));
    }
    decision.because(format!("{} said: open {}.", order.by, order.said.text()));
    decision.because(answer.clone());
    Ok(Outcome::new(decision, answer))
}
