//! The books, as others read them.

use crate::support::money::{billing, visited};
use crate::support::office::{Office, instant};
use crate::support::program;
use crate::support::register;
use jiff::civil::datetime;
use serde_json::{Value, json};
use std::process::Command;

fn said(office: &Office, arguments: &[&str]) -> String {
    let now = office.app.clock.now().to_string();
    let folder = office.folder.path();
    let output = Command::new(program()).current_dir(folder).args(arguments).args(["--now", &now]).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn listed(office: &Office, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(office, arguments)).unwrap()
}

/// An issued invoice over two days, one of them logged by a mail; a third day waits.
async fn with_an_invoice() -> Office {
    let mut office = Office::with(|root| billing(root, "seller")).await;
    office.at(datetime(2027, 5, 10, 8, 0, 0, 0));
    let schools =
        "100001 Hazelbank Primary School, Primary, Harbourtown / 100002 Oakfield School, Primary, Harbourtown";
    register::national(&office, schools).await;
    register::person(
        &office,
        "Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics, 1 September 2024",
    )
    .await;
    office.command("deployment sle \"Oakfield School\" head Jo Marsh <head@oakfield.example> by p.nair@hazelbank.example \"Mathematics\" 6 days from 4 May 2027 to 16 July 2027 order number PO 1").await.unwrap();
    office.command("charge DEP-2027-0001 no reimbursement").await.unwrap();
    for day in ["4 May 2027 1 day", "5 May 2027 half a day", "6 May 2027 1 day logged"] {
        visited(&office, &format!("DEP-2027-0001 p.nair@hazelbank.example {day}")).await;
    }
    office.command("invoices draft").await.unwrap();
    let would = office.command("invoices send").await.unwrap();
    let code = would.split_once("[code ").unwrap().1.trim_end_matches(']').to_owned();
    office.command(&format!("code {code}")).await.unwrap();
    office.once().await;
    office
}

#[tokio::test]
async fn invoices_have_these_keys_and_their_papers_are_written_again_byte_for_byte() {
    let office = with_an_invoice().await;
    let summary = json!({
        "number": "INV-2027-0001", "draft": "D1", "kind": "invoice", "state": "issued", "programme": "sle",
        "school": "Oakfield School", "urn": 100_002, "email": "head@oakfield.example",
        "drafted_at": "2027-05-10T07:00:00Z", "issued_on": "2027-05-10", "issued_by": "Ruth Adeyemi",
        "due_on": "2027-06-09", "in_advance": false, "days": 1.5, "net_pence": 52_500, "vat_pence": 0,
        "gross_pence": 52_500, "paid_pence": 0, "open_pence": 52_500, "overdue_days": 0, "corrects": null,
        "because": null, "po_number": "PO 1", "their_number": null,
    });
    assert_eq!(listed(&office, &["--json", "invoices"]), json!([summary]));
    office.command("paid INV-2027-0001 £25.00 on 10 May 2027").await.unwrap();
    let shown = listed(&office, &["--json", "invoices", "show", "inv-2027-0001"]);
    assert_eq!(
        shown["lines"][0],
        json!({
            "what": "Mathematics", "deployment": "DEP-2027-0001", "visit": 1, "day": "2027-05-04", "who": "Priya Nair",
            "days": 1.0, "day_rate_pence": 35_000, "net_pence": 35_000, "vat": "exempt", "nominal": "4000",
            "message": null, "logged_by": "the story",
        })
    );
    assert_eq!(
        shown["payments"],
        json!([{ "on": "2027-05-10", "pence": 2_500, "by": "Ruth Adeyemi", "bank_ref": null }])
    );
    assert_eq!(shown["credit_notes"], json!([]));
    assert_eq!(
        listed(&office, &["--json", "invoices", "unbilled"]),
        json!([{
            "visit": 3, "deployment": "DEP-2027-0001", "school": "Oakfield School", "day": "2027-05-06",
            "name": "Priya Nair", "email": "p.nair@hazelbank.example", "days": 1.0, "state": "logged",
            "why": "the school has not been told of it yet", "message": null,
        }])
    );
    assert_eq!(listed(&office, &["--json", "invoices", "drafts"]), json!([]));
    for (flag, file) in [("--pdf", "again.pdf"), ("--xml", "again.xml"), ("--cii", "again-cii.xml")] {
        let read = || {
            said(&office, &["invoices", "show", "INV-2027-0001", flag, file]);
            std::fs::read(office.folder.path().join(file)).unwrap()
        };
        let first = read();
        assert_eq!(first, read(), "{file}");
        if flag == "--pdf" {
            let letter = office.letters().into_iter().find(|letter| letter.kind == "invoice").expect("its letter");
            let (_, sent) = letter.attachments.iter().find(|(name, _)| name == "INV-2027-0001.pdf").expect("its page");
            assert!(*sent == first, "what was sent is what is written again");
        } else {
            assert!(String::from_utf8(first).unwrap().contains("INV-2027-0001"));
        }
    }
    // A year later and under another policy it is still the same page.
    let config = office.folder.path().join("config/billing.toml");
    let text = std::fs::read_to_string(&config).unwrap().replace("Quay Road", "New Street");
    std::fs::write(&config, text).unwrap();
    office.app.clock.set(instant(datetime(2028, 5, 3, 8, 0, 0, 0)));
    let before = std::fs::read(office.folder.path().join("again.pdf")).unwrap();
    said(&office, &["invoices", "show", "INV-2027-0001", "--pdf", "later.pdf"]);
    assert!(std::fs::read(office.folder.path().join("later.pdf")).unwrap() == before);
}

