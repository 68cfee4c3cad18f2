//! What a number counts: two words agree when a row of `data/guard/counted.toml` holds both.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kind: Kind,
    words: Vec<String>,
}

/// What kind of thing a word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Goods and what they are packed in.
    Goods,
    /// People, places, orders and honours.
    People,
    /// Flavours, sizes, colours.
    Choices,
    /// Degrees, watts, calories.
    Measure,
}

static WORDS: LazyLock<BTreeMap<String, (usize, Kind)>> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> BTreeMap<String, (usize, Kind)> {
    let file: File = toml::from_str(include_str!("../../data/guard/counted.toml"))
        .expect("counted.toml is well formed");
    let rows = file.row.into_iter().enumerate();
    rows.flat_map(|(index, row)| {
        let kind = row.kind;
        row.words.into_iter().map(move |word| (word, (index, kind)))
    })
    .collect()
}

/// The kind of a counting word; `None` for every other word.
pub(crate) fn kind(word: &str) -> Option<Kind> {
    WORDS.get(word).map(|(_, kind)| *kind)
}

/// Whether two words count the same thing.
pub(crate) fn agree(one: &str, other: &str) -> bool {
    let row = |word| WORDS.get(word).map(|(index, _)| *index);
    one == other || row(one).is_some_and(|index| row(other) == Some(index))
}

#[cfg(test)]
mod tests {
    use naik_core::quantity::{Measure, Quantity};

    use super::*;

    #[test]
    fn words_agree_within_their_row() {
        for (one, other, same) in [
            ("pcs", "lembar", true),
            ("ulasan", "review", true),
            ("pcs", "bungkus", false),
            ("pcs", "orang", false),
            ("rasa", "warna", false),
            ("stik", "stik", true),
            ("stik", "", false),
        ] {
            assert_eq!(agree(one, other), same, "{one} {other}");
        }
    }

    /// A quantity forgets the word it was written with and becomes `pcs`.
    #[test]
    fn every_word_for_one_piece_agrees_with_pcs() {
        for word in WORDS.keys() {
            let read = Quantity::parse(&format!("1 {word}")).ok();
            if read.is_some_and(|q| q.measure == Measure::Piece && q.thousandths == 1_000) {
                assert!(agree(word, "pcs"), "{word}");
            }
        }
    }
}
