//! `doctor`: one line for each thing that must be right, and what to do where it is not.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::app::{imap_settings, smtp_carrier};
use crate::billing::reconcile::Reconciliation;
use crate::billing::{self, Books};
use crate::config::{Config, DeliveryKind, MailboxKind, Trust};
use crate::domain::{civil, listed};
use crate::mailbox::imap::{Session, Settings};
use crate::render::Renderer;
use crate::store::{GO_LIVE, Store};
use jiff::Span;
use jiff::civil::Date;
use serde_json::json;
use std::path::Path;

/// One thing, looked at.
pub struct Finding {
    what: &'static str,
    sound: bool,
    says: String,
}

fn good(what: &'static str, says: impl Into<String>) -> Finding {
    Finding { what, sound: true, says: says.into() }
}

fn bad(what: &'static str, says: impl Into<String>) -> Finding {
    Finding { what, sound: false, says: says.into() }
}

pub async fn run(place: &Place) -> Result<(), Failure> {
    let mut findings = vec![];
    match place.config() {
        Ok(config) => {
            findings.push(good(
                "configuration",
                format!(
                    "{}, {}",
                    counted(config.programmes.len(), "programme"),
                    counted(config.clerk.coordinators.len(), "coordinator")
                ),
            ));
            findings.push(good("commands", commands_by_mail(&config)));
            look(place, &config, &mut findings).await;
        }
        Err(failure) => findings.push(bad("configuration", failure.to_string())),
    }
    let ill = findings.iter().any(|f| !f.sound);
    if place.json {
        print_json(&findings.iter().map(|f| json!({ "check": f.what, "ok": f.sound, "says": f.says })).collect());
    } else {
        for f in &findings {
            print(&format!("{} {:<14} {}", if f.sound { "ok " } else { "!! " }, f.what, f.says));
        }
    }
    if ill { Err(Failure::wrong("something is not right; see the lines marked !!.")) } else { Ok(()) }
}

async fn look(place: &Place, config: &Config, findings: &mut Vec<Finding>) {
    if config.clerk.coordinators.is_empty() {
        findings.push(bad(
            "coordinators",
            "there is none: nobody would be asked about anything. Add a [[coordinator]] block to config/clerk.toml.",
        ));
    }
    if config.clerk.alliance.email.domain().ends_with(".example") && !config.is_self_contained() {
        findings.push(bad("alliance", "the address in config/clerk.toml is still the example."));
    }
    findings.push(may_bill(config));
    match Renderer::new(config) {
        Ok(renderer) => {
            findings.push(good("templates", format!("{} letters can be written", crate::letters::ALL.len())));
            findings.push(match renderer.try_documents() {
                Ok(()) => good("documents", "letters, applications and review packs can be printed as PDF"),
                Err(e) => bad("documents", e.to_string()),
            });
        }
        Err(e) => findings.push(bad("templates", e.to_string())),
    }
    database(place, config, findings).await;
    for (what, kind, path) in [
        ("mailbox", config.clerk.mailbox.kind == MailboxKind::Folder, &config.clerk.mailbox.path),
        ("delivery", config.clerk.delivery.kind == DeliveryKind::Folder, &config.clerk.delivery.path),
    ] {
        if kind {
            findings.push(maildir(what, &config.path(path)));
        }
    }
    if let Some(settings) = imap_settings(config) {
        findings.push(imap(&settings).await);
    }
    if let Some(smtp) = smtp_carrier(config) {
        findings.push(match smtp.connect().await {
            Ok(mut connection) => {
                connection.abort().await;
                good("delivery", format!("{}: logged in", smtp.server.shown()))
            }
            Err(why) => bad("delivery", format!("{why}. Check [delivery] in config/clerk.toml.")),
        });
    }
    findings.push(disk(&config.root));
    findings.push(if crate::reader::Office::find().is_some() {
        good("libreoffice", "found: .doc and .rtf forms can be read")
    } else {
        good(
            "libreoffice",
            "not found: .doc and .rtf forms wait for a person (apt-get install libreoffice-writer-nogui)",
        )
    });
}

/// Whether invoices can be issued. That they cannot yet is no fault: drafts need no bank account.
fn may_bill(config: &Config) -> Finding {
    if !config.programmes.values().any(|programme| programme.deployments.enabled) {
        return good("billing", "no programme has deployments");
    }
    let missing = config.billing.missing();
    if missing.is_empty() {
        return good("billing", "invoices can be issued");
    }
    good("billing", format!("invoices can be drafted, not issued. {} (config/billing.toml)", missing.join(" ")))
}

/// So many days before the calendar ends the operator is asked for the next year.
const CALENDAR_NOTICE_DAYS: i64 = 120;

/// Whether the school days to come are known.
fn calendar(config: &Config, today: Date) -> Finding {
    let notice = today.saturating_add(Span::new().days(CALENDAR_NOTICE_DAYS));
    match config.calendar.known_until() {
        None => bad("calendar", "config/calendar.toml has no terms: every weekday counts as a school day."),
        Some(last) if last < notice => bad(
            "calendar",
            format!(
                "config/calendar.toml ends on {}: add the next academic year, from your local authority's term dates.",
                civil::date_in_words(last)
            ),
        ),
        Some(last) => good("calendar", format!("school days are known until {}", civil::date_in_words(last))),
    }
}

