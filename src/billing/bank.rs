//! Payments of a bank statement, matched to the invoices that they name.
//!
//! Only what the payer wrote counts: a sum alone may be anybody's, and is never more than a suggestion. What was noted before,
//! from this statement or by hand, is not noted again.

use super::{Books, outstanding};
use crate::domain::CaseId;
use crate::domain::civil::date_in_short;
use crate::domain::invoice::{Invoice, InvoiceId, Kind, State};
use crate::domain::money::Pence;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of the file.
    pub line: u64,
    pub on: Date,
    pub amount: Pence,
    /// Whatever the bank's columns say of it.
    pub text: String,
    /// The same for the same entry in every file.
    pub bank_ref: String,
}

/// What becomes of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'f> {
    /// So much is noted on each of these, and this is open then.
    Noted(Vec<Noted<'f>>),
    /// It was noted from a statement before.
    Again,
    /// A person has noted it already.
    ByHand(&'f Invoice),
    /// A person says what it is for. Where invoices are open over this very sum, they are named.
    Unmatched { why: String, fits: Vec<&'f Invoice> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted<'f> {
    pub invoice: &'f Invoice,
    pub amount: Pence,
    pub open: Pence,
    pub bank_ref: String,
}

/// Within so many days a payment that was typed is the one that the bank shows.
const BY_HAND_DAYS: i32 = 7;

/// A number that an entry names. One that is not written out in full counts only where the sum bears it out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    number: CaseId,
    in_full: bool,
}

/// What becomes of each entry, in their order: what one settles is not open for the next.
pub fn matched<'f>(books: &Books<'f>, entries: &[Entry]) -> Vec<Found<'f>> {
    let issued = books.facts.invoices.iter().filter(|i| i.kind == Kind::Invoice && i.state == State::Issued);
    let mut matching = Matching {
        books: *books,
        open: issued.clone().filter_map(|invoice| Some((invoice.id, outstanding(books, invoice)?))).collect(),
        issued: issued.filter_map(|invoice| Some((invoice.number.clone()?, invoice))).collect(),
        taken: BTreeSet::new(),
    };
    entries.iter().map(|entry| matching.one(entry)).collect()
}

struct Matching<'f> {
    books: Books<'f>,
    issued: BTreeMap<CaseId, &'f Invoice>,
    open: BTreeMap<InvoiceId, Pence>,
    /// Payments that were typed and have been found in the statement: the invoice, and which of its payments.
    taken: BTreeSet<(InvoiceId, usize)>,
}

impl<'f> Matching<'f> {
    fn one(&mut self, entry: &Entry) -> Found<'f> {
        if self.is_known(entry) {
            return Found::Again;
        }
        let series: BTreeSet<&str> = self.issued.keys().map(CaseId::prefix).collect();
        let own = self.books.config.billing.invoices.series.as_str();
        let named = named(&entry.text, own, &series);
        if let Some(unknown) = named.iter().find(|named| named.in_full && !self.issued.contains_key(&named.number)) {
            let why = format!("it names {}, which has not been issued", unknown.number);
            return self.unmatched(entry, why);
        }
        let known: Vec<(&'f Invoice, bool)> =
            named.iter().filter_map(|named| Some((*self.issued.get(&named.number)?, named.in_full))).collect();
        let open: Pence = known.iter().map(|(invoice, _)| self.open_on(invoice)).sum();
        match known.as_slice() {
            [] => self.unmatched(entry, "it names no invoice".to_owned()),
            [(invoice, in_full)] => {
                if let Some(by_hand) = self.by_hand(entry, Some(invoice), BY_HAND_DAYS) {
                    return by_hand;
                }
                if let Some(issued) = invoice.issued_on.filter(|issued| entry.on < *issued && !invoice.in_advance) {
                    let why =
                        format!("it names {}, which was issued only on {}", invoice.name(), date_in_short(issued));
                    return self.unmatched(entry, why);
                }
                if *in_full || open == entry.amount {
                    return Found::Noted(vec![self.note(invoice, entry.amount, entry.bank_ref.clone())]);
                }
                let why = format!("it may mean {}, on which {open} is open", invoice.name());
                self.unmatched(entry, why)
            }
            several => {
                let all_open = several.iter().all(|(invoice, _)| self.open_on(invoice) > Pence::ZERO);
                if all_open && open == entry.amount {
                    let each = several.iter().map(|(invoice, _)| {
                        let bank_ref = format!("{}/{}", entry.bank_ref, invoice.name());
                        self.note(invoice, self.open_on(invoice), bank_ref)
                    });
                    return Found::Noted(each.collect::<Vec<_>>());
                }
                let names: Vec<String> = several.iter().map(|(invoice, _)| invoice.name()).collect();
                let why = format!("it names {}, on which {open} is open in all", crate::domain::listed(&names));
                self.unmatched(entry, why)
            }
        }
    }

