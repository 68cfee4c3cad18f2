//! Storefronts as everyone sees them: pages, pictures, payment codes with an amount, feeds, sitemaps. Nobody asks who
//! looks; only what an owner put on the shelf is here.

use std::collections::{HashMap, HashSet};

use bytes::Bytes;
use naik_connect::listing::{
    Image, Product as Listed, Source, choice, escape, google_rss, json_ld, meta_feed,
};
use naik_connect::qris::{Code, svg};
use naik_core::facts::Facts;
use naik_core::id::{KitId, ProductId, ShopId};
use naik_core::message::Explain;
use naik_core::money::Rupiah;
use naik_core::phone::WhatsApp;
use naik_core::storefront::{Cloth, Open, Week};
use naik_store::repo::storefront::{self, Shelf, Storefront};
use naik_store::repo::{kit, product, shop};
use serde_json::json;

use super::Platform;
use super::error::Fault;

/// The side of a square picture of a kit, in pixels.
const SIDE: u32 = 1200;
/// Pictures that one product shows.
const PICTURES: usize = 6;
/// The name under which a product's page is asked for one variant.
const CHOICE: &str = "pilihan";
/// Pieces that one order by link may name.
pub const PIECES_MOST: u64 = 999;
pub use naik_connect::qris::CEILING;

/// A storefront that is open.
#[derive(Clone, Debug)]
pub struct Front {
    /// Its address.
    pub slug: String,
    /// The shop's name.
    pub name: String,
    /// A few words about it.
    pub about: String,
    /// The number for orders.
    pub whatsapp: Option<WhatsApp>,
    /// Its main colour.
    pub cloth: Cloth,
    /// When it is open.
    pub week: Week,
    /// Whether it has a payment code.
    pub has_qris: bool,
    /// Whether everyone may take its price list along.
    pub gives_prices: bool,
    /// When it was last changed, in Unix milliseconds.
    pub updated_at: i64,
    /// What stands on its shelf.
    pub wares: Vec<Ware>,
    qris: Option<String>,
}

/// A product on a shelf.
#[derive(Clone, Debug)]
pub struct Ware {
    /// The product.
    pub id: ProductId,
    /// Its address below the shop's.
    pub slug: String,
    /// What its owner told.
    pub facts: Facts,
    /// Its pictures, the best first.
    pub pictures: Vec<Picture>,
    /// When it was last changed, in Unix milliseconds.
    pub updated_at: i64,
}

/// A picture that everyone may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name below the product's address.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its size.
    pub bytes: i64,
}

/// One variant of a product, as its page offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name in addresses.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its price: its own, or the product's.
    pub price: Option<Rupiah>,
    /// Whether none is left.
    pub empty: bool,
}

impl Ware {
    /// What there is to choose from; nothing for a product that comes in one kind.
    pub fn choices(&self) -> Vec<Choice> {
        let product = &self.facts.product;
        let mut all: Vec<Choice> = Vec::new();
        for one in &product.variants {
            let key = choice(&one.name);
            // Two names that an address can't tell apart are one choice there, as in the feeds' links.
            if all.iter().any(|known| known.key == key) {
                continue;
            }
            all.push(Choice {
                key,
                name: one.name.clone(),
                price: one.price.or(product.price),
                empty: one.stock.or(product.stock) == Some(0),
            });
        }
        all
    }

    /// The variant of an address; the first that is left for no address of ours. `None` where there is nothing to choose.
    pub fn chosen(&self, key: &str) -> Option<Choice> {
        let mut all = self.choices();
        let asked = all.iter().position(|one| one.key == key);
        let left = || all.iter().position(|one| !one.empty);
        let place = asked.or_else(left).unwrap_or(0);
        (place < all.len()).then(|| all.swap_remove(place))
    }

