//! Forms in a mail: in its attachments, in its HTML tables, in its plain words.

use crate::config::{Config, Programme, Referees, referee_fields};
use crate::documents::{Document, Refusal, text};
use crate::domain::answers::{Problem, ProblemKind};
use crate::domain::reference::ReferenceKind;
use crate::domain::{EmailAddress, ProgrammeId};
use crate::forms::{FormReading, Meaning, Party};
use crate::reader::Reading;
use crate::understand::quotes::{self, Part};

/// A form of a programme, read.
#[derive(Debug, Clone)]
pub struct FoundForm {
    pub programme: ProgrammeId,
    pub source: Source,
    pub reading: FormReading,
    /// Problems with the applicant's part.
    pub problems: Vec<Problem>,
    /// Whom the form is about, as it says itself.
    pub name: String,
    pub email: Option<EmailAddress>,
    /// Of whoever completes the referee's section: the first whom the programme asks for a reference.
    pub referee_email: Option<EmailAddress>,
}

/// Where in the mail it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file, by its name.
    File(String),
    Body,
}

impl FoundForm {
    fn of(programme: &Programme, source: Source, reading: FormReading) -> Self {
        let form = &programme.form;
        let value = |meaning| form.definition.meaning(meaning).map_or("", |field| reading.answers.value(&field.id));
        let first = programme.references.first().map_or(ReferenceKind::Headteacher, Referees::kind);
        let address = |meaning| EmailAddress::parse(value(meaning)).ok();
        Self {
            programme: programme.id.clone(),
            source,
            problems: form.problems(&reading.answers, Party::Applicant, programme.strictness()),
            name: value(Meaning::ApplicantName).to_owned(),
            email: address(Meaning::ApplicantEmail),
            referee_email: address(referee_fields(first).1),
            reading,
        }
    }

    /// How many of its fields have something in them.
    pub fn filled(&self) -> usize {
        self.reading.answers.filled()
    }

    /// The same of the fields that the applicant fills in.
    pub fn filled_by_applicant(&self, programme: &Programme) -> usize {
        let fields = programme.form.definition.fields_by(Party::Applicant);
        fields.filter(|field| !self.reading.answers.value(&field.id).trim().is_empty()).count()
    }
}

/// All forms of a mail. Where the same person's form is there twice (as .docx and as .pdf), the fuller one counts.
pub fn forms(reading: &Reading, config: &Config) -> Vec<FoundForm> {
    let mut found: Vec<FoundForm> = vec![];
    for attachment in &reading.attachments {
        if let Ok(document) = &attachment.content {
            add(best(document, Source::File(attachment.name.clone()), config), &mut found);
        }
    }
    if found.is_empty() {
        let own_words = reply_document(&reading.mail.text);
        // A mail that answers ours quotes ours; what it quotes without marks must not be read as its own.
        let whole = (!reading.mail.is_reply()).then(|| text::of_lines(&reading.mail.text));
        let tables = reading.html.as_ref().filter(|_| !reading.mail.is_reply());
        let bodies = tables.into_iter().chain(&whole).chain(std::iter::once(&own_words));
        let read = bodies.filter_map(|document| best(document, Source::Body, config)).max_by_key(FoundForm::filled);
        // A blank form quoted back is no application.
        add(read.filter(|form| form.filled() > 0), &mut found);
    }
    found
}

/// A mail's own lines, and the quoted lines whose marks show them for what they are: their labels may stand above an
/// answer, their words are none.
pub fn reply_document(body: &str) -> Document {
    let lines: Vec<&str> = body.lines().collect();
    let kept: Vec<&str> = lines
        .iter()
        .zip(quotes::parts(&lines))
        .filter(|(line, part)| match part {
            Part::Reply => true,
            Part::Quoted => line.trim_start().starts_with('>'),
            Part::Signature => false,
        })
        .map(|(line, _)| *line)
        .collect();
    text::of_lines(&kept.join("\n"))
}

/// The programme whose form a document fits best, if it is a form at all.
fn best(document: &Document, source: Source, config: &Config) -> Option<FoundForm> {
    config
        .programmes
        .values()
        .map(|programme| (programme, programme.form.read(document)))
        .filter(|(_, reading)| reading.is_form())
        .max_by_key(|(_, reading)| (reading.marked, reading.found))
        .map(|(programme, reading)| FoundForm::of(programme, source, reading))
}

fn add(form: Option<FoundForm>, found: &mut Vec<FoundForm>) {
    let Some(form) = form else { return };
    let same = |other: &FoundForm| {
        let unnamed = form.name.is_empty() || other.name.is_empty();
        other.programme == form.programme
            && (unnamed || (other.name.to_lowercase() == form.name.to_lowercase() && other.email == form.email))
    };
    match found.iter_mut().find(|other| same(other)) {
        Some(other) if other.filled() < form.filled() => *other = form,
        Some(_) => {}
        None => found.push(form),
    }
}

/// Files that could not be read and might have been a form: not the logos of a signature.
pub fn unreadable(reading: &Reading) -> Vec<(String, Refusal)> {
    reading
        .attachments
        .iter()
        .filter_map(|attachment| match &attachment.content {
            Err(refusal) => Some((attachment, refusal)),
            Ok(_) => None,
        })
        .filter(|(attachment, _)| {
            // A phone sends a photographed form "inline" too, but a logo is small.
            let ornament = attachment.inline && attachment.size < 40_000;
            !ornament
        })
        .map(|(attachment, refusal)| (shown_name(&attachment.name), refusal.clone()))
        .collect()
}

/// What a file is called when its sender gave it no name.
pub fn shown_name(name: &str) -> String {
    if name.is_empty() { "attachment".to_owned() } else { name.to_owned() }
}

/// A problem of a file, as it is kept with a version.
pub fn problem_of(name: &str, refusal: &Refusal) -> Problem {
    Problem {
        kind: ProblemKind::Unreadable,
        field: None,
        label: name.to_owned(),
        words: None,
        message: format!("The file {}. {}", refusal.kind.sentence(), refusal.kind.remedy()),
        blocks: true,
    }
}