    fn open_on(&self, invoice: &Invoice) -> Pence {
        self.open.get(&invoice.id).copied().unwrap_or_default()
    }

    fn note(&mut self, invoice: &'f Invoice, amount: Pence, bank_ref: String) -> Noted<'f> {
        let open = self.open_on(invoice).checked_sub(amount).unwrap_or_default();
        self.open.insert(invoice.id, open);
        Noted { invoice, amount, open, bank_ref }
    }

    fn is_known(&self, entry: &Entry) -> bool {
        let part = format!("{}/", entry.bank_ref);
        let payments = self.books.facts.invoices.iter().flat_map(|invoice| &invoice.payments);
        payments.map(|payment| &payment.bank_ref).any(|known| *known == entry.bank_ref || known.starts_with(&part))
    }

    /// A payment that somebody typed, and that this may be: of the same sum, at about that time.
    fn by_hand(&mut self, entry: &Entry, only: Option<&Invoice>, within: i32) -> Option<Found<'f>> {
        for invoice in self.issued.values().filter(|invoice| only.is_none_or(|only| only.id == invoice.id)) {
            for (place, payment) in invoice.payments.iter().enumerate() {
                let days = payment.on.since((jiff::Unit::Day, entry.on)).map_or(i32::MAX, |span| span.get_days().abs());
                if payment.bank_ref.is_empty()
                    && payment.amount == entry.amount
                    && days <= within
                    && self.taken.insert((invoice.id, place))
                {
                    return Some(Found::ByHand(invoice));
                }
            }
        }
        None
    }

    fn unmatched(&mut self, entry: &Entry, why: String) -> Found<'f> {
        if let Some(by_hand) = self.by_hand(entry, None, 0) {
            return by_hand;
        }
        let fits = self.issued.values().copied().filter(|invoice| self.open_on(invoice) == entry.amount);
        Found::Unmatched { why, fits: fits.collect() }
    }
}

const BETWEEN: [char; 10] = [' ', '-', '/', '.', ':', '#', '_', '–', '*', '\\'];

/// Numbers of invoices, as people write them into the few characters that a bank gives them: `INV-2027-0001`, `INV 2027 0001`,
/// `inv20270001`, `Invoice no. 2027/0001`, `INV-2027-0001 & 0002`. `own` is the series that “invoice” alone stands for.
fn named(text: &str, own: &str, series: &BTreeSet<&str>) -> Vec<Named> {
    let text = text.to_ascii_uppercase();
    let mut found: BTreeMap<CaseId, bool> = BTreeMap::new();
    let generic = ["INVOICE", "INV"].map(|word| (word, own));
    let prefixes: BTreeSet<(&str, &str)> = series
        .iter()
        .map(|series| (*series, *series))
        .chain(generic.into_iter().filter(|(w, _)| !series.contains(w)))
        .collect();
    for (word, series) in prefixes {
        for (at, _) in text.match_indices(word) {
            let begins = !text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric()));
            let rest = text.get(at + word.len()..).filter(|_| begins);
            let Some((year, mut number, mut rest)) = rest.and_then(year_and_number) else { continue };
            loop {
                let in_full = number.len() >= 4;
                if let Some(case) = number.parse().ok().filter(|n| *n > 0).map(|n| CaseId::new(series, year, n)) {
                    let first = found.entry(case).or_insert(false);
                    *first = *first || (in_full && !rest.1);
                }
                let Some((next, after)) = further(rest.0) else { break };
                (number, rest) = (next, (after, true));
            }
        }
    }
    found.into_iter().map(|(number, in_full)| Named { number, in_full }).collect()
}

