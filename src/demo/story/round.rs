//! The spring's recruitment round of SLEs, from a question long before it to "you are designated".

use super::{Beat, Enclosed, Mail, RUTH, at, command, form_of, mail, reply};

/// The round, from a question long before it to the letters that end it.
pub fn beats() -> Vec<Beat> {
    use super::super::people::{AMY, DEV, PRIYA, SIAN, TOM};
    let mut first_try = TOM.answers();
    first_try.remove("question_4");
    first_try.insert("head_email".to_owned(), "head at oakfield".to_owned());
    let longer = first_try.get("question_2").map(|text| [text.as_str(); 4].join("\n\n")).unwrap_or_default();
    first_try.insert("question_2".to_owned(), longer);
    let round = vec![
        mail(
            at(8, 2, 17, 22, 40),
            "Somebody asks when no round is announced: she is told, and put on the list",
            Mail {
                from_name: SIAN.name.to_owned(),
                from: SIAN.email.to_owned(),
                subject: "SLE applications".to_owned(),
                body: "Hello,\n\nwhen can I next apply to become an SLE? Early years is my area.\n\nSiân".to_owned(),
                automatic: false,
                enclosed: Enclosed::Nothing,
                answering: None,
            },
        ),
        command(at(22, 2, 9, 0, 0), "The coordinator announces a round, in three lines", "open sle spring-2027 from 1 March 2027 to 19 March 2027"),
        command(at(22, 2, 9, 2, 0), "… and the dates after it", "dates sle spring-2027 interviews 12 to 14 April 2027"),
        command(at(22, 2, 9, 3, 0), "… as far as they are known", "dates sle spring-2027 outcomes to be confirmed"),
        mail(
            at(3, 3, 20, 14, 9),
            "A teacher asks how to apply",
            Mail {
                from_name: TOM.name.to_owned(),
                from: TOM.email.to_owned(),
                subject: "Becoming an SLE".to_owned(),
                body: "Good evening,\n\nA colleague told me that you are looking for SLEs. I lead attendance at Oakfield High and would be interested in applying. Could you send me the form and tell me when it has to be in?\n\nMany thanks\nTom Reed".to_owned(),
                automatic: false,
                enclosed: Enclosed::Nothing,
                answering: None,
            },
        ),
        mail(
            at(3, 3, 20, 16, 0),
            "His school's out-of-office note answers at once, and is met with silence",
            Mail {
                from_name: TOM.name.to_owned(),
                from: TOM.email.to_owned(),
                subject: "Automatic reply: Specialist Leaders of Education: how to apply".to_owned(),
                body: "Thank you for your e-mail. I am teaching and will read it after 4pm.".to_owned(),
                automatic: true,
                enclosed: Enclosed::Nothing,
                answering: None,
            },
        ),
        mail(
            at(8, 3, 16, 5, 31),
            "A complete application",
            form_of(&PRIYA, PRIYA.answers(), "SLE application", "Dear Ruth,\n\nPlease find my application attached. Owen, my head, knows about it.\n\nBest wishes\nPriya"),
        ),
        mail(
            at(10, 3, 7, 41, 12),
            "Her head answers in three sentences, above the quotation: that is enough",
            reply(PRIYA.head_as(), "reference-request", "Your reference for Priya Nair", "I fully support Priya's application. She has transformed mathematics here and in two partner schools. We have the capacity and will release her for up to fifteen days.\n\nOwen Brooks"),
        ),
        mail(
            at(11, 3, 11, 40, 2),
            "Something that is nobody's business but the coordinator's",
            Mail {
                from_name: "Bright Prints Ltd".to_owned(),
                from: "accounts@brightprints.example".to_owned(),
                subject: "Your order of lanyards".to_owned(),
                body: "Dear customer,\n\nthe lanyards in teal are out of stock. Would purple do?\n\nBright Prints".to_owned(),
                automatic: false,
                enclosed: Enclosed::Nothing,
                answering: None,
            },
        ),
        mail(
            at(15, 3, 19, 52, 47),
            "A form that was filled in by hand and photographed",
            Mail {
                from_name: AMY.name.to_owned(),
                from: AMY.email.to_owned(),
                subject: "SLE application form".to_owned(),
                body: "Hello! I filled in the form by hand, a photo is attached. Amy".to_owned(),
                automatic: false,
                enclosed: Enclosed::Photograph,
                answering: None,
            },
        ),
        mail(
            at(17, 3, 20, 11, 0),
            "An application with two things missing, and one answer too long",
            form_of(&TOM, first_try, "Application Tom Reed", "Hello,\n\nmy application is attached. I hope it is all there.\n\nTom"),
        ),
        mail(
            at(18, 3, 7, 58, 20),
            "The corrected form takes its place",
            form_of(&TOM, TOM.answers(), "Re: Application Tom Reed", "Sorry about that. Here is the whole form.\n\nTom"),
        ),
        mail(
            at(19, 3, 12, 31, 5),
            "His head sends the short form back",
            Mail {
                enclosed: Enclosed::Reference("Tom has halved persistent absence, and coached the attendance leads of three other schools."),
                ..reply(TOM.head_as(), "reference-request", "Your reference for Tom Reed", "Form attached. Grace Okoro")
            },
        ),
        Beat {
            read_after_seconds: 600,
            ..mail(
                at(19, 3, 18, 0, 0),
                "Received at 18:00:00, read ten minutes later: on time",
                form_of(&SIAN, SIAN.answers(), "Cais / application", "Please find my application attached, just in time I hope!\n\nSiân"),
            )
        },
        Beat {
            read_after_seconds: 900,
            // The clerk's clock does not go back: it reads this one after the other, whatever the stamps say.
            ..mail(
                at(19, 3, 18, 0, 1),
                "Received at 18:00:01: one second late",
                form_of(&DEV, DEV.answers(), "SLE application Dev Patel", "Please find my application attached.\n\nDev Patel"),
            )
        },
    ];
    round.into_iter().chain(afterwards()).collect()
}

