//! Addresses are found in any text, broken up or not; each has its place, and what is known of its host is no address of ours.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use naik_core::lang::Lang;
use naik_text::filter::{Checker, Knowledge};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::built_in().expect("what is built in can be used"));

fuzz_target!(|parts: (&str, &str, &str)| {
    let (host, path, around) = parts;
    for text in [
        format!("{around} https://{host}/{path} {around}"),
        format!("{around} {host} . com/{path}"),
        format!("www.{host}.id {around} {host}.xn--{path}.com"),
        format!("{around} wa.me/{path} 10.0.0.1:{host}"),
    ] {
        let verdict = Checker::new(&KNOWLEDGE, Lang::Id).check(&text);
        for link in &verdict.links {
            let place = text.get(link.span.from..link.span.to);
            assert!(
                place.is_some_and(|p| !p.is_empty()),
                "an address outside the text"
            );
        }
    }
});
