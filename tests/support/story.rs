//! Stories: scripts in the words of the office. A file in `tests/scenarios/` is a test.
//!
//! ```text
//! policy no references            (also: no reminders; in-form references; second referee; KEY = VALUE of the programme;
//!                                  without `termly = true` nobody is asked for meetings that are missing)
//! clock 19 March 2027 17:40
//! do open sle spring-2027 from 1 March 2027 to 19 March 2027
//!    says closes at 6pm
//! refuse close sle summer-2027
//! do code CODE                   (the one-time code that was given last)
//! held outcome-designated SLE-2027-0001   (a letter that waits in the outbox; takes says, not, attached)
//! register Priya Nair, Mathematics        (an entry that has not ended; `unregister`: there is none)
//! mail from Priya Nair <p.nair@hazelbank.example> at 18:00:00
//!    subject My application
//!    header Auto-Submitted: auto-replied
//!    form                       (a complete form in the sender's name)
//!    form without question_4, years
//!    form with name = Tom Reed; email = t.reed@oakfield.example
//!    form long question_2 = 342
//!    form of lle with years = 2  (that of another programme; `with`, `without` and `long` as above)
//!    attach empty.docx = text
//!    again                      (the bytes of the mail before)
//!    | a line of the body
//!    calendar accept            (as Outlook does, or `by google`, `by apple`, `times 10000`; decline, tentative, counter 15 April 2027 10:00; then, where it
//!                                matters, `sequence 0`, `as other@x.example`, `case SLE-2027-0002`)
//!    sheet scores.xlsx = Item, Impact, Reviewer / SLE-2027-0001, Green, Jo Hart
//!    reference supports = No        (the short form for referees, completed; fields after it change its answers)
//!    reference of lle chair-of-governors supports = No    (that of another programme)
//!    whole name = …; email = …      (somebody's application form with the head's section completed)
//!    answers Do you support = Yes   (typed beneath that question of the last letter to the sender)
//!    denied                     (our own server says that the sender is forged)
//!    visit form dates = 4 May 2027; length = Half day      (the record of a visit; `evaluation form` likewise)
//!    portrait words = …; consent = Yes; role = …    (the short form for the booklet)
//!    commission school = …; need = …           (the form by which a school asks for support)
//!    reply reference-request to head@hazelbank.example about SLE-2027-0003
//! person Priya Nair <p.nair@hazelbank.example>, Hazelbank Primary School, Mathematics; Assessment, 1 September 2024
//! national 100001 Hazelbank Primary School, Primary, Harbour, 430000/290000 / 100002 …     (the national register, whole;
//!                                  the place, in metres east and north, may be left out)
//! entry REG-2024-0001 moved | Oakfield School        (what the register says of somebody; see tests/support/register.rs)
//! school Hazelbank Primary School, Owen Brooks, head@hazelbank.example      (known to the alliance)
//! designated Priya Nair <p.nair@hazelbank.example>, Mathematics, Hazelbank Primary School   (an entry of the register)
//! designated of lead-practitioner Priya Nair <p.nair@hazelbank.example>, Literacy, Hazelbank Primary School
//! status p.nair@hazelbank.example paused  (of that entry, from today on)
//! trained p.nair@hazelbank.example core
//! answer MTG-2026-0001 p.nair@hazelbank.example accepted: with her words   (or `unanswered`, `uninvited`)
//! attended MTG-2026-0001 Amy Cole, Tom Reed; absent Priya Nair     (as recorded; `nobody`; or `unknown`)
//! trained-in core Amy Cole, Tom Reed      (whose entries say so, by name)
//! why MTG-2026-0001                       (what its story tells; takes says)
//! reference SLE-2027-0001 counts She has led      (what was filed, and the beginning of its statement; or `none`)
//! returned failed to head@hazelbank.example
//! project PRJ-2027-0001 agreed final 2028-03-10     (its state, and parts of its line in the record)
//! deployment DEP-2027-0001 active; Oakfield School     (part of its line in the record; see tests/support/deployments.rs)
//! visit DEP-2027-0001 2027-05-06 1 day p.nair@hazelbank.example logged      (the beginning of a line of its visits)
//! evaluation DEP-2027-0001 end came useful=Useful      (the beginning of a line of its evaluations)
//! no visit DEP-2027-0001 2027-05-06         (no line of its visits begins so)
//! billing seller                 (billing.toml: address, number, account; or `billing OLD => NEW`)
//! visited DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day      (worked and confirmed; `half a day`; `logged`: not confirmed)
//! books                          (documents, days and funds, a line each; takes says, not)
//! file bank.csv                  (into the clerk's folder; its lines follow, each after a `|`)
//! clerk import bank bank.csv     (typed in that folder, at the story's time; takes says, not; the end of each story proves that
//!                                  the books add up)
//! clerk exits 1 ledger           (the same, with the exit code that it must have)
//! tamper UPDATE payment …        (a row is changed behind the clerk's back; the books are not proved at the end)
//! pass
//! foretold 60 days               (what `upcoming` says comes true while the days go by; its letters are asked for by it)
//! letter acknowledgement to p.nair@hazelbank.example
//!    says 18:00:00
//!    not question
//!    without Bcc                (no such header, nor a line of one)
//!    plain <script              (not in its HTML)
//!    attached sle-application.docx
//!    bytes minutes.pdf = content      (exactly; as in `attach`)
//!    paper Dear Priya Nair,       (on the PDF that is enclosed)
//!    snapshot
//!    calendar SEQUENCE:1         (a line of its calendar entry)
//!    pdf review-pack.pdf says 342 words      (or `not`; `sheet` for workbooks)
//! interview SLE-2027-0001 accepted        (what the record says of the answer; or `unanswered`)
//! case SLE-2027-0001 complete on time
//! case SLE-2027-0001 incomplete on time missing Question 4: Beyond your own team
//! waits could not place
//! waits for nothing
//! quiet                          (no letter to anybody but the coordinators, who are told what waits)
//! silence                        (no letter since the last one asked for; digests are asked for with `no digest`)
//! no digest
//! ```
//!
//! A story may begin with lines that change the configuration:
//!
//! ```text
//! config digest = "daily" => digest = "weekly"
//! config +                       (added at the end of clerk.toml)
//!    | [[coordinator]]
//! ```
//!
//! A coordinator's mail says whom it answers and who vouches for it: `reply digest` or `reply coordinator-note` (the
//! latest such letter), `authenticated` (our own server's word), `quoting` (the letter beneath, marked as quoted),
//! `quoting bare` (without marks). `code` stands for the latest one-time code in a letter to the sender.
//!
//! Whatever a story does not ask for, it must not get: each ends by proving that no letter and no question is left over.

