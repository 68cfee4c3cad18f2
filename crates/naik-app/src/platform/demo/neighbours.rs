//! Where the demonstration's shops are and what they need of each other: eight corners of Malang, none of them a real shop.

use naik_core::account::Purpose;
use naik_core::category::Category;
use naik_core::id::{EntryId, TieId};
use naik_core::programme::day::plus;
use naik_core::programme::network::Profile;
use naik_core::programme::place::Point;
use naik_core::programme::tie::{Kind, State, Tie};
use naik_store::On;
use naik_store::repo::neighbour::{self, Told};
use naik_store::repo::{consent, tie};

use super::super::Platform;
use super::super::account::WORDING;
use super::super::error::Fault;
use super::programme::Member;

/// What a shop can do for others: sell their goods, deliver, or neither.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Can {
    Sell,
    Deliver,
    Neither,
}

/// In the order of the demonstration's shops: latitude, longitude, what they make, what they can do.
const PLACES: [(f64, f64, Category, Can); 8] = [
    (-7.9666, 112.6148, Category::Snack, Can::Neither),
    (-7.9419, 112.6563, Category::Pottery, Can::Neither),
    (-7.9712, 112.6214, Category::Batik, Can::Neither),
    (-7.9634, 112.6192, Category::Coffee, Can::Sell),
    (-7.9581, 112.6127, Category::Bakery, Can::Sell),
    (-7.9797, 112.6304, Category::Craft, Can::Neither),
    (-7.9745, 112.6272, Category::Herbal, Can::Neither),
    (-7.9692, 112.6331, Category::Fashion, Can::Deliver),
];

impl Platform {
    /// Puts the shops on the map, with their owners' consent to be seen, and ties two of them.
    pub(super) async fn demo_neighbours(
        &self,
        db: &impl On,
        members: &[Member],
    ) -> Result<(), Fault> {
        for (member, (north, east, category, can)) in members.iter().zip(PLACES) {
            let entry = EntryId(self.outside.id());
            let word = (Purpose::Showcase, true);
            consent::record(db, entry, member.owner, word, WORDING, self.now()).await?;
            let told = Told {
                profile: Profile {
                    id: member.shop,
                    at: Point::new(north, east),
                    category,
                    makes: Vec::new(),
                    needs: Vec::new(),
                    resells: can == Can::Sell,
                    delivers: can == Can::Deliver,
                    wants_courier: can == Can::Neither,
                    level: None,
                },
                revision: 0,
            };
            neighbour::set(db, &told, self.now()).await?;
        }
        if let [first, _, _, fourth, ..] = members {
            let new = Tie {
                id: TieId(self.outside.id()),
                kind: Kind::Reseller,
                from: first.shop,
                to: fourth.shop,
                state: State::HalfConfirmed,
                half: Some(fourth.shop),
                since: plus(self.today(), -6),
            };
            tie::create(db, &new).await?;
        }
        Ok(())
    }
}
