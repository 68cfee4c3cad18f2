//! What a message without a proof is about, so that the advice fits: a code that was sent, a customer, an offer, health.

use super::{Stand, Verdict};

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// A code that a service sent.
    Code,
    /// A claim about health.
    Health,
    /// Something is offered.
    Offer,
    /// Someone orders, asks, pays.
    Customer,
}

/// Letters of the longest message of a customer, in words.
const WORDS: usize = 60;
/// Names of codes.
const CODE: &[&str] = &[
    "otp",
    "verifikasi",
    "verification code",
    "kode masuk",
    "kode rahasia",
    "login code",
    "security code",
    "kode keamanan",
    "one-time",
];
/// What services say beside a code.
const WARNED: &[&str] = &[
    "jangan",
    "do not",
    "don't",
    "rahasia",
    "berlaku",
    "expires",
    "valid for",
    "never share",
];
/// Whoever asks for a code did not send it.
const ASKED: &[&str] = &[
    "kirim kode",
    "kirimkan",
    "sebutkan",
    "minta kode",
    "bacakan",
    "balas dengan",
    "teruskan kode",
    "masukkan kode",
    "send me",
    "salah kirim",
    "kode yang masuk",
];
/// What health is about.
const BODY: &[&str] = &[
    "obat",
    "penyakit",
    "kanker",
    "diabetes",
    "kolesterol",
    "jantung",
    "stroke",
    "vaksin",
    "virus",
    "asam urat",
    "ginjal",
    "darah tinggi",
    "hipertensi",
    "tumor",
    "imun",
    "covid",
    "disuntik",
];
/// What is claimed of it.
const CURED: &[&str] = &[
    "sembuh",
    "menyembuhkan",
    "membersihkan",
    "mencegah",
    "menyebabkan",
    "mengandung",
    "membunuh",
    "menghancurkan",
    "terbukti",
    "tanpa dokter",
    "tanpa obat",
    "berbahaya",
    "ampuh",
    "khasiat",
];
/// Words of offers.
const OFFERED: &[&str] = &[
    "promo",
    "diskon",
    "gratis",
    "cashback",
    "giveaway",
    "pre order",
    "preorder",
    "open po",
    "reseller",
    "flash sale",
    "katalog",
    "lowongan",
    "harga mulai",
    "stok terbatas",
    "ready stock",
    "dijual",
    "bazar",
    "voucher",
];
/// By which a customer talks to a shop.
const SPOKEN: &[&str] = &[
    "kak", "kakak", "min", "gan", "sis", "bu", "pak", "mas", "mbak", "bund", "admin", "halo",
    "permisi", "saya", "aku",
];
/// What a customer talks of.
const ORDERED: &[&str] = &[
    "pesan",
    "pesanan",
    "pesananku",
    "order",
    "masih ada",
    "ready",
    "stok",
    "ongkir",
    "resi",
    "transfer",
    "ditransfer",
    "bukti",
    "rekening",
    "rekeningnya",
    "bayar",
    "paket",
    "cod",
    "bungkus",
    "kirim ke",
    "dikirim",
    "sampai",
];

