//! The same six applications under other names, in another order, in other kinds of file and from other mail programs:
//! where each of them stands does not change.

use crate::support::mails;
use crate::support::office::{CLERK, Office, instant};
use alliance_clerk::config::Config;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config as RunnerConfig, TestRunner};
use std::collections::BTreeMap;
use std::io::Write as _;

/// Who they are has no say in it.
const NAMES: [&str; 16] = [
    "Priya Nair",
    "Siân O'Neill-[Lewis]",
    "陈伟",
    "Jennifer Null",
    "Søren Ågård",
    "Ann *Star* <b>",
    "Dr Kate O’Brien, NPQH",
    "Li",
    "José María de la Concepción Fernández-Villaverde y Ortega",
    "Mary Question",
    "Form, Application",
    "Nobody",
    "Olu Adébáyọ̀",
    "Владимир Ким",
    "Yes No",
    "{{case}} Smith",
];

/// What the form is sent as.
#[derive(Debug, Clone, Copy)]
enum File {
    Docx,
    Odt,
    Text,
    Page,
    /// Typed into the mail, as plain text, in one encoding or the other.
    Body {
        quoted_printable: bool,
    },
    /// Typed into the mail, as HTML only: lines, or a table.
    HtmlBody {
        table: bool,
    },
}

/// How the mail program attaches it.
#[derive(Debug, Clone, Copy)]
enum Client {
    Outlook,
    Gmail,
    AppleMail,
    Phone,
    Reply,
    HtmlOnly,
}

#[derive(Debug, Clone)]
struct One {
    name: usize,
    file: File,
    client: Client,
}

fn one() -> impl Strategy<Value = (File, Client)> {
    let file = prop_oneof![
        3 => Just(File::Docx),
        2 => Just(File::Odt),
        1 => Just(File::Text),
        1 => Just(File::Page),
        2 => any::<bool>().prop_map(|quoted_printable| File::Body { quoted_printable }),
        2 => any::<bool>().prop_map(|table| File::HtmlBody { table }),
    ];
    let client = prop_oneof![
        Just(Client::Outlook),
        Just(Client::Gmail),
        Just(Client::AppleMail),
        Just(Client::Phone),
        Just(Client::Reply),
        Just(Client::HtmlOnly)
    ];
    (file, client)
}

/// What each of the six sent, and where it must stand: without these fields, a long answer, seconds from the closing.
const SENT: [(&[&str], bool, i64, &str); 6] = [
    (&[], false, -500_000, "complete"),
    (&["telephone"], false, -400_000, "incomplete: Telephone"),
    (&["question_2", "specialism"], false, -2, "incomplete: Main area of expertise; Question 2: Your impact"),
    (&[], true, 0, "complete"),
    (&[], false, 1, "late"),
    (&["head_email"], false, -1, "incomplete: Headteacher's e-mail address"),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Labels and answers, as somebody copies them out of the form.
fn lines(config: &Config, answers: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let form = &config.programmes.values().find(|p| p.id.as_str() == "sle").unwrap().form.definition;
    let of = |id: &str| answers.get(id).map(|value| value.replace('\n', ", ")).unwrap_or_default();
    let lines =
        form.fields_by(alliance_clerk::forms::Party::Applicant).map(|field| (field.label.clone(), of(&field.id)));
    lines.collect()
}

fn odt(lines: &[(String, String)]) -> Vec<u8> {
    let cell = |text: &str| format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", escaped(text));
    let rows: String = lines
        .iter()
        .map(|(label, value)| format!("<table:table-row>{}{}</table:table-row>", cell(label), cell(value)))
        .collect();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\
         <table:table>{rows}</table:table></office:text></office:body></office:document-content>"
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, bytes) in [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content.as_str())] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn typed(lines: &[(String, String)]) -> String {
    lines.iter().map(|(label, value)| format!("{label}: {value}\n\n")).collect()
}

fn page(lines: &[(String, String)], table: bool) -> String {
    let row = |(label, value): &(String, String)| {
        let (label, value) = (escaped(label), escaped(value));
        if table {
            format!("<tr><td><b>{label}</b></td><td>{value}</td></tr>")
        } else {
            format!("<p>{label}: {value}</p>")
        }
    };
    let rows: String = lines.iter().map(row).collect();
    let (open, close) = if table { ("<table>", "</table>") } else { ("", "") };
    format!("<html><head><style>p {{ margin: 0 }}</style></head><body>{open}{rows}{close}</body></html>")
}

fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for byte in text.bytes() {
        let shown = match byte {
            b'\n' => "\n".to_owned(),
            b'=' | 0..=31 | 127.. => format!("={byte:02X}"),
            plain => char::from(plain).to_string(),
        };
        if width + shown.len() > 72 && byte != b'\n' {
            out.push_str("=\n");
            width = 0;
        }
        width = if byte == b'\n' { 0 } else { width + shown.len() };
        out.push_str(&shown);
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    let text = data_encoding::BASE64.encode(bytes);
    text.as_bytes().chunks(76).map(|line| format!("{}\n", std::str::from_utf8(line).unwrap())).collect()
}

fn encoded_word(text: &str) -> String {
    format!("=?utf-8?b?{}?=", data_encoding::BASE64.encode(text.as_bytes()))
}

fn part(kind: &str, encoding: &str, more: &str, content: &str) -> String {
    format!("Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{more}\n{content}\n")
}

/// The words around an attached form.
fn cover(client: Client) -> String {
    let words = "Dear Ruth,\n\nPlease find attached my application for the programme.\n\nMany thanks\n";
    let quoted = "\nOn Mon, 1 Mar 2027 at 09:12, Harbour Teaching School Alliance wrote:\n> Applications are open now. Your full name: as on the form.\n> Telephone: 01632 960100\n";
    match client {
        Client::Outlook | Client::Gmail | Client::AppleMail => words.to_owned(),
        Client::Phone => "Sent from my iPhone\n".to_owned(),
        Client::Reply => format!("{words}{quoted}"),
        Client::HtmlOnly => format!("<div dir=ltr><p>{}</p></div>", words.replace("\n\n", "</p><p>")),
    }
}

fn attached(client: Client, name: &str, kind: &str, bytes: &[u8]) -> String {
    let octets = "application/octet-stream";
    let (kind, place) = match client {
        Client::Outlook => {
            (format!("{kind}; name=\"{name}\""), format!("attachment; filename=\"{name}\"; size={}", bytes.len()))
        }
        Client::Gmail => (
            format!("{octets}; name=\"{}\"", encoded_word(&format!("SLE form – FINAL (2) {name}"))),
            format!("attachment; filename=\"{}\"", encoded_word(&format!("SLE form – FINAL (2) {name}"))),
        ),
        Client::AppleMail => (kind.to_owned(), format!("inline; filename*=utf-8''Si%C3%A2n%20{name}")),
        Client::Phone => (octets.to_owned(), "attachment".to_owned()),
        Client::Reply | Client::HtmlOnly => (octets.to_owned(), "attachment; filename=\"Document1\"".to_owned()),
    };
    part(&kind, "base64", &format!("Content-Disposition: {place}\n"), &base64(bytes))
}

