//! Keys that stay in people's phones.

use naik_core::id::{PasskeyId, PersonId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::one;
pub use crate::entity::passkey::Model as Passkey;
use crate::entity::passkey::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Keeps a passkey.
///
/// # Errors
/// `Taken` when someone has it already.
pub async fn create(db: &impl ConnectionTrait, passkey: Passkey) -> Result<()> {
    Entity::insert(ActiveModel::from(passkey))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The passkey that a phone calls so.
///
/// # Errors
/// When the database refuses.
pub async fn find(db: &impl ConnectionTrait, credential_id: &str) -> Result<Option<Passkey>> {
    Ok(Entity::find()
        .filter(Column::CredentialId.eq(credential_id))
        .one(db)
        .await?)
}

/// A person's passkeys, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Passkey>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// Notes that a passkey was used: its new state and counter. Of two who used it at the same count, one gets through.
///
/// # Errors
/// `Changed` when it was used or removed since it was read.
pub async fn used(
    db: &impl ConnectionTrait,
    read: &Passkey,
    (state, counter): (String, i64),
    now: i64,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            state: Set(state),
            counter: Set(counter),
            used_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(read.id))
        .filter(Column::Counter.eq(read.counter))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// Gives a person's passkey another name.
///
/// # Errors
/// `Missing` when they have no such passkey.
pub async fn rename(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: PasskeyId,
    name: &str,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            name: Set(name.to_owned()),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Removes a person's passkey.
///
/// # Errors
/// `Missing` when they have no such passkey.
pub async fn remove(db: &impl ConnectionTrait, person: PersonId, id: PasskeyId) -> Result<()> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Removes all passkeys of a person, and says how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn remove_all(db: &impl ConnectionTrait, person: PersonId) -> Result<u64> {
    let done = Entity::delete_many()
        .filter(Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
