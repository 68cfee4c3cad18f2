//! What a product costs to make, and what each channel leaves of its price.

use std::collections::BTreeMap;

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::id::ProductId;
use naik_core::margin::{Cost, Deal, Fee, Fees, Left, left, price_for};
use naik_core::message::Message;
use naik_core::money::Rupiah;
use naik_core::sale::SaleChannel;
use naik_store::StoreError;
use naik_store::repo::cost;
use naik_store::repo::product::Product;
use serde::{Deserialize, Serialize};

use super::Platform;
use super::error::{Fault, Refusal};
use super::reach::actor;

/// The highest number that may be told, in rupiah.
const MOST: u64 = 10_000_000_000;
/// The most ingredients of one product.
pub const INGREDIENTS_MOST: usize = 20;

/// What an owner told about a product's costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Costing {
    /// What making it costs.
    pub cost: Cost,
    /// What is given off for a promotion, on one piece.
    pub promo: u64,
    /// What the seller pays for sending one order.
    pub shipping: u64,
    /// How much is to be left, in percent of the price.
    pub wanted: u64,
    /// The shop's own commission on a channel, in hundredths of a percent, by the channel's word.
    pub commission: BTreeMap<String, u64>,
}

impl Default for Costing {
    fn default() -> Self {
        Self {
            cost: Cost::default(),
            promo: 0,
            shipping: 0,
            wanted: 30,
            commission: BTreeMap::new(),
        }
    }
}

/// One channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Which.
    pub channel: SaleChannel,
    /// What it keeps, with the shop's own commission where it told one.
    pub fee: Fee,
    /// Whether the commission is the shop's own.
    pub is_own: bool,
    /// What is left of the product's price.
    pub left: Option<Left>,
    /// The price that leaves what is wanted.
    pub ask: Option<Rupiah>,
}

/// A product's margin.
#[derive(Clone, Debug)]
pub struct Margin {
    /// The product.
    pub product: Product,
    /// What was told.
    pub costing: Costing,
    /// Counts changes.
    pub revision: i32,
    /// What one piece costs.
    pub per_piece: Option<Rupiah>,
    /// Channel by channel.
    pub channels: Vec<Channel>,
}

impl Margin {
    /// Channels on which the price is below what the piece costs.
    pub fn losses(&self) -> impl Iterator<Item = &Channel> {
        self.channels
            .iter()
            .filter(|one| self.per_piece.is_some() && one.left.is_some_and(Left::is_loss))
    }
}

impl Platform {
    /// What is left of a product's price.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn margin(&self, who: &Who, id: ProductId) -> Result<Margin, Fault> {
        let product = self.reach(who, id, Action::SeeProduct).await?;
        let told = cost::get(self.store.db(), id).await?;
        let (costing, revision) = match told {
            Some((text, revision)) => {
                let damaged = |_| Fault::Internal("costs that can't be read".to_owned());
                (serde_json::from_str(&text).map_err(damaged)?, revision)
            }
            None => (Costing::default(), 0),
        };
        let today = self.today_of(who).await?;
        Ok(worked_out(product, costing, revision, today))
    }

    /// Keeps what is told about a product's costs, if nobody else told something since it was read. The same key keeps the
    /// same once, however often it is sent.
    ///
    /// # Errors
    /// `Refused` field by field, `Changed` when someone else was faster, `Missing` when it is not theirs.
    pub async fn tell_cost(
        &self,
        who: &Who,
        id: ProductId,
        revision: i32,
        costing: &Costing,
        key: &str,
    ) -> Result<(), Fault> {
        self.reach(who, id, Action::EditProduct).await?;
        let mut wrong = Vec::new();
        let cost = &costing.cost;
        for (field, amount) in [
            ("tenaga", cost.labour),
            ("lain", cost.other),
            ("kemasan", cost.packaging),
            ("promo", costing.promo),
            ("ongkir", costing.shipping),
        ] {
            if amount > MOST {
                wrong.push(Refusal::new(field, Message::new("cost-too-large")));
            }
        }
        if cost.ingredients.len() > INGREDIENTS_MOST
            || cost.ingredients.iter().any(|item| item.price > MOST)
        {
            wrong.push(Refusal::new("bahan", Message::new("cost-too-large")));
        }
        if costing.wanted >= 100 {
            wrong.push(Refusal::new("untung", Message::new("cost-percent")));
        }
        if costing.commission.values().any(|share| *share >= 10_000) {
            wrong.push(Refusal::new("biaya", Message::new("cost-percent")));
        }
        if !wrong.is_empty() {
            return Err(Fault::Refused(wrong));
        }
        let text = serde_json::to_string(costing).map_err(|e| Fault::Internal(e.to_string()))?;
        let change = self.store.begin().await?;
        // What was changed in the form after it was sent is another wish: whether it comes too late is for the revision.
        let key = format!("{key} {text}");
        let kept = self
            .receipt(&change, &actor(who), &key, "tell-cost", &id.to_string())
            .await?;
        if kept.is_some() {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(());
        }
        cost::set(&change, id, revision, &text, self.now()).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

fn worked_out(product: Product, costing: Costing, revision: i32, today: Date) -> Margin {
    let per_piece = costing.cost.per_piece();
    let price = product.facts.product.price;
    let channels = SaleChannel::ALL
        .into_iter()
        .filter(|channel| *channel != SaleChannel::Other)
        .filter_map(|channel| {
            let mut fee = Fees::get().of(channel, today)?.clone();
            let own = costing.commission.get(channel.key());
            if let Some(own) = own {
                fee.commission = *own;
            }
            let deal = |price: Rupiah| Deal {
                price,
                cost: per_piece.unwrap_or(Rupiah::new(0)),
                promo: Rupiah::new(costing.promo),
                shipping: Rupiah::new(costing.shipping),
            };
            let ask = per_piece.and_then(|_| price_for(deal(Rupiah::new(0)), &fee, costing.wanted));
            Some(Channel {
                channel,
                left: price.map(|price| left(deal(price), &fee)),
                ask,
                is_own: own.is_some(),
                fee,
            })
        })
        .collect();
    Margin {
        product,
        costing,
        revision,
        per_piece,
        channels,
    }
}
