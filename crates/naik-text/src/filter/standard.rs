//! What a word is in standard Indonesian: abbreviations, slang, Javanese and Sundanese words and endings, so that a phrase
//! of a rule is written once.

use std::collections::HashMap;

use crate::normal::known::hash;

/// Endings, and what they are in standard words: `kirimin`, `kirimno`, `kirimke`, `kirimkeun` are `kirimkan`, `alamate` is
/// `alamat`.
const ENDINGS: &[(&str, &str)] = &[
    ("in", "kan"),
    ("in", "i"),
    ("in", ""),
    ("no", "kan"),
    ("no", ""),
    ("ake", "kan"),
    ("ke", "kan"),
    ("ke", ""),
    ("keun", "kan"),
    ("nya", ""),
    ("ne", "nya"),
    ("ne", ""),
    ("e", "nya"),
    ("e", ""),
];
/// Beginnings, and what they are in standard words: `kekunci` is `terkunci`.
const BEGINNINGS: &[(&str, &str)] = &[("ke", "ter"), ("ng", "meng"), ("ng", "me")];
/// Fewest letters of a word without its ending.
const LEAST: usize = 4;

/// How a word is said in standard Indonesian.
#[derive(Debug)]
pub(crate) struct Alias {
    pub(crate) hash: u64,
    pub(crate) letters: Box<[u8]>,
}

impl Alias {
    fn new(word: &str) -> Self {
        Self {
            hash: hash(word.as_bytes()),
            letters: word.as_bytes().into(),
        }
    }
}

/// Words by their forms.
#[derive(Debug, Default)]
pub(crate) struct Standard {
    forms: HashMap<u64, &'static str>,
}

impl Standard {
    /// From `slang.tsv` (`form TAB expansion TAB ..`): what stands for one word.
    pub(crate) fn new(slang: &'static str) -> Self {
        let mut forms = HashMap::new();
        for line in slang.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            if let (Some(form), Some(word)) = (cells.next(), cells.next())
                && !word.contains(' ')
                && form != word
            {
                forms.entry(hash(form.as_bytes())).or_insert(word);
            }
        }
        Self { forms }
    }

    /// What a word stands for, if some phrase asks for that; endings are only taken off words that are not `own`, asked for
    /// as they are.
    pub(crate) fn of(
        &self,
        text: &[u8],
        own: bool,
        asked: impl Fn(&[u8]) -> bool,
    ) -> Option<Alias> {
        if let Some(word) = self.forms.get(&hash(text))
            && asked(word.as_bytes())
        {
            return Some(Alias::new(word));
        }
        let text = std::str::from_utf8(text).ok()?;
        if text.len() < LEAST + 1 || own {
            return None;
        }
        let ended = ENDINGS
            .iter()
            .filter_map(|(ending, instead)| Some((text.strip_suffix(ending)?, *instead)))
            .filter(|(stem, _)| stem.len() >= LEAST)
            .map(|(stem, instead)| format!("{stem}{instead}"));
        let begun = BEGINNINGS
            .iter()
            .filter_map(|(beginning, instead)| Some((text.strip_prefix(beginning)?, *instead)))
            .filter(|(stem, _)| stem.len() >= LEAST)
            .map(|(stem, instead)| format!("{instead}{stem}"));
        ended
            .chain(begun)
            .find(|word| asked(word.as_bytes()))
            .map(|word| Alias::new(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_back_to_what_phrases_ask_for() {
        let standard = Standard::new(
            "# form\tmeans\nsing\tyang\tjv\nhub\thubungi\tid\ngoro\tkarena itu\tjv\n",
        );
        let asked = ["yang", "kirimkan", "alamat", "terkunci", "kode", "hubungi"];
        for (word, wanted) in [
            ("sing", Some("yang")),
            ("hub", Some("hubungi")),
            ("goro", None),
            ("kirimin", Some("kirimkan")),
            ("kirimno", Some("kirimkan")),
            ("kirimke", Some("kirimkan")),
            ("alamate", Some("alamat")),
            ("kekunci", Some("terkunci")),
            ("kodene", Some("kode")),
            ("kodenya", Some("kode")),
            // What is asked for as it is, and what nobody asks for.
            ("kirimkan", None),
            ("kemarin", None),
            ("ke", None),
        ] {
            let found = standard.of(word.as_bytes(), asked.contains(&word), |w| {
                asked.iter().any(|a| a.as_bytes() == w)
            });
            let found = found.map(|alias| String::from_utf8(alias.letters.into()).unwrap());
            assert_eq!(found.as_deref(), wanted, "{word}");
        }
    }
}