    /// The lowest price, and whether some variant costs more.
    pub fn from_price(&self) -> Option<(Rupiah, bool)> {
        let prices: Vec<Rupiah> = match self.choices() {
            all if all.is_empty() => self.facts.product.price.into_iter().collect(),
            all => all.into_iter().filter_map(|one| one.price).collect(),
        };
        let lowest = prices.iter().min().copied()?;
        Some((lowest, prices.iter().any(|price| *price > lowest)))
    }
}

/// How many pictures of each product are read.
#[derive(Clone, Copy)]
enum Depth {
    /// All that stand on its page.
    All,
    /// The one on white; where there is none, all.
    Cover,
}

impl Front {
    /// The product at an address.
    ///
    /// # Errors
    /// `Missing` when none stands there.
    pub fn ware(&self, slug: &str) -> Result<&Ware, Fault> {
        let found = self.wares.iter().find(|ware| ware.slug == slug);
        found.ok_or(Fault::Missing)
    }

    /// The shop and when it is open, for search engines. Safe inside a `<script type="application/ld+json">`.
    pub fn json_ld(&self, origin: &str) -> String {
        const DAYS: [&str; 7] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        let hours: Vec<serde_json::Value> = DAYS
            .into_iter()
            .zip(self.week.0)
            .filter_map(|(day, open)| {
                let open = open?;
                Some(json!({
                    "@type": "OpeningHoursSpecification", "dayOfWeek": day,
                    "opens": Open::clock(open.from), "closes": Open::clock(open.until),
                }))
            })
            .collect();
        let city = self
            .wares
            .iter()
            .find_map(|ware| ware.facts.shop.city.clone());
        let mut out = json!({
            "@context": "https://schema.org", "@type": "Store", "name": self.name,
            "url": format!("{origin}/toko/{}", self.slug),
        });
        if let Some(fields) = out.as_object_mut() {
            let mut put = |key: &str, value: serde_json::Value| {
                fields.insert(key.to_owned(), value);
            };
            if !self.about.is_empty() {
                put("description", json!(self.about));
            }
            if let Some(number) = &self.whatsapp {
                put("telephone", json!(format!("+{number}")));
            }
            if let Some(city) = city {
                put(
                    "address",
                    json!({ "@type": "PostalAddress", "addressLocality": city, "addressCountry": "ID" }),
                );
            }
            if !hours.is_empty() {
                put("openingHoursSpecification", json!(hours));
            }
            if let Some((ware, picture)) = self
                .wares
                .iter()
                .find_map(|w| Some((w, w.pictures.first()?)))
            {
                let place = format!("{origin}/toko/{}/{}/{}", self.slug, ware.slug, picture.name);
                put("image", json!(place));
            }
        }
        out.to_string().replace('<', "\\u003c")
    }

    /// One product, for search engines. Safe inside a `<script type="application/ld+json">`.
    pub fn ware_json_ld(&self, ware: &Ware, origin: &str) -> String {
        let place = self.place(ware, origin);
        let told = told(&ware.facts);
        json_ld(&self.listed(ware, &told, &place))
    }

    /// Where a product is.
    pub fn place(&self, ware: &Ware, origin: &str) -> String {
        format!("{origin}/toko/{}/{}", self.slug, ware.slug)
    }

