//! What a badge says, and how it is written down as an `OpenBadgeCredential`.

use jiff::Timestamp;
use naik_core::encode::hex;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::issuer::Issuer;
use super::proof::moment;

/// Contexts of a credential: the data model of the W3C, and Open Badges.
pub(super) const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];
/// Where the specification publishes its schema.
const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// What kind of thing was achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A level, which may lapse.
    Level,
    /// A programme that was completed.
    Programme,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Level => "Badge",
            Self::Programme => "CertificateOfCompletion",
        }
    }
}

/// What was achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// A stable address that tells of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub description: String,
    /// What has to be shown for it.
    pub criteria: String,
    /// Its kind.
    pub kind: Kind,
}

/// Whose badge it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// What only the holder and the platform know it by: hashed with the salt.
    pub secret: String,
    /// Different for each badge, so that two badges can't be told to be of one shop.
    pub salt: String,
    /// The shop's name, where its owner lets it be named.
    pub name: Option<String>,
}

/// Something that shows it, which the owner lets be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its address.
    pub id: String,
    /// What it shows.
    pub name: String,
}

/// A badge to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Its stable address.
    pub id: String,
    /// What for.
    pub achievement: Achievement,
    /// Whose.
    pub holder: Holder,
    /// Since when.
    pub from: Timestamp,
    /// Until when; none when it does not end.
    pub until: Option<Timestamp>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// The credential of a badge, without its proof.
pub fn credential(badge: &Badge, issuer: &Issuer) -> Value {
    let Badge {
        achievement,
        holder,
        ..
    } = badge;
    let mut identifiers = vec![json!({
        "type": "IdentityObject",
        "hashed": true,
        "identityHash": hash(&holder.secret, &holder.salt),
        "identityType": "identifier",
        "salt": holder.salt,
    })];
    if let Some(name) = &holder.name {
        identifiers.push(json!({
            "type": "IdentityObject", "hashed": false, "identityHash": name, "identityType": "name",
        }));
    }
    let mut document = json!({
        "@context": CONTEXTS,
        "id": badge.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement.name,
        "description": achievement.description,
        "issuer": {
            "id": issuer.id, "type": ["Profile"], "name": issuer.name, "url": issuer.url,
        },
        "validFrom": moment(badge.from),
        "awardedDate": moment(badge.from),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": identifiers,
            "achievement": {
                "id": achievement.id,
                "type": ["Achievement"],
                "achievementType": achievement.kind.word(),
                "name": achievement.name,
                "description": achievement.description,
                "criteria": { "narrative": achievement.criteria },
            },
        },
        "credentialStatus": {
            "id": issuer.revocations(), "type": "1EdTechRevocationList",
        },
        "credentialSchema": [{ "id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019" }],
    });
    let Some(map) = document.as_object_mut() else {
        return document;
    };
    if let Some(until) = badge.until {
        map.insert("validUntil".to_owned(), json!(moment(until)));
    }
    if !badge.evidence.is_empty() {
        let shown = badge
            .evidence
            .iter()
            .map(|one| json!({ "id": one.id, "type": ["Evidence"], "name": one.name }));
        map.insert("evidence".to_owned(), shown.collect());
    }
    document
}

/// An identity that nobody can read: SHA-256 over it and the salt, as Open Badges write it.
fn hash(identity: &str, salt: &str) -> String {
    let digest = Sha256::new_with_prefix(identity)
        .chain_update(salt)
        .finalize();
    format!("sha256${}", hex(&digest))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_identity_is_hashed_as_the_specification_does() {
        // Open Badges 3.0, IdentityHash.
        assert_eq!(
            super::hash("a@example.com", "Kosher"),
            "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
        );
    }
}
