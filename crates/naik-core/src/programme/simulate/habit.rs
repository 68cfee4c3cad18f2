//! How shops go about things. Shares and chances are invented: they are there so that every kind of course occurs.

use serde::Serialize;

use super::{happens, within};
use crate::programme::calendar::Pace;
use crate::seed::Seed;

/// How a shop goes about things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Habit {
    /// Does what is asked, week after week.
    #[default]
    Climber,
    /// Begins late.
    Slow,
    /// Sells most before Lebaran.
    Seasonal,
    /// Leaves early, most in the eighth week.
    Leaver,
    /// Comes to visits and never notes a sale.
    Quiet,
    /// Writes everything down weeks later.
    Backdater,
    /// Goes as far as six months allow.
    Star,
    /// Begins well and fades.
    Fader,
}

/// Habits with how many of a thousand shops have each.
const SHARES: [(Habit, usize); 8] = [
    (Habit::Climber, 290),
    (Habit::Slow, 200),
    (Habit::Seasonal, 120),
    (Habit::Leaver, 90),
    (Habit::Quiet, 90),
    (Habit::Fader, 80),
    (Habit::Backdater, 70),
    (Habit::Star, 60),
];

/// What a habit does to a week; chances are of a thousand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    /// That the week's sales are noted.
    pub(super) notes: u32,
    /// On how many days, at least and at most.
    pub(super) days: (i64, i64),
    /// That evidence that is due is sent in this week.
    pub(super) sends: u32,
    /// That the week has its post.
    pub(super) posts: u32,
    /// That a visit takes place.
    pub(super) meets: u32,
    /// That the week's task is said to be done; and if not, that it is said to be skipped.
    pub(super) task: (u32, u32),
    /// By how many thousandths of the month before sales grow each week, and from which week on.
    pub(super) grows: (u64, u8),
    /// The weeks in which levels 1 to 3 are aimed at; beyond the last one they are not.
    pub(super) aims: [u8; 3],
}

/// Beyond every week.
const NEVER: u8 = u8::MAX;

impl Habit {
    /// All, the commonest first.
    pub fn all() -> impl Iterator<Item = Self> {
        SHARES.iter().map(|(habit, _)| *habit)
    }

    /// The habit of the shop whose turn it is among so many, so that each has its share.
    pub(super) fn of_share(turn: usize, all: usize) -> Self {
        let place = (turn * 2_000 + 1_000) / (2 * all.max(1));
        let mut sum = 0;
        let found = SHARES.iter().find(|(_, share)| {
            sum += share;
            place < sum
        });
        found.map_or(Self::Climber, |(habit, _)| *habit)
    }

    pub(super) fn traits(self) -> Traits {
        let usual = Traits {
            notes: 940,
            days: (2, 5),
            sends: 850,
            posts: 985,
            meets: 930,
            task: (760, 500),
            grows: (14, 3),
            aims: [4, 8, 14],
        };
        match self {
            Self::Climber | Self::Fader => usual,
            Self::Leaver => Traits {
                sends: 600,
                meets: 800,
                task: (450, 500),
                grows: (0, 1),
                aims: [5, 12, NEVER],
                ..usual
            },
            Self::Slow => Traits {
                notes: 800,
                days: (1, 4),
                sends: 600,
                posts: 930,
                meets: 850,
                task: (520, 550),
                grows: (10, 9),
                aims: [10, 17, NEVER],
            },
            Self::Seasonal => Traits {
                notes: 880,
                posts: 960,
                task: (640, 500),
                grows: (8, 4),
                aims: [5, 11, 19],
                ..usual
            },
            Self::Quiet => Traits {
                notes: 0,
                sends: 300,
                meets: 720,
                task: (240, 350),
                grows: (2, 1),
                aims: [NEVER, NEVER, NEVER],
                ..usual
            },
            Self::Backdater => Traits {
                days: (1, 2),
                sends: 450,
                meets: 800,
                task: (380, 400),
                grows: (6, 5),
                aims: [7, NEVER, NEVER],
                ..usual
            },
            Self::Star => Traits {
                notes: 990,
                days: (4, 6),
                sends: 960,
                posts: 998,
                meets: 970,
                task: (920, 500),
                grows: (22, 2),
                aims: [3, 6, 10],
            },
        }
    }
}

/// Weeks in which leavers leave.
const LEAVES: [i64; 8] = [5, 7, 8, 8, 8, 9, 10, 12];

/// When a shop's course turns; beyond the last week where it does not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turns {
    /// The week in which it leaves.
    pub(super) leaves: u8,
    /// The week from which it does little.
    fades: u8,
}

impl Turns {
    pub(super) fn of(seed: &mut Seed, habit: Habit) -> Self {
        let week = |week: i64| u8::try_from(week).unwrap_or(NEVER);
        let leaves = seed.pick(&LEAVES).copied().unwrap_or(8);
        let fades = within(seed, 12, 17);
        let tires = happens(seed, 60);
        Self {
            leaves: if habit == Habit::Leaver {
                week(leaves)
            } else {
                NEVER
            },
            fades: match habit {
                Habit::Leaver => week(leaves - 3),
                Habit::Fader => week(fades),
                // Some of the others tire, too.
                Habit::Climber | Habit::Slow | Habit::Backdater if tires => week(fades + 5),
                _ => NEVER,
            },
        }
    }

    /// How much of what it would do a shop does in a week, of a thousand.
    pub(super) fn energy(self, week: u8, pace: Pace) -> u32 {
        if week >= self.leaves {
            return 0;
        }
        let own = if week >= self.fades { 180 } else { 1_000 };
        own * share(pace) / 1_000
    }
}

/// How much is done in a week that bears so much, of a thousand.
pub(super) fn share(pace: Pace) -> u32 {
    match pace {
        Pace::Full => 1_000,
        Pace::Light => 820,
        Pace::Rest => 150,
    }
}
