//! Any bytes are a workbook of products or an error, in bounded memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naik_connect::catalogue;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(rows) = catalogue::read_xlsx(bytes) {
        rows.take(200).count();
    }
});
