//! What an entry of the register says: `review`, `specialism`, `address`, `urn`.

use super::super::said::Said;
use super::super::{Command, Order, Outcome, Refusal};
use super::standing::days_a_year;
use super::{CHANGE, Named, REVIEW, lookup, named, settled};
use crate::decision::Decision;
use crate::domain::change::{Change, RegisterChange};
use crate::domain::facts::Lookup;
use crate::domain::register::Urn;
use crate::domain::{EmailAddress, civil};
use crate::letters::register::renewed::Renewed;
use crate::letters::{Draft, ProgrammeWords, greeting};
use jiff::Span;
use jiff::civil::Date;

/// A designation is not renewed for longer at once.
const MOST_YEARS: i16 = 10;

pub const REVIEW_ON: Command = Command {
    name: "review",
    usage: &["review REG-2027-0003 1 September 2031", "review Priya Nair on 1 September 2031"],
    about: "Renews a designation: its next review is on that day. The person is told.",
    lookup: |said, _| read_review(said).map(|_| lookup()),
    decide: review,
};

pub const SPECIALISM: Command = Command {
    name: "specialism",
    usage: &["specialism REG-2027-0003 Mathematics; Assessment", "specialism Priya Nair: Mathematics"],
    about: "Sets somebody's areas of expertise in the register, the first one first.",
    lookup: |said, _| read_areas(said).map(|_| lookup()),
    decide: specialism,
};

pub const ADDRESS: Command = Command {
    name: "address",
    usage: &["address REG-2027-0003 p.nair@oakfield.example"],
    about: "Sets somebody's e-mail address in the register.",
    lookup: |said, _| read_address(said).map(|_| lookup()),
    decide: address,
};

pub const URN: Command = Command {
    name: "urn",
    usage: &["urn REG-2027-0003 123456"],
    about: "Says which school of the national register somebody's school is, where several have its name.",
    lookup: |said, _| {
        let (_, urn) = read_urn(said)?;
        Ok(Lookup { establishments: vec![urn.to_string()], ..lookup() })
    },
    decide: urn,
};

fn expected<T>(example: &str) -> Result<T, Refusal> {
    Err(Refusal::Misunderstood(format!("I did not understand that. Expected, for example, `{example}`.")))
}

/// `REG-2027-0003 1 September 2031`: the longest end that is a date.
fn read_review<'a>(said: &Said<'a>) -> Result<(&'a str, Date), Refusal> {
    let text = said.text();
    let starts = text.match_indices(' ').map(|(at, _)| at);
    let read = |at: usize| Some((text.get(..at)?, civil::read_date(text.get(at..)?)?));
    match starts.filter_map(read).next() {
        Some((who, date)) => {
            let who = who.trim();
            Ok((who.strip_suffix(" on").or_else(|| who.strip_suffix(" until")).unwrap_or(who), date))
        }
        None => expected("review REG-2027-0003 1 September 2031"),
    }
}

fn read_areas<'a>(said: &Said<'a>) -> Result<(&'a str, &'a str), Refusal> {
    let text = said.text();
    let parts = match text.split_once(':') {
        Some(parts) => Some(parts),
        None => text.split_once(char::is_whitespace),
    };
    match parts
        .map(|(who, areas)| (who.trim(), areas.trim()))
        .filter(|(who, areas)| !who.is_empty() && !areas.is_empty())
    {
        Some(parts) => Ok(parts),
        None => expected("specialism REG-2027-0003 Mathematics; Assessment"),
    }
}

fn read_address<'a>(said: &Said<'a>) -> Result<(&'a str, EmailAddress), Refusal> {
    let parts = said.text().rsplit_once(char::is_whitespace);
    let Some((who, address)) = parts else { return expected("address REG-2027-0003 p.nair@oakfield.example") };
    match EmailAddress::parse(address) {
        Ok(address) => Ok((who.trim().trim_end_matches(" to").trim(), address)),
        Err(_) => Err(Refusal::Misunderstood(format!("`{address}` is no e-mail address."))),
    }
}

fn read_urn<'a>(said: &Said<'a>) -> Result<(&'a str, Urn), Refusal> {
    let parts = said.text().rsplit_once(char::is_whitespace);
    match parts.and_then(|(who, urn)| Some((who.trim(), urn.parse().ok()?))) {
        Some((who, urn)) if urn > 0 => Ok((who, Urn(urn))),
        Some(_) | None => expected("urn REG-2027-0003 123456"),
    }
}

fn about(person: &Named<'_>) -> Decision {
    Decision { case: Some(person.number.clone()), ..Decision::default() }
}