impl Occasion {
    /// The word in message files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Health => "health",
            Self::Offer => "offer",
            Self::Customer => "customer",
        }
    }

    /// What a message is about of which no more is known than that it may be odd; `None` where a rule or a claim has its own
    /// advice, and where nothing can be told.
    pub fn of(verdict: &Verdict, text: &str) -> Option<Self> {
        if !matches!(verdict.stand, Stand::Unknown | Stand::Doubtful) || verdict.matched.is_some() {
            return None;
        }
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'')))
            .filter(|word| !word.is_empty())
            .collect();
        // Words are found as words, not as parts of others: "obat" is not in "bersahabat".
        let plain = format!(" {} ", words.join(" "));
        let has = |list: &[&str]| {
            list.iter()
                .any(|known| plain.contains(&format!(" {known} ")))
        };
        let digits = words
            .iter()
            .any(|word| (4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()));
        if digits && has(CODE) && has(WARNED) && !has(ASKED) && verdict.links.is_empty() {
            return Some(Self::Code);
        }
        if has(BODY) && has(CURED) {
            return Some(Self::Health);
        }
        if has(OFFERED) {
            return Some(Self::Offer);
        }
        let short = words.len() <= WORDS && verdict.links.is_empty();
        (short && has(SPOKEN) && has(ORDERED)).then_some(Self::Customer)
    }
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use super::*;
    use crate::check::{Filter, Label};
    use crate::words::Words;

    #[test]
    fn the_advice_fits_what_a_message_is_about() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut judge = filter.checker();
        for (text, wanted) in [
            (
                "Kode OTP Anda adalah 482913. Jangan berikan kode ini kepada siapa pun. Berlaku 5 menit.",
                Some(Occasion::Code),
            ),
            (
                "<#> 123456 adalah kode verifikasi WhatsApp Anda. Jangan bagikan kode ini.",
                Some(Occasion::Code),
            ),
            (
                "Your verification code is 4821. Do not share it.",
                Some(Occasion::Code),
            ),
            (
                "Minum air rebusan daun kelor tiap pagi menyembuhkan diabetes dan kanker tanpa obat dokter",
                Some(Occasion::Health),
            ),
            (
                "Promo akhir bulan, beli 2 gratis 1 keripik tempe ya kak",
                Some(Occasion::Offer),
            ),
            (
                "Kami membuka pre order kue kering, DP 50 persen",
                Some(Occasion::Offer),
            ),
            (
                "Sudah saya transfer ya kak 75 ribu, ini buktinya. Tolong dikirim hari ini",
                Some(Occasion::Customer),
            ),
            (
                "Kak pesanan saya kok belum sampai ya, sudah 3 hari",
                Some(Occasion::Customer),
            ),
            ("Besok rapat RT jam tujuh", None),
            ("", None),
        ] {
            let verdict = judge.check(text);
            assert_eq!(Occasion::of(&verdict, text), wanted, "{text}: {verdict:?}");
            if let Some(occasion) = wanted {
                let advice = Words::new(Lang::Id).label(&format!("advice-{}", occasion.key()), &[]);
                assert_eq!(verdict.advice, advice, "{text}");
            }
        }
        // Whoever asks for a code has the advice of the rule that names the trick.
        let asked =
            judge.check("Saya dari BRI, rekening diblokir. Kirim kode OTP 482913 yang masuk ke HP");
        assert_eq!(asked.stand, Stand::Scam);
    }

    #[test]
    fn words_alone_accuse_nobody() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut judge = filter.checker();
        for text in [
            "PROMO SPESIAL AKHIR TAHUN! Beli 2 gratis 1 untuk semua varian keripik tempe. Pesan lewat WA 0812-3456-7890 ya kak",
            "Kami dari Dapur Lestari membuka pre order kue kering. Harga mulai 45 ribu per toples, DP 50%. Hubungi 0812 0000 0101",
            "Minum air rebusan daun kelor tiap pagi bisa menyembuhkan diabetes dan kanker tanpa obat dokter. Sebarkan ke keluarga!",
            "Sudah saya transfer ya kak 75 ribu, ini buktinya. Tolong dikirim hari ini",
        ] {
            let verdict = judge.check(text);
            assert!(
                matches!(verdict.stand, Stand::Doubtful | Stand::Unknown),
                "{text}: {verdict:?}"
            );
        }
        // What a rule shows is named as before, and labels stay what they were.
        let shown = judge.check("Selamat! Nomor Anda terpilih dapat bansos Rp1.250.000. Klaim di bansos-kemensos.my.id dan masukkan kode OTP");
        assert_eq!((shown.stand, shown.label), (Stand::Scam, Label::Scam));
    }
}
