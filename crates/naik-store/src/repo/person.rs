//! People with an account.

use std::collections::HashMap;

use naik_core::account::{Area, Contact, Role};
use naik_core::id::{PersonId, Uuid};
use naik_core::lang::Lang;
use naik_core::phone::WhatsApp;
use sea_orm::sea_query::{Expr, Func, LikeExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Page, insert_all, one, within};
use crate::entity::person::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// Someone with an account.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// How they sign in.
    pub contact: Contact,
    /// What they are.
    pub role: Role,
    /// Where they work.
    pub area: Area,
    /// Their language.
    pub lang: Lang,
    /// Argon2id in PHC form.
    pub password: Option<String>,
    /// Wrong passwords in a row.
    pub failures: i32,
    /// No password is looked at before this time.
    pub locked_until: Option<i64>,
    /// When the account was made.
    pub created_at: i64,
    /// Made by the demonstration.
    pub demo: bool,
}

impl TryFrom<Model> for Person {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let damaged = || StoreError::Damaged("person");
        let contact = match row.contact_kind.as_str() {
            "phone" => WhatsApp::parse(&row.contact)
                .map(Contact::Phone)
                .map_err(|_| damaged())?,
            _ => Contact::Email(row.contact),
        };
        Ok(Self {
            id: PersonId(row.id),
            name: row.name,
            contact,
            role: Role::parse(&row.role).ok_or_else(damaged)?,
            area: Area::parse(&row.area).map_err(|_| damaged())?,
            lang: lang(&row.lang),
            password: row.password,
            failures: row.failures,
            locked_until: row.locked_until,
            created_at: row.created_at,
            demo: row.demo,
        })
    }
}

/// The language of a code; Indonesian for one that is not known.
fn lang(code: &str) -> Lang {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.code() == code)
        .unwrap_or_default()
}

/// Makes an account.
///
/// # Errors
/// `Taken` when the contact has one already.
pub async fn create(db: &impl ConnectionTrait, person: &Person) -> Result<()> {
    Entity::insert(row(person))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Makes many accounts at once.
///
/// # Errors
/// `Taken` when a contact has one already.
pub async fn create_all(db: &impl ConnectionTrait, people: &[Person]) -> Result<()> {
    insert_all(db, people.iter().map(row).collect()).await
}

fn row(person: &Person) -> ActiveModel {
    ActiveModel {
        id: Set(person.id.0),
        name: Set(person.name.clone()),
        contact: Set(person.contact.key().to_owned()),
        contact_kind: Set(kind(&person.contact).to_owned()),
        role: Set(person.role.key().to_owned()),
        area: Set(person.area.code().to_owned()),
        lang: Set(person.lang.code().to_owned()),
        password: Set(person.password.clone()),
        failures: Set(person.failures),
        locked_until: Set(person.locked_until),
        created_at: Set(person.created_at),
        demo: Set(person.demo),
    }
}

/// The person with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: PersonId) -> Result<Person> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// The person with a contact.
///
/// # Errors
/// When the database refuses.
pub async fn by_contact(db: &impl ConnectionTrait, contact: &Contact) -> Result<Option<Person>> {
    let found = Entity::find()
        .filter(Column::Contact.eq(contact.key()))
        .one(db)
        .await?;
    found.map(Person::try_from).transpose()
}

/// People of an area, by name; with a query, those whose name or contact holds it.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    db: &impl ConnectionTrait,
    area: &Area,
    query: &str,
    page: Page,
) -> Result<Vec<Person>> {
    let mut all = Entity::find().filter(within(Column::Area, area));
    if !query.is_empty() {
        let plain = query
            .to_lowercase()
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_");
        let part = LikeExpr::new(format!("%{plain}%")).escape('\\');
        let like = |column: Column| Func::lower(Expr::col(column)).like(part.clone());
        all = all.filter(
            Condition::any()
                .add(like(Column::Name))
                .add(like(Column::Contact)),
        );
    }
    by_name(db, all, page).await
}

/// People of a role whose area lies in this one, by name.
///
/// # Errors
/// When the database refuses.
pub async fn with_role(
    db: &impl ConnectionTrait,
    area: &Area,
    role: Role,
    page: Page,
) -> Result<Vec<Person>> {
    let all = Entity::find()
        .filter(within(Column::Area, area))
        .filter(Column::Role.eq(role.key()));
    by_name(db, all, page).await
}

