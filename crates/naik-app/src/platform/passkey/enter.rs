//! Coming in by passkey: no contact and no password is typed, the phone knows who it is.

use naik_core::access::Who;
use naik_core::encode::{hex, unhex};
use naik_core::id::{GuestId, PersonId};
use naik_core::message::Message;
use naik_store::StoreError;
use naik_store::repo::passkey::{self, Passkey};
use naik_store::repo::person::{self, Person};
use naik_store::repo::{ceremony, product};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::TimedCeremony;
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::UserHandle;
use webauthn_rp::response::auth::error::AuthCeremonyErr;
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication16, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions,
};

use super::{Site, handle, internal, refused, state};
use crate::platform::Platform;
use crate::platform::error::Fault;
use crate::platform::reach::actor;

/// The purpose of a challenge whose answer lets someone in.
const ENTER: &str = "enter-by-passkey";

/// A passkey as the library reads it.
type Credential<'a> =
    AuthenticatedCredential<'a, 'a, 16, CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>>;

impl Platform {
    /// Asks a browser for a passkey of this site: what a page hands to it, as JSON.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin_entry(&self, site: &Site, browser: GuestId) -> Result<String, Fault> {
        let (row, asked) = {
            let (server, client) = DiscoverableCredentialRequestOptions::passkey(&site.id)
                .start_ceremony()
                .map_err(internal)?;
            let asked = serde_json::to_string(&client).map_err(internal)?;
            let state = server.encode().map_err(internal)?;
            let whom = actor(&Who::Guest(browser));
            let challenge = server.sent_challenge().0;
            (self.challenge(ENTER, whom, challenge, &state), asked)
        };
        ceremony::begin(self.store.db(), row, self.now()).await?;
        Ok(asked)
    }

    /// The person whose passkey answered; `answer` is an `AuthenticationResponseJSON`. What they drafted in this browser
    /// as a guest comes along, and an account that rests after wrong passwords is open again: whoever holds the key did
    /// not guess.
    ///
    /// # Errors
    /// `Refused` when the answer can't be read, answers no open question of this browser, is for another site, or is not
    /// signed by a passkey that we know; also when the key counts backwards, for then there are two of it.
    pub async fn enter_by_passkey(
        &self,
        site: &Site,
        browser: GuestId,
        answer: &str,
    ) -> Result<Person, Fault> {
        let unreadable = |_| refused(Message::new("passkey-unreadable"));
        let answer = DiscoverableAuthentication16::from_json_relaxed(answer.as_bytes())
            .map_err(unreadable)?;
        let challenge = answer.challenge_relaxed().map_err(unreadable)?.0;
        let asked = actor(&Who::Guest(browser));
        let asked = self.taken(ENTER, &asked, challenge).await?;
        let db = self.store.db();
        let Ok(id) = answer.raw_id().encode().map(hex);
        let Some(row) = passkey::find(db, &id).await? else {
            let nobody = Who::Guest(browser);
            self.note(db, &nobody, ENTER, &actor(&nobody), "refused")
                .await?;
            return Err(refused(Message::new("passkey-unknown")));
        };
        let found = person::get(db, PersonId(row.person_id)).await?;
        let who = self.who(db, &found).await?;
        let used = match check(site, &asked, &answer, &row, &handle(&found))? {
            Ok(used) => used,
            Err(why) => {
                self.note(db, &who, ENTER, &actor(&who), "refused").await?;
                return Err(refused(Message::new(why_not_in(&why))));
            }
        };
        let change = self.store.begin().await?;
        passkey::used(&change, &row, state(&used), self.now()).await?;
        if found.failures > 0 || found.locked_until.is_some() {
            person::lock(&change, found.id, None).await?;
        }
        if let Who::Person(member) = &who
            && let Some((shop, _)) = member.shops.first()
        {
            product::adopt(&change, browser, *shop, self.now()).await?;
        }
        self.note(&change, &who, ENTER, &actor(&who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(found)
    }
}

/// Checks an answer against what was asked and the key that is kept: the key's new state, or why not.
fn check(
    site: &Site,
    asked: &[u8],
    answer: &DiscoverableAuthentication16,
    row: &Passkey,
    handle: &UserHandle<16>,
) -> Result<Result<DynamicState, AuthCeremonyErr>, Fault> {
    let damaged = || internal("a passkey that is kept can't be read");
    let asked = DiscoverableAuthenticationServerState::decode(asked).map_err(internal)?;
    let key = unhex(&row.public_key).ok_or_else(damaged)?;
    let key = StaticState::decode(key.as_slice()).map_err(internal)?;
    let state = unhex(&row.state).and_then(|bytes| <[u8; 7]>::try_from(bytes).ok());
    let state = DynamicState::decode(state.ok_or_else(damaged)?).map_err(internal)?;
    let mut credential: Credential<'_> =
        AuthenticatedCredential::new(answer.raw_id(), handle, key, state).map_err(internal)?;
    let wanted = AuthenticationVerificationOptions::<&str, &str> {
        allowed_origins: &[site.origin.as_str()],
        error_on_unsolicited_extensions: false,
        ..AuthenticationVerificationOptions::default()
    };
    Ok(asked
        .verify(&site.id, answer, &mut credential, &wanted)
        .map(|_| credential.dynamic_state()))
}

fn why_not_in(why: &AuthCeremonyErr) -> &'static str {
    match why {
        AuthCeremonyErr::Timeout => "passkey-late",
        AuthCeremonyErr::OriginMismatch
        | AuthCeremonyErr::CrossOrigin
        | AuthCeremonyErr::TopOriginMismatch
        | AuthCeremonyErr::RpIdHashMismatch => "passkey-elsewhere",
        AuthCeremonyErr::SignatureCounter => "passkey-copied",
        _ => "passkey-refused",
    }
}
