//! Printed cards that let their holders in once.

use naik_core::id::{CardId, PersonId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::one;
pub use crate::entity::card::Model as Card;
use crate::entity::card::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Makes a card.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, card: Card) -> Result<()> {
    Entity::insert(ActiveModel::from(card))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The card of a secret's digest, used or not.
///
/// # Errors
/// When the database refuses.
pub async fn find(db: &impl ConnectionTrait, token_hash: &str) -> Result<Option<Card>> {
    Ok(Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .one(db)
        .await?)
}

/// Uses a card up. Of two who try at once, one gets in.
///
/// # Errors
/// `Missing` when it was used, revoked or has expired.
pub async fn spend(db: &impl ConnectionTrait, id: CardId, now: i64) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            used_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Makes a person's unused cards worthless, and says how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(db: &impl ConnectionTrait, person: PersonId, now: i64) -> Result<u64> {
    let done = Entity::update_many()
        .set(ActiveModel {
            revoked_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// A person's cards, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Card>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_desc(Column::CreatedAt)
        .all(db)
        .await?)
}
