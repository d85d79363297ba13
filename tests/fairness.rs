//! The deadline is fair (invariant 3), and fair to everybody: thousands of mails around closing times, judged a second
//! time by arithmetic on written UTC offsets that shares no code with the clerk's; and the same applications under other
//! names, in another order, from other programs.

mod judge;
mod likeness;

use crate::support::mails::{self, Mail};
use crate::support::office::Office;
use alliance_clerk::config::{Config, write_missing};
use alliance_clerk::documents;
use alliance_clerk::domain::application::{Application, State, Version};
use alliance_clerk::domain::change::Change;
use alliance_clerk::domain::civil::Zone;
use alliance_clerk::domain::facts::Facts;
use alliance_clerk::domain::window::Window;
use alliance_clerk::domain::{MessageNo, ProgrammeId, WindowId, WindowName};
use alliance_clerk::incoming::{self, Arrival, FoundForm, Prepared};
use alliance_clerk::reader::{ReadAttachment, Reading};
use alliance_clerk::step;
use alliance_clerk::understand::{automatic, mime};
use jiff::Timestamp;
use jiff::civil::DateTime;
use judge::Wall;
use proptest::prelude::*;
use proptest::test_runner::{Config as RunnerConfig, TestRunner};

/// The host whose `Received` stamp our configuration trusts.
const OURS: &str = "mx.harbour-alliance.example";

