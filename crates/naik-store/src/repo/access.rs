//! What a person's rights follow from.

use std::collections::HashSet;

use naik_core::access::{Member, Post};
use naik_core::account::Purpose;
use naik_core::id::{PersonId, ShopId, Uuid};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QueryResult, QuerySelect, QueryTrait, Select,
};

use super::person::Person;
use super::{consent, shop};
use crate::entity::{mentoring, person, post};
use crate::error::{Result, StoreError};

/// A person with the shops that are theirs or that they accompany.
///
/// # Errors
/// When the database refuses.
pub async fn member(db: &impl ConnectionTrait, person: &Person) -> Result<Member> {
    let posts = post::Entity::find()
        .filter(post::Column::PersonId.eq(person.id.0))
        .order_by_asc(post::Column::Since)
        .order_by_asc(post::Column::ShopId)
        .all(db)
        .await?;
    let shops = posts
        .into_iter()
        .map(|row| placed(row.shop_id, &row.post))
        .collect::<Result<_>>()?;
    let mentored = mentored(db, person.id).await?;
    Ok(Member {
        id: person.id,
        role: person.role,
        area: person.area.clone(),
        shops,
        mentored,
    })
}

/// What someone calls with (a session, a key), who they are, and what their rights follow from.
#[derive(Clone, Debug)]
pub struct Held<M> {
    /// The row of what they call with.
    pub by: M,
    /// Whose it is.
    pub person: Person,
    /// What their rights follow from.
    pub member: Member,
}

/// The one whom a session or a key belongs to, `holder` being its column of the person. Every call asks this, so one
/// statement reads it; whoever accompanies shops costs those of [`mentored`] besides.
pub(super) async fn held<E>(
    db: &impl ConnectionTrait,
    by: Select<E>,
    holder: E::Column,
) -> Result<Option<Held<E::Model>>>
where
    E: EntityTrait,
{
    let accompanies = Query::select()
        .expr(Expr::val(1))
        .from(mentoring::Entity)
        .and_where(
            Expr::col((mentoring::Entity, mentoring::Column::MentorId))
                .equals((person::Entity, person::Column::Id)),
        )
        .to_owned();
    let query = by
        .join(
            JoinType::InnerJoin,
            E::belongs_to(person::Entity)
                .from(holder)
                .to(person::Column::Id)
                .into(),
        )
        .join(
            JoinType::LeftJoin,
            person::Entity::belongs_to(post::Entity)
                .from(person::Column::Id)
                .to(post::Column::PersonId)
                .into(),
        )
        .select_also(person::Entity)
        .expr_as(Expr::col((post::Entity, post::Column::ShopId)), "shop")
        .expr_as(Expr::col((post::Entity, post::Column::Post)), "works_as")
        .expr_as(Expr::exists(accompanies), "accompanies")
        .order_by_asc(post::Column::Since)
        .order_by_asc(post::Column::ShopId)
        .into_query();
    let rows = db.query_all(&query).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let by = E::Model::from_query_result(first, "A_")?;
    let person = Person::try_from(person::Model::from_query_result(first, "B_")?)?;
    let mentored = if first.try_get("", "accompanies")? {
        mentored(db, person.id).await?
    } else {
        Vec::new()
    };
    let member = Member {
        id: person.id,
        role: person.role,
        area: person.area.clone(),
        shops: rows
            .iter()
            .filter_map(|row| joined(row).transpose())
            .collect::<Result<_>>()?,
        mentored,
    };
    Ok(Some(Held { by, person, member }))
}

/// The shop of one joined row, and as what the person works there; none for people without a shop.
fn joined(row: &QueryResult) -> Result<Option<(ShopId, Post)>> {
    let Some(shop) = row.try_get("", "shop")? else {
        return Ok(None);
    };
    let word: String = row.try_get("", "works_as")?;
    placed(shop, &word).map(Some)
}

fn placed(shop: Uuid, word: &str) -> Result<(ShopId, Post)> {
    let as_what = Post::parse(word).ok_or(StoreError::Damaged("post"))?;
    Ok((ShopId(shop), as_what))
}

/// Shops that a person accompanies and of which an owner agrees to that now. Mentors have many: three questions for all.
async fn mentored(db: &impl ConnectionTrait, mentor: PersonId) -> Result<Vec<ShopId>> {
    let links = mentoring::Entity::find()
        .filter(mentoring::Column::MentorId.eq(mentor.0))
        .all(db)
        .await?;
    if links.is_empty() {
        return Ok(Vec::new());
    }
    let shops: Vec<ShopId> = links.iter().map(|link| ShopId(link.shop_id)).collect();
    let willing = willing(db, &shops, (Purpose::Mentoring, consent::ANY_WORDING)).await?;
    Ok(shops
        .into_iter()
        .filter(|shop| willing.contains(shop))
        .collect())
}

/// Those of these shops of which an owner agrees to a purpose now, in these words or later ones.
///
/// # Errors
/// When the database refuses, or a post can't be read.
pub async fn willing(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
    (purpose, wording): (Purpose, i32),
) -> Result<HashSet<ShopId>> {
    let mut owners = shop::people(db, shops).await?;
    owners.retain(|(_, _, post)| *post == Post::Owner);
    let people: Vec<PersonId> = owners.iter().map(|(_, person, _)| *person).collect();
    let agreed = consent::agreed(db, &people, purpose, wording).await?;
    Ok(owners
        .into_iter()
        .filter(|(_, person, _)| agreed.contains(person))
        .map(|(shop, ..)| shop)
        .collect())
}
