//! Punycode (RFC 3492): the letters behind an `xn--` label.

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
}
