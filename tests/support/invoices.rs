//! Invoices, as the office issues them: each with something that the others do not have.

use alliance_clerk::domain::money::Pence;
use alliance_clerk::einvoice::{
    Bank, Charge, Entry, EntryKind, InvoiceDocument, Kind, Line, Party, PeppolId, Registration, Statement, Totals, Vat,
};
use jiff::civil::{Date, date};

const STAFF: &str = "Exempt: supply of teaching staff between eligible bodies (VATA 1994, Sch 9, Group 6)";

pub fn alliance() -> Party {
    Party {
        name: "Harbour Learning Alliance".to_owned(),
        attention: String::new(),
        address: vec!["Trinity Primary School".to_owned(), "Quay Road".to_owned(), "Harbourtown".to_owned()],
        postcode: "HB1 4QT".to_owned(),
        contact: "Joanne Price, Finance Officer".to_owned(),
        telephone: "01632 960 142".to_owned(),
        email: "finance@harbour-alliance.example".to_owned(),
        urn: "100142".to_owned(),
        registration: Some(Registration { label: "Company number".to_owned(), number: "01234567".to_owned() }),
        vat_number: None,
        peppol: None,
    }
}

fn registered() -> Party {
    Party { vat_number: Some("GB123456789".to_owned()), ..alliance() }
}

pub fn school() -> Party {
    Party {
        name: "Oakfield Community Primary School".to_owned(),
        attention: "School Business Manager".to_owned(),
        address: vec!["14 Mill Lane".to_owned(), "Netherby".to_owned()],
        postcode: "NB2 7TR".to_owned(),
        urn: "100207".to_owned(),
        email: "finance@oakfield.example".to_owned(),
        ..Party::default()
    }
}

fn bank() -> Bank {
    Bank {
        account_name: "Harbour Learning Alliance".to_owned(),
        sort_code: "20-00-00".to_owned(),
        account_number: "12345678".to_owned(),
    }
}

pub fn days(description: &str, dates: &[Date], who: &str, half_days: u32, per_day: i64) -> Line {
    let per_day = Pence(per_day);
    Line {
        description: description.to_owned(),
        dates: dates.to_vec(),
        who: who.to_owned(),
        charge: Charge::Days { half_days, per_day },
        net: per_day.checked_part(i64::from(half_days), 2).unwrap(),
        vat: Vat::Exempt(STAFF.to_owned()),
        note: String::new(),
        case: "DEP-2027-0032".to_owned(),
    }
}

pub fn sum(description: &str, pence: i64, vat: Vat) -> Line {
    Line {
        description: description.to_owned(),
        dates: vec![],
        who: String::new(),
        charge: Charge::Sum,
        net: Pence(pence),
        vat,
        note: String::new(),
        case: "DEP-2027-0032".to_owned(),
    }
}

/// The document with these lines, added up.
pub fn with_lines(document: InvoiceDocument, lines: Vec<Line>) -> InvoiceDocument {
    let totals = Totals::of(&lines, document.seller.vat_number.is_some(), document.totals.paid).unwrap();
    InvoiceDocument { lines, totals, ..document }
}

/// The plain case: a day rate, nobody registered for VAT.
pub fn flat() -> InvoiceDocument {
    let lines = vec![
        days("Phonics: diagnostic visit and report", &[date(2027, 11, 2)], "Siân Łukasz", 2, 35_000),
        days("Phonics: coaching in Year 1", &[date(2027, 11, 9), date(2027, 11, 16)], "Siân Łukasz", 4, 35_000),
        days("Phonics: review with the headteacher", &[date(2027, 11, 30)], "Tom Okafor", 2, 35_000),
    ];
    let totals = Totals::of(&lines, false, Pence::ZERO).unwrap();
    InvoiceDocument {
        kind: Kind::Invoice,
        number: "INV-2027-0001".to_owned(),
        issued: date(2027, 12, 1),
        tax_point: None,
        due: Some(date(2027, 12, 31)),
        terms: "Payment is due within 30 days of the date of this invoice.".to_owned(),
        order: "PO-88213".to_owned(),
        buyer_reference: String::new(),
        seller: alliance(),
        buyer: school(),
        bank: Some(bank()),
        remittance: "INV-2027-0001".to_owned(),
        lines,
        totals,
        notes: vec![],
        in_advance: false,
    }
}

