//! Enumerations.

use naik_core::lang::Lang;

/// Joins items as the language does: `a`, `a dan b`, `a, b, dan c`; an item that holds a `dan` of its own is
/// joined by `serta`, so that each `dan` binds what stands beside it.
pub fn join<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let word = match lang {
        Lang::En => "and",
        Lang::Jv => "saha",
        _ if items.iter().any(|item| item.as_ref().contains(" dan ")) => "serta",
        _ => "dan",
    };
    join_with(items, word)
}

/// Joins items as choices: `a atau b`, `a, b, atau c`.
pub fn choice<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let word = match lang {
        Lang::Id => "atau",
        Lang::Jv => "utawi",
        Lang::En => "or",
    };
    join_with(items, word)
}

/// What choices may be told by; said once, it holds for all: `tinggi 27 cm dan 18 cm`.
const MEASURES: &[&str] = &[
    "aroma", "diameter", "isi", "lebar", "level", "motif", "panjang", "rasa", "size", "tinggi",
    "ukuran", "varian", "warna",
];

/// Choices whose first word says only what they differ in: it stays with the first alone.
pub fn share_measure<S: AsRef<str>>(items: &[S]) -> Vec<&str> {
    let split: Vec<Option<(&str, &str)>> = items
        .iter()
        .map(|item| item.as_ref().split_once(' '))
        .collect();
    let first = split.first().copied().flatten().map(|(word, _)| word);
    let shared = first.filter(|first| {
        MEASURES.contains(first)
            && split
                .iter()
                .all(|pair| pair.is_some_and(|(word, _)| word == *first))
    });
    items
        .iter()
        .zip(split)
        .enumerate()
        .map(|(nth, (item, pair))| match pair {
            Some((_, rest)) if shared.is_some() && nth > 0 => rest,
            _ => item.as_ref(),
        })
        .collect()
}

fn join_with<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} {word} {}", one.as_ref(), two.as_ref()),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}, {word} {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_indonesian() {
        assert_eq!(join(&["a"], Lang::Id), "a");
        assert_eq!(join(&["a", "b"], Lang::Id), "a dan b");
        assert_eq!(join(&["a", "b", "c"], Lang::Id), "a, b, dan c");
        assert_eq!(join(&["a", "b", "c"], Lang::Jv), "a, b, saha c");
        assert_eq!(
            join(&["katun", "indigo dan soga"], Lang::Id),
            "katun serta indigo dan soga"
        );
        assert_eq!(choice(&["a", "b", "c"], Lang::En), "a, b, or c");
        assert_eq!(join::<&str>(&[], Lang::Id), "");
    }

    #[test]
    fn a_shared_measure_is_said_once() {
        assert_eq!(
            share_measure(&["tinggi 27 cm", "tinggi 18 cm"]),
            ["tinggi 27 cm", "18 cm"]
        );
        let differ = ["putih tulang", "putih gading"];
        assert_eq!(share_measure(&differ), differ);
        assert!(share_measure::<&str>(&[]).is_empty());
    }
}
