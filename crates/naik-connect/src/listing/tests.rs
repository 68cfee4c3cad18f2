//! Sheets, feeds and structured data, read back.
//!
//! Long because each marketplace's sheet is read back in front of the same products.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use naik_core::limits::Limits;
use proptest::prelude::*;

use super::*;
use crate::facts;

fn facts_of(text: &str) -> Facts {
    facts::from_toml(text).unwrap().facts
}

const KERIPIK: &str = r##"
[product]
name = "Keripik Tempe Bu Sri"
price = 15000
net_weight = "250 g"
variants = ["Original", { name = "Balado", price = 16000, stock = 12 }]
shelf_life = "3 bulan"
stock = 40
previous_price = 18000
[shop]
name = "Dapur Bu Sri"
city = "Malang"
whatsapp = "081234567890"
[permits]
pirt = "P-IRT 2053573010123-29"
halal = "ID35110000123450126"
"##;

const TITLE: &str = "Keripik Tempe Bu Sri 250 g Renyah Gurih dari Malang";
const DESCRIPTION: &str = "=Keripik tempe tipis dari kedelai pilihan.\n\nIsi 250 g. Tahan 3 bulan.";

fn product(facts: &Facts) -> Product<'_> {
    let mut product = Product::new(facts, "KTBS 01", TITLE, DESCRIPTION);
    product.images = (1..=3)
        .map(|n| Image {
            name: format!("keripik-{n}.jpg"),
            bytes: 300_000,
            width: 1200,
            height: 1200,
        })
        .collect();
    product
}

fn say(message: &Message) -> Said {
    Said {
        text: message.key.clone(),
        hint: String::new(),
    }
}

fn options() -> Options<'static> {
    Options {
        say: &say,
        template: None,
    }
}

fn read(bytes: &[u8]) -> calamine::Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheet_range("Template").unwrap()
}

/// The text in the row (from 1) under a key of row 1.
fn at(range: &calamine::Range<Data>, row: u32, key: &str) -> String {
    let column = (0..range.width() as u32)
        .find(|column| {
            range
                .get_value((0, *column))
                .is_some_and(|cell| *cell == *key)
        })
        .unwrap();
    range
        .get_value((row - 1, column))
        .map(ToString::to_string)
        .unwrap_or_default()
}

#[test]
fn shopee_reads_its_own_keys() {
    let facts = facts_of(KERIPIK);
    let files = sheet(Market::Shopee, &[product(&facts)], &options()).unwrap();
    assert_eq!(files[0].name, "shopee.xlsx");
    let range = read(&files[0].bytes);
    assert_eq!(range.width(), 43);
    assert_eq!(range.get_value((2, 1)).unwrap().to_string(), "Nama Produk");
    assert_eq!(range.get_value((3, 1)).unwrap().to_string(), "Wajib");
    for (row, key, wanted) in [
        (7, "ps_product_name|1|0", TITLE),
        (7, "ps_product_description|1|0", DESCRIPTION),
        (7, "ps_sku_parent_short|0|0", "KTBS-01"),
        (7, "ps_dangerous_goods|0|0", "No (ID)"),
        (7, "et_title_variation_integration_no|0|0", "KTBS-01"),
        (7, "et_title_variation_1|0|0", "Rasa"),
        (7, "et_title_option_for_variation_1|0|0", "Original"),
        (7, "ps_price|1|1", "15000"),
        (7, "ps_stock|0|1", "28"),
        (7, "ps_item_cover_image|0|3", "keripik-1.jpg"),
        (7, "ps_item_image_2|0|3", "keripik-3.jpg"),
        (7, "ps_weight|1|1", "0.3"),
        (7, "channel_id.8003|0|0", "Aktif"),
        (7, "channel_id.8001|0|0", "Nonaktif"),
        (8, "ps_product_name|1|0", ""),
        (8, "et_title_variation_integration_no|0|0", "KTBS-01"),
        (8, "ps_price|1|1", "16000"),
        (8, "ps_stock|0|1", "12"),
        (8, "ps_sku_short|0|0", "KTBS-01-BALADO"),
    ] {
        assert_eq!(at(&range, row, key), wanted, "{key}");
    }
}

