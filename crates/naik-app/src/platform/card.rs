//! Cards: a mentor prints one, hands it over, and its holder is let in once.

use naik_core::access::{Action, Scope, Who};
use naik_core::account::{Purpose, Role};
use naik_core::id::{CardId, GuestId, PersonId};
use naik_core::message::Message;
use naik_store::StoreError;
use naik_store::blob::digest;
use naik_store::repo::card::{self, Card};
use naik_store::repo::person::{self, Person};
use naik_store::repo::{consent, product};

use super::Platform;
use super::error::Fault;
use super::password;
use super::reach::actor;

/// How long a card is good, in milliseconds: two weeks, from a visit to the next.
pub const GOOD_FOR: i64 = 14 * 24 * 3_600_000;

/// A card that was just made. Its secret is shown once and never again.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The card.
    pub id: CardId,
    /// Whom it lets in.
    pub person: Person,
    /// What goes into its link.
    pub secret: String,
    /// When it ends.
    pub expires_at: i64,
}

/// What a card's page says before it is used.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// Whom it lets in.
    pub person: Person,
    /// Who made it.
    pub made_by: Option<String>,
    /// Whether its holder agreed to having an account before.
    pub agreed: bool,
    /// When it ends.
    pub expires_at: i64,
}

impl Platform {
    /// Makes a card for a person; earlier cards that were not used are worthless from then on.
    ///
    /// # Errors
    /// `Missing` when there is no such person, `Forbidden` when whoever asks may not.
    pub async fn issue_card(&self, who: &Who, id: PersonId) -> Result<Fresh, Fault> {
        let holder = person::get(self.store.db(), id).await?;
        let scope = Scope::Person(holder.role, holder.area.clone());
        self.require(who, Action::IssueCard, &scope).await?;
        self.require_care(who, &holder).await?;
        let issuer = match who {
            Who::Person(member) => Some(member.id.0),
            Who::Guest(_) => None,
        };
        let change = self.store.begin().await?;
        let fresh = self.make_card(&change, holder, issuer).await?;
        self.note(&change, who, "issue-card", &format!("person:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(fresh)
    }

    /// A mentor makes cards for owners whom they accompany, and for no one else: a card is a way into an account.
    async fn require_care(&self, who: &Who, holder: &Person) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        if member.role != Role::Mentor {
            return Ok(());
        }
        let db = self.store.db();
        let accompanied = naik_store::repo::shop::accompanied(db, member.id).await?;
        let theirs = naik_store::repo::access::member(db, holder).await?.shops;
        let cares = theirs
            .iter()
            .any(|(shop, _)| accompanied.iter().any(|one| one.id == shop.0));
        if cares { Ok(()) } else { Err(Fault::Forbidden) }
    }

    /// Makes a card without asking who wants it: for the command line, whose user owns the database anyway.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn make_card(
        &self,
        db: &impl naik_store::On,
        holder: Person,
        issuer: Option<naik_core::id::Uuid>,
    ) -> Result<Fresh, Fault> {
        let now = self.now();
        card::revoke(db, holder.id, now).await?;
        let (id, secret) = (CardId(self.outside.id()), self.outside.secret());
        let row = Card {
            id: id.0,
            token_hash: digest(secret.as_bytes()),
            person_id: holder.id.0,
            issued_by: issuer,
            created_at: now,
            expires_at: now + GOOD_FOR,
            used_at: None,
            revoked_at: None,
        };
        card::create(db, row).await?;
        Ok(Fresh {
            id,
            person: holder,
            secret,
            expires_at: now + GOOD_FOR,
        })
    }

    /// Whom a card would let in, without using it: the page greets them before they say yes.
    ///
    /// # Errors
    /// `Refused` when it is used, revoked, ended or unknown; says which, so that they know what to do.
    pub async fn read_card(&self, secret: &str) -> Result<Greeting, Fault> {
        let (row, person) = self.good_card(secret).await?;
        let db = self.store.db();
        let made_by = match row.issued_by {
            // Whoever made it may have been erased since: the card is good all the same.
            Some(id) => match person::get(db, PersonId(id)).await {
                Ok(maker) => Some(maker.name),
                Err(StoreError::Missing) => None,
                Err(error) => return Err(error.into()),
            },
            None => None,
        };
        let given = consent::given(db, person.id).await?;
        Ok(Greeting {
            agreed: given.contains(&Purpose::Account),
            expires_at: row.expires_at,
            made_by,
            person,
        })
    }

    /// Uses a card up and lets its holder in, who may set a first password, says what they agree to, and brings what
    /// they drafted as a guest.
    ///
    /// # Errors
    /// As [`Platform::read_card`], and `Refused` for a weak password or without the consent that an account needs.
    pub async fn enter_by_card(
        &self,
        secret: &str,
        password: Option<String>,
        purposes: &[Purpose],
        guest: Option<GuestId>,
    ) -> Result<Person, Fault> {
        let (row, found) = self.good_card(secret).await?;
        let given = consent::given(self.store.db(), found.id).await?;
        let first_time = !given.contains(&Purpose::Account);
        if first_time && !purposes.contains(&Purpose::Account) {
            return Err(Fault::field("account", Message::new("consent-needed")));
        }
        let hash = match password {
            Some(password) => {
                password::check(&password).map_err(|m| Fault::field("password", m))?;
                Some(self.hash(password).await?)
            }
            None => None,
        };
        let change = self.store.begin().await?;
        card::spend(&change, CardId(row.id), self.now())
            .await
            .map_err(|error| match error {
                StoreError::Missing => refused("card-used"),
                other => other.into(),
            })?;
        // Whoever locked themselves out comes back by card.
        match hash {
            Some(hash) => {
                // A lost phone is no way in any more.
                person::set_password(&change, found.id, Some(hash)).await?;
                self.shut_out(&change, found.id, None).await?;
            }
            None => person::lock(&change, found.id, None).await?,
        }
        if first_time {
            self.agree(&change, found.id, purposes).await?;
        }
        let who = self.who(&change, &found).await?;
        if let (Some(guest), Who::Person(member)) = (guest, &who)
            && let Some((shop, _)) = member.shops.first()
        {
            product::adopt(&change, guest, *shop, self.now()).await?;
        }
        self.note(&change, &who, "enter-by-card", &actor(&who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(found)
    }

    async fn good_card(&self, secret: &str) -> Result<(Card, Person), Fault> {
        let found = card::find(self.store.db(), &digest(secret.as_bytes())).await?;
        let row = found.ok_or_else(|| refused("card-unknown"))?;
        if row.revoked_at.is_some() {
            return Err(refused("card-revoked"));
        }
        if row.used_at.is_some() {
            return Err(refused("card-used"));
        }
        if row.expires_at <= self.now() {
            return Err(refused("card-ended"));
        }
        let holder = person::get(self.store.db(), PersonId(row.person_id)).await?;
        Ok((row, holder))
    }
}

fn refused(key: &str) -> Fault {
    Fault::field("", Message::new(key))
}
