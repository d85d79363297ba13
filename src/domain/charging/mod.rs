//! How days are paid for: what a day costs, what of it the alliance keeps, and who pays whom.
//!
//! A programme has one such policy (`[charging]` of its file), and a deployment may be agreed otherwise ([`Override`]). What it
//! comes to for so many half-days is a [`Charge`], exact to the penny (invariant 8).

mod fee;
mod words;

pub use fee::{BadFee, Fee, Percent};

use super::invoice::VatCode;
use super::money::{self, Pence};
use super::worked::HalfDays;
use serde::{Deserialize, Serialize};

/// Who bills whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The alliance bills the supported school.
    #[default]
    Invoice,
    /// Schools give each other days; a ledger in days, and no money.
    Swap,
    /// A pooled fund or grant pays.
    Fund,
    /// The home school bills the supported school from our time sheet. The money passes the alliance by, and so does its fee.
    Direct,
}

/// Whether the alliance's fee is a part of the day rate or comes on top of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeeIs {
    #[default]
    Inside,
    OnTop,
}

/// When confirmed days are billed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    #[default]
    Monthly,
    Termly,
    /// Once the deployment has ended.
    AtEnd,
    /// All agreed days, once the agreement is signed.
    InAdvance,
}

/// How the home school has its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Home {
    /// The alliance writes the home school's invoice for it.
    #[default]
    SelfBilling,
    /// The home school sends its own, which is compared with the ledger.
    TheirInvoice,
    /// It has none: the whole stays with the alliance, as where it employs the person itself.
    None,
}

/// Another rate, for people of one role or one experience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub name: String,
    #[serde(with = "money::pounds")]
    pub rate: Pence,
}

/// Whoever pays in the supported school's place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Payer {
    pub name: String,
    pub email: String,
}

/// The finance system's accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Nominals {
    /// What the supported school pays.
    pub sale: String,
    /// A fee on top.
    pub fee: String,
    /// What the home school is paid.
    pub purchase: String,
}

/// How the days of a programme, or of one deployment, are paid for. Its keys are those of `[charging]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Charging {
    pub how: How,
    /// A day's, where no band is chosen; [`Charging::day_rate`] is the one that counts.
    #[serde(with = "money::pounds")]
    pub rate: Pence,
    pub bands: Vec<Band>,
    /// The chosen band's name; empty for none.
    pub band: String,
    pub fee: Fee,
    pub fee_is: FeeIs,
    pub when: When,
    pub home: Home,
    /// Policy's word, never inferred.
    pub vat: VatCode,
    /// Why it is treated so, as invoices say it.
    pub vat_note: String,
    pub nominals: Nominals,
    #[serde(deserialize_with = "somebody")]
    pub payer: Option<Payer>,
    /// The fund that pays, for [`How::Fund`].
    pub fund: String,
}

/// Left empty, it is nobody.
fn somebody<'de, D: serde::Deserializer<'de>>(given: D) -> Result<Option<Payer>, D::Error> {
    Ok(Option::<Payer>::deserialize(given)?.filter(|payer| !payer.name.trim().is_empty()))
}

/// What is agreed otherwise for one deployment: the same keys, those left out being the programme's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Override {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    #[serde(skip_serializing_if = "Option::is_none", with = "money::perhaps_pounds")]
    pub rate: Option<Pence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<Vec<Band>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_is: Option<FeeIs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Home>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat: Option<VatCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominals: Option<Nominals>,
    /// One without a name: the supported school pays after all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Payer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fund: Option<String>,
}

/// What so many half-days come to. `sale + fee_on_top == home + fee`, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Charge {
    /// The days at their rate.
    pub sale: Pence,
    /// What the payer pays besides.
    pub fee_on_top: Pence,
    /// The home school's share.
    pub home: Pence,
    /// The alliance's share.
    pub fee: Pence,
}

impl Charge {
    /// What the payer pays in all, before VAT.
    pub fn paid(&self) -> Option<Pence> {
        self.sale.checked_add(self.fee_on_top)
    }

    pub fn checked_add(self, other: Self) -> Result<Self, TooMuch> {
        let sum = |one: Pence, other: Pence| one.checked_add(other).ok_or(TooMuch);
        Ok(Self {
            sale: sum(self.sale, other.sale)?,
            fee_on_top: sum(self.fee_on_top, other.fee_on_top)?,
            home: sum(self.home, other.home)?,
            fee: sum(self.fee, other.fee)?,
        })
    }
}

/// More than can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that is more money than can be counted")]
pub struct TooMuch;

/// What contradicts itself: the key, and a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Wrong {
    pub key: &'static str,
    pub sentence: String,
}

impl Charging {
    /// A day's rate: the chosen band's, or that of all.
    pub fn day_rate(&self) -> Pence {
        self.chosen().map_or(self.rate, |band| band.rate)
    }

    fn chosen(&self) -> Option<&Band> {
        self.bands.iter().find(|band| !self.band.is_empty() && same(&band.name, &self.band))
    }

    /// Whether the alliance writes invoices, draws funds, keeps a fee: with the others no money comes by.
    fn passes_us(&self) -> bool {
        match self.how {
            How::Invoice | How::Fund => true,
            How::Swap | How::Direct => false,
        }
    }

