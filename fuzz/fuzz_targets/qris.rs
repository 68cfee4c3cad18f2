//! Any text is a payment code or an error; what carries an amount is read again the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::qris::Code;
use naik_core::money::Rupiah;

fuzz_target!(|text: &str| {
    if let Ok(code) = Code::parse(text) {
        if let Ok(with) = code.with_amount(Rupiah::new(25_000)) {
            assert_eq!(Code::parse(&with.text()), Ok(with));
        }
    }
});
