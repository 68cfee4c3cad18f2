//! A cohort in numbers: how its shops stand week by week, each number with how many it is of and how many are not known.
//!
//! Small numbers name people: what counts fewer than [`SMALLEST`] shops is not
//! shown, nor is a number from which such a one could be reckoned.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cohort::{Cohort, WEEKS};
use super::day::plus;
use super::history::{Cause, Change};
use super::level::Level;

/// From so many shops on a number is shown.
pub const SMALLEST: u64 = 5;
/// Places of a row of the ladder: no level yet, and levels 0 to 5.
pub const STEPS: usize = 7;
/// From this chance of dropping out on, in percent, a shop counts as at risk. Ours: nobody has fitted it yet.
pub const AT_RISK: u8 = 50;

/// A number, how many it is of, and of how many it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Shops of which it holds.
    pub have: u64,
    /// Shops of which it is known, whether it holds or not.
    pub of: u64,
    /// Shops of which it is not known.
    pub missing: u64,
}

impl Count {
    /// Counts one more shop; `None` when it is not known.
    pub fn add(&mut self, holds: Option<bool>) {
        match holds {
            Some(holds) => {
                self.of += 1;
                self.have += u64::from(holds);
            }
            None => self.missing += 1,
        }
    }

    /// Which part of all shops is not known, in percent, rounded to the nearest; 0 of none.
    pub fn missing_percent(&self) -> u64 {
        percent(self.missing, self.of + self.missing)
    }

    /// The number as it is shown with what it is of and how many are not known: none of the three gives another one away.
    pub fn shown(&self) -> Told {
        let rest = self.of.saturating_sub(self.have);
        let cells = shown(&[self.have, rest, self.missing]);
        let halves = shown(&[self.of, self.missing]);
        let at = |cells: &[Shown], at: usize| cells.get(at).copied().unwrap_or(Shown::Hidden);
        let missing = at(&cells, 2).max(at(&halves, 1));
        Told {
            have: at(&cells, 0),
            rest: at(&cells, 1),
            // Whoever knows the whole reckons it from what is missing.
            of: match (at(&halves, 0), missing) {
                (Shown::Exact(_), Shown::Few | Shown::Hidden) => Shown::Hidden,
                (of, _) => of,
            },
            missing,
        }
    }
}

/// A count as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Shops of which it holds.
    pub have: Shown,
    /// Shops of which it does not.
    pub rest: Shown,
    /// Both together.
    pub of: Shown,
    /// Shops of which it is not known.
    pub missing: Shown,
}

/// So many of so many, in percent, rounded to the nearest; 0 of none.
pub fn percent(part: u64, whole: u64) -> u64 {
    let doubled = u128::from(part) * 200 + u128::from(whole);
    let percent = doubled.checked_div(u128::from(whole) * 2).unwrap_or(0);
    u64::try_from(percent).unwrap_or(100)
}

/// A number as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// As it is.
    Exact(u64),
    /// One to four.
    Few,
    /// Larger, but with it a smaller one could be reckoned.
    Hidden,
}

/// A number that stands alone, as it may be shown: a whole of which nothing else is told.
pub fn alone(count: u64) -> Shown {
    if (1..SMALLEST).contains(&count) {
        Shown::Few
    } else {
        Shown::Exact(count)
    }
}

/// The parts of a known whole as they may be shown: 1 to 4 are hidden, and as many others as it takes so that none of them
/// follows from the rest and the sum.
pub fn shown(cells: &[u64]) -> Vec<Shown> {
    let few = |count: u64| (1..SMALLEST).contains(&count);
    let mut out: Vec<Shown> = cells
        .iter()
        .map(|&count| {
            if few(count) {
                Shown::Few
            } else {
                Shown::Exact(count)
            }
        })
        .collect();
    while gives_away(cells, &out) {
        let smallest = (0..cells.len())
            .filter(|&at| matches!(out.get(at), Some(Shown::Exact(count)) if *count > 0))
            .min_by_key(|&at| cells.get(at));
        match smallest.and_then(|at| out.get_mut(at)) {
            Some(cell) => *cell = Shown::Hidden,
            None => break,
        }
    }
    out
}

