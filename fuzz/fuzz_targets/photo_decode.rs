//! Any bytes are a photo or an error, in bounded memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_photo::decode::{DecodeOptions, decode};

fuzz_target!(|bytes: &[u8]| {
    let options = DecodeOptions {
        max_pixels: 4_000_000,
        min_side: 1,
        ..DecodeOptions::at_most(600)
    };
    if let Ok(photo) = decode(bytes, &options) {
        assert!(photo.pixels.width().max(photo.pixels.height()) <= 600);
    }
});
