//! Letters into a Maildir, exactly once whatever stops us: the file is complete in `tmp` before the record says that it is
//! leaving, and a rename, which either happens or does not, takes it to `new`.
//!
//! After a crash the record says `data_started`: if the file is still in `tmp`, it has not left and is renamed now; if it
//! is not, it has left. Somebody may have taken it out of `new` since; that changes nothing.

use super::DeliveryFault;
use crate::clock::Clock;
use crate::store::Store;
use crate::store::outbox::{Due, Move, State};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

pub struct FolderCarrier {
    path: PathBuf,
    /// How the record names the folder: relative to the clerk's own.
    shown: PathBuf,
}

impl FolderCarrier {
    pub fn new(path: PathBuf, shown: PathBuf) -> Self {
        Self { path, shown }
    }

    /// Sees the given letters out. Returns how many left.
    ///
    /// # Errors
    /// When the folder or the database cannot be used.
    pub async fn carry(&mut self, store: &Store, due: Vec<Due>, clock: &Clock) -> Result<usize, DeliveryFault> {
        let fault = |e| DeliveryFault::Folder(self.path.clone(), e);
        let mut leaving = vec![];
        for letter in &due {
            let name = name_of(letter);
            if letter.state != State::DataStarted {
                write_durably(&self.path.join("tmp").join(&name), &letter.bytes).map_err(fault)?;
                leaving.push((letter.id, Move::Claimed));
                leaving.push((letter.id, Move::DataStarted));
            }
        }
        if !leaving.is_empty() {
            sync_folder(&self.path.join("tmp")).map_err(fault)?;
        }
        store.move_letters(&leaving, clock.now()).await?;
        let mut left = vec![];
        for letter in &due {
            let name = name_of(letter);
            match std::fs::rename(self.path.join("tmp").join(&name), self.path.join("new").join(&name)) {
                Ok(()) => {}
                // Not in `tmp` any more: it left before we were stopped.
                Err(e) if e.kind() == std::io::ErrorKind::NotFound && letter.state == State::DataStarted => {}
                Err(e) => return Err(fault(e)),
            }
            let file = self.shown.join("new").join(&name).display().to_string();
            left.push((letter.id, Move::Accepted { evidence: "written into the folder".to_owned(), file }));
        }
        if !left.is_empty() {
            sync_folder(&self.path.join("new")).map_err(fault)?;
        }
        store.move_letters(&left, clock.now()).await?;
        Ok(left.len())
    }
}

/// The same letter has the same name, before and after a crash.
fn name_of(letter: &Due) -> String {
    format!("{}.L{}.alliance-clerk", letter.created_at.as_second(), letter.id)
}

fn write_durably(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_data()
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}
