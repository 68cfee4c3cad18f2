//! How far a shop has come with digital tools: beginner, observer, adopter, leader.
//!
//! The four words are Komdigi's (UMKM Level Up); the test behind them is ours, as
//! no official one was found (specs/umkm_rules.md, section 4).

use serde::{Deserialize, Serialize};

use crate::message::Message;

/// A stage of adoption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adoption {
    /// No account anywhere.
    Beginner,
    /// An account, hardly used.
    Observer,
    /// Two channels, weekly activity, a tenth of sales online, QRIS.
    Adopter,
    /// Three channels, and decides by data, advertises or teaches.
    Leader,
}

/// What a shop does, counted over the last 30 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// Accounts that exist: a shop, a page, WhatsApp Business.
    pub accounts: u32,
    /// Channels with a post or a sale.
    pub channels: u32,
    /// Weeks of the last four with a post or a sale online.
    pub weeks: u32,
    /// Percent of sales that came from online.
    pub online_percent: u32,
    /// Whether QRIS is taken.
    pub qris: bool,
    /// Whether sales or visits are looked at before something is decided.
    pub decides_by_data: bool,
    /// Whether it advertises or keeps a list of customers.
    pub advertises: bool,
    /// Whether it teaches other shops.
    pub teaches: bool,
}

impl Adoption {
    /// The stage that follows from what a shop does.
    pub fn of(does: Use) -> Self {
        let adopts =
            does.channels >= 2 && does.weeks >= 4 && does.online_percent >= 10 && does.qris;
        if does.accounts == 0 && does.channels == 0 {
            Self::Beginner
        } else if !adopts {
            Self::Observer
        } else if does.channels >= 3 && does.decides_by_data && does.advertises && does.teaches {
            Self::Leader
        } else {
            Self::Adopter
        }
    }

    /// What it is called.
    pub fn name(self) -> Message {
        Message::new(match self {
            Self::Beginner => "adoption-beginner",
            Self::Observer => "adoption-observer",
            Self::Adopter => "adoption-adopter",
            Self::Leader => "adoption-leader",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_follow_from_what_is_done() {
        let adopter = Use {
            accounts: 2,
            channels: 2,
            weeks: 4,
            online_percent: 10,
            qris: true,
            ..Use::default()
        };
        let leader = Use {
            channels: 3,
            decides_by_data: true,
            advertises: true,
            teaches: true,
            ..adopter
        };
        for (does, expected) in [
            (Use::default(), Adoption::Beginner),
            (
                Use {
                    accounts: 1,
                    ..Use::default()
                },
                Adoption::Observer,
            ),
            (
                Use {
                    qris: true,
                    ..Use::default()
                },
                Adoption::Beginner,
            ),
            (adopter, Adoption::Adopter),
            (
                Use {
                    qris: false,
                    ..adopter
                },
                Adoption::Observer,
            ),
            (
                Use {
                    weeks: 3,
                    ..adopter
                },
                Adoption::Observer,
            ),
            (
                Use {
                    online_percent: 9,
                    ..adopter
                },
                Adoption::Observer,
            ),
            (
                Use {
                    channels: 1,
                    ..leader
                },
                Adoption::Observer,
            ),
            (
                Use {
                    channels: 2,
                    ..leader
                },
                Adoption::Adopter,
            ),
            (
                Use {
                    teaches: false,
                    ..leader
                },
                Adoption::Adopter,
            ),
            (leader, Adoption::Leader),
        ] {
            assert_eq!(Adoption::of(does), expected, "{does:?}");
        }
    }
}
