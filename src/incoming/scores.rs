//! A scoring sheet that comes back: ratings are noted, row by row, and what is not clear is told.
//!
//! Like a command, it needs a configured coordinator, our own server's word for the sender, and a letter of ours to that
//! very address that is answered: the review pack (invariant 6).

use super::{Arrival, Prepared};
use crate::config::{Coordinator, Programme, Trust};
use crate::decision::{Decision, MailKind};
use crate::domain::change::{Change, PanelChange};
use crate::domain::facts::SentLetter;
use crate::domain::interview::{OVERALL, Rating, Score};
use crate::domain::{CaseId, ProgrammeId};
use crate::letters::scores_noted::{NotedRow, ScoresNoted};
use crate::letters::{Draft, greeting, review_pack};
use crate::sheets::scores::{self, Problem, ScoreRow};
use crate::understand::authenticity;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// More rows than any round has applications.
const MOST_CASES: usize = 500;
const MOST_PROBLEMS: usize = 40;

/// The sheets of a mail that hold ratings: rows, and what is not clear.
fn sheets(mail: &Prepared<'_>) -> Vec<(Vec<ScoreRow>, Vec<Problem>)> {
    let documents = mail.reading.attachments.iter().filter_map(|attachment| attachment.content.as_ref().ok());
    documents.map(scores::read).filter(|(rows, _)| !rows.is_empty()).collect()
}

/// Cases that the sheets of a coordinator's mail rate.
pub fn cases(mail: &Prepared<'_>) -> Vec<CaseId> {
    if mail.sender().is_none_or(|sender| mail.config.coordinator(sender).is_none()) {
        return vec![];
    }
    let rows = sheets(mail).into_iter().flat_map(|(rows, _)| rows);
    rows.filter_map(|row| CaseId::parse(&row.item).ok()).take(MOST_CASES).collect()
}

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let coordinator = mail.config.coordinator(sender).filter(|_| mail.automatic.is_none())?;
    let pack =
        arrival.facts.answered.iter().find(|letter| letter.letter == review_pack::KIND.name && letter.to == *sender)?;
    let sheets = sheets(mail);
    if sheets.is_empty() {
        return None;
    }
    let mailbox = &mail.config.clerk.mailbox;
    let confirmed = match mailbox.trust {
        Trust::All => Ok(()),
        Trust::Server => authenticity::confirmed(&mail.reading.mail.authentication, &mailbox.authserv_id, sender),
    };
    if let Err(doubt) = confirmed {
        let mut decision = Decision::new(MailKind::Command);
        decision.because(format!("It looks like scores of {}, but {doubt}: nothing is noted.", coordinator.name));
        decision.ask(
            format!("unconfirmed-scores:{}", mail.message),
            format!(
                "A mail that says it is from {} brings a scoring sheet; {doubt}. Nothing was noted, and nobody was answered. If it was you, give the scores with `score CASE …` on the clerk’s machine.",
                coordinator.name
            ),
            None,
        );
        return Some(decision);
    }
    Some(noted(arrival, coordinator, pack, sheets))
}

/// `review-pack:sle:spring-2027:1805…`: of which round the pack was.
fn round(pack: &SentLetter) -> String {
    pack.purpose.split(':').skip(1).take(2).collect::<Vec<_>>().join(" ")
}

