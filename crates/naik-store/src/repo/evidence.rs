//! What shops showed, and how something that was shown before is found again.

use naik_core::id::{EvidenceId, PersonId, ShopId};
use naik_core::money::Rupiah;
use naik_core::programme::evidence::{Evidence, Fingerprint, Kind};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{date_of, insert_all};
use crate::entity::evidence::{ActiveModel, Column, Entity, Model};
use crate::entity::evidence_mark;
use crate::error::{Result, StoreError};

/// Parts into which a photo's 64 bits are cut: two photos of the same differ in six bits at most, so that of seven parts
/// one at least is the same.
const PARTS: u32 = 7;
/// Bits of a part; the last has the one that is left over.
const BITS: u32 = 9;

/// Evidence as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The evidence.
    pub evidence: Evidence,
    /// Address of its file.
    pub file: Option<String>,
    /// When it was sent.
    pub created_at: i64,
}

/// Writes down a piece of evidence. Use a transaction.
///
/// # Errors
/// `Taken` when it is there already.
pub async fn add(db: &impl ConnectionTrait, new: &Kept) -> Result<()> {
    add_all(db, std::slice::from_ref(new)).await
}

/// Writes down many pieces at once. Use a transaction.
///
/// # Errors
/// `Taken` when one is there already.
pub async fn add_all(db: &impl ConnectionTrait, new: &[Kept]) -> Result<()> {
    let rows = new.iter().map(row).collect::<Result<Vec<_>>>()?;
    let marks = new.iter().flat_map(marked).collect();
    insert_all(db, rows).await?;
    insert_all(db, marks).await
}

/// By what a piece is found again.
fn marked(new: &Kept) -> Vec<evidence_mark::ActiveModel> {
    let all = new.evidence.fingerprint.iter().flat_map(marks);
    all.map(|mark| evidence_mark::ActiveModel {
        evidence_id: Set(new.evidence.id.0),
        mark: Set(mark),
    })
    .collect()
}

fn row(new: &Kept) -> Result<ActiveModel> {
    let one = &new.evidence;
    let amount = one.amount.map(|amount| i64::try_from(amount.amount()));
    let damaged = |_| StoreError::Damaged("evidence");
    Ok(ActiveModel {
        id: Set(one.id.0),
        shop_id: Set(one.shop.0),
        kind: Set(one.kind.key().to_owned()),
        day: Set(one.on.to_string()),
        sender: Set(one.sender.0),
        subject: Set(one.subject.clone()),
        place: Set(one.place.clone()),
        units: Set(i64::try_from(one.units).map_err(damaged)?),
        amount: Set(amount.transpose().map_err(damaged)?),
        until: Set(one.until.map(|until| until.to_string())),
        fingerprint: Set(one.fingerprint.as_ref().map(written)),
        file: Set(new.file.clone()),
        created_at: Set(new.created_at),
    })
}

/// The evidence with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: EvidenceId) -> Result<Kept> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// Everything that a shop showed, by day.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Kept>> {
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Everything that these shops showed, shop by shop, by day.
///
/// # Errors
/// When the database refuses.
pub async fn of_shops(db: &impl ConnectionTrait, shops: &[ShopId]) -> Result<Vec<Kept>> {
    let rows = Entity::find()
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::ShopId)
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What new evidence might repeat, of all shops: [`naik_core::programme::evidence::admit`] decides.
///
/// # Errors
/// When the database refuses.
pub async fn alike(db: &impl ConnectionTrait, new: &Evidence) -> Result<Vec<Evidence>> {
    let marks: Vec<String> = new.fingerprint.iter().flat_map(marks).collect();
    // Asked within the question: a list of ids could be longer than a statement may carry.
    let marked = Query::select()
        .column(evidence_mark::Column::EvidenceId)
        .from(evidence_mark::Entity)
        .and_where(evidence_mark::Column::Mark.is_in(marks))
        .to_owned();
    let mut which = Condition::any().add(Column::Id.in_subquery(marked));
    if !new.subject.is_empty() {
        which = which.add(
            Condition::all()
                .add(Column::Kind.eq(new.kind.key()))
                .add(Column::Subject.eq(new.subject.as_str())),
        );
    }
    let rows = Entity::find()
        .filter(which)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| Kept::try_from(row).map(|kept| kept.evidence))
        .collect()
}

/// Forgets where a piece of evidence's file is: it was taken back, and the file goes with the next sweep.
///
/// # Errors
/// When the database refuses.
pub async fn forget_file(db: &impl ConnectionTrait, id: EvidenceId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::File, Expr::value(None::<String>))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// By what a fingerprint is found: a file by itself, a photo by each of its parts too.
fn marks(fingerprint: &Fingerprint) -> Vec<String> {
    let file = fingerprint.file().map(|digest| format!("file:{digest}"));
    let parts = fingerprint.look().into_iter().flat_map(|look| {
        (0..PARTS).map(move |part| {
            let bits = look >> (part * BITS);
            let last = part + 1 == PARTS;
            let value = if last { bits } else { bits & ((1 << BITS) - 1) };
            format!("{part}:{value:03x}")
        })
    });
    file.into_iter().chain(parts).collect()
}

fn written(fingerprint: &Fingerprint) -> String {
    match fingerprint {
        Fingerprint::File(digest) => format!("file:{digest}"),
        Fingerprint::Look(look) => format!("look:{look:016x}"),
        Fingerprint::Photo { look, file } => format!("photo:{look:016x}:{file}"),
    }
}

fn read(text: &str) -> Option<Fingerprint> {
    let bits = |text: &str| u64::from_str_radix(text, 16).ok();
    match text.split_once(':')? {
        ("file", digest) => Some(Fingerprint::File(digest.to_owned())),
        ("look", look) => bits(look).map(Fingerprint::Look),
        ("photo", both) => {
            let (look, file) = both.split_once(':')?;
            Some(Fingerprint::Photo {
                look: bits(look)?,
                file: file.to_owned(),
            })
        }
        _ => None,
    }
}

impl TryFrom<Model> for Kept {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        const DAMAGED: StoreError = StoreError::Damaged("evidence");
        let amount = row.amount.map(u64::try_from).transpose();
        let fingerprint = row.fingerprint.map(|text| read(&text).ok_or(DAMAGED));
        let until = row.until.map(|until| date_of(&until, "evidence"));
        Ok(Self {
            evidence: Evidence {
                id: EvidenceId(row.id),
                shop: ShopId(row.shop_id),
                kind: Kind::parse(&row.kind).ok_or(DAMAGED)?,
                on: date_of(&row.day, "evidence")?,
                sender: PersonId(row.sender),
                subject: row.subject,
                place: row.place,
                units: u64::try_from(row.units).map_err(|_| DAMAGED)?,
                amount: amount.map_err(|_| DAMAGED)?.map(Rupiah::new),
                until: until.transpose()?,
                fingerprint: fingerprint.transpose()?,
            },
            file: row.file,
            created_at: row.created_at,
        })
    }
}
