//! An IMAP server that lies to order: what it holds is known to the test, what it says is up to the lie of the moment.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server does instead of the truth, about one message or at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// Says nothing at all when it is asked for this message.
    Silence(u32),
    /// No greeting.
    NoGreeting,
    /// Hands the whole message over, then takes it back with a tagged NO.
    NoAfterFetch(u32),
    /// Says goodbye when it is asked for this message.
    ByeInstead(u32),
    /// Goes on from the message to a goodbye, without ever saying OK.
    ByeAfterFetch(u32),
    /// Hangs up in the middle of the message.
    CutInLiteral(u32),
    /// Announces fewer bytes than it sends.
    ShortLiteral(u32),
    /// OK, and nothing else.
    OkWithoutBody(u32),
    /// OK, with NIL for the message.
    NilBody(u32),
    /// Hands over the header for the message.
    HeaderForBody(u32),
    /// Hands over the beginning, and says so.
    Beginning(u32),
    /// Hands over the next message for this one, under that one's number.
    AnotherMessage(u32),
    /// Leaves out when the message was received.
    NoDate(u32),
    /// An answer to another tag, as if a command had been answered twice.
    StrangeTag(u32),
    SearchNo,
    SearchSaysNothing,
    /// Finds a message that is not there.
    SearchInvents(u32),
    /// Does not find one that is.
    SearchOverlooks(u32),
    Exists(u32),
    UidNext(u32),
    UidValidity(u32),
    NoUidValidity,
    ExamineNo,
}

#[derive(Default)]
pub struct Truth {
    pub messages: BTreeMap<u32, Vec<u8>>,
    pub lie: Option<Lie>,
    pub uid_validity: u32,
    /// Every command line that was received.
    pub heard: Vec<String>,
    gone: bool,
}

pub struct Liar {
    pub port: u16,
    truth: Arc<Mutex<Truth>>,
}

impl Liar {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let truth = Arc::new(Mutex::new(Truth { uid_validity: 7, ..Truth::default() }));
        let shared = truth.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.lock().unwrap().gone {
                    return;
                }
                let shared = shared.clone();
                // A peer that goes away in mid-sentence is part of the play.
                std::thread::spawn(move || stream.and_then(|stream| serve(stream, &shared)));
            }
        });
        Self { port, truth }
    }

    /// Changes what there is, or what is said of it.
    pub fn set(&self, change: impl FnOnce(&mut Truth)) {
        change(&mut self.truth.lock().unwrap());
    }

    pub fn lies(&self, lie: Option<Lie>) {
        self.set(|truth| truth.lie = lie);
    }

    pub fn heard(&self, what: &str) -> usize {
        self.truth.lock().unwrap().heard.iter().filter(|line| line.contains(what)).count()
    }
}

