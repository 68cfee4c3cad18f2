//! How a written text is read aloud: money, measures and numbers become words.

use std::sync::LazyLock;

use naik_core::lang::Lang;
use naik_core::money::Rupiah;
use regex::{Captures, Regex};

use super::case;
use super::number::{english, words};

#[expect(
    clippy::expect_used,
    reason = "constant patterns; a test reads texts through each"
)]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is well formed")
}

static MONEY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bRp\.? ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,\d\d)?\b"));
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))? ?(kg|gr|g|mg|ml|cm|mm|m|l|pcs|%|°C)(?:\b|$|\s)",
    )
});
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\b"));

/// A text as a voice should say it: `Rp15.000` to `lima belas ribu rupiah`, `250 g` to `dua ratus lima puluh gram`.
///
/// English keeps the digits of small numbers, which English voices read by themselves; money becomes words.
pub fn spoken(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        let aloud = MONEY.replace_all(text, |found: &Captures<'_>| {
            Rupiah::parse(&found[0]).map_or_else(
                |_| found[0].to_owned(),
                |amount| format!("{} rupiah", english(amount.amount())),
            )
        });
        return case::sentence(&aloud);
    }
    let text = MONEY.replace_all(text, |found: &Captures<'_>| {
        Rupiah::parse(&found[0]).map_or_else(
            |_| found[0].to_owned(),
            |amount| format!("{} rupiah", words(amount.amount())),
        )
    });
    let text = MEASURE.replace_all(&text, |found: &Captures<'_>| {
        let unit = match &found[3] {
            "kg" => "kilogram",
            "g" | "gr" => "gram",
            "mg" => "miligram",
            "ml" => "mililiter",
            "cm" => "sentimeter",
            "mm" => "milimeter",
            "m" => "meter",
            "l" => "liter",
            "%" => "persen",
            "°C" => "derajat Celsius",
            _ => "buah",
        };
        let tail = if found[0].ends_with(' ') { " " } else { "" };
        format!(
            "{} {unit}{tail}",
            decimal(&found[1], found.get(2).map(|m| m.as_str()))
        )
    });
    let text = NUMBER.replace_all(&text, |found: &Captures<'_>| {
        decimal(&found[1], found.get(2).map(|m| m.as_str()))
    });
    text.replace(" & ", " dan ")
        .replace('/', " per ")
        .replace("  ", " ")
}

/// `1.250` and `5` to `seribu dua ratus lima puluh koma lima`; long rows of digits are read one by one.
fn decimal(whole: &str, part: Option<&str>) -> String {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let each = |digits: &str| {
        digits
            .chars()
            .filter_map(|c| c.to_digit(10))
            .map(|d| words(u64::from(d)))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let whole = match digits.parse::<u64>() {
        Ok(number) if digits.len() <= 9 && (digits == "0" || !digits.starts_with('0')) => {
            words(number)
        }
        _ => each(&digits),
    };
    part.map_or_else(
        || whole.clone(),
        |part| format!("{whole} koma {}", each(part)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_aloud() {
        for (text, aloud) in [
            (
                "Harganya Rp15.000 per bungkus.",
                "Harganya lima belas ribu rupiah per bungkus.",
            ),
            ("Isi 250 g.", "Isi dua ratus lima puluh gram."),
            ("Isi 1,5 kg saja", "Isi satu koma lima kilogram saja"),
            ("Tersedia 3 rasa", "Tersedia tiga rasa"),
            ("Rp12.500/pcs", "dua belas ribu lima ratus rupiah per pcs"),
        ] {
            assert_eq!(spoken(text, Lang::Id), aloud);
        }
        assert_eq!(
            spoken("Rp235.000 per lembar.", Lang::En),
            "Two hundred thirty-five thousand rupiah per lembar."
        );
    }
}
