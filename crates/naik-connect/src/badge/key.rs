//! Ed25519 keys, and how they are written: multibase base58btc over a multicodec prefix.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use naik_core::encode::{hex, unhex};

/// Multicodec of an Ed25519 public key: 0xed as a variable-length number.
const PUBLIC: [u8; 2] = [0xed, 0x01];
/// Letters of base58 as Bitcoin orders them.
const LETTERS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// The most letters that are decoded: a signature has 88.
const LETTERS_MOST: usize = 120;

/// The text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key")]
pub struct KeyError;

/// What signs. It is never shown.
pub struct SecretKey(SigningKey);

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey of {}", self.public())
    }
}

impl SecretKey {
    /// The key of 32 bytes that nobody can guess, in 64 hexadecimal letters.
    ///
    /// # Errors
    /// When it is something else.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bytes: [u8; 32] = unhex(text)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or(KeyError)?;
        Ok(Self(SigningKey::from_bytes(&bytes)))
    }

    /// The same, to be kept where only the platform reads.
    pub fn kept(&self) -> String {
        hex(&self.0.to_bytes())
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs bytes; the signature as it is written.
    pub(super) fn sign(&self, bytes: &[u8]) -> String {
        format!("z{}", base58(&self.0.sign(bytes).to_bytes()))
    }
}

/// What checks a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads `z6Mk…`.
    ///
    /// # Errors
    /// When it is no Ed25519 key.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bytes = text.strip_prefix('z').and_then(unbase58).ok_or(KeyError)?;
        let key = bytes.strip_prefix(PUBLIC.as_slice()).ok_or(KeyError)?;
        let key: [u8; 32] = key.try_into().map_err(|_| KeyError)?;
        VerifyingKey::from_bytes(&key)
            .map(Self)
            .map_err(|_| KeyError)
    }

    /// Whether a signature is this key's over these bytes. Strict: weak keys and second forms of a signature are refused.
    pub(super) fn proves(&self, bytes: &[u8], signature: &str) -> bool {
        let read = signature.strip_prefix('z').and_then(unbase58);
        let Some(Ok(signature)) = read.map(|bytes| Signature::from_slice(&bytes)) else {
            return false;
        };
        self.0.verify_strict(bytes, &signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [PUBLIC.as_slice(), self.0.as_bytes()].concat();
        write!(f, "z{}", base58(&bytes))
    }
}

/// Bytes as a number of base 58; each leading zero byte is a leading `1`.
fn base58(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits: Vec<u8> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = u8::try_from(carry % 58).unwrap_or(0);
            carry /= 58;
        }
        while carry > 0 {
            digits.push(u8::try_from(carry % 58).unwrap_or(0));
            carry /= 58;
        }
    }
    let ones = std::iter::repeat_n('1', zeros);
    let letters = digits.iter().rev().map(|digit| {
        let letter = LETTERS.get(usize::from(*digit)).copied();
        char::from(letter.unwrap_or(b'1'))
    });
    ones.chain(letters).collect()
}

fn unbase58(text: &str) -> Option<Vec<u8>> {
    if text.len() > LETTERS_MOST {
        return None;
    }
    let zeros = text.bytes().take_while(|letter| *letter == b'1').count();
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(LETTERS.iter().position(|one| *one == letter)?).ok()?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = u8::try_from(carry & 0xff).unwrap_or(0);
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(u8::try_from(carry & 0xff).unwrap_or(0));
            carry >>= 8;
        }
    }
    bytes.extend(std::iter::repeat_n(0, zeros));
    bytes.reverse();
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base58_is_what_others_write() {
        // draft-msporny-base58-03, test vectors.
        for (plain, letters) in [
            (b"Hello World!".as_slice(), "2NEpo7TZRRrLZSi2U"),
            (
                b"The quick brown fox jumps over the lazy dog.",
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
            ),
            (&[0, 0, 0x28, 0x7f, 0xb4, 0xcd], "11233QC4"),
        ] {
            assert_eq!(base58(plain), letters);
            assert_eq!(unbase58(letters).as_deref(), Some(plain));
        }
        assert_eq!(unbase58("0OIl"), None);
    }

    #[test]
    fn keys_read_what_they_write() {
        // The key of the Open Badges 3.0 implementation guide.
        let secret = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";
        let key = SecretKey::parse(secret).unwrap();
        assert_eq!(key.kept(), secret);
        let shown = key.public().to_string();
        assert_eq!(shown, "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
        assert_eq!(PublicKey::parse(&shown), Ok(key.public()));
        assert!(!format!("{key:?}").contains("6241a4"));
        for text in [
            "",
            "z",
            "z6Mk",
            "6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        ] {
            assert_eq!(PublicKey::parse(text), Err(KeyError), "{text}");
        }
        assert!(SecretKey::parse("00").is_err());
    }

    proptest::proptest! {
        #[test]
        fn base58_goes_there_and_back(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..70)) {
            proptest::prop_assert_eq!(unbase58(&base58(&bytes)), Some(bytes));
        }
    }
}
