//! Where sentences begin and end in copy as people type it: prices, abbreviations, addresses, emoji, bullets, hashtags.

/// A sentence's place in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// First byte.
    pub(crate) from: usize,
    /// One past the last byte.
    pub(crate) to: usize,
}

/// Shortened words after which a full stop ends nothing.
const SHORT: &[&str] = &[
    "no", "rp", "jl", "jln", "gg", "dr", "drs", "ir", "hj", "h", "bp", "bpk", "yth", "dll", "dsb",
    "dst", "tsb", "hlm", "min", "maks", "gr", "kec", "kab", "kel", "ds", "rt", "rw", "tlp", "telp",
    "hp", "a", "n", "d", "st", "mr", "mrs", "ms", "vs", "approx", "etc", "tgl", "ttd", "sdr", "ny",
    "tn",
];

/// The sentences of a text in order; each is trimmed, none is empty, bullets stay outside.
pub(crate) fn split(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut marks = text.char_indices().peekable();
    while let Some((at, c)) = marks.next() {
        let next = marks.peek().map(|(_, c)| *c);
        let end = match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
            '!' | '?' | '…' => !next.is_some_and(|n| {
                matches!(n, '!' | '?' | '…' | '.' | ')' | '"' | '”' | '’') || n.is_alphanumeric()
            }),
            '.' => ends_here(text, from, at, next),
            // The mark stood before a closing bracket or quotation mark.
            ')' | '"' | '”' | '’' => {
                text.get(from..at)
                    .is_some_and(|t| t.ends_with(['.', '!', '?', '…']))
                    && next.is_none_or(|n| !n.is_alphanumeric() && !",;:".contains(n))
            }
            _ => false,
        };
        if end {
            let to = at + c.len_utf8();
            push(text, from, to, &mut out);
            from = to;
        }
    }
    push(text, from, text.len(), &mut out);
    out
}

/// Whether the full stop at `at` ends a sentence.
fn ends_here(text: &str, from: usize, at: usize, next: Option<char>) -> bool {
    let Some(next) = next else { return true };
    if next == '.' || next == ')' || next == '"' || next == '”' || next == ',' {
        return false;
    }
    if next.is_alphanumeric() {
        // `enak.Murah`: a forgotten space, unless it looks like an address, a number or initials.
        let before = text.get(from..at).unwrap_or_default();
        let word = before
            .rsplit(|c: char| c.is_whitespace())
            .next()
            .unwrap_or_default();
        return next.is_uppercase()
            && word.chars().count() > 3
            && word.chars().all(|c| c.is_lowercase())
            && !SHORT.contains(&word);
    }
    let before = text.get(from..at).unwrap_or_default();
    let word: String = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let after = text.get(at + 1..).unwrap_or_default().trim_start();
    let follows_number = after.starts_with(|c: char| c.is_ascii_digit());
    // `1. Buka bungkusnya`: a list's number ends nothing.
    let is_list_number = !word.is_empty()
        && word.len() <= 2
        && word.bytes().all(|b| b.is_ascii_digit())
        && before.trim().len() == word.len();
    if is_list_number {
        return false;
    }
    let is_short =
        SHORT.contains(&word.as_str()) && before.chars().last().is_some_and(char::is_alphanumeric);
    // `Rp. 15.000`, `No. 5`, `Jl. Mawar`, but `... dll. Pesan sekarang` ends.
    let closing = matches!(
        word.as_str(),
        "dll" | "dsb" | "dst" | "etc" | "gr" | "hp" | "min" | "a" | "n" | "d" | "h" | "ds"
    );
    !(is_short && (follows_number || !(closing && after.starts_with(char::is_uppercase))))
}

fn push(text: &str, from: usize, to: usize, out: &mut Vec<Span>) {
    let Some(part) = text.get(from..to) else {
        return;
    };
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    let bullet = |c: char| {
        blank(c)
            || matches!(
                c,
                '-' | '•' | '*' | '–' | '—' | '·' | '▪' | '►' | '➤' | '>' | '✓' | '✔' | '|'
            )
    };
    let start = part.trim_start_matches(bullet);
    let start = from + (part.len() - start.len());
    let kept = text
        .get(start..to)
        .unwrap_or_default()
        .trim_end_matches(blank);
    if !kept.chars().any(char::is_alphanumeric) {
        return;
    }
    out.push(Span {
        from: start,
        to: start + kept.len(),
    });
}

/// The texts of the sentences.
pub(crate) fn texts(text: &str) -> impl Iterator<Item = &str> {
    split(text)
        .into_iter()
        .filter_map(move |s| text.get(s.from..s.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_readers_stop() {
        for (text, wanted) in [
            (
                "Harga Rp15.000. Isi 250 g.",
                vec!["Harga Rp15.000.", "Isi 250 g."],
            ),
            ("Harga Rp. 15.000,- saja", vec!["Harga Rp. 15.000,- saja"]),
            (
                "P-IRT No. 2053573010123-29. Aman",
                vec!["P-IRT No. 2053573010123-29.", "Aman"],
            ),
            (
                "Jl. Mawar No. 5, Malang. Buka tiap hari!",
                vec!["Jl. Mawar No. 5, Malang.", "Buka tiap hari!"],
            ),
            ("Cek wa.me/6281. Yuk", vec!["Cek wa.me/6281.", "Yuk"]),
            (
                "- Renyah\n- Gurih\n\n#a #b",
                vec!["Renyah", "Gurih", "#a #b"],
            ),
            (
                "Enak banget!!! Murah?! Iya…",
                vec!["Enak banget!!!", "Murah?!", "Iya…"],
            ),
            (
                "Pedas 🔥 Enak. 🔥 Beli ya 🙏",
                vec!["Pedas 🔥 Enak.", "🔥 Beli ya 🙏"],
            ),
            ("1. Buka.\n2. Makan.", vec!["1. Buka.", "2. Makan."]),
            (
                "Ia berkata \"enak.\" Lalu pergi",
                vec!["Ia berkata \"enak.\"", "Lalu pergi"],
            ),
            (
                "Rasanya enak.Murah pula",
                vec!["Rasanya enak.", "Murah pula"],
            ),
            (
                "Ada bumbu, gula, dll. Pesan ya",
                vec!["Ada bumbu, gula, dll.", "Pesan ya"],
            ),
            ("🔥🔥", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(texts(text).collect::<Vec<_>>(), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn spans_are_in_order(text in "(?s).{0,80}") {
            let mut last = 0;
            for span in split(&text) {
                proptest::prop_assert!(span.from >= last && span.to > span.from);
                proptest::prop_assert!(text.get(span.from..span.to).is_some());
                last = span.to;
            }
        }
    }
}