use super::deployments;
use super::foretold;
use super::letters::{self, Letter};
use super::mails::{self, Mail};
use super::meetings;
use super::money;
use super::office::{Office, instant};
use super::panel;
use super::programmes;
use super::referees;
use super::register;
use alliance_clerk::domain::application::State;
use alliance_clerk::domain::civil;
use jiff::civil::{Date, DateTime, Time};

/// What coordinators are told of their own accord; a story asks for it where it matters.
const OFFICE: [&str; 3] = ["coordinator-note", "digest", "closing-summary"];

struct Line<'a> {
    number: usize,
    text: &'a str,
    under: Vec<(usize, &'a str)>,
}

fn lines(script: &str) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = vec![];
    for (i, raw) in script.lines().enumerate() {
        let text = raw.trim_end();
        if text.trim().is_empty() || text.trim_start().starts_with('#') {
            continue;
        }
        if text.starts_with(' ') {
            out.last_mut().expect("an indented line belongs to one above it").under.push((i + 1, text.trim_start()));
        } else {
            out.push(Line { number: i + 1, text, under: vec![] });
        }
    }
    out
}

/// `19 March 2027 18:00:01`, `18:00:01` on the story's day.
fn moment(text: &str, today: Date) -> DateTime {
    let (date, time) = match text.trim().rsplit_once(' ') {
        Some((date, time)) => (civil::read_date(date).unwrap_or_else(|| panic!("no date: {text}")), time),
        None => (today, text.trim()),
    };
    let parts: Vec<i8> = time.split(':').map(|p| p.parse().unwrap_or_else(|_| panic!("no time: {text}"))).collect();
    let time = Time::new(parts[0], parts[1], parts.get(2).copied().unwrap_or(0), 0).unwrap();
    date.to_datetime(time)
}

pub struct Story {
    name: String,
    office: Office,
    today: Date,
    asked_waiting: Vec<String>,
    last_mail: Vec<u8>,
    snapshots: u32,
    /// The one-time code that was given last.
    code: String,
    /// Whether rows were changed behind the clerk's back.
    tampered: bool,
}

