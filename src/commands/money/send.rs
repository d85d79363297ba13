//! `invoices send`: drafts get their numbers, in one transaction and without gaps, and their letters are written next.

use super::draft::draft_number;
use super::{books, in_short, kind_in_words, refused};
use crate::billing::{Books, Issued, Numbers};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::invoice::{Invoice, InvoiceId, Kind, State};
use crate::domain::money::Pence;
use sha2::{Digest, Sha256};

pub const COMMAND: Command = Command {
    name: "invoices send",
    usage: &["invoices send", "invoices send sle", "invoices send D12 D14"],
    about: "Issues drafts: each gets its number, and its letter goes out. What is issued never changes. Asks for a one-time code.",
    lookup: |said, config| {
        read(said, config)?;
        Ok(Lookup { ledger: Ledger { drafts: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide,
};

/// More are issued by saying it again: nobody else should wait for the right to write for longer.
pub const MOST_AT_ONCE: usize = 200;

enum Wish<'c> {
    All,
    Of(&'c Programme),
    These(Vec<InvoiceId>),
}

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<Wish<'c>, Refusal> {
    if said.is_empty() || said.text().eq_ignore_ascii_case("all") {
        return Ok(Wish::All);
    }
    let words: Vec<&str> = said.text().split([' ', ',']).filter(|word| !word.is_empty() && *word != "and").collect();
    let ids: Option<Vec<InvoiceId>> = words.iter().map(|word| draft_number(word)).collect();
    match ids {
        Some(ids) => Ok(Wish::These(ids)),
        None => {
            let (programme, rest) = said.programme(config)?;
            rest.nothing_more()?;
            Ok(Wish::Of(programme))
        }
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said, order.config)?;
    let books = books(order);
    let drafts = || order.facts.invoices.iter().filter(|invoice| invoice.state == State::Draft);
    if let Wish::These(ids) = &wish
        && let Some(missing) = ids.iter().find(|id| !drafts().any(|draft| draft.id == **id))
    {
        return refused(format!("There is no draft D{}.", missing.0));
    }
    let wanted = drafts().filter(|draft| match &wish {
        Wish::All => true,
        Wish::Of(programme) => draft.programme == programme.id,
        Wish::These(ids) => ids.contains(&draft.id),
    });
    let wanted: Vec<&Invoice> = wanted.collect();
    if wanted.is_empty() {
        return refused("Nothing waits to be sent. `invoices draft` drafts what has been confirmed.");
    }
    let missing = order.config.billing.missing();
    if !missing.is_empty() && wanted.iter().any(|draft| draft.kind != Kind::TimeSheet) {
        return refused(format!(
            "Before anything can be issued, please complete config/billing.toml. {}",
            missing.join(" ")
        ));
    }
    let (now, later) = wanted.split_at(wanted.len().min(MOST_AT_ONCE));
    let issuing = issue(&books, now, order.by);
    if issuing.issued.is_empty() {
        let why = issuing.left.iter().map(|(draft, why)| format!("D{} ({}): {why}", draft.id.0, draft.school));
        return refused(format!("None can be issued. {}", why.collect::<Vec<_>>().join(" ")));
    }
    let mut seal = Sha256::new();
    for (draft, _) in &issuing.issued {
        seal.update(format!("D{} {} {}\n", draft.id.0, draft.gross.0, draft.email.folded()));
    }
    let list = |with_numbers: bool| -> String {
        let lines = issuing.issued.iter().map(|(draft, number)| {
            let name = if with_numbers { number.clone() } else { format!("D{}", draft.id.0) };
            format!("- {name}: {}, {}", kind_in_words(draft), in_short(draft))
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let left: Vec<String> = issuing
        .left
        .iter()
        .map(|(draft, why)| format!("- D{} ({}) stays a draft: {why}", draft.id.0, draft.school))
        .collect();
    let left = if left.is_empty() { String::new() } else { format!("\n{}", left.join("\n")) };
    let more = if later.is_empty() {
        String::new()
    } else {
        format!("\n{} more wait: say `invoices send` again.", later.len())
    };
    let totals = issuing.totals();
    let count = issuing.issued.len();
    let documents = if count == 1 { "1 document".to_owned() } else { format!("{count} documents") };
    let would = format!("{documents} would be issued and sent, {totals}:\n{}{left}{more}", list(false));
    let done = format!("{documents} issued; their letters go out within minutes:\n{}{left}{more}", list(true));
    let mut decision = Decision::default();
    decision.because(format!("{} issued {documents}, {totals}.", order.by));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: crate::jobs::drafting::QUESTION.to_owned(),
        by: order.by.to_owned(),
        outcome: "sent".to_owned(),
    });
    decision.changes.extend(issuing.changes.into_iter().map(Change::Money));
    let seal = data_encoding::HEXLOWER.encode(&seal.finalize());
    Ok(Outcome::new(decision, would).confirmed_by_code(seal).then_says(done))
}

/// Drafts with their numbers, and those that cannot have one yet.
struct Issuing<'f> {
    changes: Vec<MoneyChange>,
    issued: Vec<(&'f Invoice, String)>,
    left: Vec<(&'f Invoice, String)>,
}

impl Issuing<'_> {
    /// `invoices of £700.00, self-billing statements of £595.00`.
    fn totals(&self) -> String {
        let sums = [
            ("invoices", [Kind::Invoice].as_slice()),
            ("credit notes", &[Kind::CreditNote, Kind::SelfCredit]),
            ("self-billing statements", &[Kind::SelfBilling]),
            ("time sheets", &[Kind::TimeSheet]),
        ];
        let sums = sums.map(|(what, kinds)| {
            let of: Vec<Pence> =
                self.issued.iter().filter(|(d, _)| kinds.contains(&d.kind)).map(|(draft, _)| draft.gross).collect();
            (!of.is_empty()).then(|| format!("{what} of {}", of.into_iter().sum::<Pence>()))
        });
        sums.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Draws the next numbers, one after the other.
fn issue<'f>(books: &Books<'_>, drafts: &[&'f Invoice], by: &str) -> Issuing<'f> {
    let mut issuing = Issuing { changes: vec![], issued: vec![], left: vec![] };
    let mut numbers = Numbers::of(books);
    for draft in drafts {
        match numbers.issue(books, draft) {
            Ok(Issued { number, due, document }) => {
                issuing.issued.push((draft, number.to_string()));
                issuing.changes.push(MoneyChange::Issued {
                    invoice: draft.id,
                    number,
                    on: books.today,
                    due,
                    by: by.to_owned(),
                    document,
                });
            }
            Err(why) => issuing.left.push((draft, why)),
        }
    }
    issuing
}
