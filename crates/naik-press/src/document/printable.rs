//! Texts of people, made fit for a page: one line, letters that our typefaces have, and somewhere to break.

use unicode_segmentation::UnicodeSegmentation;

use crate::font;

/// Letters of a run without a break before it gets one.
const UNBROKEN: usize = 16;
/// An invisible place where a line may break.
const BREAK: char = '\u{200b}';

/// `text` in at most `most` letters as they are seen; what can't be drawn (emoji, other scripts) is left out. `None` when
/// nothing is left that one could read.
pub(super) fn printable(text: &str, most: usize) -> Option<String> {
    let mut plain = String::new();
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !plain.is_empty() && !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !is_hidden(c) && font::draws(c) {
            plain.push(c);
        }
    }
    let plain = plain.trim();
    if !plain.chars().any(|c| !c.is_whitespace()) {
        return None;
    }
    let mut out = String::new();
    let mut run = 0;
    let mut letters = plain.graphemes(true);
    for letter in letters.by_ref().take(most) {
        run = if letter.chars().all(char::is_alphanumeric) {
            run + 1
        } else {
            0
        };
        if run > UNBROKEN {
            out.push(BREAK);
            run = 1;
        }
        out.push_str(letter);
    }
    if letters.next().is_some() {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    Some(out)
}

/// Marks that steer how letters are laid out, and are never seen themselves.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The first letter of a name, for a thing without a picture.
pub(super) fn letter(name: &str) -> String {
    let found = name.chars().find(|c| c.is_alphanumeric());
    found.map_or_else(String::new, |c| c.to_uppercase().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        for (text, wanted) in [
            ("  Keripik\n\tBu  Sari ", Some("Keripik Bu Sari")),
            ("Sambal 🔥 pedas", Some("Sambal pedas")),
            ("Kopi \u{202e}gnudaj", Some("Kopi gnudaj")),
            ("辣椒酱", None),
            ("", None),
            ("ꦏꦺꦴꦥꦶ", Some("ꦏꦺꦴꦥꦶ")),
            ("#read(\"/etc/passwd\")", Some("#read(\"/etc/passwd\")")),
        ] {
            assert_eq!(printable(text, 60).as_deref(), wanted, "{text}");
        }
        assert_eq!(printable("Keripik tempe", 8).as_deref(), Some("Keripik…"));
        assert_eq!(letter("“keripik”"), "K");
    }

    proptest! {
        #[test]
        fn no_text_is_longer_than_asked_nor_without_a_break(text in "\\PC{0,400}") {
            if let Some(out) = printable(&text, 80) {
                prop_assert!(out.replace(BREAK, "").graphemes(true).count() <= 81);
                let longest = out.split(|c: char| c.is_whitespace() || c == BREAK || !c.is_alphanumeric());
                prop_assert!(longest.map(|run| run.graphemes(true).count()).max().unwrap_or(0) <= UNBROKEN + 1);
            }
        }
    }
}
