//! Whether a mail in plain words asks for support for a school.
//!
//! Heads seldom write “we request support”. They write “could somebody come and help us?”, and just as often of a visit that
//! must be moved, of a bill, or of their thanks. So a request needs somebody who asks and something to be asked for, close to
//! each other, and nothing beside it that makes it another matter. What only might be one is a person's to decide.

use super::super::words::folded;

/// What a mail in plain words is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// It asks for support, clearly.
    Request,
    /// It may do so.
    Perhaps,
    /// It asks what support there is.
    Question,
}

/// What makes it a question about what there is.
const WONDERS: &str = "tell me about, tell us about, tell me more, know more about, more information, some information, \
    information about, information on, find out about, find out more, what support, which support, \
    how do we get, how can we get, how do we ask, how do schools, how does a school, how does it work, \
    how does it all work, what does it cost";

/// Whatever else it says, it is about something that is not ours to arrange, or another rule's.
const NEVER: &str = "application, application form, applying, applicant, candidate, closing date, my form, form for me, \
    interview, become an sle, becoming an sle, nominate, nomination, my reference, reference for, referee, \
    invoice, invoiced, invoices, refund, payment, password, log in, login, portal, our services, we offer, \
    we provide, our consultants, bespoke, special offer, free trial, seo, marketing, unsubscribe, mailing list, \
    bulletin, my son, my daughter, my child, our son, our daughter, tutor, tutoring, tuition, data protection, \
    personal data, complaint, withdraw, advert, vacancy, questionnaire, survey, apply to be, reporter, \
    demonstration, half price, award-winning, discount, from only, out of school until, out of the office, \
    refurbished, call back, no longer need, no longer require, won't be needing, will not be needing, \
    not asked for, changed our minds, cancel our request, cancel my request, cancel the request, don't need it, \
    do not need it, don't need anyone, do not need anyone";

/// It is about work that is going on, or was, or is not wanted; or about something to go to. A person reads that.
const OTHERWISE: &str = "thank you for arranging, thanks for arranging, to say thank you, was meant for, not this year, cancel, \
    postpone, rearrange, reschedule, be moved, move the, move our, swap, extend, extended, extension, \
    extra days, another two, carry on, comes to an end, come to an end, no sign of, didn't turn up, \
    did not turn up, hasn't arrived, has not arrived, haven't heard, expecting, is with us, as you proposed, \
    as agreed, cannot release, can't release, glad to release, happy to release, willing to release, \
    make use of, course, courses, training dates, conference, network meeting, tickets, open mornings, \
    evaluation, minutes, po number, car park, parking, grant, how much, costs, cost per day, next county, \
    newsletter, can't let, afraid i can't, another sle, did anyone, does anyone, left behind, collect only, \
    lost property, the other st, leaving, retiring, support another school, help another school, \
    support other schools, help other schools, use us, booklet, leaflet, spam, template, places on, minibus, \
    booking, not asking for, with funding";

/// It offers, rather than asks.
const OFFERS: &str = "happy to support, glad to support, willing to support, pleased to support, am able to support, \
    are able to support, i can support, we can support, i could support, we could support, happy to help, glad to help, \
    pleased to help, i could help, we could help, we can offer, we could offer, i can offer, i could offer, \
    we are offering, i am offering, i'm offering, would like to offer, want to offer, i have capacity, we have capacity, bit of capacity, some capacity, a little capacity, \
    have some capacity, have spare capacity, capacity to support, am available to, am free to, if another school, \
    if any school, if any other school, other schools might";

/// Somebody asks …
const ASKS: &str = "could we, can we, may we, might we, could i, can i, may i, could you, can you, would you, might you, \
    will you, could one of, would one of, would any, could any, could somebody, could someone, could some one, \
    could anyone, can somebody, can someone, can some one, if somebody, if someone, whether somebody, \
    whether someone, we'd like, i'd like, we would like, i would like, we should like, i should like, \
    should prefer, we'd love, i'd love, would love, we'd welcome, would welcome, looking for, looking to, \
    i'm after, we're after, i am after, we need, i need, we'd need, we'd want, we want, i want, need, needed, \
    please, pls, plz, kindly, requesting, request, request for, ask for, asking for, to apply for, apply to, \
    put in for, put us down, book, buy in, grateful, is there, are there, any chance, have you, do you have, \
    any, anyone, interested in having, take advantage, take up, yes please, you'd have, if one of, could have, \
    wonderful, marvellous, obliged, who can you send, what could you, would be ideal, be feasible, would value, \
    benefit, thankful, to arrange, to borrow, whether a, whether you, she wants, he wants, governors want, \
    i am to ask, find us, lend us, recommend, provide, recommended, approved, allocated, snap her, snap him, \
    require, speak to you, ring me";

