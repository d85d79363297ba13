use super::*;

const NAMES: [&str; 9] = [
    "Priya Nair",
    "Tom Reed",
    "Siân Lewis",
    "Amy Cole",
    "Dev Patel",
    "Tom O’Brien",
    "Łucja Kowalska",
    "Grace Osei",
    "Ben Hart",
];

/// Who came, by number; or why it is unclear.
fn came(text: &str) -> Result<Vec<usize>, Unclear> {
    let answer = read(text, &NAMES, "Owen Brooks")?;
    assert!(answer.strangers.is_empty(), "{text}: {answer:?}");
    let who = answer.of(&[None; 9], &NAMES)?;
    Ok(who.iter().enumerate().filter(|(_, came)| **came).map(|(place, _)| place + 1).collect())
}

fn without(absent: &[usize]) -> Vec<usize> {
    (1..=9).filter(|number| !absent.contains(number)).collect()
}

#[test]
fn everybody() {
    for said in [
        "all",
        "All.",
        "all came",
        "Everyone!",
        "Everybody was there.",
        "All of them",
        "Yes, all of them came.",
        "all present",
        "Full house",
        "Nobody was missing.",
        "No absences",
        "Hi,\n\nEveryone came, thank you.\n\nKind regards,\nOwen",
        "All present. Everyone enjoyed it.",
        "All came, Priya was a bit late.",
        "Thanks all.\nAll came.",
        "It went well. Minutes to follow by Friday, 12 March. Everyone came.",
    ] {
        assert_eq!(came(said), Ok(without(&[])), "{said}");
    }
}

#[test]
fn all_but_some() {
    for (said, absent) in [
        ("all except 3 and 7", vec![3, 7]),
        ("All except 3, 7.", vec![3, 7]),
        ("all except numbers 3 and 7 came", vec![3, 7]),
        ("everyone but Priya", vec![1]),
        ("Everyone came except Priya Nair and Sian Lewis.", vec![1, 3]),
        ("Everybody apart from Mrs Nair, Amy and no. 7", vec![1, 4, 7]),
        ("All came except Priya, who had a hospital appointment.", vec![1]),
        ("All came except Priya (ill) and Dev (apologies)", vec![1, 5]),
        ("all except 2", vec![2]),
        ("all but number 2", vec![2]),
        ("all except 3-5", vec![3, 4, 5]),
        ("all except 3 to 5 and 9", vec![3, 4, 5, 9]),
        ("All, but not Grace.", vec![8]),
        ("all except 1, 2, and 5", vec![1, 2, 5]),
        ("all except 1, 2, and 5 came", vec![1, 2, 5]),
        ("Everyone came. Apologies from Priya and Tom Reed.", vec![1, 2]),
        ("Priya did not come.", vec![1]),
        ("Priya and Tom O'Brien didn't make it.", vec![1, 6]),
        ("3 and 7 were absent", vec![3, 7]),
        ("Absent: 3", vec![3]),
        ("Apologies: Priya Nair, Lucja Kowalska", vec![1, 7]),
        ("missing: 4", vec![4]),
        ("all except 3 Siân Lewis", vec![3]),
    ] {
        assert_eq!(came(said), Ok(without(&absent)), "{said}");
    }
}

#[test]
fn only_some_or_nobody() {
    for (said, present) in [
        ("1, 2, 5-9", vec![1, 2, 5, 6, 7, 8, 9]),
        ("1 2 5", vec![1, 2, 5]),
        ("1, 2, 5–9 came", vec![1, 2, 5, 6, 7, 8, 9]),
        ("Priya, Amy and Dev", vec![1, 4, 5]),
        ("Priya and Amy both came", vec![1, 4]),
        ("Only Priya came", vec![1]),
        ("Present: 1, 4, 5", vec![1, 4, 5]),
        ("Those who came: 1, 4 and 5.", vec![1, 4, 5]),
        ("1. Priya Nair\n4. Amy Cole", vec![1, 4]),
        ("Priya came. Amy came as well.", vec![1, 4]),
        ("nobody", vec![]),
        ("No one came", vec![]),
        ("no-one came", vec![]),
        ("Nobody except Priya", vec![1]),
        ("Priya came but Tom Reed did not come", vec![1]),
    ] {
        assert_eq!(came(said), Ok(present), "{said}");
    }
}

