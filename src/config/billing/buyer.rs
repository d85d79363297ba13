//! `[[buyer]]`: what the national register of schools does not say of somebody who pays, or is paid.

use super::Mistake;
use crate::domain::register::Urn;
use crate::einvoice::{self, Party, PeppolId};
use serde::Deserialize;

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Buyer {
    pub name: String,
    /// Finds it where its name is written otherwise; empty for none.
    pub urn: String,
    pub attention: String,
    pub address: Vec<String>,
    pub postcode: String,
    pub peppol: String,
}

impl Buyer {
    pub(super) fn is(&self, name: &str, urn: Option<Urn>) -> bool {
        let own = self.urn.trim();
        self.name.trim().to_lowercase() == name.trim().to_lowercase()
            || (!own.is_empty() && urn.is_some_and(|urn| urn.to_string() == own))
    }

    /// What is said here counts; what is not said stays.
    pub fn complete(&self, party: &mut Party) {
        if !self.attention.trim().is_empty() {
            self.attention.trim().clone_into(&mut party.attention);
        }
        if !self.address.is_empty() {
            party.address =
                self.address.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
            self.postcode.trim().clone_into(&mut party.postcode);
        }
        if party.urn.is_empty() {
            self.urn.trim().clone_into(&mut party.urn);
        }
        party.peppol = self.peppol_id().or_else(|| party.peppol.take());
    }

    fn peppol_id(&self) -> Option<PeppolId> {
        let (scheme, value) = self.peppol.trim().split_once(':')?;
        Some(PeppolId { scheme: scheme.trim().to_owned(), value: value.trim().to_owned() })
    }

    pub(super) fn faults(&self) -> Vec<Mistake> {
        let mut faults = vec![];
        if self.name.trim().is_empty() {
            faults.push(("buyer", "name", "expected the name of a school, or of whoever else pays.".to_owned()));
        }
        if !self.peppol.trim().is_empty() && self.peppol_id().is_none_or(|id| !einvoice::is_peppol(&id)) {
            let expected = "expected a scheme of four digits, a colon and a value, such as \"0088:5012345678900\"; never an e-mail address.";
            faults.push(("buyer", "peppol", expected.to_owned()));
        }
        faults
    }
}
