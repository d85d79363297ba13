//! A school names its purchase order number, or says that it uses none, in answer to our letter that asks for it.
//!
//! Only such an answer is read so, and only from somebody who has to do with that deployment (invariant 6). What is not plainly
//! one number or a plain “none” is a coordinator's to read.

use super::Arrival;
use crate::decision::{Decision, MailKind, Review};
use crate::domain::CaseId;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::{Deployment, NO_ORDER_NUMBER};
use crate::incoming::quoted::they_write;
use crate::letters::money::order_number::KIND as LETTER;
use serde_json::json;

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Number(String),
    None,
    Unclear,
}

const LONGEST_NUMBER: usize = 40;

pub fn consider(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let deployment = asked(arrival)?;
    let number = &deployment.number;
    let mut decision = Decision::new(MailKind::OrderNumber);
    decision.case = Some(number.clone());
    decision.because(format!("It answers our letter that asks for the order number for {number}."));
    let said = read(&mail.reply);
    decision.facts = json!({ "deployment": number.to_string(), "order_number": match &said {
        Said::Number(order) => Some(order.as_str()),
        Said::None => Some(NO_ORDER_NUMBER),
        Said::Unclear => None,
    }});
    if mail.denied() {
        decision.because("Our own mail server says that the sender is forged: nothing is noted, a person looks.");
        let question = format!(
            "An answer about the order number for {number} ({}) seems to come from {sender}, but our own mail server says that the sender could not be confirmed. I have noted nothing. Please find out.",
            deployment.school.name
        );
        decision.put(question_of(arrival, number, question));
        return Some(decision);
    }
    if !is_party(arrival, deployment) {
        decision.because("It comes from an address that has no part in it: a person reads it.");
        let question = format!(
            "{sender} answers our letter that asks {} for its order number for {number}, which did not go there.{} Does it count?",
            deployment.school.name,
            they_write(&mail.reply)
        );
        decision.put(question_of(arrival, number, question));
        return Some(decision);
    }
    let (order, words) = match said {
        Said::Number(order) => (order.clone(), format!("The order number is {order}.")),
        Said::None => (NO_ORDER_NUMBER.to_owned(), "The school uses no order numbers.".to_owned()),
        Said::Unclear => {
            decision.because("What it says is not plainly one number, nor that there is none: a person reads it.");
            let question = format!(
                "{sender} has answered our letter that asks for the order number for {number} ({}), and I could not tell what it is.{} Which number is it?",
                deployment.school.name,
                they_write(&mail.reply)
            );
            decision.put(question_of(arrival, number, question));
            return Some(decision);
        }
    };
    decision.because(words);
    let mut school = deployment.school.clone();
    school.po_number = order;
    decision.changes.push(Change::Deployment(DeploymentChange::RequestSet {
        deployment: number.clone(),
        school: Box::new(school),
        request: Box::new(deployment.request.clone()),
    }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("order-number:{number}"),
        by: "clerk".to_owned(),
        outcome: "the school has named it".to_owned(),
    });
    Some(decision)
}

fn question_of(arrival: &Arrival<'_>, number: &CaseId, question: String) -> Review {
    Decision::question(format!("order-number:{number}:{}", arrival.mail.message), question, Some(number))
        .may("number", format!("order number {number} …"))
        .may("none", format!("order number {number} {NO_ORDER_NUMBER}"))
}

/// The deployment whose order number we asked for, by the letter that is answered; or by the token of one, where the sender
/// was asked within the last week.
fn asked<'a>(arrival: &Arrival<'a>) -> Option<&'a Deployment> {
    let sender = arrival.mail.sender()?;
    let is_ours = |letter: &&crate::domain::facts::SentLetter| letter.letter == LETTER.name;
    let answered = arrival.facts.answered.iter().filter(is_ours).filter_map(|letter| letter.case.as_ref());
    let asked = |case: &&CaseId| arrival.facts.recent.iter().filter(is_ours).any(|l| l.case.as_ref() == Some(*case));
    let proven = arrival.facts.proven.iter().filter(|(_, reader)| reader == sender).map(|(case, _)| case);
    let by_token = proven.filter(asked).filter(|_| read(&arrival.mail.reply) != Said::Unclear);
    answered.chain(by_token).find_map(|case| arrival.facts.deployment(case))
}

/// Whoever had the letter, or has a part in the deployment on the school's side.
fn is_party(arrival: &Arrival<'_>, deployment: &Deployment) -> bool {
    let Some(sender) = arrival.mail.sender() else { return false };
    let school = &deployment.school;
    let had = arrival.facts.answered.iter().any(|letter| {
        letter.letter == LETTER.name && letter.case.as_ref() == Some(&deployment.number) && letter.to == *sender
    });
    had || school.head_email == *sender || school.finance_email.as_ref() == Some(sender)
}

/// Words of a sentence that says that there is none, beside a word for it.
const NONE_ALONE: [&str; 8] =
    ["none", "n/a", "na", "not applicable", "none needed", "none required", "not needed", "not required"];
const DENIALS: [&str; 9] = [
    "do not use",
    "don't use",
    "do not have",
    "don't have",
    "no need for",
    "do not need",
    "don't need",
    "no purchase order",
    "no po",
];
const OF_ORDERS: [&str; 8] = [
    "po",
    "pos",
    "po's",
    "order number",
    "order numbers",
    "purchase order",
    "purchase orders",
    "purchase order numbers",
];
/// What is not settled yet.
const OPEN: [&str; 10] =
    ["will", "shall", "soon", "later", "yet", "waiting", "pending", "raise", "raised", "cancelled"];

