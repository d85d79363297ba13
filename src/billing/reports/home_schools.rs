//! What home schools have had, have on a draft, and are still to have.

use super::{Range, day, days, pence};
use crate::billing::{Books, Sold, outstanding, share, unreimbursed};
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::money::Pence;
use crate::domain::worked::HalfDays;
use crate::sheets::{self, Column, Sheet, Value};
use std::collections::BTreeMap;

pub fn home_schools(books: &Books<'_>, range: Range) -> Sheet {
    let columns = [
        ("school", 32, sheets::Kind::Text),
        ("state", 9, sheets::Kind::Text),
        ("document", 15, sheets::Kind::Text),
        ("their_number", 15, sheets::Kind::Text),
        ("date", 12, sheets::Kind::Date),
        ("due", 12, sheets::Kind::Date),
        ("days", 7, sheets::Kind::Days),
        ("sum", 12, sheets::Kind::Money),
        ("paid_on", 12, sheets::Kind::Date),
        ("paid", 12, sheets::Kind::Money),
        ("open", 12, sheets::Kind::Money),
    ];
    let mut rows: Vec<Vec<Value>> = vec![];
    let documents = books.facts.invoices.iter().filter(|invoice| invoice.state != State::Dropped);
    for invoice in documents.filter(|invoice| invoice.kind.side().is_purchase()) {
        let on = invoice.issued_on.unwrap_or_else(|| books.config.zone().date(invoice.drafted_at));
        if range.includes(on) {
            rows.push(row(books, invoice));
        }
    }
    let mut due: BTreeMap<&str, (HalfDays, Pence)> = BTreeMap::new();
    let nothing = Sold::new();
    for (deployment, visit) in unreimbursed(books, &nothing).filter(|(_, visit)| range.includes(visit.day)) {
        let (Some(person), Some(line)) =
            (deployment.person(&visit.email), share(books, deployment, visit, visit.sold_at))
        else {
            continue;
        };
        if line.net > Pence::ZERO {
            let sum = due.entry(person.home_school.as_str()).or_default();
            *sum = ([sum.0, line.half_days].into_iter().sum(), [sum.1, line.net].into_iter().sum());
        }
    }
    for (school, (half_days, sum)) in due {
        let state = Value::text("due");
        let rest = [Value::Blank, Value::Blank, Value::Blank, Value::Blank, days(half_days), pence(sum)];
        let mut cells = vec![Value::text(school), state];
        cells.extend(rest);
        cells.extend([Value::Blank, pence(Pence::ZERO), pence(sum)]);
        rows.push(cells);
    }
    let columns = columns.into_iter().map(|(header, width, kind)| Column::new(header, width, kind)).collect();
    Sheet { name: "Home schools".to_owned(), columns, rows }
}

fn row(books: &Books<'_>, invoice: &Invoice) -> Vec<Value> {
    let is_back = invoice.kind == Kind::SelfCredit;
    let signed = |amount: i64| if is_back { amount.saturating_neg() } else { amount };
    let half_days: HalfDays = invoice.lines.iter().map(|line| line.half_days).sum();
    // What is taken back is off the statement that it corrects.
    let open = if is_back || invoice.state == State::Draft { None } else { outstanding(books, invoice) };
    vec![
        Value::text(&invoice.school),
        Value::text(invoice.state.word()),
        Value::text(invoice.name()),
        Value::text(&invoice.their_number),
        day(invoice.issued_on),
        day(invoice.due_on),
        Value::HalfDays(signed(i64::from(half_days.0))),
        Value::Pence(signed(invoice.gross.0)),
        day(invoice.payments.last().map(|payment| payment.on)),
        pence(invoice.paid().unwrap_or_default()),
        open.map_or(Value::Blank, pence),
    ]
}
