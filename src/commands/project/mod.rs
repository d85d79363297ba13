//! `project REG-2027-0003 "Talk for writing in Year 4" due 10 March 2028 bursary £500`: a project is agreed, and its holder
//! and their head are told. What happens to it afterwards has a file for each command.

pub mod accept;
pub mod drop;
pub mod extend;
pub mod more;
pub mod paid;

use super::said::Said;
use super::{Command, Order, Outcome, Refusal};
use super::{misunderstood, refused};
use crate::config::projects::ProjectPolicy;
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::facts::Lookup;
use crate::domain::money::Pence;
use crate::domain::project::{self, Holder, Project, Step};
use crate::domain::register::{self, Designation};
use crate::domain::school_days::SchoolDays;
use crate::domain::{CaseId, EmailAddress, civil};
use crate::incoming::heads;
use crate::jobs::project_reminders;
use crate::letters::project::ProjectWords;
use crate::letters::project::agreed::ProjectAgreed;
use crate::letters::{Draft, greeting};
use jiff::Span;
use jiff::civil::Date;

pub const COMMAND: Command = Command {
    name: "project",
    usage: &[
        "project REG-2027-0003 \"Talk for writing in Year 4\" due 10 March 2028",
        "project REG-2027-0003 \"Talk for writing in Year 4\" due 10 March 2028 bursary £750",
    ],
    about: "Agrees a project with somebody of the register: what it is called and when its final report is due. They and their head have a letter with the dates and the bursary; without `bursary` it is what policy says.",
    lookup,
    decide,
};

/// Nobody agrees a project for longer.
const MOST_YEARS: i16 = 3;
const LONGEST_TITLE: usize = 160;

struct Wish<'s> {
    entry: CaseId,
    title: &'s str,
    due: Date,
    bursary: Option<Pence>,
}

fn read<'s>(said: &Said<'s>) -> Result<Wish<'s>, Refusal> {
    let (word, rest) = said.word();
    let Some(entry) = CaseId::parse(word).ok().filter(|entry| entry.prefix() == register::PREFIX) else {
        return misunderstood(
            "Whose project? Expected a number of the register, as in `project REG-2027-0003 \"Title\" due 10 March 2028`.",
        );
    };
    let expected =
        |what: &str| Refusal::Misunderstood(format!("{what} Expected `project {entry} \"Title\" due 10 March 2028`."));
    let (title, rest) = titled(rest.text()).ok_or_else(|| expected("What is it called?"))?;
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return misunderstood(format!("A title of 1 to {LONGEST_TITLE} letters is wanted, in quotation marks."));
    }
    let rest = Said::new(rest).after("due").ok_or_else(|| expected("When is its final report due?"))?;
    // ASCII case is folded, so that places in the folded text are places in the text.
    let lower = rest.text().to_ascii_lowercase();
    let (day, bursary) = match lower.find("bursary") {
        Some(at) => {
            let (day, sum) = rest.text().split_at(at);
            let sum = sum.get("bursary".len()..).unwrap_or("").trim_start_matches([':', ' ']);
            let sum = sum.strip_prefix("of ").unwrap_or(sum);
            (day, Some(Pence::parse(sum).map_err(|e| Refusal::Misunderstood(format!("{e}.")))?))
        }
        None => (rest.text(), None),
    };
    let day = day.trim().trim_end_matches([',', ';', '.']);
    let day = day.strip_suffix(" with").or_else(|| day.strip_suffix(" and")).unwrap_or(day);
    let Some(due) = civil::read_date(day) else {
        return Err(expected(&format!("`{day}` is no date with its year.")));
    };
    Ok(Wish { entry, title, due, bursary })
}

