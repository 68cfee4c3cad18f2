//! Passwords: hashed slowly, compared slowly, never kept.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use naik_core::account::{PASSWORD_MAX, PASSWORD_MIN};
use naik_core::message::Message;

use super::Platform;
use super::error::Fault;

/// Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP cheat sheet on password storage.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Passwords that are tried first by whoever guesses.
const COMMON: [&str; 16] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "1111111111",
    "0000000000",
    "qwertyuiop",
    "password123",
    "password1234",
    "sayangku123",
    "bismillah123",
    "bismillahirrahmanirrahim",
    "indonesia123",
    "rahasia123",
    "malang12345",
    "naikkelas123",
    "abcdefghij",
];

/// Says what is wrong with a new password.
///
/// # Errors
/// When it is too short, too long, or one of those that everyone tries.
pub fn check(password: &str) -> Result<(), Message> {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        Err(Message::new("password-short").with("least", PASSWORD_MIN))
    } else if length > PASSWORD_MAX {
        Err(Message::new("password-long").with("most", PASSWORD_MAX))
    } else if COMMON.contains(&password.to_lowercase().as_str()) {
        Err(Message::new("password-common"))
    } else {
        Ok(())
    }
}

impl Platform {
    /// Hashes a password, in PHC form.
    ///
    /// # Errors
    /// When a thread can't be had.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Fault> {
        let salt = self.outside.secret();
        self.slowly(move || {
            let salt = SaltString::encode_b64(salt.get(..32).unwrap_or_default().as_bytes())
                .map_err(|e| Fault::Internal(e.to_string()))?;
            hasher()
                .hash_password(password.as_bytes(), &salt)
                .map(|hash| hash.to_string())
                .map_err(|e| Fault::Internal(e.to_string()))
        })
        .await
    }

    /// Whether a password is that of a hash. Without a hash it takes as long, and is wrong: the time that an answer
    /// takes must not tell who has an account.
    ///
    /// # Errors
    /// When a thread can't be had.
    pub(crate) async fn is_password(
        &self,
        password: String,
        hash: Option<String>,
    ) -> Result<bool, Fault> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Ok(false);
        };
        self.slowly(move || {
            let hash = PasswordHash::new(&hash)
                .map_err(|_| Fault::Internal("a stored password can't be read".to_owned()))?;
            Ok(hasher().verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    async fn slowly<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let gone = |_| Fault::Internal("no thread for a password".to_owned());
        let _turn = self.hashing.acquire().await.map_err(|_| gone(()))?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| gone(()))?
    }
}