/// The mail as that program writes it.
fn mail(config: &Config, one: &One, address: &str, answers: &BTreeMap<String, String>) -> Vec<u8> {
    let lines = lines(config, answers);
    let name = NAMES[one.name];
    let header = format!(
        "From: {} <{address}>\nTo: {CLERK}\nSubject: {}\nMessage-ID: <{address}>\nMIME-Version: 1.0\nX-Mailer: {:?}\n",
        encoded_word(name),
        encoded_word("SLE application"),
        one.client
    );
    let html = "text/html; charset=\"utf-8\"";
    let body = match one.file {
        File::Body { quoted_printable: true } => {
            part("text/plain; charset=utf-8", "quoted-printable", "", &quoted_printable(&typed(&lines)))
        }
        File::Body { quoted_printable: false } => {
            part("text/plain; charset=utf-8; format=flowed", "base64", "", &base64(typed(&lines).as_bytes()))
        }
        File::HtmlBody { table } => part(html, "base64", "", &base64(page(&lines, table).as_bytes())),
        File::Docx | File::Odt | File::Text | File::Page => {
            let (file, kind, bytes) = match one.file {
                File::Docx => ("form.docx", mails::DOCX, mails::filled_form(config, "sle", answers)),
                File::Odt => ("form.odt", "application/vnd.oasis.opendocument.text", odt(&lines)),
                File::Text => ("form.txt", "text/plain; charset=utf-8", typed(&lines).into_bytes()),
                File::Page | File::Body { .. } | File::HtmlBody { .. } => {
                    ("form.html", html, page(&lines, true).into_bytes())
                }
            };
            let words = cover(one.client);
            let cover = match one.client {
                Client::HtmlOnly => part(html, "base64", "", &base64(words.as_bytes())),
                Client::Outlook => {
                    let plain = part("text/plain; charset=\"utf-8\"", "base64", "", &base64(words.as_bytes()));
                    let page = part(
                        html,
                        "base64",
                        "",
                        &base64(format!("<html><body><p>{words}</p></body></html>").as_bytes()),
                    );
                    format!(
                        "Content-Type: multipart/alternative; boundary=alt\n\n--alt\n{plain}\n--alt\n{page}\n--alt--\n"
                    )
                }
                Client::Gmail | Client::AppleMail | Client::Phone | Client::Reply => {
                    part("text/plain; charset=utf-8", "quoted-printable", "", &quoted_printable(&words))
                }
            };
            let file = attached(one.client, file, kind, &bytes);
            format!(
                "Content-Type: multipart/mixed; boundary=\"==mixed\"\n\n--==mixed\n{cover}\n--==mixed\n{file}\n--==mixed--\n"
            )
        }
    };
    format!("{header}{body}").replace('\n', "\r\n").into_bytes()
}

async fn play(people: &[One], order: &[usize]) {
    let mut office = Office::with(|root| {
        let path = root.join("config/programmes/sle.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, text.replace("incomplete = [3, 1]", "incomplete = []")).unwrap();
    })
    .await;
    office.at(date(2027, 3, 1).at(8, 0, 0, 0));
    office.command("open sle spring-2027 from 1 March 2027 to 19 March 2027").await.unwrap();
    let closes = instant(date(2027, 3, 19).at(18, 0, 0, 0));
    office.app.clock.set(closes + jiff::SignedDuration::from_mins(5));
    // The order in which they are read: the clerk was away, and its folder has no order.
    for (read, number) in order.iter().enumerate() {
        let (without, long, off, _) = SENT[*number];
        let address = format!("person{number}@school{number}.example");
        let mut answers = mails::complete_answers(NAMES[people[*number].name], &address);
        without.iter().for_each(|field| assert!(answers.remove(*field).is_some()));
        if long {
            answers.insert("question_2".to_owned(), mails::words(342));
        }
        let raw = mail(&office.app.config, &people[*number], &address, &answers);
        office.receive_raw(&raw, closes + jiff::SignedDuration::from_secs(off));
        if read % 2 == 1 {
            office.once().await;
        }
    }
    office.once().await;
    let (applications, windows) = office.app.store.list_applications().await.unwrap();
    for (number, (.., wanted)) in SENT.iter().enumerate() {
        let address = format!("person{number}@school{number}.example");
        let found: Vec<_> = applications.iter().filter(|a| a.email.as_str() == address).collect();
        let [application] = found.as_slice() else {
            panic!("{:?}: {} applications", people[number], found.len());
        };
        let window = windows.iter().find(|w| Some(w.id) == application.window);
        let missing = application.missing(window).join("; ");
        let state = application.state(window).word();
        let shown = if state == "incomplete" { format!("{state}: {missing}") } else { state.to_owned() };
        assert_eq!(shown, *wanted, "{:?} ({})", people[number], NAMES[people[number].name]);
        assert_eq!(application.name, NAMES[people[number].name], "{:?}", people[number]);
    }
}

#[test]
fn name_order_file_and_mail_program_change_nothing() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let cases = std::env::var("CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(10);
    let mut runner = TestRunner::new(RunnerConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 40,
        ..RunnerConfig::default()
    });
    let names = Just((0..NAMES.len()).collect::<Vec<_>>()).prop_shuffle();
    let order = Just((0..SENT.len()).collect::<Vec<_>>()).prop_shuffle();
    let programs = prop::collection::vec(one(), SENT.len());
    runner
        .run(&(names, order, programs), |(names, order, programs)| {
            let people: Vec<One> =
                programs.into_iter().zip(names).map(|((file, client), name)| One { name, file, client }).collect();
            runtime.block_on(play(&people, &order));
            Ok(())
        })
        .unwrap();
}