fn half_days() -> InvoiceDocument {
    let mut lines = vec![
        days("Mathematics: planning with the subject leader", &[date(2027, 11, 4)], "Aled Prŷs", 1, 35_001),
        days("Mathematics: lesson study", &[date(2027, 11, 11), date(2027, 11, 12)], "Aled Prŷs", 3, 35_001),
        days("Mathematics: staff meeting, after school", &[date(2027, 11, 18)], "Aled Prŷs", 1, 35_001),
    ];
    lines[1].note = "12 November: the morning only.".to_owned();
    lines[2].note = "3 hours, counted as half a day (5 hours are a day).".to_owned();
    InvoiceDocument {
        number: "INV-2027-0002".to_owned(),
        remittance: "INV-2027-0002".to_owned(),
        ..with_lines(flat(), lines)
    }
}

fn sixty_lines() -> InvoiceDocument {
    let people = ["Siân Łukasz", "Tom Okafor", "Dr Marguerite Featherstonehaugh-Cholmondeley", "Aled Prŷs"];
    let subjects = [
        "Phonics: coaching in Year 1",
        "Mathematics: lesson study with Years 5 and 6",
        "Special educational needs: review of provision, meetings with parents, and support for the new SENCO",
        "Attendance: work with the pastoral team",
    ];
    let mut day = date(2027, 9, 6);
    let lines = (0..60_usize)
        .map(|n| {
            let half_days: u32 = [2, 1, 4, 2, 3][n % 5];
            let mut dates = vec![];
            for _ in 0..half_days.div_ceil(2) {
                dates.push(day);
                day = day.tomorrow().unwrap();
            }
            days(subjects[n % 4], &dates, people[n % 4], half_days, 35_000)
        })
        .collect();
    let base = InvoiceDocument {
        number: "INV-2027-0060".to_owned(),
        remittance: "INV-2027-0060".to_owned(),
        issued: date(2027, 12, 20),
        due: Some(date(2028, 1, 19)),
        ..flat()
    };
    with_lines(base, lines)
}

fn credit_note() -> InvoiceDocument {
    let lines =
        vec![days("Phonics: coaching in Year 1 on 16 November", &[date(2027, 11, 16)], "Siân Łukasz", 2, 35_000)];
    let base = InvoiceDocument {
        kind: Kind::CreditNote {
            corrects: "INV-2027-0001".to_owned(),
            corrects_of: date(2027, 12, 1),
            reason: "The visit of 16 November did not take place; it was billed by mistake.".to_owned(),
        },
        number: "CRN-2027-0001".to_owned(),
        issued: date(2027, 12, 6),
        due: None,
        terms: "Set this amount against invoice INV-2027-0001. If you have paid it already, we refund the difference within 30 days."
            .to_owned(),
        bank: None,
        remittance: String::new(),
        ..flat()
    };
    with_lines(base, lines)
}

fn registered_mixed() -> InvoiceDocument {
    let standard = Vat::Standard(2000);
    let mut lines = vec![
        days(
            "English: support for the subject leader",
            &[date(2027, 11, 3), date(2027, 11, 10)],
            "Siân Łukasz",
            4,
            42_000,
        ),
        days("Administration of the network", &[date(2027, 11, 24)], "Ben Adeyinka", 1, 21_033),
        sum("Printed phonics resources, 33 sets", 13_333, standard.clone()),
    ];
    lines[1].vat = standard;
    let base = InvoiceDocument {
        seller: registered(),
        number: "INV-2027-0003".to_owned(),
        remittance: "INV-2027-0003".to_owned(),
        tax_point: Some(date(2027, 11, 24)),
        buyer_reference: "Cost centre 4410, Mrs A. Whitfield".to_owned(),
        ..flat()
    };
    with_lines(base, lines)
}

