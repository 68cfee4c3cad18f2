//! Products: beginning one, telling facts about it, finding it again.

use naik_core::access::{Action, Who};
use naik_core::facts::{Facts, Shop as ShopFacts};
use naik_core::id::ProductId;
use naik_store::StoreError;
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::{Page, product, shop};

use super::Platform;
use super::error::Fault;
use super::reach::actor;

/// How long a guest's draft lives, in milliseconds: 30 days.
pub const DRAFT_LIVES: i64 = 30 * 24 * 3_600_000;

impl Platform {
    /// Whose a new product of this one is: their first shop's, or the guest's own.
    ///
    /// # Errors
    /// `Forbidden` for people who have no shop.
    pub fn holder(&self, who: &Who) -> Result<Holder, Fault> {
        match who {
            Who::Guest(guest) => Ok(Holder::Guest(*guest)),
            Who::Person(member) => match member.shops.first() {
                Some((shop, _)) => Ok(Holder::Shop(*shop)),
                None => Err(Fault::Forbidden),
            },
        }
    }

    /// Begins a product. The same key begins it once, however often it is sent.
    ///
    /// # Errors
    /// `Forbidden` for people who have no shop.
    pub async fn begin_product(&self, who: &Who, key: &str) -> Result<ProductId, Fault> {
        let holder = self.holder(who)?;
        let id = ProductId(self.outside.id());
        let now = self.now();
        let mut facts = Facts::default();
        if let Holder::Shop(shop_id) = holder {
            facts.shop = self.usual_shop(who, shop_id).await?;
        }
        let new = Product {
            id,
            holder,
            facts,
            kit: None,
            revision: 0,
            created_at: now,
            updated_at: now,
            expires_at: matches!(holder, Holder::Guest(_)).then_some(now + DRAFT_LIVES),
        };
        let change = self.store.begin().await?;
        product::create(&change, &new).await?;
        let kept = self
            .receipt(&change, &actor(who), key, "begin-product", &id.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            return earlier
                .parse()
                .map_err(|_| Fault::Internal("a receipt that names no product".to_owned()));
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// What the shop told with its last product: nobody types the shop's name twice.
    async fn usual_shop(&self, who: &Who, id: naik_core::id::ShopId) -> Result<ShopFacts, Fault> {
        let page = Page { skip: 0, take: 1 };
        let last = product::list(self.store.db(), Holder::Shop(id), self.now(), page).await?;
        if let Some(last) = last.into_iter().next() {
            return Ok(last.facts.shop);
        }
        let row = shop::get(self.store.db(), id).await?;
        let mut told = ShopFacts {
            name: Some(row.name),
            ..ShopFacts::default()
        };
        if let Who::Person(member) = who {
            let owner = naik_store::repo::person::get(self.store.db(), member.id).await?;
            if let naik_core::account::Contact::Phone(phone) = owner.contact {
                told.whatsapp = Some(phone);
            }
        }
        Ok(told)
    }

    /// The products of whoever asks, the last changed first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn my_products(&self, who: &Who, page: Page) -> Result<Vec<Product>, Fault> {
        match self.holder(who) {
            Ok(holder) => {
                let found = product::list(self.store.db(), holder, self.now(), page).await?;
                Ok(found)
            }
            Err(_) => Ok(Vec::new()),
        }
    }

    /// Changes the facts, if nobody else did since they were read.
    ///
    /// # Errors
    /// `Changed` when another tab was faster.
    pub async fn tell_facts(
        &self,
        who: &Who,
        id: ProductId,
        revision: i32,
        facts: &Facts,
    ) -> Result<(), Fault> {
        self.reach(who, id, Action::EditProduct).await?;
        product::set_facts(self.store.db(), id, revision, facts, self.now()).await?;
        Ok(())
    }

    /// Removes a product with everything about it.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn remove_product(&self, who: &Who, id: ProductId) -> Result<(), Fault> {
        self.reach(who, id, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        product::remove(&change, id).await?;
        self.note(
            &change,
            who,
            "remove-product",
            &format!("product:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}
