//! PDF letters and review packs: what stands on the page, what archives and screen readers need, and what they cost.
//!
//! The documents are left in `target/tmp/pdf/` for looking at.

use crate::support::sheets::{application, letter, odd_names, pack};
use crate::support::work_sheets::{agreement, impact, time_sheet};
use alliance_clerk::domain::money::Pence;
use alliance_clerk::render::markdown;
use alliance_clerk::render::pdf::{LetterSheet, Pdf, PdfFault, Press};
use jiff::civil::date;
use lopdf::{Document, Object};
use std::path::{Path, PathBuf};
use std::process::Command;

fn press() -> Press {
    Press::load(Path::new("/no/overrides")).unwrap()
}

/// Leaves the document where a person can look at it.
fn keep(name: &str, pdf: &Pdf) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, &pdf.bytes).unwrap();
    file
}

/// The text as the clerk's own reader finds it, on one line.
fn text(pdf: &Pdf) -> String {
    let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_letter_says_what_its_sheet_says() {
    let pdf = press().letter(&letter()).unwrap();
    keep("letter.pdf", &pdf);
    assert_eq!(pdf.pages, 1);
    let text = text(&pdf);
    for words in [
        "Harbour Learning Alliance",
        "Ms Siân Łukasz",
        "30 April 2027",
        "SLE-2027-0014",
        "Dear Ms Łukasz,",
        "Your application to become a Specialist Leader of Education",
        "Core training day",
        "Yours sincerely",
        "Director of the Alliance",
    ] {
        assert!(text.contains(words), "`{words}` is not in:\n{text}");
    }
    let salutation = text.find("Dear Ms").unwrap();
    assert!(salutation < text.find("Your application to become").unwrap(), "the subject stands under the salutation");
}

#[test]
fn a_long_letter_bears_a_logo_and_says_whose_it_is_on_every_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 30 Q30 0 60 30 T120 30" stroke="#1f6f78" stroke-width="6" fill="none"/><circle cx="96" cy="9" r="7" fill="#d98b2b"/></svg>"##;
    std::fs::write(folder.path().join("logo.svg"), logo).unwrap();
    let mut sheet = letter();
    let again = sheet.body.clone();
    sheet.body.push(markdown::parse("## A heading in between").remove(0));
    sheet.body.extend(again.into_iter().skip(1));
    sheet.body.extend(markdown::parse("> As the panel wrote: a strong application.\n\n- One\n- Two, with more\n\n  and a paragraph\n\n---\n\nThe end."));
    let pdf = Press::load(folder.path()).unwrap().letter(&sheet).unwrap();
    keep("long-letter.pdf", &pdf);
    assert_eq!(pdf.pages, 2);
    let text = text(&pdf);
    assert!(text.contains("Ms Siân Łukasz SLE-2027-0014 · 30 April 2027"), "{text}");
    assert!(text.contains("Page 1 of 2") && text.contains("Page 2 of 2"), "{text}");
}

