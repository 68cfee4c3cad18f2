//! Any text is an amount or an error; an amount is written and read again the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_core::money::Rupiah;

fuzz_target!(|text: &str| {
    if let Ok(amount) = Rupiah::parse(text) {
        assert_eq!(Rupiah::parse(&amount.to_string()), Ok(amount));
        assert_eq!(Rupiah::parse(&amount.spoken()), Ok(amount));
    }
});
