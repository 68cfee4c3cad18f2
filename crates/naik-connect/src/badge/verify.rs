//! Whether a badge is genuine, said so that one knows what to do next. No network: what is trusted is handed in.

use jiff::Timestamp;
use naik_core::message::{Explain, Message};
use serde_json::Value;

use super::canon::{BadJson, read};
use super::key::PublicKey;
use super::proof::{NoProof, Proof};
use crate::clean::quote;

/// What is trusted, as texts: from files, or from this platform itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust<'a> {
    /// The issuer's document.
    pub issuer: Option<&'a str>,
    /// The issuer's list of what was taken back.
    pub revocations: Option<&'a str>,
}

/// Why a badge is not genuine, or can't be said to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Longer than any badge.
    #[error("the file is too long")]
    TooLong,
    /// No JSON, or JSON of two meanings.
    #[error("the file can't be read")]
    NotJson,
    /// JSON, but no badge of Open Badges 3.0.
    #[error("that is no badge")]
    NotBadge,
    /// A badge without a signature.
    #[error("the badge has no proof")]
    NoProof,
    /// Signed in a way that is not known here.
    #[error("the proof is of another kind")]
    OtherProof,
    /// The issuer's document can't be read.
    #[error("the issuer's document can't be read")]
    BadIssuer,
    /// The document is another issuer's.
    #[error("the badge is of another issuer: {0}")]
    OtherIssuer(String),
    /// The issuer does not name the key, or named it no longer when the badge was signed.
    #[error("the issuer does not know the key")]
    WrongKey,
    /// What stands there is not what was signed.
    #[error("the badge was changed after it was signed")]
    Tampered,
    /// The list of what was taken back can't be trusted.
    #[error("the list of revoked badges can't be trusted")]
    BadList,
}

impl Explain for Trouble {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::TooLong => "badge-too-long",
            Self::NotJson => "badge-not-json",
            Self::NotBadge => "badge-not-badge",
            Self::NoProof => "badge-no-proof",
            Self::OtherProof => "badge-other-proof",
            Self::BadIssuer => "badge-bad-issuer",
            Self::OtherIssuer(name) => {
                return Message::new("badge-other-issuer").with("issuer", quote(name));
            }
            Self::WrongKey => "badge-wrong-key",
            Self::Tampered => "badge-tampered",
            Self::BadList => "badge-bad-list",
        })
    }
}

/// How a genuine badge stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Valid,
    /// It holds, but whether it was taken back was not looked up.
    Unlisted,
    /// It was not changed, but who signed it was not looked up.
    Unproven,
    /// It does not hold yet.
    Early,
    /// Its time is over.
    Expired,
    /// The issuer took it back, and says why.
    Revoked(String),
}

impl Standing {
    /// Whether it can be relied on.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Valid | Self::Unlisted)
    }

    /// The word in message keys.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Unlisted => "unlisted",
            Self::Unproven => "unproven",
            Self::Early => "early",
            Self::Expired => "expired",
            Self::Revoked(_) => "revoked",
        }
    }
}

/// A badge that is what its issuer signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genuine {
    /// Its address.
    pub id: String,
    /// What for.
    pub name: String,
    /// Whose, where it is named.
    pub holder: Option<String>,
    /// Who gave it.
    pub issuer: String,
    /// Since when.
    pub from: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
    /// How it stands.
    pub standing: Standing,
}

/// Checks a badge.
///
/// # Errors
/// Why it is not genuine.
pub fn verify(text: &str, trust: &Trust, now: Timestamp) -> Result<Genuine, Trouble> {
    let badge = parsed(text, Trouble::NotJson)?;
    let mut genuine = look(&badge).ok_or(Trouble::NotBadge)?;
    let issuer = issuer_of(&badge).ok_or(Trouble::NotBadge)?;
    let known = trust
        .issuer
        .map(|text| Known::read(text, issuer))
        .transpose()?;
    proved(&badge, issuer, known.as_ref())?;
    let revoked = match (&known, trust.revocations) {
        (Some(known), Some(text)) => Some(revoked(text, issuer, known, &genuine.id)?),
        _ => None,
    };
    genuine.standing = match revoked {
        Some(Some(reason)) => Standing::Revoked(reason),
        _ if now < genuine.from => Standing::Early,
        _ if genuine.until.is_some_and(|until| now > until) => Standing::Expired,
        _ if known.is_none() => Standing::Unproven,
        None => Standing::Unlisted,
        Some(None) => Standing::Valid,
    };
    Ok(genuine)
}

fn parsed(text: &str, otherwise: Trouble) -> Result<Value, Trouble> {
    read(text).map_err(|error| match error {
        BadJson::TooLong => Trouble::TooLong,
        BadJson::NotJson => otherwise,
    })
}