/// What follows a number, and whether the number itself came in a list after another.
type Rest<'t> = (&'t str, bool);

/// The year and the number after a series: with something between them, or run together with all four digits of the number.
fn year_and_number(text: &str) -> Option<(i16, &str, Rest<'_>)> {
    let mut text = text.trim_start_matches(BETWEEN);
    for word in ["NUMBER", "NUM", "NO"] {
        text = text.strip_prefix(word).map_or(text, |rest| rest.trim_start_matches(BETWEEN));
    }
    let (digits, rest) = digits(text);
    let (year, number, rest) = match digits.len() {
        4 => {
            let number = rest.trim_start_matches(BETWEEN);
            let (found, after) = self::digits(number);
            (digits, found, after)
        }
        8.. => (digits.get(..4)?, digits.get(4..)?, rest),
        _ => return None,
    };
    let year = year.parse().ok().filter(|year| (2000..2200).contains(year))?;
    ((1..=9).contains(&number.len())).then_some((year, number, (rest, false)))
}

/// Another number of the same year: `& 0002`, `, 0003`, `/0004`.
fn further(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start();
    let rest = rest.strip_prefix(['&', '+', ',', ';', '/']).or_else(|| rest.strip_prefix("AND "))?;
    let (number, after) = digits(rest.trim_start());
    (number.len() >= 4 && number.len() <= 9 && !number.starts_with("20")).then_some((number, after))
}

fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_payers_write_them() {
        let series = BTreeSet::from(["INV"]);
        let one = |text: &str| -> Vec<String> {
            let name = |named: Named| format!("{}{}", named.number, if named.in_full { "" } else { "?" });
            named(text, "INV", &series).into_iter().map(name).collect()
        };
        for (text, found) in [
            ("INV-2027-0001", vec!["INV-2027-0001"]),
            ("OAKFIELD SCH INV 2027 0001", vec!["INV-2027-0001"]),
            ("inv20270001", vec!["INV-2027-0001"]),
            ("INV/2027/0012 BACS", vec!["INV-2027-0012"]),
            ("Invoice no. INV-2027-0001", vec!["INV-2027-0001"]),
            ("Invoice 2027-0003", vec!["INV-2027-0003"]),
            ("INVOICE NO 2027/0003", vec!["INV-2027-0003"]),
            ("INV-2027-10001", vec!["INV-2027-10001"]),
            ("INV-2027-0001 INV-2027-0002", vec!["INV-2027-0001", "INV-2027-0002"]),
            ("INV-2027-0001 & 0002", vec!["INV-2027-0001", "INV-2027-0002?"]),
            ("INV-2027-0001/0002, 0003", vec!["INV-2027-0001", "INV-2027-0002?", "INV-2027-0003?"]),
            ("INV 2027 1", vec!["INV-2027-0001?"]),
            ("INV-2027-00", vec![]),
            ("INV-2027-001", vec!["INV-2027-0001?"]),
            ("0001/2027", vec![]),
            ("20270001", vec![]),
            ("OAKINV20270001", vec![]),
            ("INV 0001", vec![]),
            ("INV 2027", vec![]),
            ("INV 12.05.2027", vec![]),
            ("CRN-2027-0001", vec![]),
            ("Siân’s INV–2027–0004", vec!["INV-2027-0004"]),
            ("INV-2027-99999999999999999999", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(one(text), found, "{text}");
        }
        let ours = named("Invoice 2027-0003, HLA-2027-0004", "HLA", &BTreeSet::from(["HLA"]));
        let ours: Vec<String> = ours.iter().map(|named| named.number.to_string()).collect();
        assert_eq!(ours, ["HLA-2027-0003", "HLA-2027-0004"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}") {
            let _ = named(&text, "INV", &BTreeSet::from(["INV"]));
        }
    }
}
