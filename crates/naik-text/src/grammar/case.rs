//! Capitals, spaces and full stops, so that an owner's words can stand in a sentence.

/// The text with its first letter large; everything else stays.
pub fn sentence(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = false;
    for c in text.chars() {
        if !done && c.is_alphanumeric() {
            out.extend(c.to_uppercase());
            done = true;
        } else {
            out.push(c);
        }
    }
    out
}

/// The text with its first letter small, unless its first word is a name: all capitals, mixed case, or `proper` says so.
pub fn lower_first(text: &str, proper: impl Fn(&str) -> bool) -> String {
    let first: &str = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    if capitals != 1 || first.chars().count() == 1 || proper(first) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters
        .next()
        .map(|c| c.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Each word's first letter large, the rest small, but short codes (`XL`, `BBQ`) and numbers with units stay.
pub fn title(text: &str) -> String {
    let small = [
        "dan", "di", "ke", "dari", "untuk", "dengan", "yang", "per", "and", "of", "the",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    words
        .iter()
        .enumerate()
        .map(|(index, word)| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let before = index
                .checked_sub(1)
                .and_then(|i| words.get(i))
                .copied()
                .unwrap_or_default();
            // `250 g`: a unit keeps its small letter.
            let is_unit = letters <= 2
                && !before.is_empty()
                && before
                    .chars()
                    .all(|c| c.is_ascii_digit() || ",.".contains(c));
            let is_code = letters <= 3 && word.chars().all(|c| !c.is_lowercase());
            if is_unit
                || is_code
                || word.starts_with(|c: char| c.is_ascii_digit())
                || (index > 0 && small.contains(word))
            {
                return (*word).to_owned();
            }
            let shouting = letters > 3 && word.chars().all(|c| !c.is_lowercase());
            sentence(&if shouting {
                word.to_lowercase()
            } else {
                (*word).to_owned()
            })
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Capitals that shout are lowered: words of four letters or more without a small letter become Title Case.
pub fn calm(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 3
                && word.chars().all(|c| !c.is_lowercase())
                && !word.chars().any(|c| c.is_ascii_digit())
                && word.chars().any(char::is_uppercase)
                && !matches!(word, "UMKM" | "P-IRT" | "BPOM" | "PIRT")
            {
                sentence(&word.to_lowercase())
            } else {
                word.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// One space between words, no control characters, none at the ends.
pub fn tidy(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text as a sentence of its own: first letter large, one full stop at the end unless another mark stands there.
pub fn stopped(text: &str) -> String {
    let text = text.trim().trim_end_matches([',', ';', ':']).trim_end();
    let text = sentence(text);
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        text
    } else {
        format!("{text}.")
    }
}

/// The beginning of a text in whole words, at most `most` characters.
pub fn cut(text: &str, most: usize) -> &str {
    if text.chars().count() <= most {
        return text;
    }
    let end = text.char_indices().nth(most).map_or(text.len(), |(i, _)| i);
    let start = text.get(..end).unwrap_or_default();
    let at = start.rfind(' ').unwrap_or(end);
    start
        .get(..at)
        .unwrap_or(start)
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow_the_place() {
        assert_eq!(sentence("keripik"), "Keripik");
        assert_eq!(lower_first("Digoreng kering", |_| false), "digoreng kering");
        assert_eq!(lower_first("XL hitam", |_| false), "XL hitam");
        assert_eq!(lower_first("Malang raya", |w| w == "Malang"), "Malang raya");
        assert_eq!(
            title("keripik tempe 250 g bu sri"),
            "Keripik Tempe 250 g Bu Sri"
        );
        assert_eq!(calm("KERIPIK TEMPE Bu Sri XL"), "Keripik Tempe Bu Sri XL");
        assert_eq!(stopped("diiris tipis,"), "Diiris tipis.");
        assert_eq!(tidy(" a \n\n b\u{7} "), "a b");
        assert_eq!(cut("keripik tempe pedas", 14), "keripik tempe");
        assert_eq!(cut("ꦏꦺꦴꦥꦶ", 2).chars().count(), 2);
    }
}
