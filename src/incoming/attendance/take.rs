//! What follows from an answer about who came: attendance, training, certificates, and what a person has to look at.

use super::words::{Answer, Unclear};
use crate::config::Config;
use crate::config::programme::TrainingModule;
use crate::decision::{Decision, Review};
use crate::domain::change::{Change, MeetingChange, RegisterChange};
use crate::domain::meeting::{Invitee, Meeting};
use crate::domain::names::{self, Found};
use crate::domain::register::{Designation, Training};
use crate::letters::certificate::{self, Certificate};
use crate::letters::{Draft, ProgrammeWords, greeting};
use jiff::Timestamp;

/// What an answer is taken with.
pub struct Taking<'a> {
    pub config: &'a Config,
    pub meeting: &'a Meeting,
    pub register: &'a [Designation],
    /// Who says so, as the record names them.
    pub by: &'a str,
    pub now: Timestamp,
}

/// An answer, taken: exactly who is recorded as what.
#[derive(Debug, Default)]
pub struct Taken {
    pub changes: Vec<Change>,
    pub letters: Vec<Draft>,
    pub reviews: Vec<Review>,
    pub present: Vec<String>,
    pub absent: Vec<String>,
    /// Of those present: who had not been expected.
    pub besides: Vec<String>,
    /// Names that nobody of the register has.
    pub strangers: Vec<String>,
    /// To whom certificates go.
    pub certificates: Vec<String>,
    /// Whether something had been recorded before.
    pub corrected: bool,
}

/// The step that says that it has been taken.
pub const TAKEN: &str = "attendance-taken";

