//! `read FILE`: what is in a returned form.

use super::place::{Place, program};
use super::{Failure, print_json};
use crate::app::reader_setup;
use crate::config::{Config, Programme};
use crate::documents::{Document, Refusal};
use crate::domain::answers::{Problem, ProblemKind};
use crate::forms::{FormReader, FormReading, OverLength, Party, Strictness};
use crate::reader::Reader;
use serde_json::{Value, json};
use std::path::Path;

pub async fn run(place: &Place, file: &Path, form: Option<&str>) -> Result<(), Failure> {
    let config = config_or_shipped(place)?;
    let bytes = std::fs::read(file).map_err(|e| Failure::wrong(format!("{} cannot be read: {e}", file.display())))?;
    let mut reader = Reader::new(reader_setup(&config, program()?));
    let content = reader.file(&bytes).await?;
    let answer = match (content, form) {
        (Err(refusal), _) => unreadable(file, form, &refusal),
        (Ok(document), Some(named)) => match form_named(&config, named) {
            Some((programme, form)) => answers(programme, form, &document),
            None => by_blank(&mut reader, &config, named, &document).await?,
        },
        (Ok(document), None) => match best(&config, &document) {
            Some((programme, form)) => answers(programme, form, &document),
            None => as_it_stands(&document),
        },
    };
    print_json(&answer);
    Ok(())
}

/// The folder's configuration; where there is none, the one that ships.
fn config_or_shipped(place: &Place) -> Result<Config, Failure> {
    if place.root.join("config").exists() {
        return place.config();
    }
    Config::shipped().map_err(|e| Failure::fault(format!("the shipped configuration could not be used: {e}")))
}

/// Every form, with its programme where it belongs to one.
fn known(config: &Config) -> impl Iterator<Item = (Option<&Programme>, &FormReader)> {
    let of_programmes = config.forms().into_iter().map(|(programme, form)| (Some(programme), form));
    of_programmes.chain(config.office_forms.all().map(|form| (None, form)))
}

fn form_named<'a>(config: &'a Config, named: &str) -> Option<(Option<&'a Programme>, &'a FormReader)> {
    known(config).find(|(_, form)| form.definition.id.as_str() == named)
}

fn best<'a>(config: &'a Config, document: &Document) -> Option<(Option<&'a Programme>, &'a FormReader)> {
    let mut fitting: Vec<_> = known(config)
        .map(|(programme, form)| (programme, form, form.read(document)))
        .filter(|(.., reading)| reading.is_form())
        .collect();
    // Of forms that fit alike the first counts: the application form, which holds the short one's questions too.
    fitting.reverse();
    fitting
        .into_iter()
        .max_by_key(|(.., reading)| (reading.marked, reading.found))
        .map(|(programme, form, _)| (programme, form))
}

/// A form of the office has no word limits that a programme would be strict about.
const OF_THE_OFFICE: Strictness = Strictness { over_length: OverLength::Tell, tolerance: 0 };

fn answers(programme: Option<&Programme>, form: &FormReader, document: &Document) -> Value {
    let reading = form.read(document);
    let strictness = programme.map_or(OF_THE_OFFICE, Programme::strictness);
    let mut problems = form.problems(&reading.answers, Party::Applicant, strictness);
    // The headteacher's part is somebody else's: its gaps count once something is in it.
    if any_filled(form, &reading, Party::Referee) {
        problems.extend(form.problems(&reading.answers, Party::Referee, strictness));
    }
    shown(Some(form.definition.id.as_str()), &reading, &problems)
}

fn any_filled(form: &FormReader, reading: &FormReading, by: Party) -> bool {
    form.definition.fields_by(by).any(|field| !reading.answers.value(&field.id).is_empty())
}

fn shown(form: Option<&str>, reading: &FormReading, problems: &[Problem]) -> Value {
    json!({
        "form": form,
        "fields": reading.answers.fields.iter().map(|a| json!({ "id": a.id, "label": a.label, "value": a.value, "words": a.words })).collect::<Vec<_>>(),
        "problems": problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    json!({ "kind": problem.kind, "label": problem.label, "words": problem.words, "message": problem.message })
}

fn unreadable(file: &Path, form: Option<&str>, refusal: &Refusal) -> Value {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let message = format!("The file {}. {}", refusal.kind.sentence(), refusal.kind.remedy());
    json!({ "form": form, "fields": [], "problems": [{ "kind": ProblemKind::Unreadable, "label": name, "words": null, "message": message }] })
}

/// By somebody else's blank form: what the blank asks, and what stands there in the returned one.
async fn by_blank(reader: &mut Reader, config: &Config, named: &str, document: &Document) -> Result<Value, Failure> {
    let known: Vec<&str> = config.all_forms().into_iter().map(|form| form.definition.id.as_str()).collect();
    let bytes = std::fs::read(named).map_err(|_| {
        Failure::wrong(format!(
            "`{named}` is neither a form (there are: {}) nor a blank form that can be read.",
            known.join(", ")
        ))
    })?;
    let blank = reader
        .file(&bytes)
        .await?
        .map_err(|refusal| Failure::wrong(format!("the blank form {named} {}", refusal.kind.sentence())))?;
    let definition = crate::forms::learn::definition_of(&blank);
    let form = FormReader::new(definition);
    let reading = form.read(document);
    Ok(shown(None, &reading, &[]))
}

/// A form that nobody has described: its controls, and its tables' labels, as they stand.
fn as_it_stands(document: &Document) -> Value {
    let form = FormReader::new(crate::forms::learn::definition_of(document));
    shown(None, &form.read(document), &[])
}
