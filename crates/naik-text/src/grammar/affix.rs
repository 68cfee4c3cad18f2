//! Verb affixes: `me-` with its nasal sound, `di-`, and the root of a word.

/// The active form: `goreng` to `menggoreng`, `sangrai` to `menyangrai`, `pilih` to `memilih`.
pub fn active(root: &str) -> String {
    let mut letters = root.chars();
    let first = letters.next().unwrap_or_default();
    let second = letters.next().unwrap_or_default();
    let vowels = "aeiou";
    let syllables = root.chars().filter(|c| vowels.contains(*c)).count();
    let tail = root.get(first.len_utf8()..).unwrap_or_default();
    match (first, second) {
        _ if syllables == 1 => format!("menge{root}"),
        ('k', _) if vowels.contains(second) => format!("meng{tail}"),
        ('p', _) if vowels.contains(second) => format!("mem{tail}"),
        ('t', _) if vowels.contains(second) => format!("men{tail}"),
        ('s', _) if vowels.contains(second) => format!("meny{tail}"),
        ('b' | 'f' | 'v' | 'p', _) => format!("mem{root}"),
        ('d' | 't' | 'c' | 'j' | 'z', _) | ('s', _) => format!("men{root}"),
        ('a' | 'e' | 'i' | 'o' | 'u' | 'g' | 'h' | 'k', _) => format!("meng{root}"),
        _ => format!("me{root}"),
    }
}

/// The passive form: `goreng` to `digoreng`.
pub fn passive(root: &str) -> String {
    format!("di{root}")
}

/// Whether a word looks like a passive verb (`digoreng`), so that a text starting with it can stand inside a sentence.
pub fn is_passive(word: &str) -> bool {
    let word = word.to_lowercase();
    word.len() > 4
        && word.starts_with("di")
        && word.chars().all(char::is_alphabetic)
        && !matches!(
            word.as_str(),
            "dingin"
                | "diskon"
                | "dinas"
                | "diet"
                | "diri"
                | "diam"
                | "distro"
                | "dimsum"
                | "dinding"
        )
}

/// A word without its commonest affixes, so that `menggoreng`, `digoreng` and `gorengan` meet; not a full stemmer.
///
/// Both sides of a comparison must pass through it.
pub fn root(word: &str) -> String {
    let mut rest = word;
    for suffix in ["nya", "lah", "kah"] {
        if rest.len() >= suffix.len() + 4 {
            rest = rest.strip_suffix(suffix).unwrap_or(rest);
        }
    }
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let mut stem = rest.to_owned();
    for (prefix, lost) in [
        ("menge", ""),
        ("meng", "k"),
        ("meny", "s"),
        ("mem", "p"),
        ("men", "t"),
        ("me", ""),
        ("di", ""),
        ("ber", ""),
        ("ter", ""),
        ("ke", ""),
        ("se", ""),
    ] {
        let Some(tail) = rest.strip_prefix(prefix).filter(|t| t.len() >= 4) else {
            continue;
        };
        // The swallowed letter comes back before a vowel, except where `meng` stands before a vowel or g.
        stem = if !lost.is_empty() && lost != "k" && vowel(tail.chars().next()) {
            format!("{lost}{tail}")
        } else {
            tail.to_owned()
        };
        break;
    }
    for suffix in ["kan", "an", "i"] {
        if let Some(tail) = stem.strip_suffix(suffix).filter(|t| t.len() >= 4) {
            return tail.to_owned();
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nasal_follows_the_first_letter() {
        for (plain, verb) in [
            ("goreng", "menggoreng"),
            ("sangrai", "menyangrai"),
            ("pilih", "memilih"),
            ("tulis", "menulis"),
            ("kemas", "mengemas"),
            ("jemur", "menjemur"),
            ("buat", "membuat"),
            ("rendam", "merendam"),
            ("anyam", "menganyam"),
            ("cap", "mengecap"),
            ("lukis", "melukis"),
        ] {
            assert_eq!(active(plain), verb);
        }
        assert_eq!(passive("jemur"), "dijemur");
        assert!(is_passive("Digoreng") && !is_passive("dingin") && !is_passive("di"));
    }

    #[test]
    fn forms_of_a_verb_meet() {
        for forms in [
            ["digoreng", "menggoreng", "gorengan"],
            ["dijemur", "menjemur", "jemuran"],
            ["disangrai", "menyangrai", "sangrai"],
            ["ditenun", "menenun", "tenunan"],
            ["dipanggang", "memanggang", "panggangan"],
        ] {
            let roots: Vec<String> = forms.iter().map(|f| root(f)).collect();
            assert!(roots.windows(2).all(|w| w[0] == w[1]), "{roots:?}");
        }
    }
}
