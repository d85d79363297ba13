use super::*;
use crate::documents;
use crate::sheets::{Column, Kind, Sheet, Value, csv, workbook};

fn sheet(rows: &[&[&str]]) -> Sheet {
    let columns = rows[0].iter().map(|header| Column::new(*header, 20, Kind::Text)).collect();
    let rows = rows[1..].iter().map(|row| row.iter().map(|cell| Value::text(*cell)).collect()).collect();
    Sheet { name: "Scores".to_owned(), columns, rows }
}

fn scores(rows: &[&[&str]]) -> (Vec<ScoreRow>, Vec<Problem>) {
    let bytes = workbook(&[sheet(rows)], "2027-03-20T09:00:00Z".parse().unwrap()).unwrap();
    read(&documents::read(&bytes).unwrap())
}

fn row(row: usize, item: &str, rating: Option<Rating>, comments: &str) -> ScoreRow {
    ScoreRow { row, item: item.to_owned(), reviewer: None, criteria: vec![], rating, comments: comments.to_owned() }
}

const PLAIN: &[&[&str]] = &[
    &["Item", "Rating", "Comments"],
    &["SLE-2027-0001", "Green", "Strong,\nclear"],
    &["", "", ""],
    &["SLE-2027-0002", "r", "=no evidence"],
];

#[test]
fn a_sheet_that_went_out_comes_back() {
    let (read_back, problems) = scores(PLAIN);
    assert_eq!(
        read_back,
        [
            row(2, "SLE-2027-0001", Some(Rating::Green), "Strong,\nclear"),
            row(4, "SLE-2027-0002", Some(Rating::Red), "=no evidence")
        ]
    );
    assert_eq!(problems, []);
    // The same as CSV.
    let (by_csv, problems) = read(&documents::read(&csv(&sheet(PLAIN))).unwrap());
    assert_eq!((by_csv, problems), (read_back, vec![]));
}

#[test]
fn columns_are_found_wherever_they_are() {
    let (read_back, problems) = scores(&[
        &["SLE spring 2027: scores"],
        &["Reviewer: Siân Lewis"],
        &[],
        &["Notes", "Q2 Track record", "", "School", "Q3 Coaching", "Overall rating", "Application reference"],
        &["good", "Green", "x", "Green", "amber", "G", "SLE-2027-0001"],
        &["", "A", "", "Green", "A", "Amber", "SLE-2027-0002"],
        &["Notes", "Q2 Track record", "", "School", "Q3 Coaching", "Overall rating", "Application reference"],
        &["", "", "", "Green", "", "R", "SLE-2027-0003"],
    ]);
    assert_eq!(problems, []);
    assert_eq!(read_back.len(), 3);
    assert_eq!(read_back[0].reviewer.as_deref(), Some("Siân Lewis"));
    assert_eq!(
        read_back[0].criteria,
        [("Q2 Track record".to_owned(), Rating::Green), ("Q3 Coaching".to_owned(), Rating::Amber)]
    );
    assert_eq!((read_back[0].rating, read_back[0].comments.as_str()), (Some(Rating::Green), "good"));
    assert_eq!((read_back[2].row, read_back[2].rating), (8, Some(Rating::Red)));
}

#[test]
fn what_is_not_clear_is_a_problem_that_names_its_place() {
    let (read_back, problems) = scores(&[
        &["Item", "Reviewer", "Rating", "Comments", "Rating"],
        &["SLE-2027-0001", "SL", "Amber/Green", "", ""],
        &["SLE-2027-0002", "SL", "", "later", ""],
        &["", "", "Green", "", ""],
        &["sle-2027-0001", "sl", "Green", "", ""],
        &["SLE-2027-0001", "PN", "Green", "", ""],
    ]);
    assert_eq!(read_back.len(), 4);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "there are two columns “Rating”; only the first was read",
            "row 2, “Rating”: “Amber/Green” is not Red, Amber or Green",
            "row 3: “SLE-2027-0002” has no rating",
            "row 4 has ratings or comments, and no item",
            "row 5: “sle-2027-0001” is in the sheet more than once",
        ]
    );
}

#[test]
fn what_is_no_scoring_sheet_has_no_scores() {
    assert_eq!(read(&Document::default()), (vec![], vec![Problem::NoScores]));
    let (read_back, problems) = scores(&[&["Item", "Name", "School"], &["1", "Green", "Green"]]);
    assert_eq!((read_back, problems), (vec![], vec![Problem::NoScores]));
}

#[test]
fn a_sheet_of_libreoffice_is_read_alike() {
    // Written by hand as LibreOffice does it: equal neighbours are one cell that is repeated.
    let content = r#"<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:spreadsheet><t:table t:name="S"><t:table-row><t:table-cell><x:p>Item</x:p></t:table-cell><t:table-cell><x:p>Q1</x:p></t:table-cell><t:table-cell><x:p>Q2</x:p></t:table-cell></t:table-row><t:table-row><t:table-cell><x:p>SLE-2027-0001</x:p></t:table-cell><t:table-cell t:number-columns-repeated="2"><x:p>Green</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"#;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    let (read_back, problems) = read(&documents::read(&zip.finish().unwrap().into_inner()).unwrap());
    assert_eq!(problems, []);
    assert_eq!(read_back[0].criteria, [("Q1".to_owned(), Rating::Green), ("Q2".to_owned(), Rating::Green)]);
}