#[tokio::test]
async fn the_page_of_a_draft_is_nobodys_invoice() {
    let office = with_an_invoice().await;
    visited(&office, "DEP-2027-0001 p.nair@hazelbank.example 7 May 2027 1 day").await;
    office.command("invoices draft").await.unwrap();
    let told = said(&office, &["invoices", "show", "D2", "--pdf", "draft.pdf"]);
    assert_eq!(told, "D2 is in draft.pdf, as it would be issued today; it has no number yet.\n");
    let output =
        Command::new("pdftotext").args(["-layout", "draft.pdf", "-"]).current_dir(office.folder.path()).output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    for words in ["Draft of an invoice", "D2 (a draft)", "nothing is to be paid on it", "£350.00", "7 May 2027"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in ["INV-2027", "Sort code", "Account number"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    let pdf = std::fs::read(office.folder.path().join("draft.pdf")).unwrap();
    assert!(!pdf.windows(11).any(|bytes| bytes == b"factur-x.xm"), "no electronic invoice is in it");
    // No number was drawn for it.
    assert_eq!(listed(&office, &["--json", "invoices", "show", "D2"])["number"], Value::Null);
}

#[tokio::test]
async fn the_ledger_has_these_keys() {
    let office = with_an_invoice().await;
    assert_eq!(
        listed(&office, &["--json", "ledger"]),
        json!({
            "on": "2027-05-10", "adds_up": true,
            "days": {
                "logged": 2.5, "billed": 1.5, "in_advance": 0.0, "unbilled": 1.0, "swapped": 0.0, "funded": 0.0,
                "direct": 0.0,
            },
            "debt": { "invoiced_pence": 52_500, "credited_pence": 0, "received_pence": 0, "owed_pence": 52_500 },
            "income": {
                "documents_pence": 52_500, "drawn_pence": 0, "home_issued_pence": 0, "home_drafted_pence": 0,
                "home_due_pence": 0, "fees_pence": 52_500, "in_advance_pence": 0, "rounding_pence": 0,
                "home_without_income_pence": 0,
            },
            "home_schools": { "statements_pence": 0, "paid_pence": 0, "owed_pence": 0 },
            "numbers": [{ "series": "INV", "year": 2027, "last": 1 }],
            "faults": [], "notes": [],
        })
    );
}
