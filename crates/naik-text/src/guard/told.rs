//! A text word by word, with the words that its negations deny: `tidak digoreng` tells of no frying.

/// Words that deny what follows them.
const DENYING: &[&str] = &[
    "tidak",
    "tak",
    "bukan",
    "bukanlah",
    "tanpa",
    "jangan",
    "janganlah",
    "belum",
    "bebas",
    "kurang",
    "hindari",
    "nggak",
    "enggak",
    "gak",
    "ga",
    "ndak",
    "kagak",
    "ora",
    "mboten",
    "boten",
    "dudu",
    "sanes",
    "durung",
    "dereng",
    "aja",
    "no",
    "not",
    "without",
    "never",
    "avoid",
    "cannot",
    "don",
    "doesn",
    "isn",
    "aren",
    "wasn",
    "can",
];
/// Words that take a denial back (`bukan hanya`, `jangan lupa`) or begin what it does not reach (`melainkan`, `lalu`).
const ENDING: &[&str] = &[
    "hanya",
    "cuma",
    "sekadar",
    "sekedar",
    "saja",
    "lupa",
    "ragu",
    "khawatir",
    "mung",
    "namung",
    "only",
    "just",
    "forget",
    "tapi",
    "tetapi",
    "namun",
    "melainkan",
    "lalu",
    "kemudian",
    "karena",
    "sebab",
    "setelah",
    "sesudah",
    "sebelum",
    "saat",
    "ketika",
    "bila",
    "jika",
    "kalau",
    "sehingga",
    "hingga",
    "sampai",
    "agar",
    "supaya",
    "nanging",
    "ananging",
    "but",
    "then",
    "because",
    "after",
    "before",
    "when",
    "until",
    "so",
    "instead",
];
/// How many words a denial reaches.
const REACH: usize = 4;
/// How many words in a row make a quotation.
const QUOTED: usize = 4;

/// A folded text as words.
#[derive(Debug)]
pub(crate) struct Told {
    /// The words between single spaces, with a space at both ends.
    pub(crate) text: String,
    /// Whether each word is denied.
    denied: Vec<bool>,
    /// Each sentence, spaced like the text.
    sentences: Vec<String>,
}

impl Told {
    pub(crate) fn of(folded: &str) -> Self {
        let (mut text, mut denied) = (String::from(" "), Vec::new());
        let (mut left, mut last) = (0, "");
        let mut rest = folded;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
            let (between, tail) = rest.split_at(start);
            let end = tail
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(tail.len());
            let (word, after) = tail.split_at(end);
            rest = after;
            // `no 12` is a number of a house, `can` denies only as `can't`.
            let counts = last == "no" && word.starts_with(|c: char| c.is_ascii_digit());
            let can = last == "can" && !(between == "'" && word == "t");
            if parts(between) || counts || can || ENDING.contains(&word) {
                left = 0;
            }
            denied.push(left > 0);
            left = if DENYING.contains(&word) {
                REACH
            } else {
                left.saturating_sub(1)
            };
            last = word;
            text.push_str(word);
            text.push(' ');
        }
        let sentences = folded
            .split(['.', '!', '?', ';', '\n'])
            .map(spaced)
            .filter(|s| s.len() > 1)
            .collect();
        Self {
            text,
            denied,
            sentences,
        }
    }

    /// For each place where the text has these words: whether they are denied there.
    pub(crate) fn places(&self, words: &str) -> impl Iterator<Item = bool> {
        self.starts(&spaced(words))
            .map(|index| self.denied.get(index).copied().unwrap_or_default())
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Whether the text has these words and denies them wherever it has them.
    pub(crate) fn denies(&self, words: &str) -> bool {
        let mut places = self.places(words).peekable();
        places.peek().is_some() && places.all(|denied| denied)
    }

    /// Each word and whether it is denied.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        self.text
            .split(' ')
            .filter(|w| !w.is_empty())
            .zip(self.denied.iter().copied())
    }

    /// Whether this text repeats `other` word for word around these words, and denies or tells them alike.
    pub(crate) fn quotes(&self, other: &Self, words: &str, denied: bool) -> bool {
        if !other.places(words).any(|d| d == denied) {
            return false;
        }
        let wanted = spaced(words);
        let all: Vec<&str> = self.words().map(|(word, _)| word).collect();
        let count = wanted.matches(' ').count().saturating_sub(1);
        let wide = QUOTED.max(count + 2);
        if all.len() <= wide {
            return all.len() >= QUOTED - 1
                && self.text.contains(&wanted)
                && other.sentences.contains(&self.text);
        }
        self.starts(&wanted).any(|at| {
            ((at + count).saturating_sub(wide)..=at)
                .filter_map(|from| all.get(from..from + wide))
                .any(|window| other.text.contains(&format!(" {} ", window.join(" "))))
        })
    }

    /// The indices of the words at which spaced words begin.
    fn starts(&self, wanted: &str) -> impl Iterator<Item = usize> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let found = at + self.text.get(at..)?.find(wanted)?;
            at = found + 1;
            let spaces = self.text.get(..found)?.matches(' ').count();
            Some(spaces)
        })
        .take_while(move |_| wanted.len() > 2)
    }
}

/// Whether what stands between two words parts one clause from the next.
fn parts(between: &str) -> bool {
    between.contains([
        ',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '|', '\n', '/',
    ]) || between.contains(" - ")
        || between.contains("--")
}

/// Words between single spaces, with a space at both ends.
pub(crate) fn spaced(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        out.push_str(word);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_reaches_its_clause_and_no_further() {
        for (text, word, denied) in [
            ("tidak digoreng", "digoreng", true),
            ("tanpa proses yang digoreng", "digoreng", true),
            ("jangan dijemur di panas", "dijemur", true),
            ("belum disangrai", "disangrai", true),
            ("ora digoreng", "digoreng", true),
            ("mboten digoreng", "digoreng", true),
            ("not fried", "fried", true),
            ("don't fry, roasted", "fry", true),
            ("don't fry, roasted", "roasted", false),
            ("tidak digoreng, melainkan dipanggang", "dipanggang", false),
            ("tidak digoreng melainkan dipanggang", "dipanggang", false),
            ("bukan hanya digoreng", "digoreng", false),
            ("jangan lupa dijemur", "dijemur", false),
            ("tanpa pengawet. digoreng", "digoreng", false),
            ("digoreng tanpa pengawet", "digoreng", false),
            ("jl mawar no 12 malang", "malang", false),
            ("can be fried", "fried", false),
            ("can't be fried", "fried", true),
        ] {
            assert_eq!(Told::of(text).denies(word), denied, "{text}: {word}");
        }
    }

    #[test]
    fn a_quotation_is_word_for_word() {
        let told = Told::of("enak dengan keju. jangan dijemur di bawah matahari langsung");
        for (text, word, quotes) in [
            ("enak dengan keju", "keju", true),
            ("dibuat dengan keju", "keju", false),
            ("jangan dijemur di bawah matahari langsung", "dijemur", true),
            ("dijemur di bawah matahari langsung", "dijemur", false),
            ("dijemur di atas genting rumah", "dijemur", false),
        ] {
            let text = Told::of(text);
            let denied = text.denies(word);
            assert_eq!(text.quotes(&told, word, denied), quotes, "{}", text.text);
        }
    }
}