#[test]
fn what_could_mean_two_things_means_neither() {
    for said in [
        "all but two",
        "All but 2",
        "all except two people",
        "8",
        "8 came",
        "two were absent",
        "all bar one",
        "all came, missing 3",
    ] {
        assert!(matches!(came(said), Err(Unclear::HowMany(_))), "{said}: {:?}", came(said));
    }
    for said in [
        "most of them",
        "Nearly all came",
        "I think all came",
        "all came I think",
        "about eight people",
        "not everyone came, 3 was missing",
        "Did Priya come?",
        "all came?",
        "Half of them",
    ] {
        let found = came(said);
        assert!(matches!(found, Err(Unclear::Doubtful | Unclear::Nothing)), "{said}: {found:?}");
    }
    for said in ["all except Tom", "Tom came", "everyone but Tom"] {
        assert_eq!(came(said), Err(Unclear::Several("Tom".into())), "{said}");
    }
    for said in ["all except Pria", "all except Tom Read", "everyone but the head of Hazelbank"] {
        assert!(matches!(came(said), Err(Unclear::NotOnTheList(_))), "{said}: {:?}", came(said));
    }
    assert_eq!(came("all except 3 and 12"), Err(Unclear::NoSuchNumber("12".into())));
    assert_eq!(came("1-99"), Err(Unclear::NoSuchNumber("99".into())));
    for said in [
        "Priya came. Priya did not come.",
        "all came: 1, 2, 3",
        "all except 3 Priya Nair",
        "all, nobody was there",
        "all except 3 and Tom Reed came too",
    ] {
        assert_eq!(came(said), Err(Unclear::Both), "{said}");
    }
    for said in [
        "",
        "Will do tomorrow.",
        "Thanks for the list",
        "Thanks all",
        "All the best, Owen",
        "Minutes attached.",
        "It was good.",
        "Thank you all for coming",
    ] {
        assert_eq!(came(said), Err(Unclear::Nothing), "{said}");
    }
    assert!(came("Everyone enjoyed it").is_err());
    assert!(came("1 yes\n2 yes\n3 no").is_err());
}

#[test]
fn who_came_without_being_expected_is_named() {
    for (said, absent) in [
        ("all, and Jo Marsh came too", vec![]),
        ("All came, plus Jo Marsh", vec![]),
        ("Everyone. Jo Marsh also came.", vec![]),
        ("Everyone came. Jo Marsh as well", vec![]),
        ("all except 3 and 7, and Jo Marsh came too", vec![3, 7]),
        ("All except 3 and 7. Also: Jo Marsh", vec![3, 7]),
        ("all except 3 and 7; Jo Marsh was there too", vec![3, 7]),
    ] {
        let answer = read(said, &NAMES, "Owen Brooks").unwrap_or_else(|e| panic!("{said}: {e:?}"));
        assert_eq!(answer.strangers, ["Jo Marsh"], "{said}");
        let absent = absent.into_iter().map(|number: usize| number - 1).collect();
        assert_eq!(answer.came, Came::AllBut(absent), "{said}");
    }
    let listed = read("1, 2, 5-9 and Jo Marsh as well", &NAMES, "").unwrap();
    assert_eq!(
        (listed.came, listed.strangers),
        (Came::Only([0, 1, 4, 5, 6, 7, 8].into()), vec!["Jo Marsh".to_owned()])
    );
    let two = read("all, and Jo Marsh and Kim Ito came too", &NAMES, "").unwrap();
    assert_eq!(two.strangers, ["Jo Marsh", "Kim Ito"]);
}

#[test]
fn a_second_answer_corrects_the_first() {
    let before: Vec<Option<bool>> = (1..=9).map(|number| Some(number != 1 && number != 3)).collect();
    let after = |said: &str| -> Result<Vec<usize>, Unclear> {
        let who = read(said, &NAMES, "Owen Brooks")?.of(&before, &NAMES)?;
        Ok(who.iter().enumerate().filter(|(_, came)| !**came).map(|(place, _)| place + 1).collect())
    };
    assert_eq!(after("Sorry, Priya came after all"), Ok(vec![3]));
    assert_eq!(after("Priya was there too."), Ok(vec![3]));
    assert_eq!(after("Amy did not come after all"), Ok(vec![1, 3, 4]));
    assert_eq!(after("all except 3"), Ok(vec![3]));
    assert_eq!(after("Priya came"), Err(Unclear::OnlyOne("Priya Nair".into())));
    assert_eq!(read("Jo Marsh came too", &NAMES, "").unwrap().of(&[None; 9], &NAMES), Err(Unclear::Nothing));
}

#[test]
fn the_writers_own_name_below_is_no_answer() {
    assert_eq!(read("1, 2\nPriya", &NAMES, "Priya Nair").unwrap().came, Came::Only([0, 1].into()));
    assert_eq!(read("all except 2\n\nBest wishes\nTom", &NAMES, "Tom Reed").unwrap().came, Came::AllBut([1].into()));
}
