//! Who might do what a school asks for: a list in a plain order, with everything that speaks for and against each. A person
//! chooses (invariant 4).

use super::register::{Designation, Urn};
use super::schools::folded;
use super::worked::HalfDays;
use std::cmp::Reverse;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Areas of expertise, by their names in policy; none where the request did not say.
    pub areas: Vec<String>,
    pub school: String,
    pub urn: Option<Urn>,
    /// `Primary`; empty where it is not known.
    pub phase: String,
    /// Metres east and north.
    pub place: Option<(u32, u32)>,
    pub half_days: HalfDays,
}

/// Somebody of the register, with what is known of their school and their year.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    pub entry: &'a Designation,
    pub phase: &'a str,
    pub place: Option<(u32, u32)>,
    /// What they may still give this year; `None` where policy sets no end to it.
    pub left: Option<HalfDays>,
    /// How many deployments they are asked for or do now.
    pub load: u32,
}

/// Whether somebody is an expert in what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expertise {
    /// It is their first area.
    First,
    Further,
    /// It is not among their areas, or nobody knows what is asked for.
    None,
}

/// Somebody who might be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    pub entry: &'a Designation,
    pub expertise: Expertise,
    /// Whether their school is of the same phase; `None` where one of the two is not known.
    pub same_phase: Option<bool>,
    pub metres: Option<u32>,
    pub left: Option<HalfDays>,
    /// It would be more than they have left.
    pub over: bool,
    pub load: u32,
}

impl Candidate<'_> {
    pub fn kilometres(&self) -> Option<u32> {
        self.metres.map(|metres| metres.saturating_add(500) / 1_000)
    }
}

/// As the crow flies.
pub fn metres_between(one: (u32, u32), other: (u32, u32)) -> u32 {
    let square = |a: u32, b: u32| u64::from(a.abs_diff(b)) * u64::from(a.abs_diff(b));
    let metres = square(one.0, other.0).saturating_add(square(one.1, other.1)).isqrt();
    u32::try_from(metres).unwrap_or(u32::MAX)
}

/// Everybody who is active and does not work at the school itself: experts first, then those who have the days, are of the
/// same phase, are not far away, have less to do, are nearer. The same people always come in the same order.
pub fn candidates<'a>(sought: &Sought, people: &[Known<'a>], far_metres: u32) -> Vec<Candidate<'a>> {
    let mut found: Vec<Candidate<'a>> = people
        .iter()
        .filter(|known| known.entry.is_active() && !is_own_school(sought, known.entry))
        .map(|known| of(sought, known))
        .collect();
    found.sort_by_cached_key(|candidate| {
        let far = candidate.metres.is_some_and(|metres| metres > far_metres);
        (
            candidate.expertise,
            candidate.over,
            candidate.same_phase == Some(false),
            far,
            candidate.load,
            candidate.metres.unwrap_or(u32::MAX),
            Reverse(candidate.left),
            candidate.entry.number.clone(),
            candidate.entry.email.folded().to_owned(),
        )
    });
    found
}

fn is_own_school(sought: &Sought, entry: &Designation) -> bool {
    let by_number = sought.urn.is_some() && sought.urn == entry.urn;
    by_number || (!sought.school.trim().is_empty() && folded(&sought.school) == folded(&entry.school))
}

fn of<'a>(sought: &Sought, known: &Known<'a>) -> Candidate<'a> {
    let wanted = |area: &str| sought.areas.iter().any(|wanted| folded(wanted) == folded(area));
    let expertise = if wanted(&known.entry.specialism) {
        Expertise::First
    } else if known.entry.further.iter().any(|area| wanted(area)) {
        Expertise::Further
    } else {
        Expertise::None
    };
    let phases = (folded(&sought.phase), folded(known.phase));
    let is_known = !phases.0.is_empty() && !phases.1.is_empty();
    Candidate {
        entry: known.entry,
        expertise,
        // An all-through school is of every phase.
        same_phase: is_known
            .then(|| phases.0 == phases.1 || [&phases.0, &phases.1].iter().any(|phase| phase.contains("all"))),
        metres: sought.place.zip(known.place).map(|(one, other)| metres_between(one, other)),
        left: known.left,
        over: known.left.is_some_and(|left| left == HalfDays::NONE || left < sought.half_days),
        load: known.load,
    }
}

#[cfg(test)]
mod tests {
    use super::super::register::Status;
    use super::super::{CaseId, EmailAddress, ProgrammeId};
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn entry(number: u32, school: &str, area: &str, further: &[&str]) -> Designation {
        let email = EmailAddress::parse(&format!("p{number}@school.example")).unwrap();
        let since = date(2026, 9, 1);
        Designation {
            number: Some(CaseId::new("REG", 2026, number)),
            school: school.to_owned(),
            specialism: area.to_owned(),
            further: further.iter().map(|area| (*area).to_owned()).collect(),
            ..Designation::new(ProgrammeId::parse("sle").unwrap(), format!("Person {number}"), email, since)
        }
    }

