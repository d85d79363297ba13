//! The words of a scoring sheet: what people write over columns, and into them.

use super::Rating;

/// What a column's heading says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    Item,
    Reviewer,
    Rating,
    Comments,
    /// About the item, and never a rating: a Mr Green is no green.
    About,
    /// A criterion, perhaps.
    Other,
    Blank,
}

pub(super) fn heading(text: &str) -> Heading {
    let words: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "" => Heading::Blank,
        "item"
        | "items"
        | "item no"
        | "item number"
        | "item ref"
        | "item reference"
        | "application"
        | "application number"
        | "application no"
        | "application ref"
        | "application reference"
        | "case"
        | "ref"
        | "reference"
        | "reference number"
        | "candidate number" => Heading::Item,
        "reviewer" | "reviewers" | "reviewer name" | "reviewer s name" | "name of reviewer" | "reviewed by"
        | "assessor" | "panel member" | "scored by" | "scorer" | "rated by" | "marker" => Heading::Reviewer,
        "rating"
        | "overall rating"
        | "overall"
        | "rag"
        | "rag rating"
        | "rag r a g"
        | "r a g"
        | "rating r a g"
        | "rating rag"
        | "rating red amber green"
        | "red amber green"
        | "score"
        | "overall score"
        | "final rating" => Heading::Rating,
        "comment" | "comments" | "notes" | "note" | "reason" | "reasons" | "remarks" | "overall comments"
        | "reviewer comments" | "any comments" => Heading::Comments,
        "name" | "first name" | "last name" | "surname" | "forename" | "applicant" | "applicant name" | "candidate"
        | "candidate name" | "school" | "home school" | "email" | "e mail" | "date" | "received" | "programme"
        | "role" | "subject" | "phase" | "specialism" | "area" | "title" => Heading::About,
        _ => Heading::Other,
    }
}

/// `Green`, `g`, `AMBER`, `Red (no evidence)`. Two colours, or none, are no rating.
pub(super) fn rating(text: &str) -> Option<Rating> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = |word: &str| match word {
        "red" => Some(Rating::Red),
        "amber" => Some(Rating::Amber),
        "green" => Some(Rating::Green),
        _ => None,
    };
    if let [only] = words.as_slice() {
        return named(only).or(match *only {
            "r" => Some(Rating::Red),
            "a" => Some(Rating::Amber),
            "g" => Some(Rating::Green),
            _ => None,
        });
    }
    let mut colours = words.iter().filter_map(|word| named(word));
    let first = words.first().and_then(|word| named(word))?;
    (colours.next().is_some() && colours.next().is_none()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_read_as_people_write_them() {
        for (text, expected) in [
            ("Green", Some(Rating::Green)),
            (" g ", Some(Rating::Green)),
            ("AMBER", Some(Rating::Amber)),
            ("A.", Some(Rating::Amber)),
            ("red", Some(Rating::Red)),
            ("(R)", Some(Rating::Red)),
            ("Red (no evidence)", Some(Rating::Red)),
            ("Green - strong", Some(Rating::Green)),
            ("Amber/Green", None),
            ("R/A", None),
            ("not green", None),
            ("a strong one", None),
            ("Greenish", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(rating(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_are_known_whatever_surrounds_them() {
        assert_eq!(heading(" Item:"), Heading::Item);
        assert_eq!(heading("RATING (R/A/G)"), Heading::Rating);
        assert_eq!(heading("Reviewer's name"), Heading::Reviewer);
        assert_eq!(heading("COMMENTS *"), Heading::Comments);
        assert_eq!(heading("Q2: track record"), Heading::Other);
        assert_eq!(heading("Surname"), Heading::About);
        assert_eq!(heading(" - "), Heading::Blank);
    }
}
