//! Everything that is kept about one person, in one file that they can take elsewhere (UU PDP 27/2022, article 13).
//!
//! It is written to disk as it goes: one file of it is in memory at a time.

mod badge;
mod progress;

use std::fs::File;
use std::io::{BufWriter, Cursor, Seek, SeekFrom};
use std::path::Path;

use bytes::Bytes;
use naik_connect::archive::Archive;
use naik_core::access::{Post, Who};
use naik_core::id::{PersonId, ProductId, ShopId};
use naik_store::repo::cash::Row as Line;
use naik_store::repo::kit::State;
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::sale::Row as Sale;
use naik_store::repo::{
    Page, access, allowed_word, audit, card, cash, consent, cost, kit, passkey, person, photo,
    product, sale, session, shop, storefront, token,
};
use serde_json::{Value, json};

use super::Platform;
use super::error::Fault;
use super::keeping::{private, refused};
use super::reach::actor;
use crate::error::AppError;

/// Sales, or lines of a cash book, that one file of an export holds.
const TOGETHER: u64 = 10_000;

/// An archive in a file.
type Zip = Archive<BufWriter<File>>;

impl Platform {
    /// Everything about whoever asks, as a ZIP: an open file that has no name any more, so that it goes with its reader.
    ///
    /// # Errors
    /// `Forbidden` for a guest; when the disk is full.
    pub async fn export_mine(&self, who: &Who) -> Result<File, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let _turn = self
            .heavy
            .acquire()
            .await
            .map_err(|e| Fault::Internal(e.to_string()))?;
        let path = self
            .scratch
            .join(format!("export-{}.zip", self.outside.id()));
        let write = |e| Fault::from(AppError::write(&path, e));
        std::fs::create_dir_all(&self.scratch).map_err(write)?;
        let file = private(&path).map_err(write)?;
        // The open file stays readable; nobody finds it by name, and a killed process leaves nothing.
        std::fs::remove_file(&path).map_err(write)?;
        let mut file = self.export_into(member.id, file).await?;
        file.seek(SeekFrom::Start(0)).map_err(write)?;
        self.note(self.store.db(), who, "export", &actor(who), "done")
            .await?;
        Ok(file)
    }

    /// Everything about a person, into a file that the keeper of the machine names.
    ///
    /// # Errors
    /// `Missing` when there is no such person; when the file can't be written.
    pub async fn export_person(&self, id: PersonId, path: &Path) -> Result<(), Fault> {
        let file = private(path).map_err(|e| refused(&AppError::write(path, e)))?;
        self.export_into(id, file).await.map(drop)
    }

    /// A ZIP with `data.json`, every photo and file of every kit of the person's own shops, and their books.
    async fn export_into(&self, id: PersonId, file: File) -> Result<File, Fault> {
        let db = self.store.db();
        let one = person::get(db, id).await?;
        let member = access::member(db, &one).await?;
        let mut zip = Archive::new(BufWriter::new(file));
        let mut shops = Vec::new();
        // Whoever works for a shop takes along what is theirs, not the shop.
        let own = member.shops.iter().filter(|(_, post)| *post == Post::Owner);
        for (shop, post) in own {
            let (data, next) = self.export_shop(*shop, post.key(), zip).await?;
            shops.push(data);
            zip = next;
        }
        let sessions = session::list(db, id, self.now()).await?;
        let log = audit::list(db, Some(&format!("person:{id}")), everything()).await?;
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
            "passkeys": passkey::list(db, id).await?.iter().map(|row| json!({
                "name": row.name, "site": row.rp_id, "created_at": row.created_at, "used_at": row.used_at,
            })).collect::<Vec<Value>>(),
            "keys": token::list(db, id).await?.iter().map(|row| json!({
                "name": row.name, "scopes": row.scopes, "created_at": row.created_at, "used_at": row.used_at,
            })).collect::<Vec<Value>>(),
            "log": log.iter().map(|entry| json!({
                "at": entry.at, "action": entry.action, "outcome": entry.outcome,
                "by_oneself": entry.actor == entry.subject,
            })).collect::<Vec<Value>>(),
            "visits_noted": self.export_noted(id).await?,
            "shops": shops,
        });
        let text = serde_json::to_vec_pretty(&data).map_err(|e| Fault::Internal(e.to_string()))?;
        let zip = add(zip, "data.json".to_owned(), text.into()).await?;
        let finish = move || zip.finish()?.into_inner().map_err(|e| e.into_error());
        on_disk(finish).await
    }

    async fn export_shop(&self, id: ShopId, post: &str, zip: Zip) -> Result<(Value, Zip), Fault> {
        let db = self.store.db();
        let row = shop::get(db, id).await?;
        let mut zip = zip;
        let mut products = Vec::new();
        for one in product::list(db, Holder::Shop(id), self.now(), everything()).await? {
            let (data, next) = self.export_product(&one, zip).await?;
            products.push(data);
            zip = next;
        }
        let (field, pictures) = self.export_field(id).await?;
        for (name, file) in pictures {
            zip = self.add_kept(zip, name, &file).await?;
        }
        let (books, zip) = self.export_books(id, zip).await?;
        let (progress, zip) = self.export_progress(id, zip).await?;
        let (badges, zip) = self.export_badges(id, zip).await?;
        let data = json!({
            "id": id, "name": row.name, "area": row.area, "post": post, "created_at": row.created_at,
            "allowed_words": allowed_word::list(db, id).await?,
            "products": products, "books": books, "programme": progress, "badges": badges,
            "field": field,
        });
        Ok((data, zip))
    }

    async fn export_product(&self, one: &Product, zip: Zip) -> Result<(Value, Zip), Fault> {
        let db = self.store.db();
        let folder = format!("products/{}", one.id);
        let mut zip = zip;
        let mut photos = Vec::new();
        for photo in photo::list(db, one.id).await? {
            let name = format!("{folder}/photos/{}-{}", photo.position, photo.name);
            zip = self.add_kept(zip, name.clone(), &photo.sha256).await?;
            photos.push(json!({
                "file": name, "width": photo.width, "height": photo.height, "added_at": photo.added_at,
                "strokes": photo.strokes,
            }));
        }
        let (kits, zip) = self.export_kits(one.id, &folder, zip).await?;
        let told = cost::get(db, one.id).await?;
        let told: Option<Value> = told.and_then(|(text, _)| serde_json::from_str(&text).ok());
        let data = json!({
            "id": one.id, "facts": one.facts, "created_at": one.created_at, "updated_at": one.updated_at,
            "photos": photos, "kits": kits, "cost": told,
        });
        Ok((data, zip))
    }

    async fn export_kits(
        &self,
        id: ProductId,
        folder: &str,
        zip: Zip,
    ) -> Result<(Vec<Value>, Zip), Fault> {
        let db = self.store.db();
        let mut zip = zip;
        let mut kits = Vec::new();
        for version in kit::list(db, id).await? {
            if version.state == State::Made {
                for file in kit::files(db, version.id).await? {
                    let name = format!("{folder}/kits/{}/{}", version.number, file.path);
                    zip = self.add_kept(zip, name, &file.sha256).await?;
                }
            }
            kits.push(json!({
                "number": version.number, "state": version.state.key(), "reason": version.reason,
                "created_at": version.created_at, "made_at": version.made_at,
            }));
        }
        Ok((kits, zip))
    }

    /// What a shop sold and its cash book, however long, in files of [`TOGETHER`] rows; and what it shows to everyone.
    async fn export_books(&self, id: ShopId, zip: Zip) -> Result<(Value, Zip), Fault> {
        let db = self.store.db();
        let mut zip = zip;
        let (mut sales, mut place) = (Vec::new(), None);
        loop {
            let rows = sale::after(db, id, place.as_ref(), TOGETHER).await?;
            let Some(last) = rows.last() else { break };
            place = Some((last.day.clone(), last.id));
            let told = rows.iter().map(sold).collect();
            zip = add_part(zip, (id, "sales"), told, &mut sales).await?;
        }
        let (mut lines, mut place) = (Vec::new(), None);
        loop {
            let rows = cash::after(db, id, place.as_ref(), TOGETHER).await?;
            let Some(last) = rows.last() else { break };
            place = Some((last.day.clone(), last.id));
            let told = rows.iter().map(paid).collect();
            zip = add_part(zip, (id, "cash"), told, &mut lines).await?;
        }
        let front = storefront::of(db, id).await?;
        let given = storefront::gives_prices(db, id).await?;
        let shelf: Vec<String> = storefront::shelf(db, id)
            .await?
            .into_iter()
            .map(|place| place.slug)
            .collect();
        let past = storefront::past(db, id).await?;
        let data = json!({
            "sales": sales, "cash": lines, "storefront": front, "shelf": shelf, "past_addresses": past,
            "gives_prices": given,
        });
        Ok((data, zip))
    }
}

