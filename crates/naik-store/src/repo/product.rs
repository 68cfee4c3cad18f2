//! Products of shops, and guests' drafts of them.

use naik_core::access::Scope;
use naik_core::facts::Facts;
use naik_core::id::{GuestId, KitId, ProductId, ShopId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{Page, one};
use crate::entity::product::{ActiveModel, Column, Entity, Model};
use crate::entity::shop;
use crate::error::{Result, StoreError};

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A browser without an account.
    Guest(GuestId),
    /// A shop.
    Shop(ShopId),
}

/// What is sold, and how far its kit is.
#[derive(Clone, Debug)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Whose it is.
    pub holder: Holder,
    /// What its owner told.
    pub facts: Facts,
    /// The version of its kit that is shown.
    pub kit: Option<KitId>,
    /// Counts changes of the facts.
    pub revision: i32,
    /// When it was begun.
    pub created_at: i64,
    /// When it was last changed.
    pub updated_at: i64,
    /// When a guest's draft ends.
    pub expires_at: Option<i64>,
}

impl TryFrom<Model> for Product {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let damaged = StoreError::Damaged("product");
        let holder = match (row.shop_id, row.guest_id) {
            (Some(shop), _) => Holder::Shop(ShopId(shop)),
            (None, Some(guest)) => Holder::Guest(GuestId(guest)),
            (None, None) => return Err(damaged),
        };
        Ok(Self {
            id: ProductId(row.id),
            holder,
            facts: serde_json::from_str(&row.facts).map_err(|_| damaged)?,
            kit: row.kit_id.map(KitId),
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
            expires_at: row.expires_at,
        })
    }
}

fn json(facts: &Facts) -> Result<String> {
    serde_json::to_string(facts).map_err(|_| StoreError::Damaged("product"))
}

/// Begins a product.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, product: &Product) -> Result<()> {
    let (shop, guest) = match product.holder {
        Holder::Shop(shop) => (Some(shop.0), None),
        Holder::Guest(guest) => (None, Some(guest.0)),
    };
    Entity::insert(ActiveModel {
        id: Set(product.id.0),
        shop_id: Set(shop),
        guest_id: Set(guest),
        name: Set(product.facts.product.name.clone()),
        facts: Set(json(&product.facts)?),
        kit_id: Set(product.kit.map(|kit| kit.0)),
        revision: Set(product.revision),
        created_at: Set(product.created_at),
        updated_at: Set(product.updated_at),
        expires_at: Set(product.expires_at),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// The product with an id, unless it was a guest's and has ended.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: ProductId, now: i64) -> Result<Product> {
    let row = Entity::find_by_id(id.0).filter(alive(now)).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

fn alive(now: i64) -> sea_orm::Condition {
    sea_orm::Condition::any()
        .add(Column::ExpiresAt.is_null())
        .add(Column::ExpiresAt.gt(now))
}

/// What a right over a product is asked against.
///
/// # Errors
/// `Missing` when its shop is gone.
pub async fn scope(db: &impl ConnectionTrait, product: &Product) -> Result<Scope> {
    match product.holder {
        Holder::Guest(guest) => Ok(Scope::Draft(guest)),
        Holder::Shop(id) => {
            let row = shop::Entity::find_by_id(id.0).one(db).await?;
            super::shop::scope(&row.ok_or(StoreError::Missing)?)
        }
    }
}

/// Products with these ids, in no order.
///
/// # Errors
/// When the database refuses.
pub async fn several(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Product>> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    rows.into_iter().map(Product::try_from).collect()
}

/// The names of all products of these shops.
///
/// # Errors
/// When the database refuses.
pub async fn names_of(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<Vec<(ShopId, String)>> {
    let rows: Vec<(uuid::Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::ShopId, Column::Name])
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(shop, name)| (ShopId(shop), name))
        .collect())
}

/// A holder's products, the last changed first.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    db: &impl ConnectionTrait,
    holder: Holder,
    now: i64,
    page: Page,
) -> Result<Vec<Product>> {
    let rows = Entity::find()
        .filter(held(holder))
        .filter(alive(now))
        .order_by_desc(Column::UpdatedAt)
        .order_by_desc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(Product::try_from).collect()
}

fn held(holder: Holder) -> sea_orm::sea_query::SimpleExpr {
    match holder {
        Holder::Shop(shop) => Column::ShopId.eq(shop.0),
        Holder::Guest(guest) => Column::GuestId.eq(guest.0),
    }
}

/// Changes the facts, if nobody else has since they were read.
///
/// # Errors
/// `Changed` when `revision` is not the last one any more.
pub async fn set_facts(
    db: &impl ConnectionTrait,
    id: ProductId,
    revision: i32,
    facts: &Facts,
    now: i64,
) -> Result<i32> {
    let done = Entity::update_many()
        .set(ActiveModel {
            name: Set(facts.product.name.clone()),
            facts: Set(json(facts)?),
            revision: Set(revision + 1),
            updated_at: Set(now),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::Revision.eq(revision))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    Ok(revision + 1)
}

/// Chooses the version of the kit that is shown.
///
/// # Errors
/// `Missing` when there is no such product.
pub async fn show_kit(
    db: &impl ConnectionTrait,
    id: ProductId,
    kit: KitId,
    now: i64,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            kit_id: Set(Some(kit.0)),
            updated_at: Set(now),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Gives a guest's drafts to a shop, so that nothing made before the account is lost.
///
/// # Errors
/// When the database refuses.
pub async fn adopt(
    db: &impl ConnectionTrait,
    guest: GuestId,
    shop: ShopId,
    now: i64,
) -> Result<u64> {
    let done = Entity::update_many()
        .col_expr(Column::ShopId, Expr::value(shop.0))
        .col_expr(Column::GuestId, Expr::cust("NULL"))
        .col_expr(Column::ExpiresAt, Expr::cust("NULL"))
        .filter(Column::GuestId.eq(guest.0))
        .filter(alive(now))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Removes a product with its photos' and kits' rows; the files go with the next sweep.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, id: ProductId) -> Result<()> {
    Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}

/// Removes guests' drafts that have ended.
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
