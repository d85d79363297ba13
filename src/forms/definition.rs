//! What a form asks: the definition that the blank is written from and returned forms are read by.

use crate::domain::FormId;
use crate::domain::answers::Answers;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A form as its file in `config/forms/` describes it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub id: FormId,
    pub version: String,
    pub title: String,
    #[serde(default)]
    pub intro: String,
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: String,
    pub by: Party,
    pub title: String,
    #[serde(default)]
    pub note: String,
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// Who fills in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    Applicant,
    /// Who gives the reference, whether a head or somebody else.
    #[serde(alias = "headteacher")]
    Referee,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub label: String,
    pub kind: Kind,
    #[serde(default = "required_unless_said")]
    pub required: bool,
    /// Another field, by its `id`: once that is answered, this one is needed too.
    #[serde(default)]
    pub needed_with: Option<String>,
    /// The full question, where the label is only its name.
    #[serde(default)]
    pub prompt: String,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub means: Option<Meaning>,
    /// For an essay: its word limit.
    #[serde(default)]
    pub max_words: Option<usize>,
    /// For a choice: what may be chosen …
    #[serde(default)]
    pub options: Vec<String>,
    /// … or the list of the programme that says so.
    #[serde(default)]
    pub options_from: Option<OptionList>,
    /// Options of which the coordinator is told as soon as somebody chooses them (in evaluations).
    #[serde(default)]
    pub tell: Vec<String>,
    /// Other ways of writing an option, as (written, meant); filled in from the programme's list.
    #[serde(skip)]
    pub synonyms: Vec<(String, String)>,
}

fn required_unless_said() -> bool {
    true
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines.
    Lines,
    Email,
    Phone,
    Number,
    Choice,
    Date,
    /// An answer with a word limit.
    Essay,
    /// A box to tick.
    Tick,
}

/// What the clerk uses a field for, whatever the form calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    ApplicantName,
    ApplicantEmail,
    School,
    HeadName,
    HeadEmail,
    SecondRefereeName,
    SecondRefereeEmail,
    ChairName,
    ChairEmail,
    Post,
    /// Of whatever experience the programme asks for: in leadership, as a head.
    #[serde(alias = "leadership-years")]
    Years,
    Specialism,
    RefereeName,
    Supports,
    Capacity,
    DaysAgreed,
    Statement,
    /// The words of a pen portrait.
    Portrait,
    /// Whether they may be published.
    Consent,
    Telephone,
    /// What a school that asks for support needs, hopes for, and when; its contacts; where invoices go; what makes it urgent.
    Need,
    HopedFor,
    WantedWhen,
    DaysWanted,
    Contacts,
    FinanceEmail,
    Circumstances,
    /// The days of a visit, in any words, and how long each was.
    VisitDates,
    VisitLength,
    WorkDone,
    Impact,
    NextSteps,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OptionList {
    Specialisms,
}

impl Definition {
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| section.fields.iter())
    }

    pub fn fields_by(&self, party: Party) -> impl Iterator<Item = &Field> {
        self.sections.iter().filter(move |section| section.by == party).flat_map(|section| section.fields.iter())
    }

    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }

    /// The field that the clerk uses for something, if the form has one.
    pub fn meaning(&self, what: Meaning) -> Option<&Field> {
        self.fields().find(|field| field.means == Some(what))
    }

    /// Whether a form without an answer to a field is incomplete, given its other answers.
    pub fn needs(&self, field: &Field, answers: &Answers) -> bool {
        field.required || field.needed_with.as_ref().is_some_and(|other| !answers.value(other).trim().is_empty())
    }

    /// What contradicts itself in the definition, one sentence each, naming the field.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = vec![];
        let mut ids = BTreeSet::new();
        let mut meanings = BTreeSet::new();
        for field in self.fields() {
            let id = &field.id;
            let shape_ok = id.starts_with(|c: char| c.is_ascii_lowercase())
                && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !shape_ok {
                faults.push(format!(
                    "field id `{id}`: expected lower-case letters, digits and underscores, beginning with a letter"
                ));
            }
            if !ids.insert(id.clone()) {
                faults.push(format!("field id `{id}` stands twice"));
            }
            if field.label.trim().is_empty() {
                faults.push(format!("field `{id}`: `label` is empty"));
            }
            if field.means.is_some_and(|meaning| !meanings.insert(meaning)) {
                faults.push(format!("field `{id}`: another field has the same `means`"));
            }
            match field.kind {
                Kind::Essay => {
                    if field.max_words.is_none_or(|limit| limit == 0) {
                        faults.push(format!("field `{id}` is an essay: expected `max_words`, such as 300"));
                    }
                }
                Kind::Choice => {
                    if field.options.is_empty() {
                        faults.push(format!("field `{id}` is a choice: expected `options` or `options_from`"));
                    }
                }
                Kind::Line | Kind::Lines | Kind::Email | Kind::Phone | Kind::Number | Kind::Date | Kind::Tick => {}
            }
            if let Some(other) = &field.needed_with
                && (other == id || self.field(other).is_none())
            {
                faults.push(format!(
                    "field `{id}`: `needed_with` names `{other}`, and there is no other field of that id"
                ));
            }
            if field.kind != Kind::Essay && field.max_words.is_some() {
                faults.push(format!("field `{id}`: `max_words` belongs to an essay"));
            }
            if let Some(odd) = field.tell.iter().find(|told| !field.options.contains(told)) {
                faults.push(format!("field `{id}`: `tell` names “{odd}”, which is none of its `options`"));
            }
            if field.kind != Kind::Choice && !field.options.is_empty() {
                faults.push(format!("field `{id}`: `options` belong to a choice"));
            }
        }
        faults
    }
}
