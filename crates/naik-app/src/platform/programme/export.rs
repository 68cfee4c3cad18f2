//! What is kept about a shop in the field and among its neighbours, and what a mentor wrote: for those whose it is.

use jiff::civil::Date;
use naik_core::id::{PersonId, ShopId};
use naik_store::repo::visit::Visit as Row;
use naik_store::repo::{neighbour, tie, visit};
use serde_json::{Value, json};

use crate::platform::Platform;
use crate::platform::error::Fault;

/// A photo of a visit: its name in the archive, and the address of its bytes.
pub(crate) type Picture = (String, String);

impl Platform {
    /// Visits to a shop, what it tells its neighbours, and its ties; with the photos that belong to them.
    pub(crate) async fn export_field(&self, id: ShopId) -> Result<(Value, Vec<Picture>), Fault> {
        let db = self.store.db();
        let mut pictures = Vec::new();
        let mut visits = Vec::new();
        for row in visit::of_shop(db, id).await? {
            let mut one = told(&row);
            if let Some(file) = &row.file {
                let name = format!("visits/{}.jpg", row.id);
                one["photo"] = json!(name);
                pictures.push((name, file.clone()));
            }
            visits.push(one);
        }
        let ties: Vec<Value> = tie::of_shop(db, id)
            .await?
            .into_iter()
            .map(|kept| json!(kept.tie))
            .collect();
        let neighbours = neighbour::of(db, id).await?.map(|told| {
            let profile = told.profile;
            json!({
                "at": profile.at, "category": profile.category, "makes": profile.makes, "needs": profile.needs,
                "resells": profile.resells, "delivers": profile.delivers, "wants_courier": profile.wants_courier,
            })
        });
        let data = json!({ "visits": visits, "ties": ties, "neighbours": neighbours });
        Ok((data, pictures))
    }

    /// What a mentor wrote about visits; the shops keep theirs.
    pub(crate) async fn export_noted(&self, mentor: PersonId) -> Result<Vec<Value>, Fault> {
        let rows = visit::of_mentor(self.store.db(), mentor, (Date::ZERO, Date::MAX)).await?;
        Ok(rows.iter().map(told).collect())
    }
}

fn told(row: &Row) -> Value {
    json!({
        "shop": row.shop_id, "day": row.day, "state": row.state, "topic": row.topic, "note": row.note,
        "next": row.next, "created_at": row.created_at,
    })
}