fn noted(
    arrival: &Arrival<'_>,
    coordinator: &Coordinator,
    pack: &SentLetter,
    sheets: Vec<(Vec<ScoreRow>, Vec<Problem>)>,
) -> Decision {
    let mail = arrival.mail;
    let several = sheets.len() > 1;
    let mut taken: BTreeMap<CaseId, Vec<Score>> = BTreeMap::new();
    let (mut problems, mut unrated) = (vec![], vec![]);
    for (number, (rows, unclear)) in sheets.into_iter().enumerate() {
        let place = if several { format!("sheet {}, ", number + 1) } else { String::new() };
        for problem in unclear {
            match problem {
                Problem::NotRated { item, .. } => unrated.push(item),
                Problem::NoScores
                | Problem::NotARating { .. }
                | Problem::NoItem { .. }
                | Problem::Twice { .. }
                | Problem::TwoColumns { .. } => problems.push(format!("{place}{problem}")),
            }
        }
        for row in rows {
            if let Some((case, scores)) = of_row(arrival, &row, &coordinator.name, &place, &mut problems) {
                taken.entry(case).or_default().extend(scores);
            }
        }
    }
    let ratings: usize = taken.values().map(Vec::len).sum();
    let reviewers: BTreeSet<&str> = taken.values().flatten().map(|score| score.reviewer.as_str()).collect();
    let many = |n: usize, what: &str| if n == 1 { format!("one {what}") } else { format!("{n} {what}s") };
    let noted = if ratings == 0 {
        String::new()
    } else {
        format!("{} of {}", many(ratings, "rating"), many(taken.len(), "application"))
    };
    let rows = taken
        .iter()
        .map(|(case, scores)| NotedRow {
            case: case.to_string(),
            ratings: scores
                .iter()
                .map(|s| format!("{} {}", s.criterion, s.rating.word()))
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect();
    let surplus = problems.len().saturating_sub(MOST_PROBLEMS);
    problems.truncate(MOST_PROBLEMS);
    if surplus > 0 {
        problems.push(format!("… and {surplus} more."));
    }
    unrated.dedup();
    let mut decision = Decision::new(MailKind::Command);
    decision.because(format!("{} sent a scoring sheet, and is confirmed as its sender.", coordinator.name));
    decision.because(format!(
        "Noted: {}. Not clear: {}.",
        if noted.is_empty() { "nothing" } else { &noted },
        problems.len()
    ));
    decision.facts = json!({ "by": coordinator.name, "ratings": ratings, "problems": problems });
    let letter = ScoresNoted {
        name: greeting(&coordinator.name),
        noted,
        reviewers: reviewers.into_iter().collect::<Vec<_>>().join(", "),
        rows,
        problems,
        unrated: unrated.join(", "),
        round: round(pack),
    };
    let purpose = format!("scores-noted:message:{}", mail.message);
    let draft = Draft::new(&letter, coordinator.email.clone(), &coordinator.name, purpose);
    decision.letters.push(draft.answering(mail.thread()));
    for (case, scores) in taken {
        decision.changes.push(Change::Panel(PanelChange::Scored { case, scores }));
    }
    decision
}

/// The scores of one row; what is wrong with it goes to the problems.
fn of_row(
    arrival: &Arrival<'_>,
    row: &ScoreRow,
    by: &str,
    place: &str,
    problems: &mut Vec<String>,
) -> Option<(CaseId, Vec<Score>)> {
    let at = format!("{place}row {}", row.row);
    let application = CaseId::parse(&row.item).ok().and_then(|case| arrival.facts.application(&case));
    let Some(application) = application else {
        problems.push(format!("{at}: there is no application “{}”", row.item));
        return None;
    };
    if application.withdrawn.is_some() {
        problems.push(format!("{at}: {} has been withdrawn", application.case));
        return None;
    }
    let programme = programme(arrival, &application.programme)?;
    let reviewer = row.reviewer.clone().unwrap_or_else(|| by.to_owned());
    let score = |criterion: &str, rating| Score {
        reviewer: reviewer.clone(),
        criterion: criterion.to_owned(),
        rating: rating_of(rating),
        comment: row.comments.clone(),
    };
    let mut scores = vec![];
    for (column, rating) in &row.criteria {
        match known(programme, column) {
            Some(criterion) => scores.push(score(criterion, *rating)),
            None => problems.push(format!("{at}: “{column}” is no criterion of {}", programme.short_name)),
        }
    }
    scores.extend(row.rating.map(|rating| score(OVERALL, rating)));
    (!scores.is_empty()).then(|| (application.case.clone(), scores))
}

fn programme<'a>(arrival: &Arrival<'a>, id: &ProgrammeId) -> Option<&'a Programme> {
    arrival.mail.config.programme(id)
}

fn known<'a>(programme: &'a Programme, column: &'a str) -> Option<&'a str> {
    let folded = column.trim().to_lowercase();
    if folded == OVERALL.to_lowercase() {
        return Some(OVERALL);
    }
    programme.review.criteria.iter().map(String::as_str).find(|criterion| criterion.to_lowercase() == folded)
}

fn rating_of(rating: scores::Rating) -> Rating {
    match rating {
        scores::Rating::Red => Rating::Red,
        scores::Rating::Amber => Rating::Amber,
        scores::Rating::Green => Rating::Green,
    }
}