/// Whether a hidden number follows from the shown ones and the sum.
fn gives_away(cells: &[u64], out: &[Shown]) -> bool {
    let of = |kind: Shown| out.iter().filter(|cell| **cell == kind).count() as u64;
    let (few, more) = (of(Shown::Few), of(Shown::Hidden));
    if few == 0 {
        return false;
    }
    let hidden: u64 = cells
        .iter()
        .zip(out)
        .filter(|(_, cell)| !matches!(cell, Shown::Exact(_)))
        .map(|(count, _)| *count)
        .sum();
    let (least, most) = (few, few * (SMALLEST - 1));
    if more == 0 {
        // All that is hidden is small: its sum is known, its parts are not, unless there is but one way.
        return few == 1 || hidden == least || hidden == most;
    }
    // The small ones together are anything up to what the larger ones, five each at least, leave over.
    hidden.saturating_sub(more * SMALLEST).min(most) <= least
}

/// The level of a shop at the end of each of these days, which rise; by what changed in the order of days.
pub fn levels_on(changes: &[Change], days: &[Date]) -> Vec<Option<Level>> {
    let mut held: BTreeSet<Level> = BTreeSet::new();
    let mut next = changes.iter().peekable();
    days.iter()
        .map(|day| {
            while let Some(change) = next.next_if(|change| change.day <= *day) {
                match change.cause {
                    Cause::Reached { .. } => held.insert(change.level),
                    Cause::Lapsed { .. } | Cause::Revoked { .. } => held.remove(&change.level),
                };
            }
            Level::all().take_while(|level| held.contains(level)).last()
        })
        .collect()
}

/// The shops of a cohort at the end of one of its weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// From 1.
    pub number: u8,
    /// The day that is counted: its Sunday, or today while it runs.
    pub day: Date,
    /// Shops without a level, then on each level from the lowest.
    pub steps: [u64; STEPS],
}

/// What shops sent, by how it was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Pieces that were accepted.
    pub accepted: u64,
    /// Pieces that were refused.
    pub refused: u64,
    /// Pieces that wait for their check.
    pub waiting: u64,
}

/// A cohort in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The day of which it speaks.
    pub day: Date,
    /// Shops that have a place, or came to the end.
    pub shops: u64,
    /// Of these, shops whose owner did not agree to be counted: they are in no other number.
    pub uncounted: u64,
    /// Shops that left before the end.
    pub left: u64,
    /// The ladder, week by week, up to that day.
    pub weeks: Vec<Week>,
    /// What was sent since the beginning.
    pub evidence: Evidence,
    /// Shops that sent evidence in the last four weeks.
    pub active: Count,
    /// Shops that may drop out.
    pub at_risk: Count,
    /// Shops that noted a sale in the last four weeks; unknown of those that never noted any.
    pub selling: Count,
    /// Shops that a mentor came to in the last four weeks; unknown of those without a mentor.
    pub visited: Count,
    /// Shops with an accepted baseline.
    pub baseline: Count,
    /// Shops whose owner agrees to being accompanied.
    pub agreed: Count,
    /// Shops whose owner has ever signed in.
    pub signed_in: Count,
}

/// What one shop adds.
#[derive(Clone, Debug)]
pub struct Shop<'a> {
    /// What changed of its levels.
    pub changes: &'a [Change],
    /// What it sent.
    pub evidence: Evidence,
    /// Whether it sent evidence lately.
    pub active: bool,
    /// Its chance of dropping out, in percent; none when nothing is known of it.
    pub risk: Option<u8>,
    /// Whether it noted a sale lately; none when it never did.
    pub selling: Option<bool>,
    /// Whether a mentor came lately; none without a mentor.
    pub visited: Option<bool>,
    /// Whether its baseline was accepted.
    pub baseline: bool,
    /// Whether its owner agrees to being accompanied.
    pub agreed: bool,
    /// Whether its owner has ever signed in.
    pub signed_in: bool,
}

impl Board {
    /// A board without shops; its weeks are those that have begun on a day.
    pub fn new(cohort: &Cohort, day: Date) -> Self {
        let weeks = (1..=WEEKS)
            .filter(|week| cohort.monday(*week) <= day)
            .map(|number| Week {
                number,
                day: plus(cohort.monday(number), 6).min(day),
                steps: [0; STEPS],
            })
            .collect();
        Self {
            day,
            shops: 0,
            uncounted: 0,
            left: 0,
            weeks,
            evidence: Evidence::default(),
            active: Count::default(),
            at_risk: Count::default(),
            selling: Count::default(),
            visited: Count::default(),
            baseline: Count::default(),
            agreed: Count::default(),
            signed_in: Count::default(),
        }
    }