#[test]
fn tiktok_and_lazada_read_theirs() {
    let facts = facts_of(KERIPIK);
    let mut product = product(&facts);
    product.base_url = Some("https://busri.example/foto/");
    let tiktok = read(
        &sheet(
            Market::TiktokTokopedia,
            std::slice::from_ref(&product),
            &options(),
        )
        .unwrap()[0]
            .bytes,
    );
    for (row, key, wanted) in [
        (5, "product_name", TITLE),
        (6, "product_name", TITLE),
        (5, "main_image", "https://busri.example/foto/keripik-1.jpg"),
        (5, "parcel_weight", "300"),
        (5, "price", "15000"),
        (6, "seller_sku", "KTBS-01-BALADO"),
        (5, "brand", "No brand"),
    ] {
        assert_eq!(at(&tiktok, row, key), wanted, "{key}");
    }
    let lazada = read(&sheet(Market::Lazada, &[product], &options()).unwrap()[0].bytes);
    for (row, key, wanted) in [
        (5, "price", "18000"),
        (5, "special_price", "15000"),
        (5, "package_weight", "0.3"),
        (6, "quantity", "12"),
    ] {
        assert_eq!(at(&lazada, row, key), wanted, "{key}");
    }
}

#[test]
fn a_former_price_is_said_only_of_what_was_sold_at_it() {
    let facts = facts_of(
        r#"
nama = "Keripik Tempe"
harga = 15000
harga_lama = 18000
[product]
variants = ["Original", { name = "Balado", price = 16000 }, { name = "Pedas", price = 15000 }]
"#,
    );
    let former = |market| -> Vec<Option<u64>> {
        line::Offer::new(market, &product(&facts))
            .lines
            .iter()
            .map(|line| line.previous)
            .collect()
    };
    for market in Market::ALL {
        assert_eq!(
            former(market),
            [Some(18000), None, Some(18000)],
            "{market:?}"
        );
    }
    let lazada = read(&sheet(Market::Lazada, &[product(&facts)], &options()).unwrap()[0].bytes);
    assert_eq!(at(&lazada, 6, "price"), "16000");
    assert_eq!(at(&lazada, 6, "special_price"), "");
    let meta = sheet(Market::Meta, &[product(&facts)], &options()).unwrap();
    let meta = String::from_utf8(meta[0].bytes.clone()).unwrap();
    let prices: Vec<&str> = meta.matches("18000 IDR,15000 IDR").collect();
    assert_eq!(prices.len(), 2, "{meta}");
    assert!(meta.contains(",16000 IDR,,"), "{meta}");
}

#[test]
fn feeds_are_as_their_readers_want_them() {
    let facts = facts_of(KERIPIK);
    let product = product(&facts);
    let meta = String::from_utf8(
        sheet(Market::Meta, std::slice::from_ref(&product), &options())
            .unwrap()
            .remove(0)
            .bytes,
    )
    .unwrap();
    let mut reader = csv::Reader::from_reader(meta.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, key: &str| {
        rows[row]
            .get(head.iter().position(|h| h == key).unwrap())
            .unwrap()
            .to_owned()
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(0, "price"), "18000 IDR");
    assert_eq!(cell(0, "sale_price"), "15000 IDR");
    assert_eq!(cell(0, "description"), format!(" {DESCRIPTION}"));
    assert_eq!(cell(1, "title"), format!("{TITLE} - Balado"));
    assert_eq!(cell(0, "item_group_id"), "KTBS-01");
    assert_eq!(cell(0, "brand"), "Dapur Bu Sri");
    assert_eq!(cell(0, "image_link"), "");
    assert!(
        cell(0, "link").starts_with("https://wa.me/6281234567890?text=Halo%20Dapur%20Bu%20Sri")
    );

    let mut linked = product.clone();
    linked.base_url = Some("https://busri.example/foto");
    let google = String::from_utf8(
        sheet(Market::Google, &[linked], &options())
            .unwrap()
            .remove(0)
            .bytes,
    )
    .unwrap();
    let lines: Vec<Vec<&str>> = google
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.len() == lines[0].len()));
    let cell = |key: &str| lines[1][lines[0].iter().position(|h| *h == key).unwrap()];
    assert_eq!(cell("link"), "https://busri.example/foto");
    assert_eq!(
        cell("additional_image_link"),
        "https://busri.example/foto/keripik-2.jpg,https://busri.example/foto/keripik-3.jpg"
    );
    assert_eq!(cell("identifier_exists"), "no");
    assert_eq!(cell("availability"), "in_stock");
}

