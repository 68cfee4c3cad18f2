//! A demonstration: a city with shops, people of every role, kits and history; marked, and removed by one command.
//!
//! Nobody in it is real. Kits are not stored with the program: the worker makes them, as it makes anyone's. What is looked at
//! first is written at once; the large cohort (`make_demo_city`) follows beside the pages.

mod badges;
mod books;
mod city;
mod neighbours;
mod programme;

use naik_core::access::Post;
use naik_core::account::{Area, Contact, Purpose, Role};
use naik_core::facts::Facts;
use naik_core::id::{EntryId, KitId, PersonId, PhotoId, ProductId, ShopId};
use naik_core::lang::Lang;
use naik_store::repo::person::Person;
use naik_store::repo::photo::{self, Photo};
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::{consent, erase, person, product};
use naik_store::{On, StoreError};

pub use city::PLACES as CITY;

use super::Platform;
use super::account::WORDING;
use super::error::Fault;
use super::kit::Wish;

/// The password of everyone in the demonstration. It is no secret, and the pages say so.
pub const PASSWORD: &str = "naik-kelas-malang";
/// Kota Malang, by the code of the statistics office.
const MALANG: &str = "35.73";
const DAY: i64 = 24 * 3_600_000;

/// Someone of the demonstration: name, contact, role, area, days with an account.
const PEOPLE: [(&str, &str, Role, &str, i64); 7] = [
    (
        "Dimas Aji",
        "dimas@contoh.naikkelas.id",
        Role::Mentor,
        MALANG,
        120,
    ),
    (
        "Retno Palupi",
        "retno@contoh.naikkelas.id",
        Role::Mentor,
        MALANG,
        96,
    ),
    (
        "Yoga Pratama",
        "yoga@contoh.naikkelas.id",
        Role::Volunteer,
        MALANG,
        60,
    ),
    (
        "Siti Aminah",
        "siti@contoh.naikkelas.id",
        Role::Checker,
        MALANG,
        110,
    ),
    (
        "Bagus Santoso",
        "bagus@contoh.naikkelas.id",
        Role::Manager,
        MALANG,
        130,
    ),
    (
        "Endah Kusuma",
        "endah@contoh.naikkelas.id",
        Role::Manager,
        "35",
        130,
    ),
    (
        "Ratna Sari",
        "ratna@contoh.naikkelas.id",
        Role::Admin,
        "",
        140,
    ),
];

/// A shop of the demonstration: owner, contact, shop, language, days with an account.
const SHOPS: [(&str, &str, &str, Lang, i64); 8] = [
    ("Bu Lastri", "081200000101", "Dapur Lastri", Lang::Id, 124),
    (
        "Mbah Karto",
        "081200000102",
        "Tanah Pagelaran",
        Lang::Jv,
        112,
    ),
    ("Ning Ratri", "081200000103", "Griya Wedel", Lang::Id, 108),
    (
        "Cak Kopi",
        "081200000104",
        "Kopi Dampit Cak Kopi",
        Lang::Id,
        106,
    ),
    ("Mbak Wulan", "081200000105", "Bakpia Wulan", Lang::Id, 103),
    (
        "Pak Slamet",
        "081200000106",
        "Tas Anyam Slamet",
        Lang::Jv,
        101,
    ),
    ("Bu Hindun", "081200000107", "Jamu Bu Hindun", Lang::Id, 99),
    ("Mas Arif", "081200000108", "Sablon Arif", Lang::Id, 97),
];

/// What the first shops sell: the facts, and the photo.
const GOODS: [(&str, &[u8]); 4] = [
    (
        include_str!("../../demo/keripik-tempe.toml"),
        include_bytes!("../../demo/keripik-tempe.jpg"),
    ),
    (
        include_str!("../../demo/gerabah-guci.toml"),
        include_bytes!("../../demo/gerabah-guci.jpg"),
    ),
    (
        include_str!("../../demo/batik-kawung.toml"),
        include_bytes!("../../demo/batik-kawung.jpg"),
    ),
    (
        include_str!("../../demo/kopi-bubuk.toml"),
        include_bytes!("../../demo/kopi-bubuk.jpg"),
    ),
];

