//! The feeds that Google and Meta fetch, rule by rule against what they publish of their fields.

use std::collections::{BTreeMap, BTreeSet};

use naik_core::category::Category;
use naik_core::facts::{Facts, Variant};
use naik_core::id::{KitId, ProductId, ShopId};
use naik_core::money::Rupiah;
use naik_core::quantity::Quantity;
use naik_store::repo::kit::{self, File};
use naik_store::repo::product::{self, Holder, Product};
use naik_store::repo::storefront;

use crate::site::Site;
use crate::storefront::opened;

/// One item: each field with its texts.
type Item = BTreeMap<String, Vec<String>>;

/// Gives a product a kit with pictures of a shelf.
pub(crate) async fn pictured(site: &Site, product: ProductId, pictures: usize) {
    let db = site.platform.store.db();
    let (id, now) = (KitId(site.platform.outside.id()), site.platform.now());
    kit::create(db, id, product, None, "whole", now)
        .await
        .unwrap();
    let files = (0..pictures).map(|number| File {
        kit_id: id.0,
        path: format!("photos/foto-{number}/white.jpg"),
        sha256: format!("{number:064}"),
        bytes: 200_000,
    });
    kit::set_files(db, id, files.collect()).await.unwrap();
    product::show_kit(db, product, id, now).await.unwrap();
}

/// Adds a product to a shop, not yet on its shelf.
pub(crate) async fn added(site: &Site, shop: ShopId, facts: Facts) -> ProductId {
    let new = Product {
        id: ProductId(site.platform.outside.id()),
        holder: Holder::Shop(shop),
        facts,
        kit: None,
        revision: 0,
        created_at: 0,
        updated_at: 0,
        expires_at: None,
    };
    product::create(site.platform.store.db(), &new)
        .await
        .unwrap();
    new.id
}

fn named(name: &str) -> Facts {
    let mut facts = Facts::default();
    facts.product.name = name.to_owned();
    facts.product.price = Some(Rupiah::new(15_000));
    facts
}

fn kind(name: &str, price: Option<u64>, stock: Option<u32>) -> Variant {
    Variant {
        name: name.to_owned(),
        price: price.map(Rupiah::new),
        stock,
    }
}

/// Products as owners write them, by their address.
fn shelf() -> Vec<(&'static str, Facts)> {
    let mut reduced = named("Keripik Tempe");
    reduced.product.previous_price = Some(Rupiah::new(18_000));
    reduced.product.net_weight = Quantity::parse("250 g").ok();
    let mut choice = named("Sambal Bawang");
    choice.product.variants = vec![
        kind("Original", None, Some(0)),
        kind("Balado, Pedas & \"Gurih\"", Some(20_000), Some(3)),
        kind(&"Sangat pedas sekali ".repeat(9), None, None),
    ];
    let mut ordered = named("Kue Ulang Tahun");
    ordered.product.preorder_days = Some(7);
    ordered.product.stock = Some(0);
    let shouted = named("KERIPIK TEMPE MALANG GRATIS ONGKIR 0812-3456-7890");
    let mut pasted = named("Kopi Dampit");
    let words = "<p>Kopi <b>robusta</b> &amp; arabika<br>dari Dampit</p> ".repeat(400);
    pasted.product.story = Some(words);
    let long = named(&"Keripik Tempe Daun Jeruk ".repeat(20));
    let mut unpriced = named("Belum Ada Harga");
    unpriced.product.price = None;
    let mut service = named("Jasa Cuci Sepatu");
    service.product.category = Category::Service;
    vec![
        ("keripik", reduced),
        ("sambal", choice),
        ("kue", ordered),
        ("teriak", shouted),
        ("kopi", pasted),
        ("panjang", long),
        ("tanpa-harga", unpriced),
        ("jasa", service),
        ("tanpa-foto", named("Belum Ada Foto")),
    ]
}

/// A shop in which all of them stand.
async fn stocked(site: &Site) {
    let (_, _) = opened(site).await;
    let db = site.platform.store.db();
    let shop = ShopId(storefront::at(db, "bu-sri").await.unwrap().shop_id);
    let mut places = Vec::new();
    for (slug, facts) in shelf() {
        let id = added(site, shop, facts).await;
        if slug != "tanpa-foto" {
            pictured(site, id, 3).await;
        }
        places.push((id, slug.to_owned()));
    }
    storefront::fill(db, shop, &places).await.unwrap();
}

fn of_csv(text: &str) -> Vec<Item> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| {
        // A reader of feeds trims its cells.
        let cells = head.iter().zip(row.iter().map(str::trim));
        cells
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| {
                let parts: Vec<&str> = match name {
                    "additional_image_link" => cell.split(',').collect(),
                    _ => vec![cell],
                };
                let parts = parts.into_iter().map(str::to_owned);
                (name.to_owned(), parts.collect())
            })
            .collect()
    })
    .collect()
}

