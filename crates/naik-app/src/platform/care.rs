//! Shops in the care of mentors and managers, and the jobs that admins tend.

use naik_core::access::{Action, Scope, Who, may};
use naik_core::account::Role;
use naik_core::id::{JobId, PersonId, ShopId};
use naik_store::StoreError;
use naik_store::repo::job::{self, Job, State};
use naik_store::repo::kit;
use naik_store::repo::person::{self, Person};
use naik_store::repo::product::{self, Holder};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::{Page, card};

use super::Platform;
use super::error::Fault;

/// Products that are looked at to say how far a shop is.
const LOOKED_AT: u64 = 50;

/// A shop in someone's care.
#[derive(Clone, Debug)]
pub struct InCare {
    /// The shop.
    pub shop: Shop,
    /// Its first owner.
    pub owner: Option<Person>,
    /// How many products it has, up to 50.
    pub products: usize,
    /// How many of them have a kit.
    pub kits: usize,
    /// When a product was last changed.
    pub last: Option<i64>,
    /// How its owner's card stands.
    pub card: CardState,
}

/// How a person's last card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardState {
    /// There was never one.
    None,
    /// It waits to be used.
    Waiting,
    /// It let its holder in.
    Used,
    /// It ended or was revoked.
    Ended,
}

impl CardState {
    /// The word in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Waiting => "waiting",
            Self::Used => "used",
            Self::Ended => "ended",
        }
    }
}

impl Platform {
    /// The shops in the care of whoever asks.
    ///
    /// # Errors
    /// `Forbidden` for those who care for none by their role.
    pub async fn care(&self, who: &Who, page: Page) -> Result<Vec<InCare>, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let db = self.store.db();
        let shops = match member.role {
            Role::Mentor => shop::accompanied(db, member.id).await?,
            Role::Manager | Role::Admin => shop::list(db, &member.area, page).await?,
            _ => return Err(Fault::Forbidden),
        };
        let mut found = Vec::new();
        for row in shops {
            let scope = shop::scope(&row)?;
            // A mentor who accompanies a shop whose owner took back the consent sees its name, to ask again.
            let full = may(who, Action::SeeProduct, &scope);
            found.push(self.in_care(row, full).await?);
        }
        Ok(found)
    }

    /// `full` tells whether products may be seen, and so counted.
    async fn in_care(&self, row: Shop, full: bool) -> Result<InCare, Fault> {
        let (db, now) = (self.store.db(), self.now());
        let id = ShopId(row.id);
        let owner = match shop::owners(db, id).await?.first() {
            Some(owner) => Some(person::get(db, *owner).await?),
            None => None,
        };
        let some = Page {
            skip: 0,
            take: LOOKED_AT,
        };
        let products = if full {
            product::list(db, Holder::Shop(id), now, some).await?
        } else {
            Vec::new()
        };
        let card = match &owner {
            Some(owner) => card_state(card::list(db, owner.id).await?.first(), now),
            None => CardState::None,
        };
        Ok(InCare {
            kits: products.iter().filter(|one| one.kit.is_some()).count(),
            last: products.iter().map(|one| one.updated_at).max(),
            products: products.len(),
            shop: row,
            owner,
            card,
        })
    }

    /// The name of a person's first shop.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn shop_of(&self, id: PersonId) -> Result<Option<String>, Fault> {
        let db = self.store.db();
        let owner = person::get(db, id).await?;
        let member = naik_store::repo::access::member(db, &owner).await?;
        match member.shops.first() {
            Some((shop, _)) => Ok(Some(shop::get(db, *shop).await?.name)),
            None => Ok(None),
        }
    }

    /// Lets a person try passwords again at once.
    ///
    /// # Errors
    /// `Missing` when there is no such person, `Forbidden` when whoever asks may not.
    pub async fn unlock(&self, who: &Who, id: PersonId) -> Result<(), Fault> {
        let found = person::get(self.store.db(), id).await?;
        let scope = Scope::Person(found.role, found.area);
        self.require(who, Action::IssueCard, &scope).await?;
        let change = self.store.begin().await?;
        person::lock(&change, id, None).await?;
        self.note(&change, who, "unlock", &format!("person:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Makes a person's unused cards worthless.
    ///
    /// # Errors
    /// `Missing` when there is no such person, `Forbidden` when whoever asks may not.
    pub async fn revoke_cards(&self, who: &Who, id: PersonId) -> Result<u64, Fault> {
        let holder = person::get(self.store.db(), id).await?;
        let scope = Scope::Person(holder.role, holder.area);
        self.require(who, Action::IssueCard, &scope).await?;
        let change = self.store.begin().await?;
        let revoked = card::revoke(&change, id, self.now()).await?;
        self.note(&change, who, "revoke-card", &format!("person:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(revoked)
    }

    /// Jobs: how many in each state, and those in one, or in any.
    ///
    /// # Errors
    /// `Forbidden` for all but admins.
    pub async fn jobs(
        &self,
        who: &Who,
        state: Option<State>,
        page: Page,
    ) -> Result<(Vec<(State, u64)>, Vec<Job>), Fault> {
        self.require(who, Action::TendJobs, &Scope::System).await?;
        let db = self.store.db();
        let counts = job::counts(db).await?;
        let rows = job::list(db, state, page).await?;
        Ok((counts, rows))
    }

    /// How many jobs there are in each state: a number that names nobody.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn job_counts(&self) -> Result<Vec<(State, u64)>, Fault> {
        Ok(job::counts(self.store.db()).await?)
    }

    /// Lets a dead or cancelled job begin anew, with the version that it makes.
    ///
    /// # Errors
    /// `Forbidden` for all but admins, `Missing` when it is neither.
    pub async fn retry_job(&self, who: &Who, id: JobId) -> Result<(), Fault> {
        self.require(who, Action::TendJobs, &Scope::System).await?;
        let change = self.store.begin().await?;
        job::retry(&change, id, self.now()).await?;
        kit::again(&change, naik_core::id::KitId(id.0)).await?;
        self.note(&change, who, "retry-job", &format!("job:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        self.work.notify_one();
        Ok(())
    }

    /// Stops a job.
    ///
    /// # Errors
    /// `Forbidden` for all but admins, `Missing` when it has ended.
    pub async fn cancel_job(&self, who: &Who, id: JobId) -> Result<(), Fault> {
        self.require(who, Action::TendJobs, &Scope::System).await?;
        let change = self.store.begin().await?;
        job::cancel(&change, id, self.now()).await?;
        if job::get(&change, id).await?.state == State::Cancelled {
            kit::ended(
                &change,
                naik_core::id::KitId(id.0),
                kit::State::Cancelled,
                None,
            )
            .await?;
        }
        self.note(&change, who, "cancel-job", &format!("job:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

fn card_state(last: Option<&card::Card>, now: i64) -> CardState {
    match last {
        None => CardState::None,
        Some(card) if card.used_at.is_some() => CardState::Used,
        Some(card) if card.revoked_at.is_some() || card.expires_at <= now => CardState::Ended,
        Some(_) => CardState::Waiting,
    }
}
