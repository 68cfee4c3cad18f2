//! What marketplaces look for in texts: telephone numbers, links, shouting, emoji, promises of the platform.

use crate::clean;

/// A title: one line within the limit.
pub(super) fn title(text: &str, max: usize) -> String {
    clean::line(text, max).0
}

/// A description: lines kept, at most one empty line between paragraphs, within the limit.
pub(super) fn description(text: &str, max: usize) -> String {
    let mut out = String::new();
    let mut empty = 0;
    for line in text.lines() {
        let (line, _) = clean::line(line, max);
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        out.push_str(&line);
    }
    // Cut at a word; what a sheet's file format can't hold goes.
    let out: String = out.chars().filter(|c| clean::is_xml(*c)).collect();
    clean::cut(&out, max).map_or(out.clone(), str::to_owned)
}

/// The same on one line, for feeds whose rows are lines.
pub(super) fn flat(text: &str, max: usize) -> String {
    clean::line(text, max).0
}

/// A title as Google takes it: without a telephone number and without promises of price or shipping, and not in capitals
/// alone. A title of which nothing would be left stays as it is.
pub(super) fn sober(title: &str) -> String {
    let mut out = title.to_owned();
    while let Some((start, end)) = phone(&out) {
        let chars = out.chars().enumerate();
        out = chars
            .map(|(at, c)| if (start..end).contains(&at) { ' ' } else { c })
            .collect();
    }
    while let Some((start, end)) = PROMO.iter().find_map(|phrase| words_at(&out, phrase)) {
        out.replace_range(start..end, " ");
    }
    if is_shouted(&out) {
        let words: Vec<String> = out.split_whitespace().map(spoken).collect();
        out = words.join(" ");
    }
    if out == title {
        return out;
    }
    let most = title.chars().count();
    let (line, _) = clean::line(&out, most);
    let (line, _) = clean::line(&line.replace("( )", " ").replace("()", " "), most);
    let line = line.trim_matches([' ', '-', ',', '|', '/', ':', '+', '&']);
    if line.chars().any(char::is_alphanumeric) {
        line.to_owned()
    } else {
        title.to_owned()
    }
}

/// Where words of small letters stand next to each other in a text, in bytes.
fn words_at(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some((_, last)) if *last == at => *last = end,
            _ => words.push((at, end)),
        }
    }
    words.windows(wanted.len()).find_map(|near| {
        let same = near.iter().zip(&wanted).all(|((start, end), word)| {
            text.get(*start..*end)
                .is_some_and(|found| found.to_lowercase() == **word)
        });
        let ((start, _), (_, end)) = (near.first()?, near.last()?);
        same.then_some((*start, *end))
    })
}

/// A shouted word said quietly; sizes and short forms stay.
fn spoken(word: &str) -> String {
    if word.chars().filter(|c| c.is_alphabetic()).count() <= 3 {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut inside = false;
    for c in word.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        inside = inside || c.is_alphabetic();
    }
    out
}

/// Whether a telephone number stands in it: nine digits or more after 0, 8 or 62, however they are spaced.
pub fn has_phone(text: &str) -> bool {
    phone(text).is_some()
}

/// Where the first telephone number stands, in characters.
fn phone(text: &str) -> Option<(usize, usize)> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let Some(rest) = chars.get(at..) else { break };
        let mut digits = String::new();
        let mut length = 0;
        for (index, c) in rest.iter().enumerate() {
            match c {
                '0'..='9' => {
                    digits.push(*c);
                    length = index + 1;
                }
                ' ' | '-' | '.' | '(' | ')' | '+' if !digits.is_empty() && index - length < 2 => {}
                _ => break,
            }
        }
        let is_phone = (9..=15).contains(&digits.len())
            && ["08", "628", "021"]
                .iter()
                .any(|start| digits.starts_with(start));
        if is_phone && !is_permit(chars.get(..at).unwrap_or_default()) {
            return Some((at, at + length));
        }
        at += length.max(1);
    }
    None
}

/// Whether the number after `before` is that of a permit, which may start like a telephone number.
fn is_permit(before: &[char]) -> bool {
    let near: String = before
        .iter()
        .skip(before.len().saturating_sub(12))
        .collect();
    let name = near.trim_end_matches(|c: char| !c.is_alphabetic());
    ["IRT", "NIB", "MD", "ML", "TR", "ID"]
        .iter()
        .any(|permit| name.ends_with(permit))
        && near.len() - name.len() < 6
}

/// Whether it sends readers elsewhere: a link, an address, an account.
pub fn has_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "http://",
        "https://",
        "www.",
        "wa.me",
        ".com",
        ".co.id",
        ".id/",
        "t.me/",
        "linktr.ee",
        "bit.ly",
    ]
    .iter()
    .any(|sign| lower.contains(sign))
        || lower
            .split_whitespace()
            .any(|word| word.contains('@') && word.len() > 2)
}

/// Whether it shouts: eight letters or more, and hardly a small one.
pub(super) fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    letters >= 8 && small * 5 < letters && text.chars().any(char::is_uppercase)
}

/// Whether it has an emoji or a sign of that kind.
pub(super) fn has_emoji(text: &str) -> bool {
    text.chars().any(|c| is_emoji(c) || c == '\u{fe0f}')
}

