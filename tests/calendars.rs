//! Invitations, as another program's calendar reads them: set, changed, called off.
//!
//! Needs Debian's python3-icalendar. Where that is missing the test says so and passes, unless `ALLIANCE_CLERK_SERVERS=required`.

use crate::servers::PYTHON;
use crate::support::meetings;
use crate::support::office::Office;
use crate::support::repository;
use jiff::civil::date;
use std::io::Write as _;
use std::process::{Command, Stdio};

fn installed() -> bool {
    let there = Command::new(PYTHON).args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return true;
    }
    let required = std::env::var("ALLIANCE_CLERK_SERVERS").is_ok_and(|value| value == "required");
    assert!(!required, "python3-icalendar is needed: apt-get install python3-icalendar");
    eprintln!("skipped: python3-icalendar is not installed");
    false
}

/// What the other program makes of a mail of ours.
fn read(mail: &[u8]) -> String {
    let script = repository().join("tests/support/read_calendar.py");
    let mut child = Command::new(PYTHON)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(mail).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The latest letter of a kind, as another program reads its calendar part.
async fn latest(office: &Office, kind: &str) -> String {
    let letters = office.app.store.list_letters("").await.unwrap();
    let letter = letters.iter().rfind(|letter| letter.letter == kind).unwrap();
    read(&office.app.store.letter_bytes(letter.id).await.unwrap().unwrap())
}

#[tokio::test]
async fn another_program_reads_what_was_set_changed_and_called_off() {
    if !installed() {
        return;
    }
    let office = Office::with(|_| {}).await;
    office.at(date(2026, 9, 14).at(9, 0, 0, 0));
    meetings::designated(&office, "Siân “Pip” Nair; QC <p.nair@hazelbank.example>, Art, Hazelbank", date(2026, 9, 1))
        .await;
    let set = "meeting sle \"Autumn network; all\" 20 October 2026 15:45 to 17:00 at Hazelbank, Library\\Hall";
    office.command(set).await.unwrap();
    insta::assert_snapshot!(latest(&office, "meeting-invitation").await, @r"
    method REQUEST
    uid MTG-2026-0001@harbour-alliance.example
    sequence 0
    status CONFIRMED
    summary SLE: Autumn network; all
    location Hazelbank, Library\Hall
    dtstart 2026-10-20T14:45:00+00:00
    dtend 2026-10-20T16:00:00+00:00
    attendee mailto:p.nair@hazelbank.example Siân “Pip” Nair; QC NEEDS-ACTION TRUE
    organizer mailto:sle@harbour-alliance.example
    ");
    // After the clocks have gone back, the same wall clock is another instant.
    office.command("move meeting MTG-2026-0001 3 November 2026 15:45").await.unwrap();
    insta::assert_snapshot!(latest(&office, "meeting-changed").await, @r"
    method REQUEST
    uid MTG-2026-0001@harbour-alliance.example
    sequence 1
    status CONFIRMED
    summary SLE: Autumn network; all
    location Hazelbank, Library\Hall
    dtstart 2026-11-03T15:45:00+00:00
    dtend 2026-11-03T17:00:00+00:00
    attendee mailto:p.nair@hazelbank.example Siân “Pip” Nair; QC NEEDS-ACTION TRUE
    organizer mailto:sle@harbour-alliance.example
    ");
    office.command("cancel meeting MTG-2026-0001 because of snow").await.unwrap();
    insta::assert_snapshot!(latest(&office, "meeting-cancelled").await, @r"
    method CANCEL
    uid MTG-2026-0001@harbour-alliance.example
    sequence 2
    status CANCELLED
    summary SLE: Autumn network; all
    location Hazelbank, Library\Hall
    dtstart 2026-11-03T15:45:00+00:00
    dtend 2026-11-03T17:00:00+00:00
    attendee mailto:p.nair@hazelbank.example Siân “Pip” Nair; QC - -
    organizer mailto:sle@harbour-alliance.example
    ");
}
