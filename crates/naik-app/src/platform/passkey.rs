//! Passkeys: a key that stays in a person's phone and signs a challenge of ours (WebAuthn level 3). What we keep of it
//! is its public half, with which nobody comes in.

mod enter;
mod site;

use naik_core::access::Who;
use naik_core::encode::{hex, unhex};
use naik_core::id::{PasskeyId, PersonId};
use naik_core::message::{Explain, Message};
use naik_store::repo::card;
use naik_store::repo::ceremony::{self, Ceremony};
use naik_store::repo::passkey::{self, Passkey};
use naik_store::repo::person::{self, Person};
use naik_store::{On, StoreError};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::register::{
    CredProtect, Nickname, PublicKeyCredentialCreationOptions, PublicKeyCredentialUserEntity,
    RegistrationVerificationOptions, UserHandle, Username,
};
use webauthn_rp::request::{PublicKeyCredentialDescriptor, TimedCeremony};
use webauthn_rp::response::register::DynamicState;
use webauthn_rp::response::register::error::RegCeremonyErr;
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{RegisteredCredential, Registration, RegistrationServerState};

use super::Platform;
use super::error::Fault;
use super::reach::actor;
pub use site::Site;

/// The most passkeys of one person.
const MOST: usize = 20;
/// How long a challenge waits for its answer, in milliseconds. The library counts the same five minutes by the system's
/// clock.
const WAITS: i64 = 300_000;
/// The purpose of a challenge whose answer is a new passkey.
const ADD: &str = "add-passkey";

