//! The child: reads requests on standard input and answers on standard output until the input ends.

use super::CalendarFile;
use super::wire::{AttachmentHead, LONGEST_FRAME, Reply, Request};
use crate::calendar;
use crate::documents::{self, RefusalKind, html};
use crate::understand::mime::{self, Parsed};
use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};
use std::io::{Read, Write};

/// Address space: enough for the largest honest file, too little to hurt the machine.
const MEMORY: u64 = 768 * 1024 * 1024;
/// Processor seconds for one message with all its attachments.
const SECONDS: u64 = 10;

/// Serves until standard input ends.
///
/// # Errors
/// When the limits cannot be set, or the parent is gone.
pub fn serve() -> std::io::Result<()> {
    let fixed = |resource, value| setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) });
    fixed(Resource::As, MEMORY)?;
    fixed(Resource::Core, 0)?;
    fixed(Resource::Fsize, 0)?;
    fixed(Resource::Nofile, 16)?;
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    while let Some(request) = frame(&mut input)? {
        let Some(bytes) = frame(&mut input)? else { break };
        allow_seconds()?;
        match serde_json::from_slice(&request)? {
            Request::File => {
                let content = documents::read(&bytes);
                answer(&mut output, &Reply::Content(content))?;
            }
            Request::OldWord => answer(&mut output, &Reply::Content(documents::doc::read(&bytes)))?,
            Request::Attachments { places } => {
                let attachments = mime::parse(&bytes).attachments;
                for place in places {
                    write_frame(&mut output, attachments.get(place).map_or(&[], |file| file.bytes.as_slice()))?;
                }
            }
            Request::Message { skip } => message(&bytes, &skip, &mut output)?,
        }
        output.flush()?;
    }
    Ok(())
}

/// Renews the allowance of processor time, which counts from the start of the process.
fn allow_seconds() -> std::io::Result<()> {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    Ok(setrlimit(Resource::Cpu, Rlimit { current: Some(used + SECONDS + 1), maximum: None })?)
}

fn message(bytes: &[u8], skip: &[usize], output: &mut impl Write) -> std::io::Result<()> {
    let Parsed { mail, attachments, html } = mime::parse(bytes);
    let html = html.map(|page| html::of_text(&page));
    let heads = attachments
        .iter()
        .map(|a| AttachmentHead { name: a.name.clone(), size: a.bytes.len(), inline: a.inline })
        .collect();
    answer(output, &Reply::Message { mail: Box::new(mail), html, attachments: heads })?;
    for (number, attachment) in attachments.into_iter().enumerate() {
        // Flushed before the file is opened, so that the parent knows over which one the child died.
        output.flush()?;
        if skip.contains(&number) {
            answer(output, &Reply::Content(Err(documents::Refusal::new(RefusalKind::BrokeTheReader))))?;
            continue;
        }
        // Here as well as the documents, because its parser may panic over a stranger's file.
        if is_calendar(&attachment) {
            let (found, problems) = calendar::read(&attachment.bytes);
            answer(output, &Reply::Calendar(CalendarFile { answer: found, problems }))?;
            continue;
        }
        match documents::read(&attachment.bytes) {
            Err(refusal) if refusal.kind == RefusalKind::NeedsConversion => {
                answer(output, &Reply::Convert)?;
                write_frame(output, &attachment.bytes)?;
            }
            content => answer(output, &Reply::Content(content))?,
        }
    }
    Ok(())
}

/// Outlook sends the type, some gateways only the name, others only the content.
fn is_calendar(attachment: &mime::Attachment) -> bool {
    let named = attachment.name.to_lowercase();
    let begins = attachment.bytes.trim_ascii_start().get(..15);
    matches!(attachment.content_type.as_str(), "text/calendar" | "application/ics")
        || named.ends_with(".ics")
        || begins.is_some_and(|bytes| bytes.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

fn answer(output: &mut impl Write, reply: &Reply) -> std::io::Result<()> {
    write_frame(output, &serde_json::to_vec(reply)?)
}

fn write_frame(output: &mut impl Write, bytes: &[u8]) -> std::io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| std::io::Error::other("frame too long"))?;
    output.write_all(&length.to_be_bytes())?;
    output.write_all(bytes)
}

/// A frame; `None` at the end of the input.
fn frame(input: &mut impl Read) -> std::io::Result<Option<Vec<u8>>> {
    let mut length = [0_u8; 4];
    if let Err(e) = input.read_exact(&mut length) {
        return if e.kind() == std::io::ErrorKind::UnexpectedEof { Ok(None) } else { Err(e) };
    }
    let length = u32::from_be_bytes(length);
    if length > LONGEST_FRAME {
        return Err(std::io::Error::other("frame too long"));
    }
    let mut bytes = vec![];
    input.take(u64::from(length)).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
