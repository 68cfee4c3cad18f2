//! What the program itself has to remember.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::entity::setting;
use crate::error::{Result, StoreError};

/// The value of a key.
///
/// # Errors
/// When the database refuses.
pub async fn get(db: &impl ConnectionTrait, key: &str) -> Result<Option<String>> {
    let found = setting::Entity::find_by_id(key).one(db).await?;
    Ok(found.map(|row| row.value))
}

/// The value of a key; when there is none yet, `fresh` becomes it. Two processes that begin together agree.
///
/// # Errors
/// When the database refuses.
pub async fn get_or(db: &impl ConnectionTrait, key: &str, fresh: String) -> Result<String> {
    setting::Entity::insert(setting::ActiveModel {
        key: Set(key.to_owned()),
        value: Set(fresh),
    })
    .on_conflict(
        OnConflict::column(setting::Column::Key)
            .do_nothing()
            .to_owned(),
    )
    .exec_without_returning(db)
    .await?;
    get(db, key).await?.ok_or(StoreError::Missing)
}

/// Sets the value of a key.
///
/// # Errors
/// When the database refuses.
pub async fn set(db: &impl ConnectionTrait, key: &str, value: String) -> Result<()> {
    setting::Entity::insert(setting::ActiveModel {
        key: Set(key.to_owned()),
        value: Set(value),
    })
    .on_conflict(
        OnConflict::column(setting::Column::Key)
            .update_column(setting::Column::Value)
            .to_owned(),
    )
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Forgets a key.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, key: &str) -> Result<()> {
    setting::Entity::delete_by_id(key).exec(db).await?;
    Ok(())
}
