use super::*;
use proptest::prelude::*;

fn sle() -> Charging {
    Charging { rate: Pence(35_000), fee: Fee::Percent(1_500), ..Charging::default() }
}

fn banded() -> Charging {
    let band = |name: &str, pounds: i64| Band { name: name.to_owned(), rate: Pence(pounds * 100) };
    Charging { bands: vec![band("Senior", 450), band("National leader", 550)], ..sle() }
}

#[test]
fn a_day_is_shared_between_the_home_school_and_the_alliance() {
    let day = sle().of(HalfDays::DAY).unwrap();
    assert_eq!(day, Charge { sale: Pence(35_000), fee_on_top: Pence::ZERO, home: Pence(29_750), fee: Pence(5_250) });
    let half = sle().of(HalfDays::HALF).unwrap();
    assert_eq!(half, Charge { sale: Pence(17_500), fee_on_top: Pence::ZERO, home: Pence(14_875), fee: Pence(2_625) });
    let flat = Charging { fee: Fee::PerDay(Pence(5_000)), ..sle() };
    assert_eq!(flat.of(HalfDays(3)).unwrap().fee, Pence(7_500));
    let on_top = Charging { rate: Pence(42_000), fee_is: FeeIs::OnTop, ..sle() };
    let day = on_top.of(HalfDays::DAY).unwrap();
    assert_eq!(
        (day.sale, day.fee_on_top, day.home, day.fee),
        (Pence(42_000), Pence(6_300), Pence(42_000), Pence(6_300))
    );
    assert_eq!(day.paid(), Some(Pence(48_300)));
}

#[test]
fn what_does_not_pass_the_alliance_has_no_fee() {
    let swap = Charging { how: How::Swap, ..sle() };
    assert_eq!(swap.of(HalfDays(5)), Ok(Charge::default()));
    let direct = Charging { how: How::Direct, ..sle() };
    let day = direct.of(HalfDays::DAY).unwrap();
    assert_eq!((day.sale, day.home, day.fee), (Pence(35_000), Pence(35_000), Pence::ZERO));
    let own = Charging { home: Home::None, ..sle() };
    let day = own.of(HalfDays::DAY).unwrap();
    assert_eq!((day.sale, day.home, day.fee), (Pence(35_000), Pence::ZERO, Pence(35_000)));
}

