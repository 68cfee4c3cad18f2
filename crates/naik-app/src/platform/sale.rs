//! Sales: noting one in two taps, taking it back, and how the month stands against the last.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::account::Area;
use naik_core::id::{KitId, ProductId, SaleId, ShopId, Uuid};
use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::programme::day;
use naik_core::sale::{Compared, Sale, SaleChannel, SaleError};
use naik_store::repo::product::Holder;
use naik_store::repo::sale::{self, By, Days, Noted, Total};
use naik_store::repo::{Page, kit, photo, product, shop};
use naik_store::{On, StoreError};

use super::Platform;
use super::error::Fault;
use super::reach::actor;

/// A moment as a shop's clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The day.
    pub(crate) today: Date,
    /// 0 to 23.
    pub(crate) hour: u8,
}

/// What is to be noted.
#[derive(Clone, Debug)]
pub struct NewSale {
    /// The product, when it is one of the shop's.
    pub product: Option<ProductId>,
    /// What was sold, when it is none of them.
    pub name: String,
    /// Pieces.
    pub quantity: u32,
    /// What was paid for all; the product's price when it is not told.
    pub amount: Option<Rupiah>,
    /// The day; today when it is not told.
    pub day: Option<Date>,
    /// Where.
    pub channel: SaleChannel,
}

/// A product to touch when it was sold.
#[derive(Clone, Debug)]
pub struct Tile {
    /// The product.
    pub product: product::Product,
    /// Its picture on white: the number of the kit's version, and the path in it.
    pub white: Option<(i32, String)>,
    /// Its first photo, where it has no such picture.
    pub photo: Option<photo::Photo>,
}

/// A month of sales.
#[derive(Clone, Debug)]
pub struct SalesMonth {
    /// The part of this month and the same part of the one before.
    pub compared: Compared,
    /// Sums of this part.
    pub this: Total,
    /// Sums of the same part of the month before.
    pub last: Total,
    /// Rupiah day by day, this month.
    pub days: Vec<(Date, u64)>,
    /// Rupiah day by day, the whole month before.
    pub days_before: Vec<(Date, u64)>,
    /// Products, the best first.
    pub products: Vec<(String, Total)>,
    /// Hours of the day at which something was sold.
    pub hours: Vec<(u8, Total)>,
    /// Channels, the best first.
    pub channels: Vec<(SaleChannel, Total)>,
}

impl Platform {
    /// The shop whose books this one keeps, or looks at.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop, and for guests.
    pub(crate) async fn own_shop(&self, who: &Who, action: Action) -> Result<ShopId, Fault> {
        let Holder::Shop(id) = self.holder(who)? else {
            return Err(Fault::Forbidden);
        };
        let row = shop::get(self.store.db(), id).await?;
        self.require(who, action, &shop::scope(&row)?).await?;
        Ok(id)
    }

    /// Today in western Indonesia: for whatever belongs to no shop.
    pub fn today(&self) -> Date {
        super::day(self.now())
    }

