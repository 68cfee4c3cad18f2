//! Places in copy: a city, a region or a country that the owner did not name is an origin nobody proved.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::told::Told;
use super::{Evidence, Finding, rule};
use crate::normal::fold::fold;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Cities with their province.
    cities: BTreeMap<String, String>,
    /// Regions, regencies and islands known for goods.
    regions: Vec<String>,
    /// Countries and continents.
    countries: Vec<String>,
    /// Names that are also common words, such as `Batu` and `Palu`: they count only after a preposition of place.
    ambiguous: Vec<String>,
    /// Dishes and styles named after places, which claim no origin: `soto Lamongan`.
    styles: Vec<String>,
}

struct Places {
    known: BTreeMap<String, bool>,
    province: BTreeMap<String, String>,
    styles: Vec<String>,
}

static PLACES: LazyLock<Places> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> Places {
    let file: File = toml::from_str(include_str!("../../data/guard/places.toml"))
        .expect("places.toml is well formed");
    let ambiguous: Vec<String> = file.ambiguous.iter().map(|n| fold(n)).collect();
    let mut known = BTreeMap::new();
    let provinces = file.cities.values().cloned();
    for name in file
        .cities
        .keys()
        .cloned()
        .chain(provinces)
        .chain(file.regions)
        .chain(file.countries)
    {
        let name = fold(&name);
        let plain = !ambiguous.contains(&name);
        known.insert(name, plain);
    }
    Places {
        known,
        province: file
            .cities
            .iter()
            .map(|(city, province)| (fold(city), fold(province)))
            .collect(),
        styles: file.styles.iter().map(|s| fold(s)).collect(),
    }
}

/// Whether a word is, or begins, the name of a place, and therefore keeps its capital.
pub(crate) fn is_place(word: &str) -> bool {
    PLACES.known.contains_key(&fold(word))
}

/// The province of a city, in small letters.
pub(crate) fn province(city: &str) -> Option<&'static str> {
    let folded = fold(city);
    let name = folded
        .trim()
        .trim_start_matches("kota ")
        .trim_start_matches("kabupaten ")
        .trim_start_matches("kab. ");
    PLACES.province.get(name).map(String::as_str)
}

/// What the places of a sentence claim; capitals matter, so it reads the text as written.
pub(crate) fn read(text: &str, evidence: &Evidence) -> Vec<Finding> {
    let places = &*PLACES;
    let folded_text = fold(text);
    let told = Told::of(&folded_text);
    let tokens: Vec<(String, bool)> = text
        .split(|c: char| c.is_whitespace())
        .filter(|w| !w.starts_with(['#', '@']) && !w.contains("://") && !w.contains(".me/"))
        .flat_map(|w| w.split(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .map(|w| (fold(w), w.starts_with(char::is_uppercase)))
        .collect();
    let mut out = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let found = (1..=3).rev().find_map(|count| {
            let words = tokens.get(index..index + count)?;
            let name = words
                .iter()
                .map(|(w, _)| w.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let plain = places.known.get(&name)?;
            Some((count, name, *plain, words.first().is_some_and(|w| w.1)))
        });
        let Some((count, name, plain, capital)) = found else {
            index += 1;
            continue;
        };
        let before = index
            .checked_sub(1)
            .and_then(|i| tokens.get(i))
            .map_or("", |t| t.0.as_str());
        let placed = matches!(
            before,
            "dari"
                | "di"
                | "asal"
                | "khas"
                | "asli"
                | "ke"
                | "from"
                | "in"
                | "saking"
                | "kota"
                | "kabupaten"
                | "impor"
                | "import"
                | "seluruh"
                | "area"
                | "wilayah"
                | "buatan"
                | "made"
        );
        let counts = placed || (plain && capital);
        index += count;
        if !counts
            || places
                .styles
                .iter()
                .any(|s| folded_text.contains(s.as_str()) && s.contains(&name))
        {
            continue;
        }
        out.push(match evidence.place(&name, told.denies(&name)) {
            Some(fact) => Finding::proved(fact),
            None => {
                let (status, reason) = rule::reason("place-on-file");
                Finding::broken(status, reason)
            }
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;
    use naik_core::kit::Status;

    use super::*;

    #[test]
    fn places_need_the_owner() {
        let mut facts = Facts::default();
        facts.shop.city = Some("Malang".into());
        let evidence = Evidence::of(&facts);
        for (text, status) in [
            ("Dibuat di Malang", Some(Status::Proved)),
            ("Dibuat di Jawa Timur", Some(Status::Proved)),
            ("Keripik dari Bandung", Some(Status::Unproved)),
            ("dari bandung", Some(Status::Unproved)),
            ("Ulekan dari batu", Some(Status::Unproved)),
            ("Ulekan batu kali", None),
            ("Nasibnya malang", None),
            ("Biji kopi Gayo", Some(Status::Unproved)),
        ] {
            let found = read(text, &evidence);
            assert_eq!(found.first().map(|f| f.status), status, "{text}");
        }
    }
}
