//! A statement of account as its page shows it.

use super::billing::{
    Block, Fact, Payment, Slip, account, block, fact, paper, questions, registered_as, short, shown, slip_of, strong,
};
use super::sheets::{Letterhead, Sheet, Unprintable};
use crate::domain::civil::date_in_short;
use crate::domain::money::Pence;
use crate::einvoice::{Balances, Entry, EntryKind, Statement};
use jiff::civil::Date;
use serde::Serialize;

/// What the frame reads.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatementSheet {
    #[serde(skip)]
    date: Date,
    issuer: Letterhead,
    title: &'static str,
    /// It has none; the head of further pages asks for one.
    number: &'static str,
    parties: Vec<Block>,
    to_name_short: String,
    facts: Vec<Fact>,
    entries: Vec<Row>,
    ages: Vec<Fact>,
    totals: Vec<Fact>,
    terms: String,
    payment: Option<Payment>,
    notes: Vec<String>,
    questions: String,
    slip: Option<Slip>,
    registered_as: String,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    date: String,
    what: String,
    due: String,
    overdue: bool,
    amount: String,
    open: String,
    balance: String,
}

impl Sheet for StatementSheet {
    const FRAME: &'static str = "statement.typ";
    const UNPRINTABLE: Unprintable = Unprintable::Ask;
    const LONGEST: usize = 200_000;

    fn date(&self) -> Date {
        self.date
    }
}

const AGES: [&str; 5] = ["Not due yet", "1–30 days overdue", "31–60 days", "61–90 days", "Over 90 days"];

impl StatementSheet {
    /// `balances` are those of the statement.
    pub fn of(statement: &Statement, balances: &Balances) -> Self {
        let day = date_in_short(statement.on);
        let owed = balances.balance > Pence::ZERO;
        let entries = statement.entries.iter().zip(&balances.running);
        let mut totals = vec![];
        if !balances.unallocated.is_zero() {
            totals.push(fact("Not yet set against an invoice", shown(balances.unallocated)));
        }
        totals.push(strong(
            if balances.balance.is_negative() { "In your favour" } else { "Balance" },
            shown(balances.balance),
        ));
        let sum = [fact("Balance", shown(balances.balance)), fact("As of", &day)];
        let (seller, buyer, bank) = (&statement.seller, &statement.buyer, &statement.bank);
        Self {
            date: statement.on,
            issuer: paper(seller),
            title: "Statement of account",
            number: "",
            parties: vec![block("To", buyer)],
            to_name_short: short(&buyer.name, 48),
            facts: vec![strong("As of", &day), strong("Balance", shown(balances.balance))],
            entries: entries.map(|(entry, balance)| row(entry, *balance, statement.on)).collect(),
            ages: AGES
                .iter()
                .zip(balances.ages)
                .enumerate()
                .map(|(i, (label, sum))| Fact { strong: i > 0 && !sum.is_zero(), ..fact(label, shown(sum)) })
                .collect(),
            totals,
            terms: statement.terms.clone(),
            payment: owed
                .then(|| Payment { heading: "How to pay: by BACS", details: account(bank, &statement.remittance) }),
            notes: statement.notes.clone(),
            questions: questions(seller),
            slip: owed.then(|| slip_of(seller, buyer, bank, &statement.remittance, sum)),
            registered_as: registered_as(seller),
        }
    }
}

fn row(entry: &Entry, balance: Pence, on: Date) -> Row {
    let (what, amount) = match entry.kind {
        EntryKind::Invoice => (format!("Invoice {}", entry.reference), shown(entry.amount)),
        EntryKind::CreditNote => (format!("Credit note {}", entry.reference), format!("−{}", entry.amount)),
        EntryKind::Payment => (format!("Payment received, {}", entry.reference), format!("−{}", entry.amount)),
    };
    let late = entry.overdue_days(on);
    let overdue = late > 0 && !entry.open.is_zero();
    let due =
        entry.due.filter(|_| entry.kind == EntryKind::Invoice).map(|due| due.strftime("%-d %b\u{a0}%Y").to_string());
    Row {
        date: entry.date.strftime("%-d %b\u{a0}%Y").to_string(),
        what: what.trim_end_matches([',', ' ']).to_owned(),
        due: match (due, overdue) {
            (Some(due), true) => format!("{due}, {late}\u{a0}{} late", if late == 1 { "day" } else { "days" }),
            (Some(due), false) => due,
            (None, _) => String::new(),
        },
        overdue,
        amount,
        open: if entry.open.is_zero() { "–".to_owned() } else { shown(entry.open) },
        balance: shown(balance),
    }
}
