//! The stem of an Indonesian word, without a dictionary: particles, possessives, suffixes and prefixes come off while enough is left.

/// Letters that must remain.
const LEAST: usize = 4;

/// The stem of a lower-case ASCII word.
pub(crate) fn stem(word: &str) -> &str {
    if word.len() <= LEAST || word.bytes().any(|b| !b.is_ascii_lowercase()) {
        return word;
    }
    let mut word = word;
    for particle in ["lah", "kah", "pun"] {
        word = cut_end(word, particle);
    }
    for possessive in ["nya", "ku", "mu"] {
        word = cut_end(word, possessive);
    }
    let suffixed = word;
    for suffix in ["kan", "an", "i"] {
        word = cut_end(word, suffix);
        if word.len() < suffixed.len() {
            break;
        }
    }
    // Two prefixes at most: `mem-per-`, `ke-ber-`, `di-per-`.
    for _ in 0..2 {
        let before = word;
        for prefix in [
            "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "per", "me",
            "pe", "di", "ke", "se",
        ] {
            word = cut_start(word, prefix);
            if word.len() < before.len() {
                break;
            }
        }
        if word.len() == before.len() {
            break;
        }
    }
    word
}

fn cut_end<'a>(word: &'a str, end: &str) -> &'a str {
    match word.strip_suffix(end) {
        Some(rest) if rest.len() >= LEAST => rest,
        _ => word,
    }
}

fn cut_start<'a>(word: &'a str, start: &str) -> &'a str {
    match word.strip_prefix(start) {
        Some(rest) if rest.len() >= LEAST => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn affixes_come_off() {
        for (word, wanted) in [
            ("vaksinasinya", "vaksinas"),
            ("membunuh", "bunuh"),
            ("dibagikan", "bagi"),
            ("keberangkatan", "angkat"),
            ("bantuan", "bantu"),
            ("minum", "minum"),
            ("dia", "dia"),
            ("covid19", "covid19"),
        ] {
            assert_eq!(stem(word), wanted, "{word}");
        }
    }
}
