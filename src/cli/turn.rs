//! Commands that are typed at the same moment take their turns in the order in which they came.
//!
//! SQLite lets one process write at a time, and whoever finds it taken tries again and again, in no order: among sixteen one
//! may wait for ever. Waiting for a lock on a file is done by the kernel, which keeps the queue, and forgets whoever is killed.

use super::Failure;
use std::fs::File;
use std::path::Path;
use std::time::Duration;

/// The file that is locked, in the clerk's folder. Nothing is ever written to it.
const TURN: &str = "clerk.turn";
/// As long as the database itself is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The right to be the one command that writes; it ends when this is dropped, or its process ends.
pub struct Turn(#[expect(dead_code, reason = "it is the lock that counts")] File);

/// Waits for the turn.
pub async fn take(root: &Path) -> Result<Turn, Failure> {
    let path = root.join(TURN);
    let cannot = |e: std::io::Error| Failure::fault(format!("{} cannot be locked: {e}", path.display()));
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(cannot)?;
    let (tell, told) = tokio::sync::oneshot::channel();
    // A thread of its own and not the runtime's: one that still waits must not keep the program from ending.
    std::thread::spawn(move || {
        let locked = file.lock();
        let _nobody_waits_any_more = tell.send(locked.map(|()| file));
    });
    match tokio::time::timeout(PATIENCE, told).await {
        Ok(Ok(locked)) => locked.map(Turn).map_err(cannot),
        Ok(Err(_)) | Err(_) => Err(Failure::fault(format!(
            "other commands have been at work for more than {} seconds; please try again",
            PATIENCE.as_secs()
        ))),
    }
}
