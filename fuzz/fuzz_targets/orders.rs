//! Any bytes are a table of orders or an error; what is ready can have happened, and stands once.
#![no_main]

use std::collections::HashSet;
use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use naik_connect::orders::{Field, Mapping, Outcome, Plan, look, read};
use naik_core::money::Rupiah;
use naik_core::sale::SaleChannel;

fuzz_target!(|bytes: &[u8]| {
    let today = "2026-11-26".parse().unwrap();
    let mapping: Option<Mapping> = look(bytes).ok().filter(|l| l.known.is_none()).map(|l| l.guess);
    let mapping = mapping.filter(|m| m.contains_key(&Field::Day));
    let plan = Plan {
        mapping,
        channel: SaleChannel::Other,
        today,
    };
    let mut keys = HashSet::new();
    let mut last = 0;
    drop(read(bytes, &plan, &mut |row| {
        assert!(row.line > last, "lines rise");
        last = row.line;
        if let Outcome::Ready(line) = row.outcome {
            assert!(line.day <= today && line.amount > Rupiah::new(0) && line.quantity > 0);
            assert!(keys.insert(line.key), "each once");
        }
        ControlFlow::Continue(())
    }));
});
