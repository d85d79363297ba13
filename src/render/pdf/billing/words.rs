//! Amounts, days, rates and numbers as an invoice's page writes them.

use crate::domain::money::Pence;
use crate::einvoice::{Bank, Vat};
use jiff::civil::Date;

/// Long names are cut in the head of further pages and on the slip; the address has them in full.
pub fn short(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let cut: String = name.chars().take(longest).collect();
    format!("{}…", cut.trim_end())
}

/// An amount as the page shows it, with a minus and not a hyphen.
pub fn shown(amount: Pence) -> String {
    amount.to_string().replace('-', "−")
}

/// `GB 123 4567 89`, as HMRC prints it.
pub fn spaced_vat_number(number: &str) -> String {
    let parts = (number.get(..2), number.get(2..5), number.get(5..9), number.get(9..));
    match parts {
        (Some(country), Some(first), Some(second), Some(third)) => {
            format!("{country} {first} {second} {third}").trim_end().to_owned()
        }
        (Some(_) | None, _, _, _) => number.to_owned(),
    }
}

/// `2 Nov 2027`, `9 and 16 Nov 2027`, `29 Nov to 1 Dec 2027`: the days of one line.
pub fn visits(dates: &[Date]) -> String {
    let mut days = dates.to_vec();
    days.sort();
    days.dedup();
    // Three days in a row and more are written as a stretch.
    let mut stretches: Vec<(Date, Date)> = vec![];
    for day in days {
        match stretches.last_mut() {
            Some((_, last)) if last.tomorrow().is_ok_and(|next| next == day) => *last = day,
            Some(_) | None => stretches.push((day, day)),
        }
    }
    // Each piece with the month that it ends in; a month is written after its last piece.
    let mut pieces: Vec<(String, Date)> = vec![];
    for (first, last) in stretches {
        let same = first.first_of_month() == last.first_of_month();
        if first == last {
            pieces.push((last.day().to_string(), last));
        } else if same && last.day() - first.day() == 1 {
            pieces.push((first.day().to_string(), first));
            pieces.push((last.day().to_string(), last));
        } else if same {
            pieces.push((format!("{} to {}", first.day(), last.day()), last));
        } else {
            pieces.push((format!("{} to {}", first.strftime("%-d %b"), last.day()), last));
        }
    }
    let mut out = String::new();
    let count = pieces.len();
    for (i, (piece, day)) in pieces.iter().enumerate() {
        if i > 0 {
            out.push_str(if i + 1 == count { " and " } else { ", " });
        }
        out.push_str(piece);
        let next = pieces.get(i + 1).map(|(_, next)| *next);
        if next.is_none_or(|next| next.first_of_month() != day.first_of_month()) {
            out.push_str(&day.strftime(" %b").to_string());
        }
        if next.is_none_or(|next| next.year() != day.year()) {
            // Month and year stay on one line.
            out.push_str(&day.strftime("\u{a0}%Y").to_string());
        }
    }
    out
}

pub fn treatment(vat: &Vat) -> String {
    match vat {
        Vat::Exempt(_) => "Exempt".to_owned(),
        Vat::OutsideScope(_) => "Outside".to_owned(),
        Vat::Standard(rate) if rate % 100 == 0 => format!("{} %", rate / 100),
        Vat::Standard(rate) => {
            let hundredths = format!("{:02}", rate % 100);
            format!("{}.{} %", rate / 100, hundredths.trim_end_matches('0'))
        }
    }
}

/// `20-00-00`, however it was typed.
pub fn sort_code(bank: &Bank) -> String {
    let digits: Vec<char> = bank.sort_code.chars().filter(char::is_ascii_digit).collect();
    digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_days_of_a_line_are_written_as_people_write_them() {
        let of = |days: &[(i8, i8)]| visits(&days.iter().map(|(m, d)| date(2027, *m, *d)).collect::<Vec<_>>());
        let of = |days| of(days).replace('\u{a0}', " ");
        assert_eq!(of(&[]), "");
        assert_eq!(of(&[(11, 2)]), "2 Nov 2027");
        assert_eq!(of(&[(11, 16), (11, 9), (11, 9)]), "9 and 16 Nov 2027");
        assert_eq!(of(&[(11, 9), (11, 10)]), "9 and 10 Nov 2027");
        assert_eq!(of(&[(11, 8), (11, 9), (11, 10), (11, 20)]), "8 to 10 and 20 Nov 2027");
        assert_eq!(of(&[(11, 2), (11, 9), (12, 1)]), "2, 9 Nov and 1 Dec 2027");
        assert_eq!(of(&[(11, 29), (11, 30), (12, 1)]), "29 Nov to 1 Dec 2027");
        assert_eq!(visits(&[date(2027, 12, 31), date(2028, 1, 10)]), "31 Dec\u{a0}2027 and 10 Jan\u{a0}2028");
    }

    #[test]
    fn rates_and_numbers_are_written_without_waste() {
        assert_eq!(treatment(&Vat::Standard(2000)), "20 %");
        assert_eq!(treatment(&Vat::Standard(1750)), "17.5 %");
        assert_eq!(treatment(&Vat::Standard(505)), "5.05 %");
        assert_eq!(spaced_vat_number("GB123456789"), "GB 123 4567 89");
        assert_eq!(spaced_vat_number("GBGD001"), "GBGD001");
    }
}