/// A title in quotation marks, or all that stands before `due`; and the rest.
fn titled(text: &str) -> Option<(&str, &str)> {
    const PAIRS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('‘', '’'), ('«', '»')];
    for (open, close) in PAIRS {
        if let Some(inner) = text.strip_prefix(open) {
            // ‘Year 4’s talk’: the last mark before `due` ends it.
            let end = inner.match_indices(close).map(|(at, _)| at).rfind(|at| {
                inner.get(at + close.len_utf8()..).is_some_and(|rest| Said::new(rest).after("due").is_some())
            })?;
            return Some((inner.get(..end)?.trim(), inner.get(end + close.len_utf8()..)?.trim_start()));
        }
    }
    let at = text.to_ascii_lowercase().rfind(" due ")?;
    Some((text.get(..at)?.trim(), text.get(at..)?.trim_start()))
}

fn lookup(said: &Said<'_>, config: &Config) -> Result<Lookup, Refusal> {
    let wish = read(said)?;
    // The number is of the year in which it is agreed, which the words do not say.
    let years = (0..=MOST_YEARS).map(|back| wish.due.year().saturating_sub(back));
    Ok(Lookup {
        numbers: years.map(|year| (project::PREFIX.to_owned(), year)).collect(),
        cases: vec![wish.entry],
        people: true,
        projects: true,
        programmes: config.programmes.keys().cloned().collect(),
        ..Lookup::default()
    })
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let wish = read(order.said)?;
    let (entry, programme) = holder(order, &wish.entry)?;
    let policy = &programme.projects;
    let today = programme.window.zone.date(order.now);
    if wish.due <= today {
        return refused(format!("{} has passed already.", civil::date_in_words(wish.due)));
    }
    if today.saturating_add(Span::new().years(MOST_YEARS)) < wish.due {
        return refused(format!("A project of more than {MOST_YEARS} years? Please agree an earlier date."));
    }
    let same = |project: &&Project| {
        project.holder.entry == wish.entry && project.title.to_lowercase() == wish.title.to_lowercase()
    };
    if let Some(known) = order.facts.projects.iter().filter(|project| project.is_open()).find(same) {
        return refused(format!("{} has agreed “{}” already: {}.", entry.name, known.title, known.number));
    }
    let bursary = wish.bursary.unwrap_or(policy.bursary);
    if bursary.is_negative() {
        return refused(format!("A bursary is no debt: {bursary}."));
    }
    let next = order.facts.next_numbers.get(&(project::PREFIX.to_owned(), today.year())).copied();
    let Some(next) = next else {
        return refused("The year of this project could not be made out; please say its date with the year.");
    };
    let project = Project {
        number: CaseId::new(project::PREFIX, today.year(), next),
        holder: Holder {
            entry: wish.entry.clone(),
            programme: programme.id.clone(),
            name: entry.name.clone(),
            email: entry.email.clone(),
            school: entry.school.clone(),
        },
        title: wish.title.to_owned(),
        bursary,
        agreed_on: today,
        agreed_by: order.by.to_owned(),
        steps: steps(policy, today, wish.due, &order.config.calendar),
        paid_on: None,
        dropped: None,
    };
    let mut decision = Decision { case: Some(project.number.clone()), ..Decision::default() };
    let head = heads::of_entry(order.facts, programme, entry);
    let told = told(&project, programme, head.as_ref(), &mut decision);
    decision.because(format!(
        "{} agreed the project with {} ({}): final report by {}, bursary {bursary}.",
        order.by,
        entry.name,
        wish.entry,
        civil::date_in_words(wish.due)
    ));
    let dates: Vec<String> =
        project.steps.iter().map(|step| format!("{} by {}", step.name, civil::date_in_words(step.due))).collect();
    let answer = format!(
        "{} is agreed with {}: “{}”, {}; bursary {bursary}. {told}",
        project.number,
        entry.name,
        project.title,
        dates.join(", ")
    );
    decision.changes.push(Change::Project(ProjectChange::Agreed { project: Box::new(project) }));
    Ok(Outcome::new(decision, answer))
}

