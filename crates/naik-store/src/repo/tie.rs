//! Ties between shops.

use naik_core::id::{ShopId, TieId};
use naik_core::programme::tie::{Kind, State, Tie};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{date_of, one};
use crate::entity::tie::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// A tie as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The tie.
    pub tie: Tie,
    /// Grows with each change.
    pub revision: i32,
}

/// Writes down an offer.
///
/// # Errors
/// `Taken` when it is there already.
pub async fn create(db: &impl ConnectionTrait, new: &Tie) -> Result<()> {
    Entity::insert(ActiveModel {
        id: Set(new.id.0),
        kind: Set(new.kind.key().to_owned()),
        from_shop: Set(new.from.0),
        to_shop: Set(new.to.0),
        state: Set(new.state.key().to_owned()),
        half: Set(new.half.map(|shop| shop.0)),
        since: Set(new.since.to_string()),
        revision: Set(0),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Changes where a tie stands when nobody else has since it was read; returns the new revision.
///
/// # Errors
/// `Changed` when someone else did, or it is gone.
pub async fn change(db: &impl ConnectionTrait, new: &Tie, read: i32) -> Result<i32> {
    let half = new.half.map(|shop| shop.0);
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(new.state.key()))
        .col_expr(Column::Half, Expr::value(half))
        .col_expr(Column::Since, Expr::value(new.since.to_string()))
        .col_expr(Column::Revision, Expr::value(read + 1))
        .filter(Column::Id.eq(new.id.0))
        .filter(Column::Revision.eq(read))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    Ok(read + 1)
}

/// The tie with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: TieId) -> Result<Kept> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// Ties of a shop, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Kept>> {
    let either = Condition::any()
        .add(Column::FromShop.eq(shop.0))
        .add(Column::ToShop.eq(shop.0));
    let rows = Entity::find()
        .filter(either)
        .order_by_desc(Column::Since)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<Model> for Kept {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        const DAMAGED: StoreError = StoreError::Damaged("tie");
        Ok(Self {
            tie: Tie {
                id: TieId(row.id),
                kind: Kind::parse(&row.kind).ok_or(DAMAGED)?,
                from: ShopId(row.from_shop),
                to: ShopId(row.to_shop),
                state: State::parse(&row.state).ok_or(DAMAGED)?,
                half: row.half.map(ShopId),
                since: date_of(&row.since, "tie")?,
            },
            revision: row.revision,
        })
    }
}
