//! `export sales`, `export home-schools`, `export year`: the books as sheets.

use super::super::arguments::BooksReport;
use super::super::place::Place;
use super::super::{Failure, print};
use crate::billing::Books;
use crate::billing::reports::{self, Range};
use crate::domain::civil;
use crate::sheets;
use jiff::civil::Date;
use std::io::Write as _;

/// Which report is wanted.
#[derive(Clone, Copy)]
pub enum Report {
    Sales,
    HomeSchools,
    Year,
}

pub async fn run(place: &Place, report: Report, wanted: &BooksReport) -> Result<(), Failure> {
    let range = Range { from: day(wanted.from.as_deref())?, to: day(wanted.to.as_deref())? };
    if let (Some(from), Some(to)) = (range.from, range.to)
        && to < from
    {
        return Err(Failure::wrong(format!("the last day, {to}, lies before the first, {from}.")));
    }
    let ending = wanted.file.as_ref().and_then(|file| file.extension()).map(|x| x.to_string_lossy().to_lowercase());
    let is_workbook = match (&wanted.file, ending.as_deref()) {
        (None, _) | (Some(_), Some("csv")) => false,
        (Some(_), Some("xlsx")) => true,
        (Some(file), _) => {
            return Err(Failure::wrong(format!("{}: expected a name that ends with .csv or .xlsx.", file.display())));
        }
    };
    let config = place.config()?;
    let store = place.store().await?;
    let now = place.clock(&config, &store).await?.now();
    let (facts, standings) = store.list_ledger().await?;
    store.close().await;
    let books = Books::new(&config, &facts, now);
    let sheet = match report {
        Report::Sales => reports::sales(&books, range),
        Report::HomeSchools => reports::home_schools(&books, range),
        Report::Year => reports::year(&books, &standings, range),
    };
    let rows = sheet.rows.len();
    let bytes = if is_workbook {
        sheets::workbook(&[sheet], now)
            .map_err(|e| Failure::fault(format!("the workbook could not be written: {e}")))?
    } else {
        sheets::csv(&sheet)
    };
    let Some(file) = &wanted.file else {
        let _closed = std::io::stdout().write_all(&bytes);
        return Ok(());
    };
    std::fs::write(file, bytes)
        .map_err(|e| Failure::fault(format!("{} could not be written: {e}; is its folder there?", file.display())))?;
    print(&format!("{} in {}.", if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }, file.display()));
    Ok(())
}

fn day(given: Option<&str>) -> Result<Option<Date>, Failure> {
    let Some(given) = given else { return Ok(None) };
    match civil::read_date(given) {
        Some(day) => Ok(Some(day)),
        // The other exports name their file so.
        None if given.ends_with(".csv") || given.ends_with(".xlsx") => Err(Failure::wrong(format!(
            "`{given}` is no date: --from and --to are the first and the last day here, and the file stands alone, as in `export sales {given}`."
        ))),
        None => {
            Err(Failure::wrong(format!("`{given}` is no date with its year, as in 2027-09-01 or 1 September 2027.")))
        }
    }
}