/// The entry of the register that a project is agreed with, and its programme.
fn holder<'a>(order: &Order<'a>, number: &CaseId) -> Result<(&'a Designation, &'a Programme), Refusal> {
    let Some(entry) = order.facts.entry(number) else {
        return refused(format!("There is no {number} in the register; `register` lists all."));
    };
    let Some(programme) = order.config.programme(&entry.programme) else {
        return refused(format!("{number} is of the programme {}, which is not configured.", entry.programme));
    };
    if !programme.projects.enabled {
        return refused(format!(
            "{} funds no projects ([projects] in config/programmes/{}.toml).",
            programme.name, programme.id
        ));
    }
    if entry.ended_on.is_some() {
        return refused(format!("The {} of {} ({number}) has ended.", programme.words.noun, entry.name));
    }
    Ok((entry, programme))
}

/// What is due when: each step at its part of the way, on a school day; the last on the very day that was agreed.
fn steps(policy: &ProjectPolicy, agreed: Date, due: Date, calendar: &SchoolDays) -> Vec<Step> {
    let days = i64::from((due - agreed).get_days());
    let on = |percent: u32| {
        if percent >= 100 {
            return due;
        }
        let day = agreed.saturating_add(Span::new().days(days * i64::from(percent) / 100));
        if calendar.is_school_day(day) { day } else { calendar.before(day, 1) }
    };
    policy
        .steps
        .iter()
        .map(|step| Step {
            id: step.id.clone(),
            name: step.name.clone(),
            due: on(step.percent),
            reminded: project_reminders::passed(calendar, step, on(step.percent), agreed),
            report: None,
            accepted_on: None,
        })
        // Of a project that is agreed for a few days only what lies ahead is due.
        .filter(|step| step.due > agreed)
        .collect()
}

/// The letters to the holder and to their head. Returns whom they went to, in a sentence.
fn told(
    project: &Project,
    programme: &Programme,
    head: Option<&(String, EmailAddress)>,
    decision: &mut Decision,
) -> String {
    let (case, holder) = (&project.number, &project.holder);
    let own = ProjectAgreed {
        name: greeting(&holder.name),
        project: ProjectWords::of(project, programme),
        head: false,
        told: head.map(|(name, _)| greeting(name)).unwrap_or_default(),
    };
    let purpose = |to: &str| format!("project-agreed:{case}:{to}");
    decision.letters.push(Draft::new(&own, holder.email.clone(), &holder.name, purpose("holder")).about(case));
    let Some((name, email)) = head else {
        return format!(
            "A letter goes to {}. I know no head’s address for {}: please pass it on yourself.",
            holder.email,
            if holder.school.is_empty() { "their school" } else { &holder.school }
        );
    };
    let letter = ProjectAgreed { name: greeting(name), head: true, told: String::new(), ..own };
    decision.letters.push(Draft::new(&letter, email.clone(), name, purpose("head")).about(case));
    format!("Letters go to {} and to {email}.", holder.email)
}

/// `PRJ-2027-0001`, and what follows it.
fn number<'s>(said: &Said<'s>) -> Result<(CaseId, Said<'s>), Refusal> {
    let (word, rest) = said.word();
    match CaseId::parse(word).ok().filter(|number| number.prefix() == project::PREFIX) {
        Some(number) => Ok((number, rest)),
        None => misunderstood("Which project? Expected its number, as in `PRJ-2027-0001`; `projects` lists all."),
    }
}

/// What a command about a project needs.
struct Matter<'a> {
    project: &'a Project,
    programme: &'a Programme,
    today: Date,
}

fn matter<'a>(order: &Order<'a>, number: &CaseId) -> Result<Matter<'a>, Refusal> {
    let Some(project) = order.facts.project(number) else {
        return refused(format!("There is no project {number}; `projects` lists all."));
    };
    let Some(programme) = order.config.programme(&project.holder.programme) else {
        return refused(format!("{number} is of the programme {}, which is not configured.", project.holder.programme));
    };
    Ok(Matter { project, programme, today: programme.window.zone.date(order.now) })
}