fn trusting(root: &std::path::Path) {
    let path = root.join("config/clerk.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = text.replace("received_by = \"\"", &format!("received_by = \"{OURS}\""));
    assert_ne!(text, changed);
    std::fs::write(path, changed).unwrap();
    let path = root.join("config/programmes/sle.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text.replace("incomplete = [3, 1]", "incomplete = []")).unwrap();
}

/// What stands in the topmost `Received`, besides the mailbox's stamp.
#[derive(Debug, Clone, Copy)]
enum Relay {
    None,
    /// Our own server had it so many seconds before the mailbox: that counts.
    OursEarlier(i64),
    /// Our own server's clock is ahead: the mailbox's stamp counts.
    OursLater(i64),
    /// Somebody else's server says that it was earlier: nobody asks it.
    Strangers(i64),
}

/// The sender's own claim.
#[derive(Debug, Clone, Copy)]
enum Claim {
    None,
    Nonsense,
    /// So many seconds off, in a zone so many minutes from UTC.
    At(i64, i64),
}

/// A mail around a closing.
#[derive(Debug, Clone)]
struct Case {
    closing: Wall,
    /// Closed by a coordinator so many seconds before the planned time.
    early: Option<i64>,
    /// Seconds from the closing to the stamp that counts.
    off: i64,
    relay: Relay,
    relay_zone: i64,
    claim: Claim,
    /// Seconds from the receipt to the moment at which the clerk reads it.
    outage: i64,
    with_form: bool,
    next_round: bool,
}

impl Case {
    /// The closing by the written rule.
    fn closes(&self) -> i64 {
        let planned = self.closing.last_instant();
        self.early.map_or(planned, |early| planned - early)
    }

    fn counted(&self) -> i64 {
        self.closes() + self.off
    }

    /// The mailbox's stamp.
    fn stamp(&self) -> i64 {
        match self.relay {
            Relay::OursEarlier(by) => self.counted() + by,
            Relay::None | Relay::OursLater(_) | Relay::Strangers(_) => self.counted(),
        }
    }

    fn headers(&self) -> Vec<String> {
        let (host, at) = match self.relay {
            Relay::None => ("", 0),
            Relay::OursEarlier(_) => (OURS, self.counted()),
            Relay::OursLater(by) => (OURS, self.counted() + by),
            Relay::Strangers(by) => ("mx.elsewhere.example", self.counted() - by),
        };
        let mut headers = vec![];
        if !host.is_empty() {
            let at = judge::header_date(at, self.relay_zone);
            let by = format!("from mail.school.example (192.0.2.7) by {host} (Postfix) with ESMTPS");
            headers.push(format!("Received: {by}\n id 4Zx9; {at}"));
            // What stands beneath was written by others, whatever name they gave themselves.
            let beneath = judge::header_date(self.closes() - 90_000, 0);
            headers.push(format!("Received: from laptop by {OURS} with ESMTP; {beneath}"));
        }
        match self.claim {
            Claim::None => {}
            Claim::Nonsense => headers.push("Date: the day before yesterday, 99:99".to_owned()),
            Claim::At(off, zone) => {
                headers.push(format!("Date: {}", judge::header_date(self.closes() + off, zone)));
            }
        }
        headers
    }

    fn is_late(&self) -> bool {
        self.counted() > self.closes()
    }
}

fn closing() -> impl Strategy<Value = Wall> {
    let minute = prop_oneof![Just(0_i64), Just(1), Just(29), Just(30), Just(59)];
    let ordinary = (2024_i64..2040, 1_i64..=12, 1_i64..=28, 0_i64..24, minute.clone())
        .prop_map(|(y, m, d, h, min)| Wall::new(y, m, d, h, min));
    // The days on which the clocks change, the evenings before, and the days after.
    let changes = (2024_i64..2040, prop_oneof![Just(3_i64), Just(10)], -1_i64..=1, 0_i64..24, minute.clone())
        .prop_map(|(y, m, days, h, min)| Wall::beside_change(y, m, days, h, min));
    // The skipped hour and the repeated one, and their neighbours.
    let hours = (2024_i64..2040, prop_oneof![Just(3_i64), Just(10)], 0_i64..=2, minute)
        .prop_map(|(y, m, h, min)| Wall::beside_change(y, m, 0, h, min));
    prop_oneof![2 => ordinary, 3 => changes, 3 => hours]
}

fn case() -> impl Strategy<Value = Case> {
    let early = prop_oneof![3 => Just(None), 1 => (0_i64..400_000).prop_map(Some)];
    let by = 1_i64..7_200;
    let relay = prop_oneof![
        2 => Just(Relay::None),
        2 => by.clone().prop_map(Relay::OursEarlier),
        1 => by.clone().prop_map(Relay::OursLater),
        1 => by.prop_map(Relay::Strangers),
    ];
    let zone = || (-24_i64..=28).prop_map(|halves| halves * 30);
    let claim = prop_oneof![
        1 => Just(Claim::None),
        1 => Just(Claim::Nonsense),
        4 => (-90_000_i64..90_000, zone()).prop_map(|(off, zone)| Claim::At(off, zone)),
    ];
    let outage = prop_oneof![2 => 0_i64..5, 1 => 0_i64..20_000, 1 => 0_i64..3_000_000];
    ((closing(), early, -3_i64..=3, relay, zone()), (claim, outage, any::<bool>(), any::<bool>())).prop_map(
        |((closing, early, off, relay, relay_zone), (claim, outage, with_form, next_round))| Case {
            closing,
            early,
            off,
            relay,
            relay_zone,
            claim,
            outage,
            with_form,
            next_round,
        },
    )
}

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn civil(wall: Wall) -> DateTime {
    let small = |n: i64| i8::try_from(n).unwrap();
    jiff::civil::datetime(
        i16::try_from(wall.year).unwrap(),
        small(wall.month),
        small(wall.day),
        small(wall.hour),
        small(wall.minute),
        0,
        0,
    )
}

fn window(id: i64, name: &str, opens_at: DateTime, closes_at: DateTime) -> Window {
    Window {
        id: WindowId(id),
        programme: ProgrammeId::parse("sle").unwrap(),
        name: WindowName::parse(name).unwrap(),
        opens_at,
        closes_at,
        zone: Zone::parse("Europe/London").unwrap(),
        closed_early_at: None,
        key_dates: vec![],
        steps: vec![],
        targets: vec![],
    }
}

/// Takes one mail through the clerk's own rules, and says whether it was late, by the record and by the letter.
fn judged(config: &Config, forms: &[FoundForm], case: &Case) -> (bool, bool) {
    let mail = Mail {
        from: "Priya Nair <p.nair@hazelbank.example>".to_owned(),
        to: "sle@harbour-alliance.example".to_owned(),
        subject: "My SLE application".to_owned(),
        message_id: "one@hazelbank.example".to_owned(),
        headers: case.headers(),
        body: "Dear Ruth, please find attached my completed application form. Priya".to_owned(),
        ..Mail::default()
    };
    let parsed = mime::parse(&mail.bytes());
    let reading = Reading { mail: parsed.mail, ..Reading::default() };
    let stamp = step::trusted_stamp(config, &reading, instant(case.stamp()));
    // As `Prepared::new` makes it; the words, which are always the same, were read once.
    let prepared = Prepared {
        message: MessageNo(1),
        received_at: stamp,
        reading: &reading,
        config,
        forms: if case.with_form { forms.to_vec() } else { vec![] },
        reply: mail.body.clone(),
        automatic: automatic::of(&reading.mail),
        own: false,
        vocabulary: vec![],
    };
    let closes_at = civil(case.closing);
    let days = |n: i64| jiff::Span::new().days(n);
    let mut round = window(1, "this-round", closes_at.saturating_sub(days(20)), closes_at);
    round.closed_early_at = case.early.map(|_| instant(case.closes()));
    let mut windows = vec![round.clone()];
    if case.next_round {
        windows.push(window(2, "next-round", closes_at.saturating_add(days(30)), closes_at.saturating_add(days(50))));
    }
    let facts = Facts { windows, go_live: Some(Timestamp::UNIX_EPOCH), ..Facts::default() };
    let now = instant(case.stamp() + case.outage);
    let decision = incoming::decide(&Arrival { mail: &prepared, facts: &facts, now });
    let opened = decision.changes.iter().find_map(|change| {
        let Change::ApplicationOpened { case, programme, window, name, email, version, .. } = change else {
            return None;
        };
        assert_eq!(*window, Some(WindowId(1)), "it belongs to this round, whatever is announced");
        let mut application = Application::new(case.clone(), programme.clone(), *window, name.clone(), email.clone());
        application.versions.push(Version {
            number: version.number,
            message: version.message,
            received_at: stamp,
            answers: version.answers.clone(),
            problems: version.problems.clone(),
            accepted: false,
        });
        Some(application)
    });
    let opened = opened.unwrap_or_else(|| panic!("no application: {:?}", decision.because));
    let by_record = opened.state(Some(&round)) == State::Late;
    assert_eq!(opened.on_time(Some(&round)), Some(!by_record));
    assert_eq!(decision.facts["timing"], if by_record { "late" } else { "on_time" });
    (by_record, decision.letters.iter().any(|letter| letter.kind.name == "late"))
}

#[test]
fn ten_thousand_mails_around_closing_times_are_judged_by_the_written_rule() {
    let folder = tempfile::tempdir().unwrap();
    write_missing(folder.path()).unwrap();
    trusting(folder.path());
    let config = Config::load(folder.path()).unwrap();
    // The form is read once, as it came; reading it ten thousand times would show nothing more.
    let bytes = mails::filled_form(&config, "sle", &mails::complete_answers("Priya Nair", "p.nair@hazelbank.example"));
    let attachment = ReadAttachment {
        name: "application.docx".to_owned(),
        size: bytes.len(),
        inline: false,
        content: documents::read(&bytes),
        calendar: None,
        bytes: None,
    };
    let with_form = Reading { attachments: vec![attachment], ..Reading::default() };
    let forms = Prepared::new(MessageNo(1), Timestamp::UNIX_EPOCH, &with_form, &config).forms;
    assert_eq!(forms.len(), 1);
    let cases = std::env::var("CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let mut runner = TestRunner::new(RunnerConfig { cases, failure_persistence: None, ..RunnerConfig::default() });
    let (late, on_time) = (std::cell::Cell::new(0_u32), std::cell::Cell::new(0_u32));
    runner
        .run(&case(), |case| {
            let (by_record, by_letter) = judged(&config, &forms, &case);
            prop_assert_eq!(by_record, case.is_late(), "the record");
            prop_assert_eq!(by_letter, case.is_late(), "the letter");
            let count = if by_record { &late } else { &on_time };
            count.set(count.get() + 1);
            Ok(())
        })
        .unwrap();
    println!("judged: {} on time, {} late", on_time.get(), late.get());
    assert!(late.get() > cases / 4 && on_time.get() > cases / 4, "both sides were tried");
}

/// What a coordinator does to a round after it was opened.
enum Then {
    Nothing,
    /// At its closing by the old rule, some hours later: more time.
    Extends(&'static str, Wall),
    /// Closes it at this instant.
    Closes(Wall),
}

struct Round {
    name: &'static str,
    open: &'static str,
    opens: Wall,
    closes: Wall,
    then: Then,
}

fn rounds() -> [Round; 6] {
    [
        // The half hour in which the clocks went forward: 01:30 never was; the moment after the skip is meant.
        Round {
            name: "skipped",
            open: "from 1 March 2027 to 28 March 2027 at 1.30am",
            opens: Wall::new(2027, 3, 1, 8, 0),
            closes: Wall::new(2027, 3, 28, 1, 30),
            then: Then::Nothing,
        },
        Round {
            name: "more-time",
            open: "from 1 June 2027 to 18 June 2027",
            opens: Wall::new(2027, 6, 1, 8, 0),
            closes: Wall::new(2027, 6, 18, 18, 0),
            then: Then::Extends("25 June 2027 at 5pm", Wall::new(2027, 6, 25, 17, 0)),
        },
        // 01:30 came twice; the second one counts.
        Round {
            name: "repeated",
            open: "from 1 October 2027 to 31 October 2027 at 1.30am",
            opens: Wall::new(2027, 10, 1, 8, 0),
            closes: Wall::new(2027, 10, 31, 1, 30),
            then: Then::Nothing,
        },
        Round {
            name: "cut-short",
            open: "from 8 November 2027 to 30 November 2027",
            opens: Wall::new(2027, 11, 8, 8, 0),
            closes: Wall::new(2027, 11, 30, 18, 0),
            then: Then::Closes(Wall::new(2027, 11, 15, 12, 0)),
        },
        // More time that ends on the other side of the change.
        Round {
            name: "across",
            open: "from 1 March 2028 to 24 March 2028",
            opens: Wall::new(2028, 3, 1, 8, 0),
            closes: Wall::new(2028, 3, 24, 18, 0),
            then: Then::Extends("26 March 2028 at 2am", Wall::new(2028, 3, 26, 2, 0)),
        },
        Round {
            name: "evening",
            open: "from 2 October 2028 to 29 October 2028",
            opens: Wall::new(2028, 10, 2, 8, 0),
            closes: Wall::new(2028, 10, 29, 18, 0),
            then: Then::Nothing,
        },
    ]
}

/// Enough chance for a shuffle, and the same one every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.throw(i + 1));
        }
    }
}

