//! Papers of a shop: its catalogue, its price list, and a month's result for the bank.
//!
//! They are set on threads that no page waits on, a few at a time, and anew each time: what they say is what stands in
//! the books at that moment.

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::cash::{Balance, Way};
use naik_core::facts::Facts;
use naik_core::id::{KitId, ProductId};
use naik_core::message::Message;
use naik_core::money::Rupiah;
use naik_core::phone::WhatsApp;
use naik_core::sale::SaleChannel;
use naik_core::slug::slug;
use naik_core::storefront::{Cloth, Open, Week};
use naik_core::tax::Rules;
use naik_photo::decode::{self, DecodeOptions};
use naik_photo::encode;
use naik_press::PressError;
pub use naik_press::document::Kind;
use naik_press::document::{
    CashRow, Item, Listing, MonthResult, Paper, SalesRow, Seller, Sheet, Tax, listing, month_result,
};
use naik_store::blob::digest;
use naik_store::repo::sale::{self, By, Days, FILED, Total};
use naik_store::repo::{kit, photo, shop};

use super::error::Fault;
use super::street::{Front, rank};
use super::{Platform, apart};
use crate::words::Words;

/// The longest side of a photo in a catalogue, in pixels: 200 an inch where few stand in a row.
const SIDE: u32 = 480;
/// The same where many stand in a row.
const SIDE_SMALL: u32 = 360;
/// Things up to which few stand in a row.
const FEW: usize = 9;
/// How photos and pictures are written.
const QUALITY: u8 = 84;
/// How pictures of words are written: edges of letters show every fault.
const QUALITY_WORDS: u8 = 92;

/// What a listing is made of, before anything is drawn.
pub struct Draft {
    listing: Listing,
    photos: Vec<Option<String>>,
    /// Tells this state of the shop, in this language and on this day, from every other.
    pub tag: String,
    name: String,
}

impl Draft {
    /// How many things stand in it.
    pub fn items(&self) -> usize {
        self.listing.items.len()
    }

    /// A name for a file of it, without its end: `keripik-bu-sari-katalog`.
    pub fn file_name(&self, kind: Kind) -> String {
        let what = match kind {
            Kind::Catalogue => "katalog",
            Kind::Prices => "daftar-harga",
        };
        format!("{}-{what}", self.name)
    }
}

