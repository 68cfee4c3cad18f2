//! A workbook for Lazada Indonesia.
//!
//! Lazada publishes the keys of its product attributes (Open Platform), but not the columns of its seller
//! centre's template, which differ per category. So the sheet has the documented keys, and its guide says to
//! carry them over.

use naik_core::channel::Market;
use naik_core::message::Message;

use super::line::Offer;
use super::text;
use super::workbook::{Cell, Column, Heading, Layout, Need, write};
use super::{ListingError, Options, Product};

/// Letters of the short description: a few lines above the fold.
const SHORT: usize = 400;

/// The workbook for some products.
pub(super) fn sheet(
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<Vec<u8>, ListingError> {
    let columns = columns();
    let mut rows = Vec::new();
    for product in products {
        let offer = Offer::new(Market::Lazada, product);
        let pictures = offer.pictures();
        let short: String = text::description(&offer.description, SHORT)
            .lines()
            .take(5)
            .collect::<Vec<_>>()
            .join("\n");
        let (least, most) = (offer.limits.preorder_days[0], offer.limits.preorder_days[1]);
        let days = product
            .facts
            .product
            .preorder_days
            .filter(|days| (least..=most).contains(days));
        for line in &offer.lines {
            let row = columns.iter().map(|column| match column.key.as_str() {
                "name" => Cell::text(&offer.title),
                "brand" => Cell::text(offer.brand().unwrap_or("No Brand")),
                "description" => Cell::text(&offer.description),
                "short_description" => Cell::text(&short),
                "SellerSku" => Cell::text(&line.sku),
                "saleProp" => Cell::text(offer.tier),
                "saleProp_value" => Cell::text(&line.option),
                // With a former price, Lazada shows that one crossed out and sells at the special one.
                "price" => Cell::whole(line.previous.or(line.price)),
                "special_price" => Cell::whole(line.previous.and(line.price)),
                "quantity" => Cell::whole(line.stock),
                "package_weight" => offer.grams.map_or(Cell::Blank, |grams| {
                    Cell::Decimal(f64::from(grams.div_ceil(10)) / 100.0)
                }),
                "preorder_enable" => Cell::text(if days.is_some() { "Yes" } else { "No" }),
                "preorder_days" => Cell::whole(days),
                key => key
                    .strip_prefix("Images/")
                    .and_then(|n| n.parse::<usize>().ok())
                    .and_then(|n| pictures.get(n - 1))
                    .map_or(Cell::Blank, Cell::text),
            });
            rows.push(row.collect());
        }
    }
    let has_links = products.iter().all(|product| product.base_url.is_some());
    let guide = vec![
        Message::new("guide-lazada-template"),
        Message::new("guide-lazada-category"),
        Message::new(if has_links {
            "guide-photos-linked"
        } else {
            "guide-photos-named"
        }),
        Message::new("guide-weight"),
        Message::new("guide-lazada-size"),
    ];
    let heading = [Heading::Key, Heading::Name, Heading::Need, Heading::Hint];
    write(
        &Layout {
            market: Market::Lazada,
            columns: &columns,
            heading: &heading,
            frozen: 2,
            rows,
            guide,
        },
        products,
        options,
    )
}

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
        "PrimaryCategory",
        "Kategori",
        Must,
        16,
        "Kategori paling ujung dari daftar di Seller Center.",
        &[],
    );
    add("name", "Nama Produk", Must, 36, "Sampai 255 huruf.", &[]);
    add(
        "brand",
        "Merek",
        Must,
        14,
        "Tanpa merek terdaftar: No Brand.",
        &[],
    );
    add(
        "description",
        "Deskripsi",
        May,
        52,
        "Sampai 25.000 huruf.",
        &[],
    );
    add(
        "short_description",
        "Sorotan Produk",
        May,
        36,
        "Beberapa baris pertama deskripsi.",
        &[],
    );
    add(
        "SellerSku",
        "SKU Penjual",
        Must,
        28,
        "Berbeda untuk tiap baris.",
        &[],
    );
    add("saleProp", "Nama Variasi", When, 13, "", &[]);
    add("saleProp_value", "Pilihan Variasi", When, 18, "", &[]);
    add(
        "price",
        "Harga (Rp)",
        Must,
        12,
        "Harga sebelum potongan.",
        &[],
    );
    add(
        "special_price",
        "Harga Khusus (Rp)",
        May,
        12,
        "Harga jual sekarang, kalau lebih rendah.",
        &[],
    );
    add("quantity", "Stok", When, 9, "", &[]);
    add(
        "package_weight",
        "Berat Paket (kg)",
        Must,
        11,
        "Paling banyak dua angka di belakang koma.",
        &[],
    );
    add(
        "package_length",
        "Panjang Paket (cm)",
        Must,
        11,
        "Ukur paket siap kirim.",
        &[],
    );
    add("package_width", "Lebar Paket (cm)", Must, 11, "", &[]);
    add("package_height", "Tinggi Paket (cm)", Must, 11, "", &[]);
    add("preorder_enable", "Pre-order", May, 11, "", &["Yes", "No"]);
    add("preorder_days", "Hari Pre-order", When, 11, "", &[]);
    for (number, name) in (1..).zip([
        "Foto 1", "Foto 2", "Foto 3", "Foto 4", "Foto 5", "Foto 6", "Foto 7", "Foto 8",
    ]) {
        let need = if number == 1 { Must } else { May };
        add(
            &format!("Images/{number}"),
            name,
            need,
            28,
            "330–5000 piksel, sampai 3 MB.",
            &[],
        );
    }
    list
}