/// The whole clerk over folders: mails of six rounds, read hours and days later in any order.
async fn office_round(office: &mut Office, round: &Round, dice: &mut Dice, judged: &mut Vec<(String, String, bool)>) {
    let set = |office: &Office, second: i64| office.app.clock.set(instant(second).max(office.app.clock.now()));
    set(office, round.opens.last_instant());
    office.command(&format!("open sle {} {}", round.name, round.open)).await.unwrap();
    let first_closing = match &round.then {
        Then::Closes(at) => at.last_instant(),
        Then::Nothing | Then::Extends(..) => round.closes.last_instant(),
    };
    let closing = match &round.then {
        Then::Extends(_, wall) => wall.last_instant(),
        Then::Nothing | Then::Closes(_) => first_closing,
    };
    let mut mails = vec![];
    for number in 0..34_i64 {
        let around = if number % 3 == 0 { first_closing } else { closing };
        let counted = around - 3 + number % 7;
        let mut mail = Mail {
            from: format!("Applicant {number} <{}.{number}@school{}.example>", round.name, number % 5),
            subject: "My SLE application".to_owned(),
            body: "Please find attached my application form.".to_owned(),
            ..Mail::default()
        };
        let address = format!("{}.{number}@school{}.example", round.name, number % 5);
        if number % 13 == 0 {
            let answers = mails::complete_answers(&format!("Applicant {number}"), &address);
            let form = mails::filled_form(&office.app.config, "sle", &answers);
            mail.attachments.push(("form.docx".to_owned(), mails::DOCX.to_owned(), form));
        }
        let mut stamp = counted;
        let zone = i64::try_from(dice.throw(27)).unwrap() * 60 - 720;
        let seconds = i64::try_from(dice.throw(4_000)).unwrap() + 1;
        match dice.throw(4) {
            0 => {
                stamp = counted + seconds;
                mail.headers.push(format!("Received: from a by {OURS}; {}", judge::header_date(counted, zone)));
            }
            1 => {
                let at = judge::header_date(counted + seconds, zone);
                mail.headers.push(format!("Received: from a by {OURS}; {at}"));
            }
            2 => {
                let at = judge::header_date(counted - seconds, zone);
                mail.headers.push(format!("Received: from a by mx.elsewhere.example; {at}"));
            }
            _ => {}
        }
        let claimed = judge::header_date(counted + (seconds - 2_000) * 40, zone);
        mail.headers.push(format!("Date: {claimed}"));
        judged.push((round.name.to_owned(), address, counted > closing));
        mails.push((stamp, mail));
    }
    dice.shuffle(&mut mails);
    // Some of them are read at once, more after hours, the rest after a week.
    if let Then::Closes(at) = &round.then {
        set(office, at.last_instant());
        office.command(&format!("close sle {}", round.name)).await.unwrap();
    }
    for (look, pause) in [5_i64, 7_200, 86_400, 9 * 86_400].into_iter().enumerate() {
        let now = first_closing + pause;
        let (due, rest): (Vec<_>, Vec<_>) =
            mails.into_iter().partition(|(stamp, _)| *stamp <= now && (look == 3 || dice.throw(3) == 0));
        mails = rest;
        set(office, now);
        for (stamp, mail) in due {
            office.receive(mail, instant(stamp));
        }
        office.once().await;
        if let Then::Extends(to, _) = &round.then
            && look == 1
        {
            office.command(&format!("extend sle {} to {to} because the mail was down", round.name)).await.unwrap();
        }
    }
    assert!(mails.is_empty(), "every mail was read");
}

