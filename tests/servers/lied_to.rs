//! Intake from a server that lies (invariant 1): what is recorded is whole, the cursor passes nothing that has no row,
//! nothing is there twice, and once the server is honest again everything is there.

use super::liar::{Liar, Lie};
use alliance_clerk::app::{DATABASE, imap_settings};
use alliance_clerk::clock::Clock;
use alliance_clerk::config::{Config, write_missing};
use alliance_clerk::inbox::imap::ImapMailbox;
use alliance_clerk::mailbox::imap::Settings;
use alliance_clerk::store::Store;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::time::Duration;
use tempfile::TempDir;

struct Office {
    _root: TempDir,
    store: Store,
    clock: Clock,
    settings: Settings,
    mailbox: ImapMailbox,
    liar: Liar,
}

const FOLDER: &str = "imap:sle@harbour-alliance.example@127.0.0.1/INBOX";

fn mail(uid: u32) -> Vec<u8> {
    let body = format!("This is message {uid}.\r\n").repeat(40);
    format!("From: p{uid}@hazelbank.example\r\nMessage-ID: <{uid}@lies.example>\r\n\r\n{body}").into_bytes()
}

impl Office {
    async fn new() -> Self {
        let liar = Liar::start();
        let root = tempfile::tempdir().unwrap();
        write_missing(root.path()).unwrap();
        std::fs::write(root.path().join("password"), "pw").unwrap();
        let file = root.path().join("config/clerk.toml");
        let shipped = std::fs::read_to_string(&file).unwrap();
        let (before, after) = shipped.split_once("[mailbox]").unwrap();
        let (_, after) = after.split_once("[delivery]").unwrap();
        let mailbox = format!(
            "[mailbox]\nkind = \"imap\"\nhost = \"127.0.0.1\"\nport = {}\nuser = \"sle@harbour-alliance.example\"\npassword = {{ file = \"password\" }}\ntls = \"none\"\n",
            liar.port
        );
        std::fs::write(&file, format!("{before}{mailbox}[delivery]{after}")).unwrap();
        let config = Config::load(root.path()).unwrap_or_else(|e| panic!("{e}"));
        let store = Store::create(&root.path().join(DATABASE)).await.unwrap();
        let mut settings = imap_settings(&config).unwrap();
        // Long enough for an honest answer on a machine that does much else; the silent ones below wait it out.
        settings.patience = Duration::from_millis(1_500);
        let clock = Clock::manual("2027-03-10T09:00:00Z".parse().unwrap());
        Self { store, clock, mailbox: ImapMailbox::new(settings.clone()), settings, liar, _root: root }
    }

    fn receive(&self, uids: impl IntoIterator<Item = u32>) {
        self.liar.set(|truth| truth.messages.extend(uids.into_iter().map(|uid| (uid, mail(uid)))));
    }

    fn later(&self, minutes: i64) {
        let then = self.clock.now().as_second() + minutes * 60;
        self.clock.set(Timestamp::from_second(then).unwrap());
    }

    async fn poll(&mut self) -> Result<usize, String> {
        self.mailbox.poll(&self.store, &self.clock).await.map_err(|e| e.to_string())
    }

    /// The messages that are recorded, by their numbers; each is one that the server holds, whole, and no two are the same.
    async fn recorded(&self) -> Vec<u32> {
        let mut out = vec![];
        for row in self.store.list_messages("").await.unwrap() {
            let raw = self.store.raw(row.number).await.unwrap().unwrap();
            let uid = (1..=30).find(|uid| mail(*uid) == raw);
            out.push(uid.unwrap_or_else(|| panic!("not whole: {}", String::from_utf8_lossy(&raw))));
        }
        out.sort_unstable();
        let once: BTreeSet<u32> = out.iter().copied().collect();
        assert_eq!(once.len(), out.len(), "recorded twice: {out:?}");
        out
    }

    /// Where reading goes on; everything that the server holds below it has a row.
    async fn cursor(&self) -> i64 {
        let Some(cursor) = self.store.cursor(FOLDER).await.unwrap() else { return 1 };
        let rows = self.store.uids_seen(FOLDER, cursor.epoch, 1).await.unwrap();
        let mut held = vec![];
        self.liar.set(|truth| held = truth.messages.keys().map(|uid| i64::from(*uid)).collect());
        for uid in held.into_iter().filter(|uid| *uid < cursor.next_uid) {
            assert!(rows.contains(&uid), "the cursor is at {} and {uid} has no row", cursor.next_uid);
        }
        cursor.next_uid
    }

    async fn questions(&self) -> Vec<String> {
        self.store.open_reviews().await.unwrap().into_iter().map(|r| r.question).collect()
    }
}

