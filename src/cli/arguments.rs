//! The grammar of the command line, with help that teaches.

mod files;
mod lists;

pub use files::{BooksReport, ExportAction, ExportFormat, ImpactBy, ImportAction};
pub use lists::{
    DeploymentFilter, DeploymentsAction, InvoiceFilter, InvoicesAction, MeetingsAction, RegisterAction, RegisterFilter,
    SchoolsAction, VisitFilter, VisitsAction,
};

use clap::{Parser, Subcommand};
use jiff::Timestamp;
use std::path::PathBuf;

/// The clerk of a teaching school alliance, reached at the alliance's own mail address.
///
/// People go on sending e-mail and Word forms as they always have; the clerk reads every message, keeps the record, knows
/// the deadlines and writes the letters.
///
/// To see it at work: `alliance-clerk demo`. To set it up: `alliance-clerk init DIR`, edit DIR/config/clerk.toml,
/// `alliance-clerk --config DIR doctor`, `alliance-clerk --config DIR run`.
#[derive(Debug, Parser)]
#[command(name = "alliance-clerk", version, max_term_width = 100, arg_required_else_help = true)]
pub struct Arguments {
    /// The clerk's folder, as `init DIR` made it.
    #[arg(long, value_name = "DIR", default_value = ".", global = true)]
    pub config: PathBuf,

    /// What time it is (RFC 3339, as in 2027-03-19T18:05:00Z). Only while mailbox and delivery are both folders; never
    /// earlier than before.
    #[arg(long, value_name = "INSTANT", global = true, value_parser = instant)]
    pub now: Option<Timestamp>,

    /// Print JSON.
    #[arg(long, global = true)]
    pub json: bool,

    /// Say more about what is being done; twice for still more.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// See the clerk at work: an invented alliance's recruitment round, in simulated time.
    ///
    /// Plays mail files and commands through the real clerk on folders and SQLite, tells the story as it goes, and leaves
    /// every letter, the database and an index.html to look at.
    Demo {
        /// Where; cleared if it holds an earlier demonstration.
        #[arg(default_value = "demo")]
        dir: PathBuf,
    },

    /// Write a ready-to-run folder with commented configuration. Safe to run again: what is there is kept.
    ///
    /// With the mailbox in a folder the clerk is live at once. With a real mailbox it keeps silent until `do "go live"`,
    /// so that nobody is answered about mail that lies there from before.
    Init {
        /// The folder; made if it is not there.
        dir: PathBuf,
        /// From which receipt on mail is answered (RFC 3339).
        #[arg(long, value_name = "INSTANT", value_parser = instant)]
        go_live: Option<Timestamp>,
    },

    /// Run as a daemon: fetch mail as it comes, answer it, do what is due. SIGTERM finishes the step in hand.
    Run,

    /// One pass: fetch mail, decide, do the jobs that are due, deliver letters.
    Once,

    /// Give a command, in the words in which coordinators reply to their digest. `do help` prints all of them.
    ///
    /// Example: alliance-clerk do "open sle spring-2027 from 1 March 2027 to 19 March 2027"
    Do {
        /// The command, as one argument.
        command: Option<String>,
        /// The one-time code that confirms a command which cannot be undone.
        #[arg(long, value_name = "N")]
        code: Option<String>,
        /// Who gives it, for the record.
        #[arg(long, value_name = "NAME", default_value = crate::commands::TYPED)]
        by: String,
    },

    /// Read a returned form, and print what is in it and what is wrong with it.
    ///
    /// Word (.docx, and .doc or .rtf where LibreOffice is installed), OpenDocument, PDF, HTML, plain text.
    Read {
        file: PathBuf,
        /// A form's name, or a blank form to read it by. Otherwise the file says, or its questions do.
        #[arg(long, value_name = "ID or BLANK")]
        form: Option<String>,
    },

    /// Say what the clerk would do about a mail, and why. Nothing is written.
    Explain {
        /// A mail, as a file.
        file: PathBuf,
        /// When our own server received it (RFC 3339); otherwise the file's name says, as in a Maildir, or it is now.
        #[arg(long, value_name = "INSTANT", value_parser = instant)]
        received: Option<Timestamp>,
    },

    /// Blank forms.
    Forms {
        #[command(subcommand)]
        action: FormsAction,
    },

    /// Show a letter with invented facts; without a name, list all letters.
    Preview {
        letter: Option<String>,
        /// Print the HTML page instead of the text.
        #[arg(long)]
        html: bool,
    },

    /// Tell the whole story of a case: messages, rules, decisions, letters.
    Why {
        /// A case number, as in SLE-2027-0014.
        case: String,
    },