#[test]
fn structured_data_is_valid_json_and_safe_in_a_page() {
    let facts = facts_of(KERIPIK);
    let text = json_ld(&Product::new(&facts, "x", "Keripik </script>", "isi"));
    assert!(!text.contains("</script>"));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["@type"], "ProductGroup");
    assert_eq!(value["hasVariant"][1]["offers"]["price"], "16000");
    assert_eq!(
        value["hasVariant"][1]["offers"]["availability"],
        "https://schema.org/InStock"
    );
    let single =
        facts_of("nama = \"Gerabah\"\nharga = 50000\npreorder_days = 7\nbahan = \"tanah liat\"");
    let value: serde_json::Value =
        serde_json::from_str(&json_ld(&Product::new(&single, "", "Gerabah", ""))).unwrap();
    assert_eq!(
        value["offers"]["availability"],
        "https://schema.org/MadeToOrder"
    );
    assert_eq!(value["material"], "tanah liat");
    assert_eq!(value["sku"], "gerabah");
    let service = facts_of("nama = \"Jasa Cuci\"\nharga = 7000");
    let value: serde_json::Value =
        serde_json::from_str(&json_ld(&Product::new(&service, "", "Jasa Cuci", ""))).unwrap();
    assert_eq!(
        (&value["@type"], &value["offers"]["price"]),
        (&"Service".into(), &"7000".into())
    );
}

#[test]
fn variants_of_one_group_differ_in_an_attribute_and_lead_to_themselves() {
    for (variants, column, varies) in [
        ("Original, Balado", "pattern", "https://schema.org/pattern"),
        ("250 g, 500 g", "size", "https://schema.org/size"),
        ("Merah, Biru", "color", "https://schema.org/color"),
    ] {
        let facts = facts_of(&format!(
            "nama = \"Keripik Tempe\"\nharga = 15000\nvarian = \"{variants}\""
        ));
        let mut product = Product::new(&facts, "KT", "Keripik Tempe", "isi");
        product.base_url = Some("https://naik.example/toko/bu-sri/keripik");
        product.choice = Some("pilihan");
        product.images = vec![Image {
            name: "foto-white.jpg".to_owned(),
            bytes: 1,
            width: 1200,
            height: 1200,
        }];
        let source = Source {
            title: "Bu Sri",
            link: "https://naik.example/toko/bu-sri",
            description: "",
        };
        let names: Vec<&str> = variants.split(", ").collect();
        let feed = google_rss(source, std::slice::from_ref(&product));
        assert_eq!(
            feed.matches("<g:item_group_id>KT</g:item_group_id>")
                .count(),
            2
        );
        for name in &names {
            let cell = format!("<g:{column}>{name}</g:{column}>");
            let link = format!("/keripik?pilihan={}</g:link>", choice(name));
            assert!(
                feed.contains(&cell) && feed.contains(&link),
                "{cell} {link}: {feed}"
            );
        }
        let value: serde_json::Value = serde_json::from_str(&json_ld(&product)).unwrap();
        assert_eq!(value["variesBy"][0], varies);
        let picture = "https://naik.example/toko/bu-sri/keripik/foto-white.jpg";
        assert_eq!(value["hasVariant"][0]["image"][0], picture);
        assert_eq!(value["hasVariant"][1][column], names[1]);
        assert_eq!(
            value["hasVariant"][1]["offers"]["url"],
            format!(
                "https://naik.example/toko/bu-sri/keripik?pilihan={}",
                choice(names[1])
            )
        );
    }
}

fn red(market: Market, product: &Product<'_>) -> Vec<String> {
    preflight(market, product)
        .into_iter()
        .filter(|f| !f.passed)
        .map(|f| f.message.key)
        .collect()
}

#[test]
fn a_good_product_is_green() {
    let facts = facts_of(KERIPIK);
    let mut product = product(&facts);
    for market in [Market::Shopee, Market::TiktokTokopedia, Market::Lazada] {
        assert_eq!(red(market, &product), Vec::<String>::new(), "{market:?}");
    }
    product.base_url = Some("https://busri.example");
    for market in [Market::Meta, Market::Google] {
        assert_eq!(red(market, &product), Vec::<String>::new(), "{market:?}");
    }
}

#[test]
fn lazada_is_told_what_it_asks_of_parcels() {
    let facts = facts_of(KERIPIK);
    let product = product(&facts);
    let advice = |market| {
        preflight(market, &product)
            .into_iter()
            .filter(|finding| finding.rule == "package-size")
            .map(|finding| (finding.passed, finding.message.key))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        advice(Market::Lazada),
        [(true, "check-package-size".to_owned())]
    );
    assert_eq!(advice(Market::Shopee), []);
}

