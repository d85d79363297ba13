//! What schools write about money: in answer to an invoice, a reminder, a statement of account, a credit note, or a letter
//! about what a home school is paid.
//!
//! A mail notes no payment (the bank's word does, or a coordinator's), and it changes no bank account, ever. What it does is
//! give peace: whoever has written that a payment is on its way is not reminded for a while, and whoever asks or objects is not
//! reminded before a person has dealt with it. Whatever is not plain thanks or a plain promise is quoted to a person.

mod words;

use super::Arrival;
use super::order_number::{Said as Order, read as read_order};
use super::quoted::they_write;
use crate::billing::account_of;
use crate::decision::{Decision, MailKind, Review};
use crate::domain::change::{Change, MoneyChange};
use crate::domain::civil::{Zone, date_in_words};
use crate::domain::facts::{Facts, SentLetter};
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::{CaseId, listed};
use crate::letters::money::account_reply::{self, AccountReply};
use crate::letters::money::{credit_note, invoice, reminder, self_billing, statement, time_sheet};
use crate::letters::{Draft, greeting};
use jiff::Span;
use jiff::civil::Date;
use serde_json::json;
use words::Said;
pub use words::names_bank_account;

/// What a person must know who reads of a bank account in a mail.
pub const STOLEN: &str = "Mails like this are how money is stolen. Please change nothing, pay nothing to another account and send no account number before you have rung somebody on a number that you knew before this mail.";

/// What the key of a question about such a mail begins with; the numbers that it is about follow, joined by `+`.
const QUESTION: &str = "invoices:reply:";

/// What follows the numbers where a person weighs a promise.
const PROMISE: &str = ":promise";

/// What the keys of questions begin with whose answer is that an invoice was paid.
pub fn overdue(number: &CaseId) -> String {
    format!("invoices:overdue:{number}")
}

/// Nothing is open on an invoice any more: nobody need be asked about it.
pub fn settled(number: &CaseId, by: &str) -> [Change; 2] {
    [overdue(number), format!("{QUESTION}{number}{PROMISE}")].map(|key_begins| Change::ReviewsClosed {
        key_begins,
        by: by.to_owned(),
        outcome: "it has been paid".to_owned(),
    })
}

/// Whether an invoice is left in peace: its payer has written, and a person has not answered yet, or the money is on its way.
pub fn rests(facts: &Facts, invoice: &Invoice, today: Date) -> bool {
    let asked = |number: &CaseId| {
        let number = number.to_string();
        let about =
            |key: &str| key.strip_prefix(QUESTION).is_some_and(|rest| rest.split(['+', ':']).any(|n| n == number));
        facts.reviews.iter().any(|review| about(&review.key))
    };
    invoice.quiet_until.is_some_and(|until| today < until) || invoice.number.as_ref().is_some_and(asked)
}

/// An answer to a letter of ours about money.
pub fn answer(arrival: &Arrival<'_>) -> Option<Decision> {
    let ours = [
        invoice::KIND.name,
        reminder::KIND.name,
        statement::KIND.name,
        credit_note::KIND.name,
        self_billing::KIND.name,
        time_sheet::KIND.name,
        account_reply::KIND.name,
    ];
    let letter = arrival.facts.answered.iter().find(|letter| ours.contains(&letter.letter.as_str()))?;
    let about = match &letter.case {
        Some(number) => arrival.facts.invoice(number).into_iter().collect(),
        None => of_statement(arrival.facts, letter),
    };
    considered(arrival, about, Some(letter))
}

/// A new mail of a payer that names an invoice of theirs.
pub fn remark(arrival: &Arrival<'_>) -> Option<Decision> {
    let sender = arrival.mail.sender()?;
    let named = arrival.mail.cases_named();
    let theirs =
        |invoice: &&Invoice| invoice.email == *sender && invoice.number.as_ref().is_some_and(|n| named.contains(n));
    let about: Vec<&Invoice> = arrival.facts.invoices.iter().filter(theirs).collect();
    if about.is_empty() { None } else { considered(arrival, about, None) }
}

/// What was open on the account that a statement is of: `statement:100002:2027-07`.
fn of_statement<'f>(facts: &'f Facts, letter: &SentLetter) -> Vec<&'f Invoice> {
    let account = letter.purpose.split(':').nth(1).unwrap_or_default();
    let open = |invoice: &&Invoice| {
        invoice.kind == Kind::Invoice && invoice.state == State::Issued && account_of(invoice) == account
    };
    facts.invoices.iter().filter(open).collect()
}

