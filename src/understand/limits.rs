//! Limits that a message must keep before the MIME parser sees it.
//!
//! mail-parser 0.11 is quadratic on floods of RFC 2231 parameters and follows any number of parts
//! (research/reliability.md, A4); Postfix's own limits are the model for these.

use super::MailProblem;

/// The largest message whose body is read.
pub const LARGEST_MESSAGE: usize = 36 * 1024 * 1024;
/// The largest header of a message or of a part. Postfix stops at 100 KiB.
const LARGEST_HEADER: usize = 128 * 1024;
/// Lines that may be boundaries. A mail with fifty attachments has a hundred.
const MOST_BOUNDARIES: usize = 4_000;
/// `boundary=` and `message/rfc822` declarations: how deep parts can nest.
const MOST_CONTAINERS: usize = 200;
/// A single header line beyond this is a flood.
const LONGEST_PARAMETERS: usize = 32 * 1024;

/// What of the header is read when the rest is not.
pub const HEADER_ONLY: usize = 64 * 1024;

/// Why only the header of a message may be read, if so.
pub fn exceeded(raw: &[u8]) -> Option<MailProblem> {
    if raw.len() > LARGEST_MESSAGE {
        return Some(MailProblem::TooLarge);
    }
    let mut boundaries = 0;
    let mut containers = 0;
    // Bytes of the header that is being read; `None` inside a body.
    let mut header = Some(0_usize);
    let mut field = 0_usize;
    let mut encloses = false;
    for line in raw.split(|b| *b == b'\n') {
        let bare = line.strip_suffix(b"\r").unwrap_or(line);
        if bare.starts_with(b"--") && bare.len() > 2 {
            boundaries += 1;
            header = Some(0);
            field = 0;
            continue;
        }
        let Some(size) = header else { continue };
        if bare.is_empty() {
            // The header of an enclosed message follows the blank line.
            header = std::mem::take(&mut encloses).then_some(0);
            continue;
        }
        let size = size + line.len() + 1;
        header = Some(size);
        field = if bare.first().is_some_and(u8::is_ascii_whitespace) { field + line.len() } else { line.len() };
        let declares = |what: &[u8]| bare.windows(what.len()).any(|w| w.eq_ignore_ascii_case(what));
        if bare.len() < 1_000 && (declares(b"boundary") || declares(b"message/rfc822")) {
            containers += 1;
            encloses = declares(b"message/rfc822");
        }
        if size > LARGEST_HEADER || field > LONGEST_PARAMETERS {
            return Some(MailProblem::TooIntricate);
        }
    }
    (boundaries > MOST_BOUNDARIES || containers > MOST_CONTAINERS).then_some(MailProblem::TooIntricate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_mail_keeps_the_limits() {
        let mail = format!("From: a@b.example\r\nSubject: hello\r\n\r\n{}", "A line of text.\r\n".repeat(10_000));
        assert_eq!(exceeded(mail.as_bytes()), None);
        assert_eq!(exceeded(b""), None);
    }

    #[test]
    fn floods_are_stopped_before_the_parser() {
        let headers = "X-A: 1\r\n".repeat(200_000);
        assert_eq!(exceeded(headers.as_bytes()), Some(MailProblem::TooIntricate));
        let parameters = format!(
            "Content-Type: text/plain;{}\r\n\r\n",
            (0..9_000).map(|i| format!(" a*{i}=b;")).collect::<String>()
        );
        assert_eq!(exceeded(parameters.as_bytes()), Some(MailProblem::TooIntricate));
        let parts = format!("Content-Type: multipart/mixed; boundary=x\r\n\r\n{}", "--x\r\n\r\n".repeat(100_000));
        assert_eq!(exceeded(parts.as_bytes()), Some(MailProblem::TooIntricate));
        let nested = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n".repeat(10_000);
        assert_eq!(exceeded(nested.as_bytes()), Some(MailProblem::TooIntricate));
    }
}
