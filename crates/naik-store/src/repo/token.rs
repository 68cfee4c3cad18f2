//! Programs' keys to the API.

use naik_core::id::{PersonId, TokenId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};

use super::access::{self, Held};
use super::one;
pub use crate::entity::token::Model as Token;
use crate::entity::token::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Makes a key.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, token: Token) -> Result<()> {
    Entity::insert(ActiveModel::from(token))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The key of a secret's digest with its holder, if it still opens anything; notes its use.
///
/// # Errors
/// When the database refuses, or a row can't be read.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &str,
    now: i64,
) -> Result<Option<Held<Token>>> {
    let opens = Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.is_null().or(Column::ExpiresAt.gt(now)));
    let found = access::held(db, opens, Column::PersonId).await?;
    if let Some(Held { by: token, .. }) = &found
        // Once a minute is exact enough, and spares a write at each call.
        && token.used_at.is_none_or(|used| used + 60_000 < now)
    {
        Entity::update_many()
            .set(ActiveModel {
                used_at: Set(Some(now)),
                ..ActiveModel::default()
            })
            .filter(Column::Id.eq(token.id))
            .exec(db)
            .await?;
    }
    Ok(found)
}

/// A person's keys, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Token>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_desc(Column::CreatedAt)
        .all(db)
        .await?)
}

/// Makes all keys of a person worthless.
///
/// # Errors
/// When the database refuses.
pub async fn revoke_all(db: &impl ConnectionTrait, person: PersonId, now: i64) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            revoked_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Makes a person's key worthless.
///
/// # Errors
/// `Missing` when they have no such key.
pub async fn revoke(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: TokenId,
    now: i64,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            revoked_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}
