//! Versions of kits and their files. A version that is made is never changed.

use naik_core::id::{KitId, ProductId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entity::kit::{ActiveModel, Column, Entity, Model};
use crate::entity::kit_file;
use crate::error::{Result, StoreError};

pub use crate::entity::kit_file::Model as File;

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for a worker, or is with one.
    Making,
    /// Stands.
    Made,
    /// Could not be made.
    Failed,
    /// Was stopped by its owner.
    Cancelled,
}

impl State {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Making => "making",
            Self::Made => "made",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn parse(word: &str) -> Result<Self> {
        [Self::Making, Self::Made, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|state| state.key() == word)
            .ok_or(StoreError::Damaged("kit"))
    }
}

/// One version of a product's kit.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its id.
    pub id: KitId,
    /// The product.
    pub product: ProductId,
    /// 1, 2, 3 ... within the product.
    pub number: i32,
    /// The version that it was made from.
    pub origin: Option<KitId>,
    /// What was asked for: `whole`, `photos`, `posts`, `text` ...
    pub reason: String,
    /// Where it stands.
    pub state: State,
    /// `kit.json`, once it is made.
    pub record: Option<String>,
    /// Why it could not be made: a message as JSON.
    pub error: Option<String>,
    /// When it was asked for.
    pub created_at: i64,
    /// When it was made.
    pub made_at: Option<i64>,
}

impl TryFrom<Model> for Version {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: KitId(row.id),
            product: ProductId(row.product_id),
            number: row.number,
            origin: row.origin.map(KitId),
            state: State::parse(&row.state)?,
            reason: row.reason,
            record: row.record,
            error: row.error,
            created_at: row.created_at,
            made_at: row.made_at,
        })
    }
}

