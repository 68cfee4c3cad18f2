//! Shopee Indonesia's mass-upload workbook.
//!
//! Laid out as sellers' exporters show the template of August 2026: sheet `Template`, row 1 the keys with
//! their flags, row 3 the names, row 4 what is mandatory, data from row 7, one row per variant. Shopee marks
//! the template that a seller downloads with a code of the shop in row 2; that code can't be made here, so
//! [`super::Options::template`] fills the seller's own file in place, column by column after its keys.

use naik_core::channel::Market;
use naik_core::message::Message;

use super::line::Offer;
use super::workbook::{Cell, Column, Heading, Layout, Need, write};
use super::{ListingError, Options, Product, template};

/// The couriers: key, name, whether they are on at first. Owners know theirs; the regular one is everywhere.
const COURIERS: [(&str, &str, bool); 6] = [
    ("channel_id.8001", "Same Day", false),
    ("channel_id.8002", "Next Day", false),
    ("channel_id.8003", "Reguler (Cashless)", true),
    ("channel_id.8005", "Hemat Kargo", false),
    ("channel_id.8007", "Instant", false),
    ("channel_id.8008", "Instant Prioritas", false),
];

/// Rows above the data.
const HEADING: [Heading; 6] = [
    Heading::Key,
    Heading::Kind("basic"),
    Heading::Name,
    Heading::Need,
    Heading::Hint,
    Heading::Empty,
];

