//! The national register of schools, at its real size and with everything that makes its file awkward. Invented schools.

use super::{clerk, json};
use crate::support::program;
use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

/// All headings of the file as it is downloaded, in their order (the columns that the clerk does not use, too).
const HEADINGS: &str = "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),EstablishmentTypeGroup (code),EstablishmentTypeGroup (name),EstablishmentStatus (code),EstablishmentStatus (name),ReasonEstablishmentOpened (code),ReasonEstablishmentOpened (name),OpenDate,ReasonEstablishmentClosed (code),ReasonEstablishmentClosed (name),CloseDate,PhaseOfEducation (code),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Boarders (code),Boarders (name),NurseryProvision (name),OfficialSixthForm (code),OfficialSixthForm (name),Gender (code),Gender (name),ReligiousCharacter (code),ReligiousCharacter (name),ReligiousEthos (name),Diocese (code),Diocese (name),AdmissionsPolicy (code),AdmissionsPolicy (name),SchoolCapacity,SpecialClasses (code),SpecialClasses (name),CensusDate,NumberOfPupils,NumberOfBoys,NumberOfGirls,PercentageFSM,TrustSchoolFlag (code),TrustSchoolFlag (name),Trusts (code),Trusts (name),SchoolSponsorFlag (name),SchoolSponsors (name),FederationFlag (name),Federations (code),Federations (name),UKPRN,FEHEIdentifier,FurtherEducationType (name),OfstedLastInsp,LastChangedDate,Street,Locality,Address3,Town,County (name),Postcode,SchoolWebsite,TelephoneNum,HeadTitle (name),HeadFirstName,HeadLastName,HeadPreferredJobTitle,BSOInspectorateName (name),InspectorateReport,DateOfLastInspectionVisit,NextInspectionVisit,TeenMoth (name),TeenMothPlaces,CCF (name),SENPRU (name),EBD (name),PlacesPRU,FTProv (name),EdByOther (name),Section41Approved (name),SEN1 (name),SEN2 (name),SEN3 (name),SEN4 (name),SEN5 (name),SEN6 (name),SEN7 (name),SEN8 (name),SEN9 (name),SEN10 (name),SEN11 (name),SEN12 (name),SEN13 (name),TypeOfResourcedProvision (name),ResourcedProvisionOnRoll,ResourcedProvisionCapacity,SenUnitOnRoll,SenUnitCapacity,GOR (code),GOR (name),DistrictAdministrative (code),DistrictAdministrative (name),AdministrativeWard (code),AdministrativeWard (name),ParliamentaryConstituency (code),ParliamentaryConstituency (name),UrbanRural (code),UrbanRural (name),GSSLACode (name),Easting,Northing,MSOA (name),LSOA (name),InspectorateName (name),SENStat,SENNoStat,PropsName,OfstedSpecialMeasures (code),OfstedSpecialMeasures (name),OfstedRating (name),RSCRegion (name),Country (name),UPRN,SiteName,QABName (code),QABName (name),EstablishmentAccredited (code),EstablishmentAccredited (name),QABReport,CHNumber,MSOA (code),LSOA (code),FSM,AccreditationExpiryDate";