    fn listed<'a>(&self, ware: &'a Ware, told: &'a str, place: &'a str) -> Listed<'a> {
        // Unique, and the same whatever the product is called tomorrow.
        let sku = ware.id.to_string();
        let mut listed = Listed::new(&ware.facts, sku, &ware.facts.product.name, told);
        listed.base_url = Some(place);
        listed.choice = Some(CHOICE);
        listed.images = ware
            .pictures
            .iter()
            .map(|picture| Image {
                name: picture.name.clone(),
                bytes: usize::try_from(picture.bytes).unwrap_or(0),
                width: SIDE,
                height: SIDE,
            })
            .collect();
        listed
    }

    /// Every product with its words and its place.
    fn all(&self, origin: &str) -> Vec<(&Ware, String, String)> {
        self.wares
            .iter()
            .map(|ware| (ware, told(&ware.facts), self.place(ware, origin)))
            .collect()
    }

    /// The catalogue that Meta fetches.
    ///
    /// # Errors
    /// Only by a mistake of ours.
    pub fn meta(&self, origin: &str) -> Result<Vec<u8>, Fault> {
        let all = self.all(origin);
        let listed: Vec<Listed<'_>> = all.iter().map(|(w, t, p)| self.listed(w, t, p)).collect();
        meta_feed(&listed).map_err(|error| Fault::Internal(error.to_string()))
    }

    /// The feed that Google fetches.
    pub fn google(&self, origin: &str) -> String {
        let all = self.all(origin);
        let listed: Vec<Listed<'_>> = all.iter().map(|(w, t, p)| self.listed(w, t, p)).collect();
        let link = format!("{origin}/toko/{}", self.slug);
        let source = Source {
            title: &self.name,
            link: &link,
            description: &self.about,
        };
        google_rss(source, &listed)
    }

    /// Addresses of the shop and its products, with the days of their last change.
    pub fn sitemap(&self, origin: &str) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n",
        );
        let shop = format!("{origin}/toko/{}", self.slug);
        out.push_str(&place(&shop, self.updated_at, None));
        for ware in &self.wares {
            let at = self.place(ware, origin);
            let picture = ware.pictures.first().map(|p| format!("{at}/{}", p.name));
            out.push_str(&place(&at, ware.updated_at, picture.as_deref()));
        }
        out.push_str("</urlset>\n");
        out
    }

    /// The shop's own payment code with an amount, as a picture. That it was shown proves no payment.
    ///
    /// # Errors
    /// `Missing` without a code, `Refused` for an amount that QRIS does not carry.
    pub fn payment(&self, amount: Rupiah) -> Result<String, Fault> {
        let text = self.qris.as_deref().ok_or(Fault::Missing)?;
        let drawn = Code::parse(text)
            .and_then(|code| code.with_amount(amount))
            .and_then(|code| svg(&code.text()));
        drawn.map_err(|error| Fault::field("jumlah", error.explain()))
    }
}

/// One address of a sitemap.
fn place(at: &str, changed: i64, picture: Option<&str>) -> String {
    let day = super::day(changed);
    let picture = picture.map_or_else(String::new, |picture| {
        format!(
            "<image:image><image:loc>{}</image:loc></image:image>",
            escape(picture)
        )
    });
    format!(
        "<url><loc>{}</loc><lastmod>{day}</lastmod>{picture}</url>\n",
        escape(at)
    )
}

/// What the owner told about a product, in plain words: nothing is added.
pub fn told(facts: &Facts) -> String {
    let one = &facts.product;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(one.story.clone());
    let mut line = |name: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            lines.push(format!("{name}: {text}"));
        }
    };
    line("Isi", one.net_weight.map(|weight| weight.to_string()));
    line("Bahan", Some(one.ingredients.join(", ")));
    line("Bahan", Some(one.materials.join(", ")));
    line("Cara pakai", one.usage.clone());
    line("Penyimpanan", one.storage.clone());
    line("Tahan", one.shelf_life.clone());
    if lines.is_empty() {
        lines.push(one.name.clone());
    }
    lines.join("\n")
}

impl Platform {
    /// The storefront at an address, as everyone sees it.
    ///
    /// # Errors
    /// `Missing` when there is none or it is closed, `Gone` when its owner took it away.
    pub async fn front(&self, slug: &str) -> Result<Front, Fault> {
        let row = open_at(storefront::at(self.store.db(), slug).await?)?;
        let shelf = storefront::shelf(self.store.db(), ShopId(row.shop_id)).await?;
        self.stocked(row, shelf, Depth::All).await
    }