#[tokio::test]
async fn a_lie_costs_nobody_a_message() {
    use Lie::*;
    for lie in [
        Silence(4),
        NoGreeting,
        NoAfterFetch(4),
        ByeInstead(4),
        ByeAfterFetch(4),
        CutInLiteral(4),
        ShortLiteral(4),
        OkWithoutBody(4),
        NilBody(4),
        HeaderForBody(4),
        Beginning(4),
        AnotherMessage(4),
        NoDate(4),
        StrangeTag(4),
        SearchNo,
        SearchSaysNothing,
        Exists(0),
        Exists(900),
        UidNext(2),
        UidNext(4_000_000_000),
        UidValidity(8),
        NoUidValidity,
        ExamineNo,
    ] {
        let mut office = Office::new().await;
        office.receive([1, 2]);
        assert_eq!(office.poll().await, Ok(2), "{lie:?}");
        assert_eq!(office.cursor().await, 3, "{lie:?}");
        office.receive([3, 4, 5]);
        office.liar.lies(Some(lie));
        // By the connection that was open before the lie, then by a fresh one.
        for _ in 0..2 {
            let said = office.poll().await;
            println!("{lie:?}: {said:?}");
            let said = said.err().unwrap_or_default();
            assert!(!said.contains("This is message"), "{lie:?}: a fault quotes a mail: {said}");
            office.recorded().await;
            office.cursor().await;
            office.later(1);
            office.mailbox = ImapMailbox::new(office.settings.clone());
        }
        office.liar.lies(None);
        for _ in 0..2 {
            let _first_may_meet_the_broken_connection = office.poll().await;
            office.later(1);
        }
        assert_eq!(office.recorded().await, [1, 2, 3, 4, 5], "{lie:?}");
        assert_eq!(office.cursor().await, 6, "{lie:?}");
        assert_eq!(office.questions().await, Vec::<String>::new(), "{lie:?}");
    }
}

/// What the server withholds is passed over in the end, so that it holds up nobody; a person is told, and it is asked for
/// again, because a server that is mended hands it out.
#[tokio::test]
async fn a_message_that_is_withheld_is_asked_for_every_hour() {
    for lie in [Lie::NoAfterFetch(2), Lie::OkWithoutBody(2), Lie::CutInLiteral(2), Lie::ByeInstead(2), Lie::Silence(2)]
    {
        let mut office = Office::new().await;
        office.receive([1, 2, 3, 4]);
        office.liar.lies(Some(lie));
        for _ in 0..4 {
            let said = office.poll().await;
            println!("{lie:?}: {said:?}");
            office.later(1);
        }
        assert_eq!(office.recorded().await, [1, 3, 4], "{lie:?}: the others are not held up");
        assert_eq!(office.cursor().await, 5, "{lie:?}");
        let questions = office.questions().await;
        assert!(questions.len() == 1 && questions[0].contains("does not hand it out"), "{lie:?}: {questions:?}");
        // Not at every poll …
        let asked = office.liar.heard("FETCH 2 ");
        assert!(office.poll().await.is_ok(), "{lie:?}");
        assert_eq!(office.liar.heard("FETCH 2 "), asked, "{lie:?}");
        // … but after an hour, in vain while the server is as it is, and then not.
        office.later(61);
        let _may_break_the_connection = office.poll().await;
        assert!(office.liar.heard("FETCH 2 ") > asked, "{lie:?}");
        assert_eq!(office.recorded().await, [1, 3, 4], "{lie:?}");
        office.receive([5]);
        office.liar.lies(None);
        office.later(61);
        assert_eq!(office.poll().await, Ok(2), "{lie:?}");
        assert_eq!(office.recorded().await, [1, 2, 3, 4, 5], "{lie:?}");
        assert_eq!(office.questions().await, Vec::<String>::new(), "{lie:?}");
    }
}

/// A message that a search overlooks is found when all numbers are compared; one that it invents leads nowhere.
#[tokio::test]
async fn a_search_that_errs_is_put_right_within_the_hour() {
    let mut office = Office::new().await;
    office.receive([1]);
    office.poll().await.unwrap();
    office.receive([2, 3]);
    office.liar.lies(Some(Lie::SearchOverlooks(2)));
    office.later(1);
    assert_eq!(office.poll().await, Ok(1));
    office.liar.lies(None);
    office.later(61);
    assert_eq!(office.poll().await, Ok(1));
    assert_eq!(office.recorded().await, [1, 2, 3]);

    office.liar.lies(Some(Lie::SearchInvents(900)));
    for _ in 0..4 {
        office.later(1);
        office.poll().await.unwrap();
    }
    office.liar.lies(None);
    office.receive([4]);
    for _ in 0..2 {
        office.later(1);
        office.poll().await.unwrap();
    }
    assert_eq!(office.recorded().await, [1, 2, 3, 4], "the number that was invented hides nothing");
    assert_eq!(office.cursor().await, 5);
}

/// The server has numbered its messages anew: everything is looked at again, and known by its bytes.
#[tokio::test]
async fn new_numbers_make_no_new_messages() {
    let mut office = Office::new().await;
    office.receive([1, 2, 3]);
    office.poll().await.unwrap();
    office.liar.set(|truth| {
        truth.uid_validity = 8;
        truth.messages = [(1, mail(3)), (2, mail(9)), (3, mail(1))].into();
    });
    assert_eq!(office.poll().await, Ok(1));
    assert_eq!(office.recorded().await, [1, 2, 3, 9]);
    assert_eq!(office.poll().await, Ok(0));
    // And back again, as after a restored backup: one number stands for another message now.
    office.liar.set(|truth| {
        truth.uid_validity = 7;
        truth.messages = [(1, mail(1)), (2, mail(10))].into();
    });
    office.poll().await.unwrap();
    assert!(office.recorded().await.contains(&10), "{:?}", office.recorded().await);
}
