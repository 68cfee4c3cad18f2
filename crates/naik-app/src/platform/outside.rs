//! The clock and chance, handed in by the binary, so that a test can freeze both.

use std::sync::Arc;

use naik_core::encode::hex;
use naik_core::id::Uuid;

/// A source of bytes that nobody can guess.
type Chance = dyn Fn(&mut [u8]) + Send + Sync;

/// The outside of the platform. Cheap to clone.
#[derive(Clone)]
pub struct Outside {
    clock: Arc<dyn Fn() -> i64 + Send + Sync>,
    chance: Arc<Chance>,
}

impl Outside {
    /// A clock in Unix milliseconds, and a source of bytes that nobody can guess.
    pub fn new(
        clock: impl Fn() -> i64 + Send + Sync + 'static,
        chance: impl Fn(&mut [u8]) + Send + Sync + 'static,
    ) -> Self {
        Self {
            clock: Arc::new(clock),
            chance: Arc::new(chance),
        }
    }

    /// Now, in Unix milliseconds.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// A new id: version 7 of RFC 9562, so that rows lie in the order of their making.
    pub fn id(&self) -> Uuid {
        let mut chance = [0; 10];
        (self.chance)(&mut chance);
        let millis = u64::try_from(self.now()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
    }

    /// 256 bits that nobody can guess, in 64 hexadecimal letters.
    pub fn secret(&self) -> String {
        let mut bytes = [0; 32];
        (self.chance)(&mut bytes);
        hex(&bytes)
    }
}
