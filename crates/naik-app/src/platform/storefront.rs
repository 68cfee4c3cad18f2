//! A shop's storefront as its owner keeps it: address, hours, payment code, and which products stand on the shelf.

use std::collections::{BTreeMap, BTreeSet};

use naik_connect::qris::Code;
use naik_core::access::{Action, Who};
use naik_core::id::{ProductId, ShopId};
use naik_core::message::{Explain, Message};
use naik_core::phone::WhatsApp;
use naik_core::slug::slug;
use naik_core::storefront::{ABOUT_MOST, Cloth, ShopSlug, Week};
use naik_store::StoreError;
use naik_store::repo::product::Product;
use naik_store::repo::shop::Shop;
use naik_store::repo::storefront::{self, Storefront};
use naik_store::repo::{product, shop};

use super::Platform;
use super::error::{Fault, Refusal};
use super::reach::actor;

/// The most products on one shelf.
pub const SHELF_MOST: usize = 500;

/// What an owner wants their storefront to say.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its address, as typed.
    pub slug: String,
    /// Whether everyone may see it.
    pub open: bool,
    /// A few words about the shop.
    pub about: String,
    /// The number for orders, as typed.
    pub whatsapp: String,
    /// The text of the printed payment code, as pasted.
    pub qris: String,
    /// Its main colour.
    pub cloth: Cloth,
    /// When it is open.
    pub week: Week,
    /// Products on the shelf, in their order.
    pub shelf: Vec<ProductId>,
    /// What was read before it was changed.
    pub revision: i32,
}

/// A storefront as its owner sees it.
#[derive(Clone, Debug)]
pub struct Own {
    /// The shop.
    pub shop: Shop,
    /// What is kept, if anything is yet.
    pub front: Option<Storefront>,
    /// All products of the shop; those on the shelf first, in their order.
    pub products: Vec<(Product, bool)>,
    /// An address to begin with.
    pub suggested: Option<ShopSlug>,
    /// Whose payment code it is, as the code says.
    pub payee: Option<String>,
}

