//! Hosts that are numbers, the way a browser reads them: four parts, one long number, hexadecimal, IPv6.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Fewer digits in one number are a price or a count rather than an address.
const LONG: usize = 8;

/// Four plain parts: what a reader takes for an address without a scheme.
pub(crate) fn is_dotted(host: &str) -> bool {
    host.parse::<Ipv4Addr>().is_ok()
}

/// Four parts of which one at least is hexadecimal: `0x7f.0.0.1`.
pub(crate) fn is_hex(host: &str) -> bool {
    host.split('.').count() == 4 && host.contains("0x") && is_read(host)
}

/// Whatever a browser takes for an IPv4 address behind a scheme: `3232235777`, `0x7f.1`, `0177.0.0.1`.
pub(crate) fn is_read(host: &str) -> bool {
    let count = host.split('.').count();
    if count > 4 || count == 1 && host.len() < LONG {
        return false;
    }
    host.split('.').enumerate().all(|(index, part)| {
        // The last part fills what the others leave.
        let bits = if index + 1 == count {
            8 * (5 - count)
        } else {
            8
        };
        number(part).is_some_and(|n| n < 1 << bits)
    })
}

fn number(part: &str) -> Option<u64> {
    let (digits, base) = if let Some(hex) = part.strip_prefix("0x") {
        (hex, 16)
    } else if part.len() > 1 && part.starts_with('0') {
        (part, 8)
    } else {
        (part, 10)
    };
    // Rust would read a sign as well.
    let plain = digits.bytes().all(|b| b.is_ascii_alphanumeric());
    plain
        .then(|| u64::from_str_radix(digits, base).ok())
        .flatten()
}

/// An IPv6 address without its brackets.
pub(crate) fn is_v6(host: &str) -> bool {
    host.parse::<Ipv6Addr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_browsers_do() {
        for (host, wanted) in [
            ("103.10.1.2", true),
            ("3232235777", true),
            ("0xc0a80101", true),
            ("0x7f.0.0.1", true),
            ("0177.0.0.1", true),
            ("127.1", true),
            ("256.1.1.1", false),
            ("99999999999", false),
            ("15000", false),
            ("1.2.3.4.5", false),
            ("+1.2.3.4", false),
            ("bca.co.id", false),
            ("", false),
        ] {
            assert_eq!(is_read(host), wanted, "{host}");
        }
        assert!(is_hex("0x7f.0.0.1") && !is_hex("127.0.0.1") && !is_hex("0xyz.0.0.1"));
        assert!(is_dotted("10.1.1.1") && !is_dotted("10.000.1.1"));
        assert!(is_v6("::1") && is_v6("2001:db8::7") && !is_v6("12:30"));
    }
}