/// Reads an answer: the lines up to a greeting's end count, and each must say nothing else.
pub(super) fn read(reply: &str) -> Said {
    let text = reply.replace('’', "'");
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|w| !w.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    let holds = |part: &str| spaced.contains(&format!(" {part} "));
    if lower.contains('?') || OPEN.iter().any(|word| holds(word)) {
        return Said::Unclear;
    }
    let mut numbers: Vec<String> = text.lines().flat_map(of_line).collect();
    numbers.dedup_by(|one, other| bare(one) == bare(other));
    let denied = DENIALS.iter().any(|denial| holds(denial)) && OF_ORDERS.iter().any(|word| holds(word));
    let alone = text.lines().any(|line| {
        let line = line.trim().trim_end_matches(['.', '!', ',']).to_lowercase();
        NONE_ALONE.contains(&line.as_str())
    });
    let otherwise = ["not", "any more", "anymore", "instead", "first", "second", "old", "previous", "changed"];
    let several = text.lines().any(two_alike) || otherwise.iter().any(|word| holds(word));
    match (numbers.as_slice(), denied || alone) {
        ([_], false) if several => Said::Unclear,
        ([one], false) => Said::Number(one.clone()),
        ([], true) => Said::None,
        ([], false) | ([_, ..], _) => Said::Unclear,
    }
}

/// “PO 88123 for the first day and 88124 for the second”: two words of a line that could each be the number.
fn two_alike(line: &str) -> bool {
    let mut found: Vec<String> = line.split_whitespace().filter_map(number).map(|given| bare(&given)).collect();
    found.sort();
    found.dedup();
    found
        .iter()
        .enumerate()
        .any(|(at, one)| found.iter().skip(at + 1).any(|other| one.len().abs_diff(other.len()) <= 1))
}

/// A number without what people write before it, to tell whether two are the same.
fn bare(number: &str) -> String {
    let plain: String = number.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    plain.strip_prefix("PO").map_or(plain.clone(), str::to_owned)
}

/// Order numbers that a line names: after a word for one, or as all that the line says.
fn of_line(line: &str) -> Vec<String> {
    let tokens: Vec<&str> = line.split_whitespace().collect();
    let plain = |token: &str| token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if let [only] = tokens.as_slice() {
        return number(only).into_iter().collect();
    }
    let mut found = vec![];
    let mut after = false;
    let mut at_po = false;
    for token in &tokens {
        let word = plain(token);
        if let Some(given) = number(token) {
            let begins =
                bare(&given) != given.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            if after || begins {
                // “PO 4711” is written so in one go; “Our PO number is 4711” names the number alone.
                found.push(if at_po { format!("PO {given}") } else { given });
            }
            (after, at_po) = (false, false);
            continue;
        }
        at_po = word == "po";
        after = match word.as_str() {
            "po" | "order" | "p.o" => true,
            "number" | "no" | "num" | "ref" | "reference" | "is" | "the" | "our" | "" | "your" | "for" | "this" => {
                after
            }
            _ => false,
        };
    }
    found
}

/// A word that may be an order number: a digit in it, and nothing that an order number has not.
fn number(token: &str) -> Option<String> {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let token = token.strip_prefix("PO:").or_else(|| token.strip_prefix("PO#")).unwrap_or(token);
    let fits = token.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '#'));
    let has_digit = token.chars().any(|c| c.is_ascii_digit());
    (fits && has_digit && token.len() <= LONGEST_NUMBER && !is_ours(token)).then(|| token.to_owned())
}

/// Numbers of ours are none of theirs.
fn is_ours(token: &str) -> bool {
    CaseId::parse(token).is_ok_and(|case| case.prefix() == crate::domain::deployment::PREFIX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_schools_write_them() {
        let number = |text: &str| Said::Number(text.to_owned());
        for (reply, said) in [
            ("PO 4711", number("PO 4711")),
            ("po4711", number("po4711")),
            ("4711/B", number("4711/B")),
            ("Our PO number is 4711/B.", number("4711/B")),
            (
                "Dear all,\n\nthe purchase order number for this is OAK-2027-33.\n\nKind regards\nJo",
                number("OAK-2027-33"),
            ),
            ("Hi\n\nPlease use PO: 300124\n\nThanks", number("PO 300124")),
            ("Order no. 88/1", number("88/1")),
            ("PO 4711\n\nPO4711 is the number.", number("PO 4711")),
            ("None", Said::None),
            ("none.\n\nJo Marsh\nOakfield School, 12 Mill Lane", Said::None),
            ("We don’t use order numbers, thank you.", Said::None),
            ("No PO needed for this.", Said::None),
            ("We do not use purchase orders", Said::None),
            ("I will send it next week", Said::Unclear),
            ("What do you need it for?", Said::Unclear),
            ("Not PO 4711 any more, it's 4712", Said::Unclear),
            ("PO 88123 for the first day and 88124 for the second", Said::Unclear),
            ("PO 4711 for the maths, PO 4712 for the rest", Said::Unclear),
            ("Thank you, passed on to our finance office.", Said::Unclear),
            ("See you on 12 May", Said::Unclear),
            ("It is about DEP-2027-0003", Said::Unclear),
            ("We do not have the PO yet", Said::Unclear),
            ("Our PO 4711 has been cancelled", Said::Unclear),
            ("", Said::Unclear),
        ] {
            assert_eq!(read(reply), said, "{reply}");
        }
    }
}