    /// Counts a shop that has a place, or came to the end.
    pub fn add(&mut self, shop: &Shop<'_>) {
        self.shops += 1;
        let days: Vec<Date> = self.weeks.iter().map(|week| week.day).collect();
        for (week, level) in self.weeks.iter_mut().zip(levels_on(shop.changes, &days)) {
            let step = level.map_or(0, |level| usize::from(level.number()) + 1);
            if let Some(count) = week.steps.get_mut(step) {
                *count += 1;
            }
        }
        self.evidence.accepted += shop.evidence.accepted;
        self.evidence.refused += shop.evidence.refused;
        self.evidence.waiting += shop.evidence.waiting;
        self.active.add(Some(shop.active));
        self.at_risk.add(shop.risk.map(|risk| risk >= AT_RISK));
        self.selling.add(shop.selling);
        self.visited.add(shop.visited);
        self.baseline.add(Some(shop.baseline));
        self.agreed.add(Some(shop.agreed));
        self.signed_in.add(Some(shop.signed_in));
    }

    /// Counts a shop of which nothing may be said, since its owner did not agree to it.
    pub fn pass(&mut self) {
        self.shops += 1;
        self.uncounted += 1;
        for count in [
            &mut self.active,
            &mut self.at_risk,
            &mut self.selling,
            &mut self.visited,
            &mut self.baseline,
            &mut self.agreed,
            &mut self.signed_in,
        ] {
            count.add(None);
        }
    }

    /// A week's row as it is shown: those who are not counted are a part of the whole, too.
    pub fn row(&self, week: &Week) -> Vec<Shown> {
        let mut cells = week.steps.to_vec();
        cells.push(self.uncounted);
        let mut row = shown(&cells);
        row.truncate(STEPS);
        row
    }

    /// How many are not counted, as it is shown.
    pub fn uncounted_shown(&self) -> Shown {
        self.halves_shown().0
    }

    /// How many are not counted and how many are, as they are shown.
    pub fn halves_shown(&self) -> (Shown, Shown) {
        let counted = self.shops.saturating_sub(self.uncounted);
        let halves = shown(&[self.uncounted, counted]);
        let at = |at: usize| halves.get(at).copied().unwrap_or(Shown::Hidden);
        (at(0), at(1))
    }

