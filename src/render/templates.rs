//! The words of letters: our own sources, or an alliance's in their place.

use super::markdown::{self, Node};
use crate::domain::reference::possessive;
use crate::letters::{self, LetterKind};
use handlebars::Handlebars;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A template that cannot be used. The operator's to mend: the file is theirs.
#[derive(Debug, thiserror::Error)]
pub enum TemplateFault {
    #[error("{file}: {message}")]
    Source { file: PathBuf, message: String },
    #[error("there is no letter `{0}`; the file templates/{0}.md.hbs replaces nothing (letters: {1})")]
    Unknown(String, String),
    #[error("the letter {letter} could not be written: {message}")]
    Rendering { letter: String, message: String },
}

/// All templates, parsed and tried with every sample.
pub struct Templates {
    body: Handlebars<'static>,
    subject: Handlebars<'static>,
    html: Handlebars<'static>,
}

/// A letter's words, before they are put into a mail.
pub struct Words {
    pub subject: String,
    pub body: Vec<Node>,
    pub foot: Vec<Node>,
    pub footer: Vec<Node>,
}

const FOOT: &str = include_str!("../../templates/layout/foot.md.hbs");
const FOOTER: &str = include_str!("../../templates/layout/footer.md.hbs");
const LAYOUT: &str = include_str!("../../templates/layout/mail.html.hbs");

impl Templates {
    /// Parses our sources, replaced by the alliance's own where it has any, and writes every sample once: a template
    /// that would fail on somebody's letter fails here instead.
    ///
    /// # Errors
    /// The first template that is unsound, with its file.
    pub fn load(own: &Path) -> Result<Self, TemplateFault> {
        let mut templates = Self {
            body: registry(markdown::escape),
            subject: registry(super::mail::one_line),
            html: registry(markdown::escape_html),
        };
        for kind in letters::ALL {
            let file = own.join(format!("{}.md.hbs", kind.name));
            let replaced = std::fs::read_to_string(&file).ok();
            let (file, source) = match &replaced {
                Some(text) => (file, text.as_str()),
                None => (PathBuf::from(format!("templates/letters/{}.md.hbs", kind.name)), kind.template),
            };
            let fault = |message: String| TemplateFault::Source { file: file.clone(), message };
            let (subject, body) = split(source)
                .ok_or_else(|| fault("expected `---`, a line `subject: …`, `---`, and the letter below.".to_owned()))?;
            if body.contains("{{{") || body.contains("{{&") {
                return Err(fault("`{{{ }}}` and `{{& }}` would let an answer become markup; use `{{ }}`.".to_owned()));
            }
            templates.body.register_template_string(kind.name, body).map_err(|e| fault(e.to_string()))?;
            templates.subject.register_template_string(kind.name, subject).map_err(|e| fault(e.to_string()))?;
        }
        let shipped = |name: &str| PathBuf::from(format!("templates/layout/{name}"));
        for (name, source) in [("foot", FOOT), ("footer", FOOTER)] {
            let fault = |message: String| TemplateFault::Source { file: shipped(name), message };
            templates.body.register_template_string(name, source).map_err(|e| fault(e.to_string()))?;
        }
        templates
            .html
            .register_template_string("layout", LAYOUT)
            .map_err(|e| TemplateFault::Source { file: shipped("mail"), message: e.to_string() })?;
        refuse_strangers(own)?;
        Ok(templates)
    }

    /// A letter's words for some facts. `shared` is what every letter may use besides its own: `alliance`, `reference`.
    ///
    /// # Errors
    /// When a template asks for a fact that the letter does not have.
    pub fn words(&self, kind: &LetterKind, facts: &Value, shared: &Value) -> Result<Words, TemplateFault> {
        let mut all = shared.clone();
        if let (Some(all), Some(own)) = (all.as_object_mut(), facts.as_object()) {
            all.extend(own.clone());
        }
        let fault = |message: String| TemplateFault::Rendering { letter: kind.name.to_owned(), message };
        let part = |name: &str| {
            self.body.render(name, &all).map(|source| markdown::parse(&source)).map_err(|e| fault(e.to_string()))
        };
        Ok(Words {
            subject: super::mail::one_line(&self.subject.render(kind.name, &all).map_err(|e| fault(e.to_string()))?),
            body: part(kind.name)?,
            foot: part("foot")?,
            footer: part("footer")?,
        })
    }

    /// The HTML page around a letter.
    ///
    /// # Errors
    /// As for [`words`](Self::words).
    pub fn page(&self, words: &Words, shared: &Value) -> Result<String, TemplateFault> {
        let mut all = shared.clone();
        if let Some(all) = all.as_object_mut() {
            let body = markdown::to_html(&words.body) + &markdown::to_html(&words.foot);
            all.insert("subject".to_owned(), Value::from(words.subject.as_str()));
            all.insert("body".to_owned(), Value::from(body));
            all.insert("footer".to_owned(), Value::from(markdown::to_html(&words.footer)));
        }
        self.html
            .render("layout", &all)
            .map_err(|e| TemplateFault::Rendering { letter: "layout".to_owned(), message: e.to_string() })
    }
}

fn registry(escape: fn(&str) -> String) -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escape);
    registry.register_helper("capital", Box::new(capital));
    registry.register_helper("persons", Box::new(persons));
    registry
}

// `{{capital programme.designation}} needs …`
handlebars::handlebars_helper!(capital: |text: str| capital_first(text));

fn capital_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

// `Your {{persons person}} reference`: the chair of governors’, the headteacher’s.
handlebars::handlebars_helper!(persons: |person: str| possessive(person));

/// The subject and the body of a source with front matter.
fn split(source: &str) -> Option<(&str, &str)> {
    let rest = source.trim_start_matches('\u{feff}').strip_prefix("---")?.trim_start_matches(['\r', '\n']);
    let (front, body) = rest.split_once("\n---")?;
    let subject = front.lines().find_map(|line| line.strip_prefix("subject:"))?.trim();
    Some((subject, body.trim_start_matches(['\r', '\n'])))
}

/// A file that replaces nothing is a misspelt name, and its letters would go out unchanged without anybody noticing.
fn refuse_strangers(own: &Path) -> Result<(), TemplateFault> {
    let Ok(entries) = std::fs::read_dir(own) else { return Ok(()) };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(letter) = name.strip_suffix(".md.hbs")
            && letters::find(letter).is_none()
        {
            let known: Vec<&str> = letters::ALL.iter().map(|kind| kind.name).collect();
            return Err(TemplateFault::Unknown(letter.to_owned(), known.join(", ")));
        }
    }
    Ok(())
}