impl Drop for Liar {
    fn drop(&mut self) {
        self.set(|truth| truth.gone = true);
        let _last = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// What ends a conversation.
fn hang_up() -> std::io::Error {
    std::io::ErrorKind::ConnectionAborted.into()
}

fn serve(stream: TcpStream, truth: &Mutex<Truth>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    if truth.lock().unwrap().lie == Some(Lie::NoGreeting) {
        std::thread::sleep(std::time::Duration::from_secs(30));
        return Err(hang_up());
    }
    out.write_all(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")?;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        let (tag, command) = line.split_once(' ').ok_or_else(hang_up)?;
        let said = {
            let mut truth = truth.lock().unwrap();
            truth.heard.push(command.to_owned());
            answer(&truth, tag, command)
        };
        match said {
            Said::Go(bytes) => out.write_all(&bytes)?,
            Said::HangUp(bytes) => {
                out.write_all(&bytes)?;
                return Err(hang_up());
            }
            Said::Nothing => {}
        }
    }
    Ok(())
}

enum Said {
    Go(Vec<u8>),
    HangUp(Vec<u8>),
    Nothing,
}

fn answer(truth: &Truth, tag: &str, command: &str) -> Said {
    let words: Vec<&str> = command.split(' ').collect();
    let go = |text: String| Said::Go(text.into_bytes());
    match words.as_slice() {
        ["LOGIN", ..] => go(format!("{tag} OK logged in\r\n")),
        ["LOGOUT"] => Said::HangUp(format!("* BYE\r\n{tag} OK bye\r\n").into_bytes()),
        ["EXAMINE", _] => go(examine(truth, tag)),
        ["UID", "SEARCH", "UID", range] => go(search(truth, tag, range)),
        ["UID", "FETCH", uid, rest @ ..] => fetch(truth, tag, uid.parse().unwrap(), &rest.join(" ")),
        _ => go(format!("{tag} BAD what?\r\n")),
    }
}

fn examine(truth: &Truth, tag: &str) -> String {
    let mut exists = truth.messages.len() as u32;
    let mut next = truth.messages.keys().next_back().map_or(1, |last| last + 1);
    let mut validity = Some(truth.uid_validity);
    match truth.lie {
        Some(Lie::Exists(n)) => exists = n,
        Some(Lie::UidNext(n)) => next = n,
        Some(Lie::UidValidity(n)) => validity = Some(n),
        Some(Lie::NoUidValidity) => validity = None,
        Some(Lie::ExamineNo) => return format!("{tag} NO [SERVERBUG] not today\r\n"),
        _ => {}
    }
    let validity = validity.map(|n| format!("* OK [UIDVALIDITY {n}] valid\r\n")).unwrap_or_default();
    format!(
        "* FLAGS (\\Seen)\r\n* {exists} EXISTS\r\n* 0 RECENT\r\n{validity}* OK [UIDNEXT {next}] next\r\n{tag} OK [READ-ONLY] done\r\n"
    )
}

fn search(truth: &Truth, tag: &str, range: &str) -> String {
    let from: u32 = range.split(':').next().unwrap().parse().unwrap();
    let mut found: Vec<u32> = truth.messages.keys().copied().filter(|uid| *uid >= from).collect();
    // As servers do: `n:*` names the last message, whatever n is.
    if let (true, Some(last)) = (found.is_empty(), truth.messages.keys().next_back()) {
        found.push(*last);
    }
    match truth.lie {
        Some(Lie::SearchNo) => return format!("* SEARCH 1\r\n{tag} NO [SERVERBUG] not today\r\n"),
        Some(Lie::SearchSaysNothing) => return format!("{tag} OK done\r\n"),
        Some(Lie::SearchInvents(uid)) => found.push(uid),
        Some(Lie::SearchOverlooks(uid)) => found.retain(|one| *one != uid),
        _ => {}
    }
    let found: String = found.iter().map(|uid| format!(" {uid}")).collect();
    format!("* SEARCH{found}\r\n{tag} OK done\r\n")
}

const DATE: &str = "INTERNALDATE \"10-Mar-2027 08:59:00 +0000\"";

fn fetch(truth: &Truth, tag: &str, uid: u32, wanted: &str) -> Said {
    let ok = format!("{tag} OK done\r\n").into_bytes();
    let Some(raw) = truth.messages.get(&uid) else { return Said::Go(ok) };
    if wanted.contains("RFC822.SIZE") {
        let size = format!("* {uid} FETCH (UID {uid} RFC822.SIZE {})\r\n", raw.len());
        return Said::Go([size.into_bytes(), ok].concat());
    }
    let told = |uid: u32, date: &str, section: &str, length: usize, raw: &[u8]| {
        let head = format!("* {uid} FETCH (UID {uid} {date} {section} {{{length}}}\r\n");
        [head.as_bytes(), raw, b")\r\n"].concat()
    };
    let whole = told(uid, DATE, "BODY[]", raw.len(), raw);
    let half = raw.len() / 2;
    match truth.lie {
        Some(Lie::Silence(n)) if n == uid => Said::Nothing,
        Some(Lie::NoAfterFetch(n)) if n == uid => {
            Said::Go([whole, format!("{tag} NO [SERVERBUG] read error\r\n").into_bytes()].concat())
        }
        Some(Lie::ByeInstead(n)) if n == uid => Said::HangUp(b"* BYE shutting down\r\n".to_vec()),
        Some(Lie::ByeAfterFetch(n)) if n == uid => Said::HangUp([whole, b"* BYE shutting down\r\n".to_vec()].concat()),
        Some(Lie::CutInLiteral(n)) if n == uid => {
            Said::HangUp(whole.split_at(whole.len() - raw.len() + half).0.to_vec())
        }
        Some(Lie::ShortLiteral(n)) if n == uid => Said::Go([told(uid, DATE, "BODY[]", half, raw), ok].concat()),
        Some(Lie::OkWithoutBody(n)) if n == uid => Said::Go(ok),
        Some(Lie::NilBody(n)) if n == uid => {
            Said::Go([format!("* {uid} FETCH (UID {uid} {DATE} BODY[] NIL)\r\n").into_bytes(), ok].concat())
        }
        Some(Lie::HeaderForBody(n)) if n == uid => {
            Said::Go([told(uid, DATE, "BODY[HEADER]", half, &raw[..half]), ok].concat())
        }
        Some(Lie::Beginning(n)) if n == uid => {
            Said::Go([told(uid, DATE, "BODY[]<0>", half, &raw[..half]), ok].concat())
        }
        Some(Lie::AnotherMessage(n)) if n == uid => {
            Said::Go([told(uid + 1, DATE, "BODY[]", raw.len(), raw), ok].concat())
        }
        Some(Lie::NoDate(n)) if n == uid => Said::Go([told(uid, "FLAGS ()", "BODY[]", raw.len(), raw), ok].concat()),
        Some(Lie::StrangeTag(n)) if n == uid => Said::Go([b"Z999 OK done\r\n".to_vec(), whole, ok].concat()),
        _ => Said::Go([whole, ok].concat()),
    }
}
