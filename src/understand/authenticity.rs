//! Who our own mail server says has sent a mail: the `Authentication-Results` field that it wrote (RFC 8601).
//!
//! Anybody can write such a field into a mail. Only the topmost is looked at, because what our server adds stands above
//! what came with the mail, and only where it begins with our server's own name. Comments and quoted strings, in which a
//! sender's words may be repeated, never count as results.

use crate::domain::EmailAddress;

/// Why a sender's name is not taken for who wrote a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    #[error("the configuration does not name our mail server (`authserv_id` in clerk.toml)")]
    ServerUnknown,
    #[error("our mail server did not say who sent it")]
    NotStated,
    #[error("our mail server did not confirm the sender’s domain")]
    NotConfirmed,
}

/// Whether our own server confirms that a mail comes from the domain in its From field.
///
/// # Errors
/// Why it does not.
pub fn confirmed(fields: &[String], authserv_id: &str, from: &EmailAddress) -> Result<(), Doubt> {
    let results = stated(fields, authserv_id)?;
    if confirm(&results, from) { Ok(()) } else { Err(Doubt::NotConfirmed) }
}

/// Whether our own server says in so many words that a mail does not come from there: more than that it does not know.
///
/// Many schools' domains state nothing, and their mail is ordinary mail; a failure is what an impostor's looks like.
pub fn refuted(fields: &[String], authserv_id: &str, from: &EmailAddress) -> bool {
    let Ok(results) = stated(fields, authserv_id) else { return false };
    let about_sender = |verdict: &Verdict| match verdict.method.as_str() {
        // `compauth` is Microsoft 365's own summary of all the others.
        "dmarc" | "compauth" => true,
        "spf" | "dkim" => verdict.is_about(from),
        _ => false,
    };
    !confirm(&results, from) && results.iter().any(|verdict| verdict.result == "fail" && about_sender(verdict))
}

/// What our own server states in the topmost field.
fn stated(fields: &[String], authserv_id: &str) -> Result<Vec<Verdict>, Doubt> {
    let ours = domain(authserv_id);
    if ours.is_empty() {
        return Err(Doubt::ServerUnknown);
    }
    let Some(topmost) = fields.first() else { return Err(Doubt::NotStated) };
    let mut statements = statements(topmost).into_iter();
    let by_us = match statements.next().as_deref() {
        Some([Token::Word(name)]) => domain(name) == ours,
        // A version may follow the name; only version 1 is known (RFC 8601 §2.2).
        Some([Token::Word(name), Token::Word(version)]) => domain(name) == ours && version == "1",
        Some(_) | None => false,
    };
    if !by_us {
        return Err(Doubt::NotStated);
    }
    Ok(statements.filter_map(|tokens| Verdict::of(&tokens)).collect())
}

fn confirm(results: &[Verdict], from: &EmailAddress) -> bool {
    let dmarc: Vec<&Verdict> = results.iter().filter(|verdict| verdict.method == "dmarc").collect();
    let passes = |verdict: &Verdict| {
        verdict.result == "pass" && verdict.property("header.from").is_none_or(|d| d == from.domain())
    };
    // A domain without a policy (`none`) leaves the word to SPF and DKIM; any other verdict is final.
    if dmarc.iter().any(|verdict| verdict.result != "none") {
        dmarc.iter().all(|verdict| passes(verdict))
    } else {
        results.iter().any(|verdict| verdict.result == "pass" && verdict.is_about(from))
    }
}

/// The domain itself, or one beneath it: whoever holds a domain holds those. Never one above it: `sch.uk` is nobody's.
fn aligned(authenticated: &str, from: &str) -> bool {
    authenticated == from || authenticated.strip_suffix(from).is_some_and(|rest| rest.ends_with('.'))
}

fn domain(name: &str) -> String {
    let bare = name.trim().trim_end_matches('.');
    bare.rsplit('@').next().unwrap_or(bare).to_lowercase()
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Equals,
}

