//! Any text is judged; each sentence's place lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_core::facts::Facts;
use naik_text::guard;

fuzz_target!(|text: &str| {
    let report = guard::check(text, &Facts::default());
    for sentence in &report.sentences {
        assert!(
            sentence.from <= sentence.to,
            "a sentence ends after its start"
        );
    }
});
