//! `target sle spring-2027 Mathematics 3`: how many of an area of expertise a round looks for.

use super::said::{Said, existing};
use super::{Command, Order, Outcome, Refusal};
use crate::config::{Config, Programme, nearest};
use crate::decision::Decision;
use crate::domain::WindowName;
use crate::domain::change::Change;
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "target",
    usage: &["target sle spring-2027 Mathematics 3"],
    about: "Says how many of an area of expertise a round looks for. The summary at the closing counts against it; nothing else follows from it.",
    lookup: |said, config| read(said, config).map(|_| Lookup::default()),
    decide,
};

fn read<'c>(said: &Said<'_>, config: &'c Config) -> Result<(&'c Programme, WindowName, &'c str, u32), Refusal> {
    let (programme, name, rest) = said.window(config)?;
    let expected = || {
        Refusal::Misunderstood(format!("How many of what? Expected `target {} {name} Mathematics 3`.", programme.id))
    };
    let (area, wanted) = rest.text().rsplit_once(char::is_whitespace).ok_or_else(expected)?;
    let wanted: u32 = wanted.parse().map_err(|_| expected())?;
    let folded = area.trim().trim_matches(['“', '”', '"', ':']).to_lowercase();
    let known = programme.specialisms.iter().find(|specialism| {
        specialism.name.to_lowercase() == folded || specialism.also.iter().any(|also| also.to_lowercase() == folded)
    });
    let Some(known) = known else {
        let names: Vec<&str> = programme.specialisms.iter().map(|s| s.name.as_str()).collect();
        let hint = nearest(area.trim(), &names).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
        return Err(Refusal::Misunderstood(format!(
            "`{}` is no area of expertise of {}.{hint}",
            area.trim(),
            programme.short_name
        )));
    };
    Ok((programme, name, &known.name, wanted))
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (programme, name, specialism, wanted) = read(order.said, order.config)?;
    let window = existing(&order.facts.windows, programme, &name)?;
    let mut decision = Decision::default();
    decision.changes.push(Change::TargetSet { window: window.id, specialism: specialism.to_owned(), wanted });
    let answer = format!("{} {name} looks for {wanted} in {specialism}.", programme.short_name);
    decision.because(format!("{} said: {answer}", order.by));
    Ok(Outcome::new(decision, answer))
}
