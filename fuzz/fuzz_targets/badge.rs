//! Any text is a badge or an error, whatever issuer and list come with it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::badge::{Trust, verify};

fuzz_target!(|parts: (&str, &str, &str)| {
    let (badge, issuer, revocations) = parts;
    let now = "2026-11-26T00:00:00Z".parse().unwrap();
    let trust = Trust {
        issuer: Some(issuer),
        revocations: Some(revocations),
    };
    let told = verify(badge, &trust, now);
    // Without anyone to trust, nothing is good.
    if let Ok(genuine) = verify(badge, &Trust::default(), now) {
        assert!(!genuine.standing.is_good());
    }
    drop(told);
});
