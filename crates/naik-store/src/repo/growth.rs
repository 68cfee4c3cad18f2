//! Figures of cohorts, version by version, and what they are made of.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use naik_core::id::{CohortId, ShopId, Uuid};
use naik_core::measure::figures::Figures;
use naik_core::measure::gather::Sold;
use naik_core::measure::growth::Record;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::date_of;
use super::sale::Days;
use crate::entity::{growth, growth_shop, sale};
use crate::error::{Result, StoreError};

/// A version as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// From 1.
    pub version: u32,
    /// When it was worked out, in Unix milliseconds.
    pub computed_at: i64,
    /// SHA-256 of what it was made of.
    pub digest: String,
    /// The figures.
    pub figures: Figures,
}

/// Adds a version with what each shop brought to it. Use a transaction.
///
/// # Errors
/// `Taken` when someone else has added that version.
pub async fn add(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    new: &Kept,
    records: &[Record],
) -> Result<()> {
    let damaged = |_| StoreError::Damaged("growth");
    let version = number(new.version)?;
    growth::Entity::insert(growth::ActiveModel {
        cohort_id: Set(cohort.0),
        version: Set(version),
        computed_at: Set(new.computed_at),
        digest: Set(new.digest.clone()),
        figures: Set(serde_json::to_string(&new.figures).map_err(damaged)?),
    })
    .exec_without_returning(db)
    .await?;
    for part in records.chunks(500) {
        let mut rows = Vec::with_capacity(part.len());
        for record in part {
            rows.push(growth_shop::ActiveModel {
                cohort_id: Set(cohort.0),
                version: Set(version),
                shop_id: Set(record.shop.0),
                record: Set(serde_json::to_string(record).map_err(damaged)?),
            });
        }
        growth_shop::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The last version; none before the first.
///
/// # Errors
/// When the database refuses.
pub async fn last(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Option<Kept>> {
    let row = growth::Entity::find()
        .filter(growth::Column::CohortId.eq(cohort.0))
        .order_by_desc(growth::Column::Version)
        .one(db)
        .await?;
    row.map(TryInto::try_into).transpose()
}

/// The newest version that knows no month later than one; none where every version does.
///
/// # Errors
/// When the database refuses.
pub async fn up_to(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    month: Date,
) -> Result<Option<Kept>> {
    for (version, _) in versions(db, cohort).await? {
        let kept = get(db, cohort, version).await?;
        if kept.figures.frame.last <= month {
            return Ok(Some(kept));
        }
    }
    Ok(None)
}

/// One version.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, cohort: CohortId, version: u32) -> Result<Kept> {
    let version = i32::try_from(version).map_err(|_| StoreError::Missing)?;
    let row = growth::Entity::find_by_id((cohort.0, version))
        .one(db)
        .await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// All versions with the time of each, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn versions(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Vec<(u32, i64)>> {
    let rows: Vec<(i32, i64)> = growth::Entity::find()
        .select_only()
        .columns([growth::Column::Version, growth::Column::ComputedAt])
        .filter(growth::Column::CohortId.eq(cohort.0))
        .order_by_desc(growth::Column::Version)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(version, at): (i32, i64)| Some((u32::try_from(version).ok()?, at));
    let all = rows.into_iter().map(read).collect::<Option<_>>();
    all.ok_or(StoreError::Damaged("growth"))
}

/// What each shop brought to a version; without those that were erased since.
///
/// # Errors
/// When the database refuses.
pub async fn records(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    version: u32,
) -> Result<Vec<Record>> {
    let rows = growth_shop::Entity::find()
        .filter(growth_shop::Column::CohortId.eq(cohort.0))
        .filter(growth_shop::Column::Version.eq(number(version)?))
        .order_by_asc(growth_shop::Column::ShopId)
        .all(db)
        .await?;
    let damaged = |_| StoreError::Damaged("growth_shop");
    rows.into_iter()
        .map(|row| serde_json::from_str(&row.record).map_err(damaged))
        .collect()
}

/// Removes what a shop brought to all versions; their figures stay, in which it has no name. Returns in which cohorts it
/// was counted.
///
/// # Errors
/// When the database refuses.
pub async fn forget(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<CohortId>> {
    let of = || growth_shop::Column::ShopId.eq(shop.0);
    let cohorts: Vec<Uuid> = growth_shop::Entity::find()
        .select_only()
        .column(growth_shop::Column::CohortId)
        .distinct()
        .filter(of())
        .order_by_asc(growth_shop::Column::CohortId)
        .into_tuple()
        .all(db)
        .await?;
    growth_shop::Entity::delete_many()
        .filter(of())
        .exec(db)
        .await?;
    Ok(cohorts.into_iter().map(CohortId).collect())
}

/// What shops sold on each of some days: typed, and from order files.
///
/// # Errors
/// When the database refuses.
pub async fn sold(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
    days: Days,
) -> Result<HashMap<ShopId, BTreeMap<Date, Sold>>> {
    // PostgreSQL adds whole numbers up to a decimal one.
    let whole = Func::sum(Expr::col(sale::Column::Amount)).cast_as(Alias::new("bigint"));
    let mut found: HashMap<ShopId, BTreeMap<Date, Sold>> = HashMap::new();
    for filed in [false, true] {
        let batch = sale::Column::BatchId;
        let rows: Vec<(Uuid, String, i64)> = sale::Entity::find()
            .select_only()
            .columns([sale::Column::ShopId, sale::Column::Day])
            .column_as(whole.clone(), "amount")
            .filter(sale::Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
            .filter(sale::Column::Day.gte(days.first.to_string()))
            .filter(sale::Column::Day.lte(days.last.to_string()))
            .filter(if filed {
                batch.is_not_null()
            } else {
                batch.is_null()
            })
            .group_by(sale::Column::ShopId)
            .group_by(sale::Column::Day)
            .into_tuple()
            .all(db)
            .await?;
        for (shop, day, amount) in rows {
            let of_shop = found.entry(ShopId(shop)).or_default();
            let of_day = of_shop.entry(date_of(&day, "sale")?).or_default();
            let amount = u64::try_from(amount).unwrap_or(0);
            if filed {
                of_day.filed = amount;
            } else {
                of_day.typed = amount;
            }
        }
    }
    Ok(found)
}

fn number(version: u32) -> Result<i32> {
    i32::try_from(version).map_err(|_| StoreError::Damaged("growth"))
}

impl TryFrom<growth::Model> for Kept {
    type Error = StoreError;

    fn try_from(row: growth::Model) -> Result<Self> {
        const DAMAGED: StoreError = StoreError::Damaged("growth");
        Ok(Self {
            version: u32::try_from(row.version).map_err(|_| DAMAGED)?,
            computed_at: row.computed_at,
            digest: row.digest,
            figures: serde_json::from_str(&row.figures).map_err(|_| DAMAGED)?,
        })
    }
}
