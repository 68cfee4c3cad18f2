//! The suite `eddsa-jcs-2022` (W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", 3.3): how a proof is made and checked.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::canon::canonical;
use super::key::{PublicKey, SecretKey};

/// The suite's name.
const SUITE: &str = "eddsa-jcs-2022";

/// Adds a proof to a document: `method` names the key, as in the issuer's own document.
pub fn sign(document: &Value, key: &SecretKey, method: &str, now: Timestamp) -> Value {
    let mut proof = Map::new();
    if let Some(context) = document.get("@context") {
        proof.insert("@context".to_owned(), context.clone());
    }
    for (name, value) in [
        ("type", "DataIntegrityProof"),
        ("cryptosuite", SUITE),
        ("created", &moment(now)),
        ("verificationMethod", method),
        ("proofPurpose", "assertionMethod"),
    ] {
        proof.insert(name.to_owned(), json!(value));
    }
    let signature = key.sign(&digest(document, &proof));
    proof.insert("proofValue".to_owned(), json!(signature));
    let mut signed = document.clone();
    if let Some(map) = signed.as_object_mut() {
        map.insert("proof".to_owned(), Value::Object(proof));
    }
    signed
}

/// A time as credentials write it: whole seconds of Greenwich.
pub(super) fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A proof that stands in a document.
pub(super) struct Proof<'a> {
    options: &'a Map<String, Value>,
    /// Which key made it.
    pub(super) method: &'a str,
    /// When, by its own words.
    pub(super) created: Timestamp,
    signature: &'a str,
}

/// Why a proof can't be checked.
pub(super) enum NoProof {
    /// There is none.
    None,
    /// It is of a kind that is not known here.
    Other,
}

impl<'a> Proof<'a> {
    /// The proof of a document, of the kind that is known here.
    pub(super) fn of(document: &'a Value) -> Result<Self, NoProof> {
        let proofs = match document.get("proof") {
            Some(Value::Array(all)) => all.as_slice(),
            Some(one @ Value::Object(_)) => std::slice::from_ref(one),
            _ => &[],
        };
        if proofs.is_empty() {
            return Err(NoProof::None);
        }
        proofs.iter().find_map(Self::read).ok_or(NoProof::Other)
    }

    fn read(proof: &'a Value) -> Option<Self> {
        let options = proof.as_object()?;
        let word = |name: &str| options.get(name).and_then(Value::as_str);
        let known = word("type")? == "DataIntegrityProof"
            && word("cryptosuite")? == SUITE
            && word("proofPurpose")? == "assertionMethod";
        let read = Self {
            options,
            method: word("verificationMethod")?,
            created: word("created")?.parse().ok()?,
            signature: word("proofValue")?,
        };
        known.then_some(read)
    }

    /// Whether the document is, letter for letter of its canonical form, what the key signed.
    pub(super) fn holds(&self, document: &Value, key: &PublicKey) -> bool {
        let mut bare = document.clone();
        let mut options = self.options.clone();
        options.remove("proofValue");
        if let Some(map) = bare.as_object_mut() {
            map.remove("proof");
        }
        // A proof's context has to be the document's. The Recommendation lets a document name more of them (3.3.2), which
        // would then be unsigned.
        if options.contains_key("@context") && options.get("@context") != bare.get("@context") {
            return false;
        }
        key.proves(&digest(&bare, &options), self.signature)
    }
}

/// What is signed: the digest of the proof's options, then that of the document.
fn digest(document: &Value, options: &Map<String, Value>) -> Vec<u8> {
    let options = Value::Object(options.clone());
    let mut bytes = Sha256::digest(canonical(&options)).to_vec();
    bytes.extend(Sha256::digest(canonical(document)));
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::canon;
    use super::*;

    /// Example of the Recommendation, B.2 "Representation: eddsa-jcs-2022".
    const SIGNED: &str = r#"{
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
        "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-jcs-2022",
            "created": "2023-02-24T23:36:38Z",
            "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
            "proofPurpose": "assertionMethod",
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
            "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
        }
    }"#;

    #[test]
    fn the_recommendations_own_example_holds() {
        let document = canon::read(SIGNED).unwrap();
        let proof = Proof::of(&document).unwrap_or_else(|_| panic!("a proof"));
        let (_, key) = proof.method.split_once('#').unwrap();
        let key = PublicKey::parse(key).unwrap();
        assert!(proof.holds(&document, &key));
        for (from, to) in [
            ("The School of Examples", "The School of Example"),
            ("2023-02-24T23:36:38Z", "2023-02-24T23:36:39Z"),
            ("assertionMethod\"", "authentication\""),
            (
                "examples/v2\"],\n        \"id\"",
                "examples/v3\"],\n        \"id\"",
            ),
        ] {
            let changed = SIGNED.replacen(from, to, 1);
            assert_ne!(changed, SIGNED, "{from}");
            let document = canon::read(&changed).unwrap();
            let holds = Proof::of(&document).is_ok_and(|proof| proof.holds(&document, &key));
            assert!(!holds, "{from}");
        }
    }
}