/// Asks for a version; it gets the next number.
///
/// # Errors
/// `Taken` when another version took the number at the same moment.
pub async fn create(
    db: &impl ConnectionTrait,
    id: KitId,
    product: ProductId,
    origin: Option<KitId>,
    reason: &str,
    now: i64,
) -> Result<i32> {
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::ProductId.eq(product.0))
        .order_by_desc(Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    let number = last.unwrap_or(0) + 1;
    Entity::insert(ActiveModel {
        id: Set(id.0),
        product_id: Set(product.0),
        number: Set(number),
        origin: Set(origin.map(|kit| kit.0)),
        reason: Set(reason.to_owned()),
        state: Set(State::Making.key().to_owned()),
        record: Set(None),
        error: Set(None),
        created_at: Set(now),
        made_at: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    Ok(number)
}

/// Whether there is such a version, or still is.
///
/// # Errors
/// When the database refuses.
pub async fn is_there(db: &impl ConnectionTrait, id: KitId) -> Result<bool> {
    Ok(Entity::find_by_id(id.0).one(db).await?.is_some())
}

/// A version of a product by its id.
///
/// # Errors
/// `Missing` when the product has no such version.
pub async fn get(db: &impl ConnectionTrait, product: ProductId, id: KitId) -> Result<Version> {
    let found = Entity::find_by_id(id.0)
        .filter(Column::ProductId.eq(product.0))
        .one(db)
        .await?;
    found.ok_or(StoreError::Missing)?.try_into()
}

/// A version of a product by its number.
///
/// # Errors
/// `Missing` when the product has no such version.
pub async fn by_number(
    db: &impl ConnectionTrait,
    product: ProductId,
    number: i32,
) -> Result<Version> {
    let found = Entity::find()
        .filter(Column::ProductId.eq(product.0))
        .filter(Column::Number.eq(number))
        .one(db)
        .await?;
    found.ok_or(StoreError::Missing)?.try_into()
}

/// A product's versions, newest first, without their records.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Version>> {
    // A record is some hundred kilobytes, and no list shows it.
    let rows = Entity::find()
        .select_only()
        .columns(Column::iter().filter(|column| !matches!(column, Column::Record)))
        .column_as(Expr::cust("NULL"), "record")
        .filter(Column::ProductId.eq(product.0))
        .order_by_desc(Column::Number)
        .all(db)
        .await?;
    rows.into_iter().map(Version::try_from).collect()
}

/// Notes that a version stands; a version that stands already is left as it is.
///
/// # Errors
/// When the database refuses.
pub async fn made(db: &impl ConnectionTrait, id: KitId, record: String, now: i64) -> Result<()> {
    end(
        db,
        id,
        ActiveModel {
            state: Set(State::Made.key().to_owned()),
            record: Set(Some(record)),
            made_at: Set(Some(now)),
            ..ActiveModel::default()
        },
    )
    .await
}

/// Notes that a version could not be made, or is not wanted.
///
/// # Errors
/// When the database refuses.
pub async fn ended(
    db: &impl ConnectionTrait,
    id: KitId,
    state: State,
    error: Option<String>,
) -> Result<()> {
    end(
        db,
        id,
        ActiveModel {
            state: Set(state.key().to_owned()),
            error: Set(error),
            ..ActiveModel::default()
        },
    )
    .await
}

/// Lets a version that could not be made, or was stopped, be made after all.
///
/// # Errors
/// When the database refuses.
pub async fn again(db: &impl ConnectionTrait, id: KitId) -> Result<()> {
    ended(db, id, State::Making, None).await
}

async fn end(db: &impl ConnectionTrait, id: KitId, row: ActiveModel) -> Result<()> {
    Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.ne(State::Made.key()))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes a file of a version; a file made again takes the place of the first.
///
/// # Errors
/// When the database refuses.
pub async fn put_file(db: &impl ConnectionTrait, file: File) -> Result<()> {
    kit_file::Entity::insert(kit_file::ActiveModel::from(file))
        .on_conflict(
            OnConflict::columns([kit_file::Column::KitId, kit_file::Column::Path])
                .update_columns([kit_file::Column::Sha256, kit_file::Column::Bytes])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Makes these a version's files, and no others.
///
/// # Errors
/// When the database refuses.
pub async fn set_files(db: &impl ConnectionTrait, id: KitId, files: Vec<File>) -> Result<()> {
    kit_file::Entity::delete_many()
        .filter(kit_file::Column::KitId.eq(id.0))
        .exec(db)
        .await?;
    // A statement holds at most 999 values in old versions of SQLite.
    for some in files.chunks(200) {
        kit_file::Entity::insert_many(some.iter().cloned().map(kit_file::ActiveModel::from))
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// A version's files, by path.
///
/// # Errors
/// When the database refuses.
pub async fn files(db: &impl ConnectionTrait, id: KitId) -> Result<Vec<File>> {
    Ok(kit_file::Entity::find()
        .filter(kit_file::Column::KitId.eq(id.0))
        .order_by_asc(kit_file::Column::Path)
        .all(db)
        .await?)
}

/// One file of a version.
///
/// # Errors
/// `Missing` when the version has no such file.
pub async fn file(db: &impl ConnectionTrait, id: KitId, path: &str) -> Result<File> {
    let found = kit_file::Entity::find_by_id((id.0, path.to_owned()))
        .one(db)
        .await?;
    found.ok_or(StoreError::Missing)
}

/// Numbers of several kits within their products.
///
/// # Errors
/// When the database refuses.
pub async fn numbers(db: &impl ConnectionTrait, kits: &[KitId]) -> Result<Vec<(KitId, i32)>> {
    let rows: Vec<(uuid::Uuid, i32)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Number])
        .filter(Column::Id.is_in(kits.iter().map(|id| id.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, number)| (KitId(id), number))
        .collect())
}

/// Pictures of several kits that show the product itself, on white, in a scene or tidied, by kit and path: not the twenty
/// that are cut for marketplaces.
///
/// # Errors
/// When the database refuses.
pub async fn pictures(db: &impl ConnectionTrait, kits: &[KitId]) -> Result<Vec<(KitId, File)>> {
    let shown = sea_orm::Condition::any()
        .add(kit_file::Column::Path.ends_with("/white.jpg"))
        .add(kit_file::Column::Path.ends_with("/tidied.jpg"))
        .add(kit_file::Column::Path.like("%/scene-%.jpg"));
    photos(db, kits, shown).await
}

/// The pictures on plain white of many kits' photos, by kit and path: what a list shows first.
///
/// # Errors
/// When the database refuses.
pub async fn covers(db: &impl ConnectionTrait, kits: &[KitId]) -> Result<Vec<(KitId, File)>> {
    let white = kit_file::Column::Path.ends_with("/white.jpg");
    photos(db, kits, sea_orm::Condition::all().add(white)).await
}

/// Pictures of these kits' photos that a condition chooses; never those that are cut for marketplaces.
async fn photos(
    db: &impl ConnectionTrait,
    kits: &[KitId],
    chosen: sea_orm::Condition,
) -> Result<Vec<(KitId, File)>> {
    let rows = kit_file::Entity::find()
        .filter(kit_file::Column::KitId.is_in(kits.iter().map(|id| id.0)))
        .filter(kit_file::Column::Path.starts_with("photos/"))
        .filter(kit_file::Column::Path.not_like("photos/marketplace/%"))
        .filter(chosen)
        .order_by_asc(kit_file::Column::KitId)
        .order_by_asc(kit_file::Column::Path)
        .all(db)
        .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| (KitId(row.kit_id), row)).collect())
}
