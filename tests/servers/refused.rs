//! What becomes of a letter, whatever the server says and wherever it hangs up (invariant 2).

use super::smtp_liar::{Lie, Phase, SmtpLiar};
use crate::support::mails::Mail;
use crate::support::program;
use alliance_clerk::app::{App, DATABASE, smtp_carrier};
use alliance_clerk::clock::Clock;
use alliance_clerk::config::{Config, write_missing};
use alliance_clerk::deliver::{self, Carrier, smtp::Patience};
use alliance_clerk::mailbox::folder::Folder;
use alliance_clerk::store::{GO_LIVE, Store};
use jiff::Timestamp;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

struct Office {
    root: TempDir,
    app: App,
    liar: SmtpLiar,
}

impl Office {
    /// An office with one letter to send.
    async fn with_a_letter() -> Self {
        let liar = SmtpLiar::start();
        let root = tempfile::tempdir().unwrap();
        write_missing(root.path()).unwrap();
        std::fs::write(root.path().join("password"), "pw").unwrap();
        let file = root.path().join("config/clerk.toml");
        let shipped = std::fs::read_to_string(&file).unwrap();
        let (before, after) = shipped.split_once("[delivery]").unwrap();
        let (_, after) = after.split_once("[manners]").unwrap();
        let delivery = format!(
            "[delivery]\nkind = \"smtp\"\nhost = \"127.0.0.1\"\nport = {}\nuser = \"sle@harbour-alliance.example\"\npassword = {{ file = \"password\" }}\ntls = \"none\"\n",
            liar.port
        );
        std::fs::write(&file, format!("{before}{delivery}[manners]{after}")).unwrap();
        let config = Config::load(root.path()).unwrap_or_else(|e| panic!("{e}"));
        Folder::create(&root.path().join("mail")).unwrap();
        let mail = Mail {
            from: "p.nair@hazelbank.example".into(),
            to: "sle@harbour-alliance.example".into(),
            subject: "SLE application".into(),
            message_id: "one@refused.example".into(),
            body: "Hello, how do I apply to become an SLE?".into(),
            ..Mail::default()
        };
        std::fs::write(root.path().join("mail/new/1804669140.a.test"), mail.bytes()).unwrap();
        let store = Store::create(&root.path().join(DATABASE)).await.unwrap();
        store.set_fact(GO_LIVE, "1970-01-01T00:00:00Z").await.unwrap();
        let clock = Clock::manual("2027-03-10T09:00:00Z".parse().unwrap());
        let app = App::new(config, store, clock, program()).await.unwrap();
        Self { root, app, liar }
    }

    async fn state(&self) -> String {
        let letters = self.app.store.list_letters("").await.unwrap();
        assert_eq!(letters.len(), 1);
        letters[0].state.clone()
    }

    fn later(&self, minutes: i64) {
        let then = self.app.clock.now().as_second() + minutes * 60;
        self.app.clock.set(Timestamp::from_second(then).unwrap());
    }

    /// The outbox worker with less patience than it has.
    fn hasty(&self) -> Carrier {
        let mut smtp = smtp_carrier(&self.app.config).unwrap();
        smtp.patience = Patience { answer: Duration::from_secs(2), after_dot: Duration::from_secs(2) };
        Carrier::Smtp(Box::new(smtp))
    }

    async fn sql(root: &Path, statement: &'static str) {
        let url = format!("sqlite:{}", root.join(DATABASE).display());
        let mut connection = <sqlx::SqliteConnection as sqlx::Connection>::connect(&url).await.unwrap();
        sqlx::query(statement).execute(&mut connection).await.unwrap();
    }
}

