//! Real servers on loopback: a private Dovecot, and an SMTP peer that takes mail for good.
//!
//! They need Debian's dovecot-imapd and python3-aiosmtpd. Where these are missing the tests say so and pass, unless
//! `CLERK_TEST_SERVERS=required` (as `scripts/test` sets it) makes that a failure.

mod imap;
mod liar;
mod lied_to;
mod refused;
mod smtp;
mod smtp_liar;
mod whole;

use crate::support::{program, repository};
use alliance_clerk::app::{App, DATABASE};
use alliance_clerk::clock::Clock;
use alliance_clerk::config::{Config, write_missing};
use alliance_clerk::store::{GO_LIVE, Store};
use jiff::Timestamp;
use serde_json::Value;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

pub const PYTHON: &str = "/usr/bin/python3";

pub struct Servers {
    base: TempDir,
    pub imap: u16,
    pub imaps: u16,
    pub smtp: u16,
    sink: Child,
}

/// The servers, or `None` where they are not installed.
pub fn start() -> Option<Servers> {
    let dovecot = Path::new("/usr/sbin/dovecot").exists();
    let sink = Command::new(PYTHON).args(["-c", "import aiosmtpd"]).status().is_ok_and(|s| s.success());
    if dovecot && sink {
        return Some(Servers::start());
    }
    let required = std::env::var("CLERK_TEST_SERVERS").is_ok_and(|v| v == "required");
    assert!(!required, "dovecot-imapd and python3-aiosmtpd are needed: apt-get install dovecot-imapd python3-aiosmtpd");
    eprintln!("skipped: dovecot-imapd or python3-aiosmtpd is not installed");
    None
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// As an ordinary user: Dovecot's login process refuses to be root.
fn unprivileged(name: &str) -> Command {
    if !is_root() {
        return Command::new(name);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", name]);
    command
}

fn quiet(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}

impl Servers {
    fn start() -> Self {
        // Short, because of the length of unix socket paths; open, because the servers are not root.
        let base = tempfile::Builder::new().prefix("dc").tempdir_in("/tmp").unwrap();
        let folder = base.path().join("d");
        std::fs::create_dir(&folder).unwrap();
        if is_root() {
            Command::new("chown").args(["-R", "nobody:nogroup"]).arg(base.path()).status().unwrap();
        }
        let (imap, imaps, smtp) = (free_port(), free_port(), free_port());
        let made = unprivileged("bash")
            .arg(repository().join("tests/servers/dovecot.sh"))
            .args([folder.display().to_string(), imap.to_string(), imaps.to_string()])
            .status()
            .unwrap();
        assert!(made.success());
        let started = quiet(unprivileged("dovecot").arg("-c").arg(folder.join("dovecot.conf"))).status().unwrap();
        assert!(started.success(), "dovecot does not start");
        let tls = folder.join("tls");
        let mut sink = Command::new(PYTHON);
        sink.arg(repository().join("tests/servers/smtp_sink.py"))
            .args([imap.to_string(), smtp.to_string(), base.path().join("sink.log").display().to_string()])
            .args([tls.join("cert.pem"), tls.join("key.pem")]);
        let sink = sink.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let servers = Self { base, imap, imaps, smtp, sink };
        servers.wait_for(smtp);
        servers.wait_for(imap);
        servers
    }

    fn wait_for(&self, port: u16) {
        for _ in 0..600 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("nothing listens on {port}");
    }

    fn folder(&self) -> PathBuf {
        self.base.path().join("d")
    }

    pub fn ca(&self) -> PathBuf {
        self.folder().join("tls/ca.pem")
    }

    /// Has the server receive a mail at an instant.
    pub fn receive(&self, raw: &[u8], at: Timestamp) {
        self.append("sle@harbour-alliance.example", "pw-clerk", "INBOX", raw, at);
    }

    fn append(&self, user: &str, password: &str, folder: &str, raw: &[u8], at: Timestamp) {
        let mut child = Command::new(PYTHON)
            .arg(repository().join("tests/servers/append.py"))
            .args([self.imap.to_string().as_str(), user, password, folder, at.as_second().to_string().as_str()])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(raw).unwrap();
        assert!(child.wait().unwrap().success());
    }

    /// What is in somebody's folder.
    pub fn look(&self, user: &str, password: &str, folder: &str) -> Vec<Value> {
        let output = Command::new(PYTHON)
            .arg(repository().join("tests/servers/look.py"))
            .args([self.imap.to_string().as_str(), user, password, folder])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    pub fn priyas_inbox(&self) -> Vec<Value> {
        self.look("p.nair@hazelbank.example", "pw-priya", "INBOX")
    }

    pub fn doveadm(&self, arguments: &[&str]) {
        let done =
            unprivileged("doveadm").arg("-c").arg(self.folder().join("dovecot.conf")).args(arguments).output().unwrap();
        assert!(done.status.success(), "doveadm {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// Letters that the SMTP peer accepted, by recipient.
    pub fn accepted(&self) -> Vec<String> {
        self.events("accepted").iter().map(|e| e["to"][0].as_str().unwrap().to_owned()).collect()
    }

    pub fn events(&self, kind: &str) -> Vec<Value> {
        let log = std::fs::read_to_string(self.base.path().join("sink.log")).unwrap_or_default();
        log.lines().map(|line| serde_json::from_str(line).unwrap()).filter(|e: &Value| e["event"] == kind).collect()
    }

    /// A clerk's folder that uses these servers.
    pub fn clerk(&self, sent_copy: &str) -> TempDir {
        let root = tempfile::tempdir().unwrap();
        write_missing(root.path()).unwrap();
        std::fs::write(root.path().join("password"), "pw-clerk\n").unwrap();
        let ca = self.ca().display().to_string();
        let text = format!(
            r#"
[alliance]
name = "Harbour Teaching School Alliance"
email = "sle@harbour-alliance.example"
signed_by = "Ruth Adeyemi"

[[coordinator]]
name = "Ruth Adeyemi"
email = "ruth.adeyemi@harbour-alliance.example"

[mailbox]
kind = "imap"
host = "localhost"
port = {}
user = "sle@harbour-alliance.example"
password = {{ file = "password" }}
ca_file = "{ca}"
poll_seconds = 1

[delivery]
kind = "smtp"
host = "localhost"
port = {}
tls = "starttls"
user = "sle@harbour-alliance.example"
password = {{ file = "password" }}
ca_file = "{ca}"
sent_copy = "{sent_copy}"
"#,
            self.imaps, self.smtp
        );
        std::fs::write(root.path().join("config/clerk.toml"), text).unwrap();
        root
    }

    /// The clerk itself, in this process, with a clock that the test sets.
    pub async fn app(&self, root: &Path, now: Timestamp) -> App {
        let config = Config::load(root).unwrap_or_else(|e| panic!("{e}"));
        let store = Store::create(&root.join(DATABASE)).await.unwrap();
        store.set_fact(GO_LIVE, "1970-01-01T00:00:00Z").await.unwrap();
        App::new(config, store, Clock::manual(now), program()).await.unwrap()
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        let _gone = self.sink.kill();
        let _gone = self.sink.wait();
        let stop = ["-c", &self.folder().join("dovecot.conf").display().to_string(), "stop"].map(str::to_owned);
        let _stopped = quiet(unprivileged("doveadm").args(stop)).status();
    }
}

/// The states of all letters, by recipient.
pub async fn states(app: &App) -> Vec<(String, String)> {
    app.store.list_letters("").await.unwrap().into_iter().map(|l| (l.to, l.state)).collect()
}