#[test]
fn values_are_printed_as_they_were_typed() {
    let pdf = press().letter(&odd_names()).unwrap();
    let file = keep("odd-names.pdf", &pdf);
    let ours = text(&pdf);
    let theirs = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output();
    let theirs =
        theirs.map(|out| String::from_utf8_lossy(&out.stdout).split_whitespace().collect::<Vec<_>>().join(" "));
    for words in [
        r"[ ] * _ < ' # $ @ \ Siân Łukasz",
        "*St* _Mary’s_ <b>School</b> & #eval(1)",
        r#"#panic("no") $x^2$ @ref <label> // not a comment"#,
        "Ŵyn Ŷsgol Ἀθηνᾶ Жанна Nguyễn Ọlá",
    ] {
        assert!(ours.contains(words), "`{words}` is not in:\n{ours}");
        if let Ok(theirs) = &theirs {
            assert!(theirs.contains(words), "pdftotext does not find `{words}` in:\n{theirs}");
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let first = press().letter(&letter()).unwrap();
    let press = press();
    press.letter(&odd_names()).unwrap();
    assert_eq!(first.bytes, press.letter(&letter()).unwrap().bytes);
    let pack = pack(4, false);
    assert_eq!(press.pack(&pack).unwrap().bytes, press.pack(&pack).unwrap().bytes);
}

/// The bytes of the document's description of itself.
fn xmp(document: &Document) -> String {
    let Ok(Object::Reference(id)) = document.catalog().unwrap().get(b"Metadata") else { panic!("no XMP") };
    let mut stream = document.get_object(*id).unwrap().as_stream().unwrap().clone();
    let _ = stream.decompress();
    String::from_utf8(stream.content).unwrap()
}

/// No validator of PDF/A runs here; these are the marks that one begins with. The setter itself refuses what breaks the
/// standards that it knows.
#[test]
fn archives_and_screen_readers_get_what_they_need() {
    let press = press();
    let documents =
        [press.letter(&letter()), press.application(&application(3)), press.pack(&pack(3, false))].map(Result::unwrap);
    for pdf in documents {
        let document = Document::load_mem(&pdf.bytes).unwrap();
        let xmp = xmp(&document);
        for mark in [
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "en-GB",
            "Harbour Learning Alliance",
        ] {
            assert!(xmp.contains(mark), "`{mark}` is not in {xmp}");
        }
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
        assert!(catalog.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
        let preferences = catalog.get(b"ViewerPreferences").unwrap();
        let preferences = document.dereference(preferences).unwrap().1.as_dict().unwrap();
        assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"OutputIntents"));
        let roles: Vec<String> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok())
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect();
        for role in ["H1", "P", "Table", "TH", "TD"] {
            assert!(roles.iter().any(|r| r == role), "nothing is tagged {role}");
        }
        for font in document.objects.values().filter_map(|o| o.as_dict().ok()) {
            if font.get(b"Type").ok().and_then(|t| t.as_name().ok()) == Some(b"FontDescriptor") {
                let embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| font.has(key));
                assert!(embedded, "a font is not embedded");
            }
        }
    }
}

#[test]
fn an_application_tells_its_words_and_its_number() {
    let pdf = press().application(&application(3)).unwrap();
    keep("application.pdf", &pdf);
    let text = text(&pdf);
    let last = format!("Item 3 · page {0} of {0}", pdf.pages);
    for words in [
        "Item 3: Siân Łukasz",
        "SLE-2027-0003",
        "To note",
        "Headteacher’s reference",
        "12 words: over the limit of 10 by 2",
        "not answered",
        last.as_str(),
    ] {
        assert!(text.contains(words), "`{words}` is not in:\n{text}");
    }
}

#[test]
fn a_blind_pack_names_nobody_and_lists_everybody() {
    let pdf = press().pack(&pack(12, true)).unwrap();
    keep("pack-blind.pdf", &pdf);
    keep("pack.pdf", &press().pack(&pack(12, false)).unwrap());
    let text = text(&pdf);
    assert!(!text.contains("Łukasz"), "{text}");
    let raw = String::from_utf8_lossy(&pdf.bytes);
    assert!(!raw.contains("Łukasz"));
    for item in 1..=12 {
        assert!(text.contains(&format!("SLE-2027-{item:04}")));
        assert!(text.contains(&format!("Item {item}: name removed")));
        assert!(text.contains(&format!("Item {item} · page 1 of")));
    }
}

