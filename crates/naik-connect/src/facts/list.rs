//! Lists that owners write as one text.

/// Parts of `tempe kedelai, minyak kelapa dan garam`, `Original; Balado: 16.000` or lines.
///
/// A semicolon, bar or line break is the stronger sign: where one stands,
/// commas belong to the parts. Commas in brackets or in a number (`1,5 kg`) separate nothing; those between sizes
/// (`39,40,41`) do.
pub(crate) fn split(text: &str) -> Vec<String> {
    let strong: Vec<&str> = text
        .split([';', '|', '\n', '\r'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if strong.len() > 1 {
        return strong.into_iter().map(str::to_owned).collect();
    }
    if is_sizes(text) {
        let sizes = text.split(',').map(str::trim);
        return sizes.map(str::to_owned).collect();
    }
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    let chars: Vec<char> = text.chars().collect();
    for (index, &c) in chars.iter().enumerate() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let digit = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        let in_number = digit(index.checked_sub(1)) && digit(Some(index + 1));
        if matches!(c, ',' | ';' | '|' | '\n' | '\r') && depth == 0 && !in_number {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    // Only the last part can hold the closing `dan`; an earlier one belongs to a name such as `cabai dan bawang goreng`.
    if let Some((head, tail)) = parts.pop().map(|last| match last.rsplit_once(" dan ") {
        Some((head, tail)) if !last.contains(['(', ':', '=']) => {
            (head.to_owned(), Some(tail.to_owned()))
        }
        _ => (last, None),
    }) {
        parts.push(head);
        parts.extend(tail);
    }
    parts
        .iter()
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether this is `39,40,41`, sizes that were written without spaces, and no decimal number.
fn is_sizes(text: &str) -> bool {
    let is_size =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.contains(',') && text.split(',').map(str::trim).all(is_size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_where_people_mean() {
        for (text, wanted) in [
            (
                "tempe kedelai, minyak kelapa dan garam",
                vec!["tempe kedelai", "minyak kelapa", "garam"],
            ),
            ("a, b, dan c", vec!["a", "b", "c"]),
            (
                "Original; Balado: 16.000",
                vec!["Original", "Balado: 16.000"],
            ),
            (
                "tepung (gandum, tapioka), gula 1,5 kg",
                vec!["tepung (gandum, tapioka)", "gula 1,5 kg"],
            ),
            ("satu\ndua", vec!["satu", "dua"]),
            (" , ;", vec![]),
            ("Hitam", vec!["Hitam"]),
            ("39,40,41", vec!["39", "40", "41"]),
            ("1,25", vec!["1,25"]),
        ] {
            assert_eq!(split(text), wanted, "{text}");
        }
    }
}
