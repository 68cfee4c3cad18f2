//! What happened in a shop's programme: evidence sent and weighed, levels decided. Rows are added, never changed.

use std::collections::BTreeMap;

use naik_core::account::Area;
use naik_core::id::{EventId, EvidenceId, PersonId, ShopId, Uuid};
use naik_core::programme::evidence::Evidence;
use naik_core::programme::history::{Event, What};
use naik_core::programme::level::Level;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use super::{date_of, evidence, insert_all, within};
use crate::entity::event::{ActiveModel, Column, Entity, Model};
use crate::entity::{enrolment, shop};
use crate::error::{Result, StoreError};

/// Adds an event of a shop. Of `Sent` only the reference is kept: add its evidence too, in the same transaction.
///
/// # Errors
/// `Taken` when it is there already.
pub async fn add(db: &impl ConnectionTrait, shop: ShopId, new: &Event, now: i64) -> Result<()> {
    Entity::insert(row(shop, new, now))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Adds many events of a shop, each with the time at which it was noted, in Unix milliseconds. Of `Sent` only the
/// reference is kept, as by [`add`].
///
/// # Errors
/// `Taken` when one is there already.
pub async fn add_all(db: &impl ConnectionTrait, shop: ShopId, new: &[(&Event, i64)]) -> Result<()> {
    let rows = new.iter().map(|(event, at)| row(shop, event, *at));
    insert_all(db, rows.collect()).await
}

fn row(shop: ShopId, new: &Event, at: i64) -> ActiveModel {
    let (what, evidence, level) = match &new.what {
        What::Sent(evidence) => ("sent", Some(evidence.id), None),
        What::Accepted(id) => ("accepted", Some(*id), None),
        What::Refused(id) => ("refused", Some(*id), None),
        What::Withdrawn(id) => ("withdrawn", Some(*id), None),
        What::Checked(level) => ("checked", None, Some(*level)),
        What::Confirmed(level) => ("confirmed", None, Some(*level)),
        What::Revoked(level) => ("revoked", None, Some(*level)),
    };
    ActiveModel {
        id: Set(new.id.0),
        shop_id: Set(shop.0),
        day: Set(new.day.to_string()),
        actor: Set(new.by.0),
        what: Set(what.to_owned()),
        evidence_id: Set(evidence.map(|id| id.0)),
        level: Set(level.map(|level| i32::from(level.number()))),
        why: Set(new.why.clone()),
        created_at: Set(at),
    }
}

/// Everything that happened in a shop's programme, by day: what [`naik_core::programme::history::stand`] folds.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Event>> {
    let shown: BTreeMap<EvidenceId, Evidence> = evidence::of_shop(db, shop)
        .await?
        .into_iter()
        .map(|kept| (kept.evidence.id, kept.evidence))
        .collect();
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(|row| event(row, &shown)).collect()
}

/// The same of many shops at once; those in whose programme nothing happened are left out.
///
/// # Errors
/// When the database refuses.
pub async fn of_shops(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<BTreeMap<ShopId, Vec<Event>>> {
    let shown: BTreeMap<EvidenceId, Evidence> = evidence::of_shops(db, shops)
        .await?
        .into_iter()
        .map(|kept| (kept.evidence.id, kept.evidence))
        .collect();
    let rows = Entity::find()
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::ShopId)
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut all: BTreeMap<ShopId, Vec<Event>> = BTreeMap::new();
    for row in rows {
        let shop = ShopId(row.shop_id);
        all.entry(shop).or_default().push(event(row, &shown)?);
    }
    Ok(all)
}

/// Shops of an area with an enrolment, in which a level from this one on was checked and neither confirmed nor taken back
/// since: [`naik_core::programme::history::stand`] says which of these checks still stand.
///
/// # Errors
/// When the database refuses.
pub async fn checked_shops(
    db: &impl ConnectionTrait,
    area: &Area,
    from: Level,
) -> Result<Vec<ShopId>> {
    let mut near = shop::Entity::find().select_only().column(shop::Column::Id);
    near = near.filter(within(shop::Column::Area, area));
    let enrolled = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::ShopId);
    let rows: Vec<(Uuid, Option<i32>, String, i64)> = Entity::find()
        .select_only()
        .columns([
            Column::ShopId,
            Column::Level,
            Column::What,
            Column::CreatedAt,
        ])
        .filter(Column::What.is_in(["checked", "confirmed", "revoked"]))
        .filter(Column::Level.gte(i32::from(from.number())))
        .filter(Column::ShopId.in_subquery(near.into_query()))
        .filter(Column::ShopId.in_subquery(enrolled.into_query()))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut last: BTreeMap<(Uuid, Option<i32>), String> = BTreeMap::new();
    for (shop, level, what, _) in rows {
        last.insert((shop, level), what);
    }
    let mut open: Vec<ShopId> = last
        .into_iter()
        .filter(|(_, what)| what == "checked")
        .map(|((shop, _), _)| ShopId(shop))
        .collect();
    open.dedup();
    Ok(open)
}

fn event(row: Model, shown: &BTreeMap<EvidenceId, Evidence>) -> Result<Event> {
    const DAMAGED: StoreError = StoreError::Damaged("event");
    let about = row.evidence_id.map(EvidenceId).ok_or(DAMAGED);
    let level = || {
        let number = row.level.and_then(|number| u8::try_from(number).ok());
        number.and_then(Level::new).ok_or(DAMAGED)
    };
    let what = match row.what.as_str() {
        "sent" => What::Sent(shown.get(&about?).cloned().ok_or(DAMAGED)?),
        "accepted" => What::Accepted(about?),
        "refused" => What::Refused(about?),
        "withdrawn" => What::Withdrawn(about?),
        "checked" => What::Checked(level()?),
        "confirmed" => What::Confirmed(level()?),
        "revoked" => What::Revoked(level()?),
        _ => return Err(DAMAGED),
    };
    Ok(Event {
        id: EventId(row.id),
        day: date_of(&row.day, "event")?,
        by: PersonId(row.actor),
        why: row.why,
        what,
    })
}
