//! Disguises as spammers put them on, for training: what the model must see through.

/// A small, fixed generator of chances (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `count` - 1; 0 when there is none.
    pub(super) fn below(&mut self, count: u64) -> u64 {
        if count == 0 { 0 } else { self.next() % count }
    }

    /// One of the values.
    pub(super) fn of<'a, T>(&mut self, values: &'a [T]) -> Option<&'a T> {
        let at = self.below(values.len() as u64);
        values.get(usize::try_from(at).unwrap_or_default())
    }
}

/// Half of the longer words, disguised in one way.
pub(super) fn disguise(text: &str, chance: &mut Chance) -> String {
    let way = chance.below(11);
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
            if letters >= 3
                && !word.contains("://")
                && !word.contains("www.")
                && chance.below(2) == 0
            {
                word_as(word, way, chance)
            } else {
                word.to_owned()
            }
        })
        .collect();
    words.join(" ")
}

fn word_as(word: &str, way: u64, chance: &mut Chance) -> String {
    match way {
        0 => shifted(word, 0x1d400, 0x1d41a, Some(0x1d7ce)),
        1 => shifted(word, 0x1d5d4, 0x1d5ee, Some(0x1d7ec)),
        2 => shifted(word, 0xff21, 0xff41, Some(0xff10)),
        3 => shifted(word, 0x24b6, 0x24d0, None),
        4 => mapped(word, "aceopxyij", "асеорхуіј"),
        5 => mapped(word, "aeiostgb", "43105768"),
        6 => joined(word, "\u{200b}"),
        7 => joined(
            word,
            chance.of(&[".", "-", "_", "*"]).copied().unwrap_or("."),
        ),
        8 => joined(word, " "),
        9 => word
            .chars()
            .flat_map(|c| {
                let times = if c.is_alphabetic() && chance.below(3) == 0 {
                    2 + chance.below(2)
                } else {
                    1
                };
                std::iter::repeat_n(c, usize::try_from(times).unwrap_or(1))
            })
            .collect(),
        _ => word.chars().flat_map(|c| [c, '\u{336}']).collect(),
    }
}

fn shifted(word: &str, upper: u32, lower: u32, digit: Option<u32>) -> String {
    word.chars()
        .map(|c| {
            let code = u32::from(c);
            let to = match c {
                'A'..='Z' => upper + code - u32::from('A'),
                'a'..='z' => lower + code - u32::from('a'),
                '0'..='9' => digit.map_or(code, |d| d + code - u32::from('0')),
                _ => code,
            };
            char::from_u32(to).unwrap_or(c)
        })
        .collect()
}

fn mapped(word: &str, from: &str, to: &str) -> String {
    word.chars()
        .map(|c| {
            from.chars()
                .position(|f| f == c.to_ascii_lowercase())
                .and_then(|i| to.chars().nth(i))
                .unwrap_or(c)
        })
        .collect()
}

fn joined(word: &str, sign: &str) -> String {
    let letters: Vec<String> = word.chars().map(String::from).collect();
    letters.join(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_changes_the_word_and_is_the_same_again() {
        for way in 0..11 {
            let once = word_as("hadiah", way, &mut Chance::new(3));
            assert_eq!(once, word_as("hadiah", way, &mut Chance::new(3)));
            assert_ne!(once, "hadiah", "{way}");
        }
    }
}
