//! A sheet as comma-separated values (RFC 4180) that Excel opens as they are meant.

use super::{Sheet, Value, clean, days, looks_like_a_formula, pounds};

/// The bytes of the file: UTF-8 with a byte-order mark, without which Excel spoils every accent; dates as `2027-03-19`,
/// which no country's Excel reads otherwise; the same for the same sheet.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let width = sheet.columns.len();
    let headings: Vec<String> = sheet.columns.iter().map(|column| text(&column.header)).collect();
    // Writing into memory cannot fail.
    let _written = writer.write_record(&headings);
    for row in &sheet.rows {
        let mut fields: Vec<String> = row.iter().map(field).collect();
        fields.resize(width.max(fields.len()), String::new());
        let _written = writer.write_record(&fields);
    }
    writer.into_inner().unwrap_or_default()
}

fn field(value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Text(given) => text(given),
        Value::Integer(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Pence(pence) => pounds(*pence),
        Value::HalfDays(half_days) => days(*half_days),
    }
}

/// Text with an apostrophe before it where a spreadsheet would calculate with it. Numbers of ours need none.
fn text(given: &str) -> String {
    let clean = clean(given);
    if looks_like_a_formula(&clean) { format!("'{clean}") } else { clean }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn nothing_in_it_is_a_formula() {
        let bytes = csv(&sample());
        assert_eq!(bytes, csv(&sample()));
        let text = String::from_utf8(bytes).unwrap();
        let shown = text.strip_prefix('\u{feff}').unwrap().replace("\r\n", "\n").replace('\t', "<TAB>");
        insta::assert_snapshot!(shown, @r##"
        Item,Reviewer,Received,Days,Value,Rating,Comments
        SLE-2027-0001,Siân Lewis,2027-03-19,2,-12345.67,Green,"Strong evidence of impact; a long comment that has to be wrapped because nobody widens columns, and which goes on."
        SLE-2027-0002,Siân Lewis,2027-03-19,2,-12345.67,Amber,"'=HYPERLINK(""http://evil.example"",""Click"")"
        '+44 1234 567890,Siân Lewis,2027-03-19,2,-12345.67,Red,'-2+3+cmd|' /C calc'!A0
        '@SUM(1+1),Siân Lewis,2027-03-19,2,-12345.67,,'<TAB>=1+1
        '  =1+1,Siân Lewis,2027-03-19,2,-12345.67,,"'
        ＝1+1"
        ,,,,,,
        ,"; , "" ' \ <b>&amp;",,,,,
        "##);
    }

    #[test]
    fn our_own_file_comes_back_as_it_went() {
        let document = crate::documents::read(&csv(&sample())).unwrap();
        let words = document.text();
        for expected in
            ["SLE-2027-0001", "\n=HYPERLINK(", "\n+44 1234 567890\n", "\n-12345.67\n", "; , \" ' \\ <b>&amp;"]
        {
            assert!(words.contains(expected), "{expected}: {words}");
        }
    }
}
