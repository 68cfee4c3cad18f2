//! A phone with a passkey in it: 1Password's software authenticator, which knows nothing of our server's library.

use passkey::authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod};
use passkey::client::{Client, DefaultClientData, WebauthnError};
use passkey::crypto::rust_crypto::RustCryptoBackend;
use passkey::types::ctap2::{Aaguid, Ctap2Error};
use passkey::types::{Bytes, Passkey};
use serde_json::{Value, json};
use url::Url;

/// A phone, and the key in it. A clone of it is a thief's copy.
#[derive(Clone, Default)]
pub(crate) struct Phone {
    key: Option<Passkey>,
}

/// Someone who holds a finger on the sensor.
struct Finger;

#[async_trait::async_trait]
impl UserValidationMethod for Finger {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        hint: UiHint<'a, Passkey>,
        _presence: bool,
        _verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        // This authenticator leaves it to the screen to say so.
        if matches!(hint, UiHint::InformExcludedCredentialFound(_)) {
            return Err(Ctap2Error::CredentialExcluded);
        }
        Ok(UserCheck {
            presence: true,
            verification: true,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}

impl Phone {
    fn authenticator(&self) -> Authenticator<Option<Passkey>, Finger, RustCryptoBackend> {
        let aaguid = Aaguid::new_empty();
        let mut one = Authenticator::new(aaguid, self.key.clone(), Finger, RustCryptoBackend);
        one.set_make_credentials_with_signature_counter(true);
        one
    }

    /// Makes a key on a page of `origin` that was handed `asked`: what the page sends back.
    pub(crate) async fn make(
        &mut self,
        origin: &str,
        asked: &Value,
    ) -> Result<String, WebauthnError> {
        let mut client = Client::new(self.authenticator());
        let request = serde_json::from_value(json!({ "publicKey": asked })).unwrap();
        let origin = Url::parse(origin).unwrap();
        let made = client.register(&origin, request, DefaultClientData).await?;
        self.key = client.authenticator().store().clone();
        let answer = json!({
            "id": made.id,
            "rawId": text(made.raw_id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": text(made.response.client_data_json),
                "attestationObject": text(made.response.attestation_object),
                "transports": ["internal"],
            },
        });
        Ok(answer.to_string())
    }

    /// Signs on a page of `origin` that was handed `asked`: what the page sends back.
    pub(crate) async fn sign(
        &mut self,
        origin: &str,
        asked: &Value,
    ) -> Result<String, WebauthnError> {
        let mut client = Client::new(self.authenticator());
        let mut asked = asked.clone();
        // Browsers take an empty list for none; this client does not.
        if asked["allowCredentials"] == json!([]) {
            asked["allowCredentials"] = Value::Null;
        }
        let request = serde_json::from_value(json!({ "publicKey": asked })).unwrap();
        let origin = Url::parse(origin).unwrap();
        let signed = client
            .authenticate(&origin, request, DefaultClientData)
            .await?;
        self.key = client.authenticator().store().clone();
        let answer = json!({
            "id": signed.id,
            "rawId": text(signed.raw_id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": text(signed.response.client_data_json),
                "authenticatorData": text(signed.response.authenticator_data),
                "signature": text(signed.response.signature),
                "userHandle": signed.response.user_handle.map(text),
            },
        });
        Ok(answer.to_string())
    }
}

fn text(bytes: Bytes) -> String {
    String::from(bytes)
}