#[test]
fn every_fault_is_red() {
    let good = facts_of(KERIPIK);
    for (market, change, key) in [
        (
            Market::TiktokTokopedia,
            Box::new(|p: &mut Product<'_>| p.title = "Kopi") as Box<dyn Fn(&mut Product<'_>)>,
            "check-title-short",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.title = ""),
            "check-title-missing",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.title = "KERIPIK TEMPE RENYAH"),
            "check-title-caps",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.title = "Keripik enak 🔥"),
            "check-title-emoji",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.title = "Keripik WA 081234567890"),
            "check-title-contact",
        ),
        (
            Market::Google,
            Box::new(|p| p.title = "Keripik gratis ongkir"),
            "check-title-promo",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.description = "pendek"),
            "check-description-short",
        ),
        (
            Market::Lazada,
            Box::new(|p| p.description = "hubungi wa.me/62812"),
            "check-description-contact",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.images.clear()),
            "check-photo-none",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.images[1].width = 300),
            "check-photo-size-bad",
        ),
        (
            Market::Shopee,
            Box::new(|p| p.images[1].bytes = 3_000_000),
            "check-photo-bytes-bad",
        ),
        (
            Market::Lazada,
            Box::new(|p| p.images[0].name = "a.webp".to_owned()),
            "check-photo-format-bad",
        ),
        (Market::Meta, Box::new(|_| ()), "check-photo-link-missing"),
        (Market::Google, Box::new(|_| ()), "check-link-page-missing"),
        (
            Market::Shopee,
            Box::new(|p| {
                p.video = Some(Video {
                    name: "v.mp4".to_owned(),
                    bytes: 40_000_000,
                    seconds: 15.0,
                })
            }),
            "check-video-bytes-bad",
        ),
    ] {
        let mut product = product(&good);
        change(&mut product);
        assert!(
            red(market, &product).contains(&key.to_owned()),
            "{key}: {:?}",
            red(market, &product)
        );
    }
    for (market, text, key) in [
        (Market::Shopee, "harga = 50", "check-price-range"),
        (Market::Shopee, "", "check-price-missing"),
        (Market::Shopee, "harga = 5000", "check-stock-missing"),
        (Market::TiktokTokopedia, "stok = 0", "check-stock-range"),
        (Market::Shopee, "", "check-weight-missing"),
        (Market::Shopee, "berat = \"900 kg\"", "check-weight-range"),
        (Market::Shopee, "preorder_days = 60", "check-preorder-long"),
        (Market::Shopee, "nama = \"Keripik\"", "check-halal-missing"),
        (
            Market::Shopee,
            "nama = \"Keripik\"\nmasa_simpan = \"3 bulan\"",
            "check-food-permit-missing",
        ),
        (Market::Shopee, "nama = \"Keripik\"", "check-food-unknown"),
        (
            Market::Shopee,
            "nama = \"Nugget\"\npirt = \"205357301012329\"",
            "check-food-frozen",
        ),
        (
            Market::Shopee,
            "nama = \"Jasa Cuci\"",
            "check-goods-service",
        ),
        (
            Market::Shopee,
            "varian = \"Manis pedas asam gurih sekali, Asin\"",
            "check-variant-name-long",
        ),
    ] {
        let facts = facts_of(text);
        let found = red(market, &Product::new(&facts, "x", TITLE, DESCRIPTION));
        assert!(found.contains(&key.to_owned()), "{key}: {found:?}");
    }
}

#[test]
fn fresh_food_needs_no_registration() {
    let facts =
        facts_of("nama = \"Kue basah\"\nmasa_simpan = \"2 hari\"\nhalal = \"ID35110000123450126\"");
    let found = red(
        Market::Shopee,
        &Product::new(&facts, "x", TITLE, DESCRIPTION),
    );
    assert!(
        !found
            .iter()
            .any(|key| key.starts_with("check-food") || key.starts_with("check-halal")),
        "{found:?}"
    );
}