#[test]
fn a_letter_that_cannot_be_printed_asks_and_an_application_marks_the_place() {
    let mut sheet = letter();
    sheet.to_name = "王小明".to_owned();
    let fault = press().letter(&sheet).unwrap_err();
    assert!(fault.to_string().contains("“小” (U+5C0F, in to_name)"), "{fault}");
    let PdfFault::Glyphs(missing) = fault else { panic!("{fault}") };
    assert_eq!(missing.len(), 3);

    let mut sheet = application(1);
    sheet.essays[0].answer = "We were 😀 about it.\nمرحبا नमस्ते".to_owned();
    let pdf = press().application(&sheet).unwrap();
    keep("replaced.pdf", &pdf);
    let text = text(&pdf);
    assert!(text.contains("We were □ about it."), "{text}");
    assert!(text.contains("U+1F600"), "{text}");
    assert_eq!(pdf.replaced[0].field, "essays 1 answer");
}

#[test]
fn an_alliances_own_frame_is_used_and_a_broken_one_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let frame = folder.path().join("letter.typ");
    let own = "#import \"common.typ\": *\n#let letter = json(\"data.json\")\n#set document(title: letter.subject)\nOurs: #letter.to_name\n";
    std::fs::write(&frame, own).unwrap();
    let pdf = Press::load(folder.path()).unwrap().letter(&letter()).unwrap();
    assert_eq!(text(&pdf), "Ours: Ms Siân Łukasz");
    for wrong in ["#letter.nobody", "#read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.0\": *", "#datetime.today()"]
    {
        std::fs::write(&frame, format!("{own}{wrong}\n")).unwrap();
        let fault = Press::load(folder.path()).unwrap().letter(&letter()).unwrap_err();
        assert!(matches!(&fault, PdfFault::Frame { line: Some(5), .. }), "{fault}");
        assert!(fault.to_string().contains("templates/documents/letter.typ, line 5"), "{fault}");
    }
}

#[test]
fn the_shipped_frames_set_their_samples_and_a_logo_that_is_none_is_told() {
    assert!(!press().has_own());
    press().try_frames().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("logo.png"), "not a picture").unwrap();
    let own = Press::load(folder.path()).unwrap();
    assert!(own.has_own());
    let fault = own.try_frames().unwrap_err();
    assert!(fault.to_string().contains("failed to decode image"), "{fault}");
    std::fs::write(folder.path().join("house.ttf"), "not a font").unwrap();
    let fault = Press::load(folder.path()).unwrap().try_frames().unwrap_err();
    assert!(fault.to_string().contains("house.ttf: holds no font"), "{fault}");
}

#[test]
fn long_and_strange_words_do_no_harm() {
    let press = press();
    let mut sheet = application(1);
    sheet.essays[0].answer = "Mm".repeat(10_000);
    sheet.answers[0].value = "W".repeat(3_000);
    sheet.flags = vec!["\n\n".to_owned(), String::new()];
    keep("long.pdf", &press.application(&sheet).unwrap());
    sheet.essays[0].answer = "x ".repeat(200_000);
    assert!(matches!(press.application(&sheet), Err(PdfFault::TooLong { .. })));

    let mut sheet = letter();
    let depth = 12;
    sheet.body = markdown::parse(&(0..depth).map(|n| format!("{}- Level {n}\n", "  ".repeat(n))).collect::<String>());
    keep("nested.pdf", &press.letter(&sheet).unwrap());
    // Deeper than the setter goes: a fault, and the press goes on.
    sheet.body = markdown::parse(&format!("{} deep", "> ".repeat(200)));
    assert!(press.letter(&sheet).is_err());
    assert!(press.letter(&letter()).is_ok());
}

#[test]
fn a_sheet_with_next_to_nothing_on_it_is_set() {
    let mut sheet = letter();
    sheet.alliance.address.clear();
    sheet.alliance.telephone.clear();
    sheet.alliance.website.clear();
    sheet.reference.clear();
    sheet.to_lines.clear();
    sheet.body.clear();
    sheet.signed_by.clear();
    sheet.signed_as.clear();
    press().letter(&sheet).unwrap();
    let mut empty = application(1);
    empty.flags.clear();
    empty.answers.clear();
    empty.essays.clear();
    empty.references.clear();
    assert_eq!(press().application(&empty).unwrap().pages, 1);
    assert_eq!(press().pack(&pack(0, true)).unwrap().pages, 1);
}

