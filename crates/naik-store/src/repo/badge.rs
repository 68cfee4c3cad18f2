//! Badges, and the keys that sign them.

use naik_core::id::{BadgeId, ShopId};
use naik_core::programme::certificate::Number;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::one;
pub use crate::entity::badge::Model as Badge;
pub use crate::entity::badge_key::Model as Key;
use crate::entity::{badge, badge_key};
use crate::error::{Result, StoreError};

/// Keeps a badge; the same shop is given the same badge once.
///
/// # Errors
/// `Taken` when it has it already.
pub async fn add(db: &impl ConnectionTrait, row: Badge) -> Result<()> {
    badge::Entity::insert(badge::ActiveModel::from(row))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The badge with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: BadgeId) -> Result<Badge> {
    let row = badge::Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// The badge whose certificate has a number; none where no such certificate was given.
///
/// # Errors
/// When the database refuses.
pub async fn numbered(db: &impl ConnectionTrait, number: Number) -> Result<Option<Badge>> {
    Ok(badge::Entity::find()
        .filter(badge::Column::Number.eq(number.key()))
        .one(db)
        .await?)
}

/// The badge of a shop for one thing since one day.
///
/// # Errors
/// When the database refuses.
pub async fn find(
    db: &impl ConnectionTrait,
    shop: ShopId,
    about: &str,
    since: &str,
) -> Result<Option<Badge>> {
    Ok(badge::Entity::find()
        .filter(badge::Column::ShopId.eq(shop.0))
        .filter(badge::Column::About.eq(about))
        .filter(badge::Column::Since.eq(since))
        .one(db)
        .await?)
}

/// Badges of a shop, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Badge>> {
    Ok(badge::Entity::find()
        .filter(badge::Column::ShopId.eq(shop.0))
        .order_by_desc(badge::Column::Since)
        .order_by_desc(badge::Column::Id)
        .all(db)
        .await?)
}

/// Keeps what a badge says anew: what it shows, until when, and the signed document.
///
/// # Errors
/// `Missing` when it is gone.
pub async fn renew(db: &impl ConnectionTrait, new: &Badge) -> Result<()> {
    let done = badge::Entity::update_many()
        .col_expr(badge::Column::Until, Expr::value(new.until.clone()))
        .col_expr(badge::Column::Named, Expr::value(new.named))
        .col_expr(badge::Column::Proofs, Expr::value(new.proofs))
        .col_expr(badge::Column::Document, Expr::value(new.document.clone()))
        .col_expr(badge::Column::IssuedAt, Expr::value(new.issued_at))
        .filter(badge::Column::Id.eq(new.id))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Takes a badge back, once and for all.
///
/// # Errors
/// `Changed` when it was taken back already.
pub async fn revoke(db: &impl ConnectionTrait, id: BadgeId, reason: &str, now: i64) -> Result<()> {
    let done = badge::Entity::update_many()
        .col_expr(badge::Column::RevokedAt, Expr::value(now))
        .col_expr(badge::Column::Reason, Expr::value(reason))
        .filter(badge::Column::Id.eq(id.0))
        .filter(badge::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// Every badge that was taken back, the first first.
///
/// # Errors
/// When the database refuses.
pub async fn revoked(db: &impl ConnectionTrait) -> Result<Vec<Badge>> {
    Ok(badge::Entity::find()
        .filter(badge::Column::RevokedAt.is_not_null())
        .order_by_asc(badge::Column::RevokedAt)
        .order_by_asc(badge::Column::Id)
        .all(db)
        .await?)
}

/// All keys, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn keys(db: &impl ConnectionTrait) -> Result<Vec<Key>> {
    Ok(badge_key::Entity::find()
        .order_by_asc(badge_key::Column::CreatedAt)
        .order_by_asc(badge_key::Column::Public)
        .all(db)
        .await?)
}

/// Adds a key that signs from now on.
///
/// # Errors
/// When the database refuses.
pub async fn add_key(
    db: &impl ConnectionTrait,
    public: &str,
    secret: String,
    now: i64,
) -> Result<()> {
    let new = badge_key::ActiveModel {
        public: Set(public.to_owned()),
        secret: Set(Some(secret)),
        created_at: Set(now),
        retired_at: Set(None),
    };
    let known = OnConflict::column(badge_key::Column::Public)
        .do_nothing()
        .to_owned();
    badge_key::Entity::insert(new)
        .on_conflict(known)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Retires all keys that sign: their secret halves go, their public ones stay. Returns how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn retire_keys(db: &impl ConnectionTrait, now: i64) -> Result<u64> {
    let done = badge_key::Entity::update_many()
        .col_expr(badge_key::Column::Secret, Expr::value(None::<String>))
        .col_expr(badge_key::Column::RetiredAt, Expr::value(now))
        .filter(badge_key::Column::RetiredAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