impl Taking<'_> {
    /// # Errors
    /// Why nothing can be recorded.
    pub fn take(&self, answer: &Answer) -> Result<Taken, Unclear> {
        let list = self.meeting.attendance_list();
        let names: Vec<&str> = list.iter().map(|invitee| invitee.name.as_str()).collect();
        let before: Vec<Option<bool>> = list.iter().map(|invitee| invitee.attended).collect();
        let came = answer.of(&before, &names)?;
        let mut taken = Taken { corrected: self.meeting.has_taken(TAKEN), ..Taken::default() };
        for (invitee, came) in list.iter().copied().zip(came) {
            if came { &mut taken.present } else { &mut taken.absent }.push(invitee.name.clone());
            self.record(invitee, came, &mut taken);
        }
        for name in &answer.strangers {
            self.besides(name, &list, &mut taken)?;
        }
        let number = self.meeting.number.clone();
        taken.changes.push(Change::Meeting(MeetingChange::StepTaken { meeting: number, step: TAKEN.to_owned() }));
        taken.changes.push(Change::ReviewsClosed {
            key_begins: format!("attendance:{}:", self.meeting.number),
            by: self.by.to_owned(),
            outcome: "it has been said who came".to_owned(),
        });
        Ok(taken)
    }

    /// Somebody who is not on the list: invited and not expected, or of the register, or nobody that we know.
    fn besides(&self, name: &str, list: &[&Invitee], taken: &mut Taken) -> Result<(), Unclear> {
        let others: Vec<&Invitee> = self
            .meeting
            .invitees
            .iter()
            .filter(|invitee| list.iter().all(|known| known.email != invitee.email))
            .collect();
        let called = |all: &[&str]| names::find(name, all);
        match called(&others.iter().map(|invitee| invitee.name.as_str()).collect::<Vec<_>>()) {
            Found::One(place) => {
                if let Some(invitee) = others.get(place) {
                    taken.present.push(invitee.name.clone());
                    taken.besides.push(invitee.name.clone());
                    self.record(invitee, true, taken);
                }
                return Ok(());
            }
            Found::Many(_) => return Err(Unclear::Several(name.to_owned())),
            Found::Nobody => {}
        }
        let entries: Vec<&Designation> = self
            .register
            .iter()
            .filter(|entry| entry.programme == self.meeting.programme && entry.ended_on.is_none())
            .filter(|entry| self.meeting.invitee(&entry.email).is_none())
            .collect();
        match names::find_whole(name, &entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>()) {
            Found::One(place) => {
                if let Some(entry) = entries.get(place) {
                    let invitee = Invitee::invited(&entry.name, &entry.email, entry.number.as_ref(), self.now);
                    taken.present.push(entry.name.clone());
                    taken.besides.push(entry.name.clone());
                    taken.changes.push(Change::Meeting(MeetingChange::Invited {
                        meeting: self.meeting.number.clone(),
                        invitee: invitee.clone(),
                    }));
                    self.record(&invitee, true, taken);
                }
            }
            Found::Many(_) => return Err(Unclear::Several(name.to_owned())),
            Found::Nobody => {
                taken.strangers.push(name.to_owned());
                taken.reviews.push(self.stranger(name));
            }
        }
        Ok(())
    }

    fn stranger(&self, name: &str) -> Review {
        let number = &self.meeting.number;
        let question = format!(
            "{} says that “{name}” came to {} ({number}) too. Nobody of the register has this name, and nothing is recorded of it. If it is somebody of the register, who?",
            self.by, self.meeting.title
        );
        let key = format!("attendance-stranger:{number}:{}", names::folded(name).join("-"));
        Decision::question(key, question, Some(number)).may("it is", format!("attendance {number} also: …"))
    }

    /// Records whether one of them came, and what that means for their training.
    fn record(&self, invitee: &Invitee, came: bool, taken: &mut Taken) {
        if invitee.attended == Some(came) {
            return;
        }
        let meeting = self.meeting.number.clone();
        taken.changes.push(Change::Meeting(MeetingChange::Attended { meeting, email: invitee.email.clone(), came }));
        let programme = self.config.programme(&self.meeting.programme);
        let module = self.meeting.module.as_ref().zip(programme);
        let module = module.and_then(|(id, programme)| programme.training.iter().find(|module| module.id == *id));
        let entry =
            invitee.entry.as_ref().and_then(|number| self.register.iter().find(|e| e.number.as_ref() == Some(number)));
        let (Some(module), Some(entry)) = (module, entry) else { return };
        let here =
            entry.training.iter().find(|t| t.module == module.id && t.meeting.as_ref() == Some(&self.meeting.number));
        match (came, here) {
            (true, None) => self.trained(entry, module, taken),
            (false, Some(_)) => self.not_there_after_all(entry, module, taken),
            (true, Some(_)) | (false, None) => {}
        }
    }

    fn trained(&self, entry: &Designation, module: &TrainingModule, taken: &mut Taken) {
        let (Some(number), Some(programme)) = (&entry.number, self.config.programme(&entry.programme)) else { return };
        if entry.has_taken(&module.id) {
            return;
        }
        let taken_on = self.meeting.starts_at.date();
        let training = Training { module: module.id.clone(), taken_on, meeting: Some(self.meeting.number.clone()) };
        taken.changes.push(Change::Register(RegisterChange::Trained { entry: number.clone(), training }));
        if !module.certificate {
            return;
        }
        let letter = Certificate {
            name: greeting(&entry.name),
            programme: ProgrammeWords::of(programme),
            module: module.name.clone(),
            entry: number.to_string(),
            day: crate::domain::civil::date_in_words(taken_on),
        };
        let sheet = certificate::Sheet {
            name: entry.name.clone(),
            role: programme.role.clone(),
            module: module.name.clone(),
            taken_on,
            entry: number.to_string(),
        };
        let purpose = format!("certificate:{number}:{}:{}", module.id, self.meeting.number);
        taken.certificates.push(entry.name.clone());
        taken.letters.push(
            Draft::new(&letter, entry.email.clone(), &entry.name, purpose).about(number).enclosing(sheet.enclosure()),
        );
    }

    /// A certificate cannot be called back by a clerk: a person decides.
    fn not_there_after_all(&self, entry: &Designation, module: &TrainingModule, taken: &mut Taken) {
        let Some(number) = &entry.number else { return };
        if !module.certificate {
            let change = RegisterChange::Untrained { entry: number.clone(), module: module.id.clone() };
            taken.changes.push(Change::Register(change));
            return;
        }
        let question = format!(
            "{} ({number}) had been marked present at {} ({}) and has had a certificate. {} now says that they were not there. Shall the training be taken out of the register? (The certificate itself you would have to ask back.)",
            entry.name, self.meeting.title, self.meeting.number, self.by
        );
        let key = format!("certificate:{number}:{}:{}", module.id, self.now.as_second());
        let review = Decision::question(key, question, Some(&self.meeting.number));
        taken.reviews.push(review.may("take back", format!("take back {} from {number} because …", module.id)));
    }
}

impl Taken {
    /// Who is recorded as what, one line each.
    pub fn in_lines(&self) -> Vec<String> {
        let list = |who: &[String]| if who.is_empty() { "nobody".to_owned() } else { who.join(", ") };
        let mut lines = vec![
            format!("Present ({}): {}.", self.present.len(), list(&self.present)),
            format!("Absent ({}): {}.", self.absent.len(), list(&self.absent)),
        ];
        if !self.besides.is_empty() {
            lines.push(format!("Not expected, and noted as present: {}.", self.besides.join(", ")));
        }
        if !self.strangers.is_empty() {
            lines.push(format!("Not in the register, and not recorded: {}.", self.strangers.join(", ")));
        }
        if !self.certificates.is_empty() {
            lines.push(format!("Certificates go to: {}.", self.certificates.join(", ")));
        }
        lines
    }
}
