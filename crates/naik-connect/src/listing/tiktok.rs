//! The batch-upload workbook of TikTok Shop and Tokopedia, which share one seller centre.
//!
//! Keys in row 1, names in row 2, what is mandatory in row 3, hints in row 4, data from row 5. The seller
//! centre's own file has further columns per category (`product_property/...`), which only it can name.

use naik_core::channel::Market;
use naik_core::message::Message;

use super::line::Offer;
use super::workbook::{Cell, Column, Heading, Layout, Need, write};
use super::{ListingError, Options, Product};

/// The workbook for some products.
pub(super) fn sheet(
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<Vec<u8>, ListingError> {
    let columns = columns();
    let mut rows = Vec::new();
    for product in products {
        let offer = Offer::new(Market::TiktokTokopedia, product);
        let pictures = offer.pictures();
        for line in &offer.lines {
            let row = columns.iter().map(|column| match column.key.as_str() {
                "brand" => Cell::text(offer.brand().unwrap_or("No brand")),
                // Every row carries the product: rows are joined by equal names.
                "product_name" => Cell::text(&offer.title),
                "product_description" => Cell::text(&offer.description),
                "main_image" => picture(&pictures, 0),
                "property_name_1" => Cell::text(offer.tier),
                "property_value_1" => Cell::text(&line.option),
                "parcel_weight" => Cell::whole(offer.grams),
                "price" => Cell::whole(line.price),
                "quantity" => Cell::whole(line.stock),
                "seller_sku" => Cell::text(&line.sku),
                key => key
                    .strip_prefix("image_")
                    .and_then(|n| n.parse::<usize>().ok())
                    .map_or(Cell::Blank, |n| picture(&pictures, n - 1)),
            });
            rows.push(row.collect());
        }
    }
    let has_links = products.iter().all(|product| product.base_url.is_some());
    let guide = vec![
        Message::new("guide-tiktok-template"),
        Message::new("guide-tiktok-category"),
        Message::new(if has_links {
            "guide-photos-linked"
        } else {
            "guide-photos-named"
        }),
        Message::new("guide-weight"),
        Message::new("guide-tiktok-preorder"),
        Message::new("guide-tiktok-upload"),
    ];
    let heading = [Heading::Key, Heading::Name, Heading::Need, Heading::Hint];
    write(
        &Layout {
            market: Market::TiktokTokopedia,
            columns: &columns,
            heading: &heading,
            frozen: 3,
            rows,
            guide,
        },
        products,
        options,
    )
}

fn picture(pictures: &[String], index: usize) -> Cell {
    pictures.get(index).map_or(Cell::Blank, Cell::text)
}

fn columns() -> Vec<Column> {
    let mut list = Vec::new();
    let mut add = |key: &str, name, need, width, hint| {
        list.push(Column {
            key: key.to_owned(),
            name,
            need,
            hint,
            width,
            choices: &[],
        });
    };
    use Need::{May, Must, When};
    add(
        "category",
        "Kategori",
        Must,
        16,
        "Kategori paling ujung dari daftar di Seller Center.",
    );
    add(
        "brand",
        "Merek",
        May,
        14,
        "Tanpa merek terdaftar: No brand.",
    );
    add("product_name", "Nama Produk", Must, 36, "25–255 huruf.");
    add(
        "product_description",
        "Deskripsi Produk",
        Must,
        52,
        "Sampai 10.000 huruf.",
    );
    add(
        "main_image",
        "Foto Utama",
        Must,
        30,
        "Tautan foto, 300–4000 piksel. Nama berkas berarti: unggah foto dengan nama itu.",
    );
    for (number, name) in (2..).zip([
        "Foto 2", "Foto 3", "Foto 4", "Foto 5", "Foto 6", "Foto 7", "Foto 8", "Foto 9",
    ]) {
        add(&format!("image_{number}"), name, May, 24, "");
    }
    add(
        "property_name_1",
        "Nama Variasi 1",
        When,
        13,
        "Sampai 20 huruf.",
    );
    add(
        "property_value_1",
        "Pilihan Variasi 1",
        When,
        18,
        "Sampai 50 huruf.",
    );
    add("property_1_image", "Foto Variasi 1", May, 16, "");
    add("property_name_2", "Nama Variasi 2", May, 13, "");
    add("property_value_2", "Pilihan Variasi 2", May, 16, "");
    add(
        "parcel_weight",
        "Berat Paket (g)",
        Must,
        11,
        "Gram, paket siap kirim.",
    );
    add("parcel_length", "Panjang Paket (cm)", May, 11, "");
    add("parcel_width", "Lebar Paket (cm)", May, 11, "");
    add("parcel_height", "Tinggi Paket (cm)", May, 11, "");
    add(
        "delivery",
        "Pengiriman",
        May,
        12,
        "Kosong: sesuai pengaturan toko.",
    );
    add(
        "price",
        "Harga (Rp)",
        Must,
        12,
        "Rp100 sampai Rp100.000.000, angka saja.",
    );
    add("quantity", "Stok", Must, 9, "1–99.999.");
    add(
        "seller_sku",
        "SKU Penjual",
        May,
        28,
        "Sampai 50 huruf, tanpa spasi.",
    );
    add("size_chart", "Panduan Ukuran", May, 14, "");
    add("cod", "Bayar di Tempat", May, 12, "");
    list
}
