//! A statement of account: what somebody owes on a day. It is for people; no standard of electronic invoices has one.

use super::document::{Bank, Party};
use super::fault::{Fault, Faults};
use crate::domain::money::Pence;
use jiff::civil::Date;

/// What moved the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Adds to what is owed.
    Invoice,
    /// Takes off what is owed.
    CreditNote,
    /// Takes off what is owed.
    Payment,
}

/// One document or payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub date: Date,
    pub kind: EntryKind,
    /// The document's number, or the reference that the payment bore.
    pub reference: String,
    /// When an invoice falls due.
    pub due: Option<Date>,
    /// As the document or the bank has it: never negative.
    pub amount: Pence,
    /// What of it is neither paid nor set against something else yet: never negative, at most the amount.
    pub open: Pence,
}

/// The account of one school or other payer with the alliance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The day whose evening it shows.
    pub on: Date,
    pub seller: Party,
    pub buyer: Party,
    pub bank: Bank,
    /// What the payer writes beside a payment of the whole balance.
    pub remittance: String,
    /// In the order of their dates.
    pub entries: Vec<Entry>,
    pub terms: String,
    pub notes: Vec<String>,
}

/// What the entries come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balances {
    /// What is owed after each entry.
    pub running: Vec<Pence>,
    /// What is owed now.
    pub balance: Pence,
    /// The open parts of invoices by age: not due yet, 1 to 30 days overdue, 31 to 60, 61 to 90, more.
    pub ages: [Pence; 5],
    /// Payments and credits that stand against nothing yet.
    pub unallocated: Pence,
}

impl Entry {
    /// Days after the due date, on that day; 0 when it is not overdue, or no invoice.
    pub fn overdue_days(&self, on: Date) -> i32 {
        match (self.kind, self.due) {
            (EntryKind::Invoice, Some(due)) => on.since(due).map_or(0, |span| span.get_days()).max(0),
            (EntryKind::Invoice | EntryKind::CreditNote | EntryKind::Payment, _) => 0,
        }
    }
}

impl Statement {
    /// Adds up the entries, and proves that the open parts are the balance.
    ///
    /// # Errors
    /// When an entry cannot be, or the open parts come to something else than the entries.
    pub fn balances(&self) -> Result<Balances, Faults> {
        self.add_up().map_err(|fault| Faults { number: "the statement of account".to_owned(), faults: vec![fault] })
    }

    fn add_up(&self) -> Result<Balances, Fault> {
        let add = |a: Pence, b: Pence| a.checked_add(b).ok_or(Fault::TooMuch);
        let mut balance = Pence::ZERO;
        let mut running = vec![];
        let [mut not_due, mut month, mut two, mut three, mut older] = [Pence::ZERO; 5];
        let mut unallocated = Pence::ZERO;
        for entry in &self.entries {
            if entry.amount.is_negative() || entry.open.is_negative() || entry.open > entry.amount {
                let given = format!("{} of {}", entry.open, entry.amount);
                return Err(Fault::Odd { what: "what is open of an entry", given, expected: "a part of its amount" });
            }
            match entry.kind {
                EntryKind::Invoice => {
                    balance = add(balance, entry.amount)?;
                    let bucket = match entry.overdue_days(self.on) {
                        ..=0 => &mut not_due,
                        1..=30 => &mut month,
                        31..=60 => &mut two,
                        61..=90 => &mut three,
                        91.. => &mut older,
                    };
                    *bucket = add(*bucket, entry.open)?;
                }
                EntryKind::CreditNote | EntryKind::Payment => {
                    balance = balance.checked_sub(entry.amount).ok_or(Fault::TooMuch)?;
                    unallocated = add(unallocated, entry.open)?;
                }
            }
            running.push(balance);
        }
        let ages = [not_due, month, two, three, older];
        let open = Pence::checked_sum(ages).and_then(|sum| sum.checked_sub(unallocated)).ok_or(Fault::TooMuch)?;
        if open != balance {
            return Err(Fault::Total { what: "the open part of the account", says: open, comes_to: balance });
        }
        Ok(Balances { running, balance, ages, unallocated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(kind: EntryKind, due: Option<Date>, amount: i64, open: i64) -> Entry {
        Entry {
            date: date(2027, 9, 1),
            kind,
            reference: "INV-2027-0001".to_owned(),
            due,
            amount: Pence(amount),
            open: Pence(open),
        }
    }

    fn statement(entries: Vec<Entry>) -> Statement {
        Statement {
            on: date(2027, 12, 31),
            seller: Party::default(),
            buyer: Party::default(),
            bank: Bank::default(),
            remittance: String::new(),
            entries,
            terms: String::new(),
            notes: vec![],
        }
    }

    #[test]
    fn open_parts_are_sorted_by_age_and_prove_the_balance() {
        use EntryKind::{CreditNote, Invoice, Payment};
        let account = statement(vec![
            entry(Invoice, Some(date(2027, 9, 1)), 10_000, 4_000),
            entry(Payment, None, 6_000, 0),
            entry(Invoice, Some(date(2027, 12, 1)), 500, 500),
            entry(Invoice, Some(date(2027, 11, 30)), 70, 70),
            entry(CreditNote, None, 200, 200),
            entry(Invoice, Some(date(2027, 12, 31)), 1, 1),
        ]);
        let balances = account.balances().unwrap();
        assert_eq!(balances.ages.map(|age| age.0), [1, 500, 70, 0, 4_000]);
        assert_eq!((balances.balance.0, balances.unallocated.0), (4_371, 200));
        assert_eq!(
            balances.running.iter().map(|sum| sum.0).collect::<Vec<_>>(),
            [10_000, 4_000, 4_500, 4_570, 4_370, 4_371]
        );
    }

    #[test]
    fn a_payment_that_was_not_set_against_anything_is_found() {
        let account = statement(vec![
            entry(EntryKind::Invoice, Some(date(2027, 9, 1)), 10_000, 10_000),
            entry(EntryKind::Payment, None, 6_000, 0),
        ]);
        assert_eq!(
            account.balances().unwrap_err().to_string(),
            "the statement of account is not written: the open part of the account says £100.00, and the lines come to £40.00"
        );
        let account = statement(vec![entry(EntryKind::Invoice, None, 100, 101)]);
        assert!(account.balances().is_err());
    }
}
