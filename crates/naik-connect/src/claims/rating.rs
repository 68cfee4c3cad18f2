//! What a fact-check found: read from its words, or from its place on a scale when the words do not tell. Whatever can't be
//! told is no debunk: to call a true thing a hoax is worse than to leave a hoax out.

/// What a debunk says of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Finding {
    /// It is wrong.
    #[default]
    False,
    /// It deceives: something true in a wrong light, or a joke taken for news.
    Misleading,
}

/// A judgement as a publisher gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rating {
    /// In words: `Salah`, `Sebagian besar benar`.
    pub(super) words: String,
    /// Its place between `worst` and `best`.
    pub(super) value: Option<f64>,
    /// The lowest place: 1 unless told.
    pub(super) worst: Option<f64>,
    /// The highest place: 5 unless told.
    pub(super) best: Option<f64>,
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    False,
    Misleading,
    True,
    /// Half and half, unproved, or one thing and its opposite.
    Open,
    /// They are not about truth, or there are none.
    Nothing,
}

/// The lowest quarter of a scale: 1 (false) and 2 (mostly false) of 1 to 5.
const LOWEST: f64 = 0.25;

const FALSE: &str = "salah keliru palsu hoaks hoax hoak bohong kebohongan fitnah rekayasa direkayasa manipulasi \
    dimanipulasi manipulatif editan diedit suntingan disunting tiruan penipuan tipuan disinformasi \
    misinformasi ngawur goroh false falsehood fake incorrect wrong untrue inaccurate fabricated \
    fabrication doctored altered manipulated edited debunked lie bogus scam fraud fraudulent imposter \
    impostor disinformation misinformation pants";
const MISLEADING: &str = "menyesatkan sesat misleading misattributed miscaptioned satire satir satirical parodi parody \
    sindiran";
const TRUE: &str = "benar betul bener fakta faktual akurat valid sahih asli nyata tepat leres true correct accurate fact \
    factual real authentic genuine legit legitimate";
/// Words that call a claim true, and unproved when they are denied.
const PROVED: &str = "terbukti terverifikasi terkonfirmasi verified proven proved confirmed";
const NOT: &str =
    "tidak tak bukan bukanlah nggak enggak gak ga mboten boten dudu ora not isn aint never no";
/// Words that leave it open, whatever stands beside them.
const OPEN: &str = "setengah separuh half partly partially partial mixture mixed mix campuran campur kurang sepenuhnya \
    seutuhnya seluruhnya semuanya entirely completely fully wholly exactly quite belum yet barely hardly \
    unproven unverified unconfirmed unsubstantiated";
/// In what a light something stands: with a word for wrong, the light is wrong and not the thing.
const LIGHT: &str = "konteks context koneksi connection caption atribusi attribution";

/// The finding, when a rating is a debunk.
pub(super) fn finding(rating: &Rating) -> Option<Finding> {
    match said(&rating.words) {
        Said::False => Some(Finding::False),
        Said::Misleading => Some(Finding::Misleading),
        Said::True | Said::Open => None,
        Said::Nothing => {
            let value = rating
                .value
                .or_else(|| share(&rating.words).map(|(at, _)| at))?;
            let best = rating
                .best
                .or_else(|| share(&rating.words).map(|(_, best)| best));
            let (worst, best) = (rating.worst.unwrap_or(1.0), best.unwrap_or(5.0));
            let place = (value - worst) / (best - worst);
            // A scale without a length has no place on it, and a place outside of it means something else.
            (place.is_finite() && (0.0..=LOWEST).contains(&place)).then_some(Finding::False)
        }
    }
}

/// `2/5`.
fn share(words: &str) -> Option<(f64, f64)> {
    let (value, best) = words.trim().split_once('/')?;
    Some((number(value)?, number(best)?))
}

