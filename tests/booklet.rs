//! The booklet, of an invented alliance: what stands in it, in all its forms, and that no page of it looks broken.
//!
//! The documents are left in `target/tmp/booklet/` for looking at.

use crate::support::program;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn clerk(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program()).arg("--config").arg(folder).args(arguments).output().unwrap()
}

fn ok(folder: &Path, arguments: &[&str]) -> String {
    let done = clerk(folder, arguments);
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

const SCHOOLS: &str = "\
100001|Hazelbank Primary School|Primary|Harbourtown
100002|Oakfield School|Secondary|Harbourtown
100003|St Mary Magdalene and St Bartholomew-by-the-Water Church of England Voluntary Controlled Junior, Infant and Nursery School|Primary|Lower Harbour St Bartholomew
100004|Ysgol Gynradd Gymraeg Llanfair Tŵr-y-Felin|Primary|Llanfair Tŵr-y-Felin
100005|Mill Pond Academy|All-through|Mill Pond
100006|Quay Nursery School|Nursery|Quay
100007|The Harbour School|Not applicable|Harbourtown
100008|Riverside High School|Secondary|Riverside
100009|Saint Łukasz Catholic College|16 plus|Quay";

/// Name, school (by its line), areas, post, portrait, consent.
const PEOPLE: &str = "\
Priya Nair|1|Mathematics; Assessment|Mathematics lead and assistant headteacher|I have led mathematics in a two-form entry primary for six years. We rebuilt how times tables are taught, and the children who used to count on their fingers now tell the others how they know. I can help you to plan a sequence that holds, to watch lessons together and to find out, before the tests do, who has not understood. Ask me, too, about reasoning with the youngest.|yes
Tom Reed|2|Music|Director of music|I build choirs where there were none, and leave teachers who can go on without me.|yes
Siân Ôwen-Llewelyn|4|English; Phonics; Early years|Dirprwy Bennaeth (deputy headteacher)|Two languages in one classroom are a gift. I work with schools on reading, from the first sounds to whole books, in English and in Welsh: what to read aloud, what to leave alone, and how to listen to a child read.|yes
Rhys ap Gwilym|4|Modern foreign languages||| 
Amelia Featherstonehaugh-Cholmondeley|3|Initial teacher training and NQT development; Leadership of continuing professional development|Professional tutor|I look after people in their first years. I can help you to set up mentoring that survives a busy term, and to talk about lessons in a way that makes both people want to do it again.|yes
Łucja Adamska-Wiśniewska|9|Science; Support for the most able|Head of chemistry|Practical work that means something, with the equipment you have. I have rewritten a whole key stage with a department of three, and nobody left.|yes
Dev Patel|8|Science|Head of science|Eight laboratories, one technician. I know about timetables.|no
Jo Marsh|5|Attendance; Behaviour and discipline|Assistant principal|Attendance is a conversation at the gate before it is a spreadsheet. We went from 91 to 95 per cent in two years, and I will show you what did not work as well as what did.|yes
Zoë O’Brien|6|Early years|Headteacher of the nursery class|Play is the curriculum. I help teams to see what they already do well, and to say it.|yes
Jan van der Berg|8|Geography|Geography lead|Fieldwork within walking distance of every school.|yes
Nkechi Okonkwo|2|Closing the gap; Assessment|Deputy headteacher|I ask what the money was for, and whether it arrived.|yes
Oliver Whitcombe|1|Physical education||| 
Fatima al-Rashid|5|ICT|Computing lead|Unplugged first. Then the machines.|yes
Gwen Pritchard|4|Art; Design and technology|Art and design lead|I teach drawing as a way of looking. Bring me a subject and I will bring you paper.|yes
Callum Fraser|8|History|Head of humanities|What did people know then, and how do we know it? I help departments to build their questions across years, so that an essay in Year 10 began in Year 7.|yes
Beatrice Llewellyn|7|Special educational needs|Assistant headteacher, inclusion|Nothing about a child without the child. I work with SENCOs on plans that a supply teacher could follow on a wet Thursday.|yes
Samuel Ogunleye|7|Special educational needs; Personal, social and health education|||no
Harriet Bell|3|Phonics|Reading lead|Daily, brisk, kind.|yes
Mateusz Zieliński|9|Mathematics|Lead practitioner in mathematics|Post-16 mathematics for people who were told that they could not.|yes
Ingrid Solberg|5|Drama|||
Peter Ashdown|2|Leadership of curriculum; History|Vice principal, curriculum|I have led two curriculum reviews, one of them badly. You are welcome to both.|yes
Aoife Ní Bhriain|6|Early years|||
Ruby Chatterjee|1|School business and financial management|School business manager|Budgets that a headteacher can read in five minutes, and a reserve that you can explain.|yes
William Hart|8|Academies and academy transition||| 
Constance Fairweather|3|Religious education; Personal, social and health education|RE lead|Big questions, small chairs.|yes";

/// An alliance of 25 people, in a folder of the clerk's.
fn alliance(root: &Path) {
    assert!(Command::new(program()).arg("init").arg(root).status().unwrap().success());
    let schools: Vec<Vec<&str>> = SCHOOLS.lines().map(|line| line.split('|').collect()).collect();
    let mut national =
        "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Town,Postcode\n".to_owned();
    for school in &schools {
        national.push_str(&format!("{},\"{}\",Open,{},\"{}\",HB1 2CD\n", school[0], school[1], school[2], school[3]));
    }
    std::fs::write(root.join("gias.csv"), national).unwrap();
    ok(root, &["import", "schools", root.join("gias.csv").to_str().unwrap()]);
    let mut people = "name;email;school;specialism;since;programme\n".to_owned();
    for (n, line) in PEOPLE.lines().enumerate() {
        let cells: Vec<&str> = line.split('|').collect();
        let school = schools[cells[1].parse::<usize>().unwrap() - 1][1];
        people.push_str(&format!("{};p{n}@school.example;\"{school}\";\"{}\";2024-09-01;sle\n", cells[0], cells[2]));
    }
    std::fs::write(root.join("people.csv"), people).unwrap();
    let said = ok(root, &["import", "people", root.join("people.csv").to_str().unwrap()]);
    assert!(said.contains("Found in the national register by their exact name: 25 of"), "{said}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(portraits(root));
}

/// What the letters would have brought in: words, posts, consent.
async fn portraits(root: &Path) {
    use alliance_clerk::domain::change::{Change, RegisterChange};
    let store = alliance_clerk::store::Store::open(&root.join("clerk.sqlite")).await.unwrap();
    let register = store.list_register().await.unwrap();
    let at: jiff::Timestamp = "2027-06-01T09:00:00Z".parse().unwrap();
    let changes: Vec<Change> = register
        .iter()
        .zip(PEOPLE.lines())
        .filter_map(|(entry, line)| {
            let cells: Vec<&str> = line.split('|').collect();
            let consent = match cells[5].trim() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            Some(Change::Register(RegisterChange::PortraitCame {
                entry: entry.number.clone()?,
                words: cells[4].to_owned(),
                role: cells[3].to_owned(),
                consent,
                message: None,
                at,
            }))
        })
        .collect();
    let mut tx = store.begin().await.unwrap();
    alliance_clerk::store::apply::changes(&mut tx, &changes, at).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
}

fn kept(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("booklet");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn flowing(text: &str) -> String {
    text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_headteacher_finds_everybody_in_every_form_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let nobody = Command::new(program()).arg("init").arg(root).status().unwrap();
    assert!(nobody.success());
    let pdf = kept("booklet.pdf");
    let to = |file: &Path| {
        let to = file.to_str().unwrap().to_owned();
        ok(root, &["--now", "2027-06-01T09:00:00Z", "export", "booklet", "--programme", "sle", "--to", &to])
    };
    let refused = clerk(root, &["export", "booklet", "--to", pdf.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(3), "there is nobody yet");
    alliance(root);
    let said = to(&pdf);
    assert!(said.starts_with("25 people in "), "{said}");
    assert!(said.contains("7 without a portrait"), "{said}");
    let bytes = std::fs::read(&pdf).unwrap();
    let paper = flowing(&pdf_extract::extract_text_from_mem(&bytes).unwrap());
    let page = kept("booklet.html");
    to(&page);
    let html = std::fs::read_to_string(&page).unwrap();
    let sheet = kept("booklet.csv");
    to(&sheet);
    let csv = std::fs::read_to_string(&sheet).unwrap();
    assert_eq!(csv.lines().count(), 26, "a row for each");
    let screen = flowing(&alliance_clerk::documents::html::of_text(&html).text());
    for line in PEOPLE.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let printed = cells[5] == "yes";
        for form in [&paper, &screen, &csv] {
            assert!(form.contains(cells[0]), "{}: {form}", cells[0]);
        }
        let words = cells[4].split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            for form in [&paper, &screen, &csv] {
                assert_eq!(form.contains(&words), printed, "{words}");
            }
        }
    }
    for form in [&paper, &screen] {
        assert!(
            form.contains("How to ask for support") && form.contains("Where they work") && form.contains("2026–27")
        );
        assert!(form.contains("Llanfair Tŵr-y-Felin"), "the town of a school");
        assert!(!form.contains("@school.example"), "nobody's own address");
        assert!(!form.contains('□'));
    }
    // It needs nothing but itself.
    assert!(!html.contains("src=") && !html.contains("<script") && !html.contains("@import"), "{html}");
    // Archive and screen reader, as all our documents.
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("pdfaid") && raw.contains("pdfuaid"), "PDF/A and PDF/UA");
    let twice = kept("again.pdf");
    to(&twice);
    assert_eq!(std::fs::read(&twice).unwrap(), bytes, "the same register gives the same bytes");
    let wrong = clerk(root, &["export", "booklet", "--to", "booklet.docx"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(clerk(root, &["export", "booklet", "--programme", "sel", "--to", "b.pdf"]).status.code(), Some(2));
}
