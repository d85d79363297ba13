//! `score SLE-2027-0014 Expertise green by Jo Hart: strong on impact`: a reviewer's rating, noted.

use super::misunderstood;
use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme, nearest};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, PanelChange};
use crate::domain::facts::Lookup;
use crate::domain::interview::{OVERALL, Rating, Score, average, average_in_words};

pub const COMMAND: Command = Command {
    name: "score",
    usage: &[
        "score SLE-2027-0014 Expertise green by Jo Hart: strong on impact",
        "score SLE-2027-0014 Expertise green, Impact amber",
        "score SLE-2027-0014 amber",
    ],
    about: "Notes a rating, Red, Amber or Green, of a criterion or of the whole. Given again by the same reviewer, it takes the place of the one before.",
    lookup,
    decide,
};

/// What was said, its criteria not yet held against policy.
struct Rated<'a> {
    case: CaseId,
    ratings: Vec<(&'a str, Rating)>,
    by: Option<&'a str>,
    comment: &'a str,
}

fn read<'a>(said: &Said<'a>) -> Result<Rated<'a>, Refusal> {
    let (case, rest) = said.case()?;
    let (head, comment) = rest.text().split_once(':').unwrap_or((rest.text(), ""));
    let by = head.to_ascii_lowercase().rfind(" by ").and_then(|at| Some((head.get(..at)?, head.get(at + 4..)?)));
    let (list, by) = by.map_or((head, None), |(list, by)| (list, Some(by.trim())));
    let mut ratings = vec![];
    for part in list.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (criterion, word) = part.rsplit_once(char::is_whitespace).unwrap_or(("", part));
        match Rating::read(word) {
            Some(rating) => ratings.push((criterion.trim(), rating)),
            None => {
                return misunderstood(format!(
                    "`{part}` does not end in red, amber or green. Expected `score {case} Expertise green by Jo Hart: …`."
                ));
            }
        }
    }
    if ratings.is_empty() {
        return misunderstood(format!("What rating? Expected `score {case} Expertise green by Jo Hart: …`."));
    }
    Ok(Rated { case, ratings, by: by.filter(|by| !by.is_empty()), comment: comment.trim() })
}

/// The criterion that is meant: by its name, or by a beginning that fits only one.
pub fn criterion(programme: &Programme, said: &str) -> Option<String> {
    let folded = said.to_lowercase();
    let all = &programme.review.criteria;
    if folded.is_empty() || folded == OVERALL.to_lowercase() {
        return Some(OVERALL.to_owned());
    }
    let exact = all.iter().find(|criterion| criterion.to_lowercase() == folded);
    let mut begins = all.iter().filter(|criterion| criterion.to_lowercase().starts_with(&folded));
    exact.or_else(|| begins.next().filter(|_| begins.next().is_none())).cloned()
}

fn lookup(said: &Said<'_>, _: &Config) -> Result<Lookup, Refusal> {
    Ok(Lookup { cases: vec![read(said)?.case], ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let rated = read(order.said)?;
    let case = &rated.case;
    let refuse = |why: String| Err(Refusal::Refused(why));
    let Some(application) = order.facts.application(case) else { return refuse(format!("There is no case {case}.")) };
    let Some(programme) = order.config.programme(&application.programme) else {
        return refuse(format!("{case} belongs to a programme that is no longer configured."));
    };
    if application.withdrawn.is_some() {
        return refuse(format!("{case} ({}) has been withdrawn.", application.name));
    }
    let reviewer = rated.by.unwrap_or(order.by).to_owned();
    let mut scores = vec![];
    for (said, rating) in &rated.ratings {
        let Some(criterion) = criterion(programme, said) else {
            let known: Vec<&str> = programme.review.criteria.iter().map(String::as_str).collect();
            let hint = nearest(said, &known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            return refuse(format!(
                "`{said}` is no criterion of {}.{hint} Criteria: {}.",
                programme.short_name,
                known.join(", ")
            ));
        };
        let comment = rated.comment.to_owned();
        scores.push(Score { reviewer: reviewer.clone(), criterion, rating: *rating, comment });
    }
    let shown: Vec<String> = scores.iter().map(|s| format!("{} {}", s.criterion, s.rating.word())).collect();
    let all = merged(&application.scores, &scores);
    let now = average(&all).map(average_in_words).unwrap_or_default();
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("{} noted of {reviewer}: {}.", order.by, shown.join(", ")));
    decision.changes.push(Change::Panel(PanelChange::Scored { case: case.clone(), scores }));
    let answer = format!(
        "{case} ({}): {} noted of {reviewer}. The average of all {} is {now}; it decides nothing.",
        application.name,
        shown.join(", "),
        if all.len() == 1 { "1 rating".to_owned() } else { format!("{} ratings", all.len()) },
    );
    Ok(Outcome::new(decision, answer))
}

/// The ratings as they stand once new ones have taken the place of those before.
pub fn merged(before: &[Score], new: &[Score]) -> Vec<Score> {
    let replaced = |old: &Score| new.iter().any(|n| n.reviewer == old.reviewer && n.criterion == old.criterion);
    before.iter().filter(|old| !replaced(old)).chain(new).cloned().collect()
}
