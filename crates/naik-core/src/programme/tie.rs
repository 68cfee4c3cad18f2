//! A tie between two shops: offered, answered, confirmed by both; a confirmed one counts as evidence of both.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, Kind as EvidenceKind};
use crate::id::{EvidenceId, PersonId, ShopId, TieId};
use crate::message::{Explain, Message};

/// Days after which an offer that nobody answered is gone.
pub const OFFER_DAYS: i64 = 30;

/// What two shops do for each other; the first shop offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The first buys from the second.
    Supplier,
    /// The second sells what the first makes.
    Reseller,
    /// The second delivers for the first.
    Courier,
    /// Both order the same together.
    JointOrder,
    /// The first learns from the second.
    LearnFrom,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::Supplier,
        Self::Reseller,
        Self::Courier,
        Self::JointOrder,
        Self::LearnFrom,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::Reseller => "reseller",
            Self::Courier => "courier",
            Self::JointOrder => "joint_order",
            Self::LearnFrom => "learn_from",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word)
    }
}

/// Where a tie stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The first shop asked.
    Offered,
    /// The second said yes.
    Accepted,
    /// The second said no.
    Declined,
    /// One of them said that it has happened.
    HalfConfirmed,
    /// Both said so.
    Confirmed,
    /// One of them ended it.
    Ended,
}

impl State {
    /// All.
    pub const ALL: [Self; 6] = [
        Self::Offered,
        Self::Accepted,
        Self::Declined,
        Self::HalfConfirmed,
        Self::Confirmed,
        Self::Ended,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::HalfConfirmed => "half_confirmed",
            Self::Confirmed => "confirmed",
            Self::Ended => "ended",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == word)
    }
}

/// A tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// What it is.
    pub kind: Kind,
    /// Who offered.
    pub from: ShopId,
    /// Who was asked.
    pub to: ShopId,
    /// Where it stands.
    pub state: State,
    /// Which shop confirmed first.
    pub half: Option<ShopId>,
    /// When it came to stand there.
    pub since: Date,
}

/// What a shop does about a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Yes.
    Accept,
    /// No.
    Decline,
    /// It has happened: goods were bought, sold, carried, or something was taught.
    Confirm,
    /// No longer.
    End,
}

/// Why a deed does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TieError {
    /// A shop is tied to itself.
    #[error("a shop can't be tied to itself")]
    Itself,
    /// There is such a tie already.
    #[error("there is such a tie already")]
    Twice,
    /// The shop has no part in it, or it is the other's turn.
    #[error("that is for the other shop to do")]
    NotYours,
    /// From where it stands, that can't be done.
    #[error("that can't be done now")]
    NotNow,
}

impl Explain for TieError {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::Itself => "tie-itself",
            Self::Twice => "tie-twice",
            Self::NotYours => "tie-not-yours",
            Self::NotNow => "tie-not-now",
        })
    }
}

impl Tie {
    /// A shop offers a tie to another; `others` are the ties of either.
    ///
    /// # Errors
    /// When both are one shop, or they have such a tie that is neither declined nor ended.
    pub fn offer(
        id: TieId,
        kind: Kind,
        (from, to): (ShopId, ShopId),
        others: &[Self],
        today: Date,
    ) -> Result<Self, TieError> {
        if from == to {
            return Err(TieError::Itself);
        }
        let mutual = kind == Kind::JointOrder;
        let same = others.iter().any(|other| {
            let open = !matches!(other.state, State::Declined | State::Ended);
            let pair = (other.from, other.to);
            open && other.kind == kind && (pair == (from, to) || mutual && pair == (to, from))
        });
        if same {
            return Err(TieError::Twice);
        }
        Ok(Self {
            id,
            kind,
            from,
            to,
            state: State::Offered,
            half: None,
            since: today,
        })
    }

    /// The tie after one of its shops did something.
    ///
    /// # Errors
    /// When the shop has no part in it, or it is not the time.
    pub fn after(&self, shop: ShopId, deed: Deed, today: Date) -> Result<Self, TieError> {
        if shop != self.from && shop != self.to {
            return Err(TieError::NotYours);
        }
        let asked = shop == self.to;
        let (state, half) = match (self.state, deed) {
            (State::Offered, Deed::Accept | Deed::Decline) if !asked => {
                return Err(TieError::NotYours);
            }
            (State::Offered, Deed::Accept) => (State::Accepted, None),
            (State::Offered, Deed::Decline) => (State::Declined, None),
            (State::Accepted, Deed::Confirm) => (State::HalfConfirmed, Some(shop)),
            (State::HalfConfirmed, Deed::Confirm) if self.half == Some(shop) => {
                return Err(TieError::NotYours);
            }
            (State::HalfConfirmed, Deed::Confirm) => (State::Confirmed, self.half),
            (State::Offered, Deed::End) if asked => return Err(TieError::NotNow),
            (
                State::Offered | State::Accepted | State::HalfConfirmed | State::Confirmed,
                Deed::End,
            ) => (State::Ended, None),
            _ => return Err(TieError::NotNow),
        };
        Ok(Self {
            state,
            half,
            since: today,
            ..self.clone()
        })
    }

