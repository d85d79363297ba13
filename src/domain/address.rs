//! E-mail addresses: compared without regard to case, shown as they were written, never logged.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One e-mail address, `name@domain`. Two addresses are equal when they differ only in case.
///
/// RFC 5321 §2.4 lets a local part depend on case; no school's server does, and people type as they like.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    written: String,
    folded: String,
}

/// What was written is not one e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an e-mail address (expected something like name@school.example)")]
pub struct NotAnAddress(pub String);

/// RFC 5321 §4.5.3.1.3 allows a path of 256 bytes, angle brackets included.
const LONGEST: usize = 254;

impl EmailAddress {
    /// Reads a bare address. Surrounding blanks, angle brackets and `mailto:` are forgiven; anything else is not.
    pub fn parse(given: &str) -> Result<Self, NotAnAddress> {
        let wrong = || NotAnAddress(given.chars().take(80).collect());
        let mut bare = given.trim().trim_matches(['<', '>', '"', '\'', ',', ';']).trim();
        if let Some(rest) = bare.get(..7).filter(|p| p.eq_ignore_ascii_case("mailto:")).and(bare.get(7..)) {
            bare = rest;
        }
        let bare = bare.trim_end_matches('.');
        let (local, domain) = bare.rsplit_once('@').ok_or_else(wrong)?;
        let local_ok = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"@<>()[],;:\\\"".contains(c));
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_ok = labels.len() >= 2
            && labels.iter().all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        if bare.len() > LONGEST || !local_ok || !domain_ok {
            return Err(wrong());
        }
        Ok(Self { written: bare.to_owned(), folded: bare.to_lowercase() })
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The address in lower case: the form that is compared and kept in the record.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// What stands after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.folded.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// What stands before the `@`, in lower case and without a `+tag`.
    pub fn local(&self) -> &str {
        let local = self.folded.rsplit_once('@').map_or("", |(local, _)| local);
        local.split_once('+').map_or(local, |(before, _)| before)
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}
impl Eq for EmailAddress {}
impl PartialOrd for EmailAddress {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for EmailAddress {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.folded.cmp(&other.folded)
    }
}
impl std::hash::Hash for EmailAddress {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}
impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
/// Addresses stay out of logs (invariant 7): `{:?}` shows only the domain.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "…@{}", self.domain())
    }
}
impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;
    fn try_from(given: String) -> Result<Self, NotAnAddress> {
        Self::parse(&given)
    }
}
impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> String {
        address.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_equal_whatever_their_case() {
        let one = EmailAddress::parse("P.Nair@Hazelbank.example").unwrap();
        let two = EmailAddress::parse(" <p.nair@hazelbank.EXAMPLE> ").unwrap();
        assert_eq!(one, two);
        assert_eq!(one.as_str(), "P.Nair@Hazelbank.example");
        assert_eq!(two.domain(), "hazelbank.example");
    }

    #[test]
    fn what_is_not_one_address_is_refused() {
        for bad in [
            "",
            "nair",
            "a@b",
            "a@b..c",
            "a b@c.example",
            "a@b.example, c@d.example",
            "a@b.example\r\nBcc: x@y.example",
            "@b.example",
            "a@-b.example",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_address_does_not_reach_a_log() {
        let address = EmailAddress::parse("p.nair@hazelbank.example").unwrap();
        assert_eq!(format!("{address:?}"), "…@hazelbank.example");
    }
}
