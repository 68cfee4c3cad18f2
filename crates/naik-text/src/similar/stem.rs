//! The stem of an Indonesian word, without a dictionary: particles, possessives, suffixes and prefixes come off while enough is left.
//!
//! Nasal prefixes swallow a first k, t, s or p (`menangkap` of `tangkap`): it comes off of every word, so that both agree.

/// Letters that must remain.
const LEAST: usize = 4;
/// The same behind prefixes that swallow a letter.
const LEAST_SWALLOWED: usize = 3;
const SWALLOWING: [&str; 4] = ["meng", "meny", "peng", "peny"];

/// The stem of a lower-case ASCII word.
pub(crate) fn stem(word: &str) -> &str {
    if word.len() <= LEAST || word.bytes().any(|b| !b.is_ascii_lowercase()) {
        return word;
    }
    let mut word = word;
    for particle in ["lah", "kah", "pun"] {
        word = cut_end(word, particle, LEAST);
    }
    word = cut_end(word, "nya", LEAST);
    for possessive in ["ku", "mu"] {
        word = cut_end(word, possessive, LEAST + 1);
    }
    let suffixed = word;
    for suffix in ["kan", "an", "i"] {
        word = cut_end(word, suffix, LEAST);
        if word.len() < suffixed.len() {
            break;
        }
    }
    // Three prefixes at most: `mem-per-`, `ke-ber-`, `di-per-`, `se-ke-ter-`.
    for _ in 0..3 {
        let before = word;
        for prefix in [
            "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "per", "di",
            "ke", "se", "me", "pe",
        ] {
            let least = if SWALLOWING.contains(&prefix) {
                LEAST_SWALLOWED
            } else {
                LEAST
            };
            word = cut_start(word, prefix, least);
            if word.len() < before.len() {
                break;
            }
        }
        if word.len() == before.len() {
            break;
        }
    }
    swallowed(word)
}

/// Without a first consonant that nasal prefixes swallow.
fn swallowed(word: &str) -> &str {
    match word.as_bytes() {
        [
            b'k' | b't' | b's' | b'p',
            b'a' | b'e' | b'i' | b'o' | b'u',
            _,
            _,
            ..,
        ] => word.get(1..).unwrap_or(word),
        _ => word,
    }
}

fn cut_end<'a>(word: &'a str, end: &str, least: usize) -> &'a str {
    match word.strip_suffix(end) {
        Some(rest) if rest.len() >= least => rest,
        _ => word,
    }
}

fn cut_start<'a>(word: &'a str, start: &str, least: usize) -> &'a str {
    match word.strip_prefix(start) {
        Some(rest) if rest.len() >= least => rest,
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
            ("tangkap", "angkap"),
            ("menangkap", "angkap"),
            ("penangkapan", "angkap"),
            ("menyebutkan", "ebut"),
            ("disebut", "ebut"),
            ("pukul", "ukul"),
            ("memukul", "ukul"),
        ] {
            assert_eq!(stem(word), wanted, "{word}");
        }
    }
}