    /// Messages: list them, show one, try one again that was set aside.
    Inbox {
        #[command(subcommand)]
        action: Option<InboxAction>,
    },

    /// Letters: list them, show one, hold one back, let one go.
    Outbox {
        #[command(subcommand)]
        action: Option<OutboxAction>,
    },

    /// Applications: list them, show one.
    Applications {
        /// List only those of a programme, as in `sle`.
        #[arg(long, value_name = "ID")]
        programme: Option<String>,
        #[command(subcommand)]
        action: Option<ApplicationsAction>,
    },

    /// Every letter that will fall due, given no further mail or command: when, to whom, which, and why.
    Upcoming {
        /// How far to look ahead.
        #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u32).range(1..=730))]
        days: u32,
    },

    /// Meetings and trainings: list them, show one with its invitees and their answers.
    Meetings {
        #[command(subcommand)]
        action: Option<MeetingsAction>,
    },

    /// The register of designated people: list it, show one entry.
    Register {
        #[command(subcommand)]
        action: Option<RegisterAction>,
        #[command(flatten)]
        only: RegisterFilter,
    },

    /// The national register of schools, once it has been imported.
    Schools {
        #[command(subcommand)]
        action: SchoolsAction,
    },

    /// Projects with a bursary: whose they are, what is due when, how far they have come.
    Projects,

    /// Requests for support and the work agreed upon them: list them, show one.
    Deployments {
        #[command(subcommand)]
        action: Option<DeploymentsAction>,
        #[command(flatten)]
        only: DeploymentFilter,
    },

    /// Days that were logged: how they stand, how each is paid for, and, where it is not, why.
    Visits {
        #[command(subcommand)]
        action: Option<VisitsAction>,
        #[command(flatten)]
        only: VisitFilter,
    },

    /// Invoices, credit notes, statements and time sheets: list them, show one, write one out again.
    Invoices {
        #[command(subcommand)]
        action: Option<InvoicesAction>,
        #[command(flatten)]
        only: InvoiceFilter,
    },

    /// Whether the books add up: days, debt and income, each counted from two sides. Exit 1, with what differs, when they do not.
    Ledger,

    /// Bring in registers that were kept elsewhere, as CSV. All of a file, or nothing of it; safe to do again.
    Import {
        #[command(subcommand)]
        action: ImportAction,
    },

    /// Write reports.
    Export {
        #[command(subcommand)]
        action: ExportAction,
    },

    /// What is waiting, stuck and due next.
    Status,

    /// Check configuration, templates, database, mailbox, delivery, clock and disk: one line each, and what to do.
    Doctor,

    /// Measure: mails with a form each, through the whole path to letters queued.
    #[command(hide = true)]
    Bench {
        #[arg(long, default_value_t = 2000)]
        mails: usize,
        /// Messages that are stored already.
        #[arg(long, default_value_t = 0)]
        stored: usize,
    },

    /// Not for people: the process that reads strangers' files.
    #[command(hide = true)]
    ReaderChild,

    /// Not for people: takes on limits and becomes LibreOffice.
    #[command(hide = true)]
    OfficeChild { program: PathBuf, folder: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum FormsAction {
    /// Write the blank Word form of every programme into a folder.
    Write { dir: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum InboxAction {
    /// List messages, oldest receipt first.
    List {
        /// Only those in a state: stored, handled, duplicate or parked.
        #[arg(long, default_value = "")]
        state: String,
    },
    /// Print a message as it was received.
    Show { number: i64 },
    /// Try a message again that was set aside.
    Retry { number: i64 },
}

#[derive(Debug, Subcommand)]
pub enum OutboxAction {
    /// List letters, oldest first.
    List {
        /// Only those in a state: queued, claimed, data_started, accepted, unknown, failed or held.
        #[arg(long, default_value = "")]
        state: String,
    },
    /// Print a letter as it is sent.
    Show { id: i64 },
    /// Hold back a letter that has not left.
    Hold {
        id: i64,
        /// Why, for the record.
        #[arg(long, default_value = "held by a person")]
        because: String,
    },
    /// Let a held or failed letter go.
    Release { id: i64 },
}

#[derive(Debug, Subcommand)]
pub enum ApplicationsAction {
    /// List applications.
    List,
    /// Show one: its answers, counts, problems and versions.
    Show {
        /// A case number, as in SLE-2027-0014.
        case: String,
    },
}

fn instant(text: &str) -> Result<Timestamp, String> {
    text.trim()
        .parse()
        .map_err(|_| format!("`{text}` is not an instant; expected RFC 3339, as in 2027-03-19T18:05:00Z"))
}
