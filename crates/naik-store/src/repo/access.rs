//! What a person's rights follow from.

use naik_core::access::{Member, Post};
use naik_core::account::Purpose;
use naik_core::id::ShopId;
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
    let links = mentoring::Entity::find()
        .filter(mentoring::Column::MentorId.eq(person.id.0))
        .all(db)
        .await?;
    let mut mentored = Vec::new();
    for link in links {
        let id = ShopId(link.shop_id);
        if is_agreed(db, id).await? {
            mentored.push(id);
        }
    }
    Ok(Member {
        id: person.id,
        role: person.role,
        area: person.area.clone(),
        shops,
        mentored,
    })
}

/// Whether an owner of a shop agrees to being accompanied: their last word counts.
async fn is_agreed(db: &impl ConnectionTrait, id: ShopId) -> Result<bool> {
    for owner in shop::owners(db, id).await? {
        if consent::given(db, owner)
            .await?
            .contains(&Purpose::Mentoring)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