/// … for somebody.
const SOMEBODY: &str = "someone, somebody, some one, anyone, anybody, a person, the right person, specialist, specialists, sle, \
    sles, sle time, expert, experts, expertise, practitioner, practitioners, mentor, mentoring, coach, \
    coaching, reviewer, reviewers, your people, you have people, pair of hands, your books, teacher from, \
    scientist, historian, geographer, mathematician, linguist, one of your, colleague, colleagues, leader from, \
    person, lead from, leads, teachers from, early years person, folk, lend us, loan us, spare us, send us, \
    help us, support for, support with, support in, some support, some help, help with, support us, \
    support our, work with us, come and, specialist leader, an experienced, experienced senco, \
    head of department, maths teacher, music teacher, science teacher, languages teacher, english teacher, \
    fresh eyes, outside expertise, another school, sle input, help please, can you send, you offer us, \
    come to us, for one to, you'd recommend, your maths, your behaviour, your sle, assistance, sbm, \
    about support, support please, outside help, mentor trained, what the alliance can do";

/// Words beside a number of days that say what for.
const AREAS: &str = "maths, mathematics, numeracy, phonics, reading, writing, english, literacy, spelling, handwriting, \
    handwritting, eyfs, early years, reception, nursery, baseline, send provision, send support, send review, send needs, our send, with send, for send, sen, senco, sendco, autism, behaviour, \
    behavior, attendance, assessment, assesment, moderation, science, computing, ict, history, geography, \
    humanities, music, pe, sport, languages, mfl, french, spanish, german, leadership, governance, governors, \
    pupil premium, curriculum, safeguarding, subject leaders, middle leaders, art, dt, drama, pshe, ks1, ks2, \
    ks3, ks4, y1, y2, y6, gcse, mastery, deep dive, more able, transition";

const NUMBERS: [&str; 14] = [
    "a",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "half a",
    "couple of",
];

/// So many words between somebody who asks and what for are too many.
const FAR: usize = 16;
/// Longer mails have more to say than a request.
const LONGEST: usize = 900;

/// Where phrases of a table stand, counted in words.
fn places(words: &[&str], table: &str) -> Vec<usize> {
    let mut found = vec![];
    for phrase in table.split(", ") {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let stands = words.windows(parts.len()).enumerate().filter(|(_, window)| *window == parts.as_slice());
        found.extend(stands.map(|(at, _)| at));
    }
    found
}

fn holds(text: &str, table: &str) -> bool {
    table.split(", ").any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// `6 days`, `two and a half days`, `a day`.
fn says_days(words: &[&str]) -> Vec<usize> {
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == '.') || NUMBERS.contains(&word);
    let days = |word: &str| matches!(word, "day" | "days" | "day's" | "days'" | "half-days" | "sessions");
    let mut found = vec![];
    for (at, word) in words.iter().enumerate().filter(|(_, word)| days(word)) {
        let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
        if before.iter().any(|word| is_number(word)) || matches!(*word, "sessions") {
            found.push(at);
        }
    }
    found
}

/// Whether it is plainly about something else, whatever it asks.
pub fn is_another_matter(text: &str) -> bool {
    holds(&folded(text), NEVER)
}

/// Whether somebody who has asked wants it otherwise than they said.
pub fn takes_back(reply: &str) -> bool {
    const WORDS: &str = "no longer, cancel, ignore, by mistake, never asked, not asked, rather not, actually, instead, \
        not ask, withdraw, forget it, changed our minds, changed my mind, also could, as well as, my email, our email";
    holds(&folded(reply), WORDS)
}

/// Whether it asks, and says nothing: “When will I hear?”
pub fn only_asks(reply: &str) -> bool {
    const ENOUGH_WORDS: usize = 4;
    let said = |sentence: &str| !sentence.contains('?') && sentence.split_whitespace().count() >= ENOUGH_WORDS;
    reply.contains('?') && !reply.split_inclusive(['.', '!', '?', '\n']).any(said)
}

/// `SEND` is an area, and “send” is none.
fn is_of_send(subject: &str, reply: &str) -> bool {
    [subject, reply].iter().any(|text| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "SEND"))
}

/// Whether it says what the support is to be with.
pub fn names_an_area(subject: &str, reply: &str) -> bool {
    let text = folded(&format!("{subject} {reply}"));
    is_of_send(subject, reply) || !places(&text.split_whitespace().collect::<Vec<_>>(), AREAS).is_empty()
}