    /// The same with one picture of each product: lists show no more, and a thousand rows need not be read for them.
    ///
    /// # Errors
    /// As [`Platform::front`].
    pub async fn front_window(&self, slug: &str) -> Result<Front, Fault> {
        let row = open_at(storefront::at(self.store.db(), slug).await?)?;
        let shelf = storefront::shelf(self.store.db(), ShopId(row.shop_id)).await?;
        self.stocked(row, shelf, Depth::Cover).await
    }

    /// The same with one product on its shelf: a page of one need not read two hundred.
    ///
    /// # Errors
    /// As [`Platform::front`]; `Missing` when the product does not stand there.
    pub async fn front_with(&self, slug: &str, ware: &str) -> Result<Front, Fault> {
        let row = open_at(storefront::at(self.store.db(), slug).await?)?;
        let place = storefront::place(self.store.db(), ShopId(row.shop_id), ware).await?;
        self.stocked(row, vec![place], Depth::All).await
    }

    async fn stocked(
        &self,
        row: Storefront,
        shelf: Vec<Shelf>,
        depth: Depth,
    ) -> Result<Front, Fault> {
        let db = self.store.db();
        let name = shop::get(db, ShopId(row.shop_id)).await?.name;
        let ids: Vec<ProductId> = shelf.iter().map(|one| ProductId(one.product_id)).collect();
        let products = product::several(db, &ids).await?;
        let kits: Vec<KitId> = products.iter().filter_map(|one| one.kit).collect();
        let mut files = self.pictures(&kits, depth).await?;
        let mut products: HashMap<_, _> = products.into_iter().map(|one| (one.id.0, one)).collect();
        let mut wares = Vec::with_capacity(shelf.len());
        for place in shelf {
            let Some(found) = products.remove(&place.product_id) else {
                continue;
            };
            let kept = found.kit.and_then(|kit| files.remove(&kit));
            let mut pictures = kept.unwrap_or_default();
            pictures.sort_by_key(|(rank, _)| *rank);
            let mut facts = found.facts;
            // Who sells is what the storefront says, not what a product once said.
            facts.shop.name = Some(name.clone());
            facts.shop.whatsapp = row
                .whatsapp
                .as_deref()
                .and_then(|n| WhatsApp::parse(n).ok());
            wares.push(Ware {
                id: found.id,
                slug: place.slug,
                facts,
                pictures: pictures
                    .into_iter()
                    .take(PICTURES)
                    .map(|(_, p)| p)
                    .collect(),
                updated_at: found.updated_at,
            });
        }
        let whatsapp = row
            .whatsapp
            .as_deref()
            .and_then(|n| WhatsApp::parse(n).ok());
        Ok(Front {
            slug: row.slug,
            name,
            about: row.about,
            whatsapp,
            cloth: Cloth::parse(&row.color),
            week: serde_json::from_str(&row.hours).unwrap_or_default(),
            has_qris: row.qris.is_some(),
            gives_prices: storefront::gives_prices(db, ShopId(row.shop_id)).await?,
            updated_at: row.updated_at,
            wares,
            qris: row.qris,
        })
    }

    /// Pictures of kits, the best first.
    async fn pictures(
        &self,
        kits: &[KitId],
        depth: Depth,
    ) -> Result<HashMap<KitId, Vec<(usize, Picture)>>, Fault> {
        let db = self.store.db();
        let rows = match depth {
            Depth::All => kit::pictures(db, kits).await?,
            Depth::Cover => {
                let mut rows = kit::covers(db, kits).await?;
                let covered: HashSet<KitId> = rows.iter().map(|(kit, _)| *kit).collect();
                let mut bare = kits.to_vec();
                bare.retain(|kit| !covered.contains(kit));
                if !bare.is_empty() {
                    rows.extend(kit::pictures(db, &bare).await?);
                }
                rows
            }
        };
        let mut files: HashMap<KitId, Vec<(usize, Picture)>> = HashMap::new();
        for (kit, file) in rows {
            if let Some(rank) = rank(&file.path) {
                files.entry(kit).or_default().push((rank, picture(&file)));
            }
        }
        Ok(files)
    }

