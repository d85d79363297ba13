//! What a referee's mail says, however it comes: the whole application form, the short form, answers between the quoted
//! lines, or plain words.

use super::words;
use crate::config::{Programme, Referees};
use crate::documents::{Document, text};
use crate::domain::answers::Answers;
use crate::domain::reference::Capacity;
use crate::forms::{Definition, FormReading, Meaning, Party};
use crate::incoming::Prepared;
use crate::incoming::found::reply_document;

/// How a reference came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// In a section of the application form.
    WholeForm,
    /// In the short form, as a file.
    ShortForm,
    /// As answers to the questions, in the mail itself.
    Lines,
    /// In words of their own.
    Words,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub came: Came,
    /// Whom a document says that it is about.
    pub applicant: String,
    pub referee: String,
    pub supports: Option<bool>,
    pub capacity: Option<Capacity>,
    pub days: String,
    pub statement: String,
    /// Labels of needed answers that are not there.
    pub missing: Vec<String>,
    /// Whether the form asks about release at all.
    pub asks_capacity: bool,
}

/// A short form has few questions: whoever was asked them and answers beneath two of them, answers them.
const ENOUGH_LABELS: usize = 2;

impl Found {
    fn says_something(&self) -> bool {
        self.supports.is_some() || self.capacity.is_some() || !self.statement.is_empty() || !self.days.is_empty()
    }

    /// Fills what is missing with what the same referee sent before.
    pub fn completed_by(mut self, earlier: &crate::domain::reference::Reference, referees: &Referees) -> Self {
        self.supports = self.supports.or(earlier.supports);
        self.capacity = self.capacity.or(earlier.capacity);
        for (own, theirs) in [
            (&mut self.days, &earlier.days),
            (&mut self.statement, &earlier.statement),
            (&mut self.referee, &earlier.referee),
        ] {
            if own.is_empty() {
                own.clone_from(theirs);
            }
        }
        if let Some(form) = &referees.form {
            self.missing = missing(&form.definition, &self);
        }
        self
    }
}

fn value<'a>(definition: &Definition, answers: &'a Answers, meaning: Meaning) -> &'a str {
    definition.meaning(meaning).map_or("", |field| answers.value(&field.id)).trim()
}

/// Needed answers that are not there, by their labels.
fn missing(definition: &Definition, found: &Found) -> Vec<String> {
    definition
        .fields_by(Party::Referee)
        .filter(|field| field.required)
        .filter(|field| match field.means {
            Some(Meaning::Supports) => found.supports.is_none(),
            Some(Meaning::Capacity) => found.capacity.is_none(),
            Some(Meaning::Statement) => found.statement.is_empty(),
            // How many days, and who signs, a person can find out without holding up an applicant.
            Some(_) | None => false,
        })
        .map(|field| field.label.clone())
        .collect()
}

fn of_answers(definition: &Definition, answers: &Answers, came: Came) -> Found {
    let said = |meaning| value(definition, answers, meaning);
    let supports = words::yes_or_no(said(Meaning::Supports)).or_else(|| words::read(said(Meaning::Supports)).supports);
    let capacity = match said(Meaning::Capacity) {
        "" => None,
        text if text.to_lowercase().contains("condition") => Some(Capacity::Conditional),
        text => {
            let plain = words::yes_or_no(text).map(|yes| if yes { Capacity::Yes } else { Capacity::No });
            // "Yes, if cover can be found" begins with yes and is none.
            let read = words::read(&format!("release {text}")).capacity;
            match (plain, read) {
                (Some(Capacity::Yes), Some(Capacity::Conditional)) => Some(Capacity::Conditional),
                (plain, read) => plain.or(read),
            }
        }
    };
    let mut found = Found {
        came,
        applicant: said(Meaning::ApplicantName).to_owned(),
        referee: said(Meaning::RefereeName).to_owned(),
        supports,
        capacity,
        days: said(Meaning::DaysAgreed).to_owned(),
        statement: said(Meaning::Statement).to_owned(),
        missing: vec![],
        asks_capacity: definition.meaning(Meaning::Capacity).is_some(),
    };
    found.missing = missing(definition, &found);
    found
}

/// The referee's section of an application form, where anything stands in it.
pub fn of_application_form(programme: &Programme, reading: &FormReading) -> Option<Found> {
    let found = of_answers(&programme.form.definition, &reading.answers, Came::WholeForm);
    found.says_something().then_some(found)
}

/// The reference in a mail: in its files first, then between its lines, then in its words.
pub fn of_mail(mail: &Prepared<'_>, programme: &Programme, referees: &Referees) -> Option<Found> {
    let whole = mail.forms.iter().filter(|form| form.programme == programme.id);
    if let Some(found) = whole.filter_map(|form| of_application_form(programme, &form.reading)).next() {
        return Some(found);
    }
    if let Some(form) = &referees.form {
        let best = |documents: &mut dyn Iterator<Item = &Document>, came: Came| {
            documents
                .map(|document| form.read(document))
                .filter(|reading| reading.is_form() || reading.found >= ENOUGH_LABELS)
                .map(|reading| of_answers(&form.definition, &reading.answers, came))
                .filter(Found::says_something)
                .min_by_key(|found| found.missing.len())
        };
        let files = || mail.reading.attachments.iter().filter_map(|attachment| attachment.content.as_ref().ok());
        if let Some(found) = best(&mut files(), Came::ShortForm) {
            return Some(found);
        }
        let own = reply_document(&mail.reading.mail.text);
        let new = text::of_lines(&mail.reply);
        let mut bodies = [&own, &new].into_iter().chain(mail.reading.html.iter());
        // The questions are quoted in every reply; only answers beneath them make it one in lines.
        if let Some(found) = best(&mut bodies, Came::Lines).filter(|found| found.supports.is_some()) {
            return Some(found);
        }
    }
    in_words(mail, referees)
}

fn in_words(mail: &Prepared<'_>, referees: &Referees) -> Option<Found> {
    let said = words::read(&mail.reply);
    if said.supports.is_none() && said.capacity.is_none() {
        return None;
    }
    let definition = referees.form.as_ref().map(|form| &form.definition);
    Some(Found {
        came: Came::Words,
        applicant: String::new(),
        referee: mail.sender_name().to_owned(),
        supports: said.supports,
        capacity: said.capacity,
        days: String::new(),
        statement: mail.reply.clone(),
        missing: vec![],
        asks_capacity: definition.is_none_or(|d| d.meaning(Meaning::Capacity).is_some()),
    })
}
