//! What programmes keep about a shop, row by row, as its owner may take it along.

use naik_core::id::ShopId;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::entity::{enrolment, event, evidence, evidence_mark, tie, visit};
use crate::error::Result;

/// Everything that programmes keep about one shop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Programme {
    /// Its applications and where each stands.
    pub enrolments: Vec<enrolment::Model>,
    /// What it showed.
    pub evidence: Vec<evidence::Model>,
    /// By what evidence is known again.
    pub marks: Vec<evidence_mark::Model>,
    /// What was decided about it.
    pub events: Vec<event::Model>,
    /// Visits to it.
    pub visits: Vec<visit::Model>,
    /// Its ties to other shops.
    pub ties: Vec<tie::Model>,
}

impl Programme {
    /// How many rows there are.
    pub fn count(&self) -> u64 {
        let rows = [
            self.enrolments.len(),
            self.evidence.len(),
            self.marks.len(),
            self.events.len(),
            self.visits.len(),
            self.ties.len(),
        ];
        rows.iter().sum::<usize>() as u64
    }

    /// Addresses of the files that it names.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let shown = self.evidence.iter().filter_map(|row| row.file.as_deref());
        let seen = self.visits.iter().filter_map(|row| row.file.as_deref());
        shown.chain(seen)
    }
}

/// Everything that programmes keep about a shop, by day.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Programme> {
    let shown = evidence::Entity::find()
        .filter(evidence::Column::ShopId.eq(shop.0))
        .order_by_asc(evidence::Column::Day)
        .order_by_asc(evidence::Column::Id)
        .all(db)
        .await?;
    let mut marks = Vec::new();
    for part in shown.chunks(500) {
        let ids = part.iter().map(|row| row.id);
        let found = evidence_mark::Entity::find()
            .filter(evidence_mark::Column::EvidenceId.is_in(ids))
            .order_by_asc(evidence_mark::Column::EvidenceId)
            .order_by_asc(evidence_mark::Column::Mark)
            .all(db)
            .await?;
        marks.extend(found);
    }
    let either = Condition::any()
        .add(tie::Column::FromShop.eq(shop.0))
        .add(tie::Column::ToShop.eq(shop.0));
    Ok(Programme {
        enrolments: enrolment::Entity::find()
            .filter(enrolment::Column::ShopId.eq(shop.0))
            .order_by_asc(enrolment::Column::Applied)
            .order_by_asc(enrolment::Column::Id)
            .all(db)
            .await?,
        evidence: shown,
        marks,
        events: event::Entity::find()
            .filter(event::Column::ShopId.eq(shop.0))
            .order_by_asc(event::Column::Day)
            .order_by_asc(event::Column::Id)
            .all(db)
            .await?,
        visits: visit::Entity::find()
            .filter(visit::Column::ShopId.eq(shop.0))
            .order_by_asc(visit::Column::Day)
            .order_by_asc(visit::Column::Id)
            .all(db)
            .await?,
        ties: tie::Entity::find()
            .filter(either)
            .order_by_asc(tie::Column::Since)
            .order_by_asc(tie::Column::Id)
            .all(db)
            .await?,
    })
}
