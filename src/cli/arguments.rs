//! The grammar of the command line, with help that teaches.

use clap::{Parser, Subcommand, ValueEnum};
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
        #[arg(long, value_name = "NAME", default_value = "the command line")]
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

#[derive(Debug, Subcommand)]
pub enum MeetingsAction {
    /// List meetings, in the order of their dates.
    List,
    /// Show one: who is invited, and what they said.
    Show {
        /// Its number, as in MTG-2026-0001.
        number: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum RegisterAction {
    /// List the register; the same as `register` alone.
    List {
        #[command(flatten)]
        only: RegisterFilter,
    },
    /// Show one entry with everything: dates, days, training, meetings, portrait, cases.
    Show {
        /// A number, as in REG-2027-0003 or SLE-2027-0014.
        number: String,
    },
}

/// Which entries are listed.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct RegisterFilter {
    /// Only those of a programme, as in `sle`.
    #[arg(long)]
    pub programme: Option<String>,
    /// Only those who stand so: active, paused, moved, resigned or de_designated.
    #[arg(long)]
    pub status: Option<String>,
    /// Only those with this area of expertise, first or further.
    #[arg(long)]
    pub specialism: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum DeploymentsAction {
    /// List them; the same as `deployments` alone.
    List {
        #[command(flatten)]
        only: DeploymentFilter,
    },
    /// Who might do what a school asks for, the likeliest first: area, phase, distance, days left, what is under way.
    Candidates {
        /// Its number, as in DEP-2027-0001.
        number: String,
    },
    /// Show one with everything: the request, the people, the agreement, the days.
    Show {
        /// Its number, as in DEP-2027-0001.
        number: String,
    },
}

/// Which deployments are listed.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct DeploymentFilter {
    /// Only those that stand so: requested, proposed, agreeing, active, ended or dropped.
    #[arg(long)]
    pub state: Option<String>,
    /// Only those of a supported school with these words in its name.
    #[arg(long)]
    pub school: Option<String>,
    /// Only those that somebody was asked for or does: by name, address or number of the register.
    #[arg(long)]
    pub person: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum InvoicesAction {
    /// List them; the same as `invoices` alone.
    List {
        #[command(flatten)]
        only: InvoiceFilter,
    },
    /// Show one with every line: the day, who, the rate, and the message that logged it.
    Show {
        /// Its number, as in INV-2027-0001, or a draft's, as in D12.
        number: String,
        /// Write the page again as it was issued; the same bytes each time.
        #[arg(long, value_name = "FILE")]
        pdf: Option<PathBuf>,
        /// Write the electronic invoice as UBL, which Peppol carries.
        #[arg(long, value_name = "FILE")]
        xml: Option<PathBuf>,
        /// Write the electronic invoice as CII, which is inside the page.
        #[arg(long, value_name = "FILE")]
        cii: Option<PathBuf>,
    },
    /// Drafts with all their lines: what `invoices send` would issue.
    Drafts {
        #[command(flatten)]
        only: InvoiceFilter,
    },
    /// Each day that was worked and is on no document, with the reason.
    Unbilled {
        /// Only those at a school with these words in its name.
        #[arg(long, value_name = "WORDS")]
        school: Option<String>,
    },
}

/// Which documents are listed.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct InvoiceFilter {
    /// Only those that stand so: draft, issued, open, overdue or dropped. Without it, all but those that were dropped.
    #[arg(long)]
    pub state: Option<String>,
    /// Only those of a kind: invoice, credit_note, self_billing, self_credit, home_invoice or time_sheet.
    #[arg(long)]
    pub kind: Option<String>,
    /// Only those of a school with these words in its name.
    #[arg(long, value_name = "WORDS")]
    pub school: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum SchoolsAction {
    /// Find schools by URN, postcode, or words of their names.
    Find {
        #[arg(required = true)]
        words: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum ImportAction {
    /// The alliance's schools (columns: name, head name, head e-mail, and URN where it is known), or the national register
    /// as it is downloaded, which is recognised by its headings.
    Schools {
        #[arg(value_name = "CSV")]
        file: PathBuf,
        /// A column of which nothing is known, to be left out; may be given several times.
        #[arg(long, value_name = "COLUMN")]
        ignore: Vec<String>,
    },
    /// People designated before the clerk came. Columns in any order: name (or first name and last name), e-mail, school,
    /// specialism, since, programme; and, where the list has them: URN, further specialisms, status, ended on, review
    /// date, days a year, telephone, core training date, enrichment modules.
    People {
        #[arg(value_name = "CSV")]
        file: PathBuf,
        /// A column of which nothing is known, to be left out; may be given several times.
        #[arg(long, value_name = "COLUMN")]
        ignore: Vec<String>,
        /// Where the file and the register differ, the file is right. Without it, what the register has stays.
        #[arg(long)]
        update: bool,
    },
    /// A bank statement: payments that name an invoice of ours are noted, the rest is listed for you. Nothing is guessed from
    /// a sum alone. `bank_statement` of config/billing.toml says how its columns may be called.
    Bank {
        #[arg(value_name = "CSV")]
        file: PathBuf,
        /// Say what would be noted, and note nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum ExportAction {
    /// The outcomes of a round, with the columns that the programme's `[outcomes] export` names.
    Outcomes {
        /// The programme, as in `sle`.
        programme: String,
        /// The round, as in `spring-2027`.
        window: String,
        /// csv or xlsx; otherwise the name of the file says, or it is csv.
        #[arg(long, value_enum)]
        format: Option<ExportFormat>,
        /// Where to; otherwise it is printed.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// The booklet of designated people: who can be asked for what, for schools to keep.
    ///
    /// Portraits and posts are printed with consent only; without it, name, school and area of expertise.
    Booklet {
        /// Only of one programme, as in `sle`; otherwise of all.
        #[arg(long)]
        programme: Option<String>,
        /// Where to: a file that ends with .pdf, .html or .csv.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// What the work has achieved, in the words of the schools and of those who did it.
    Impact {
        /// Only of one deployment, as in `DEP-2027-0001`.
        number: Option<String>,
        /// How it is gathered. Several groups as PDF are several files.
        #[arg(long, value_enum, default_value_t = ImpactBy::Deployment)]
        by: ImpactBy,
        /// Where to: a file that ends with .pdf or .xlsx.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// The sales day book for the finance system: one row for each line of an invoice or credit note that was issued, with the
    /// columns that `exports` of config/billing.toml names.
    Sales {
        #[command(flatten)]
        report: BooksReport,
    },
    /// What home schools have had and are to have: statements, invoices of theirs, and days that are on neither yet.
    HomeSchools {
        #[command(flatten)]
        report: BooksReport,
    },
    /// The year's summary by programme, school and person: days and money, with totals that are those of `ledger`.
    Year {
        #[command(flatten)]
        report: BooksReport,
    },
}

/// Which days a report of the books is about, and where it goes.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct BooksReport {
    /// A file that ends with .csv or .xlsx; otherwise it is printed as CSV.
    pub file: Option<PathBuf>,
    /// The first day, as in 2027-09-01 or "1 September 2027".
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImpactBy {
    Deployment,
    /// By area of expertise.
    Specialism,
    /// By academic year.
    Year,
}

impl ImpactBy {
    pub fn word(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::Specialism => "specialism",
            Self::Year => "year",
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum VisitsAction {
    /// List days; the same as `visits` alone.
    List {
        #[command(flatten)]
        only: VisitFilter,
    },
}

/// Which days are listed.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct VisitFilter {
    /// Only those of a deployment, as in `DEP-2027-0001`.
    #[arg(long)]
    pub deployment: Option<String>,
    /// Only those of somebody, by a part of their name or address.
    #[arg(long)]
    pub person: Option<String>,
    /// Only those of a month, as in `2027-05`.
    #[arg(long)]
    pub month: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Csv,
    Xlsx,
}

fn instant(text: &str) -> Result<Timestamp, String> {
    text.trim()
        .parse()
        .map_err(|_| format!("`{text}` is not an instant; expected RFC 3339, as in 2027-03-19T18:05:00Z"))
}
