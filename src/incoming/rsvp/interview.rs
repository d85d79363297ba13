//! Answers to an interview invitation. A plain yes is noted in silence. Everything else is a question for the coordinator:
//! the clerk finds nobody another time.

use super::words::{self, Said};
use super::{from, remark, said};
use crate::calendar::{CalendarAnswer, Says};
use crate::decision::{Decision, MailKind, Review};
use crate::domain::application::Application;
use crate::domain::change::{Change, PanelChange};
use crate::domain::interview::{Answer, Interview};
use crate::domain::{CaseId, EmailAddress, civil};
use crate::incoming::Arrival;
use crate::incoming::quoted::they_write;
use jiff::Timestamp;
use serde_json::json;

/// Letters that ask whether somebody comes.
const INVITING: [&str; 2] = ["interview", "interview-reminder"];

pub fn from_calendar(arrival: &Arrival<'_>, case: &CaseId, answer: &CalendarAnswer) -> Decision {
    let mail = arrival.mail;
    let mut decision = Decision::new(MailKind::Rsvp);
    decision.because(format!("A calendar answers the invitation to the interview of {case}."));
    let known = arrival.facts.application(case).and_then(|a| Some((a, a.interview.as_ref()?)));
    let sender = mail.sender();
    let Some((application, interview)) = known else {
        decision.ask(
            format!("interview-stranger:{case}:{}", mail.message),
            format!("A calendar answers an invitation for {case}, for which there is none{}.", from(sender)),
            None,
        );
        return decision;
    };
    decision.case = Some(case.clone());
    let ours = |address: Option<&EmailAddress>| address.is_some_and(|address| application.belongs_to(address));
    // Invariant 6: anybody can write the number of a case into a calendar file.
    if mail.denied() || !ours(sender) || !ours(answer.attendee.as_ref()) {
        decision.because("Its sender or its attendee is not the applicant: it changes nothing.");
        decision.facts = json!({ "case": case.to_string(), "by": "calendar", "answer": null });
        let said = said(answer.says);
        decision.ask(
            format!("interview-stranger:{case}:{}", mail.message),
            format!(
                "A calendar answer to the interview of {} ({case}) says “{said}”, but it does not come from {}{}. I have not counted it. Is it theirs?",
                application.name,
                application.email,
                from(sender)
            ),
            Some(case),
        );
        return decision;
    }
    let words = if answer.comment.is_empty() { remark(&mail.reply) } else { answer.comment.clone() };
    let said = match answer.says {
        Some(Says::Accepted) => Reply::Comes,
        Some(Says::Declined) => Reply::DoesNotCome,
        Some(Says::AnotherTime { starts, .. }) => Reply::AnotherTime(starts),
        Some(Says::Tentative) => Reply::Unclear("perhaps"),
        None => Reply::Unclear("something unclear"),
    };
    let about_earlier = answer.sequence < interview.sequence;
    decided(arrival, application, interview, said, &words, about_earlier, "calendar", &mut decision);
    decision
}

pub fn in_words(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let letter = arrival.facts.answered.iter().find(|letter| {
        INVITING.contains(&letter.letter.as_str()) && (letter.to == *sender || belongs(arrival, letter.case.as_ref()))
    })?;
    let case = letter.case.as_ref()?;
    let application = arrival.facts.application(case)?;
    let interview = application.interview.as_ref()?;
    // Who withdraws says so by another letter's rule.
    if words::withdraws(&mail.reply) {
        return None;
    }
    let mut decision = Decision::new(MailKind::Rsvp);
    decision.case = Some(case.clone());
    decision.because("It answers our invitation to the interview, and comes from whom that went to.");
    let said = match words::read(&mail.reply) {
        Said::Yes => Reply::Comes,
        Said::YesAndAsks => Reply::ComesAndAsks,
        Said::No => Reply::DoesNotCome,
        Said::AnotherTime => Reply::AnotherTime(None),
        Said::Unclear => Reply::Unclear("something that I could not make out"),
    };
    // Which version was answered is in the purpose of the letter: `interview:SLE-2027-0014:1`.
    let version = letter.purpose.rsplit(':').next().and_then(|number| number.parse::<u32>().ok());
    let about_earlier = version.is_some_and(|version| version < interview.sequence);
    decided(arrival, application, interview, said, &mail.reply, about_earlier, "words", &mut decision);
    Some(decision)
}

fn belongs(arrival: &Arrival<'_>, case: Option<&CaseId>) -> bool {
    let application = case.and_then(|case| arrival.facts.application(case));
    arrival.mail.sender().zip(application).is_some_and(|(sender, application)| application.belongs_to(sender))
}

