//! A bank statement as banks export it: which columns it has is policy's to say, in what order the bank's.

use super::super::place::Place;
use super::super::{Failure, print};
use super::table::{decoded, flowing, folded, separator};
use crate::billing::Books;
use crate::billing::bank::{Entry, Found, Noted, matched};
use crate::commands::TYPED;
use crate::config::billing::BankStatement;
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::civil;
use crate::domain::invoice::Payment;
use crate::domain::money::Pence;
use crate::incoming::account::settled;
use crate::render::Renderer;
use crate::step::{self, Cause, Office};
use crate::store::{self, StoreFault, Tx, reviews};
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const WHAT: &str = "import bank";
/// What begins the key of a question about payments; the marks of those that it is about follow.
const QUESTION: &str = "bank:";
/// More are named on the screen, and only counted in the question.
const MOST_NAMED: usize = 10;
/// Some banks write the account's name and number above the headings.
const HEADINGS_WITHIN: usize = 30;
const LONGEST_TEXT: usize = 60;

pub async fn run(place: &Place, file: &Path, dry_run: bool) -> Result<(), Failure> {
    let config = place.config()?;
    let bytes = std::fs::read(file).map_err(|e| Failure::wrong(format!("{} cannot be read: {e}", file.display())))?;
    let store = place.store().await?;
    let clock =
        if dry_run { place.clock(&config, &store).await? } else { place.writing_clock(&config, &store).await? };
    let now = clock.now();
    let (entries, out) =
        read(&decoded(&bytes), &config.billing.bank_statement, config.zone().date(now)).map_err(|faults| {
            Failure::wrong(format!(
                "{} was not imported; nothing has changed.\n  {}",
                file.display(),
                faults.join("\n  ")
            ))
        })?;
    let renderer = Renderer::new(&config)?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let mut tx = store.begin().await?;
    let (facts, _) = store::facts::ledger(&mut tx).await?;
    let books = Books::new(&config, &facts, now);
    let found = matched(&books, &entries);
    let told = Told::of(&entries, &found);
    if !dry_run {
        let decisions = decided(&entries, &found, &mut tx).await?;
        for decision in &decisions {
            record(&office, &mut tx, decision, now).await?;
        }
        tx.commit().await.map_err(StoreFault::from)?;
    } else {
        drop(tx);
    }
    store.close().await;
    told.print(file, out, dry_run);
    Ok(())
}

async fn record(office: &Office<'_>, tx: &mut Tx, decision: &Decision, now: Timestamp) -> Result<(), Failure> {
    let cause = Cause { actor: TYPED, what: WHAT, message: None, live: false };
    Ok(step::record(office, tx, decision, &cause, now).await?)
}

/// What follows: a decision for each invoice that was paid, so that each has it in its own story; and one question.
async fn decided(entries: &[Entry], found: &[Found<'_>], tx: &mut Tx) -> Result<Vec<Decision>, Failure> {
    let mut decisions = vec![];
    for (entry, found) in entries.iter().zip(found) {
        if let Found::Noted(noted) = found {
            decisions.extend(noted.iter().map(|noted| paid(entry, noted)));
        }
    }
    let asked = reviews::keys_beginning(tx, QUESTION).await?;
    let asked: BTreeSet<&str> =
        asked.iter().filter_map(|key| key.strip_prefix(QUESTION)).flat_map(|marks| marks.split(',')).collect();
    let new = |(entry, found): &(&Entry, &Found<'_>)| {
        matches!(found, Found::Unmatched { .. }) && !asked.contains(mark(entry).as_str())
    };
    let new: Vec<(&Entry, &Found<'_>)> = entries.iter().zip(found).filter(new).collect();
    if !new.is_empty() {
        decisions.push(question(&new));
    }
    Ok(decisions)
}

/// A short mark of an entry.
fn mark(entry: &Entry) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(entry.bank_ref.as_bytes())).chars().take(12).collect()
}

fn paid(entry: &Entry, noted: &Noted<'_>) -> Decision {
    let name = noted.invoice.name();
    let mut decision = Decision { case: noted.invoice.number.clone(), ..Decision::default() };
    let when = civil::date_in_words(entry.on);
    decision.because(format!("{} of {name} was paid on {when}, as the bank statement says.", noted.amount));
    decision.changes.push(Change::Money(MoneyChange::Paid {
        invoice: noted.invoice.id,
        payment: Payment { on: entry.on, amount: noted.amount, bank_ref: noted.bank_ref.clone(), by: WHAT.to_owned() },
    }));
    if noted.open <= Pence::ZERO {
        decision.changes.extend(noted.invoice.number.as_ref().into_iter().flat_map(|number| settled(number, TYPED)));
    }
    decision
}

