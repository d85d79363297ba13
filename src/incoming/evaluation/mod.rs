//! What the head of the supported school says of the work, and what whoever did it says: in answer to a letter of ours, or on
//! our form.
//!
//! A head's evaluation counts from the head's address. From any other a person looks. Nothing is judged here: answers are taken
//! down as they were given, and shown.

mod unhappy;

use super::Arrival;
use super::found::reply_document;
use super::quoted::{in_short, they_write};
use super::visits::is_thanks;
use crate::decision::{Decision, MailKind};
use crate::documents::{Document, text};
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::{self, Deployment, Evaluation};
use crate::domain::facts::SentLetter;
use crate::forms::{FormReader, FormReading};
use crate::letters::evaluation::thanks::{self, AnswerWords, EvaluationThanks};
use crate::letters::evaluation::{own_words, request};
use crate::letters::visit::WorkWords;
use crate::letters::{Draft, greeting};
use serde_json::json;
use std::collections::BTreeMap;

/// Whoever was asked the questions and answers beneath two of them, answers them.
const ENOUGH_LABELS: usize = 2;
/// Shorter words are an acknowledgement rather than an evaluation.
const ENOUGH_WORDS: usize = 8;
/// More than anybody writes on a page.
const LONGEST_WORDS: usize = 8_000;
/// Where words are kept that stand beneath no question.
pub const IN_THEIR_WORDS: &str = "in_their_words";

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let mut letters = arrival.facts.answered.iter();
    let about = letters.find_map(|letter| {
        let case = letter.case.as_ref().filter(|case| case.prefix() == deployment::PREFIX)?;
        let asks = [request::KIND.name, own_words::KIND.name, thanks::KIND.name].contains(&letter.letter.as_str());
        arrival.facts.deployment(case).filter(|_| asks).map(|deployment| (letter, deployment))
    });
    match about {
        Some((letter, deployment)) => Some(answer(arrival, letter, deployment)),
        None => unasked(arrival),
    }
}

/// `evaluation-request:DEP-2027-0001:end:1`.
fn point_of(letter: &SentLetter) -> String {
    letter.purpose.split(':').nth(2).unwrap_or("end").to_owned()
}

fn is_own(letter: &SentLetter, deployment: &Deployment) -> bool {
    letter.letter == own_words::KIND.name
        || (letter.letter == thanks::KIND.name && letter.to != deployment.school.head_email)
}

fn begin(deployment: &Deployment, point: &str) -> Decision {
    let mut decision = Decision::new(MailKind::Evaluation);
    decision.case = Some(deployment.number.clone());
    decision.facts = json!({ "point": point, "answers": 0, "own_words": false });
    decision
}

fn answer(arrival: &Arrival<'_>, letter: &SentLetter, deployment: &Deployment) -> Decision {
    let mail = arrival.mail;
    let point = point_of(letter);
    let mut decision = begin(deployment, &point);
    let own = is_own(letter, deployment);
    let proven = mail.sender().is_some_and(|sender| {
        letter.to == *sender && !mail.denied() && (own || *sender == deployment.school.head_email)
    });
    if !proven {
        return stranger(arrival, deployment, decision);
    }
    if own {
        words_of_person(arrival, deployment, &point, decision)
    } else {
        if unhappy::is_confidential(&mail.reply) {
            confidential(arrival, deployment, &mut decision);
        } else if let Some(answers) = read(arrival, true) {
            take(arrival, deployment, &point, answers, &mut decision);
        } else if is_thanks(&mail.reply) {
            decision.because("It says thanks, and answers none of the questions: nothing follows.");
        } else {
            not_read(arrival, deployment, &mut decision);
        }
        decision
    }
}

/// Our form, without an answer to a letter: from the head of one school whose work is known.
fn unasked(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    let answers = read(arrival, false)?;
    let own: Vec<&Deployment> =
        arrival.facts.deployments.iter().filter(|deployment| deployment.school.head_email == *sender).collect();
    let waiting = |deployment: &&&Deployment| deployment.evaluations.iter().any(|e| e.came_at.is_none());
    let awaited: Vec<&&Deployment> = own.iter().filter(waiting).collect();
    let deployment = match (awaited.as_slice(), own.as_slice()) {
        ([only], _) => only,
        (_, [only]) => only,
        _ => {
            let mut decision = Decision::new(MailKind::Evaluation);
            decision.facts = json!({ "point": null, "answers": answers.len(), "own_words": false });
            decision
                .because("It is our form for evaluations, and it is not clear what work it is about: a person looks.");
            let question =
                format!("{sender} sent an evaluation, and I could not tell of which work. Please look at it.");
            decision.ask(format!("evaluation:whose:{}", mail.message), question, None);
            return Some(decision);
        }
    };
    let waiting = deployment.evaluations.iter().find(|evaluation| evaluation.came_at.is_none());
    let point = waiting.or(deployment.evaluations.last()).map_or("end", |evaluation| evaluation.point.as_str());
    let mut decision = begin(deployment, point);
    if mail.denied() {
        return Some(stranger(arrival, deployment, decision));
    }
    take(arrival, deployment, point, answers, &mut decision);
    Some(decision)
}

