//! Keyed marks by which a reply is known: nobody can make one who does not hold the key (invariant 6).

use super::{CaseId, EmailAddress};
use data_encoding::{Encoding, Specification};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of this database's tokens. Made once, kept with the facts, never shown.
#[derive(Clone)]
pub struct TokenKey([u8; 32]);

impl std::fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenKey(…)")
    }
}

/// Crockford's letters: none that is taken for another when it is read aloud or retyped.
fn letters() -> Encoding {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    spec.encoding().unwrap_or(data_encoding::BASE32_NOPAD)
}

impl TokenKey {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn from_hex(text: &str) -> Option<Self> {
        let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    pub fn to_hex(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }

    fn mark(&self, purpose: &str, parts: &[&str]) -> Vec<u8> {
        // HMAC takes keys of any length; this cannot fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return vec![] };
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().to_vec()
    }

    /// What stands beside the case number in a letter: `7KQ2-M9XD`, for this case and this reader only.
    pub fn reply_token(&self, case: &CaseId, reader: &EmailAddress) -> String {
        let mark = self.mark("reply", &[&case.to_string(), reader.folded()]);
        let text = letters().encode(mark.get(..5).unwrap_or(&[]));
        format!("{}-{}", text.get(..4).unwrap_or(""), text.get(4..).unwrap_or(""))
    }

    /// Whether a token is the one for this case and this reader. Compared without regard to case and to how long it takes.
    pub fn is_reply_token(&self, given: &str, case: &CaseId, reader: &EmailAddress) -> bool {
        let ours = self.reply_token(case, reader);
        let given = given.trim().to_uppercase();
        ours.len() == given.len()
            && ours.bytes().zip(given.bytes()).fold(0_u8, |differs, (a, b)| differs | (a ^ b)) == 0
    }

    /// The Message-ID of a letter, without brackets. The same purpose has the same one, for ever.
    pub fn message_id(&self, purpose: &str, domain: &str) -> String {
        let mark = self.mark("letter", &[purpose]);
        format!("clerk.{}@{domain}", data_encoding::HEXLOWER.encode(mark.get(..16).unwrap_or(&[])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_for_one_case_and_one_reader() {
        let key = TokenKey::new([7; 32]);
        let case = CaseId::new("SLE", 2027, 14);
        let priya = EmailAddress::parse("p.nair@hazelbank.example").unwrap();
        let tom = EmailAddress::parse("t.reed@hazelbank.example").unwrap();
        let token = key.reply_token(&case, &priya);
        assert_eq!(token.len(), 9);
        assert_eq!(token, key.reply_token(&case, &EmailAddress::parse("P.NAIR@hazelbank.example").unwrap()));
        assert_ne!(token, key.reply_token(&case, &tom));
        assert_ne!(token, key.reply_token(&CaseId::new("SLE", 2027, 15), &priya));
        assert_ne!(token, TokenKey::new([8; 32]).reply_token(&case, &priya));
        assert!(!format!("{key:?}").contains('7'));
    }
}
