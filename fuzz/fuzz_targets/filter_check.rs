//! Any message is judged; every reason and address has its place in the text.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use naik_core::lang::Lang;
use naik_text::filter::{Checker, Knowledge};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::built_in().expect("what is built in can be used"));

fuzz_target!(|text: &str| {
    let verdict = Checker::new(&KNOWLEDGE, Lang::Id).check(text);
    for reason in &verdict.reasons {
        for [from, to] in &reason.places {
            assert!(text.get(*from..*to).is_some(), "a reason outside the text");
        }
    }
    for link in &verdict.links {
        assert!(
            text.get(link.span.from..link.span.to).is_some(),
            "an address outside the text"
        );
    }
    for score in [
        verdict.scores.fine,
        verdict.scores.judol,
        verdict.scores.scam,
    ] {
        assert!((0.0..=1.0).contains(&score), "a score is a share");
    }
});
