//! Where a command works, and at what time.

use super::Failure;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{self, Store};
use jiff::Timestamp;
use std::path::PathBuf;

/// The clerk's folder, the time that was given, and how to print.
pub struct Place {
    pub root: PathBuf,
    pub now: Option<Timestamp>,
    pub json: bool,
}

impl Place {
    pub fn config(&self) -> Result<Config, Failure> {
        Ok(Config::load(&self.root)?)
    }

    pub async fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.root.join(crate::app::DATABASE)).await?)
    }

    /// The clock of this folder. `--now` is for folders only, and never goes backwards for one database.
    pub async fn clock(&self, config: &Config, store: &Store) -> Result<Clock, Failure> {
        let mark = match store.fact(store::CLOCK_MARK).await? {
            Some(text) => text.parse::<Timestamp>().ok(),
            None => None,
        };
        let Some(now) = self.now else {
            let not_before = mark.filter(|_| config.is_self_contained());
            let clock = Clock::System { not_before };
            if let Some(mark) = not_before.filter(|mark| clock.now() == *mark) {
                tracing::info!("this folder's clock was set ahead by --now, and stands at {mark}");
            }
            return Ok(clock);
        };
        if !config.is_self_contained() {
            return Err(Failure::wrong(
                "--now works only while mailbox and delivery are both folders: a clerk that reaches real people lives in real time.",
            ));
        }
        if let Some(mark) = mark.filter(|mark| now < *mark) {
            return Err(Failure::wrong(format!(
                "--now {now} would turn this folder's clock back: it stands at {mark}. Give {mark} or later."
            )));
        }
        Ok(Clock::manual(now))
    }

    /// As [`clock`](Self::clock), for a command that writes: the mark moves on.
    pub async fn writing_clock(&self, config: &Config, store: &Store) -> Result<Clock, Failure> {
        let clock = self.clock(config, store).await?;
        if let Some(now) = self.now {
            store.set_fact(store::CLOCK_MARK, &now.to_string()).await?;
        }
        Ok(clock)
    }
}

/// This very program: it is also the reader process.
pub fn program() -> Result<PathBuf, Failure> {
    std::env::current_exe().map_err(|e| Failure::fault(format!("the clerk cannot find its own program file: {e}")))
}
