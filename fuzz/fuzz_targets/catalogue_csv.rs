//! Any bytes are a table of products or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::catalogue;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(rows) = catalogue::read_csv(bytes) {
        let mut last = 0;
        for row in rows.take(200) {
            assert!(row.line > last, "lines rise");
            last = row.line;
        }
    }
});
