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

mod mail;
mod received;
mod seen;
mod shipped;

use super::letters::Letter;
use super::office::Office;
use super::{foretold, meetings, money, referees, register};
use alliance_clerk::domain::civil;
use jiff::civil::{Date, DateTime, Time};
use received::describe;
use shipped::{configure, set_policy};

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
            "visited" => money::visited(&self.office, rest).await,
            "held" => self.held(line, rest).await,
            "person" => register::person(&self.office, rest).await,
            "national" => register::national(&self.office, rest).await,
            "school" => {
                let [name, head, email] = rest.split(", ").collect::<Vec<_>>()[..] else { panic!("{at}: {rest}") };
                self.office.school(name, head, email).await;
            }
            "designated" => meetings::designated(&self.office, rest, self.today).await,
            "status" => meetings::status(&self.office, rest, self.today).await,
            "trained" => meetings::trained(&self.office, rest, self.today).await,
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
            _ => assert!(self.sees(line, word, rest).await, "{at}: no such word: {word}"),
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
