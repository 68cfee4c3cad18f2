//! The clock and chance of the platform: the one place where they come from.

use naik_app::platform::outside::Outside;

/// The machine's own clock and source of chance.
pub(crate) fn outside() -> Outside {
    Outside::new(now, chance)
}

#[expect(
    clippy::disallowed_methods,
    reason = "here is where time enters; everything else is given it"
)]
fn now() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
}

fn chance(bytes: &mut [u8]) {
    // Without a source of chance nothing can be signed and no one let in: the program must not go on with less.
    if getrandom::fill(bytes).is_err() {
        std::process::abort();
    }
}
