//! Any bytes given as a seller's template are filled or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::listing::{Options, Product, Said, sheet};
use naik_core::channel::Market;
use naik_core::facts::Facts;
use naik_core::message::Message;

fuzz_target!(|bytes: &[u8]| {
    let facts = Facts::default();
    let product = Product::new(&facts, "A", "Keripik <&> tempe", "isi");
    let say = |_: &Message| Said::default();
    drop(sheet(
        Market::Shopee,
        &[product],
        &Options {
            say: &say,
            template: Some(bytes),
        },
    ));
});
