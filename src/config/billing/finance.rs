//! `[invoices]`, `[bank_statement]`, `[exports]`: the office's books.

use super::{Mistake, is_rising};
use crate::domain::CaseId;
use crate::domain::charging::Percent;
use crate::domain::civil::TimeOfDay;
use crate::domain::invoice::VatCode;
use jiff::civil::Time;
use serde::Deserialize;

/// Whether a person sees an invoice before it is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Send {
    /// Drafts wait for a coordinator's yes, with a code.
    #[default]
    AfterYes,
    Automatic,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InvoicePolicy {
    pub series: String,
    pub credit_series: String,
    pub self_billing_series: String,
    pub self_credit_series: String,
    pub time_sheet_series: String,
    /// Calendar days from the date of issue.
    pub terms_days: u32,
    pub send: Send,
    /// The time of day at which a month's or term's invoices are drafted, on the first school day after it.
    pub draft_at: TimeOfDay,
    /// An invoice waits for the supported school's order number.
    pub po_required: bool,
    /// School days after it was first asked for.
    pub po_chasers: Vec<u32>,
    /// Calendar days after the invoice was due; where that is no school day, the next one.
    pub reminders: Vec<u32>,
    pub remind_at: TimeOfDay,
    /// Calendar days for which nobody is reminded of an invoice, once its payer has written that it is paid or on its way.
    pub quiet_days: u32,
    /// Each month, to whoever has something overdue.
    pub statement: bool,
    pub standard_vat: Percent,
}

impl Default for InvoicePolicy {
    fn default() -> Self {
        Self {
            series: "INV".to_owned(),
            credit_series: "CRN".to_owned(),
            self_billing_series: "SBS".to_owned(),
            self_credit_series: "SBC".to_owned(),
            time_sheet_series: "TSH".to_owned(),
            terms_days: 30,
            send: Send::AfterYes,
            draft_at: TimeOfDay(Time::constant(7, 0, 0, 0)),
            po_required: false,
            po_chasers: vec![3, 8],
            reminders: vec![3, 14, 28],
            remind_at: TimeOfDay(Time::constant(9, 0, 0, 0)),
            quiet_days: 14,
            statement: true,
            standard_vat: Percent(2_000),
        }
    }
}

impl InvoicePolicy {
    /// Each series with its key.
    pub fn all_series(&self) -> [(&'static str, &str); 5] {
        [
            ("series", &self.series),
            ("credit_series", &self.credit_series),
            ("self_billing_series", &self.self_billing_series),
            ("self_credit_series", &self.self_credit_series),
            ("time_sheet_series", &self.time_sheet_series),
        ]
    }

    pub(super) fn faults(&self, taken: &[&str]) -> Vec<Mistake> {
        let mut faults = vec![];
        let mut wrong = |key, sentence: &str| faults.push(("invoices", key, sentence.to_owned()));
        let all = self.all_series();
        for (place, &(key, series)) in all.iter().enumerate() {
            if !CaseId::is_prefix(series) {
                wrong(key, "expected two to six capital letters, such as \"INV\".");
            }
            if taken.contains(&series) {
                wrong(key, &format!("\"{series}\" begins other numbers already; choose another."));
            }
            if all.iter().take(place).any(|(_, other)| *other == series) {
                wrong(key, &format!("\"{series}\" stands twice; each series has letters of its own."));
            }
        }
        if !(1..=365).contains(&self.terms_days) {
            wrong("terms_days", "expected 1 to 365 days; 28 and 30 are usual.");
        }
        for (key, days) in [("reminders", &self.reminders), ("po_chasers", &self.po_chasers)] {
            if !is_rising(days) {
                wrong(key, "expected days from 1 on, the smallest number first.");
            }
        }
        faults
    }
}

/// The columns of a bank's export, by the names that banks give them; the first that is there is taken, in any case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BankStatement {
    pub date: Vec<String>,
    /// Money in alone. Where there is such a column, `amount` is not looked for.
    pub paid_in: Vec<String>,
    /// Money in, and with a minus money out.
    pub amount: Vec<String>,
    /// Where the payer's reference stands. All that are there are searched.
    pub reference: Vec<String>,
    /// The bank's own number of the entry.
    pub id: Vec<String>,
}

fn words<const N: usize>(all: [&str; N]) -> Vec<String> {
    all.map(str::to_owned).to_vec()
}

impl Default for BankStatement {
    fn default() -> Self {
        Self {
            date: words(["Date", "Transaction Date", "Posting Date", "Entry Date", "Value Date"]),
            paid_in: words(["Paid In", "Money In", "Credit Amount", "Credit", "Credits", "Receipts"]),
            amount: words(["Amount", "Value", "Amount (GBP)", "Transaction Amount"]),
            reference: words([
                "Reference",
                "Description",
                "Transaction Description",
                "Narrative",
                "Details",
                "Memo",
                "Counter Party",
            ]),
            id: words(["Transaction ID", "Transaction Number", "Bank Reference"]),
        }
    }
}

impl BankStatement {
    pub(super) fn faults(&self) -> Vec<Mistake> {
        let mut faults = vec![];
        let mut need = |key, is_missing: bool| {
            if is_missing {
                faults.push(("bank_statement", key, "expected at least one column's name.".to_owned()));
            }
        };
        need("date", self.date.is_empty());
        need("amount", self.amount.is_empty() && self.paid_in.is_empty());
        need("reference", self.reference.is_empty());
        faults
    }
}

/// A column of the sales day book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SalesColumn {
    Kind,
    Number,
    Date,
    Due,
    Customer,
    Urn,
    Order,
    Deployment,
    Description,
    Days,
    Nominal,
    VatCode,
    Net,
    Vat,
    Gross,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Exports {
    /// One row for each line.
    pub sales: Vec<SalesColumn>,
    pub vat_codes: VatCodes,
}

/// How the finance system calls the treatments.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VatCodes {
    pub exempt: String,
    pub outside: String,
    pub standard: String,
}

impl Default for VatCodes {
    fn default() -> Self {
        Self { exempt: "T2".to_owned(), outside: "T9".to_owned(), standard: "T1".to_owned() }
    }
}

impl VatCodes {
    pub fn of(&self, code: VatCode) -> &str {
        match code {
            VatCode::Exempt => &self.exempt,
            VatCode::Outside => &self.outside,
            VatCode::Standard => &self.standard,
        }
    }
}

impl Default for Exports {
    fn default() -> Self {
        use SalesColumn::{
            Customer, Date, Days, Deployment, Description, Due, Gross, Kind, Net, Nominal, Number, Order, Urn, Vat,
        };
        Self {
            sales: vec![
                Kind,
                Number,
                Date,
                Due,
                Customer,
                Urn,
                Order,
                Deployment,
                Description,
                Days,
                Nominal,
                SalesColumn::VatCode,
                Net,
                Vat,
                Gross,
            ],
            vat_codes: VatCodes::default(),
        }
    }
}
