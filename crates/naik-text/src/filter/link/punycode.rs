//! Punycode (RFC 3492): the letters behind an `xn--` label, and what a reader sees in them.

use crate::normal::look::{Look, look};

/// A host with its `xn--` labels as they look to a reader, in plain letters; `None` when there is nothing to decode.
pub(crate) fn read(host: &str) -> Option<String> {
    if !host.contains("xn--") {
        return None;
    }
    let mut changed = false;
    let mut out = String::new();
    for (index, label) in host.split('.').enumerate() {
        if index > 0 {
            out.push('.');
        }
        match label
            .strip_prefix("xn--")
            .and_then(decode)
            .map(|l| plain(&l))
        {
            Some(seen) if !seen.is_empty() => {
                changed = true;
                out.push_str(&seen);
            }
            _ => out.push_str(label),
        }
    }
    changed.then_some(out)
}

/// The plain letters that a label looks like; letters that look like none are left out.
fn plain(label: &str) -> String {
    let mut out = String::new();
    for c in label.chars() {
        match look(c) {
            Look::Letters(letters) => out.extend(
                letters
                    .as_bytes()
                    .iter()
                    .map(|b| char::from(*b))
                    .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')),
            ),
            Look::Sign(byte) => out.push(char::from(byte)),
            Look::Nothing | Look::Break => {}
        }
    }
    out
}

/// The letters of a label without its `xn--`; `None` when it is not well formed.
pub(crate) fn decode(label: &str) -> Option<String> {
    let (basic, extended) = label.rsplit_once('-').unwrap_or(("", label));
    let mut out: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = extended.bytes().peekable();
    while digits.peek().is_some() {
        let before = i;
        let mut weight = 1_u32;
        let mut k = 36;
        loop {
            let digit = match digits.next()? {
                b @ b'a'..=b'z' => u32::from(b - b'a'),
                b @ b'0'..=b'9' => u32::from(b - b'0') + 26,
                _ => return None,
            };
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.clamp(bias + 1, bias + 26) - bias;
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
        }
        let count = u32::try_from(out.len()).ok()? + 1;
        let mut delta = (i - before) / if before == 0 { 700 } else { 2 };
        delta += delta / count;
        let mut steps = 0;
        while delta > 455 {
            delta /= 35;
            steps += 36;
        }
        bias = steps + 36 * delta / (delta + 38);
        n = n.checked_add(i / count)?;
        i %= count;
        out.insert(i as usize, char::from_u32(n)?);
        i += 1;
        if out.len() > 63 {
            return None;
        }
    }
    Some(out.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read() {
        for (label, wanted) in [
            ("mnchen-3ya", Some("münchen")),
            ("80ak6aa92e", Some("аррӏе")),
            ("abc-", Some("abc")),
            ("99999999", None),
            ("é", None),
        ] {
            assert_eq!(decode(label).as_deref(), wanted, "{label}");
        }
    }

    #[test]
    fn hosts_are_read_as_they_look() {
        for (host, wanted) in [
            ("xn--br-oja.co.id", Some("bri.co.id")),
            ("ib.xn--80ak6aa92e.com", Some("ib.apple.com")),
            ("bri.co.id", None),
            ("xn--99999999.com", None),
            ("xn--.com", None),
        ] {
            assert_eq!(read(host).as_deref(), wanted, "{host}");
        }
    }
}