/// A file of so many schools, in Windows-1252.
fn file(count: usize) -> Vec<u8> {
    let headings: Vec<&str> = HEADINGS.split(',').collect();
    let place = |name: &str| headings.iter().position(|heading| *heading == name).unwrap();
    let mut out = String::with_capacity(count * 700);
    let quoted: Vec<String> = headings.iter().map(|heading| format!("\"{heading}\"")).collect();
    out.push_str(&quoted.join(","));
    out.push_str("\r\n");
    let names = [
        "Hazelbank Primary School",
        "St Mary’s \"Old\" School, Quay",
        "Ysgol Tŵr-y-Felin",
        "École Élémentaire",
        "Mill Pond Academy",
    ];
    let columns: Vec<usize> = [
        "URN",
        "LA (name)",
        "EstablishmentName",
        "TypeOfEstablishment (name)",
        "EstablishmentStatus (name)",
        "OpenDate",
        "CloseDate",
        "PhaseOfEducation (name)",
        "Trusts (name)",
        "Street",
        "Town",
        "Postcode",
        "SchoolWebsite",
        "TelephoneNum",
        "HeadTitle (name)",
        "HeadFirstName",
        "HeadLastName",
        "HeadPreferredJobTitle",
        "Easting",
        "Northing",
    ]
    .iter()
    .map(|name| place(name))
    .collect();
    for n in 0..count {
        let closed = n % 4 == 3;
        // A hundred names that two open schools have; the first of each hundred stands alone.
        let name = if n % 100 == 0 {
            format!("{} {n}", names[n / 100 % names.len()])
        } else {
            format!("{} {}", names[n / 2 % names.len()], n / 2)
        };
        let values = [
            (100_000 + n).to_string(),
            "Harbourshire".to_owned(),
            name,
            "Academy converter".to_owned(),
            if closed { "Closed" } else { "Open" }.to_owned(),
            "01-09-1998".to_owned(),
            if closed { "31-08-2019".to_owned() } else { String::new() },
            ["Primary", "Secondary", "Not applicable"][n % 3].to_owned(),
            "Harbour, Hazel & Hill Trust".to_owned(),
            format!("{n} Bank Lane"),
            "Harbour".to_owned(),
            format!("HB{} {}CD", n % 90 + 1, n % 9 + 1),
            "www.school.example".to_owned(),
            "01632960000".to_owned(),
            "Mrs".to_owned(),
            "Siân".to_owned(),
            "O’Brien".to_owned(),
            "Headteacher".to_owned(),
            (400_000 + n).to_string(),
            (200_000 + n).to_string(),
        ];
        let mut cells: Vec<String> = vec!["0".to_owned(); headings.len()];
        for (column, value) in columns.iter().zip(values) {
            cells[*column] = value;
        }
        for (i, cell) in cells.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(out, "{comma}\"{}\"", cell.replace('"', "\"\"")).unwrap();
        }
        out.push_str("\r\n");
        if n % 5000 == 4999 {
            out.push_str("\r\n");
        }
    }
    // `ŵ` is in no Windows-1252: the real file has such names without their hats.
    encoding_rs::WINDOWS_1252.encode(&out.replace('ŵ', "w")).0.into_owned()
}

#[test]
fn the_national_register_comes_in_at_its_real_size() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    assert!(Command::new(program()).arg("init").arg(root).status().unwrap().success());
    // Somebody whose school one open school is called, one whom two are, one whom none is.
    std::fs::write(
        root.join("people.csv"),
        "name,email,school,specialism,since,programme\n\
         Priya Nair,p.nair@x.example,école élémentaire 300,Art,2024-09-01,sle\n\
         Tom Reed,t.reed@x.example,Mill Pond Academy 14,Art,2024-09-01,sle\n\
         Amy Cole,a.cole@x.example,Nowhere School,Art,2024-09-01,sle\n",
    )
    .unwrap();
    assert!(clerk(root, &["import", "people", root.join("people.csv").to_str().unwrap()]).status.success());
    let national = root.join("edubasealldata.csv");
    let bytes = file(65_000);
    assert!(std::str::from_utf8(&bytes).is_err(), "it is Windows-1252");
    std::fs::write(&national, &bytes).unwrap();
    let mut said = String::new();
    for _ in 0..2 {
        let began = Instant::now();
        let done = clerk(root, &["import", "schools", national.to_str().unwrap()]);
        let took = began.elapsed();
        println!("65,000 schools, {} MB: {took:?}", bytes.len() / 1_000_000);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        said.push_str(&String::from_utf8_lossy(&done.stdout));
        // Seven seconds of processor time in a debug build; the rest is for machines that do much else meanwhile.
        assert!(took.as_secs() < 300, "{took:?}");
    }
    assert!(said.starts_with("65000 schools of the national register imported"), "{said}");
    assert!(said.contains("48750 of them open"), "{said}");
    assert_eq!(said.matches("Found in the national register by their exact name: 1 of").count(), 1, "{said}");
    assert!(
        said.contains("Several open schools are called Mill Pond Academy 14: 100028 (Harbour HB29 2CD), 100029"),
        "{said}"
    );
    assert!(said.contains("No open school is called exactly Nowhere School (school of Amy Cole"), "{said}");
    let register = json(&clerk(root, &["register", "--json"]));
    assert_eq!(register[0]["urn"], 100_300);
    assert_eq!(register[1]["urn"], serde_json::Value::Null, "never guessed");
    let found = json(&clerk(root, &["schools", "find", "st mary's \"old\"", "100", "--json"]));
    assert_eq!(found[0]["name"], "St Mary’s \"Old\" School, Quay 100", "{found}");
    assert_eq!(found[0]["head_name"], "Mrs Siân O’Brien");
    assert_eq!(
        json(&clerk(root, &["schools", "find", "École", "Élémentaire", "300", "--json"]))[0]["trust"],
        "Harbour, Hazel & Hill Trust"
    );
}