/// The answers in a file, or beneath the questions in the mail itself; or, where nothing stands beneath a question and it was
/// asked for, the words as they are.
fn read(arrival: &Arrival<'_>, asked: bool) -> Option<BTreeMap<String, String>> {
    let mail = arrival.mail;
    if let Some(form) = &mail.config.office_forms.evaluation {
        let files = mail.reading.attachments.iter().filter_map(|file| file.content.as_ref().ok());
        let fits = |reading: &FormReading| reading.marked || (asked && reading.found >= ENOUGH_LABELS);
        let of_files = files.filter_map(|document| answers(form, document, &fits));
        if let Some(found) = of_files.max_by_key(BTreeMap::len) {
            return Some(found);
        }
        if asked {
            let bodies = [reply_document(&mail.reading.mail.text), text::of_lines(&mail.reply)];
            let fits = |reading: &FormReading| reading.found >= ENOUGH_LABELS;
            let all = bodies.iter().chain(mail.reading.html.iter()).filter_map(|body| answers(form, body, &fits));
            let new = all.filter(|found| found.values().all(|value| is_new(value, &mail.reply)));
            if let Some(found) = new.max_by_key(BTreeMap::len) {
                return Some(found);
            }
        }
    }
    let words = mail.reply.trim();
    let lower = words.to_lowercase();
    let wants =
        ["can you", "could you", "would you", "please send", "please could", "may i", "may we", "i need", "we need"];
    let asks = words.contains('?') || wants.iter().any(|start| lower.starts_with(start));
    let enough = words.split_whitespace().count() >= ENOUGH_WORDS && !asks;
    let kept: String = words.chars().take(LONGEST_WORDS).collect();
    (asked && enough).then(|| BTreeMap::from([(IN_THEIR_WORDS.to_owned(), kept)]))
}

/// What a quotation says is ours.
fn is_new(value: &str, reply: &str) -> bool {
    let flowing = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    flowing(reply).contains(&flowing(value))
}

fn answers(
    form: &FormReader,
    document: &Document,
    fits: &dyn Fn(&FormReading) -> bool,
) -> Option<BTreeMap<String, String>> {
    let reading = form.read(document);
    let asked = |id: &str| form.definition.field(id).is_some_and(|field| field.means.is_none());
    let found: BTreeMap<String, String> = reading
        .answers
        .fields
        .iter()
        .filter(|answer| asked(&answer.id) && !answer.value.trim().is_empty())
        .map(|answer| (answer.id.clone(), answer.value.trim().to_owned()))
        .collect();
    (!found.is_empty() && fits(&reading)).then_some(found)
}

fn take(
    arrival: &Arrival<'_>,
    deployment: &Deployment,
    point: &str,
    answers: BTreeMap<String, String>,
    decision: &mut Decision,
) {
    let mail = arrival.mail;
    let number = &deployment.number;
    let known = deployment.evaluations.iter().find(|evaluation| evaluation.point == point);
    let before = known.filter(|evaluation| evaluation.came_at.is_some());
    // Answers take the place of answers; words that come after them stand beside them.
    let only_words = answers.keys().all(|id| id == IN_THEIR_WORDS);
    let worry = unhappy::worry(mail.config.office_forms.evaluation.as_ref(), &answers);
    let again = before.is_some() && !only_words;
    let answers = match before {
        Some(before) if only_words => with_words(&before.answers, answers),
        Some(_) | None => answers,
    };
    decision.because(format!("The evaluation ({point}) has come from the head: it is taken down."));
    decision.facts = json!({ "point": point, "answers": answers.len(), "own_words": false });
    if known.is_none() {
        decision.changes.push(Change::Deployment(DeploymentChange::EvaluationAsked {
            deployment: number.clone(),
            point: point.to_owned(),
            at: arrival.now,
        }));
    }
    decision.changes.push(Change::Deployment(DeploymentChange::EvaluationCame {
        deployment: number.clone(),
        point: point.to_owned(),
        answers: answers.clone(),
        message: Some(mail.message),
        at: mail.received_at,
    }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("evaluation:{number}:{point}:"),
        by: "clerk".to_owned(),
        outcome: "the evaluation has come".to_owned(),
    });
    if let Some(worry) = worry {
        decision.because("It says something that the coordinator should hear of today: a person is told.");
        let question = format!(
            "{} of {} is not content with the work ({number}). I have thanked them and taken it down. Would you speak to them?{}",
            deployment.school.head_name,
            deployment.school.name,
            they_write(&worry)
        );
        decision.ask(format!("evaluation:{number}:worry:{}", mail.message), question, Some(number));
    }
    let form = mail.config.office_forms.evaluation.as_ref();
    let said = answers.iter().map(|(id, value)| {
        let field = form.and_then(|form| form.definition.field(id));
        AnswerWords { label: field.map_or("In your words", |field| &field.label).to_owned(), value: value.clone() }
    });
    let school = &deployment.school;
    let letter = EvaluationThanks {
        name: greeting(&school.head_name),
        work: WorkWords::of(deployment),
        answers: said.collect(),
        own_words: String::new(),
        again,
    };
    let purpose = format!("evaluation-thanks:{number}:{point}:{}", mail.message);
    let draft = Draft::new(&letter, school.head_email.clone(), &school.head_name, purpose);
    decision.letters.push(draft.about(number).answering(mail.thread()));
}

