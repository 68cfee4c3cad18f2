//! What a shop may show to everyone: its address, its hours, its cloth.

use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};
use crate::slug::slug;

/// The shortest and the longest address, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=40;
/// The longest text about a shop, in characters.
pub const ABOUT_MOST: usize = 600;

/// Words that lead somewhere else on the site, or would pass for us.
const RESERVED: &[&str] = &[
    "admin",
    "akun",
    "api",
    "binaan",
    "cek",
    "daftar",
    "gaya",
    "jualan",
    "kartu",
    "kelas",
    "keluar",
    "luring",
    "masuk",
    "metrics",
    "naikkelas",
    "produk",
    "robots",
    "sitemap",
    "static",
    "suara",
    "terima",
    "titipan",
    "toko",
    "toko-saya",
    "bantuan",
    "resmi",
    "official",
    "meta",
    "google",
];

/// Beginnings and words that no shop's address may hold, Indonesian, Javanese and English; found between the hyphens
/// and in the whole without them.
const RUDE: &[&str] = &[
    "anjing", "anjir", "asu", "bajingan", "bangsat", "babi", "bego", "bokep", "colmek", "cok",
    "goblok", "gacor", "jancok", "jancuk", "jembut", "judi", "judol", "kampret", "keparat",
    "kontol", "lonte", "memek", "monyet", "ngentot", "ngewe", "pelacur", "pepek", "porn", "sex",
    "slot", "togel", "tolol", "fuck", "shit", "bitch", "cunt", "nazi",
];

/// An address of a shop: `keripik-bu-sri`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShopSlug(String);

/// Why a text is no address of a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// It is not 3 to 40 small letters, digits and single hyphens.
    #[error("the address is not 3 to 40 small letters, digits and hyphens")]
    Form,
    /// It leads elsewhere on the site, or would pass for us.
    #[error("the address is reserved")]
    Reserved,
    /// It holds a rude word.
    #[error("the address is rude")]
    Rude,
}

impl Explain for SlugError {
    fn explain(&self) -> Message {
        match self {
            Self::Form => Message::new("slug-form"),
            Self::Reserved => Message::new("slug-reserved"),
            Self::Rude => Message::new("slug-rude"),
        }
    }
}

impl ShopSlug {
    /// Reads an address as a person typed it.
    ///
    /// # Errors
    /// Why it can't be one.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let text = text.trim().to_lowercase();
        let fits = LENGTH.contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text.contains(|c: char| c.is_ascii_lowercase());
        if !fits {
            return Err(SlugError::Form);
        }
        if RESERVED.contains(&text.as_str()) {
            return Err(SlugError::Reserved);
        }
        // Short words are rude only where they stand alone: "asu" is, "kasur" is not.
        let whole = text.replace('-', "");
        let rude = |word: &&str| {
            text.split('-').any(|part| part == *word) || (word.len() > 4 && whole.contains(*word))
        };
        if RUDE.iter().any(rude) {
            return Err(SlugError::Rude);
        }
        Ok(Self(text))
    }

    /// An address to begin with, from a shop's name; `None` when its name gives none.
    pub fn suggest(name: &str) -> Option<Self> {
        let long = slug(name);
        let mut short = String::new();
        for word in long.split('-') {
            if short.len() + word.len() + 1 > *LENGTH.end() {
                break;
            }
            if !short.is_empty() {
                short.push('-');
            }
            short.push_str(word);
        }
        Self::parse(&short).ok()
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// When a shop is open on one day of the week, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// From.
    pub from: u16,
    /// Until; after `from`.
    pub until: u16,
}

/// A week, from Monday; `None` on days on which it is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Week(pub [Option<Open>; 7]);

/// The hours can't be read, or end before they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the hours can't be")]
pub struct HoursError;

impl Explain for HoursError {
    fn explain(&self) -> Message {
        Message::new("hours-wrong")
    }
}

