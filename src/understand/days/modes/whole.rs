//! What only the whole mail shows: plans that go on, days said twice, days to come that are told as done.

use super::super::items::{Break, Item, Piece};
use super::super::question::Question;
use super::super::sentences::{Mode, Told};
use super::super::signs::Sign;
use jiff::civil::Date;

/// "Seven Acres tomorrow, Oakfield on Friday": after a day to come, a bare weekday is to come too.
pub fn plans_go_on(told: &mut Told, text: &str, items: &[Item]) {
    for found in 1..told.dated.len() {
        let (Some(dated), Some(before)) =
            (told.dated.get(found), found.checked_sub(1).and_then(|at| told.dated.get(at)))
        else {
            continue;
        };
        let between = items
            .get(before.item)
            .zip(items.get(dated.item))
            .and_then(|(one, other)| text.get(one.end..other.start))
            .unwrap_or("")
            .to_lowercase();
        let looks_back = between.split(|c: char| !c.is_alphabetic()).any(|word| {
            matches!(word, "was" | "were" | "did" | "had" | "went" | "worked" | "spent" | "been" | "but" | "log")
        });
        let ahead = before.days.coming && before.mode != Mode::Not && before.sentence == dated.sentence;
        if ahead
            && dated.days.bare_weekdays
            && dated.mode == Mode::Worked
            && !looks_back
            && let Some(dated) = told.dated.get_mut(found)
        {
            dated.mode = Mode::Planned;
            dated.days.coming = true;
        }
    }
}

/// "Yesterday (Monday)": a day in brackets is the day before them, said again.
pub fn bracketed(told: &mut Told, items: &[Item]) {
    let piece = |at: usize| items.get(at).map(|item| &item.piece);
    for found in 1..told.dated.len() {
        let (Some(dated), Some(before)) =
            (told.dated.get(found), found.checked_sub(1).and_then(|at| told.dated.get(at)))
        else {
            continue;
        };
        let enclosed = dated.item.checked_sub(1).is_some_and(|at| matches!(piece(at), Some(Piece::Break(Break::Open))))
            && matches!(piece(dated.item + 1), Some(Piece::Break(Break::Close)));
        let same_sentence = dated.sentence == before.sentence && dated.mode == Mode::Worked;
        let alike = dated.days.dates.len() == before.days.dates.len() && dated.days.dates != before.days.dates;
        let question = match (before.days.dates.first(), dated.days.dates.first()) {
            (Some(date), Some(said)) if enclosed && same_sentence && alike && date.weekday() != said.weekday() => {
                Question::WeekdayDisagrees { weekday: said.weekday(), date: *date }
            }
            (Some(_), Some(_)) if enclosed && same_sentence && alike => Question::WhichDays,
            _ => continue,
        };
        told.questions.push(question);
    }
}

/// Days to come are plans if they are told so; told as done, they are asked about.
pub fn future(told: &mut Told, text: &str, items: &[Item], received: Date) {
    for found in 0..told.dated.len() {
        let Some(dated) = told.dated.get(found) else { continue };
        if dated.mode != Mode::Worked {
            continue;
        }
        let range = told.sentences.get(dated.sentence).cloned().unwrap_or(0..0);
        let sign = |wanted: Sign| {
            items
                .get(range.clone())
                .unwrap_or(&[])
                .iter()
                .any(|item| matches!(item.piece, Piece::Sign(sign) if sign == wanted))
        };
        let future_question =
            dated.days.questions.iter().any(|question| matches!(question, Question::FutureDay { .. }));
        let all_ahead = !dated.days.dates.is_empty() && dated.days.dates.iter().all(|date| *date > received)
            || dated.days.dates.is_empty() && future_question;
        let ahead = dated.days.dates.iter().find(|date| **date > received).copied();
        let asked_to_log = sign(Sign::Log);
        let planned = !asked_to_log && all_ahead && (dated.days.coming || sign(Sign::Present));
        let here_again = dated.days.or_coming.is_some() && !asked_to_log && present(text, items, &range);
        if let Some(dated) = told.dated.get_mut(found) {
            if planned || here_again {
                dated.mode = Mode::Planned;
                dated.days.questions.clear();
            } else if let Some(date) = ahead {
                dated.days.questions.push(Question::FutureDay { date });
            }
        }
    }
}

/// "I'm at Oakfield again on the 24th": no word of it looks back.
fn present(text: &str, items: &[Item], range: &std::ops::Range<usize>) -> bool {
    let here = items.get(range.clone()).unwrap_or(&[]);
    let said: Vec<String> =
        here.iter().filter_map(|item| text.get(item.start..item.end)).map(str::to_lowercase).collect();
    let looks_back = said.iter().any(|word| {
        matches!(word.as_str(), "was" | "were" | "did" | "had" | "went" | "worked" | "spent" | "been" | "done" | "have")
    });
    let here_again = said.iter().zip(said.iter().skip(1)).any(|(word, next)| {
        matches!(word.replace('’', "'").as_str(), "i'm" | "im" | "i am")
            && matches!(next.as_str(), "at" | "in" | "back" | "there" | "over" | "visiting" | "going" | "doing")
    });
    here_again && !looks_back
}