impl Platform {
    /// The own shop's storefront.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn own_storefront(&self, who: &Who) -> Result<Own, Fault> {
        let id = self.own_shop(who, Action::SeeProduct).await?;
        let db = self.store.db();
        let row = shop::get(db, id).await?;
        let front = storefront::of(db, id).await?;
        let places: Vec<uuid::Uuid> = storefront::shelf(db, id)
            .await?
            .into_iter()
            .map(|one| one.product_id)
            .collect();
        let mut products: Vec<(Product, bool)> = self
            .shop_products(who)
            .await?
            .into_iter()
            .filter(|one| !one.facts.product.name.is_empty())
            .map(|one| {
                let is_shown = places.contains(&one.id.0);
                (one, is_shown)
            })
            .collect();
        products.sort_by_key(|(one, _)| {
            let place = places.iter().position(|id| *id == one.id.0);
            place.unwrap_or(usize::MAX)
        });
        let payee = front
            .as_ref()
            .and_then(|front| front.qris.as_deref())
            .and_then(|text| Code::parse(text).ok())
            .and_then(|code| code.name);
        Ok(Own {
            suggested: ShopSlug::suggest(&row.name),
            shop: row,
            front,
            products,
            payee,
        })
    }

    /// Keeps what an owner wants, if nobody else changed it since it was read. The same key keeps the same wish once, however
    /// often it is sent.
    ///
    /// # Errors
    /// `Refused` field by field, `Changed` when someone else was faster, `Forbidden` for staff.
    pub async fn set_storefront(&self, who: &Who, wish: Wish, key: &str) -> Result<String, Fault> {
        let id = self.own_shop(who, Action::EditShop).await?;
        let mut wrong = Vec::new();
        let mut refuse = |field: &str, message: Message| wrong.push(Refusal::new(field, message));
        let slug = ShopSlug::parse(&wish.slug)
            .map_err(|error| refuse("alamat", error.explain()))
            .ok();
        if wish.about.chars().count() > ABOUT_MOST {
            let message = Message::new("about-too-long").with("most", ABOUT_MOST);
            refuse("tentang", message);
        }
        let whatsapp = match wish.whatsapp.trim() {
            "" => None,
            text => WhatsApp::parse(text)
                .map_err(|error| refuse("wa", error.explain()))
                .ok(),
        };
        let qris = match wish.qris.trim() {
            "" => None,
            text => match Code::parse(text).and_then(|code| code.can_carry().map(|()| code)) {
                Ok(code) => Some(code.text()),
                Err(error) => {
                    refuse("qris", error.explain());
                    None
                }
            },
        };
        if wish.shelf.len() > SHELF_MOST {
            refuse(
                "rak",
                Message::new("shelf-too-full").with("most", SHELF_MOST),
            );
        }
        let (Some(slug), true) = (slug, wrong.is_empty()) else {
            return Err(Fault::Refused(wrong));
        };
        let hours =
            serde_json::to_string(&wish.week).map_err(|e| Fault::Internal(e.to_string()))?;
        let change = self.store.begin().await?;
        // What was changed in the form after it was sent is another wish: whether it comes too late is for the revision.
        let key = format!("{key} {wish:?}");
        let kept = self
            .receipt(&change, &actor(who), &key, "set-storefront", slug.as_str())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(earlier);
        }
        let stood = storefront::of(&change, id).await?;
        let from = stood.as_ref().map(|stood| stood.slug.as_str());
        // What was taken away stays gone until it is opened anew.
        let withdrawn_at = stood
            .as_ref()
            .filter(|_| !wish.open)
            .and_then(|stood| stood.withdrawn_at);
        match storefront::leave(&change, id, (from, slug.as_str()), self.now()).await {
            Err(StoreError::Taken) => {
                return Err(Fault::field("alamat", Message::new("slug-taken")));
            }
            other => other?,
        }
        let row = Storefront {
            shop_id: id.0,
            slug: slug.as_str().to_owned(),
            open: wish.open,
            withdrawn_at,
            about: wish.about.trim().to_owned(),
            whatsapp: whatsapp.map(|number| number.digits().to_owned()),
            qris,
            color: wish.cloth.key().to_owned(),
            hours,
            revision: wish.revision,
            updated_at: self.now(),
        };
        match storefront::set(&change, row).await {
            Err(StoreError::Taken) => {
                return Err(Fault::field("alamat", Message::new("slug-taken")));
            }
            other => other?,
        }
        let shelf = self.named(&change, id, &wish.shelf).await?;
        storefront::fill(&change, id, &shelf).await?;
        let subject = format!("shop:{id}");
        self.note(&change, who, "set-storefront", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(slug.as_str().to_owned())
    }

    /// Products with an address each below the shop's: no two the same, and the one that a product has stays.
    async fn named(
        &self,
        db: &impl naik_store::On,
        shop: ShopId,
        ids: &[ProductId],
    ) -> Result<Vec<(ProductId, String)>, Fault> {
        let found = product::several(db, ids).await?;
        let stood = storefront::shelf(db, shop).await?;
        let stood: BTreeMap<ProductId, String> = stood
            .into_iter()
            .filter(|place| ids.iter().any(|id| id.0 == place.product_id))
            .map(|place| (ProductId(place.product_id), place.slug))
            .collect();
        let mut taken: BTreeSet<String> = stood.values().cloned().collect();
        let mut shelf = Vec::new();
        for id in ids {
            let Some(one) = found.iter().find(|one| one.id == *id) else {
                return Err(Fault::Missing);
            };
            if shelf.iter().any(|(known, _)| known == id) {
                continue;
            }
            if let Some(name) = stood.get(id) {
                shelf.push((*id, name.clone()));
                continue;
            }
            let name = slug(&one.facts.product.name);
            let free = (1..)
                .map(|number| match number {
                    1 => name.clone(),
                    number => format!("{name}-{number}"),
                })
                .find(|name| !taken.contains(name));
            let name = free.unwrap_or_else(|| id.to_string());
            taken.insert(name.clone());
            shelf.push((*id, name));
        }
        Ok(shelf)
    }

    /// Takes the storefront away for good: its addresses answer that it is gone, until it is opened anew.
    ///
    /// # Errors
    /// `Missing` when there is none, `Forbidden` for staff.
    pub async fn withdraw_storefront(&self, who: &Who) -> Result<(), Fault> {
        let id = self.own_shop(who, Action::EditShop).await?;
        let change = self.store.begin().await?;
        let found = storefront::of(&change, id).await?;
        let mut row = found.ok_or(Fault::Missing)?;
        row.open = false;
        row.withdrawn_at = Some(self.now());
        row.updated_at = self.now();
        storefront::set(&change, row).await?;
        let subject = format!("shop:{id}");
        self.note(&change, who, "withdraw-storefront", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}