/// Whether a mail in plain words is about support for a school.
pub fn about(subject: &str, reply: &str) -> Option<About> {
    // “my son’s maths” is about my son.
    let text = folded(&format!("{subject} {reply}")).replace("'s ", " ");
    if holds(&text, NEVER) || text.split(' ').count() > LONGEST {
        return None;
    }
    if holds(&text, WONDERS) {
        return holds(&text, "support, sle, sles").then_some(About::Question);
    }
    let mut strongly = false;
    let mut weakly = false;
    for sentence in reply.split(['.', '!', '?', ';', '\n']) {
        let folded = folded(sentence);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let asks = places(&words, ASKS);
        let wanted: Vec<usize> = places(&words, SOMEBODY).into_iter().chain(says_days(&words)).collect();
        // One word is not both who asks and what for: “Did anyone hand in an umbrella?”
        let near = |ask: &usize| wanted.iter().any(|what| ask != what && ask.abs_diff(*what) <= FAR);
        strongly |= asks.iter().any(near);
        weakly |= !asks.is_empty() || !wanted.is_empty();
    }
    let all: Vec<&str> = text.split_whitespace().collect();
    let has_area = names_an_area(subject, reply);
    let is_short_order = has_area && !says_days(&all).is_empty() && all.len() < 40;
    match (strongly || is_short_order, holds(&text, OFFERS), holds(&text, OTHERWISE)) {
        (true, false, false) => Some(About::Request),
        (true, true, _) | (true, _, true) => Some(About::Perhaps),
        (false, false, _) if weakly && has_area => Some(About::Perhaps),
        (false, _, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written by somebody who had not seen the reader: kind, area, days, urgency, subject, text.
    const WRITTEN: [&str; 2] = [
        include_str!("../../../../tests/requests/requests.tsv"),
        include_str!("../../../../tests/requests/more-requests.tsv"),
    ];

    #[test]
    fn what_heads_write() {
        for written in WRITTEN {
            let rows: Vec<Vec<&str>> = written.lines().skip(1).map(|row| row.split('\t').collect()).collect();
            let found = |row: &[&str]| about(row[4], &row[5].replace("\\n", "\n"));
            let (requests, others): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row[0] == "request");
            let taken: Vec<&str> =
                others.iter().filter(|row| found(row) == Some(About::Request)).map(|row| row[5]).collect();
            assert!(taken.is_empty(), "taken for requests: {taken:#?}");
            let read = |as_what| requests.iter().filter(|row| as_what == found(row)).count();
            // Of the second file, which was written when the first was read so, 27 of 50 were read and 20 put to a person.
            assert!(read(Some(About::Request)) * 5 >= requests.len() * 4, "{} read", read(Some(About::Request)));
            assert!(read(None) * 40 <= requests.len(), "{} overlooked", read(None));
        }
    }

    #[test]
    fn a_request_is_told_from_a_question_and_from_everything_else() {
        for (said, meant) in [
            (
                "Could we have some help with maths in Year 4 please? We are below the floor standard.",
                Some(About::Request),
            ),
            ("We need support with phonics. I am a first-time head.", Some(About::Request)),
            ("I would like to request two days of an SLE for assessment", Some(About::Request)),
            ("We’d like some help with our EYFS provision", Some(About::Request)),
            ("Can you tell me about SLE support?", Some(About::Question)),
            ("What support is there for a small school, and how does it work?", Some(About::Question)),
            ("Please tell me more about SLE support. We need help with maths.", Some(About::Question)),
            ("We need help with our application form", None),
            ("I would like to apply to be an SLE and would welcome support", None),
            ("Could we have some help with my son's maths?", None),
            ("We offer support to schools. We would like to request a meeting", None),
            ("Where is the next network meeting?", None),
            ("I would be happy to support another school with phonics if any school needs it.", Some(About::Perhaps)),
            ("I have some capacity in the summer term and could support a school with maths.", None),
            ("Is there anyone who could support us with phonics?", Some(About::Request)),
            ("We’d be happy to pay. Could somebody help us with maths?", Some(About::Request)),
            ("", None),
        ] {
            assert_eq!(about("", said), meant, "{said}");
        }
        use super::super::super::words::{says_hopes, says_when};
        assert!(says_when("in the summer term") && says_when("ASAP please") && !says_when("maths in Year 4, may we?"));
        assert!(says_hopes("so that pupils enjoy it") && !says_hopes("maths in Year 4"));
    }
}
