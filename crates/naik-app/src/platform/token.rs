//! Programs' keys to the API.

use naik_core::access::Who;
use naik_core::id::TokenId;
use naik_core::message::Message;
use naik_store::blob::digest;

use naik_store::repo::token::{self, Token};

use super::Platform;
use super::error::Fault;

/// What a key may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Look at products and kits.
    Read,
    /// Make and change them.
    Write,
}

impl Scope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// The word that is stored and used in forms.
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "products:read",
            Self::Write => "products:write",
        }
    }
}

/// The most keys of one person that open anything.
const MOST: usize = 20;

impl Platform {
    /// Makes a key and returns its secret, which is shown once.
    ///
    /// # Errors
    /// `Forbidden` for a guest; `Refused` for a name that is none, or more than 20 keys.
    pub async fn make_token(
        &self,
        who: &Who,
        name: &str,
        scopes: &[Scope],
        expires_at: Option<i64>,
    ) -> Result<String, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let name = naik_core::account::name(name)
            .map_err(|e| Fault::field("token", naik_core::message::Explain::explain(&e)))?;
        let keys = token::list(self.store.db(), member.id).await?;
        if keys.iter().filter(|key| key.revoked_at.is_none()).count() >= MOST {
            return Err(Fault::field(
                "token",
                Message::new("token-too-many").with("most", MOST),
            ));
        }
        let secret = format!("nk_{}", self.outside.secret());
        let words: Vec<&str> = scopes.iter().map(|scope| scope.key()).collect();
        let row = Token {
            id: self.outside.id(),
            person_id: member.id.0,
            name,
            token_hash: digest(secret.as_bytes()),
            scopes: words.join(" "),
            created_at: self.now(),
            expires_at,
            used_at: None,
            revoked_at: None,
        };
        token::create(self.store.db(), row).await?;
        Ok(secret)
    }

    /// Whose key this is, and what it opens; nobody when it opens nothing any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn by_token(&self, secret: &str) -> Result<Option<(Who, Vec<Scope>)>, Fault> {
        let db = self.store.db();
        let Some(held) = token::find(db, &digest(secret.as_bytes()), self.now()).await? else {
            return Ok(None);
        };
        let scopes = Scope::ALL
            .into_iter()
            .filter(|scope| held.by.scopes.split(' ').any(|word| word == scope.key()))
            .collect();
        Ok(Some((Who::Person(held.member), scopes)))
    }

    /// One's own keys, newest first.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn tokens(&self, who: &Who) -> Result<Vec<Token>, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        Ok(token::list(self.store.db(), member.id).await?)
    }

    /// Makes one's own key worthless.
    ///
    /// # Errors
    /// `Missing` when whoever asks has no such key.
    pub async fn revoke_token(&self, who: &Who, id: TokenId) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Missing);
        };
        token::revoke(self.store.db(), member.id, id, self.now()).await?;
        Ok(())
    }
}
