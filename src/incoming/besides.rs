//! What stands beside the matter of a mail: “…and I am leaving in May”. A program that has understood the days must not let the
//! rest go unread.

use super::quoted::spaced;

/// What a person should read, whatever else the mail says. One glance too many costs little.
const MATTERS: &str = "safeguarding, disclosure, cancel the, cancelling the, end the deployment, stop the, leaving, i leave, \
    my last day, handing in, handed in, notice, resign, resigning, resigned, retiring, retire, maternity, new job, new post, \
    new school, moving to, moved to a new, long term sick, signed off, \
    rude, complain, complaint, unhappy, upset, worried, concerned, a concern, concerns, not happy, problem with, \
    extra day, extra days, more days, another two days, additional day, additional days, extend, extended, \
    mileage, expenses, petrol, parking, travel costs, train fare, receipt, receipts, supply cover, \
    no charge, don't charge, do not charge, not charge, dont charge, not be charged, don't invoice, do not invoice, \
    dont invoice, unpaid, goodwill, free of charge, for free, not chargeable, my new email, new email, new address, \
    urgent, urgently, ring me, call me, phone me, speak to somebody, speak to someone, talk to somebody, talk to someone, \
    need to talk, need to speak, can we talk, could we talk, can we meet, let me know, please tell, please let, \
    bank, sort code, account";

/// Whether there is something for a person in it.
pub fn is_something(reply: &str) -> bool {
    let text = spaced(reply).replace(" n't ", " not ");
    reply.contains('?') || MATTERS.split(", ").any(|phrase| text.contains(&spaced(phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_alone_are_nothing_else() {
        for words in [
            "I was at Oakfield on Tuesday, full day. There was a safeguarding concern I need to talk to somebody about.",
            "Oakfield, Tuesday. I am leaving on 31 May.",
            "Oakfield, Tuesday, and Dee would like two extra days",
            "Oakfield on Tuesday, is that OK?",
            "Half day on Tuesday - please don't charge for it",
        ] {
            assert!(is_something(words), "{words}");
        }
        for words in [
            "At Oakfield on Tuesday and Thursday morning. Thanks, Priya",
            "12–14 Nov, half day on the 14th",
            "Oakfield: 3 hours on 3/11 after school, phonics with Year 1",
        ] {
            assert!(!is_something(words), "{words}");
        }
    }
}