impl Matter<'_> {
    /// `PRJ-2027-0001 (Priya Nair)`.
    fn named(&self) -> String {
        format!("{} ({})", self.project.number, self.project.holder.name)
    }

    fn words(&self, project: &Project) -> ProjectWords {
        ProjectWords::of(project, self.programme)
    }

    /// A letter to the holder.
    fn draft<L: crate::letters::Letter>(&self, letter: &L, purpose: String) -> Draft {
        let holder = &self.project.holder;
        Draft::new(letter, holder.email.clone(), &holder.name, purpose).about(&self.project.number)
    }

    fn greeting(&self) -> String {
        greeting(&self.project.holder.name)
    }

    /// How many of the reminders of a report lie behind, were it due on a day.
    fn reminded(&self, order: &Order<'_>, step: &Step, due: Date) -> u32 {
        let policy = self.programme.projects.step(&step.id);
        policy.map_or(0, |policy| project_reminders::passed(&order.config.calendar, policy, due, self.today))
    }

    /// Nothing is expected of it any more.
    fn refuse_ended<T>(&self) -> Result<T, Refusal> {
        refused(format!("{} is {}; nothing is due any more.", self.named(), self.project.state().in_words()))
    }
}

/// Questions about a project are settled by what a coordinator says of it.
fn settled(project: &CaseId, by: &str, outcome: &str) -> Change {
    Change::ReviewsClosed { key_begins: format!("project:{project}:"), by: by.to_owned(), outcome: outcome.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read_all(text: &str) -> Option<(String, Date, Option<Pence>)> {
        read(&Said::new(text)).ok().map(|wish| (wish.title.to_owned(), wish.due, wish.bursary))
    }

    #[test]
    fn a_project_is_read_as_people_write_it() {
        let day = date(2028, 3, 10);
        let talk = || "Talk for writing".to_owned();
        for (text, expected) in [
            ("REG-2027-0003 \"Talk for writing\" due 10 March 2028", Some((talk(), day, None))),
            ("reg-2027-3 “Talk for writing” due 10 March 2028, bursary £500", Some((talk(), day, Some(Pence(50_000))))),
            ("REG-2027-0003 Talk for writing due 10/03/2028 Bursary: 297.50", Some((talk(), day, Some(Pence(29_750))))),
            (
                "REG-2027-0003 ‘What’s due when’ due 10 March 2028 with bursary of £1,000",
                Some(("What’s due when".to_owned(), day, Some(Pence(100_000)))),
            ),
            ("REG-2027-0003 \"Talk for writing\" due soon", None),
            ("REG-2027-0003 \"Talk for writing\"", None),
            ("REG-2027-0003 \"\" due 10 March 2028", None),
            ("REG-2027-0003 \"Talk for writing\" due 10 March 2028 bursary lots", None),
            ("SLE-2027-0003 \"Talk for writing\" due 10 March 2028", None),
        ] {
            assert_eq!(read_all(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_due_lies_on_school_days_and_the_last_on_the_day_agreed() {
        let step = |id: &str, percent| crate::config::projects::ProjectStep {
            id: id.to_owned(),
            name: id.to_owned(),
            percent,
            reminders: vec![],
            chasers: vec![],
            ask_after: 0,
        };
        let policy =
            ProjectPolicy { steps: vec![step("midpoint", 50), step("final", 100)], ..ProjectPolicy::default() };
        let calendar = SchoolDays::new(vec![(date(2027, 10, 25), date(2027, 10, 29))]);
        let of = |agreed, due| steps(&policy, agreed, due, &calendar).iter().map(|step| step.due).collect::<Vec<_>>();
        assert_eq!(of(date(2027, 6, 1), date(2028, 3, 10)), [date(2027, 10, 20), date(2028, 3, 10)]);
        // Half-way falls into the half-term: the Friday before it.
        assert_eq!(of(date(2027, 6, 17), date(2028, 3, 5)), [date(2027, 10, 22), date(2028, 3, 5)]);
        // A day's project has no middle.
        assert_eq!(of(date(2027, 6, 1), date(2027, 6, 2)), [date(2027, 6, 2)]);
    }
}
