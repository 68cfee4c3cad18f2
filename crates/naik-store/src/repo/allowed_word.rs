//! Words and names whose comments a shop lets pass.

use naik_core::id::ShopId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entity::allowed_word::{ActiveModel, Column, Entity};
use crate::error::Result;

/// A shop's words, in order.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<String>> {
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_asc(Column::Word)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.word).collect())
}

/// Puts these words in the place of those that were there; each word once.
///
/// # Errors
/// When the database refuses.
pub async fn replace(
    db: &impl ConnectionTrait,
    shop: ShopId,
    words: &[String],
    now: i64,
) -> Result<()> {
    Entity::delete_many()
        .filter(Column::ShopId.eq(shop.0))
        .exec(db)
        .await?;
    let rows = words.iter().map(|word| ActiveModel {
        shop_id: Set(shop.0),
        word: Set(word.clone()),
        added_at: Set(now),
    });
    if !words.is_empty() {
        Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}
