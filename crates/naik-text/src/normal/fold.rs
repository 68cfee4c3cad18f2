//! Letters that look alike become one plain letter, so that a rule is written once.

use super::look::{Look, look};

/// Lower-case ASCII that reads the same: other scripts and emoji become spaces, invisible characters vanish.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '°' {
            out.push_str(" derajat ");
            continue;
        }
        match look(c) {
            Look::Letters(letters) => out.extend(letters.as_bytes().iter().map(|b| char::from(*b))),
            Look::Sign(_) | Look::Break => out.push(' '),
            Look::Nothing => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_decide() {
        for (text, folded) in [
            ("TERBAIK", "terbaik"),
            ("tеrbаik", "terbaik"),
            ("𝐭𝐞𝐫𝐛𝐚𝐢𝐤", "terbaik"),
            ("ｔｅｒｂａｉｋ", "terbaik"),
            ("ⓣerbaik", "terbaik"),
            ("ter\u{200b}baik", "terbaik"),
            ("é 1️⃣ “a” 30×20", "e 1 \"a\" 30x20"),
            ("🔥ꦏ", "  "),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
