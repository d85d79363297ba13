//! Pooled funds and grants: what is drawn from them, and never more than they hold.

use super::drafting::Drafting;
use crate::domain::change::MoneyChange;
use crate::domain::charging::{Charging, How};
use crate::domain::deployment::Deployment;
use crate::domain::invoice::Fund;
use crate::domain::visit::Visit;
use crate::domain::worked::HalfDays;

pub(super) fn is_called(fund: &Fund, name: &str) -> bool {
    fund.name.trim().to_lowercase() == name.trim().to_lowercase()
}

/// Where a fund holds less than all agreed days of a deployment come to: a sentence that says so. What others will draw from
/// it meanwhile is not counted.
pub fn falls_short(funds: &[Fund], charging: &Charging, half_days: HalfDays) -> Option<String> {
    let fund = funds.iter().find(|fund| charging.how == How::Fund && is_called(fund, &charging.fund))?;
    let all = charging.of(half_days).ok()?.paid()?;
    let left = fund.cap.checked_sub(fund.drawn)?;
    (left < all).then(|| {
        format!(
            "All {half_days} come to {all}, and the fund “{}” holds {left} more: what it cannot pay stays unbilled.",
            fund.name
        )
    })
}

/// Never more than the fund holds: the rest stays unbilled, and says so.
pub(super) fn draw(
    drafting: &mut Drafting,
    deployment: &Deployment,
    charging: &Charging,
    visit: &Visit,
    funds: &mut [Fund],
) {
    let Some(fund) = funds.iter_mut().find(|fund| is_called(fund, &charging.fund)) else {
        drafting.trouble(deployment, format!("there is no fund “{}”", charging.fund));
        return;
    };
    let amount = charging.of(visit.half_days).ok().and_then(|charge| charge.paid());
    let drawn = amount.and_then(|amount| fund.drawn.checked_add(amount)).filter(|drawn| *drawn <= fund.cap);
    match (amount, drawn) {
        (Some(amount), Some(drawn)) => {
            fund.drawn = drawn;
            drafting.funded = [drafting.funded, visit.half_days].into_iter().sum();
            drafting.changes.push(MoneyChange::Drawn { visit: visit.id, fund: fund.name.clone(), amount });
        }
        (Some(_), None) | (None, _) => {
            drafting.trouble(deployment, format!("the fund “{}” is used up", fund.name));
        }
    }
}
