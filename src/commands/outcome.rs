//! `outcome SLE-2027-0014 reserve because …`: a person's decision about an applicant. Its letter is drafted, and waits.
//!
//! No rule gives this command (invariant 4). Until the release a decision may be changed as often as need be: there is one
//! letter, drafted anew each time. After it a change is a further letter, and asks for a code.

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use crate::config::words::WordsPolicy;
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::{Change, LetterChange, OutcomeChange};
use crate::domain::facts::Lookup;
use crate::domain::outcome::{self, UNTIL_RELEASE, Verdict};
use crate::domain::register::Designation;
use crate::domain::window::{Phase, Window};
use crate::domain::{CaseId, civil};
use crate::forms::Meaning;
use crate::letters::outcome::{Decided, answer, draft};
use jiff::Timestamp;

pub const COMMAND: Command = Command {
    name: "outcome",
    usage: &[
        "outcome SLE-2027-0014 designated",
        "outcome SLE-2027-0014 SLE-2027-0015 designated",
        "outcome SLE-2027-0014 reserve because the panel could fill only two places in this area",
        "outcome SLE-2027-0014 not designated because all examples were from one year group",
    ],
    about: "Records the decision about an applicant; the reason is kept, and may be given as feedback. The letter is drafted and waits for the release. After the release a changed decision needs a reason and a code, and its letter goes at once.",
    lookup,
    decide,
};

struct Wish<'s> {
    cases: Vec<CaseId>,
    verdict: Verdict,
    because: &'s str,
}

/// The words of the programme that a case belongs to.
fn words_of(case: &CaseId, config: &Config) -> WordsPolicy {
    let programme = config.programmes.values().find(|programme| programme.case_prefix == case.prefix());
    programme.map(|programme| programme.words.clone()).unwrap_or_default()
}

fn read<'s>(said: &Said<'s>, config: &Config) -> Result<Wish<'s>, Refusal> {
    let (first, mut rest) = said.case()?;
    let own = words_of(&first, config);
    let mut cases = vec![first];
    while let Ok((case, further)) = rest.case() {
        if !cases.contains(&case) {
            cases.push(case);
        }
        rest = further;
    }
    let (words, because) = match rest.because() {
        Ok((before, because)) => (before, because),
        Err(_) => (rest, ""),
    };
    let Some(verdict) = own.read(words.text()) else {
        return Err(Refusal::Misunderstood(format!(
            "Which decision? Expected `{0}`, `reserve because …` or `not {0} because …`, not `{1}`.",
            own.participle,
            words.text().to_lowercase()
        )));
    };
    if verdict != Verdict::Designated && because.is_empty() {
        return Err(Refusal::Misunderstood(format!(
            "Please give the reason, for the record: `outcome … {} because …`.",
            own.verdict(verdict)
        )));
    }
    Ok(Wish { cases, verdict, because })
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    Ok(Lookup { cases: read(said, config)?.cases, ..Lookup::default() })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said, order.config)?;
    let mut decision = Decision::default();
    if let [only] = wish.cases.as_slice() {
        decision.case = Some(only.clone());
    }
    let mut said = vec![];
    let mut shape = vec![];
    for case in &wish.cases {
        let matter = Matter::of(order, case)?;
        let before = matter.application.outcome.as_ref();
        if let Some(gone) = before.filter(|outcome| !outcome.is_private()) {
            shape.push(matter.change(order, &wish, gone, &mut decision)?);
            said.push(matter.changed(&wish, gone));
        } else {
            matter.record(order, &wish, before, &mut decision);
            said.push(matter.recorded(&wish, before));
        }
    }
    let reason = if wish.because.is_empty() { String::new() } else { format!(" because {}", wish.because) };
    let verdict =
        wish.cases.first().map_or_else(WordsPolicy::default, |case| words_of(case, order.config)).verdict(wish.verdict);
    decision.because(format!("{} decided: {verdict}{reason}.", order.by));
    let answer = said.join("\n");
    if shape.is_empty() {
        return Ok(Outcome::new(decision, answer));
    }
    let done = answer.replace(" would go ", " goes ").replace(" would be ", " is ");
    Ok(Outcome::new(decision, answer).confirmed_by_code(shape.join("\n")).then_says(done))
}

/// An application that may be decided about.
pub(super) struct Matter<'a> {
    pub programme: &'a Programme,
    pub window: &'a Window,
    pub application: &'a Application,
}

impl<'a> Matter<'a> {
    fn of(order: &Order<'a>, case: &CaseId) -> Result<Self, Refusal> {
        let refuse = |why: String| Err(Refusal::Refused(why));
        let Some(application) = order.facts.application(case) else {
            return refuse(format!("There is no case {case}."));
        };
        let name = &application.name;
        let (Some(window), Some(programme)) =
            (order.facts.window_of(application), order.config.programme(&application.programme))
        else {
            return refuse(format!("{case} ({name}) belongs to no round: it is kept for the next one."));
        };
        match application.state(Some(window)) {
            State::Withdrawn => refuse(format!(
                "{case} ({name}) is withdrawn. If that was a misunderstanding, say `reinstate {case} because …` first."
            )),
            State::Late => {
                refuse(format!("{case} ({name}) came late. To let it take part, say `admit {case} because …` first."))
            }
            State::Kept => refuse(format!("{case} ({name}) belongs to no round: it is kept for the next one.")),
            State::Complete | State::Incomplete | State::Unreadable => {
                if window.phase(order.now) != Phase::Closed {
                    return refuse(format!(
                        "The round {} {} closes at {}; until then nothing is decided.",
                        programme.id,
                        window.name,
                        civil::moment_in_words(window.closes_civil())
                    ));
                }
                Ok(Self { programme, window, application })
            }
        }
    }

