//! Gives the amounts of one sentence to its days.

use super::super::amounts::{Amount, Measure};
use super::super::schools::Named;
use super::parts::{Part, Parted, Phrase, phrases};
use super::{Claim, Claims, Target};

pub struct Sentence<'a> {
    pub sentence: usize,
    /// How many days it names.
    pub dates: usize,
    pub parts: &'a [Part],
    pub vague: bool,
}

impl Sentence<'_> {
    fn claim(&self, target: Target) -> Claim {
        Claim {
            target,
            sentence: self.sentence,
            amounts: Vec::new(),
            doubtful: false,
            schools: Vec::new(),
            vague: self.vague,
            apart: false,
        }
    }

    pub fn attach(&self, out: &mut Claims, waiting: &mut Vec<Amount>) {
        let first = out.claims.len();
        let mut held = Vec::new();
        let phrases = phrases(self.parts);
        let each_after = |at: usize| {
            phrases.iter().skip(at).any(|phrase| phrase.parts.iter().any(|part| matches!(part, Part::Each)))
        };
        for (place, phrase) in phrases.iter().enumerate() {
            let targets = phrase.targets();
            let total = phrase.parts.iter().any(|part| matches!(part, Part::Total));
            let each = phrase.parts.iter().any(|part| matches!(part, Part::Each)) || self.each_beside(&phrases, place);
            let amounts: Vec<Amount> = phrase
                .parts
                .iter()
                .filter_map(|part| if let Part::Amount(amount) = part { Some(Amount { many: amount.many || each, ..*amount }) } else { None })
                .filter(|amount| {
                    let counts = total && matches!(amount.measure, Measure::Days(_) | Measure::Full | Measure::Half) || matches!(amount.measure, Measure::Days(hundredths) if hundredths > 100 && !amount.many && self.dates != 1);
                    if counts {
                        out.totals.push((self.sentence, *amount));
                    }
                    !counts
                })
                .collect();
            if targets.is_empty() {
                self.amounts_alone(out, first, waiting, phrase, &amounts, &phrases, place, &mut held);
            } else {
                self.days_with(out, waiting, phrase.parts, &targets, amounts, each_after(place));
            }
        }
        if let Some(target) = out.claims.get(first).map(|claim| claim.target) {
            for (schools, amounts) in held {
                out.claims.push(Claim { schools, amounts, ..self.claim(target) });
            }
        }
        self.rest(out, first, waiting);
    }

    /// "9-12, each": the word may stand in the next phrase alone.
    fn each_beside(&self, phrases: &[Phrase<'_>], place: usize) -> bool {
        phrases.get(place + 1).is_some_and(Phrase::only_each)
            || place.checked_sub(1).and_then(|before| phrases.get(before)).is_some_and(Phrase::only_each)
    }

    /// A phrase that names days, with or without amounts.
    fn days_with(
        &self,
        out: &mut Claims,
        waiting: &mut Vec<Amount>,
        phrase: &[Part],
        targets: &[Target],
        amounts: Vec<Amount>,
        each_follows: bool,
    ) {
        let before = out.claims.len();
        if let [target] = targets {
            let mut claim = self.claim(*target);
            claim.amounts = amounts;
            out.claims.push(claim);
        } else if let [amount] = amounts.as_slice()
            && amount.many
        {
            // "Mon Oakfield Tues Mill Lane all half days".
            for target in targets {
                out.claims.push(Claim { amounts: vec![*amount], ..self.claim(*target) });
            }
        } else {
            // "tues am thurs pm", "full day tues half weds": what comes first leads.
            let days_first = phrase
                .iter()
                .find(|part| matches!(part, Part::Target(_) | Part::Amount(_)))
                .is_some_and(|part| matches!(part, Part::Target(_)));
            let mut held: Vec<Amount> = Vec::new();
            for part in phrase {
                match part {
                    Part::Target(target) => {
                        let mut claim = self.claim(*target);
                        claim.amounts.append(&mut held);
                        out.claims.push(claim);
                    }
                    Part::Amount(amount) if amounts.iter().any(|kept| kept.measure == amount.measure) => {
                        match out.claims.last_mut() {
                            Some(last) if days_first => last.amounts.push(*amount),
                            Some(_) | None => held.push(*amount),
                        }
                    }
                    Part::Amount(_) | Part::School(_) | Part::Each | Part::Total | Part::Same | Part::Break(_) => {}
                }
            }
        }
        if phrase.iter().any(|part| matches!(part, Part::Same)) {
            let same = before
                .checked_sub(1)
                .and_then(|at| out.claims.get(at))
                .map(|claim| claim.amounts.clone())
                .unwrap_or_default();
            for claim in out.claims.iter_mut().skip(before).filter(|claim| claim.amounts.is_empty()) {
                claim.amounts = same.clone();
            }
        }
        let bare = out.claims.get(before..).is_some_and(|claims| claims.iter().all(|claim| claim.amounts.is_empty()));
        if bare && !waiting.is_empty() {
            let many = waiting.iter().any(|amount| amount.many);
            for claim in out.claims.iter_mut().skip(before) {
                claim.amounts.extend(waiting.iter().map(|amount| Amount {
                    many: many || each_follows,
                    count: None,
                    ..*amount
                }));
            }
            // "Two half days: Monday, Tuesday" must be two.
            for amount in waiting.iter_mut() {
                if amount.count.is_some_and(|count| count > 1) {
                    out.totals.push((self.sentence, *amount));
                    amount.count = None;
                }
            }
            if !many {
                waiting.clear();
            }
        } else if !bare {
            // "1 day: Mon am, Tues am": what was said first is the sum.
            for amount in std::mem::take(waiting) {
                if amount.many && amount.count.is_none() {
                    out.general.push(amount)
                } else {
                    out.totals.push((self.sentence, amount))
                }
            }
        }
    }

    /// A phrase of amounts only: for the days before it, or for those that follow.
    #[allow(clippy::too_many_arguments)]
    fn amounts_alone(
        &self,
        out: &mut Claims,
        first: usize,
        waiting: &mut Vec<Amount>,
        phrase: &Phrase<'_>,
        amounts: &[Amount],
        phrases: &[Phrase<'_>],
        place: usize,
        held: &mut Vec<(Vec<Named>, Vec<Amount>)>,
    ) {
        if amounts.is_empty() {
            return;
        }
        let schools: Vec<Named> = phrase
            .parts
            .iter()
            .filter_map(|part| if let Part::School(named) = part { Some(named.clone()) } else { None })
            .flatten()
            .collect();
        let here = out.claims.get(first..).map_or(0, <[Claim]>::len);
        if here == 0 {
            let elsewhere = phrases.iter().skip(place + 1).any(|phrase| {
                !phrase.targets().is_empty()
                    && phrase.parts.iter().any(|part| matches!(part, Part::School(named) if *named != schools))
            });
            if !schools.is_empty() && elsewhere {
                // "Oakfield in the morning and Mill Lane in the afternoon on Monday".
                held.push((schools, amounts.to_vec()));
                return;
            }
            if !self.after_other_sentence(out, first, &schools, amounts, waiting) {
                waiting.extend_from_slice(amounts);
            }
            return;
        }
        // "Tuesday: Oakfield am, Mill Lane pm": the same day at another school.
        let own_school = |claims: &[Claim]| {
            self.school_before(phrases, place).is_some_and(|before| !schools.is_empty() && before != schools)
                && claims.last().is_some_and(|last| !last.amounts.is_empty())
        };
        if own_school(&out.claims) {
            if let Some(last) = out.claims.last() {
                let mut claim = self.claim(last.target);
                claim.amounts = amounts.to_vec();
                claim.schools = schools;
                out.claims.push(claim);
            }
            return;
        }
        let lacking: Vec<usize> = (first..out.claims.len())
            .filter(|at| out.claims.get(*at).is_some_and(|claim| claim.amounts.is_empty()))
            .collect();
        if lacking.is_empty() {
            self.add(out, amounts);
            return;
        }
        let many = amounts.iter().any(|amount| amount.many);
        if phrase.opened == Parted::Bracket && !many {
            // "Weds Mill Lane (half)": of the day before the bracket.
            let last = out.claims.len().saturating_sub(1);
            self.give(out, &[last], amounts);
            return;
        }
        let day_follows = phrases.get(place + 1).is_some_and(|next| {
            !next.targets().is_empty() && !next.parts.iter().any(|part| matches!(part, Part::Amount(_)))
        });
        if phrase.opened == Parted::And && day_follows && !many {
            waiting.extend_from_slice(amounts);
            return;
        }
        self.give(out, &lacking, amounts);
    }

    fn school_before(&self, phrases: &[Phrase<'_>], place: usize) -> Option<Vec<Named>> {
        phrases
            .iter()
            .take(place)
            .rev()
            .flat_map(|phrase| phrase.parts.iter().rev())
            .find_map(|part| if let Part::School(named) = part { Some(named.clone()) } else { None })
    }

    /// Every day has its amount already: this one adds to the last, or sums up.
    fn add(&self, out: &mut Claims, amounts: &[Amount]) {
        for amount in amounts {
            let sums = amount.count.is_some_and(|count| count >= 2) || matches!(amount.measure, Measure::Days(_));
            if sums {
                out.totals.push((self.sentence, *amount));
            } else if amount.many {
                out.general.push(*amount);
            } else if let Some(last) = out.claims.last_mut() {
                last.amounts.push(*amount);
            }
        }
    }

    /// Gives amounts to claims that have none.
    fn give(&self, out: &mut Claims, lacking: &[usize], amounts: &[Amount]) {
        let many = amounts.iter().any(|amount| amount.many)
            || amounts.iter().any(|amount| matches!(amount.measure, Measure::Full));
        let several = lacking.len() > 1;
        let one_each = several && amounts.len() == lacking.len() && !amounts.iter().any(|amount| amount.many);
        for (place, at) in lacking.iter().enumerate() {
            let Some(claim) = out.claims.get_mut(*at) else { continue };
            if one_each {
                claim.amounts.extend(amounts.get(place));
                continue;
            }
            claim.amounts.extend_from_slice(amounts);
            claim.apart = true;
            // "Mon, at Oakfield, and Tues, am".
            claim.doubtful |= several && !many;
        }
    }

    /// A sentence of amounts after a sentence of days: "I was there on the 6th. Half day."
    fn after_other_sentence(
        &self,
        out: &mut Claims,
        first: usize,
        schools: &[Named],
        amounts: &[Amount],
        waiting: &[Amount],
    ) -> bool {
        if !waiting.is_empty() || first == 0 {
            return false;
        }
        let last_sentence = out.claims.last().map_or(0, |claim| claim.sentence);
        let near = last_sentence + 2 >= self.sentence;
        let many = amounts.iter().any(|amount| amount.many);
        let lacking: Vec<usize> = (0..first)
            .filter(|at| {
                out.claims
                    .get(*at)
                    .is_some_and(|claim| claim.amounts.is_empty() && (many || claim.sentence == last_sentence))
            })
            .collect();
        if !near && !many {
            return false;
        }
        if !schools.is_empty()
            && lacking.is_empty()
            && let Some(last) = out.claims.last().filter(|last| last.schools.as_slice() != schools)
        {
            // "Tuesday 9 Nov:", and then a line for each school.
            let mut claim = self.claim(last.target);
            claim.amounts = amounts.to_vec();
            claim.schools = schools.to_vec();
            out.claims.push(claim);
            return true;
        }
        if lacking.is_empty() {
            if many && amounts.iter().all(|amount| amount.count.is_none()) {
                return false;
            }
            self.add(out, amounts);
            return true;
        }
        self.give(out, &lacking, amounts);
        if many {
            out.general.extend_from_slice(amounts);
        }
        if !schools.is_empty() {
            for at in lacking {
                if let Some(claim) = out.claims.get_mut(at).filter(|claim| claim.schools.is_empty()) {
                    claim.schools = schools.to_vec();
                }
            }
        }
        true
    }

    /// What a sentence leaves over.
    fn rest(&self, out: &mut Claims, first: usize, waiting: &mut Vec<Amount>) {
        let used = out.claims.len() > first;
        if used && !waiting.is_empty() {
            // "Full days: Mon 3rd, …" has been given out already.
            waiting.clear();
        }
    }
}