#[test]
fn a_deployment_may_be_agreed_otherwise() {
    let written = r#"{"rate":"£420","fee":"17.5%","fee_is":"on-top","when":"in-advance"}"#;
    let other: Override = serde_json::from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&other).unwrap(), written);
    let agreed = sle().with(&other).unwrap();
    assert_eq!((agreed.rate, agreed.fee, agreed.when), (Pence(42_000), Fee::Percent(1_750), When::InAdvance));
    assert_eq!(agreed.home, Home::SelfBilling, "what is not named is the programme's");
    assert!(serde_json::from_str::<Override>(r#"{"rat":"£420"}"#).is_err());

    let senior = Override { band: Some("senior".into()), ..Override::default() };
    let agreed = banded().with(&senior).unwrap();
    assert_eq!(agreed.day_rate(), Pence(45_000));
    let rate = Override { rate: Some(Pence(40_000)), ..Override::default() };
    assert_eq!(agreed.with(&rate).unwrap().day_rate(), Pence(40_000), "a rate counts in place of a band");
    let body = Payer { name: "Harbour Trust".into(), email: "finance@trust.example".into() };
    let paid = sle().with(&Override { payer: Some(body), ..Override::default() }).unwrap();
    let back = paid.with(&Override { payer: Some(Payer::default()), ..Override::default() }).unwrap();
    assert_eq!((paid.payer.is_some(), back.payer), (true, None));
}

#[test]
fn what_contradicts_itself_is_named() {
    let wrong = |other: Override| sle().with(&other).unwrap_err();
    let none = Override::default;
    assert_eq!(wrong(Override { band: Some("Senior".into()), ..none() }).key, "band");
    assert_eq!(wrong(Override { how: Some(How::Fund), ..none() }).key, "fund");
    assert_eq!(wrong(Override { rate: Some(Pence::ZERO), ..none() }).key, "rate");
    assert_eq!(wrong(Override { rate: Some(Pence(-1)), ..none() }).key, "rate");
    assert_eq!(wrong(Override { fee: Some(Fee::PerDay(Pence(35_001))), ..none() }).key, "fee");
    assert_eq!(wrong(Override { fee: Some(Fee::Percent(10_001)), ..none() }).key, "fee");
    let nobody = Payer { name: "Harbour Trust".into(), email: "at the office".into() };
    assert_eq!(wrong(Override { payer: Some(nobody), ..none() }).key, "payer");
    assert!(sle().with(&Override { how: Some(How::Swap), rate: Some(Pence::ZERO), ..none() }).is_ok());
    let mut twice = banded();
    twice.bands.push(Band { name: "SENIOR".into(), rate: Pence(1) });
    assert!(twice.faults().iter().any(|wrong| wrong.key == "bands"));
}

#[test]
fn fees_are_read_as_they_are_written() {
    for (text, fee, shown) in [
        ("15%", Fee::Percent(1_500), "15%"),
        (" 17.5 % ", Fee::Percent(1_750), "17.5%"),
        ("7.25 per cent", Fee::Percent(725), "7.25%"),
        ("£50", Fee::PerDay(Pence(5_000)), "£50"),
        ("£52.50 a day", Fee::PerDay(Pence(5_250)), "£52.50"),
        ("", Fee::None, ""),
        ("none", Fee::None, ""),
    ] {
        assert_eq!(Fee::parse(text), Ok(fee), "{text}");
        assert_eq!(fee.to_string(), shown);
        assert_eq!(Fee::parse(shown), Ok(fee));
    }
    for text in ["15", "-5%", "£-5", "-£5", "%", "1.234%", "£5 a week", "99999999999%"] {
        assert!(Fee::parse(text).is_err(), "{text}");
    }
}

#[test]
fn it_is_said_in_plain_words() {
    let said = |charging: &Charging| charging.in_words().unwrap();
    assert_eq!(said(&sle()), "£350 a day; £297.50 goes to the home school, £52.50 is the alliance’s fee");
    let none = Charging { fee: Fee::None, ..sle() };
    assert_eq!(said(&none), "£350 a day, all of which goes to the home school");
    let top = Charging { fee_is: FeeIs::OnTop, ..sle() };
    assert_eq!(
        said(&top),
        "£350 a day, which goes to the home school, and £52.50 a day on top, which is the alliance’s fee"
    );
    let fund = Charging { how: How::Fund, fund: "the Coastal Fund".into(), ..sle() };
    assert_eq!(
        said(&fund),
        "£350 a day from the Coastal Fund; £297.50 goes to the home school, £52.50 is the alliance’s fee"
    );
    assert_eq!(said(&Charging { how: How::Direct, ..sle() }), "£350 a day, which the home school bills directly");
    assert_eq!(said(&Charging { home: Home::None, ..sle() }), "£350 a day, which stays with the alliance");
    assert!(said(&Charging { how: How::Swap, ..sle() }).starts_with("a day for a day"));
    assert_eq!(
        sle().terms("Oakfield Primary School", "Harbour Academy"),
        [
            "The alliance invoices Oakfield Primary School each month for the days worked and confirmed in it.",
            "The alliance pays Harbour Academy its share on a self-billing statement, so that it need not send an invoice of its own.",
            "Half days are charged pro rata.",
        ]
    );
}

#[test]
fn what_cannot_be_counted_is_said() {
    let dear = Charging { rate: Pence(i64::MAX), ..sle() };
    assert_eq!(dear.of(HalfDays(3)), Err(TooMuch));
    let top = Charging { rate: Pence(i64::MAX), fee_is: FeeIs::OnTop, ..sle() };
    assert_eq!(top.of(HalfDays::DAY).unwrap().paid(), None);
}

fn any_charging() -> impl Strategy<Value = Charging> {
    let fee = prop_oneof![
        Just(Fee::None),
        (0_u32..=10_000).prop_map(Fee::Percent),
        (0_i64..200_000).prop_map(|fee| Fee::PerDay(Pence(fee))),
    ];
    let fee_is = prop_oneof![Just(FeeIs::Inside), Just(FeeIs::OnTop)];
    let how = prop_oneof![Just(How::Invoice), Just(How::Fund), Just(How::Direct), Just(How::Swap)];
    let home = prop_oneof![Just(Home::SelfBilling), Just(Home::TheirInvoice), Just(Home::None)];
    (0_i64..200_000, fee, fee_is, how, home).prop_map(|(rate, fee, fee_is, how, home)| {
        // As policy demands: no fee above the rate.
        let fee = match fee {
            Fee::PerDay(fee) => Fee::PerDay(fee.min(Pence(rate))),
            Fee::None | Fee::Percent(_) => fee,
        };
        Charging { rate: Pence(rate), fee, fee_is, how, home, ..Charging::default() }
    })
}

proptest! {
    /// What is paid is what is shared out, to the penny.
    #[test]
    fn nothing_is_lost_between_payer_home_school_and_alliance(charging in any_charging(), halves in 0_u32..=4_000) {
        let charge = charging.of(HalfDays(halves)).unwrap();
        prop_assert_eq!(charge.paid(), charge.home.checked_add(charge.fee));
        for part in [charge.sale, charge.fee_on_top, charge.home, charge.fee] {
            prop_assert!(!part.is_negative());
        }
        prop_assert!(charge.fee_on_top <= charge.sale);
        if charging.home != Home::None {
            prop_assert!(charge.fee <= charge.sale);
        }
    }

    /// More days never come to less, for nobody.
    #[test]
    fn more_days_never_come_to_less(charging in any_charging(), halves in 0_u32..4_000) {
        let (less, more) = (charging.of(HalfDays(halves)).unwrap(), charging.of(HalfDays(halves + 1)).unwrap());
        prop_assert!(less.sale <= more.sale && less.fee_on_top <= more.fee_on_top);
        prop_assert!(less.home <= more.home && less.fee <= more.fee);
    }

    /// Two halves billed apart and a day billed whole differ by the rounding alone: a penny of the sale, two of each share, and
    /// three where both shares are the alliance's.
    #[test]
    fn two_halves_are_a_day_but_for_the_rounding(charging in any_charging()) {
        let (half, day) = (charging.of(HalfDays::HALF).unwrap(), charging.of(HalfDays::DAY).unwrap());
        let two = half.checked_add(half).unwrap();
        prop_assert!((0..=1).contains(&(two.sale.0 - day.sale.0)), "{:?} {:?}", two, day);
        let most = if charging.home == Home::None { 3 } else { 2 };
        for (halves, whole) in [(two.fee_on_top, day.fee_on_top), (two.home, day.home), (two.fee, day.fee)] {
            prop_assert!((halves.0 - whole.0).abs() <= most, "{:?} {:?}", two, day);
        }
    }

    #[test]
    fn no_fee_makes_it_panic(text in "\\PC{0,20}") {
        let _ = Fee::parse(&text);
    }
}
