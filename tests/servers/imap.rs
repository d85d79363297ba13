//! Intake from a real Dovecot. (Dates are in the past: Dovecot does not take a stamp from the future.)

use super::start;
use crate::support::mails::{Mail, complete_answers, filled_form};
use alliance_clerk::app::App;
use alliance_clerk::domain::application::State;
use alliance_clerk::step::{self, Office};
use jiff::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn application(app: &App, from: &str, id: &str) -> Vec<u8> {
    let address = from.split_once('<').unwrap().1.trim_end_matches('>');
    let answers = complete_answers(from.split_once(" <").unwrap().0, address);
    let form = filled_form(&app.config, "sle", &answers);
    let docx = "application/octet-stream".to_owned();
    Mail {
        from: from.to_owned(),
        to: "sle@harbour-alliance.example".to_owned(),
        subject: "My application".to_owned(),
        message_id: id.to_owned(),
        body: "Please find my application attached.".to_owned(),
        attachments: vec![("application.docx".to_owned(), docx, form)],
        ..Mail::default()
    }
    .bytes()
}

async fn command(app: &App, line: &str) {
    let office = Office { config: &app.config, renderer: &app.renderer, store: &app.store };
    step::command(&office, line, "Ruth", &app.clock).await.unwrap().unwrap();
}

/// The server's stamp decides, flags stay as they are, and a renumbered folder is read again without a second letter.
#[tokio::test]
async fn mail_is_taken_in_by_its_stamp_and_left_as_it_was() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("none");
    let mut app = servers.app(root.path(), at("2025-03-21T18:10:00Z")).await;
    command(&app, "open sle spring-2025 from 3 March 2025 to 21 March 2025").await;
    servers
        .receive(&application(&app, "Priya Nair <p.nair@hazelbank.example>", "one@test"), at("2025-03-21T18:00:00Z"));
    servers.receive(&application(&app, "Tom Reed <t.reed@oakfield.example>", "two@test"), at("2025-03-21T18:00:01Z"));
    let passed = app.once().await.unwrap();
    assert_eq!((passed.taken_in, passed.handled, passed.letters), (2, 2, 4));

    let (applications, windows) = app.store.list_applications().await.unwrap();
    let states: Vec<_> = applications.iter().map(|a| (a.name.as_str(), a.state(windows.first()))).collect();
    assert_eq!(states, [("Priya Nair", State::Complete), ("Tom Reed", State::Late)]);

    let inbox = servers.look("sle@harbour-alliance.example", "pw-clerk", "INBOX");
    assert_eq!(inbox.len(), 2, "nothing is moved");
    assert!(inbox.iter().all(|m| !m["flags"].to_string().contains("Seen")), "nothing is marked as read: {inbox:?}");
    let letters = servers.priyas_inbox();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0]["letter"], "acknowledgement");

    // A new epoch: everything is looked at again, and known again.
    servers.doveadm(&["mailbox", "update", "-u", "sle@harbour-alliance.example", "--uid-validity", "777", "INBOX"]);
    servers
        .receive(&application(&app, "Sian Lewis <s.lewis@millpond.example>", "three@test"), at("2025-03-21T17:00:00Z"));
    // The live connection is dropped by the server; the poll after it finds the new numbering.
    let first = app.once().await;
    let passed = if first.as_ref().is_ok_and(|p| p.taken_in == 1) { first.unwrap() } else { app.once().await.unwrap() };
    assert_eq!((passed.taken_in, passed.letters), (1, 2));
    assert_eq!(servers.accepted().len(), 6);
    assert_eq!(servers.priyas_inbox().len(), 1, "nobody is written to twice");

    // A person reads a mail, marks it and moves it away before the clerk has looked: it is not lost.
    servers
        .receive(&application(&app, "Dev Patel <d.patel@millpond.example>", "four@test"), at("2025-03-21T17:30:00Z"));
    servers.doveadm(&["flags", "add", "-u", "sle@harbour-alliance.example", "\\Seen", "mailbox", "INBOX", "all"]);
    let passed = app.once().await.unwrap();
    assert_eq!(passed.taken_in, 1, "read by a person is not taken in by the clerk");
}

/// A server that is away is no reason to forget anything.
#[tokio::test]
async fn a_server_that_goes_away_is_asked_again() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("none");
    let mut app = servers.app(root.path(), at("2025-03-10T09:00:00Z")).await;
    servers
        .receive(&application(&app, "Priya Nair <p.nair@hazelbank.example>", "one@test"), at("2025-03-10T08:00:00Z"));
    assert_eq!(app.once().await.unwrap().taken_in, 1);
    servers.doveadm(&["kick", "sle@harbour-alliance.example"]);
    servers.receive(&application(&app, "Tom Reed <t.reed@oakfield.example>", "two@test"), at("2025-03-10T08:30:00Z"));
    let mut taken = 0;
    for _ in 0..2 {
        taken += app.once().await.map_or(0, |p| p.taken_in);
    }
    assert_eq!(taken, 1);
}
