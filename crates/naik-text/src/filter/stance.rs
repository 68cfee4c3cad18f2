//! What a message does with the words in it: whether it spreads a claim or refutes it, insults or talks of animals, praises a
//! gambling site or names a workshop.

use super::signal::{D, Hits};
use crate::normal::Normal;
use crate::similar::Claim;

/// Signals of talk that takes a meaning back.
#[derive(Debug, Default)]
pub(crate) struct Talk {
    refuting: Option<u16>,
    insisting: Option<u16>,
    asking: Option<u16>,
    no_insult: Option<u16>,
    you: Option<u16>,
    trade: Option<u16>,
    video_game: Option<u16>,
    money_game: Vec<u16>,
    praise: [Option<u16>; 2],
}

/// What a message does with the claim that it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    /// It passes the claim on.
    Spreads,
    /// It asks whether the claim is true.
    Asks,
    /// It says that the claim is not true.
    Refutes,
}

/// Words by which a message says the opposite of a claim.
const NOT: &[&[u8]] = &[
    b"tidak", b"bukan", b"tak", b"tdk", b"gak", b"ga", b"nggak", b"enggak", b"ora", b"mboten",
    b"dudu", b"sanes", b"teu", b"henteu", b"lain", b"belum", b"tanpa", b"not",
];
/// Longest message whose one `tidak` turns the whole, in words.
const TURNED: usize = 30;

impl Talk {
    /// `find` gives the number of a signal by its name.
    pub(super) fn new(find: impl Fn(&str) -> Option<u16>) -> Self {
        Self {
            refuting: find("refuting-talk"),
            insisting: find("not-hoax-talk"),
            asking: find("asking-talk"),
            no_insult: find("no-insult"),
            you: find("you-words"),
            trade: find("trade-talk"),
            video_game: find("video-game-talk"),
            money_game: ["judol-hard", "judol-bank", "togel-market", "slot-deposit"]
                .into_iter()
                .filter_map(&find)
                .collect(),
            praise: [find("judol-play"), find("judol-praise")],
        }
    }

    /// What a message does with a claim that it repeats.
    pub(super) fn stance(&self, text: &str, hits: &Hits) -> Stance {
        let has = |signal| has(hits, signal);
        if has(self.insisting) {
            Stance::Spreads
        } else if has(self.refuting) || is_check(text) {
            Stance::Refutes
        } else if has(self.asking) {
            Stance::Asks
        } else {
            Stance::Spreads
        }
    }

    /// Whether rude words mean animals, or whoever writes them, and nobody is spoken to.
    pub(super) fn insults_nobody(&self, hits: &Hits) -> bool {
        let has = |signal| has(hits, signal);
        has(self.no_insult) && !has(self.you)
    }

    /// Whether a name with a number is that of a shop or a game: nothing else speaks of gambling for money.
    pub(super) fn names_no_site(&self, hits: &Hits) -> bool {
        let has = |signal| has(hits, signal);
        let money = self.money_game.iter().any(|s| hits.has(*s));
        let dressed = [D::STYLEDBRAND, D::JUDOLLINK, D::SPACED, D::FRAMED];
        if money || dressed.iter().any(|s| hits.has(*s)) {
            return false;
        }
        let praised = self.praise.iter().any(|s| has(*s));
        let named = [D::BRANDNUM, D::NAMENUM, D::SITEWORD, D::CAPSNAME]
            .iter()
            .any(|s| hits.has(*s));
        has(self.trade) && !praised || has(self.video_game) && !named
    }
}

/// Whether a signal that there is was seen.
fn has(hits: &Hits, signal: Option<u16>) -> bool {
    signal.is_some_and(|s| hits.has(s))
}

/// `[SALAH] ..`: the title of a fact-check, as fact-checkers write it.
fn is_check(text: &str) -> bool {
    let Some(rest) = text.trim_start().strip_prefix(['[', '(']) else {
        return false;
    };
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(20)
        .collect();
    matches!(
        word.to_lowercase().as_str(),
        "salah"
            | "hoaks"
            | "hoax"
            | "klarifikasi"
            | "disinformasi"
            | "misinformasi"
            | "fakta"
            | "cek"
    )
}

/// Whether a short message says `tidak` where the claim that it resembles never does.
pub(super) fn is_negated(normal: &Normal, claim: &Claim) -> bool {
    let words = normal.words();
    let is_not = |word: &[u8]| NOT.contains(&word);
    // "Ini bukan hoaks" denies that the claim was denied.
    let denies = |at: usize| {
        let next = words.get(at + 1).map(|w| normal.bytes(w));
        !matches!(next, Some(b"hoaks" | b"hoax" | b"hoak" | b"bohong"))
    };
    let negated = words
        .iter()
        .enumerate()
        .any(|(at, word)| is_not(normal.bytes(word)) && denies(at));
    if words.len() > TURNED || !negated {
        return false;
    }
    !claim.forms.iter().any(|form| {
        form.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| is_not(word.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use crate::filter::{Checker, Knowledge, Label, Stand};

    const CLAIM: &str = "vaksin covid mengandung microchip yang dipakai untuk melacak dan mengendalikan manusia dari jauh";

    #[test]
    fn only_who_spreads_a_claim_spreads_a_hoax() {
        let knowledge = Knowledge::built_in().unwrap();
        let mut checker = Checker::new(&knowledge, Lang::Id);
        let spread = [
            CLAIM.to_owned(),
            format!("Ini bukan hoax! {CLAIM}. Sebarkan"),
        ];
        for text in spread {
            assert_eq!(checker.check(&text).label, Label::Hoax, "{text}");
        }
        let refuted = [
            format!("Tidak benar bahwa {CLAIM}"),
            format!("HOAKS: {CLAIM}"),
            format!("[SALAH] {CLAIM}"),
            format!("Bu, kabar {CLAIM} itu bohong ya"),
        ];
        for text in refuted {
            let verdict = checker.check(&text);
            assert_eq!(verdict.label, Label::Fine, "{text}");
        }
        let asked = [
            format!("Apa benar {CLAIM}?"),
            CLAIM.replace("mengandung", "tidak mengandung"),
        ];
        for text in asked {
            let verdict = checker.check(&text);
            assert_eq!(
                (verdict.label, verdict.stand, verdict.matched.is_some()),
                (Label::Fine, Stand::Doubtful, true),
                "{text}"
            );
        }
    }

    #[test]
    fn animals_and_workshops_are_what_they_are() {
        let knowledge = Knowledge::built_in().unwrap();
        let mut checker = Checker::new(&knowledge, Lang::Id);
        for text in [
            "Anjing saya hilang, warna coklat, tolong share ya",
            "anjing tetangga lepas lagi, ayamku digigit 2, tolong pak RT",
            "Babi guling Bu Oka antri panjang",
            "Goblok banget gue, kunci motor ketinggalan",
            "Bengkel JAYA77 pindah ke ruko sebelah Alfa, ganti oli gratis cek rem",
            "Warung Sari99 buka jam 7 pagi",
        ] {
            let verdict = checker.check(text);
            assert_eq!(verdict.label, Label::Fine, "{text}: {verdict:?}");
        }
        for (text, wanted) in [
            ("anjing lu ya, goblok banget jadi orang", Label::Abuse),
            (
                "Toko JAYA77 gampang maxwin, depo 10rb langsung wd",
                Label::Judol,
            ),
        ] {
            assert_eq!(checker.check(text).label, wanted, "{text}");
        }
    }
}