#[test]
fn two_hundred_mails_through_the_whole_clerk_are_judged_by_the_written_rule() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut office = Office::with(trusting).await;
        let mut dice = Dice(20_270_319);
        let mut judged = vec![];
        for round in rounds() {
            office_round(&mut office, &round, &mut dice, &mut judged).await;
        }
        let (applications, windows) = office.app.store.list_applications().await.unwrap();
        let letters = office.app.store.list_letters("").await.unwrap();
        let mut late = 0;
        for (round, address, is_late) in &judged {
            let found: Vec<_> = applications.iter().filter(|a| a.email.as_str() == address).collect();
            let [application] = found.as_slice() else { panic!("{address}: {} applications", found.len()) };
            let window = windows.iter().find(|w| Some(w.id) == application.window).unwrap();
            assert_eq!(window.name.as_str(), round, "{address}");
            assert_eq!(application.on_time(Some(window)), Some(!is_late), "{address}");
            assert_eq!(application.state(Some(window)) == State::Late, *is_late, "{address}");
            let told = letters.iter().any(|l| l.letter == "late" && l.to == *address);
            let rescued = letters.iter().any(|l| l.letter == "extended" && l.to == *address);
            assert!(told == *is_late || (told && rescued), "{address}: told {told}, rescued {rescued}");
            late += u32::from(*is_late);
        }
        println!("judged: {} in time, {late} late", judged.len() - late as usize);
        assert!(late > 50 && judged.len() > 200);
    });
}