/// One result: `dkim=pass header.d=school.example`.
struct Verdict {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

impl Verdict {
    fn of(tokens: &[Token]) -> Option<Self> {
        let mut pairs = vec![];
        let mut rest = tokens;
        while let [Token::Word(name), Token::Equals, Token::Word(value), after @ ..] = rest {
            pairs.push((name.to_lowercase(), value.clone()));
            rest = after;
        }
        // Whatever is not well formed says nothing.
        if !rest.is_empty() || pairs.is_empty() {
            return None;
        }
        let (method, result) = pairs.remove(0);
        let method = method.split('/').next().unwrap_or("").to_owned();
        Some(Self { method, result: result.to_lowercase(), properties: pairs })
    }

    /// Whether an SPF or DKIM result is about the domain in the From field.
    fn is_about(&self, from: &EmailAddress) -> bool {
        let names = match self.method.as_str() {
            "spf" => &["smtp.mailfrom"][..],
            "dkim" => &["header.d", "header.i"][..],
            _ => &[],
        };
        names.iter().filter_map(|name| self.property(name)).any(|d| aligned(&d, from.domain()))
    }

    /// The domain of a property.
    fn property(&self, name: &str) -> Option<String> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| domain(value))
    }
}

/// The field's parts between semicolons, without comments.
fn statements(field: &str) -> Vec<Vec<Token>> {
    let mut out = vec![vec![]];
    let mut word = String::new();
    let mut depth = 0_u32;
    let mut quoted = false;
    let mut escaped = false;
    let mut begun = false;
    let end = |word: &mut String, begun: &mut bool, out: &mut Vec<Vec<Token>>| {
        if *begun && let Some(last) = out.last_mut() {
            last.push(Token::Word(std::mem::take(word)));
        }
        *begun = false;
    };
    for c in field.chars() {
        let value_follows = matches!(out.last().and_then(|last| last.last()), Some(Token::Equals));
        match c {
            _ if escaped => {
                escaped = false;
                if depth == 0 {
                    word.push(c);
                }
            }
            '\\' if quoted || depth > 0 => escaped = true,
            '"' if depth == 0 => {
                quoted = !quoted;
                begun = true;
            }
            _ if quoted => word.push(c),
            '(' => {
                end(&mut word, &mut begun, &mut out);
                depth += 1;
            }
            ')' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            ';' => {
                end(&mut word, &mut begun, &mut out);
                out.push(vec![]);
            }
            // A value may hold an equals sign (`header.b=abc=`); a name does not.
            '=' if !(begun && value_follows) => {
                end(&mut word, &mut begun, &mut out);
                if let Some(last) = out.last_mut() {
                    last.push(Token::Equals);
                }
            }
            _ if c.is_whitespace() => end(&mut word, &mut begun, &mut out),
            _ => {
                begun = true;
                word.push(c);
            }
        }
    }
    if quoted || depth > 0 {
        // Cut off or broken: what stands open says nothing.
        out.pop();
    } else {
        end(&mut word, &mut begun, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const US: &str = "mx.harbour.example";

    fn says(fields: &[&str]) -> Result<(), Doubt> {
        let fields: Vec<String> = fields.iter().map(|f| (*f).to_owned()).collect();
        confirmed(&fields, US, &EmailAddress::parse("ruth@harbour.example").unwrap())
    }

    #[test]
    fn what_our_own_server_confirms_is_believed() {
        for field in [
            "mx.harbour.example; dmarc=pass (p=reject) header.from=harbour.example",
            "MX.Harbour.Example. 1 ; dmarc = pass",
            "mx.harbour.example; dmarc=none; spf=pass smtp.mailfrom=ruth@harbour.example",
            "mx.harbour.example; spf=pass (sender is permitted) smtp.mailfrom=bounce.harbour.example; dkim=fail header.d=x.example",
            "mx.harbour.example; dkim=pass (2048-bit; key) header.d=harbour.example header.i=@harbour.example header.b=Ab12=",
            "mx.harbour.example; dkim=fail header.d=list.example; dkim/1=pass header.d=\"harbour.example\"",
            "\"mx.harbour.example\" (our own); dmarc=pass",
        ] {
            assert_eq!(says(&[field]), Ok(()), "{field}");
        }
    }

    #[test]
    fn hostile_forms_are_not() {
        for field in [
            "mx.harbour.example; dmarc=fail header.from=harbour.example; spf=pass smtp.mailfrom=harbour.example",
            "mx.harbour.example; none",
            "mx.harbour.example; spf=pass smtp.mailfrom=evil.example",
            "mx.harbour.example; spf=pass smtp.mailfrom=evilharbour.example",
            "mx.harbour.example; spf=pass smtp.helo=harbour.example",
            "mx.harbour.example; dkim=pass header.d=example",
            "mx.harbour.example; dkim=pass header.d=evil.example header.i=@harbour.example.evil.example",
            "mx.harbour.example; spf=fail (dmarc=pass header.from=harbour.example) smtp.mailfrom=x.example",
            "mx.harbour.example; spf=fail (a (nested; dmarc=pass) comment; dmarc=pass",
            "mx.harbour.example; spf=fail reason=\"; dmarc=pass\" smtp.mailfrom=x.example",
            "mx.harbour.example; spf=fail reason=\"a\\\"; dmarc=pass",
            "mx.harbour.example; dmarc=pass header.from=evil.example",
            "mx.harbour.example; dmarc=pass; dmarc=fail",
            "mx.harbour.example; xdmarc=pass; dmarc-x=pass",
            "mx.harbour.example; dmarc=passed",
            "mx.harbour.example 2; dmarc=pass",
            "mx.harbour.example dmarc=pass",
            "mx.harbour.example",
            "",
        ] {
            assert!(says(&[field]).is_err(), "{field}");
        }
    }

    #[test]
    fn a_failure_is_more_than_silence() {
        let ruth = EmailAddress::parse("ruth@harbour.example").unwrap();
        let says_no = |field: &str| refuted(&[field.to_owned()], US, &ruth);
        for field in [
            "mx.harbour.example; dmarc=fail header.from=harbour.example; spf=pass smtp.mailfrom=evil.example",
            "mx.harbour.example; dmarc=none; spf=fail smtp.mailfrom=ruth@harbour.example",
            "mx.harbour.example; dkim=fail header.d=harbour.example",
            "mx.harbour.example; spf=none smtp.mailfrom=harbour.example; compauth=fail reason=001",
        ] {
            assert!(says_no(field), "{field}");
        }
        for field in [
            "mx.harbour.example; none",
            "mx.harbour.example; dmarc=none; spf=softfail smtp.mailfrom=harbour.example",
            "mx.harbour.example; dmarc=none; spf=fail smtp.mailfrom=list.example; dkim=fail header.d=list.example",
            "mx.harbour.example; dmarc=pass header.from=harbour.example; spf=fail smtp.mailfrom=harbour.example",
            "mx.harbour.example; dkim=fail header.d=harbour.example; spf=pass smtp.mailfrom=harbour.example",
            "evil.example; dmarc=fail header.from=harbour.example",
            "",
        ] {
            assert!(!says_no(field), "{field}");
        }
    }

    #[test]
    fn another_servers_word_is_not_ours() {
        for field in [
            "mx.harbour.example.evil.example; dmarc=pass",
            "xmx.harbour.example; dmarc=pass",
            "(mx.harbour.example;) evil.example; dmarc=pass",
            "evil.example mx.harbour.example; dmarc=pass",
            "\"mx.harbour.example; dmarc=pass\"; dmarc=pass",
            "; dmarc=pass",
        ] {
            assert_eq!(says(&[field]), Err(Doubt::NotStated), "{field}");
        }
        let pass = "mx.harbour.example; dmarc=pass";
        assert!(says(&["mx.harbour.example; dmarc=fail", pass]).is_err(), "a forged field beneath ours");
        assert_eq!(says(&["other.example; dmarc=fail", pass]), Err(Doubt::NotStated), "ours is never the lower one");
        assert_eq!(says(&[]), Err(Doubt::NotStated));
        let ruth = EmailAddress::parse("ruth@harbour.example").unwrap();
        assert_eq!(confirmed(&["; dmarc=pass".to_owned()], " ", &ruth), Err(Doubt::ServerUnknown));
    }
}