fn of_xml(text: &str) -> Vec<Item> {
    let items = text.split("<item>").skip(1);
    items
        .map(|item| {
            let mut found = Item::new();
            let (item, _) = item.split_once("</item>").unwrap();
            for line in item.lines().filter(|line| !line.is_empty()) {
                let (name, rest) = line
                    .strip_prefix("<g:")
                    .and_then(|rest| rest.split_once('>'))
                    .unwrap();
                let told = rest.strip_suffix(&format!("</g:{name}>")).unwrap();
                assert!(!told.contains(['<', '>', '"', '\'']), "{line}");
                let signs = [
                    ("&lt;", "<"),
                    ("&gt;", ">"),
                    ("&quot;", "\""),
                    ("&apos;", "'"),
                ];
                let told = signs
                    .into_iter()
                    .fold(told.to_owned(), |told, (name, sign)| {
                        told.replace(name, sign)
                    });
                let told = told.replace("&amp;", "&");
                found.entry(name.to_owned()).or_default().push(told);
            }
            found
        })
        .collect()
}

/// The limits and words of one reader.
struct Rules {
    needs: &'static [&'static str],
    /// The longest text of a field, in characters.
    longest: &'static [(&'static str, usize)],
    /// What a field may say.
    words: &'static [(&'static str, &'static [&'static str])],
    pictures: usize,
}

const META: Rules = Rules {
    needs: &[
        "id",
        "title",
        "description",
        "availability",
        "condition",
        "price",
        "link",
        "image_link",
        "brand",
    ],
    longest: &[
        ("id", 100),
        ("title", 200),
        ("description", 9_999),
        ("brand", 100),
        ("size", 200),
        ("color", 200),
        ("custom_label_0", 100),
    ],
    words: &[
        (
            "availability",
            &[
                "in stock",
                "out of stock",
                "preorder",
                "available for order",
                "discontinued",
            ],
        ),
        ("condition", &["new", "refurbished", "used"]),
        ("status", &["active", "archived"]),
    ],
    pictures: 20,
};

const GOOGLE: Rules = Rules {
    needs: &[
        "id",
        "title",
        "description",
        "link",
        "image_link",
        "availability",
        "price",
        "brand",
    ],
    longest: &[
        ("id", 50),
        ("title", 150),
        ("description", 5_000),
        ("brand", 70),
        ("size", 100),
        ("color", 100),
        ("pattern", 100),
        ("item_group_id", 50),
    ],
    words: &[
        (
            "availability",
            &["in_stock", "out_of_stock", "preorder", "backorder"],
        ),
        ("condition", &["new", "refurbished", "used"]),
        ("identifier_exists", &["yes", "no"]),
    ],
    pictures: 10,
};

/// `15000 IDR`: a number without a thousands mark, a space, the code.
fn is_price(text: &str) -> bool {
    let number = text.strip_suffix(" IDR").unwrap_or_default();
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0')
}

fn amount(text: &str) -> u64 {
    text.strip_suffix(" IDR").unwrap().parse().unwrap()
}

/// `275 g`, `0.25 kg`.
fn is_weight(text: &str) -> bool {
    let parts = text.split_once(' ');
    parts.is_some_and(|(number, unit)| {
        number.parse::<f64>().is_ok_and(|n| n > 0.0) && matches!(unit, "g" | "kg")
    })
}

fn is_link(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"<>\"\\^`{|}".contains(c);
    text.starts_with("https://") && text.chars().all(plain)
}

/// Checks every item against every rule.
fn check(rules: &Rules, items: &[Item]) {
    let mut ids = BTreeSet::new();
    let mut groups: BTreeMap<&str, BTreeSet<Vec<&str>>> = BTreeMap::new();
    for item in items {
        let one = |name: &str| item.get(name).map_or("", |texts| texts[0].as_str());
        for name in rules.needs {
            assert!(!one(name).is_empty(), "{name}: {item:?}");
        }
        for (name, most) in rules.longest {
            assert!(one(name).chars().count() <= *most, "{name}: {item:?}");
        }
        for (name, words) in rules.words {
            let told = one(name);
            assert!(told.is_empty() || words.contains(&told), "{name}: {told}");
        }
        assert!(ids.insert(one("id")), "twice: {}", one("id"));
        assert!(is_price(one("price")), "{}", one("price"));
        if let Some(sale) = item.get("sale_price") {
            assert!(is_price(&sale[0]) && amount(&sale[0]) < amount(one("price")));
        }
        if let Some(weight) = item.get("shipping_weight") {
            assert!(is_weight(&weight[0]), "{weight:?}");
        }
        let pictures = ["image_link", "additional_image_link"];
        let pictures: Vec<&String> = pictures
            .iter()
            .filter_map(|name| item.get(*name))
            .flatten()
            .collect();
        assert!(pictures.len() <= 1 + rules.pictures, "{pictures:?}");
        for link in pictures.iter().copied().chain(&item["link"]) {
            assert!(is_link(link), "{link}");
        }
        for picture in &pictures {
            assert!(
                picture.ends_with(".jpg") || picture.ends_with(".png"),
                "{picture}"
            );
        }
        // Plain text: no tags, no names of signs.
        let told = one("description");
        for mark in ["<p>", "<b>", "<br>", "&amp;", "&nbsp;"] {
            assert!(!told.contains(mark), "{told}");
        }
        // Variants of a group differ in what buyers choose by.
        if let Some(group) = item.get("item_group_id") {
            let differs = ["size", "color", "pattern"].map(one).to_vec();
            let known = groups.entry(&group[0]).or_default();
            assert!(known.insert(differs), "{item:?}");
        }
    }
}

