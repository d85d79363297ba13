//! The clock that never slips: jobs over clock changes, outages and clocks that are set; and the foretelling of letters.

mod sixteen;

use crate::support::office::{Office, instant};
use alliance_clerk::jobs::{Job, Keeps, Missed, When};
use alliance_clerk::schedule;
use alliance_clerk::step::Office as StepOffice;
use jiff::civil::{Date, DateTime, date, datetime};
use jiff::{Span, Timestamp, ToSpan as _};
use sqlx::Row as _;
use std::collections::BTreeMap;

const fn job(name: &'static str, missed: Missed, when: When) -> Job {
    Job { name, about: "A job of a test.", when, keeps: Keeps::AnyTime, missed, purposes: &[], decide: |_| vec![] }
}

/// Through the hours that the clock skips and repeats.
const NIGHTLY: Job = job(
    "nightly",
    Missed::OnceLate,
    When::At(|_| ["0 30 0", "0 0 1", "0 30 1", "0 50 1", "0 0 2", "0 30 2"].map(|at| format!("{at} * * *")).to_vec()),
);
const MORNING: Job = job("morning", Missed::OnceLate, When::At(|_| vec!["0 30 7 * * *".to_owned()]));
const EACH: Job = job("each", Missed::Each, When::At(|_| vec!["0 30 7 * * *".to_owned()]));
const SKIPPED: Job = job("skipped", Missed::Skip, When::At(|_| vec!["0 30 7 * * *".to_owned()]));

async fn pass(office: &Office, jobs: &[&Job], at: Timestamp) {
    let app = &office.app;
    let step = StepOffice { config: &app.config, renderer: &app.renderer, store: &app.store };
    schedule::run_these(&step, jobs, at).await.unwrap();
}

/// The moments for which each job was done.
async fn done(office: &Office) -> BTreeMap<String, Vec<String>> {
    let path = office.folder.path().join(alliance_clerk::app::DATABASE);
    let pool = sqlx::SqlitePool::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    let mut done: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &sqlx::query("SELECT job, due_at FROM job_run ORDER BY due_at").fetch_all(&pool).await.unwrap() {
        done.entry(row.get("job")).or_default().push(row.get("due_at"));
    }
    pool.close().await;
    done
}

/// The last Sundays of March and October.
fn clock_changes() -> Vec<Date> {
    let last_sunday = |year, month| {
        let last = date(year, month, 31);
        last.saturating_sub(Span::new().days(i64::from(last.weekday().to_sunday_zero_offset())))
    };
    (2024..=2039).flat_map(|year| [last_sunday(year, 3), last_sunday(year, 10)]).collect()
}

#[tokio::test]
async fn on_every_clock_change_until_2039_each_job_is_done_once_for_each_of_its_moments() {
    let office = Office::with(|_| ()).await;
    let mut expected = BTreeMap::<String, Vec<String>>::new();
    for sunday in clock_changes() {
        // From Saturday noon to Monday noon, every ten minutes of real time; the civil day has 23 or 25 hours.
        let mut at = instant(sunday.yesterday().unwrap().at(12, 0, 0, 0));
        let end = instant(sunday.tomorrow().unwrap().at(12, 0, 0, 0));
        // The outage since the last one is made up for first, so that it is not counted here.
        pass(&office, &[&NIGHTLY, &MORNING], at).await;
        while at <= end {
            pass(&office, &[&NIGHTLY, &MORNING], at).await;
            at += 10.minutes();
        }
        for day in [sunday, sunday.tomorrow().unwrap()] {
            for (job, hour, minute) in [
                ("nightly", 0, 30),
                ("nightly", 1, 0),
                ("nightly", 1, 30),
                ("nightly", 1, 50),
                ("nightly", 2, 0),
                ("nightly", 2, 30),
                ("morning", 7, 30),
            ] {
                expected.entry(job.to_owned()).or_default().push(day.at(hour, minute, 0, 0).to_string());
            }
        }
    }
    let done = done(&office).await;
    for (job, expected) in expected {
        let done: Vec<&String> = done[&job].iter().filter(|at| expected.iter().any(|e| e[..10] == at[..10])).collect();
        if job == "nightly" {
            // At a pass where two moments have come together, the latest stands for both: 01:00 to 02:00 in March.
            let all: Vec<&String> = expected.iter().collect();
            assert!(done.iter().all(|at| all.contains(at)));
            for at in expected.iter().filter(|at| !(at[5..7] == *"03" && ("01:00"..="01:59").contains(&&at[11..16]))) {
                assert_eq!(done.iter().filter(|d| **d == at).count(), 1, "{job} at {at}");
            }
        } else {
            assert_eq!(done, expected.iter().collect::<Vec<_>>(), "{job}");
        }
    }
}

#[tokio::test]
async fn a_weeks_outage_is_made_up_for_as_each_job_says() {
    let office = Office::with(|_| ()).await;
    let jobs = [&MORNING, &EACH, &SKIPPED];
    let at = |day, hour, minute| instant(datetime(2027, 3, day, hour, minute, 0, 0));
    pass(&office, &jobs, at(1, 7, 31)).await;
    pass(&office, &jobs, at(1, 7, 32)).await;
    // Down from the 1st to the 8th, and back at 09:00.
    pass(&office, &jobs, at(8, 9, 0)).await;
    pass(&office, &jobs, at(8, 9, 1)).await;
    pass(&office, &jobs, at(9, 7, 30)).await;
    let done = done(&office).await;
    let days = |job: &str| done[job].iter().map(|at| at[8..10].parse().unwrap()).collect::<Vec<u8>>();
    assert_eq!(days("morning"), [1, 8, 9], "once, late");
    assert_eq!(days("each"), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(days("skipped"), [1, 9], "an hour and a half late is too late");
}

#[tokio::test]
async fn a_clock_that_is_set_back_repeats_nothing_and_one_that_ran_ahead_holds_nothing_up() {
    let office = Office::with(|_| ()).await;
    let jobs = [&MORNING, &EACH];
    let at = |year, month, day| instant(datetime(year, month, day, 9, 0, 0, 0));
    for day in [1, 2, 3] {
        pass(&office, &jobs, at(2027, 3, day)).await;
    }
    // Back by two days, and through them again.
    for day in [1, 2, 3] {
        pass(&office, &jobs, at(2027, 3, day)).await;
    }
    assert_eq!(done(&office).await["each"].len(), 3, "each morning has been once");
    // Ahead by three years for a moment, and right again: the coming mornings must not wait until 2030.
    pass(&office, &[&MORNING], at(2030, 3, 4)).await;
    for day in [4, 5] {
        pass(&office, &jobs, at(2027, 3, day)).await;
    }
    let done = done(&office).await;
    assert_eq!(done["morning"].len(), 6, "{done:?}");
    assert_eq!(done["each"].len(), 5, "{done:?}");
}

#[tokio::test]
async fn a_restart_repeats_nothing() {
    let office = Office::with(|_| ()).await;
    let morning: DateTime = datetime(2027, 3, 1, 7, 30, 0, 0);
    office.at(morning);
    pass(&office, &[&MORNING], instant(morning)).await;
    let office = office.reopened(crate::support::program()).await;
    pass(&office, &[&MORNING], instant(morning) + 1.second()).await;
    assert_eq!(done(&office).await["morning"].len(), 1);
}
