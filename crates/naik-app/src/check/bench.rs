//! How fast the filter is on this machine: on messages of the person's own, and on a made catalogue of any size.

use std::time::Instant;

use naik_text::similar::IndexBuilder;
use serde::Serialize;

use super::Filter;

/// Speed on messages.
#[derive(Debug, Serialize)]
pub struct Bench {
    /// Messages judged, rounds included.
    pub messages: usize,
    /// Their mean length in bytes.
    pub mean_bytes: f64,
    /// Messages a second on one core, all stages, verdicts with reasons.
    pub per_second: f64,
}

/// Speed of search among made claims.
#[derive(Debug, Serialize)]
pub struct ScaleBench {
    /// Claims in the index.
    pub claims: usize,
    /// Seconds to build it.
    pub build_seconds: f64,
    /// Its size in memory.
    pub index_bytes: usize,
    /// Searches done.
    pub searches: usize,
    /// Half of the searches took less, in milliseconds.
    pub p50_ms: f64,
    /// 99 of 100 took less, in milliseconds.
    pub p99_ms: f64,
    /// Searches that found the claim that they were made from.
    pub found: usize,
}

/// Judges `texts` on one core for about `seconds`.
pub fn bench(filter: &Filter, texts: &[String], seconds: f64) -> Bench {
    let mut judge = filter.checker();
    for text in texts.iter().take(200) {
        drop(judge.check(text));
    }
    let started = Instant::now();
    let (mut messages, mut bytes) = (0, 0);
    while started.elapsed().as_secs_f64() < seconds && !texts.is_empty() {
        for text in texts {
            drop(judge.check(text));
            messages += 1;
            bytes += text.len();
        }
    }
    let taken = started.elapsed().as_secs_f64().max(1e-9);
    Bench {
        messages,
        mean_bytes: bytes as f64 / messages.max(1) as f64,
        per_second: messages as f64 / taken,
    }
}

/// Builds an index of `claims` made texts (25 words of a language-like distribution) and searches shortened ones.
pub fn scale(claims: usize) -> ScaleBench {
    let mut state = 0x5eed_u64;
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z ^ (z >> 27)
    };
    // Zipf: the word of rank r comes with a chance of 1/r, among 60,000.
    let word = move |chance: u64| -> u32 {
        let share = (chance >> 11) as f64 / (1_u64 << 53) as f64;
        (60_000_f64.powf(share)) as u32
    };
    let mut all = Vec::with_capacity(claims);
    for _ in 0..claims {
        let mut terms: Vec<u32> = (0..25)
            .map(|_| word(next()).wrapping_mul(0x9e37_79b1))
            .collect();
        terms.sort_unstable();
        terms.dedup();
        all.push(terms);
    }
    let started = Instant::now();
    let mut builder = IndexBuilder::default();
    for (owner, terms) in (0_u32..).zip(&all) {
        builder.add(owner, terms);
    }
    let index = builder.build();
    let build_seconds = started.elapsed().as_secs_f64();
    let mut times = Vec::new();
    let mut found = 0;
    let mut searcher = index.searcher();
    for step in 0..2000_usize.min(claims) {
        let owner = (step * 7919) % claims;
        let Some(terms) = all.get(owner) else {
            continue;
        };
        let short: Vec<u32> = terms
            .iter()
            .copied()
            .enumerate()
            .filter(|(i, _)| i % 4 != 0)
            .map(|(_, t)| t)
            .collect();
        let asked = Instant::now();
        let hit = searcher.search(&short);
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
        found += usize::from(hit.is_some_and(|h| h.owner as usize == owner));
    }
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    ScaleBench {
        claims,
        build_seconds,
        index_bytes: index.bytes(),
        searches: times.len(),
        p50_ms: at(50),
        p99_ms: at(99),
        found,
    }
}
