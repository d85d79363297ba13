//! LibreOffice, where it is installed: .doc and .rtf into .docx, in a process group with limits that is killed when late.

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, setrlimit};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

/// LibreOffice maps far more than it uses.
const MEMORY: u64 = 4 * 1024 * 1024 * 1024;
const SECONDS: u64 = 40;
const LARGEST_OUTPUT: u64 = 64 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);

/// The hidden subcommand that takes on limits and then becomes LibreOffice.
pub const OFFICE_COMMAND: &str = "office-child";

/// A LibreOffice on this machine.
#[derive(Debug, Clone)]
pub struct Office {
    pub program: PathBuf,
}

impl Office {
    /// The usual places; `None` where it is not installed.
    pub fn find() -> Option<Self> {
        ["/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice", "/usr/local/bin/soffice"]
            .into_iter()
            .map(PathBuf::from)
            .find(|path| path.exists())
            .map(|program| Self { program })
    }

    /// Converts a file. Each conversion has a profile of its own: a hostile file leaves nothing behind for the next.
    ///
    /// # Errors
    /// A sentence for the record; the file is then refused as damaged.
    pub async fn convert(&self, ourselves: &Path, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let folder = tempfile::Builder::new()
            .prefix("clerk-office-")
            .tempdir()
            .map_err(|e| format!("no temporary folder: {e}"))?;
        let input = folder.path().join("form.doc");
        std::fs::write(&input, bytes).map_err(|e| format!("the file could not be set aside: {e}"))?;
        let mut child = Command::new(ourselves)
            .arg(OFFICE_COMMAND)
            .arg(&self.program)
            .arg(folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", folder.path())
            // No form needs the network; programs that honour this find nobody there.
            .env("http_proxy", "http://127.0.0.1:9")
            .env("https_proxy", "http://127.0.0.1:9")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .map_err(|e| format!("LibreOffice could not be started: {e}"))?;
        let group = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        let ended = tokio::time::timeout(PATIENCE, child.wait()).await;
        if let Some(group) = group {
            // Its own children outlive it otherwise. An empty group is no error.
            let _gone = kill_process_group(group, Signal::KILL);
        }
        match ended {
            Err(_) => return Err("LibreOffice took too long".to_owned()),
            Ok(Err(e)) => return Err(format!("LibreOffice could not be waited for: {e}")),
            Ok(Ok(_)) => {}
        }
        let output = folder.path().join("form.docx");
        let size = std::fs::metadata(&output).map_err(|_| "LibreOffice made nothing of it".to_owned())?.len();
        if size > LARGEST_OUTPUT {
            return Err("LibreOffice made too much of it".to_owned());
        }
        std::fs::read(&output).map_err(|e| format!("what LibreOffice made could not be read: {e}"))
    }
}

/// Takes on the limits and becomes LibreOffice; returns only if that fails.
pub fn become_office(program: &Path, folder: &Path) -> std::io::Error {
    let fixed = |resource, value| setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) });
    let limits =
        [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0), (Resource::Fsize, LARGEST_OUTPUT)];
    for (resource, value) in limits {
        if let Err(e) = fixed(resource, value) {
            return e.into();
        }
    }
    std::process::Command::new(program)
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .args(["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir"])
        .arg(folder)
        .arg(folder.join("form.doc"))
        .exec()
}