impl Story {
    /// Plays a script. Panics with the line that did not come true.
    pub async fn play(name: &str, script: &str) {
        let lines = lines(script);
        let config: Vec<&Line<'_>> = lines.iter().filter(|line| line.text.starts_with("config ")).collect();
        let policies: Vec<&str> = script.lines().filter_map(|line| line.strip_prefix("policy ")).collect();
        let billing: Vec<&str> = script.lines().filter_map(|line| line.strip_prefix("billing ")).collect();
        let office = Office::with(|root| {
            configure(root, &config);
            billing.iter().for_each(|said| money::billing(root, said));
            // Asked for where a story is about it: every other one would have to say that no meeting is set.
            set_policy(root, "termly = false");
            policies.iter().for_each(|policy| set_policy(root, policy));
        })
        .await;
        let today = Date::new(2027, 1, 4).unwrap();
        let mut story = Self {
            name: name.to_owned(),
            office,
            today,
            asked_waiting: vec![],
            last_mail: vec![],
            snapshots: 0,
            code: String::new(),
            tampered: false,
        };
        for line in &lines {
            story.line(line).await;
        }
        story.nothing_left().await;
    }

    async fn line(&mut self, line: &Line<'_>) {
        let at = format!("{}.story:{}", self.name, line.number);
        let (word, rest) = line.text.split_once(' ').unwrap_or((line.text, ""));
        match word {
            // Set before the office opened.
            "policy" => {}
            "clock" => {
                let moment = moment(rest, self.today);
                self.today = moment.date();
                self.office.at(moment);
            }
            "do" => {
                let rest = &rest.replace("CODE", &self.code);
                let said = self.office.command(rest).await.unwrap_or_else(|e| panic!("{at}: refused: {e}"));
                if let Some((_, code)) = said.split_once("[code ") {
                    self.code = code.trim_end_matches(']').to_owned();
                }
                self.says(line, &said);
            }
            "refuse" => {
                let rest = &rest.replace("CODE", &self.code);
                let said = self.office.command(rest).await.err().unwrap_or_else(|| panic!("{at}: was not refused"));
                self.says(line, &said);
            }
            "config" | "billing" => {}
            "file" => {
                let lines: Vec<&str> =
                    line.under.iter().map(|(_, under)| under.trim_start_matches('|').trim_start()).collect();
                std::fs::write(self.office.folder.path().join(rest), format!("{}\n", lines.join("\n"))).unwrap();
            }
            "clerk" => {
                let (wanted, typed) = match rest.strip_prefix("exits ").and_then(|rest| rest.split_once(' ')) {
                    Some((code, typed)) => (code.parse().expect("an exit code"), typed),
                    None => (0, rest),
                };
                let (code, said) = money::typed(&self.office, typed);
                assert_eq!(code, wanted, "{at}: {said}");
                self.says(line, &said);
            }
            "tamper" => {
                self.tampered = true;
                money::tamper(&self.office, rest).await;
            }
            "evaluation" => {
                let (number, wanted) = rest.split_once(' ').expect("evaluation NUMBER line");
                let shown = deployments::evaluations(&self.office, number).await;
                assert!(shown.iter().any(|line| line.starts_with(wanted)), "{at}: {shown:#?}");
            }
            "no" if rest.starts_with("visit ") => {
                let (number, wanted) = rest["visit ".len()..].split_once(' ').expect("no visit NUMBER line");
                let shown = deployments::visits(&self.office, number).await;
                assert!(!shown.iter().any(|line| line.starts_with(wanted)), "{at}: {shown:#?}");
            }
            "visit" => {
                let (number, wanted) = rest.split_once(' ').expect("visit NUMBER line");
                let shown = deployments::visits(&self.office, number).await;
                assert!(shown.iter().any(|line| line.starts_with(wanted)), "{at}: {shown:#?}");
            }
            "visited" => money::visited(&self.office, rest).await,
            "books" => {
                let books = money::books(&self.office).await;
                self.says(line, &books);
            }
            "no" => {
                assert_eq!(rest, "digest", "{at}");
                let left: Vec<Letter> = self.unasked().into_iter().filter(|l| l.kind == "digest").collect();
                assert!(left.is_empty(), "{at}: a digest that nobody expected:\n{}", describe(&left));
            }
            "held" => self.held(line, rest).await,
            "register" | "unregister" => {
                let register = self.office.app.store.list_register().await.unwrap();
                let entries: Vec<String> = register
                    .iter()
                    .filter(|entry| entry.ended_on.is_none())
                    .map(|entry| format!("{}, {}, {}, {}", entry.name, entry.specialism, entry.school, entry.since))
                    .collect();
                assert_eq!(entries.iter().any(|e| e.contains(rest)), word == "register", "{at}: {entries:#?}");
            }
            "person" => register::person(&self.office, rest).await,
            "national" => register::national(&self.office, rest).await,
            "entry" => {
                let (number, wanted) = rest.split_once(' ').expect("entry NUMBER words");
                let said = register::entry(&self.office, number).await;
                assert!(said.contains(wanted), "{at}: the register says: {said}");
            }
            "school" => {
                let [name, head, email] = rest.split(", ").collect::<Vec<_>>()[..] else { panic!("{at}: {rest}") };
                self.office.school(name, head, email).await;
            }
            "designated" => meetings::designated(&self.office, rest, self.today).await,
            "status" => meetings::status(&self.office, rest, self.today).await,
            "trained" => meetings::trained(&self.office, rest, self.today).await,
            "answer" => {
                let [number, address, wanted] = rest.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{at}") };
                assert_eq!(meetings::answer(&self.office, number, address).await, wanted, "{at}");
            }
            "trained-in" => {
                let (module, wanted) = rest.split_once(' ').expect("trained-in MODULE who");
                assert_eq!(meetings::trained_in(&self.office, module).await, wanted, "{at}");
            }
            "attended" => {
                let (number, wanted) = rest.split_once(' ').expect("attended NUMBER who");
                assert_eq!(meetings::attended(&self.office, number).await, wanted, "{at}");
            }
            "why" => {
                let story = meetings::story_of(&self.office, rest).await;
                self.says(line, &story);
            }
            "reference" => {
                let (case, said) = rest.split_once(' ').expect("reference CASE standing words");
                let (applications, _) = self.office.app.store.list_applications().await.unwrap();
                let found = applications.iter().find(|a| a.case.to_string() == case).expect("a case");
                let shown: Vec<String> =
                    found.references.iter().map(|r| format!("{} {}", r.standing.word(), r.statement)).collect();
                let wanted = shown.iter().any(|s| s.starts_with(said));
                assert!(if said == "none" { shown.is_empty() } else { wanted }, "{at}: {shown:#?}");
            }
            "project" => {
                let (number, wanted) = rest.split_once(' ').expect("project NUMBER state …");
                let projects = self.office.app.store.list_projects().await.unwrap();
                let found = projects.iter().find(|p| p.number.to_string() == number).expect("a project");
                let steps: String = found
                    .steps
                    .iter()
                    .map(|s| format!("; {} {}{}", s.id, s.due, if s.report.is_some() { " here" } else { "" }))
                    .collect();
                let shown = format!("{} {}{steps}", found.state().word(), found.bursary);
                assert!(wanted.split(' ').all(|part| shown.contains(part)), "{at}: {shown}");
            }
            "deployment" => {
                let (number, wanted) = rest.split_once(' ').expect("deployment NUMBER parts");
                let shown = deployments::shown(&self.office, number).await;
                assert!(shown.contains(wanted), "{at}: {shown}");
            }
            "mail" => self.mail(line, rest),
            "returned" => {
                let (action, to) = rest.split_once(" to ").expect("returned failed|delayed to ADDRESS");
                let letters = self.office.letters();
                let letter = letters.iter().rev().find(|l| l.to == to).expect("a letter that comes back");
                let status = if action == "failed" { "5.1.1" } else { "4.4.1" };
                let raw = referees::returned(letter, action, status);
                self.office.receive_raw(&raw, self.office.app.clock.now());
            }
            "pass" => self.office.once().await,
            "foretold" => {
                let days = rest.split(' ').next().and_then(|days| days.parse().ok()).expect("foretold 60 days");
                let came = foretold::come_true(&mut self.office, days).await;
                self.office.seen.extend(came);
                self.today = alliance_clerk::domain::civil::Zone::london().date(self.office.app.clock.now());
            }
            "letter" => self.letter(line, rest),
            "silence" => {
                let left: Vec<Letter> = self
                    .unasked()
                    .into_iter()
                    .filter(|l| !["digest", "closing-summary"].contains(&l.kind.as_str()))
                    .collect();
                assert!(left.is_empty(), "{at}: letters in the silence: {}", describe(&left));
            }
            "quiet" => {
                let left: Vec<Letter> =
                    self.unasked().into_iter().filter(|l| !OFFICE.contains(&l.kind.as_str())).collect();
                assert!(left.is_empty(), "{at}: letters in the quiet: {}", describe(&left));
            }
            "case" => self.case(&at, rest).await,
            "interview" => {
                let (case, wanted) = rest.split_once(' ').expect("interview CASE answer");
                let (applications, _) = self.office.app.store.list_applications().await.unwrap();
                let found = applications.into_iter().find(|a| a.case.to_string() == case).and_then(|a| a.interview);
                let answer = found.unwrap_or_else(|| panic!("{at}: no interview")).answer;
                assert_eq!(answer.map_or("unanswered", |answer| answer.word()), wanted, "{at}");
            }
            "waits" => {
                let waiting = self.office.waiting().await;
                if rest == "for nothing" {
                    assert!(waiting.is_empty(), "{at}: waits: {waiting:#?}");
                } else {
                    let found = waiting.iter().find(|q| q.contains(rest) && !self.asked_waiting.contains(q));
                    let found = found.unwrap_or_else(|| panic!("{at}: nothing waits that says {rest:?}: {waiting:#?}"));
                    self.asked_waiting.push(found.clone());
                }
            }
            _ => panic!("{at}: no such word: {word}"),
        }
    }

