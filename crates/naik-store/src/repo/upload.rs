//! Photos on their way, chunk by chunk, over a network that comes and goes.

use naik_core::id::{PhotoId, ProductId, UploadId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::one;
pub use crate::entity::upload::Model as Upload;
use crate::entity::upload::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Begins an upload, or returns the one that was begun with the same key.
///
/// # Errors
/// When the database refuses.
pub async fn begin(db: &impl ConnectionTrait, upload: Upload) -> Result<Upload> {
    let (product, key) = (upload.product_id, upload.key.clone());
    let made = Entity::insert(ActiveModel::from(upload.clone()))
        .exec_without_returning(db)
        .await
        .map_err(StoreError::from);
    match made {
        Ok(_) => Ok(upload),
        Err(StoreError::Taken) => {
            let found = Entity::find()
                .filter(Column::ProductId.eq(product))
                .filter(Column::Key.eq(key))
                .one(db)
                .await?;
            found.ok_or(StoreError::Missing)
        }
        Err(error) => Err(error),
    }
}

/// The upload with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: UploadId) -> Result<Upload> {
    let found = Entity::find_by_id(id.0).one(db).await?;
    found.ok_or(StoreError::Missing)
}

/// Notes that bytes arrived, if `from` is still where it stood: a chunk sent twice counts once.
///
/// # Errors
/// `Changed` when another chunk came first.
pub async fn advance(db: &impl ConnectionTrait, id: UploadId, from: i64, to: i64) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            received: Set(to),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::Received.eq(from))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// Notes which photo it became.
///
/// # Errors
/// When the database refuses.
pub async fn complete(db: &impl ConnectionTrait, id: UploadId, photo: PhotoId) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            photo_id: Set(Some(photo.0)),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Uploads of a product that are not complete.
///
/// # Errors
/// When the database refuses.
pub async fn open(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Upload>> {
    Ok(Entity::find()
        .filter(Column::ProductId.eq(product.0))
        .filter(Column::PhotoId.is_null())
        .all(db)
        .await?)
}

/// Uploads begun before a time; their chunks are to be dropped, then their rows by [`remove`].
///
/// # Errors
/// When the database refuses.
pub async fn stale(db: &impl ConnectionTrait, before: i64) -> Result<Vec<UploadId>> {
    let rows = Entity::find()
        .filter(Column::CreatedAt.lt(before))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| UploadId(row.id)).collect())
}

/// Removes an upload's row.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, id: UploadId) -> Result<()> {
    Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}