async fn database(place: &Place, config: &Config, findings: &mut Vec<Finding>) {
    let store = match place.store().await {
        Ok(store) => store,
        Err(failure) => return findings.push(bad("database", failure.to_string())),
    };
    findings.push(match store.health().await {
        Ok((version, answer)) if answer == "ok" => {
            good("database", format!("SQLite {version}, WAL, synchronous FULL, sound"))
        }
        Ok((_, answer)) => bad("database", format!("it is damaged ({answer}): restore the last backup")),
        Err(e) => bad("database", e.to_string()),
    });
    if let Ok(clock) = place.clock(config, &store).await {
        findings.push(calendar(config, config.zone().date(clock.now())));
    }
    findings.push(books(place, config, &store).await);
    findings.extend(addresses(place, config, &store).await);
    findings.push(match store.verify_audit().await {
        Ok(Ok(rows)) => good("audit", format!("{rows} entries, unbroken")),
        Ok(Err(row)) => bad("audit", format!("entry {row} was changed after it was written")),
        Err(e) => bad("audit", e.to_string()),
    });
    findings.push(match store.fact(GO_LIVE).await {
        Ok(Some(instant)) => good("go-live", format!("mail received from {instant} on is answered")),
        Ok(None) => good("go-live", "not live: nothing goes out until `do \"go live\"`"),
        Err(e) => bad("go-live", e.to_string()),
    });
    store.close().await;
}

/// Whether the schools that work is under way for could be billed and paid; nothing where no work is.
async fn addresses(place: &Place, config: &Config, store: &Store) -> Option<Finding> {
    let now = place.clock(config, store).await.ok()?.now();
    let facts = match store.work_under_way(now).await {
        Ok(facts) => facts,
        Err(e) => return Some(bad("addresses", e.to_string())),
    };
    // Before the alliance itself can bill, that is what there is to say.
    if facts.deployments.is_empty() || !config.billing.missing().is_empty() {
        return None;
    }
    let unknown = billing::unknown_parties(&Books::new(config, &facts, now));
    Some(match unknown.as_slice() {
        [] => good("addresses", "every school that work is under way for has one"),
        [..] => bad(
            "addresses",
            format!(
                "the postal address or number (URN) of {} is not known, so that nothing can be issued to {}. Import the national register of schools (`import schools`), or describe each in a [[buyer]] of config/billing.toml.",
                listed(&unknown),
                if unknown.len() == 1 { "it" } else { "them" }
            ),
        ),
    })
}

/// Whether the ledger adds up and its numbers are without gaps.
async fn books(place: &Place, config: &Config, store: &Store) -> Finding {
    let (ledger, clock) = match (store.list_ledger().await, place.clock(config, store).await) {
        (Ok(ledger), Ok(clock)) => (ledger, clock),
        (Err(e), _) => return bad("ledger", e.to_string()),
        (_, Err(e)) => return bad("ledger", e.to_string()),
    };
    let (facts, standings) = ledger;
    let found = Reconciliation::of(&Books::new(config, &facts, clock.now()), &standings);
    match found.faults.as_slice() {
        [] => good("ledger", format!("{} documents; it adds up, and no number is missing", facts.invoices.len())),
        [first, ..] => bad(
            "ledger",
            format!(
                "{first} ({} in all; `alliance-clerk ledger` names each)",
                counted(found.faults.len(), "difference")
            ),
        ),
    }
}

/// Logs in and opens every folder, as the daemon will.
async fn imap(settings: &Settings) -> Finding {
    let shown = settings.server.shown();
    let mut session = match Session::open(settings).await {
        Ok(session) => session,
        Err(fault) => return bad("mailbox", format!("{fault}. Check [mailbox] in config/clerk.toml.")),
    };
    let mut messages = 0;
    for folder in &settings.folders {
        match session.examine(folder).await {
            Ok(opened) => messages += opened.exists,
            Err(fault) => return bad("mailbox", format!("{fault}. Check `folders` in config/clerk.toml.")),
        }
    }
    session.close().await;
    good("mailbox", format!("{shown}: logged in, {messages} messages in {}", settings.folders.join(", ")))
}

fn maildir(what: &'static str, path: &Path) -> Finding {
    for part in ["tmp", "new", "cur"] {
        let folder = path.join(part);
        let probe = folder.join(".alliance-clerk-probe");
        if let Err(e) = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)) {
            return bad(what, format!("{} cannot be written: {e}. `alliance-clerk init` makes it.", folder.display()));
        }
    }
    good(what, format!("folder {}", path.display()))
}

/// A day of a busy round is far below this.
const LEAST_FREE: u64 = 200 * 1024 * 1024;

fn disk(root: &Path) -> Finding {
    match rustix::fs::statvfs(root) {
        Ok(found) => {
            let free = found.f_bavail.saturating_mul(found.f_frsize);
            let says = format!("{} MiB free", free / 1024 / 1024);
            if free < LEAST_FREE {
                bad("disk", format!("{says}: make room, or mail cannot be recorded"))
            } else {
                good("disk", says)
            }
        }
        Err(e) => bad("disk", format!("cannot be asked: {e}")),
    }
}

fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Whether coordinators can run the office by replying. Not doing so is a choice, not a fault.
fn commands_by_mail(config: &Config) -> String {
    let mailbox = &config.clerk.mailbox;
    if mailbox.trust == Trust::All {
        return "taken from every mail with a coordinator's address (trust = \"all\"): for trying things out only"
            .to_owned();
    }
    if mailbox.authserv_id.trim().is_empty() {
        return "from this machine only: coordinators' replies count once `authserv_id` in config/clerk.toml names your own mail server"
            .to_owned();
    }
    format!("from coordinators whose mail {} has authenticated", mailbox.authserv_id.trim())
}