fn question(new: &[(&Entry, &Found<'_>)]) -> Decision {
    let mut decision = Decision::default();
    let total: Pence = new.iter().map(|(entry, _)| entry.amount).sum();
    let count = new.len();
    let named: Vec<String> = new.iter().take(MOST_NAMED).map(|(entry, found)| unmatched(entry, found)).collect();
    let more = count.saturating_sub(MOST_NAMED);
    let more = if more == 0 { String::new() } else { format!(" And {more} more, which the import lists again.") };
    let payments = if count == 1 { "1 payment".to_owned() } else { format!("{count} payments") };
    decision.because(format!("{payments} of a bank statement could not be matched: a person looks."));
    let question = format!(
        "{payments} of a bank statement ({total} in all) could not be matched to an invoice: {}.{more} Which invoices are they for? A line such as “paid INV-2027-0001 £350.00 on 3 May 2027” notes one; what is no income of yours needs nothing but “done”.",
        named.join("; ")
    );
    let marks: Vec<String> = new.iter().map(|(entry, _)| mark(entry)).collect();
    decision.ask(format!("{QUESTION}{}", marks.join(",")), question, None);
    decision
}

/// `£350.00 on 3 May 2027, “OAKFIELD SCH” (it names no invoice; it would fit INV-2027-0004)`.
fn unmatched(entry: &Entry, found: &Found<'_>) -> String {
    let Found::Unmatched { why, fits } = found else { return String::new() };
    let names: Vec<String> =
        fits.iter().take(3).map(|invoice| format!("{} ({})", invoice.name(), invoice.school)).collect();
    let fits = if names.is_empty() { String::new() } else { format!("; it would fit {}", names.join(" or ")) };
    format!("{} on {}, “{}” ({why}{fits})", entry.amount, civil::date_in_short(entry.on), clipped(&entry.text))
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    format!("{} …", text.chars().take(LONGEST_TEXT).collect::<String>())
}

/// What is said of a statement.
struct Told {
    noted: Vec<String>,
    by_hand: Vec<String>,
    unmatched: Vec<String>,
    again: usize,
}

impl Told {
    fn of(entries: &[Entry], found: &[Found<'_>]) -> Self {
        let mut told = Self { noted: vec![], by_hand: vec![], unmatched: vec![], again: 0 };
        for (entry, found) in entries.iter().zip(found) {
            let when = civil::date_in_short(entry.on);
            match found {
                Found::Noted(noted) => {
                    for one in noted {
                        let (name, school) = (one.invoice.name(), &one.invoice.school);
                        let after = match one.open {
                            open if open.is_zero() => "paid in full".to_owned(),
                            open if open > Pence::ZERO => format!("{open} is still open"),
                            open => {
                                let over = open.checked_neg().unwrap_or_default();
                                format!("{over} too much; once it has gone back: `refund {name} {over}`")
                            }
                        };
                        told.noted.push(format!("{name} ({school}): {} on {when}, {after}", one.amount));
                    }
                }
                Found::Again => told.again += 1,
                Found::ByHand(invoice) => {
                    told.by_hand.push(format!(
                        "{} on {when} has been noted for {} already",
                        entry.amount,
                        invoice.name()
                    ));
                }
                Found::Unmatched { fits, .. } => {
                    let mut line = format!("line {}: {}", entry.line, unmatched(entry, found));
                    if let [only] = fits.as_slice() {
                        line.push_str(&format!(": `paid {} {} on {when}`", only.name(), entry.amount));
                    }
                    told.unmatched.push(line);
                }
            }
        }
        told
    }

    fn print(&self, file: &Path, out: usize, dry_run: bool) {
        let would = if dry_run { "would be noted" } else { "noted" };
        let many = |count: usize| if count == 1 { "1 payment".to_owned() } else { format!("{count} payments") };
        let known =
            if self.again == 0 { String::new() } else { format!(", {} had been noted before", many(self.again)) };
        let out = match out {
            0 => String::new(),
            1 => "; 1 line of money going out is left aside".to_owned(),
            out => format!("; {out} lines of money going out are left aside"),
        };
        print(&format!("{}: {} {would}{known}{out}.", file.display(), many(self.noted.len())));
        for (head, lines) in [
            ("", &self.noted),
            ("Noted by hand before, and left as it is:", &self.by_hand),
            ("For you to say what they are for:", &self.unmatched),
        ] {
            if !head.is_empty() && !lines.is_empty() {
                print(head);
            }
            lines.iter().for_each(|line| print(&format!("  {line}")));
        }
    }
}

/// Where each column stands.
struct Columns {
    date: usize,
    amount: usize,
    references: Vec<usize>,
    id: Option<usize>,
}

impl Columns {
    fn of(headings: &[String], policy: &BankStatement) -> Result<Self, Vec<&'static str>> {
        let first = |names: &[String]| {
            let place = |name: &String| headings.iter().position(|heading| *heading == folded(name));
            names.iter().find_map(place)
        };
        let all =
            policy.reference.iter().filter_map(|name| headings.iter().position(|heading| *heading == folded(name)));
        let mut references: Vec<usize> = all.collect();
        references.sort_unstable();
        references.dedup();
        let (date, amount) = (first(&policy.date), first(&policy.paid_in).or_else(|| first(&policy.amount)));
        match (date, amount, references.is_empty()) {
            (Some(date), Some(amount), false) => Ok(Self { date, amount, references, id: first(&policy.id) }),
            (date, amount, no_reference) => {
                let missing = [
                    (date.is_none(), "the date"),
                    (amount.is_none(), "the sum that was paid in"),
                    (no_reference, "the payer’s reference"),
                ];
                Err(missing.into_iter().filter(|(missing, _)| *missing).map(|(_, what)| what).collect())
            }
        }
    }
}

/// The money that came in, and how many lines of money going out were left aside.
///
/// # Errors
/// Every fault, by its line.
fn read(text: &str, policy: &BankStatement, today: Date) -> Result<(Vec<Entry>, usize), Vec<String>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let all = rows(&text)?;
    let (columns, headings_at) = headings(&all, policy)?;
    let (mut entries, mut out, mut faults) = (vec![], 0, vec![]);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for (line, cells) in all.iter().skip(headings_at + 1) {
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let (date, sum) = (cell(columns.date), cell(columns.amount));
        let amount = match amount(sum) {
            // A total, a balance brought forward, or money out where only money in has a column.
            _ if sum.is_empty() => {
                out += usize::from(!date.is_empty());
                continue;
            }
            Some(amount) => amount,
            None => {
                faults.push(format!("line {line}: `{sum}` is no sum of money"));
                continue;
            }
        };
        if amount <= Pence::ZERO {
            out += 1;
            continue;
        }
        let day = civil::read_date(date).or_else(|| civil::read_date(date.split([' ', 'T']).next().unwrap_or("")));
        let Some(on) = day.filter(|day| *day <= today) else {
            let what = if day.is_some() { "has not come yet" } else { "is no date" };
            faults.push(format!("line {line}: `{date}` {what}"));
            continue;
        };
        let words: Vec<&str> = columns.references.iter().map(|place| cell(*place)).filter(|w| !w.is_empty()).collect();
        let text = words.join(" ");
        let id = columns.id.map_or("", cell);
        // The bank's own number with day and sum, because some banks begin to count anew in each file; otherwise the words.
        let own = if id.is_empty() {
            data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes())).chars().take(16).collect()
        } else {
            id.to_owned()
        };
        let same = format!("{on} {} {own}", amount.0);
        let count = seen.entry(same.clone()).or_default();
        *count += 1;
        let bank_ref = if *count == 1 { same } else { format!("{same} #{count}") };
        entries.push(Entry { line: *line, on, amount, text, bank_ref });
    }
    if faults.is_empty() { Ok((entries, out)) } else { Err(faults) }
}

