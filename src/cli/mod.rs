//! What is typed, and what is printed. Each subcommand is a thin call into the rooms below.
//!
//! The contract, which others script against: exit 0 done, 1 a fault, 2 wrong use or wrong configuration, 3 understood but
//! refused or waiting for a code; errors on standard error, one sentence that says what to do; `--json` on every listing.

mod applications;
mod arguments;
mod bench;
mod demo;
mod deployments;
mod do_command;
mod doctor;
mod explain;
mod export;
mod failure;
mod forms;
mod import;
mod inbox;
mod init;
mod invoices;
mod ledger;
mod meetings;
mod once;
mod outbox;
mod place;
mod projects;
mod preview;
mod read;
mod register;
mod run;
mod schools;
mod status;
mod upcoming;
mod visits;
mod why;

pub use arguments::Arguments;
pub use failure::Failure;

use arguments::Command;
use place::Place;
use std::io::Write as _;
use std::process::ExitCode;

/// Carries out what was typed.
pub fn run(arguments: Arguments) -> ExitCode {
    // The two that are not for people come first: they must not touch anything else.
    if let Command::ReaderChild = arguments.command {
        return of_io(crate::reader::serve());
    }
    if let Command::OfficeChild { program, folder } = &arguments.command {
        return of_io(Err(crate::reader::become_office(program, folder)));
    }
    start_log(arguments.verbose);
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return say(&Failure::fault(format!("the clerk could not start: {e}"))),
    };
    match runtime.block_on(carry_out(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => say(&failure),
    }
}

async fn carry_out(arguments: Arguments) -> Result<(), Failure> {
    let place = Place { root: arguments.config, now: arguments.now, json: arguments.json };
    match arguments.command {
        Command::Demo { dir } => demo::run(&dir).await,
        Command::Init { dir, go_live } => init::run(&dir, go_live).await,
        Command::Run => run::run(&place).await,
        Command::Once => once::run(&place).await,
        Command::Do { command, code, by } => do_command::run(&place, command.as_deref(), code.as_deref(), &by).await,
        Command::Read { file, form } => read::run(&place, &file, form.as_deref()).await,
        Command::Explain { file, received } => explain::run(&place, &file, received).await,
        Command::Forms { action } => forms::run(&place, &action),
        Command::Preview { letter, html } => preview::run(&place, letter.as_deref(), html),
        Command::Why { case } => why::run(&place, &case).await,
        Command::Inbox { action } => inbox::run(&place, action).await,
        Command::Outbox { action } => outbox::run(&place, action).await,
        Command::Applications { programme, action } => applications::run(&place, programme.as_deref(), action).await,
        Command::Upcoming { days } => upcoming::run(&place, days).await,
        Command::Meetings { action } => meetings::run(&place, action).await,
        Command::Projects => projects::run(&place).await,
        Command::Visits { action, only } => visits::run(&place, action, &only).await,
        Command::Deployments { action, only } => deployments::run(&place, action, &only).await,
        Command::Invoices { action, only } => invoices::run(&place, action, &only).await,
        Command::Ledger => ledger::run(&place).await,
        Command::Register { action, only } => register::run(&place, action, only).await,
        Command::Schools { action } => schools::run(&place, action).await,
        Command::Import { action } => import::run(&place, action).await,
        Command::Export { action } => export::run(&place, action).await,
        Command::Status => status::run(&place).await,
        Command::Doctor => doctor::run(&place).await,
        Command::Bench { mails, stored } => bench::run(mails, stored).await,
        Command::ReaderChild | Command::OfficeChild { .. } => Ok(()),
    }
}

fn of_io(result: std::io::Result<()>) -> ExitCode {
    if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn say(failure: &Failure) -> ExitCode {
    let _closed = writeln!(std::io::stderr(), "alliance-clerk: {failure}");
    ExitCode::from(failure.code())
}

/// Logs go to standard error: what happened, to which number, never an address, a body or an answer.
fn start_log(verbose: u8) {
    let level = match verbose {
        0 => tracing::Level::WARN,
        1 => tracing::Level::INFO,
        _ => tracing::Level::DEBUG,
    };
    let _already_started = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .with_target(false)
        .without_time()
        .try_init();
}

/// Prints a line. A reader that has gone away (`| head`) is no fault.
fn print(line: &str) {
    let _closed = writeln!(std::io::stdout(), "{line}");
}

fn print_json(value: &serde_json::Value) {
    print(&serde_json::to_string_pretty(value).unwrap_or_default());
}
