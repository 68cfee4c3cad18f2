//! Names of facts: our keys, and what Indonesian owners call them.

use naik_core::fact::Fact;

/// A heading of a facts file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Product,
    Shop,
    Permits,
}

impl Section {
    /// Reads a heading: `product`, `produk`, `toko`, `izin`, ...
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match normal(text).as_str() {
            "product" | "produk" | "barang" => Some(Self::Product),
            "shop" | "toko" | "usaha" => Some(Self::Shop),
            "permits" | "permit" | "izin" | "perizinan" | "legalitas" => Some(Self::Permits),
            _ => None,
        }
    }

    fn holds(self, fact: Fact) -> bool {
        fact.key().starts_with(match self {
            Self::Product => "product.",
            Self::Shop => "shop.",
            Self::Permits => "permits.",
        })
    }
}

/// What a key means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// This fact.
    Fact(Fact),
    /// No fact, but this key is one or two letters away.
    Near(&'static str),
    /// Nothing that we know.
    Unknown,
}

/// Every name of each fact, the one of our files first. A name that stands twice belongs to the first
/// fact whose section fits.
const NAMES: &[(Fact, &[&str])] = &[
    (
        Fact::Name,
        &[
            "name",
            "nama",
            "nama_produk",
            "produk",
            "product_name",
            "judul",
            "nama_barang",
        ],
    ),
    (
        Fact::Category,
        &["category", "kategori", "jenis", "jenis_produk"],
    ),
    (
        Fact::Price,
        &[
            "price",
            "harga",
            "harga_jual",
            "harga_satuan",
            "harga_produk",
        ],
    ),
    (Fact::Unit, &["unit", "satuan", "kemasan"]),
    (
        Fact::NetWeight,
        &[
            "net_weight",
            "weight",
            "berat",
            "berat_bersih",
            "isi",
            "isi_bersih",
            "netto",
            "neto",
            "volume",
        ],
    ),
    (
        Fact::Variants,
        &[
            "variants", "variant", "varian", "variasi", "pilihan", "rasa", "ukuran", "warna",
        ],
    ),
    (
        Fact::Ingredients,
        &["ingredients", "bahan", "komposisi", "bahan_baku"],
    ),
    (
        Fact::Materials,
        &["materials", "material", "bahan_dasar", "bahan_kain"],
    ),
    (
        Fact::Process,
        &[
            "process",
            "proses",
            "cara_buat",
            "cara_pembuatan",
            "pembuatan",
        ],
    ),
    (Fact::Origin, &["origin", "asal", "daerah_asal"]),
    (Fact::Story, &["story", "cerita", "kisah"]),
    (
        Fact::Usage,
        &[
            "usage",
            "cara_pakai",
            "pemakaian",
            "cara_penyajian",
            "cara_saji",
            "penyajian",
        ],
    ),
    (
        Fact::Storage,
        &[
            "storage",
            "cara_simpan",
            "penyimpanan",
            "perawatan",
            "cara_rawat",
        ],
    ),
    (
        Fact::ShelfLife,
        &[
            "shelf_life",
            "masa_simpan",
            "daya_tahan",
            "tahan",
            "kedaluwarsa",
            "kadaluarsa",
            "umur_simpan",
        ],
    ),
    (Fact::Stock, &["stock", "stok", "persediaan"]),
    (
        Fact::PreorderDays,
        &[
            "preorder_days",
            "preorder",
            "pre_order",
            "po",
            "hari_po",
            "lama_proses",
            "lama_po",
        ],
    ),
    (
        Fact::PreviousPrice,
        &[
            "previous_price",
            "harga_lama",
            "harga_sebelumnya",
            "harga_coret",
            "harga_awal",
            "harga_normal",
        ],
    ),
    (
        Fact::SoldCount,
        &["sold_count", "sold", "terjual", "jumlah_terjual"],
    ),
    (
        Fact::ShopName,
        &[
            "name",
            "shop_name",
            "shop",
            "nama",
            "toko",
            "nama_toko",
            "nama_usaha",
            "usaha",
        ],
    ),
    (Fact::City, &["city", "kota", "kabupaten", "kota_kabupaten"]),
    (
        Fact::WhatsApp,
        &[
            "whatsapp",
            "wa",
            "no_wa",
            "nomor_wa",
            "nomor_whatsapp",
            "no_whatsapp",
            "hp",
            "no_hp",
            "telepon",
            "phone",
        ],
    ),
    (Fact::Instagram, &["instagram", "ig"]),
    (Fact::Tiktok, &["tiktok", "tik_tok"]),
    (Fact::Facebook, &["facebook", "fb"]),
    (
        Fact::Colors,
        &[
            "colors",
            "color",
            "colours",
            "colour",
            "warna",
            "warna_toko",
        ],
    ),
    (Fact::Logo, &["logo"]),
    (Fact::Nib, &["nib", "no_nib", "nomor_nib"]),
    (
        Fact::Pirt,
        &["pirt", "p_irt", "spp_irt", "no_pirt", "nomor_pirt"],
    ),
    (
        Fact::Halal,
        &["halal", "no_halal", "nomor_halal", "sertifikat_halal"],
    ),
    (Fact::Bpom, &["bpom", "no_bpom", "nomor_bpom", "izin_edar"]),
    (
        Fact::Brand,
        &["brand", "merek", "merk", "merek_dagang", "trademark"],
    ),
];

