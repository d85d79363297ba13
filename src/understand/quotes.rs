//! Which words of a mail are new: without what it quotes, and without its signature.
//!
//! Nothing is cut by position alone. A reply may stand above, beneath or between the quoted lines (freescout#349), so
//! only lines that are marked as quoted, or follow the head of an unmarked quotation, are left out. The original is kept
//! in any case.

mod head;
mod signature;
mod words;

use head::head_of_quotation;

/// A text, line by line, each line told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Reply,
    Quoted,
    Signature,
}

/// The new words, as one text.
pub fn reply(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for (line, part) in lines.iter().zip(parts(&lines)) {
        if part == Part::Reply {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.trim().to_owned()
}

/// What each line is.
pub fn parts(lines: &[&str]) -> Vec<Part> {
    let mut out = vec![Part::Reply; lines.len()];
    let mut i = 0;
    while let Some(line) = lines.get(i) {
        if is_marked(line) {
            mark(&mut out, i, 1, Part::Quoted);
            i += 1;
        } else if let Some(head) = head_of_quotation(lines, i) {
            mark(&mut out, i, head.lines, Part::Quoted);
            i += head.lines;
            if head.takes_the_rest || !marked_follows(lines, i) {
                // Without marks, the quotation goes on to the end.
                mark(&mut out, i, lines.len(), Part::Quoted);
                break;
            }
        } else if let Some(length) = signature::length(lines, i) {
            mark(&mut out, i, length, Part::Signature);
            i += length;
        } else {
            i += 1;
        }
    }
    out
}

fn mark(out: &mut [Part], from: usize, count: usize, part: Part) {
    for slot in out.iter_mut().skip(from).take(count) {
        *slot = part;
    }
}

/// `>`, by which a program marks what it quotes.
fn is_marked(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Whether the next line with anything on it is marked as quoted.
fn marked_follows(lines: &[&str], at: usize) -> bool {
    lines.iter().skip(at).find(|line| !line.trim().is_empty()).is_some_and(|line| is_marked(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_above_the_quotation_is_found() {
        assert_eq!(
            reply("Yes, I agree.\n\nOn Fri, 12 Mar 2027 at 09:00, Clerk <sle@h.example> wrote:\n> Do you agree?\n"),
            "Yes, I agree."
        );
        assert_eq!(reply("Yes.\n\n-----Original Message-----\nFrom: Clerk\nSent: Friday\nDo you agree?\n"), "Yes.");
        assert_eq!(
            reply(
                "Yes.\n\nFrom: Clerk <sle@h.example>\nSent: 12 March 2027 09:00\nTo: Head\nSubject: Reference\n\nDo you agree?\n"
            ),
            "Yes."
        );
        assert_eq!(
            reply("Yes.\n________________________________\nFrom: Clerk\nSent: today\nTo: me\nSubject: x\n\nold"),
            "Yes."
        );
    }

    #[test]
    fn answers_between_the_lines_are_kept() {
        let text = "On Friday 12 March 2027 Clerk wrote:\n> Do you support it?\nYes\n> How many days?\nSix\n";
        assert_eq!(reply(text), "Yes\nSix");
    }

    #[test]
    fn questions_and_the_answers_between_them_stay_told_apart() {
        let text = "On 12 March 2027 Clerk wrote:\n\n> 1. Do you support it?\n\nYes, wholly.\n\n> 2. How many days can\n> she be released?\nsix\n>\n> 3. Anything else?\n\nNo.\n\nKind regards\nOwen\n";
        let lines: Vec<&str> = text.lines().collect();
        let of = |wanted| lines.iter().zip(parts(&lines)).filter(|(_, p)| *p == wanted).map(|(l, _)| *l).collect();
        let quoted: Vec<&str> = of(Part::Quoted);
        assert_eq!(
            quoted.get(1..),
            Some(
                &[
                    "> 1. Do you support it?",
                    "> 2. How many days can",
                    "> she be released?",
                    ">",
                    "> 3. Anything else?"
                ][..]
            )
        );
        let answers: Vec<&str> = of(Part::Reply).into_iter().filter(|line: &&str| !line.is_empty()).collect();
        assert_eq!(answers, ["Yes, wholly.", "six", "No."]);
    }

    #[test]
    fn heads_of_quotations_are_known_in_the_languages_of_the_neighbours() {
        for head in [
            "Am 13.12.2017 21:11 schrieb \"Jo <s@m.example>:",
            "Le lun. 15 nov. 2021 à 19:42, Jo <j@a.example>\na écrit :",
            "tir. 18. apr. 2017 kl. 13:09 skrev Test <test@a.example\n>:",
            "ср, 30 апр. 2025 г. в 15:19, Jo <doe@a.example>:",
            "2017-11-24 16:32 GMT+01:00 Jo <s@a.example>:",
            "11:00 AM, November 17, 2021, \"Jo\" <jo@a.example>:",
            "---- On Wed, 24 Feb 2021 14:02:50 +0530 jo@a.example wrote ----",
            "Ar Llun, 3 Maw 2027 am 10:00, ysgrifennodd Jo <jo@a.example>:",
            "-------- Oprindelig besked --------",
            "====\n\nMessage du : 12/12/2016 13:20\nDe : Jo <jo@a.example>\nA : x@y.example",
        ] {
            assert_eq!(reply(&format!("Yes.\n\n{head}\n\nold words")), "Yes.", "{head}");
        }
    }

    #[test]
    fn ordinary_sentences_are_no_heads_and_no_signatures() {
        for text in [
            "On 3 March at 10:00 we met Anna <anna@a.example>: she will do it.\nIt went well.",
            "On the 3rd she said that:\nall is well",
            "Sent from my desk, which is easier than a telephone.\nAnd more.",
            "It was sent from my iPhone app.",
            "Best wishes from all of us at Hazelbank for the new term.\nAnd more.",
            "Kind regards\n\nName of applicant: Priya Nair\nSchool: Hazelbank",
            "Regards\nOwen\nPS The second referee is away until Monday and will write then.",
            "----\nA rule above, and one below\n====\nmore",
        ] {
            assert_eq!(reply(text), text);
        }
    }

    #[test]
    fn signatures_are_left_out() {
        assert_eq!(reply("Hello\n\nKind regards,\n\nOwen Brooks\nHeadteacher\nTel: 01632 960123"), "Hello");
        assert_eq!(
            reply(
                "Hello\n\nSent from Outlook for Android<https://aka.example/a>\nOn 3 May 2027, at 14:15, Clerk <c@h.example<\nmailto:c@h.example>> wrote:\nold"
            ),
            "Hello"
        );
        assert_eq!(reply("Hello\n\n-- \nPriya Nair\nHead of Maths"), "Hello");
        assert_eq!(reply("Hello\n\nSent from my iPhone\n\n> old"), "Hello");
    }

    #[test]
    fn a_plain_mail_is_all_reply() {
        let text = "Dear clerk,\n\nI wrote to you on 3 March: no answer.\nFrom: here to there, it is far.\n\nPriya";
        assert_eq!(reply(text), text);
    }
}
