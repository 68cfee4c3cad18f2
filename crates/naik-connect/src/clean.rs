//! Texts from outside, made fit for every sheet, poster and terminal.

/// One line of at most `max` characters, and whether it had to be cut.
///
/// Control and direction characters go, every run of white space becomes one
/// space; a cut falls between words where that keeps at least half.
pub(crate) fn line(text: &str, max: usize) -> (String, bool) {
    let mut out = String::with_capacity(text.len().min(max * 4));
    for word in text.split(is_space) {
        let word: String = word.chars().filter(|c| !is_hidden(*c)).collect();
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
        // Far past the end nothing can matter any more: a huge field costs no more than a long one.
        if out.len() > max.saturating_mul(8) {
            break;
        }
    }
    match cut(&out, max) {
        Some(short) => (short.to_owned(), true),
        None => (out, false),
    }
}

/// The part of `text` that fits into `max` characters; `None` when all of it does.
pub(crate) fn cut(text: &str, max: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(max)?;
    let part = text.get(..end).unwrap_or_default();
    let next_is_space = text.get(end..).is_some_and(|rest| rest.starts_with(' '));
    let between_words = match part.rfind(' ') {
        Some(space) if !next_is_space && space * 2 >= part.len() => space,
        _ => part.len(),
    };
    Some(
        part.get(..between_words)
            .unwrap_or(part)
            .trim_end_matches([' ', ',', '-', '(']),
    )
}

/// What a person typed, shortened for a message.
pub(crate) fn quote(text: &str) -> String {
    let (text, was_cut) = line(text, 40);
    if was_cut { format!("{text}…") } else { text }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{85}' | '\u{200b}' | '\u{feff}')
}

/// Characters that are not seen and can change what is: controls, direction marks, tags, soft hyphens.
/// The joiners that emoji and Javanese script need stay.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether `c` may stand in XML 1.0, and so in a workbook.
pub(crate) fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_spaces_shrink() {
        for (text, wanted) in [
            ("  Keripik \t\n Tempe ", "Keripik Tempe"),
            ("aman\u{202e}gnay", "amangnay"),
            ("a\0b\u{7}c", "abc"),
            ("ꦏꦺꦴꦥꦶ 👩‍🍳", "ꦏꦺꦴꦥꦶ 👩‍🍳"),
            ("\u{feff}Kopi", "Kopi"),
        ] {
            assert_eq!(line(text, 100), (wanted.to_owned(), false));
        }
    }

    #[test]
    fn long_texts_end_at_a_word() {
        assert_eq!(line("satu dua tiga", 10), ("satu dua".to_owned(), true));
        assert_eq!(line("satu dua tiga", 8), ("satu dua".to_owned(), true));
        assert_eq!(line("abcdefghij", 5), ("abcde".to_owned(), true));
        assert_eq!(line(&"a ".repeat(1_000_000), 4), ("a a".to_owned(), true));
    }

    proptest::proptest! {
        #[test]
        fn a_line_is_one_line_and_fits(text in "\\PC{0,80}|[\\s\\S]{0,80}", max in 1_usize..40) {
            let (line, _) = line(&text, max);
            proptest::prop_assert!(line.chars().count() <= max);
            proptest::prop_assert!(!line.chars().any(char::is_control));
        }
    }
}
