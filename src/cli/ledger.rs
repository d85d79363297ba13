//! `ledger`: whether the books add up. What does not is named, and the exit code says so.

use super::place::Place;
use super::{Failure, print, print_json};
use crate::billing::Books;
use crate::billing::reconcile::{Numbers, Reconciliation};
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use jiff::civil::Date;
use serde_json::{Value, json};

pub async fn run(place: &Place) -> Result<(), Failure> {
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    let (facts, standings) = store.list_ledger().await?;
    store.close().await;
    let books = Books::new(&config, &facts, now);
    let found = Reconciliation::of(&books, &standings);
    if place.json {
        print_json(&of(&found, books.today));
    } else {
        in_words(&found).iter().for_each(|line| print(line));
    }
    match found.faults.len() {
        0 => Ok(()),
        1 => Err(Failure::fault("the books do not add up: one thing differs; it is named above.")),
        many => Err(Failure::fault(format!("the books do not add up: {many} things differ; each is named above."))),
    }
}

fn days(half_days: HalfDays) -> f64 {
    f64::from(half_days.0) / 2.0
}

fn of(found: &Reconciliation, today: Date) -> Value {
    let (d, m, i) = (&found.days, &found.debt, &found.income);
    let numbers = |numbers: &Numbers| json!({ "series": numbers.series, "year": numbers.year, "last": numbers.last });
    json!({
        "on": today.to_string(),
        "adds_up": found.adds_up(),
        "days": {
            "logged": days(d.logged), "billed": days(d.billed), "in_advance": days(d.in_advance),
            "unbilled": days(d.unbilled), "swapped": days(d.swapped), "funded": days(d.funded), "direct": days(d.direct),
        },
        "debt": {
            "invoiced_pence": m.invoiced, "credited_pence": m.credited, "received_pence": m.received, "owed_pence": m.owed,
        },
        "income": {
            "documents_pence": i.documents, "drawn_pence": i.drawn, "home_issued_pence": i.home_issued,
            "home_drafted_pence": i.home_drafted, "home_due_pence": i.home_due, "fees_pence": i.fees,
            "in_advance_pence": i.in_advance, "rounding_pence": i.rounding,
            "home_without_income_pence": i.home_without_income,
        },
        "home_schools": {
            "statements_pence": m.to_home_schools, "paid_pence": m.paid_to_home_schools,
            "owed_pence": m.owed_to_home_schools,
        },
        "numbers": found.numbers.iter().map(numbers).collect::<Vec<_>>(),
        "faults": found.faults,
        "notes": found.notes,
    })
}

fn in_words(found: &Reconciliation) -> Vec<String> {
    let (d, m, i) = (&found.days, &found.debt, &found.income);
    let figure = |half_days: HalfDays| half_days.decimal();
    let mut lines = vec![
        format!("Days logged               {:>12}", figure(d.logged)),
        format!("  billed                  {:>12}", figure(d.billed)),
        format!("  paid in advance         {:>12}", figure(d.in_advance)),
        format!("  swapped                 {:>12}", figure(d.swapped)),
        format!("  drawn from funds        {:>12}", figure(d.funded)),
        format!("  billed by home schools  {:>12}", figure(d.direct)),
        format!("  unbilled                {:>12}", figure(d.unbilled)),
    ];
    let mut sums = |head: &str, sum: Pence, parts: &[(&str, Pence)]| {
        lines.push(format!("{head:<26}{:>12}", sum.to_string()));
        let shown = parts.iter().filter(|(_, part)| !part.is_zero());
        lines.extend(shown.map(|(name, part)| format!("  {name:<24}{:>12}", part.to_string())));
    };
    let asked = m.invoiced.checked_sub(m.credited).unwrap_or_default();
    sums("Invoices less credits", asked, &[("received", m.received), ("owed", m.owed)]);
    let parts = [
        ("home schools, stated", i.home_issued),
        ("home schools, drafted", i.home_drafted),
        ("home schools, due", i.home_due),
        ("the alliance’s fees", i.fees),
        ("for days still to come", i.in_advance),
        ("rounded by credit notes", i.rounding),
    ];
    sums("Income before VAT", i.came(), &parts);
    let parts = [("paid", m.paid_to_home_schools), ("owed", m.owed_to_home_schools)];
    sums("To home schools", m.to_home_schools, &parts);
    for numbers in &found.numbers {
        lines.push(format!("{}-{}: numbers 1 to {}", numbers.series, numbers.year, numbers.last));
    }
    lines.extend(found.notes.iter().map(|note| format!("Note: {note}")));
    lines.extend(found.faults.iter().map(|fault| format!("!! {fault}")));
    lines.push(if found.adds_up() { "It adds up.".to_owned() } else { "It does not add up.".to_owned() });
    lines
}
