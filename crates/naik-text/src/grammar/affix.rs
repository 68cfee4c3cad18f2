//! Verb affixes: passive verbs with `di-`, and the root of a word.

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
    fn a_passive_verb_is_known_by_its_prefix() {
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