/// A mail about money, with what it is about.
struct Reply<'a> {
    arrival: &'a Arrival<'a>,
    about: Vec<&'a Invoice>,
    letter: Option<&'a SentLetter>,
    said: Said,
}

fn considered<'a>(
    arrival: &'a Arrival<'a>,
    about: Vec<&'a Invoice>,
    letter: Option<&'a SentLetter>,
) -> Option<Decision> {
    let mail = arrival.mail;
    mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let said = words::read(&mail.reply);
    // A file beside thanks may be anything.
    let has_files = mail.reading.attachments.iter().any(|file| !file.inline);
    let said = if said == Said::Thanks && has_files { Said::Other } else { said };
    Some(Reply { arrival, about, letter, said }.decide())
}

impl Reply<'_> {
    fn decide(&self) -> Decision {
        let mail = self.arrival.mail;
        let mut decision = Decision::new(MailKind::Account);
        decision.case = self.case();
        decision.facts = json!({ "documents": self.numbers(), "says": self.said.word() });
        let what = self.what();
        match self.letter {
            Some(letter) => decision.because(format!("It answers our letter “{}”.", letter.subject)),
            None => decision.because(format!("It names {what}, and comes from where that went.")),
        }
        if mail.denied() {
            decision.because(
                "Our own mail server says that the sender is forged: a person looks, and nothing else follows.",
            );
            let question = format!(
                "Careful: a mail about {what} seems to come from {}, but our own mail server says that the sender could not be confirmed. I have done nothing.{}",
                self.sender(),
                they_write(&mail.reply)
            );
            decision.put(self.question(question));
            return decision;
        }
        match self.said_of_side() {
            Said::Thanks => decision.because("It says thanks, and nothing else: nothing follows."),
            Said::Promised => {
                decision.because("It says that the payment is on its way: no reminder for a while.");
                self.quiet(&mut decision);
            }
            Said::Paid => {
                decision.because(
                    "It says that it has been paid: the bank will say so, and there is no reminder for a while.",
                );
                if self.is_payer() {
                    self.quiet(&mut decision);
                }
                decision.put(self.paid());
            }
            Said::Account => {
                decision.because("It speaks of a bank account: a person looks, and no account is changed by a mail.");
                decision.put(self.account());
            }
            Said::Other => {
                decision.because("What it wants is for a person to read; until that is done there is no reminder.");
                decision.put(self.other());
            }
        }
        self.acknowledge(&mut decision);
        decision
    }

    fn sender(&self) -> String {
        self.arrival.mail.sender().map(ToString::to_string).unwrap_or_default()
    }

    /// Whose invoice it is, and who writes: `Oakfield School (finance@oakfield.example)`.
    fn who(&self) -> String {
        let sender = self.sender();
        let had_it = self.letter.is_some_and(|letter| letter.to.as_str() == sender);
        match self.about.iter().find(|invoice| invoice.email.as_str() == sender).or(self.about.first()) {
            Some(invoice) if had_it || invoice.email.as_str() == sender => format!("{} ({sender})", invoice.school),
            Some(invoice) => format!("{sender}, which is not where letters about it go ({}),", invoice.email),
            None => sender,
        }
    }

    fn numbers(&self) -> Vec<String> {
        self.about.iter().filter_map(|invoice| invoice.number.as_ref()).map(ToString::to_string).collect()
    }

    fn case(&self) -> Option<CaseId> {
        let of_letter = || self.letter.and_then(|letter| letter.case.clone());
        self.about.first().and_then(|invoice| invoice.number.clone()).or_else(of_letter)
    }

    /// `invoice INV-2027-0001`, `the statement of account`.
    fn what(&self) -> String {
        let by_statement = self.letter.is_some_and(|letter| letter.letter == statement::KIND.name);
        match (self.about.as_slice(), by_statement) {
            (_, true) => "the statement of account".to_owned(),
            ([], false) => "what we sent".to_owned(),
            ([one], false) => format!("{} {}", one.kind.in_words(), one.name()),
            ([_, _, ..], false) => listed(&self.numbers()),
        }
    }

    fn is_sale(&self) -> bool {
        !self.about.is_empty() && self.about.iter().all(|invoice| invoice.kind == Kind::Invoice)
    }

    /// "It has been paid" of what we owe, or of a credit note, is something for a person.
    fn said_of_side(&self) -> Said {
        let of_payment = self.said == Said::Paid || self.said == Said::Promised;
        // One promise is believed, from where the letter went: the next, or a stranger's, is a person's to weigh.
        let again = self.about.iter().any(|invoice| invoice.quiet_until.is_some());
        let doubted = self.said == Said::Promised && (again || !self.is_payer());
        if (of_payment && !self.is_sale()) || doubted { Said::Other } else { self.said }
    }

    /// Whether it comes from where letters about it go.
    fn is_payer(&self) -> bool {
        let sender = self.arrival.mail.sender();
        let had_it = self.letter.is_some_and(|letter| sender == Some(&letter.to));
        had_it || self.about.iter().any(|invoice| sender == Some(&invoice.email))
    }

    fn quiet_until(&self) -> Date {
        let days = self.arrival.mail.config.billing.invoices.quiet_days;
        Zone::london().date(self.arrival.now).saturating_add(Span::new().days(i64::from(days)))
    }

    fn quiet(&self, decision: &mut Decision) {
        let until = self.quiet_until();
        for invoice in &self.about {
            decision.changes.push(Change::Money(MoneyChange::Quiet { invoice: invoice.id, until }));
        }
    }

    fn question(&self, question: String) -> Review {
        let promise = if self.said == Said::Promised { PROMISE } else { "" };
        let key = format!("{QUESTION}{}{promise}:{}", self.numbers().join("+"), self.arrival.mail.message);
        Decision::question(key, question, self.case().as_ref())
    }

    fn paid(&self) -> Review {
        let question = format!(
            "{} says that {} has been paid.{} I have noted no payment: the bank’s statement does that, or you, once it has come.{}",
            self.who(),
            self.what(),
            they_write(&self.arrival.mail.reply),
            if self.is_payer() {
                format!(" There is no reminder before {}.", date_in_words(self.quiet_until()))
            } else {
                String::new()
            }
        );
        match self.about.as_slice() {
            [Invoice { number: Some(one), .. }] => {
                let key = format!("{}:said:{}", overdue(one), self.arrival.mail.message);
                Decision::question(key, question, Some(one)).may("paid", format!("paid {one} …"))
            }
            _ => self.question(question),
        }
    }

    fn account(&self) -> Review {
        self.question(format!(
            "Careful: {} writes about a bank account, in answer to {}. {STOLEN}{}",
            self.who(),
            self.what(),
            they_write(&self.arrival.mail.reply)
        ))
    }

    fn other(&self) -> Review {
        let reply = &self.arrival.mail.reply;
        let rest = if self.is_sale() { " There is no reminder of it before you say “done”." } else { "" };
        let deployment = self.about.iter().flat_map(|invoice| &invoice.lines).find_map(|line| line.deployment.as_ref());
        if let (Order::Number(order), Some(deployment), true) = (read_order(reply), deployment, self.is_sale()) {
            let question = format!(
                "{} names an order number, {order}, for {}, which is issued and stays as it is. If they cannot pay without it, credit it and send it anew.{}{rest}",
                self.who(),
                self.what(),
                they_write(reply)
            );
            return self.question(question).may("number", format!("order number {deployment} {order}"));
        }
        self.question(format!(
            "{} writes about {}.{} Please answer {}.{rest}",
            self.who(),
            self.what(),
            they_write(reply),
            self.sender()
        ))
    }

    /// What becomes of it, in a line to whoever wrote.
    fn acknowledge(&self, decision: &mut Decision) {
        let mail = self.arrival.mail;
        let (Some(sender), said) = (mail.sender(), self.said_of_side()) else { return };
        let case = self.case();
        let often = case.as_ref().is_some_and(|case| self.arrival.repeats(&account_reply::KIND, case));
        if said == Said::Thanks || !mail.may_answer() || often {
            return;
        }
        let letter = AccountReply {
            name: greeting(mail.sender_name()),
            about: self.what(),
            paid: said == Said::Paid,
            promised: said == Said::Promised,
            until: if self.is_payer() { date_in_words(self.quiet_until()) } else { String::new() },
            account: said == Said::Account,
            rests: self.is_sale(),
        };
        let purpose = format!("account-reply:message:{}", mail.message);
        let mut draft = Draft::new(&letter, sender.clone(), mail.sender_name(), purpose).answering(mail.thread());
        if let Some(case) = &case {
            draft = draft.about(case);
        }
        decision.letters.push(draft);
    }
}