impl Platform {
    /// What the own shop sells, as its catalogue and price list say it: what stands on the shelf, or all that has a price
    /// while there is no shelf. `origin` is where the site is.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn draft_listing(
        &self,
        who: &Who,
        origin: &str,
        words: &Words,
    ) -> Result<Draft, Fault> {
        let own = self.own_storefront(who).await?;
        let front = own.front.as_ref();
        let shown: Vec<_> = own
            .products
            .into_iter()
            .filter(|(one, is_shown)| {
                *is_shown || (front.is_none() && one.facts.product.price.is_some())
            })
            .map(|(one, _)| one)
            .collect();
        let db = self.store.db();
        let kits: Vec<KitId> = shown.iter().filter_map(|one| one.kit).collect();
        let files = kit::pictures(db, &kits).await?;
        let mut photos = Vec::with_capacity(shown.len());
        for one in &shown {
            let best = files
                .iter()
                .filter(|(kit, _)| Some(*kit) == one.kit)
                .filter_map(|(_, file)| Some((rank(&file.path)?, &file.sha256)))
                .min();
            photos.push(match best {
                Some((_, sha256)) => Some(sha256.clone()),
                // Without a kit the photo as it came is better than none.
                None => first_photo(self, one.id).await?,
            });
        }
        let whatsapp = front.and_then(|front| front.whatsapp.clone());
        let whatsapp = whatsapp.and_then(|digits| WhatsApp::parse(&digits).ok());
        let from_facts = shown.iter().find_map(|one| one.facts.shop.whatsapp.clone());
        let is_open = front.is_some_and(|front| front.open && front.withdrawn_at.is_none());
        let link = front.filter(|_| is_open);
        let about = front.map(|front| front.about.clone());
        let week = front.and_then(|front| serde_json::from_str(&front.hours).ok());
        let facts: Vec<Facts> = shown.into_iter().map(|one| one.facts).collect();
        let seller = Seller {
            name: own.shop.name.clone(),
            about: about.filter(|about| !about.is_empty()),
            city: facts.iter().find_map(|one| one.shop.city.clone()),
            whatsapp: whatsapp.or(from_facts).map(|number| number.local()),
            link: link.map(|front| format!("{origin}/toko/{}", front.slug)),
            cloth: front.map_or(Cloth::default(), |front| Cloth::parse(&front.color)),
            hours: hours(&week.unwrap_or_default(), words),
        };
        Ok(self.draft(seller, &facts, photos, words))
    }

    /// The price list that a shop gives to everyone.
    ///
    /// # Errors
    /// `Missing` when it gives none.
    pub async fn draft_given_prices(
        &self,
        front: &Front,
        origin: &str,
        words: &Words,
    ) -> Result<Draft, Fault> {
        if !front.gives_prices {
            return Err(Fault::Missing);
        }
        let facts: Vec<Facts> = front.wares.iter().map(|ware| ware.facts.clone()).collect();
        let about = Some(front.about.clone());
        let seller = Seller {
            name: front.name.clone(),
            about: about.filter(|about| !about.is_empty()),
            city: facts.iter().find_map(|one| one.shop.city.clone()),
            whatsapp: front.whatsapp.as_ref().map(WhatsApp::local),
            link: Some(format!("{origin}/toko/{}", front.slug)),
            cloth: front.cloth,
            hours: hours(&front.week, words),
        };
        Ok(self.draft(seller, &facts, Vec::new(), words))
    }

    fn draft(
        &self,
        seller: Seller,
        facts: &[Facts],
        photos: Vec<Option<String>>,
        words: &Words,
    ) -> Draft {
        let today = self.today();
        let items: Vec<Item> = facts.iter().map(|one| item(one, words)).collect();
        let listing = Listing {
            seller,
            items,
            lang: words.lang(),
            made: today,
            made_said: day(words, today),
        };
        let told = format!("{} {listing:?} {photos:?}", env!("CARGO_PKG_VERSION"));
        Draft {
            tag: digest(told.as_bytes()),
            name: slug(&listing.seller.name),
            listing,
            photos,
        }
    }

    /// A listing as a PDF for A4.
    ///
    /// # Errors
    /// When a stored photo can't be reached.
    pub async fn listing_pdf(
        &self,
        draft: Draft,
        kind: Kind,
        words: Words,
    ) -> Result<Vec<u8>, Fault> {
        let _turn = self.heavy_turn().await?;
        let listing = match kind {
            Kind::Catalogue => self.with_photos(draft, 0, usize::MAX).await?,
            Kind::Prices => draft.listing,
        };
        apart(move || {
            let paper = naik_press::document::listing(&listing, kind, Sheet::Print, &sayer(&words));
            paper?.pdf()
        })
        .await
    }

    /// One picture of a listing for chats, 1080 pixels across, as JPEG; counted from 1.
    ///
    /// # Errors
    /// `Missing` beyond the last one.
    pub async fn listing_picture(
        &self,
        draft: Draft,
        kind: Kind,
        part: usize,
        words: Words,
    ) -> Result<Vec<u8>, Fault> {
        if part == 0 || part > kind.pictures(draft.items()) {
            return Err(Fault::Missing);
        }
        let _turn = self.heavy_turn().await?;
        let size = kind.per_picture();
        let listed = match kind {
            Kind::Catalogue => self.with_photos(draft, (part - 1) * size, size).await?,
            Kind::Prices => draft.listing,
        };
        apart(move || {
            let paper = listing(&listed, kind, Sheet::Phone(part), &sayer(&words))?;
            picture(&paper, 0)
        })
        .await
    }

    /// The listing with the photos of some of its things, as small as paper needs them.
    async fn with_photos(&self, draft: Draft, skip: usize, take: usize) -> Result<Listing, Fault> {
        let Draft {
            mut listing,
            photos,
            ..
        } = draft;
        let side = if take.min(listing.items.len()) > FEW {
            SIDE_SMALL
        } else {
            SIDE
        };
        let wanted = listing.items.iter_mut().zip(photos).skip(skip).take(take);
        for (item, sha256) in wanted {
            let Some(sha256) = sha256 else { continue };
            let bytes = self.store.blobs().get(&sha256).await?;
            item.photo = tokio::task::spawn_blocking(move || small(&bytes, side))
                .await
                .map_err(|e| Fault::Internal(e.to_string()))?;
        }
        Ok(listing)
    }

    /// A month's result as a PDF that a bank can read, with a name for it.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn month_paper(
        &self,
        who: &Who,
        month: Date,
        words: Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let id = self.own_shop(who, Action::SeeProduct).await?;
        let db = self.store.db();
        let row = shop::get(db, id).await?;
        let days = Days {
            first: month.first_of_month(),
            last: month.last_of_month(),
        };
        let book = self.cash_month(who, month).await?;
        let total = book.sold;
        let mut places = sale::sums(db, id, days, By::Channel).await?;
        places.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.amount));
        let share = |sum: &Total| percent(sum.amount, total.amount);
        let line = |name: String, sum: &Total| SalesRow {
            name,
            sales: sum.sales,
            pieces: sum.pieces,
            amount: Rupiah::new(sum.amount).to_string(),
            share: share(sum),
        };
        let places = places.iter().map(|(key, sum)| {
            let channel = SaleChannel::parse(key).unwrap_or(SaleChannel::Other);
            line(words.label(&format!("tempat-{}", channel.key()), &[]), sum)
        });
        let places: Vec<SalesRow> = places.collect();
        let sources = sale::sums(db, id, days, By::Source).await?;
        let source = |filed: bool| {
            let found = sources.iter().find(|(key, _)| (key == FILED) == filed);
            line(
                String::new(),
                &found.map(|(_, sum)| *sum).unwrap_or_default(),
            )
        };
        let year = Days {
            first: month.first_of_year(),
            last: days.last,
        };
        let months = sale::sums(db, id, year, By::Month).await?;
        let months = months.into_iter().map(|(key, sum)| {
            let first = format!("{key}-01").parse::<Date>();
            let name = first.map_or(key, |first| month_name(&words, first));
            (name, Rupiah::new(sum.amount).to_string())
        });
        let months: Vec<(String, String)> = months.collect();
        let sold = Balance::from(Rupiah::new(total.amount));
        let left = sold + book.sums.left();
        let shop_slug = slug(&row.name);
        let result = MonthResult {
            city: self
                .shop_products(who)
                .await?
                .into_iter()
                .find_map(|one| one.facts.shop.city),
            shop: row.name,
            month: month_name(&words, month),
            period: period(&words, days),
            made: self.today(),
            made_said: day(&words, self.today()),
            lang: words.lang(),
            sold: sold.to_string(),
            came: book.sums.came.to_string(),
            went: book.sums.went.to_string(),
            left: left.to_string(),
            is_loss: left.is_negative(),
            total: line(String::new(), &total),
            noted: source(false),
            filed: source(true),
            cash: book
                .lines
                .iter()
                .rev()
                .map(|(_, line)| {
                    let amount = Some(line.amount.to_string());
                    let (came, went) = match line.way {
                        Way::In => (amount, None),
                        Way::Out => (None, amount),
                    };
                    CashRow {
                        day: day(&words, line.day),
                        what: line.what.clone(),
                        came,
                        went,
                    }
                })
                .collect(),
            tax: self.month_tax(who, month).await?,
            places,
            months,
        };
        let _turn = self.heavy_turn().await?;
        let bytes = apart(move || month_result(&result, &sayer(&words))?.pdf()).await?;
        let (year, number) = (month.year(), month.month());
        Ok((bytes, format!("{shop_slug}-{year:04}-{number:02}.pdf")))
    }

    async fn month_tax(&self, who: &Who, month: Date) -> Result<Option<Tax>, Fault> {
        // No rate is known of some years; any other fault is one.
        let year = match self.tax_year(who, month.year()).await {
            Ok(year) => year,
            Err(Fault::Missing) => return Ok(None),
            Err(other) => return Err(other),
        };
        let place = usize::try_from(month.month() - 1).unwrap_or(0);
        Ok(year.months.get(place).map(|one| Tax {
            turnover: one.since_january.to_string(),
            free: Rupiah::new(year.rule.free).to_string(),
            due: one.tax.to_string(),
            source: Rules::get().source.clone(),
        }))
    }
}