    fn says(&self, line: &Line<'_>, said: &str) {
        for (number, under) in &line.under {
            if let Some(unwanted) = under.strip_prefix("not ") {
                assert!(!said.contains(unwanted), "{}.story:{number}: it said: {said}", self.name);
                continue;
            }
            let wanted = under.strip_prefix("says ").unwrap_or_else(|| panic!("{}.story:{number}: {under}", self.name));
            assert!(said.contains(wanted), "{}.story:{number}: it said: {said}", self.name);
        }
    }

    fn mail(&mut self, line: &Line<'_>, rest: &str) {
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
                self.last_mail = Mail { message_id: id, to: super::office::CLERK.to_owned(), ..kept }.bytes();
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

    fn unasked(&self) -> Vec<Letter> {
        self.office.letters().into_iter().filter(|l| !self.office.seen.contains(&l.id)).collect()
    }

    /// A letter in the outbox that waits.
    async fn held(&self, line: &Line<'_>, rest: &str) {
        let at = format!("{}.story:{}", self.name, line.number);
        let (kind, case) = rest.split_once(' ').expect("held KIND CASE");
        let store = &self.office.app.store;
        let held = store.list_letters("held").await.unwrap();
        let found: Vec<_> = held.iter().filter(|l| l.letter == kind && l.case == case).collect();
        let [row] = found.as_slice() else { panic!("{at}: held: {held:#?}") };
        let letter = letters::parse(row.id.0, &store.letter_bytes(row.id).await.unwrap().unwrap());
        let flowing: String = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (number, under) in &line.under {
            let (word, value) = under.split_once(' ').unwrap_or((under, ""));
            match word {
                "because" => assert_eq!(row.held_because, value, "{}.story:{number}", self.name),
                "says" => assert!(flowing.contains(value), "{}.story:{number}: {}", self.name, letter.text),
                "not" => assert!(!flowing.contains(value), "{}.story:{number}: {}", self.name, letter.text),
                "to" => assert_eq!(letter.to, value, "{}.story:{number}", self.name),
                _ => panic!("{}.story:{number}: no such word: {word}", self.name),
            }
        }
    }

    fn letter(&mut self, line: &Line<'_>, rest: &str) {
        let at = format!("{}.story:{}", self.name, line.number);
        let (kind, to) = rest.split_once(" to ").expect("letter KIND to ADDRESS");
        let unasked = self.unasked();
        let letter = unasked
            .iter()
            .find(|l| l.kind == kind && l.to == to)
            .unwrap_or_else(|| panic!("{at}: no such letter. There are:\n{}", describe(&unasked)))
            .clone();
        self.office.seen.push(letter.id);
        let flowing: String = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let page = bare(&alliance_clerk::documents::html::of_text(&letter.html).text());
        for (number, under) in &line.under {
            let at = format!("{}.story:{number}", self.name);
            let (word, value) = under.split_once(' ').unwrap_or((under, ""));
            match word {
                "says" => {
                    assert!(flowing.contains(value), "{at}: the letter says:\n{}", letter.text);
                    let same = page.contains(&bare(value));
                    assert!(same, "{at}: its HTML says something else:\n{}", letter.html);
                }
                "not" => assert!(!flowing.contains(value), "{at}: the letter says:\n{}", letter.text),
                "without" => {
                    let has = |(name, said): &(String, String)| name == value || said.contains(&format!("\n{value}"));
                    assert!(!letter.headers.iter().any(has), "{at}: {:?}", letter.headers);
                    assert!(letter.headers.iter().all(|(_, said)| !said.replace("\r\n ", "").contains(['\r', '\n'])));
                }
                "plain" => assert!(!letter.html.contains(value), "{at}: its HTML says:\n{}", letter.html),
                "subject" => assert!(letter.subject.contains(value), "{at}: its subject is {}", letter.subject),
                "calendar" => assert!(
                    panel::calendar_of(&letter).contains(value),
                    "{at}: its calendar entry:\n{}",
                    panel::calendar_of(&letter)
                ),
                "pdf" | "sheet" => panel::check(&at, &letter, value),
                // The same words on paper.
                "paper" => {
                    let (_, bytes) = letter.attachments.iter().find(|(name, _)| name.ends_with(".pdf")).expect("a PDF");
                    let paper = bare(&pdf_extract::extract_text_from_mem(bytes).unwrap());
                    assert!(paper.contains(&bare(value)), "{at}: on paper it says:\n{paper}");
                }
                // The very bytes that somebody sent.
                "bytes" => {
                    let (file, content) = value.split_once(" = ").expect("bytes NAME = content");
                    let found = letter.attachments.iter().find(|(name, _)| name == file).expect("such a file");
                    assert_eq!(found.1, unescape(content), "{at}");
                }
                "attached" => assert!(
                    letter.attachments.iter().any(|(name, _)| name == value),
                    "{at}: {:?}",
                    letter.attachments.iter().map(|(n, _)| n).collect::<Vec<_>>()
                ),
                "snapshot" => {
                    self.snapshots += 1;
                    let name = format!("{}-{}-{kind}", self.name, self.snapshots);
                    insta::with_settings!({ snapshot_path => "../scenarios/letters", prepend_module_to_snapshot => false, omit_expression => true }, {
                        insta::assert_snapshot!(name, letters::snapshot(&letter));
                    });
                }
                _ => panic!("{at}: no such word: {word}"),
            }
        }
    }

    async fn case(&self, at: &str, rest: &str) {
        let (case, said) = rest.split_once(' ').expect("case NUMBER state");
        let (said, wanted_missing) = match said.split_once(" missing ") {
            Some((said, missing)) => (said, missing.split("; ").map(str::to_owned).collect()),
            None => (said, vec![]),
        };
        let found = self.office.application(case).await;
        if said == "unknown" {
            assert!(found.is_none(), "{at}: {case} exists");
            return;
        }
        let (state, on_time, missing) = found.unwrap_or_else(|| panic!("{at}: there is no case {case}"));
        let (word, time) = said.split_once(' ').unwrap_or((said, ""));
        let shown = state.word();
        assert_eq!(word, shown, "{at}");
        match time {
            "on time" => assert_eq!(on_time, Some(true), "{at}"),
            "not on time" => assert_eq!(on_time, Some(false), "{at}"),
            _ => {}
        }
        if !wanted_missing.is_empty() || state == State::Complete {
            assert_eq!(missing, wanted_missing, "{at}");
        }
    }

    async fn nothing_left(&mut self) {
        // A day later still: nothing was waiting for its moment.
        let tomorrow = self.office.app.clock.now().as_second() + 90_000;
        self.office.app.clock.set(jiff::Timestamp::from_second(tomorrow).unwrap());
        self.office.once().await;
        let left: Vec<Letter> = self.unasked().into_iter().filter(|l| !OFFICE.contains(&l.kind.as_str())).collect();
        assert!(left.is_empty(), "{}: letters left over:\n{}", self.name, describe(&left));
        let waiting: Vec<String> =
            self.office.waiting().await.into_iter().filter(|q| !self.asked_waiting.contains(q)).collect();
        assert!(waiting.is_empty(), "{}: questions left over: {waiting:#?}", self.name);
        let faults = money::faults(&self.office).await;
        assert!(self.tampered || faults.is_empty(), "{}: the books do not add up: {faults:#?}", self.name);
    }
}

/// The name by which our own mail server signs what it found out about a sender.
const OUR_SERVER: &str = "mx.harbour-alliance.example";

/// Puts a story's own configuration in the place of the shipped one.
fn configure(root: &std::path::Path, lines: &[&Line<'_>]) {
    let path = root.join("config/clerk.toml");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text = text.replace("authserv_id = \"\"", &format!("authserv_id = \"{OUR_SERVER}\""));
    for line in lines {
        let said = line.text.strip_prefix("config ").unwrap();
        match said.split_once(" => ") {
            Some((old, new)) => {
                assert!(text.contains(old), "clerk.toml does not say {old}");
                text = text.replacen(old, new, 1);
            }
            None => {
                for (_, under) in &line.under {
                    text.push_str(&format!("\n{}", under.trim_start_matches('|').trim_start()));
                }
            }
        }
    }
    std::fs::write(&path, text).unwrap();
}

/// The one-time code that a letter gives.
fn code_in(text: &str) -> Option<String> {
    let after =
        text.split("code ").find(|rest| rest.len() >= 6 && rest.as_bytes()[..6].iter().all(u8::is_ascii_digit))?;
    Some(after[..6].to_owned())
}

const SECOND_REFEREE_FIELDS: &str = r#"[[section.field]]
id = "referee_name"
label = "Second referee's name"
kind = "line"
means = "second-referee-name"

[[section.field]]
id = "referee_email"
label = "Second referee's e-mail address"
kind = "email"
means = "second-referee-email"

[[section.field]]
id = "years""#;
/// Somebody whom the applicant supported; due a week after the closing, and the applicant is told nothing.
const SECOND_REFEREE: &str = r#"[[reference]]
kind = "second-referee"
how = "by-request"
form = "sle-head-reference"
due_school_days_after_closing = 4
chasers = [2]
chase_at = "09:15"
tell_applicant = "nothing"

[reminders]"#;

/// Changes the programme's configuration before the office opens.
fn set_policy(root: &std::path::Path, policy: &str) {
    let file = root.join("config/programmes/sle.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = match policy {
        "second referee" => {
            let form = root.join("config/forms/sle-application.toml");
            let fields = std::fs::read_to_string(&form).unwrap();
            std::fs::write(&form, fields.replacen("[[section.field]]\nid = \"years\"", SECOND_REFEREE_FIELDS, 1))
                .unwrap();
            text.replacen("[reminders]", SECOND_REFEREE, 1)
        }
        "no references" => {
            let (before, rest) = text.split_once("[[reference]]").unwrap();
            let (_, after) = rest.split_once("[reminders]").unwrap();
            format!("{before}[reminders]{after}")
        }
        "in-form references" => text.replace("how = \"by-request\"", "how = \"in-form\""),
        "no reminders" => text.replace("incomplete = [3, 1]", "incomplete = []"),
        _ => {
            let (key, value) = policy.split_once('=').unwrap_or_else(|| panic!("no such policy: {policy}"));
            let old = text.lines().find(|line| line.split('=').next().unwrap().trim() == key.trim());
            text.replace(
                old.unwrap_or_else(|| panic!("no such key: {key}")),
                &format!("{} = {}", key.trim(), value.trim()),
            )
        }
    };
    assert_ne!(changed, text, "the policy changes nothing: {policy}");
    std::fs::write(&file, changed).unwrap();
}

/// Words alone: text and HTML mark their lists differently.
fn bare(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

fn describe(letters: &[Letter]) -> String {
    letters.iter().map(|l| format!("  {} to {}: {}\n{}\n", l.kind, l.to, l.subject, l.text)).collect()
}

/// `\x89PNG` and `\0` in a script's file contents.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = vec![];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(c.to_string().as_bytes());
            continue;
        }
        match chars.next() {
            Some('x') => {
                let hex: String = chars.by_ref().take(2).collect();
                out.push(u8::from_str_radix(&hex, 16).unwrap());
            }
            Some('n') => out.push(b'\n'),
            Some('0') => out.push(0),
            Some(other) => out.extend(other.to_string().as_bytes()),
            None => {}
        }
    }
    out
}