impl Platform {
    /// Adds a kept file under a name.
    async fn add_kept(&self, zip: Zip, name: String, sha256: &str) -> Result<Zip, Fault> {
        let bytes = self.store.blobs().get(sha256).await?;
        add(zip, name, bytes).await
    }
}

/// Without an end: what is listed with it is small, or is one person's own.
fn everything() -> Page {
    Page {
        skip: 0,
        // The largest number that both databases take.
        take: i64::MAX.unsigned_abs(),
    }
}

fn sold(row: &Sale) -> Value {
    json!({
        "day": row.day, "hour": row.hour, "product": row.product, "quantity": row.quantity,
        "amount": row.amount, "channel": row.channel, "created_at": row.created_at,
        "from_file": row.batch_id.is_some(), "cancelled": row.cancelled_by.is_some(),
    })
}

fn paid(row: &Line) -> Value {
    json!({
        "day": row.day, "way": row.way, "amount": row.amount, "what": row.what, "created_at": row.created_at,
    })
}

/// Adds the next part of a shop's book as a file of its own, and tells of it in `parts`.
async fn add_part(
    zip: Zip,
    (shop, book): (ShopId, &str),
    rows: Vec<Value>,
    parts: &mut Vec<Value>,
) -> Result<Zip, Fault> {
    let name = format!("shops/{shop}/{book}-{:04}.json", parts.len() + 1);
    let text = serde_json::to_vec(&rows).map_err(|e| Fault::Internal(e.to_string()))?;
    parts.push(json!({ "file": name, "rows": rows.len() }));
    add(zip, name, text.into()).await
}

/// Adds a file, on a thread that no page waits on.
async fn add(zip: Zip, name: String, bytes: Bytes) -> Result<Zip, Fault> {
    let mut zip = zip;
    on_disk(move || zip.add(&name, &mut Cursor::new(bytes)).map(|_| zip)).await
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Fault::Internal(e.to_string()))?
        .map_err(|e| Fault::from(AppError::write(Path::new("export"), e)))
}