/// Words for the press.
pub(super) fn sayer(words: &Words) -> impl Fn(&Message) -> String + '_ {
    move |message| words.say(message).text
}

/// A page of a paper as JPEG.
fn picture(paper: &Paper, page: usize) -> Result<Vec<u8>, PressError> {
    let failed = |text: &str| PressError::Document(text.to_owned());
    let drawn = paper.picture(page).ok_or_else(|| failed("no such page"))?;
    let (pixels, _) = drawn.rgba.as_chunks::<4>();
    let rgb = pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]);
    let image = naik_photo::image::Rgb::from_data(drawn.width, drawn.height, rgb.collect());
    let image = image.ok_or_else(|| failed("a page of odd size"))?;
    encode::jpeg(&image, QUALITY_WORDS).map_err(|error| failed(&error.to_string()))
}

/// A stored photo, small; `None` for one that can't be read: its place stays empty, the paper is made.
fn small(bytes: &[u8], side: u32) -> Option<Vec<u8>> {
    let photo = decode::decode(bytes, &DecodeOptions::at_most(side)).ok()?;
    encode::jpeg(&photo.pixels, QUALITY).ok()
}

async fn first_photo(platform: &Platform, product: ProductId) -> Result<Option<String>, Fault> {
    let photos = photo::list(platform.store.db(), product).await?;
    Ok(photos.into_iter().next().map(|photo| photo.sha256))
}

