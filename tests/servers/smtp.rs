//! Delivery to a real SMTP peer, and what becomes of letters when it misbehaves.

use super::{start, states};
use crate::support::mails::Mail;
use jiff::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn enquiry(from: &str) -> Vec<u8> {
    Mail {
        from: from.to_owned(),
        to: "sle@harbour-alliance.example".to_owned(),
        subject: "SLE application".to_owned(),
        message_id: format!("{from}-1"),
        body: "Hello, how do I apply to become an SLE?".to_owned(),
        ..Mail::default()
    }
    .bytes()
}

fn state<'a>(states: &'a [(String, String)], who: &str) -> &'a str {
    states.iter().find(|(to, _)| to.starts_with(who)).map_or("no letter", |(_, state)| state)
}

#[tokio::test]
async fn every_fault_of_the_peer_has_its_end() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("server");
    let now = at("2027-03-10T09:00:00Z");
    let mut app = servers.app(root.path(), now).await;
    for who in ["reject550", "temp450", "temp451data", "reject554data", "dropbefore", "dropafter", "p.nair"] {
        let domain = if who == "p.nair" { "hazelbank.example" } else { "faults.example" };
        servers.receive(&enquiry(&format!("{who}@{domain}")), at("2027-03-10T08:59:00Z"));
    }
    app.once().await.unwrap();
    let after = states(&app).await;
    for (who, wanted) in [
        ("p.nair", "accepted"),
        ("reject550", "failed"),
        ("reject554data", "failed"),
        ("temp450", "queued"),
        ("temp451data", "queued"),
        ("dropbefore", "unknown"),
        ("dropafter", "unknown"),
    ] {
        assert_eq!(state(&after, who), wanted, "{who}: {after:?}");
    }
    // A minute later our own copy is found for the one that was taken; the other is looked for again.
    app.clock.set(at("2027-03-10T09:01:01Z"));
    app.once().await.unwrap();
    let after = states(&app).await;
    assert_eq!(state(&after, "dropafter"), "accepted", "the Sent folder has it: {after:?}");
    assert_eq!(state(&after, "dropbefore"), "unknown");
    assert_eq!(servers.accepted().iter().filter(|to| to.starts_with("dropafter")).count(), 1, "never sent again");
    // Looked for in vain for an hour and a half, the harmless letter is sent once more, then left to a person.
    for minutes in [2, 8, 24, 90, 91, 93, 100, 120, 200] {
        app.clock.set(Timestamp::from_second(now.as_second() + 60 * minutes + 2).unwrap());
        app.once().await.unwrap();
    }
    let after = states(&app).await;
    assert_eq!(state(&after, "dropbefore"), "held", "{after:?}");
    assert_eq!(servers.events("dropped").len(), 2, "once, and once more");
}

/// Stopped between the final dot and its answer, nobody knows: the letter is looked for before anything is sent again.
#[tokio::test]
async fn a_letter_cut_off_in_mid_air_is_looked_for() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("server");
    let mut app = servers.app(root.path(), at("2027-03-10T09:00:00Z")).await;
    servers.receive(&enquiry("p.nair@hazelbank.example"), at("2027-03-10T08:59:00Z"));
    app.once().await.unwrap();
    assert_eq!(servers.priyas_inbox().len(), 1);
    // As if the machine had stopped before the answer was recorded.
    let id = app.store.list_letters("").await.unwrap()[0].id;
    app.store.move_letters(&[(id, alliance_clerk::store::outbox::Move::DataStarted)], app.clock.now()).await.unwrap();
    app.once().await.unwrap();
    assert_eq!(state(&states(&app).await, "p.nair"), "unknown");
    app.clock.set(at("2027-03-10T09:02:00Z"));
    app.once().await.unwrap();
    assert_eq!(state(&states(&app).await, "p.nair"), "accepted");
    assert_eq!(servers.priyas_inbox().len(), 1, "nobody is written to twice");
}

#[tokio::test]
async fn a_wrong_password_loses_no_letter() {
    let Some(servers) = start() else { return };
    let root = servers.clerk("append");
    let mut app = servers.app(root.path(), at("2027-03-10T09:00:00Z")).await;
    servers.receive(&enquiry("p.nair@hazelbank.example"), at("2027-03-10T08:59:00Z"));
    // The mailbox is read with the right password; then somebody mistypes it.
    let text = std::fs::read_to_string(root.path().join("config/clerk.toml")).unwrap();
    let (mailbox, delivery) = text.split_once("[delivery]").unwrap();
    let delivery = delivery.replace("file = \"password\"", "file = \"wrong\"");
    std::fs::write(root.path().join("wrong"), "not it").unwrap();
    std::fs::write(root.path().join("config/clerk.toml"), format!("{mailbox}[delivery]{delivery}")).unwrap();
    drop(app);
    app = servers.app(root.path(), at("2027-03-10T09:00:00Z")).await;
    app.once().await.unwrap();
    assert_eq!(state(&states(&app).await, "p.nair"), "queued");
    let troubles = alliance_clerk::health::of(&app.store, app.clock.now()).await.unwrap().troubles;
    assert!(troubles.iter().any(|t| t.contains("refused the login")), "{troubles:?}");
    std::fs::write(root.path().join("wrong"), "pw-clerk").unwrap();
    app.clock.set(at("2027-03-10T09:03:00Z"));
    app.once().await.unwrap();
    assert_eq!(state(&states(&app).await, "p.nair"), "accepted");
    let sent = servers.look("sle@harbour-alliance.example", "pw-clerk", "Sent");
    assert_eq!(sent.len(), 1, "the server kept a copy by itself, and ours is not put beside it");
}