    /// Where the storefront went that stood at an address before: its address now.
    ///
    /// # Errors
    /// `Missing` when none did or it is closed, `Gone` when its owner took it away.
    pub async fn moved(&self, slug: &str) -> Result<String, Fault> {
        let row = open_at(storefront::was_at(self.store.db(), slug).await?)?;
        Ok(row.slug)
    }

    /// A picture of a product on a shelf, and its digest.
    ///
    /// # Errors
    /// As [`Platform::front`]; `Missing` when the product shows no such picture.
    pub async fn front_picture(
        &self,
        slug: &str,
        ware: &str,
        name: &str,
    ) -> Result<(Bytes, String), Fault> {
        let db = self.store.db();
        let row = open_at(storefront::at(db, slug).await?)?;
        let place = storefront::place(db, ShopId(row.shop_id), ware).await?;
        let id = ProductId(place.product_id);
        let found = product::get(db, id, self.now()).await?;
        let files = kit::pictures(db, &[found.kit.ok_or(Fault::Missing)?]).await?;
        let file = files
            .into_iter()
            .map(|(_, file)| file)
            .find(|file| rank(&file.path).is_some() && picture(file).name == name);
        let sha256 = file.ok_or(Fault::Missing)?.sha256;
        Ok((self.store.blobs().get(&sha256).await?, sha256))
    }

    /// Sitemaps of all storefronts that are open.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sitemaps(&self, origin: &str) -> Result<String, Fault> {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        // A sitemap of sitemaps holds 50 000.
        for (slug, changed) in storefront::open(self.store.db(), 50_000).await? {
            let at = format!("{origin}/toko/{slug}/sitemap.xml");
            let day = super::day(changed);
            out.push_str(&format!(
                "<sitemap><loc>{}</loc><lastmod>{day}</lastmod></sitemap>\n",
                escape(&at)
            ));
        }
        out.push_str("</sitemapindex>\n");
        Ok(out)
    }
}

fn open_at(row: Storefront) -> Result<Storefront, Fault> {
    match (row.open, row.withdrawn_at) {
        (_, Some(_)) => Err(Fault::Gone),
        (false, None) => Err(Fault::Missing),
        (true, None) => Ok(row),
    }
}

/// How good a picture of a kit is for a shelf; `None` for what is not shown there.
pub(super) fn rank(path: &str) -> Option<usize> {
    let name = path.rsplit('/').next()?;
    match name {
        _ if path.starts_with("photos/marketplace/") => None,
        "white.jpg" => Some(0),
        _ if name.starts_with("scene-") => Some(1),
        "tidied.jpg" => Some(2),
        _ => None,
    }
}

fn picture(file: &kit::File) -> Picture {
    let path = file.path.strip_prefix("photos/").unwrap_or(&file.path);
    Picture {
        name: path.replace('/', "-"),
        sha256: file.sha256.clone(),
        bytes: file.bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_for_a_shelf_are_shown() {
        for (path, wanted) in [
            ("photos/foto/white.jpg", Some(0)),
            ("photos/foto/scene-wood.jpg", Some(1)),
            ("photos/foto/tidied.jpg", Some(2)),
            ("photos/marketplace/shopee/foto-1.jpg", None),
            ("photos/foto/before.jpg", None),
            ("posts/feed.jpg", None),
        ] {
            assert_eq!(rank(path), wanted, "{path}");
        }
    }

    #[test]
    fn a_product_says_what_its_owner_told_and_nothing_more() {
        let mut facts = Facts::default();
        facts.product.name = "Keripik".to_owned();
        assert_eq!(told(&facts), "Keripik");
        facts.product.story = Some("Dari dapur sendiri.".to_owned());
        facts.product.ingredients = vec!["tempe".to_owned(), "garam".to_owned()];
        assert_eq!(told(&facts), "Dari dapur sendiri.\nBahan: tempe, garam");
    }
}
