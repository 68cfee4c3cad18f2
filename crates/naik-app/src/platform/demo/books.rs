//! What the demonstration's shops sold, spent and show: invented, the same on every run.

use naik_core::cash::{Line, Way};
use naik_core::id::{CashId, SaleId, ShopId};
use naik_core::money::Rupiah;
use naik_core::sale::{Sale, SaleChannel};
use naik_core::slug::slug;
use naik_core::storefront::{Cloth, Open, ShopSlug, Week};
use naik_store::On;
use naik_store::repo::cash;
use naik_store::repo::product::Product;
use naik_store::repo::sale::{self, Noted};
use naik_store::repo::storefront::{self, Storefront};

use super::super::Platform;
use super::super::error::Fault;

/// Days of sales.
const DAYS: i64 = 56;
const DAY: i64 = 24 * 3_600_000;
/// When people buy.
const HOURS: [u8; 8] = [8, 9, 9, 10, 12, 16, 16, 19];
const CHANNELS: [SaleChannel; 5] = [
    SaleChannel::Counter,
    SaleChannel::WhatsApp,
    SaleChannel::Counter,
    SaleChannel::Shopee,
    SaleChannel::TiktokTokopedia,
];
/// What money went out for, and how much.
const SPENT: [(&str, u64); 4] = [
    ("Beli bahan", 185_000),
    ("Gas", 24_000),
    ("Kemasan", 60_000),
    ("Upah bantu", 75_000),
];

impl Platform {
    /// Eight weeks of sales that slowly grow, a cash book, and an open storefront.
    pub(super) async fn demo_books(
        &self,
        db: &impl On,
        shop: ShopId,
        name: &str,
        product: &Product,
    ) -> Result<(), Fault> {
        let facts = &product.facts.product;
        let price = facts.price.unwrap_or(Rupiah::new(20_000)).amount();
        // The same shop sells the same: its name decides.
        let mix = name
            .bytes()
            .fold(7_i64, |sum, byte| sum * 31 % 10_007 + i64::from(byte));
        let mut sales = Vec::new();
        for back in (0..DAYS).rev() {
            let day = super::super::day(self.now() - back * DAY);
            let busy = (mix + back * 13) % 3 + (DAYS - back) / 14;
            for number in 0..busy {
                let pick = |count: usize| {
                    let place = mix + back * 5 + number * 3;
                    usize::try_from(place).unwrap_or(0) % count.max(1)
                };
                let quantity = 1 + u32::try_from((mix + back + number) % 3).unwrap_or(0);
                let hour = HOURS.get(pick(HOURS.len())).copied();
                let channel = CHANNELS.get(pick(CHANNELS.len())).copied();
                let id = SaleId(self.outside.id());
                sales.push(Noted {
                    id,
                    product: Some(product.id),
                    sale: Sale {
                        day,
                        hour,
                        amount: Rupiah::new(price * u64::from(quantity)),
                        quantity,
                        channel: channel.unwrap_or(SaleChannel::Counter),
                        product: facts.name.clone(),
                    },
                    key: id.to_string(),
                    batch: None,
                    created_at: self.now() - back * DAY,
                });
            }
        }
        sale::add(db, shop, &sales).await?;
        for (number, (what, amount)) in (1..).zip(SPENT) {
            let line = Line {
                day: super::super::day(self.now() - number * 2 * DAY),
                way: Way::Out,
                amount: Rupiah::new(amount),
                what: what.to_owned(),
            };
            let id = CashId(self.outside.id());
            cash::add(db, shop, id, &line, self.now()).await?;
        }
        self.demo_front(db, shop, name, product).await
    }

    async fn demo_front(
        &self,
        db: &impl On,
        shop: ShopId,
        name: &str,
        product: &Product,
    ) -> Result<(), Fault> {
        let Some(address) = ShopSlug::suggest(name) else {
            return Ok(());
        };
        let open = Open {
            from: 8 * 60,
            until: 17 * 60,
        };
        let week = Week([
            Some(open),
            Some(open),
            Some(open),
            Some(open),
            Some(open),
            Some(open),
            None,
        ]);
        let whatsapp = product.facts.shop.whatsapp.as_ref();
        let front = Storefront {
            shop_id: shop.0,
            slug: address.as_str().to_owned(),
            open: true,
            withdrawn_at: None,
            about: product.facts.product.story.clone().unwrap_or_default(),
            whatsapp: whatsapp.map(|number| number.digits().to_owned()),
            qris: None,
            color: Cloth::ALL
                .get(name.len() % Cloth::ALL.len())
                .copied()
                .unwrap_or_default()
                .key()
                .to_owned(),
            hours: serde_json::to_string(&week).map_err(|e| Fault::Internal(e.to_string()))?,
            revision: 0,
            updated_at: self.now(),
        };
        storefront::set(db, front).await?;
        let shelf = [(product.id, slug(&product.facts.product.name))];
        storefront::fill(db, shop, &shelf).await?;
        Ok(())
    }
}
