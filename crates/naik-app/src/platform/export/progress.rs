//! What a shop takes along of its programme: places in cohorts, evidence with its pictures, every decision, tasks.

use naik_core::id::{PersonId, ShopId};
use naik_core::programme::history::What;
use naik_store::repo::{enrolment, evidence, hand_over, history, person, task};
use serde_json::{Value, json};

use super::Zip;
use crate::platform::Platform;
use crate::platform::error::Fault;

impl Platform {
    /// Everything that is kept of a shop's programme; pictures go into the archive.
    pub(super) async fn export_progress(
        &self,
        id: ShopId,
        zip: Zip,
    ) -> Result<(Value, Zip), Fault> {
        let db = self.store.db();
        let (shown, zip) = self.export_evidence(id, zip).await?;
        let events = history::of_shop(db, id).await?;
        let named = events.iter().map(|event| event.by.0).collect::<Vec<_>>();
        let names = person::names(db, &named).await?;
        let name = |one: PersonId| names.get(&one.0);
        let events: Vec<Value> = events
            .iter()
            .map(|event| {
                let (what, about) = match &event.what {
                    What::Sent(sent) => ("sent", sent.id.to_string()),
                    What::Accepted(id) => ("accepted", id.to_string()),
                    What::Refused(id) => ("refused", id.to_string()),
                    What::Withdrawn(id) => ("withdrawn", id.to_string()),
                    What::Checked(level) => ("checked", level.number().to_string()),
                    What::Confirmed(level) => ("confirmed", level.number().to_string()),
                    What::Revoked(level) => ("revoked", level.number().to_string()),
                };
                json!({
                    "day": event.day, "what": what, "about": about, "why": event.why, "by": name(event.by),
                })
            })
            .collect();
        let places: Vec<Value> = enrolment::of_shop(db, id)
            .await?
            .into_iter()
            .map(|kept| json!(kept.enrolment))
            .collect();
        let tasks: Vec<Value> = task::of_shop(db, id)
            .await?
            .into_iter()
            .map(|past| {
                json!({
                    "week": past.monday, "task": past.task,
                    "done": past.outcome == naik_core::programme::task::Outcome::Done,
                })
            })
            .collect();
        let wishes: Vec<Value> = hand_over::of_shop(db, id)
            .await?
            .into_iter()
            .map(|one| json!({ "why": one.why, "state": one.state, "asked_at": one.created_at }))
            .collect();
        let data = json!({
            "enrolments": places, "evidence": shown, "events": events, "tasks": tasks,
            "hand_overs": wishes,
        });
        Ok((data, zip))
    }

    async fn export_evidence(&self, id: ShopId, zip: Zip) -> Result<(Vec<Value>, Zip), Fault> {
        let mut zip = zip;
        let mut all = Vec::new();
        for kept in evidence::of_shop(self.store.db(), id).await? {
            let one = kept.evidence;
            let mut picture = None;
            if let Some(file) = kept.file {
                let name = format!("evidence/{}.jpg", one.id);
                zip = self.add_kept(zip, name.clone(), &file).await?;
                picture = Some(name);
            }
            all.push(json!({
                "id": one.id, "kind": one.kind, "day": one.on, "subject": one.subject, "place": one.place,
                "units": one.units, "amount": one.amount, "until": one.until, "sent_at": kept.created_at,
                "picture": picture,
            }));
        }
        Ok((all, zip))
    }
}
