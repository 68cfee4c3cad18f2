//! The one door to what is kept about a shop or a guest: whoever comes through has been asked.

use naik_core::access::{Action, Scope, Who, may};
use naik_core::id::{EntryId, ProductId};
use naik_store::On;
use naik_store::repo::product::Product;
use naik_store::repo::{audit, product};

use super::Platform;
use super::error::Fault;

/// The word of the log for a look into someone else's shop.
const VISIT: &str = "see-shop";
/// How long a look counts as one, in milliseconds.
const VISIT_LASTS: i64 = 12 * 3_600_000;

impl Platform {
    /// A product, if this one may do that with it.
    ///
    /// # Errors
    /// `Missing` when there is none, and also when it is not theirs: an address of another shop tells nothing.
    /// The attempt is written down.
    pub async fn reach(&self, who: &Who, id: ProductId, action: Action) -> Result<Product, Fault> {
        let found = product::get(self.store.db(), id, self.now()).await?;
        let scope = product::scope(self.store.db(), &found).await?;
        if may(who, action, &scope) {
            self.note_visit(who, &scope).await?;
            return Ok(found);
        }
        Err(self.hidden(who, action, &format!("product:{id}")).await?)
    }

    /// What someone is told who asks for what is not theirs: that there is no such thing. The attempt is written down.
    pub(crate) async fn hidden(
        &self,
        who: &Who,
        action: Action,
        subject: &str,
    ) -> Result<Fault, Fault> {
        let (db, word) = (self.store.db(), format!("{action:?}"));
        self.note(db, who, &word, subject, "refused").await?;
        Ok(Fault::Missing)
    }

    /// Writes down, once in half a day, that someone looks into a shop in which they do not work: its owner sees it.
    pub(crate) async fn note_visit(&self, who: &Who, scope: &Scope) -> Result<(), Fault> {
        let (Who::Person(member), Scope::Shop(shop, _)) = (who, scope) else {
            return Ok(());
        };
        if member.shops.iter().any(|(own, _)| own == shop) {
            return Ok(());
        }
        let (db, visitor, subject) = (self.store.db(), actor(who), format!("shop:{shop}"));
        let visit = (visitor.as_str(), VISIT, subject.as_str());
        if audit::was_done(db, visit, self.now() - VISIT_LASTS).await? {
            return Ok(());
        }
        self.note(db, who, VISIT, &subject, "done").await
    }

    /// Refuses what this one may not do with something other than a product.
    ///
    /// # Errors
    /// `Forbidden`; the attempt is written down.
    pub async fn require(&self, who: &Who, action: Action, scope: &Scope) -> Result<(), Fault> {
        if may(who, action, scope) {
            return Ok(());
        }
        let subject = match scope {
            Scope::Draft(id) => format!("guest:{id}"),
            Scope::Shop(id, _) => format!("shop:{id}"),
            Scope::Person(role, area) => format!("role:{}@{}", role.key(), area.code()),
            Scope::Area(area) => format!("area:{}", area.code()),
            Scope::System => "system".to_owned(),
        };
        self.note(
            self.store.db(),
            who,
            &format!("{action:?}"),
            &subject,
            "refused",
        )
        .await?;
        Err(Fault::Forbidden)
    }

    /// Writes down who did what.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note(
        &self,
        db: &impl On,
        who: &Who,
        action: &str,
        subject: &str,
        outcome: &str,
    ) -> Result<(), Fault> {
        self.log_entry(db, actor(who), action, subject, outcome)
            .await
    }

    /// Writes down what was done at the machine itself.
    pub(crate) async fn note_system(
        &self,
        db: &impl On,
        action: &str,
        subject: &str,
    ) -> Result<(), Fault> {
        self.log_entry(db, "system".to_owned(), action, subject, "done")
            .await
    }

    async fn log_entry(
        &self,
        db: &impl On,
        actor: String,
        action: &str,
        subject: &str,
        outcome: &str,
    ) -> Result<(), Fault> {
        let entry = audit::Entry {
            id: EntryId(self.outside.id()).0,
            at: self.now(),
            actor,
            action: action.to_owned(),
            subject: subject.to_owned(),
            outcome: outcome.to_owned(),
        };
        audit::add(db, entry).await?;
        Ok(())
    }
}

/// Who, as logs and receipts name them: an id, never a name.
pub fn actor(who: &Who) -> String {
    match who {
        Who::Guest(id) => format!("guest:{id}"),
        Who::Person(member) => format!("person:{}", member.id),
    }
}
