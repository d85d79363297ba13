//! Forms that belong to no programme: the request for support, the record of a visit, and the evaluation.

use super::ConfigFault;
use crate::domain::FormId;
use crate::forms::{Definition, FormReader, Meaning};
use std::collections::BTreeMap;
use std::path::Path;

/// Each is there where its file is.
#[derive(Debug, Default)]
pub struct OfficeForms {
    pub commission: Option<FormReader>,
    pub visit: Option<FormReader>,
    pub evaluation: Option<FormReader>,
}

const COMMISSION: &str = "commission";
const VISIT: &str = "visit";
const EVALUATION: &str = "evaluation";

impl OfficeForms {
    pub(super) fn of(folder: &Path, forms: &BTreeMap<FormId, Definition>, faults: &mut Vec<ConfigFault>) -> Self {
        let mut form = |id: &str, needs: Option<(Meaning, &str)>| {
            let form = forms.values().find(|form| form.id.as_str() == id)?;
            if let Some((meaning, word)) = needs
                && form.meaning(meaning).is_none()
            {
                let message = format!("the form has no field that `means = \"{word}\"`.");
                faults.push(ConfigFault::of_file(&folder.join(format!("{id}.toml")), message));
            }
            Some(FormReader::new(form.clone()))
        };
        let commission = form(COMMISSION, Some((Meaning::School, "school")));
        Self {
            commission,
            visit: form(VISIT, Some((Meaning::VisitDates, "visit-dates"))),
            evaluation: form(EVALUATION, None),
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &FormReader> {
        self.commission.iter().chain(&self.visit).chain(&self.evaluation)
    }
}
