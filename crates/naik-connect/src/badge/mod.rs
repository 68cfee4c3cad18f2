//! Open Badges 3.0: credentials that say which level a shop reached, signed so that anyone can check them without a network.
//!
//! A badge is an `OpenBadgeCredential` of the W3C's Verifiable Credentials 2.0, secured by Data Integrity with the suite
//! `eddsa-jcs-2022`: the JSON in its canonical form (RFC 8785), hashed, signed with Ed25519. Pure over bytes and keys.

mod canon;
mod credential;
mod issuer;
mod key;
mod proof;
mod verify;

pub use canon::{BadJson, MOST_BYTES};
pub use credential::{Achievement, Badge, Evidence, Holder, Kind, credential};
pub use issuer::{Issuer, PublishedKey, Revoked, issuer_document, revocation_list};
pub use key::{KeyError, PublicKey, SecretKey};
pub use proof::sign;
pub use verify::{Genuine, Standing, Trouble, Trust, verify};

#[cfg(test)]
mod tests;
