//! An invitation, or its cancellation, as the text of an iCalendar file.

use crate::domain::EmailAddress;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarParameter,
    ICalendarParticipationRole, ICalendarParticipationStatus, ICalendarProperty, ICalendarStatus,
    ICalendarTransparency, ICalendarUserTypes, ICalendarValue, Uri,
};
use jiff::Timestamp;

/// RFC 5545 §3.7.3: the program that wrote the file.
const PROGRAM: &str = "-//alliance-clerk//alliance-clerk//EN";

/// Whether somebody is asked to come or told that it is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Request,
    Cancel,
}

impl Method {
    /// As the file and the mail's Content-Type both have to say it: Outlook believes neither where they differ.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Somebody with a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: EmailAddress,
}

/// One person's invitation to one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub method: Method,
    /// The same for every version of it, and for its cancellation.
    pub uid: String,
    /// Higher with every change of time or place, and for a cancellation: calendars ignore what is not newer.
    pub sequence: u32,
    /// When this version was decided, not when it is sent: the same decision gives the same bytes.
    pub stamp: Timestamp,
    pub starts: Timestamp,
    pub ends: Timestamp,
    pub summary: String,
    pub location: String,
    /// May have several lines.
    pub description: String,
    /// The alliance: answers go to its mailbox.
    pub organiser: Party,
    pub attendee: Party,
}

/// The text of the file: CRLF line ends, lines of at most 75 octets, everything in it data.
pub fn invitation(invitation: &Invitation) -> String {
    let mut calendar = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    calendar.component_ids.push(1);
    calendar.add_property(ICalendarProperty::Version, "2.0");
    calendar.add_property(ICalendarProperty::Prodid, PROGRAM);
    calendar.add_property(
        ICalendarProperty::Method,
        match invitation.method {
            Method::Request => ICalendarMethod::Request,
            Method::Cancel => ICalendarMethod::Cancel,
        },
    );
    let mut out = String::new();
    // Writing into a String cannot fail.
    let _written = ICalendar { components: vec![calendar, event(invitation)] }.write_to(&mut out);
    out
}

fn event(invitation: &Invitation) -> ICalendarComponent {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_uid(&line(&invitation.uid));
    event.add_sequence(i64::from(invitation.sequence));
    event.add_dtstamp(utc(invitation.stamp));
    event.add_property(ICalendarProperty::Dtstart, utc(invitation.starts));
    // RFC 5545 §3.6.1: an end that is not after the start is worse than none.
    if invitation.ends.as_second() > invitation.starts.as_second() {
        event.add_property(ICalendarProperty::Dtend, utc(invitation.ends));
    }
    event.add_property(ICalendarProperty::Summary, line(&invitation.summary));
    for (name, text) in [
        (ICalendarProperty::Location, line(&invitation.location)),
        (ICalendarProperty::Description, lines(&invitation.description)),
    ] {
        if !text.is_empty() {
            event.add_property(name, text);
        }
    }
    let status = match invitation.method {
        Method::Request => ICalendarStatus::Confirmed,
        Method::Cancel => ICalendarStatus::Cancelled,
    };
    event.add_property(ICalendarProperty::Status, status);
    event.add_property(ICalendarProperty::Transp, ICalendarTransparency::Opaque);
    event.entries.push(party(ICalendarProperty::Organizer, &invitation.organiser));
    let mut attendee = party(ICalendarProperty::Attendee, &invitation.attendee)
        .with_param(ICalendarParameter::cutype(ICalendarUserTypes::Individual))
        .with_param(ICalendarParameter::role(ICalendarParticipationRole::ReqParticipant));
    // Nobody is asked to answer a cancellation.
    if invitation.method == Method::Request {
        attendee.add_param(ICalendarParameter::partstat(ICalendarParticipationStatus::NeedsAction));
        attendee.add_param(ICalendarParameter::rsvp(true));
    }
    event.entries.push(attendee);
    event
}

fn utc(at: Timestamp) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.as_second())
}

fn party(property: ICalendarProperty, party: &Party) -> ICalendarEntry {
    let name = parameter(&party.name);
    ICalendarEntry::new(property)
        .with_param_opt((!name.is_empty()).then(|| ICalendarParameter::cn(name)))
        .with_value(ICalendarValue::Uri(Uri::Location(format!("mailto:{}", party.address))))
}