fn item(facts: &Facts, words: &Words) -> Item {
    let one = &facts.product;
    let kept = one
        .shelf_life
        .as_ref()
        .map(|time| words.label("kertas-tahan", &[("waktu", time)]));
    let days = one.preorder_days.filter(|days| *days > 0);
    let days = days.map(|days| words.label("kertas-pesan-dulu", &[("n", &days.to_string())]));
    Item {
        name: one.name.clone(),
        price: one.price.map(|price| price.to_string()),
        before: one.previous_price.map(|price| price.to_string()),
        unit: one
            .unit
            .as_ref()
            .map(|unit| words.label("kertas-per", &[("satuan", unit)])),
        details: [one.net_weight.map(|weight| weight.to_string()), kept, days]
            .into_iter()
            .flatten()
            .collect(),
        choices: one
            .variants
            .iter()
            .map(|choice| {
                let price = choice.price.filter(|price| Some(*price) != one.price);
                (choice.name.clone(), price.map(|price| price.to_string()))
            })
            .collect(),
        story: one.story.clone(),
        photo: None,
        sold_out: one.stock == Some(0),
    }
}

/// Opening hours; days in a row with the same hours are said at once: `Senin–Jumat 08.00–17.00`.
fn hours(week: &Week, words: &Words) -> Vec<String> {
    let mut runs: Vec<(u8, u8, Open)> = Vec::new();
    for (number, open) in (1..).zip(week.0) {
        let Some(open) = open else { continue };
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == number && *same == open => *last = number,
            _ => runs.push((number, number, open)),
        }
    }
    let name = |number: u8| words.label(&format!("hari-{number}"), &[]);
    runs.into_iter()
        .map(|(first, last, open)| {
            let days = if first == last {
                name(first)
            } else {
                format!("{}–{}", name(first), name(last))
            };
            let clock = |minutes| Open::clock(minutes).replace(':', ".");
            format!("{days} {}–{}", clock(open.from), clock(open.until))
        })
        .collect()
}

/// A day: `3 November 2026`.
pub(super) fn day(words: &Words, day: Date) -> String {
    let month = words.label(&format!("bulan-{}", day.month()), &[]);
    let (date, year) = (day.day().to_string(), day.year().to_string());
    let args = [("hari", date.as_str()), ("bulan", &month), ("tahun", &year)];
    words.label("waktu-tanggal", &args)
}

/// A month: `November 2026`.
pub(super) fn month_name(words: &Words, day: Date) -> String {
    let month = words.label(&format!("bulan-{}", day.month()), &[]);
    let year = day.year().to_string();
    words.label("waktu-bulan", &[("bulan", &month), ("tahun", &year)])
}

/// The days of a month: `1–30 November 2026`.
fn period(words: &Words, days: Days) -> String {
    format!("{}–{}", days.first.day(), day(words, days.last))
}

fn percent(part: u64, whole: u64) -> u8 {
    let share = u128::from(part) * 200 / u128::from(whole.max(1));
    u8::try_from(share.div_ceil(2).min(100)).unwrap_or(100)
}
