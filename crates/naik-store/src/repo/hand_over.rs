//! Wishes that another mentor takes a shop.

use naik_core::id::{HandOverId, PersonId, ShopId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::one;
pub use crate::entity::hand_over::Model as HandOver;
use crate::entity::hand_over::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// How a wish stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The owner has not answered.
    Asked,
    /// The owner agreed: the other mentor has the shop.
    Agreed,
    /// The owner did not.
    Declined,
    /// Whoever asked took it back.
    Withdrawn,
}

impl State {
    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Writes down a wish.
///
/// # Errors
/// When there is no such shop or mentor, or the database refuses.
pub async fn ask(db: &impl ConnectionTrait, new: HandOver) -> Result<()> {
    Entity::insert(ActiveModel::from(new))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The wish with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: HandOverId) -> Result<HandOver> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// A shop's wishes, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<HandOver>> {
    Ok(Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// Answers a wish that waits, or takes it back.
///
/// # Errors
/// `Changed` when it waits no more.
pub async fn settle(
    db: &impl ConnectionTrait,
    id: HandOverId,
    state: State,
    by: PersonId,
    now: i64,
) -> Result<()> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.key()))
        .col_expr(Column::AnsweredBy, Expr::value(by.0))
        .col_expr(Column::AnsweredAt, Expr::value(now))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Asked.key()))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}
