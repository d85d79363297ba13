//! How a programme's letters and answers speak of being successful: some designate, some accredit.

use crate::domain::outcome::Verdict;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WordsPolicy {
    /// `designation`, `accreditation`.
    pub noun: String,
    /// `designate`, `accredit`.
    pub verb: String,
    /// `designated`, `accredited`.
    pub participle: String,
    /// Whether one is accredited *as a* Lead Practitioner, but designated *a* Specialist Leader.
    pub with_as: bool,
    /// Who answers for somebody's time, as letters say it: `headteacher`; empty for nobody.
    pub employer: String,
    /// What the announcement of a round asks of heads; empty for "Do you have an outstanding teacher or leader …".
    pub to_heads: String,
}

impl Default for WordsPolicy {
    fn default() -> Self {
        Self {
            noun: "designation".to_owned(),
            verb: "designate".to_owned(),
            participle: "designated".to_owned(),
            with_as: false,
            employer: "headteacher".to_owned(),
            to_heads: String::new(),
        }
    }
}

impl WordsPolicy {
    /// `not accredited`: a decision, as the people of this programme say it.
    pub fn verdict(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::Designated => self.participle.clone(),
            Verdict::Reserve => verdict.label().to_owned(),
            Verdict::NotDesignated => format!("not {}", self.participle),
        }
    }

    /// Reads a decision in this programme's words, or in those that every programme knows.
    pub fn read(&self, said: &str) -> Option<Verdict> {
        let said = said.to_lowercase().replace('-', " ");
        let said = said.trim_matches([' ', ',', '.', ':']);
        let plain = said.strip_prefix("not ").unwrap_or(said);
        let own = plain == self.participle.to_lowercase() || plain == self.verb.to_lowercase();
        match said {
            "reserve" | "reserved" | "reserve list" | "on the reserve list" => Some(Verdict::Reserve),
            _ if own || matches!(plain, "designated" | "designate") => {
                Some(if plain == said { Verdict::Designated } else { Verdict::NotDesignated })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_said_and_read_in_the_programmes_words() {
        let words = WordsPolicy { participle: "accredited".into(), verb: "accredit".into(), ..WordsPolicy::default() };
        assert_eq!(words.verdict(Verdict::NotDesignated), "not accredited");
        for (said, verdict) in [
            ("accredited", Some(Verdict::Designated)),
            ("Not accredited.", Some(Verdict::NotDesignated)),
            ("designated", Some(Verdict::Designated)),
            ("not-designated", Some(Verdict::NotDesignated)),
            ("on the reserve list", Some(Verdict::Reserve)),
            ("not reserve", None),
            ("perhaps", None),
        ] {
            assert_eq!(words.read(said), verdict, "{said}");
        }
        assert_eq!(WordsPolicy::default().read("accredited"), None);
    }
}
