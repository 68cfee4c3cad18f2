//! A mentor with shops in their care: what the tests of Senin Pagi, Kunjungan and Jejaring begin with.

use naik_app::platform::account::WORDING;
use naik_core::account::{Purpose, Role};
use naik_core::category::Category;
use naik_core::id::{EntryId, EventId, EvidenceId, PersonId, ShopId};
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::history::{Event, What};
use naik_core::programme::network::Profile;
use naik_core::programme::place::Point;
use naik_store::repo::neighbour::Told;
use naik_store::repo::{access, consent, evidence, history, neighbour, shop};

use crate::site::{Browser, Site};

/// A shop with its owner's browser.
pub(crate) struct Shop {
    pub(crate) id: ShopId,
    pub(crate) owner: PersonId,
    pub(crate) browser: Browser,
}

/// A shop whose owner agreed to these purposes.
pub(crate) async fn open_shop(site: &Site, contact: &str, area: &str, agreed: &[Purpose]) -> Shop {
    let browser = site.signed_in(Role::Owner, contact, area).await;
    let owner = site.platform.find_person(contact).await.unwrap();
    let member = access::member(site.platform.store.db(), &owner)
        .await
        .unwrap();
    let shop = Shop {
        id: member.shops[0].0,
        owner: owner.id,
        browser,
    };
    for purpose in agreed {
        says(site, shop.owner, *purpose, true).await;
    }
    shop
}

/// Writes down a yes or a no.
pub(crate) async fn says(site: &Site, who: PersonId, purpose: Purpose, given: bool) {
    let id = EntryId(site.platform.outside.id());
    let (db, now) = (site.platform.store.db(), site.platform.now());
    consent::record(db, id, who, (purpose, given), WORDING, now)
        .await
        .unwrap();
    site.wait(1);
}

/// A mentor who accompanies these shops.
pub(crate) async fn mentor(site: &Site, contact: &str, shops: &[ShopId]) -> (Browser, PersonId) {
    let browser = site.signed_in(Role::Mentor, contact, "35.73").await;
    let id = site.platform.find_person(contact).await.unwrap().id;
    for one in shops {
        shop::accompany(site.platform.store.db(), id, *one, site.platform.now())
            .await
            .unwrap();
    }
    (browser, id)
}

/// Puts a shop on the map, so many metres north and east of the middle of Malang.
pub(crate) async fn place(site: &Site, id: ShopId, category: Category, north: f64, east: f64) {
    let at = Point::new(-7.98 + north / 111_195.0, 112.63 + east / 110_100.0);
    let told = Told {
        profile: Profile {
            id,
            at,
            category,
            makes: Vec::new(),
            needs: Vec::new(),
            resells: false,
            delivers: false,
            wants_courier: false,
            level: None,
        },
        revision: 0,
    };
    neighbour::set(site.platform.store.db(), &told, site.platform.now())
        .await
        .unwrap();
}

/// Evidence of a shop, sent by its owner today; accepted by someone where they are named.
pub(crate) async fn show(site: &Site, shop: &Shop, shown: Evidence, accepted: Option<PersonId>) {
    let (db, now) = (site.platform.store.db(), site.platform.now());
    let id = shown.id;
    let mut events = vec![(shop.owner, What::Sent(shown.clone()))];
    events.extend(accepted.map(|by| (by, What::Accepted(id))));
    let kept = evidence::Kept {
        evidence: shown,
        file: None,
        created_at: now,
    };
    evidence::add(db, &kept).await.unwrap();
    for (by, what) in events {
        let event = Event {
            id: EventId(site.platform.outside.id()),
            day: site.platform.today(),
            by,
            why: String::new(),
            what,
        };
        history::add(db, shop.id, &event, now).await.unwrap();
    }
}

/// A piece of evidence of today.
pub(crate) fn piece(site: &Site, shop: &Shop, kind: Kind) -> Evidence {
    Evidence {
        id: EvidenceId(site.platform.outside.id()),
        shop: shop.id,
        kind,
        on: site.platform.today(),
        sender: shop.owner,
        subject: String::new(),
        place: String::new(),
        units: 0,
        amount: None,
        until: None,
        fingerprint: None,
    }
}

/// An id as a phone makes it.
pub(crate) fn fresh(site: &Site) -> String {
    site.platform.outside.id().to_string()
}
