//! Having an account: registering, signing in, being let in again.

use naik_core::access::{Action, Post, Scope, Who};
use naik_core::account::{Area, Contact, Purpose, Role, name};
use naik_core::id::{EntryId, GuestId, PersonId, ShopId};
use naik_core::lang::Lang;
use naik_core::message::{Explain, Message};
use naik_store::blob::digest;
use naik_store::repo::person::Person;
use naik_store::repo::shop::Shop;
use naik_store::repo::{consent, passkey, person, product, session, shop};
use naik_store::{On, StoreError};

use super::Platform;
use super::error::{Fault, Refusal};
use super::lockout;
use super::password;
use super::reach::actor;

/// The version of the words that people agree to. A change of the words is a new version.
pub const WORDING: i32 = 2;

/// What someone wrote who wants an account.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    /// Their name.
    pub name: String,
    /// Telephone number or e-mail address.
    pub contact: String,
    /// The password.
    pub password: String,
    /// The shop's name; their own name when empty.
    pub shop: String,
    /// Code of their city; may be empty.
    pub area: String,
    /// What they agree to.
    pub purposes: Vec<Purpose>,
    /// Their language.
    pub lang: Lang,
}

/// Someone that another person makes an account for; they come in by card.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Their name.
    pub name: String,
    /// Telephone number or e-mail address.
    pub contact: String,
    /// What they are.
    pub role: Role,
    /// Code of their area.
    pub area: String,
    /// The shop's name, for an owner.
    pub shop: String,
    /// Their language.
    pub lang: Lang,
}

struct Parsed {
    name: String,
    contact: Contact,
    area: Area,
}

/// Reads the three things that every account has, and says at once what is wrong with each.
fn parse(who: &str, contact: &str, area: &str, wrong: &mut Vec<Refusal>) -> Option<Parsed> {
    let mut keep = |field: &str, message: Message| wrong.push(Refusal::new(field, message));
    let name = name(who).map_err(|e| keep("name", e.explain())).ok();
    let contact = Contact::parse(contact)
        .map_err(|e| keep("contact", e.explain()))
        .ok();
    let area = Area::parse(area.trim())
        .map_err(|e| keep("area", e.explain()))
        .ok();
    Some(Parsed {
        name: name?,
        contact: contact?,
        area: area?,
    })
}