fn fee_on_top() -> InvoiceDocument {
    let mut lines = vec![
        days("Leadership of CPD: deployment", &[date(2027, 11, 3), date(2027, 11, 17)], "Tom Okafor", 4, 42_000),
        days("Leadership of CPD: named colleague", &[date(2027, 11, 24)], "Ffion Ŵyn", 2, 29_750),
    ];
    let work: i64 = lines.iter().map(|line| line.net.0).sum();
    let fee = Pence(work).checked_percentage(1_500).unwrap();
    lines.push(Line {
        note: format!("15 % of {}", Pence(work)),
        ..sum("Alliance fee for brokering and quality assurance", fee.0, Vat::Standard(2000))
    });
    let base = InvoiceDocument {
        seller: registered(),
        number: "INV-2027-0004".to_owned(),
        remittance: "INV-2027-0004".to_owned(),
        notes: vec!["The fee covers brokering, the evaluation, and the impact report.".to_owned()],
        ..flat()
    };
    with_lines(base, lines)
}

fn welsh_and_odd() -> InvoiceDocument {
    let mut lines = vec![
        days(r"[ ] * _ < ' # $ @ \ `Ŵyn` & Sons #eval(1)", &[date(2027, 11, 2)], "Ŷsgol *Łukasz* <b>x</b>", 2, 35_000),
        days("Cymraeg: dysgu trwy’r ŵyl, gŵyl y tŷ, siân â ŷd", &[date(2027, 11, 9)], "Mair ap Tŵm-Ŷnys", 1, 35_000),
    ];
    lines[0].note = r#"#panic("no") $x^2$ @ref <label> // not a comment ]]> &amp;"#.to_owned();
    let mut buyer = school();
    buyer.name = "Ysgol Gynradd Gymunedol Gymraeg Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Cylch, Federation of Saint Teilo, Saint Dŵr and Our Lady’s Roman Catholic Voluntary Aided Primary and Nursery Schools".to_owned();
    buyer.address = vec![
        "Swyddfa’r Ysgol".to_owned(),
        "Uned 4, Parc Busnes Pen-y-Groeslon".to_owned(),
        "Ffordd Tŷ’n-y-Gongl".to_owned(),
        "Llanfairpwll".to_owned(),
    ];
    let base = InvoiceDocument {
        buyer,
        number: "INV-2027-0005".to_owned(),
        remittance: "INV-2027-0005".to_owned(),
        order: r"PO*[7]_<3>'".to_owned(),
        notes: vec![r"Diolch yn fawr — [ ] * _ < '".to_owned()],
        ..flat()
    };
    with_lines(base, lines)
}

fn outside_scope() -> InvoiceDocument {
    let mut document = flat();
    for line in &mut document.lines {
        line.vat = Vat::OutsideScope("Outside the scope of VAT: grant-funded, no supply for consideration".to_owned());
    }
    let lines = document.lines.clone();
    with_lines(InvoiceDocument { seller: registered(), number: "INV-2027-0006".to_owned(), ..document }, lines)
}

fn part_paid_in_advance() -> InvoiceDocument {
    let mut lines = vec![days("Science: twelve days over the spring and summer terms", &[], "Tom Okafor", 24, 35_000)];
    lines[0].note = "As agreed on 12 November 2027.".to_owned();
    let mut base = InvoiceDocument {
        in_advance: true,
        number: "INV-2027-0007".to_owned(),
        remittance: "INV-2027-0007".to_owned(),
        ..flat()
    };
    base.totals.paid = Pence(100_000);
    lines.push(sum("Goodwill, for the visit that we moved", -5_000, Vat::Exempt(STAFF.to_owned())));
    with_lines(base, lines)
}

