//! `extend sle spring-2027 to 26 March 2027 because …`: more time, the same for everybody.

use super::said::{Said, existing, read_date_and_time};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::Change;
use crate::domain::facts::Lookup;
use crate::domain::window::Window;
use crate::domain::{WindowName, civil};
use crate::letters::extended::Extended;
use crate::letters::{Draft, ProblemWords, ProgrammeWords, WindowWords, greeting};
use jiff::civil::DateTime;

pub const COMMAND: Command = Command {
    name: "extend",
    usage: &["extend sle spring-2027 to 26 March 2027 because the county's mail was down on Friday"],
    about: "Moves the closing of a round to a later day. Everybody who has applied is told; forms that were late and no longer are count.",
    lookup,
    decide,
};

fn read<'c, 's>(
    said: &Said<'s>,
    config: &'c Config,
) -> Result<(&'c Programme, WindowName, DateTime, &'s str), Refusal> {
    let (programme, name, rest) = said.window(config)?;
    let (rest, reason) = rest.because()?;
    let wanted = || {
        Refusal::Misunderstood(format!(
            "Until when? Expected `extend {} {name} to 26 March 2027 because …`.",
            programme.id
        ))
    };
    let (date, time) = rest
        .after("to")
        .or_else(|| rest.after("until"))
        .and_then(|rest| read_date_and_time(rest.text()))
        .ok_or_else(wanted)?;
    Ok((programme, name, date.to_datetime(time.unwrap_or(programme.window.closing_time.0)), reason))
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, ..) = read(said, config)?;
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, closes_at, reason) = read(order.said, order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let moved = Window { closes_at, closed_early_at: None, ..window.clone() };
    if moved.closes() <= window.closes() {
        return Err(Refusal::Refused(format!(
            "The round {} {name} closes at {}; the new closing must be later.",
            programme.id,
            civil::moment_in_words(window.closes_civil())
        )));
    }
    let mut decision = Decision::default();
    decision.changes.push(Change::WindowExtended { window: window.id, closes_at });
    decision.because(format!("{} moved the closing because {reason}.", order.by));
    let mut rescued = 0;
    let round = order.facts.applications.iter().filter(|a| a.window == Some(window.id));
    for application in round {
        let was_late = application.state(Some(window)) == State::Late;
        if application.state(Some(&moved)) == State::Late {
            continue;
        }
        rescued += usize::from(was_late);
        decision.letters.push(letter(programme, &moved, application, was_late));
        // Corrections that waited for a word of the coordinator are now simply in time.
        decision.changes.push(Change::ReviewsClosed {
            key_begins: format!("correction:{}:", application.case),
            by: order.by.to_owned(),
            outcome: "in time by the new closing".to_owned(),
        });
    }
    let mut answer = format!("{} {name} now closes at {}.", programme.short_name, civil::moment_in_words(closes_at));
    match rescued {
        0 => {}
        1 => answer.push_str(" One form that was late is now on time."),
        n => answer.push_str(&format!(" {n} forms that were late are now on time.")),
    }
    answer.push_str(&format!(" Letters: {}.", decision.letters.len()));
    decision.because(answer.clone());
    Ok(Outcome::new(decision, answer))
}

fn letter(programme: &Programme, window: &Window, application: &Application, was_late: bool) -> Draft {
    let problems = application.counting(Some(window)).map(|v| ProblemWords::blocking(&v.problems)).unwrap_or_default();
    let letter = Extended {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: application.case.to_string(),
        window: WindowWords::of(window),
        was_late,
        problems,
    };
    let purpose = format!("extended:{}:{}", application.case, window.closes_at);
    Draft::new(&letter, application.email.clone(), &application.name, purpose).about(&application.case)
}