/// A number as people and programs write it: `2`, `2.5`, `2,5`.
pub(super) fn number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn said(words: &str) -> Said {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let (mut is_false, mut is_true, mut misleads, mut open) = (false, false, false, false);
    // Words after which a denial no longer reaches.
    let mut denied = 0_u8;
    for (at, word) in words.iter().copied().enumerate() {
        if among(NOT, word) {
            denied = 3;
            continue;
        }
        let next = words.get(at + 1).copied();
        // `sebagian besar salah` is wrong, `sebagian salah` is half and half.
        open |= among(OPEN, word) || word == "sebagian" && next != Some("besar");
        // `Fact check: false`, `Cek fakta`, `salah satu`: they judge nothing.
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
        if matches!(
            (before, word, next),
            (_, "fact", Some("check" | "checks" | "checked"))
                | (Some("cek"), "fakta", _)
                | (_, "salah", Some("satu"))
        ) {
            continue;
        }
        let denies = denied > 0;
        if among(FALSE, word) {
            is_true |= denies;
            is_false |= !denies;
        } else if among(MISLEADING, word) {
            open |= denies;
            misleads |= !denies;
        } else if among(PROVED, word) {
            open |= denies;
            is_true |= !denies;
        } else if among(TRUE, word) {
            is_false |= denies;
            is_true |= !denies;
        } else {
            denied = denied.saturating_sub(1);
            continue;
        }
        denied = 0;
    }
    let in_wrong_light = is_false && words.iter().any(|word| among(LIGHT, word));
    match (is_false || misleads, is_true) {
        _ if open => Said::Open,
        (true, true) => Said::Open,
        (false, true) => Said::True,
        (false, false) => Said::Nothing,
        (true, false) if in_wrong_light || !is_false => Said::Misleading,
        (true, false) => Said::False,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_first() {
        let found = |words: &str| {
            finding(&Rating {
                words: words.to_owned(),
                ..Rating::default()
            })
        };
        for words in [
            "Salah",
            "SALAH.",
            "[SALAH]",
            "Hoaks",
            "Hoax!",
            "False",
            "Mostly false",
            "Sebagian besar salah",
            "Tidak benar",
            "Not true",
            "Ini tidak benar",
            "Bukan fakta",
            "Klaim ini salah",
            "Palsu",
            "Disinformasi",
            "2/5",
            "1 / 5",
            "Fake",
            "Cek fakta: salah",
            "Pants on Fire!",
        ] {
            assert_eq!(found(words), Some(Finding::False), "{words}");
        }
        for words in [
            "Satire",
            "Parodi",
            "Menyesatkan",
            "Misleading content",
            "Konteks yang salah",
            "False context",
        ] {
            assert_eq!(found(words), Some(Finding::Misleading), "{words}");
        }
        for words in [
            "Benar",
            "BENAR.",
            "benar!",
            "Sebagian besar benar",
            "True",
            "Mostly true",
            "Mostly True.",
            "Correct",
            "Accurate",
            "Fakta",
            "Terverifikasi",
            "Verified",
            "Sebagian benar",
            "Half true",
            "Campuran",
            "Sebagian salah",
            "Partly false",
            "Tidak sepenuhnya benar",
            "Belum terbukti",
            "Tidak terbukti",
            "Unproven",
            "Bukan hoaks",
            "Tidak salah",
            "Not false",
            "Fakta atau hoaks?",
            "Kesehatan",
            "",
            "  ",
            "5/5",
            "3/5",
            "5",
            "1",
        ] {
            assert_eq!(found(words), None, "{words}");
        }
    }

    #[test]
    fn a_place_on_a_scale_tells_when_words_do_not() {
        for (words, value, worst, best, debunk) in [
            ("", 1.0, None, None, true),
            ("", 2.0, None, None, true),
            ("", 3.0, None, None, false),
            ("", 4.0, None, Some(5.0), false),
            ("", 5.0, Some(1.0), Some(5.0), false),
            ("", 0.0, Some(0.0), Some(100.0), true),
            ("", 30.0, Some(0.0), Some(100.0), false),
            ("", 0.0, None, None, false),
            ("", -1.0, Some(1.0), Some(5.0), false),
            ("", 1.0, Some(1.0), Some(1.0), false),
            ("", 1.0, Some(5.0), Some(1.0), false),
            ("Kesehatan", 1.0, None, None, true),
            ("Benar", 1.0, None, None, false),
            ("Campuran", 1.0, None, None, false),
            ("Salah", 5.0, None, None, true),
        ] {
            let rating = Rating {
                words: words.to_owned(),
                value: Some(value),
                worst,
                best,
            };
            assert_eq!(finding(&rating).is_some(), debunk, "{rating:?}");
        }
    }
}
