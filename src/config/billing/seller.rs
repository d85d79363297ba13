//! `[seller]`: whose paper invoices are on, and which account is paid into.

use super::Mistake;
use crate::einvoice::{self, Bank, Party, PeppolId, Registration};
use serde::Deserialize;

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Seller {
    /// Empty: the alliance's; so with telephone and e-mail address.
    pub name: String,
    /// The last line is the town.
    pub address: Vec<String>,
    pub postcode: String,
    pub contact: String,
    pub telephone: String,
    /// Where remittance advices go.
    pub email: String,
    pub company_number: String,
    pub charity_number: String,
    pub urn: String,
    /// Empty: not registered.
    pub vat_number: String,
    /// `0088:5012345678900`
    pub peppol: String,
    pub bank: Account,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Account {
    /// The bank's own name, for the office; invoices need none.
    pub name: String,
    pub account_name: String,
    pub sort_code: String,
    pub account_number: String,
}

impl Account {
    fn is_empty(&self) -> bool {
        [&self.account_name, &self.sort_code, &self.account_number].iter().any(|part| part.trim().is_empty())
    }

    fn bank(&self) -> Bank {
        Bank {
            account_name: self.account_name.trim().to_owned(),
            sort_code: self.sort_code.trim().to_owned(),
            account_number: self.account_number.split_whitespace().collect(),
        }
    }
}

impl Seller {
    pub fn is_registered_for_vat(&self) -> bool {
        !self.vat_number.trim().is_empty()
    }

    /// Without the spaces that people write into it.
    fn plain_vat_number(&self) -> Option<String> {
        let number: String = self.vat_number.split_whitespace().collect::<String>().to_uppercase();
        (!number.is_empty()).then_some(number)
    }

    /// As it stands on invoices, for people and for machines.
    pub fn party(&self) -> Party {
        let registered = |label: &str, number: &str| {
            let number = number.trim();
            (!number.is_empty()).then(|| Registration { label: label.to_owned(), number: number.to_owned() })
        };
        Party {
            name: self.name.trim().to_owned(),
            attention: String::new(),
            address: self.address.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
            postcode: self.postcode.trim().to_owned(),
            contact: self.contact.trim().to_owned(),
            telephone: self.telephone.trim().to_owned(),
            email: self.email.trim().to_owned(),
            urn: self.urn.trim().to_owned(),
            registration: registered("Company number", &self.company_number)
                .or_else(|| registered("Charity number", &self.charity_number)),
            vat_number: self.plain_vat_number(),
            peppol: self.peppol_id(),
        }
    }

    fn peppol_id(&self) -> Option<PeppolId> {
        let (scheme, value) = self.peppol.trim().split_once(':')?;
        Some(PeppolId { scheme: scheme.trim().to_owned(), value: value.trim().to_owned() })
    }

    /// `None` until it is filled in whole: half an account is none.
    pub fn account(&self) -> Option<Bank> {
        (!self.bank.is_empty()).then(|| self.bank.bank())
    }

    pub(super) fn missing(&self) -> Vec<String> {
        let mut missing = vec![];
        let mut need = |given: &str, sentence: &str| {
            if given.trim().is_empty() {
                missing.push(sentence.to_owned());
            }
        };
        need(&self.name, "The name under which the alliance bills is missing: `name` in [seller].");
        need(&self.address.concat(), "The alliance’s postal address is missing: `address` in [seller].");
        need(&self.postcode, "The alliance’s postcode is missing: `postcode` in [seller].");
        let numbers = [&self.vat_number, &self.company_number, &self.charity_number, &self.urn];
        need(
            &numbers.map(String::as_str).concat(),
            "A number by which the alliance is registered is missing: `company_number`, `charity_number`, `urn` or `vat_number` in [seller].",
        );
        need(&self.bank.account_name, "The name of the bank account is missing: `account_name` in [seller.bank].");
        need(&self.bank.sort_code, "The bank’s sort code is missing: `sort_code` in [seller.bank].");
        need(&self.bank.account_number, "The account number is missing: `account_number` in [seller.bank].");
        missing
    }

    pub(super) fn faults(&self) -> Vec<Mistake> {
        let mut faults = vec![];
        if let Some(number) = self.plain_vat_number()
            && !einvoice::is_vat_number(&number)
        {
            let expected =
                "expected GB and nine digits, such as \"GB123456789\", or \"\" where you are not registered.";
            faults.push(("seller", "vat_number", expected.to_owned()));
        }
        if !self.peppol.trim().is_empty() && self.peppol_id().is_none_or(|id| !einvoice::is_peppol(&id)) {
            let expected = "expected a scheme of four digits, a colon and a value, such as \"0088:5012345678900\"; never an e-mail address.";
            faults.push(("seller", "peppol", expected.to_owned()));
        }
        let bank = self.bank.bank();
        if !bank.sort_code.is_empty() && !einvoice::is_sort_code(&bank) {
            faults.push(("seller.bank", "sort_code", "expected six digits, such as \"20-00-00\".".to_owned()));
        }
        if !bank.account_number.is_empty() && !einvoice::is_account_number(&bank) {
            faults.push(("seller.bank", "account_number", "expected eight digits.".to_owned()));
        }
        faults
    }
}