fn review(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, on) = read_review(order.said)?;
    let person = named(order, who)?;
    let today = person.programme.window.zone.date(order.now);
    let refuse = |why: String| Err(Refusal::Refused(why));
    if person.entry.status.is_end() {
        return refuse(format!("{} is not designated any more ({}).", person.words(), person.entry.status.in_words()));
    }
    if on <= today {
        return refuse(format!("{} is not in the future.", civil::date_in_words(on)));
    }
    if on > today.saturating_add(Span::new().years(MOST_YEARS)) {
        return refuse(format!(
            "{} is more than {MOST_YEARS} years from now; is that meant?",
            civil::date_in_words(on)
        ));
    }
    let mut decision = about(&person);
    decision.because(format!("{} renewed the designation: the next review is on {on}.", order.by));
    decision.changes.push(Change::Register(RegisterChange::ReviewSet { entry: person.number.clone(), on }));
    decision.changes.extend(settled(&person.number, order.by, &[REVIEW]));
    let letter = Renewed {
        name: greeting(&person.entry.name),
        programme: ProgrammeWords::of(person.programme),
        number: person.number.to_string(),
        until: civil::date_in_words(on),
        specialism: person.entry.specialisms().collect::<Vec<_>>().join(", "),
        school: person.entry.school.clone(),
        days: days_a_year(&person),
    };
    let purpose = format!("register-renewed:{}:{on}", person.number);
    decision
        .letters
        .push(Draft::new(&letter, person.entry.email.clone(), &person.entry.name, purpose).about(&person.number));
    let answer =
        format!("{} is renewed, and is told so; the next review is on {}.", person.words(), civil::date_in_words(on));
    Ok(Outcome::new(decision, answer))
}

fn specialism(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, written) = read_areas(order.said)?;
    let person = named(order, who)?;
    let mut areas = person.programme.areas(written).into_iter();
    let Some(first) = areas.next() else { return expected("specialism REG-2027-0003 Mathematics; Assessment") };
    let further: Vec<String> = areas.collect();
    let known = |area: &&String| !person.programme.specialisms.iter().any(|known| known.name == **area);
    let strange: Vec<&str> = std::iter::once(&first).chain(&further).filter(known).map(String::as_str).collect();
    let note = if strange.is_empty() || person.programme.specialisms.is_empty() {
        String::new()
    } else {
        format!(" Not one of the programme's areas, and kept as written: {}.", strange.join("; "))
    };
    let mut decision = about(&person);
    let all = std::iter::once(first.as_str()).chain(further.iter().map(String::as_str)).collect::<Vec<_>>().join(", ");
    decision.because(format!("{} set the areas of expertise to {all}.", order.by));
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE]));
    decision.changes.push(Change::Register(RegisterChange::SpecialismsSet {
        entry: person.number.clone(),
        specialism: first,
        further,
    }));
    Ok(Outcome::new(decision, format!("{}: {all}.{note}", person.words())))
}

fn address(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, email) = read_address(order.said)?;
    let person = named(order, who)?;
    if person.entry.email == email {
        return Err(Refusal::Refused(format!("{} has that address already.", person.words())));
    }
    let mut decision = about(&person);
    decision.because(format!("{} set another e-mail address.", order.by));
    decision
        .changes
        .push(Change::Register(RegisterChange::AddressSet { entry: person.number.clone(), email: email.clone() }));
    decision.changes.extend(settled(&person.number, order.by, &[CHANGE]));
    let answer = format!("{} is written to at {email} from now on.", person.words());
    Ok(Outcome::new(decision, answer))
}

fn urn(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (who, urn) = read_urn(order.said)?;
    let person = named(order, who)?;
    let Some(school) = order.facts.establishments.iter().find(|school| school.urn == urn) else {
        return Err(Refusal::Refused(format!("There is no school {urn} in the national register that was imported.")));
    };
    let mut decision = about(&person);
    decision.because(format!("{} said which school of the national register is meant: {urn}.", order.by));
    decision.changes.push(Change::Register(RegisterChange::SchoolSet {
        entry: person.number.clone(),
        school: person.entry.school.clone(),
        urn: Some(urn),
    }));
    let closed = if school.is_open { "" } else { " Please note: that school is closed." };
    let place = [school.town.as_str(), school.postcode.as_str()].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    Ok(Outcome::new(decision, format!("{}: {} is {urn}, {place}.{closed}", person.words(), person.entry.school)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_at_the_end_is_read_whoever_stands_before_it() {
        for (said, who) in [
            ("REG-2027-0003 1 September 2031", "REG-2027-0003"),
            ("Priya Nair on 1 September 2031", "Priya Nair"),
            ("Priya Nair until 01/09/2031", "Priya Nair"),
            ("REG-2027-0003 2031-09-01", "REG-2027-0003"),
        ] {
            assert_eq!(read_review(&Said::new(said)).unwrap(), (who, date(2031, 9, 1)), "{said}");
        }
        assert!(read_review(&Said::new("REG-2027-0003 soon")).is_err());
    }
}