    fn known(entry: &Designation) -> Known<'_> {
        Known { entry, phase: "Primary", place: None, left: None, load: 0 }
    }

    fn numbers(found: &[Candidate<'_>]) -> Vec<u32> {
        found.iter().map(|candidate| candidate.entry.number.as_ref().unwrap().number()).collect()
    }

    fn sought() -> Sought {
        Sought {
            areas: vec!["Mathematics".to_owned()],
            school: "Oakfield School".to_owned(),
            phase: "Primary".to_owned(),
            place: Some((400_000, 300_000)),
            half_days: HalfDays(12),
            ..Sought::default()
        }
    }

    #[test]
    fn experts_come_first_then_days_phase_distance_and_load() {
        let all = [
            entry(1, "Hazelbank", "Music", &[]),
            entry(2, "Hazelbank", "Music", &["mathematics"]),
            entry(3, "Hazelbank", "Mathematics", &[]),
            entry(4, "Hazelbank", "Mathematics", &[]),
            entry(5, "Hazelbank", "Mathematics", &[]),
            entry(6, "Hazelbank", "Mathematics", &[]),
            entry(7, "Hazelbank", "Mathematics", &[]),
        ];
        let mut people: Vec<Known<'_>> = all.iter().map(known).collect();
        people[2].left = Some(HalfDays(11));
        people[3].phase = "Secondary";
        people[4].place = Some((440_000, 330_000));
        people[5].load = 1;
        let found = candidates(&sought(), &people, 30_000);
        assert_eq!(numbers(&found), [7, 6, 5, 4, 3, 2, 1]);
        assert!(found[4].over && !found[0].over, "who has too few days left is named as such");
        assert_eq!(found[2].kilometres(), Some(50));
        assert_eq!((found[3].same_phase, found[0].same_phase), (Some(false), Some(true)));
        assert_eq!((found[5].expertise, found[6].expertise), (Expertise::Further, Expertise::None));
    }

    #[test]
    fn nobody_is_sent_to_their_own_school_or_asked_while_away() {
        let mut all = [
            entry(1, "oakfield  school", "Mathematics", &[]),
            entry(2, "Another name", "Mathematics", &[]),
            entry(3, "Hazelbank", "Mathematics", &[]),
            entry(4, "Hazelbank", "Mathematics", &[]),
        ];
        all[1].urn = Some(Urn(100_002));
        all[2].status = Status::Paused;
        let people: Vec<Known<'_>> = all.iter().map(known).collect();
        let sought = Sought { urn: Some(Urn(100_002)), ..sought() };
        assert_eq!(numbers(&candidates(&sought, &people, 30_000)), [4]);
        let nowhere = Sought::default();
        assert_eq!(
            numbers(&candidates(&nowhere, &people, 30_000)),
            [1, 2, 4],
            "a school that is not known is nobody's"
        );
    }

    type Drawn = (u32, bool, bool, Option<u32>, u32, Option<(u32, u32)>);

    fn people() -> impl Strategy<Value = Vec<Drawn>> {
        let place = proptest::option::of((0_u32..700_000, 0_u32..1_200_000));
        let one = (0_u32..4, any::<bool>(), any::<bool>(), proptest::option::of(0_u32..30), 0_u32..4, place);
        proptest::collection::vec(one, 0..25)
    }

    proptest! {
        #[test]
        fn the_order_is_the_same_however_they_come_and_nobody_wrong_is_in_it(drawn in people(), turn in 0_usize..25) {
            let areas = ["Mathematics", "Music", "Phonics", "Science"];
            let entries: Vec<Designation> = (1_u32..)
                .zip(&drawn)
                .map(|(number, (area, own, paused, ..))| {
                    let school = if *own { "Oakfield School" } else { "Hazelbank" };
                    let mut entry = entry(number, school, areas[*area as usize], &[]);
                    if *paused {
                        entry.status = Status::Paused;
                    }
                    entry
                })
                .collect();
            let mut people: Vec<Known<'_>> = entries
                .iter()
                .zip(&drawn)
                .map(|(entry, (_, _, _, left, load, place))| Known {
                    place: *place,
                    left: left.map(HalfDays),
                    load: *load,
                    ..known(entry)
                })
                .collect();
            let found = candidates(&sought(), &people, 30_000);
            for candidate in &found {
                prop_assert!(candidate.entry.is_active());
                prop_assert!(candidate.entry.school != "Oakfield School");
                prop_assert_eq!(candidate.over, candidate.left.is_some_and(|left| left < HalfDays(12)));
            }
            prop_assert_eq!(
                found.len(),
                drawn.iter().filter(|(_, own, paused, ..)| !own && !paused).count()
            );
            let experts = found.iter().take_while(|candidate| candidate.expertise == Expertise::First).count();
            prop_assert!(found.iter().skip(experts).all(|candidate| candidate.expertise != Expertise::First));
            let middle = turn.min(people.len());
            people.rotate_left(middle);
            let again = candidates(&sought(), &people, 30_000);
            prop_assert_eq!(numbers(&found), numbers(&again));
        }
    }
}
