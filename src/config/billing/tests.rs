use super::*;
use crate::config::Config;
use crate::domain::worked::HalfDays;

fn shipped() -> Billing {
    toml::from_str(include_str!("../../../config/billing.toml")).unwrap()
}

/// A folder without the file behaves as one with the file that ships.
#[test]
fn the_file_that_ships_says_what_is_done_without_it() {
    assert_eq!(shipped(), Billing::default());
    assert!(Billing::default().faults(&["SLE", "DEP"]).is_empty());
}

#[test]
fn no_invoice_can_be_issued_before_the_seller_is_known() {
    let alliance = Config::shipped().unwrap().clerk.alliance;
    let mut billing = shipped().of_alliance(&alliance);
    assert_eq!((&billing.seller.name, billing.seller.account()), (&alliance.name, None));
    assert_eq!(billing.missing().len(), 6, "{:?}", billing.missing());
    billing.seller = Seller {
        address: vec!["Quay Road".into(), "Harbourtown".into()],
        postcode: "HB1 4QT".into(),
        charity_number: "1100123".into(),
        vat_number: "gb 123 4567 89".into(),
        peppol: "0088:5012345678900".into(),
        bank: Account {
            account_name: "Harbour".into(),
            sort_code: "20 00 00".into(),
            account_number: "1234 5678".into(),
            ..Account::default()
        },
        ..billing.seller
    };
    assert_eq!(billing.missing(), Vec::<String>::new());
    assert_eq!(billing.faults(&[]), vec![]);
    let party = billing.seller.party();
    assert_eq!(party.vat_number.as_deref(), Some("GB123456789"));
    assert_eq!(party.registration.map(|it| it.label).as_deref(), Some("Charity number"));
    assert_eq!(party.peppol.map(|id| id.scheme).as_deref(), Some("0088"));
    assert_eq!(billing.seller.account().map(|bank| bank.account_number).as_deref(), Some("12345678"));
}

#[test]
fn what_cannot_be_is_named_with_its_key() {
    let said = |change: &dyn Fn(&mut Billing)| {
        let mut billing = Billing::default();
        change(&mut billing);
        billing.faults(&["SLE"]).into_iter().map(|(table, key, _)| format!("{table}.{key}")).collect::<Vec<_>>()
    };
    assert_eq!(said(&|b| b.seller.vat_number = "12".into()), ["seller.vat_number"]);
    assert_eq!(said(&|b| b.seller.peppol = "0088".into()), ["seller.peppol"]);
    assert_eq!(said(&|b| b.seller.peppol = "0088:a@b.example".into()), ["seller.peppol"]);
    assert_eq!(said(&|b| b.seller.bank.sort_code = "20-00".into()), ["seller.bank.sort_code"]);
    assert_eq!(said(&|b| b.seller.bank.account_number = "123".into()), ["seller.bank.account_number"]);
    assert_eq!(said(&|b| b.invoices.series = "SLE".into()), ["invoices.series"]);
    assert_eq!(said(&|b| b.invoices.credit_series = "INV".into()), ["invoices.credit_series"]);
    assert_eq!(said(&|b| b.invoices.series = "inv".into()), ["invoices.series"]);
    assert_eq!(said(&|b| b.invoices.reminders = vec![14, 3]), ["invoices.reminders"]);
    assert_eq!(said(&|b| b.invoices.terms_days = 0), ["invoices.terms_days"]);
    assert_eq!(said(&|b| b.visits.hours_a_day = HalfDays(0)), ["visits.hours_a_day", "visits.minimum_minutes"]);
    assert_eq!(said(&|b| b.visits.dispute_school_days = 1), ["visits.remind_before"]);
    assert_eq!(said(&|b| b.agreements.ask_after = 6), ["agreements.ask_after"]);
    assert_eq!(said(&|b| b.evaluation.chasers = vec![0]), ["evaluation.chasers"]);
    assert_eq!(said(&|b| b.bank_statement.reference = vec![]), ["bank_statement.reference"]);
    assert_eq!(said(&|b| b.commission.candidates = 0), ["commission.candidates"]);
}

#[test]
fn hours_become_half_days() {
    let policy = VisitPolicy::default();
    for (minutes, halves) in
        [(59, None), (60, Some(1)), (150, Some(1)), (224, Some(1)), (225, Some(2)), (300, Some(2)), (600, Some(2))]
    {
        assert_eq!(policy.half_days(minutes), halves.map(HalfDays), "{minutes}");
    }
    let long: Billing = toml::from_str("[visits]\nhours_a_day = 6.5").unwrap();
    assert_eq!(long.visits.minutes_a_day(), 390);
    assert_eq!((long.visits.half_days(292), long.visits.half_days(293)), (Some(HalfDays(1)), Some(HalfDays(2))));
    assert!(toml::from_str::<Billing>("[visits]\nhours_a_day = 6.25").is_err());
}

#[test]
fn what_is_urgent_is_found_and_comes_first() {
    let commission = Commission::default();
    let found = commission.found("Our new\nhead starts in May; we are Below the Floor-standard.");
    assert_eq!(found, ["below-floor", "new-head"]);
    assert_eq!((commission.rank(&found), commission.rank(&[])), (0, 3));
    assert!(commission.found("The newhead of the invulnerable").is_empty());
}
