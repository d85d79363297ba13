//! What somebody says of an invoice. Only what plainly says one thing is taken for it; everything else is a person's to read.

use crate::incoming::visits::spaced;

/// What a reply to a letter about money says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It has come, or all is right: nothing follows.
    Thanks,
    /// It has been paid.
    Paid,
    /// It is on its way.
    Promised,
    /// A bank account, ours or theirs.
    Account,
    Other,
}

impl Said {
    pub fn word(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::Paid => "paid",
            Self::Promised => "on its way",
            Self::Account => "bank account",
            Self::Other => "other",
        }
    }
}

const ACCOUNTS: &str = "bank details, bank account, bank accounts, account details, account number, account no, account name, \
    acc no, a c no, sort code, sortcode, s c, iban, new account, different account, wrong account, \
    account has changed, changed banks, changed bank, moved banks, new bank, bacs details, payment details, \
    banking details, details have changed, bank has changed, bank have changed, banking, which account, \
    account you have, account ending, the wrong one, trust's account, school's account, two accounts";

const PAID: &str = "has been paid, have been paid, was paid, were paid, been paid, is paid, already paid, we paid, i paid, \
    we've paid, we have paid, i have paid, i've paid, paid on, paid this, paid by bacs, payment made, \
    payment was made, payment has been made, payment sent, payment went, went through, gone through, \
    went out on, has been settled, was settled, bacs'd, was transferred, left our account, cleared our account, \
    settled, remittance, cleared in, was cleared, was debited, posted to you, gone over to you, money left, \
    been sent by bacs";

const PROMISED: &str = "will be paid, to be paid, will pay, we'll pay, i'll pay, shall pay, will be made, will be processed, \
    being processed, is being paid, getting paid, should be paid, pay run, payment run, bacs run, next run, \
    cheque run, will go out, going out, goes out, will go through, is going through, on its way, scheduled, \
    approved for payment, authorised for payment, passed for payment, processed for payment, in the system, \
    with our finance, with the finance, passed to finance, passed this to, passed it to, passed this on to, \
    passed it on to, passed on to, forwarded to, forwarded this to, forwarded it to, sent to finance, \
    sent it to finance, awaiting sign off, awaiting authorisation, awaiting approval, \
    waiting for a second signature, will settle, will sort, i'll sort, ill pay, go out on, it'll go out, \
    will be settled, to be settled, be with you, next week's run, approved on our system";

const TO_COME: &str = "will, to be, should be, i'll, we'll, it'll, going";

/// Beside these no sentence says one thing only.
const DOUBTS: &str = "when the, once, after the, when it, not, but, however, although, except, apart from, only, never, no, nothing, nobody, wrong, incorrect, \
    mistake, error, query, queries, question, questions, dispute, disputed, disagree, credit, refund, twice, \
    duplicate, duplicated, double, instead, until, unless, once you, once we have, once i have, once the, \
    when you, if, whether, subject to, as soon as you, part, partly, half, balance, remainder, remaining, rest, \
    less, minus, deducted, please send, please can, please could, can you, could you, would you, can we, \
    could we, need, needs, require, copy, breakdown, receipt, order number, purchase order, po, dates, \
    cancelled, cancel, moved, new address, address, academised, closed, someone else, another school, \
    future invoices, in future, why, what, who, which, where, how, wonder, wondering, sorry to, problem, issue, \
    unsure, has left, have left, is leaving";

/// Words of which thanks, and "that is right", are made.
const THANKING: &str = "thanks, thank, you, many, very, much, ta, cheers, received, receipt, with, got, it, this, that, that's, \
    the, invoice, statement, credit, note, reminder, safely, noted, acknowledged, for, your, email, mail, \
    letter, sending, all, good, fine, is, are, looks, right, correct, agreed, agree, we, i, have, and, ok, \
    okay, perfect, great, lovely, kind, best, warm, regards, wishes, dear, hi, hello, a, lot, our, records, \
    happy, confirm, brilliant, appreciated, letting, us, know, nudge, sorting, so, quickly, prompt, reply, me, \
    yes, easter, half, term, christmas, weekend, nice";

/// Fewer words than a sentence that says something else would have.
const LONGEST_NAME: usize = 4;

fn holds(text: &str, table: &str) -> bool {
    table.split(", ").any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// What a reply says.
pub fn read(reply: &str) -> Said {
    let text = spaced(reply);
    if names_bank_account(reply) {
        return Said::Account;
    }
    if is_thanks(reply) {
        return Said::Thanks;
    }
    if reply.contains('?') || holds(&text, DOUBTS) {
        return Said::Other;
    }
    match (holds(&text, PAID), holds(&text, PROMISED)) {
        (true, false) => Said::Paid,
        // "It was cleared in our payment run of 3 March."
        (true, true) if !holds(&text, TO_COME) => Said::Paid,
        (false | true, true) => Said::Promised,
        (false, false) => Said::Other,
    }
}

/// Whether the words are about a bank account, ours or theirs.
pub fn names_bank_account(text: &str) -> bool {
    holds(&spaced(text), ACCOUNTS) || names_an_account(text)
}

/// `20-00-00`, or eight digits in a row beside six.
fn names_an_account(reply: &str) -> bool {
    reply.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() == 3 && parts.iter().all(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit()))
    })
}

/// Lines of known words; a name may end them.
fn is_thanks(reply: &str) -> bool {
    let lines: Vec<String> = reply.lines().map(spaced).filter(|line| !line.trim().is_empty()).collect();
    let known = |line: &String| line.split_whitespace().all(|word| THANKING.split(", ").any(|thanks| thanks == word));
    let said = lines.iter().take_while(|line| known(line)).count();
    let names = lines.get(said..).unwrap_or_default();
    said > 0
        && !reply.contains('?')
        && names.len() <= 3
        && names.iter().all(|line| line.split_whitespace().count() <= LONGEST_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written by somebody who had not seen the reader: kind, letter, words, and which second thing they say.
    const REPLIES: &str = include_str!("../../../tests/account/replies.tsv");

    #[test]
    fn nothing_that_a_person_must_read_is_taken_for_less() {
        let mut told = 0;
        let mut wrong = vec![];
        let mut asked = vec![];
        for row in REPLIES.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let (kind, words) = (columns[0], columns[2].replace("\\n", "\n"));
            let said = read(&words);
            let expected = match kind {
                "thanks" | "agree" => Said::Thanks,
                "paid" => Said::Paid,
                "promise" => Said::Promised,
                _ if kind == "bank" || columns.get(3).is_some_and(|also| also.contains("bank")) => Said::Account,
                _ => Said::Other,
            };
            if kind == "auto" {
                continue;
            }
            told += 1;
            if said == expected {
                continue;
            }
            match said {
                Said::Other => asked.push(format!("{kind}: {words:?}")),
                Said::Thanks | Said::Paid | Said::Promised | Said::Account => {
                    wrong.push(format!("{kind}, read as {said:?}: {words:?}"))
                }
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        // What is left to a person costs a minute; when they were first read it was 36 of them.
        assert!(asked.len() * 4 < told, "{} of {told} asked needlessly:\n{}", asked.len(), asked.join("\n"));
    }
}
