//! What shops sold: noting it, taking it back, and sums over days.

use jiff::civil::Date;
use naik_core::id::{ProductId, SaleId, ShopId, Uuid};
use naik_core::money::Rupiah;
use naik_core::sale::{Sale, SaleChannel};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use super::{Page, one, past};
pub use crate::entity::sale::Model as Row;
use crate::entity::sale::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// A sale in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its id.
    pub id: SaleId,
    /// The product, while the shop has it.
    pub product: Option<ProductId>,
    /// What was sold.
    pub sale: Sale,
    /// What tells it from every other sale of the shop.
    pub key: String,
    /// The file that it came with.
    pub batch: Option<Uuid>,
    /// When it was noted.
    pub created_at: i64,
}

impl TryFrom<Row> for Noted {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let damaged = StoreError::Damaged("sale");
        let Ok(day) = row.day.parse() else {
            return Err(damaged);
        };
        let Some(channel) = SaleChannel::parse(&row.channel) else {
            return Err(damaged);
        };
        Ok(Self {
            id: SaleId(row.id),
            product: row.product_id.map(ProductId),
            sale: Sale {
                day,
                hour: row.hour.and_then(|hour| u8::try_from(hour).ok()),
                amount: rupiah(row.amount),
                quantity: u32::try_from(row.quantity).unwrap_or(0),
                channel,
                product: row.product,
            },
            key: row.key,
            batch: row.batch_id,
            created_at: row.created_at,
        })
    }
}

fn rupiah(amount: i64) -> Rupiah {
    Rupiah::new(u64::try_from(amount).unwrap_or(0))
}

/// Notes sales; those whose key the shop has already stay as they are. Returns how many were new.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, shop: ShopId, sales: &[Noted]) -> Result<u64> {
    let mut new = 0;
    // SQLite takes 32 766 values in one statement, and thirteen make a row.
    for part in sales.chunks(500) {
        let rows = part.iter().map(|noted| ActiveModel {
            id: Set(noted.id.0),
            shop_id: Set(shop.0),
            product_id: Set(noted.product.map(|id| id.0)),
            product: Set(noted.sale.product.clone()),
            channel: Set(noted.sale.channel.key().to_owned()),
            day: Set(noted.sale.day.to_string()),
            hour: Set(noted.sale.hour.map(i32::from)),
            amount: Set(i64::try_from(noted.sale.amount.amount()).unwrap_or(i64::MAX)),
            quantity: Set(i32::try_from(noted.sale.quantity).unwrap_or(i32::MAX)),
            key: Set(noted.key.clone()),
            batch_id: Set(noted.batch),
            cancelled_by: Set(None),
            created_at: Set(noted.created_at),
        });
        // Without naming the index: a connection that was open while the tables were made may not know it yet.
        let known = OnConflict::new().do_nothing().to_owned();
        new += Entity::insert_many(rows)
            .on_conflict(known)
            .exec_without_returning(db)
            .await?;
    }
    Ok(new)
}

/// A sale that the shop has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What tells it from every other.
    pub key: String,
    /// Pieces.
    pub quantity: u32,
    /// Whether a later file said that nothing was sold.
    pub cancelled: bool,
}

/// Those of these keys that the shop has already, cancelled ones too.
///
/// # Errors
/// When the database refuses.
pub async fn known(db: &impl ConnectionTrait, shop: ShopId, keys: &[String]) -> Result<Vec<Known>> {
    let mut found = Vec::new();
    for part in keys.chunks(500) {
        let rows: Vec<(String, i32, Option<Uuid>)> = Entity::find()
            .select_only()
            .columns([Column::Key, Column::Quantity, Column::CancelledBy])
            .filter(Column::ShopId.eq(shop.0))
            .filter(Column::Key.is_in(part))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|(key, quantity, by)| Known {
            key,
            quantity: u32::try_from(quantity).unwrap_or(0),
            cancelled: by.is_some(),
        }));
    }
    Ok(found)
}

