//! The daemon: three loops that wake each other and wait for each other's work only through the database.
//!
//! Intake commits bytes; the desk reads, decides and does the jobs; the post sends letters. A loop that meets a fault which
//! passes (a server that is away) says so and tries again, later and later; a fault of the database ends the daemon, which
//! then starts from what is recorded.

use super::{App, AppFault, Mailbox};
use crate::clock::Clock;
use crate::config::Config;
use crate::deliver::{self, Carrier, DeliveryFault};
use crate::inbox::{self, IntakeFault};
use crate::reader::Reader;
use crate::step::Office;
use crate::store::{Store, StoreFault};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// The desk and the post look by themselves so often: `do` in another process leaves work for them.
const TICK: Duration = Duration::from_secs(3);
/// A reader process that has had nothing to do for so long is let go.
const READER_RESTS_AFTER: u32 = 100;
/// Waits after faults: doubled each time, between these.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(80);

/// What the loops share.
struct Shared<'a> {
    config: &'a Config,
    office: Office<'a>,
    store: &'a Store,
    clock: &'a Clock,
    mail_arrived: Notify,
    letters_written: Notify,
    stop: watch::Receiver<bool>,
}

impl App {
    /// Works until `stop` becomes true; the step in hand is finished first.
    ///
    /// # Errors
    /// A fault that only a new start can mend.
    pub async fn run(&mut self, stop: watch::Receiver<bool>) -> Result<(), AppFault> {
        let Self { config, store, renderer, clock, reader, mailbox, carrier, .. } = self;
        let shared = Shared {
            config,
            office: Office { config, renderer, store },
            store,
            clock,
            mail_arrived: Notify::new(),
            letters_written: Notify::new(),
            stop,
        };
        let (intake, desk, post) =
            tokio::join!(intake(&shared, mailbox), desk(&shared, reader), post(&shared, carrier));
        intake.and(desk).and(post)
    }
}

impl Shared<'_> {
    fn stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits for a while, or until the daemon is to stop.
    async fn pause(&self, length: Duration) {
        let mut stop = self.stop.clone();
        let _whichever_first = timeout(length, stop.wait_for(|stop| *stop)).await;
    }

    /// Waits for news, a tick, or the end.
    async fn news(&self, news: &Notify) {
        let mut stop = self.stop.clone();
        tokio::select! {
            () = news.notified() => {}
            () = tokio::time::sleep(TICK) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
}

/// Longer with each fault in a row, and never the same for two clerks on one server.
fn after_faults(faults: u32) -> Duration {
    let doubled = FIRST_PAUSE.saturating_mul(1_u32 << faults.min(6)).min(LONGEST_PAUSE);
    let mut jitter = [0_u8; 1];
    let _any_value_does = getrandom::fill(&mut jitter);
    doubled.mul_f64(0.75 + f64::from(u8::from_ne_bytes(jitter)) / 512.0)
}

async fn intake(shared: &Shared<'_>, mailbox: &mut Mailbox) -> Result<(), AppFault> {
    let every = Duration::from_secs(shared.config.clerk.mailbox.poll_seconds());
    let mut faults = 0;
    shared.store.set_trouble("mailbox", "").await?;
    while !shared.stopping() {
        match mailbox.take_in(shared.store, shared.clock).await {
            Ok(new) => {
                if faults > 0 {
                    tracing::warn!("the mailbox can be read again");
                    shared.store.set_trouble("mailbox", "").await?;
                }
                faults = 0;
                if new > 0 {
                    shared.mail_arrived.notify_one();
                }
                shared.pause(every).await;
            }
            Err(IntakeFault::Store(fault)) => busy_or_end(shared, fault).await?,
            Err(fault) => {
                tracing::error!("the mailbox cannot be read: {fault}");
                shared.store.set_trouble("mailbox", &fault.to_string()).await?;
                shared.pause(after_faults(faults)).await;
                faults += 1;
            }
        }
    }
    shared.mail_arrived.notify_one();
    Ok(())
}

async fn desk(shared: &Shared<'_>, reader: &mut Reader) -> Result<(), AppFault> {
    let mut idle = 0;
    while !shared.stopping() {
        match inbox::handle_some(&shared.office, reader, shared.clock).await {
            Ok(0) => {
                crate::schedule::run(&shared.office, shared.clock.now()).await?;
                idle += 1;
                if idle == READER_RESTS_AFTER {
                    reader.rest();
                }
                shared.news(&shared.mail_arrived).await;
            }
            Ok(_) => {
                idle = 0;
                shared.letters_written.notify_one();
            }
            Err(IntakeFault::Store(fault)) => busy_or_end(shared, fault).await?,
            Err(fault) => {
                tracing::error!("mail cannot be read: {fault}");
                shared.pause(LONGEST_PAUSE).await;
            }
        }
    }
    Ok(())
}

async fn post(shared: &Shared<'_>, carrier: &mut Carrier) -> Result<(), AppFault> {
    let mut faults = 0;
    while !shared.stopping() {
        match deliver::pass(shared.store, shared.config, carrier, shared.clock).await {
            Ok(_) => {
                faults = 0;
                shared.news(&shared.letters_written).await;
            }
            Err(DeliveryFault::Store(fault)) => busy_or_end(shared, fault).await?,
            Err(fault @ DeliveryFault::Folder(..)) => {
                tracing::error!("letters cannot be delivered: {fault}");
                shared.store.set_trouble("delivery", &fault.to_string()).await?;
                shared.pause(after_faults(faults)).await;
                faults += 1;
            }
        }
    }
    Ok(())
}

/// Another process that writes is waited for; any other fault of the database ends the daemon.
async fn busy_or_end(shared: &Shared<'_>, fault: StoreFault) -> Result<(), AppFault> {
    match fault {
        StoreFault::Busy => {
            tracing::warn!("{fault}");
            shared.pause(FIRST_PAUSE).await;
            Ok(())
        }
        StoreFault::Missing(_)
        | StoreFault::OldSqlite(_)
        | StoreFault::NotDurable(..)
        | StoreFault::Newer
        | StoreFault::Migration(_)
        | StoreFault::Turn { .. }
        | StoreFault::Sql(_)
        | StoreFault::Unreadable(_) => Err(fault.into()),
    }
}
