//! What stories about money need: days that were worked, documents in a line, and a seller with an account.

use super::office::Office;
use super::program;
use alliance_clerk::app::DATABASE;
use alliance_clerk::billing::Books;
use alliance_clerk::billing::reconcile::Reconciliation;
use alliance_clerk::domain::change::{Change, VisitChange};
use alliance_clerk::domain::civil;
use alliance_clerk::domain::facts::{Ledger, Lookup};
use alliance_clerk::domain::invoice::{Invoice, State as Stage};
use alliance_clerk::domain::visit::{Billing, State, Visit, VisitId};
use alliance_clerk::domain::worked::HalfDays;
use alliance_clerk::domain::{CaseId, EmailAddress};
use alliance_clerk::store;
use sqlx::ConnectOptions as _;
use std::path::Path;
use std::process::Command;

/// `seller`: who bills, from which address, into which account. `OLD => NEW` changes one line of billing.toml.
pub fn billing(root: &Path, said: &str) {
    let path = root.join("config/billing.toml");
    let mut text = std::fs::read_to_string(&path).unwrap();
    let changes: Vec<(String, String)> = match said.split_once(" => ") {
        Some((old, new)) => vec![(old.to_owned(), new.to_owned())],
        None if said == "seller" => [
            ("address = []", "address = [\"Quay Road\", \"Harbourtown\"]"),
            ("postcode = \"\"", "postcode = \"HB1 4QT\""),
            ("charity_number = \"\"", "charity_number = \"1234567\""),
            ("account_name = \"\"", "account_name = \"Harbour Learning Alliance\""),
            ("sort_code = \"\"", "sort_code = \"20-00-00\""),
            ("account_number = \"\"", "account_number = \"12345678\""),
        ]
        .map(|(old, new)| (old.to_owned(), new.to_owned()))
        .to_vec(),
        None => vec![(String::new(), format!("\n{}\n", said.replace("\\n", "\n")))],
    };
    for (old, new) in changes {
        if old.is_empty() {
            text.push_str(&new);
            continue;
        }
        assert!(text.contains(&old), "billing.toml does not say {old}");
        text = text.replacen(&old, &new, 1);
    }
    std::fs::write(&path, text).unwrap();
}

/// `DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day`: worked, and confirmed by the school; with `logged` at the end it
/// waits for the school.
pub async fn visited(office: &Office, said: &str) {
    let [number, address, rest] = said.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("visited: {said}") };
    let (rest, state) = match rest.strip_suffix(" logged") {
        Some(rest) => (rest, State::Logged),
        None => (rest, State::Confirmed),
    };
    let words: Vec<&str> = rest.split(' ').collect();
    let (day, length) = words.split_at(3);
    let now = office.app.clock.now();
    let email = EmailAddress::parse(address).unwrap();
    let (deployments, _) = office.app.store.list_deployments().await.unwrap();
    let deployment = deployments.iter().find(|d| d.number.to_string() == number).expect("a deployment");
    let visit = Visit {
        id: VisitId(0),
        deployment: CaseId::parse(number).unwrap(),
        name: deployment.person(&email).expect("somebody who does it").name.clone(),
        email,
        day: civil::read_date(&day.join(" ")).expect("a date"),
        half_days: if length.join(" ").starts_with("half") { HalfDays::HALF } else { HalfDays::DAY },
        words: String::new(),
        minutes: None,
        message: None,
        logged_at: now,
        logged_by: "the story".to_owned(),
        state,
        state_since: now,
        state_because: String::new(),
        told_at: None,
        billing: Billing::Unbilled,
        reimbursed: false,
        sold_at: None,
        flags: vec![],
    };
    let mut tx = office.app.store.begin().await.unwrap();
    let changes = [Change::Visit(VisitChange::Logged { visit: Box::new(visit) })];
    store::apply::changes(&mut tx, &changes, now).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every document that there is, in lines; and every visit with how it is paid for.
pub async fn books(office: &Office) -> String {
    let mut tx = office.app.store.begin().await.unwrap();
    let all = Ledger { unbilled: true, drafts: true, open: true, next_unposted: false };
    let lookup = Lookup { deployments: true, ledger: all, ..Lookup::default() };
    let facts = store::facts::load(&mut tx, &lookup, office.app.store.key(), office.app.clock.now()).await.unwrap();
    let mut lines: Vec<String> = facts.invoices.iter().map(document).collect();
    for visit in facts.visits.iter().filter(|visit| visit.stands()) {
        let how = match visit.billing {
            Billing::Unbilled => "unbilled",
            Billing::Billed => "billed",
            Billing::Swapped => "swapped",
            Billing::Funded => "funded",
            Billing::Direct => "direct",
        };
        let home = if visit.reimbursed { ", reimbursed" } else { "" };
        lines.push(format!("{} {} {}: {} {how}{home}", visit.deployment, visit.day, visit.name, visit.half_days));
    }
    lines.extend(facts.funds.iter().map(|fund| format!("fund {}: {} of {}", fund.name, fund.drawn, fund.cap)));
    lines.extend(facts.swaps.iter().map(|(gives, gets, days)| format!("swap {gives} gave {gets} {days}")));
    lines.join("\n")
}

/// `D1 INV-2027-0001 issued invoice, Oakfield School: 2 days £700.00 + £0.00; 6 May …`.
fn document(invoice: &Invoice) -> String {
    let number = invoice.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    let days: HalfDays = invoice.lines.iter().map(|line| line.half_days).sum();
    let state = match invoice.state {
        Stage::Draft => "draft",
        Stage::Issued => "issued",
        Stage::Dropped => "dropped",
    };
    let paid = invoice.paid().unwrap_or_default();
    let order = if invoice.po_number.is_empty() { String::new() } else { format!(", order {}", invoice.po_number) };
    format!(
        "D{}{number} {state} {}, {}: {days} {} + {}, paid {paid}{order}",
        invoice.id.0,
        invoice.kind.word(),
        invoice.school,
        invoice.net,
        invoice.vat
    )
}

/// What does not add up in the books.
pub async fn faults(office: &Office) -> Vec<String> {
    let (facts, standings) = office.app.store.list_ledger().await.unwrap();
    let books = Books::new(&office.app.config, &facts, office.app.clock.now());
    Reconciliation::of(&books, &standings).faults
}

/// What is typed in the clerk's folder, words with blanks between quotation marks: the exit code, and all that was said.
pub fn typed(office: &Office, line: &str) -> (i32, String) {
    let mut command = Command::new(program());
    command.current_dir(office.folder.path());
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            command.arg(part);
        } else {
            command.args(part.split_whitespace());
        }
    }
    let now = office.app.clock.now().to_string();
    let output = command.args(["--now", &now]).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), format!("{}{}", text(&output.stdout), text(&output.stderr)))
}

/// Changes a row as nothing of ours would.
pub async fn tamper(office: &Office, sql: &str) {
    let path = office.folder.path().join(DATABASE);
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let done = sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    assert_eq!(done.rows_affected(), 1, "{sql}");
}
