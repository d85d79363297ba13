use super::*;
use crate::documents::foreign;
use crate::understand::mime;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

fn reply(lines: &str) -> (Option<CalendarAnswer>, Vec<CalendarProblem>) {
    let text = format!(
        "BEGIN:VCALENDAR\nPRODID:-//x//EN\nVERSION:2.0\n{}\nEND:VCALENDAR\n",
        lines.lines().map(str::trim).collect::<Vec<_>>().join("\n")
    );
    read(text.replace('\n', "\r\n").as_bytes())
}

fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

#[test]
fn outlook_accepts() {
    let (answer, problems) = reply(
        "METHOD:REPLY
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Nair, Priya\":mailto:P.Nair@hazelbank.example
        COMMENT;LANGUAGE=en-GB:See you there\\, with the log\\n
        UID:meeting-1@harbour.example
        SUMMARY;LANGUAGE=en-GB:Accepted: SLE network meeting
        DTSTART;TZID=GMT Standard Time:20270429T160000
        DTSTAMP:20270302T081500Z
        SEQUENCE:1
        X-MICROSOFT-CDO-APPT-SEQUENCE:1
        END:VEVENT",
    );
    let answer = answer.unwrap();
    assert_eq!(problems, []);
    assert_eq!(answer.says, Some(Says::Accepted));
    assert_eq!((answer.uid.as_str(), answer.sequence), ("meeting-1@harbour.example", 1));
    assert_eq!(answer.attendee.unwrap().folded(), "p.nair@hazelbank.example");
    assert_eq!(answer.attendee_name, "Nair, Priya");
    assert_eq!(answer.comment, "See you there, with the log");
    assert_eq!(answer.at, Some(at("2027-03-02T08:15:00Z")));
}

#[test]
fn a_pa_declines_in_google() {
    let text = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:u@x\r\n\
        ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=DECLINED;CN=Priya\r\n  Nair;X-NUM-GUESTS=0;\r\n \
        SENT-BY=\"mailto:office@hazelbank.example\":mailto:p.nair@\r\n hazelbank.example\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";
    let (answer, problems) = read(text.as_bytes());
    let answer = answer.unwrap();
    assert_eq!(problems, []);
    assert_eq!(answer.says, Some(Says::Declined));
    assert_eq!(answer.attendee_name, "Priya Nair");
    assert_eq!(answer.sent_by.unwrap().as_str(), "office@hazelbank.example");
}

#[test]
fn another_time_is_proposed() {
    let counter = |when: &str| {
        let (answer, problems) = reply(&format!(
            "METHOD:COUNTER
            BEGIN:VTIMEZONE
            TZID:GMT Standard Time
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT=TENTATIVE:mailto:p.nair@hazelbank.example
            UID:meeting-1@harbour.example
            {when}
            X-MS-OLK-ORIGINALSTART;TZID=GMT Standard Time:20270429T160000
            END:VEVENT"
        ));
        (answer.unwrap().says.unwrap(), problems)
    };
    let (says, problems) =
        counter("DTSTART;TZID=GMT Standard Time:20270430T160000\nDTEND;TZID=GMT Standard Time:20270430T173000");
    assert_eq!(problems, []);
    // British summer time: four in the afternoon is three in UTC.
    let (starts, ends) = (Some(at("2027-04-30T15:00:00Z")), Some(at("2027-04-30T16:30:00Z")));
    assert_eq!(says, Says::AnotherTime { starts, ends });
    assert_eq!(counter("DTSTART:20270430T150000Z").0, Says::AnotherTime { starts, ends: None });
    for unclear in [
        "DTSTART:20270430T160000",
        "DTSTART;VALUE=DATE:20270430",
        "DTSTART;TZID=Atlantis:20270430T160000",
        "",
        "DTSTART:x",
    ] {
        let (says, problems) = counter(unclear);
        assert_eq!(says, Says::AnotherTime { starts: None, ends: None }, "{unclear}");
        assert_eq!(problems, [CalendarProblem::UnclearTime], "{unclear}");
    }
}

#[test]
fn what_is_unclear_is_said_and_not_guessed() {
    let event = |lines: &str| reply(&format!("METHOD:REPLY\nBEGIN:VEVENT\nUID:u@x\n{lines}\nEND:VEVENT"));
    let yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example";
    for (lines, problem) in [
        ("", CalendarProblem::NoAttendee),
        ("ATTENDEE:mailto:a@b.example", CalendarProblem::UnclearAnswer("nothing".to_owned())),
        ("ATTENDEE;PARTSTAT=DELEGATED:mailto:a@b.example", CalendarProblem::UnclearAnswer("DELEGATED".to_owned())),
        (&format!("{yes}\nATTENDEE;PARTSTAT=DECLINED:mailto:c@d.example"), CalendarProblem::SeveralAttendees),
    ] {
        let (answer, problems) = event(lines);
        assert_eq!(answer.unwrap().says, None, "{lines}");
        assert_eq!(problems, [problem], "{lines}");
    }
    let (answer, problems) = event(&format!("{yes}\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:c@d.example"));
    assert_eq!(answer.unwrap().attendee.unwrap().as_str(), "a@b.example");
    assert_eq!(problems, []);
    assert_eq!(reply("METHOD:REPLY").1, [CalendarProblem::NoEvent]);
    assert_eq!(reply("METHOD:REPLY\nBEGIN:VEVENT\nEND:VEVENT").1, [CalendarProblem::NoUid]);
    assert_eq!(read(b"").1, [CalendarProblem::NotACalendar]);
    assert_eq!(read(b"\xff\xfe\0nonsense").1, [CalendarProblem::NotACalendar]);
    assert_eq!(read(&vec![b'x'; LARGEST + 1]).1, [CalendarProblem::TooLarge]);
    assert_eq!(read("BEGIN:VCALENDAR\r\n".repeat(5_000).as_bytes()).1, [CalendarProblem::TooLarge]);
}

