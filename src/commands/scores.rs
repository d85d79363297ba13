//! `scores sle spring-2027`: every rating of a round in a table, with averages that decide nothing.

use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::Config;
use crate::decision::Decision;
use crate::domain::application::Application;
use crate::domain::facts::Lookup;
use crate::domain::interview::{OVERALL, Score, average, average_in_words};

pub const COMMAND: Command = Command {
    name: "scores",
    usage: &["scores sle spring-2027"],
    about: "Prints the ratings of a round with their averages (red 0, amber 1, green 2), in the order of the case numbers.",
    lookup,
    decide,
};

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let (programme, ..) = said.window(config)?;
    Ok(Lookup { programmes: vec![programme.id.clone()], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, _) = order.said.window(order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let mut rated: Vec<&Application> =
        order.facts.applications.iter().filter(|a| a.window == Some(window.id) && !a.scores.is_empty()).collect();
    rated.sort_by(|a, b| a.case.cmp(&b.case));
    if rated.is_empty() {
        return Ok(Outcome::new(
            Decision::default(),
            format!("Nobody of {} {name} has been scored yet.", programme.id),
        ));
    }
    let mut lines = vec![format!(
        "Scores of {} {name}: red 0, amber 1, green 2. The averages are shown to you, and decide nothing.",
        programme.short_name
    )];
    for application in rated {
        lines.push(row(application, &programme.review.criteria));
    }
    Ok(Outcome::new(Decision::default(), lines.join("\n")))
}

/// `SLE-2027-0014  Priya Nair  1.7 of 2 (3 ratings by 2 reviewers)  Expertise 2.0 …`.
fn row(application: &Application, policy: &[String]) -> String {
    let mut reviewers: Vec<&str> = application.scores.iter().map(|score| score.reviewer.as_str()).collect();
    reviewers.sort_unstable();
    reviewers.dedup();
    let count = |n: usize, what: &str| if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") };
    let others = application.scores.iter().map(|score| &score.criterion).filter(|c| !policy.contains(c));
    let mut criteria: Vec<&String> = policy.iter().chain(others).collect();
    criteria.dedup();
    let by_criterion: Vec<String> = criteria
        .into_iter()
        .filter_map(|criterion| {
            let of: Vec<Score> = application.scores.iter().filter(|s| s.criterion == *criterion).cloned().collect();
            let name = if criterion == OVERALL { "overall" } else { criterion.as_str() };
            average(&of).map(|tenths| format!("{name} {}.{}", tenths / 10, tenths % 10))
        })
        .collect();
    let listed = if application.shortlisted { "  shortlisted" } else { "" };
    format!(
        "{}  {:<24}  {} ({} by {}){listed}  {}",
        application.case,
        application.name,
        average(&application.scores).map(average_in_words).unwrap_or_default(),
        count(application.scores.len(), "rating"),
        count(reviewers.len(), "reviewer"),
        by_criterion.join(", ")
    )
}