/// What somebody says, however they said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reply {
    Comes,
    /// And has a question, or something to add.
    ComesAndAsks,
    DoesNotCome,
    AnotherTime(Option<Timestamp>),
    Unclear(&'static str),
}

impl Reply {
    fn word(self) -> &'static str {
        match self {
            Self::Comes | Self::ComesAndAsks => Answer::Accepted.word(),
            Self::DoesNotCome => Answer::Declined.word(),
            Self::AnotherTime(_) => Answer::AnotherTime.word(),
            Self::Unclear(_) => "unclear",
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one place decides, whichever way the answer came")]
fn decided(
    arrival: &Arrival<'_>,
    application: &Application,
    interview: &Interview,
    said: Reply,
    words: &str,
    about_earlier: bool,
    by: &str,
    decision: &mut Decision,
) {
    let case = &application.case;
    decision.facts = json!({
        "case": case.to_string(), "answer": said.word(), "by": by,
        "interview": interview.starts_at.to_string(), "about_earlier_version": about_earlier,
    });
    let when = civil::moment_in_words(interview.starts_at);
    let over = interview.starts() <= arrival.now;
    let plain = matches!(said, Reply::Comes);
    if application.withdrawn.is_some() || interview.cancelled || over {
        decision.because("The interview has been, or is off: the answer is noted and changes nothing.");
        if !plain {
            let what = if over { "is over" } else { "is off" };
            ask(arrival, application, said, words, &format!("the interview at {when}, which {what}"), decision);
        }
        return;
    }
    if about_earlier {
        decision.because("It answers an earlier time that has been changed since: it is noted and changes nothing.");
        if !plain {
            ask(
                arrival,
                application,
                said,
                words,
                &format!("the invitation before the present one ({when})"),
                decision,
            );
        }
        return;
    }
    let answer = match said {
        Reply::Comes | Reply::ComesAndAsks => Some(Answer::Accepted),
        Reply::DoesNotCome => Some(Answer::Declined),
        Reply::AnotherTime(_) => Some(Answer::AnotherTime),
        Reply::Unclear(_) => None,
    };
    if let Some(answer) = answer {
        decision.because(format!("The answer: {}.", answer.word().replace('_', " ")));
        decision.changes.push(Change::Panel(PanelChange::InterviewAnswered { case: case.clone(), answer }));
    }
    let remarks = by == "calendar" && plain && words::asks(words);
    if plain && !remarks {
        // Whoever says yes after all has answered what was open.
        decision.changes.push(Change::ReviewsClosed {
            key_begins: format!("interview:{case}:"),
            by: "clerk".to_owned(),
            outcome: "they are coming after all".to_owned(),
        });
        return;
    }
    let said = if remarks { Reply::ComesAndAsks } else { said };
    ask(arrival, application, said, words, &format!("the interview at {when}"), decision);
}

/// A question for the coordinator, with what may be answered.
fn ask(
    arrival: &Arrival<'_>,
    application: &Application,
    said: Reply,
    words: &str,
    about_what: &str,
    decision: &mut Decision,
) {
    let (case, name) = (&application.case, &application.name);
    let zone = application.interview.as_ref().map(|interview| interview.zone.clone());
    let proposed = match said {
        Reply::AnotherTime(Some(at)) => zone.map(|zone| zone.civil(at)),
        Reply::AnotherTime(None) | Reply::Comes | Reply::ComesAndAsks | Reply::DoesNotCome | Reply::Unclear(_) => None,
    };
    let sentence = match (said, proposed) {
        (Reply::Comes, _) => format!("{name} ({case}) accepts {about_what}."),
        (Reply::ComesAndAsks, _) => format!("{name} ({case}) accepts {about_what}, and writes something besides."),
        (Reply::DoesNotCome, _) => format!("{name} ({case}) cannot come to {about_what}."),
        (Reply::AnotherTime(_), Some(at)) => {
            format!("{name} ({case}) asks for another time than {about_what}: {}.", civil::moment_in_words(at))
        }
        (Reply::AnotherTime(_), None) => format!("{name} ({case}) asks for another time than {about_what}."),
        (Reply::Unclear(what), _) => format!("{name} ({case}) answers {about_what} with {what}."),
    };
    let question = format!("{sentence}{} What shall be said?", they_write(words));
    let key = format!("interview:{case}:{}", arrival.mail.message);
    let mut review: Review = Decision::question(key, question, Some(case));
    if let Some(at) = proposed {
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        review = review.may("accept", format!("interview {case} {} {time}", civil::date_in_short(at.date())));
    }
    if application.interview.as_ref().is_some_and(|i| !i.cancelled && i.starts() > arrival.now) {
        review = review.may("cancel", format!("cancel interview {case} because …"));
        review = review.may("*", format!("interview {case} …"));
    }
    decision.put(review);
}