#[test]
fn a_sellers_template_is_filled_and_keeps_its_marks() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .set_name("Petunjuk")
        .unwrap()
        .write_string(0, 0, "baca")
        .unwrap();
    let page = book.add_worksheet().set_name("Template").unwrap();
    for (column, key) in [
        (0_u16, "ps_category|0|0"),
        (1, "ps_product_name|1|0"),
        (2, "ps_weight|1|1"),
        (3, "ps_new_thing|0|0"),
        (5, "ps_price|1|1"),
    ] {
        page.write_string(0, column, key).unwrap();
        page.write_string(5, column, "contoh").unwrap();
    }
    page.write_string(1, 1, "3b35da8ca9eeb491").unwrap();
    page.write_string(2, 2, "Berat (gram)").unwrap();
    page.write_string(6, 1, "baris contoh").unwrap();
    let template = book.save_to_buffer().unwrap();
    let facts = facts_of(KERIPIK);
    let mut product = product(&facts);
    product.title = "Keripik <b>& \u{b}tempe";
    let options = Options {
        say: &say,
        template: Some(&template),
    };
    let files = sheet(Market::Shopee, &[product], &options).unwrap();
    let range = read(&files[0].bytes);
    let cell = |row: u32, column: u32| {
        range
            .get_value((row, column))
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    assert_eq!(cell(1, 1), "3b35da8ca9eeb491");
    assert_eq!(cell(6, 1), "Keripik <b>& tempe");
    assert_eq!(cell(6, 2), "300");
    assert_eq!(
        (cell(6, 5), cell(7, 5)),
        ("15000".to_owned(), "16000".to_owned())
    );
    assert!(
        sheet(
            Market::Shopee,
            &[],
            &Options {
                say: &say,
                template: Some(b"PK")
            }
        )
        .is_err()
    );
}

#[test]
fn the_same_products_give_the_same_bytes() {
    let facts = facts_of(KERIPIK);
    for market in Market::ALL {
        let make = || sheet(market, &[product(&facts)], &options()).unwrap();
        assert_eq!(make(), make());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_product_breaks_a_sheet_or_goes_over_a_limit(
        name in "\\PC{0,60}",
        title in "\\PC{0,400}|[\\s\\S]{0,80}|=cmd.{0,20}",
        description in "[\\s\\S]{0,300}|(kata ){0,800}",
        variants in proptest::collection::vec("\\PC{0,60}", 0..8),
        price in proptest::option::of(1_u64..200_000_000_000),
        stock in proptest::option::of(any::<u32>()),
        days in proptest::option::of(any::<u16>()),
        sku in "\\PC{0,130}",
        image in "\\PC{0,30}",
    ) {
        let mut facts = Facts::default();
        let _ = facts::set(&mut facts, naik_core::fact::Fact::Name, &name);
        let _ = facts::set(&mut facts, naik_core::fact::Fact::Variants, &variants.join(";"));
        facts.product.price = price.map(naik_core::money::Rupiah::new);
        facts.product.stock = stock;
        facts.product.preorder_days = days;
        let mut product = Product::new(&facts, sku, &title, &description);
        product.images.push(Image { name: image, bytes: 1, width: 9, height: 9 });
        product.base_url = Some("https://x.id");
        for market in Market::ALL {
            let limits = Limits::get().market(market);
            let offer = line::Offer::new(market, &product);
            prop_assert!(offer.title.chars().count() <= limits.title[1]);
            prop_assert!(offer.description.chars().count() <= limits.description[1]);
            prop_assert!(offer.lines.len() <= limits.variants.max(1));
            for entry in &offer.lines {
                prop_assert!(entry.option.chars().count() <= limits.option);
                prop_assert!(entry.sku.len() <= limits.sku && !entry.sku.contains(' '));
                prop_assert!(entry.price.is_none_or(|p| (limits.price[0]..=limits.price[1]).contains(&p)));
                prop_assert!(entry.stock.is_none_or(|s| (limits.stock[0]..=limits.stock[1]).contains(&s)));
            }
            let mut skus: Vec<&str> = offer.lines.iter().map(|entry| entry.sku.as_str()).collect();
            skus.sort_unstable();
            skus.dedup();
            prop_assert_eq!(skus.len(), offer.lines.len());
            prop_assert!(!preflight(market, &product).is_empty());
            let files = sheet(market, std::slice::from_ref(&product), &options()).unwrap();
            if files[0].name.ends_with("xlsx") {
                let mut book: Xlsx<_> = Xlsx::new(Cursor::new(files[0].bytes.as_slice())).unwrap();
                prop_assert!(book.worksheet_formula("Template").unwrap().is_empty());
            }
        }
        let _: serde_json::Value = serde_json::from_str(&json_ld(&product)).unwrap();
    }
}
