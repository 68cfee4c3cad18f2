//! What kind of product it is: it decides words, scenes and questions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of product or service.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Keripik, kerupuk, camilan kering.
    Snack,
    /// Kopi.
    Coffee,
    /// Sambal, bumbu, saus.
    Sambal,
    /// Kue, roti.
    Bakery,
    /// Jamu, minuman herbal.
    Herbal,
    /// Batik.
    Batik,
    /// Busana, hijab, konveksi.
    Fashion,
    /// Anyaman, kayu, rotan, perak: kerajinan.
    Craft,
    /// Gerabah, keramik.
    Pottery,
    /// Jasa.
    Service,
    /// Makanan beku.
    Frozen,
    /// Whatever fits none of these.
    #[default]
    Other,
}

/// Categories with their key and the words by which owners name them, or which give them away in a product's name.
const WORDS: &[(Category, &str, &[&str])] = &[
    (
        Category::Frozen,
        "frozen",
        &["frozen", "beku", "nugget", "sosis", "dimsum", "siomay beku"],
    ),
    (
        Category::Snack,
        "snack",
        &[
            "keripik", "kripik", "kerupuk", "krupuk", "camilan", "cemilan", "rempeyek", "peyek",
            "emping", "kacang", "makaroni", "basreng", "snack",
        ],
    ),
    (
        Category::Coffee,
        "coffee",
        &["kopi", "coffee", "arabika", "robusta"],
    ),
    (
        Category::Sambal,
        "sambal",
        &[
            "sambal", "sambel", "bumbu", "saus", "abon", "petis", "kecap",
        ],
    ),
    (
        Category::Bakery,
        "bakery",
        &[
            "kue", "roti", "bolu", "brownies", "donat", "nastar", "kukis", "cookies", "cake",
            "pia", "bakpia", "bakery",
        ],
    ),
    (
        Category::Herbal,
        "herbal",
        &[
            "jamu",
            "herbal",
            "kunyit asam",
            "wedang",
            "beras kencur",
            "teh rempah",
            "empon",
        ],
    ),
    (Category::Batik, "batik", &["batik"]),
    (
        Category::Fashion,
        "fashion",
        &[
            "fesyen", "fashion", "busana", "gamis", "hijab", "kerudung", "kemeja", "kaos", "kaus",
            "baju", "mukena", "rok", "celana", "sepatu", "sandal",
        ],
    ),
    (
        Category::Pottery,
        "pottery",
        &[
            "gerabah", "keramik", "tembikar", "cangkir", "guci", "vas", "pottery", "mug",
        ],
    ),
    (
        Category::Craft,
        "craft",
        &[
            "anyaman",
            "kerajinan",
            "rotan",
            "bambu",
            "tas",
            "keranjang",
            "kayu",
            "perak",
            "eceng gondok",
            "ukir",
            "lampu",
            "craft",
        ],
    ),
    (
        Category::Service,
        "service",
        &[
            "jasa", "laundry", "servis", "rias", "les", "cuci", "sewa", "service",
        ],
    ),
    (Category::Other, "other", &["lain", "lainnya", "other"]),
];

impl Category {
    /// Every category, `Other` last.
    pub fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(category, ..)| *category)
    }

    /// The key in files: `snack`, `coffee`, ...
    pub fn key(self) -> &'static str {
        WORDS
            .iter()
            .find(|(category, ..)| *category == self)
            .map_or("other", |(_, key, _)| key)
    }

    /// Reads a key or an Indonesian word for it; `None` when neither is known.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some((category, ..)) = WORDS.iter().find(|(_, key, _)| *key == text) {
            return Some(*category);
        }
        match Self::guess(&text) {
            Self::Other => (text.starts_with("lain") || text == "other").then_some(Self::Other),
            found => Some(found),
        }
    }

    /// The category that a product's name gives away; `Other` when it does not.
    pub fn guess(name: &str) -> Self {
        let lower = name.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        let padded = format!(" {} ", words.join(" "));
        WORDS
            .iter()
            .filter_map(|(category, _, names)| {
                let first = names
                    .iter()
                    .filter_map(|n| padded.find(&format!(" {n} ")))
                    .min()?;
                Some((first, *category))
            })
            .min()
            .map_or(Self::Other, |(_, category)| category)
    }

    /// Whether it is eaten or drunk, so that food rules apply.
    pub fn is_food(self) -> bool {
        matches!(
            self,
            Self::Snack | Self::Coffee | Self::Sambal | Self::Bakery | Self::Herbal | Self::Frozen
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_its_category_away() {
        for (name, category) in [
            ("Keripik Tempe Bu Sri", Category::Snack),
            ("Kopi Bubuk Dampit", Category::Coffee),
            ("Batik Tulis Kawung", Category::Batik),
            ("Gerabah Dinoyo", Category::Pottery),
            ("Tas Anyaman Pandan", Category::Craft),
            ("Nugget Ayam Beku", Category::Frozen),
            ("Zzz", Category::Other),
        ] {
            assert_eq!(Category::guess(name), category, "{name}");
        }
    }

    #[test]
    fn keys_are_read_back() {
        for category in Category::all() {
            assert_eq!(Category::parse(category.key()), Some(category));
        }
        assert_eq!(Category::parse("Keripik"), Some(Category::Snack));
        assert_eq!(Category::parse("qwerty"), None);
    }
}
