//! Gives places that have become free to whoever waits, however they became free.

use super::attendance::moments;
use super::{Job, Keeps, Missed, Task, When};
use crate::decision::Decision;
use crate::domain::meeting::Meeting;
use crate::incoming::places;

pub const JOB: Job = Job {
    name: "places",
    about: "Gives places at training that have become free to those who have waited longest.",
    when: When::At(moments),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["training-place", "training-waiting"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let given = |meeting: &Meeting| {
        let mut decision = Decision { case: Some(meeting.number.clone()), ..Decision::default() };
        let free = places::free(meeting);
        (places::give(meeting, free, &mut decision) > 0).then_some(decision)
    };
    task.facts.meetings.iter().filter(|meeting| meeting.is_coming(task.now)).filter_map(given).collect()
}
