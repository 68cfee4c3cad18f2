//! Photos of products.

use naik_core::id::{PhotoId, ProductId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};

pub use crate::entity::photo::Model as Photo;
use crate::entity::photo::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Adds a photo behind the others.
///
/// # Errors
/// `Taken` when the product has this very photo already.
pub async fn add(db: &impl ConnectionTrait, mut photo: Photo) -> Result<()> {
    let last = Entity::find()
        .filter(Column::ProductId.eq(photo.product_id))
        .order_by_desc(Column::Position)
        .one(db)
        .await?;
    photo.position = last.map_or(0, |row| row.position + 1);
    Entity::insert(ActiveModel::from(photo))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A product's photos, in order.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Photo>> {
    Ok(Entity::find()
        .filter(Column::ProductId.eq(product.0))
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Photos of several products, each product's own in their order.
///
/// # Errors
/// When the database refuses.
pub async fn of_several(db: &impl ConnectionTrait, products: &[ProductId]) -> Result<Vec<Photo>> {
    Ok(Entity::find()
        .filter(Column::ProductId.is_in(products.iter().map(|id| id.0)))
        .order_by_asc(Column::ProductId)
        .order_by_asc(Column::Position)
        .all(db)
        .await?)
}

/// A photo of a product.
///
/// # Errors
/// `Missing` when the product has no such photo.
pub async fn get(db: &impl ConnectionTrait, product: ProductId, id: PhotoId) -> Result<Photo> {
    let found = Entity::find_by_id(id.0)
        .filter(Column::ProductId.eq(product.0))
        .one(db)
        .await?;
    found.ok_or(StoreError::Missing)
}

/// Keeps what the owner drew on a photo.
///
/// # Errors
/// When the database refuses.
pub async fn set_strokes(
    db: &impl ConnectionTrait,
    id: PhotoId,
    strokes: Option<String>,
) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            strokes: Set(strokes),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Moves a photo to the front; the first one shows the product.
///
/// # Errors
/// When the database refuses.
pub async fn to_front(db: &impl ConnectionTrait, product: ProductId, id: PhotoId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Position, Expr::col(Column::Position).add(1))
        .filter(Column::ProductId.eq(product.0))
        .exec(db)
        .await?;
    Entity::update_many()
        .set(ActiveModel {
            position: Set(0),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::ProductId.eq(product.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes a photo away; its file goes with the next sweep.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, product: ProductId, id: PhotoId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::ProductId.eq(product.0))
        .exec(db)
        .await?;
    Ok(())
}