    /// A decision in the words of the programme.
    fn say(&self, verdict: Verdict) -> String {
        self.programme.words.verdict(verdict)
    }

    fn outcome(&self, order: &Order<'_>, wish: &Wish<'_>, revision: u32) -> outcome::Outcome {
        outcome::Outcome {
            verdict: wish.verdict,
            because: wish.because.to_owned(),
            by: order.by.to_owned(),
            at: order.now,
            revision,
            released_at: None,
        }
    }

    /// A decision that nobody has been told of: its letter is drafted, or drafted anew.
    fn record(&self, order: &Order<'_>, wish: &Wish<'_>, before: Option<&outcome::Outcome>, decision: &mut Decision) {
        let outcome = self.outcome(order, wish, before.map_or(1, |outcome| outcome.revision));
        decision.letters.push(held(self.programme, self.window, self.application, &outcome, order.now));
        decision.changes.push(Change::Outcome(OutcomeChange::Decided { case: self.application.case.clone(), outcome }));
    }

    fn recorded(&self, wish: &Wish<'_>, before: Option<&outcome::Outcome>) -> String {
        let (case, name) = (&self.application.case, &self.application.name);
        let earlier = before
            .filter(|before| before.verdict != wish.verdict)
            .map(|before| format!(" (it was {})", self.say(before.verdict)))
            .unwrap_or_default();
        let incomplete = match self.application.state(Some(self.window)) {
            State::Incomplete | State::Unreadable => " The application is not complete.",
            State::Complete | State::Late | State::Kept | State::Withdrawn => "",
        };
        format!(
            "{case} ({name}): {}{earlier}. The letter is drafted and waits for the release.{incomplete}",
            self.say(wish.verdict)
        )
    }

    /// A decision that its applicant knows is changed: a further letter goes, and the register follows.
    fn change(
        &self,
        order: &Order<'_>,
        wish: &Wish<'_>,
        gone: &outcome::Outcome,
        decision: &mut Decision,
    ) -> Result<String, Refusal> {
        let case = &self.application.case;
        if gone.verdict == wish.verdict && (gone.because == wish.because || wish.because.is_empty()) {
            return Err(Refusal::Refused(format!(
                "{case} ({}) has been told already: {}.",
                self.application.name,
                self.say(gone.verdict)
            )));
        }
        if wish.because.is_empty() {
            return Err(Refusal::Refused(format!(
                "{case} ({}) has been told: {}. To change that, give the reason: `outcome {case} {} because …`.",
                self.application.name,
                self.say(gone.verdict),
                self.say(wish.verdict)
            )));
        }
        let outcome = self.outcome(order, wish, gone.revision.saturating_add(1));
        let letter = draft(&Decided {
            programme: self.programme,
            window: self.window,
            application: self.application,
            outcome: &outcome,
            replaces: gone.released_at,
            now: order.now,
        });
        let shape = format!("{case} {} {} {}", wish.verdict.word(), wish.because, letter.facts);
        decision.letters.push(letter);
        // An earlier letter that has not gone yet must not go now.
        let because = "the decision was changed".to_owned();
        decision.changes.push(Change::Letter(LetterChange::DroppedFor { purpose: gone.purpose(case), because }));
        decision.changes.push(Change::Outcome(OutcomeChange::Decided { case: case.clone(), outcome }));
        decision.changes.push(Change::Outcome(OutcomeChange::Released { cases: vec![case.clone()], at: order.now }));
        decision.changes.push(Change::Outcome(match wish.verdict {
            Verdict::Designated => OutcomeChange::Entered {
                designation: designation(self.programme, self.window, self.application, order.now),
            },
            Verdict::Reserve | Verdict::NotDesignated => {
                OutcomeChange::Ended { case: case.clone(), on: self.window.zone.date(order.now) }
            }
        }));
        Ok(shape)
    }

    fn changed(&self, wish: &Wish<'_>, gone: &outcome::Outcome) -> String {
        let (case, name) = (&self.application.case, &self.application.name);
        let register = match (gone.verdict, wish.verdict) {
            (Verdict::Designated, Verdict::Reserve | Verdict::NotDesignated) => {
                " The entry in the register would be ended."
            }
            (Verdict::Reserve | Verdict::NotDesignated, Verdict::Designated) => {
                " An entry in the register would be made."
            }
            (Verdict::Designated, Verdict::Designated)
            | (Verdict::Reserve | Verdict::NotDesignated, Verdict::Reserve | Verdict::NotDesignated) => "",
        };
        format!(
            "{case} ({name}): {}, where the letter of {} said {}. A further letter would go at once to {}.{register}",
            self.say(wish.verdict),
            gone.released_at.map(|at| civil::date_in_words(self.window.zone.date(at))).unwrap_or_default(),
            self.say(gone.verdict),
            self.application.email
        )
    }
}

/// The letter of a decision that nobody has been told of, in place of any earlier draft.
pub(super) fn held(
    programme: &Programme,
    window: &Window,
    application: &Application,
    outcome: &outcome::Outcome,
    now: Timestamp,
) -> crate::letters::Draft {
    draft(&Decided { programme, window, application, outcome, replaces: None, now }).held(UNTIL_RELEASE).redrafted()
}

/// The entry of the register for somebody who is designated.
pub(super) fn designation(
    programme: &Programme,
    window: &Window,
    application: &Application,
    now: Timestamp,
) -> Box<Designation> {
    let (name, email) = (application.name.clone(), application.email.clone());
    Box::new(Designation {
        case: Some(application.case.clone()),
        school: answer(programme, window, application, Meaning::School),
        specialism: answer(programme, window, application, Meaning::Specialism),
        ..Designation::new(programme.id.clone(), name, email, window.zone.date(now))
    })
}