/// The calendar part of a file, which may be a whole mail. A bounce holds the mail that bounced as an attachment.
fn calendar_part(path: &Path) -> Option<Vec<u8>> {
    let bytes = std::fs::read(path).unwrap();
    if path.extension().is_some_and(|x| x == "eml") {
        let attachments = mime::parse(&bytes).attachments;
        return attachments.into_iter().find(|a| a.content_type == "text/calendar").map(|a| a.bytes);
    }
    Some(bytes)
}

#[test]
fn other_peoples_calendars_say_what_their_table_says() {
    let Some(folder) = foreign::folder("calendars") else { return };
    let table = std::fs::read_to_string(folder.join("index.tsv")).unwrap();
    let mut lines = table.lines();
    let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let mut replies = 0;
    for line in lines {
        let row: BTreeMap<&str, &str> = columns.iter().copied().zip(line.split('\t')).collect();
        let file = row["file"];
        let Some(bytes) = calendar_part(&folder.join(file)) else {
            assert_eq!(row["method"], "-", "{file}");
            continue;
        };
        let (answer, problems) = read(&bytes);
        if row["method"] != "REPLY" {
            assert_eq!(answer, None, "{file}");
            assert!(
                matches!(problems.as_slice(), [CalendarProblem::NotAnAnswer(_) | CalendarProblem::NotACalendar]),
                "{file}: {problems:?}"
            );
            if row["method"] != "-" {
                assert_eq!(problems, [CalendarProblem::NotAnAnswer(row["method"].to_owned())], "{file}");
            }
            continue;
        }
        replies += 1;
        let answer = answer.unwrap_or_else(|| panic!("{file}: {problems:?}"));
        assert_eq!(answer.uid, row["uid"], "{file}");
        assert_eq!(answer.sequence.to_string(), row["sequence"], "{file}");
        let shown = |address: &Option<EmailAddress>| address.as_ref().map_or("-".to_owned(), |a| a.as_str().to_owned());
        assert_eq!(shown(&answer.organiser), row["organizer"], "{file}");
        assert_eq!(answer.one_occurrence, row["recurrence_id"] != "-", "{file}");
        match row["attendees"].split_once('=') {
            Some((address, status)) => {
                assert_eq!(shown(&answer.attendee), address, "{file}");
                assert_eq!(status, "ACCEPTED");
                assert_eq!(answer.says, Some(Says::Accepted), "{file}");
                assert_eq!(problems, [], "{file}");
            }
            None => assert_eq!(problems, [CalendarProblem::NoAttendee], "{file}"),
        }
    }
    assert!(replies >= 13, "only {replies} answers were found");
}

#[test]
fn no_damage_to_a_foreign_file_stops_the_clerk() {
    let Some(folder) = foreign::folder("calendars") else { return };
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    let table = std::fs::read_to_string(folder.join("index.tsv")).unwrap();
    for file in table.lines().skip(1).filter_map(|line| line.split('\t').next()) {
        let Some(sound) = calendar_part(&folder.join(file)) else { continue };
        for _ in 0..60 {
            let mut bytes = sound.clone();
            for _ in 0..=random(6) {
                let place = random(bytes.len());
                match random(4) {
                    0 => bytes.truncate(place),
                    1 => drop(bytes.drain(place..(place + random(40)).min(bytes.len()))),
                    2 => bytes.insert(place, b";:,\"=\\\n\r\0\xff9T-"[random(13)]),
                    _ => {
                        if let Some(byte) = bytes.get_mut(place) {
                            *byte = u8::try_from(random(256)).unwrap();
                        }
                    }
                }
            }
            let _no_panic = read(&bytes);
        }
    }
}

proptest! {
    #[test]
    fn nothing_stops_the_clerk(lines in proptest::collection::vec("(BEGIN|END|METHOD|UID|ATTENDEE|DTSTART|SEQUENCE|X)[;:](VEVENT|VCALENDAR|VTIMEZONE|REPLY|COUNTER|TZID=|PARTSTAT=|\"|\\\\|[0-9]{1,20}T?[0-9]{0,8}Z?|\\PC{0,30})", 0..30)) {
        let _no_panic = read(format!("BEGIN:VCALENDAR\n{}", lines.join("\n")).as_bytes());
    }
}