/// The workbook for some products.
pub(super) fn sheet(
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<Vec<u8>, ListingError> {
    let offers: Vec<Offer<'_>> = products
        .iter()
        .map(|product| Offer::new(Market::Shopee, product))
        .collect();
    if let Some(bytes) = options.template {
        return template::fill(bytes, &offers.iter().flat_map(lines).collect::<Vec<_>>());
    }
    let columns = columns();
    let rows = offers
        .iter()
        .flat_map(lines)
        .map(|line| {
            columns
                .iter()
                .map(|column| line.cell(bare(&column.key)))
                .collect()
        })
        .collect();
    let has_links = products.iter().all(|product| product.base_url.is_some());
    let mut guide = vec![
        Message::new("guide-shopee-template"),
        Message::new("guide-shopee-category"),
    ];
    guide.push(Message::new(if has_links {
        "guide-photos-linked"
    } else {
        "guide-photos-named"
    }));
    guide.extend([
        Message::new("guide-weight"),
        Message::new("guide-shopee-courier"),
        Message::new("guide-shopee-upload"),
    ]);
    let layout = Layout {
        market: Market::Shopee,
        columns: &columns,
        heading: &HEADING,
        frozen: 2,
        rows,
        guide,
    };
    write(&layout, products, options)
}

/// The key without its flags.
pub(super) fn bare(key: &str) -> &str {
    key.split('|').next().unwrap_or(key).trim()
}

/// One row: cells by key, so that a template with other columns can be filled too.
pub(super) struct Filled(Vec<(String, Cell)>);

impl Filled {
    /// The cell of a key without flags; blank for a column that we know nothing of.
    pub(super) fn cell(&self, key: &str) -> Cell {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map_or(Cell::Blank, |(_, cell)| cell.clone())
    }
}

/// Rows of one product: what belongs to the product stands on the first.
fn lines<'a>(offer: &'a Offer<'_>) -> impl Iterator<Item = Filled> + 'a {
    offer.lines.iter().enumerate().map(|(index, line)| {
        let mut cells: Vec<(String, Cell)> = Vec::new();
        let mut put = |key: &str, cell: Cell| cells.push((key.to_owned(), cell));
        if index == 0 {
            put("ps_product_name", Cell::text(&offer.title));
            put("ps_product_description", Cell::text(&offer.description));
            put("ps_sku_parent_short", Cell::text(&offer.sku));
            put("ps_dangerous_goods", Cell::text("No (ID)"));
            for (number, picture) in offer.pictures().into_iter().enumerate() {
                let key = if number == 0 {
                    "ps_item_cover_image".to_owned()
                } else {
                    format!("ps_item_image_{number}")
                };
                put(&key, Cell::text(picture));
            }
            for (key, _, is_on) in COURIERS {
                put(key, Cell::text(if is_on { "Aktif" } else { "Nonaktif" }));
            }
            put("ps_product_pre_order_dts", Cell::whole(offer.preorder()));
        } else {
            for key in [
                "ps_product_name",
                "ps_product_description",
                "ps_item_cover_image",
            ] {
                put(key, Cell::Above);
            }
        }
        if offer.has_variants() {
            put("et_title_variation_integration_no", Cell::text(&offer.sku));
            put("et_title_variation_1", Cell::text(offer.tier));
            put("et_title_option_for_variation_1", Cell::text(&line.option));
        }
        put("ps_price", Cell::whole(line.price));
        put("ps_stock", Cell::whole(line.stock));
        put("ps_sku_short", Cell::text(&line.sku));
        put(
            "ps_weight",
            offer.grams.map_or(Cell::Blank, |grams| {
                Cell::Decimal(f64::from(grams) / 1000.0)
            }),
        );
        Filled(cells)
    })
}

/// The 43 columns, in the template's order.
fn columns() -> Vec<Column> {
    let mut list = Vec::new();
    let mut add = |key: &str, name, need, width, hint, choices| {
        list.push(Column {
            key: key.to_owned(),
            name,
            need,
            hint,
            width,
            choices,
        });
    };
    use Need::{May, Must, When};
    add(
        "ps_category|0|0",
        "Kategori",
        When,
        12,
        "Kode kategori dari daftar di Seller Centre. Boleh kosong: Shopee akan menyarankan.",
        &[],
    );
    add(
        "ps_product_name|1|0",
        "Nama Produk",
        Must,
        34,
        "5–255 huruf.",
        &[],
    );
    add(
        "ps_product_description|1|0",
        "Deskripsi Produk",
        Must,
        52,
        "20–3000 huruf, tanpa nomor telepon dan tautan.",
        &[],
    );
    add(
        "ps_maximum_purchase_quantity|0|0",
        "Maks. Jumlah Pembelian",
        May,
        13,
        "",
        &[],
    );
    add(
        "ps_maximum_purchase_quantity_start_date|0|0",
        "Maks. Jumlah Pembelian - Tanggal Mulai",
        May,
        18,
        "",
        &[],
    );
    add(
        "ps_maximum_purchase_quantity_time_period|0|0",
        "Maks. Jumlah Pembelian - Jumlah Hari",
        May,
        18,
        "",
        &[],
    );
    add(
        "ps_maximum_purchase_quantity_end_date|0|0",
        "Maks. Jumlah Pembelian - Tanggal Berakhir",
        May,
        18,
        "",
        &[],
    );
    add(
        "ps_minimum_purchase_quantity|0|0",
        "Min. Jumlah Pembelian",
        May,
        13,
        "",
        &[],
    );
    add(
        "ps_sku_parent_short|0|0",
        "SKU Induk",
        May,
        22,
        "Kode produk di tokomu, sampai 100 huruf.",
        &[],
    );
    add(
        "ps_dangerous_goods|0|0",
        "Produk Berbahaya",
        When,
        13,
        "Baterai, magnet, cairan mudah terbakar: Yes (ID).",
        &["No (ID)", "Yes (ID)"],
    );
    add(
        "et_title_variation_integration_no|0|0",
        "Kode Integrasi Variasi",
        When,
        22,
        "Kode yang sama menyatukan baris-baris satu produk.",
        &[],
    );
    add(
        "et_title_variation_1|0|0",
        "Nama Variasi 1",
        When,
        12,
        "Sampai 14 huruf.",
        &[],
    );
    add(
        "et_title_option_for_variation_1|0|0",
        "Varian untuk Variasi 1",
        When,
        16,
        "Sampai 20 huruf.",
        &[],
    );
    add(
        "et_title_image_per_variation|0|3",
        "Foto Produk per Varian",
        May,
        16,
        "Tautan foto.",
        &[],
    );
    add(
        "et_title_variation_2|0|0",
        "Nama Variasi 2",
        May,
        12,
        "Sampai 14 huruf.",
        &[],
    );
    add(
        "et_title_option_for_variation_2|0|0",
        "Varian untuk Variasi 2",
        May,
        16,
        "Sampai 20 huruf.",
        &[],
    );
    add(
        "ps_price|1|1",
        "Harga",
        Must,
        11,
        "Rupiah, angka saja.",
        &[],
    );
    add("ps_stock|0|1", "Stok", When, 9, "Angka saja.", &[]);
    add(
        "ps_sku_short|0|0",
        "Kode Variasi",
        May,
        26,
        "Sampai 100 huruf.",
        &[],
    );
    add(
        "ps_new_size_chart|0|1",
        "Template Panduan Ukuran",
        May,
        13,
        "",
        &[],
    );
    add(
        "et_title_size_chart|0|3",
        "Foto Panduan Ukuran",
        May,
        13,
        "",
        &[],
    );
    add(
        "ps_gtin_code|0|0",
        "GTIN",
        May,
        12,
        "Kode batang 8–14 angka, kalau ada.",
        &[],
    );
    add(
        "ps_item_cover_image|0|3",
        "Foto Sampul",
        Must,
        30,
        "Tautan foto yang bisa dibuka siapa saja. Nama berkas berarti: unggah foto dengan nama itu.",
        &[],
    );
    for (number, name) in (1..).zip([
        "Foto Produk 1",
        "Foto Produk 2",
        "Foto Produk 3",
        "Foto Produk 4",
        "Foto Produk 5",
        "Foto Produk 6",
        "Foto Produk 7",
        "Foto Produk 8",
    ]) {
        add(
            &format!("ps_item_image_{number}|0|3"),
            name,
            May,
            24,
            "",
            &[],
        );
    }
    add(
        "ps_weight|1|1",
        "Berat (kg)",
        Must,
        10,
        "Berat paket siap kirim. Template tokomu mungkin meminta gram: lihat judul kolomnya.",
        &[],
    );
    add(
        "ps_length|0|1",
        "Panjang (cm)",
        When,
        10,
        "Isi ketiganya atau kosongkan ketiganya.",
        &[],
    );
    add("ps_width|0|1", "Lebar (cm)", When, 10, "", &[]);
    add("ps_height|0|1", "Tinggi (cm)", When, 10, "", &[]);
    for (key, name, _) in COURIERS {
        add(
            &format!("{key}|0|0"),
            name,
            When,
            12,
            "Paling sedikit satu jasa kirim Aktif.",
            &["Aktif", "Nonaktif"],
        );
    }
    add(
        "ps_product_pre_order_dts|0|1",
        "Dikirim Dalam Pre-order",
        When,
        13,
        "7–30 hari, hanya untuk barang yang dibuat setelah dipesan.",
        &[],
    );
    add(
        "et_title_reason|0|0",
        "Alasan Gagal",
        May,
        20,
        "Diisi Shopee.",
        &[],
    );
    list
}
