//! What people agreed to, with its history.

use std::collections::HashSet;

use naik_core::account::Purpose;
use naik_core::id::{EntryId, PersonId, Uuid};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::insert_all;
pub use crate::entity::consent::Model as Entry;
use crate::entity::consent::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Writes down that a person agreed or took it back.
///
/// # Errors
/// When the database refuses.
pub async fn record(
    db: &impl ConnectionTrait,
    id: EntryId,
    person: PersonId,
    (purpose, given): (Purpose, bool),
    wording: i32,
    now: i64,
) -> Result<()> {
    Entity::insert(ActiveModel {
        id: Set(id.0),
        person_id: Set(person.0),
        purpose: Set(purpose.key().to_owned()),
        given: Set(given),
        wording: Set(wording),
        at: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Writes down many words at once.
///
/// # Errors
/// When the database refuses.
pub async fn record_all(db: &impl ConnectionTrait, entries: Vec<Entry>) -> Result<()> {
    let rows = entries.into_iter().map(ActiveModel::from);
    insert_all(db, rows.collect()).await
}

/// Everything that a person agreed to or took back, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn history(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Entry>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// What holds now: the last word on each purpose that is a yes.
///
/// # Errors
/// When the database refuses.
pub async fn given(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Purpose>> {
    let history = history(db, person).await?;
    Ok(Purpose::ALL
        .into_iter()
        .filter(|purpose| {
            history
                .iter()
                .rev()
                .find(|entry| entry.purpose == purpose.key())
                .is_some_and(|entry| entry.given)
        })
        .collect())
}

/// Every wording of a consent is as good as the newest.
pub const ANY_WORDING: i32 = 1;

/// Those of these people who agree to a purpose now: their last word counts, if it was about these words or later ones.
///
/// # Errors
/// When the database refuses.
pub async fn agreed(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    purpose: Purpose,
    wording: i32,
) -> Result<HashSet<PersonId>> {
    let rows: Vec<(Uuid, bool, i32)> = Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Given, Column::Wording])
        .filter(Column::PersonId.is_in(people.iter().map(|person| person.0)))
        .filter(Column::Purpose.eq(purpose.key()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut found = HashSet::new();
    for (person, given, read) in rows {
        if given && read >= wording {
            found.insert(PersonId(person));
        } else {
            found.remove(&PersonId(person));
        }
    }
    Ok(found)
}