/// Finds the fact of a key, inside a section or without one.
pub(crate) fn find(section: Option<Section>, key: &str) -> Found {
    let wanted = normal(key);
    let fits = |fact: Fact| section.is_none_or(|section| section.holds(fact));
    // `shop.city` and `toko_kota` are as clear as a heading.
    let dotted = key.split_once(['.', ':']).or_else(|| key.split_once(" - "));
    if let (None, Some((head, tail))) = (section, dotted)
        && let Some(section) = Section::parse(head)
    {
        return find(Some(section), tail);
    }
    let exact = NAMES
        .iter()
        .find(|(fact, names)| fits(*fact) && names.contains(&wanted.as_str()));
    if let Some((fact, _)) = exact {
        return Found::Fact(*fact);
    }
    NAMES
        .iter()
        .filter(|(fact, _)| fits(*fact))
        .flat_map(|(_, names)| names.iter())
        .filter_map(|name| Some((near(&wanted, name)?, *name)))
        .min()
        .map_or(Found::Unknown, |(_, name)| Found::Near(name))
}

/// Lower case, with every run of other characters as one `_`; what stands in brackets goes: `Harga (Rp)` is `harga`.
pub(crate) fn normal(text: &str) -> String {
    let text = text.split(['(', '[', '*']).next().unwrap_or_default();
    let mut out = String::new();
    for c in text.trim().chars().take(60).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// How many letters differ (Levenshtein), when it is few enough to be a slip: one for short words, two for long.
pub(crate) fn near(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let most = match a.len().min(b.len()) {
        0..=3 => return None,
        4 => 1,
        _ => 2,
    };
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(x != y))
                .min(*cell + 1)
                .min(left + 1);
            diagonal = *cell;
            *cell = cost;
            left = cost;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_by_its_own_key() {
        for fact in Fact::ALL {
            let (section, key) = fact.key().split_once('.').unwrap();
            assert_eq!(find(Section::parse(section), key), Found::Fact(*fact));
            assert_eq!(find(None, fact.key()), Found::Fact(*fact));
        }
    }

    #[test]
    fn owners_words_and_slips() {
        for (section, key, found) in [
            (None, "Harga (Rp)", Found::Fact(Fact::Price)),
            (None, "No. WA", Found::Fact(Fact::WhatsApp)),
            (None, "Nama", Found::Fact(Fact::Name)),
            (Some(Section::Shop), "nama", Found::Fact(Fact::ShopName)),
            (Some(Section::Shop), "warna", Found::Fact(Fact::Colors)),
            (None, "P-IRT", Found::Fact(Fact::Pirt)),
            (None, "prcie", Found::Near("price")),
            (None, "pric", Found::Near("price")),
            (None, "ingridients", Found::Near("ingredients")),
            (None, "qwerty", Found::Unknown),
            (None, "", Found::Unknown),
            (None, "ini", Found::Unknown),
        ] {
            assert_eq!(find(section, key), found, "{key}");
        }
    }
}
