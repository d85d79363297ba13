//! The signs and the words they are told by. A comma parts the phrases; the longest that fits counts.

use super::Sign;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &[(Sign, &str)] = &[
    (
        Sign::Nothing,
        "no visits, no visit, no days, no sessions, no sle days, no sle work, no support days, nothing to log, \
         nothing to report, nothing to claim, nothing to record, nothing to declare, nil return, nothing this, \
         nothing from me, nothing for, none this, none for, none from me, none to report, none to log, \
         no deployment days, no work, no time, no log, no logs, no claim, no claims, nowt, haven't been, not been, have not been, hasn't been anything, \
         haven't done any, not done any, didn't do any, did not do any, haven't worked any, nothing on, \
         nothing in, no school visits, haven't visited, no half days, no full days",
    ),
    (
        Sign::Cancelled,
        "cancelled, canceled, cancel, cancels, canceling, cancelling, cancled, canx, called off, postponed, \
         fell through, nil, none, nothing, closed, abandoned, scrapped, snowed off, snow day, no show, was ill, \
         was sick, was poorly, was off, off sick, off ill, called it off, called them off, didn't happen, \
         did not happen, never happened, didn't take place, did not take place, didn't go ahead, \
         did not go ahead, didn't run, wasn't needed, weren't needed, wasnt needed, wasn't required, \
         did not run, didnt happen, didnt go ahead, didnt take place, cancelled on me, didn't come off, \
         had to be missed, got pulled, was pulled, were pulled, been pulled, missed, had to miss, should be removed, to be removed, needs removing, needs deleting, \
         should come off, can come off, needs to come off, should be deleted, should be taken off, wasn't used, \
         rained off, did not come off, at my own school, in my own school, at my school, at our own school, \
         at home school, in home school, on a course, at a course, on leave, on jury service, at a funeral, \
         at a conference, on a training day, at my own place, on compassionate leave",
    ),
    (
        Sign::Meant,
        "supposed to, meant to, meant to be, should have, should've, was going to, was due, were due, \
         originally, was planned, had planned, was booked, were booked, was scheduled, had booked, \
         was hoping to, was intending, had intended, pencilled, pencilled in, planned to, planned for, \
         had been going to, were planned, were scheduled, had been booked, had down, was down for, the plan was",
    ),
    (
        Sign::Moved,
        "moved, rebooked, rescheduled, rearranged, re-arranged, swapped, switched, pushed back, put back, swap, swop, \
         changed, shifted, re scheduled, re booked, brought forward, swopped, is now, are now, now on, has become, became",
    ),
    (Sign::Later, "to follow, will follow, follows by, due by, due in by, to be sent, is due, are due"),
    (
        Sign::Remove,
        "remove, delete, ignore, disregard, cross out, cross off, strike out, strike off, take off, take out, \
         take away, scrap, withdraw, unlog, get rid of, rub out, leave out, leave off, scratch, knock off, un log",
    ),
    (Sign::InsteadOf, "instead of, rather than, as opposed to, in place of, and not, but not, in lieu of"),
    (
        Sign::Except,
        "except, except for, apart from, all but, excluding, excl, other than, bar, minus, not including, \
         with the exception of, barring, save for, aside from, though not, omitting, without",
    ),
    (
        Sign::Correction,
        "i mean, i meant, sorry i mean, sorry i meant, no wait, make that, correction, scratch that, \
         scrap that, actually no, no sorry, sorry no, or rather, oops, wait no, i tell a lie, tell a lie, \
         should be, should read, should say, it was actually, was actually, my mistake, wrong, ignore that, \
         rather",
    ),
    (
        Sign::Log,
        "log, logging, logged, record, put me down, put down, pop me down, pop down, add, claim, claiming, \
         note down, count, book me down, for my log, mark me down, mark down",
    ),
    (
        Sign::Plan,
        "going to, gonna, i'll, ill be, we'll, will, shall, planning, plan to, plan is, hope to, hoping to, \
         booked in for, booked for, booked in, am booked, due in, due back, due to, due at, looking forward, \
         see you, see them, want me, would like me, would like to, scheduled for, arranged for, to come, \
         still to do, upcoming, next visit, next one, next session, next day, next date, intend to, can i come, \
         asked me to come, asked me to do, have asked me, i'd like to, they'd like, diary, in the diary, \
         intending, am due, i'm due, provisionally, plans, hoping, about to, set for, have agreed to, \
         agreed to do, fixed for, coming up, booked at, booked into, booked to",
    ),
    (Sign::Present, "i'm, im, i am, back, again, are, have booked, visiting, coming, is, it's, have"),
    (
        Sign::Doubt,
        "i'll have done, will have done, i'll have been, will have been, i'll have worked, will have worked, \
         maybe, perhaps, possibly, might, may have been, not sure, not certain, can't remember, \
         cannot remember, can't recall, cant remember, either, tbc, don't remember, forget which, \
         forgotten which, can't tell, unsure, one or two, must have been, or was it, was it, hard to say, \
         you decide, probably, i forget, not 100, roughly a, or thereabouts, i guess, i believe, or so days, \
         don't know, dunno, couple of times, on and off, a day or so, day or two, which day, various, several, \
         some days, a few days, most of, most days, much of, part of, another day, other day, one more day, \
         further day, a different day, second day as well, a few times, once or twice, now and then, \
         most mornings, most afternoons, rest of the week, rest of this week, rest of last week, \
         remainder of the week, other days of the week, one day, one afternoon, one morning, some mornings, a couple of times",
    ),
    (Sign::Think, "i think, i thought"),
    (
        Sign::Each,
        "each, apiece, both, each time, each day, both days, both times, each visit, every time, throughout, \
         per day, a day each, each of the days, on both, all three, all four, all five, all of them, \
         all of these, all of those, all were, all, a piece, respectively, on all, both of them, both of which, \
         the pair, a time, daily",
    ),
    (
        Sign::EveryDay,
        "every day, everyday, all week, every single day, whole week, full week, entire week, \
         each and every day, every weekday, every school day",
    ),
    (Sign::SoFar, "so far, to date, up to now, until now, till now, up to today"),
    (
        Sign::Vague,
        "for a bit, a bit, few hours, couple of bits, popped, pop in, popping, dropped in, drop in, called in, \
         nipped, after school, afterschool, evening, evenings, eve, twilight, twilights, meeting, meetings, \
         meet, met with, briefly, quick, short, a while, phone call, phoned, rang, zoom, teams, call, \
         some time, lunchtime, lunch, assembly, breakfast club, before school, several hours, some hours, \
         part of the day, part day, part time, bit of, chat, catch up, remotely, online, overnight, late, \
         night, flying visit, looked in, stopped by, swung by, poked, hour or so, little while, an hour or two, \
         hour or two, telephone, virtual, virtually, by email, not long, not all day, half the class, \
         first thing, period, periods, lesson, session, is right, was right, are right, is correct, was correct, \
         are correct, is fine, stands, still stands",
    ),
    (
        Sign::Total,
        "in total, total, in all, altogether, all told, all in all, that's, makes, so that's, totalling, \
         that makes, making, totals, sum, comes to, total of",
    ),
    (
        Sign::Other,
        "agreed, remaining, left, allocated, allocation, outstanding, date of next, next date, date submitted, \
         submitted, date signed, signed, today's date, date of form, form completed, date of birth, \
         review date, start date, end date, deadline, carried forward, days used, used so far, previous total, \
         brought forward from, last time i, sent on, your email of, email of, your mail of, reply by, \
         report by, as from, deployment began, started on, mail of, email dated, letter of, invoice, phone, \
         tel, mobile, i sent, i emailed, emailed you, emailed on, sent you, sent to you, our chat, our call, \
         our conversation, our phone call, our email, as discussed, we discussed, we spoke, spoke on, spoke to you, \
         spoken to you, chatted on, told you, wrote to you, message of, message from, message on, my email, \
         my mail, my message, your message, your mail, your email, last email, last mail, last log, last message",
    ),
    (
        Sign::Same,
        "ditto, same again, the same, same, likewise, as above, same hours, the same hours, same times, \
         same time",
    ),
    (
        Sign::Clause,
        "but, so, because, although, though, however, when, whereas, while, then, cos, since, which, until, \
         after",
    ),
];

/// The phrases by their first word.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<(Sign, &str)>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<(Sign, &str)>> = HashMap::new();
    for (sign, phrases) in TABLE {
        for phrase in phrases.split(", ") {
            out.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push((*sign, phrase));
        }
    }
    out
});

pub fn beginning_with(word: &str) -> &'static [(Sign, &'static str)] {
    BY_FIRST_WORD.get(word).map_or(&[], Vec::as_slice)
}
