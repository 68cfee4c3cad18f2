//! Businesses, and who works in them.

use naik_core::access::{Post, Scope};
use naik_core::account::Area;
use naik_core::id::{PersonId, ShopId, Uuid};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{Page, insert_all, within};
pub use crate::entity::shop::Model as Shop;
use crate::entity::{mentoring, post, shop};
use crate::error::{Result, StoreError};

/// Opens a shop.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, row: Shop) -> Result<()> {
    shop::Entity::insert(shop::ActiveModel::from(row))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Opens many shops at once, each with its owner from then on.
///
/// # Errors
/// When the database refuses.
pub async fn create_all(db: &impl ConnectionTrait, new: Vec<(Shop, PersonId)>) -> Result<()> {
    let posts: Vec<post::ActiveModel> = new
        .iter()
        .map(|(row, owner)| post::ActiveModel {
            shop_id: Set(row.id),
            person_id: Set(owner.0),
            post: Set(Post::Owner.key().to_owned()),
            since: Set(row.created_at),
        })
        .collect();
    let rows = new.into_iter().map(|(row, _)| shop::ActiveModel::from(row));
    insert_all(db, rows.collect()).await?;
    insert_all(db, posts).await
}

/// The shop with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: ShopId) -> Result<Shop> {
    let row = shop::Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// Whether a shop of the demonstration is here.
///
/// # Errors
/// When the database refuses.
pub async fn any_demo(db: &impl ConnectionTrait) -> Result<bool> {
    let found = shop::Entity::find()
        .filter(shop::Column::Demo.eq(true))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Lets a person work in a shop.
///
/// # Errors
/// `Taken` when they do already.
pub async fn join(
    db: &impl ConnectionTrait,
    shop: ShopId,
    person: PersonId,
    as_what: Post,
    now: i64,
) -> Result<()> {
    post::Entity::insert(post::ActiveModel {
        shop_id: Set(shop.0),
        person_id: Set(person.0),
        post: Set(as_what.key().to_owned()),
        since: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Lets a mentor accompany a shop.
///
/// # Errors
/// `Taken` when they do already.
pub async fn accompany(
    db: &impl ConnectionTrait,
    mentor: PersonId,
    shop: ShopId,
    now: i64,
) -> Result<()> {
    mentoring::Entity::insert(mentoring::ActiveModel {
        mentor_id: Set(mentor.0),
        shop_id: Set(shop.0),
        since: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Ends that a mentor accompanies a shop.
///
/// # Errors
/// When the database refuses.
pub async fn part(db: &impl ConnectionTrait, mentor: PersonId, shop: ShopId) -> Result<()> {
    mentoring::Entity::delete_by_id((mentor.0, shop.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Shops that a mentor accompanies, by name.
///
/// # Errors
/// When the database refuses.
pub async fn accompanied(db: &impl ConnectionTrait, mentor: PersonId) -> Result<Vec<Shop>> {
    let links = mentoring::Entity::find()
        .filter(mentoring::Column::MentorId.eq(mentor.0))
        .all(db)
        .await?;
    Ok(shop::Entity::find()
        .filter(shop::Column::Id.is_in(links.iter().map(|link| link.shop_id)))
        .order_by_asc(shop::Column::Name)
        .all(db)
        .await?)
}

/// Since when a mentor accompanies each of their shops, in Unix milliseconds.
///
/// # Errors
/// When the database refuses.
pub async fn accompanied_since(
    db: &impl ConnectionTrait,
    mentor: PersonId,
) -> Result<std::collections::HashMap<Uuid, i64>> {
    let links = mentoring::Entity::find()
        .filter(mentoring::Column::MentorId.eq(mentor.0))
        .all(db)
        .await?;
    Ok(links
        .into_iter()
        .map(|link| (link.shop_id, link.since))
        .collect())
}

/// Since when each mentor of these shops accompanies them, in Unix milliseconds.
///
/// # Errors
/// When the database refuses.
pub async fn mentors_since(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<Vec<(ShopId, PersonId, i64)>> {
    let links = mentoring::Entity::find()
        .filter(mentoring::Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .all(db)
        .await?;
    Ok(links
        .into_iter()
        .map(|link| (ShopId(link.shop_id), PersonId(link.mentor_id), link.since))
        .collect())
}

/// Who owns a shop.
///
/// # Errors
/// When the database refuses.
pub async fn owners(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<PersonId>> {
    let rows = post::Entity::find()
        .filter(post::Column::ShopId.eq(shop.0))
        .filter(post::Column::Post.eq(Post::Owner.key()))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect())
}

/// Who owns a shop or works in it.
///
/// # Errors
/// When the database refuses.
pub async fn workers(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<PersonId>> {
    let all = people(db, &[shop]).await?;
    Ok(all.into_iter().map(|(_, person, _)| person).collect())
}

/// Who accompanies a shop, whether its owners agree to it now or not.
///
/// # Errors
/// When the database refuses.
pub async fn mentors(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<PersonId>> {
    let rows = mentoring::Entity::find()
        .filter(mentoring::Column::ShopId.eq(shop.0))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonId(row.mentor_id))
        .collect())
}

/// Who owns these shops or works in them: shop and person, by the time since when.
///
/// # Errors
/// `Damaged` when a post can't be read.
pub async fn people(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<Vec<(ShopId, PersonId, Post)>> {
    let rows = post::Entity::find()
        .filter(post::Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(post::Column::Since)
        .order_by_asc(post::Column::PersonId)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let as_what = Post::parse(&row.post).ok_or(StoreError::Damaged("post"))?;
            Ok((ShopId(row.shop_id), PersonId(row.person_id), as_what))
        })
        .collect()
}

/// The shops with these ids, by name.
///
/// # Errors
/// When the database refuses.
pub async fn several(db: &impl ConnectionTrait, ids: &[ShopId]) -> Result<Vec<Shop>> {
    Ok(shop::Entity::find()
        .filter(shop::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(shop::Column::Name)
        .order_by_asc(shop::Column::Id)
        .all(db)
        .await?)
}

/// Shops of an area, by name.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, area: &Area, page: Page) -> Result<Vec<Shop>> {
    Ok(shop::Entity::find()
        .filter(within(shop::Column::Area, area))
        .order_by_asc(shop::Column::Name)
        .order_by_asc(shop::Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?)
}

/// The names of these shops; those that are not there have none.
///
/// # Errors
/// When the database refuses.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<std::collections::HashMap<Uuid, String>> {
    let rows: Vec<(Uuid, String)> = shop::Entity::find()
        .select_only()
        .columns([shop::Column::Id, shop::Column::Name])
        .filter(shop::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What rights over a shop are asked for.
///
/// # Errors
/// `Damaged` when its area can't be read.
pub fn scope(row: &Shop) -> Result<Scope> {
    let area = Area::parse(&row.area).map_err(|_| StoreError::Damaged("shop"))?;
    Ok(Scope::Shop(ShopId(row.id), area))
}
