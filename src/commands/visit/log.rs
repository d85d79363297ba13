//! `log DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day`: a day is entered for whoever worked it.

use super::{Matter, day, in_letters, matter, misunderstood, number, refused, who};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::domain::deployment::Deployed;
use crate::domain::facts::Lookup;
use crate::domain::listed;
use crate::domain::worked::HalfDays;
use crate::domain::{EmailAddress, civil};
use crate::incoming::visits::echo::echo;
use crate::incoming::visits::read::Said as Day;
use crate::incoming::visits::take::Taking;
use crate::incoming::visits::who::{Work, places};

pub const COMMAND: Command = Command {
    name: "log",
    usage: &[
        "log DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 1 day",
        "log DEP-2027-0001 p.nair@hazelbank.example 6 May 2027 half a day",
        "log DEP-2027-0001 6 May 2027",
    ],
    about: "Logs a day for whoever worked it; without an address for the one who leads, without a length for a whole day. They are told, as if they had written themselves; a day that is logged already with another length is corrected.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        let (_, rest) = who(&rest)?;
        if rest.is_empty() {
            return misunderstood("Which day? Expected, for example, `6 May 2027 1 day`.");
        }
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

fn visitor<'a>(matter: &Matter<'a>, email: Option<&EmailAddress>) -> Result<&'a Deployed, Refusal> {
    let deployment = matter.deployment;
    let found = match email {
        None => deployment.leader(),
        Some(email) => deployment.doing().find(|person| person.email == *email),
    };
    match found {
        Some(person) => Ok(person),
        None => {
            let names: Vec<String> = deployment.doing().map(|person| person.email.to_string()).collect();
            refused(format!(
                "Whose day is it? {} is done by {}.",
                matter.named(),
                if names.is_empty() { "nobody yet".to_owned() } else { listed(&names) }
            ))
        }
    }
}

/// `1 day`, `half a day`, `(half)`, or nothing for a whole one.
fn length(said: &str) -> Result<HalfDays, Refusal> {
    let word = said.trim_matches(|c: char| c.is_whitespace() || ",.()".contains(c)).to_lowercase();
    match word.as_str() {
        "" | "day" | "a day" | "1 day" | "one day" | "full day" | "full" | "1" => Ok(HalfDays::DAY),
        "half a day" | "half day" | "half" | "½" | "½ day" | "0.5" | "0.5 days" | "am" | "pm" => Ok(HalfDays::HALF),
        _ => misunderstood(format!("How long is `{}`? Expected `1 day` or `half a day`.", Said::new(said).text())),
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let (email, rest) = who(&rest)?;
    let matter = matter(order, &number)?;
    let (day, rest) = day(&rest, matter.today)?;
    let half_days = length(rest)?;
    let person = visitor(&matter, email.as_ref())?;
    let work = Work { deployment: matter.deployment, person, programme: matter.programme };
    if !work.takes_days(order.now) {
        return refused(format!(
            "{} is {}: no days are logged for it.",
            matter.named(),
            matter.deployment.state.in_words()
        ));
    }
    if day > matter.today {
        return refused(format!("{} is still to come.", civil::date_in_words(day)));
    }
    let taking = Taking {
        config: order.config,
        facts: order.facts,
        now: order.now,
        message: order.message,
        by: order.by.to_owned(),
        entered_by: in_letters(order.by).to_owned(),
        corrects: true,
        named: vec![number.clone()],
    };
    let said = Day {
        place: 0,
        day,
        half_days,
        minutes: None,
        rounded: false,
        unsaid: false,
        words: format!("entered by {}", order.by),
    };
    let places = places(&[work]);
    let mut taken = taking.begin();
    taking.days(&mut taken, &places, &[said]);
    let mut taken = taking.finish(taken, &[work], None);
    let when = civil::date_in_words(day);
    if taken.is_nothing_new() {
        return refused(format!("{} of {} on {when} is logged already.", half_days, person.name));
    }
    if !taken.letter.passed_on.is_empty() {
        return refused(format!("{when} is on an invoice or statement already. A credit note opens it again."));
    }
    taken.letter.subject = format!("{} has logged {when} for you", in_letters(order.by));
    let remarks: String = taken.letter.remarks.iter().map(|remark| format!(" {remark}")).collect();
    // Whoever enters it has seen what is out of the ordinary.
    taken.decision.reviews.clear();
    let purpose =
        format!("visit-noted:{number}:{}:{day}:{}:{}", person.email.folded(), half_days.0, order.now.as_second());
    let draft = echo(&taken, &work, &person.email, purpose);
    let mut decision = taken.decision;
    decision.case = Some(number);
    decision.because(format!("{} entered it.", order.by));
    decision.letters.push(draft);
    Ok(Outcome::new(
        decision,
        format!("{}: {half_days} of {} on {when} is logged. They are told.{remarks}", matter.named(), person.name),
    ))
}