/// People of a role whose area holds this one or lies in it, by name.
///
/// # Errors
/// When the database refuses.
pub async fn of_role(
    db: &impl ConnectionTrait,
    role: Role,
    area: &Area,
    page: Page,
) -> Result<Vec<Person>> {
    // The country, the province and the city itself.
    let code = area.code();
    let province = code.split('.').next().unwrap_or_default();
    let around = [String::new(), province.to_owned(), code.to_owned()];
    let mut all = Entity::find().filter(Column::Role.eq(role.key()));
    if !code.is_empty() {
        let near = Condition::any()
            .add(within(Column::Area, area))
            .add(Column::Area.is_in(around));
        all = all.filter(near);
    }
    by_name(db, all, page).await
}

async fn by_name(
    db: &impl ConnectionTrait,
    all: Select<Entity>,
    page: Page,
) -> Result<Vec<Person>> {
    let rows = all
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// These people; those who are not there are left out.
///
/// # Errors
/// When the database refuses.
pub async fn several(db: &impl ConnectionTrait, ids: &[PersonId]) -> Result<Vec<Person>> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// Which of these contacts, by their keys, have an account.
///
/// # Errors
/// When the database refuses.
pub async fn known(
    db: &impl ConnectionTrait,
    contacts: &[String],
) -> Result<std::collections::HashSet<String>> {
    let mut known = std::collections::HashSet::new();
    // SQLite takes 32 766 values in one statement.
    for part in contacts.chunks(1_000) {
        let rows: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Contact)
            .filter(Column::Contact.is_in(part.iter().map(String::as_str)))
            .into_tuple()
            .all(db)
            .await?;
        known.extend(rows);
    }
    Ok(known)
}

/// The names of these people; those who are not there have none.
///
/// # Errors
/// When the database refuses.
pub async fn names(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many people an area has.
///
/// # Errors
/// When the database refuses.
pub async fn count(db: &impl ConnectionTrait, area: &Area) -> Result<u64> {
    Ok(Entity::find()
        .filter(within(Column::Area, area))
        .count(db)
        .await?)
}

/// Sets the password, and unlocks.
///
/// # Errors
/// `Missing` when there is no such person.
pub async fn set_password(
    db: &impl ConnectionTrait,
    id: PersonId,
    hash: Option<String>,
) -> Result<()> {
    change(
        db,
        id,
        ActiveModel {
            password: Set(hash),
            failures: Set(0),
            locked_until: Set(None),
            ..ActiveModel::default()
        },
    )
    .await
}

/// Sets the name and the language.
///
/// # Errors
/// `Missing` when there is no such person.
pub async fn set_profile(
    db: &impl ConnectionTrait,
    id: PersonId,
    name: &str,
    lang: Lang,
) -> Result<()> {
    change(
        db,
        id,
        ActiveModel {
            name: Set(name.to_owned()),
            lang: Set(lang.code().to_owned()),
            ..ActiveModel::default()
        },
    )
    .await
}

/// Sets the contact.
///
/// # Errors
/// `Taken` when it has another account.
pub async fn set_contact(db: &impl ConnectionTrait, id: PersonId, contact: &Contact) -> Result<()> {
    let row = ActiveModel {
        contact: Set(contact.key().to_owned()),
        contact_kind: Set(kind(contact).to_owned()),
        ..ActiveModel::default()
    };
    change(db, id, row).await
}

fn kind(contact: &Contact) -> &'static str {
    match contact {
        Contact::Phone(_) => "phone",
        Contact::Email(_) => "email",
    }
}

/// Notes a wrong password in one step, so that two at once both count, and returns how many there were in a row.
///
/// # Errors
/// `Missing` when there is no such person.
pub async fn failed(db: &impl ConnectionTrait, id: PersonId) -> Result<i32> {
    Entity::update_many()
        .col_expr(Column::Failures, Expr::col(Column::Failures).add(1))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(get(db, id).await?.failures)
}

/// Lets no password in before a time; `None` unlocks and forgets the wrong ones.
///
/// # Errors
/// `Missing` when there is no such person.
pub async fn lock(db: &impl ConnectionTrait, id: PersonId, until: Option<i64>) -> Result<()> {
    let mut row = ActiveModel {
        locked_until: Set(until),
        ..ActiveModel::default()
    };
    if until.is_none() {
        row.failures = Set(0);
    }
    change(db, id, row).await
}

async fn change(db: &impl ConnectionTrait, id: PersonId, row: ActiveModel) -> Result<()> {
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}