/// Characters that some program takes for the end of a line. The writer escapes LF; the others it would let through.
fn ends_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Text that is one line.
fn line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if ends_a_line(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of several lines, which the writer turns into `\n`.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let kept: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    kept.trim().to_owned()
}

/// Text for a parameter. RFC 5545 §3.2 knows no escape there: a quotation mark would end the value whatever stood before
/// it, and a backslash would be shown as it is. RFC 6868 has escapes with `^` that Outlook does not read.
fn parameter(text: &str) -> String {
    let harmless: String = line(text)
        .chars()
        .map(|c| match c {
            '"' => '\'',
            '\\' | '^' => '/',
            other => other,
        })
        .collect();
    harmless.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarProblem, read};
    use proptest::prelude::*;

    fn party(name: &str, address: &str) -> Party {
        Party { name: name.to_owned(), address: EmailAddress::parse(address).unwrap() }
    }

    fn sample() -> Invitation {
        Invitation {
            method: Method::Request,
            uid: "meeting-2027-spring.a1b2c3@harbour.example".to_owned(),
            sequence: 0,
            stamp: "2027-03-01T09:00:00Z".parse().unwrap(),
            starts: "2027-04-29T15:00:00Z".parse().unwrap(),
            ends: "2027-04-29T16:30:00Z".parse().unwrap(),
            summary: "SLE network meeting, summer term; all subjects".to_owned(),
            location: "Hazelbank School, The Old Hall\\Library, Quay Street".to_owned(),
            description: "Please bring your visit log.\n\nTea from 3.45pm; we start at 4pm.\nSiân Lewis ☎ 01234 567890"
                .to_owned(),
            organiser: party("Harbour Teaching School Alliance", "sle@harbour.example"),
            attendee: party("Priya Nair", "p.nair@hazelbank.example"),
        }
    }

    /// What a reader that knows only RFC 5545 makes of it: unfolded lines.
    fn unfolded(text: &str) -> Vec<String> {
        assert!(text.ends_with("\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
        text.split("\r\n").for_each(|line| assert!(line.len() <= 75, "{line}"));
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_invitation_reads_as_the_standard_has_it() {
        insta::assert_snapshot!(invitation(&sample()).replace("\r\n", "\n"), @r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//alliance-clerk//alliance-clerk//EN
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:meeting-2027-spring.a1b2c3@harbour.example
        SEQUENCE:0
        DTSTAMP:20270301T090000Z
        DTSTART:20270429T150000Z
        DTEND:20270429T163000Z
        SUMMARY:SLE network meeting\, summer term\; all subjects
        LOCATION:Hazelbank School\, The Old Hall\\Library\, Quay Street
        DESCRIPTION:Please bring your visit log.\n\nTea from 3.45pm\; we start at 4
         pm.\nSiân Lewis ☎ 01234 567890
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        ORGANIZER;CN="Harbour Teaching School Alliance":mailto:sle@harbour.example
        ATTENDEE;CN="Priya Nair";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NE
         EDS-ACTION;RSVP=TRUE:mailto:p.nair@hazelbank.example
        END:VEVENT
        END:VCALENDAR
        "#);
    }

    #[test]
    fn a_cancellation_is_the_same_event_called_off() {
        let off = Invitation { method: Method::Cancel, sequence: 2, ..sample() };
        insta::assert_snapshot!(invitation(&off).replace("\r\n", "\n"), @r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//alliance-clerk//alliance-clerk//EN
        METHOD:CANCEL
        BEGIN:VEVENT
        UID:meeting-2027-spring.a1b2c3@harbour.example
        SEQUENCE:2
        DTSTAMP:20270301T090000Z
        DTSTART:20270429T150000Z
        DTEND:20270429T163000Z
        SUMMARY:SLE network meeting\, summer term\; all subjects
        LOCATION:Hazelbank School\, The Old Hall\\Library\, Quay Street
        DESCRIPTION:Please bring your visit log.\n\nTea from 3.45pm\; we start at 4
         pm.\nSiân Lewis ☎ 01234 567890
        STATUS:CANCELLED
        TRANSP:OPAQUE
        ORGANIZER;CN="Harbour Teaching School Alliance":mailto:sle@harbour.example
        ATTENDEE;CN="Priya Nair";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:p.na
         ir@hazelbank.example
        END:VEVENT
        END:VCALENDAR
        "#);
    }

    const ODD_NAMES: [&str; 8] = [
        "Lewis; \"Siân\", \\n: x",
        "a\";PARTSTAT=ACCEPTED;X=\"b",
        "x\r\nATTENDEE:mailto:evil@x.example",
        "x\nEND:VEVENT\nBEGIN:VEVENT",
        "\u{85}\u{2028}METHOD:CANCEL\u{b}\u{c}\0",
        "^n^'^^",
        "ÅÄÖ😀日本語ÅÄÖ😀日本語ÅÄÖ😀日本語ÅÄÖ😀日本語ÅÄÖ😀日本語ÅÄÖ😀日本語ÅÄÖ😀日本語",
        "",
    ];

    fn with_everything(text: &str) -> Invitation {
        Invitation {
            summary: text.to_owned(),
            location: text.to_owned(),
            description: text.to_owned(),
            organiser: party(text, "sle@harbour.example"),
            attendee: party(text, "p.nair@hazelbank.example"),
            ..sample()
        }
    }

    fn stays_one_event(text: &str) {
        let given = with_everything(text);
        let written = invitation(&given);
        let lines = unfolded(&written);
        let names: Vec<&str> = lines.iter().map(|l| l.split([':', ';']).next().unwrap()).collect();
        let expected: Vec<&str> = [
            "BEGIN",
            "VERSION",
            "PRODID",
            "METHOD",
            "BEGIN",
            "UID",
            "SEQUENCE",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "LOCATION",
            "DESCRIPTION",
            "STATUS",
            "TRANSP",
            "ORGANIZER",
            "ATTENDEE",
            "END",
            "END",
        ]
        .into_iter()
        .filter(|name| !(line(text).is_empty() && *name == "LOCATION"))
        .filter(|name| !(lines_of(text).is_empty() && *name == "DESCRIPTION"))
        .collect();
        assert_eq!(names, expected, "{text:?}");
        // Outside of quotation marks, only our own parameters are left.
        for line in lines.iter().filter(|l| l.starts_with("ATTENDEE") || l.starts_with("ORGANIZER")) {
            let outside: String = line.split('"').step_by(2).collect();
            assert_eq!(outside.matches("PARTSTAT").count(), usize::from(line.starts_with("ATTENDEE")), "{line}");
            assert_eq!(outside.matches(":mailto:").count(), 1, "{line}");
        }
        // A second reader agrees.
        let calcard::Entry::ICalendar(again) = calcard::Parser::new(&written).entry() else { panic!("{written}") };
        assert_eq!(again.components.len(), 2);
        let text_of = |name: &ICalendarProperty| {
            again.components[1]
                .property(name)
                .and_then(|p| p.values.first())
                .and_then(|v| v.as_text())
                .unwrap_or("")
                .to_owned()
        };
        assert_eq!(text_of(&ICalendarProperty::Summary), line(text));
        assert_eq!(text_of(&ICalendarProperty::Description), lines_of(text));
        assert_eq!(text_of(&ICalendarProperty::Attendee), "mailto:p.nair@hazelbank.example");
    }

    fn lines_of(text: &str) -> String {
        super::lines(text)
    }

    #[test]
    fn names_are_data() {
        ODD_NAMES.iter().for_each(|name| stays_one_event(name));
    }

    proptest! {
        #[test]
        fn any_text_is_data(text in "[a-zA-Z ;,:\"'\\\\^\r\n\té日😀\u{0}-\u{20}\u{80}-\u{a0}\u{2027}-\u{202a}]{0,160}") {
            stays_one_event(&text);
        }
    }

    #[test]
    fn an_end_before_the_start_is_left_out() {
        let wrong = Invitation { ends: "2027-04-29T15:00:00Z".parse().unwrap(), ..sample() };
        assert!(!invitation(&wrong).contains("DTEND"));
    }

    #[test]
    fn our_own_invitation_is_no_answer() {
        let (answer, problems) = read(invitation(&sample()).as_bytes());
        assert_eq!(answer, None);
        assert_eq!(problems, [CalendarProblem::NotAnAnswer("REQUEST".to_owned())]);
    }
}