/// What was answered before, and the words that have come since, beneath what stood in words before.
fn with_words(before: &BTreeMap<String, String>, words: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut all = before.clone();
    for (id, new) in words {
        let kept = all.entry(id).or_default();
        if kept.is_empty() {
            *kept = new;
        } else if *kept != new {
            kept.push_str("\n\n");
            kept.push_str(&new);
        }
    }
    all
}

/// Whoever did the work, in their own words.
fn words_of_person(arrival: &Arrival<'_>, deployment: &Deployment, point: &str, mut decision: Decision) -> Decision {
    let mail = arrival.mail;
    let number = &deployment.number;
    let words: String = mail.reply.trim().chars().take(LONGEST_WORDS).collect();
    let known: Option<&Evaluation> =
        deployment.evaluations.iter().find(|evaluation| evaluation.point == point).or(deployment.evaluations.last());
    let person = mail.sender().and_then(|sender| deployment.person(sender));
    let (Some(known), Some(person)) = (known, person) else { return stranger(arrival, deployment, decision) };
    if is_thanks(&words) {
        decision.because("It says thanks, and nothing of what has changed: nothing follows.");
        return decision;
    }
    if words.split_whitespace().count() < ENOUGH_WORDS || words.contains('?') {
        not_read(arrival, deployment, &mut decision);
        return decision;
    }
    decision.because(format!("The own words of {} have come: they are taken down.", person.name));
    decision.facts = json!({ "point": known.point, "answers": 0, "own_words": true });
    decision.changes.push(Change::Deployment(DeploymentChange::OwnWords {
        deployment: number.clone(),
        point: known.point.clone(),
        words: words.clone(),
    }));
    let letter = EvaluationThanks {
        name: greeting(&person.name),
        work: WorkWords::of(deployment),
        answers: vec![],
        own_words: words,
        again: !known.own_words.is_empty(),
    };
    let purpose = format!("evaluation-thanks:{number}:{}:{}", known.point, mail.message);
    let draft = Draft::new(&letter, person.email.clone(), &person.name, purpose);
    decision.letters.push(draft.about(number).answering(mail.thread()));
    decision
}

fn stranger(arrival: &Arrival<'_>, deployment: &Deployment, mut decision: Decision) -> Decision {
    let mail = arrival.mail;
    let number = &deployment.number;
    let from = mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because("It answers a letter about an evaluation, and is not proven to come from whom that went to: nothing is taken down.");
    let question = format!(
        "{from}{} answers our letter about the evaluation of the work at {} ({number}). I have taken nothing down. Whose words are these? They write: “{}”",
        if mail.denied() { ", whom our own mail server could not confirm," } else { "" },
        deployment.school.name,
        in_short(&mail.reply)
    );
    decision.ask(format!("evaluation:{number}:other:{}", mail.message), question, Some(number));
    decision
}

/// Words that go no further: nothing is taken down, since whatever is taken down is shown to whoever did the work.
fn confidential(arrival: &Arrival<'_>, deployment: &Deployment, decision: &mut Decision) {
    let number = &deployment.number;
    decision.because("It asks that its words go no further: nothing is taken down, a person reads it.");
    let question = format!(
        "{} of {} answers our letter about the evaluation ({number}), and asks that it goes no further. I have taken nothing down, and nobody else sees it. Would you speak to them?{}",
        deployment.school.head_name,
        deployment.school.name,
        they_write(&arrival.mail.reply)
    );
    decision.ask(format!("evaluation:{number}:private:{}", arrival.mail.message), question, Some(number));
}

fn not_read(arrival: &Arrival<'_>, deployment: &Deployment, decision: &mut Decision) {
    let mail = arrival.mail;
    let number = &deployment.number;
    let from = mail.sender().map(ToString::to_string).unwrap_or_default();
    decision.because("It answers our letter and none of its questions: a person reads it.");
    let question = format!(
        "{from} answers our letter about the work at {} ({number}), and I could read no evaluation in it. Please answer them. They write: “{}”",
        deployment.school.name,
        in_short(&mail.reply)
    );
    decision.ask(format!("evaluation:{number}:unread:{}", mail.message), question, Some(number));
}