/// What a badge says of itself; none when it is no badge.
fn look(badge: &Value) -> Option<Genuine> {
    let kinds = badge.get("type")?.as_array()?;
    let is = |word: &str| kinds.iter().any(|kind| kind == word);
    if !is("VerifiableCredential") || !(is("OpenBadgeCredential") || is("AchievementCredential")) {
        return None;
    }
    let word = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let time = |name: &str| match badge.get(name) {
        None => Some(None),
        Some(value) => value.as_str()?.parse().ok().map(Some),
    };
    let subject = badge.get("credentialSubject")?;
    let name = subject
        .get("identifier")
        .and_then(Value::as_array)
        .and_then(|all| {
            let open = |one: &&Value| {
                one.get("hashed") == Some(&Value::Bool(false))
                    && one.get("identityType").and_then(Value::as_str) == Some("name")
            };
            all.iter().find(open)
        })
        .and_then(|one| word(one.get("identityHash")));
    let issuer = badge.get("issuer")?;
    Some(Genuine {
        id: word(badge.get("id"))?,
        name: word(subject.get("achievement")?.get("name"))?,
        holder: name,
        issuer: word(issuer.get("name")).or_else(|| issuer_of(badge).map(str::to_owned))?,
        from: time("validFrom")??,
        until: time("validUntil")?,
        standing: Standing::Unproven,
    })
}

fn issuer_of(document: &Value) -> Option<&str> {
    let issuer = document.get("issuer")?;
    issuer.as_str().or_else(|| issuer.get("id")?.as_str())
}

/// Whether a document is what its issuer signed. Without the issuer's document: what the key signed that it names itself.
fn proved(document: &Value, issuer: &str, known: Option<&Known>) -> Result<(), Trouble> {
    let proof = Proof::of(document).map_err(|error| match error {
        NoProof::None => Trouble::NoProof,
        NoProof::Other => Trouble::OtherProof,
    })?;
    // A key is the issuer's own when it stands in the issuer's document.
    let own = proof.method.strip_prefix(issuer);
    let named = own.and_then(|rest| rest.strip_prefix('#'));
    let key = match known {
        Some(known) => known.key(proof.method, proof.created),
        None => named.and_then(|text| PublicKey::parse(text).ok()),
    };
    let key = key.ok_or(Trouble::WrongKey)?;
    if proof.holds(document, &key) {
        Ok(())
    } else {
        Err(Trouble::Tampered)
    }
}

/// The keys that an issuer's document names: what each is called, and until when it signs.
struct Known(Vec<(String, PublicKey, Option<Timestamp>)>);

impl Known {
    fn read(text: &str, issuer: &str) -> Result<Self, Trouble> {
        let document = parsed(text, Trouble::BadIssuer)?;
        let id = document.get("id").and_then(Value::as_str);
        let id = id.ok_or(Trouble::BadIssuer)?;
        if id != issuer {
            return Err(Trouble::OtherIssuer(issuer.to_owned()));
        }
        let list = |name: &str| document.get(name).and_then(Value::as_array);
        let (Some(methods), Some(asserting)) =
            (list("verificationMethod"), list("assertionMethod"))
        else {
            return Err(Trouble::BadIssuer);
        };
        let read = |method: &Value| {
            let word = |name: &str| method.get(name).and_then(Value::as_str);
            let name = word("id")?;
            let fit = word("type")? == "Multikey"
                && word("controller")? == issuer
                && method.get("revoked").is_none()
                && asserting.iter().any(|one| one == name);
            let expires = match word("expires") {
                Some(text) => Some(text.parse().ok()?),
                None => None,
            };
            let key = PublicKey::parse(word("publicKeyMultibase")?).ok()?;
            fit.then(|| (name.to_owned(), key, expires))
        };
        Ok(Self(methods.iter().filter_map(read).collect()))
    }

    fn key(&self, method: &str, created: Timestamp) -> Option<PublicKey> {
        let (_, key, expires) = self.0.iter().find(|(name, ..)| name == method)?;
        expires
            .is_none_or(|expires| created <= expires)
            .then_some(*key)
    }
}

/// Why the issuer took a badge back, if it did.
fn revoked(text: &str, issuer: &str, known: &Known, id: &str) -> Result<Option<String>, Trouble> {
    let list = parsed(text, Trouble::BadList)?;
    if issuer_of(&list) != Some(issuer) || proved(&list, issuer, Some(known)).is_err() {
        return Err(Trouble::BadList);
    }
    let rows = list.get("revokedCredential").and_then(Value::as_array);
    let rows = rows.ok_or(Trouble::BadList)?;
    let found = rows.iter().find(|row| {
        row.get("id").and_then(Value::as_str) == Some(id)
            && row.get("revoked") != Some(&Value::Bool(false))
    });
    let reason = |row: &Value| {
        let told = row.get("revocationReason").and_then(Value::as_str);
        told.unwrap_or_default().to_owned()
    };
    Ok(found.map(reason))
}
