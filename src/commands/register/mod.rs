//! What happens to people of the register: one file for how they stand, one for what their entry says, one for portraits.

pub mod entry;
pub mod portrait;
pub mod standing;

use super::{Order, Refusal};
use crate::config::{Programme, nearest};
use crate::domain::CaseId;
use crate::domain::change::Change;
use crate::domain::facts::Lookup;
use crate::domain::register::Designation;

/// Somebody of the register whom a command names.
pub struct Named<'a> {
    pub entry: &'a Designation,
    pub number: CaseId,
    pub programme: &'a Programme,
}

impl Named<'_> {
    /// `REG-2027-0003 (Priya Nair)`.
    pub fn words(&self) -> String {
        format!("{} ({})", self.number, self.entry.name)
    }
}

/// The whole register, because people may be named by their names.
pub fn lookup() -> Lookup {
    Lookup { people: true, ..Lookup::default() }
}

/// Whoever is named: by the entry's number, by that of the application, or by a name that only one of them has.
///
/// # Errors
/// When nobody is, or several are.
pub fn named<'a>(order: &Order<'a>, words: &str) -> Result<Named<'a>, Refusal> {
    let refuse = |why: String| Err(Refusal::Refused(why));
    let words = words.trim().trim_end_matches([',', ':']).trim();
    let register = &order.facts.register;
    let found: Vec<&Designation> = match CaseId::parse(words) {
        Ok(number) => order.facts.entry(&number).into_iter().collect(),
        Err(_) => {
            let same = |entry: &&Designation| folded(&entry.name) == folded(words);
            let current: Vec<&Designation> =
                register.iter().filter(same).filter(|entry| entry.ended_on.is_none()).collect();
            if current.is_empty() { register.iter().filter(same).collect() } else { current }
        }
    };
    let (entry, number) = match found.as_slice() {
        [entry] => match &entry.number {
            Some(number) => (*entry, number.clone()),
            None => return refuse(format!("{} has no number in the register yet.", entry.name)),
        },
        [] => {
            let names: Vec<&str> = register.iter().map(|entry| entry.name.as_str()).collect();
            let hint = nearest(words, &names).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            return refuse(format!("There is nobody called or numbered `{words}` in the register.{hint}"));
        }
        several => {
            let all: Vec<String> = several
                .iter()
                .filter_map(|entry| Some(format!("{} ({})", entry.number.as_ref()?, entry.school)))
                .collect();
            return refuse(format!("Several people are called {words}: {}. Give the number.", all.join(", ")));
        }
    };
    match order.config.programme(&entry.programme) {
        Some(programme) => Ok(Named { entry, number, programme }),
        None => refuse(format!("{number} belongs to a programme that is not configured any more.")),
    }
}

fn folded(name: &str) -> String {
    name.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Questions about somebody's standing that a command answers.
pub fn settled(number: &CaseId, by: &str, keys: &[&str]) -> Vec<Change> {
    let closed = |key: &&str| Change::ReviewsClosed {
        key_begins: format!("{key}:{number}:"),
        by: by.to_owned(),
        outcome: "decided by command".to_owned(),
    };
    keys.iter().map(closed).collect()
}

/// Keys of the questions: somebody wrote about a change; a review is due; a new headteacher must agree; a portrait.
pub const CHANGE: &str = "register-change";
pub const REVIEW: &str = "register-review";
pub const MOVED: &str = "register-moved";
pub const PORTRAIT: &str = "portrait";
