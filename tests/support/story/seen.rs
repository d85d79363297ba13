//! What a story says is so: each word looks, and changes nothing.

use super::received::describe;
use super::{Line, OFFICE, Story};
use crate::support::letters::Letter;
use crate::support::{deployments, meetings, money, register};
use alliance_clerk::domain::application::State;

impl Story {
    /// Whether it is such a word. Panics where it is, and what it says is not so.
    pub(super) async fn sees(&mut self, line: &Line<'_>, word: &str, rest: &str) -> bool {
        let at = format!("{}.story:{}", self.name, line.number);
        match word {
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
            "books" => {
                let books = money::books(&self.office).await;
                self.says(line, &books);
            }
            "no" => {
                assert_eq!(rest, "digest", "{at}");
                let left: Vec<Letter> = self.unasked().into_iter().filter(|l| l.kind == "digest").collect();
                assert!(left.is_empty(), "{at}: a digest that nobody expected:\n{}", describe(&left));
            }
            "register" | "unregister" => {
                let register = self.office.app.store.list_register().await.unwrap();
                let entries: Vec<String> = register
                    .iter()
                    .filter(|entry| entry.ended_on.is_none())
                    .map(|entry| format!("{}, {}, {}, {}", entry.name, entry.specialism, entry.school, entry.since))
                    .collect();
                assert_eq!(entries.iter().any(|e| e.contains(rest)), word == "register", "{at}: {entries:#?}");
            }
            "entry" => {
                let (number, wanted) = rest.split_once(' ').expect("entry NUMBER words");
                let said = register::entry(&self.office, number).await;
                assert!(said.contains(wanted), "{at}: the register says: {said}");
            }
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
            _ => return false,
        }
        true
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
}
