//! Reports of letters that did not arrive, from two dozen mail programs.

use super::{assert_only, corpus, table};
use alliance_clerk::understand::automatic::{self, Automatic};
use alliance_clerk::understand::{DeliveryReport, Fate, Mail, mime};
use std::path::Path;

/// Where the clerk means to read a report otherwise than the table.
const MEANT: &[(&str, &str)] = &[
    ("bsd/lhost-amazonses-02.eml", NO_SUCH_USER),
    ("bsd/lhost-amazonworkmail-02.eml", NO_SUCH_USER),
    ("bsd/lhost-apachejames-01.eml", NO_SUCH_USER),
    ("bsd/lhost-courier-02.eml", NO_SUCH_USER),
    ("bsd/lhost-exchange2003-04.eml", NO_SUCH_USER),
    ("bsd/lhost-office365-04.eml", NO_SUCH_USER),
    ("bsd/lhost-postfix-03.eml", NO_SUCH_USER),
    ("bsd/lhost-surfcontrol-01.eml", NO_SUCH_USER),
    ("bsd/lhost-yahoo-06.eml", NO_SUCH_USER),
    ("bsd/rfc3464-35.eml", NO_SUCH_USER),
    ("bsd/rfc3464-42.eml", NO_SUCH_USER),
    (
        "bsd/lhost-postfix-01.eml",
        "the status says 5.1.1; the table looks through it to a disk that could not be written",
    ),
    (
        "bsd/rhost-gsuite-04.eml",
        "`Domain name not found`: to us a fault of the address, to the table one of the network",
    ),
    ("bsd/lhost-exim-31.eml", "`may not exist, may be blacklisted, or missing DNS entries`: we leave that open"),
    ("bsd/lhost-outlook-03.eml", "`the domain is not reachable`: it may be tomorrow"),
    ("bsd/lhost-amazonses-01.eml", "the reporting server says 5.1.0; the table takes the 5.7.1 that it quotes"),
    ("bsd/lhost-sendmail-08.eml", "the status field says 4.4.7; the table takes the other server's 4.7.1"),
    ("bsd/lhost-sendmail-10.eml", "the same"),
];

const NO_SUCH_USER: &str = "the server says that there is no such user; the table files it as filtered";

/// One row of the table.
struct Row {
    file: String,
    is_bounce: String,
    reports: usize,
    statuses: Vec<String>,
    hardness: Vec<String>,
    actions: Vec<String>,
}

fn rows(folder: &Path) -> Vec<Row> {
    let several = |cell: &String| cell.split('|').filter(|v| !v.is_empty()).map(str::to_owned).collect();
    table(&folder.join("expected.tsv"))
        .into_iter()
        .map(|cells| Row {
            file: cells[0].clone(),
            is_bounce: cells[1].clone(),
            reports: cells[2].parse().unwrap(),
            statuses: several(&cells[3]),
            hardness: several(&cells[6]),
            actions: several(&cells[7]),
        })
        .collect()
}

fn read(folder: &Path, row: &Row) -> (Vec<u8>, Mail) {
    let raw = std::fs::read(folder.join(&row.file)).unwrap();
    let mail = mime::parse(&raw).mail;
    (raw, mail)
}

#[test]
fn bounces_are_told_from_replies_by_machines_and_from_mail_of_people() {
    let Some(folder) = corpus("bounces") else { return };
    let mut wrong = vec![];
    let rows = rows(&folder);
    for row in &rows {
        let kind = automatic::of(&read(&folder, row).1);
        let agrees = match row.is_bounce.as_str() {
            "yes" => kind == Some(Automatic::Bounce),
            "auto-reply" => kind == Some(Automatic::AutoReply),
            // Complaints and good news are a machine's, but no bounce.
            _ => kind.is_none_or(|kind| kind == Automatic::Bulk),
        };
        if !agrees {
            wrong.push((row.file.clone(), format!("{} in the table, {kind:?} to us", row.is_bounce)));
        }
    }
    println!("{} of {} messages are of the kind that the table says", rows.len() - wrong.len(), rows.len());
    assert_only(&wrong, &[]);
}

/// Codes that the table's program invented because the report names none.
fn is_invented(status: &str) -> bool {
    status.starts_with("5.0.9") || status.starts_with("4.0.9")
}

fn disagreement(row: &Row, report: &DeliveryReport) -> Option<String> {
    let of_ours = &report.recipients;
    if of_ours.len() != row.reports {
        return Some(format!("{} recipients, not {}: {of_ours:?}", of_ours.len(), row.reports));
    }
    for (i, recipient) in of_ours.iter().enumerate() {
        let fate = match row.actions.get(i).map(String::as_str) {
            Some("delayed") => Fate::Delayed,
            Some("deliverable" | "delivered") => Fate::Delivered,
            Some(_) | None => Fate::Failed,
        };
        let status = row.statuses.get(i).filter(|status| !is_invented(status));
        let hard = row.hardness.get(i).is_some_and(|h| h == "hard");
        if recipient.address.is_none() {
            return Some("no address".to_owned());
        }
        if recipient.fate != fate {
            return Some(format!("{:?}, not {fate:?}", recipient.fate));
        }
        if status.is_some_and(|status| recipient.status.as_ref() != Some(status)) {
            return Some(format!("status {:?}, not {status:?}", recipient.status));
        }
        if recipient.hard != hard {
            return Some(format!("hard: {}, not {hard}; status {:?}", recipient.hard, recipient.status));
        }
    }
    None
}

#[test]
fn who_got_no_letter_and_why_is_read_from_the_report() {
    let Some(folder) = corpus("bounces") else { return };
    let mut wrong = vec![];
    let mut compared = 0;
    for row in rows(&folder).iter().filter(|row| row.is_bounce == "yes" && row.reports > 0) {
        compared += 1;
        let (_, mail) = read(&folder, row);
        let why = match &mail.report {
            Some(report) => disagreement(row, report),
            None => Some("no report".to_owned()),
        };
        wrong.extend(why.map(|why| (row.file.clone(), why)));
    }
    println!("{} of {compared} reports agree in recipients, fate, status and hardness", compared - wrong.len());
    assert_only(&wrong, MEANT);
}

#[test]
fn a_delay_is_never_taken_for_a_failure() {
    let Some(folder) = corpus("bounces") else { return };
    let rows = rows(&folder);
    let only_late = rows.iter().filter(|row| !row.actions.is_empty() && row.actions.iter().all(|a| a == "delayed"));
    let mut seen = 0;
    for row in only_late {
        seen += 1;
        let (_, mail) = read(&folder, row);
        assert!(!mail.report.unwrap().has_failed(), "{}", row.file);
    }
    assert_eq!(seen, 4);
}

#[test]
fn the_letter_that_came_back_is_named_wherever_the_report_holds_its_id() {
    let Some(folder) = corpus("bounces") else { return };
    let mut without = vec![];
    let mut found = 0;
    for row in rows(&folder).iter().filter(|row| row.is_bounce == "yes") {
        let (raw, mail) = read(&folder, row);
        let lines = String::from_utf8_lossy(&raw).replace('\r', "\n").to_lowercase();
        let holds = lines.lines().filter(|line| line.starts_with("message-id:")).count() > 1;
        let returned = mail.report.and_then(|report| report.returned);
        found += usize::from(returned.is_some());
        if holds && returned.is_none() {
            without.push((row.file.clone(), "an id, but none was found".to_owned()));
        }
    }
    println!("{found} reports name the letter");
    assert_only(&without, &[]);
}
