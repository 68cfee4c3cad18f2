//! The filter as shipped: its rows by their own examples, and input that nobody should send.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::fmt::Write;
use std::sync::LazyLock;

use naik_core::lang::Lang;
use naik_text::filter::{Checker, Knowledge, Label, Stand};
use naik_text::normal::Normaliser;
use naik_text::similar::Claim;
use proptest::prelude::*;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());

#[test]
fn every_rule_fires_on_its_examples_and_on_none_of_the_others() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let mut wrong = Vec::new();
    for rule in KNOWLEDGE.rules() {
        assert!(
            rule.yes.len() >= 2 && rule.no.len() >= 2,
            "{}: two examples each",
            rule.id
        );
        for (examples, wanted) in [(&rule.yes, true), (&rule.no, false)] {
            for text in examples {
                checker.check(text);
                if checker.fired_names().contains(&rule.id.as_str()) != wanted {
                    wrong.push(format!(
                        "{} {}: {text}",
                        rule.id,
                        if wanted { "misses" } else { "takes" }
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_catalogue_is_large_dated_and_finds_itself() {
    let claims = KNOWLEDGE.claims().all();
    assert!(claims.len() >= 200, "{}", claims.len());
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let mut missed = 0;
    for claim in claims {
        let form = claim.forms.iter().max_by_key(|f| f.len()).unwrap();
        let found = checker.check(form).matched;
        missed += usize::from(found.is_none_or(|m| m.claim != claim.id));
    }
    assert!(
        missed * 20 <= claims.len(),
        "{missed} of {} not found",
        claims.len()
    );
}

#[test]
fn shops_that_ask_for_orders_are_not_doubted() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    for text in [
        "Keripik singkong pedas buatan rumah, pesan lewat WA 0812-3456-7890 ya kak",
        "Promo akhir pekan: beli 2 gratis 1 sambal bawang, pesan lewat WhatsApp kami",
        "Bisa pesan lewat link di bio, ongkir gratis area Malang",
        "Diskon 30% semua tas rajut sampai Minggu, pesan lewat wa.me/6281234567890",
        "Terima pesanan tumpeng dan nasi kotak, pesan H-2, DP 50% lewat transfer BCA",
        "Pesan 10 dapat 1, lewat admin kami 0857-1111-2222",
    ] {
        let verdict = checker.check(text);
        assert_eq!(verdict.stand, Stand::Unknown, "{text}: {verdict:?}");
        assert!(!verdict.firm, "{text}");
    }
}

#[test]
fn a_claim_is_found_when_little_is_left_of_it() {
    let mut claims = vec![Claim::imported(
        "x1".to_owned(),
        "Bupati Kertalaga menyerahkan jembatan gantung kepada saudagar Portugis".to_owned(),
        String::new(),
        "2024".to_owned(),
        String::new(),
        String::new(),
    )];
    claims.extend(KNOWLEDGE.claims().all().iter().cloned());
    let knowledge = Knowledge::custom(None, claims).unwrap();
    let mut checker = Checker::new(&knowledge, Lang::Id);
    for (text, found) in [
        ("jembatan gantung saudagar portugis", true),
        ("bpati kertalaga jmbtan gntung prtugis", true),
        ("k3rt4l4g4 menyerahkan jembatan gantung", true),
        ("jembatan di desa kami rusak lagi", false),
        ("jembatan gantung", false),
    ] {
        let matched = checker.check(text).matched;
        assert_eq!(matched.is_some_and(|m| m.claim == "x1"), found, "{text}");
    }
}

#[test]
fn bad_input_is_judged_without_panic() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let long = "menang slot gacor ".repeat(60_000);
    let bidi = format!("{}hadiah", "\u{202e}\u{2066}".repeat(1000));
    for text in [
        "",
        " ",
        "\0\0\0",
        "🔥",
        &"a\u{301}".repeat(100_000),
        &"\u{301}".repeat(100_000),
        &bidi,
        &long,
        &"a".repeat(1_000_000),
        &". ".repeat(300_000),
        &"a.".repeat(300_000),
        &"1".repeat(500_000),
        &"1 ".repeat(300_000),
        &"http://".repeat(100_000),
        &"selamat ".repeat(100_000),
        "\u{feff}halo",
        "￿",
        "ء\u{200f}مرحبا",
        "(((((((((((((a+)+)+)+)+)+)+)+)+",
        "xn--99999999.com xn--.xn--",
    ] {
        let verdict = checker.check(text);
        for reason in &verdict.reasons {
            for [from, to] in &reason.places {
                assert!(text.get(*from..*to).is_some());
            }
        }
    }
    assert_eq!(checker.check("").stand, Stand::Unknown);
    assert_eq!(checker.check("🔥").label, Label::Fine);
}

proptest! {
    #[test]
    fn every_place_lies_in_the_text(text in "(?s).{0,200}") {
        let verdict = Checker::new(&KNOWLEDGE, Lang::Id).check(&text);
        let count = text.chars().count();
        for reason in &verdict.reasons {
            prop_assert!(text.get(reason.span[0]..reason.span[1]).is_some());
            prop_assert!(reason.chars[0] <= reason.chars[1] && reason.chars[1] <= count);
        }
        for link in &verdict.links {
            prop_assert!(text.get(link.span.from..link.span.to).is_some());
        }
    }
}

/// One message of every kind, and honest ones that look like them.
const MESSAGES: [(&str, &str); 24] = [
    (
        "gambling",
        "gacor banget main di D O R A 7 7 kak auto maxwin, depo cuma 10rb",
    ),
    (
        "gambling in costume",
        "modal receh bisa 𝐦𝐞𝐧𝐚𝐧𝐠 terus di 𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕 🔥",
    ),
    (
        "prize",
        "Selamat! Nomor Anda terpilih jadi pemenang undian Rp50 juta. Hub 0812 3456 7890",
    ),
    (
        "loan",
        "BUTUH DANA CEPAT? Pinjaman online tanpa jaminan cair 5 menit bunga 1%, WA 0812 9999 1234",
    ),
    (
        "social aid",
        "Cek penerima bansos Rp600.000 bulan ini, daftar di http://bansos-cair.blogspot.com sebelum ditutup",
    ),
    (
        "fake bank",
        "Nasabah BCA, akun anda akan diblokir. Segera klik https://bca-update.web.app untuk verifikasi data",
    ),
    (
        "fake courier",
        "Paket JNE anda tertahan, lihat foto paketnya di file Cek-Resi.apk lalu pasang",
    ),
    (
        "invitation",
        "Kami mengundang bapak ibu ke pernikahan kami, buka undangannya: Undangan Digital.apk",
    ),
    (
        "code",
        "Kak maaf tadi salah kirim kode OTP 6 angka ke nomor kakak, tolong kirim kodenya ke sini ya",
    ),
    (
        "job",
        "Lowongan kerja paruh waktu cuma like video dapat 500rb sehari, daftar deposit 100rb hub wa.me/6281234567890",
    ),
    (
        "investment",
        "Titip dana 1 juta jadi 10 juta dalam 3 jam, profit pasti tanpa risiko, admin telegram t.me/titipdana",
    ),
    (
        "outside payment",
        "Kak bayarnya transfer langsung ke rekening saya saja jangan lewat aplikasi, nanti saya kasih diskon",
    ),
    (
        "mother",
        "Ma ini nomor baruku, hp lama rusak. Tolong transfer 2 juta dulu ya penting, jangan telepon",
    ),
    ("abuse", "dasar goblok lu anjing, muka kayak babi"),
    (
        "known hoax",
        "Minum air hangat bisa membunuh virus corona di tenggorokan, sebarkan ke semua keluarga agar selamat",
    ),
    (
        "hoax refuted",
        "Hoaks: kabar minum air hangat bisa membunuh virus corona di tenggorokan itu tidak benar kata Kemenkes",
    ),
    (
        "question of a buyer",
        "Kak, keripik tempenya masih ada? Bisa kirim ke Bandung?",
    ),
    (
        "honest code notice",
        "Kode OTP Anda 482913. JANGAN berikan kode ini kepada siapa pun termasuk pihak bank",
    ),
    (
        "honest gacor",
        "Burung murai saya gacor tiap pagi, pakannya jangkrik sama kroto",
    ),
    (
        "warning",
        "Hati-hati penipuan undangan .apk, jangan diklik ya bu, kemarin tetangga saya kena",
    ),
    (
        "honest prize",
        "Alhamdulillah anak kami juara 1 lomba cerdas cermat, hadiahnya tas sekolah",
    ),
    (
        "complaint",
        "Barang datang rusak, penjual tidak mau ganti, kecewa berat",
    ),
    (
        "Javanese",
        "Mas, sesuk bakule tutup ora? Aku arep tuku pecel kanggo rewang",
    ),
    (
        "styled shop name",
        "✨ 𝓓𝓪𝓹𝓾𝓻 𝓛𝓪𝓼𝓽𝓻𝓲 ✨ keripik tempe daun jeruk, PO sampai Jumat ya kak",
    ),
];

#[test]
fn messages_are_judged_as_kept() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let mut out = String::new();
    for (name, text) in MESSAGES {
        let verdict = checker.check(text);
        writeln!(
            out,
            "{name}: {text}\n  {} {:?}, for people {}",
            verdict.label.key(),
            verdict.certainty,
            verdict.stand.key()
        )
        .unwrap();
        for reason in &verdict.reasons {
            let pieces: Vec<&str> = reason.places.iter().map(|p| &text[p[0]..p[1]]).collect();
            writeln!(
                out,
                "  - {} {}: {}",
                reason.kind,
                reason.rule,
                pieces.join(" + ")
            )
            .unwrap();
        }
        if let Some(found) = &verdict.matched {
            writeln!(
                out,
                "  = {} ({}), {} {}",
                found.claim,
                if found.same { "same" } else { "alike" },
                found.source,
                found.date
            )
            .unwrap();
        }
        if !verdict.advice.is_empty() {
            writeln!(out, "  > {}", verdict.advice).unwrap();
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn everyday_words_with_double_letters_come_back_unchanged() {
    let mut reader = Normaliser::new(KNOWLEDGE.known());
    let is_doubled = |word: &&str| {
        word.bytes().all(|b| b.is_ascii_lowercase())
            && word.as_bytes().windows(2).any(|p| p[0] == p[1])
            && !word
                .as_bytes()
                .windows(3)
                .any(|p| p[0] == p[1] && p[1] == p[2])
    };
    let everyday = include_str!("../../data/filter/common.tsv");
    let words: Vec<&str> = everyday
        .lines()
        .filter_map(|line| line.split('\t').next())
        .filter(is_doubled)
        .collect();
    assert!(words.len() > 40, "{} words", words.len());
    for word in words {
        let text = format!("lalu {word} itu");
        assert_eq!(reader.read(&text).text(), text);
    }
}

proptest! {
    #[test]
    fn plain_words_come_back_unchanged(words in proptest::collection::vec("[a-z]{2,12}", 1..12)) {
        // Three of a letter are a stretched word, and two may be.
        prop_assume!(words.iter().all(|w| w.as_bytes().windows(2).all(|p| p[0] != p[1])));
        let text = words.join(" ");
        let mut reader = Normaliser::new(KNOWLEDGE.known());
        prop_assert_eq!(reader.read(&text).text(), text.as_str());
        prop_assert_eq!(reader.read(&text.to_uppercase()).text(), text.as_str());
    }

    #[test]
    fn reading_twice_is_reading_once(text in "[ a-zA-Z0-9@$!.*#_'-]{0,60}|(?s).{0,60}|([a-z𝐚-𝐳ⓐ-ⓩа-я0-9][ .\u{200b}]?){0,40}") {
        let mut reader = Normaliser::new(KNOWLEDGE.known());
        let once = reader.read(&text).text().to_owned();
        prop_assert_eq!(reader.read(&once).text(), once.as_str());
    }

    #[test]
    fn the_map_never_runs_backwards(text in "(?s).{0,80}|([a-z𝐚-𝐳ⓐ-ⓩ0-9][ .\u{200b}\u{301}]?){0,40}") {
        let mut reader = Normaliser::new(KNOWLEDGE.known());
        let normal = reader.read(&text);
        let mut last = 0;
        for at in 0..normal.text().len() {
            let span = normal.span(at, at + 1);
            prop_assert!(span.from >= last && span.to >= span.from && text.get(span.from..span.to).is_some());
            last = span.from;
        }
    }
}
