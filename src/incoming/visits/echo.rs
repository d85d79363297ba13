//! The echo of what was understood: its totals, its question, its subject.

use super::take::{Taken, Taking};
use super::who::Work;
use crate::config::billing::Confirm;
use crate::domain::EmailAddress;
use crate::domain::change::{Change, VisitChange};
use crate::domain::visit::{OpenLog, academic_year, sum};
use crate::domain::worked::HalfDays;
use crate::letters::visit::noted::Total;
use crate::letters::visit::{in_days, in_short};
use crate::letters::{Draft, greeting};

impl<'a> Taking<'a> {
    /// The echo with its totals, what is asked, and what a coordinator should look at.
    pub fn finish(&self, mut taken: Taken, works: &[Work<'a>], open: Option<OpenLog>) -> Taken {
        let Some(first) = works.first() else { return taken };
        let person = first.person;
        for number in taken.touched.clone() {
            let Some(deployment) = self.facts.deployment(&number) else { continue };
            let worked = sum(taken.after.iter().filter(|visit| visit.deployment == number));
            let agreed = deployment.plan.as_ref().map(|plan| plan.half_days);
            let total = Total::of(number.to_string(), deployment.school.name.clone(), worked, agreed);
            taken.letter.totals.push(total);
        }
        taken.letter.year = self.year(&taken, first);
        taken.letter.name = greeting(&person.name);
        taken.letter.by.clone_from(&self.entered_by);
        let policy = &self.config.billing.visits;
        taken.letter.school_days = policy.dispute_school_days;
        taken.letter.needs_yes = policy.confirm == Confirm::Yes;
        taken.letter.corrections = corrections(&taken);
        if let Some(asked) = &taken.open {
            taken.letter.question.clone_from(&asked.sentence);
            taken.letter.example.clone_from(&asked.example);
        }
        taken.letter.subject = subject(&taken);
        if let (Some(asked), Some(open)) = (&taken.open, open) {
            let log = Box::new(OpenLog { amounts_of: asked.amounts_of.clone(), ..open });
            taken.decision.because(format!("Not plain, and asked: {}", asked.sentence));
            taken.decision.changes.push(Change::Visit(VisitChange::Asked { log }));
        }
        self.flags(&mut taken, &person.name, &person.email);
        taken
    }

    fn year(&self, taken: &Taken, work: &Work<'_>) -> String {
        let Some(entry) = work.person.entry.as_ref().and_then(|entry| self.facts.entry(entry)) else {
            return String::new();
        };
        let today = work.programme.window.zone.date(self.now);
        let (first, last) = academic_year(today);
        let theirs = taken.after.iter().filter(|v| v.email == work.person.email && first <= v.day && v.day <= last);
        let agreed = HalfDays(entry.half_days(work.programme.designation.days_a_year));
        if agreed == HalfDays::NONE {
            return String::new();
        }
        format!("{} of the {} that are agreed with you for this school year", in_days(sum(theirs)), agreed)
    }
}

/// `not 6 May`, `6 May was only half a day`: of a day that the letter names.
fn corrections(taken: &Taken) -> Vec<String> {
    let Some((day, half_days, _)) = taken.days.last().filter(|_| !taken.letter.noted.is_empty()) else {
        return vec![];
    };
    let day = in_short(*day);
    let other = if *half_days == HalfDays::HALF { "a full day" } else { "only half a day" };
    vec![format!("not {day}"), format!("{day} was {other}")]
}

fn subject(taken: &Taken) -> String {
    let noted: HalfDays = taken
        .decision
        .changes
        .iter()
        .filter_map(|change| {
            let Change::Visit(VisitChange::Logged { visit }) = change else { return None };
            Some(visit.half_days)
        })
        .sum();
    let letter = &taken.letter;
    if taken.open.is_some() {
        "One question about your days".to_owned()
    } else if noted > HalfDays::NONE && letter.off.is_empty() && letter.noted.iter().all(|row| row.before.is_empty()) {
        let words = noted.to_string();
        format!(
            "{} noted",
            words
                .chars()
                .next()
                .map_or(words.clone(), |c| c.to_uppercase().to_string() + words.get(c.len_utf8()..).unwrap_or(""))
        )
    } else if noted > HalfDays::NONE || !letter.off.is_empty() || !letter.unplanned.is_empty() {
        "Your days, corrected".to_owned()
    } else if !letter.passed_on.is_empty() {
        "Your correction is with the coordinator".to_owned()
    } else if !letter.again.is_empty() {
        "We have these days already".to_owned()
    } else {
        "Your days".to_owned()
    }
}

/// The echo, addressed.
pub fn echo(taken: &Taken, work: &Work<'_>, to: &EmailAddress, purpose: String) -> Draft {
    let draft = Draft::new(&taken.letter, to.clone(), &work.person.name, purpose);
    draft.about(taken.touched.first().unwrap_or(&work.deployment.number))
}