#[tokio::test]
async fn what_the_server_says_decides_what_becomes_of_a_letter() {
    use Lie::{Cuts, Says, TakesAndCuts};
    use Phase::*;
    // Phase, what happens there, the letter's state after it, and how many copies left once the server is honest again.
    for (phase, lie, state, copies) in [
        (Banner, Says("SSH-2.0-OpenSSH_9.2"), "queued", 1),
        (Banner, Says("\u{0}\u{1}\u{2} garbage"), "queued", 1),
        (Banner, Says("554 no service here"), "queued", 1),
        (Banner, Says("421 too busy"), "queued", 1),
        (Banner, Says("220-welcome\r\n220 to the liar"), "accepted", 1),
        (Banner, Cuts, "queued", 1),
        (Hello, Says("502 what?"), "queued", 1),
        (Hello, Cuts, "queued", 1),
        (Login, Says("535 5.7.8 who are you?"), "queued", 1),
        (Login, Says("454 4.7.0 not now"), "queued", 1),
        (Login, Says("250 fine"), "queued", 1),
        (Login, Cuts, "queued", 1),
        // A sender that is refused is an affair of the account: no letter fails by it.
        (Sender, Says("550 5.7.1 not you"), "queued", 1),
        (Sender, Says("451 4.3.0 not now"), "queued", 1),
        (Sender, Says("354 go on"), "queued", 1),
        (Sender, Cuts, "queued", 1),
        (Recipient, Says("251 will forward"), "accepted", 1),
        (Recipient, Says("250-fine\r\n250 by me"), "accepted", 1),
        (Recipient, Says("252 perhaps"), "queued", 1),
        (Recipient, Says("450 4.2.1 try later"), "queued", 1),
        (Recipient, Says("421 4.3.2 shutting down"), "queued", 1),
        (Recipient, Says("550 5.1.1 nobody here"), "failed", 0),
        (Recipient, Says("550-5.1.1 nobody\r\n550 5.1.1 here"), "failed", 0),
        (Recipient, Cuts, "queued", 1),
        (Data, Says("451 4.3.0 not now"), "queued", 1),
        (Data, Says("554 5.5.1 no recipients"), "failed", 0),
        (Data, Says("250 fine"), "queued", 1),
        (Data, Cuts, "queued", 1),
        // From here on nobody knows whether it arrived, unless the server says so.
        (Letter, Cuts, "unknown", 1),
        (Dot, Says("250-fine\r\n250 2.0.0 queued as 1"), "accepted", 1),
        (Dot, Says("451 4.3.0 greylisted"), "queued", 1),
        (Dot, Says("554 5.7.1 spam"), "failed", 0),
        (Dot, Says("251 will forward"), "unknown", 1),
        (Dot, Says("252 perhaps"), "unknown", 1),
        (Dot, Says("354 go on"), "unknown", 1),
        (Dot, Says("who knows"), "unknown", 1),
        (Dot, Cuts, "unknown", 1),
        (Dot, TakesAndCuts, "unknown", 2),
        (Goodbye, Says("500 never heard of it"), "accepted", 1),
        (Goodbye, Cuts, "accepted", 1),
    ] {
        let mut office = Office::with_a_letter().await;
        office.liar.lies(Some((phase, lie)));
        office.app.once().await.unwrap();
        assert_eq!(office.state().await, state, "{phase:?} {lie:?}");
        let before = office.liar.taken();
        office.liar.lies(None);
        // At once, nothing more happens: whatever is tried again is tried later.
        office.app.once().await.unwrap();
        assert_eq!(office.liar.taken(), before, "{phase:?} {lie:?}");
        for _ in 0..3 {
            office.later(10);
            office.app.once().await.unwrap();
        }
        let taken = office.liar.taken();
        assert_eq!(taken.len(), copies, "{phase:?} {lie:?}");
        assert!(taken.windows(2).all(|two| two[0] == two[1]), "the second copy is the first, byte for byte");
        let end = if state == "failed" { "failed" } else { "accepted" };
        assert_eq!(office.state().await, end, "{phase:?} {lie:?}");
    }
}

/// The record is a step ahead of the server at each phase: whoever is stopped there knows what may have happened.
#[tokio::test]
async fn a_silent_server_finds_the_letter_recorded_as_it_is() {
    for (phase, meanwhile, after) in [
        (Phase::Banner, "claimed", "queued"),
        (Phase::Login, "claimed", "queued"),
        (Phase::Recipient, "claimed", "queued"),
        (Phase::Data, "claimed", "queued"),
        (Phase::Dot, "data_started", "unknown"),
    ] {
        let mut office = Office::with_a_letter().await;
        office.liar.lies(Some((Phase::Banner, Lie::Cuts)));
        office.app.once().await.unwrap();
        office.later(10);
        office.liar.lies(Some((phase, Lie::Silence)));
        let mut hasty = office.hasty();
        let app = &office.app;
        let look = async {
            while office.liar.silences() == 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            office.state().await
        };
        let (passed, seen) = tokio::join!(deliver::pass(&app.store, &app.config, &mut hasty, &app.clock), look);
        assert_eq!(passed.unwrap(), 0, "{phase:?}");
        assert_eq!(seen, meanwhile, "{phase:?}");
        assert_eq!(office.state().await, after, "{phase:?}");
    }
}

/// A letter that must not come twice waits for a person as soon as nobody knows; one that does no harm is sent once more,
/// and then it waits, too.
#[tokio::test]
async fn nobody_is_sent_a_third_copy() {
    for (care, copies) in [("once", 1), ("harmless", 2)] {
        let mut office = Office::with_a_letter().await;
        office.liar.lies(Some((Phase::Banner, Lie::Cuts)));
        office.app.once().await.unwrap();
        if care == "once" {
            Office::sql(office.root.path(), "UPDATE outbox SET care = 'once'").await;
        }
        office.liar.lies(Some((Phase::Dot, Lie::TakesAndCuts)));
        for _ in 0..8 {
            office.later(10);
            office.app.once().await.unwrap();
        }
        assert_eq!(office.state().await, "held", "{care}");
        assert_eq!(office.liar.taken().len(), copies, "{care}");
        // A person who has asked lets it go.
        office.liar.lies(None);
        let id = office.app.store.list_letters("").await.unwrap()[0].id;
        assert!(office.app.store.release_letter(id).await.unwrap());
        office.app.once().await.unwrap();
        assert_eq!(office.state().await, "accepted", "{care}");
        assert_eq!(office.liar.taken().len(), copies + 1, "{care}");
    }
}