impl Platform {
    /// Fills an empty platform with the demonstration; does nothing where there is one already.
    ///
    /// # Errors
    /// `Refused` where real people have accounts: a demonstration is never mixed with them.
    pub async fn make_demo(&self) -> Result<(), Fault> {
        if self.has_demo().await? {
            return Ok(());
        }
        if person::count(self.store.db(), &Area::country()).await? > 0 {
            let message = naik_core::message::Message::new("demo-not-empty");
            return Err(Fault::field("", message));
        }
        let hash = self.hash(PASSWORD.to_owned()).await?;
        let mut photos = Vec::new();
        for (_, bytes) in GOODS {
            photos.push(self.store.blobs().put(bytes.into(), self.now()).await?);
        }
        let change = self.store.begin().await?;
        let (mut mentors, mut checker) = (Vec::new(), None);
        for (name, contact, role, area, days) in PEOPLE {
            let id = self
                .demo_person(&change, (name, contact), role, area, Lang::Id, days, &hash)
                .await?;
            if role == Role::Mentor {
                mentors.push(id);
            } else if role == Role::Checker {
                checker = Some(id);
            }
        }
        let mut members = Vec::new();
        for (number, (owner, contact, name, lang, days)) in SHOPS.into_iter().enumerate() {
            let id = self
                .demo_person(
                    &change,
                    (owner, contact),
                    Role::Owner,
                    MALANG,
                    lang,
                    days,
                    &hash,
                )
                .await?;
            let shop = self.demo_shop(&change, id, name, days).await?;
            if let Some(mentor) = mentors.get(number % mentors.len().max(1)) {
                shop::accompany(&change, *mentor, shop, self.now() - days * DAY).await?;
                members.push(programme::Member {
                    shop,
                    owner: id,
                    mentor: *mentor,
                });
            }
            if let (Some((facts, bytes)), Some(sha256)) = (GOODS.get(number), photos.get(number)) {
                let product = self
                    .demo_product(&change, shop, facts, bytes.len(), sha256, lang)
                    .await?;
                self.demo_books(&change, shop, name, &product).await?;
            }
        }
        if let Some(second) = checker {
            self.demo_programme(&change, &members, second).await?;
        }
        self.demo_neighbours(&change, &members).await?;
        self.note_system(&change, "make-demo", "system").await?;
        change.commit().await.map_err(StoreError::from)?;
        // Whoever looks at the board first need not wait for the night.
        self.reckon_boards().await?;
        self.work.notify_one();
        Ok(())
    }

    /// Whether a demonstration is here.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn has_demo(&self) -> Result<bool, Fault> {
        Ok(shop::any_demo(self.store.db()).await?)
    }

    /// Removes everything that the demonstration made, and says how many shops it had.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn remove_demo(&self) -> Result<u64, Fault> {
        let change = self.store.begin().await?;
        let files = erase::files_of_demo(&change).await?;
        self.remove_demo_programme(&change).await?;
        let gone = erase::demo(&change).await?;
        self.note_system(&change, "remove-demo", "system").await?;
        change.commit().await.map_err(StoreError::from)?;
        self.drop_files(files).await?;
        Ok(gone.shops)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one row of the tables above, each value once"
    )]
    async fn demo_person(
        &self,
        db: &impl On,
        (name, contact): (&str, &str),
        role: Role,
        area: &str,
        lang: Lang,
        days: i64,
        hash: &str,
    ) -> Result<PersonId, Fault> {
        let wrong = |what: &str| Fault::Internal(format!("the demonstration's {what}"));
        let new = Person {
            id: PersonId(self.outside.id()),
            name: name.to_owned(),
            contact: Contact::parse(contact).map_err(|_| wrong("contact"))?,
            role,
            area: Area::parse(area).map_err(|_| wrong("area"))?,
            lang,
            password: Some(hash.to_owned()),
            failures: 0,
            locked_until: None,
            created_at: self.now() - days * DAY,
            demo: true,
        };
        person::create(db, &new).await?;
        let agreed = [Purpose::Account, Purpose::Mentoring, Purpose::Statistics];
        for purpose in agreed {
            let entry = EntryId(self.outside.id());
            let word = (purpose, true);
            consent::record(db, entry, new.id, word, WORDING, new.created_at).await?;
        }
        Ok(new.id)
    }

    async fn demo_shop(
        &self,
        db: &impl On,
        owner: PersonId,
        name: &str,
        days: i64,
    ) -> Result<ShopId, Fault> {
        let id = ShopId(self.outside.id());
        let since = self.now() - days * DAY;
        let row = Shop {
            id: id.0,
            name: name.to_owned(),
            area: MALANG.to_owned(),
            created_at: since,
            demo: true,
        };
        shop::create(db, row).await?;
        shop::join(db, id, owner, Post::Owner, since).await?;
        Ok(id)
    }

    /// A product with its photo, whose kit the worker makes.
    async fn demo_product(
        &self,
        db: &impl On,
        shop: ShopId,
        facts: &str,
        size: usize,
        sha256: &str,
        lang: Lang,
    ) -> Result<Product, Fault> {
        let reading = naik_connect::facts::from_toml(facts)
            .map_err(|e| Fault::Internal(format!("the demonstration's facts: {e}")))?;
        let facts: Facts = reading.facts;
        let (id, now) = (ProductId(self.outside.id()), self.now());
        let new = Product {
            id,
            holder: Holder::Shop(shop),
            facts,
            kit: None,
            revision: 0,
            created_at: now - 3 * DAY,
            updated_at: now - DAY,
            expires_at: None,
        };
        product::create(db, &new).await?;
        let row = Photo {
            id: PhotoId(self.outside.id()).0,
            product_id: id.0,
            position: 0,
            name: "foto.jpg".to_owned(),
            sha256: sha256.to_owned(),
            bytes: i64::try_from(size).unwrap_or(0),
            width: 900,
            height: 1200,
            strokes: None,
            added_at: now - 3 * DAY,
        };
        photo::add(db, row).await?;
        let version = KitId(self.outside.id());
        self.push_kit(db, id, version, None, lang, Wish::default())
            .await?;
        Ok(new)
    }
}
