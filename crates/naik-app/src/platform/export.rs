//! Everything that is kept about one person, in one file that they can take elsewhere (UU PDP 27/2022, article 13).

use std::io::Cursor;

use naik_connect::archive::Archive;
use naik_core::access::Post;
use naik_core::id::{PersonId, ShopId};
use naik_store::repo::product::Holder;
use naik_store::repo::sale::Days;
use naik_store::repo::{
    Page, access, card, cash, consent, cost, kit, person, photo, product, sale, session, shop,
    storefront, token,
};
use serde_json::{Value, json};

use super::Platform;
use super::error::Fault;

/// Products of one shop that an export holds, at most.
const MOST: u64 = 100_000;

impl Platform {
    /// A ZIP with `data.json` and every photo and file of a kit of the person's own shops.
    ///
    /// # Errors
    /// `Missing` when there is no such person; `Internal` when the archive would be larger than a ZIP can be.
    pub async fn export_person(&self, id: PersonId) -> Result<Vec<u8>, Fault> {
        let db = self.store.db();
        let one = person::get(db, id).await?;
        let member = access::member(db, &one).await?;
        let mut archive = Archive::new(Vec::new());
        let mut shops = Vec::new();
        // Whoever works for a shop takes along what is theirs, not the shop.
        let own = member.shops.iter().filter(|(_, post)| *post == Post::Owner);
        for (shop, post) in own {
            shops.push(self.export_shop(*shop, post.key(), &mut archive).await?);
        }
        let sessions = session::list(db, id, self.now()).await?;
        let data = json!({
            "person": {
                "id": id, "name": one.name, "contact": one.contact.to_string(), "role": one.role,
                "area": one.area, "lang": one.lang, "created_at": one.created_at,
            },
            "consents": consent::history(db, id).await?.iter().map(|entry| json!({
                "purpose": entry.purpose, "given": entry.given, "wording": entry.wording, "at": entry.at,
            })).collect::<Vec<Value>>(),
            "sessions": sessions.iter().map(|row| json!({
                "agent": row.agent, "created_at": row.created_at, "seen_at": row.seen_at,
            })).collect::<Vec<Value>>(),
            "cards": card::list(db, id).await?.iter().map(|row| json!({
                "created_at": row.created_at, "used_at": row.used_at, "revoked_at": row.revoked_at,
            })).collect::<Vec<Value>>(),
            "keys": token::list(db, id).await?.iter().map(|row| json!({
                "name": row.name, "scopes": row.scopes, "created_at": row.created_at, "used_at": row.used_at,
            })).collect::<Vec<Value>>(),
            "shops": shops,
        });
        let text = serde_json::to_vec_pretty(&data).map_err(|e| Fault::Internal(e.to_string()))?;
        add(&mut archive, "data.json", text)?;
        archive.finish().map_err(|e| Fault::Internal(e.to_string()))
    }

    async fn export_shop(
        &self,
        id: ShopId,
        post: &str,
        archive: &mut Archive<Vec<u8>>,
    ) -> Result<Value, Fault> {
        let db = self.store.db();
        let row = shop::get(db, id).await?;
        let all = Page {
            skip: 0,
            take: MOST,
        };
        let mut products = Vec::new();
        for one in product::list(db, Holder::Shop(id), self.now(), all).await? {
            let folder = format!("products/{}", one.id);
            for photo in photo::list(db, one.id).await? {
                let bytes = self.store.blobs().get(&photo.sha256).await?;
                let name = format!("{folder}/photos/{}-{}", photo.position, photo.name);
                add(archive, &name, bytes.to_vec())?;
            }
            if let Some(shown) = one.kit {
                for file in kit::files(db, shown).await? {
                    let bytes = self.store.blobs().get(&file.sha256).await?;
                    add(
                        archive,
                        &format!("{folder}/kit/{}", file.path),
                        bytes.to_vec(),
                    )?;
                }
            }
            let told = cost::get(db, one.id).await?;
            let told: Option<Value> = told.and_then(|(text, _)| serde_json::from_str(&text).ok());
            products.push(json!({
                "id": one.id, "facts": one.facts, "created_at": one.created_at, "updated_at": one.updated_at,
                "cost": told,
            }));
        }
        Ok(json!({
            "id": id, "name": row.name, "area": row.area, "post": post, "created_at": row.created_at,
            "products": products, "books": self.export_books(id).await?,
        }))
    }

    /// What a shop sold, its cash book, and what it shows to everyone.
    async fn export_books(&self, id: ShopId) -> Result<Value, Fault> {
        let db = self.store.db();
        let days = Days {
            first: naik_core::cash::FIRST_DAY,
            last: self.today(),
        };
        let all = Page {
            skip: 0,
            take: MOST,
        };
        let sales: Vec<Value> = sale::list(db, id, days, all)
            .await?
            .into_iter()
            .map(|noted| {
                let sale = noted.sale;
                json!({
                    "day": sale.day, "hour": sale.hour, "product": sale.product, "quantity": sale.quantity,
                    "amount": sale.amount, "channel": sale.channel, "created_at": noted.created_at,
                })
            })
            .collect();
        let lines: Vec<Value> = cash::list(db, id, days)
            .await?
            .into_iter()
            .map(|(_, line)| {
                json!({ "day": line.day, "way": line.way, "amount": line.amount, "what": line.what })
            })
            .collect();
        let front = storefront::of(db, id).await?;
        let shelf: Vec<String> = storefront::shelf(db, id)
            .await?
            .into_iter()
            .map(|place| place.slug)
            .collect();
        Ok(json!({ "sales": sales, "cash": lines, "storefront": front, "shelf": shelf }))
    }
}

fn add(archive: &mut Archive<Vec<u8>>, name: &str, bytes: Vec<u8>) -> Result<(), Fault> {
    archive
        .add(name, &mut Cursor::new(bytes))
        .map(drop)
        .map_err(|e| Fault::Internal(e.to_string()))
}