/// What a letter costs. Run it alone: `cargo test --test office what_letters_cost -- --ignored --nocapture`, or with `--release`.
#[test]
#[ignore = "measures; run it alone"]
fn what_letters_cost() {
    const LETTERS: usize = 200;
    let press = press();
    let start = std::time::Instant::now();
    press.letter(&letter()).unwrap();
    let first = start.elapsed();
    let after_first = peak_memory();
    let mut times: Vec<_> = (0..LETTERS)
        .map(|n| {
            let sheet =
                LetterSheet { to_name: format!("Reader {n}"), reference: format!("SLE-2027-{n:04}"), ..letter() };
            let start = std::time::Instant::now();
            press.letter(&sheet).unwrap();
            start.elapsed()
        })
        .collect();
    times.sort();
    let after_letters = peak_memory();
    let start = std::time::Instant::now();
    let pack = press.pack(&pack(40, false)).unwrap();
    println!(
        "first letter {first:.0?}, median of {LETTERS} {:.1?}, slowest {:.1?}; peak memory {after_first} MiB after one, {after_letters} MiB after all; \
         a pack of 40 ({} pages) {:.1?}, {} MiB",
        times[LETTERS / 2],
        times[LETTERS - 1],
        pack.pages,
        start.elapsed(),
        peak_memory()
    );
}

fn peak_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<usize>().unwrap() / 1024
}

/// Every name fits on its one sheet, in one line while one can be read.
#[test]
fn a_certificate_bears_any_name() {
    use alliance_clerk::render::pdf::CertificateSheet;
    let sheet = |name: &str, module: &str| CertificateSheet {
        alliance: letter().alliance,
        date: jiff::civil::date(2027, 5, 20),
        name: name.to_owned(),
        role: "Specialist Leader of Education".to_owned(),
        module: module.to_owned(),
        entry: "REG-2027-0003".to_owned(),
        signed_by: "Ruth Adeyemi".to_owned(),
        signed_as: "SLE Coordinator".to_owned(),
    };
    let long = "Angharad Myfanwy Gwenllian Llewelyn-Prydderch ap Rhys-Featherstonehaugh of Llanfairpwllgwyngyll";
    for (file, name, module) in [
        ("certificate.pdf", "Siân Łukasz-Ó Briain", "Core training day"),
        (
            "certificate-long.pdf",
            long,
            "Enrichment: coaching and mentoring for those who lead other leaders in their schools",
        ),
        ("certificate-odd.pdf", "Ann *x* #eval(1) [y] <z>", "Core & more"),
    ] {
        let pdf = press().certificate(&sheet(name, module)).unwrap();
        keep(file, &pdf);
        assert_eq!(pdf.pages, 1, "{name}");
        // A name of two lines breaks at its hyphen.
        let said = text(&pdf).replace("- ", "-");
        for words in [name, module, "20 May 2027", "REG-2027-0003", "Ruth Adeyemi", "Harbour Learning Alliance"] {
            assert!(said.contains(words), "`{words}` is not in:\n{said}");
        }
    }
    assert!(matches!(press().certificate(&sheet("😀", "Core")), Err(PdfFault::Glyphs(_))));
}

