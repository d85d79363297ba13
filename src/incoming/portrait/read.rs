//! What a mail says of its writer's portrait: in our short form, or beneath the questions that our letter asks.

use crate::config::Programme;
use crate::documents::{Document, text};
use crate::domain::answers::Answers;
use crate::forms::{Definition, Meaning};
use crate::incoming::Prepared;
use crate::incoming::found::reply_document;
use crate::incoming::reference::words::yes_or_no;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub words: String,
    pub role: String,
    pub school: String,
    pub specialisms: String,
    pub telephone: String,
    pub consent: Option<bool>,
}

/// Whoever was asked the questions and answers beneath two of them, answers them.
const ENOUGH_LABELS: usize = 2;

/// The portrait in a mail. `asked`: it answers our letter, so that less shows what it is.
pub fn of_mail(mail: &Prepared<'_>, programme: &Programme, asked: bool) -> Option<Found> {
    let form = programme.portrait_form.as_ref()?;
    let definition = &form.definition;
    let read = |document: &Document, enough: &dyn Fn(bool, usize, bool) -> bool| {
        let reading = form.read(document);
        let found = of_answers(definition, &reading.answers);
        let something = !found.words.is_empty() || found.consent.is_some();
        (something && enough(reading.marked, reading.found, reading.is_form())).then_some(found)
    };
    let best = |found: Vec<Found>| found.into_iter().max_by_key(|f| (f.words.len(), f.consent.is_some()));
    let files = mail.reading.attachments.iter().filter_map(|attachment| attachment.content.as_ref().ok());
    // A file that is not marked as ours is one when it was asked for, or asks all that ours asks.
    let of_files = files.filter_map(|document| {
        read(document, &|marked, labels, is_form| {
            marked || (asked && labels >= ENOUGH_LABELS) || (is_form && mail.forms.is_empty())
        })
    });
    if let Some(found) = best(of_files.collect()) {
        return Some(found);
    }
    if !asked {
        return None;
    }
    let own = reply_document(&mail.reading.mail.text);
    let new = text::of_lines(&mail.reply);
    let bodies = [&own, &new].into_iter().chain(mail.reading.html.iter());
    // The questions are quoted in every reply; only words beneath them are an answer.
    let enough = |_, labels, _| labels >= ENOUGH_LABELS;
    best(bodies.filter_map(|document| read(document, &enough)).filter(|found| answers_something(found, mail)).collect())
}

/// What was found in a body must be among its writer's new words: a quotation says what we said.
fn answers_something(found: &Found, mail: &Prepared<'_>) -> bool {
    let flowing = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    found.words.is_empty() || flowing(&mail.reply).contains(&flowing(&found.words))
}

fn of_answers(definition: &Definition, answers: &Answers) -> Found {
    let said = |meaning| definition.meaning(meaning).map_or("", |field| answers.value(&field.id)).trim();
    Found {
        words: said(Meaning::Portrait).to_owned(),
        role: said(Meaning::Post).to_owned(),
        school: said(Meaning::School).to_owned(),
        specialisms: said(Meaning::Specialism).to_owned(),
        telephone: said(Meaning::Telephone).to_owned(),
        consent: yes_or_no(said(Meaning::Consent)),
    }
}