/// Lets sales count nowhere any more, because a later file says that nothing was sold. They stay known, so that an older
/// file does not bring them back. Returns how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn cancel(
    db: &impl ConnectionTrait,
    shop: ShopId,
    keys: &[String],
    batch: Uuid,
) -> Result<u64> {
    let mut gone = 0;
    for part in keys.chunks(500) {
        let done = Entity::update_many()
            .col_expr(Column::CancelledBy, Expr::value(Some(batch)))
            .filter(Column::ShopId.eq(shop.0))
            .filter(Column::Key.is_in(part))
            .filter(Column::CancelledBy.is_null())
            .exec(db)
            .await?;
        gone += done.rows_affected;
    }
    Ok(gone)
}

/// Lets a sale count for less, because some of its pieces came back. Returns whether it counted for more before.
///
/// # Errors
/// When the database refuses.
pub async fn lessen(
    db: &impl ConnectionTrait,
    shop: ShopId,
    (key, quantity, amount): (&str, u32, Rupiah),
) -> Result<bool> {
    let quantity = i32::try_from(quantity).unwrap_or(i32::MAX);
    let amount = i64::try_from(amount.amount()).unwrap_or(i64::MAX);
    let done = Entity::update_many()
        .col_expr(Column::Quantity, Expr::value(quantity))
        .col_expr(Column::Amount, Expr::value(amount))
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::Key.eq(key))
        .filter(Column::Quantity.gt(quantity))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// The last day on which each of these shops sold something; those that never did are left out.
///
/// # Errors
/// When the database refuses.
pub async fn last_days(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<std::collections::HashMap<ShopId, Date>> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .column(Column::ShopId)
        .column_as(Column::Day.max(), "last")
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .filter(Column::CancelledBy.is_null())
        .group_by(Column::ShopId)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(shop, day)| Ok((ShopId(shop), super::date_of(&day, "sale")?)))
        .collect()
}

/// Takes one sale back.
///
/// # Errors
/// `Missing` when the shop has no such sale.
pub async fn remove(db: &impl ConnectionTrait, shop: ShopId, id: SaleId) -> Result<()> {
    let done = Entity::delete_many()
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Takes back all sales that came with a file, lets those count again that it cancelled, and returns how many of both.
///
/// # Errors
/// When the database refuses.
pub async fn remove_batch(db: &impl ConnectionTrait, shop: ShopId, batch: Uuid) -> Result<u64> {
    let back = Entity::update_many()
        .col_expr(Column::CancelledBy, Expr::value(None::<Uuid>))
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::CancelledBy.eq(batch))
        .exec(db)
        .await?;
    let done = Entity::delete_many()
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::BatchId.eq(batch))
        .exec(db)
        .await?;
    Ok(back.rows_affected + done.rows_affected)
}

/// A file whose sales stand in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The file.
    pub id: Uuid,
    /// Its first channel's word.
    pub channel: String,
    /// How many sales came with it.
    pub sales: u64,
    /// Rupiah of those that still count.
    pub amount: u64,
    /// The first and the last day of them, ISO 8601.
    pub days: (String, String),
    /// When it was kept, in Unix milliseconds.
    pub created_at: i64,
}

/// Files whose sales stand in the book, the last kept first.
///
/// # Errors
/// When the database refuses.
pub async fn batches(db: &impl ConnectionTrait, shop: ShopId, most: u64) -> Result<Vec<Batch>> {
    type Sums = (Uuid, String, i64, Option<i64>, String, String, i64);
    let counts = Expr::case(Column::CancelledBy.is_null(), Expr::col(Column::Amount)).finally(0);
    let kept = Column::CreatedAt.max();
    let rows: Vec<Sums> = Entity::find()
        .select_only()
        .column(Column::BatchId)
        .column_as(Column::Channel.min(), "channel")
        .column_as(Expr::cust("COUNT(*)"), "sales")
        .column_as(Func::sum(counts).cast_as(Alias::new("bigint")), "amount")
        .column_as(Column::Day.min(), "first")
        .column_as(Column::Day.max(), "last")
        .column_as(kept.clone(), "kept")
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::BatchId.is_not_null())
        .group_by(Column::BatchId)
        .order_by_desc(kept)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    Ok(rows
        .into_iter()
        .map(
            |(id, channel, sales, amount, first, last, created_at)| Batch {
                id,
                channel,
                sales: count(sales),
                amount: count(amount.unwrap_or(0)),
                days: (first, last),
                created_at,
            },
        )
        .collect())
}

/// Days of a book, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

