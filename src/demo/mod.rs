//! The demonstration: an invented alliance's academic year, played through the real clerk on folders and SQLite.
//!
//! Its only input is mail files and commands; nothing outside this room knows that it runs. What it shows at the end it
//! takes from the record, as anybody could.

mod page;
mod people;
mod story;

use crate::app::{App, AppFault, DATABASE};
use crate::billing::{self, Books};
use crate::clock::Clock;
use crate::commands::Refusal;
use crate::config::{Config, ConfigFaults, write_missing};
use crate::domain::LetterId;
use crate::domain::civil::Zone;
use crate::domain::invoice::Kind;
use crate::mailbox::folder::Folder;
use crate::schedule::upcoming;
use crate::step::{self, Answer, Office, StepFault};
use crate::store::{GO_LIVE, Store, StoreFault};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use story::{Beat, Event};

/// By this file a folder is known as a demonstration's, which may be cleared for the next one.
const MARK: &str = ".alliance-clerk-demo";

#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    #[error("{0} is not empty, and was not made by a demonstration; name another folder.")]
    NotOurs(PathBuf),
    #[error("{0} could not be written: {1}")]
    Folder(PathBuf, std::io::Error),
    #[error(transparent)]
    Config(#[from] ConfigFaults),
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    App(#[from] AppFault),
    #[error(transparent)]
    Step(#[from] StepFault),
    #[error("the demonstration's own command was refused: {0}")]
    Command(#[from] Refusal),
    #[error("the demonstration called `alliance-clerk {0}`, and that failed: {1}")]
    Program(String, String),
    #[error("a form of the demonstration could not be written: {0}")]
    Form(String),
}

/// Plays the story into a folder, and tells it line by line. Returns where the page is.
///
/// # Errors
/// When the folder is somebody else's or cannot be written.
pub async fn play(folder: &Path, program: PathBuf, tell: &mut dyn FnMut(&str)) -> Result<PathBuf, DemoFault> {
    prepare(folder)?;
    let file = folder.join("config/clerk.toml");
    let fault = |e: std::io::Error| DemoFault::Folder(file.clone(), e);
    let signed = std::fs::read_to_string(&file).map_err(fault)?;
    let signed = signed.replace("authserv_id = \"\"", &format!("authserv_id = \"{}\"", story::SERVER));
    std::fs::write(&file, signed).map_err(fault)?;
    configure(folder)?;
    let config = Config::load(folder)?;
    let store = Store::create(&folder.join(DATABASE)).await?;
    store.set_fact(GO_LIVE, &Timestamp::UNIX_EPOCH.to_string()).await?;
    let mut app = App::new(config, store, Clock::manual(Timestamp::UNIX_EPOCH), program.clone()).await?;
    let mut told = Told { letters: BTreeSet::new(), since: Timestamp::UNIX_EPOCH };
    let mut mails = 0;
    let mut notes = vec![];
    for beat in story::beats() {
        let now = zone().earliest(beat.at);
        meanwhile(&mut app, now, &mut told, &mut notes, tell).await?;
        // Two mails may arrive within a second and be read later; the clock itself only goes forward.
        app.clock.set(now.max(app.clock.now()));
        tell(&format!("\n{}", heading(&beat)));
        match &beat.event {
            Event::Command(line) => {
                let answer = give(&app, line).await?;
                tell(&format!("    Ruth says: {line}"));
                tell(&format!("    {answer}"));
                notes.push(page::Note {
                    at: now,
                    title: beat.title.to_owned(),
                    said: Some((line.clone(), answer)),
                    own: false,
                });
            }
            Event::Program { words, file } => {
                let answer =
                    call(&app, folder, &program, words, file.as_ref().map(|(name, text)| (*name, text.as_ref())))
                        .await?;
                tell(&format!("    at the machine: alliance-clerk {}", words.join(" ")));
                answer.lines().for_each(|line| tell(&format!("    {line}")));
                notes.push(page::Note {
                    at: now,
                    title: beat.title.to_owned(),
                    said: Some((format!("alliance-clerk {}", words.join(" ")), answer)),
                    own: false,
                });
            }
            Event::Commands(lines) => {
                let mut answers = vec![];
                for line in lines {
                    answers.push(give(&app, line).await?);
                }
                let first = lines.first().cloned().unwrap_or_default();
                let others = if lines.len() > 1 {
                    format!(" … and {} more such lines", lines.len() - 1)
                } else {
                    String::new()
                };
                let answer = if lines.len() > LINES_SHOWN {
                    answers.first().cloned().unwrap_or_default()
                } else {
                    answers.join("\n")
                };
                tell(&format!("    Ruth says: {first}{others}"));
                answer.lines().take(LINES_SHOWN * 2).for_each(|line| tell(&format!("    {line}")));
                let said = if lines.len() > LINES_SHOWN { format!("{first}{others}") } else { lines.join("\n") };
                notes.push(page::Note {
                    at: now,
                    title: beat.title.to_owned(),
                    said: Some((said, answer)),
                    own: false,
                });
            }
            Event::Mails(all) => {
                for (seconds, mail) in (0..).zip(all) {
                    mails += 1;
                    let stamp = Timestamp::from_second(now.as_second() + seconds).unwrap_or(now);
                    lay_down(&app, folder, mail, stamp, mails, None).await?;
                    tell(&format!("    {} writes: “{}”", mail.from_name, mail.body.lines().next().unwrap_or_default()));
                }
                let lines: Vec<&str> = all.iter().filter_map(|mail| mail.body.lines().next()).collect();
                let said = Some((format!("{} mails", all.len()), lines.join("\n")));
                notes.push(page::Note { at: now, title: beat.title.to_owned(), said, own: false });
            }
            Event::Bank => {
                let statement = bank_statement(&app).await?;
                let words = ["import", "bank", "bank.csv"].map(str::to_owned);
                let answer = call(&app, folder, &program, &words, Some(("bank.csv", &statement))).await?;
                answer.lines().take(LINES_SHOWN).for_each(|line| tell(&format!("    {line}")));
                let said = Some(("alliance-clerk import bank bank.csv".to_owned(), answer));
                notes.push(page::Note { at: now, title: beat.title.to_owned(), said, own: false });
                for number in home_schools_to_pay(&app).await? {
                    give(&app, &format!("paid {number}")).await?;
                }
            }
            Event::Mail(mail) => {
                mails += 1;
                let letters = app.store.list_letters("accepted").await?;
                let answered = |kind: &str| letters.iter().rev().find(|l| l.letter == kind && l.to == mail.from);
                let answers = mail.answering.and_then(answered).map(|letter| letter.message_id.clone());
                let mail = &with_code(&app, mail).await?;
                lay_down(&app, folder, mail, now, mails, answers.as_deref()).await?;
                tell(&format!("    {} writes: “{}”", mail.from_name, mail.subject));
                notes.push(page::Note { at: now, title: beat.title.to_owned(), said: None, own: false });
            }
        }
        // The clerk looks into the mailbox a few minutes later; what counts is the stamp.
        let later = Timestamp::from_second(now.as_second() + beat.read_after_seconds).unwrap_or(now);
        app.clock.set(later.max(app.clock.now()));
        app.once().await?;
        let new = new_letters(&app, &mut told).await?;
        if new.is_empty() {
            tell("    → no letter");
        }
        told_of(&new, tell);
    }
    let page = page::write(folder, &app.store, &app.config, &notes).await?;
    app.store.close().await;
    Ok(page)
}

/// Of more lines that are like each other nobody reads the rest.
const LINES_SHOWN: usize = 6;

/// A mail in the mailbox, with our server's stamp.
async fn lay_down(
    app: &App,
    folder: &Path,
    mail: &story::Mail,
    stamp: Timestamp,
    number: u32,
    answers: Option<&str>,
) -> Result<(), DemoFault> {
    let raw = mail.bytes(&app.config, stamp, answers).map_err(DemoFault::Form)?;
    let path = folder.join("mail/new").join(format!("{}.M{number}.demo", stamp.as_second()));
    std::fs::write(&path, raw).map_err(|e| DemoFault::Folder(path.clone(), e))
}

/// What the bank says on a day on which most have paid: all but the last open invoice, and of the first only a part.
async fn bank_statement(app: &App) -> Result<String, DemoFault> {
    let (facts, _) = app.store.list_ledger().await?;
    let books = Books::new(&app.config, &facts, app.clock.now());
    let open: Vec<_> = billing::open_invoices(&books).collect();
    let mut rows = "Date,Description,Amount,Transaction ID\n".to_owned();
    for (place, (invoice, sum)) in open.iter().enumerate().take(open.len().saturating_sub(1)) {
        let Some(number) = &invoice.number else { continue };
        let pence = if place == 0 { sum.0 / 2 } else { sum.0 };
        rows.push_str(&format!(
            "{},BACS {number} {},{}.{:02},T{number}{}\n",
            books.today,
            invoice.school,
            pence / 100,
            pence % 100,
            books.today
        ));
    }
    Ok(rows)
}

/// Statements of home schools that nobody has paid yet.
async fn home_schools_to_pay(app: &App) -> Result<Vec<String>, DemoFault> {
    let (facts, _) = app.store.list_ledger().await?;
    let books = Books::new(&app.config, &facts, app.clock.now());
    let unpaid = facts.invoices.iter().filter(|invoice| {
        invoice.kind == Kind::SelfBilling && billing::outstanding(&books, invoice).is_some_and(|open| open.0 > 0)
    });
    Ok(unpaid.filter_map(|invoice| invoice.number.as_ref().map(ToString::to_string)).collect())
}

/// The days between two events: the clerk looks whenever one of its jobs is due.
async fn meanwhile(
    app: &mut App,
    until: Timestamp,
    told: &mut Told,
    notes: &mut Vec<page::Note>,
    tell: &mut dyn FnMut(&str),
) -> Result<(), DemoFault> {
    // Before the first event there is nothing to look at.
    if app.clock.now() == Timestamp::UNIX_EPOCH {
        return Ok(());
    }
    let windows = app.store.list_windows().await?;
    for moment in upcoming::moments_to_come(&app.config, &windows, app.clock.now(), until) {
        app.clock.set(moment);
        app.once().await?;
        let new = new_letters(app, told).await?;
        if new.is_empty() {
            continue;
        }
        let title = "The clerk, of its own accord";
        tell(&format!("\n{}: {title}", crate::domain::civil::stamp_in_words(zone().civil(moment))));
        told_of(&new, tell);
        notes.push(page::Note { at: app.clock.now(), title: title.to_owned(), said: None, own: true });
    }
    Ok(())
}

/// A mail in which the code of the latest answer to its sender stands where the story says `CODE`.
async fn with_code(app: &App, mail: &story::Mail) -> Result<story::Mail, DemoFault> {
    let mut mail = mail.clone();
    if mail.body.contains(story::CODE) {
        let letters = app.store.list_letters("accepted").await?;
        let answer = letters.iter().rev().find(|l| l.letter == "command-answer" && l.to == mail.from);
        let bytes = match answer {
            Some(letter) => app.store.letter_bytes(letter.id).await?.unwrap_or_default(),
            None => vec![],
        };
        let text = crate::understand::mime::parse(&bytes).mail.text;
        let digits = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap_or_default();
        mail.body = mail.body.replace(story::CODE, digits);
    }
    Ok(mail)
}

/// The application of an invented teacher number `n`, as a mail: two pages with five answers.
///
/// # Errors
/// When a form or a mail of ours cannot be put together.
pub fn sample_application(config: &Config, n: usize, at: Timestamp) -> Result<Vec<u8>, String> {
    let mut answers = people::PRIYA.answers();
    answers.insert("name".to_owned(), format!("Teacher {n}"));
    answers.insert("email".to_owned(), format!("teacher{n}@school{n}.example"));
    for question in 1..=5 {
        if let Some(answer) = answers.get_mut(&format!("question_{question}")) {
            *answer = format!("{answer}\n\nNumber {n}. {answer}\n\n{answer}");
        }
    }
    story::application_of(answers, n).bytes(config, at, None)
}

fn zone() -> Zone {
    Zone::london()
}

fn heading(beat: &Beat) -> String {
    let at: DateTime = beat.at;
    let stamp = crate::domain::civil::stamp_in_words(at);
    format!("{stamp}: {}", beat.title)
}

fn prepare(folder: &Path) -> Result<(), DemoFault> {
    let fault = |e: std::io::Error| DemoFault::Folder(folder.to_owned(), e);
    let is_empty = std::fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty {
        if !folder.join(MARK).exists() {
            return Err(DemoFault::NotOurs(folder.to_owned()));
        }
        std::fs::remove_dir_all(folder).map_err(fault)?;
    }
    std::fs::create_dir_all(folder.join("templates")).map_err(fault)?;
    std::fs::write(folder.join(MARK), "This folder is cleared when the demonstration is played again.\n")
        .map_err(fault)?;
    write_missing(folder).map_err(fault)?;
    Folder::create(&folder.join("mail")).map_err(fault)?;
    Folder::create(&folder.join("outgoing")).map_err(fault)
}

/// What an alliance fills in before its first invoice, and that this one bills by term.
fn configure(folder: &Path) -> Result<(), DemoFault> {
    let seller = [
        ("address = []", "address = [\"Quay Road\", \"Harbourtown\"]"),
        ("postcode = \"\"", "postcode = \"HB1 4QT\""),
        ("charity_number = \"\"", "charity_number = \"1234567\""),
        ("account_name = \"\"", "account_name = \"Harbour Teaching School Alliance\""),
        ("sort_code = \"\"", "sort_code = \"20-00-00\""),
        ("account_number = \"\"", "account_number = \"12345678\""),
        // Nobody here fills in a hundred and twenty evaluations.
        ("after = [\"end\"]", "after = []"),
    ];
    for (name, changes) in
        [("billing.toml", &seller[..]), ("programmes/sle.toml", &[("when = \"monthly\"", "when = \"termly\"")])]
    {
        let file = folder.join("config").join(name);
        let fault = |e: std::io::Error| DemoFault::Folder(file.clone(), e);
        let mut text = std::fs::read_to_string(&file).map_err(fault)?;
        for (old, new) in changes {
            text = text.replacen(old, new, 1);
        }
        std::fs::write(&file, text).map_err(fault)?;
    }
    Ok(())
}

/// Calls this very program, as somebody at the machine would.
async fn call(
    app: &App,
    folder: &Path,
    program: &Path,
    words: &[String],
    file: Option<(&str, &str)>,
) -> Result<String, DemoFault> {
    if let Some((name, text)) = file {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|e| DemoFault::Folder(path.clone(), e))?;
    }
    let fault = |why: String| DemoFault::Program(words.join(" "), why);
    let output = tokio::process::Command::new(program)
        .args(words)
        .args(["--config", ".", "--now", &app.clock.now().to_string()])
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .output()
        .await
        .map_err(|e| fault(e.to_string()))?;
    if !output.status.success() {
        return Err(fault(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

async fn give(app: &App, line: &str) -> Result<String, DemoFault> {
    let office = Office { config: &app.config, renderer: &app.renderer, store: &app.store };
    match step::command(&office, line, "Ruth Adeyemi", &app.clock).await?? {
        Answer::Done(answer) => Ok(answer),
        Answer::NeedsCode { would, code } => {
            let done = step::confirm(&office, &code, "Ruth Adeyemi", &app.clock).await??;
            match done {
                Answer::Done(answer) => Ok(format!("{would}\n{answer}")),
                Answer::NeedsCode { would, .. } => Ok(would),
            }
        }
    }
}

/// A line for each letter; the same letter to several people is one line.
fn told_of(new: &[(String, String, String)], tell: &mut dyn FnMut(&str)) {
    for same in new.chunk_by(|one, other| (&one.0, &one.2) == (&other.0, &other.2)) {
        let Some((letter, to, subject)) = same.first() else { continue };
        let others = match same.len() {
            1 => String::new(),
            2 => " and to one other".to_owned(),
            n => format!(" and to {} others", n - 1),
        };
        tell(&format!("    → {letter} to {to}{others}: “{subject}”"));
    }
}

/// What has been told already.
struct Told {
    letters: BTreeSet<LetterId>,
    /// When the record was last looked at.
    since: Timestamp,
}

/// Letters that have left since the last look: kind, recipient, subject.
async fn new_letters(app: &App, told: &mut Told) -> Result<Vec<(String, String, String)>, DemoFault> {
    let letters = app.store.letters_accepted_since(told.since).await?;
    told.since = app.clock.now();
    Ok(letters.into_iter().filter(|l| told.letters.insert(l.id)).map(|l| (l.letter, l.to, l.subject)).collect())
}
