//! The parent's side: starts the child, hands it messages, outlives it.

use super::office::Office;
use super::wire::{LONGEST_FRAME, Reply, Request};
use super::{ReadAttachment, ReaderFault, Reading};
use crate::documents::{Document, Refusal, RefusalKind, doc};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

/// How long the child may keep silent. It has ten seconds of processor time; a busy machine may take longer over them.
const PATIENCE: Duration = Duration::from_secs(30);
/// A child that has read this many bytes is replaced, so that what one large file made it hold is given back.
const WORN_OUT: usize = 24 * 1024 * 1024;

/// How readers are started.
#[derive(Debug, Clone)]
pub struct ReaderSetup {
    /// This very program; it is the reader when its first argument is [`READER_COMMAND`].
    pub program: PathBuf,
    pub office: Option<Office>,
}

/// The hidden subcommand that is the child.
pub const READER_COMMAND: &str = "reader-child";

/// Reads messages and files through the child.
pub struct Reader {
    setup: ReaderSetup,
    running: Option<Running>,
}

struct Running {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    read: usize,
}

/// The child died, or fell silent.
struct Death(String);

impl From<std::io::Error> for Death {
    fn from(e: std::io::Error) -> Self {
        Death(e.to_string())
    }
}

impl Reader {
    pub fn new(setup: ReaderSetup) -> Self {
        Self { setup, running: None }
    }

    /// The child's process number, while it runs.
    pub fn process_id(&self) -> Option<u32> {
        self.running.as_ref().and_then(|running| running.child.id())
    }

    /// Lets the child go; the next reading starts another.
    pub fn rest(&mut self) {
        self.running = None;
    }

    /// Reads a message with all its attachments.
    ///
    /// # Errors
    /// [`ReaderFault::Died`] only when the message itself, not one of its attachments, is what the child dies over.
    pub async fn message(&mut self, raw: &[u8]) -> Result<Reading, ReaderFault> {
        let mut skip = vec![];
        loop {
            let mut so_far = Progress::default();
            match self.attempt(raw, &skip, &mut so_far).await? {
                Ok(reading) => return Ok(reading),
                Err(Death(why)) => {
                    self.running = None;
                    match so_far.opening {
                        Some(number) if !skip.contains(&number) => skip.push(number),
                        Some(_) | None => return Err(ReaderFault::Died(why)),
                    }
                }
            }
        }
    }

    /// Adds the bytes of some attachments to what was read of a message. Where the child dies over it, there are none: whoever
    /// wants to send them on finds that they cannot be.
    ///
    /// # Errors
    /// Only when no child can be started.
    pub async fn fetch(&mut self, raw: &[u8], places: &[usize], reading: &mut Reading) -> Result<(), ReaderFault> {
        let running = self.running()?;
        let fetched: Result<Vec<Vec<u8>>, Death> = async {
            running.send(&Request::Attachments { places: places.to_vec() }, raw).await?;
            let mut all = vec![];
            for _ in places {
                all.push(running.frame().await?);
            }
            Ok(all)
        }
        .await;
        let Ok(fetched) = fetched else {
            self.running = None;
            return Ok(());
        };
        for (place, bytes) in places.iter().zip(fetched) {
            if let Some(attachment) = reading.attachments.get_mut(*place).filter(|a| a.size == bytes.len()) {
                attachment.bytes = Some(bytes.into());
            }
        }
        Ok(())
    }

    /// Reads one file.
    ///
    /// # Errors
    /// Only when no child can be started; a file that kills the child is refused like any other.
    pub async fn file(&mut self, bytes: &[u8]) -> Result<Result<Document, Refusal>, ReaderFault> {
        let read = self.ask(&Request::File, bytes).await?;
        match read {
            Err(refusal) if refusal.kind == RefusalKind::NeedsConversion => self.converted(bytes).await,
            other => Ok(other),
        }
    }

    async fn ask(&mut self, request: &Request, bytes: &[u8]) -> Result<Result<Document, Refusal>, ReaderFault> {
        let running = self.running()?;
        let answer = async {
            running.send(request, bytes).await?;
            match running.reply().await? {
                Reply::Content(content) => Ok(content),
                Reply::Message { .. } | Reply::Calendar(_) | Reply::Convert => {
                    Err(Death("an answer out of turn".to_owned()))
                }
            }
        }
        .await;
        Ok(answer.unwrap_or_else(|Death(why)| {
            self.running = None;
            Err(Refusal::because(RefusalKind::BrokeTheReader, why))
        }))
    }

