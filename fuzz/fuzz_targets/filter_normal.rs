//! Any text is read; reading what was read changes nothing, and the way back never runs backwards.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_text::normal::{Known, Normaliser};

fuzz_target!(|text: &str| {
    let known = Known::new([
        "hadiah", "slot", "gacor", "menang", "saya", "di", "sini", "bonus",
    ]);
    let mut reader = Normaliser::new(&known);
    let normal = reader.read(text);
    let once = normal.text().to_owned();
    let mut last = 0;
    for at in 0..once.len() {
        let span = normal.span(at, at + 1);
        assert!(
            span.from >= last && span.to <= text.len(),
            "the map runs backwards or out of the text"
        );
        last = span.from;
    }
    assert_eq!(
        reader.read(&once).text(),
        once,
        "reading twice changes a text"
    );
});
