//! The year's summary: the same figures by programme, by supported school, by home school, by person, and in all.
//!
//! Days and what they came to are of the days that were worked within the year; invoices, credit notes and payments are of the
//! days on which they were issued and made. So each row has `income = to_home_schools + fee`, and
//! `open_before + invoiced = credited + received + open`. Over all time the last row is what `ledger` says.

use super::{Range, days, pence};
use crate::billing::Books;
use crate::billing::reconcile::Reconciliation;
use crate::domain::invoice::{Kind, Standing, State};
use crate::domain::money::Pence;
use crate::domain::visit::Billing;
use crate::domain::worked::HalfDays;
use crate::sheets::{self, Column, Sheet, Value};
use std::collections::BTreeMap;

#[derive(Default)]
struct Figures {
    logged: HalfDays,
    billed: HalfDays,
    funded: HalfDays,
    swapped: HalfDays,
    direct: HalfDays,
    unbilled: HalfDays,
    income: Pence,
    home: Pence,
    fee: Pence,
    documents: Documents,
}

/// VAT is in it.
#[derive(Clone, Copy, Default)]
struct Documents {
    open_before: Pence,
    invoiced: Pence,
    credited: Pence,
    received: Pence,
    open: Pence,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Programme,
    School,
    HomeSchool,
    Person,
    All,
}

type Rows = BTreeMap<(Group, String), Figures>;

fn add(sum: &mut Pence, amount: Pence) {
    *sum = [*sum, amount].into_iter().sum();
}

fn add_days(sum: &mut HalfDays, half_days: HalfDays) {
    *sum = [*sum, half_days].into_iter().sum();
}

pub fn year(books: &Books<'_>, standings: &[Standing], range: Range) -> Sheet {
    let mut rows = Rows::new();
    worked(books, standings, range, &mut rows);
    documents(books, range, &mut rows);
    let columns = [
        ("group", 14, sheets::Kind::Text),
        ("name", 34, sheets::Kind::Text),
        ("days_logged", 12, sheets::Kind::Days),
        ("days_billed", 12, sheets::Kind::Days),
        ("days_funded", 12, sheets::Kind::Days),
        ("days_swapped", 12, sheets::Kind::Days),
        ("days_direct", 12, sheets::Kind::Days),
        ("days_unbilled", 12, sheets::Kind::Days),
        ("income", 13, sheets::Kind::Money),
        ("to_home_schools", 15, sheets::Kind::Money),
        ("fee", 13, sheets::Kind::Money),
        ("open_before", 13, sheets::Kind::Money),
        ("invoiced", 13, sheets::Kind::Money),
        ("credited", 13, sheets::Kind::Money),
        ("received", 13, sheets::Kind::Money),
        ("open", 13, sheets::Kind::Money),
    ];
    Sheet {
        name: "Year".to_owned(),
        columns: columns.into_iter().map(|(header, width, kind)| Column::new(header, width, kind)).collect(),
        rows: rows.iter().map(|((group, name), figures)| row(*group, name, figures)).collect(),
    }
}

fn row(group: Group, name: &str, of: &Figures) -> Vec<Value> {
    let (word, has_documents) = match group {
        Group::Programme => ("programme", true),
        Group::School => ("school", true),
        // An invoice is no one person's, and no home school's.
        Group::HomeSchool => ("home school", false),
        Group::Person => ("person", false),
        Group::All => ("all", true),
    };
    let mut cells = vec![Value::text(word), Value::text(name)];
    cells.extend([of.logged, of.billed, of.funded, of.swapped, of.direct, of.unbilled].map(days));
    cells.extend([of.income, of.home, of.fee].map(pence));
    let sums = &of.documents;
    let sums = [sums.open_before, sums.invoiced, sums.credited, sums.received, sums.open];
    cells.extend(sums.map(|sum| if has_documents { pence(sum) } else { Value::Blank }));
    cells
}

/// Days, and what came in for each.
fn worked(books: &Books<'_>, standings: &[Standing], range: Range, rows: &mut Rows) {
    let shares = Reconciliation::of(books, standings).shares;
    let shares: BTreeMap<_, _> = shares.iter().map(|share| (share.visit, share)).collect();
    for visit in books.facts.visits.iter().filter(|visit| visit.stands() && range.includes(visit.day)) {
        let Some(deployment) = books.facts.deployment(&visit.deployment) else { continue };
        let home = deployment.person(&visit.email).map(|person| person.home_school.clone()).unwrap_or_default();
        let keys = [
            (Group::Programme, deployment.programme.to_string()),
            (Group::School, deployment.school.name.clone()),
            (Group::HomeSchool, home),
            (Group::Person, format!("{} <{}>", visit.name, visit.email)),
            (Group::All, String::new()),
        ];
        for key in keys {
            let of = rows.entry(key).or_default();
            add_days(&mut of.logged, visit.half_days);
            let sum = match visit.billing {
                Billing::Billed => &mut of.billed,
                Billing::Funded => &mut of.funded,
                Billing::Swapped => &mut of.swapped,
                Billing::Direct => &mut of.direct,
                Billing::Unbilled => &mut of.unbilled,
            };
            add_days(sum, visit.half_days);
            if let Some(share) = shares.get(&visit.id) {
                add(&mut of.income, share.income);
                add(&mut of.home, share.home);
                add(&mut of.fee, share.fee);
            }
        }
    }
}

/// Invoices, credit notes and payments of whoever pays.
fn documents(books: &Books<'_>, range: Range, rows: &mut Rows) {
    for invoice in books.facts.invoices.iter().filter(|invoice| invoice.state == State::Issued) {
        let Some(issued) = invoice.issued_on else { continue };
        let mut own = Documents::default();
        // What makes the debt greater, and what makes it less, each on its day.
        let mut moved = |day, debt: Pence, of: fn(&mut Documents) -> &mut Pence, shown: Pence| {
            if range.is_before(day) {
                add(&mut own.open_before, debt);
            }
            if range.is_until(day) {
                add(&mut own.open, debt);
            }
            if range.includes(day) {
                add(of(&mut own), shown);
            }
        };
        let less = |amount: Pence| amount.checked_neg().unwrap_or_default();
        match invoice.kind {
            Kind::Invoice => {
                moved(issued, invoice.gross, |own| &mut own.invoiced, invoice.gross);
                for payment in &invoice.payments {
                    moved(payment.on, less(payment.amount), |own| &mut own.received, payment.amount);
                }
            }
            Kind::CreditNote => moved(issued, less(invoice.gross), |own| &mut own.credited, invoice.gross),
            Kind::SelfBilling | Kind::SelfCredit | Kind::HomeInvoice | Kind::TimeSheet => continue,
        }
        let keys = [
            (Group::Programme, invoice.programme.to_string()),
            (Group::School, invoice.school.clone()),
            (Group::All, String::new()),
        ];
        for key in keys {
            let sums = &mut rows.entry(key).or_default().documents;
            add(&mut sums.open_before, own.open_before);
            add(&mut sums.invoiced, own.invoiced);
            add(&mut sums.credited, own.credited);
            add(&mut sums.received, own.received);
            add(&mut sums.open, own.open);
        }
    }
}
