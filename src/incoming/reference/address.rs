//! A request that came back, and the right address from the applicant.

use super::ask::{self, Planned};
use crate::config::programme::How;
use crate::decision::{Decision, MailKind};
use crate::domain::application::Application;
use crate::domain::change::{Change, ReferenceChange};
use crate::domain::facts::SentLetter;
use crate::domain::reference::{Progress, ReferenceKind};
use crate::domain::{EmailAddress, civil};
use crate::incoming::Arrival;
use crate::letters::reference_address::ReferenceAddress;
use crate::letters::reference_asked::ReferenceAsked;
use crate::letters::{Draft, ProgrammeWords, greeting};

/// A letter to a referee came back: the applicant, who gave the address, is asked for the right one.
///
/// A delay is no bounce. Returns whether the letter was one to a referee who is still awaited.
pub fn bounced(arrival: &Arrival<'_>, letter: &SentLetter, decision: &mut Decision) -> bool {
    let report = arrival.mail.reading.mail.report.as_ref();
    let delayed = report.is_some_and(|report| !report.has_failed());
    let Some(application) = letter.case.as_ref().and_then(|case| arrival.facts.application(case)) else { return false };
    let awaited = application.requests.iter().rfind(|request| {
        request.email == letter.to
            && application.request(request.kind) == Some(request)
            && matches!(application.progress(request.kind), Progress::Asked | Progress::Bounced)
    });
    let (Some(request), Some(window), Some(programme)) =
        (awaited, arrival.facts.window_of(application), arrival.mail.config.programme(&application.programme))
    else {
        return false;
    };
    let Some(referees) = programme.references.iter().find(|r| r.kind() == request.kind) else { return false };
    if delayed {
        decision.because("The letter is delayed; the other server goes on trying. Nothing follows yet.");
        return true;
    }
    if request.bounced_at.is_some() {
        decision.because("The applicant has been asked for another address already.");
        return true;
    }
    let (case, kind) = (&application.case, request.kind);
    decision.changes.push(Change::Reference(ReferenceChange::Bounced { case: case.clone(), kind, at: arrival.now }));
    decision.because(format!(
        "The request for the {} came back: the applicant is asked for the right address.",
        kind.label()
    ));
    let letter = ReferenceAddress {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        person: kind.person().to_owned(),
        referee: request.name.clone(),
        address: request.email.to_string(),
        due: civil::moment_in_words(ask::due(referees, window, &arrival.mail.config.calendar)),
    };
    let purpose = format!("reference-address:{case}:{}:{}", kind.word(), request.round);
    decision.letters.push(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(case));
    true
}

/// The applicant answers with an address.
pub fn corrected(arrival: &Arrival<'_>) -> Option<Decision> {
    let mail = arrival.mail;
    let sender = mail.sender()?;
    if mail.automatic.is_some() || !mail.forms.is_empty() {
        return None;
    }
    let (application, kind) = arrival.facts.applications.iter().find_map(|application| {
        let kind = awaits_address(application)?;
        let answers = arrival.facts.answered.iter().any(|letter| {
            letter.case.as_ref() == Some(&application.case)
                && matches!(letter.letter.as_str(), "reference-address" | "reference-missing")
        });
        (application.belongs_to(sender) && answers).then_some((application, kind))
    })?;
    let email = only_address(arrival, application)?;
    let programme = mail.config.programme(&application.programme)?;
    let window = arrival.facts.window_of(application)?;
    let referees = programme.references.iter().find(|r| r.kind() == kind)?;
    let before = application.request(kind)?;
    let mut decision = Decision::new(MailKind::Other);
    decision.case = Some(application.case.clone());
    decision.because(format!("The applicant gives another address for the {}.", kind.person()));
    if mail.denied() {
        decision.because("Our own mail server says that the sender is forged: nobody is asked, a person looks.");
        let (name, case, persons) = (&application.name, &application.case, kind.persons());
        let question = format!(
            "{name} ({case}) seems to give {email} as the {persons} address, but our own mail server says that the sender could not be confirmed. Nobody has been asked there. Please find out."
        );
        let review = Decision::question(format!("referee-address-forged:{}", mail.message), question, Some(case));
        decision.put(review.may("ask", format!("ask {case} {} at {email}", kind.word())));
        return Some(decision);
    }
    let planned = Planned {
        kind,
        name: before.name.clone(),
        email: email.clone(),
        round: before.round.saturating_add(1),
        in_form: referees.policy.how == How::InForm,
        due: ask::due(referees, window, &mail.config.calendar),
        own_address: application.belongs_to(&email),
    };
    ask::ask_one(programme, application, window, &planned, arrival.now, &mut decision);
    if !planned.own_address {
        let letter = ReferenceAsked {
            name: greeting(&application.name),
            case: application.case.to_string(),
            person: kind.person().to_owned(),
            address: email.to_string(),
            due: civil::moment_in_words(planned.due),
        };
        let purpose = format!("reference-asked:message:{}", mail.message);
        let draft = Draft::new(&letter, sender.clone(), &application.name, purpose);
        decision.letters.push(draft.about(&application.case).answering(mail.thread()));
    }
    Some(decision)
}

/// The reference for which another address may be given.
fn awaits_address(application: &Application) -> Option<ReferenceKind> {
    let open = |kind: &ReferenceKind| matches!(application.progress(*kind), Progress::Bounced | Progress::Asked);
    let bounced = ReferenceKind::ALL.into_iter().find(|kind| application.progress(*kind) == Progress::Bounced);
    bounced.or_else(|| ReferenceKind::ALL.into_iter().find(open))
}

/// The one address in the new words that has not been asked yet, and is neither the sender's nor ours.
fn only_address(arrival: &Arrival<'_>, application: &Application) -> Option<EmailAddress> {
    let mail = arrival.mail;
    let mut found: Vec<EmailAddress> = mail
        .reply
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']'))
        .filter_map(|word| EmailAddress::parse(word.trim_matches(['.', ':', '!', '?'])).ok())
        .filter(|a| Some(a) != mail.sender() && *a != mail.config.clerk.alliance.email)
        .filter(|a| !application.requests.iter().any(|request| request.email == *a))
        .collect();
    found.dedup();
    match found.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}
