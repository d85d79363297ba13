//! What a mail says of the support that a school asks for: on our form, or in plain words; and what it does not say.

use super::super::{candidates, words};
use crate::config::{Config, Programme};
use crate::documents::{Document, text};
use crate::domain::EmailAddress;
use crate::domain::deployment::Deployment;
use crate::domain::listed;
use crate::forms::Meaning;
use crate::incoming::Prepared;
use crate::incoming::found::reply_document;

/// Whoever is asked for so much of a request at once answers none of it.
pub const MOST_NEED: usize = 4_000;
/// So many of the form's own labels in a mail without a mark are the form, typed.
const ENOUGH_LABELS: usize = 4;
/// What a request is called while nobody knows what it is about.
pub const UNNAMED: &str = "support";
/// Words of a mail's subject that do not say what it is about.
const BARE: &str = "a an the for from of in at to our my and with please help support request requests requested sle sles lle \
    specialist leader school schools urgent asap hello hi dear quick question enquiry query deployment deployments some re fw \
    fwd can could you we us need needed wanted visit";

/// What a mail asks for, as far as it says so.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    pub school: String,
    pub head_name: String,
    pub head_email: Option<EmailAddress>,
    pub finance_email: Option<EmailAddress>,
    pub subject: String,
    pub need: String,
    pub hoped_for: String,
    pub wanted_when: String,
    pub contacts: String,
    pub circumstances: String,
    /// On our form, whose questions show what is missing.
    pub on_form: bool,
}

/// What a document says as our form; `enough`: how many labels make it one where it bears no mark.
fn of_document(config: &Config, document: &Document, enough: usize) -> Option<Asked> {
    let form = config.office_forms.commission.as_ref()?;
    let reading = form.read(document);
    if !(reading.marked || reading.found >= enough) || reading.answers.filled() == 0 {
        return None;
    }
    let said = |meaning| {
        form.definition.meaning(meaning).map_or("", |field| reading.answers.value(&field.id)).trim().to_owned()
    };
    let days = said(Meaning::DaysWanted);
    let when = said(Meaning::WantedWhen);
    let joined = [when, days].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    Some(Asked {
        school: said(Meaning::School),
        head_name: said(Meaning::HeadName),
        head_email: EmailAddress::parse(&said(Meaning::HeadEmail)).ok(),
        finance_email: EmailAddress::parse(&said(Meaning::FinanceEmail)).ok(),
        subject: said(Meaning::Specialism),
        need: said(Meaning::Need),
        hoped_for: said(Meaning::HopedFor),
        wanted_when: joined,
        contacts: said(Meaning::Contacts),
        circumstances: said(Meaning::Circumstances),
        on_form: true,
    })
}

/// Our form in a mail: as a file, or typed into it.
pub fn on_form(mail: &Prepared<'_>) -> Option<Asked> {
    let files = mail.reading.attachments.iter().filter_map(|attachment| attachment.content.as_ref().ok());
    let of_files = files.filter_map(|document| of_document(mail.config, document, ENOUGH_LABELS));
    let fullest = |found: &Asked| found.need.len() + found.subject.len();
    if let Some(found) = of_files.max_by_key(fullest) {
        return Some(found);
    }
    let typed = if mail.reading.mail.is_reply() {
        reply_document(&mail.reading.mail.text)
    } else {
        text::of_lines(&mail.reading.mail.text)
    };
    of_document(mail.config, &typed, ENOUGH_LABELS)
}

/// In plain words: the need is all that was written.
pub fn in_words(mail: &Prepared<'_>) -> Asked {
    let need: String = mail.reply.trim().chars().take(MOST_NEED).collect();
    let subject = mail.reading.mail.subject.trim().to_owned();
    Asked {
        subject,
        hoped_for: String::new(),
        wanted_when: String::new(),
        circumstances: String::new(),
        need,
        ..Asked::default()
    }
}

/// What a request is called: what was said, the areas of expertise that it names, or the beginning of the mail's subject.
pub fn subject_of(programme: &Programme, asked: &Asked) -> String {
    if asked.on_form && !asked.subject.is_empty() {
        return asked.subject.clone();
    }
    let areas = candidates::areas(programme, &format!("{} {}", asked.subject, asked.need));
    if !areas.is_empty() {
        return listed(&areas);
    }
    let lower = asked.subject.to_lowercase();
    let bare = ["re:", "fw:", "fwd:"]
        .iter()
        .find_map(|start| lower.starts_with(start).then(|| asked.subject.get(start.len()..)))
        .flatten();
    let bare = bare.unwrap_or(&asked.subject).trim();
    let says_nothing = |word: &str| BARE.split(' ').any(|bare| bare == word);
    let lower = bare.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if words.all(says_nothing) { UNNAMED.to_owned() } else { bare.chars().take(80).collect() }
}

/// What is still to be asked, in phrases that follow “tell us”.
pub fn missing(deployment: &Deployment, on_form: bool) -> Vec<String> {
    let request = &deployment.request;
    let all = format!("{} {} {}", request.need, request.hoped_for, request.wanted_when);
    let hopes = !request.hoped_for.is_empty() || (!on_form && words::says_hopes(&all));
    let when = !request.wanted_when.is_empty() || (!on_form && words::says_when(&all));
    [
        (deployment.school.name.is_empty(), "the name of your school"),
        (deployment.school.head_name.is_empty(), "the name of its headteacher"),
        (request.subject == UNNAMED, "what you would like help with, and for whom"),
        (request.need.is_empty(), "what is happening now, and for whom"),
        (!hopes, "what you hope will be different afterwards"),
        (!when, "when you would like it, and how many days you are thinking of"),
    ]
    .into_iter()
    .filter(|(is_missing, _)| *is_missing)
    .map(|(_, phrase)| phrase.to_owned())
    .collect()
}

/// `Oakfield School`, `St Mary’s Academy`: a short line that ends as names of schools do.
pub fn looks_like_school(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ',', '!']);
    let short = (2..=8).contains(&line.split_whitespace().count());
    short
        && ["school", "academy", "college", "nursery", "infants", "juniors"]
            .iter()
            .any(|end| line.to_lowercase().ends_with(end))
}
