//! `init DIR`: a folder that runs as it is.

use super::{Failure, print};
use crate::app::DATABASE;
use crate::config::{Config, MailboxKind, write_missing};
use crate::mailbox::folder::Folder;
use crate::store::{GO_LIVE, Store};
use jiff::Timestamp;
use std::path::Path;

pub async fn run(dir: &Path, go_live: Option<Timestamp>) -> Result<(), Failure> {
    let fault = |e: std::io::Error| Failure::fault(format!("{} could not be written: {e}", dir.display()));
    std::fs::create_dir_all(dir).map_err(fault)?;
    let written = write_missing(dir).map_err(fault)?;
    std::fs::create_dir_all(dir.join("templates")).map_err(fault)?;
    let config = Config::load(dir)?;
    Folder::create(&config.path(&config.clerk.mailbox.path)).map_err(fault)?;
    Folder::create(&config.path(&config.clerk.delivery.path)).map_err(fault)?;
    let store = Store::create(&dir.join(DATABASE)).await?;
    let known = store.fact(GO_LIVE).await?;
    let live = match (go_live, known) {
        (Some(instant), _) => Some(instant),
        (None, Some(_)) => None,
        // Mail in a folder of one's own was put there to be answered.
        (None, None) => (config.clerk.mailbox.kind == MailboxKind::Folder).then_some(Timestamp::UNIX_EPOCH),
    };
    if let Some(instant) = live {
        store.set_fact(GO_LIVE, &instant.to_string()).await?;
    }
    store.close().await;
    for file in &written {
        print(&format!("wrote {}", dir.join(file).display()));
    }
    let shown = dir.display();
    if written.is_empty() {
        print(&format!("{shown} was set up already; nothing was changed."));
    } else {
        print(&format!(
            "{shown} is ready. Next: edit {shown}/config/clerk.toml, then `alliance-clerk --config {shown} doctor`."
        ));
    }
    Ok(())
}