fn self_billed() -> InvoiceDocument {
    let home = Party {
        name: "St Mary’s Church of England Primary School".to_owned(),
        attention: String::new(),
        address: vec!["Church Walk".to_owned(), "Harbourtown".to_owned()],
        postcode: "HB1 2AB".to_owned(),
        urn: "100311".to_owned(),
        contact: "Grace Lomax".to_owned(),
        email: "office@st-marys-harbourtown.example".to_owned(),
        ..Party::default()
    };
    let mut lines = vec![
        days(
            "Release of Siân Łukasz, Oakfield Community Primary School",
            &[date(2027, 11, 2), date(2027, 11, 9)],
            "Siân Łukasz",
            4,
            30_000,
        ),
        days("Release of Siân Łukasz, Netherby Infant School", &[date(2027, 11, 23)], "Siân Łukasz", 1, 30_000),
    ];
    lines[1].case = "DEP-2027-0035".to_owned();
    let base = InvoiceDocument {
        kind: Kind::SelfBilled,
        number: "SBI-2027-0001".to_owned(),
        terms: "We pay within 30 days of the date of this document.".to_owned(),
        seller: home,
        buyer: alliance(),
        order: String::new(),
        bank: Some(Bank {
            account_name: "St Mary’s C of E Primary School".to_owned(),
            sort_code: "40-11-22".to_owned(),
            account_number: "87654321".to_owned(),
        }),
        remittance: "SBI-2027-0001".to_owned(),
        ..flat()
    };
    with_lines(base, lines)
}

fn through_peppol() -> InvoiceDocument {
    let id = |value: &str| Some(PeppolId { scheme: "0060".to_owned(), value: value.to_owned() });
    let mut document = registered_mixed();
    document.seller.peppol = id("123456789");
    document.buyer.peppol = id("987654321");
    document.number = "INV-2027-0008".to_owned();
    document
}

fn peppol_credit_note() -> InvoiceDocument {
    let like = through_peppol();
    let mut document = InvoiceDocument { seller: like.seller, buyer: like.buyer, ..credit_note() };
    document.number = "CRN-2027-0002".to_owned();
    let lines = document.lines.clone();
    with_lines(document, lines)
}

/// Every sample, by the name under which it is left for looking at.
pub fn all() -> Vec<(&'static str, InvoiceDocument)> {
    vec![
        ("flat", flat()),
        ("half-days", half_days()),
        ("sixty-lines", sixty_lines()),
        ("credit-note", credit_note()),
        ("registered", registered_mixed()),
        ("fee-on-top", fee_on_top()),
        ("welsh-and-odd", welsh_and_odd()),
        ("outside-scope", outside_scope()),
        ("in-advance", part_paid_in_advance()),
        ("self-billed", self_billed()),
        ("peppol", through_peppol()),
        ("peppol-credit-note", peppol_credit_note()),
    ]
}

/// An account with a part-payment, a credit note, and an invoice that is overdue.
pub fn statement() -> Statement {
    use EntryKind::{CreditNote, Invoice, Payment};
    let entry = |on: Date, kind, reference: &str, due, amount, open| Entry {
        date: on,
        kind,
        reference: reference.to_owned(),
        due,
        amount: Pence(amount),
        open: Pence(open),
    };
    Statement {
        on: date(2028, 1, 31),
        seller: alliance(),
        buyer: school(),
        bank: bank(),
        remittance: "STA-100207".to_owned(),
        entries: vec![
            entry(date(2027, 10, 1), Invoice, "INV-2027-0001", Some(date(2027, 10, 31)), 140_000, 60_000),
            entry(date(2027, 11, 3), Payment, "INV-2027-0001", None, 45_000, 0),
            entry(date(2027, 12, 6), CreditNote, "CRN-2027-0001", None, 35_000, 0),
            entry(date(2027, 12, 20), Invoice, "INV-2027-0014", Some(date(2028, 1, 19)), 87_504, 87_504),
            entry(date(2028, 1, 14), Payment, "OAKFIELD CPS BACS", None, 1_250, 1_250),
            entry(date(2028, 1, 28), Invoice, "INV-2028-0003", Some(date(2028, 2, 27)), 35_000, 35_000),
        ],
        terms: "Please pay what is overdue by return; thank you if a payment has crossed with this statement."
            .to_owned(),
        notes: vec![],
    }
}
