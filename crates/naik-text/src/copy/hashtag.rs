//! Three to five hashtags: the product, its town, its kind, its shop.

use naik_core::lang::Lang;

use super::values::Value;
use super::vocabulary::Vocabulary;
use super::writer::{Manner, Writer};

/// How long a hashtag may be and still be read, in characters.
const LONGEST: usize = 26;

/// Hashtags in lower case, the most telling first; three to five.
pub(crate) fn write(writer: &Writer<'_>) -> Vec<String> {
    let words = Vocabulary::of(writer.category);
    let get = |value| writer.value(value, Manner::Plain).unwrap_or_default();
    let kind = words.kind(&writer.facts.product.name, Lang::Id);
    let (name, shop, city) = (
        joined(&get(Value::Name)),
        joined(&get(Value::Shop)),
        joined(&get(Value::City)),
    );
    let mut wanted = vec![joined(&kind), name.clone()];
    if !city.is_empty() {
        wanted.push(format!("umkm{city}"));
        wanted.extend(words.tags.first().map(|t| format!("{}{city}", joined(t))));
    }
    wanted.push(shop);
    wanted.extend(words.tags.iter().map(|t| joined(t)));
    wanted.extend(["umkmindonesia", "produklokal", "banggabuatanindonesia"].map(str::to_owned));
    // Whether a thing is local or Indonesian only its origin or the shop's town tells.
    let placed = !city.is_empty() || writer.facts.product.origin.is_some();
    wanted.retain(|tag| placed || !claims_a_place(tag));
    let mut out: Vec<String> = Vec::new();
    for tag in wanted {
        let tag = format!("#{tag}");
        let fits =
            (4..=LONGEST).contains(&tag.len()) && tag.chars().skip(1).any(char::is_alphabetic);
        if fits && !out.contains(&tag) && writer.allows(&tag) {
            out.push(tag);
        }
        if out.len() == 5 {
            break;
        }
    }
    out
}

/// Whether one of our own hashtags says where a thing is made; `umkmindonesia` names the sellers, not the goods.
fn claims_a_place(tag: &str) -> bool {
    ["lokal", "nusantara", "indonesia"]
        .iter()
        .any(|word| tag.contains(word))
        && tag != "umkmindonesia"
}

/// Latin letters and digits in lower case, without spaces.
fn joined(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
