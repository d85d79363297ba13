//! `release outcomes sle spring-2027`: the moment at which outcome letters go, all of them in one go.

use super::outcome::designation;
use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::WindowName;
use crate::domain::application::Application;
use crate::domain::change::{Change, OutcomeChange};
use crate::domain::facts::Lookup;
use crate::domain::outcome::Verdict;
use crate::domain::window::{Phase, Step};
use crate::letters::outcome::{Decided, draft};
use sha2::{Digest, Sha256};

pub const COMMAND: Command = Command {
    name: "release",
    usage: &["release outcomes sle spring-2027", "release outcomes sle spring-2027 although 2 lack a decision"],
    about: "Sends all outcome letters of a round and enters the designated people in the register. Refuses while anybody lacks a decision, unless it is told how many do. Asks for a one-time code.",
    lookup,
    decide,
};

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<(&'c Programme, WindowName, usize), Refusal> {
    let expected = || {
        Refusal::Misunderstood(
            "Release what? Expected `release outcomes sle spring-2027`, perhaps with `although 2 lack a decision`."
                .to_owned(),
        )
    };
    let rest = said.after("outcomes").ok_or_else(expected)?;
    let (programme, name, rest) = rest.window(config)?;
    if rest.is_empty() {
        return Ok((programme, name, 0));
    }
    let (count, words) =
        rest.after("although").and_then(|rest| rest.text().split_once(char::is_whitespace)).ok_or_else(expected)?;
    let known =
        ["undecided", "are undecided", "is undecided", "lack a decision", "lacks a decision", "without a decision"];
    match count.parse() {
        Ok(count) if known.contains(&words.trim().to_lowercase().trim_end_matches('.')) => Ok((programme, name, count)),
        Ok(_) | Err(_) => Err(expected()),
    }
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, ..) = read(said, config)?;
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, although) = read(order.said, order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let round = format!("{} {name}", programme.id);
    if window.phase(order.now) != Phase::Closed {
        return refuse(format!("The round {round} has not closed yet."));
    }
    let running = || order.facts.applications.iter().filter(|a| a.is_in_the_running(window));
    let undecided: Vec<&Application> = running().filter(|a| a.outcome.is_none()).collect();
    if undecided.len() != although {
        return refuse(lacking(&round, &undecided));
    }
    let ready: Vec<_> = running()
        .filter_map(|a| a.outcome.as_ref().filter(|outcome| outcome.is_private()).map(|outcome| (a, outcome)))
        .collect();
    if ready.is_empty() {
        let released = window.has_taken(Step::Released);
        let already = if released { " Its outcomes were released before." } else { "" };
        return refuse(format!("In the round {round} no outcome letter waits.{already}"));
    }
    let mut decision = Decision::default();
    let mut seal = Sha256::new();
    for (application, outcome) in &ready {
        // As things are now: dates, names and addresses may have changed since the decision.
        let letter = draft(&Decided { programme, window, application, outcome, replaces: None, now: order.now });
        let line = (&application.case, outcome.verdict.word(), &outcome.because, letter.to.folded());
        seal.update(format!("{line:?}{}\n", letter.facts));
        decision.letters.push(letter.redrafted());
        if outcome.verdict == Verdict::Designated {
            decision.changes.push(Change::Outcome(OutcomeChange::Entered {
                designation: designation(programme, window, application, order.now),
            }));
        }
    }
    for application in &undecided {
        seal.update(format!("{} undecided\n", application.case));
    }
    let cases = ready.iter().map(|(application, _)| application.case.clone()).collect();
    decision.changes.push(Change::Outcome(OutcomeChange::Released { cases, at: order.now }));
    decision.changes.push(Change::StepTaken { window: window.id, step: Step::Released, by: order.by.to_owned() });
    let counts: Vec<String> = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict, ready.iter().filter(|(_, outcome)| outcome.verdict == verdict).count()))
        .map(|(verdict, count)| format!("{count} {}", programme.words.verdict(verdict)))
        .collect();
    let counts = counts.join(", ");
    decision.because(format!("{} released the outcomes of {round}: {counts}.", order.by));
    let letters = if ready.len() == 1 { "One letter".to_owned() } else { format!("{} letters", ready.len()) };
    let mut answer = format!("Outcomes of {round}: {counts}. {letters} would go out at once.\n");
    for verdict in Verdict::ALL {
        let names: Vec<String> = ready.iter().filter(|(_, o)| o.verdict == verdict).map(|(a, _)| named(a)).collect();
        if !names.is_empty() {
            answer.push_str(&format!("\n{}: {}", programme.words.verdict(verdict), names.join(", ")));
        }
    }
    if !undecided.is_empty() {
        let names: Vec<String> = undecided.iter().map(|a| named(a)).collect();
        answer.push_str(&format!("\nwithout a decision, and without a letter: {}", names.join(", ")));
    }
    let go = if ready.len() == 1 { "goes" } else { "go" };
    let done = format!("The outcomes of {round} are released: {counts}. {letters} {go} out now.");
    let seal = data_encoding::HEXLOWER.encode(&seal.finalize());
    Ok(Outcome::new(decision, answer).confirmed_by_code(seal).then_says(done))
}

fn named(application: &Application) -> String {
    format!("{} ({})", application.name, application.case)
}

fn lacking(round: &str, undecided: &[&Application]) -> String {
    let names: Vec<String> = undecided.iter().map(|a| named(a)).collect();
    let names = names.join(", ");
    match undecided.len() {
        0 => format!("In the round {round} nobody lacks a decision: say `release outcomes {round}`."),
        n => {
            let lack = if n == 1 { "One application lacks".to_owned() } else { format!("{n} applications lack") };
            format!(
                "{lack} a decision: {names}. Decide with `outcome CASE …`, or release the others with `release outcomes {round} although {n} lack{} a decision`.",
                if n == 1 { "s" } else { "" }
            )
        }
    }
}
