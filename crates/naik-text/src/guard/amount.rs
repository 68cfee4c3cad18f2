//! Amounts in a text: what number, of what.

use std::sync::LazyLock;

use naik_core::money::{MoneyError, Rupiah};
use regex::Regex;

use crate::grammar::number;

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Rupiah,
    Gram,
    Millilitre,
    Centimetre,
    /// A span of time in one of its units: `menit`, `jam`, `hari`, `minggu`, `bulan`, `tahun`.
    Time(&'static str),
    Percent,
    /// The word that follows: `bungkus`, `pelanggan`, `varian`; empty at the end.
    Thing(String),
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// In thousandths of the unit; rupiah, grams, millilitres and centimetres are base units.
    pub(crate) thousandths: u64,
    pub(crate) unit: Unit,
    /// Its place in the folded text, in bytes.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// Unit words, what they measure, and thousandths of the base unit in one of them.
fn unit(word: &str) -> Option<(Unit, u64)> {
    Some(match word {
        "g" | "gr" | "gram" | "grams" => (Unit::Gram, 1_000),
        "kg" | "kilo" | "kilogram" => (Unit::Gram, 1_000_000),
        "ons" => (Unit::Gram, 100_000),
        "mg" | "miligram" => (Unit::Gram, 1),
        "ml" | "cc" | "mililiter" => (Unit::Millilitre, 1_000),
        "l" | "liter" | "litre" | "litres" => (Unit::Millilitre, 1_000_000),
        "cm" | "sentimeter" | "senti" => (Unit::Centimetre, 1_000),
        "m" | "meter" => (Unit::Centimetre, 100_000),
        "mm" | "milimeter" => (Unit::Centimetre, 100),
        "menit" | "minutes" | "minute" | "mins" => (Unit::Time("menit"), 1_000),
        "jam" | "hours" | "hour" => (Unit::Time("jam"), 1_000),
        "hari" | "days" | "day" | "dinten" => (Unit::Time("hari"), 1_000),
        "minggu" | "weeks" | "week" | "pekan" => (Unit::Time("minggu"), 1_000),
        "bulan" | "months" | "month" | "wulan" => (Unit::Time("bulan"), 1_000),
        "tahun" | "years" | "year" | "thn" | "taun" => (Unit::Time("tahun"), 1_000),
        "%" | "persen" | "percent" => (Unit::Percent, 1_000),
        "rupiah" => (Unit::Rupiah, 1_000),
        "rb" | "ribu" | "rbu" | "k" | "ewu" => (Unit::Rupiah, 1_000_000),
        "jt" | "juta" => (Unit::Rupiah, 1_000_000_000),
        "miliar" | "milyar" => (Unit::Rupiah, 1_000_000_000_000),
        _ => return None,
    })
}

#[expect(clippy::expect_used, reason = "constant patterns, read by the tests")]
fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| compile(r"\d+(?:[.,]\d+)*(?:/\d+)?"));
/// What may stand between a number and its unit, with a second number of the same unit: `2-3 hari`, `30 x 20 cm`.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:,-)?(?: ?(?:-|x|s/d|sampai|hingga|to) ?(?:rp\.? ?)?\d+(?:[.,]\d+)*)* ?-?([a-z]+|%)?",
    )
});
static BEFORE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:\brp\.?|\bidr)(?: ?\d+(?:[.,]\d+)* ?-)? ?$"));

/// Every amount of a folded text, written in digits or in Indonesian words.
pub(crate) fn read(folded: &str) -> Vec<Amount> {
    let mut out: Vec<Amount> = NUMBER
        .find_iter(folded)
        .filter_map(|found| {
            let before = folded.get(..found.start())?;
            let attached = before
                .ends_with(|c: char| c.is_ascii_alphabetic() || c == '#' || c == '@' || c == '_');
            let money = BEFORE.is_match(before);
            if attached && !money {
                return None;
            }
            let after = folded.get(found.end()..)?;
            let word = AFTER
                .captures(after)
                .and_then(|c| c.get(1))
                .map_or("", |m| m.as_str());
            amount(found.as_str(), word, money, found.start(), found.end())
        })
        .collect();
    out.extend(in_words(folded));
    out
}

fn amount(digits: &str, word: &str, money: bool, from: usize, to: usize) -> Option<Amount> {
    let known = unit(word);
    let make = |thousandths, unit| {
        Some(Amount {
            thousandths,
            unit,
            from,
            to,
        })
    };
    match known {
        _ if money => {
            let factor = if matches!(known, Some((Unit::Rupiah, _))) {
                word
            } else {
                ""
            };
            make(rupiah(digits, factor)?, Unit::Rupiah)
        }
        Some((Unit::Rupiah, _)) => make(rupiah(digits, word)?, Unit::Rupiah),
        Some((unit, size)) => make(decimal(digits, size)?, unit),
        // `15.000/pcs`, `15.000,-`: grouped thousands without a unit of measure are money where a price may stand.
        None => make(decimal(digits, 1_000)?, Unit::Thing(word.to_owned())),
    }
}