/// From the closing to "you are designated", by replies of the coordinator's.
fn afterwards() -> Vec<Beat> {
    use super::super::people::{PRIYA, SIAN};
    vec![
        mail(
            at(19, 3, 18, 40, 0),
            "The coordinator takes the round as proposed, on her way home",
            reply(
                RUTH,
                "closing-summary",
                "SLE spring 2027 has closed",
                "confirm sle spring-2027\n\nHave a good weekend!\nRuth\n\nSent from my phone",
            ),
        ),
        mail(
            at(22, 3, 10, 2, 0),
            "A head's reference comes after the closing: a question for a person, never a reason against the applicant",
            reply(
                SIAN.head_as(),
                "reference-request",
                "Your reference",
                "Sorry to be late, I was on a residential. I fully support Siân's application and agree to release her.\n\nJo Marsh",
            ),
        ),
        mail(
            at(23, 3, 8, 5, 0),
            "The coordinator answers her digest, and asks for the pack that the panel reads",
            reply(RUTH, "digest", "Tuesday", "1 done\n2 accept\nreview pack sle spring-2027"),
        ),
        mail(
            at(24, 3, 9, 15, 0),
            "… and sets the interviews",
            reply(
                RUTH,
                "digest",
                "interviews",
                "interview SLE-2027-0001 12 April 2027 14:00 at Harbour Primary School, Room 2\ninterview SLE-2027-0003 12 April 2027 15:00 at Harbour Primary School, Room 2\ninterview SLE-2027-0004 12 April 2027 16:00 at Harbour Primary School, Room 2\n\nThanks, Ruth",
            ),
        ),
        mail(
            at(24, 3, 17, 48, 0),
            "An invitation is accepted in plain words",
            reply((PRIYA.name, PRIYA.email), "interview", "Your interview", "Thank you, I will be there.\n\nPriya"),
        ),
        mail(
            at(14, 4, 16, 20, 0),
            "The panel has met. People decide; the letters are drafted and held",
            reply(
                RUTH,
                "digest",
                "outcomes",
                "outcome SLE-2027-0001 designated\noutcome SLE-2027-0003 not designated because your examples were all from one year group; we would like to see the work spread across the school\noutcome SLE-2027-0004 designated",
            ),
        ),
        mail(
            at(15, 4, 9, 0, 0),
            "The release is asked for: counts and names are said back, with a code",
            reply(RUTH, "command-answer", "outcomes", "release outcomes sle spring-2027 although 1 lacks a decision"),
        ),
        mail(
            at(15, 4, 9, 6, 0),
            "The code comes back, and all letters go in one go",
            reply(RUTH, "command-answer", "release", "code CODE"),
        ),
    ]
}
