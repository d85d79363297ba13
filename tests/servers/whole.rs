//! The whole way, as an IT person goes it: init, configure, doctor, run, go live, and a mail in a real mailbox is answered.

use super::start;
use crate::support::mails::{Mail, complete_answers, filled_form};
use crate::support::program;
use alliance_clerk::config::Config;
use jiff::Timestamp;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn a_mail_in_a_real_mailbox_is_answered() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("none");
    let clerk = |arguments: &[&str]| {
        let output = Command::new(program()).arg("--config").arg(root.path()).args(arguments).output().unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    let init = Command::new(program()).arg("init").arg(root.path()).output().unwrap();
    assert!(init.status.success(), "{}", String::from_utf8_lossy(&init.stderr));
    let (_, said) = clerk(&["doctor"]);
    assert!(said.contains("ok  mailbox        localhost") && said.contains("ok  delivery       localhost"), "{said}");
    assert!(said.contains("not live"), "{said}");

    // Mail from before going live is read and recorded, and nobody is answered.
    let config = Config::load(root.path()).unwrap();
    let form = filled_form(&config, "sle", &complete_answers("Priya Nair", "p.nair@hazelbank.example"));
    let mail = |id: &str| {
        Mail {
            from: "Priya Nair <p.nair@hazelbank.example>".to_owned(),
            to: "sle@harbour-alliance.example".to_owned(),
            subject: "My application".to_owned(),
            message_id: id.to_owned(),
            body: format!("Please find my application attached. {id}"),
            attachments: vec![("application.docx".to_owned(), "application/octet-stream".to_owned(), form.clone())],
            ..Mail::default()
        }
        .bytes()
    };
    let now = || Timestamp::now();
    servers.receive(&mail("old@test"), Timestamp::from_second(now().as_second() - 86_400).unwrap());

    let mut daemon = Command::new(program())
        .arg("--config")
        .arg(root.path())
        .arg("run")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let wait = |what: &str, done: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < Duration::from_secs(180), "{what}");
            std::thread::sleep(Duration::from_millis(200));
        }
    };
    let letters = || serde_json::from_str::<serde_json::Value>(&clerk(&["outbox", "--json"]).1).unwrap();
    wait("the old mail is read", &|| letters().as_array().is_some_and(|l| !l.is_empty()));
    assert_eq!(letters()[0]["state"], "held");
    assert_eq!(letters()[0]["held_because"], "silence before go-live");
    assert!(servers.priyas_inbox().is_empty());

    // A second daemon on the same folder is refused; `do` is not.
    let (code, said) = clerk(&["once"]);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("another alliance-clerk is running"), "{said}");
    assert_eq!(clerk(&["do", "go live"]).0, 0);
    std::thread::sleep(Duration::from_secs(1));
    servers.receive(&mail("new@test"), now());
    wait("the new mail is answered", &|| !servers.priyas_inbox().is_empty());
    let inbox = servers.priyas_inbox();
    assert_eq!(inbox.len(), 1);
    assert!(inbox[0]["subject"].as_str().unwrap().contains("SLE-"), "{inbox:?}");

    // `now` in simulated time is for folders only.
    let (code, said) = clerk(&["status", "--now", "2027-03-01T09:00:00Z"]);
    assert_eq!(code, 2, "{said}");

    Command::new("kill").args(["-TERM", &daemon.id().to_string()]).status().unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = daemon.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "SIGTERM is not obeyed");
        std::thread::sleep(Duration::from_millis(100));
    };
    assert!(status.success());
}
