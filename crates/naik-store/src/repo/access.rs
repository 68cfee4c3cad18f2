//! What a person's rights follow from.

use std::collections::HashSet;

use naik_core::access::{Member, Post};
use naik_core::account::Purpose;
use naik_core::id::{PersonId, ShopId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::person::Person;
use super::{consent, shop};
use crate::entity::{mentoring, post};
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
        .map(|row| {
            let as_what = Post::parse(&row.post).ok_or(StoreError::Damaged("post"))?;
            Ok((ShopId(row.shop_id), as_what))
        })
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
