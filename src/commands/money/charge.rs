//! `charge DEP-2027-0003 £400 a day`: a deployment is paid for otherwise than policy says.

use super::{misunderstood, quoted, refused};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::charging::{Fee, FeeIs, Home, How, Override, Payer, When};
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::money::Pence;
use crate::domain::{CaseId, EmailAddress};

pub const COMMAND: Command = Command {
    name: "charge",
    usage: &[
        "charge DEP-2027-0003 £400 a day",
        "charge DEP-2027-0003 fee 10%",
        "charge DEP-2027-0003 £400 a day, fee £50 on top, termly",
        "charge DEP-2027-0003 band senior",
        "charge DEP-2027-0003 as a swap",
        "charge DEP-2027-0003 from fund \"Harbour grant\"",
        "charge DEP-2027-0003 to \"Harbour Council\" finance@harbour-council.example",
        "charge DEP-2027-0003 directly by the home school",
        "charge DEP-2027-0003 in advance",
        "charge DEP-2027-0003 as policy says",
    ],
    about: "Says how one deployment is paid for, where that differs from the programme’s policy: the rate, the fee, who pays, when. What has been issued does not change.",
    lookup: |said, _| {
        let (number, rest) = deployment(said)?;
        if read(&rest, Override::default())?.is_none() && rest.is_empty() {
            return misunderstood(format!("How? Expected for example `charge {number} £400 a day`."));
        }
        let ledger = Ledger { unbilled: true, ..Ledger::default() };
        Ok(Lookup { cases: vec![number], ledger, ..Lookup::default() })
    },
    decide,
};

pub fn deployment<'a>(said: &Said<'a>) -> Result<(CaseId, Said<'a>), Refusal> {
    let (word, rest) = said.word();
    match CaseId::parse(word).ok().filter(|number| number.prefix() == crate::domain::deployment::PREFIX) {
        Some(number) => Ok((number, rest)),
        None => misunderstood("Which deployment? Expected its number, as in `DEP-2027-0003`."),
    }
}

/// What was said, on top of what was agreed before; `None` for “as policy says”.
fn read(said: &Said<'_>, before: Override) -> Result<Option<Override>, Refusal> {
    if said.after("as").is_some_and(|rest| rest.text().to_lowercase().trim_end_matches('.').starts_with("policy")) {
        return Ok(None);
    }
    let mut agreed = before;
    if let Some(rest) = said.after("to") {
        let Some((name, address)) = quoted(&rest) else {
            return misunderstood(
                "Who pays? Expected a name and an address: `to \"Harbour Council\" finance@harbour-council.example`.",
            );
        };
        if EmailAddress::parse(address.text()).is_err() {
            return misunderstood(format!("`{}` is no e-mail address.", address.text()));
        }
        agreed.payer = Some(Payer { name: name.to_owned(), email: address.text().to_owned() });
        agreed.how = Some(How::Invoice);
        return Ok(Some(agreed));
    }
    if let Some(rest) = said.after("from").map(|rest| rest.after("fund").unwrap_or(rest)) {
        let Some((name, rest)) = quoted(&rest) else {
            return misunderstood("Which fund? Its name stands in quotation marks.");
        };
        rest.nothing_more()?;
        (agreed.how, agreed.fund) = (Some(How::Fund), Some(name.to_owned()));
        return Ok(Some(agreed));
    }
    for part in said.text().split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        part_of(part, &mut agreed)?;
    }
    Ok(Some(agreed))
}

