//! What a message without a proof is about, so that the advice fits: a code that was sent, a customer, an offer, health.
//!
//! Nearly every message is looked at, so its words are read once: each is looked up by its hash, and phrases by the hashes of
//! their words, in a table that is made once.

use std::sync::LazyLock;

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

/// The longest message of a customer, in words.
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
        let seen = Seen::of(text);
        let has = |list: List| seen.lists & list.bit() != 0;
        if seen.digits
            && has(List::Code)
            && has(List::Warned)
            && !has(List::Asked)
            && verdict.links.is_empty()
        {
            return Some(Self::Code);
        }
        if has(List::Body) && has(List::Cured) {
            return Some(Self::Health);
        }
        if has(List::Offered) {
            return Some(Self::Offer);
        }
        let short = seen.words <= WORDS && verdict.links.is_empty();
        (short && has(List::Spoken) && has(List::Ordered)).then_some(Self::Customer)
    }
}

/// A list of words and phrases.
#[derive(Clone, Copy)]
enum List {
    Code,
    Warned,
    Asked,
    Body,
    Cured,
    Offered,
    Spoken,
    Ordered,
}

impl List {
    const ALL: [(Self, &'static [&'static str]); 8] = [
        (Self::Code, CODE),
        (Self::Warned, WARNED),
        (Self::Asked, ASKED),
        (Self::Body, BODY),
        (Self::Cured, CURED),
        (Self::Offered, OFFERED),
        (Self::Spoken, SPOKEN),
        (Self::Ordered, ORDERED),
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A hash of no letters.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash with a letter more.
fn with(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The hash of a phrase with a word more.
fn joined(phrase: u64, word: u64) -> u64 {
    (phrase.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What is known of a word, or of the words of a phrase so far.
#[derive(Clone, Copy, Default)]
struct Known {
    hash: u64,
    /// A bit for each list in which it stands.
    lists: u8,
    /// Whether a longer phrase begins so.
    begins: bool,
}

/// Places in the table, of which a fifth are taken.
const PLACES: usize = 1024;
/// Words of the longest phrase.
const PHRASE: usize = 3;

/// Words and beginnings of phrases, each at the place that its hash gives or at the next that was free.
struct Table(Vec<Known>);

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Self {
        let mut table = Self(vec![Known::default(); PLACES]);
        for (list, phrases) in List::ALL {
            for phrase in phrases {
                let words: Vec<u64> = phrase
                    .split(' ')
                    .map(|word| word.chars().fold(EMPTY, with))
                    .collect();
                let mut hash = None;
                for (number, word) in (1..).zip(&words) {
                    let so_far = hash.map_or(*word, |before| joined(before, *word));
                    let is_whole = number == words.len();
                    if let Some(known) = table.place(so_far) {
                        known.hash = so_far;
                        known.begins |= !is_whole;
                        known.lists |= if is_whole { list.bit() } else { 0 };
                    }
                    hash = Some(so_far);
                }
            }
        }
        table
    }

    /// Where the search for a hash begins: its upper bits depend on all letters.
    fn start(hash: u64) -> usize {
        (hash >> 54) as usize % PLACES
    }

    /// Where a hash stands, or belongs.
    fn place(&mut self, hash: u64) -> Option<&mut Known> {
        let (before, from) = self.0.split_at_mut(Self::start(hash));
        from.iter_mut()
            .chain(before)
            .find(|known| known.hash == hash || known.hash == 0)
    }

    fn get(&self, hash: u64) -> Option<&Known> {
        let from = self.0.get(Self::start(hash)..)?;
        from.iter()
            .chain(&self.0)
            .take_while(|known| known.hash != 0)
            .find(|known| known.hash == hash)
    }
}

/// What was seen in a text.
struct Seen {
    /// A bit for each list of which a word or phrase was seen.
    lists: u8,
    /// Whether a number of a code's length was seen.
    digits: bool,
    words: usize,
    /// Phrases that may go on with the next word: those of one word, and those of two.
    open: [Option<u64>; PHRASE - 1],
}

impl Seen {
    /// Words are found as words, not as parts of others: "obat" is not in "bersahabat".
    fn of(text: &str) -> Self {
        let table = &*TABLE;
        let mut seen = Self {
            lists: 0,
            digits: false,
            words: 0,
            open: [None; PHRASE - 1],
        };
        let (mut hash, mut letters, mut numeric) = (EMPTY, 0_usize, true);
        let mut take = |letter: char, seen: &mut Self| {
            if letter.is_alphanumeric() || matches!(letter, '-' | '\'') {
                hash = with(hash, letter);
                letters += 1;
                numeric &= letter.is_ascii_digit();
            } else if letters > 0 {
                seen.digits |= numeric && (4..=8).contains(&letters);
                seen.word(hash, table);
                (hash, letters, numeric) = (EMPTY, 0, true);
            }
        };
        for letter in text.chars() {
            if letter.is_ascii() {
                take(letter.to_ascii_lowercase(), &mut seen);
            } else {
                letter.to_lowercase().for_each(|l| take(l, &mut seen));
            }
        }
        take(' ', &mut seen);
        seen
    }

    /// Notes a word, and the phrases that end with it.
    fn word(&mut self, word: u64, table: &Table) {
        self.words += 1;
        let [one, two] = self.open;
        let mut note = |hash: u64| {
            let known = table.get(hash)?;
            self.lists |= known.lists;
            known.begins.then_some(hash)
        };
        if let Some(before) = two {
            note(joined(before, word));
        }
        let pair = one.and_then(|before| note(joined(before, word)));
        self.open = [note(word), pair];
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

    /// The same by looking for every phrase in the words of the whole text: slow and plain.
    fn plainly(text: &str) -> (u8, bool, usize) {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'')))
            .filter(|word| !word.is_empty())
            .collect();
        let plain = format!(" {} ", words.join(" "));
        let mut lists = 0;
        for (list, phrases) in List::ALL {
            if phrases.iter().any(|p| plain.contains(&format!(" {p} "))) {
                lists |= list.bit();
            }
        }
        let digits = words
            .iter()
            .any(|word| (4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()));
        (lists, digits, words.len())
    }

    #[test]
    fn words_are_seen_as_by_searching_for_each() {
        let known = List::ALL.iter().flat_map(|(_, phrases)| phrases.iter());
        assert!(known.clone().all(|p| p.split(' ').count() <= PHRASE));
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut texts = filter.examples();
        texts.extend(known.clone().map(|p| (*p).to_owned()));
        // Neighbours of every kind: beginnings of phrases before each other, parts of words, other letters.
        let words: Vec<&str> = known.flat_map(|p| p.split(' ')).collect();
        for step in [1, 3, 7, 31] {
            for start in 0..words.len() {
                let some = words.iter().cycle().skip(start).step_by(step).take(4);
                let some: Vec<&str> = some.copied().collect();
                texts.push(some.join(" "));
                texts.push(some.join(", ").to_uppercase());
                texts.push(some.concat());
                texts.push(some.join("İ"));
            }
        }
        texts.extend(
            [
                "",
                "-",
                "1234",
                "123",
                "123456789",
                "١٢٣٤",
                "kode kode yang masuk",
                "\u{212a}ode masuk",
                "OBATΣ obat",
            ]
            .map(str::to_owned),
        );
        for text in texts {
            let seen = Seen::of(&text);
            let found = (seen.lists, seen.digits, seen.words);
            assert_eq!(found, plainly(&text), "{text}");
        }
    }
}
