//! The papers of a deployment with something in every field.

use super::{DAY, letter};
use crate::domain::deployment::Model;
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::render::pdf::work::{AgreedParty, AgreementSheet, Doer, ImpactSheet, Rating, Said, TimeSheet, Worked};

fn words(text: &str) -> String {
    text.to_owned()
}

/// One has agreed, one has not.
pub fn agreement() -> AgreementSheet {
    let doer = |name: &str, role: &str| Doer {
        name: words(name),
        role: words(role),
        home_school: words("Trinity Primary School"),
        home_head: words("Mrs Whitfield"),
        half_days: Some(HalfDays(5)),
    };
    let party = |party: &str, name: &str, agreed_on| AgreedParty {
        party: words(party),
        name: words(name),
        school: words("Trinity Primary School"),
        agreed_on,
    };
    AgreementSheet {
        alliance: letter().alliance,
        date: DAY,
        case: words("DEP-2027-0032"),
        version: 2,
        subject: words("Phonics"),
        school: words("St Mary’s Primary School"),
        school_head: words("Mr Achebe"),
        doers: vec![doer("Siân Łukasz", "Specialist Leader of Education"), doer("Tom Reed", "")],
        need: words("Barely half of Year 1 met the standard."),
        hoped_for: words("Teachers who plan together."),
        model: Model::Spread,
        half_days: HalfDays(10),
        starts_on: DAY,
        ends_on: DAY,
        review_on: Some(DAY),
        end_point: words("The subject leader leads it alone."),
        lines: vec![words("Observe all Year 1 lessons."), words("Plan the next half-term together.")],
        rate: words("£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee"),
        terms: vec![words("The alliance invoices St Mary’s Primary School each month.")],
        parties: vec![
            party("Headteacher of the supported school", "Mr Achebe", None),
            party("Headteacher of the home school", "Mrs Whitfield", Some(DAY)),
        ],
        reply_by: Some(DAY),
    }
}

/// From which a home school bills.
pub fn time_sheet() -> TimeSheet {
    TimeSheet {
        alliance: letter().alliance,
        date: DAY,
        number: words("TSH-2027-0003"),
        is_annexe: false,
        to: words("Trinity Primary School"),
        to_lines: vec![words("For the attention of: Finance Office")],
        bill_to: words("St Mary’s Primary School"),
        bill_to_lines: vec![words("Quay Road"), words("HB1 4QT")],
        po_number: words("PO-88213"),
        period: (DAY, DAY),
        lines: vec![Worked {
            day: DAY,
            what: words("Phonics: coaching in Year 1"),
            school: words("St Mary’s Primary School"),
            case: words("DEP-2027-0032"),
            who: words("Siân Łukasz"),
            half_days: HalfDays(1),
            value: Pence(17_500),
        }],
        notes: vec![words("The afternoon only.")],
    }
}

/// With a character that cannot be printed.
pub fn impact() -> ImpactSheet {
    let said = |about: &str, text: &str| Said { about: words(about), words: words(text) };
    ImpactSheet {
        alliance: letter().alliance,
        date: DAY,
        case: words("DEP-2027-0032"),
        subject: words("Phonics"),
        school: words("St Mary’s Primary School"),
        school_head: words("Mr Achebe"),
        people: vec![(words("Siân Łukasz"), words("Trinity Primary School"))],
        need: words("Barely half of Year 1 met the standard."),
        hoped_for: words("Teachers who plan together."),
        end_point: words("The subject leader leads it alone."),
        model: Some(Model::Spread),
        agreed: HalfDays(12),
        worked: HalfDays(11),
        period: Some((DAY, DAY)),
        ratings: vec![Rating {
            about: words("Impact on pupils"),
            rating: words("4 of 5"),
            when: words("at the end"),
            words: words("88 per cent met it."),
        }],
        heads_words: vec![said("What has changed?", "We plan together now \u{1f600}.")],
        own_words: vec![said("Siân Łukasz", "Not everything worked at first.")],
    }
}