fn titled<'a>(items: &'a [Item], start: &str) -> Vec<&'a Item> {
    let mut found = items.iter().collect::<Vec<_>>();
    found.retain(|item| item["title"][0].starts_with(start));
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn metas_catalogue_keeps_every_rule() {
    let site = Site::new().await;
    stocked(&site).await;
    let reply = site.browser().get("/toko/bu-sri/meta.csv").await;
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let items = of_csv(&reply.text());
    // Eight products, of which one comes in three kinds; two of them are not whole.
    assert_eq!(items.len(), 9, "{items:?}");
    check(&META, &items);
    for missing in ["Belum Ada Harga", "Belum Ada Foto"] {
        assert!(titled(&items, missing).is_empty(), "{missing}");
    }
    let keripik = titled(&items, "Keripik Tempe")[0];
    assert_eq!(keripik["price"][0], "18000 IDR");
    assert_eq!(keripik["sale_price"][0], "15000 IDR");
    assert_eq!(keripik["additional_image_link"].len(), 2);
    assert!(keripik["link"][0].starts_with("https://wa.me/6281234567890?text="));
    let order = titled(&items, "Kue Ulang Tahun")[0];
    assert_eq!(order["availability"][0], "available for order");
    let kinds = titled(&items, "Sambal Bawang - ");
    let told = |name: &str| -> Vec<&str> { kinds.iter().map(|k| k[name][0].as_str()).collect() };
    assert_eq!(kinds.len(), 3);
    assert_eq!(
        told("availability"),
        ["out of stock", "in stock", "in stock"]
    );
    assert_eq!(told("price"), ["15000 IDR", "20000 IDR", "15000 IDR"]);
    assert_eq!(kinds[1]["quantity_to_sell_on_facebook"][0], "3");
}

#[tokio::test(flavor = "multi_thread")]
async fn googles_feed_keeps_every_rule() {
    let site = Site::new().await;
    stocked(&site).await;
    let reply = site.browser().get("/toko/bu-sri/google.xml").await;
    assert_eq!(
        reply.header("content-type"),
        "application/xml; charset=utf-8"
    );
    let text = reply.text();
    assert!(text.contains("<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">"));
    let items = of_xml(&text);
    // As Meta's, but a service is no goods.
    assert_eq!(items.len(), 8, "{items:?}");
    check(&GOOGLE, &items);
    for missing in ["Belum Ada Harga", "Belum Ada Foto", "Jasa Cuci Sepatu"] {
        assert!(titled(&items, missing).is_empty(), "{missing}");
    }
    for item in &items {
        let title = &item["title"][0];
        let lower = title.to_lowercase();
        assert!(
            !lower.contains("ongkir") && !title.contains("0812"),
            "{title}"
        );
        assert!(title.contains(char::is_lowercase), "{title}");
        assert_eq!(item["identifier_exists"][0], "no");
        // A chat shows no product.
        let link = &item["link"][0];
        assert!(
            link.starts_with("https://naik.example/toko/bu-sri/"),
            "{link}"
        );
    }
    assert_eq!(titled(&items, "Keripik Tempe Malang").len(), 1);
    let order = titled(&items, "Kue Ulang Tahun")[0];
    assert_eq!(order["availability"][0], "in_stock");
    assert_eq!(order["max_handling_time"][0], "7");
    let kinds = titled(&items, "Sambal Bawang - ");
    assert_eq!(kinds[0]["availability"][0], "out_of_stock");
    // The price is the one of the page that the link opens.
    let mut guest = site.browser();
    for item in [kinds[1], titled(&items, "Keripik Tempe")[0]] {
        let place = item["link"][0]
            .strip_prefix("https://naik.example")
            .unwrap();
        let page = guest.get(place).await.text();
        let asked = item.get("sale_price").unwrap_or(&item["price"]);
        let shown = Rupiah::new(amount(&asked[0])).to_string();
        assert!(page.contains(&shown), "{shown}: {page}");
    }
}