    /// Has LibreOffice make a .docx of a .doc or .rtf, and reads that.
    async fn converted(&mut self, bytes: &[u8]) -> Result<Result<Document, Refusal>, ReaderFault> {
        let Some(office) = self.setup.office.clone() else {
            return Ok(Err(Refusal::new(RefusalKind::NoConverter)));
        };
        let made = match office.convert(&self.setup.program, bytes).await {
            Ok(docx) => self.ask(&Request::File, &docx).await?,
            Err(why) => return Ok(Err(Refusal::because(RefusalKind::Damaged, why))),
        };
        match made {
            Ok(document) if doc::lost_its_tables(bytes, &document) => {
                let second = self.ask(&Request::OldWord, bytes).await?;
                Ok(Ok(second.unwrap_or(document)))
            }
            other => Ok(other),
        }
    }

    async fn attempt(
        &mut self,
        raw: &[u8],
        skip: &[usize],
        so_far: &mut Progress,
    ) -> Result<Result<Reading, Death>, ReaderFault> {
        let running = self.running()?;
        let mut to_convert: Vec<(usize, Vec<u8>)> = vec![];
        let answer: Result<Reading, Death> = async {
            running.send(&Request::Message { skip: skip.to_vec() }, raw).await?;
            let Reply::Message { mail, html, attachments: heads } = running.reply().await? else {
                return Err(Death("an answer out of turn".to_owned()));
            };
            let mut reading = Reading { mail: *mail, html, attachments: vec![] };
            for (number, head) in heads.into_iter().enumerate() {
                so_far.opening = Some(number);
                let mut calendar = None;
                let content = match running.reply().await? {
                    Reply::Content(content) => content,
                    Reply::Calendar(file) => {
                        calendar = Some(file);
                        Ok(Document::default())
                    }
                    Reply::Convert => {
                        to_convert.push((number, running.frame().await?));
                        Err(Refusal::new(RefusalKind::NeedsConversion))
                    }
                    Reply::Message { .. } => return Err(Death("an answer out of turn".to_owned())),
                };
                reading.attachments.push(ReadAttachment {
                    name: head.name,
                    size: head.size,
                    inline: head.inline,
                    content,
                    calendar,
                    bytes: None,
                });
            }
            Ok(reading)
        }
        .await;
        let Ok(mut reading) = answer else { return Ok(answer) };
        if self.running.as_ref().is_some_and(|running| running.read > WORN_OUT) {
            self.running = None;
        }
        for (number, bytes) in to_convert {
            let content = self.converted(&bytes).await?;
            if let Some(attachment) = reading.attachments.get_mut(number) {
                attachment.content = content;
            }
        }
        Ok(Ok(reading))
    }

    fn running(&mut self) -> Result<&mut Running, ReaderFault> {
        let running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.setup).map_err(ReaderFault::NotStarted)?,
        };
        Ok(self.running.insert(running))
    }
}

#[derive(Default)]
struct Progress {
    /// The attachment that the child is at, once the message itself has been taken apart.
    opening: Option<usize>,
}

impl Running {
    fn start(setup: &ReaderSetup) -> std::io::Result<Self> {
        let mut child = Command::new(&setup.program)
            .arg(READER_COMMAND)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let missing = || std::io::Error::other("no pipe to the reader");
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = BufReader::new(child.stdout.take().ok_or_else(missing)?);
        Ok(Self { child, input, output, read: 0 })
    }

    async fn send(&mut self, request: &Request, bytes: &[u8]) -> Result<(), Death> {
        let head = serde_json::to_vec(request).map_err(|e| Death(e.to_string()))?;
        self.read += bytes.len();
        let write = async {
            for frame in [head.as_slice(), bytes] {
                let length = u32::try_from(frame.len()).map_err(|_| std::io::Error::other("message too long"))?;
                self.input.write_all(&length.to_be_bytes()).await?;
                self.input.write_all(frame).await?;
            }
            self.input.flush().await
        };
        timeout(PATIENCE, write).await.map_err(|_| Death("took no input".to_owned()))??;
        Ok(())
    }

    async fn reply(&mut self) -> Result<Reply, Death> {
        let frame = self.frame().await?;
        serde_json::from_slice(&frame).map_err(|e| Death(e.to_string()))
    }

    async fn frame(&mut self) -> Result<Vec<u8>, Death> {
        let output = &mut self.output;
        let read = async {
            let length = output.read_u32().await?;
            if length > LONGEST_FRAME {
                return Err(std::io::Error::other("answer too long"));
            }
            let mut bytes = vec![];
            output.take(u64::from(length)).read_to_end(&mut bytes).await?;
            if bytes.len() as u64 == u64::from(length) {
                Ok(bytes)
            } else {
                Err(std::io::ErrorKind::UnexpectedEof.into())
            }
        };
        match timeout(PATIENCE, read).await {
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(e)) => {
                let status = timeout(Duration::from_secs(1), self.child.wait()).await.ok().and_then(Result::ok);
                Err(Death(status.map_or(e.to_string(), |status| status.to_string())))
            }
            Err(_) => Err(Death("no answer in time".to_owned())),
        }
    }
}
