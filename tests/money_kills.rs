//! Sixteen coordinators at once, each typing commands, beside the daemon; all of them killed at random instants. Whatever
//! happens, numbers are 1 to N without a gap, no day stands on two live documents, and saying it again changes nothing.
//!
//! `CLERK_INVOICES` and `CLERK_MONEY_KILLS` set how many (80 and 24 by default; `scripts/soak` does 10,000 and 300).

use crate::support::{money, program};
use alliance_clerk::app::DATABASE;
use alliance_clerk::domain::change::{Change, DeploymentChange, VisitChange};
use alliance_clerk::domain::deployment::{Deployed, Deployment, Model, Plan, Request, State, SupportedSchool};
use alliance_clerk::domain::visit::{self, Billing, Visit, VisitId};
use alliance_clerk::domain::worked::HalfDays;
use alliance_clerk::domain::{CaseId, EmailAddress, ProgrammeId};
use alliance_clerk::store::{self, Store};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use sqlx::Row as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

const AT_ONCE: usize = 16;

/// A batch of work is a day at each school; for many invoices there are more schools, so that there are not more batches.
fn schools() -> u32 {
    (wanted("CLERK_INVOICES", 80) / 25).clamp(40, 400)
}

fn wanted(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// Chance that can be repeated as far as threads allow.
fn dice(seed: &AtomicU64, below: u64) -> u64 {
    let next = |s: u64| Some(s.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    let before = seed.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).unwrap();
    (before >> 33) % below
}

/// An alliance with a seller and its schools, each of which is helped by somebody and has an order number of its own.
struct Place {
    folder: tempfile::TempDir,
    first: Date,
}

fn school(n: u32) -> String {
    format!("School {n:03}")
}

impl Place {
    fn new(runtime: &tokio::runtime::Runtime) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(Command::new(program()).arg("init").arg(root).stdout(Stdio::null()).status().unwrap().success());
        money::billing(root, "seller");
        for n in 0..schools() {
            let urn = 100_000 + n;
            money::billing(
                root,
                &format!("[[buyer]]\\nname = \"{}\"\\nurn = \"{urn}\"\\naddress = [\"Road {n}\", \"Town\"]", school(n)),
            );
        }
        // What is billed here is told to nobody: the numbers are what counts.
        let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let place = Self { folder, first: today.saturating_sub(Span::new().days(900)) };
        runtime.block_on(async {
            let store = place.store().await;
            let mut tx = store.begin().await.unwrap();
            let changes: Vec<Change> = (0..schools())
                .map(|n| DeploymentChange::Requested { deployment: Box::new(place.deployment(n)) })
                .map(Change::Deployment)
                .collect();
            store::apply::changes(&mut tx, &changes, Timestamp::now()).await.unwrap();
            tx.commit().await.unwrap();
            store.close().await;
        });
        place
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    async fn store(&self) -> Store {
        Store::open(&self.root().join(DATABASE)).await.unwrap()
    }

    fn number(n: u32) -> CaseId {
        CaseId::new("DEP", 2020, n + 1)
    }

    fn person(n: u32) -> EmailAddress {
        EmailAddress::parse(&format!("teacher{n}@school{n}.example")).unwrap()
    }

    fn deployment(&self, n: u32) -> Deployment {
        let now = Timestamp::now();
        let head = EmailAddress::parse(&format!("head{n}@school{n}.example")).unwrap();
        Deployment {
            number: Self::number(n),
            programme: ProgrammeId::parse("sle").unwrap(),
            school: SupportedSchool {
                name: school(n),
                urn: None,
                head_name: "Jo Marsh".to_owned(),
                head_email: head.clone(),
                finance_email: None,
                po_number: format!("PO {n}"),
            },
            request: Request { subject: "Mathematics".to_owned(), at: Some(now), ..Request::default() },
            state: State::Active,
            state_since: now,
            state_because: String::new(),
            plan: Some(Plan {
                model: Model::Spread,
                half_days: HalfDays(10_000),
                starts_on: self.first,
                ends_on: self.first.saturating_add(Span::new().years(9)),
                review_on: None,
                end_point: String::new(),
                lines: vec![],
            }),
            charging: None,
            agreement: 0,
            people: vec![Deployed {
                name: format!("Teacher {n}"),
                email: Self::person(n),
                entry: None,
                home_school: school((n + 1) % schools()),
                home_urn: None,
                head_name: "Owen Brooks".to_owned(),
                head_email: Some(EmailAddress::parse(&format!("home{n}@school{n}.example")).unwrap()),
                leads: true,
                share: HalfDays::NONE,
                asked_at: now,
                answer: Some(true),
                head_answer: Some(true),
                chased: 0,
                released_at: None,
            }],
            consents: vec![],
            planned: vec![],
            evaluations: vec![],
            end_told: Default::default(),
            review_asked: Default::default(),
        }
    }

    /// One more day at each school, confirmed.
    async fn work(&self, store: &Store, batch: u32) {
        let now = Timestamp::now();
        let visit = |n: u32| Visit {
            id: VisitId(0),
            deployment: Self::number(n),
            name: format!("Teacher {n}"),
            email: Self::person(n),
            day: self.first.saturating_add(Span::new().days(batch)),
            half_days: HalfDays::DAY,
            words: String::new(),
            minutes: None,
            message: None,
            logged_at: now,
            logged_by: "the test".to_owned(),
            state: visit::State::Confirmed,
            state_since: now,
            state_because: String::new(),
            told_at: Some(now),
            billing: Billing::Unbilled,
            reimbursed: false,
            sold_at: None,
            flags: vec![],
        };
        let changes: Vec<Change> =
            (0..schools()).map(|n| Change::Visit(VisitChange::Logged { visit: Box::new(visit(n)) })).collect();
        let mut tx = store.begin().await.unwrap();
        store::apply::changes(&mut tx, &changes, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.arg("--config").arg(self.root()).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// What is wrong with the books; empty where nothing is.
async fn wrong(store: &Store) -> Vec<String> {
    let mut tx = store.read_only().await.unwrap();
    let mut wrong = vec![];
    let gaps = sqlx::query(
        "SELECT series, year, COUNT(*) AS many, MIN(number) AS first, MAX(number) AS last, COUNT(DISTINCT number) AS different
         FROM invoice WHERE state = 'issued' GROUP BY series, year",
    )
    .fetch_all(&mut *tx)
    .await
    .unwrap();
    for row in &gaps {
        let [many, first, last, different]: [i64; 4] = ["many", "first", "last", "different"].map(|name| row.get(name));
        if first != 1 || last != many || different != many {
            wrong.push(format!("{}: {many} documents, numbers {first} to {last}", row.get::<String, _>("series")));
        }
    }
    let twice = sqlx::query(
        "SELECT visit_id, COUNT(*) AS many FROM invoice_line JOIN invoice ON invoice.id = invoice_id
         WHERE state <> 'dropped' AND visit_id IS NOT NULL AND kind IN ('invoice', 'self_billing')
         GROUP BY visit_id, kind HAVING COUNT(*) > 1",
    )
    .fetch_all(&mut *tx)
    .await
    .unwrap();
    for row in &twice {
        wrong.push(format!("visit {} is billed {} times", row.get::<i64, _>("visit_id"), row.get::<i64, _>("many")));
    }
    wrong
}

/// Confirmed days without an invoice, drafts, and issued invoices.
async fn progress(store: &Store) -> (i64, i64, i64) {
    let mut tx = store.read_only().await.unwrap();
    let row = sqlx::query(
        "SELECT (SELECT COUNT(*) FROM visit WHERE id NOT IN (SELECT visit_id FROM billed WHERE side = 'sale')) AS unbilled,
                (SELECT COUNT(*) FROM invoice WHERE state = 'draft') AS drafts,
                (SELECT COUNT(*) FROM invoice WHERE state = 'issued' AND kind = 'invoice') AS issued",
    )
    .fetch_one(&mut *tx)
    .await
    .unwrap();
    (row.get("unbilled"), row.get("drafts"), row.get("issued"))
}

/// How it went.
#[derive(Default)]
struct Tally {
    kills: AtomicU32,
    commands: AtomicU32,
    /// In milliseconds: the longest that a command took which nobody killed.
    longest: AtomicU64,
    faults: std::sync::Mutex<Vec<String>>,
}

/// Far beyond the thirty seconds for which a command waits its turn: one that takes so long hangs.
const HANGS_AFTER: Duration = Duration::from_secs(180);

/// Waits for a command to end, and says so where it does not.
fn wait(mut child: Child) -> Result<Output, String> {
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > HANGS_AFTER {
            child.kill().unwrap();
            return Err(format!("it hung: {:?}", child.wait_with_output().unwrap()));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(child.wait_with_output().unwrap())
}

/// Runs a command; perhaps kills it. Gives what it printed where it was let live.
fn one(place: &Place, seed: &AtomicU64, tally: &Tally, kill: bool, arguments: &[&str]) -> Option<String> {
    let start = Instant::now();
    let mut child = place.command(arguments).spawn().unwrap();
    tally.commands.fetch_add(1, Ordering::Relaxed);
    if kill {
        std::thread::sleep(Duration::from_micros(dice(seed, 900_000)));
        let alive = child.try_wait().unwrap().is_none();
        let _gone = child.kill();
        child.wait().unwrap();
        tally.kills.fetch_add(u32::from(alive), Ordering::Relaxed);
        return None;
    }
    let output = match wait(child) {
        Ok(output) => output,
        Err(why) => {
            tally.faults.lock().unwrap().push(format!("{arguments:?}: {why}"));
            return None;
        }
    };
    let took = u64::try_from(start.elapsed().as_millis()).unwrap();
    tally.longest.fetch_max(took, Ordering::Relaxed);
    // 3 is "understood, and nothing to do" or "waits for a code"; 1 would be a fault, such as a turn that never came.
    if !matches!(output.status.code(), Some(0 | 3)) {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        tally.faults.lock().unwrap().push(format!("{arguments:?} after {took} ms: {said}"));
    }
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

fn code_in(said: &str) -> Option<String> {
    let after = said.split("--code ").nth(1)?;
    let code: String = after.chars().take_while(char::is_ascii_digit).collect();
    (code.len() == 6).then_some(code)
}

/// Some of the drafts that there are now.
fn some_drafts(place: &Place, seed: &AtomicU64) -> Vec<String> {
    let output = place.command(&["--json", "invoices", "drafts"]).output().unwrap();
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let mut drafts: Vec<String> =
        list.as_array().into_iter().flatten().filter_map(|draft| draft["draft"].as_str().map(str::to_owned)).collect();
    let from = dice(seed, 1 + drafts.len() as u64) as usize;
    let from = from.min(drafts.len());
    drafts.rotate_left(from);
    drafts.truncate(1 + dice(seed, 25) as usize);
    drafts
}

/// Sends the coordinators home, also when the watch over them fails: a test that waits for people who work for ever tells
/// nobody what went wrong.
struct Home<'a>(&'a AtomicBool);

impl Drop for Home<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A coordinator at work until nothing is left to do, or the round is over.
fn coordinator(place: &Place, seed: &AtomicU64, tally: &Tally, done: &AtomicBool, kills: u32) {
    while !done.load(Ordering::Relaxed) {
        let kill = || dice(seed, 3) == 0 && tally.kills.load(Ordering::Relaxed) < kills;
        if dice(seed, 5) == 0 {
            one(place, seed, tally, kill(), &["do", "invoices draft"]);
            continue;
        }
        let drafts = some_drafts(place, seed);
        if drafts.is_empty() {
            std::thread::sleep(Duration::from_millis(100 + dice(seed, 400)));
            continue;
        }
        let send = format!("invoices send {}", drafts.join(" "));
        let Some(said) = one(place, seed, tally, kill(), &["do", &send]) else { continue };
        if let Some(code) = code_in(&said) {
            one(place, seed, tally, kill(), &["do", "--code", &code]);
        }
    }
}

/// Plays batches of work until so many invoices have been issued. Returns how often somebody was killed.
fn play(place: &Place, runtime: &tokio::runtime::Runtime, invoices: u32, kills: u32) -> Tally {
    let seed = AtomicU64::new(wanted("CLERK_SEED", 7).into());
    let tally = Tally::default();
    let store = runtime.block_on(place.store());
    let batches = invoices.div_ceil(schools());
    for batch in 0..batches {
        runtime.block_on(place.work(&store, batch));
        let mut daemon = place.command(&["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let done = AtomicBool::new(false);
        // A share of the kills for each batch, so that the last are killed as often as the first.
        let share = kills.div_ceil(batches) * (batch + 1);
        std::thread::scope(|scope| {
            let _home = Home(&done);
            for _ in 0..AT_ONCE {
                scope.spawn(|| coordinator(place, &seed, &tally, &done, share));
            }
            let started = Instant::now();
            loop {
                std::thread::sleep(Duration::from_millis(300));
                let (unbilled, drafts, _) = runtime.block_on(progress(&store));
                let killed_enough = tally.kills.load(Ordering::Relaxed) >= share;
                if unbilled == 0 && drafts == 0 && (killed_enough || started.elapsed() > Duration::from_secs(60)) {
                    break;
                }
                assert!(
                    started.elapsed() < Duration::from_secs(600),
                    "nothing moves: {unbilled} days, {drafts} drafts; {:?}",
                    tally.faults.lock().unwrap()
                );
            }
        });
        tally.kills.fetch_add(u32::from(daemon.try_wait().unwrap().is_none()), Ordering::Relaxed);
        let _gone = daemon.kill();
        daemon.wait().unwrap();
    }
    runtime.block_on(store.close());
    tally
}

#[test]
fn sixteen_coordinators_and_kills_leave_no_gap_and_bill_no_day_twice() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let place = Place::new(&runtime);
    let (invoices, kills) = (wanted("CLERK_INVOICES", 80), wanted("CLERK_MONEY_KILLS", 24));
    let tally = play(&place, &runtime, invoices, kills);
    let store = runtime.block_on(place.store());
    let wrong = runtime.block_on(wrong(&store));
    let (unbilled, drafts, issued) = runtime.block_on(progress(&store));
    let faults = tally.faults.lock().unwrap();
    let (killed, commands) = (tally.kills.load(Ordering::Relaxed), tally.commands.load(Ordering::Relaxed));
    println!(
        "{issued} invoices issued by {commands} commands, {AT_ONCE} at once; {killed} kills; the longest command that lived took {} ms",
        tally.longest.load(Ordering::Relaxed)
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!((unbilled, drafts), (0, 0));
    assert!(issued >= i64::from(invoices) && killed >= kills, "{issued} invoices, {killed} kills");
    // Said again, nothing follows.
    for again in ["invoices draft", "invoices send"] {
        assert_eq!(place.command(&["do", again]).output().unwrap().status.code(), Some(3), "{again}");
    }
    assert_eq!(runtime.block_on(progress(&store)), (0, 0, issued));
    let ledger = place.command(&["ledger"]).output().unwrap();
    assert!(ledger.status.success(), "{}", String::from_utf8_lossy(&ledger.stdout));
}

/// The control: clerks who look up the next number first, and write the invoice afterwards. If this found nothing wrong, the
/// test above would be no test.
#[test]
fn the_same_kills_find_clerks_who_draw_the_number_first() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let place = Place::new(&runtime);
    let store = runtime.block_on(place.store());
    for batch in 0..40 {
        runtime.block_on(place.work(&store, batch));
    }
    let seed = AtomicU64::new(7);
    for round in 0..20 {
        let mut clerks: Vec<_> = (0..4)
            .map(|_| {
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.args(["--exact", "money_kills::careless"]).env("CLERK_CARELESS", place.root());
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
            })
            .collect();
        std::thread::sleep(Duration::from_micros(100_000 + dice(&seed, 400_000 + 200_000 * round)));
        for clerk in &mut clerks {
            let _gone = clerk.kill();
            clerk.wait().unwrap();
        }
        if !runtime.block_on(wrong(&store)).is_empty() {
            return;
        }
    }
    panic!("nothing wrong was noticed");
}

/// Not a test but a clerk of the control; by itself it does nothing.
#[test]
fn careless() {
    let Some(root) = std::env::var_os("CLERK_CARELESS").map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&root.join(DATABASE)).await.unwrap();
        loop {
            let mut tx = store.begin().await.unwrap();
            let row = sqlx::query(
                "INSERT INTO fact (name, value) VALUES ('careless', '1')
                 ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING CAST(value AS INTEGER) AS next,
                 (SELECT MIN(id) FROM visit WHERE id NOT IN (SELECT visit_id FROM invoice_line)) AS visit",
            )
            .fetch_one(&mut *tx)
            .await
            .unwrap();
            let (next, visit): (i64, Option<i64>) = (row.get("next"), row.get("visit"));
            tx.commit().await.unwrap();
            let Some(visit) = visit else { return };
            tokio::time::sleep(Duration::from_millis(2)).await;
            let mut tx = store.begin().await.unwrap();
            sqlx::query(
                "INSERT INTO invoice (kind, series, year, number, state, programme, school, email, drafted_at, net, vat, gross)
                 VALUES ('invoice', 'INV', 2027, $1, 'issued', 'sle', '', '', '', 1, 0, 1)",
            )
            .bind(next)
            .execute(&mut *tx)
            .await
            .unwrap();
            sqlx::query(
                "INSERT INTO invoice_line (invoice_id, place, visit_id, what, half_days, day_rate, net, vat_code, vat_basis_points)
                 VALUES (last_insert_rowid(), 1, $1, '', 2, 1, 1, 'exempt', 0)",
            )
            .bind(visit)
            .execute(&mut *tx)
            .await
            .unwrap();
            tx.commit().await.unwrap();
        }
    });
}
