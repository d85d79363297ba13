//! What lists are asked for, and what is shown of them.

use clap::Subcommand;
use std::path::PathBuf;

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
        /// Write the page: as it was issued, the same bytes each time; of a draft, as it would be issued today.
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