    /// Its numbers with the words of their keys, in the order in which they are read.
    pub fn counts(&self) -> [(&'static str, Count); 7] {
        [
            ("active", self.active),
            ("selling", self.selling),
            ("visited", self.visited),
            ("at-risk", self.at_risk),
            ("baseline", self.baseline),
            ("agreed", self.agreed),
            ("signed-in", self.signed_in),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{PersonId, Uuid};
    use crate::programme::cohort::tests::cohort;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn word(cells: &[u64]) -> String {
        shown(cells)
            .iter()
            .map(|cell| match cell {
                Shown::Exact(count) => count.to_string(),
                Shown::Few => "<5".to_owned(),
                Shown::Hidden => "-".to_owned(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn small_numbers_are_hidden_and_do_not_follow_from_others() {
        for (cells, expected) in [
            (vec![], ""),
            (vec![0, 0], "0 0"),
            (vec![5, 20], "5 20"),
            (vec![3, 20, 9], "<5 20 -"),
            (vec![3, 2, 20], "<5 <5 20"),
            // Two that add up to two are one each.
            (vec![1, 1, 20, 30], "<5 <5 - 30"),
            (vec![4, 4, 20], "<5 <5 -"),
            // Six that are hidden, of which five at least are one number: the other is one.
            (vec![1, 5, 9], "<5 - -"),
            (vec![3], "<5"),
            (vec![3, 0], "<5 0"),
        ] {
            assert_eq!(word(&cells), expected, "{cells:?}");
        }
    }

    /// Every way of filling the hidden cells that fits what is shown and the sum.
    fn ways(out: &[Shown], left: u64, all: &mut Vec<Vec<u64>>, so_far: &mut Vec<u64>) {
        let Some((first, rest)) = out.split_first() else {
            if left == 0 {
                all.push(so_far.clone());
            }
            return;
        };
        let range = match first {
            Shown::Exact(count) => *count..=*count,
            Shown::Few => 1..=4,
            Shown::Hidden => 5..=left,
        };
        for count in range.filter(|count| *count <= left) {
            so_far.push(count);
            ways(rest, left - count, all, so_far);
            so_far.pop();
        }
    }

    proptest! {
        /// Whoever knows the sum and what is shown finds at least two values for each small number, unless all is hidden.
        #[test]
        fn nothing_small_can_be_reckoned(cells in prop::collection::vec(0_u64..14, 1..5)) {
            let out = shown(&cells);
            let mut all = Vec::new();
            ways(&out, cells.iter().sum(), &mut all, &mut Vec::new());
            prop_assert!(all.contains(&cells));
            let open = out.iter().any(|cell| matches!(cell, Shown::Exact(count) if *count > 0));
            for (at, cell) in out.iter().enumerate() {
                if *cell == Shown::Few && open {
                    let values: BTreeSet<u64> = all.iter().map(|way| way[at]).collect();
                    prop_assert!(values.len() > 1, "{cells:?} {out:?}");
                }
            }
        }
    }

    #[test]
    fn who_is_not_counted_does_not_follow_from_who_is() {
        let mut board = Board::new(&cohort(), date(2026, 1, 21));
        (board.shops, board.uncounted) = (22, 2);
        assert_eq!(board.halves_shown(), (Shown::Few, Shown::Hidden));
        (board.shops, board.uncounted) = (20, 0);
        assert_eq!(board.halves_shown(), (Shown::Exact(0), Shown::Exact(20)));
        assert_eq!((alone(3), alone(5)), (Shown::Few, Shown::Exact(5)));
    }

    #[test]
    fn what_is_missing_gives_nothing_away() {
        let count = |have, of, missing| Count { have, of, missing }.shown();
        let exact = Shown::Exact;
        let told = count(20, 30, 10);
        assert_eq!(
            (told.have, told.of, told.missing),
            (exact(20), exact(30), exact(10))
        );
        // 23 shops in all: who knows of how many it is not known knows of how many it is.
        let told = count(3, 3, 20);
        assert_eq!(
            (told.have, told.of, told.missing),
            (Shown::Few, Shown::Few, Shown::Hidden)
        );
        let told = count(20, 20, 2);
        assert_eq!((told.of, told.missing), (Shown::Hidden, Shown::Few));
        assert_eq!(count(0, 0, 7).missing, exact(7));
    }

    #[test]
    fn a_count_says_what_is_not_known() {
        let mut count = Count::default();
        for holds in [Some(true), Some(false), None, Some(true)] {
            count.add(holds);
        }
        assert_eq!((count.have, count.of, count.missing), (2, 3, 1));
        assert_eq!(count.missing_percent(), 25);
        assert_eq!((percent(1, 3), percent(2, 3), percent(1, 0)), (33, 67, 0));
    }

    fn change(day: Date, level: u8, up: bool) -> Change {
        let level = Level::new(level).unwrap();
        let cause = if up {
            Cause::Reached {
                mentor: PersonId(Uuid::from_u128(1)),
                second: None,
                by: Vec::new(),
            }
        } else {
            Cause::Lapsed { rules: Vec::new() }
        };
        Change { day, level, cause }
    }

    #[test]
    fn a_ladder_is_climbed_and_fallen_from() {
        let cohort = cohort();
        let changes = [
            change(date(2026, 1, 5), 0, true),
            change(date(2026, 1, 14), 1, true),
            change(date(2026, 1, 20), 0, false),
        ];
        let mut board = Board::new(&cohort, date(2026, 1, 21));
        assert_eq!(board.weeks.len(), 3);
        assert_eq!(board.weeks[2].day, date(2026, 1, 21));
        let shop = Shop {
            changes: &changes,
            evidence: Evidence {
                accepted: 2,
                refused: 0,
                waiting: 1,
            },
            active: true,
            risk: Some(60),
            selling: None,
            visited: Some(false),
            baseline: true,
            agreed: true,
            signed_in: false,
        };
        board.add(&shop);
        let steps: Vec<usize> = board
            .weeks
            .iter()
            .map(|week| week.steps.iter().position(|count| *count == 1).unwrap())
            .collect();
        assert_eq!(steps, [1, 2, 0], "without the lowest none above it stands");
        assert_eq!((board.at_risk.have, board.selling.missing), (1, 1));
        board.pass();
        assert_eq!((board.shops, board.uncounted), (2, 1));
        assert!(
            board
                .counts()
                .iter()
                .all(|(_, count)| count.of + count.missing == 2)
        );
        assert!(Board::new(&cohort, date(2025, 12, 1)).weeks.is_empty());
    }
}
