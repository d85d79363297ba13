//! What stories about panels need: calendar answers as Outlook writes them, scoring sheets, PDF files looked into.

use super::letters::Letter;
use super::mails::Mail;
use super::office::instant;
use alliance_clerk::domain::civil;
use alliance_clerk::sheets::{Column, Kind, Sheet, Value, workbook};
use jiff::Timestamp;
use jiff::civil::Time;

/// The lines of a letter's calendar entry, unfolded.
pub fn calendar_of(letter: &Letter) -> String {
    let (_, bytes) = letter.attachments.iter().find(|(name, _)| name == "invite.ics").expect("a calendar entry");
    String::from_utf8(bytes.clone()).unwrap().replace("\r\n ", "").replace("\r\n", "\n")
}

fn line<'a>(entry: &'a str, name: &str) -> &'a str {
    entry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap_or("")
}

/// `accept`, `decline sequence 0`, `counter 15 April 2027 10:00`: what Outlook sends.
pub fn calendar_answer(what: &str, name: &str, address: &str, letters: &[Letter]) -> (String, String) {
    let option = |word: &str| what.split_once(&format!(" {word} ")).map(|(_, rest)| rest.split(' ').next().unwrap());
    let attendee = option("as").unwrap_or(address);
    let entry_in = |l: &&Letter| l.attachments.iter().any(|(name, _)| name == "invite.ics");
    let invited = |l: &&Letter| entry_in(l) && (l.to == address || l.to == attendee);
    let entry = letters.iter().rev().find(invited).map(calendar_of).unwrap_or_default();
    let sequence = option("sequence").unwrap_or_else(|| line(&entry, "SEQUENCE"));
    let uid = match option("case") {
        Some(case) => format!("{case}@harbour-alliance.example"),
        None => line(&entry, "UID").to_owned(),
    };
    let (starts, ends) = (line(&entry, "DTSTART").to_owned(), line(&entry, "DTEND").to_owned());
    let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
    let (method, status, starts, ends) = match verb {
        "accept" => ("REPLY", "ACCEPTED", starts, ends),
        "decline" => ("REPLY", "DECLINED", starts, ends),
        "tentative" => ("REPLY", "TENTATIVE", starts, ends),
        "counter" => {
            let words: Vec<&str> = rest.split(' ').collect();
            let date = civil::read_date(&words[..3].join(" ")).unwrap();
            let time: Vec<i8> = words[3].split(':').map(|n| n.parse().unwrap()).collect();
            let at =
                |minutes: i64| stamp(instant(date.to_datetime(Time::new(time[0], time[1], 0, 0).unwrap())), minutes);
            ("COUNTER", "TENTATIVE", at(0), at(45))
        }
        _ => panic!("no such answer: {what}"),
    };
    // Google and Apple write UTC, no zone; Apple folds long lines and gives the attendee more parameters.
    let text = match option("by") {
        Some("google") => format!(
            "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nDTSTART:{starts}\r\nDTEND:{ends}\r\nDTSTAMP:20260915T101010Z\r\nORGANIZER;CN=Harbour:mailto:sle@harbour-alliance.example\r\nUID:{uid}\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={status};CN={attendee};X-NUM-GUESTS=0:mailto:{attendee}\r\nCREATED:20260915T101009Z\r\nDESCRIPTION:\r\nLAST-MODIFIED:20260915T101010Z\r\nLOCATION:Hazelbank\r\nSEQUENCE:{sequence}\r\nSTATUS:CONFIRMED\r\nSUMMARY:SLE: network\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
        Some("apple") => format!(
            "BEGIN:VCALENDAR\r\nCALSCALE:GREGORIAN\r\nVERSION:2.0\r\nMETHOD:{method}\r\nPRODID:-//Apple Inc.//iPhone OS 17.5//EN\r\nBEGIN:VEVENT\r\nATTENDEE;CN=\"{name}\";CUTYPE=INDIVIDUAL;EMAIL=\"{attendee}\";PARTSTAT={status};\r\n ROLE=REQ-PARTICIPANT:mailto:{attendee}\r\nDTEND:{ends}\r\nDTSTAMP:20260915T101010Z\r\nDTSTART:{starts}\r\nLAST-MODIFIED:20260915T101010Z\r\nORGANIZER;CN=\"Harbour\";EMAIL=\"sle@harbour-alliance.example\":mailto:sle@harbour-alliance.exa\r\n mple\r\nSEQUENCE:{sequence}\r\nSUMMARY:SLE: network\r\nTRANSP:OPAQUE\r\nUID:{uid}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
        Some(_) | None => format!(
            "BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:GMT Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT={status};CN={name}:mailto:{attendee}\r\nUID:{uid}\r\nSUMMARY;LANGUAGE=en-GB:Accepted: interview\r\nDTSTART:{starts}\r\nDTEND:{ends}\r\nCLASS:PUBLIC\r\nPRIORITY:5\r\nDTSTAMP:20270322T101010Z\r\nTRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nSEQUENCE:{sequence}\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:{sequence}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
    };
    let text = match option("times").map(|times| times.parse().unwrap()) {
        None => text,
        // A calendar with far too many events in it.
        Some(times) => {
            let (from, to) = (text.find("BEGIN:VEVENT").unwrap(), text.find("END:VCALENDAR").unwrap());
            format!("{}{}{}", &text[..from], text[from..to].repeat(times), &text[to..])
        }
    };
    (method.to_owned(), text)
}

fn stamp(at: Timestamp, minutes: i64) -> String {
    let at = Timestamp::from_second(at.as_second() + minutes * 60).unwrap();
    at.to_string().replace(['-', ':'], "")
}

/// Makes a mail what Outlook makes of an answer: the words, and the calendar as the other alternative.
pub fn with_calendar(mail: &mut Mail, (method, text): &(String, String)) {
    mail.headers.push("Content-Type: multipart/alternative; boundary=\"_000_outlook_\"".to_owned());
    let encoded = data_encoding::BASE64.encode(text.as_bytes());
    let encoded: Vec<&str> = encoded.as_bytes().chunks(76).map(|l| std::str::from_utf8(l).unwrap()).collect();
    mail.body = format!(
        "--_000_outlook_\nContent-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--_000_outlook_\nContent-Type: text/calendar; charset=\"utf-8\"; method={method}\nContent-Transfer-Encoding: base64\n\n{}\n--_000_outlook_--\n",
        mail.body,
        encoded.join("\n")
    );
}

/// `scores.xlsx = Item, Impact, Reviewer / SLE-2027-0001, Green, Jo Hart`.
pub fn sheet(value: &str) -> (String, String, Vec<u8>) {
    let (name, rows) = value.split_once(" = ").expect("sheet NAME = head / row / row");
    let mut rows = rows.split(" / ").map(|row| row.split(',').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    let columns = rows.next().unwrap().into_iter().map(|head| Column::new(head, 16, Kind::Text)).collect();
    let cell = |text: String| if text.is_empty() { Value::Blank } else { Value::text(text) };
    let rows = rows.map(|row| row.into_iter().map(cell).collect()).collect();
    let sheet = Sheet { name: "Scores".to_owned(), columns, rows };
    let bytes = workbook(&[sheet], Timestamp::UNIX_EPOCH).unwrap();
    (name.to_owned(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(), bytes)
}

/// `review-pack.pdf says Item 1`, `scores.xlsx not Priya`. Files are left in `target/tmp/letters/` for looking at.
pub fn check(at: &str, letter: &Letter, value: &str) {
    let (name, rest) = value.split_once(' ').expect("FILE says …");
    let (_, bytes) = letter
        .attachments
        .iter()
        .find(|(file, _)| file == name)
        .unwrap_or_else(|| panic!("{at}: {:?}", letter.attachments.iter().map(|(n, _)| n).collect::<Vec<_>>()));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{}-{name}", at.split('.').next().unwrap())), bytes).unwrap();
    let text = if name.ends_with(".pdf") {
        pdf_extract::extract_text_from_mem(bytes).unwrap()
    } else {
        alliance_clerk::documents::read(bytes).unwrap().text()
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match rest.split_once(' ').expect("says or not") {
        ("says", words) => assert!(text.contains(words), "{at}: {name} says:\n{text}"),
        ("not", words) => {
            assert!(!text.contains(words), "{at}: {name} says:\n{text}");
            // Nor anywhere in the file where nobody looks.
            assert!(!String::from_utf8_lossy(bytes).contains(words), "{at}: {name} holds it unseen");
        }
        _ => panic!("{at}: says or not"),
    }
}