impl Platform {
    /// Makes an account for whoever asks, with their first shop, and gives it what they drafted as a guest.
    ///
    /// # Errors
    /// `Refused` field by field, also when the contact has an account.
    pub async fn register(
        &self,
        guest: Option<GuestId>,
        wish: Registration,
    ) -> Result<PersonId, Fault> {
        let mut wrong = Vec::new();
        let parsed = parse(&wish.name, &wish.contact, &wish.area, &mut wrong);
        if let Err(message) = password::check(&wish.password) {
            wrong.push(Refusal::new("password", message));
        }
        let shop_name = if wish.shop.trim().is_empty() {
            parsed.as_ref().map(|p| p.name.clone())
        } else {
            name(&wish.shop)
                .map_err(|e| wrong.push(Refusal::new("shop", e.explain())))
                .ok()
        };
        if !wish.purposes.contains(&Purpose::Account) {
            wrong.push(Refusal::new("account", Message::new("consent-needed")));
        }
        let (Some(parsed), Some(shop_name), true) = (parsed, shop_name, wrong.is_empty()) else {
            return Err(Fault::Refused(wrong));
        };
        let hash = self.hash(wish.password).await?;
        let now = self.now();
        let new = self.person(parsed, Role::Owner, wish.lang, Some(hash));
        let change = self.store.begin().await?;
        create(&change, &new).await?;
        self.agree(&change, new.id, &wish.purposes).await?;
        let shop = self.open_shop(&change, &new, &shop_name).await?;
        if let Some(guest) = guest {
            product::adopt(&change, guest, shop, now).await?;
        }
        let who = self.who(&change, &new).await?;
        self.note(&change, &who, "register", &actor(&who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(new.id)
    }

    /// Makes an account for someone else, who comes in by card; a mentor accompanies the shop from then on.
    ///
    /// # Errors
    /// `Forbidden` when whoever asks may not; `Refused` field by field.
    pub async fn invite(&self, who: &Who, wish: Invitation) -> Result<PersonId, Fault> {
        let area = Area::parse(wish.area.trim()).map_err(|e| Fault::field("area", e.explain()))?;
        let scope = Scope::Person(wish.role, area);
        self.require(who, Action::CreatePerson, &scope).await?;
        self.make_person(wish, Some(who)).await
    }

    /// Makes an account; `by` accompanies the shop when that is a mentor.
    pub(crate) async fn make_person(
        &self,
        wish: Invitation,
        by: Option<&Who>,
    ) -> Result<PersonId, Fault> {
        let mut wrong = Vec::new();
        let parsed = parse(&wish.name, &wish.contact, &wish.area, &mut wrong);
        let Some(parsed) = parsed else {
            return Err(Fault::Refused(wrong));
        };
        let shop_name = match wish.role {
            Role::Owner if wish.shop.trim().is_empty() => Some(parsed.name.clone()),
            Role::Owner => Some(name(&wish.shop).map_err(|e| Fault::field("shop", e.explain()))?),
            _ => None,
        };
        let new = self.person(parsed, wish.role, wish.lang, None);
        let change = self.store.begin().await?;
        create(&change, &new).await?;
        if let Some(shop_name) = shop_name {
            let shop = self.open_shop(&change, &new, &shop_name).await?;
            if let Some(Who::Person(member)) = by
                && member.role == Role::Mentor
            {
                shop::accompany(&change, member.id, shop, self.now()).await?;
            }
        }
        let subject = format!("person:{}", new.id);
        match by {
            Some(who) => self.note(&change, who, "invite", &subject, "done").await?,
            None => self.note_system(&change, "create-person", &subject).await?,
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(new.id)
    }

    /// The person of a contact and password; what they drafted in this browser as a guest comes along.
    ///
    /// `known` is whom this browser let in before: others' guesses do not keep them out of it.
    ///
    /// # Errors
    /// `Refused` when they do not fit, without telling which; `Locked` after five wrong ones in a row, whether there
    /// is an account or not.
    pub async fn sign_in(
        &self,
        contact: &str,
        password: String,
        guest: Option<GuestId>,
        known: Option<PersonId>,
    ) -> Result<Person, Fault> {
        let db = self.store.db();
        let parsed = Contact::parse(contact).ok();
        let found = match &parsed {
            Some(contact) => person::by_contact(db, contact).await?,
            None => None,
        };
        let row = match &found {
            Some(one) if Some(one.id) == known => Some(format!("known:{}", one.id)),
            Some(_) => None,
            // However it is spelt: an account is one, too.
            None => Some(digest(match &parsed {
                Some(contact) => contact.key().as_bytes(),
                None => contact.trim().as_bytes(),
            })),
        };
        self.is_open(found.as_ref(), row.as_deref())?;
        let hash = found.as_ref().and_then(|p| p.password.clone());
        let right = self.is_password(password, hash).await?;
        // Others may have guessed while this password waited for its turn.
        let found = match found {
            Some(found) => Some(person::get(db, found.id).await?),
            None => None,
        };
        self.is_open(found.as_ref(), row.as_deref())?;
        match found {
            Some(found) if right => {
                if let Some(row) = &row {
                    self.lockout.forget(row);
                }
                self.entered(&found, guest).await?;
                Ok(found)
            }
            found => {
                self.not_entered(found.as_ref(), row.as_deref()).await?;
                Err(Fault::field("", Message::new("sign-in-refused")))
            }
        }
    }

    /// Refuses while there is a rest after wrong passwords: that of `row`, or the account's own without one.
    fn is_open(&self, found: Option<&Person>, row: Option<&str>) -> Result<(), Fault> {
        let now = self.now();
        let until = match row {
            Some(row) => self.lockout.until(row, now),
            None => found.and_then(|one| one.locked_until),
        };
        match until {
            Some(until) if until > now => Err(Fault::Locked((until - now).div_euclid(1000) + 1)),
            _ => Ok(()),
        }
    }

    /// Forgets the wrong passwords, and gives the person what they drafted as a guest.
    async fn entered(&self, found: &Person, guest: Option<GuestId>) -> Result<(), Fault> {
        let db = self.store.db();
        let who = self.who(db, found).await?;
        if found.failures > 0 {
            person::lock(db, found.id, None).await?;
        }
        if let (Some(guest), Who::Person(member)) = (guest, &who)
            && let Some((shop, _)) = member.shops.first()
        {
            product::adopt(db, guest, *shop, self.now()).await?;
        }
        self.note(db, &who, "sign-in", &actor(&who), "done").await
    }

    /// Counts a wrong password.
    async fn not_entered(&self, found: Option<&Person>, row: Option<&str>) -> Result<(), Fault> {
        let (db, now) = (self.store.db(), self.now());
        if let Some(row) = row {
            self.lockout.failed(row, now);
        }
        let Some(found) = found else {
            return Ok(());
        };
        if row.is_none() {
            let failures = person::failed(db, found.id).await?;
            if let Some(until) = lockout::rest(failures, now) {
                person::lock(db, found.id, Some(until)).await?;
            }
        }
        let who = self.who(db, found).await?;
        self.note(db, &who, "sign-in", &actor(&who), "refused")
            .await
    }

    /// Sets a new password, ends all sessions but this one, and removes passkeys and keys to the API.
    ///
    /// # Errors
    /// `Refused` when the old one is wrong or the new one too weak.
    pub async fn change_password(
        &self,
        who: &Who,
        old: String,
        new: String,
        but: Option<naik_core::id::SessionId>,
    ) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        password::check(&new).map_err(|message| Fault::field("new", message))?;
        let found = person::get(self.store.db(), member.id).await?;
        // Whoever came in by card has none yet, and sets the first.
        if found.password.is_some() && !self.is_password(old, found.password).await? {
            return Err(Fault::field("old", Message::new("password-wrong")));
        }
        let hash = self.hash(new).await?;
        let change = self.store.begin().await?;
        person::set_password(&change, member.id, Some(hash)).await?;
        self.shut_out(&change, member.id, but).await?;
        self.note(&change, who, "change-password", &actor(who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Ends a person's sessions but for one, every passkey and every key to the API: whoever else had got in is out, also
    /// if they left a passkey of their own behind.
    pub(crate) async fn shut_out(
        &self,
        db: &impl On,
        id: PersonId,
        but: Option<naik_core::id::SessionId>,
    ) -> Result<(), Fault> {
        session::end_others(db, id, but).await?;
        passkey::remove_all(db, id).await?;
        naik_store::repo::token::revoke_all(db, id, self.now()).await?;
        Ok(())
    }

    /// Writes down a yes or a no to a purpose. Taking back the account's own purpose is done by erasing the account.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn set_consent(&self, who: &Who, purpose: Purpose, given: bool) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        if purpose == Purpose::Account {
            return Err(Fault::Forbidden);
        }
        let change = self.store.begin().await?;
        let held = consent::given(&change, member.id).await?.contains(&purpose);
        if held != given {
            let entry = EntryId(self.outside.id());
            let word = (purpose, given);
            consent::record(&change, entry, member.id, word, WORDING, self.now()).await?;
            if purpose == Purpose::Mentoring && !given {
                self.take_back_consent(&change, who).await?;
            }
            if purpose == Purpose::Statistics && !given {
                self.uncount(&change, member).await?;
            }
            if purpose == Purpose::Showcase && !given {
                self.unname_badges(&change, member).await?;
            }
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Sets one's own name and contact.
    ///
    /// # Errors
    /// `Refused` when one is none, or the contact has another account; `Forbidden` for a guest.
    pub async fn set_profile(&self, who: &Who, new: &str, contact: &str) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let new = name(new).map_err(|e| Fault::field("name", e.explain()))?;
        let contact = Contact::parse(contact).map_err(|e| Fault::field("contact", e.explain()))?;
        let change = self.store.begin().await?;
        let found = person::get(&change, member.id).await?;
        person::set_profile(&change, member.id, &new, found.lang).await?;
        if contact != found.contact {
            person::set_contact(&change, member.id, &contact)
                .await
                .map_err(taken)?;
            self.note(&change, who, "change-contact", &actor(who), "done")
                .await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// What one agreed to and took back, oldest first.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn consents(&self, who: &Who) -> Result<Vec<consent::Entry>, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        Ok(consent::history(self.store.db(), member.id).await?)
    }

    /// Sets one's own language.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn set_lang(&self, who: &Who, lang: Lang) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let found = person::get(self.store.db(), member.id).await?;
        person::set_profile(self.store.db(), member.id, &found.name, lang).await?;
        Ok(())
    }

    /// Who a person is, with what their rights follow from.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn who(&self, db: &impl On, person: &Person) -> Result<Who, Fault> {
        let member = naik_store::repo::access::member(db, person).await?;
        Ok(Who::Person(member))
    }

    /// Writes down every purpose that was agreed to.
    pub(crate) async fn agree(
        &self,
        db: &impl On,
        id: PersonId,
        purposes: &[Purpose],
    ) -> Result<(), Fault> {
        for purpose in purposes {
            let entry = EntryId(self.outside.id());
            consent::record(db, entry, id, (*purpose, true), WORDING, self.now()).await?;
        }
        Ok(())
    }

    fn person(&self, parsed: Parsed, role: Role, lang: Lang, password: Option<String>) -> Person {
        Person {
            id: PersonId(self.outside.id()),
            name: parsed.name,
            contact: parsed.contact,
            role,
            area: parsed.area,
            lang,
            password,
            failures: 0,
            locked_until: None,
            created_at: self.now(),
            demo: false,
        }
    }

    pub(crate) async fn open_shop(
        &self,
        db: &impl On,
        owner: &Person,
        name: &str,
    ) -> Result<ShopId, Fault> {
        let id = ShopId(self.outside.id());
        let row = Shop {
            id: id.0,
            name: name.to_owned(),
            area: owner.area.code().to_owned(),
            created_at: self.now(),
            demo: owner.demo,
        };
        shop::create(db, row).await?;
        shop::join(db, id, owner.id, Post::Owner, self.now()).await?;
        Ok(id)
    }
}

async fn create(db: &impl On, new: &Person) -> Result<(), Fault> {
    person::create(db, new).await.map_err(taken)
}

fn taken(error: StoreError) -> Fault {
    match error {
        StoreError::Taken => Fault::field("contact", Message::new("contact-taken")),
        other => other.into(),
    }
}
