//! Telling people apart by what others call them: `Priya`, `Mrs Nair`, `P. Nair`, `Siân` without her accent.

use unicode_normalization::UnicodeNormalization as _;

/// Whom a name means, among some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Their place in the list.
    One(usize),
    Many(Vec<usize>),
    Nobody,
}

const TITLES: [&str; 12] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "revd", "madam"];

/// The words of a name, without accents, apostrophes and case.
pub fn folded(name: &str) -> Vec<String> {
    let plain: String = name
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .filter(|c| !matches!(c, '\'' | '’' | '‘' | '`'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ı' => 'i',
            other => other,
        })
        .collect();
    plain
        .replace('ß', "ss")
        .replace('æ', "ae")
        .replace('œ', "oe")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whom somebody means by a name. A whole name goes before a part of one; what fits several means nobody yet.
pub fn find(said: &str, names: &[&str]) -> Found {
    let words: Vec<String> = folded(said).into_iter().filter(|word| !TITLES.contains(&word.as_str())).collect();
    if words.is_empty() {
        return Found::Nobody;
    }
    let places = |fits: &dyn Fn(&[String]) -> bool| -> Vec<usize> {
        let known = names.iter().enumerate();
        known.filter(|(_, name)| fits(&folded(name))).map(|(place, _)| place).collect()
    };
    for found in [places(&|name| *name == words), places(&|name| is_part(&words, name))] {
        match found.as_slice() {
            [] => {}
            [one] => return Found::One(*one),
            _ => return Found::Many(found),
        }
    }
    Found::Nobody
}

/// The same, where nothing less than a whole name will do.
pub fn find_whole(said: &str, names: &[&str]) -> Found {
    let words: Vec<String> = folded(said).into_iter().filter(|word| !TITLES.contains(&word.as_str())).collect();
    let fits = |name: &&str| words.len() > 1 && folded(name) == words;
    let found: Vec<usize> = names.iter().enumerate().filter(|(_, name)| fits(name)).map(|(place, _)| place).collect();
    match found.as_slice() {
        [] => Found::Nobody,
        [one] => Found::One(*one),
        _ => Found::Many(found),
    }
}

/// `Priya`, `Nair`, `P Nair`, `Priya N`, `Mary Smith` for Mary Jane Smith.
fn is_part(said: &[String], name: &[String]) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let stands_for =
        |short: &str, whole: &str| short == whole || (short.chars().count() == 1 && whole.starts_with(short));
    match said {
        [one] => one.chars().count() > 1 && name.contains(one),
        [one, .., other] => {
            let whole = one == first || other == last;
            let double = name.windows(said.len()).any(|part| part == said);
            double || (whole && stands_for(one, first) && stands_for(other, last))
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 6] =
        ["Priya Nair", "Tom Reed", "Siân Lewis-Jones", "Tom O’Brien", "Mary Jane Smith", "Łucja Reed"];

    #[test]
    fn people_are_known_by_what_others_call_them() {
        for (said, place) in [
            ("Priya", 0),
            ("Mrs Nair", 0),
            ("P. Nair", 0),
            ("priya n", 0),
            ("TOM REED", 1),
            ("Sian Lewis Jones", 2),
            ("Ms Lewis-Jones", 2),
            ("Tom O'Brien", 3),
            ("OBrien", 3),
            ("Mary Smith", 4),
            ("Lucja", 5),
        ] {
            assert_eq!(find(said, &NAMES), Found::One(place), "{said}");
        }
        assert_eq!(find("Tom", &NAMES), Found::Many(vec![1, 3]));
        assert_eq!(find("Reed", &NAMES), Found::Many(vec![1, 5]));
        for said in ["", "Mrs", "Pria", "P", "Tom Read", "Priya Reed"] {
            assert_eq!(find(said, &NAMES), Found::Nobody, "{said}");
        }
    }

    #[test]
    fn a_stranger_to_the_list_needs_a_whole_name() {
        assert_eq!(find_whole("sian lewis-jones", &NAMES), Found::One(2));
        assert_eq!(find_whole("Priya", &NAMES), Found::Nobody);
        assert_eq!(find_whole("Tom Reed", &["Tom Reed", "tom reed"]), Found::Many(vec![0, 1]));
    }
}