/// Rows with the number of their line.
fn rows(text: &str) -> Result<Vec<(u64, Vec<String>)>, Vec<String>> {
    // Above the headings stands what it likes, with other separators: the line with most of one says which it is.
    let longest = text.lines().take(HEADINGS_WITHIN).max_by_key(|line| {
        let separator = separator(line.as_bytes());
        line.bytes().filter(|byte| *byte == separator).count()
    });
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator(longest.unwrap_or_default().as_bytes()))
        .trim(::csv::Trim::All)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = vec![];
    for record in reader.records() {
        let record = record.map_err(|e| {
            let line = e.position().map_or(0, ::csv::Position::line);
            vec![format!("line {line}: it cannot be read")]
        })?;
        let line = record.position().map_or(0, ::csv::Position::line);
        rows.push((line, record.iter().map(flowing).collect()));
    }
    Ok(rows)
}

fn headings(rows: &[(u64, Vec<String>)], policy: &BankStatement) -> Result<(Columns, usize), Vec<String>> {
    let mut best: Option<(Vec<&'static str>, u64)> = None;
    for (place, (line, cells)) in rows.iter().enumerate().take(HEADINGS_WITHIN) {
        let cells: Vec<String> = cells.iter().map(|cell| folded(cell)).collect();
        match Columns::of(&cells, policy) {
            Ok(columns) => return Ok((columns, place)),
            Err(missing) if best.as_ref().is_none_or(|(known, _)| missing.len() < known.len()) => {
                best = Some((missing, *line));
            }
            Err(_) => {}
        }
    }
    let names = "[bank_statement] of config/billing.toml says how the columns may be called";
    Err(vec![match best {
        None => "there is nothing in it".to_owned(),
        Some((missing, line)) if missing.len() < 3 => {
            format!("line {line}: no column is headed as {}; {names}", missing.join(" and "))
        }
        Some(_) => format!("no line has the headings of a bank statement; {names}"),
    }])
}

/// `350.00`, `£1,750.00`, `350`, `350.5`, `-12.00`, `(12.00)`, `350.00 CR`.
fn amount(cell: &str) -> Option<Pence> {
    let text = cell.trim().to_uppercase().replace("GBP", "").replace(' ', "");
    let (text, out) = match (text.strip_suffix("CR"), text.strip_suffix("DR")) {
        (Some(sum), _) => (sum.to_owned(), false),
        (None, Some(sum)) => (sum.to_owned(), true),
        (None, None) => match text.strip_prefix('(').and_then(|sum| sum.strip_suffix(')')) {
            Some(sum) => (sum.to_owned(), true),
            None => (text, false),
        },
    };
    let mut text = text.trim_start_matches('+').to_owned();
    // A spreadsheet that has had the file between its teeth drops the last nought.
    if text.rsplit_once('.').is_some_and(|(_, pence)| pence.len() == 1) {
        text.push('0');
    }
    let sum = Pence::parse(&text).ok()?;
    if out { sum.checked_neg() } else { Some(sum) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = Date::constant(2027, 6, 1);

    fn entries(text: &str) -> Vec<(u64, String, i64, String)> {
        let (entries, _) = read(text, &BankStatement::default(), TODAY).unwrap();
        entries.into_iter().map(|e| (e.line, e.on.to_string(), e.amount.0, e.text)).collect()
    }

    #[test]
    fn statements_of_several_banks_are_read() {
        let wanted = vec![(2, "2027-05-03".to_owned(), 35_000, "OAKFIELD SCH INV-2027-0001".to_owned())];
        for text in [
            "Date,Description,Amount\n03/05/2027,OAKFIELD SCH INV-2027-0001,350.00\n04/05/2027,RENT,-1200.00\n",
            "Transaction Date;Narrative;Money Out;Money In;Balance\n3 May 2027;OAKFIELD SCH  INV-2027-0001;;£350.00;\n2027-05-04;RENT;12.00;;\n",
            "\u{feff}Date,Type,Counter Party,Reference,Paid In\r\n2027-05-03T10:12:00,BACS,OAKFIELD SCH,INV-2027-0001,350.5\r\n".replace("350.5", "350.00").as_str(),
            "Date\tDetails\tAmount (GBP)\n03 May 2027\tOAKFIELD SCH INV-2027-0001\t350 CR\n04 May 2027\tRENT\t12.00 DR\n",
        ] {
            assert_eq!(entries(text), wanted, "{text}");
        }
        let above = "Account,\"Harbour, Current\"\nSort code,20-00-00\n\nDate,Description,Amount\n03/05/2027,X,350.5\n,Closing balance,\n";
        assert_eq!(entries(above), [(5, "2027-05-03".to_owned(), 35_050, "X".to_owned())]);
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        let faults = |text: &str| read(text, &BankStatement::default(), TODAY).unwrap_err();
        assert_eq!(
            faults("Date,Description,Amount\nyesterday,X,350.00\n03/05/2027,X,much\n03/06/2027,X,1.00\n"),
            [
                "line 2: `yesterday` is no date",
                "line 3: `much` is no sum of money",
                "line 4: `03/06/2027` has not come yet"
            ]
        );
        assert!(
            faults("Date,Words,Amount\n").join("").contains("line 1: no column is headed as the payer’s reference")
        );
        assert!(faults("a,b\n1,2\n").join("").contains("no line has the headings"));
        assert_eq!(faults(""), ["there is nothing in it"]);
    }

    #[test]
    fn the_same_entry_has_the_same_mark_and_twins_have_their_own() {
        let text =
            "Date,Description,Amount,Transaction ID\n03/05/2027,A,1.00,\n03/05/2027,A,1.00,\n03/05/2027,B,1.00,77\n";
        let refs = |text: &str| -> Vec<String> {
            read(text, &BankStatement::default(), TODAY).unwrap().0.into_iter().map(|e| e.bank_ref).collect()
        };
        let first = refs(text);
        assert_eq!(first, refs(text));
        assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 3, "{first:?}");
        assert!(first[2].contains("77") && first[1].ends_with("#2"), "{first:?}");
        assert_eq!(read(text, &BankStatement::default(), TODAY).unwrap().0[0].on, date(2027, 5, 3));
    }
}