impl Open {
    /// Reads `08:00` and `17:30`.
    ///
    /// # Errors
    /// When one is no time of the day, or the end is not after the beginning.
    pub fn parse(from: &str, until: &str) -> Result<Self, HoursError> {
        let minutes = |text: &str| -> Option<u16> {
            let (hours, minutes) = text.trim().split_once([':', '.'])?;
            let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
            (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
        };
        match (minutes(from), minutes(until)) {
            (Some(from), Some(until)) if from < until => Ok(Self { from, until }),
            _ => Err(HoursError),
        }
    }

    /// `08:00`.
    pub fn clock(minutes: u16) -> String {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// The main colour of a shop's page: a cloth of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cloth {
    /// Indigo.
    #[default]
    Wedel,
    /// Batik brown.
    Sogan,
    /// Green.
    Pandan,
    /// Chilli red.
    Cabai,
    /// Turmeric.
    Kunyit,
    /// Ink.
    Tinta,
}

impl Cloth {
    /// All, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Wedel,
        Self::Sogan,
        Self::Pandan,
        Self::Cabai,
        Self::Kunyit,
        Self::Tinta,
    ];

    /// The word in forms and in the database.
    pub fn key(self) -> &'static str {
        match self {
            Self::Wedel => "wedel",
            Self::Sogan => "sogan",
            Self::Pandan => "pandan",
            Self::Cabai => "cabai",
            Self::Kunyit => "kunyit",
            Self::Tinta => "tinta",
        }
    }

    /// The cloth of a word; the first for any other.
    pub fn parse(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|cloth| cloth.key() == word);
        found.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_fit_for_a_street() {
        for (text, wanted) in [
            ("keripik-bu-sri", Ok("keripik-bu-sri")),
            (" Keripik-Bu-Sri ", Ok("keripik-bu-sri")),
            ("kasur-jati", Ok("kasur-jati")),
            ("sari-asuhan", Ok("sari-asuhan")),
            ("toko-saya", Err(SlugError::Reserved)),
            ("admin", Err(SlugError::Reserved)),
            ("google", Err(SlugError::Reserved)),
            ("sitemap", Err(SlugError::Reserved)),
            ("slot-gacor", Err(SlugError::Rude)),
            ("si-asu", Err(SlugError::Rude)),
            ("gob-lok", Err(SlugError::Rude)),
            ("ab", Err(SlugError::Form)),
            ("1234", Err(SlugError::Form)),
            ("-bu-sri", Err(SlugError::Form)),
            ("bu--sri", Err(SlugError::Form)),
            ("bu sri", Err(SlugError::Form)),
            ("toko/../admin", Err(SlugError::Form)),
            ("tokó", Err(SlugError::Form)),
            ("", Err(SlugError::Form)),
        ] {
            let got = ShopSlug::parse(text);
            assert_eq!(
                got.as_ref().map(ShopSlug::as_str),
                wanted.as_ref().map(|s| *s),
                "{text}"
            );
        }
        let long = "panjang-".repeat(6);
        assert_eq!(ShopSlug::parse(&long), Err(SlugError::Form));
    }

    #[test]
    fn a_name_gives_an_address() {
        for (name, wanted) in [
            ("Keripik Bu Sri", Some("keripik-bu-sri")),
            ("Toko", None),
            (
                "Tanah Pagelaran Gerabah Asli Malang Jawa Timur",
                Some("tanah-pagelaran-gerabah-asli-malang-jawa"),
            ),
        ] {
            let got = ShopSlug::suggest(name);
            assert_eq!(got.as_ref().map(ShopSlug::as_str), wanted, "{name}");
        }
    }

    #[test]
    fn hours_end_after_they_begin() {
        assert_eq!(
            Open::parse("08:00", "17.30"),
            Ok(Open {
                from: 480,
                until: 1050
            })
        );
        for (from, until) in [
            ("17:00", "08:00"),
            ("8", "9"),
            ("24:00", "25:00"),
            ("", ""),
            ("08:00", "08:00"),
        ] {
            assert_eq!(Open::parse(from, until), Err(HoursError), "{from} {until}");
        }
        assert_eq!(Open::clock(1050), "17:30");
        let week = Week([
            Some(Open { from: 1, until: 2 }),
            None,
            None,
            None,
            None,
            None,
            None,
        ]);
        let text = serde_json::to_string(&week).unwrap();
        assert_eq!(serde_json::from_str::<Week>(&text).unwrap(), week);
    }

    proptest::proptest! {
        #[test]
        fn an_address_is_safe_in_a_link(text in ".{0,50}") {
            if let Ok(slug) = ShopSlug::parse(&text) {
                let slug = slug.as_str();
                proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
                let again = ShopSlug::parse(slug);
                proptest::prop_assert!(again.is_ok());
            }
            let _ = ShopSlug::suggest(&text);
        }
    }
}
