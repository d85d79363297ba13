//! An SMTP server that says at one phase what the test tells it to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Banner,
    Hello,
    Login,
    Sender,
    Recipient,
    Data,
    /// In the middle of the letter, before the final dot.
    Letter,
    /// The answer to the final dot.
    Dot,
    Goodbye,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    Says(&'static str),
    Cuts,
    /// Takes what it was given, then hangs up instead of saying so.
    TakesAndCuts,
    /// Says nothing for as long as anybody waits.
    Silence,
}

#[derive(Default)]
struct Play {
    lie: Option<(Phase, Lie)>,
    /// Letters that were taken for good.
    taken: Vec<Vec<u8>>,
    /// How often somebody was left to wait.
    silences: usize,
    gone: bool,
}

pub struct SmtpLiar {
    pub port: u16,
    play: Arc<Mutex<Play>>,
}

impl SmtpLiar {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let play = Arc::new(Mutex::new(Play::default()));
        let shared = play.clone();
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
        Self { port, play }
    }

    pub fn lies(&self, lie: Option<(Phase, Lie)>) {
        self.play.lock().unwrap().lie = lie;
    }

    pub fn silences(&self) -> usize {
        self.play.lock().unwrap().silences
    }

    pub fn taken(&self) -> Vec<Vec<u8>> {
        self.play.lock().unwrap().taken.clone()
    }
}

impl Drop for SmtpLiar {
    fn drop(&mut self) {
        self.play.lock().unwrap().gone = true;
        let _last = TcpStream::connect(("127.0.0.1", self.port));
    }
}

struct Conversation<'a> {
    out: TcpStream,
    play: &'a Mutex<Play>,
}

impl Conversation<'_> {
    fn lie(&self, phase: Phase) -> Option<Lie> {
        self.play.lock().unwrap().lie.filter(|(at, _)| *at == phase).map(|(_, lie)| lie)
    }

    /// Says what is true, or what the play wants. An error ends the conversation.
    fn say(&mut self, phase: Phase, truth: &str) -> std::io::Result<()> {
        let text = match self.lie(phase) {
            None => truth,
            Some(Lie::Says(text)) => text,
            Some(Lie::Cuts | Lie::TakesAndCuts) => return Err(std::io::ErrorKind::ConnectionAborted.into()),
            Some(Lie::Silence) => {
                self.play.lock().unwrap().silences += 1;
                std::thread::sleep(std::time::Duration::from_secs(20));
                return Err(std::io::ErrorKind::ConnectionAborted.into());
            }
        };
        self.out.write_all(text.as_bytes())?;
        self.out.write_all(b"\r\n")
    }
}

fn serve(stream: TcpStream, play: &Mutex<Play>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut talk = Conversation { out: stream.try_clone()?, play };
    talk.say(Phase::Banner, "220 liar.example ESMTP")?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        match line.split([' ', '\r']).next().unwrap() {
            "EHLO" => talk.say(Phase::Hello, "250-liar.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN")?,
            "AUTH" => talk.say(Phase::Login, "235 2.7.0 logged in")?,
            "MAIL" => talk.say(Phase::Sender, "250 OK")?,
            "RCPT" => talk.say(Phase::Recipient, "250 OK")?,
            "DATA" => {
                talk.say(Phase::Data, "354 go on")?;
                let wants_more = !matches!(talk.lie(Phase::Data), Some(Lie::Says(text)) if !text.starts_with("354"));
                if wants_more {
                    letter(&mut reader, &mut talk)?;
                }
            }
            "QUIT" => {
                talk.say(Phase::Goodbye, "221 bye")?;
                return Ok(());
            }
            _ => talk.say(Phase::Goodbye, "250 OK")?,
        }
    }
}

fn letter(reader: &mut BufReader<TcpStream>, talk: &mut Conversation<'_>) -> std::io::Result<()> {
    let mut bytes = vec![];
    loop {
        let start = bytes.len();
        if reader.read_until(b'\n', &mut bytes)? == 0 || (talk.lie(Phase::Letter).is_some() && start > 0) {
            return Err(std::io::ErrorKind::ConnectionAborted.into());
        }
        if &bytes[start..] == b".\r\n" {
            bytes.truncate(start);
            break;
        }
    }
    // What is refused, or never heard of again, was not taken.
    let taken = match talk.lie(Phase::Dot) {
        None | Some(Lie::TakesAndCuts) => true,
        Some(Lie::Says(text)) => text.starts_with("250"),
        Some(Lie::Cuts | Lie::Silence) => false,
    };
    if taken {
        talk.play.lock().unwrap().taken.push(bytes);
    }
    talk.say(Phase::Dot, "250 2.0.0 queued")
}