#[test]
fn an_agreement_says_what_is_agreed_and_who_has_yet_to() {
    let press = press();
    let sheet = agreement();
    let pdf = press.agreement(&sheet).unwrap();
    keep("agreement.pdf", &pdf);
    let said = text(&pdf);
    for words in [
        "DEP-2027-0032",
        "Ysgol Gymunedol Llanfairpwl",
        "Church of England Voluntary Aided Primary School",
        "Siân Łukasz",
        "6 days",
        "£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee.",
        "The alliance invoices",
        "not yet",
        "3 May 2027",
        "with the one word AGREED",
    ] {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    // Nobody is asked once everybody has agreed.
    let mut done = sheet;
    for party in &mut done.parties {
        party.agreed_on = Some(date(2027, 5, 4));
    }
    let said = text(&press.agreement(&done).unwrap());
    assert!(!said.contains("AGREED") && !said.contains("not yet") && !said.contains("reply by"), "{said}");
}

#[test]
fn a_bare_agreement_and_a_long_one_are_set() {
    let press = press();
    let mut sheet = agreement();
    sheet.lines =
        (1..60).map(|n| format!("Step {n}: plan, teach and look back together, with the whole team.")).collect();
    let pdf = press.agreement(&sheet).unwrap();
    keep("agreement-long.pdf", &pdf);
    assert!(pdf.pages > 2);
    for words in [&mut sheet.need, &mut sheet.hoped_for, &mut sheet.end_point, &mut sheet.subject] {
        words.clear();
    }
    (sheet.lines, sheet.doers, sheet.parties, sheet.review_on) = (vec![], vec![], vec![], None);
    assert_eq!(press.agreement(&sheet).unwrap().pages, 1);
}

#[test]
fn a_time_sheet_adds_up_from_page_to_page() {
    let press = press();
    let pdf = press.time_sheet(&time_sheet(60)).unwrap();
    keep("time-sheet.pdf", &pdf);
    assert_eq!(pdf.pages, 3);
    let said = text(&pdf);
    // 30 whole days and 30 halves at £350.
    for words in
        ["£15,750.00", "45 days", "Carried forward", "Brought forward", "TSH-2027-0003", "PO-88213", "Please invoice"]
    {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    assert_eq!(said.matches("DEP-2027-0032").count(), 1, "what all lines share is said once");
    let mut annexe = time_sheet(3);
    annexe.lines[0].school = "Oakfield Primary School".into();
    annexe.lines[1].case = "DEP-2027-0033".into();
    annexe.is_annexe = true;
    annexe.bill_to.clear();
    let pdf = press.time_sheet(&annexe).unwrap();
    keep("time-sheet-annexe.pdf", &pdf);
    let said = text(&pdf);
    assert!(said.contains("With invoice") && !said.contains("Please invoice"), "{said}");
    assert!(said.contains("Oakfield Primary School") && said.contains("DEP-2027-0033"), "{said}");
    assert_eq!(press.time_sheet(&time_sheet(0)).unwrap().pages, 1);
    annexe.lines[0].value = Pence(i64::MAX);
    assert!(matches!(press.time_sheet(&annexe), Err(PdfFault::Invoice(_))));
}

#[test]
fn an_impact_report_bears_both_sides_words() {
    let press = press();
    let pdf = press.impact(&impact()).unwrap();
    keep("impact.pdf", &pdf);
    let said = text(&pdf);
    for words in ["5½ days", "Barely half", "4 of 5", "We plan together now", "Not everything worked", "Prŷs"] {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    let mut bare = impact();
    (bare.ratings, bare.heads_words, bare.own_words, bare.people, bare.period) = (vec![], vec![], vec![], vec![], None);
    assert_eq!(press.impact(&bare).unwrap().pages, 1);
}

/// Names and words cannot inject anything into the papers of a deployment.
#[test]
fn the_papers_of_a_deployment_print_values_as_they_were_typed() {
    let press = press();
    let evil = "#eval(\"1\") *x* [y] _z_ <b> $1$ @ref // no";
    let mut sheet = agreement();
    (sheet.need, sheet.school, sheet.doers[0].name, sheet.lines[0]) =
        (evil.into(), evil.into(), evil.into(), evil.into());
    let mut times = time_sheet(1);
    (times.to, times.lines[0].what) = (evil.into(), evil.into());
    let mut report = impact();
    (report.school, report.heads_words[0].words) = (evil.into(), evil.into());
    for pdf in [press.agreement(&sheet), press.time_sheet(&times), press.impact(&report)] {
        let said = text(&pdf.unwrap());
        assert!(said.contains(evil), "{said}");
    }
}
