//! Telephone numbers, links and accounts, which marketplaces refuse in titles and descriptions.

use std::sync::LazyLock;

use regex::Regex;

static CONTACT: LazyLock<Regex> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the pattern is fixed and a test reads it"
)]
fn load() -> Regex {
    let number = r"(?:\+62|\b62|\b0)[\s.()-]{0,2}(?:8|21)(?:[\s.()-]{0,2}\d){6,11}";
    let link = r"(?:https?://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|id|me|ee|ly|net|org)\b\S*";
    let account =
        r"@[\w.]{2,}|\b(?:whats\s?app|wa|instagram|ig|tiktok|telegram|facebook|fb)\b\s*:?";
    Regex::new(&format!("(?i)(?:{number})|(?:{link})|(?:{account})"))
        .expect("the pattern is well formed")
}

/// Whether a text names a way to reach the shop past the marketplace.
pub(crate) fn stands_in(text: &str) -> bool {
    CONTACT.is_match(text)
}

/// A text without them.
pub(crate) fn without(text: &str) -> String {
    CONTACT.replace_all(text, " ").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_around_are_seen() {
        for text in [
            "Pesan ke WhatsApp 0812-3456-7890.",
            "Chat 0812 3456 7890",
            "hubungi +62 812-3456-7890",
            "telepon (021) 5551234",
            "wa.me/6281234567890",
            "Lihat tokokami.com ya",
            "IG: @dapursri",
            "Kirim lewat WA saja",
        ] {
            assert!(stands_in(text), "{text}");
        }
        for text in [
            "Kirim nama, alamat, dan jumlah pesanan lewat chat.",
            "Harganya Rp15.000, isi 250 g, tahan 3 bulan.",
            "Ukuran 28 x 19 x 10 cm.",
            "Suhu 92 derajat, 150 ml air",
            "Izin P-IRT 2053573010123-29",
            "Dikirim dari Malang.",
        ] {
            assert!(!stands_in(text), "{text}");
        }
        assert_eq!(without("Keripik Sri 081234567890").trim(), "Keripik Sri");
    }
}
