//! Badges of the demonstration's shops, given by the code that gives everyone's.

use naik_core::id::{PersonId, ShopId};
use naik_core::lang::Lang;
use naik_core::programme::history::{Cause, Event, stand};
use naik_core::programme::level::Ladder;
use naik_store::On;

use super::super::Platform;
use super::super::error::Fault;
use crate::words::Words;

impl Platform {
    /// The badge of each level that a shop reached, as it was given on the day, and of the one that stands as it is now.
    pub(super) async fn demo_badges(
        &self,
        db: &impl On,
        shop: ShopId,
        people: &[PersonId],
        events: &[Event],
    ) -> Result<(), Fault> {
        let (ladder, words) = (Ladder::get(), Words::new(Lang::Id));
        let now = stand(ladder, people, events, self.today());
        for change in &now.changes {
            if matches!(change.cause, Cause::Reached { .. }) {
                let then = stand(ladder, people, events, change.day);
                // Nobody has asked for the list of what was taken back yet.
                let _new = self.settle_badges(db, &words, shop, &then).await?;
            }
        }
        let _last = self.settle_badges(db, &words, shop, &now).await?;
        Ok(())
    }
}