/// How many emoji it has; those that are joined to one picture count as often as they have parts.
pub fn emoji(text: &str) -> usize {
    text.chars()
        .filter(|c| is_emoji(*c) && !matches!(c, '\u{1f3fb}'..='\u{1f3ff}'))
        .count()
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{20e3}' | '\u{203c}' | '\u{2049}')
}

/// What the platform alone may promise, or what titles must not hold.
const PROMO: &[&str] = &[
    "gratis ongkir",
    "free ongkir",
    "cashback",
    "diskon",
    "promo",
    "flash sale",
    "termurah",
    "terlaris",
    "cod",
    "bayar di tempat",
];

/// Such a promise, where the text holds one.
pub(super) fn promo(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let lower = format!(" {} ", words.join(" "));
    let mut all = PROMO.iter().copied();
    all.find(|word| lower.contains(&format!(" {word} ")))
}

/// How many hashtags it has.
pub fn hashtags(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| {
            word.strip_prefix('#')
                .is_some_and(|tag| tag.starts_with(char::is_alphanumeric))
        })
        .count()
}

/// Days of a shelf life such as `3 bulan`, `1-2 minggu` (the longer), `6 bln`; `None` when it does not say.
pub(super) fn days(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let mut best = None;
    let mut number = None;
    for word in lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        // `3bulan` is one word.
        let split = word
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(word.len());
        let (digits, unit) = word.split_at(split);
        if let Ok(value) = digits.parse::<u32>() {
            number = Some(value);
        } else if let Some(value) = spelled(word) {
            number = Some(value);
            continue;
        }
        let factor = match unit {
            "hari" | "hr" | "day" | "days" => 1,
            "minggu" | "mgg" | "pekan" | "week" | "weeks" => 7,
            "bulan" | "bln" | "month" | "months" => 30,
            "tahun" | "thn" | "th" | "year" | "years" => 365,
            "seminggu" | "sepekan" => {
                best = best.max(Some(7));
                continue;
            }
            "sebulan" => {
                best = best.max(Some(30));
                continue;
            }
            "setahun" => {
                best = best.max(Some(365));
                continue;
            }
            _ => continue,
        };
        if let Some(count) = number.take() {
            best = best.max(Some(count.saturating_mul(factor)));
        }
    }
    best
}

fn spelled(word: &str) -> Option<u32> {
    let words = [
        "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    ];
    words
        .iter()
        .position(|known| *known == word)
        .and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_looked_through() {
        for text in [
            "WA 0812-3456-7890",
            "+62 812 3456 7890",
            "hub (0812) 3456 789",
            "6281234567890",
        ] {
            assert!(has_phone(text), "{text}");
        }
        for text in [
            "250 g isi 12 pcs 2026",
            "Rp15.000",
            "P-IRT 2053573010123-29",
            "P-IRT 6283573010123-29",
            "NIB: 0812345678901",
            "20535730101232",
        ] {
            assert!(!has_phone(text), "{text}");
        }
        assert!(
            has_link("cek www.toko.id/")
                && has_link("ig @busri")
                && !has_link("Isi 250 g. Tahan 3 bulan.")
        );
        assert!(
            is_shouted("KERIPIK TEMPE ENAK")
                && !is_shouted("Keripik Tempe XL")
                && !is_shouted("KOPI")
        );
        assert!(has_emoji("enak 🌶️") && !has_emoji("Keripik – “Bu Sri” ™"));
        assert_eq!(promo("Kopi Gratis Ongkir"), Some("gratis ongkir"));
        assert_eq!(promo("Barcode promosi"), None);
        assert_eq!(hashtags("#kopi enak # #dampit 1#2"), 2);
    }

    #[test]
    fn a_title_keeps_what_names_the_product() {
        for (title, wanted) in [
            ("Keripik Tempe 250 g", "Keripik Tempe 250 g"),
            ("KERIPIK TEMPE XL PEDAS", "Keripik Tempe XL Pedas"),
            (
                "Kopi Dampit (Gratis Ongkir) WA 0812-3456-7890",
                "Kopi Dampit WA",
            ),
            ("Promo - Sambal GRATIS-ONGKIR", "Sambal"),
            ("Bandeng 081234567890 dan 0813 4567 8901", "Bandeng dan"),
            ("Gratis Ongkir", "Gratis Ongkir"),
            ("Promosi Barcode", "Promosi Barcode"),
            ("", ""),
        ] {
            assert_eq!(sober(title), wanted, "{title}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_title_grows_or_breaks(title in "(gratis ongkir|0812 3456 7890|COD|[A-Zé ()-]{1,9}| ){0,8}") {
            let sober = sober(&title);
            proptest::prop_assert!(sober.chars().count() <= title.chars().count());
            proptest::prop_assert!(sober == title || (promo(&sober).is_none() && !has_phone(&sober)));
        }
    }

    #[test]
    fn shelf_lives_are_understood() {
        for (text, wanted) in [
            ("3 bulan", Some(90)),
            ("1-2 minggu", Some(14)),
            ("tahan 6bln di suhu ruang", Some(180)),
            ("tiga hari", Some(3)),
            ("setahun", Some(365)),
            ("lama", None),
            ("", None),
        ] {
            assert_eq!(days(text), wanted, "{text}");
        }
    }

    #[test]
    fn descriptions_keep_their_lines() {
        assert_eq!(
            description("Satu\r\n\r\n\r\n\r\nDua \u{7}tiga\n  empat", 100),
            "Satu\n\nDua tiga\nempat"
        );
        assert_eq!(description("satu dua tiga", 9), "satu dua");
    }
}