fn part_of(part: &str, agreed: &mut Override) -> Result<(), Refusal> {
    let lower = part.to_lowercase();
    let lower = lower.trim_end_matches('.');
    match lower {
        "as a swap" | "swap" | "as swap" => agreed.how = Some(How::Swap),
        "directly" | "direct" | "directly by the home school" => agreed.how = Some(How::Direct),
        "invoice" | "by invoice" => agreed.how = Some(How::Invoice),
        "monthly" => agreed.when = Some(When::Monthly),
        "termly" => agreed.when = Some(When::Termly),
        "at the end" | "at end" => agreed.when = Some(When::AtEnd),
        "in advance" => agreed.when = Some(When::InAdvance),
        "no fee" => agreed.fee = Some(Fee::None),
        "home school invoices us" | "their invoice" => agreed.home = Some(Home::TheirInvoice),
        "self-billing" => agreed.home = Some(Home::SelfBilling),
        "no reimbursement" => agreed.home = Some(Home::None),
        _ => {
            if let Some(band) = lower.strip_prefix("band ") {
                agreed.band = Some(band.trim().to_owned());
            } else if let Some(fee) = lower.strip_prefix("fee ") {
                let (fee, is) = match fee.strip_suffix("on top") {
                    Some(fee) => (fee, FeeIs::OnTop),
                    None => (fee.strip_suffix("inside").unwrap_or(fee), FeeIs::Inside),
                };
                agreed.fee = Some(Fee::parse(fee.trim()).map_err(|e| Refusal::Misunderstood(format!("{e}.")))?);
                agreed.fee_is = Some(is);
            } else {
                let rate = lower.strip_prefix("rate ").unwrap_or(lower);
                let rate = rate.strip_suffix("a day").or_else(|| rate.strip_suffix("per day")).unwrap_or(rate);
                agreed.rate = Some(Pence::parse(rate).map_err(|_| {
                    Refusal::Misunderstood(format!(
                        "I did not understand `{part}`. Expected for example `£400 a day`, `fee 10%`, `termly`."
                    ))
                })?);
            }
        }
    }
    Ok(())
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = deployment(order.said)?;
    let Some(deployment) = order.facts.deployment(&number) else {
        return refused(format!("There is no deployment {number}."));
    };
    let Some(programme) = order.config.programme(&deployment.programme) else {
        return refused(format!("The configuration no longer has the programme of {number}."));
    };
    let before: Override =
        deployment.charging.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let agreed = read(&rest, before)?;
    let (charging, text) = match &agreed {
        None => (programme.charging.clone(), String::new()),
        Some(agreed) => {
            let charging = programme
                .charging
                .with(agreed)
                .map_err(|wrong| Refusal::Refused(format!("That cannot be: {wrong}")))?;
            (charging, serde_json::to_string(agreed).unwrap_or_default())
        }
    };
    if charging.how == How::Fund
        && !order.facts.funds.iter().any(|fund| fund.name.to_lowercase() == charging.fund.to_lowercase())
    {
        return refused(format!(
            "There is no fund “{}” yet. Set it up first: `fund \"{}\" from … £…`.",
            charging.fund, charging.fund
        ));
    }
    let words = charging.in_words().map_err(|e| Refusal::Refused(format!("{e}.")))?;
    let until_now = crate::billing::charging(order.config, deployment).ok().and_then(|before| before.in_words().ok());
    // What everybody agreed to is changed by what everybody agrees to.
    let untold = match deployment.agreement {
        0 => String::new(),
        _ if until_now.as_ref() == Some(&words) => String::new(),
        version => format!(
            " Version {version} of the agreement says otherwise ({}), and nobody has been told: `change {number} rate £…` or any other `change` sends the parties a new one.",
            until_now.unwrap_or_default()
        ),
    };
    let half_days = deployment.plan.as_ref().map(|plan| plan.half_days);
    let short = half_days.and_then(|all| crate::billing::falls_short(&order.facts.funds, &charging, all));
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} said how {number} is paid for: {words}.", order.by));
    decision
        .changes
        .push(Change::Deployment(DeploymentChange::ChargingSet { deployment: number.clone(), charging: text }));
    Ok(Outcome::new(
        decision,
        format!(
            "{number} ({}): {words}. Days that have been billed already stay as they are.{untold}{}",
            deployment.school.name,
            short.map(|short| format!(" {short}")).unwrap_or_default()
        ),
    ))
}
