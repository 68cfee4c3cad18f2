//! Organisations, their programmes, and each programme's plan in all its versions.

use naik_core::account::Area;
use naik_core::id::{OrganisationId, PersonId, ProgrammeId};
use naik_core::programme::cohort::Programme;
use naik_core::programme::plan::{Plan, Theme};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{Page, date_of, within};
pub use crate::entity::organisation::Model as Organisation;
use crate::entity::{organisation, plan, programme};
use crate::error::{Result, StoreError};

/// Writes down an organisation.
///
/// # Errors
/// When the database refuses.
pub async fn found(db: &impl ConnectionTrait, row: Organisation) -> Result<()> {
    organisation::Entity::insert(organisation::ActiveModel::from(row))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The organisation with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn organisation(db: &impl ConnectionTrait, id: OrganisationId) -> Result<Organisation> {
    let row = organisation::Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// Removes an organisation with its programmes and their cohorts.
///
/// # Errors
/// When the database refuses.
pub async fn close(db: &impl ConnectionTrait, id: OrganisationId) -> Result<()> {
    organisation::Entity::delete_by_id(id.0).exec(db).await?;
    Ok(())
}

/// Opens a programme with its first plan.
///
/// # Errors
/// When there is no such organisation, or the database refuses.
pub async fn create(
    db: &impl ConnectionTrait,
    new: &Programme,
    first: &Plan,
    now: i64,
) -> Result<()> {
    programme::Entity::insert(programme::ActiveModel {
        id: Set(new.id.0),
        organisation_id: Set(new.organisation.0),
        name: Set(new.name.clone()),
        area: Set(new.area.code().to_owned()),
        created_at: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    add_plan(db, new.id, first).await
}

/// The programme with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: ProgrammeId) -> Result<Programme> {
    let row = programme::Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// Programmes of an area, by name.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, area: &Area, page: Page) -> Result<Vec<Programme>> {
    let rows = programme::Entity::find()
        .filter(within(programme::Column::Area, area))
        .order_by_asc(programme::Column::Name)
        .order_by_asc(programme::Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Programmes that reach an area: of its own, and of what it lies in, by name.
///
/// # Errors
/// When the database refuses.
pub async fn reaching(db: &impl ConnectionTrait, area: &Area) -> Result<Vec<Programme>> {
    let code = area.code();
    let dots = code.match_indices('.').map(|(at, _)| at);
    let holders: Vec<&str> = std::iter::once("")
        .chain(dots.filter_map(|at| code.get(..at)))
        .chain(std::iter::once(code))
        .collect();
    let rows = programme::Entity::find()
        .filter(programme::Column::Area.is_in(holders))
        .order_by_asc(programme::Column::Name)
        .order_by_asc(programme::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<programme::Model> for Programme {
    type Error = StoreError;

    fn try_from(row: programme::Model) -> Result<Self> {
        Ok(Self {
            id: ProgrammeId(row.id),
            organisation: OrganisationId(row.organisation_id),
            name: row.name,
            area: Area::parse(&row.area).map_err(|_| StoreError::Damaged("programme"))?,
        })
    }
}

/// Adds a version of a plan; older ones stay.
///
/// # Errors
/// `Taken` when someone else has added that version.
pub async fn add_plan(db: &impl ConnectionTrait, of: ProgrammeId, new: &Plan) -> Result<()> {
    let damaged = |_| StoreError::Damaged("plan");
    plan::Entity::insert(plan::ActiveModel {
        programme_id: Set(of.0),
        version: Set(i32::try_from(new.version).map_err(|_| StoreError::Damaged("plan"))?),
        themes: Set(serde_json::to_string(&new.themes).map_err(damaged)?),
        author: Set(new.author.map(|(person, _)| person.0)),
        day: Set(new.author.map(|(_, day)| day.to_string())),
        why: Set(new.why.clone()),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// All versions of a programme's plan, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn plans(db: &impl ConnectionTrait, of: ProgrammeId) -> Result<Vec<Plan>> {
    let rows = plan::Entity::find()
        .filter(plan::Column::ProgrammeId.eq(of.0))
        .order_by_asc(plan::Column::Version)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One version of a programme's plan.
///
/// # Errors
/// `Missing` when there is none.
pub async fn plan(db: &impl ConnectionTrait, of: ProgrammeId, version: u32) -> Result<Plan> {
    let version = i32::try_from(version).map_err(|_| StoreError::Missing)?;
    let row = plan::Entity::find_by_id((of.0, version)).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

impl TryFrom<plan::Model> for Plan {
    type Error = StoreError;

    fn try_from(row: plan::Model) -> Result<Self> {
        let themes: Vec<Theme> =
            serde_json::from_str(&row.themes).map_err(|_| StoreError::Damaged("plan"))?;
        let day = row.day.map(|day| date_of(&day, "plan")).transpose()?;
        Ok(Self {
            version: u32::try_from(row.version).map_err(|_| StoreError::Damaged("plan"))?,
            themes,
            author: row.author.map(PersonId).zip(day),
            why: row.why,
        })
    }
}