    /// What so many half-days come to: half of the day rate for each, half a penny going up, and the fee of that.
    ///
    /// A swap comes to nothing. What the home school bills itself is its own.
    ///
    /// # Errors
    /// When it is more than can be counted.
    pub fn of(&self, half_days: HalfDays) -> Result<Charge, TooMuch> {
        let halves = i64::from(half_days.0);
        let sale = match self.how {
            How::Swap => return Ok(Charge::default()),
            How::Invoice | How::Fund | How::Direct => self.day_rate().checked_part(halves, 2).ok_or(TooMuch)?,
        };
        if !self.passes_us() {
            return Ok(Charge { sale, home: sale, ..Charge::default() });
        }
        let fee = match self.fee {
            Fee::None => Some(Pence::ZERO),
            Fee::Percent(points) => sale.checked_percentage(i64::from(points)),
            Fee::PerDay(each) => each.checked_part(halves, 2),
        };
        // Policy that would ask for more is refused; this keeps the sums right all the same.
        let fee = fee.ok_or(TooMuch)?.min(sale);
        let (fee_on_top, home) = match self.fee_is {
            FeeIs::Inside => (Pence::ZERO, sale.checked_sub(fee).ok_or(TooMuch)?),
            FeeIs::OnTop => (fee, sale),
        };
        Ok(match self.home {
            Home::SelfBilling | Home::TheirInvoice => Charge { sale, fee_on_top, home, fee },
            Home::None => {
                let fee = home.checked_add(fee).ok_or(TooMuch)?;
                Charge { sale, fee_on_top, home: Pence::ZERO, fee }
            }
        })
    }

    /// With another day rate: that at which a day was sold before something else was agreed.
    pub fn at(&self, rate: Pence) -> Self {
        Self { rate, band: String::new(), ..self.clone() }
    }

    /// With what was agreed otherwise. A rate that is agreed counts in place of a band that policy chose.
    ///
    /// # Errors
    /// The first thing that contradicts itself then.
    pub fn with(&self, other: &Override) -> Result<Self, Wrong> {
        let mut band = other.band.clone().unwrap_or_else(|| self.band.clone());
        if other.rate.is_some() && other.band.is_none() {
            band.clear();
        }
        let payer = other.payer.clone().or_else(|| self.payer.clone());
        let charging = Self {
            how: other.how.unwrap_or(self.how),
            rate: other.rate.unwrap_or(self.rate),
            bands: other.bands.clone().unwrap_or_else(|| self.bands.clone()),
            band,
            fee: other.fee.unwrap_or(self.fee),
            fee_is: other.fee_is.unwrap_or(self.fee_is),
            when: other.when.unwrap_or(self.when),
            home: other.home.unwrap_or(self.home),
            vat: other.vat.unwrap_or(self.vat),
            vat_note: other.vat_note.clone().unwrap_or_else(|| self.vat_note.clone()),
            nominals: other.nominals.clone().unwrap_or_else(|| self.nominals.clone()),
            payer: payer.filter(|payer| !payer.name.trim().is_empty()),
            fund: other.fund.clone().unwrap_or_else(|| self.fund.clone()),
        };
        // A fee that is said for these days must be billed by somebody.
        let no_one_bills = charging.how == How::Direct && charging.fee_is == FeeIs::OnTop && charging.fee != Fee::None;
        if no_one_bills && other.fee.is_some() {
            let sentence = "the home school bills the days itself, so that nobody would bill a fee on top.".to_owned();
            return Err(Wrong { key: "fee", sentence });
        }
        match charging.faults().into_iter().next() {
            Some(wrong) => Err(wrong),
            None => Ok(charging),
        }
    }

    /// What contradicts itself.
    pub fn faults(&self) -> Vec<Wrong> {
        let mut faults = vec![];
        let mut wrong = |key, sentence: String| faults.push(Wrong { key, sentence });
        let costs = match self.how {
            How::Invoice | How::Fund | How::Direct => true,
            How::Swap => false,
        };
        let rates = self.bands.iter().map(|band| ("bands", band.rate)).chain([("rate", self.rate)]);
        for (key, rate) in rates.clone().filter(|(_, rate)| rate.is_negative()) {
            wrong(key, format!("a day does not cost less than nothing: expected an amount, not {rate}."));
        }
        if costs && self.day_rate().is_zero() {
            let sentence = "what a day costs is missing: expected an amount, such as \"£350\".".to_owned();
            wrong("rate", sentence);
        }
        for (place, band) in self.bands.iter().enumerate() {
            if band.name.trim().is_empty() || self.bands.iter().take(place).any(|other| same(&other.name, &band.name)) {
                wrong("bands", format!("\"{}\": each band has a name of its own.", band.name));
            }
        }
        if !self.band.is_empty() && self.chosen().is_none() {
            let known: Vec<&str> = self.bands.iter().map(|band| band.name.as_str()).collect();
            let known = if known.is_empty() { "there are none".to_owned() } else { known.join(", ") };
            wrong("band", format!("there is no band “{}”; the bands are: {known}.", self.band));
        }
        // A band dearer than all, or cheaper, has the same fee.
        let least = rates.map(|(_, rate)| rate).filter(|rate| !rate.is_zero()).min().unwrap_or_default();
        match self.fee {
            Fee::PerDay(fee) if self.passes_us() && fee > least => {
                wrong("fee", format!("{fee} a day is more than the day itself ({least})."));
            }
            Fee::Percent(points) if points > 10_000 => {
                wrong("fee", "expected no more than 100%.".to_owned());
            }
            Fee::None | Fee::PerDay(_) | Fee::Percent(_) => {}
        }
        if self.how == How::Fund && self.fund.trim().is_empty() {
            wrong("fund", "a fund pays: expected its name.".to_owned());
        }
        if let Some(payer) = &self.payer
            && super::EmailAddress::parse(&payer.email).is_err()
        {
            wrong("payer", format!("expected the e-mail address to which {} has its invoices.", payer.name));
        }
        faults
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests;