impl Platform {
    /// Begins to add a passkey: what a page hands to its browser, as JSON.
    ///
    /// # Errors
    /// `Forbidden` for a guest; `Refused` for more than 20 passkeys.
    pub async fn begin_passkey(&self, who: &Who, site: &Site) -> Result<String, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let held = passkey::list(self.store.db(), member.id).await?;
        if held.len() >= MOST {
            return Err(refused(Message::new("passkey-too-many").with("most", MOST)));
        }
        let one = person::get(self.store.db(), member.id).await?;
        let (row, asked) = self.ask_for_new(site, &one, &held)?;
        ceremony::begin(self.store.db(), row, self.now()).await?;
        Ok(asked)
    }

    /// The challenge for a new passkey: what we keep of it, and what the browser is asked.
    fn ask_for_new(
        &self,
        site: &Site,
        one: &Person,
        held: &[Passkey],
    ) -> Result<(Ceremony, String), Fault> {
        let handle = handle(one);
        // What the phone shows when it asks which key to use.
        let user = PublicKeyCredentialUserEntity {
            name: Username::try_from(one.contact.to_string())
                .or_else(|_| Username::try_from(one.id.to_string()))
                .map_err(internal)?,
            id: &handle,
            display_name: Nickname::try_from(one.name.clone()).ok(),
        };
        // A phone that holds one already says so, instead of making another.
        let held = held
            .iter()
            .filter(|key| key.rp_id == site.id())
            .filter_map(|key| {
                let id = CredentialId::<Vec<u8>>::decode(unhex(&key.credential_id)?).ok()?;
                let transports = u8::try_from(key.transports).ok()?;
                Some(PublicKeyCredentialDescriptor {
                    id,
                    transports: AuthTransports::decode(transports).ok()?,
                })
            })
            .collect();
        let mut options = PublicKeyCredentialCreationOptions::passkey(&site.id, user, held);
        // The library insists on an extension that many phones lack; we ask for the finger at each use anyway.
        options.extensions.cred_protect = CredProtect::None;
        let (server, client) = options.start_ceremony().map_err(internal)?;
        let asked = serde_json::to_string(&client).map_err(internal)?;
        let state = server.encode().map_err(internal)?;
        let challenge = server.sent_challenge().0;
        let whom = format!("person:{}", one.id);
        Ok((self.challenge(ADD, whom, challenge, &state), asked))
    }

    /// Adds the passkey that a browser has made; `answer` is its `RegistrationResponseJSON`.
    ///
    /// # Errors
    /// `Refused` when it can't be read, answers no open question of this person, is for another site, or is known
    /// already; `Forbidden` for a guest.
    pub async fn finish_passkey(
        &self,
        who: &Who,
        site: &Site,
        answer: &str,
        name: &str,
    ) -> Result<PasskeyId, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let name = named(name)?;
        let unreadable = |_| refused(Message::new("passkey-unreadable"));
        let answer = Registration::from_json_relaxed(answer.as_bytes()).map_err(unreadable)?;
        let challenge = answer.challenge_relaxed().map_err(unreadable)?.0;
        let state = self.taken(ADD, &actor(who), challenge).await?;
        let state = RegistrationServerState::<16>::decode(&state).map_err(internal)?;
        let wanted = RegistrationVerificationOptions::<&str, &str> {
            allowed_origins: &[site.origin.as_str()],
            error_on_unsolicited_extensions: false,
            ..RegistrationVerificationOptions::default()
        };
        let row = match state.verify(&site.id, &answer, &wanted) {
            Ok(made) => self.row(member.id, site, name, &made),
            Err(why) => {
                let db = self.store.db();
                self.note(db, who, ADD, &actor(who), "refused").await?;
                return Err(refused(Message::new(why_not_added(&why))));
            }
        };
        let id = PasskeyId(row.id);
        let change = self.store.begin().await?;
        passkey::create(&change, row)
            .await
            .map_err(|error| match error {
                StoreError::Taken => refused(Message::new("passkey-taken")),
                other => other.into(),
            })?;
        self.note(&change, who, ADD, &actor(who), "done").await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// One's own passkeys, newest first.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn passkeys(&self, who: &Who) -> Result<Vec<Passkey>, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        Ok(passkey::list(self.store.db(), member.id).await?)
    }

    /// Gives one's own passkey another name.
    ///
    /// # Errors
    /// `Refused` for a name that is none; `Missing` when whoever asks has no such passkey.
    pub async fn rename_passkey(&self, who: &Who, id: PasskeyId, name: &str) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Missing);
        };
        passkey::rename(self.store.db(), member.id, id, &named(name)?).await?;
        Ok(())
    }

    /// Removes one's own passkey: the key in the phone opens nothing any more. `here` is the site that whoever asks is on.
    ///
    /// # Errors
    /// `Missing` when whoever asks has no such passkey; `Refused` when there is no other way in.
    pub async fn remove_passkey(
        &self,
        who: &Who,
        here: Option<&Site>,
        id: PasskeyId,
    ) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Missing);
        };
        let change = self.store.begin().await?;
        passkey::remove(&change, member.id, id).await?;
        if !self.has_way_in(&change, here, member.id).await? {
            return Err(refused(Message::new("passkey-last")));
        }
        self.note(&change, who, "remove-passkey", &actor(who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Whether a person who has no session can come in: by password, by passkey, or by a card that was not used.
    async fn has_way_in(
        &self,
        db: &impl On,
        here: Option<&Site>,
        id: PersonId,
    ) -> Result<bool, Fault> {
        if person::get(db, id).await?.password.is_some() {
            return Ok(true);
        }
        let now = self.now();
        let open = |card: &card::Card| {
            card.used_at.is_none() && card.revoked_at.is_none() && card.expires_at > now
        };
        // A passkey of a name that the site had before opens nothing here.
        let passkeys = passkey::list(db, id).await?;
        let opens = |one: &Passkey| here.is_some_and(|site| site.id() == one.rp_id);
        Ok(passkeys.iter().any(opens) || card::list(db, id).await?.iter().any(open))
    }

    /// What we keep of a new passkey.
    fn row(
        &self,
        person: PersonId,
        site: &Site,
        name: String,
        made: &RegisteredCredential<'_, 16>,
    ) -> Passkey {
        let Ok(credential_id) = made.id().encode().map(hex);
        let Ok(public_key) = made.static_state().encode().map(|bytes| hex(&bytes));
        let Ok(transports) = made.transports().encode();
        let (state, counter) = state(&made.dynamic_state());
        Passkey {
            id: self.outside.id(),
            person_id: person.0,
            credential_id,
            rp_id: site.id().to_owned(),
            public_key,
            state,
            counter,
            transports: i32::from(transports),
            name,
            created_at: self.now(),
            used_at: None,
        }
    }

    /// A challenge as it is kept until its answer comes.
    fn challenge(&self, purpose: &str, whom: String, challenge: u128, state: &[u8]) -> Ceremony {
        Ceremony {
            challenge: format!("{challenge:032x}"),
            purpose: purpose.to_owned(),
            actor: whom,
            state: hex(state),
            expires_at: self.now() + WAITS,
        }
    }

    /// What an answer is checked against. It is used up with this, whatever the check says.
    async fn taken(&self, purpose: &str, whom: &str, challenge: u128) -> Result<Vec<u8>, Fault> {
        let challenge = format!("{challenge:032x}");
        let asked = (purpose, whom);
        let row = ceremony::take(self.store.db(), &challenge, asked, self.now()).await?;
        let row = row.ok_or_else(|| refused(Message::new("passkey-late")))?;
        unhex(&row.state).ok_or_else(|| internal("a challenge can't be read"))
    }
}

/// What changes about a passkey as it is used, and how often that was.
fn state(state: &DynamicState) -> (String, i64) {
    let Ok(bytes) = state.encode();
    (hex(&bytes), i64::from(state.sign_count))
}

/// What phones call a person: the id of their account, which says nothing about them.
fn handle(one: &Person) -> UserHandle<16> {
    let Ok(handle) = UserHandle::decode(one.id.0.into_bytes());
    handle
}

fn named(name: &str) -> Result<String, Fault> {
    naik_core::account::name(name).map_err(|e| refused(e.explain()))
}

fn why_not_added(why: &RegCeremonyErr) -> &'static str {
    match why {
        RegCeremonyErr::Timeout => "passkey-late",
        RegCeremonyErr::OriginMismatch
        | RegCeremonyErr::CrossOrigin
        | RegCeremonyErr::TopOriginMismatch
        | RegCeremonyErr::RpIdHashMismatch => "passkey-elsewhere",
        _ => "passkey-refused",
    }
}

fn refused(message: Message) -> Fault {
    Fault::field("passkey", message)
}

fn internal(reason: impl std::fmt::Display) -> Fault {
    Fault::Internal(reason.to_string())
}
