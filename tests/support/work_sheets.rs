//! The papers of deployments, with names that are hard to set.

use super::sheets::letterhead;
use alliance_clerk::domain::charging::{Charging, Fee};
use alliance_clerk::domain::deployment::Model;
use alliance_clerk::domain::money::Pence;
use alliance_clerk::domain::worked::HalfDays;
use alliance_clerk::render::pdf::{AgreedParty, AgreementSheet, Doer, ImpactSheet, Rating, Said, TimeSheet, Worked};
use jiff::ToSpan;
use jiff::civil::date;

pub const LONG_SCHOOL: &str = "Ysgol Gymunedol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and St Cuthbert’s Church of England Voluntary Aided Primary School";
const HOME: &str = "Trinity Church of England Primary School and Nursery";

fn words(text: &str) -> String {
    text.to_owned()
}

pub fn agreement() -> AgreementSheet {
    let charging = Charging { rate: Pence(35_000), fee: Fee::Percent(1_500), ..Charging::default() };
    let doer = |name: &str, role: &str| Doer {
        name: words(name),
        role: words(role),
        home_school: words(HOME),
        home_head: words("Mrs Eleanor Whitfield"),
        half_days: None,
    };
    let party = |party: &str, name: &str, school: &str, agreed_on| AgreedParty {
        party: words(party),
        name: words(name),
        school: words(school),
        agreed_on,
    };
    AgreementSheet {
        alliance: letterhead(),
        date: date(2027, 4, 30),
        case: words("DEP-2027-0032"),
        version: 1,
        subject: words("Phonics and early reading in Year 1"),
        school: words(LONG_SCHOOL),
        school_head: words("Mr Chidi Achebe"),
        doers: vec![doer("Siân Łukasz", "Specialist Leader of Education"), doer("Aled Prŷs", "")],
        need: words(
            "Barely half of our Year 1 pupils met the phonics standard last summer. Two of three teachers are new to the year, and there is no common way of teaching letter sounds.",
        ),
        hoped_for: words(
            "Teachers plan together and teach sounds in the same order.\nThe subject leader can coach them herself.",
        ),
        model: Model::Spread,
        half_days: HalfDays(12),
        starts_on: date(2027, 5, 10),
        ends_on: date(2027, 12, 17),
        review_on: Some(date(2027, 9, 24)),
        end_point: words("The subject leader leads phonics without help, and three quarters of Year 1 are on track."),
        lines: vec![
            words(
                "Two days: visit all Year 1 lessons, look at last year’s results, and agree priorities with the head and the subject leader.",
            ),
            words("Three days: plan and teach together, half a day a fortnight."),
            words("One day: review with the head, and a note on what is to last."),
        ],
        rate: charging.in_words().unwrap(),
        terms: charging.terms(LONG_SCHOOL, HOME),
        parties: vec![
            party("Headteacher of the supported school", "Mr Chidi Achebe", LONG_SCHOOL, None),
            party("Headteacher of the home school", "Mrs Eleanor Whitfield", HOME, Some(date(2027, 5, 3))),
            party("Who does the work", "Siân Łukasz", HOME, Some(date(2027, 5, 1))),
        ],
        reply_by: Some(date(2027, 5, 7)),
    }
}

/// Whole and half days by turns.
pub fn time_sheet(lines: usize) -> TimeSheet {
    let first = date(2027, 9, 6);
    TimeSheet {
        alliance: letterhead(),
        date: date(2027, 12, 1),
        number: words("TSH-2027-0003"),
        is_annexe: false,
        to: words(HOME),
        to_lines: vec![words("For the attention of: Finance Office"), words("Quay Road"), words("Harbourtown HB1 4QT")],
        bill_to: words(LONG_SCHOOL),
        bill_to_lines: vec![words("finance@llanfair.example")],
        po_number: words("PO-88213"),
        period: (first, date(2027, 11, 30)),
        lines: (0..lines)
            .map(|n| Worked {
                day: first.saturating_add(i64::try_from(n).unwrap().days()),
                what: words("Phonics: planning and teaching together in Year 1"),
                school: words(LONG_SCHOOL),
                case: words("DEP-2027-0032"),
                who: words(if n % 3 == 0 { "Dr Marguerite Featherstonehaugh-Cholmondeley" } else { "Siân Łukasz" }),
                half_days: if n % 2 == 0 { HalfDays::DAY } else { HalfDays::HALF },
                value: Pence(if n % 2 == 0 { 35_000 } else { 17_500 }),
            })
            .collect(),
        notes: vec![words("5 hours are a day; hours were rounded to the nearest half-day.")],
    }
}

pub fn impact() -> ImpactSheet {
    let AgreementSheet { alliance, case, subject, school, school_head, need, hoped_for, end_point, model, .. } =
        agreement();
    let rating = |about: &str, rating: &str, text: &str| Rating {
        about: words(about),
        rating: words(rating),
        when: String::new(),
        words: words(text),
    };
    let said = |about: &str, text: &str| Said { about: words(about), words: words(text) };
    ImpactSheet {
        alliance,
        date: date(2028, 1, 14),
        case,
        subject,
        school,
        school_head,
        people: vec![(words("Siân Łukasz"), words(HOME)), (words("Aled Prŷs"), words(HOME))],
        need,
        hoped_for,
        end_point,
        model: Some(model),
        agreed: HalfDays(12),
        worked: HalfDays(11),
        period: Some((date(2027, 5, 10), date(2027, 12, 10))),
        ratings: vec![
            rating("Impact on pupils", "4 of 5", "81 per cent of Year 1 are on track; it was 52."),
            rating("Impact on teachers", "5 of 5", "All three teach sounds in the same order, and plan on Mondays."),
            rating("The work was what we had agreed", "5 of 5", ""),
        ],
        heads_words: vec![
            said(
                "What has changed?",
                "We plan together now. New colleagues see how it is done before they do it themselves, and nobody teaches alone behind a closed door any more.",
            ),
            said("What would you tell other schools?", "Agree the end at the beginning."),
        ],
        own_words: vec![
            said(
                "Siân Łukasz",
                "Not everything worked at first: the fortnightly half-days were too short to teach and to talk.\nFrom September we took whole days, and that was better.",
            ),
            said("Aled Prŷs", "The subject leader hardly needs us now."),
        ],
    }
}
