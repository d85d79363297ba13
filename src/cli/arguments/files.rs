//! Files that come in and go out: `import` and `export`.

use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Csv,
    Xlsx,
}
