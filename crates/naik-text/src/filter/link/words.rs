//! Words in a host that promise, frighten or ask for a login: beside an official name they make a trap.

use std::collections::HashSet;

/// Words shorter than this lie inside too many others: they count as a whole part, or glued to another such word.
const GLUED: usize = 4;

/// Longer ones of which the same is true: `presiden`, `danau`, `freelance`, `skincare`.
const INSIDE: &[&str] = &["dana", "resi", "free", "care", "paket", "daftar"];

/// Parts that say nothing about who stands behind a name.
const EMPTY: &[&str] = &[
    "pt",
    "cv",
    "id",
    "co",
    "com",
    "www",
    "m",
    "ri",
    "info",
    "pusat",
    "online",
    "indonesia",
    "app",
    "aplikasi",
    "apk",
    "center",
    "vip",
    "official",
    "resmi",
];

/// Whether a part beside a name says nothing: `shopee44`, `lazada-td77`, `ptwhatsapp`.
pub(crate) fn is_empty(part: &str) -> bool {
    part.bytes().any(|b| b.is_ascii_digit()) || part.is_empty() || EMPTY.contains(&part)
}

fn is_glued(word: &str) -> bool {
    word.len() >= GLUED && !INSIDE.contains(&word)
}

/// Bait and service words.
#[derive(Debug)]
pub(crate) struct Words {
    bait: Vec<String>,
    service: HashSet<String>,
}

impl Words {
    /// `service` words bait beside a name only; `common` ones are names themselves and never serve one.
    pub(crate) fn new(
        bait: impl IntoIterator<Item = String>,
        service: impl IntoIterator<Item = String>,
        common: impl IntoIterator<Item = String>,
    ) -> Self {
        let bait: Vec<String> = bait.into_iter().collect();
        let mut all: HashSet<String> = bait.iter().cloned().collect();
        all.extend(service);
        for word in common {
            all.remove(&word);
        }
        Self { bait, service: all }
    }

    /// Whether a part is such a word, or two of them in one.
    pub(crate) fn is_service(&self, part: &str) -> bool {
        self.service.contains(part)
            || (2..part.len().saturating_sub(1)).any(|at| {
                part.split_at_checked(at).is_some_and(|(a, b)| {
                    let blank = EMPTY.contains(&a) || self.service.contains(a);
                    blank && self.service.contains(b)
                })
            })
    }

    /// Whether a part of a host holds a bait word: long ones anywhere.
    pub(crate) fn is_baited(&self, part: &str) -> bool {
        self.service.contains(part)
            || self
                .bait
                .iter()
                .any(|w| is_glued(w) && part.contains(w.as_str()))
            || self.is_service(part)
    }

    /// Whether the host holds bait by itself.
    pub(crate) fn is_bait(&self, host: &str) -> bool {
        self.bait.iter().any(|w| {
            if !is_glued(w) {
                host.split(['.', '-', '_']).any(|part| {
                    part == w
                        || part
                            .strip_prefix(w.as_str())
                            .or_else(|| part.strip_suffix(w.as_str()))
                            .is_some_and(|rest| self.service.contains(rest))
                })
            } else {
                host.contains(w.as_str())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_count_as_parts() {
        let words = Words::new(
            ["cek", "resi", "undian", "dana", "care"].map(str::to_owned),
            ["bank"].map(str::to_owned),
            ["dana"].map(str::to_owned),
        );
        for (host, wanted) in [
            ("cekresi.com", true),
            ("cek-paket.com", true),
            ("undianmobil.com", true),
            ("presiden.com", false),
            ("danautoba.com", false),
            ("carefour.com", false),
            ("skincare-murah.com", false),
            ("bank-kita.com", false),
        ] {
            assert_eq!(words.is_bait(host), wanted, "{host}");
        }
        assert!(is_empty("td77") && is_empty("pt") && !is_empty("jastip"));
        assert!(
            words.is_service("cekresi") && words.is_service("infocek") && words.is_service("bank")
        );
        assert!(!words.is_service("dana") && !words.is_service("é"));
    }
}