/// Thousandths of a rupiah; what is no price that a person would write, such as `Rp15.5`, is still a claim.
fn rupiah(digits: &str, factor: &str) -> Option<u64> {
    let suffix = if factor == "ewu" { "rb" } else { factor };
    match Rupiah::parse(&format!("{digits}{suffix}")) {
        Ok(amount) => Some(amount.amount().saturating_mul(1_000)),
        Err(MoneyError::Zero) => None,
        Err(_) => decimal(digits, unit(factor).map_or(1_000, |(_, size)| size)),
    }
}

/// `1,5`, `1.000`, `1/4` times `size`.
fn decimal(digits: &str, size: u64) -> Option<u64> {
    if let Some((over, under)) = digits.split_once('/') {
        let (over, under): (u64, u64) = (over.parse().ok()?, under.parse().ok()?);
        return over.checked_mul(size)?.checked_div(under);
    }
    let groups: Vec<&str> = digits.split(['.', ',']).collect();
    let (whole, part) = match groups.as_slice() {
        [whole] => ((*whole).to_owned(), ""),
        [first, rest @ ..]
            if rest.iter().all(|g| g.len() == 3) && first.len() <= 3 && *first != "0" =>
        {
            (groups.concat(), "")
        }
        [whole, part] if part.len() <= 6 => ((*whole).to_owned(), *part),
        _ => return None,
    };
    let scale = 10_u64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let part: u64 = if part.is_empty() {
        0
    } else {
        part.parse().ok()?
    };
    let whole: u64 = whole.parse().ok()?;
    whole
        .checked_mul(size)?
        .checked_add(part.checked_mul(size)? / scale)
}

/// Things that are counted in words: `lima rasa`.
const COUNTED: &[&str] = &[
    "rasa", "varian", "ukuran", "warna", "pilihan", "motif", "aroma", "bungkus", "botol", "lembar",
    "pcs", "bahan",
];

/// `lima belas ribu rupiah`, `dua ratus lima puluh gram`: number words count only before a known unit.
fn in_words(folded: &str) -> Vec<Amount> {
    let mut tokens: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for piece in folded.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !piece.is_empty() {
            tokens.push((at, piece));
        }
        at += piece.len() + 1;
    }
    let words: Vec<&str> = tokens.iter().map(|(_, w)| *w).collect();
    let mut out = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let read = words.get(index..).and_then(number::read);
        let Some((value, used)) = read else {
            index += 1;
            continue;
        };
        let next = words.get(index + used).copied().unwrap_or_default();
        let scaled = words
            .get(index..index + used)
            .is_some_and(|w| w.iter().any(|w| matches!(*w, "ribu" | "juta")));
        if let Some((unit, size)) =
            unit(next).filter(|(u, _)| *u != Unit::Rupiah || next == "rupiah")
        {
            let from = tokens.get(index).map_or(0, |t| t.0);
            let to = tokens
                .get(index + used)
                .map_or(folded.len(), |t| t.0 + t.1.len());
            out.push(Amount {
                thousandths: value.saturating_mul(size),
                unit,
                from,
                to,
            });
        } else if scaled || (value >= 2 && COUNTED.contains(&next)) {
            let from = tokens.get(index).map_or(0, |t| t.0);
            out.push(Amount {
                thousandths: value.saturating_mul(1_000),
                unit: Unit::Thing(next.to_owned()),
                from,
                to: from,
            });
        }
        index += used;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(u64, Unit)]) {
        let found: Vec<(u64, Unit)> = read(text)
            .into_iter()
            .map(|a| (a.thousandths, a.unit))
            .collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn amounts_are_read() {
        check("rp15.000 per bungkus", &[(15_000_000, Unit::Rupiah)]);
        check(
            "cuma 15rb isi 250 g",
            &[(15_000_000, Unit::Rupiah), (250_000, Unit::Gram)],
        );
        check("12,5rb", &[(12_500_000, Unit::Rupiah)]);
        check("rp15.5", &[(15_500, Unit::Rupiah)]);
        check("rp2 miliar", &[(2_000_000_000_000, Unit::Rupiah)]);
        check("1/4 kg", &[(250_000, Unit::Gram)]);
        check(
            "2-3 hari",
            &[(2_000, Unit::Time("hari")), (3_000, Unit::Time("hari"))],
        );
        check(
            "30 x 20 cm",
            &[(30_000, Unit::Centimetre), (20_000, Unit::Centimetre)],
        );
        check("lima belas ribu rupiah", &[(15_000_000, Unit::Rupiah)]);
        check("diskon 20%", &[(20_000, Unit::Percent)]);
        check("3 varian", &[(3_000, Unit::Thing("varian".into()))]);
        check("tahan tiga bulan", &[(3_000, Unit::Time("bulan"))]);
        check("1.250 pcs", &[(1_250_000, Unit::Thing("pcs".into()))]);
        check("b12 #promo12 @toko99", &[]);
    }
}