    /// Today, as whoever asks writes it: by the clock of their shop, or of the area where they are.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn today_of(&self, who: &Who) -> Result<Date, Fault> {
        let Who::Person(member) = who else {
            return Ok(self.today_in(&Area::country()));
        };
        match member.shops.first() {
            Some((shop, _)) => Ok(self.clock(*shop).await?.today),
            None => Ok(self.today_in(&member.area)),
        }
    }

    /// Day and hour, as a shop's clock shows them.
    pub(crate) async fn clock(&self, id: ShopId) -> Result<Clock, Fault> {
        let row = shop::get(self.store.db(), id).await?;
        let area = Area::parse(&row.area).map_err(|_| StoreError::Damaged("shop"))?;
        Ok(self.clock_in(&area))
    }

    /// Today, as an area's own clock shows it.
    pub fn today_in(&self, area: &Area) -> Date {
        self.clock_in(area).today
    }

    fn clock_in(&self, area: &Area) -> Clock {
        let moment = Timestamp::from_millisecond(self.now()).unwrap_or(Timestamp::UNIX_EPOCH);
        let here = day::offset(area).to_datetime(moment);
        Clock {
            today: here.date(),
            hour: u8::try_from(here.hour()).unwrap_or(0),
        }
    }

    /// Notes a sale. The same key notes it once, however often it is sent.
    ///
    /// # Errors
    /// `Refused` field by field, `Forbidden` for people without a shop.
    pub async fn note_sale(&self, who: &Who, wish: NewSale, key: &str) -> Result<SaleId, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let Clock { today, hour } = self.clock(shop).await?;
        let found = match wish.product {
            Some(id) => Some(self.reach(who, id, Action::EditProduct).await?),
            None => None,
        };
        let facts = found.as_ref().map(|found| &found.facts.product);
        let price = facts.and_then(|facts| facts.price);
        let amount = match (wish.amount, price) {
            (Some(amount), _) => amount,
            (None, Some(price)) => {
                Rupiah::new(price.amount().saturating_mul(u64::from(wish.quantity)))
            }
            (None, None) => {
                let why = Message::new("sale-no-price");
                return Err(Fault::field("uang", why));
            }
        };
        let on = wish.day.unwrap_or(today);
        let name = facts.map_or(wish.name.as_str(), |facts| facts.name.as_str());
        let id = SaleId(self.outside.id());
        let sale = Sale {
            day: on,
            hour: (on == today).then_some(hour),
            amount,
            quantity: wish.quantity,
            channel: wish.channel,
            product: name.trim().chars().take(160).collect(),
        };
        sale.check(today).map_err(|error| {
            let field = match error {
                SaleError::Future | SaleError::Past => "tanggal",
                SaleError::Quantity => "jumlah",
                SaleError::Amount => "uang",
                SaleError::NoProduct => "produk",
            };
            Fault::field(field, error.explain())
        })?;
        let noted = Noted {
            id,
            product: wish.product,
            sale,
            key: id.to_string(),
            batch: None,
            created_at: self.now(),
        };
        let change = self.store.begin().await?;
        sale::add(&change, shop, &[noted]).await?;
        let kept = self
            .receipt(&change, &actor(who), key, "note-sale", &id.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            let damaged = |_| Fault::Internal("a receipt that names no sale".to_owned());
            return earlier.parse().map_err(damaged);
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// Takes a sale back.
    ///
    /// # Errors
    /// `Refused` when that was done before, `Missing` when it is not the shop's.
    pub async fn undo_sale(&self, who: &Who, id: SaleId) -> Result<(), Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        let subject = format!("sale:{id}");
        match sale::remove(&change, shop, id).await {
            Err(StoreError::Missing) => {
                change.rollback().await.map_err(StoreError::from)?;
                return Err(self.undone("undo-sale", &subject).await?);
            }
            other => other?,
        }
        self.note(&change, who, "undo-sale", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Sales of some days, the last noted first.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn sales(&self, who: &Who, days: Days, most: u64) -> Result<Vec<Noted>, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        Ok(sale::last_noted(self.store.db(), shop, days, most).await?)
    }

    /// Everything that was sold in some days.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn sold(&self, who: &Who, days: Days) -> Result<Total, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        total(self.store.db(), shop, days).await
    }

    /// The shop's products, for choosing what was sold.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn shop_products(&self, who: &Who) -> Result<Vec<product::Product>, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        let page = Page {
            skip: 0,
            take: 1_000,
        };
        let now = self.now();
        Ok(product::list(self.store.db(), Holder::Shop(shop), now, page).await?)
    }

    /// The shop's products that have a name, each with a picture: a few questions to the database however many there are.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn sale_tiles(&self, who: &Who, most: u64) -> Result<Vec<Tile>, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        let (db, page) = (
            self.store.db(),
            Page {
                skip: 0,
                take: most,
            },
        );
        let mut mine = product::list(db, Holder::Shop(shop), self.now(), page).await?;
        mine.retain(|one| !one.facts.product.name.is_empty());
        let kits: Vec<KitId> = mine.iter().filter_map(|one| one.kit).collect();
        let numbers: HashMap<KitId, i32> = kit::numbers(db, &kits).await?.into_iter().collect();
        let mut whites: HashMap<KitId, String> = HashMap::new();
        for (kit, file) in kit::pictures(db, &kits).await? {
            if file.path.ends_with("/white.jpg") {
                whites.entry(kit).or_insert(file.path);
            }
        }
        let ids: Vec<ProductId> = mine.iter().map(|one| one.id).collect();
        let mut firsts: HashMap<Uuid, photo::Photo> = HashMap::new();
        for one in photo::of_several(db, &ids).await? {
            firsts.entry(one.product_id).or_insert(one);
        }
        Ok(mine
            .into_iter()
            .map(|product| Tile {
                white: product.kit.and_then(|kit| {
                    let path = whites.remove(&kit)?;
                    Some((*numbers.get(&kit)?, path))
                }),
                photo: firsts.remove(&product.id.0),
                product,
            })
            .collect())
    }

    /// How a month stands: up to today when it is this one, whole when it is over.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn sales_month(&self, who: &Who, month: Date) -> Result<SalesMonth, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        let db = self.store.db();
        let today = self.clock(shop).await?.today;
        let compared = Compared::until(month.last_of_month().min(today.max(month)));
        let this = days(compared.this);
        let whole_last = Days {
            first: compared.last.0,
            last: compared.last.0.last_of_month(),
        };
        let by_day = |rows: Vec<(String, Total)>| -> Vec<(Date, u64)> {
            rows.into_iter()
                .filter_map(|(day, total)| Some((day.parse().ok()?, total.amount)))
                .collect()
        };
        let best = |rows: &mut Vec<(String, Total)>| {
            rows.sort_by_key(|row| std::cmp::Reverse(row.1.amount))
        };
        let mut products = sale::sums(db, shop, this, By::Product).await?;
        best(&mut products);
        let mut channels = sale::sums(db, shop, this, By::Channel).await?;
        best(&mut channels);
        let hours = sale::sums(db, shop, this, By::Hour).await?;
        let mut hours: Vec<(u8, Total)> = hours
            .into_iter()
            .filter_map(|(hour, total)| Some((hour.parse().ok()?, total)))
            .collect();
        hours.sort_by_key(|(hour, _)| *hour);
        Ok(SalesMonth {
            compared,
            this: total(db, shop, this).await?,
            last: total(db, shop, days(compared.last)).await?,
            days: by_day(sale::sums(db, shop, this, By::Day).await?),
            days_before: by_day(sale::sums(db, shop, whole_last, By::Day).await?),
            products,
            hours,
            channels: channels
                .into_iter()
                .filter_map(|(word, total)| Some((SaleChannel::parse(&word)?, total)))
                .collect(),
        })
    }
}

fn days((first, last): (Date, Date)) -> Days {
    Days { first, last }
}

/// Everything that was sold in some days.
pub(crate) async fn total(db: &impl On, shop: ShopId, days: Days) -> Result<Total, Fault> {
    let months = sale::sums(db, shop, days, By::Month).await?;
    Ok(months
        .into_iter()
        .fold(Total::default(), |sum, (_, one)| Total {
            sales: sum.sales + one.sales,
            pieces: sum.pieces + one.pieces,
            amount: sum.amount.saturating_add(one.amount),
        }))
}
