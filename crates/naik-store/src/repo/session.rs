//! Signed-in browsers.

use std::collections::HashMap;

use naik_core::id::{PersonId, SessionId, Uuid};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::access::{self, Held};
pub use crate::entity::session::Model as Session;
use crate::entity::session::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Begins a session.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, session: Session) -> Result<()> {
    Entity::insert(ActiveModel::from(session))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The session of a secret's digest with its holder, unless it has ended.
///
/// # Errors
/// When the database refuses, or a row can't be read.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &str,
    now: i64,
) -> Result<Option<Held<Session>>> {
    let alive = Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::ExpiresAt.gt(now));
    access::held(db, alive, Column::PersonId).await
}

/// Notes that a session is used, and when it would end now.
///
/// # Errors
/// When the database refuses.
pub async fn seen(
    db: &impl ConnectionTrait,
    id: SessionId,
    now: i64,
    expires_at: i64,
) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            seen_at: Set(now),
            expires_at: Set(expires_at),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// A person's sessions, the last used first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, person: PersonId, now: i64) -> Result<Vec<Session>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::SeenAt)
        .all(db)
        .await?)
}

/// When each of these people was last here; of those who have no session any more it is not known.
///
/// # Errors
/// When the database refuses.
pub async fn last_seen(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<HashMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column_as(Column::SeenAt.max(), "last")
        .filter(Column::PersonId.is_in(people.iter().map(|person| person.0)))
        .group_by(Column::PersonId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Ends one session.
///
/// # Errors
/// When the database refuses.
pub async fn end(db: &impl ConnectionTrait, id: SessionId) -> Result<()> {
    Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}

/// Ends a person's sessions, but for one.
///
/// # Errors
/// When the database refuses.
pub async fn end_others(
    db: &impl ConnectionTrait,
    person: PersonId,
    but: Option<SessionId>,
) -> Result<u64> {
    let mut ended = Entity::delete_many().filter(Column::PersonId.eq(person.0));
    if let Some(but) = but {
        ended = ended.filter(Column::Id.ne(but.0));
    }
    Ok(ended.exec(db).await?.rows_affected)
}

/// Removes sessions that have ended.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(db: &impl ConnectionTrait, now: i64) -> Result<u64> {
    let done = Entity::delete_many()
        .filter(Column::ExpiresAt.lte(now))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// When each of these people was last seen in a session that goes on.
///
/// # Errors
/// When the database refuses.
pub async fn last(db: &impl ConnectionTrait, people: &[Uuid]) -> Result<HashMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column_as(Column::SeenAt.max(), "last")
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .group_by(Column::PersonId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