    /// What a confirmed tie is evidence of, for one of its shops: it still waits for a mentor's check.
    pub fn evidence(&self, shop: ShopId, id: EvidenceId, sender: PersonId) -> Option<Evidence> {
        if self.state != State::Confirmed {
            return None;
        }
        let other = match shop {
            one if one == self.from => self.to,
            one if one == self.to => self.from,
            _ => return None,
        };
        let kind = match self.kind {
            Kind::Supplier | Kind::JointOrder => EvidenceKind::SupplyTie,
            // Who makes the goods has found an outlet.
            Kind::Reseller if shop == self.from => EvidenceKind::ResellerTie,
            Kind::Reseller => EvidenceKind::SupplyTie,
            // Who taught has mentored another shop.
            Kind::LearnFrom if shop == self.to => EvidenceKind::Mentored,
            Kind::LearnFrom | Kind::Courier => return None,
        };
        Some(Evidence {
            subject: other.to_string(),
            place: self.kind.key().to_owned(),
            ..Evidence::plain(id, (shop, sender), kind, self.since)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use crate::programme::evidence::admit;
    use jiff::civil::date;

    const A: ShopId = ShopId(Uuid::from_u128(1));
    const B: ShopId = ShopId(Uuid::from_u128(2));
    const C: ShopId = ShopId(Uuid::from_u128(3));
    const DAY: Date = date(2026, 5, 4);

    fn offer(kind: Kind, pair: (ShopId, ShopId), others: &[Tie]) -> Result<Tie, TieError> {
        Tie::offer(TieId(Uuid::from_u128(1)), kind, pair, others, DAY)
    }

    /// What comes of deeds one after another: `a yes` is a deed of shop A.
    fn after(deeds: &str) -> Result<Tie, TieError> {
        let mut tie = offer(Kind::Supplier, (A, B), &[])?;
        for deed in deeds.split(", ").filter(|deed| !deed.is_empty()) {
            let (who, what) = deed.split_once(' ').unwrap();
            let shop = match who {
                "a" => A,
                "b" => B,
                _ => C,
            };
            let deed = match what {
                "yes" => Deed::Accept,
                "no" => Deed::Decline,
                "done" => Deed::Confirm,
                _ => Deed::End,
            };
            tie = tie.after(shop, deed, DAY)?;
        }
        Ok(tie)
    }

    #[test]
    fn a_tie_needs_both() {
        for (deeds, expected) in [
            ("", Ok(State::Offered)),
            ("b yes", Ok(State::Accepted)),
            ("b no", Ok(State::Declined)),
            ("a yes", Err(TieError::NotYours)),
            ("c yes", Err(TieError::NotYours)),
            ("b done", Err(TieError::NotNow)),
            ("b yes, b done", Ok(State::HalfConfirmed)),
            ("b yes, b done, b done", Err(TieError::NotYours)),
            ("b yes, b done, a done", Ok(State::Confirmed)),
            ("b yes, a done, b done", Ok(State::Confirmed)),
            ("a end", Ok(State::Ended)),
            ("b end", Err(TieError::NotNow)),
            ("b yes, a done, b done, b end", Ok(State::Ended)),
            ("b no, b yes", Err(TieError::NotNow)),
            ("a end, b yes", Err(TieError::NotNow)),
        ] {
            assert_eq!(after(deeds).map(|tie| tie.state), expected, "{deeds}");
        }
    }

    #[test]
    fn one_tie_of_a_kind_is_enough() {
        let first = [offer(Kind::Supplier, (A, B), &[]).unwrap()];
        assert_eq!(offer(Kind::Supplier, (A, B), &first), Err(TieError::Twice));
        assert!(offer(Kind::Supplier, (B, A), &first).is_ok());
        assert!(offer(Kind::Courier, (A, B), &first).is_ok());
        let joint = [offer(Kind::JointOrder, (A, B), &[]).unwrap()];
        assert_eq!(
            offer(Kind::JointOrder, (B, A), &joint),
            Err(TieError::Twice)
        );
        let declined = [after("b no").unwrap()];
        assert!(offer(Kind::Supplier, (A, B), &declined).is_ok());
        assert_eq!(offer(Kind::Supplier, (A, A), &[]), Err(TieError::Itself));
    }

    #[test]
    fn a_confirmed_tie_counts_for_both() {
        let done = after("b yes, b done, a done").unwrap();
        let kinds = |tie: &Tie| {
            [A, B, C].map(|shop| {
                let made = tie.evidence(
                    shop,
                    EvidenceId(Uuid::from_u128(9)),
                    PersonId(Uuid::from_u128(8)),
                );
                if let Some(evidence) = &made {
                    assert_eq!(admit(evidence, &[], DAY), Ok(()));
                }
                made.map(|evidence| evidence.kind)
            })
        };
        let supply = Some(EvidenceKind::SupplyTie);
        assert_eq!(kinds(&done), [supply, supply, None]);
        for (kind, expected) in [
            (
                Kind::Reseller,
                [Some(EvidenceKind::ResellerTie), supply, None],
            ),
            (Kind::JointOrder, [supply, supply, None]),
            (Kind::LearnFrom, [None, Some(EvidenceKind::Mentored), None]),
            (Kind::Courier, [None, None, None]),
        ] {
            assert_eq!(
                kinds(&Tie {
                    kind,
                    ..done.clone()
                }),
                expected,
                "{kind:?}"
            );
        }
        assert_eq!(kinds(&after("b yes, b done").unwrap()), [None, None, None]);
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.key()), Some(kind));
        }
        for state in State::ALL {
            assert_eq!(State::parse(state.key()), Some(state));
        }
    }
}
