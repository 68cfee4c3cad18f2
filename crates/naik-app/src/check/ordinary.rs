//! Everyday talk: the one case in which more can be said of a message without signs than that we don't know.

use super::{Stand, Trait, Verdict};

/// Words of the longest message that may be called ordinary: a longer one claims something.
const WORDS: usize = 40;
/// The score of "fine" from which a message may be called ordinary.
const SCORE: f32 = 0.9;
/// Words by which one person talks to another.
const TALK: &str = "ya yaa kak kakak mas mbak bu pak bang bro sis dek gan bund bunda aku saya kamu halo hai \
    assalamualaikum permisi maaf makasih suwun nuwun matur nggih inggih oke ok otw besok nanti tadi pesan pesananku \
    pesanannya thanks please hello";
/// Words of claims and of calls to spread them: whoever uses one says more than can be called ordinary.
const CLAIM: &str = "awas waspada hati-hati hati2 sebar sebarkan bagikan teruskan share forward viral viralkan info \
    infokan penting darurat resmi pemerintah presiden menteri polisi polri kpu pemilu menyembuhkan sembuh penyakit obat \
    kanker virus vaksin terbukti ternyata beredar kabar berita breaking palsu beracun racun bahaya berbahaya haram kiamat \
    gempa tsunami gratis hadiah bantuan bansos grup group warning spread cure";

/// Whether a message in which nothing was found is everyday talk: short, scored fine, said to somebody, claiming nothing,
/// and without addresses that are not official. Of all others is said that we don't know: a claim that nobody has checked
/// yet bears no sign either.
pub fn is_ordinary(verdict: &Verdict, text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let has = |list: &str| {
        list.split(' ')
            .any(|known| !known.is_empty() && words.contains(&known))
    };
    verdict.stand == Stand::Unknown
        && verdict.scores.fine >= SCORE
        && verdict
            .links
            .iter()
            .all(|link| link.traits.contains(&Trait::Official))
        && words.len() <= WORDS
        && has(TALK)
        && !has(CLAIM)
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use super::*;
    use crate::check::Filter;
    use crate::words::Words;

    #[test]
    fn ordinary_is_said_of_everyday_talk_alone() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut judge = filter.checker();
        let long = "Menurut kabar dari teman lama saya di kampung ".repeat(8);
        for (text, ordinary) in [
            ("Besok jadi kumpul di rumah bu RT jam tujuh ya", true),
            ("Pesanan keripiknya sudah sampai, terima kasih kak", true),
            (
                "Awas! Telur palsu dari plastik beredar di pasar, sebarkan ya bu",
                false,
            ),
            ("Air rebusan daun kelor menyembuhkan semua penyakit", false),
            ("👍", false),
            ("", false),
            ("Lihat di tokoku-baru.web.id ya kak", false),
            (
                "Selamat nomor Anda menang undian 100 juta, klik bit.ly/hadiah-menang",
                false,
            ),
            (long.as_str(), false),
        ] {
            let verdict = judge.check(text);
            assert_eq!(is_ordinary(&verdict, text), ordinary, "{text}: {verdict:?}");
        }
    }
}
