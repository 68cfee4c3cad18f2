//! Any text is judged; each sentence's place lies in the text, on whole letters, and holds that sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_core::facts::Facts;
use naik_text::guard;

fuzz_target!(|text: &str| {
    let report = guard::check(text, &Facts::default());
    let mut last = 0;
    for sentence in &report.sentences {
        assert!(last <= sentence.from, "the sentences follow each other");
        // `get` finds nothing outside the text or between the bytes of a letter.
        assert_eq!(
            text.get(sentence.from..sentence.to),
            Some(sentence.text.as_str()),
            "a place holds its sentence"
        );
        last = sentence.to;
    }
});
