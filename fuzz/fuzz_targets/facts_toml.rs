//! Any bytes are a facts file, an error, or notices; what was read is written and read again the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::facts;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reading) = facts::from_bytes(bytes) {
        let again =
            facts::from_toml(&facts::to_toml(&reading.facts)).expect("our own file is TOML");
        assert_eq!(again.facts, reading.facts);
    }
});
