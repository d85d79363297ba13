//! Mail that breaks its reader: nothing of it is lost, and it holds up nobody (invariant 1).

use crate::servers::PYTHON;
use crate::support::mails::Mail;
use crate::support::office::Office;
use crate::support::{program, repository};
use jiff::civil::date;
use serde_json::Value;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn enquiry(who: &str, body: &str) -> Mail {
    Mail {
        from: format!("{who}@hazelbank.example"),
        subject: "SLE application".into(),
        body: format!("Hello, how do I apply to become an SLE? {body}"),
        ..Mail::default()
    }
}

/// A reader that dies over one kind of message.
fn brittle_reader(folder: &Path) -> PathBuf {
    let text = std::fs::read_to_string(repository().join("tests/support/brittle_reader.py")).unwrap();
    let path = folder.join("brittle-reader");
    std::fs::write(&path, text.replace("@PROGRAM@", program().to_str().unwrap())).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn cli(root: &Path, arguments: &[&str]) -> String {
    let done = Command::new(program()).arg("--config").arg(root).args(arguments).output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[tokio::test]
async fn a_mail_that_breaks_the_reader_is_set_aside_and_the_next_one_is_answered() {
    if !Path::new(PYTHON).exists() {
        eprintln!("skipped: {PYTHON} is not installed");
        return;
    }
    let tools = tempfile::tempdir().unwrap();
    let mut office = Office::read_by(brittle_reader(tools.path())).await;
    office.at(date(2027, 3, 10).at(9, 0, 0, 0));
    let now = office.app.clock.now();
    office.receive(enquiry("first", ""), now);
    office.receive(enquiry("second", "I break the reader."), now);
    office.receive(enquiry("third", ""), now);
    office.once().await;

    let written_to: Vec<String> =
        office.letters().into_iter().filter(|l| l.kind == "window-closed").map(|l| l.to).collect();
    assert_eq!(written_to, ["first@hazelbank.example", "third@hazelbank.example"]);
    let root = office.folder.path().to_owned();
    let status: Value = serde_json::from_str(&cli(&root, &["status", "--json"])).unwrap();
    let parked = status["parked"].as_array().unwrap();
    assert_eq!(parked.len(), 1, "{status}");
    let number = parked[0]["id"].to_string();
    assert!(parked[0]["error"].as_str().unwrap().contains("reader process died"), "{status}");
    assert!(cli(&root, &["status"]).contains(&format!("Message {number} is set aside")));
    assert!(office.waiting().await.iter().any(|q| q.contains("three times over")), "a person is told");
    assert!(cli(&root, &["inbox", "show", &number]).contains("I break the reader."), "its bytes are kept");

    // It is not tried for ever …
    office.once().await;
    assert_eq!(cli(&root, &["inbox", "list", "--state", "parked", "--json"]).matches("\"id\"").count(), 1);
    // … and when a person asks for it, it is: in vain, and set aside again, with a question of its own.
    cli(&root, &["inbox", "retry", &number]);
    assert!(office.waiting().await.is_empty(), "the question has been answered");
    office.once().await;
    assert!(office.waiting().await.iter().any(|q| q.contains("three times over")), "and is asked again");
    // A clerk that has been mended answers it.
    cli(&root, &["inbox", "retry", &number]);
    let mut office = office.reopened(program()).await;
    office.once().await;
    assert!(office.letters().iter().any(|l| l.kind == "window-closed" && l.to == "second@hazelbank.example"));
    assert!(office.waiting().await.is_empty());
    let status: Value = serde_json::from_str(&cli(&root, &["status", "--json"])).unwrap();
    assert_eq!(status["messages"]["handled"], 3, "{status}");
}

/// A PDF whose only drawing draws itself: the library beneath follows it until its stack is full.
fn endless_pdf() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream",
        "<< /Length 6 >>\nstream\n/X Do \nendstream",
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (i, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", i + 1));
    }
    let start = out.len();
    out.push_str(&format!("xref\n0 6\n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    out.into_bytes()
}

/// A file that kills the reader is one file: what else came with the mail is read, and so is the next mail.
#[tokio::test]
async fn a_file_that_breaks_the_reader_costs_only_itself() {
    let mut office = Office::with(|_| {}).await;
    office.at(date(2027, 3, 1).at(8, 0, 0, 0));
    office.command("open sle spring-2027 from 1 March 2027 to 19 March 2027").await.unwrap();
    office.at(date(2027, 3, 2).at(9, 0, 0, 0));
    let now = office.app.clock.now();
    let mut mail = enquiry("priya", "My form is attached.");
    let hostile = ("certificate.pdf".to_owned(), "application/pdf".to_owned(), endless_pdf());
    mail.attachments.push(hostile.clone());
    let answers = crate::support::mails::complete_answers("Priya Nair", "priya@hazelbank.example");
    let form = crate::support::mails::filled_form(&office.app.config, "sle", &answers);
    mail.attachments.push(("form.docx".to_owned(), crate::support::mails::DOCX.to_owned(), form));
    office.receive(mail, now);
    office.receive(Mail { attachments: vec![hostile], ..enquiry("tom", "My form is attached.") }, now);
    office.receive(enquiry("sian", ""), now);
    office.once().await;
    let letters: Vec<(String, String)> = office
        .letters()
        .into_iter()
        .filter(|l| !["coordinator-note", "reference-request"].contains(&l.kind.as_str()))
        .map(|l| (l.to, l.kind))
        .collect();
    let wanted = [("priya", "acknowledgement"), ("tom", "incomplete"), ("sian", "information-pack")];
    let wanted = wanted.map(|(who, kind)| (format!("{who}@hazelbank.example"), kind.to_owned()));
    assert_eq!(letters, wanted);
    let said = office.letters().into_iter().find(|l| l.kind == "incomplete").unwrap().text;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("certificate.pdf") && said.contains("could not be opened safely"), "{said}");
    assert_eq!(office.app.store.list_messages("parked").await.unwrap().len(), 0);
}
