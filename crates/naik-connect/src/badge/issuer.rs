//! Who gives badges: the document with their keys, old and new, and the list of what they took back.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::credential::CONTEXTS;
use super::key::PublicKey;
use super::proof::moment;

/// The issuer, by addresses that never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The address of its document.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: String,
}

impl Issuer {
    /// The issuer whose site is at `https://…`, without a slash at its end.
    pub fn at(site: &str, name: &str) -> Self {
        Self {
            id: format!("{site}/lencana/penerbit.json"),
            name: name.to_owned(),
            url: site.to_owned(),
        }
    }

    /// What its documents call one of its keys.
    pub fn method(&self, key: &PublicKey) -> String {
        format!("{}#{key}", self.id)
    }

    /// The address of the list of what it took back.
    pub fn revocations(&self) -> String {
        format!("{}/lencana/dicabut.json", self.url)
    }
}

/// A key as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedKey {
    /// The key.
    pub key: PublicKey,
    /// When another took its place: what it signed before still holds.
    pub retired: Option<Timestamp>,
}

/// The issuer's document. Keys that no longer sign stay in it, so that old badges can be checked.
pub fn issuer_document(issuer: &Issuer, keys: &[PublishedKey]) -> Value {
    let methods: Vec<Value> = keys
        .iter()
        .map(|one| {
            let mut method = json!({
                "id": issuer.method(&one.key),
                "type": "Multikey",
                "controller": issuer.id,
                "publicKeyMultibase": one.key.to_string(),
            });
            if let (Some(retired), Some(map)) = (one.retired, method.as_object_mut()) {
                map.insert("expires".to_owned(), json!(moment(retired)));
            }
            method
        })
        .collect();
    let names: Vec<String> = keys.iter().map(|one| issuer.method(&one.key)).collect();
    let [model, badges] = CONTEXTS;
    json!({
        "@context": ["https://www.w3.org/ns/cid/v1", model, badges],
        "id": issuer.id,
        "type": ["Profile"],
        "name": issuer.name,
        "url": issuer.url,
        "verificationMethod": methods,
        "assertionMethod": names,
    })
}

/// A badge that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// Its address.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// The list of what was taken back (1EdTech Revocation List Status Method), to be signed like a badge.
pub fn revocation_list(issuer: &Issuer, revoked: &[Revoked], now: Timestamp) -> Value {
    let rows: Vec<Value> = revoked
        .iter()
        .map(|one| json!({ "id": one.id, "revoked": true, "revocationReason": one.reason }))
        .collect();
    json!({
        "@context": CONTEXTS,
        "id": issuer.revocations(),
        "type": ["1EdTechRevocationList"],
        "issuer": issuer.id,
        "updated": moment(now),
        "revokedCredential": rows,
    })
}
