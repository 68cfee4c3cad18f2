//! What shops tell their neighbours, and who lies around a point.

use naik_core::category::Category;
use naik_core::id::ShopId;
use naik_core::programme::network::Profile;
use naik_core::programme::place::Point;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::one;
use crate::entity::neighbour::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// Parts of a degree that are kept: a millionth is eleven centimetres.
const PARTS: f64 = 1_000_000.0;

/// What a shop tells, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it tells; its level is not kept here.
    pub profile: Profile,
    /// Grows with each change; 0 before the first.
    pub revision: i32,
}

/// What a shop told, if it told anything yet.
///
/// # Errors
/// When the database refuses.
pub async fn of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Told>> {
    let row = Entity::find_by_id(shop.0).one(db).await?;
    row.map(TryInto::try_into).transpose()
}

/// What these shops told, by id; those that told nothing are left out.
///
/// # Errors
/// When the database refuses.
pub async fn of_shops(db: &impl ConnectionTrait, shops: &[ShopId]) -> Result<Vec<Told>> {
    let rows = Entity::find()
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::ShopId)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Shops that lie within so many metres of a point (or a little beyond, in the corners), about the nearest first.
///
/// # Errors
/// When the database refuses.
pub async fn around(
    db: &impl ConnectionTrait,
    at: Point,
    metres: u32,
    most: u64,
) -> Result<Vec<Told>> {
    // A degree of latitude is 110.6 km at the least; one of longitude shrinks towards the poles.
    let north = f64::from(metres) / 110_574.0;
    let east = north / at.latitude.to_radians().cos().max(0.01);
    let (latitude, longitude) = (parts(at.latitude), parts(at.longitude));
    let (north, east) = (parts(north), parts(east));
    let span = |here: i32, room: i32| (here.saturating_sub(room), here.saturating_add(room));
    let (south_end, north_end) = span(latitude, north);
    let (west_end, east_end) = span(longitude, east);
    // Squares of millionths of a degree pass 32 bits, and databases reckon integers in the width of the first.
    let away = |column: Column, here: i32| {
        let gap = Expr::col(column).mul(1_i64).sub(i64::from(here));
        gap.clone().mul(gap)
    };
    let rows = Entity::find()
        .filter(Column::Latitude.between(south_end, north_end))
        .filter(Column::Longitude.between(west_end, east_end))
        .order_by_asc(away(Column::Latitude, latitude).add(away(Column::Longitude, longitude)))
        .order_by_asc(Column::ShopId)
        .limit(most)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Keeps what a shop tells, when nobody else has changed it since it was read, at `told.revision`.
///
/// # Errors
/// `Changed` when someone else did.
pub async fn set(db: &impl ConnectionTrait, told: &Told, now: i64) -> Result<()> {
    let list = |goods: &[String]| {
        serde_json::to_string(goods).map_err(|_| StoreError::Damaged("neighbour"))
    };
    let one_told = &told.profile;
    let row = ActiveModel {
        shop_id: Set(one_told.id.0),
        latitude: Set(one_told.at.map(|at| parts(at.latitude))),
        longitude: Set(one_told.at.map(|at| parts(at.longitude))),
        category: Set(one_told.category.key().to_owned()),
        makes: Set(list(&one_told.makes)?),
        needs: Set(list(&one_told.needs)?),
        resells: Set(one_told.resells),
        delivers: Set(one_told.delivers),
        wants_courier: Set(one_told.wants_courier),
        revision: Set(told.revision + 1),
        updated_at: Set(now),
    };
    if told.revision == 0 {
        let made = Entity::insert(row).exec_without_returning(db).await;
        return match made.map_err(StoreError::from) {
            Ok(_) => Ok(()),
            Err(StoreError::Taken) => Err(StoreError::Changed),
            Err(error) => Err(error),
        };
    }
    let done = Entity::update_many()
        .set(row)
        .filter(Column::ShopId.eq(one_told.id.0))
        .filter(Column::Revision.eq(told.revision))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// Whole millionths of a degree: at most 180 million.
fn parts(degrees: f64) -> i32 {
    (degrees * PARTS).round() as i32
}

impl TryFrom<Model> for Told {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        const DAMAGED: StoreError = StoreError::Damaged("neighbour");
        let list = |text: &str| serde_json::from_str(text).map_err(|_| DAMAGED);
        let at = row.latitude.zip(row.longitude).and_then(|(north, east)| {
            Point::new(f64::from(north) / PARTS, f64::from(east) / PARTS)
        });
        Ok(Self {
            profile: Profile {
                id: ShopId(row.shop_id),
                at,
                category: Category::parse(&row.category).unwrap_or_default(),
                makes: list(&row.makes)?,
                needs: list(&row.needs)?,
                resells: row.resells,
                delivers: row.delivers,
                wants_courier: row.wants_courier,
                level: None,
            },
            revision: row.revision,
        })
    }
}
