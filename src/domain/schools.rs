//! The national register of schools: how a school that somebody names is found in it, and when that is a guess.

use super::register::{Establishment, Urn};
use std::collections::BTreeMap;

/// A school's name as names are compared: `St. Mary’s  C of E` and `st mary's c of e` are one.
pub fn folded(name: &str) -> String {
    let plain = name.to_lowercase().replace(['’', '‘', '`'], "'").replace('.', "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Nothing,
    One(Urn),
    /// Several open schools have this very name: a person says which.
    Several(Vec<Urn>),
}

/// Open schools by their names.
#[derive(Debug, Default)]
pub struct Directory {
    by_name: BTreeMap<String, Vec<Urn>>,
}

impl Directory {
    pub fn of<'a>(establishments: impl IntoIterator<Item = &'a Establishment>) -> Self {
        let mut by_name: BTreeMap<String, Vec<Urn>> = BTreeMap::new();
        for school in establishments.into_iter().filter(|school| school.is_open) {
            by_name.entry(folded(&school.name)).or_default().push(school.urn);
        }
        Self { by_name }
    }

    /// By the exact name, which only one open school must have.
    pub fn find(&self, name: &str) -> Found {
        match self.by_name.get(&folded(name)).map(Vec::as_slice) {
            None | Some([]) => Found::Nothing,
            Some([only]) => Found::One(*only),
            Some(several) => Found::Several(several.to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(urn: u32, name: &str, is_open: bool) -> Establishment {
        Establishment {
            urn: Urn(urn),
            name: name.to_owned(),
            is_open,
            kind: String::new(),
            phase: String::new(),
            authority: String::new(),
            trust: String::new(),
            street: String::new(),
            locality: String::new(),
            town: String::new(),
            postcode: String::new(),
            telephone: String::new(),
            website: String::new(),
            head_name: String::new(),
            head_post: String::new(),
            closed_on: None,
            place: None,
        }
    }

    #[test]
    fn a_name_is_found_when_one_open_school_has_it_and_never_guessed() {
        let all = [
            school(100_001, "St Mary's C of E Primary School", true),
            school(100_002, "Oakfield School", false),
            school(100_003, "Oakfield School", true),
            school(100_004, "Hillside Primary School", true),
            school(100_005, "Hillside Primary School", true),
            school(100_006, "Closed School", false),
        ];
        let directory = Directory::of(&all);
        assert_eq!(directory.find("St. Mary’s  c of e primary school"), Found::One(Urn(100_001)));
        assert_eq!(directory.find("Oakfield School"), Found::One(Urn(100_003)), "the closed one is not meant");
        assert_eq!(directory.find("Hillside Primary School"), Found::Several(vec![Urn(100_004), Urn(100_005)]));
        assert_eq!(directory.find("Hillside"), Found::Nothing);
        assert_eq!(directory.find("Closed School"), Found::Nothing);
    }
}
