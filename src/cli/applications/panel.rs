//! What the panel has done about an application: shortlist, interview, scores.

use crate::domain::application::Application;
use crate::domain::civil;
use crate::domain::interview::{Answer, Interview, average, average_in_words};
use serde_json::{Map, Value, json};

/// For `applications show --json`.
pub fn facts(a: &Application) -> Map<String, Value> {
    let interview = a.interview.as_ref().map(|interview| {
        json!({
            "starts_at": interview.starts().to_string(), "local": interview.starts_at.to_string(),
            "minutes": interview.minutes, "place": interview.place, "group": interview.group,
            "cancelled": interview.cancelled, "answer": interview.answer, "version": interview.sequence,
            "set_by": interview.set_by, "set_at": interview.set_at.to_string(),
        })
    });
    let scores: Vec<Value> = a
        .scores
        .iter()
        .map(|s| json!({ "reviewer": s.reviewer, "criterion": s.criterion, "rating": s.rating, "comment": s.comment }))
        .collect();
    let mut facts = Map::new();
    facts.insert("shortlisted".to_owned(), a.shortlisted.into());
    facts.insert("interview".to_owned(), json!(interview));
    facts.insert("scores".to_owned(), scores.into());
    facts.insert("average".to_owned(), json!(average(&a.scores).map(|tenths| f64::from(tenths) / 10.0)));
    facts
}

/// For people.
pub fn lines(a: &Application) -> Vec<String> {
    let mut lines = vec![];
    if a.shortlisted {
        lines.push("  on the shortlist".to_owned());
    }
    lines.extend(a.interview.as_ref().map(interview_line));
    for score in &a.scores {
        let comment = if score.comment.is_empty() { String::new() } else { format!(": {}", score.comment) };
        lines.push(format!("  {} {} by {}{comment}", score.criterion, score.rating.word(), score.reviewer));
    }
    if let Some(tenths) = average(&a.scores) {
        lines.push(format!("  average {} (it decides nothing)", average_in_words(tenths)));
    }
    lines
}

fn interview_line(interview: &Interview) -> String {
    let answer = match interview.answer {
        _ if interview.cancelled => "cancelled",
        None => "not answered yet",
        Some(Answer::Accepted) => "accepted",
        Some(Answer::Declined) => "declined",
        Some(Answer::AnotherTime) => "another time asked for",
    };
    let group = if interview.group.is_empty() { String::new() } else { format!(", group {}", interview.group) };
    format!(
        "  interview {}{group}, {}, at {}: {answer}",
        civil::moment_in_words(interview.starts_at),
        civil::length_in_words(interview.minutes),
        interview.place
    )
}
