//! A mailbox on a server, read strictly: nothing is taken for success that the server has not called so.
//!
//! The folder is opened with EXAMINE, so that no flag changes. UIDVALIDITY and UID say what has been seen; the cursor moves
//! only over UIDs that have a row. A new UIDVALIDITY, or a UIDNEXT below our cursor, begins a new epoch: everything is
//! looked at again, and what is known already is known by its bytes.

use crate::clock::Clock;
use crate::mailbox::imap::{ImapFault, Session, Settings};
use crate::mailbox::{Fetched, Place};
use crate::store::intake::{Cursor, Taken};
use crate::store::{Store, StoreFault};
use std::collections::{BTreeSet, HashMap};

/// Larger messages are not fetched: their header is, and their sender is told.
const LARGEST: u64 = 60 * 1024 * 1024;
/// Every UID is compared with the record so often.
const RECONCILE_SECONDS: i64 = 3_600;
/// Polls in which a message may refuse to be fetched before it is passed over, with an alarm.
const MOST_TRIES: u32 = 3;

/// One server's folders, and what is known of their messages' moods.
pub struct ImapMailbox {
    settings: Settings,
    session: Option<Session>,
    /// Failed fetches by folder and UID.
    tries: HashMap<(String, i64), u32>,
    /// Folders that have been reconciled on this connection.
    reconciled: BTreeSet<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum PollFault {
    #[error(transparent)]
    Imap(#[from] ImapFault),
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// UIDVALIDITY with our own count of restarts, so that a UID which a server gives out twice is two places: after a backup
/// has been restored, a UIDVALIDITY of the past may be back, with other messages.
fn epoch_of(generation: i64, uid_validity: u32) -> i64 {
    (generation << 32) | i64::from(uid_validity)
}

impl ImapMailbox {
    pub fn new(settings: Settings) -> Self {
        Self { settings, session: None, tries: HashMap::new(), reconciled: BTreeSet::new() }
    }

    /// Takes in what is new in all folders. Returns how many messages are new.
    ///
    /// # Errors
    /// When the server or the database cannot be used. What was committed before stays committed, and the next poll
    /// begins with a fresh connection.
    pub async fn poll(&mut self, store: &Store, clock: &Clock) -> Result<usize, PollFault> {
        let done = self.poll_all(store, clock).await;
        if done.is_err() {
            // Unread answers stay in the stream; a connection that failed once is not used again.
            self.session = None;
            self.reconciled.clear();
        }
        done
    }

    async fn poll_all(&mut self, store: &Store, clock: &Clock) -> Result<usize, PollFault> {
        let mut session = match self.session.take() {
            Some(session) => session,
            None => Session::open(&self.settings).await?,
        };
        let mut new = 0;
        for folder in self.settings.folders.clone() {
            new += self.poll_folder(&mut session, &folder, store, clock).await?;
        }
        self.session = Some(session);
        Ok(new)
    }

    async fn poll_folder(
        &mut self,
        session: &mut Session,
        folder: &str,
        store: &Store,
        clock: &Clock,
    ) -> Result<usize, PollFault> {
        let name = format!("imap:{}@{}/{folder}", self.settings.user(), self.settings.server.host);
        let opened = session.examine(folder).await?;
        let cursor = self.cursor(store, &name, opened.uid_validity, opened.uid_next).await?;
        let due = cursor.reconciled_at.is_none_or(|at| clock.now().as_second() - at.as_second() >= RECONCILE_SECONDS);
        let reconcile = due || !self.reconciled.contains(&name);
        let from = if reconcile { 1 } else { cursor.next_uid };
        let there = if opened.exists == 0 { BTreeSet::new() } else { session.search_from(from).await? };
        let seen: BTreeSet<i64> = store.uids_seen(&name, cursor.epoch, from).await?.into_iter().collect();
        let mut wanted: Vec<i64> = there.iter().copied().filter(|uid| !seen.contains(uid)).collect();
        // One that broke the connection before holds up no other.
        wanted.sort_by_key(|uid| self.tries.get(&(name.clone(), *uid)).copied().unwrap_or(0));
        let missed = wanted.iter().filter(|uid| **uid < cursor.next_uid).count();
        if missed > 0 && reconcile && cursor.next_uid > 1 {
            tracing::warn!("{missed} messages below the cursor had not been recorded; they are taken in now");
        }
        let mut new = 0;
        for uid in &wanted {
            new += usize::from(self.fetch(session, store, clock, &name, cursor.epoch, *uid).await?);
        }
        let recorded: BTreeSet<i64> = store.uids_seen(&name, cursor.epoch, from).await?.into_iter().collect();
        let next_uid = there
            .iter()
            .copied()
            .find(|uid| !recorded.contains(uid))
            .or_else(|| there.last().map(|last| last + 1))
            .unwrap_or(cursor.next_uid);
        let moved = Cursor {
            epoch: cursor.epoch,
            next_uid: next_uid.max(if reconcile { 1 } else { cursor.next_uid }),
            reconciled_at: if reconcile { Some(clock.now()) } else { cursor.reconciled_at },
        };
        if moved != cursor {
            store.move_cursor(&name, moved).await?;
        }
        if due {
            new += self.ask_again(session, store, clock, &name, cursor.epoch, &there).await?;
        }
        self.reconciled.insert(name);
        Ok(new)
    }

    /// Asks once more for what the server would not hand out: a fault of an hour must not cost anybody a message. The
    /// cursor has been moved by now, so that whatever happens here holds up nothing.
    async fn ask_again(
        &mut self,
        session: &mut Session,
        store: &Store,
        clock: &Clock,
        name: &str,
        epoch: i64,
        there: &BTreeSet<i64>,
    ) -> Result<usize, PollFault> {
        let mut new = 0;
        for uid in store.uids_absent(name, epoch).await?.into_iter().filter(|uid| there.contains(uid)) {
            new += usize::from(self.fetch(session, store, clock, name, epoch, uid).await?);
        }
        Ok(new)
    }

    /// Where reading goes on; the beginning, in a new epoch.
    async fn cursor(
        &self,
        store: &Store,
        name: &str,
        uid_validity: u32,
        uid_next: Option<u32>,
    ) -> Result<Cursor, PollFault> {
        let fresh = |generation| Cursor { epoch: epoch_of(generation, uid_validity), next_uid: 1, reconciled_at: None };
        let Some(known) = store.cursor(name).await? else { return Ok(fresh(0)) };
        let generation = known.epoch >> 32;
        let same_validity = known.epoch & 0xffff_ffff == i64::from(uid_validity);
        let went_back = uid_next.is_some_and(|next| i64::from(next) < known.next_uid);
        if same_validity && !went_back {
            return Ok(known);
        }
        tracing::error!("the server has renumbered {name}: every message is looked at again");
        Ok(fresh(generation + 1))
    }

    /// Fetches one message and records it, or counts the failure. Returns whether it is new.
    async fn fetch(
        &mut self,
        session: &mut Session,
        store: &Store,
        clock: &Clock,
        name: &str,
        epoch: i64,
        uid: i64,
    ) -> Result<bool, PollFault> {
        let place = Place { mailbox: name.to_owned(), epoch, uid, name: String::new() };
        let key = (name.to_owned(), uid);
        match session.fetch(uid, LARGEST).await {
            Ok(Some((received_at, raw))) => {
                self.tries.remove(&key);
                let taken = store.take_in(&[Fetched { place, received_at, raw }], clock.now()).await?;
                return Ok(taken.iter().any(|t| matches!(t, Taken::New(_))));
            }
            Ok(None) => {}
            Err(fault) if fault.is_refusal() => tracing::warn!(uid, "a message could not be fetched: {fault}"),
            Err(fault) => {
                // The connection is of no more use, and perhaps it is this message that breaks it each time.
                if self.tried_enough(key) {
                    tracing::error!(uid, "passed over: {fault}");
                    store.note_absent(&place, false, clock.now()).await?;
                }
                return Err(fault.into());
            }
        }
        if self.tried_enough(key) {
            let still_there = session.search_from(uid).await?.contains(&uid);
            tracing::error!(
                uid,
                "passed over after {MOST_TRIES} attempts: {}",
                if still_there { "the server does not hand it out" } else { "it has gone" }
            );
            store.note_absent(&place, !still_there, clock.now()).await?;
        }
        Ok(false)
    }

    fn tried_enough(&mut self, key: (String, i64)) -> bool {
        let tries = self.tries.entry(key).or_default();
        *tries += 1;
        *tries >= MOST_TRIES
    }
}