fn during(shop: ShopId, days: Days) -> Condition {
    // Days of four-figure years stand in the order of their texts.
    Condition::all()
        .add(Column::ShopId.eq(shop.0))
        .add(Column::CancelledBy.is_null())
        .add(Column::Day.gte(days.first.to_string()))
        .add(Column::Day.lte(days.last.to_string()))
}

/// Sales of some days, the last day first.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    db: &impl ConnectionTrait,
    shop: ShopId,
    days: Days,
    page: Page,
) -> Result<Vec<Noted>> {
    let all = Entity::find()
        .filter(during(shop, days))
        .order_by_desc(Column::Day)
        .order_by_desc(Column::CreatedAt);
    part(db, all, page).await
}

/// Sales of some days, the last noted first: what one may still want to take back.
///
/// # Errors
/// When the database refuses.
pub async fn last_noted(
    db: &impl ConnectionTrait,
    shop: ShopId,
    days: Days,
    most: u64,
) -> Result<Vec<Noted>> {
    let page = Page {
        skip: 0,
        take: most,
    };
    let all = Entity::find()
        .filter(during(shop, days))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Day);
    part(db, all, page).await
}

/// A part of these sales; those that are alike in all that they are ordered by stand in the order of their ids.
async fn part(db: &impl ConnectionTrait, all: Select<Entity>, page: Page) -> Result<Vec<Noted>> {
    let rows = all
        .order_by_desc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(Noted::try_from).collect()
}

/// The sales after a place in the book, the first day first, cancelled ones too: for whoever reads them all, part by part.
///
/// # Errors
/// When the database refuses.
pub async fn after(
    db: &impl ConnectionTrait,
    shop: ShopId,
    place: Option<&(String, Uuid)>,
    most: u64,
) -> Result<Vec<Row>> {
    let mut all = Entity::find().filter(Column::ShopId.eq(shop.0));
    if let Some(place) = place {
        all = all.filter(past((Column::Day, Column::Id), place));
    }
    Ok(all
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// Sums of some sales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many sales.
    pub sales: u64,
    /// Pieces.
    pub pieces: u64,
    /// Rupiah.
    pub amount: u64,
}

/// What sums are made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// ISO 8601 days.
    Day,
    /// `2026-11`.
    Month,
    /// `0` to `23`; empty where it is not known.
    Hour,
    /// Words of channels.
    Channel,
    /// Names of products.
    Product,
    /// [`FILED`] for those that came with a file; empty for those noted by hand.
    Source,
}

/// The group of sales that came with an order file.
pub const FILED: &str = "filed";

/// Sums of some days, group by group, in the order of the groups' texts.
///
/// # Errors
/// When the database refuses.
pub async fn sums(
    db: &impl ConnectionTrait,
    shop: ShopId,
    days: Days,
    by: By,
) -> Result<Vec<(String, Total)>> {
    let group = match by {
        By::Day => Expr::col(Column::Day),
        By::Month => Expr::cust("substr(day, 1, 7)"),
        By::Hour => Expr::cust("COALESCE(CAST(hour AS VARCHAR(4)), '')"),
        By::Channel => Expr::col(Column::Channel),
        By::Product => Expr::col(Column::Product),
        By::Source => Expr::cust("CASE WHEN batch_id IS NULL THEN '' ELSE 'filed' END"),
    };
    // PostgreSQL adds whole numbers up to a decimal one.
    let whole = |column: Column| Func::sum(Expr::col(column)).cast_as(Alias::new("bigint"));
    let rows: Vec<(String, i64, i64, i64)> = Entity::find()
        .select_only()
        .column_as(group.clone(), "name")
        .column_as(Expr::cust("COUNT(*)"), "sales")
        .column_as(whole(Column::Quantity), "pieces")
        .column_as(whole(Column::Amount), "amount")
        .filter(during(shop, days))
        .group_by(group)
        .into_tuple()
        .all(db)
        .await?;
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    let mut sums: Vec<(String, Total)> = rows
        .into_iter()
        .map(|(name, sales, pieces, amount)| {
            let total = Total {
                sales: count(sales),
                pieces: count(pieces),
                amount: count(amount),
            };
            (name, total)
        })
        .collect();
    sums.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(sums)
}
