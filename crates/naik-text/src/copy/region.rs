//! How people are greeted where the shop is: `data/copy/regions.toml`.

use std::sync::LazyLock;

use naik_core::lang::Lang;
use serde::Deserialize;

use crate::guard::province;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    region: Vec<Region>,
}

/// Towns that share a way to greet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    many: String,
    one: String,
    #[serde(default)]
    cities: Vec<String>,
    #[serde(default)]
    provinces: Vec<String>,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> Vec<Region> {
    let file: File = toml::from_str(include_str!("../../data/copy/regions.toml"))
        .expect("regions.toml is well formed");
    file.region
}

/// Words for one and for many.
pub(crate) struct Greeting {
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
}

/// How a shop of this city greets; `Kak` where nothing closer is known.
pub(crate) fn greeting(city: Option<&str>, lang: Lang) -> Greeting {
    match lang {
        Lang::En => {
            return Greeting {
                one: "friend",
                many: "everyone",
            };
        }
        Lang::Jv => {
            return Greeting {
                one: "panjenengan",
                many: "Bapak, Ibu, Mas, saha Mbak",
            };
        }
        Lang::Id => {}
    }
    let plain = Greeting {
        one: "Kak",
        many: "Kakak semua",
    };
    let Some(city) = city else { return plain };
    let name = city.trim().to_lowercase();
    let name = name
        .trim_start_matches("kota ")
        .trim_start_matches("kabupaten ")
        .trim_start_matches("kab. ");
    let province = province(city);
    REGIONS
        .iter()
        .find(|r| r.cities.iter().any(|c| c == name))
        .or_else(|| {
            REGIONS
                .iter()
                .find(|r| province.is_some_and(|p| r.provinces.iter().any(|q| q == p)))
        })
        .map_or(plain, |r| Greeting {
            one: &r.one,
            many: &r.many,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_have_their_own_greeting() {
        for (city, many) in [
            (Some("Surabaya"), "Cak dan Ning"),
            (Some("Malang"), "Mas dan Mbak"),
            (Some("Kota Bandung"), "Akang dan Teteh"),
            (Some("Padang"), "Uda dan Uni"),
            (Some("Denpasar"), "Bli dan Mbok"),
            (Some("Zzz"), "Kakak semua"),
            (None, "Kakak semua"),
        ] {
            assert_eq!(greeting(city, Lang::Id).many, many, "{city:?}");
        }
    }
}
