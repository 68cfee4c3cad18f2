//! What a browser holds and may not change: guests' cookies and forms' tokens, signed by HMAC-SHA-256 (RFC 2104).

use hmac::{Hmac, Mac};
use naik_core::encode::{hex, unhex};
use naik_core::id::{GuestId, PersonId, Uuid};
use sha2::Sha256;

/// How long a guest is known, in milliseconds: as long as a draft lives.
pub(crate) const GUEST_LIVES: i64 = naik_app::platform::product::DRAFT_LIVES;

/// Signs and checks.
pub(crate) struct Seal {
    key: Vec<u8>,
}

impl Seal {
    pub(crate) fn new(secret: &[u8]) -> Self {
        Self {
            key: secret.to_vec(),
        }
    }

    fn mac(&self, purpose: &str, text: &str) -> Option<Hmac<Sha256>> {
        // HMAC takes a key of any length.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        Some(mac)
    }

    fn sign(&self, purpose: &str, text: &str) -> String {
        self.mac(purpose, text)
            .map(|mac| hex(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    fn fits(&self, purpose: &str, text: &str, signature: &str) -> bool {
        match (self.mac(purpose, text), unhex(signature)) {
            (Some(mac), Some(bytes)) => mac.verify_slice(&bytes).is_ok(),
            _ => false,
        }
    }

    /// An id, until when it holds, and the signature over both.
    fn seal(&self, purpose: &str, id: Uuid, until: i64) -> String {
        let text = format!("{id}.{until}");
        let signature = self.sign(purpose, &text);
        format!("{text}.{signature}")
    }

    /// What was sealed; nothing when it was made up or has ended.
    fn open(&self, purpose: &str, cookie: &str, now: i64) -> Option<(Uuid, i64)> {
        let (text, signature) = cookie.rsplit_once('.')?;
        let (id, until) = text.split_once('.')?;
        let until: i64 = until.parse().ok()?;
        (self.fits(purpose, text, signature) && until > now)
            .then(|| id.parse().ok().map(|id| (id, until)))?
    }

    /// A guest's cookie.
    pub(crate) fn guest(&self, id: GuestId, until: i64) -> String {
        self.seal("guest", id.0, until)
    }

    /// Whose cookie it is, and until when; nobody's when it was made up or has ended.
    pub(crate) fn read_guest(&self, cookie: &str, now: i64) -> Option<(GuestId, i64)> {
        let (id, until) = self.open("guest", cookie, now)?;
        Some((GuestId(id), until))
    }

    /// The cookie of a browser that let someone in.
    pub(crate) fn known(&self, id: PersonId, until: i64) -> String {
        self.seal("known", id.0, until)
    }

    /// Whom this browser let in before.
    pub(crate) fn read_known(&self, cookie: &str, now: i64) -> Option<PersonId> {
        self.open("known", cookie, now).map(|(id, _)| PersonId(id))
    }

    /// The token of a form, for the browser that holds this cookie.
    pub(crate) fn form(&self, cookie: &str) -> String {
        self.sign("form", cookie)
    }

    /// Whether a form came from a page that this browser was given.
    pub(crate) fn is_form(&self, cookie: &str, token: &str) -> bool {
        !cookie.is_empty() && self.fits("form", cookie, token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naik_core::id::Uuid;

    #[test]
    fn what_was_made_up_is_nobodys() {
        let seal = Seal::new(b"secret");
        let id = GuestId(Uuid::from_u128(5));
        let cookie = seal.guest(id, 100);
        assert_eq!(seal.read_guest(&cookie, 99), Some((id, 100)));
        assert_eq!(seal.read_guest(&cookie, 100), None);
        assert_eq!(seal.read_guest(&cookie.replace(".100.", ".999."), 99), None);
        assert_eq!(Seal::new(b"other").read_guest(&cookie, 99), None);
        assert_eq!(
            seal.read_known(&cookie, 99),
            None,
            "sealed for something else"
        );
        for bad in ["", ".", "a.b.c", "..", "é.é.é"] {
            assert_eq!(seal.read_guest(bad, 0), None, "{bad}");
        }
    }

    #[test]
    fn a_forms_token_is_its_browsers() {
        let seal = Seal::new(b"secret");
        let token = seal.form("cookie");
        assert!(seal.is_form("cookie", &token));
        assert!(!seal.is_form("other", &token));
        assert!(!seal.is_form("", &seal.form("")));
        assert!(!seal.is_form("cookie", "é"));
    }
}
