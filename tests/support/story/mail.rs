//! A mail as a story writes it.

use super::received::unescape;
use super::shipped::OUR_SERVER;
use super::{Line, Story, moment};
use crate::support::letters::Letter;
use crate::support::mails::{self, Mail};
use crate::support::office::instant;
use crate::support::{deployments, panel, programmes, referees, register};

impl Story {
    pub(super) fn mail(&mut self, line: &Line<'_>, rest: &str) {
        let rest = rest.strip_prefix("from ").expect("mail from …");
        let (from, when) = match rest.rsplit_once(" at ") {
            Some((from, when)) => (from, instant(moment(when, self.today))),
            None => (rest, self.office.app.clock.now()),
        };
        let address = from.rsplit_once('<').map_or(from, |(_, a)| a.trim_end_matches('>'));
        let name = from.rsplit_once('<').map_or("", |(n, _)| n.trim());
        let mut mail = Mail { from: from.to_owned(), subject: "My application".to_owned(), ..Mail::default() };
        let mut raw = None;
        let mut calendar = None;
        let mut between: Vec<(&str, &str)> = vec![];
        for (number, under) in &line.under {
            let (word, value) = under.split_once(' ').unwrap_or((under, ""));
            match word {
                "subject" => mail.subject = value.to_owned(),
                "header" => mail.headers.push(value.to_owned()),
                "|" => mail.body.push_str(&format!("{value}\n")),
                "form" => {
                    let bytes = self.form(name, address, value);
                    mail.attachments.push(("application.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "blank" => {
                    let bytes = mails::filled_form(&self.office.app.config, "sle", &Default::default());
                    mail.attachments.push(("sle-application.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "attach" => {
                    let (file, content) = value.split_once(" = ").expect("attach NAME = content");
                    let kind = "application/octet-stream".to_owned();
                    mail.attachments.push((file.to_owned(), kind, unescape(content)));
                }
                "reference" | "whole" => {
                    let config = &self.office.app.config;
                    let bytes = if let Some(other) = value.strip_prefix("of ") {
                        programmes::short_form(config, other)
                    } else if word == "whole" {
                        referees::whole_form(config, value)
                    } else {
                        referees::short_form(config, value)
                    };
                    mail.attachments.push(("reference.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "portrait" => {
                    let bytes = register::portrait_form(&self.office.app.config, value);
                    mail.attachments.push(("pen-portrait.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "visit" => {
                    let said = value.strip_prefix("form ").expect("visit form field = …");
                    let bytes = deployments::visit_form(&self.office.app.config, said);
                    mail.attachments.push(("visit.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "evaluation" => {
                    let said = value.strip_prefix("form ").expect("evaluation form field = …");
                    let bytes = deployments::evaluation_form(&self.office.app.config, said);
                    mail.attachments.push(("evaluation.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "commission" => {
                    let bytes = deployments::commission_form(&self.office.app.config, value);
                    mail.attachments.push(("commission.docx".to_owned(), mails::DOCX.to_owned(), bytes));
                }
                "answers" => {
                    let (label, answer) = value.split_once(" = ").expect("answers LABEL = words");
                    between.push((label, answer));
                }
                "again" => raw = Some(self.last_mail.clone()),
                "authenticated" => {
                    let domain = address.rsplit_once('@').unwrap().1;
                    mail.headers.push(format!(
                        "Authentication-Results: {OUR_SERVER}; dmarc=pass (p=quarantine) header.from={domain}"
                    ));
                }
                // A forged sender: our own server says so.
                "denied" => {
                    let domain = address.rsplit_once('@').unwrap().1;
                    mail.headers.push(format!(
                        "Authentication-Results: {OUR_SERVER}; spf=fail smtp.mailfrom={domain}; dmarc=fail (p=none) header.from={domain}"
                    ));
                }
                "code" => {
                    let letters = self.office.letters();
                    let latest = letters.iter().rev().filter(|l| l.to == address).find_map(|l| code_in(&l.text));
                    mail.body.push_str(&format!("{}{}\n", value, latest.expect("a code")));
                }
                "reply" => {
                    let letters = self.office.letters();
                    let (value, case) = value.split_once(" about ").unwrap_or((value, ""));
                    let to = |l: &&Letter| match value.split_once(" to ") {
                        _ if !l.subject.contains(case) && !l.text.contains(case) => false,
                        Some((kind, to)) => l.kind == kind && l.to == to,
                        None => l.to == address && (value.is_empty() || l.kind == value),
                    };
                    let letter = letters.iter().rev().find(to).expect("a letter to reply to");
                    let id = letter.header("Message-ID").to_owned();
                    mail.headers.push(format!("In-Reply-To: {id}"));
                    mail.headers.push(format!("References: {id}"));
                    mail.subject = format!("Re: {}", letter.subject);
                }
                "quoting" => {
                    let letters = self.office.letters();
                    let letter = letters.iter().rev().find(|l| l.to == address).expect("a letter to quote");
                    let mark = if value == "bare" { "" } else { "> " };
                    mail.body.push_str(&letter.text.lines().map(|l| format!("{mark}{l}\n")).collect::<String>());
                }
                "calendar" => calendar = Some(panel::calendar_answer(value, name, address, &self.office.letters())),
                "sheet" => mail.attachments.push(panel::sheet(value)),
                _ => panic!("{}.story:{number}: no such word: {word}", self.name),
            }
        }
        if let Some(calendar) = calendar {
            panel::with_calendar(&mut mail, &calendar);
        }
        if !between.is_empty() {
            let letters = self.office.letters();
            let letter = letters.iter().rev().find(|l| l.to == address).expect("a letter to answer");
            mail.body = referees::between_the_lines(letter, &between);
        }
        if mail.body.is_empty() && !mail.attachments.is_empty() {
            mail.body = "Please find my application attached.\n".to_owned();
        }
        match raw {
            Some(raw) => self.office.receive_raw(&raw, when),
            None => {
                let kept = mail.clone();
                let id = self.office.receive(mail, when);
                self.last_mail = Mail { message_id: id, to: crate::support::office::CLERK.to_owned(), ..kept }.bytes();
            }
        }
    }

    fn form(&self, name: &str, address: &str, how: &str) -> Vec<u8> {
        let (programme, how) = match how.strip_prefix("of ") {
            Some(rest) => rest.split_once(' ').unwrap_or((rest, "")),
            None => ("sle", how),
        };
        let mut answers = programmes::complete_answers(programme, name, address);
        if let Some(list) = how.strip_prefix("without ") {
            for id in list.split(',') {
                assert!(answers.remove(id.trim()).is_some(), "no such field: {id}");
            }
        } else if let Some(list) = how.strip_prefix("with ") {
            for pair in list.split(';') {
                let (id, value) = pair.split_once('=').expect("field = value");
                answers.insert(id.trim().to_owned(), value.trim().replace('⏎', "\r\n"));
            }
        } else if let Some((id, count)) = how.strip_prefix("long ").and_then(|l| l.split_once('=')) {
            answers.insert(id.trim().to_owned(), mails::words(count.trim().parse().unwrap()));
        }
        mails::filled_form(&self.office.app.config, programme, &answers)
    }
}

/// The one-time code that a letter gives.
fn code_in(text: &str) -> Option<String> {
    let after =
        text.split("code ").find(|rest| rest.len() >= 6 && rest.as_bytes()[..6].iter().all(u8::is_ascii_digit))?;
    Some(after[..6].to_owned())
}
