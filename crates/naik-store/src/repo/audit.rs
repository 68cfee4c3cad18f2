//! The log of who did what. Rows are added and read, never changed.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Page;
pub use crate::entity::audit::Model as Entry;
use crate::entity::audit::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Adds an entry.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, entry: Entry) -> Result<()> {
    Entity::insert(ActiveModel::from(entry))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The newest entries; of one subject when it is told.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    db: &impl ConnectionTrait,
    subject: Option<&str>,
    page: Page,
) -> Result<Vec<Entry>> {
    let mut all = Entity::find();
    if let Some(subject) = subject {
        all = all.filter(Column::Subject.eq(subject));
    }
    Ok(all
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?)
}

/// When each of these last did something that is logged.
///
/// # Errors
/// When the database refuses.
pub async fn last(db: &impl ConnectionTrait, actors: &[String]) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::Actor)
        .column_as(Column::At.max(), "last")
        .filter(Column::Actor.is_in(actors))
        .filter(Column::Outcome.eq("done"))
        .group_by(Column::Actor)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What others did to any of these subjects, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn by_others(
    db: &impl ConnectionTrait,
    subjects: &[String],
    own: &str,
    page: Page,
) -> Result<Vec<Entry>> {
    Ok(Entity::find()
        .filter(Column::Subject.is_in(subjects.iter().map(String::as_str)))
        .filter(Column::Actor.ne(own))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?)
}

/// Whether someone did something to a subject at or after a time.
///
/// # Errors
/// When the database refuses.
pub async fn was_done(
    db: &impl ConnectionTrait,
    (actor, action, subject): (&str, &str, &str),
    since: i64,
) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::Subject.eq(subject))
        .filter(Column::Actor.eq(actor))
        .filter(Column::Action.eq(action))
        .filter(Column::At.gte(since))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Whether anyone did something to a subject.
///
/// # Errors
/// When the database refuses.
pub async fn is_done(db: &impl ConnectionTrait, action: &str, subject: &str) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::Subject.eq(subject))
        .filter(Column::Action.eq(action))
        .filter(Column::Outcome.eq("done"))
        .one(db)
        .await?;
    Ok(found.is_some())
}
